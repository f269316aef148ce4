//! A new calculation in an objection: the first decision beside what it would be now.

use domain::aanvraag::{Beschikkingsstap, Besluitvoorstel};
use domain::bezwaar::{Besluitinhoud, Bezwaar, Heroverweging};
use domain::herziening::{Herzieningsuitkomst, Herzieningsvoorstel};
use http_base::InGemeente;
use primitives::{Geld, datum_lang, geld_nl};

use crate::dossier::hoofd::address;

/// The two beside each other.
pub(super) struct Vergelijking {
    pub(super) dag: String,
    /// What, first, now.
    pub(super) regels: Vec<(&'static str, String, String)>,
    pub(super) motivering: String,
    /// The steps of the new calculation; none where a review tells them.
    pub(super) stappen: Vec<String>,
    /// The review in which the months stand.
    pub(super) herziening: Option<String>,
    pub(super) is_slechter: bool,
    /// Whether it took the place of the first decision.
    pub(super) is_besloten: bool,
}

impl Vergelijking {
    /// The last new calculation in an objection; none where there is none.
    pub(super) fn of(wie: &InGemeente, bezwaar: &Bezwaar) -> Option<Self> {
        let (_, heroverweging) = bezwaar.find_heroverweging()?;
        let dossier = bezwaar.kop().bestreden.dossier;
        let zaak = heroverweging.herziening;
        Some(Self {
            dag: datum_lang(heroverweging.heroverwogen_op),
            regels: compare(heroverweging),
            motivering: match &heroverweging.nieuw {
                Besluitinhoud::Aanvraag(nieuw) => nieuw.motivering.clone(),
                Besluitinhoud::Herziening(nieuw) => nieuw.motivering.clone(),
            },
            stappen: match &heroverweging.nieuw {
                Besluitinhoud::Aanvraag(nieuw) => nieuw.stappen.iter().map(step).collect(),
                Besluitinhoud::Herziening(_) => Vec::new(),
            },
            herziening: zaak
                .map(|zaak| format!("{}/recht/herziening/{zaak}", address(wie, dossier))),
            is_slechter: heroverweging.is_slechter(),
            is_besloten: bezwaar.vervanging().is_some(),
        })
    }
}

/// `Toekennen, € 1.401,50 vanaf 1 november 2026`.
pub(super) fn summarize(inhoud: &Besluitinhoud) -> String {
    match inhoud {
        Besluitinhoud::Aanvraag(voorstel) => {
            let bedrag = voorstel.bedrag.map(geld_nl);
            let vanaf = voorstel.ingang.map(datum_lang);
            let besluit = voorstel.besluit.naam();
            match bedrag.zip(vanaf) {
                Some((bedrag, vanaf)) => format!("{besluit}, {bedrag} vanaf {vanaf}"),
                None => besluit.to_owned(),
            }
        }
        Besluitinhoud::Herziening(voorstel) => {
            let bedragen = sums(&voorstel.uitkomst).into_iter();
            let bedragen = bedragen.filter(|(_, bedrag)| !bedrag.is_nul());
            let bedragen: Vec<_> = bedragen
                .map(|(wat, bedrag)| format!("{} {}", wat.to_lowercase(), geld_nl(bedrag)))
                .collect();
            if bedragen.is_empty() {
                "niets na te betalen en niets terug te vragen".to_owned()
            } else {
                bedragen.join(", ")
            }
        }
    }
}

fn compare(heroverweging: &Heroverweging) -> Vec<(&'static str, String, String)> {
    match (&heroverweging.eerst, &heroverweging.nieuw) {
        (Besluitinhoud::Aanvraag(eerst), Besluitinhoud::Aanvraag(nieuw)) => {
            let day = |een: &Besluitvoorstel| een.ingang.map(datum_lang).unwrap_or_default();
            let amount = |een: &Besluitvoorstel| een.bedrag.map(geld_nl).unwrap_or_default();
            let paid = |een: &Besluitvoorstel| een.uitbetaling.map(geld_nl).unwrap_or_default();
            let regels = [
                (
                    "Besluit",
                    eerst.besluit.naam().to_owned(),
                    nieuw.besluit.naam().to_owned(),
                ),
                ("Vanaf", day(eerst), day(nieuw)),
                ("Bedrag", amount(eerst), amount(nieuw)),
                ("Per maand uitbetaald", paid(eerst), paid(nieuw)),
            ];
            let is_gevuld =
                |(_, toen, nu): &(&str, String, String)| !(toen.is_empty() && nu.is_empty());
            regels.into_iter().filter(is_gevuld).map(fill).collect()
        }
        (Besluitinhoud::Herziening(eerst), Besluitinhoud::Herziening(nieuw)) => {
            let decisions = |een: &Herzieningsvoorstel| {
                let namen = een
                    .besluiten
                    .iter()
                    .map(|besluit| besluit.naam().to_lowercase());
                namen.collect::<Vec<_>>().join(", ")
            };
            let mut regels = vec![("Besluit", decisions(eerst), decisions(nieuw))];
            let (toen, nu) = (sums(&eerst.uitkomst), sums(&nieuw.uitkomst));
            for ((wat, toen), (_, nu)) in toen.into_iter().zip(nu) {
                if !(toen.is_nul() && nu.is_nul()) {
                    regels.push((wat, geld_nl(toen), geld_nl(nu)));
                }
            }
            regels
        }
        // The domain refuses two of a different kind.
        _ => Vec::new(),
    }
}

/// A row without an empty cell.
fn fill((wat, toen, nu): (&'static str, String, String)) -> (&'static str, String, String) {
    let cell = |tekst: String| {
        if tekst.is_empty() {
            "geen".to_owned()
        } else {
            tekst
        }
    };
    (wat, cell(toen), cell(nu))
}

fn sums(uitkomst: &Herzieningsuitkomst) -> [(&'static str, Geld); 3] {
    [
        ("Nabetaling", uitkomst.nabetaling),
        ("Te verrekenen", uitkomst.verrekening),
        (
            "Terug te vorderen",
            uitkomst.terugvordering + uitkomst.belasting(),
        ),
    ]
}

fn step(stap: &Beschikkingsstap) -> String {
    format!("{} ({})", stap.tekst, stap.grondslag)
}
