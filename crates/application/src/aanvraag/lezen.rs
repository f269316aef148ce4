//! Showing applications.

use domain::aanvraag::{Aanvraag, Brief, Briefgegevens, Herberekening, Mandaatregister, Namens};
use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::bezwaar::{Bestredenbesluit, Bezwaar};
use domain::recht::bericht::Vraag;
use persistence::aanvraag::{Berekening, Werkbladwijzer, Werktelling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, aanvraag, bezwaar, dossier};
use primitives::{AanvraagId, DossierId, Moment, datum_in_nederland};

use super::AanvraagError;
use super::record_voorstel::answer;
use crate::dossier::{Dossierhoofd, find_gezamenlijke_woonplek, read_hoofd, record_use};

/// Rows on a page of the work list.
const PAGINA: u8 = 20;

/// The applications of a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aanvragenlijst {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The applications, the newest first.
    pub aanvragen: Vec<Aanvraag>,
    /// The objections to decisions about the resident.
    pub bezwaren: Vec<Bezwaar>,
}

/// One application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aanvraagbeeld {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The application.
    pub aanvraag: Aanvraag,
    /// On whose behalf is decided here.
    pub namens: Namens,
    /// Who may decide.
    pub register: Mandaatregister,
    /// The calculation under the last proposal.
    pub berekening: Option<Berekening>,
    /// Of a decision: the same facts with what is known now.
    pub herberekening: Option<Herberekening>,
    /// The objections to the decision, the first on top.
    pub bezwaren: Vec<Bezwaar>,
}

/// Under which name letters are signed, and where they are answered. A letter is kept with what it said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Afzender {
    /// The organisation.
    pub organisatie: String,
    /// The address of the organisation, line by line; empty where it is not known.
    pub adres_organisatie: Vec<String>,
    /// The address of the municipality, line by line; empty where it is not known.
    pub adres_gemeente: Vec<String>,
}

/// How many applications wait. Holds nobody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aanvraagvoorraad {
    /// What waits, counted by the database.
    pub telling: Werktelling,
    /// Proposals that wait for a second person, whom this actor may be.
    pub te_beslissen: usize,
}

/// A page of what waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wachtlijst {
    /// How many wait in all.
    pub aantal: usize,
    /// Those of the page, whose last day comes first on top.
    pub rijen: Vec<Wachtend>,
    /// Where the next page begins; none on the last one.
    pub volgende: Option<Werkbladwijzer>,
}

/// An application that waits, with who it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wachtend {
    /// The application.
    pub aanvraag: Aanvraag,
    /// The name of the applicant; none where it is not known.
    pub naam: Option<String>,
}

/// The applications of a resident; the processing log gets its row.
pub async fn list_aanvragen(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
) -> Result<Aanvragenlijst, AanvraagError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let aanvragen = aanvraag::list_aanvragen(tx, dossier).await?;
    let bezwaren = bezwaar::list_bezwaren_van(tx, dossier).await?;
    record_look(tx, actor, now, &hoofd, "aanvragen").await?;
    Ok(Aanvragenlijst {
        hoofd,
        aanvragen,
        bezwaren,
    })
}

/// One application of a resident; the processing log gets its row.
pub async fn load_aanvraag(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    id: AanvraagId,
) -> Result<Aanvraagbeeld, AanvraagError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gevonden = find(tx, dossier, id).await?;
    let (vorm, _) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let register = aanvraag::load_mandaatregister(tx).await?;
    let berekening = match gevonden.voorstelnummer() {
        Some(nummer) => aanvraag::find_berekening(tx, id, nummer).await?,
        None => None,
    };
    let herberekening = match &berekening {
        Some(berekening) if gevonden.stand().is_besloten() => {
            recalculate(tx, now, &hoofd, berekening).await?
        }
        _ => None,
    };
    let bezwaren = bezwaar::list_bezwaren(tx, Bestredenbesluit::Aanvraag(id)).await?;
    record_look(tx, actor, now, &hoofd, "aanvraag").await?;
    Ok(Aanvraagbeeld {
        hoofd,
        aanvraag: gevonden,
        namens: Namens::of(vorm),
        register,
        berekening,
        herberekening,
        bezwaren,
    })
}

