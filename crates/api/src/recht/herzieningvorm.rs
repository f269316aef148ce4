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
        /// Wat van de nabetaling mag worden verrekend met de terugvordering (artikel 60a lid 4).
        salderen: String,
        /// Hoeveel de vakantietoeslag die apart staat verandert.
        reservering: String,
        /// Hoeveel maanden niet te bepalen zijn.
        onbepaald: usize,
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
