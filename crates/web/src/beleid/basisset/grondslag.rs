//! The part of a proposal form about the base on which it rests, and the form filled from a base.

use application::beleid::{BasisError, find_basisversie};
use domain::beleid::{
    Afwijking, Basisversie, Basiswaarde, Grondslag, GrondslagInvoer, Orgaan, Parameter, Stand,
    VoorstelInvoer, WaardeInvoer, catalogus,
};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::datum_kort;

use super::lezen::parse_id;
use crate::beleid::besluitvelden::Besluitvelden;
use crate::beleid::lezen::beleid_of;

/// The values of the base beside a field for the reason of a deviation.
pub(in crate::beleid) struct Grondslagblok {
    pub(in crate::beleid) naam: String,
    pub(in crate::beleid) basisset: String,
    pub(in crate::beleid) versie: String,
    pub(in crate::beleid) regels: Vec<Grondslagregel>,
}

/// One value of the base.
pub(in crate::beleid) struct Grondslagregel {
    pub(in crate::beleid) veld: String,
    pub(in crate::beleid) label: String,
    pub(in crate::beleid) uitleg: String,
    pub(in crate::beleid) reden: String,
}

impl Grondslagblok {
    /// The base that the fields of a proposal to `orgaan` name; none where they name none.
    pub(in crate::beleid) async fn load(
        state: &AppState,
        wie: &InGemeente,
        orgaan: Orgaan,
        velden: &Besluitvelden,
    ) -> Result<Option<Self>, Fout> {
        if velden.get("basisset").is_empty() {
            return Ok(None);
        }
        let basis = basisversie_of(state, wie, velden).await?;
        let regels = basis.tekst.waarden_of(orgaan, basis.tekst.vanaf);
        let regel = |(parameter, eigen): (&Parameter, &Basiswaarde)| {
            let veld = format!("grondslag.{}", parameter.sleutel);
            Grondslagregel {
                label: format!("Reden om af te wijken: {}", parameter.naam),
                uitleg: format!("De basis is {}.", parameter.render(&eigen.waarde)),
                reden: velden.get(&veld).to_owned(),
                veld,
            }
        };
        Ok(Some(Self {
            regels: regels.map(regel).collect(),
            naam: basis.naam,
            basisset: basis.basisset.to_string(),
            versie: basis.versie.to_string(),
        }))
    }
}

/// The fields of a proposal with the values of the base that `vraag` names, as far as something else holds now.
pub(in crate::beleid) async fn prefill_from_basis(
    state: &AppState,
    wie: &InGemeente,
    orgaan: Orgaan,
    vraag: &Besluitvelden,
) -> Result<Besluitvelden, Fout> {
    let basis = basisversie_of(state, wie, vraag).await?;
    let beleid = beleid_of(state, wie).await?;
    let tekst = &basis.tekst;
    let holds = |stand: &Stand<'_>, eigen: &Basiswaarde| {
        let geldend = stand.vastgesteld().and_then(|v| v.waarde.as_ref());
        geldend == Some(&eigen.waarde)
    };
    let nieuw = tekst
        .waarden_of(orgaan, tekst.vanaf)
        .filter(|(parameter, eigen)| {
            let stand = beleid.stand_on(parameter, tekst.vanaf, state.clock.now());
            !holds(&stand, eigen)
        });
    let waarde = |(parameter, eigen): (&Parameter, &Basiswaarde)| WaardeInvoer {
        sleutel: parameter.sleutel.to_string(),
        waarde: eigen.waarde.invoer_nl(),
        ..WaardeInvoer::default()
    };
    let is_straks = tekst.vanaf > state.clock.today();
    Ok(Besluitvelden::from_invoer(&VoorstelInvoer {
        titel: format!("{}, versie {}", basis.naam, basis.versie),
        toelichting: tekst.toelichting.clone().unwrap_or_default(),
        inwerkingtreding: if is_straks {
            datum_kort(tekst.vanaf)
        } else {
            String::new()
        },
        waarden: nieuw.map(waarde).collect(),
        grondslag: Some(GrondslagInvoer {
            basisset: basis.basisset.to_string(),
            versie: basis.versie.to_string(),
            afwijkingen: Vec::new(),
        }),
        ..VoorstelInvoer::default()
    }))
}

/// On which base a text rests and where it deviates, as facts of a page.
pub(in crate::beleid) fn list_grondslagfeiten(
    grondslag: &Grondslag,
) -> Vec<(&'static str, String)> {
    let basis = format!("{}, versie {}", grondslag.naam, grondslag.versie);
    let afwijking = |afwijking: &Afwijking| {
        let parameter = catalogus().find(afwijking.sleutel.as_str());
        let naam = parameter.map_or(afwijking.sleutel.as_str(), |p| p.naam.as_str());
        (
            "Wijkt af van de basis",
            format!("{naam}: {}", afwijking.reden),
        )
    };
    let afwijkingen = grondslag.afwijkingen.iter().map(afwijking);
    [("Gezamenlijke basis", basis)]
        .into_iter()
        .chain(afwijkingen)
        .collect()
}

/// The published version that the fields name.
async fn basisversie_of(
    state: &AppState,
    wie: &InGemeente,
    velden: &Besluitvelden,
) -> Result<Basisversie, Fout> {
    let id = parse_id(velden.get("basisset"))?;
    let versie = velden.get("basisversie").parse();
    let versie = versie.map_err(|_| Fout::niet_gevonden())?;
    let actor = wie.actor();
    let gelezen: Result<_, BasisError> = state
        .db
        .in_tenant(
            "find_basisversie",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| find_basisversie(tx, actor, (id, versie)).await,
        )
        .await;
    Ok(gelezen?)
}
