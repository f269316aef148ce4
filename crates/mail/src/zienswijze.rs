//! The words of the messages about a round of zienswijzen.

use askama::Template;
use primitives::{Datum, datum_lang};

use crate::inhoud::one_line;
use crate::{Inhoud, MailError};

/// Something about a round of zienswijzen, to who receives it on behalf of a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZienswijzeBericht {
    /// The name of the municipality.
    pub gemeente: String,
    /// The subject of the round.
    pub titel: String,
    /// What there is to tell.
    pub aanleiding: Zienswijzeaanleiding,
    /// The last day for the council.
    pub uiterlijk: Datum,
    /// The address of the page.
    pub url: String,
    /// Who sends it.
    pub organisatie: String,
}

/// What there is to tell of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zienswijzeaanleiding {
    /// The documents are there.
    Geopend,
    /// Time runs out: four weeks, or one.
    Nog {
        /// How many weeks are left.
        weken: u8,
    },
    /// The last day has passed.
    Voorbij,
    /// The board answered.
    Beantwoord,
}

#[derive(Template)]
#[template(path = "zienswijze.txt")]
struct Tekst<'a> {
    m: &'a ZienswijzeBericht,
    zin: &'a str,
    doen: &'a str,
}

#[derive(Template)]
#[template(path = "zienswijze.html")]
struct Html<'a> {
    m: &'a ZienswijzeBericht,
    zin: &'a str,
    doen: &'a str,
    onderwerp: &'a str,
}

impl ZienswijzeBericht {
    /// The message in words.
    pub fn render(&self) -> Result<Inhoud, MailError> {
        let (onderwerp, zin, doen) = (self.onderwerp(), self.zin(), self.doen());
        Ok(Inhoud {
            tekst: Tekst {
                m: self,
                zin: &zin,
                doen,
            }
            .render()?,
            html: Html {
                m: self,
                zin: &zin,
                doen,
                onderwerp: &onderwerp,
            }
            .render()?,
            onderwerp,
        })
    }

    fn onderwerp(&self) -> String {
        let titel = one_line(&self.titel);
        let gemeente = one_line(&self.gemeente);
        let dag = datum_lang(self.uiterlijk);
        match self.aanleiding {
            Zienswijzeaanleiding::Geopend => {
                format!("Zienswijze van de raad van {gemeente} gevraagd: {titel}")
            }
            Zienswijzeaanleiding::Nog { .. } => {
                format!("Zienswijze van {gemeente} op {titel}: uiterlijk {dag}")
            }
            Zienswijzeaanleiding::Voorbij => {
                format!("Geen zienswijze van {gemeente} ontvangen: {titel}")
            }
            Zienswijzeaanleiding::Beantwoord => {
                format!("Antwoord op de zienswijze van {gemeente}: {titel}")
            }
        }
    }

    fn zin(&self) -> String {
        let (gemeente, titel) = (&self.gemeente, &self.titel);
        let dag = datum_lang(self.uiterlijk);
        match self.aanleiding {
            Zienswijzeaanleiding::Geopend => format!(
                "De raad van {gemeente} kan een zienswijze geven op: {titel}. Dat kan tot en met {dag}."
            ),
            Zienswijzeaanleiding::Nog { weken: 1 } => format!(
                "De raad van {gemeente} heeft nog een week om een zienswijze te geven op: {titel}. Dat kan tot en met {dag}."
            ),
            Zienswijzeaanleiding::Nog { weken } => format!(
                "De raad van {gemeente} heeft nog {weken} weken om een zienswijze te geven op: {titel}. Dat kan tot en met {dag}."
            ),
            Zienswijzeaanleiding::Voorbij => format!(
                "De raad van {gemeente} kon tot en met {dag} een zienswijze geven op: {titel}. Er is niets ontvangen. Komt er nog een zienswijze, dien die dan zo snel mogelijk in. Er komt bij te staan dat zij te laat is."
            ),
            Zienswijzeaanleiding::Beantwoord => format!(
                "Het bestuur heeft geantwoord op elk punt van de zienswijze van de raad van {gemeente} op: {titel}."
            ),
        }
    }

    const fn doen(&self) -> &'static str {
        match self.aanleiding {
            Zienswijzeaanleiding::Geopend => "Lees de stukken",
            Zienswijzeaanleiding::Nog { .. } | Zienswijzeaanleiding::Voorbij => {
                "Leg de zienswijze vast, of leg vast dat er geen is"
            }
            Zienswijzeaanleiding::Beantwoord => "Lees het antwoord",
        }
    }
}
