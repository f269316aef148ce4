//! What goes with a claim on a resident: a loan, a guarantee, costs that somebody else paid after all, letting go. Nothing is
//! stored: which claims a resident has is not kept here, so there is none to decide on. This tells what the law allows.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::herziening::{
    Aflosverloop, Bestemming, Bestemmingoordeel, Kwijtschelding, Lening, Leningoordeel,
};
use domain::recht::uitleg::{Stap, render_bestemming, render_kwijtschelding, render_lening};
use persistence::TenantTx;
use persistence::verwerking::Activiteit;
use primitives::{DossierId, Geld, Moment};

use crate::dossier::{DossierError, Dossierhoofd, read_hoofd, record_use};

/// What a caseworker asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vorderingsvraag {
    /// A loan or a guarantee. Participatiewet art. 58 lid 2 onder b and c.
    Lening(Lening),
    /// Costs that somebody else paid after all. Participatiewet art. 58 lid 2 onder f sub 2°.
    Bestemming(Bestemming),
    /// Letting go of a claim. Participatiewet art. 58 lid 7.
    Kwijtschelding(Aflosverloop),
}

/// What the law lets the college do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vorderingsuitkomst {
    /// Claim this.
    Terugvordering(Geld),
    /// Claim nothing.
    GeenTerugvordering,
    /// Let go.
    Kwijtschelding,
    /// Not let go.
    GeenKwijtschelding,
    /// These facts are missing, by their names in a question.
    Onbepaald(Vec<&'static str>),
}

/// The answer with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vorderingsantwoord {
    /// What came out.
    pub uitkomst: Vorderingsuitkomst,
    /// How, each step with its article.
    pub stappen: Vec<Stap>,
}

/// The page of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vorderingspagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The answer; none without a question.
    pub antwoord: Option<Vorderingsantwoord>,
}

/// What the law lets the college do with a claim on a resident. The processing log gets a row.
pub async fn load_vordering(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    vraag: Option<&Vorderingsvraag>,
) -> Result<Vorderingspagina, DossierError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let activiteit = Activiteit::RechtBerekenen;
    record_use(tx, actor, now, activiteit, &hoofd, &[], "vorderingen").await?;
    let antwoord = vraag.map(Vorderingsvraag::answer);
    Ok(Vorderingspagina { hoofd, antwoord })
}

impl Vorderingsvraag {
    fn answer(&self) -> Vorderingsantwoord {
        match self {
            Self::Lening(lening) => Vorderingsantwoord {
                uitkomst: match lening.judge() {
                    Leningoordeel::Terugvordering(bedrag) => {
                        Vorderingsuitkomst::Terugvordering(bedrag)
                    }
                    Leningoordeel::Geen | Leningoordeel::GeenGrond => {
                        Vorderingsuitkomst::GeenTerugvordering
                    }
                    Leningoordeel::Onbepaald => {
                        Vorderingsuitkomst::Onbepaald(vec!["verplichtingenNagekomen"])
                    }
                },
                stappen: render_lening(lening),
            },
            Self::Bestemming(bestemming) => Vorderingsantwoord {
                uitkomst: match bestemming.judge() {
                    Bestemmingoordeel::Terugvordering(bedrag) => {
                        Vorderingsuitkomst::Terugvordering(bedrag)
                    }
                    Bestemmingoordeel::Geen => Vorderingsuitkomst::GeenTerugvordering,
                    Bestemmingoordeel::Onbepaald(feiten) => Vorderingsuitkomst::Onbepaald(feiten),
                },
                stappen: vec![render_bestemming(bestemming)],
            },
            Self::Kwijtschelding(verloop) => {
                let oordeel = verloop.judge();
                Vorderingsantwoord {
                    stappen: vec![render_kwijtschelding(&oordeel)],
                    uitkomst: match oordeel {
                        Kwijtschelding::Mogelijk(_) => Vorderingsuitkomst::Kwijtschelding,
                        Kwijtschelding::Niet => Vorderingsuitkomst::GeenKwijtschelding,
                        Kwijtschelding::Onbepaald(feiten) => Vorderingsuitkomst::Onbepaald(feiten),
                    },
                }
            }
        }
    }
}
