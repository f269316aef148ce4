//! What a caseworker proposes: a decision that follows from a frozen calculation.

use jiff::Span;
use primitives::{Datum, Geld, Veldcontrole, Veldfouten};
use serde::{Deserialize, Serialize};

use super::handeling::keuze;
use super::{Afweegpunt, Afweging, Ontheffing, Rekenfeiten, Uitkeringswijze, list_afweegpunten};
use crate::recht::Regeling;
use crate::recht::bericht::Antwoord;
use crate::recht::uitleg::Stap;

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Besluitsoort {
    /// What was asked for.
    Toekenning,
    /// Less than was asked for.
    Gedeeltelijk,
    /// Nothing: there is no right.
    Afwijzing,
    /// Not treated: something is missing. Awb art. 4:5.
    BuitenBehandeling,
}

keuze!(Besluitsoort {
    Toekenning => "toekenning", "Toekennen";
    Gedeeltelijk => "gedeeltelijk", "Voor een deel toekennen";
    Afwijzing => "afwijzing", "Afwijzen";
    BuitenBehandeling => "buiten-behandeling", "Niet behandelen (Awb art. 4:5)";
});

/// A proposed decision. The calculation itself is kept beside it, to be made again later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Besluitvoorstel {
    /// What.
    pub besluit: Besluitsoort,
    /// From when.
    pub ingang: Option<Datum>,
    /// Why, for the resident. Awb art. 3:46.
    pub motivering: String,
    /// What was weighed.
    pub afwegingen: Vec<Afweging>,
    /// The steps of the calculation; none where nothing was calculated.
    pub stappen: Vec<Beschikkingsstap>,
    /// Per month, or per year for a toeslag; holiday pay included.
    pub bedrag: Option<Geld>,
    /// Paid per month, without holiday pay.
    pub uitbetaling: Option<Geld>,
    /// An exemption from the duty to work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ontheffing: Option<Ontheffing>,
    /// Whether it grants algemene bijstand to somebody of 18 to 26, so that a plan van aanpak comes with it. Art. 44 lid 4.
    #[serde(default)]
    pub met_plan: bool,
    /// How another scheme than algemene bijstand is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uitkeringswijze: Option<Uitkeringswijze>,
}

/// A step of the calculation, as the letter repeats it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Beschikkingsstap {
    /// The sentence.
    pub tekst: String,
    /// The article.
    pub grondslag: String,
    /// The decision of council or college that set a value.
    pub besluit: Option<String>,
}

/// Why a proposal is none. Displays as a Dutch sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoorstelOnjuist {
    /// The right cannot be determined; with the reason that the calculation gave.
    #[error("het recht is niet te bepalen: {0}")]
    Onbepaald(String),
    /// The calculation gives a right.
    #[error("uit de berekening volgt recht: kies toekennen")]
    WelRecht,
    /// The calculation gives none.
    #[error("uit de berekening volgt geen recht: kies afwijzen. {0}")]
    GeenRecht(String),
    /// A decision on the right without a calculation, or the other way round.
    #[error("bij dit besluit hoort een berekening, en bij niet behandelen niet")]
    Berekening,
}

impl Besluitvoorstel {
    /// A proposal on an answer of the calculation; none when it is not treated. Every fault by its field.
    pub fn try_new(
        besluit: Besluitsoort,
        antwoord: Option<&Antwoord>,
        ingang: Option<Datum>,
        motivering: String,
        afwegingen: Vec<Afweging>,
    ) -> Result<Self, Veldfouten> {
        check_uitkomst(besluit, antwoord)
            .map_err(|fout| Veldfouten::single("besluit", fout.to_string()))?;
        let stappen = antwoord.map_or_else(Vec::new, |antwoord| {
            antwoord.uitleg.iter().map(Beschikkingsstap::from).collect()
        });
        let is_toegekend = besluit.is_toekenning();
        if is_toegekend && ingang.is_none() {
            return Err(Veldfouten::single("ingang", "vul in vanaf welke dag"));
        }
        let bedrag =
            |kies: fn(&Antwoord) -> Option<Geld>| antwoord.filter(|_| is_toegekend).and_then(kies);
        Ok(Self {
            besluit,
            ingang: ingang.filter(|_| is_toegekend),
            motivering,
            afwegingen,
            stappen,
            bedrag: bedrag(|antwoord| antwoord.bedrag),
            uitbetaling: bedrag(|antwoord| antwoord.uitbetaling),
            ontheffing: None,
            met_plan: false,
            uitkeringswijze: None,
        })
    }