/// The letter: as it was decided, with its day and term once it was made known; before the decision a draft in the name of
/// who asks. None without a proposal. With the moment of the last act, so that the same letter gives the same file.
pub async fn load_brief(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    (dossier, id): (DossierId, AanvraagId),
    afzender: &Afzender,
) -> Result<(Brief, Moment), AanvraagError> {
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let gevonden = find(tx, dossier, id).await?;
    let brief = match aanvraag::find_brief(tx, id).await? {
        Some(brief) => Some(brief),
        None => draft(tx, actor, &hoofd, &gevonden, afzender).await?,
    };
    let brief = brief.ok_or(AanvraagError::NietGevonden)?;
    record_look(tx, actor, now, &hoofd, "brief bij aanvraag").await?;
    let bekend = gevonden
        .bekendgemaakt_op()
        .zip(gevonden.bezwaar_uiterlijk());
    let brief = match bekend {
        Some((op, bezwaar)) => brief.with_bekendmaking(op, bezwaar),
        None => brief,
    };
    let laatste = gevonden.akten().last().map_or(now, |akte| akte.op);
    Ok((brief, laatste))
}

/// How many applications wait in this municipality, and for whom.
pub async fn load_aanvraagvoorraad(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Aanvraagvoorraad, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let vandaag = datum_in_nederland(now);
    let telling = aanvraag::count_wachtend(tx, vandaag).await?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let wie = actor.into();
    Ok(Aanvraagvoorraad {
        telling,
        te_beslissen: aanvraag::count_te_beslissen(tx, &wie, &rollen, vandaag).await?,
    })
}

/// A page of what waits in this municipality; the processing log gets a row for each resident on it.
pub async fn list_wachtend(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    na: Option<Werkbladwijzer>,
) -> Result<Wachtlijst, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let telling = aanvraag::count_wachtend(tx, datum_in_nederland(now)).await?;
    // One more than is shown tells whether there is a next page.
    let mut gevonden = aanvraag::list_wachtend(tx, na, i64::from(PAGINA) + 1).await?;
    let is_meer = gevonden.len() > usize::from(PAGINA);
    gevonden.truncate(usize::from(PAGINA));
    let laatste = gevonden.last().map(|(_, bladwijzer)| *bladwijzer);
    let mut dossiers: Vec<_> = gevonden.iter().map(|(een, _)| een.kop().dossier).collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    let namen = dossier::load_namen(tx, &dossiers).await?;
    let activiteit = Activiteit::InwonersZoeken;
    let object = "wachtende aanvragen";
    verwerking::record_raadpleging(tx, actor, now, activiteit, object, &dossiers).await?;
    let rijen = gevonden.into_iter().map(|(aanvraag, _)| Wachtend {
        naam: namen.get(&aanvraag.kop().dossier).cloned().flatten(),
        aanvraag,
    });
    Ok(Wachtlijst {
        aantal: telling.wachtend,
        rijen: rijen.collect(),
        volgende: laatste.filter(|_| is_meer),
    })
}

/// The frozen question asked again; none where the program does not read it any more.
async fn recalculate(
    tx: &mut TenantTx,
    now: Moment,
    hoofd: &Dossierhoofd,
    berekening: &Berekening,
) -> Result<Option<Herberekening>, AanvraagError> {
    let Ok(vraag) = Vraag::parse(berekening.vraag.as_bytes()) else {
        return Ok(None);
    };
    let plek = find_gezamenlijke_woonplek(tx, &hoofd.bewoners(), vraag.peildatum).await?;
    let nu = answer(tx, now, plek, &vraag).await?;
    Ok(Herberekening::of(&berekening.antwoord, &nu))
}

async fn draft(
    tx: &mut TenantTx,
    actor: &Actor,
    hoofd: &Dossierhoofd,
    aanvraag: &Aanvraag,
    afzender: &Afzender,
) -> Result<Option<Brief>, AanvraagError> {
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let gegevens = afzender.sign(actor, hoofd, gemeente);
    Ok(Brief::try_new(aanvraag, Namens::of(vorm), &gegevens))
}

impl Afzender {
    /// What a letter needs that this person signs, to this resident.
    pub(crate) fn sign(
        &self,
        actor: &Actor,
        hoofd: &Dossierhoofd,
        gemeente: String,
    ) -> Briefgegevens {
        Briefgegevens {
            naam: hoofd.kop.inwoner.naam.clone(),
            gemeente,
            organisatie: self.organisatie.clone(),
            beslisser: actor.naam.clone(),
            adres_organisatie: self.adres_organisatie.clone(),
            adres_gemeente: self.adres_gemeente.clone(),
        }
    }
}

async fn find(
    tx: &mut TenantTx,
    dossier: DossierId,
    id: AanvraagId,
) -> Result<Aanvraag, AanvraagError> {
    aanvraag::find_aanvraag(tx, dossier, id)
        .await?
        .ok_or(AanvraagError::NietGevonden)
}

async fn record_look(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    hoofd: &Dossierhoofd,
    object: &str,
) -> Result<(), AanvraagError> {
    let activiteit = Activiteit::AanvraagBehandelen;
    Ok(record_use(tx, actor, now, activiteit, hoofd, &[], object).await?)
}
