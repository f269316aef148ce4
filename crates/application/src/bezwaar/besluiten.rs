//! Deciding on an objection: by who may, and who did not take the decision that is objected to.

use domain::aanvraag::{Namens, Vervangtekst};
use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::bezwaar::{
    Besluitinhoud, Bestredenbesluit, Bezwaar, Bezwaarbesluit, Bezwaarhandeling, Bezwaaruitkomst,
    Heroverweging, find_geldend, render_brief,
};
use persistence::{TenantTx, aanvraag, bezwaar, herziening};
use primitives::{BezwaarId, DossierId, Moment, Veldfouten, datum_in_nederland};

use super::BezwaarError;
use super::handelen::{append, load_seen};
use crate::aanvraag::Afzender;
use crate::dossier::read_hoofd;

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaaropdracht {
    /// About whom.
    pub dossier: DossierId,
    /// On which objection.
    pub bezwaar: BezwaarId,
    /// The number of the last act that was shown.
    pub gezien: usize,
    /// What.
    pub uitkomst: Bezwaaruitkomst,
    /// Why, for who objected.
    pub motivering: String,
    /// What takes the place of the first decision, in words.
    pub in_plaats_daarvan: Option<String>,
    /// Whether the last new calculation takes its place.
    pub met_berekening: bool,
    /// Why being late is excusable.
    pub verschoonbaar: Option<String>,
    /// How the letter is signed and answered.
    pub afzender: Afzender,
}

/// Decides on the objection by the mandate register, today. The letter is kept as it was decided.
pub async fn record_bezwaarbesluit(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Bezwaaropdracht,
) -> Result<Bezwaar, BezwaarError> {
    actor.require(Permission::BeschikkingNemen, tx.gemeente())?;
    let eerder = load_seen(tx, opdracht.dossier, opdracht.bezwaar, opdracht.gezien).await?;
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let namens = Namens::of(vorm);
    let register = aanvraag::load_mandaatregister(tx).await?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let vandaag = datum_in_nederland(now);
    let mandaat = eerder.decide(namens, &register, &actor.into(), &rollen, vandaag)?;
    let hoofd = read_hoofd(tx, actor, opdracht.dossier).await?;
    let heroverweging = eerder
        .find_heroverweging()
        .filter(|_| opdracht.met_berekening);
    if let Some((_, heroverweging)) = heroverweging {
        check_geldend(tx, &eerder, heroverweging).await?;
    }
    let besluit = Bezwaarbesluit {
        besloten_op: vandaag,
        uitkomst: opdracht.uitkomst,
        motivering: opdracht.motivering.clone(),
        in_plaats_daarvan: opdracht.in_plaats_daarvan.clone(),
        heroverweging: heroverweging.map(|(nummer, _)| nummer),
        verschoonbaar: opdracht.verschoonbaar.clone(),
        namens,
        rol: mandaat.rol,
        vier_ogen: heroverweging.is_some() && eerder.needs_vier_ogen(&register, mandaat, vandaag),
    };
    let handeling = Bezwaarhandeling::Besloten(Box::new(besluit));
    let nieuw = append(tx, actor, now, eerder, handeling).await?;
    let gegevens = opdracht.afzender.sign(actor, &hoofd, gemeente);
    let vervanging = describe_vervanging(tx, &nieuw).await?;
    if let Some(brief) = render_brief(&nieuw, vervanging, &gegevens) {
        bezwaar::insert_besluit(tx, &nieuw, &brief).await?;
    }
    Ok(nieuw)
}

/// Refuses a new calculation that was laid beside what holds no more, since another objection to the same decision.
async fn check_geldend(
    tx: &mut TenantTx,
    bezwaar: &Bezwaar,
    heroverweging: &Heroverweging,
) -> Result<(), BezwaarError> {
    let tegen = bezwaar.kop().bestreden.besluit;
    let bezwaren = bezwaar::list_bezwaren(tx, tegen).await?;
    match find_geldend(tegen, &bezwaren) {
        Some((_, geldend)) if *geldend != heroverweging.eerst => {
            let melding =
                "op een ander bezwaar is intussen een nieuw besluit genomen: bereken opnieuw";
            Err(Veldfouten::single("nieuw", melding).into())
        }
        _ => Ok(()),
    }
}

/// What the letter says of the new calculation that took the place of the decision; none where none did.
async fn describe_vervanging(
    tx: &mut TenantTx,
    bezwaar: &Bezwaar,
) -> Result<Option<Vervangtekst>, BezwaarError> {
    let Some(heroverweging) = bezwaar.vervanging() else {
        return Ok(None);
    };
    let bestreden = &bezwaar.kop().bestreden;
    match (&heroverweging.eerst, &heroverweging.nieuw) {
        (Besluitinhoud::Aanvraag(eerst), Besluitinhoud::Aanvraag(nieuw)) => {
            let Bestredenbesluit::Aanvraag(id) = bestreden.besluit else {
                return Ok(None);
            };
            let over = aanvraag::find_aanvraag(tx, bestreden.dossier, id).await?;
            Ok(over.map(|over| over.describe_vervanging(eerst, nieuw)))
        }
        (Besluitinhoud::Herziening(eerst), Besluitinhoud::Herziening(_)) => {
            let Some(id) = heroverweging.herziening else {
                return Ok(None);
            };
            let zaak = herziening::find_herziening(tx, bestreden.dossier, id).await?;
            Ok(zaak.and_then(|zaak| zaak.describe_vervanging(&eerst.uitkomst)))
        }
        // The domain refuses two of a different kind.
        _ => Ok(None),
    }
}
