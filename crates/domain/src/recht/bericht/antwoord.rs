//! The answer to a question (contract 2.1).

use std::borrow::Cow;

use primitives::{Datum, Geld};
use serde::Serialize;

use super::Uitleg;
use super::vraag::{Vraag, Vraagfeiten};
use crate::recht::regelingen::{Regelingsaanvraag, Regelingsfeiten, Waarden};
use crate::recht::uitleg::{
    Stap, insert_vakantieaanspraken, render_bijstand, render_bijstand_in, render_iit,
    render_regeling,
};
use crate::recht::{
    Bijstandsbeleid, Bijstandsberekening, Bijstandsfeiten, GeenRecht, IitBeleid, Iitberekening,
    Inkomst, Kader, Leefsituatie, Maandbeeld, Onbepaald, Reden, Regeling, Toeslagfeiten,
    Vakantieaanspraak, Vermogen, calculate_bijstand, calculate_bijstand_in, calculate_iit,
    calculate_vakantieaanspraken,
};

/// The outcome as it is written to the caller.
///
/// Amounts that were not reached are null: where art. 13 excludes somebody there is no norm, where the means
/// are too high the income was not weighed, and where the outcome is `onbepaald` no amount is given at all.
/// Without a right `bedrag`, `vakantietoeslag` and `uitbetaling` are zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Antwoord {
    /// `recht`, `geen-recht` or `onbepaald`.
    pub uitkomst: &'static str,
    /// Per month, holiday pay included.
    pub norm: Option<Geld>,
    /// Income that counts.
    pub middelen: Option<Geld>,
    /// Reduction by a maatregel.
    pub verlaging: Option<Geld>,
    /// Norm less income less reduction; of a toeslag the amount per year, of another scheme its amount.
    pub bedrag: Option<Geld>,
    /// The part of it that is reserved.
    pub vakantietoeslag: Option<Geld>,
    /// The rest.
    pub uitbetaling: Option<Geld>,
    /// Why there is no right, or why that cannot be determined.
    pub reden: Option<String>,
    /// The steps; empty when nobody asked for them.
    pub uitleg: Vec<Stap>,
}

impl Vraag {
    /// The answer with its explanation.
    pub fn calculate(&self) -> Antwoord {
        self.answer(Uitleg::Met)
    }

    /// The answer alone, which takes a fraction of the time.
    pub fn calculate_zonder_uitleg(&self) -> Antwoord {
        self.answer(Uitleg::Zonder)
    }

    fn answer(&self, uitleg: Uitleg) -> Antwoord {
        let answered = match self.regeling {
            Regeling::AlgemeneBijstand => self.answer_bijstand(uitleg),
            Regeling::IndividueleInkomenstoeslag => self.answer_iit(uitleg),
            _ => self.answer_regeling(uitleg),
        };
        answered.unwrap_or_else(|reden| Antwoord::onbepaald(reden.to_string(), Vec::new()))
    }

    fn facts(&self) -> Result<(&Vraagfeiten, Leefsituatie), Onbepaald> {
        let feiten = self
            .feiten
            .as_ref()
            .map_err(|ontbrekend| Onbepaald::FeitenOntbreken(ontbrekend.clone()))?;
        let situatie = feiten.huishouden.leefsituatie(self.peildatum)?;
        Ok((feiten, situatie))
    }

    /// The college's values for the norm; none where they were neither given nor looked up.
    fn bijstandsbeleid(&self) -> &Bijstandsbeleid {
        self.bijstandsbeleid.as_ref().unwrap_or(Kader::WET.beleid)
    }

