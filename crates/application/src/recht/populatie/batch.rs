//! The work: one batch of households of one municipality, in one transaction.

use domain::beleid::{Parameter, Stand, catalogus};
use domain::bevoegdheid::{Actor, Permission};
use domain::recht::populatie::{
    Gemeentebeeld, Gemeentestand, Gemeentevoortgang, Populatierun, Populatiesom,
    Populatievergelijking,
};
use persistence::audit::{self, Handeling};
use persistence::jobs::{Jobsoort, Rij};
use persistence::recht::populatie::{self, Populatiestand, Uitzondering};
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, beleid, statistiek};
use primitives::{DossierId, Moment, PopulatierunId};
use serde::{Deserialize, Serialize};

use super::PopulatieError;
use crate::recht::peildatum;

/// Records of a batch: large enough that a transaction costs little beside it, small enough that an interruption is felt
/// within a second.
pub const BATCH_REGELS: i64 = 4_000;

/// The job of doing a run in the municipality of the job, batch after batch. Carries an id only.
///
/// Two of them for one municipality take turns and do nothing twice, so a job that is added again does no harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RekenPopulatie {
    /// Which run.
    pub run: PopulatierunId,
}

impl Jobsoort for RekenPopulatie {
    const SOORT: &'static str = "reken_populatie";
    const RIJ: Rij = Rij::Rekenwerk;
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Batch {
    /// Done, and there is more to do. So many households were done in all.
    Verder(u32),
    /// Done, and it was the last.
    Klaar,
    /// Nothing was done: the run was interrupted or done already.
    Gestopt,
}

/// Does the next batch of a run in this municipality: sums, exceptions, cursor, processing log and progress together. What
/// is not committed was never done. Runs as execution.
pub async fn calculate_batch(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    id: PopulatierunId,
    regels: i64,
) -> Result<Batch, PopulatieError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let voortgang = populatie::lock_voortgang(tx, id).await?;
    let run = populatie::find_populatierun_of(tx, id).await?;
    let (Some(voortgang), Some(run)) = (voortgang, run) else {
        return Err(PopulatieError::Onbekend);
    };
    if !voortgang.stand.is_te_doen() {
        return Ok(Batch::Gestopt);
    }
    let mut stand = match populatie::find_populatiesom(tx, id).await? {
        Some(stand) => stand,
        None => begin(tx, &run).await?,
    };
    let maand = (stand.maand, run.bekend_op);
    let blad = recht::list_maanduitkeringen_na(tx, maand, stand.na, regels).await?;
    let deel = compare(&run, &blad.uitkeringen);
    stand.som = stand.som.merge(&deel.som);
    stand.na = blad.verder.or(stand.na);
    populatie::update_populatiesom(tx, id, &stand).await?;
    populatie::insert_uitzonderingen(tx, id, &deel.uitzonderingen).await?;
    let betrokkenen: Vec<DossierId> = blad
        .uitkeringen
        .into_iter()
        .flat_map(|uitkering| uitkering.dossiers)
        .collect();
    let object = format!("populatierun {id}");
    let activiteit = Activiteit::RechtBerekenen;
    verwerking::record_raadpleging(tx, actor, now, activiteit, &object, &betrokkenen).await?;
    let is_klaar = blad.verder.is_none();
    if is_klaar {
        audit::record(
            tx,
            actor,
            now,
            Handeling::Berekening,
            &object,
            Some("klaar"),
        )
        .await?;
    }
    populatie::update_voortgang(tx, id, &progress(voortgang, &stand, now, is_klaar)).await?;
    Ok(if is_klaar {
        Batch::Klaar
    } else {
        Batch::Verder(stand.som.huishoudens)
    })
}

/// The first batch: which month, how many households, and whether the law admits the policy of the second day.
async fn begin(tx: &mut TenantTx, run: &Populatierun) -> Result<Populatiestand, PopulatieError> {
    let laatste = statistiek::load_laatste_maand(tx, statistiek::Leveringsoort::Bus).await?;
    let maand = laatste.ok_or(PopulatieError::GeenBestand)?;
    let geldend = beleid::load_beleid(tx).await?;
    let dag = run.opdracht.maatstaf.tot.dag;
    let is_in_strijd = |parameter: &&Parameter| {
        let stand = geldend.stand_on(parameter, dag, run.bekend_op);
        matches!(stand, Stand::InStrijd(..))
    };
    let strijdig = catalogus().parameters().iter().filter(is_in_strijd);
    let stand = Populatiestand {
        maand,
        totaal: recht::count_maanduitkeringen(tx, maand, run.bekend_op).await?,
        na: None,
        som: Populatiesom::LEEG,
        beleid_in_strijd: strijdig.map(|p| p.sleutel.to_string()).collect(),
    };
    populatie::insert_populatiesom(tx, run.id, &stand).await?;
    Ok(stand)
}

/// What a batch adds.
struct Deel {
    som: Populatiesom,
    uitzonderingen: Vec<Uitzondering>,
}

fn compare(run: &Populatierun, uitkeringen: &[Maanduitkering]) -> Deel {
    let mut deel = Deel {
        som: Populatiesom::LEEG,
        uitzonderingen: Vec::new(),
    };
    for uitkering in uitkeringen {
        let levering = (peildatum(uitkering), uitkering.norm);
        let maatstaf = &run.opdracht.maatstaf;
        let vergelijking = Populatievergelijking::calculate(&uitkering.beeld, levering, maatstaf);
        deel.som.add(&vergelijking);
        let dossier = uitkering.dossiers.first().copied();
        if let Some(dossier) = dossier.filter(|_| !vergelijking.signalen.is_leeg()) {
            deel.uitzonderingen.push(Uitzondering {
                uitkering: uitkering.uitkering,
                dossier,
                vergelijking,
            });
        }
    }
    deel
}

fn progress(
    voortgang: Gemeentevoortgang,
    stand: &Populatiestand,
    now: Moment,
    is_klaar: bool,
) -> Gemeentevoortgang {
    Gemeentevoortgang {
        stand: if is_klaar {
            Gemeentestand::Klaar
        } else {
            Gemeentestand::Bezig
        },
        maand: Some(stand.maand),
        totaal: Some(stand.totaal),
        gedaan: stand.som.huishoudens,
        uitkomst: Gemeentebeeld::of(&stand.som).filter(|_| is_klaar),
        fout: None,
        bijgewerkt_op: now,
        ..voortgang
    }
}
