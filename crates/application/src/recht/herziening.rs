//! Months of a resident with another income than was delivered: what the right was, what it would be, and what the
//! law lets the college do with the difference. Nothing is stored.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::herziening::{Herziening, Herzieningsfeiten, Maandpaar, calculate_herziening};
use persistence::TenantTx;
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::Activiteit;
use primitives::{DossierId, Geld, Maand, Moment};

use super::inwoner::peildatum;
use crate::dossier::{DossierError, Dossierhoofd, read_hoofd, record_use};

/// What the case worker found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningsopdracht {
    /// The income that counts, by month; a month that is left out stays as it was delivered.
    pub inkomsten: Vec<(Maand, Geld)>,
    /// What decides beside the amounts.
    pub feiten: Herzieningsfeiten,
}

/// The page of the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningspagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The months with algemene bijstand, the newest first.
    pub maanden: Vec<Maand>,
    /// Those that were chosen, the oldest first.
    pub gekozen: Vec<Leveringsmaand>,
    /// The answer; none without a question.
    pub herziening: Option<Herziening>,
}

/// A month as it was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leveringsmaand {
    /// Which.
    pub maand: Maand,
    /// The income that was set off, in whole euros.
    pub inkomsten: Geld,
    /// Whether the benefit began in the course of it: a part of a month is not reviewed here.
    pub is_deel_van_maand: bool,
}

/// The months from the first to the last of `bereik` that hold a benefit, and with a question what changes in them.
/// The processing log gets a row for everyone in the records.
pub async fn load_herziening(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    bereik: Option<(Maand, Maand)>,
    opdracht: Option<&Herzieningsopdracht>,
) -> Result<Herzieningspagina, DossierError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let (_, maanden) = recht::find_maanduitkering(tx, dossier, None).await?;
    let uitkeringen = match bereik {
        Some(bereik) => recht::list_maanduitkeringen_of(tx, dossier, bereik).await?,
        None => Vec::new(),
    };
    let houders: Vec<_> = uitkeringen
        .iter()
        .flat_map(|u| u.dossiers.clone())
        .collect();
    let activiteit = Activiteit::RechtBerekenen;
    record_use(tx, actor, now, activiteit, &hoofd, &houders, "herziening").await?;
    Ok(Herzieningspagina {
        hoofd,
        maanden,
        herziening: opdracht.map(|opdracht| review(&uitkeringen, opdracht)),
        gekozen: uitkeringen.iter().map(Leveringsmaand::of).collect(),
    })
}

fn review(uitkeringen: &[Maanduitkering], opdracht: &Herzieningsopdracht) -> Herziening {
    let pair = |uitkering: &Maanduitkering| {
        let maand = uitkering.maand;
        let geleverd = uitkering.beeld.inkomsten;
        let nu = opdracht
            .inkomsten
            .iter()
            .find(|(wanneer, _)| *wanneer == maand);
        let nu = nu.map_or(geleverd, |(_, inkomsten)| *inkomsten);
        let stand = |inkomsten| {
            let dag = peildatum(uitkering);
            // What was paid for a part of a month is not what a whole month gives.
            let is_heel = dag == maand.first_day();
            is_heel
                .then(|| uitkering.beeld.stand_with(dag, inkomsten))
                .flatten()
        };
        Maandpaar {
            maand,
            oud: stand(geleverd),
            nieuw: stand(nu),
        }
    };
    let paren: Vec<_> = uitkeringen.iter().map(pair).collect();
    calculate_herziening(&paren, &opdracht.feiten)
}

impl Leveringsmaand {
    fn of(uitkering: &Maanduitkering) -> Self {
        Self {
            maand: uitkering.maand,
            inkomsten: uitkering.beeld.inkomsten,
            is_deel_van_maand: peildatum(uitkering) > uitkering.maand.first_day(),
        }
    }
}
