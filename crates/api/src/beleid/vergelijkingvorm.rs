//! The JSON of the comparison.

use domain::beleid::{self, Deelnemer};
use domain::recht::{Huishoudreeks, Huishoudvergelijking, INKOMENS, Jaarbeeld};
use http_base::Fout;
use serde::Serialize;
use utoipa::ToSchema;

use super::omzetting::standvorm;
use super::vorm::Standvorm;

/// Het beleid van alle gemeenten naast elkaar.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Vergelijking {
    /// CBS-codes, in de volgorde van de waarden; de gemeente van het adres eerst.
    pub(super) gemeenten: Vec<String>,
    /// De dag waarvoor dit geldt.
    #[schema(format = Date, example = "2026-03-01")]
    pub(super) peildatum: String,
    /// Het moment waarop dit zo bekend was.
    #[schema(format = DateTime)]
    pub(super) bekend_op: String,
    /// Elk gegeven waarover op die dag gemeenten of de uitvoering beslissen.
    pub(super) gegevens: Vec<Vergelekengegeven>,
    /// Wat vier voorbeeldhuishoudens per jaar krijgen.
    pub(super) huishoudens: Vec<Vergelekenhuishouden>,
}

/// Een gegeven in elke gemeente.
#[derive(Serialize, ToSchema)]
pub(crate) struct Vergelekengegeven {
    /// Sleutel.
    #[schema(example = "iit.bedrag.gehuwden")]
    sleutel: String,
    /// Naam.
    naam: String,
    /// Hoeveel verschillende waarden er zijn.
    verschillend: usize,
    /// Wat er geldt, per gemeente.
    waarden: Vec<Vergelekenwaarde>,
}

/// Wat in een gemeente geldt.
#[derive(Serialize, ToSchema)]
pub(crate) struct Vergelekenwaarde {
    /// CBS-code.
    #[schema(example = "GM0294")]
    gemeente: String,
    /// Of de waarde anders is dan in de meeste gemeenten.
    afwijkend: bool,
    /// Wat er geldt.
    #[serde(flatten)]
    stand: Standvorm,
}

/// Een voorbeeldhuishouden in elke gemeente.
#[derive(Serialize, ToSchema)]
pub(crate) struct Vergelekenhuishouden {
    /// alleenstaande, alleenstaande-ouder, paar of paar-met-twee-kinderen.
    #[schema(example = "paar")]
    huishouden: &'static str,
    /// Naam.
    naam: &'static str,
    /// Wat elke gemeente geeft.
    gemeenten: Vec<Huishoudgemeente>,
}

/// Wat een gemeente een voorbeeldhuishouden per jaar geeft.
#[derive(Serialize, ToSchema)]
pub(crate) struct Huishoudgemeente {
    /// CBS-code.
    #[schema(example = "GM0294")]
    gemeente: String,
    /// Per inkomen; leeg op een dag waarvan de normen niet bekend zijn.
    inkomens: Vec<Huishoudbedrag>,
}

/// Wat een huishouden met een bepaald inkomen per jaar krijgt.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Huishoudbedrag {
    /// Inkomen in procenten van de bijstandsnorm.
    #[schema(example = 110)]
    inkomen: u32,
    /// Alles samen, in euro per jaar; leeg als niets is vastgesteld.
    #[schema(example = "555.00")]
    bedrag: Option<String>,
    /// Waaruit het bestaat.
    delen: Vec<Huishouddeel>,
    /// Regelingen waarover de gemeente te weinig besloot om te rekenen.
    niet_vastgesteld: Vec<&'static str>,
}

/// Wat een regeling geeft.
#[derive(Serialize, ToSchema)]
pub(crate) struct Huishouddeel {
    /// De regeling.
    regeling: &'static str,
    /// In euro per jaar.
    #[schema(example = "450.00")]
    bedrag: String,
    /// Het besluit, zoals men het aanhaalt.
    besluit: Option<String>,
}

impl Vergelekengegeven {
    /// A parameter with its values in the order of the municipalities.
    pub(super) fn new(
        vergelijking: &beleid::Vergelijking<'_>,
        deelnemers: &[Deelnemer],
    ) -> Result<Self, Fout> {
        let waarde = |(vergeleken, deelnemer): (&beleid::Vergeleken<'_>, &Deelnemer)| {
            Ok(Vergelekenwaarde {
                gemeente: deelnemer.gemeente.to_string(),
                afwijkend: vergeleken.is_afwijkend,
                stand: standvorm(&vergeleken.stand)?,
            })
        };
        let waarden = vergelijking.standen.iter().zip(deelnemers).map(waarde);
        Ok(Self {
            sleutel: vergelijking.parameter.sleutel.to_string(),
            naam: vergelijking.parameter.naam.clone(),
            verschillend: vergelijking.verschillend,
            waarden: waarden.collect::<Result<_, Fout>>()?,
        })
    }
}

impl From<&Huishoudvergelijking<'_>> for Vergelekenhuishouden {
    fn from(vergelijking: &Huishoudvergelijking<'_>) -> Self {
        Self {
            huishouden: vergelijking.huishouden.code(),
            naam: vergelijking.huishouden.naam(),
            gemeenten: vergelijking
                .reeksen
                .iter()
                .map(Huishoudgemeente::from)
                .collect(),
        }
    }
}

impl From<&Huishoudreeks<'_>> for Huishoudgemeente {
    fn from(reeks: &Huishoudreeks<'_>) -> Self {
        let beelden = reeks.beelden.iter().flatten();
        Self {
            gemeente: reeks.deelnemer.gemeente.to_string(),
            inkomens: INKOMENS.into_iter().zip(beelden).map(bedrag).collect(),
        }
    }
}

fn bedrag((inkomen, beeld): (u32, &Jaarbeeld)) -> Huishoudbedrag {
    Huishoudbedrag {
        inkomen,
        bedrag: beeld.totaal().map(|bedrag| bedrag.to_string()),
        delen: beeld
            .delen
            .iter()
            .map(|deel| Huishouddeel {
                regeling: deel.naam,
                bedrag: deel.bedrag.to_string(),
                besluit: deel.besluit.clone(),
            })
            .collect(),
        niet_vastgesteld: beeld.niet_vastgesteld.clone(),
    }
}
