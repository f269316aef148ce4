//! What waits for griffie and college: decisions that were taken and bind nobody yet.

use application::beleid::{BeleidError, list_onbekendgemaakt};
use http_base::{Aangemeld, AppState, DbRol, Fout, TenantTx};
use primitives::datum_lang;

use super::lezen::link_to;
use crate::onderdelen::{Link, Status, Taak, Toon};

/// The decisions that this person may publish, in every municipality of theirs.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let actor = wie.actor();
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        let mag = |orgaan: domain::beleid::Orgaan| actor.may(orgaan.permission(), gemeente.code);
        if !domain::beleid::Orgaan::ALL.into_iter().any(mag) {
            continue;
        }
        let besluiten: Result<_, BeleidError> = state
            .db
            .in_tenant(
                "list_onbekendgemaakt",
                gemeente.code,
                DbRol::Opdrachtgever,
                async |tx: &mut TenantTx| list_onbekendgemaakt(tx, actor).await,
            )
            .await;
        for akte in besluiten? {
            let kop = akte.besluit.kop();
            if !mag(kop.orgaan) {
                continue;
            }
            let link = link_to(&akte.besluit.verwijzing());
            taken.push(Taak {
                titel: format!("Leg de bekendmaking vast van {}: {}", link.tekst, kop.titel),
                waarom: format!(
                    "Genomen op {}, moet ingaan op {}. Tot de bekendmaking geldt er niets van.",
                    datum_lang(kop.vergaderdatum),
                    datum_lang(kop.inwerkingtreding)
                ),
                gemeente: Some(gemeente.naam.clone()),
                status: (kop.inwerkingtreding <= state.clock.today())
                    .then(|| Status::new(Toon::Aandacht, "ingangsdatum voorbij")),
                link: Link::new("Bekendmaken", format!("{}/bekendmaking", link.href)),
            });
        }
    }
    Ok(taken)
}
