//! One error for both doors, and the one table from error to status, type and title (house-style section 7).

mod aanmelding;
mod aanvraag;
mod beleid;
mod bezwaar;
mod doorrekening;
mod dossier;
mod gemeente;
mod herziening;
mod opdracht;
mod recht;
mod soort;
mod statistiek;
mod sturing;
mod toezicht;
mod vertaling;
mod werkinstructie;
mod zienswijze;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use primitives::{Veldfout, Veldfouten};
use serde::Serialize;

pub use soort::Soort;

use crate::Gemeentenaam;

type Bron = Box<dyn StdError + Send + Sync>;

/// Why a request gets no ordinary answer.
#[derive(Debug)]
pub struct Fout {
    melding: Foutmelding,
    bron: Option<Bron>,
}

/// What of an error may leave the program: never the cause of a broken one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Foutmelding {
    /// Which row of the table.
    #[serde(skip)]
    pub soort: Soort,
    /// What happened, in a few words of Dutch.
    pub titel: Cow<'static, str>,
    /// What, why and what to do, in Dutch.
    pub detail: Cow<'static, str>,
    /// Every wrong field.
    pub velden: Vec<Veldfout>,
}

impl Fout {
    /// An error of the caller, with what to do about it.
    pub fn new(soort: Soort, detail: impl Into<Cow<'static, str>>) -> Self {
        let melding = Foutmelding {
            soort,
            titel: soort.titel().into(),
            detail: detail.into(),
            velden: Vec::new(),
        };
        Self {
            melding,
            bron: None,
        }
    }

    /// Not there, or not yours: the caller learns no difference.
    pub fn niet_gevonden() -> Self {
        Self::new(
            Soort::NietGevonden,
            "Deze pagina of dit gegeven bestaat niet, of u heeft er geen toegang toe.",
        )
    }

    /// Something of ours is broken. The cause goes to the log only.
    pub fn storing(bron: impl Into<Bron>) -> Self {
        Self {
            bron: Some(bron.into()),
            ..Self::new(
                Soort::Storing,
                "Er ging bij ons iets mis. Probeer het later nog eens. Blijft het misgaan, noem dan het kenmerk bij de beheerder.",
            )
        }
    }

    /// Something that we need does not answer now.
    pub fn niet_beschikbaar(bron: impl Into<Bron>) -> Self {
        Self {
            bron: Some(bron.into()),
            ..Self::new(
                Soort::NietBeschikbaar,
                "De dienst is even niet beschikbaar. Probeer het over een minuut nog eens.",
            )
        }
    }

    /// The schema of this municipality is older than this program, as while `stuurhuis migrate` runs.
    pub fn wordt_bijgewerkt(gemeente: &Gemeentenaam) -> Self {
        Self::niet_beschikbaar(format!(
            "schema of {} misses a step of this program",
            gemeente.code
        ))
        .with_detail(format!(
            "De gegevens van {} worden bijgewerkt. Probeer het over een paar minuten nog eens. Duurt het langer, bel dan de beheerder.",
            gemeente.naam
        ))
    }

    /// Says what happened in other words than those of the table.
    #[must_use]
    pub fn with_titel(mut self, titel: &'static str) -> Self {
        self.melding.titel = titel.into();
        self
    }

    /// Says what to do in other words.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.melding.detail = detail.into();
        self
    }

    /// What may leave the program.
    pub const fn melding(&self) -> &Foutmelding {
        &self.melding
    }

    /// Which row of the table.
    pub const fn soort(&self) -> Soort {
        self.melding.soort
    }

    /// The whole chain of causes, for the log.
    pub fn oorzaak(&self) -> Option<String> {
        let bron = self.bron.as_deref()?;
        let mut keten = bron.to_string();
        let mut dieper = bron.source();
        while let Some(fout) = dieper {
            keten.push_str(": ");
            keten.push_str(&fout.to_string());
            dieper = fout.source();
        }
        Some(keten)
    }
}

impl fmt::Display for Fout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.melding.titel)
    }
}

impl StdError for Fout {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.bron.as_deref().map(|bron| bron as _)
    }
}

impl ResponseError for Fout {
    fn status_code(&self) -> StatusCode {
        self.melding.soort.status()
    }

    /// An answer without body: [`crate::answer_errors`] writes it as a page or as problem details.
    fn error_response(&self) -> HttpResponse {
        let mut antwoord = HttpResponse::new(self.status_code());
        antwoord.extensions_mut().insert(self.melding.clone());
        antwoord
    }
}

impl From<Veldfouten> for Fout {
    fn from(fouten: Veldfouten) -> Self {
        let mut fout = Self::new(
            Soort::OngeldigeInvoer,
            "Niet alles is goed ingevuld. Herstel de genoemde velden en verstuur opnieuw.",
        );
        fout.melding.velden = fouten.list().to_vec();
        fout
    }
}
