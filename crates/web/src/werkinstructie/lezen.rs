//! What the pages of work rules read, and say in the same words.

use application::werkinstructie::{WerkinstructieError, list_werkinstructies};
use domain::beleid::{Besluitverwijzing, Parameter, Sleutel, catalogus};
use domain::bevoegdheid::Permission;
use domain::werkinstructie::{Instructieversie, Verhouding, Werkinstructie};
use http_base::{Aangemeld, AppState, DbRol, Fout, TenantTx};
use primitives::{WerkinstructieId, datum_kort};

use crate::onderdelen::{Status, Toon};
use crate::sturing::own_gemeente;

/// The address of the list.
pub(super) const LIJST: &str = "/uitvoeringsbeleid";

/// Every work rule.
pub(super) async fn instructies_of(
    state: &AppState,
    wie: &Aangemeld,
) -> Result<Vec<Werkinstructie>, Fout> {
    let gemeente = own_gemeente(wie, Permission::BeleidLezen)?.code;
    let actor = wie.actor();
    let gelezen: Result<_, WerkinstructieError> = state
        .db
        .in_tenant(
            "list_werkinstructies",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_werkinstructies(tx, actor).await,
        )
        .await;
    Ok(gelezen?)
}

/// The work rule of the address.
pub(super) async fn instructie_of(
    state: &AppState,
    wie: &Aangemeld,
    kenmerk: &str,
) -> Result<Werkinstructie, Fout> {
    let instructies = instructies_of(state, wie).await?;
    // A text that is no id is no work rule either.
    let id = WerkinstructieId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())?;
    let gevonden = instructies.into_iter().find(|i| i.id == id);
    gevonden.ok_or_else(Fout::niet_gevonden)
}

/// `vanaf 1-1-2026`, `van 1-1-2026 tot 1-1-2027`.
pub(super) fn render_geldigheid(versie: &Instructieversie) -> String {
    let van = datum_kort(versie.periode.van());
    versie.periode.tot().map_or_else(
        || format!("vanaf {van}"),
        |tot| format!("van {van} tot {}", datum_kort(tot)),
    )
}

/// The parameters of a version, by name.
pub(super) fn list_parameters(sleutels: &[Sleutel]) -> Vec<&'static Parameter> {
    let find = |sleutel: &Sleutel| catalogus().find(sleutel.as_str());
    sleutels.iter().filter_map(find).collect()
}

/// How the work rule stands to what a municipality decided.
pub(super) fn render_verhouding(verhouding: &Verhouding<'_>) -> Status {
    match verhouding {
        Verhouding::EigenKeuze => Status::new(Toon::Goed, "de organisatie bepaalt dit zelf"),
        Verhouding::Wet => Status::new(Toon::Neutraal, "de wet bepaalt dit"),
        Verhouding::NietsBesloten(wie) => {
            Status::new(Toon::Neutraal, format!("{wie} besloot hier niets over"))
        }
        Verhouding::Binnen(_) => Status::new(Toon::Goed, "werkt binnen dit besluit"),
        Verhouding::GaatNietVoor(v) => Status::new(
            Toon::Aandacht,
            format!("gaat niet voor: {} besloot later", v.besluit.orgaan),
        ),
        Verhouding::BestaatNiet => Status::new(Toon::Neutraal, "bestaat nu niet"),
    }
}

/// The decision that holds.
pub(super) fn besluit_of<'a>(verhouding: &Verhouding<'a>) -> Option<&'a Besluitverwijzing> {
    match verhouding {
        Verhouding::Binnen(v) | Verhouding::GaatNietVoor(v) => Some(&v.besluit),
        _ => None,
    }
}
