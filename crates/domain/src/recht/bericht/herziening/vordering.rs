//! What is answered about a claim.

use primitives::{Datum, Geld, Maand};
use serde::Serialize;

use crate::recht::herziening::{
    Aansprakelijk, Aflosverloop, Bestemming, Bestemmingoordeel, Herziening, Kwijtschelding, Lening,
    Leningoordeel, gross_up,
};
use crate::recht::uitleg::{
    Stap, render_aansprakelijk, render_bestemming, render_jaar, render_kwijtschelding,
    render_lening,
};

/// What is told about the claim.
#[derive(Clone, Debug, Default)]
pub(super) struct Vorderingsfeiten {
    /// Whether the college claims taxes and premiums too.
    pub(super) is_bruto: bool,
    pub(super) belasting: Vec<(i16, Geld)>,
    pub(super) leningen: Vec<Lening>,
    pub(super) bestemmingen: Vec<Bestemming>,
    pub(super) verloop: Option<Aflosverloop>,
}

/// What goes with the claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Vorderingsantwoord {
    /// The claims by year with their taxes (art. 58 lid 5); empty where the college claims net.
    pub bruto: Vec<Jaarantwoord>,
    /// Loans and guarantees, in the order of the question (art. 58 lid 2 onder b and c).
    pub leningen: Vec<Postantwoord>,
    /// Bijstand for a purpose that somebody else paid after all (art. 58 lid 2 onder f sub 2°).
    pub bestemmingen: Vec<Postantwoord>,
    /// Whether the rest may be let go (art. 58 lid 7): `mogelijk`, `niet` or `onbepaald`.
    pub kwijtschelding: Option<&'static str>,
    /// The months over which somebody else is liable too (art. 59).
    pub aansprakelijk: Vec<Aansprakelijkheid>,
    /// The sentences, with their articles.
    pub stappen: Vec<Stap>,
}

/// The claim over a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Jaarantwoord {
    /// Which.
    pub jaar: i16,
    /// Without taxes.
    pub netto: Geld,
    /// Taxes and premiums that cannot be set off; none where nobody told them.
    pub belasting_en_premies: Option<Geld>,
    /// Together.
    pub totaal: Option<Geld>,
}

/// What can be done with a loan, or with bijstand for a purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Postantwoord {
    /// `terugvordering`, `geen` or `onbepaald`.
    pub voorstel: &'static str,
    /// How much of it.
    pub bedrag: Option<Geld>,
}

/// Somebody else who is liable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Aansprakelijkheid {
    /// Over which month.
    pub maand: Maand,
    /// `gezinsleden` or `partner`.
    pub wie: &'static str,
    /// The article.
    pub grondslag: &'static str,
}

impl Vorderingsfeiten {
    /// What goes with the claims of a review. `paren` tells by month whether two people had, or have, a right.
    pub(super) fn answer(
        &self,
        herziening: &Herziening,
        dag: Datum,
        paren: &[(bool, bool)],
    ) -> Vorderingsantwoord {
        let jaren = if self.is_bruto {
            gross_up(herziening, dag, &self.belasting)
        } else {
            Vec::new()
        };
        let mede: Vec<_> = herziening
            .maanden
            .iter()
            .zip(paren)
            .flat_map(|(maand, (oud, nieuw))| {
                let wie = Aansprakelijk::list(*oud, *nieuw, &maand.voorstel);
                wie.into_iter().map(|wie| (maand.paar.maand, wie))
            })
            .collect();
        let kwijt = self.verloop.map(|verloop| verloop.judge());
        let stappen = jaren
            .iter()
            .map(render_jaar)
            .chain(self.leningen.iter().flat_map(render_lening))
            .chain(self.bestemmingen.iter().map(render_bestemming))
            .chain(
                mede.iter()
                    .map(|(maand, wie)| render_aansprakelijk(*maand, *wie)),
            )
            .chain(kwijt.as_ref().map(render_kwijtschelding));
        Vorderingsantwoord {
            stappen: stappen.collect(),
            bruto: jaren
                .iter()
                .map(|jaar| Jaarantwoord {
                    jaar: jaar.jaar,
                    netto: jaar.netto,
                    belasting_en_premies: jaar.belasting,
                    totaal: jaar.totaal(),
                })
                .collect(),
            leningen: self.leningen.iter().map(Postantwoord::from).collect(),
            bestemmingen: self.bestemmingen.iter().map(Postantwoord::from).collect(),
            kwijtschelding: kwijt.map(|kwijt| match kwijt {
                Kwijtschelding::Mogelijk(_) => "mogelijk",
                Kwijtschelding::Niet => "niet",
                Kwijtschelding::Onbepaald(_) => "onbepaald",
            }),
            aansprakelijk: mede
                .into_iter()
                .map(|(maand, wie)| Aansprakelijkheid {
                    maand,
                    wie: match wie {
                        Aansprakelijk::Gezinsleden => "gezinsleden",
                        Aansprakelijk::Verzwegen | Aansprakelijk::Middelen => "partner",
                    },
                    grondslag: wie.grondslag(),
                })
                .collect(),
        }
    }
}

impl From<&Lening> for Postantwoord {
    fn from(lening: &Lening) -> Self {
        let (voorstel, bedrag) = match lening.judge() {
            Leningoordeel::Terugvordering(bedrag) => ("terugvordering", Some(bedrag)),
            Leningoordeel::Geen | Leningoordeel::GeenGrond => ("geen", None),
            Leningoordeel::Onbepaald => ("onbepaald", None),
        };
        Self { voorstel, bedrag }
    }
}

impl From<&Bestemming> for Postantwoord {
    fn from(bestemming: &Bestemming) -> Self {
        let (voorstel, bedrag) = match bestemming.judge() {
            Bestemmingoordeel::Terugvordering(bedrag) => ("terugvordering", Some(bedrag)),
            Bestemmingoordeel::Geen => ("geen", None),
            Bestemmingoordeel::Onbepaald(_) => ("onbepaald", None),
        };
        Self { voorstel, bedrag }
    }
}
