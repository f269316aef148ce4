//! The question and the answer of a series as the OpenAPI document describes them. Reading and writing are done by
//! `domain`; a test compares the two.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

use super::vorm::{Huishouden, Stap, Vermogen, vormen};

vormen! {
    /// De vraag naar het recht van een huishouden door de maanden heen.
    Reeksvraagvorm {
        /// CBS-code van de gemeente.
        #[schema(example = "GM0294")]
        gemeente: String,
        /// CBS-code van de vroegere gemeente waarin het huishouden woont, als haar eigen regels nog kunnen gelden.
        gebied: Option<String>,
        /// De eerste maand.
        #[schema(example = "2026-01")]
        van: String,
        /// De laatste maand; hoogstens tien jaar later.
        #[schema(example = "2026-12")]
        tot_en_met: String,
        /// Reken met wat op deze dag bekend was. Weglaten betekent: alles.
        #[schema(format = Date)]
        bekend_op: Option<String>,
        /// De uitkeringen, elk vanaf een melding.
        perioden: Vec<Reeksperiode>,
        /// Welk huishouden vanaf welke dag geldt.
        huishoudens: Vec<Reekshuishouden>,
        /// Inkomsten, premies, giften en bijdragen.
        inkomsten: Option<Vec<Reeksinkomst>>,
        /// Welk vermogen vanaf welke dag geldt.
        vermogens: Option<Vec<Reeksvermogen>>,
        /// Wat het recht of de betaling voor een aantal dagen wegneemt.
        gebeurtenissen: Option<Vec<Gebeurtenis>>,
        /// Opgelegde maatregelen.
        maatregelen: Option<Vec<Reeksmaatregel>>,
        /// Betaalde voorschotten, die worden verrekend (artikel 52 lid 4).
        voorschotten: Option<Vec<Voorschot>>,
        /// Een boete die wordt verrekend.
        boete: Option<Boete>,
        /// Betalingen uit het bufferbudget (artikel 34b).
        bufferbudget: Option<Vec<Bufferinzet>>,
        /// Wat voor de eerste maand al is gebruikt; het antwoord geeft ze in dezelfde vorm.
        tellers: Option<Tellers>,
        /// Hoe de wet wordt gelezen waar de tekst zwijgt.
        lezing: Option<Lezing>,
        /// Waarden van de gemeente, per sleutel van de catalogus. Weglaten betekent: de waarden die gelden.
        #[schema(value_type = Option<Object>)]
        parameters: Option<BTreeMap<String, Value>>,
    }
    /// Een uitkering van melding tot einde (artikel 41, 44 en 52).
    Reeksperiode {
        /// De dag van de melding.
        #[schema(format = Date, example = "2026-01-15")]
        melding: String,
        /// De dag van de aanvraag.
        #[schema(format = Date)]
        aanvraag: Option<String>,
        /// De aanvraag kwam te laat en dat is te verwijten (artikel 44 lid 3).
        verwijtbaar_laat: Option<bool>,
        /// De dag vanaf wanneer omstandigheden eerdere bijstand nodig maken (artikel 44 lid 5).
        #[schema(format = Date)]
        noodzaak_vanaf: Option<String>,
        /// De vier weken van artikel 41 lid 4 gelden niet.
        zonder_zoektermijn: Option<bool>,
        /// De dag waarop het recht is vastgesteld; tot dan zijn er voorschotten.
        #[schema(format = Date)]
        vastgesteld_op: Option<String>,
        /// Er is geen recht op een voorschot (artikel 52 lid 1 onder a en b).
        zonder_voorschot: Option<bool>,
        /// De laatste dag met bijstand.
        #[schema(format = Date)]
        laatste_dag: Option<String>,
        /// inkomen, leefvorm, verhuizing, verzoek of overig.
        eindreden: Option<String>,
    }
    /// Een huishouden vanaf een dag.
    Reekshuishouden {
        /// De eerste dag.
        #[schema(format = Date, example = "2026-01-01")]
        vanaf: String,
        /// De personen en hoe zij wonen.
        huishouden: Huishouden,
    }
    /// Een netto bedrag over een maand, over elk van een aantal maanden, of over dagen.
    Reeksinkomst {
        /// aanvrager of partner.
        #[schema(example = "aanvrager")]
        persoon: String,
        /// arbeid, uitkering, pensioen, alimentatie, heffingskorting, vermogen, verhuur, overig, premie, gift, kostenbesparing of voedselbank.
        #[schema(example = "arbeid")]
        soort: String,
        /// Bedrag met twee decimalen.
        #[schema(example = "800.00")]
        bedrag: String,
        /// De maand.
        #[schema(example = "2026-01")]
        maand: Option<String>,
        /// Hetzelfde bedrag in elke maand tot en met deze.
        tot_en_met_maand: Option<String>,
        /// De eerste dag, als het tijdvak geen maand is.
        #[schema(format = Date)]
        van: Option<String>,
        /// De laatste dag.
        #[schema(format = Date)]
        tot_en_met: Option<String>,
        /// n, r, y, z of aa (artikel 31 lid 2), of 34a.1.a, 34a.1.b, 34a.1.c of 34a.2.
        vrijlating: Option<String>,
        /// De eerste dag van het werk (artikel 34a lid 3).
        #[schema(format = Date)]
        dienstverband_vanaf: Option<String>,
        /// Houdt twee inkomsten van dezelfde soort uit elkaar.
        bron: Option<String>,
        /// De dag vanaf wanneer dit bekend is: een later bekend bedrag vervangt een eerder.
        #[schema(format = Date)]
        bekend_op: Option<String>,
        /// Bij een premie aan wie jonger is dan 27 jaar (artikel 31 lid 5).
        doelgroep_loonkostensubsidie: Option<bool>,
        /// Bij een gift of bijdrage boven de grens: inkomen of vermogen.
        telt_als: Option<String>,
    }
    /// Een vermogen vanaf een dag.
    Reeksvermogen {
        /// De eerste dag.
        #[schema(format = Date)]
        vanaf: String,
        /// Wat het huishouden heeft en schuldig is.
        vermogen: Vermogen,
    }
    /// uitsluiting (persoon, grond, van, totEnMet), buitenland (persoon, van, totEnMet), overlijden (wie, dag), opschorting of adres (van, totEnMet, afloop).
    Gebeurtenis {
        /// uitsluiting, buitenland, overlijden, opschorting of adres.
        soort: String,
        /// aanvrager of partner.
        persoon: Option<String>,
        /// 13.1.a, 13.1.b, 13.1.c, 13.1.d, 13.1.g, 13.1.h, 13.2.b, 13.2.c of 13.2.d.
        grond: Option<String>,
        /// De eerste dag.
        #[schema(format = Date)]
        van: Option<String>,
        /// De laatste dag; weglaten betekent: nog niet voorbij.
        #[schema(format = Date)]
        tot_en_met: Option<String>,
        /// Wie overleed: aanvrager, partner of laatste-kind.
        wie: Option<String>,
        /// De dag van het overlijden.
        #[schema(format = Date)]
        dag: Option<String>,
        /// open, hersteld of ingetrokken.
        afloop: Option<String>,
    }
    /// Een maatregel (artikel 18).
    Reeksmaatregel {
        /// arbeid (lid 4), categorie-1, categorie-2, categorie-3, besef, misdraging of ontheffing-ingetrokken.
        soort: String,
        /// De dag van het gedrag.
        #[schema(format = Date)]
        gedrag_op: String,
        /// De dag van het besluit.
        #[schema(format = Date)]
        opgelegd_op: String,
        /// De eerste maand met een verlaging.
        vanaf: String,
        /// Of het gedrag te verwijten is (lid 9).
        verwijtbaar: bool,
        /// Het percentage dat het college anders vaststelde (lid 10).
        percentage: Option<f64>,
        /// De maanden die het college anders vaststelde (lid 10).
        duur: Option<u32>,
        /// De dag vanaf wanneer de maatregel niet meer geldt (lid 3 en 11).
        #[schema(format = Date)]
        herzien_vanaf: Option<String>,
        /// De dag van de heroverweging (lid 3).
        #[schema(format = Date)]
        heroverwogen_op: Option<String>,
    }
    /// Een betaald voorschot.
    Voorschot {
        /// De dag waarop het is betaald.
        #[schema(format = Date)]
        op: String,
        /// Het bedrag.
        bedrag: String,
    }
    /// Een boete (artikel 18a) die wordt verrekend (artikel 60 lid 4).
    Boete {
        /// De dag van de overtreding.
        #[schema(format = Date)]
        overtreding_op: String,
        /// De dag van het besluit.
        #[schema(format = Date)]
        opgelegd_op: String,
        /// De boete.
        bedrag: String,
        /// Wat te veel is ontvangen; weglaten betekent: niets.
        benadelingsbedrag: Option<String>,
        /// Of het met opzet was.
        opzet: bool,
        /// Het hoogste bedrag van de strafcategorie.
        categoriebedrag: Option<String>,
        /// Een eerdere sanctie voor hetzelfde gedrag die vaststaat.
        eerdere: Option<EerdereSanctie>,
        /// De eerste maand waarin wordt verrekend.
        vanaf: String,
        /// Wat per maand wordt verrekend, met de beslagvrije voet.
        per_maand: String,
    }
    /// Een eerdere sanctie voor hetzelfde gedrag.
    EerdereSanctie {
        /// De dag waarop die is opgelegd.
        #[schema(format = Date)]
        opgelegd_op: String,
        /// Of het een onvoorwaardelijke gevangenisstraf was.
        gevangenisstraf: bool,
    }
    /// Een betaling uit het bufferbudget.
    Bufferinzet {
        /// De maand.
        maand: String,
        /// Het bedrag dat het college inzet.
        bedrag: String,
    }
    /// Wat is gebruikt.
    Tellers {
        /// Van de aanvrager.
        aanvrager: Option<Persoonstellers>,
        /// Van de partner.
        partner: Option<Persoonstellers>,
        /// De laatste dag met bijstand.
        #[schema(format = Date)]
        laatste_dag: Option<String>,
        /// Het jaar van de bedragen hieronder.
        jaar: Option<i16>,
        /// Giften en bijdragen in het jaar.
        giften: Option<String>,
        /// Uit het bufferbudget betaald in het jaar.
        bufferbudget: Option<String>,
        /// Wat van de boete is verrekend.
        boete: Option<String>,
        /// Wat van de voorschotten nog niet is verrekend.
        voorschot: Option<String>,
    }
    /// Wat een persoon heeft gebruikt.
    Persoonstellers {
        /// Maanden van vrijlating n.
        n: Option<u32>,
        /// De eerste maand van vrijlating r.
        r_vanaf: Option<String>,
        /// De eerste maand van vrijlating z.
        z_vanaf: Option<String>,
        /// De eerste maand van artikel 34a lid 1 onder a.
        arbeid_vanaf: Option<String>,
        /// Premies in het jaar.
        premies: Option<u32>,
        /// Het bedrag daarvan.
        premiebedrag: Option<String>,
    }
    /// Hoe de wet wordt gelezen waar de tekst zwijgt.
    Lezing {
        /// per-uitkeringsperiode (standaard) of eenmalig.
        vrijlating_n: Option<String>,
        /// dagen (standaard) of einddag.
        loontijdvak: Option<String>,
    }
    /// De uitkomst van een reeks.
    Berekeningsreeks {
        /// De maanden, op volgorde.
        maanden: Vec<Reeksmaand>,
        /// De som van de bijstand over de maanden die te bepalen zijn.
        bedrag: String,
        /// De som van wat wordt betaald.
        te_betalen: String,
        /// Hoeveel maanden niet te bepalen zijn.
        onbepaald: usize,
        /// Eerste dagen, en dagen waarop iemand uiterlijk iets moet doen.
        dagen: Vec<Reeksdag>,
    }
    /// Een maand. Een bedrag waar de berekening niet aan toe kwam is null.
    Reeksmaand {
        /// Welke maand.
        #[schema(example = "2026-01")]
        maand: String,
        /// recht, geen-recht of onbepaald.
        uitkomst: String,
        /// Norm over de dagen met recht, met vakantietoeslag.
        norm: Option<String>,
        /// Inkomen dat meetelt.
        middelen: Option<String>,
        /// Verlaging door een maatregel.
        verlaging: Option<String>,
        /// Norm min middelen min verlaging.
        bedrag: Option<String>,
        /// Vakantietoeslag, die wordt gereserveerd.
        vakantietoeslag: Option<String>,
        /// De rest.
        uitbetaling: Option<String>,
        /// De rest na opschorting, voorschot, boete en bufferbudget.
        te_betalen: Option<String>,
        /// Waarom er geen recht is, of waarom het niet te bepalen is.
        reden: Option<String>,
        /// De stukken van de maand waarin hetzelfde geldt.
        delen: Vec<Reeksdeel>,
        /// Wat aan het eind van de maand is gebruikt; null als dat niet bekend is.
        tellers: Option<Tellers>,
        /// De stappen van de berekening.
        uitleg: Vec<Stap>,
    }
    /// Dagen van een maand waarop hetzelfde geldt.
    Reeksdeel {
        /// De eerste dag.
        #[schema(format = Date)]
        van: String,
        /// De laatste dag.
        #[schema(format = Date)]
        tot_en_met: String,
        /// recht, geen-recht of onbepaald.
        uitkomst: String,
        /// De bijstand over deze dagen.
        bedrag: Option<String>,
        /// Waarom er geen recht is, of waarom het niet te bepalen is.
        reden: Option<String>,
    }
    /// Een dag met wat die betekent.
    Reeksdag {
        /// De dag.
        #[schema(format = Date)]
        dag: String,
        /// ingang, maatregel, zoektermijn, voorschot, vakantietoeslag, heroverweging of opschorting.
        soort: String,
        /// Het artikel.
        grondslag: String,
        /// Het besluit waarmee de gemeente een waarde vaststelde.
        besluit: Option<String>,
        /// De zin.
        tekst: String,
    }
}
