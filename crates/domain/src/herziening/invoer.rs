//! What a review is calculated with, frozen with its proposal, and calculating it.

use primitives::Datum;
use serde::{Deserialize, Serialize};

use super::teller::count_vrijlatingen;
use super::{
    Feitwijziging, Herzieningsuitkomst, Maandlevering, Oordeel, Oorzaakoordeel, Uitkomstjaar,
    Uitkomstmaand,
};
use crate::aanvraag::Beschikkingsstap;
use crate::recht::herziening::{
    Aansprakelijk, Herzieningsfeiten, Maandpaar, calculate_herziening, gross_up,
};
use crate::recht::uitleg::render_aansprakelijk;

/// All that a review is calculated with: the same gives the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Herzieningsinvoer {
    /// The months as they were delivered, the oldest first.
    pub maanden: Vec<Maandlevering>,
    /// What is different, in the order in which it was recorded.
    pub wijzigingen: Vec<Feitwijziging>,
    /// What the college found; none while that is open.
    pub oordeel: Option<Oordeel>,
}

impl Herzieningsinvoer {
    /// The right in every month with the other facts, and what follows. `vandaag` holds where no day was found yet.
    pub fn calculate(&self, vandaag: Datum) -> Herzieningsuitkomst {
        let oordeel = self.oordeel.as_ref();
        let feiten = Herzieningsfeiten {
            dag: oordeel.map_or(vandaag, |oordeel| oordeel.dag),
            oorzaken: oordeel
                .iter()
                .flat_map(|oordeel| &oordeel.oorzaken)
                .map(Oorzaakoordeel::periode)
                .collect(),
            vakantietoeslag_betaald: oordeel.and_then(|oordeel| oordeel.vakantietoeslag_betaald),
        };
        let tellers = count_vrijlatingen(&self.maanden, &self.wijzigingen);
        let kanten = self.maanden.iter().zip(&tellers).map(|(levering, teller)| {
            let nieuw = levering.nieuw(&self.wijzigingen, teller);
            (levering.oud(), nieuw)
        });
        let kanten: Vec<_> = kanten.collect();
        let paren: Vec<_> = self
            .maanden
            .iter()
            .zip(&kanten)
            .map(|(levering, (oud, (nieuw, _)))| Maandpaar {
                maand: levering.maand,
                oud: oud.as_ref().ok().copied(),
                nieuw: nieuw.as_ref().ok().copied(),
            })
            .collect();
        let herziening = calculate_herziening(&paren, &feiten);
        let bruto = oordeel.filter(|oordeel| oordeel.bruto.is_some());
        let jaren = bruto.map(|oordeel| gross_up(&herziening, feiten.dag, &oordeel.belasting()));
        let maanden = herziening.maanden.iter().zip(kanten);
        Herzieningsuitkomst {
            nabetaling: herziening.nabetaling,
            verrekening: herziening.verrekening,
            terugvordering: herziening.terugvordering,
            afgezien: herziening.afgezien,
            jaren: jaren.iter().flatten().map(Uitkomstjaar::from).collect(),
            salderen: herziening.salderen(),
            reservering: herziening.reservering,
            maanden: maanden
                .zip(&self.maanden)
                .map(|((maand, (oud, (nieuw, stappen))), levering)| {
                    let reden = oud.err().or(nieuw.err());
                    let mut uitkomst = Uitkomstmaand::new(maand, stappen, reden);
                    let (oud, nieuw) = levering.is_paar(&self.wijzigingen);
                    let mede = Aansprakelijk::list(oud, nieuw, &maand.voorstel).into_iter();
                    let mede = mede.map(|wie| render_aansprakelijk(levering.maand, wie));
                    uitkomst
                        .stappen
                        .extend(mede.map(|stap| Beschikkingsstap::from(&stap)));
                    uitkomst
                })
                .collect(),
        }
    }
}
