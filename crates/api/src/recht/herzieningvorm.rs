//! The question and the answer of a review as the OpenAPI document describes them. Reading and writing are done by
//! `domain`; a test compares the two.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

use super::reeksvorm::{Reeksmaand, Reeksvraagvorm};
use super::vorm::{Stap, vormen};

vormen! {
    /// De vraag om een eerder besluit naast wat nu bekend is te leggen.
    Herzieningsvraagvorm {
        /// De dag waarop het nieuwe besluit wordt verzonden.
        #[schema(format = Date, example = "2026-09-15")]
        dag: String,
        /// De vraag van toen. Met bekendOp: de dag van het eerdere besluit.
        oud: Reeksvraagvorm,
        /// De velden van de vraag die nu anders zijn. De andere blijven zoals ze waren. Zonder bekendOp telt wat op de dag van
        /// het nieuwe besluit bekend is.
        #[schema(value_type = Option<Object>)]
        nieuw: Option<BTreeMap<String, Value>>,
        /// Waarom de bijstand te hoog was, per aantal maanden.
        oorzaken: Option<Vec<Oorzaak>>,
        /// De laatste maand waarover de vakantietoeslag al is uitbetaald. Weglaten betekent: die staat nog apart.
        #[schema(example = "2026-05")]
        vakantietoeslag_betaald_tot_en_met: Option<String>,
        /// Wat bij een terugvordering hoort (artikel 58 lid 2 onder b en c, lid 5 en 7).
        vordering: Option<Vorderingsvraagvorm>,
    }
    /// Wat bij een terugvordering hoort.
    Vorderingsvraagvorm {
        /// Of het college ook belasting en premies terugvordert (lid 5).
        bruto: Option<bool>,
        /// Per jaar de belasting en premies die niet meer te verrekenen zijn.
        belasting_en_premies: Option<Vec<Belastingjaar>>,
        /// Leningen en borgtochten (lid 2 onder b en c).
        leningen: Option<Vec<Leningvorm>>,
        /// Bijstand voor een doel waarvoor de inwoner later iets anders kreeg (lid 2 onder f sub 2°).
        bestemmingen: Option<Vec<Bestemmingvorm>>,
        /// Hoe een vordering van lid 1 is afbetaald (lid 7).
        kwijtschelding: Option<Aflosvorm>,
    }
    /// De belasting en premies over een jaar.
    Belastingjaar {
        /// Het jaar.
        #[schema(example = 2025)]
        jaar: i16,
        /// Het bedrag.
        bedrag: String,
    }
    /// Een lening of een borgtocht.
    Leningvorm {
        /// geldlening of borgtocht.
        vorm: String,
        /// Het geleende bedrag, of wat op de borgtocht is betaald.
        bedrag: String,
        /// Wat is afgelost. Weglaten betekent: niets.
        afgelost: Option<String>,
        /// Of de inwoner zich aan de lening houdt.
        verplichtingen_nagekomen: Option<bool>,
        /// Waarom de bijstand zo kon worden gegeven: a, b, c of d (artikel 48 lid 2), duurzaam (artikel 51 lid 1) of geen.
        leengrond: Option<String>,
        /// Of de inwoner algemene bijstand krijgt, waarmee een lening kan worden verrekend (artikel 48 lid 4).
        algemene_bijstand: Option<bool>,
    }
    /// Bijstand voor een doel, en wat daarna voor dat doel kwam.
    Bestemmingvorm {
        /// De bijstand voor het doel.
        bijstand: String,
        /// Wat de inwoner later kreeg.
        vergoeding: Option<String>,
        /// Of dat voor hetzelfde doel was.
        zelfde_bestemming: Option<bool>,
    }
    /// Hoe een vordering is afbetaald. Wat ontbreekt, maakt de uitkomst onbepaald als het ervan afhangt.
    Aflosvorm {
        /// Hoeveel maanden achter elkaar alles is betaald.
        maanden_volledig_betaald: Option<u32>,
        /// Hoeveel maanden de inwoner al moet betalen.
        maanden_lopend: Option<u32>,
        /// Of de achterstand over tien jaar alsnog is betaald, met rente en kosten.
        achterstand_betaald: Option<bool>,
        /// Hoeveel maanden achter elkaar niets is betaald.
        maanden_zonder_betaling: Option<u32>,
        /// Of te verwachten is dat de inwoner ooit gaat betalen.
        betaling_te_verwachten: Option<bool>,
        /// Wat nog open staat.
        restsom: Option<String>,
        /// Wat de inwoner in één keer betaalt.
        in_een_keer: Option<String>,
    }
    /// Waarom de bijstand te hoog was (artikel 58).
    Oorzaak {
        /// inlichtingenplicht, naderhand-middelen, te-hoog-verleend, voorschot of onverschuldigd-betaald.
        oorzaak: String,
        /// De eerste maand. Weglaten betekent: vanaf het begin.
        van: Option<String>,
        /// De laatste maand. Weglaten betekent: tot het einde.
        tot_en_met: Option<String>,
        /// Of de inwoner kon begrijpen dat het te veel was; alleen bij onverschuldigd-betaald.
        begrijpelijk: Option<bool>,
        /// Of het college dringende redenen heeft om niet terug te vorderen (artikel 58 lid 8).
        dringende_redenen: Option<bool>,
        /// Het deel waarvan het college afziet; alleen bij dringendeRedenen. Weglaten betekent: alles.
        afzien: Option<Afziendeel>,
    }
    /// Een deel van een vordering: een percentage of een bedrag.
    Afziendeel {
        /// Het percentage van elke maand, boven 0 en tot en met 100.
        #[schema(example = 40)]
        percentage: Option<f64>,
        /// Het bedrag over alle maanden van deze oorzaak samen, de oudste maand eerst.
        bedrag: Option<String>,
    }
    /// Wat er verandert en wat het college ermee kan doen.
    Herziening {
        /// De maanden, op volgorde.
        maanden: Vec<Herzieningsmaand>,
        /// Wat de inwoner krijgt nabetaald.
        nabetaling: String,
        /// Wat het college kan verrekenen met de bijstand (artikel 58 lid 4).
        verrekening: String,
        /// Wat het college terugvordert of kan terugvorderen (artikel 58).
        terugvordering: String,
        /// Waarvan het college afziet om dringende redenen (artikel 58 lid 8).
        afgezien: String,
        /// Wat van de nabetaling mag worden verrekend met de terugvordering (artikel 60a lid 4).
        salderen: String,
        /// Hoeveel de vakantietoeslag die apart staat verandert.
        reservering: String,
        /// Hoeveel maanden niet te bepalen zijn.
        onbepaald: usize,
        /// Wat bij de terugvordering hoort.
        vordering: Vordering,
    }
    /// Wat bij de terugvordering hoort: belasting, leningen, wie nog meer kan betalen, kwijtschelden.
    Vordering {
        /// De terugvordering per jaar met belasting en premies (artikel 58 lid 5); leeg als het college netto terugvordert.
        bruto: Vec<Jaarvordering>,
        /// De leningen en borgtochten, op volgorde van de vraag.
        leningen: Vec<Postoordeel>,
        /// Bijstand voor een doel, op volgorde van de vraag.
        bestemmingen: Vec<Postoordeel>,
        /// mogelijk, niet of onbepaald (artikel 58 lid 7); null zonder vraag.
        kwijtschelding: Option<String>,
        /// De maanden waarover ook iemand anders kan worden aangesproken (artikel 59).
        aansprakelijk: Vec<Aansprakelijke>,
        /// De zinnen met de artikelen.
        stappen: Vec<Stap>,
    }
    /// De terugvordering over een jaar.
    Jaarvordering {
        /// Het jaar.
        jaar: i16,
        /// Zonder belasting en premies.
        netto: String,
        /// Belasting en premies die niet meer te verrekenen zijn; null als die niet bekend zijn.
        belasting_en_premies: Option<String>,
        /// Samen.
        totaal: Option<String>,
    }
    /// Wat het college met een lening, of met bijstand voor een doel, kan doen.
    Postoordeel {
        /// terugvordering, geen of onbepaald.
        voorstel: String,
        /// Hoeveel daarvan.
        bedrag: Option<String>,
    }
    /// Iemand anders die kan worden aangesproken.
    Aansprakelijke {
        /// Over welke maand.
        maand: String,
        /// gezinsleden of partner.
        wie: String,
        /// Het artikel.
        grondslag: String,
    }
    /// Een maand.
    Herzieningsmaand {
        /// Welke maand.
        #[schema(example = "2026-03")]
        maand: String,
        /// Hoeveel meer bijstand het is, of minder.
        verschil: Option<String>,
        /// Welke bedragen verschillen: norm, middelen, verlaging.
        waardoor: Vec<String>,
        /// herziening of intrekking van het eerdere besluit; null als er niets verandert.
        besluit: Option<String>,
        /// geen, nabetaling, verrekening, terugvordering of onbepaald.
        voorstel: String,
        /// Het bedrag van het voorstel.
        bedrag: Option<String>,
        /// Waarvan het college in deze maand afziet om dringende redenen (artikel 58 lid 8).
        afgezien: String,
        /// Of het college geen keuze heeft.
        verplicht: bool,
        /// Hoeveel de vakantietoeslag die apart staat verandert.
        reservering: String,
        /// Wat er verandert en wat kan, met de artikelen.
        stappen: Vec<Stap>,
        /// De maand zoals die was besloten.
        oud: Reeksmaand,
        /// De maand met wat nu bekend is.
        nieuw: Reeksmaand,
    }
}
