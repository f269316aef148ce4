//! What the pages of a proposal read, and say in the same words.

use domain::beleid::{
    Beleid, BeslotenWaarde, Intrekking, Orgaan, Voorstel, Voorstelstand, Voorsteltekst, catalogus,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente, find_leesbaar_voorstel};
use primitives::{Datum, Moment, datum_kort};

use crate::beleid::lezen::{render_periode, render_stand};
use crate::onderdelen::{Status, Toon};
use crate::schil::Schil;

/// The proposal of the address, if this reader may see it.
pub(super) async fn voorstel_of(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Voorstel, Fout> {
    wie.require(Permission::BeleidLezen)?;
    find_leesbaar_voorstel(state, wie.actor(), wie.code(), kenmerk).await
}

/// The proposal of the address, if this person acts for its organ.
pub(super) async fn eigen_voorstel(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Voorstel, Fout> {
    let voorstel = voorstel_of(state, wie, kenmerk).await?;
    wie.require(voorstel.kop().orgaan.permission())?;
    Ok(voorstel)
}

/// The address of a proposal.
pub(super) fn pad_of(voorstel: &Voorstel) -> String {
    let kop = voorstel.kop();
    format!("/{}/voorstellen/{}", kop.gemeente, kop.id)
}

/// The frame of a page under a proposal.
pub(super) fn schil_onder(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    titel: &str,
) -> Schil {
    Schil::in_gemeente(state, wie, "/voorstellen", titel)
        .kruimel("Voorstellen", format!("/{}/voorstellen", wie.code()))
        .kruimel(voorstel.tekst().titel.clone(), pad_of(voorstel))
}

/// How a proposal is called: `Voorstel aan de raad`.
pub(super) const fn soortnaam(orgaan: Orgaan) -> &'static str {
    match orgaan {
        Orgaan::Raad => "Voorstel aan de raad",
        Orgaan::College => "Voorstel aan het college",
    }
}

/// How far a proposal has come.
pub(super) fn status_of(stand: Voorstelstand) -> Status {
    let (toon, woord) = match stand {
        Voorstelstand::Concept => (Toon::Neutraal, "concept"),
        Voorstelstand::Teruggegeven { .. } => (Toon::Aandacht, "in handen van B&W gesteld"),
        Voorstelstand::Ingediend => (Toon::Aandacht, "ingediend, wacht op behandeling"),
        Voorstelstand::Aangehouden { .. } => (Toon::Aandacht, "aangehouden"),
        Voorstelstand::Aangenomen { .. } => (Toon::Goed, "aangenomen"),
        Voorstelstand::Verworpen { .. } => (Toon::Fout, "verworpen"),
        Voorstelstand::Ingetrokken => (Toon::Neutraal, "ingetrokken"),
    };
    Status::new(toon, woord)
}

/// A line of what a proposal changes: the parameter, its address, what held before, what it becomes, from when.
pub(super) struct Wijzigregel {
    pub(super) naam: String,
    pub(super) href: String,
    pub(super) was: String,
    pub(super) wordt: String,
    pub(super) wanneer: String,
}

/// What a text changes against the policy as known on a moment.
pub(super) fn list_wijzigingen(
    tekst: &Voorsteltekst,
    beleid: &Beleid,
    beleid_pad: &str,
    bekend_op: Moment,
) -> Vec<Wijzigregel> {
    let regel = |sleutel: &str, van: Datum, wordt: Option<&BeslotenWaarde>| {
        let parameter = catalogus().find(sleutel)?;
        let dag_ervoor = van.yesterday().unwrap_or(van);
        let was = beleid.stand_on(parameter, dag_ervoor, bekend_op);
        Some(Wijzigregel {
            naam: parameter.naam.clone(),
            href: format!("{beleid_pad}/{sleutel}"),
            was: render_stand(parameter, &was),
            wordt: wordt.map_or_else(
                || "Ingetrokken".to_owned(),
                |besloten| parameter.render(&besloten.waarde),
            ),
            wanneer: wordt.map_or_else(
                || format!("vanaf {}", datum_kort(van)),
                |besloten| render_periode(van, besloten.periode.tot()),
            ),
        })
    };
    let waarden = tekst
        .waarden
        .iter()
        .filter_map(|w| regel(w.sleutel.as_str(), w.periode.van(), Some(w)));
    let intrekkingen = tekst
        .intrekkingen
        .iter()
        .filter_map(|i: &Intrekking| regel(i.sleutel.as_str(), i.vanaf, None));
    waarden.chain(intrekkingen).collect()
}
