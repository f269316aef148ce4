//! Taking over who directs which case, beside the caseload itself.

use std::collections::{HashMap, HashSet};

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{
    Casusregie, Casusregisseur, Medewerker, Overdrachtsopdracht, Regisseurlijst, Regisseurregel,
};
use persistence::audit::{self, Handeling};
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier};
use primitives::{
    Bsn, DossierId, Moment, Veldcontrole, begin_in_nederland, datum_in_nederland, datum_kort,
};

use super::error::DossierError;
use crate::statistiek::Wijze;

/// What a list of casusregisseurs did, or would do when it was only tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regisseursverslag {
    /// Residents who get their first casusregisseur.
    pub toegewezen: usize,
    /// Residents who have the colleague of the list already.
    pub gelijk: usize,
    /// Residents who have another one here: that stays, a handover takes consultation (piketpaal 4).
    pub behouden: usize,
    /// Lines about who is not known here.
    pub onbekend: usize,
}

/// Gives residents of a caseload that is taken over the casusregisseur that they had, all or nothing. Who directs a
/// case here already keeps it; the same list again changes nothing. `verwacht` are the residents of the same delivery.
pub(crate) async fn record_regisseurlijst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    lijst: &Regisseurlijst,
    wijze: Wijze,
    verwacht: &HashSet<&Bsn>,
) -> Result<Regisseursverslag, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    check_sinds(lijst, now)?;
    let bsns: Vec<_> = lijst.regels().iter().map(|regel| &regel.bsn).collect();
    let mut huidig = dossier::load_casusregies_for_update(tx, &bsns).await?;
    let mut verslag = Regisseursverslag::default();
    let mut eersten = Vec::new();
    for regel in lijst.regels() {
        let Some((wie, casusregie)) = huidig.remove(&regel.bsn) else {
            // A trial did not write who comes with the same files; they would get their first one.
            if wijze == Wijze::Proef && verwacht.contains(&regel.bsn) {
                verslag.toegewezen += 1;
            } else {
                verslag.onbekend += 1;
            }
            continue;
        };
        match casusregie.casusregisseur() {
            Some(nu) if nu.medewerker.sub == regel.medewerker.sub => verslag.gelijk += 1,
            Some(_) => verslag.behouden += 1,
            None => eersten.push((wie, first(regel, now)?)),
        }
    }
    verslag.toegewezen += eersten.len();
    if wijze == Wijze::Definitief && !eersten.is_empty() {
        write(tx, actor, now, &eersten).await?;
    }
    Ok(verslag)
}

/// Nobody directs a case from a day to come.
fn check_sinds(lijst: &Regisseurlijst, now: Moment) -> Result<(), DossierError> {
    let vandaag = datum_in_nederland(now);
    let mut controle = Veldcontrole::default();
    // The first line of the file holds the names of the columns.
    for (regel, nummer) in lijst.regels().iter().zip(2..) {
        if let Some(dag) = regel.sinds.filter(|dag| *dag > vandaag) {
            let melding = format!("regel {nummer}: {} ligt in de toekomst", datum_kort(dag));
            controle.refuse("sinds", melding);
        }
    }
    Ok(controle.finish()?)
}

/// The first casusregisseur, decided by the rules of every handover.
fn first(regel: &Regisseurregel, now: Moment) -> Result<Casusregisseur, DossierError> {
    let opdracht = Overdrachtsopdracht {
        naar: regel.medewerker.clone(),
        gezien_volgnummer: 0,
        overlegd_op: None,
        reden: None,
    };
    let sinds = regel.sinds.map_or(now, begin_in_nederland);
    let overdracht = Casusregie::Geen.transfer_to(opdracht, sinds);
    Ok(overdracht.map_err(super::overdracht::refuse)?.naar)
}

async fn write(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    eersten: &[(DossierId, Casusregisseur)],
) -> Result<(), DossierError> {
    let per_sub: HashMap<&str, &Medewerker> = eersten
        .iter()
        .map(|(_, eerste)| (eerste.medewerker.sub.as_str(), &eerste.medewerker))
        .collect();
    let collegas: Vec<_> = per_sub.into_values().collect();
    dossier::insert_medewerkers(tx, &collegas, datum_in_nederland(now)).await?;
    dossier::insert_eerste_casusregisseurs(tx, eersten, &actor.sub).await?;
    let toelichting = format!(
        "{} inwoners kregen hun eerste casusregisseur, verdeeld over {} collega's",
        eersten.len(),
        collegas.len()
    );
    let handeling = Handeling::Overdracht;
    audit::record(
        tx,
        actor,
        now,
        handeling,
        "regisseurslijst",
        Some(&toelichting),
    )
    .await?;
    let dossiers: Vec<_> = eersten.iter().map(|(dossier, _)| *dossier).collect();
    verwerking::record(tx, now, Activiteit::StatistiekVerwerken, &dossiers).await?;
    Ok(())
}

impl Regisseursverslag {
    /// What happened, in a sentence of Dutch.
    pub fn zin(self) -> String {
        let delen = [
            (self.toegewezen, "toegewezen"),
            (self.gelijk, "waren al zo"),
            (
                self.behouden,
                "hebben hier een andere casusregisseur, die blijft",
            ),
            (self.onbekend, "zijn hier niet bekend"),
        ];
        let delen: Vec<_> = delen
            .into_iter()
            .filter(|(aantal, _)| *aantal > 0)
            .map(|(aantal, wat)| format!("{aantal} {wat}"))
            .collect();
        format!("Casusregisseurs: {}.", delen.join(", "))
    }
}
