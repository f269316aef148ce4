//! The form of one act, one page: a day, a second day, a choice, who, a text; each where the act asks for it.

use askama::Template;
use domain::dossier::{Reden, Vrijetekst};
use primitives::{Datum, Veldcontrole, Veldfouten, parse_datum_nl};
use serde::Deserialize;

use crate::formuliervelden::{Fouten, Keuze};
use crate::schil::Schil;

/// The page of an act.
#[derive(Template)]
#[template(path = "handeling.html")]
pub(crate) struct HandelingPagina {
    pub(crate) schil: Schil,
    pub(crate) fouten: Fouten,
    pub(crate) vorm: Vorm,
    pub(crate) invoer: Invoer,
    /// Why this cannot be done now.
    pub(crate) kan_niet: bool,
    /// What it happens to: `de aanvraag`.
    pub(crate) waaraan: &'static str,
    pub(crate) terug: String,
}

/// What a form of an act asks; empty texts are fields that it does not have.
pub(crate) struct Vorm {
    pub(crate) titel: &'static str,
    pub(crate) uitleg: &'static str,
    pub(crate) dag: &'static str,
    /// The label of the second day.
    pub(crate) tweede: Option<&'static str>,
    pub(crate) tweede_verplicht: bool,
    pub(crate) keuze: &'static str,
    pub(crate) keuzes: Vec<Keuze>,
    /// People: who agreed, who was there.
    pub(crate) wie: &'static str,
    pub(crate) tekst: &'static str,
    pub(crate) tekst_verplicht: bool,
    /// Whether the text may be as long as a report.
    pub(crate) is_verslag: bool,
    pub(crate) knop: &'static str,
}

#[derive(Default, Deserialize)]
pub(crate) struct Invoer {
    #[serde(default)]
    pub(crate) gezien: String,
    #[serde(default)]
    pub(crate) dag: String,
    #[serde(default)]
    pub(crate) uiterlijk: String,
    #[serde(default)]
    pub(crate) keuze: String,
    #[serde(default)]
    pub(crate) wie: String,
    #[serde(default)]
    pub(crate) tekst: String,
}

/// What was read from the fields; those that a form does not have are empty.
pub(crate) struct Gelezen {
    pub(crate) dag: Option<Datum>,
    pub(crate) tweede: Option<Datum>,
    pub(crate) keuze: String,
    pub(crate) wie: String,
    pub(crate) tekst: String,
}

impl Vorm {
    /// A form without a field.
    pub(crate) const fn leeg() -> Self {
        Self {
            titel: "",
            uitleg: "",
            dag: "",
            tweede: None,
            tweede_verplicht: true,
            keuze: "",
            keuzes: Vec::new(),
            wie: "",
            tekst: "",
            tekst_verplicht: true,
            is_verslag: false,
            knop: "Vastleggen",
        }
    }

    /// Where a fault of the whole form stands.
    pub(crate) const fn first_field(&self) -> &'static str {
        if self.dag.is_empty() { "tekst" } else { "dag" }
    }
}

impl Invoer {
    /// The act that was filled in, made by `act` of what was read, and the number of the last act that was shown.
    pub(crate) fn parse<H>(
        &self,
        vorm: &Vorm,
        act: impl FnOnce(Gelezen) -> Option<H>,
    ) -> Result<(usize, H), Veldfouten> {
        const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
        const ONVOLLEDIG: &str = "dit formulier is onvolledig: open de pagina opnieuw";
        let mut controle = Veldcontrole::default();
        let gezien = controle.take("dag", self.gezien.parse().map_err(|_| ONVOLLEDIG));
        let dag = (!vorm.dag.is_empty())
            .then(|| controle.take("dag", parse_datum_nl(&self.dag).ok_or(DAG)))
            .flatten();
        let tweede = vorm
            .tweede
            .filter(|_| vorm.tweede_verplicht || !self.uiterlijk.trim().is_empty())
            .and_then(|_| controle.take("uiterlijk", parse_datum_nl(&self.uiterlijk).ok_or(DAG)));
        if !vorm.keuze.is_empty() && vorm.keuzes.iter().all(|een| een.waarde != self.keuze) {
            controle.refuse("keuze", "maak een keuze");
        }
        let wie = (!vorm.wie.is_empty())
            .then(|| controle.take("wie", Reden::parse(&self.wie)))
            .flatten();
        let tekst = self.read_tekst(vorm, &mut controle);
        controle.finish()?;
        let gelezen = Gelezen {
            dag,
            tweede,
            keuze: self.keuze.clone(),
            wie: wie.map(|wie| wie.as_str().to_owned()).unwrap_or_default(),
            tekst,
        };
        gezien
            .zip(act(gelezen))
            .ok_or_else(|| Veldfouten::single("dag", ONVOLLEDIG))
    }

    fn read_tekst(&self, vorm: &Vorm, controle: &mut Veldcontrole) -> String {
        let is_gevraagd =
            !vorm.tekst.is_empty() && (vorm.tekst_verplicht || !self.tekst.trim().is_empty());
        if !is_gevraagd {
            return String::new();
        }
        let tekst = if vorm.is_verslag {
            let verslag = controle.take("tekst", Vrijetekst::<2000>::parse(&self.tekst));
            verslag.map(|tekst| tekst.as_str().to_owned())
        } else {
            let reden = controle.take("tekst", Reden::parse(&self.tekst));
            reden.map(|tekst| tekst.as_str().to_owned())
        };
        tekst.unwrap_or_default()
    }
}
