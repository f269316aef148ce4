//! The hearing of who objects, or why there is none. Awb arts 7:2 and 7:3.

use primitives::Datum;
use serde::{Deserialize, Serialize};

use super::{BezwaarGeweigerd, Bezwaaruitkomst};
use crate::aanvraag::keuze;

/// A hearing. Awb arts 7:2 and 7:7.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Gehoord {
    /// On which day.
    pub gehoord_op: Datum,
    /// Who was there: who was heard, and who heard. Awb art. 7:5.
    pub wie: String,
    /// What was said, in short. Awb art. 7:7.
    pub verslag: String,
}

/// Why nobody is heard. Awb art. 7:3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hoorgrond {
    /// Clearly not to be judged. Under a.
    KennelijkNietOntvankelijk,
    /// Clearly unfounded. Under b.
    KennelijkOngegrond,
    /// Who objects said not to want it. Under c.
    GeenWens,
    /// Who objects did not say within a reasonable term to want it. Under d.
    GeenReactie,
    /// Who objects gets everything, and nobody else is harmed. Under e.
    VolledigTegemoet,
}

keuze!(Hoorgrond {
    KennelijkNietOntvankelijk => "kennelijk-niet-ontvankelijk", "Het bezwaar is kennelijk niet-ontvankelijk (Awb art. 7:3 onder a)";
    KennelijkOngegrond => "kennelijk-ongegrond", "Het bezwaar is kennelijk ongegrond (Awb art. 7:3 onder b)";
    GeenWens => "geen-wens", "De indiener zei niet gehoord te willen worden (Awb art. 7:3 onder c)";
    GeenReactie => "geen-reactie", "De indiener liet niet op tijd weten gehoord te willen worden (Awb art. 7:3 onder d)";
    VolledigTegemoet => "volledig-tegemoet", "De indiener krijgt alles wat is gevraagd, en dat schaadt niemand (Awb art. 7:3 onder e)";
});

/// How it went with the hearing: the last that was recorded counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Horen<'a> {
    /// Heard.
    Gehoord(&'a Gehoord),
    /// Not heard.
    NietGehoord(Hoorgrond, &'a str),
}

impl Hoorgrond {
    /// As the letter says it to who objected.
    pub(super) const fn brieftekst(self) -> &'static str {
        match self {
            Self::KennelijkNietOntvankelijk => {
                "Wij hebben niet met u gesproken. Het is meteen duidelijk dat wij uw bezwaar niet kunnen beoordelen (Awb art. 7:3 onder a)."
            }
            Self::KennelijkOngegrond => {
                "Wij hebben niet met u gesproken. Het is meteen duidelijk dat uw bezwaar ongegrond is (Awb art. 7:3 onder b)."
            }
            Self::GeenWens => {
                "Wij hebben niet met u gesproken. U wilde dat niet (Awb art. 7:3 onder c)."
            }
            Self::GeenReactie => {
                "Wij hebben niet met u gesproken. U liet ons niet op tijd weten dat u dat wilde (Awb art. 7:3 onder d)."
            }
            Self::VolledigTegemoet => {
                "Wij hebben niet met u gesproken. Dat was niet nodig, want u krijgt alles wat u vroeg (Awb art. 7:3 onder e)."
            }
        }
    }

    /// Refuses a decision that this ground contradicts: clearly unfounded and yet gegrond, say.
    pub(super) fn check_uitkomst(self, uitkomst: Bezwaaruitkomst) -> Result<(), BezwaarGeweigerd> {
        let past = match self {
            Self::KennelijkNietOntvankelijk => uitkomst == Bezwaaruitkomst::NietOntvankelijk,
            Self::KennelijkOngegrond => uitkomst == Bezwaaruitkomst::Ongegrond,
            Self::VolledigTegemoet => uitkomst == Bezwaaruitkomst::Gegrond,
            Self::GeenWens | Self::GeenReactie => true,
        };
        if past {
            return Ok(());
        }
        let melding = format!(
            "dit past niet bij waarom er niet is gehoord: {}. Leg eerst vast dat er is gehoord, of waarom niet",
            self.naam().to_lowercase()
        );
        Err(super::state::refuse("uitkomst", &melding))
    }
}
