//! The fields of a question about a claim, and what is answered on them.

use primitives::{Datum, Geld, Maand};
use serde::Serialize;

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use crate::recht::herziening::{
    Aansprakelijk, Aflosverloop, Herziening, Kwijtschelding, Leenvorm, Lening, Leningoordeel,
    gross_up,
};
use crate::recht::uitleg::{
    Stap, render_aansprakelijk, render_jaar, render_kwijtschelding, render_lening,
};

/// More rows than this are no case of one household.
const REGELS_MAX: usize = 50;

/// What is told about the claim.
#[derive(Clone, Debug, Default)]
pub(super) struct Vorderingsfeiten {
    /// Whether the college claims taxes and premiums too.
    is_bruto: bool,
    belasting: Vec<(i16, Geld)>,
    leningen: Vec<Lening>,
    verloop: Option<Aflosverloop>,
}

/// What goes with the claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Vorderingsantwoord {
    /// The claims by year with their taxes (art. 58 lid 5); empty where the college claims net.
    pub bruto: Vec<Jaarantwoord>,
    /// Loans and guarantees, in the order of the question (art. 58 lid 2 onder b and c).
    pub leningen: Vec<Leningantwoord>,
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

/// What can be done with a loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Leningantwoord {
    /// `terugvordering`, `geen` or `onbepaald`.
    pub voorstel: &'static str,
    /// What is left of it.
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
            .filter_map(|(maand, (oud, nieuw))| {
                let wie = Aansprakelijk::find(*oud, *nieuw, &maand.voorstel)?;
                Some((maand.paar.maand, wie))
            })
            .collect();
        let kwijt = self.verloop.map(|verloop| verloop.judge());
        let stappen = jaren
            .iter()
            .map(render_jaar)
            .chain(self.leningen.iter().map(render_lening))
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
            leningen: self.leningen.iter().map(Leningantwoord::of).collect(),
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
                        Aansprakelijk::Verzwegen => "partner",
                    },
                    grondslag: wie.grondslag(),
                })
                .collect(),
        }
    }
}

impl Leningantwoord {
    fn of(lening: &Lening) -> Self {
        let (voorstel, bedrag) = match lening.judge() {
            Leningoordeel::Terugvordering(bedrag) => ("terugvordering", Some(bedrag)),
            Leningoordeel::Geen => ("geen", None),
            Leningoordeel::Onbepaald => ("onbepaald", None),
        };
        Self { voorstel, bedrag }
    }
}

pub(super) fn read_vordering(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Vorderingsfeiten> {
    let bekend = ["bruto", "belastingEnPremies", "leningen", "kwijtschelding"];
    let object = lezer.object(waarde, pad, &bekend)?;
    let is_bruto = lezer.optional(&object, "bruto", Lezer::ja_nee);
    let belasting = lezer.optional(&object, "belastingEnPremies", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_belasting)
    });
    let leningen = lezer.optional(&object, "leningen", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_lening)
    });
    Some(Vorderingsfeiten {
        is_bruto: is_bruto.unwrap_or(false),
        belasting: belasting.unwrap_or_default(),
        leningen: leningen.unwrap_or_default(),
        verloop: lezer.optional(&object, "kwijtschelding", read_verloop),
    })
}

fn read_belasting(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<(i16, Geld)> {
    let object = lezer.object(waarde, pad, &["jaar", "bedrag"])?;
    let jaar = lezer.required(&object, "jaar", |l, w, p| {
        let jaar = match w {
            Json::Getal(tekst) => tekst.parse().ok(),
            _ => None,
        };
        let jaar = jaar.filter(|jaar: &i16| (1996..=2100).contains(jaar));
        if jaar.is_none() {
            l.refuse(p, "schrijf een jaar, zoals 2025");
        }
        jaar
    });
    let bedrag = lezer.required(&object, "bedrag", Lezer::bedrag);
    jaar.zip(bedrag)
}

fn read_lening(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Lening> {
    let bekend = ["vorm", "bedrag", "afgelost", "verplichtingenNagekomen"];
    let object = lezer.object(waarde, pad, &bekend)?;
    let vormen = [
        ("geldlening", Leenvorm::Geldlening),
        ("borgtocht", Leenvorm::Borgtocht),
    ];
    let vorm = lezer.required(&object, "vorm", |l, w, p| l.choice(w, p, &vormen));
    let bedrag = lezer.required(&object, "bedrag", Lezer::bedrag);
    let afgelost = lezer.optional(&object, "afgelost", |l, w, p| {
        let afgelost = l.bedrag(w, p)?;
        if bedrag.is_some_and(|bedrag| afgelost > bedrag) {
            l.refuse(p, "er is niet meer afgelost dan het bedrag");
        }
        Some(afgelost)
    });
    let is_nagekomen = lezer.optional(&object, "verplichtingenNagekomen", Lezer::ja_nee);
    Some(Lening {
        vorm: vorm?,
        bedrag: bedrag?,
        afgelost: afgelost.unwrap_or(Geld::NUL),
        is_nagekomen,
    })
}

fn read_verloop(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Aflosverloop> {
    let bekend = [
        "maandenVolledigBetaald",
        "maandenLopend",
        "achterstandBetaald",
        "maandenZonderBetaling",
        "betalingTeVerwachten",
        "restsom",
        "inEenKeer",
    ];
    let object: Object<'_, '_> = lezer.object(waarde, pad, &bekend)?;
    Some(Aflosverloop {
        maanden_volledig: lezer.optional(&object, "maandenVolledigBetaald", Lezer::maanden),
        maanden_lopend: lezer.optional(&object, "maandenLopend", Lezer::maanden),
        achterstand_betaald: lezer.optional(&object, "achterstandBetaald", Lezer::ja_nee),
        maanden_zonder: lezer.optional(&object, "maandenZonderBetaling", Lezer::maanden),
        betaling_te_verwachten: lezer.optional(&object, "betalingTeVerwachten", Lezer::ja_nee),
        restsom: lezer.optional(&object, "restsom", Lezer::bedrag),
        in_een_keer: lezer.optional(&object, "inEenKeer", Lezer::bedrag),
    })
}
