//! Closing a quarter.

use domain::bevoegdheid::{Actor, Permission};
use domain::opdracht::Opdrachtregel;
use domain::sturing::{
    Aanleiding, DREMPEL, Kwartaalcijfers, Kwartaalstand, Rekenwijze, Sluitaanvraag, Sluiting,
    calculate_kwartaalcijfers,
};
use persistence::audit::Handeling;
use persistence::sturing::{self, Sluitingakte};
use persistence::{DbError, TenantTx, audit, beleid, jobs, opdracht};
use primitives::{Datum, IdGenerator, Kwartaal, Moment, SluitingId, einde_in_nederland};

use super::error::SluitError;
use super::sluitbericht::MeldSluiting;

/// The name of the constraint that lets one of two closings of the same quarter through.
const EENMALIG: &str = "sluiting_versie_uniek";

/// Which quarter to close, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sluitopdracht {
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// Registrations up to and including this day count; up to now without it.
    pub bekend_op: Option<Datum>,
    /// For what it is closed again.
    pub aanleiding: Aanleiding,
    /// Why it is closed in spite of remarks, or closed again.
    pub toelichting: Option<String>,
}

impl Sluitopdracht {
    /// The moment up to which registrations count: the end of the day, and never later than now.
    fn moment(&self, now: Moment) -> Moment {
        self.bekend_op
            .map(einde_in_nederland)
            .filter(|einde| {
                *einde < now || self.bekend_op > Some(primitives::datum_in_nederland(now))
            })
            .unwrap_or(now)
    }
}

/// Freezes the figures of a quarter of this municipality, and tells commissioners and board. Runs as reporting.
///
/// Figures, audit line and messages are written together or not at all.
pub async fn close_kwartaal(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Sluitopdracht,
) -> Result<Sluiting, SluitError> {
    actor.require(Permission::KwartaalSluiten, tx.gemeente())?;
    let cijfers = calculate(tx, opdracht.kwartaal, opdracht.moment(now)).await?;
    let publiek = cijfers.publish(DREMPEL);
    let hash = sturing::calculate_hash(&publiek);
    let stand = find_stand(tx, opdracht.kwartaal).await?;
    let beeld = opdracht::load_beeld(tx, opdracht.kwartaal.jaar()).await?;
    let regels = beeld.list_regels(opdracht.kwartaal, &publiek);
    let aanvraag = Sluitaanvraag {
        id: SluitingId::new(ids.next()),
        gemeente: tx.gemeente(),
        door: actor.naam.clone(),
        toelichting: opdracht.toelichting.clone(),
        aanleiding: decide_aanleiding(tx, opdracht.aanleiding, &stand, &regels).await?,
    };
    let sluiting = stand.close(aanvraag, &cijfers, hash, now)?;
    let akte = Sluitingakte {
        sluiting: sluiting.clone(),
        aandachtspunten: cijfers.aandachtspunten.iter().map(|p| p.tekst()).collect(),
        rekenwijze: cijfers.rekenwijze,
    };
    match sturing::insert_sluiting(tx, &akte, &publiek, &cijfers.kwaliteit).await {
        Err(fout) if fout.is_refused_by(EENMALIG) => return Err(SluitError::NetGesloten),
        uitkomst => uitkomst?,
    }
    // No part of the hash over the figures: that of a closing from before there were assignments stays as it was.
    opdracht::insert_regels(tx, sluiting.id, &regels).await?;
    let object = format!("sluiting {} {}", sluiting.kwartaal, sluiting.id);
    let reden = sluiting.toelichting.as_deref();
    audit::record(tx, actor, now, Handeling::Sluiting, &object, reden).await?;
    for ontvanger in sturing::list_ontvanger_ids(tx).await? {
        let melding = MeldSluiting {
            sluiting: sluiting.id,
            ontvanger,
        };
        jobs::enqueue(tx, now, ids, &melding).await?;
    }
    Ok(sluiting)
}

/// For what is closed again: for the assignment, where its items stand otherwise than at the last closing.
async fn decide_aanleiding(
    tx: &mut TenantTx,
    gevraagd: Aanleiding,
    stand: &Kwartaalstand,
    regels: &[Opdrachtregel],
) -> Result<Aanleiding, DbError> {
    let Kwartaalstand::Gesloten(vorige) = stand else {
        return Ok(gevraagd);
    };
    let is_anders = opdracht::list_regels(tx, vorige.id).await? != regels;
    Ok(match gevraagd {
        Aanleiding::Cijfers if is_anders => Aanleiding::Opdracht,
        anders => anders,
    })
}

/// Calculates the figures of a quarter as known on a moment. What it returns holds small counts: it is published
/// or thrown away in the same transaction.
pub(super) async fn calculate(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    bekend_op: Moment,
) -> Result<Kwartaalcijfers, DbError> {
    let beleid = beleid::load_beleid(tx).await?;
    let rekenwijze = Rekenwijze::new(&beleid, kwartaal, bekend_op);
    let feiten = sturing::load_feiten(tx, kwartaal, bekend_op).await?;
    Ok(calculate_kwartaalcijfers(
        kwartaal, bekend_op, rekenwijze, &feiten,
    ))
}

/// Whether the quarter is closed.
async fn find_stand(tx: &mut TenantTx, kwartaal: Kwartaal) -> Result<Kwartaalstand, DbError> {
    let akte = sturing::find_sluiting(tx, kwartaal).await?;
    Ok(akte.map_or(Kwartaalstand::Open, |akte| {
        Kwartaalstand::Gesloten(akte.sluiting)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use primitives::parse_datum;

    fn moment_of(dag: &str) -> String {
        let opdracht = Sluitopdracht {
            aanleiding: Aanleiding::Cijfers,
            kwartaal: Kwartaal::parse("2026-K1").unwrap(),
            bekend_op: parse_datum(dag),
            toelichting: None,
        };
        let now = "2026-04-20T10:00:00Z".parse().unwrap();
        opdracht.moment(now).to_string()
    }

    #[test]
    fn a_day_counts_to_its_end_and_today_counts_to_now() {
        assert_eq!(moment_of("2026-04-19"), "2026-04-19T21:59:59.999999Z");
        assert_eq!(moment_of("2026-04-20"), "2026-04-20T10:00:00Z");
        assert_eq!(moment_of(""), "2026-04-20T10:00:00Z");
        // A day to come stays one, so that it is refused and not silently changed.
        assert_eq!(moment_of("2026-04-21"), "2026-04-21T21:59:59.999999Z");
    }
}
