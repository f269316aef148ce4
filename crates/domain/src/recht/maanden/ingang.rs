//! From which day bijstand is granted. Participatiewet arts 41, 44.

use jiff::Span;
use primitives::Datum;

use super::beleid::Beleidsbron;
use super::feiten::{Reeksfeiten, Uitkeringsperiode};
use super::{MaandOnbepaald, Reeksregel};

/// The day from which a benefit period gives bijstand, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingang {
    /// The period.
    pub periode: Uitkeringsperiode,
    /// The first day.
    pub vanaf: Datum,
    /// Why that day.
    pub reden: Ingangsreden,
}

/// Why bijstand begins on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ingangsreden {
    /// The day of the melding. Art. 44 lid 1.
    Melding,
    /// The day of the application, which came late. Art. 44 lid 3.
    Aanvraag,
    /// An earlier day, as circumstances make it necessary. Art. 44 lid 5.
    Noodzaak {
        /// The day that was asked for.
        gevraagd: Datum,
        /// The most months back: of the law, or fewer by the college's policy.
        maanden: u32,
        /// The college's decision.
        besluit: Option<String>,
    },
}

/// The first days of all benefit periods, in order.
pub(super) fn list_ingangen(
    feiten: &Reeksfeiten,
    bron: &Beleidsbron,
) -> Result<Vec<Ingang>, MaandOnbepaald> {
    let mut ingangen = feiten
        .perioden
        .iter()
        .map(|periode| decide_ingang(*periode, bron))
        .collect::<Result<Vec<_>, _>>()?;
    ingangen.sort_by_key(|ingang| (ingang.vanaf, ingang.periode.melding));
    Ok(ingangen)
}

fn decide_ingang(periode: Uitkeringsperiode, bron: &Beleidsbron) -> Result<Ingang, MaandOnbepaald> {
    let (vanaf, reden) = match (periode.aanvraag, periode.noodzaak_vanaf) {
        (_, Some(gevraagd)) if gevraagd < periode.melding => {
            decide_noodzaak(periode, gevraagd, bron)?
        }
        (Some(aanvraag), _) if periode.is_verwijtbaar_laat && aanvraag > periode.melding => {
            (aanvraag, Ingangsreden::Aanvraag)
        }
        _ => (periode.melding, Ingangsreden::Melding),
    };
    Ok(Ingang {
        periode,
        vanaf,
        reden,
    })
}

/// At most three months before the melding, or fewer where the college's policy says so. Art. 44 lid 5: "de dag die
/// maximaal drie maanden gelegen is voor de dag waarop de belanghebbende zich heeft gemeld". For a melding before
/// the paragraph existed there is no such day.
fn decide_noodzaak(
    periode: Uitkeringsperiode,
    gevraagd: Datum,
    bron: &Beleidsbron,
) -> Result<(Datum, Ingangsreden), MaandOnbepaald> {
    let regel = Reeksregel::TerugwerkendMaanden;
    if regel.ingang().is_none_or(|ingang| periode.melding < ingang) {
        return Ok((periode.melding, Ingangsreden::Melding));
    }
    let hoogste = regel.aantal(periode.melding)?;
    let beleid = bron.maanden("bijstand.terugwerkende-kracht", periode.melding);
    let maanden = beleid.as_ref().map_or(hoogste, |b| b.waarde.min(hoogste));
    let vroegste = periode
        .melding
        .saturating_sub(Span::new().months(i64::from(maanden)));
    let reden = Ingangsreden::Noodzaak {
        gevraagd,
        maanden,
        besluit: beleid.and_then(|b| b.besluit),
    };
    Ok((gevraagd.max(vroegste), reden))
}
