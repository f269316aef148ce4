//! The right of every benefit of a municipality in a month, beside what was delivered.

use std::collections::BTreeMap;

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::Reden;
use persistence::TenantTx;
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::{self, Activiteit};
use primitives::{DossierId, Geld, Maand, Moment};

use super::RechtError;
use super::inwoner::peildatum;

/// What the law gives for a whole caseload in a month. Holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bestandsrecht {
    /// Benefits of algemene bijstand in the month.
    pub uitkeringen: u32,
    /// Of those: with a right.
    pub recht: u32,
    /// Without a right on the facts of the record.
    pub geen_recht: u32,
    /// Not to be determined from the record, by reason.
    pub onbepaald: BTreeMap<String, u32>,
    /// With a norm that differs by a euro or more from the delivered one; a record holds whole euros.
    pub norm_wijkt_af: u32,
    /// What the law gives for those with a right, without holiday pay.
    pub uitbetaling: Geld,
    /// What was made payable for the same benefits, without holiday pay, in whole euros.
    pub betaalbaar_gesteld: Geld,
}

/// Calculates the right of every benefit in a month, as known now. The processing log gets a row for each
/// resident in it.
pub async fn calculate_bestand(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    maand: Maand,
) -> Result<Bestandsrecht, RechtError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let uitkeringen = recht::list_maanduitkeringen(tx, maand, now).await?;
    let mut uit = Bestandsrecht::empty();
    for uitkering in &uitkeringen {
        uit.add(uitkering);
    }
    let betrokkenen: Vec<DossierId> = uitkeringen
        .into_iter()
        .flat_map(|uitkering| uitkering.dossiers)
        .collect();
    let object = format!("recht van het bestand in {maand}");
    let activiteit = Activiteit::RechtBerekenen;
    verwerking::record_raadpleging(tx, actor, now, activiteit, &object, &betrokkenen).await?;
    Ok(uit)
}

impl Bestandsrecht {
    const fn empty() -> Self {
        Self {
            uitkeringen: 0,
            recht: 0,
            geen_recht: 0,
            onbepaald: BTreeMap::new(),
            norm_wijkt_af: 0,
            uitbetaling: Geld::NUL,
            betaalbaar_gesteld: Geld::NUL,
        }
    }

    fn add(&mut self, uitkering: &Maanduitkering) {
        self.uitkeringen += 1;
        let berekening = match uitkering.beeld.calculate(peildatum(uitkering)) {
            Ok(berekening) => berekening,
            Err(fout) => return self.add_onbepaald(fout.to_string()),
        };
        if let (Some(norm), Some(geleverd)) = (berekening.norm, uitkering.norm) {
            let verschil = norm.bedrag - geleverd;
            let euro = Geld::from_cents(100);
            self.norm_wijkt_af += u32::from(verschil >= euro || -verschil >= euro);
        }
        match berekening.uitkomst {
            Ok(bedragen) => {
                self.recht += 1;
                self.uitbetaling = self.uitbetaling + bedragen.uitbetaling;
                self.betaalbaar_gesteld = self.betaalbaar_gesteld + uitkering.betaalbaar_gesteld;
            }
            Err(Reden::GeenRecht(_)) => self.geen_recht += 1,
            Err(Reden::Onbepaald(reden)) => self.add_onbepaald(reden.to_string()),
        }
    }

    fn add_onbepaald(&mut self, reden: String) {
        *self.onbepaald.entry(reden).or_default() += 1;
    }
}
