//! What the pages read: the question of the address, the policy, the calculation.

use application::beleid::{BeleidError, load_beleid};
use application::doorrekening::{Berekend, DoorrekeningError, calculate_doorrekening};
use domain::beleid::{Beleid, Notatie};
use domain::doorrekening::{Rekenvraag, RekenvraagInvoer};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{Datum, Veldfouten, datum_kort};

/// The field of the first day.
pub(super) const VANAF: &str = "vanaf";
/// Fields of the form that are no value.
const GEEN_WAARDE: [&str; 3] = [VANAF, "naam", "_csrf"];

/// The fields of the form, in the address or in a form that was sent.
pub(super) type Velden = Vec<(String, String)>;

/// What was typed; without a day the first of January to come.
pub(super) fn invoer_of(velden: &Velden, vandaag: Datum) -> RekenvraagInvoer {
    let vanaf = velden.iter().find(|(naam, _)| naam == VANAF);
    let waarden = velden
        .iter()
        .filter(|(naam, _)| !GEEN_WAARDE.contains(&naam.as_str()));
    RekenvraagInvoer {
        vanaf: vanaf.map_or_else(|| datum_kort(next_year(vandaag)), |(_, dag)| dag.clone()),
        waarden: waarden.cloned().collect(),
    }
}

pub(super) fn parse(invoer: &RekenvraagInvoer, vandaag: Datum) -> Result<Rekenvraag, Veldfouten> {
    invoer.parse(Notatie::Formulier, vandaag)
}

/// The first of January to come: a budget is made for a year.
pub(super) fn next_year(vandaag: Datum) -> Datum {
    Datum::new(vandaag.year() + 1, 1, 1).unwrap_or(vandaag)
}

/// The policy, in the role that sees policy and figures only.
pub(super) async fn beleid_of(state: &AppState, wie: &InGemeente) -> Result<Beleid, Fout> {
    let actor = wie.actor();
    let load = async |tx: &mut TenantTx| -> Result<_, BeleidError> { load_beleid(tx, actor).await };
    let db = &state.db;
    Ok(db
        .in_tenant("load_beleid", wie.code(), DbRol::Opdrachtgever, load)
        .await?)
}

/// The calculation of a question.
pub(super) async fn calculate(
    state: &AppState,
    wie: &InGemeente,
    vraag: &Rekenvraag,
) -> Result<Berekend, DoorrekeningError> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| calculate_doorrekening(tx, actor, now, vraag).await;
    let db = &state.db;
    db.in_tenant(
        "calculate_doorrekening",
        wie.code(),
        DbRol::Rapportage,
        werk,
    )
    .await
}