    fn aanvraag<'a>(
        &'a self,
        feiten: &Vraagfeiten,
        situatie: &'a Leefsituatie,
    ) -> Regelingsaanvraag<'a> {
        Regelingsaanvraag {
            peildatum: self.peildatum,
            situatie,
            vermogen: feiten.vermogen,
            bijstandsbeleid: self.bijstandsbeleid(),
        }
    }

    fn answer_bijstand(&self, uitleg: Uitleg) -> Result<Antwoord, Onbepaald> {
        let (feiten, situatie) = self.facts()?;
        let aanspraken = calculate_vakantieaanspraken(
            self.peildatum,
            &situatie,
            &feiten.inkomsten,
            &feiten.zonder_vakantietoeslag,
        )?;
        let inkomsten = with_aanspraken(&feiten.inkomsten, &aanspraken);
        let feiten = Bijstandsfeiten {
            peildatum: self.peildatum,
            situatie: &situatie,
            inkomsten: &inkomsten,
            vermogen: feiten.vermogen,
            verlaging: feiten.verlaging,
        };
        let kader = Kader {
            bekend_op: self.bekend_op,
            beleid: self.bijstandsbeleid(),
        };
        let berekening = calculate_bijstand_in(&kader, &feiten);
        let stappen = uitleg.render(|| {
            let mut stappen = render_bijstand_in(&kader, &feiten, &berekening);
            insert_vakantieaanspraken(&aanspraken, &mut stappen);
            stappen
        });
        Ok(Antwoord::bijstand(&berekening, stappen))
    }

    fn answer_iit(&self, uitleg: Uitleg) -> Result<Antwoord, Onbepaald> {
        let (feiten, situatie) = self.facts()?;
        let toeslag: &Toeslagfeiten = feiten
            .toeslag
            .as_ref()
            .ok_or_else(|| Onbepaald::FeitenOntbreken(vec!["toeslag".to_owned()]))?;
        let geen = Waarden::default();
        let beleid = IitBeleid::read(self.waarden.as_ref().unwrap_or(&geen));
        let aanvraag = self.aanvraag(feiten, &situatie);
        let berekening = calculate_iit(&aanvraag, toeslag, &beleid);
        let stappen = uitleg.render(|| render_iit(&aanvraag, toeslag, &beleid, &berekening));
        Ok(Antwoord::iit(&berekening, stappen))
    }

    fn answer_regeling(&self, uitleg: Uitleg) -> Result<Antwoord, Onbepaald> {
        let (feiten, situatie) = self.facts()?;
        let van_de_regeling = feiten
            .regeling
            .as_ref()
            .ok_or_else(|| Onbepaald::FeitenOntbreken(vec![self.regeling.naam().to_owned()]))?;
        let geen = Waarden::default();
        let aanvraag = self.aanvraag(feiten, &situatie);
        let waarden = self.waarden.as_ref().unwrap_or(&geen);
        Ok(Antwoord::regeling(
            &aanvraag,
            van_de_regeling,
            waarden,
            uitleg,
        ))
    }
}

impl<'a> Regelingsaanvraag<'a> {
    /// For the household of a record. That tells nothing about which the college may lower a norm, so its values for that
    /// decide nothing.
    const fn by_record(peildatum: Datum, situatie: &'a Leefsituatie, vermogen: Vermogen) -> Self {
        Self {
            peildatum,
            situatie,
            vermogen: Some(vermogen),
            bijstandsbeleid: Kader::WET.beleid,
        }
    }
}

/// The incomes with the holiday pay that belongs to them.
pub(super) fn with_aanspraken<'a>(
    inkomsten: &'a [Inkomst],
    aanspraken: &[(usize, Vakantieaanspraak)],
) -> Cow<'a, [Inkomst]> {
    let mut inkomsten = Cow::Borrowed(inkomsten);
    for (plek, aanspraak) in aanspraken {
        if let Some(inkomst) = inkomsten.to_mut().get_mut(*plek) {
            inkomst.bedrag = inkomst.bedrag + aanspraak.bedrag;
        }
    }
    inkomsten
}

impl Maandbeeld {
    /// The right by the law on a day in the month of the record, explained.
    pub fn explain(&self, peildatum: Datum) -> Antwoord {
        let explain = |feiten: &Bijstandsfeiten<'_>| {
            let berekening = calculate_bijstand(feiten);
            Antwoord::bijstand(&berekening, render_bijstand(feiten, &berekening))
        };
        self.with_feiten(peildatum, explain)
            .unwrap_or_else(|fout| Antwoord::onbepaald(fout.to_string(), Vec::new()))
    }

    /// The individuele inkomenstoeslag on an application of `peildatum`, for the household of the record,
    /// explained. The record holds no means, so they are told.
    pub fn explain_toeslag(
        &self,
        peildatum: Datum,
        vermogen: Vermogen,
        feiten: &Toeslagfeiten,
        beleid: &IitBeleid,
    ) -> Antwoord {
        let situatie = match self.leefsituatie(peildatum) {
            Ok(situatie) => situatie,
            Err(fout) => return Antwoord::onbepaald(fout.to_string(), Vec::new()),
        };
        let aanvraag = Regelingsaanvraag::by_record(peildatum, &situatie, vermogen);
        let berekening = calculate_iit(&aanvraag, feiten, beleid);
        let stappen = render_iit(&aanvraag, feiten, beleid, &berekening);
        Antwoord::iit(&berekening, stappen)
    }
}

