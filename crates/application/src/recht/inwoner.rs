//! The right of a resident, by the law, on the facts of the last statutory record.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::bericht::Antwoord;
use persistence::TenantTx;
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::Activiteit;
use primitives::{Datum, DossierId, Geld, Maand, Moment};

use crate::dossier::{DossierError, Dossierhoofd, read_hoofd, record_use};

/// The page of the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rechtpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The right in the month that was asked for; none when there was no algemene bijstand.
    pub recht: Option<Maandrecht>,
    /// The months with algemene bijstand, the newest first.
    pub maanden: Vec<Maand>,
}

/// The right in a month, beside what was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maandrecht {
    /// The month of the record.
    pub maand: Maand,
    /// The day whose facts hold: the first of the month, or the first of the benefit when that is later.
    pub peildatum: Datum,
    /// What the law gives, explained.
    pub antwoord: Antwoord,
    /// The norm that was applied, in whole euros.
    pub geleverde_norm: Option<Geld>,
    /// The income that was set off, in whole euros.
    pub geleverde_inkomsten: Geld,
    /// What was made payable, in whole euros, without holiday pay.
    pub betaalbaar_gesteld: Geld,
}

/// The right of a resident in a month, or in the last month with a benefit, with its explanation. The processing log
/// gets a row for everyone in the record.
pub async fn load_recht(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    maand: Option<Maand>,
) -> Result<Rechtpagina, DossierError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let (uitkering, maanden) = recht::find_maanduitkering(tx, dossier, maand).await?;
    let houders = uitkering.as_ref().map_or(&[][..], |u| &u.dossiers);
    let activiteit = Activiteit::RechtBerekenen;
    record_use(tx, actor, now, activiteit, &hoofd, houders, "recht").await?;
    Ok(Rechtpagina {
        hoofd,
        recht: uitkering.as_ref().map(Maandrecht::of),
        maanden,
    })
}

impl Maandrecht {
    /// Calculates the right of a delivered benefit.
    pub fn of(uitkering: &Maanduitkering) -> Self {
        let peildatum = peildatum(uitkering);
        Self {
            maand: uitkering.maand,
            peildatum,
            antwoord: uitkering.beeld.explain(peildatum),
            geleverde_norm: uitkering.norm,
            geleverde_inkomsten: uitkering.beeld.inkomsten,
            betaalbaar_gesteld: uitkering.betaalbaar_gesteld,
        }
    }

    /// Whether the benefit began in the course of the month, so that what was paid is for a part of it
    /// (Participatiewet art. 45 lid 3) and cannot be laid beside a whole month.
    pub fn is_deel_van_maand(&self) -> bool {
        self.peildatum > self.maand.first_day()
    }
}

/// The day whose facts hold for the month of a record.
pub(crate) fn peildatum(uitkering: &Maanduitkering) -> Datum {
    uitkering
        .maand
        .first_day()
        .max(uitkering.aanvangsdatum)
        .min(uitkering.maand.last_day())
}
