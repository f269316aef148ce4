//! The objection in an address, and loading it for a page.

use actix_web::web::Path;
use application::bezwaar::{Besluitnaam, Bezwaarbeeld, load_bezwaar};
use domain::bezwaar::{Bestredenbesluit, Bezwaar};
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{BezwaarId, DossierId, maand_lang};

use crate::dossier::hoofd::{address, task_shell};
use crate::schil::Schil;

/// Municipality, dossier and objection of an address.
pub(super) type Bezwaarpad = Path<(String, String, String)>;

/// An objection to a decision about a resident.
pub(super) type Wat = (DossierId, BezwaarId);

/// The dossier and objection; anything else than ids is an address that does not exist.
pub(super) fn ids_of(dossier: &str, bezwaar: &str) -> Result<Wat, Fout> {
    let dossier = DossierId::parse(dossier).map_err(|_| Fout::niet_gevonden())?;
    let bezwaar = BezwaarId::parse(bezwaar).map_err(|_| Fout::niet_gevonden())?;
    Ok((dossier, bezwaar))
}

/// The objection with what stands above it.
pub(super) async fn load(
    state: &AppState,
    wie: &InGemeente,
    wat: Wat,
) -> Result<Bezwaarbeeld, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let beeld = state
        .db
        .in_tenant("load_bezwaar", wie.code(), DbRol::Uitvoering, async |tx| {
            load_bezwaar(tx, actor, now, wat).await
        });
    Ok(beeld.await?)
}

/// The address of an objection, for an answer after a form.
pub(super) fn under((dossier, bezwaar): Wat) -> String {
    format!("/inwoners/{dossier}/bezwaren/{bezwaar}")
}

/// The address of an objection.
pub(super) fn href(wie: &InGemeente, bezwaar: &Bezwaar) -> String {
    let kop = bezwaar.kop();
    let wat = (kop.bestreden.dossier, kop.id);
    format!("/{}{}", wie.code(), under(wat))
}

/// The address of a decision.
pub(super) fn besluit_href(
    wie: &InGemeente,
    dossier: DossierId,
    besluit: Bestredenbesluit,
) -> String {
    let basis = address(wie, dossier);
    match besluit {
        Bestredenbesluit::Aanvraag(id) => format!("{basis}/aanvragen/{id}"),
        Bestredenbesluit::Herziening(id) => format!("{basis}/recht/herziening/{id}"),
    }
}

/// Where what takes the place of a decision is calculated and decided.
pub(super) fn opnieuw_href(
    wie: &InGemeente,
    dossier: DossierId,
    besluit: Bestredenbesluit,
) -> String {
    let basis = address(wie, dossier);
    match besluit {
        Bestredenbesluit::Aanvraag(_) => format!("{basis}/aanvragen/nieuw"),
        Bestredenbesluit::Herziening(_) => format!("{basis}/recht/herziening/nieuw"),
    }
}

/// `Algemene bijstand`, `Herziening van maart 2026`.
pub(super) fn name(besluit: Besluitnaam) -> String {
    match besluit {
        Besluitnaam::Aanvraag(regeling) => regeling.omschrijving().to_owned(),
        Besluitnaam::Herziening(van, tot) if van == tot => {
            format!("Herziening van {}", maand_lang(van))
        }
        Besluitnaam::Herziening(van, tot) => {
            format!(
                "Herziening van {} tot en met {}",
                maand_lang(van),
                maand_lang(tot)
            )
        }
    }
}

/// The shell of a page about a decision: the way back leads over the resident and the decision.
pub(super) fn besluit_shell(
    state: &AppState,
    wie: &InGemeente,
    (hoofd, besluit): (&application::dossier::Dossierhoofd, Bestredenbesluit),
    (naam, titel): (Besluitnaam, &str),
) -> Schil {
    let dossier = hoofd.kop.inwoner.dossier;
    let basis = address(wie, dossier);
    let schil = task_shell(state, wie, hoofd, titel);
    let schil = match besluit {
        Bestredenbesluit::Aanvraag(_) => {
            schil.kruimel("Beschikkingen", format!("{basis}/beschikkingen"))
        }
        Bestredenbesluit::Herziening(_) => schil
            .kruimel("Recht", format!("{basis}/recht"))
            .kruimel("Herzieningen", format!("{basis}/recht/herziening")),
    };
    schil.kruimel(name(naam), besluit_href(wie, dossier, besluit))
}

/// The shell of a page under an objection.
pub(super) fn shell(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Bezwaarbeeld,
    titel: &str,
) -> Schil {
    let kop = beeld.bezwaar.kop();
    let wat = (&beeld.hoofd, kop.bestreden.besluit);
    besluit_shell(state, wie, wat, (beeld.besluit, titel))
        .kruimel(format!("Bezwaar {}", kop.nummer), href(wie, &beeld.bezwaar))
}
