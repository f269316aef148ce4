//! Showing applications.

use domain::aanvraag::{
    Aanvraag, Aanvraagstand, Brief, Briefgegevens, Herberekening, Mandaatregister, Namens,
};
use domain::bevoegdheid::{Actor, Permission, Rol};
use domain::recht::bericht::Vraag;
use persistence::aanvraag::Berekening;
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, aanvraag, dossier};
use primitives::{AanvraagId, Datum, DossierId, Moment, datum_in_nederland};

use super::AanvraagError;
use super::record_voorstel::answer;
use crate::dossier::{Dossierhoofd, find_gezamenlijke_woonplek, read_hoofd, record_use};

/// The applications of a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aanvragenlijst {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The applications, the newest first.
    pub aanvragen: Vec<Aanvraag>,
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
}

/// Which letter is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Briefopdracht<'a> {
    /// Of whom.
    pub dossier: DossierId,
    /// Which application.
    pub aanvraag: AanvraagId,
    /// The name under which the organisation signs a draft.
    pub organisatie: &'a str,
}

/// How many applications wait. Holds nobody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aanvraagvoorraad {
    /// Those that wait for a decision or for its making known.
    pub open: usize,
    /// The first day by which must be decided, of those that are not decided on.
    pub eerste_termijn: Option<Datum>,
    /// Those that wait for a second person, whom this actor may be.
    pub te_beslissen: usize,
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
    record_look(tx, actor, now, &hoofd, "aanvragen").await?;
    Ok(Aanvragenlijst { hoofd, aanvragen })
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
    record_look(tx, actor, now, &hoofd, "aanvraag").await?;
    Ok(Aanvraagbeeld {
        hoofd,
        aanvraag: gevonden,
        namens: Namens::of(vorm),
        register,
        berekening,
        herberekening,
    })
}

/// The letter: as it was decided, with its day and term once it was made known; before the decision a draft in the name of
/// who asks. None without a proposal. With the moment of the last act, so that the same letter gives the same file.
pub async fn load_brief(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: Briefopdracht<'_>,
) -> Result<(Brief, Moment), AanvraagError> {
    let hoofd = read_hoofd(tx, actor, opdracht.dossier).await?;
    let gevonden = find(tx, opdracht.dossier, opdracht.aanvraag).await?;
    let brief = match aanvraag::find_brief(tx, opdracht.aanvraag).await? {
        Some(brief) => Some(brief),
        None => draft(tx, actor, &hoofd, &gevonden, opdracht.organisatie).await?,
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
    let aanvragen = aanvraag::list_open_aanvragen(tx).await?;
    let register = aanvraag::load_mandaatregister(tx).await?;
    let (vorm, _) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let rollen: Vec<Rol> = actor.rollen_in(tx.gemeente()).collect();
    let vandaag = datum_in_nederland(now);
    let wie = actor.into();
    let may_decide = |een: &&Aanvraag| {
        een.stand() == Aanvraagstand::Voorgesteld
            && een
                .decide(Namens::of(vorm), &register, &wie, &rollen, vandaag)
                .is_ok()
    };
    let termijnen = aanvragen
        .iter()
        .filter(|een| een.stand().is_open())
        .map(|een| een.beslistermijn(vandaag).uiterlijk);
    Ok(Aanvraagvoorraad {
        open: aanvragen.len(),
        eerste_termijn: termijnen.min(),
        te_beslissen: aanvragen.iter().filter(may_decide).count(),
    })
}

/// What waits in this municipality, whose term ends soonest first; the processing log gets a row for each resident.
pub async fn list_wachtend(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
) -> Result<Vec<Wachtend>, AanvraagError> {
    actor.require(Permission::AanvraagBehandelen, tx.gemeente())?;
    let vandaag = datum_in_nederland(now);
    let mut aanvragen = aanvraag::list_open_aanvragen(tx).await?;
    aanvragen.sort_by_key(|een| een.beslistermijn(vandaag).uiterlijk);
    let mut dossiers: Vec<_> = aanvragen.iter().map(|een| een.kop().dossier).collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    let namen = dossier::load_namen(tx, &dossiers).await?;
    let activiteit = Activiteit::InwonersZoeken;
    let object = "wachtende aanvragen";
    verwerking::record_raadpleging(tx, actor, now, activiteit, object, &dossiers).await?;
    let wachtend = aanvragen.into_iter().map(|aanvraag| Wachtend {
        naam: namen.get(&aanvraag.kop().dossier).cloned().flatten(),
        aanvraag,
    });
    Ok(wachtend.collect())
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
    organisatie: &str,
) -> Result<Option<Brief>, AanvraagError> {
    let (vorm, gemeente) = aanvraag::load_uitvoeringsvorm(tx).await?;
    let gegevens = Briefgegevens {
        naam: hoofd.kop.inwoner.naam.clone(),
        gemeente,
        organisatie: organisatie.to_owned(),
        beslisser: actor.naam.clone(),
    };
    Ok(Brief::try_new(aanvraag, Namens::of(vorm), &gegevens))
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
