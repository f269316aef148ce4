//! Showing objections.

use domain::aanvraag::{Aanvraag, Brief, Mandaatregister, Namens};
use domain::bevoegdheid::{Actor, Permission};
use domain::bezwaar::{Bestreden, Bestredenbesluit, Bezwaar, with_beroep};
use domain::herziening::Herzieningszaak;
use domain::recht::Regeling;
use persistence::bezwaar::{Bezwaarbladwijzer, Bezwaartelling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, aanvraag, bezwaar, dossier, herziening};
use primitives::{BezwaarId, DossierId, Maand, Moment};

use super::BezwaarError;
use crate::dossier::{Dossierhoofd, read_hoofd, record_use};

/// Rows on a page of the work list.
const PAGINA: u8 = 20;

/// A decision to which an objection can be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bestredenbeeld {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The decision.
    pub besluit: Besluitnaam,
    /// What must be known of it; none before it was made known here.
    pub bestreden: Option<Bestreden>,
    /// The objections that were recorded to it.
    pub bezwaren: Vec<Bezwaar>,
}

/// What a decision is about, for its name on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Besluitnaam {
    /// On an application for this.
    Aanvraag(Regeling),
    /// On these months.
    Herziening(Maand, Maand),
}

/// One objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaarbeeld {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The objection.
    pub bezwaar: Bezwaar,
    /// The decision that is objected to.
    pub besluit: Besluitnaam,
    /// On whose behalf is decided here.
    pub namens: Namens,
    /// Who may decide.
    pub register: Mandaatregister,
    /// The last review of the months in the objection; none where the months are not calculated again.
    pub in_bezwaar: Option<Herzieningszaak>,
}

/// An objection with what is calculated again in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heroverwegingbeeld {
    /// The objection.
    pub beeld: Bezwaarbeeld,
    /// The application that the decision was about; none for a review.
    pub aanvraag: Option<Aanvraag>,
    /// The last question that was calculated with, as JSON of contract 2.1; none where nothing was calculated.
    pub vraag: Option<String>,
}

/// A page of what waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bezwaarlijst {
    /// How many wait in all.
    pub aantal: usize,
    /// Those of the page, whose last day comes first on top.
    pub rijen: Vec<Wachtend>,
    /// Where the next page begins; none on the last one.
    pub volgende: Option<Bezwaarbladwijzer>,
}

/// An objection that waits, with who the decision is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wachtend {
    /// The objection.
    pub bezwaar: Bezwaar,
    /// The name of the resident; none where it is not known.
    pub naam: Option<String>,
}

/// A decision as what was decided on tells it.
pub(super) struct Gevonden {
    pub(super) besluit: Besluitnaam,
    pub(super) bestreden: Option<Bestreden>,
}

/// A decision about a resident, with the objections to it; the processing log gets its row.
pub async fn load_bestreden(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    tegen: Bestredenbesluit,
) -> Result<Bestredenbeeld, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gevonden = find_bestreden(tx, dossier, tegen).await?;
    let bezwaren = bezwaar::list_bezwaren(tx, tegen).await?;
    record_look(tx, actor, now, &hoofd, "bezwaar vastleggen").await?;
    Ok(Bestredenbeeld {
        hoofd,
        besluit: gevonden.besluit,
        bestreden: gevonden.bestreden,
        bezwaren,
    })
}

/// One objection; the processing log gets its row.
pub async fn load_bezwaar(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, BezwaarId),
) -> Result<Bezwaarbeeld, BezwaarError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gevonden = find(tx, dossier, id).await?;
    let tegen = gevonden.kop().bestreden.besluit;
    let besluit = find_bestreden(tx, dossier, tegen).await?.besluit;
    let (vorm, _) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let register = aanvraag::load_mandaatregister(tx).await?;
    record_look(tx, actor, now, &hoofd, "bezwaar").await?;
    Ok(Bezwaarbeeld {
        hoofd,
        bezwaar: gevonden,
        besluit,
        namens: Namens::of(vorm),
        register,
        in_bezwaar: herziening::find_in_bezwaar(tx, id).await?,
    })
}

/// One objection with the question to begin a new calculation with: the last one in the objection, or else the one of the
/// decision; the processing log gets its row.
pub async fn load_heroverweging(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, BezwaarId),
) -> Result<Heroverwegingbeeld, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let beeld = load_bezwaar(tx, actor, now, (dossier, id)).await?;
    let Bestredenbesluit::Aanvraag(over) = beeld.bezwaar.kop().bestreden.besluit else {
        return Ok(Heroverwegingbeeld {
            beeld,
            aanvraag: None,
            vraag: None,
        });
    };
    let aanvraag = aanvraag::find_aanvraag(tx, dossier, over).await?;
    let nummer = aanvraag.as_ref().and_then(Aanvraag::voorstelnummer);
    let berekening = match (bezwaar::find_berekening(tx, id).await?, nummer) {
        (None, Some(nummer)) => aanvraag::find_berekening(tx, over, nummer).await?,
        (berekening, _) => berekening,
    };
    Ok(Heroverwegingbeeld {
        beeld,
        aanvraag,
        vraag: berekening.map(|berekening| berekening.vraag),
    })
}