impl Maandbeeld {
    /// Another scheme on an application of `peildatum`, for the household of the record, explained. The record holds no
    /// means, so they are told.
    pub fn explain_regeling(
        &self,
        peildatum: Datum,
        vermogen: Vermogen,
        feiten: &Regelingsfeiten,
        waarden: &Waarden,
    ) -> Antwoord {
        let situatie = match self.leefsituatie(peildatum) {
            Ok(situatie) => situatie,
            Err(fout) => return Antwoord::onbepaald(fout.to_string(), Vec::new()),
        };
        let aanvraag = Regelingsaanvraag::by_record(peildatum, &situatie, vermogen);
        Antwoord::regeling(&aanvraag, feiten, waarden, Uitleg::Met)
    }
}

impl Antwoord {
    /// The answer for a scheme beside algemene bijstand.
    fn regeling(
        aanvraag: &Regelingsaanvraag<'_>,
        feiten: &Regelingsfeiten,
        waarden: &Waarden,
        uitleg: Uitleg,
    ) -> Self {
        let berekening = feiten.calculate(aanvraag, waarden);
        let stappen = uitleg.render(|| render_regeling(aanvraag, feiten, &berekening));
        match berekening.uitkomst() {
            Ok(bedrag) => Self {
                bedrag,
                ..Self::toeslag("recht", Geld::NUL, None, stappen)
            },
            Err(Reden::GeenRecht(reden)) => {
                Self::toeslag("geen-recht", Geld::NUL, Some(reden.to_string()), stappen)
            }
            Err(Reden::Onbepaald(reden)) => Self::onbepaald(reden.to_string(), stappen),
        }
    }

    /// The answer for a calculation of algemene bijstand.
    pub fn bijstand(berekening: &Bijstandsberekening, uitleg: Vec<Stap>) -> Self {
        let bedragen = match &berekening.uitkomst {
            Ok(bedragen) => *bedragen,
            Err(Reden::GeenRecht(reden)) => return Self::geen_recht(reden, berekening, uitleg),
            Err(Reden::Onbepaald(reden)) => {
                return Self::onbepaald(reden.to_string(), uitleg);
            }
        };
        Self {
            uitkomst: "recht",
            bedrag: Some(bedragen.bedrag),
            vakantietoeslag: Some(bedragen.vakantietoeslag),
            uitbetaling: Some(bedragen.uitbetaling),
            reden: None,
            ..Self::reached(berekening, uitleg)
        }
    }

    /// The answer for a calculation of the toeslag.
    fn iit(berekening: &Iitberekening, uitleg: Vec<Stap>) -> Self {
        match &berekening.uitkomst {
            Ok(bedrag) => Self::toeslag("recht", *bedrag, None, uitleg),
            Err(Reden::GeenRecht(reden)) => {
                Self::toeslag("geen-recht", Geld::NUL, Some(reden.to_string()), uitleg)
            }
            Err(Reden::Onbepaald(reden)) => Self::onbepaald(reden.to_string(), uitleg),
        }
    }

    fn geen_recht(reden: &GeenRecht, berekening: &Bijstandsberekening, uitleg: Vec<Stap>) -> Self {
        Self {
            reden: Some(reden.to_string()),
            ..Self::reached(berekening, uitleg)
        }
    }

    /// What a calculation reached, as if it ended without a right.
    fn reached(berekening: &Bijstandsberekening, uitleg: Vec<Stap>) -> Self {
        Self {
            uitkomst: "geen-recht",
            norm: berekening.norm.map(|norm| norm.bedrag),
            middelen: berekening.inkomen.as_ref().map(|inkomen| inkomen.middelen),
            verlaging: berekening.verlaging,
            bedrag: Some(Geld::NUL),
            vakantietoeslag: Some(Geld::NUL),
            uitbetaling: Some(Geld::NUL),
            reden: None,
            uitleg,
        }
    }

    /// A toeslag has no norm, holiday pay or monthly payment, and nothing is deducted from it.
    const fn toeslag(
        uitkomst: &'static str,
        bedrag: Geld,
        reden: Option<String>,
        uitleg: Vec<Stap>,
    ) -> Self {
        Self {
            uitkomst,
            norm: None,
            middelen: Some(Geld::NUL),
            verlaging: Some(Geld::NUL),
            bedrag: Some(bedrag),
            vakantietoeslag: None,
            uitbetaling: None,
            reden,
            uitleg,
        }
    }

    /// No amount at all.
    /// The answer where the right cannot be determined, with why.
    pub const fn onbepaald(reden: String, uitleg: Vec<Stap>) -> Self {
        Self {
            uitkomst: "onbepaald",
            norm: None,
            middelen: None,
            verlaging: None,
            bedrag: None,
            vakantietoeslag: None,
            uitbetaling: None,
            reden: Some(reden),
            uitleg,
        }
    }
}
