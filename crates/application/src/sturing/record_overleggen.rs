//! Recording meetings with their agenda, decisions and agreements from a file.

use domain::bevoegdheid::{Actor, Permission};
use domain::sturing::{Afspraakinvoer, OverlegGeweigerd};
use persistence::{TenantTx, sturing};
use primitives::{Datum, GemeenteCode, IdGenerator, Kwartaal, Moment, Veldcontrole};
use serde::Deserialize;

use super::afspraken::{
    Afspraakeinde, Afspraakopdracht, record_afspraak, record_afspraak_afgerond,
};
use super::error::OverlegError;
use super::overleg::{
    Agendapuntopdracht, Overlegopdracht, Verslagopdracht, find, record_agendapunt, record_overleg,
    record_overleg_gehouden,
};

/// A meeting in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overlegbestand {
    /// The day.
    pub datum: Datum,
    /// The quarter that it is about.
    pub kwartaal: Kwartaal,
    /// Where.
    pub plaats: String,
    /// Points beside those of every agenda.
    #[serde(default)]
    pub agendapunten: Vec<Agendapuntbestand>,
    /// Decisions by number of the agenda; none when the meeting was not held yet.
    pub besluiten: Option<Vec<Besluittekst>>,
    /// What was agreed.
    #[serde(default)]
    pub afspraken: Vec<Afspraakbestand>,
}

/// A point of the agenda in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Agendapuntbestand {
    /// What it is about.
    pub titel: String,
    /// More about it.
    #[serde(default)]
    pub toelichting: String,
}

/// A decision in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Besluittekst {
    /// The number of the point of the agenda.
    pub nummer: u16,
    /// What was decided.
    pub besluit: String,
}

/// An agreement in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Afspraakbestand {
    /// What.
    pub tekst: String,
    /// Who.
    pub eigenaar: String,
    /// By when.
    pub uiterlijk: Datum,
    /// For one municipality only, or for all.
    pub gemeente: Option<GemeenteCode>,
    /// With what result it was done; none while it is open.
    pub resultaat: Option<String>,
}

/// What became of a file of meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overlegovername {
    /// Meetings that were recorded.
    pub nieuw: usize,
    /// Meetings on a day that has one already, and that were passed over.
    pub bekend: usize,
}

/// Records the meetings of a file, all or nothing, or tells every fault of each; the same file again changes nothing.
pub async fn record_overleggen(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    bestand: &[Overlegbestand],
) -> Result<Overlegovername, OverlegError> {
    actor.require(Permission::OverlegVoorbereiden, tx.gemeente())?;
    let bekend = sturing::list_overlegdagen(tx).await?;
    let mut overname = Overlegovername::default();
    let mut controle = Veldcontrole::default();
    for regel in bestand {
        if bekend.contains(&regel.datum) {
            overname.bekend += 1;
            continue;
        }
        match record_one(tx, actor, now, ids, regel).await {
            Ok(()) => overname.nieuw += 1,
            Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) => {
                for fout in fouten.list() {
                    controle.refuse(
                        format!("{}.{}", regel.datum, fout.veld),
                        fout.melding.clone(),
                    );
                }
            }
            Err(OverlegError::Overleg(fout)) => {
                controle.refuse(regel.datum.to_string(), fout.to_string());
            }
            Err(fout) => return Err(fout),
        }
    }
    controle.finish().map_err(OverlegGeweigerd::from)?;
    Ok(overname)
}

async fn record_one(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    regel: &Overlegbestand,
) -> Result<(), OverlegError> {
    let datum = regel.datum;
    let opdracht = Overlegopdracht {
        datum,
        kwartaal: regel.kwartaal,
        plaats: regel.plaats.clone(),
    };
    record_overleg(tx, actor, now, ids, &opdracht).await?;
    for punt in &regel.agendapunten {
        let opdracht = Agendapuntopdracht {
            datum,
            titel: punt.titel.clone(),
            toelichting: punt.toelichting.clone(),
        };
        record_agendapunt(tx, actor, now, &opdracht).await?;
    }
    if let Some(besluiten) = &regel.besluiten {
        let opdracht = Verslagopdracht {
            datum,
            versie: find(tx, datum).await?.versie,
            besluiten: besluiten
                .iter()
                .map(|b| (b.nummer, b.besluit.clone()))
                .collect(),
        };
        record_overleg_gehouden(tx, actor, now, &opdracht).await?;
    }
    for afspraak in &regel.afspraken {
        record_agreement(tx, actor, now, ids, datum, afspraak).await?;
    }
    Ok(())
}

async fn record_agreement(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    datum: Datum,
    afspraak: &Afspraakbestand,
) -> Result<(), OverlegError> {
    let opdracht = Afspraakopdracht {
        datum,
        invoer: Afspraakinvoer {
            tekst: afspraak.tekst.clone(),
            eigenaar: afspraak.eigenaar.clone(),
            uiterlijk: afspraak.uiterlijk,
            gemeente: afspraak.gemeente,
        },
    };
    let vastgelegd = record_afspraak(tx, actor, now, ids, &opdracht).await?;
    if let Some(resultaat) = &afspraak.resultaat {
        let einde = Afspraakeinde {
            afspraak: vastgelegd.id,
            tekst: resultaat.clone(),
        };
        record_afspraak_afgerond(tx, actor, now, &einde).await?;
    }
    Ok(())
}
