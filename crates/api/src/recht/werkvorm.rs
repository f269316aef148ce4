//! The question and the answer about work as the OpenAPI document describes them. Reading and writing are done by `domain`;
//! a test compares the two.

use utoipa::ToSchema;

use super::vorm::{Huishouden, Inkomst, Maatregel, Stap, Vermogen, vormen};

vormen! {
    /// De vraag wat meer werken een huishouden oplevert.
    Werkberekeningsvraagvorm {
        /// CBS-code van de gemeente. De waarden van raad en college die gelden, tellen.
        #[schema(example = "GM0294")]
        gemeente: String,
        /// CBS-code van de vroegere gemeente waarin het huishouden woont, als haar eigen regels nog kunnen gelden.
        gebied: Option<String>,
        /// De dag waarvan feiten, bedragen en waarden gelden.
        #[schema(format = Date, example = "2026-03-01")]
        peildatum: String,
        /// De personen en hoe zij wonen.
        huishouden: Huishouden,
        /// Inkomsten die er zijn en blijven, netto. Weglaten betekent: geen.
        inkomsten: Option<Vec<Inkomst>>,
        /// Bezittingen en schulden. Weglaten betekent: geen.
        vermogen: Option<Vermogen>,
        /// Een verlaging omdat een plicht niet is nagekomen.
        maatregel: Option<Maatregel>,
        /// De vrijlating voor het loon: n, r, y, z of aa. Weglaten betekent: geen.
        #[schema(example = "n")]
        vrijlating: Option<String>,
        /// Hoeveel maanden van die vrijlating al zijn gebruikt.
        maanden_gebruikt: Option<u32>,
        /// Het brutoloon per maand dat wordt uitgelegd, tot en met 4000.00.
        #[schema(example = "600.00")]
        bruto: String,
    }
    /// Wat meer werken oplevert.
    Werkberekeningsvorm {
        /// berekend of onbepaald.
        uitkomst: String,
        /// Waarom het niet te bepalen is.
        reden: Option<String>,
        /// Elke stap van € 100 brutoloon, en waar regelingen stoppen.
        armoedeval: Option<Armoedevalvorm>,
        /// Wat er is bij het brutoloon van de vraag.
        werkpunt: Option<Werkpuntvorm>,
        /// Dat loon uitgelegd.
        uitleg: Vec<Stap>,
    }
    /// Elke stap, en waar regelingen stoppen.
    Armoedevalvorm {
        /// De norm per maand, met vakantietoeslag.
        norm: String,
        /// Van geen loon tot 4000.00 bruto.
        punten: Vec<Werkpuntvorm>,
        /// Elke stap naar het volgende punt.
        stappen: Vec<Werkstapvorm>,
        /// De regelingen die meetellen.
        regelingen: Vec<Werkregelingvorm>,
        /// De regelingen waarvan niet bekend is wat ze geven.
        niet_bekend: Vec<RegelingNietBekendvorm>,
        /// Waar een regeling stopt, op volgorde van loon.
        kliffen: Vec<Klifvorm>,
        /// Waar het recht op bijstand eindigt.
        bijstandseinde: Option<Klifvorm>,
        /// Waar de vrijlating van de vraag eindigt.
        vrijlatingseinde: Option<Vrijlatingseindevorm>,
        /// Het hoogste brutoloon waarbij er bijstand is.
        bijstand_tot: Option<String>,
        /// Waar de tarieven van de loonheffing vandaan komen.
        bron_loonheffing: String,
    }
    /// Wat er per maand te besteden is bij een brutoloon.
    Werkpuntvorm {
        /// Brutoloon.
        bruto: String,
        /// Nettoloon.
        netto: String,
        /// Het deel van het loon dat niet meetelt.
        vrijgelaten: String,
        /// Bijstand, met vakantietoeslag.
        bijstand: String,
        /// Wat elke regeling geeft, op volgorde van regelingen.
        regelingen: Vec<String>,
        /// Alles samen.
        besteedbaar: String,
    }
    /// Een stap van brutoloon.
    Werkstapvorm {
        /// Van dit brutoloon.
        van: String,
        /// Tot dit brutoloon.
        tot: String,
        /// Wat er te besteden bij komt.
        over: String,
        /// Welk deel van de stap niet overblijft, in procenten.
        #[schema(example = "75.0")]
        druk: String,
    }
    /// Een regeling van de gemeente.
    Werkregelingvorm {
        /// iit, meedoen of zorgverzekering.
        sleutel: String,
        /// Naam.
        naam: String,
        /// Op grond van welk artikel.
        grondslag: String,
        /// Wat zij per maand geeft.
        bedrag: String,
        /// Tot welk deel van de norm, in procenten.
        percentage: String,
        /// Hetzelfde in euro per maand.
        grens: String,
        /// Het besluit van de grens.
        besluit: Option<String>,
        /// Wat zij boven de grens nog geeft, van laag naar hoog inkomen.
        daarboven: Vec<Regelingstredevorm>,
        /// Of de verordening daarboven nog een deel geeft waarvan de grootte niet is vastgesteld; dat telt niet mee.
        is_deels_daarboven: bool,
    }
    /// Een deel van een regeling boven de grens.
    Regelingstredevorm {
        /// Tot en met dit inkomen per maand; leeg: elk inkomen daarboven.
        tot: Option<String>,
        /// Wat zij dan per maand geeft.
        bedrag: String,
    }
    /// Het einde van een vrijlating: samen met de bijstand, en na een tijd.
    Vrijlatingseindevorm {
        /// n, r, y, z of aa.
        vrijlating: String,
        /// Het hoogste brutoloon waarvan een deel niet meetelt.
        tot: Option<String>,
        /// Hoeveel maanden zij nog duurt; leeg als er geen termijn is.
        maanden: Option<u32>,
        /// Wat er daarna hoogstens minder is per maand.
        verlies: String,
        /// Op grond van welk artikel.
        grondslag: String,
    }
    /// Een regeling waarvan niet bekend is wat zij geeft.
    RegelingNietBekendvorm {
        /// iit, meedoen of zorgverzekering.
        sleutel: String,
        /// Naam.
        naam: String,
        /// Wat ontbreekt.
        reden: String,
    }
    /// Waar een regeling stopt.
    Klifvorm {
        /// iit, meedoen, zorgverzekering of bijstand.
        regeling: String,
        /// Het hoogste brutoloon waarbij zij er is.
        tot: String,
        /// Wat er per maand verdwijnt.
        verlies: String,
        /// Op grond van welk artikel.
        grondslag: String,
        /// Het besluit van de grens.
        besluit: Option<String>,
        /// Of de verordening daarboven nog een deel geeft; dan verdwijnt er minder.
        is_deels_daarboven: bool,
    }
}