    /// The proposal with how the amount is given, by the facts and the answer of its calculation.
    #[must_use]
    pub fn with_uitkeringswijze(
        self,
        regeling: Regeling,
        feiten: &Rekenfeiten,
        antwoord: &Antwoord,
    ) -> Self {
        let uitkeringswijze = self
            .besluit
            .is_toekenning()
            .then(|| Uitkeringswijze::of(regeling, feiten, antwoord))
            .flatten();
        Self {
            uitkeringswijze,
            ..self
        }
    }

    /// The proposal for people born on these days: for who is under 27 a plan comes with it. Participatiewet art. 44 lid 4.
    #[must_use]
    pub fn with_plan(self, regeling: Regeling, geboren: impl IntoIterator<Item = Datum>) -> Self {
        let jaren = |dag: Datum, aantal: i64| dag.saturating_add(Span::new().years(aantal));
        let is_jong =
            |ingang: Datum, dag: Datum| jaren(dag, 18) <= ingang && ingang < jaren(dag, 27);
        let mut geboren = geboren.into_iter();
        let met_plan = regeling == Regeling::AlgemeneBijstand
            && self.besluit.is_toekenning()
            && self
                .ingang
                .is_some_and(|ingang| geboren.any(|dag| is_jong(ingang, dag)));
        Self { met_plan, ..self }
    }

    /// The proposal with an exemption from the duty to work; only where algemene bijstand is granted.
    pub fn with_ontheffing(
        self,
        ontheffing: Ontheffing,
        regeling: Regeling,
    ) -> Result<Self, Veldfouten> {
        if regeling != Regeling::AlgemeneBijstand || !self.besluit.is_toekenning() {
            let melding = "een ontheffing is er alleen bij het toekennen van algemene bijstand";
            return Err(Veldfouten::single("ontheffing", melding));
        }
        Ok(Self {
            ontheffing: Some(ontheffing),
            ..self
        })
    }

    /// Refuses when a choice that the law asks for was not weighed, or the first day is too early. Participatiewet art. 44.
    pub(super) fn check_afwegingen(&self, gemeld_op: Datum) -> Result<(), Veldfouten> {
        let mut controle = Veldcontrole::default();
        for punt in self.open_afweegpunten(gemeld_op) {
            controle.refuse(
                "afweging",
                format!(
                    "hier is een afweging nodig: {} ({})",
                    punt.naam().to_lowercase(),
                    punt.artikel()
                ),
            );
        }
        let eerst = gemeld_op.saturating_sub(Span::new().months(3));
        if self.ingang.is_some_and(|dag| dag < eerst) {
            controle.refuse(
                "ingang",
                "dit is meer dan drie maanden voor de melding (Participatiewet art. 44 lid 5)",
            );
        }
        controle.finish()
    }

    /// The choices that are asked for and were not weighed.
    pub fn open_afweegpunten(&self, gemeld_op: Datum) -> Vec<Afweegpunt> {
        let mut punten = list_afweegpunten(&self.stappen, self.ingang, gemeld_op);
        punten.extend(self.ontheffing.and_then(Ontheffing::afweegpunt));
        punten.retain(|punt| {
            self.afwegingen
                .iter()
                .all(|afweging| afweging.punt != *punt)
        });
        punten
    }
}

impl Besluitsoort {
    /// Whether something is given.
    pub const fn is_toekenning(self) -> bool {
        matches!(self, Self::Toekenning | Self::Gedeeltelijk)
    }
}

fn check_uitkomst(
    besluit: Besluitsoort,
    antwoord: Option<&Antwoord>,
) -> Result<(), VoorstelOnjuist> {
    let is_besluit_op_recht = besluit != Besluitsoort::BuitenBehandeling;
    let Some(antwoord) = antwoord else {
        return if is_besluit_op_recht {
            Err(VoorstelOnjuist::Berekening)
        } else {
            Ok(())
        };
    };
    let reden = || antwoord.reden.clone().unwrap_or_default();
    match (antwoord.uitkomst, is_besluit_op_recht) {
        (_, false) => Err(VoorstelOnjuist::Berekening),
        ("recht", _) if besluit.is_toekenning() => Ok(()),
        ("recht", _) => Err(VoorstelOnjuist::WelRecht),
        ("geen-recht", _) if besluit == Besluitsoort::Afwijzing => Ok(()),
        ("geen-recht", _) => Err(VoorstelOnjuist::GeenRecht(reden())),
        _ => Err(VoorstelOnjuist::Onbepaald(reden())),
    }
}

impl From<&Stap> for Beschikkingsstap {
    fn from(stap: &Stap) -> Self {
        Self {
            tekst: stap.tekst.clone(),
            grondslag: stap.grondslag.to_owned(),
            besluit: stap.besluit.clone(),
        }
    }
}