/// The letter of the decision on an objection, with its day and the term of appeal once it was made known. With the moment of
/// the last act, so that the same letter gives the same file.
pub async fn load_bezwaarbrief(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, BezwaarId),
) -> Result<(Brief, Moment), BezwaarError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gevonden = find(tx, dossier, id).await?;
    let brief = bezwaar::find_brief(tx, id).await?;
    let brief = brief.ok_or(BezwaarError::NietGevonden)?;
    record_look(tx, actor, now, &hoofd, "brief bij bezwaar").await?;
    let laatste = gevonden.akten().last().map_or(now, |akte| akte.op);
    Ok((with_beroep(brief, &gevonden), laatste))
}

/// How many objections wait in this municipality; nobody's data.
pub async fn load_bezwaarvoorraad(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Bezwaartelling, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    Ok(bezwaar::count_wachtend(tx).await?)
}

/// A page of the objections that wait; the processing log gets a row for each resident on it.
pub async fn list_wachtend(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    na: Option<Bezwaarbladwijzer>,
) -> Result<Bezwaarlijst, BezwaarError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let telling = bezwaar::count_wachtend(tx).await?;
    // One more than is shown tells whether there is a next page.
    let mut gevonden = bezwaar::list_wachtend(tx, na, i64::from(PAGINA) + 1).await?;
    let is_meer = gevonden.len() > usize::from(PAGINA);
    gevonden.truncate(usize::from(PAGINA));
    let bookmark = |een: &Bezwaar| {
        Some(Bezwaarbladwijzer {
            termijn: een.termijneinde()?,
            bezwaar: een.kop().id,
        })
    };
    let volgende = gevonden.last().filter(|_| is_meer).and_then(bookmark);
    let mut dossiers: Vec<_> = gevonden
        .iter()
        .map(|een| een.kop().bestreden.dossier)
        .collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    let namen = dossier::load_namen(tx, &dossiers).await?;
    let activiteit = Activiteit::InwonersZoeken;
    let object = "wachtende bezwaren";
    verwerking::record_raadpleging(tx, actor, now, activiteit, object, &dossiers).await?;
    let rijen = gevonden.into_iter().map(|bezwaar| Wachtend {
        naam: namen
            .get(&bezwaar.kop().bestreden.dossier)
            .cloned()
            .flatten(),
        bezwaar,
    });
    Ok(Bezwaarlijst {
        aantal: telling.aantal,
        rijen: rijen.collect(),
        volgende,
    })
}

/// The decision about a resident, as its application or review tells it.
pub(super) async fn find_bestreden(
    tx: &mut TenantTx,
    dossier: DossierId,
    tegen: Bestredenbesluit,
) -> Result<Gevonden, BezwaarError> {
    match tegen {
        Bestredenbesluit::Aanvraag(id) => {
            let aanvraag = aanvraag::find_aanvraag(tx, dossier, id).await?;
            let aanvraag = aanvraag.ok_or(BezwaarError::NietGevonden)?;
            Ok(Gevonden {
                besluit: Besluitnaam::Aanvraag(aanvraag.kop().regeling),
                bestreden: aanvraag.bestreden(),
            })
        }
        Bestredenbesluit::Herziening(id) => {
            let zaak = herziening::find_herziening(tx, dossier, id).await?;
            let zaak = zaak.ok_or(BezwaarError::NietGevonden)?;
            let (van, tot_en_met) = zaak.bereik();
            Ok(Gevonden {
                besluit: Besluitnaam::Herziening(van, tot_en_met),
                bestreden: zaak.bestreden(),
            })
        }
    }
}

async fn find(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: BezwaarId,
) -> Result<Bezwaar, BezwaarError> {
    bezwaar::find_bezwaar(tx, dossier, id)
        .await?
        .ok_or(BezwaarError::NietGevonden)
}

async fn record_look(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    hoofd: &Dossierhoofd,
    object: &str,
) -> Result<(), BezwaarError> {
    let activiteit = Activiteit::BezwaarBehandelen;
    Ok(record_use(tx, actor, now, activiteit, hoofd, &[], object).await?)
}
