//! The base on which a proposal or decision rests.

use domain::beleid::{
    BesluitInvoer, Besluitkop, Grondslag, GrondslagInvoer, Notatie, Omgeving, Orgaan,
    RedenVanAfwijking, VoorstelInvoer, Voorsteltekst,
};
use persistence::{DbError, TenantTx, beleid};
use primitives::{IdGenerator, Moment, Veldcontrole, Veldfouten};
use serde::Deserialize;

use crate::beleid::uitgangspunt::Uitgangspunt;

/// The base of a decision in a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Grondslagbestand {
    /// The name of the set.
    pub basisset: String,
    /// The version.
    pub versie: u16,
    /// Why the decision deviates, for each parameter for which it does.
    #[serde(default)]
    pub afwijkingen: Vec<RedenVanAfwijking>,
}

/// Why the text of a proposal cannot be read.
#[derive(Debug, thiserror::Error)]
pub(in crate::beleid) enum TekstError {
    /// Something typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The database is broken.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Reads the text of a proposal with the base on which it rests; the faults of both at once.
pub(in crate::beleid) async fn parse_voorstel(
    tx: &mut TenantTx,
    invoer: &VoorstelInvoer,
    orgaan: Orgaan,
    omgeving: Omgeving<'_>,
    ids: &dyn IdGenerator,
) -> Result<Voorsteltekst, TekstError> {
    let grondslag = match &invoer.grondslag {
        None => Ok(None),
        Some(grondslag) => parse_grondslag(tx, grondslag, orgaan, invoer, omgeving).await?,
    };
    match (invoer.parse(orgaan, omgeving, ids), grondslag) {
        (Ok(tekst), Ok(grondslag)) => Ok(Voorsteltekst { grondslag, ..tekst }),
        (tekst, grondslag) => Err(merge(tekst.err(), grondslag.err()).into()),
    }
}

async fn parse_grondslag(
    tx: &mut TenantTx,
    grondslag: &GrondslagInvoer,
    orgaan: Orgaan,
    voorstel: &VoorstelInvoer,
    omgeving: Omgeving<'_>,
) -> Result<Result<Option<Grondslag>, Veldfouten>, DbError> {
    let basis = match grondslag.parse_verwijzing() {
        Some(verwijzing) => beleid::find_basisversie(tx, verwijzing).await?,
        None => None,
    };
    let Some(basis) = basis else {
        let melding = "deze versie van de basisset bestaat niet";
        return Ok(Err(Veldfouten::single("grondslag", melding)));
    };
    let gelezen = grondslag.parse(&basis, orgaan, voorstel, omgeving);
    Ok(gelezen.map(Some))
}

/// Reads the base of a decision in a file; a reason is due as in a proposal.
pub(in crate::beleid) async fn load_grondslag(
    tx: &mut TenantTx,
    now: Moment,
    orgaan: Orgaan,
    (bestand, besluit): (&Grondslagbestand, &BesluitInvoer),
) -> Result<Grondslag, TekstError> {
    let verwijzing = (bestand.basisset.as_str(), bestand.versie);
    let basis = beleid::find_basisversie_by_naam(tx, verwijzing).await?;
    let basis = basis.ok_or_else(|| {
        let melding = "deze versie van de basisset bestaat niet";
        Veldfouten::single("grondslag", melding)
    })?;
    let grondslag = GrondslagInvoer {
        afwijkingen: bestand.afwijkingen.clone(),
        ..GrondslagInvoer::default()
    };
    let voorstel = VoorstelInvoer {
        inwerkingtreding: besluit.inwerkingtreding.clone(),
        waarden: besluit.waarden.clone(),
        intrekkingen: besluit.intrekkingen.clone(),
        ..VoorstelInvoer::default()
    };
    let uitgangspunt = Uitgangspunt::load(tx).await?;
    let omgeving = uitgangspunt.omgeving(now, Notatie::Uitwisseling);
    Ok(grondslag.parse(&basis, orgaan, &voorstel, omgeving)?)
}

/// Stores on which base a decision rests, where it rests on one.
pub(in crate::beleid) async fn insert_grondslag(
    tx: &mut TenantTx,
    kop: &Besluitkop,
    grondslag: Option<&Grondslag>,
) -> Result<(), DbError> {
    match grondslag {
        Some(grondslag) => beleid::insert_grondslag(tx, kop, grondslag).await,
        None => Ok(()),
    }
}

fn merge(een: Option<Veldfouten>, twee: Option<Veldfouten>) -> Veldfouten {
    let mut controle = Veldcontrole::default();
    for fout in een.iter().chain(&twee).flat_map(Veldfouten::list) {
        controle.refuse(fout.veld.clone(), fout.melding.clone());
    }
    let geen = || Veldfouten::single("", "het voorstel is niet volledig");
    controle.finish().err().unwrap_or_else(geen)
}
