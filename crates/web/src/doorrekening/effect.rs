//! The right side: gainers and losers, costs, the spread, what work gives.

use application::doorrekening::Berekend;
use askama::Template;
use domain::beleid::catalogus;
use domain::doorrekening::{Groepstelling, Kosten, Redentelling, TeKort, Telling};
use http_base::InGemeente;
use primitives::{Geld, datum_lang, geld_nl, getal_nl, maand_lang, moment_nl};

use super::grafieken::{draw_verdeling, kleur_of};
use super::loon::Loonblok;
use crate::formuliervelden::Fouten;
use crate::onderdelen::Link;

/// What stands where there is no amount.
const NIET_BEKEND: &str = "niet te bepalen";

/// The effect as a part of the page, and by itself for the script.
#[derive(Template)]
#[template(path = "doorrekening/effect.html")]
pub(super) struct Effect {
    pub(super) samenvatting: String,
    pub(super) stand: String,
    pub(super) wijzigingen: Vec<Wijzigingrij>,
    pub(super) totaal: Telling,
    pub(super) huishoudens: u32,
    pub(super) buiten: u32,
    /// Many are left out because it is not recorded where they live.
    pub(super) is_woonplek_onbekend: bool,
    pub(super) tabellen: [Groeptabel; 2],
    pub(super) staven: Vec<(String, u32)>,
    pub(super) verdeling: String,
    pub(super) onbepaald: Vec<Redentelling>,
    pub(super) te_kort: TeKort,
    pub(super) kosten: Vec<Kostenrij>,
    pub(super) loon: Option<Loonblok>,
    pub(super) bewaren: Option<Bewaren>,
}

/// Gainers and losers by one trait.
pub(super) struct Groeptabel {
    pub(super) id: &'static str,
    pub(super) titel: &'static str,
    pub(super) groepen: Vec<Groepstelling>,
}

/// A value that was changed.
pub(super) struct Wijzigingrij {
    pub(super) naam: String,
    pub(super) nu: String,
    pub(super) straks: String,
}

/// A year of one scheme.
pub(super) struct Kostenrij {
    pub(super) jaar: String,
    pub(super) wat: &'static str,
    pub(super) nu: String,
    pub(super) straks: String,
    pub(super) verschil: String,
}

/// The form that keeps the calculation.
pub(super) struct Bewaren {
    pub(super) pad: String,
    pub(super) csrf: String,
    pub(super) velden: Vec<(String, String)>,
    pub(super) naam: String,
    pub(super) fouten: Fouten,
}

impl Effect {
    pub(super) fn new(wie: &InGemeente, berekend: &Berekend) -> Self {
        let uitkomst = &berekend.uitkomst;
        let kleur = kleur_of(wie);
        Self {
            samenvatting: summarise(berekend),
            stand: format!(
                "Gerekend met de huishoudens met algemene bijstand en de normen van {}, zoals bekend op {}.",
                maand_lang(berekend.maand),
                moment_nl(berekend.bekend_op)
            ),
            wijzigingen: list_wijzigingen(berekend),
            totaal: uitkomst.totaal,
            huishoudens: uitkomst.huishoudens,
            buiten: uitkomst.buiten_berekening,
            is_woonplek_onbekend: berekend.is_woonplek_onbekend,
            tabellen: [
                Groeptabel {
                    id: "tabel-leefvorm",
                    titel: "Naar soort huishouden",
                    groepen: uitkomst.leefvormen.clone(),
                },
                Groeptabel {
                    id: "tabel-inkomen",
                    titel: "Naar eigen inkomen naast de bijstand",
                    groepen: uitkomst.inkomensklassen.clone(),
                },
            ],
            staven: uitkomst
                .verdeling
                .iter()
                .map(|staaf| (staaf.wijziging.clone(), staaf.aantal))
                .collect(),
            verdeling: draw_verdeling(&uitkomst.verdeling, kleur),
            onbepaald: uitkomst.onbepaald.clone(),
            te_kort: uitkomst.te_kort,
            kosten: list_kosten(berekend),
            loon: uitkomst
                .werken_loont
                .as_ref()
                .map(|loon| Loonblok::new(loon, kleur)),
            bewaren: None,
        }
    }

    /// With the form that keeps it, for who may and when there is something to keep.
    pub(super) fn with_bewaren(mut self, wie: &InGemeente, berekend: &Berekend) -> Self {
        let mag = domain::beleid::Orgaan::ALL
            .iter()
            .any(|orgaan| wie.may(orgaan.permission()));
        if mag && !berekend.vraag.wijzigingen().is_empty() {
            let vanaf = (
                super::lezen::VANAF.to_owned(),
                primitives::datum_kort(berekend.vraag.vanaf()),
            );
            let waarden = berekend.vraag.wijzigingen().iter();
            let waarden = waarden.map(|w| (w.parameter.sleutel().to_owned(), w.waarde.invoer_nl()));
            self.bewaren = Some(Bewaren {
                pad: format!("/{}/doorrekenen", wie.code()),
                csrf: wie.aangemeld.csrf().to_owned(),
                velden: std::iter::once(vanaf).chain(waarden).collect(),
                naam: String::new(),
                fouten: Fouten::geen(),
            });
        }
        self
    }

    /// A number of households in Dutch notation.
    #[expect(
        clippy::unused_self,
        clippy::trivially_copy_pass_by_ref,
        reason = "templates call it as a method, with a reference"
    )]
    fn aantal(&self, aantal: &u32) -> String {
        render_aantal(*aantal)
    }

    /// Whether nothing was changed yet.
    pub(super) fn is_onveranderd(&self) -> bool {
        self.wijzigingen.is_empty()
    }
}

/// A kept calculation as a line of the list.
pub(super) struct Bewaarrij {
    pub(super) link: Link,
    pub(super) vanaf: String,
    pub(super) maand: String,
    pub(super) wie: String,
}

fn render_aantal(aantal: u32) -> String {
    getal_nl(aantal.into(), 0)
}

/// One sentence, also for who hears the page.
fn summarise(berekend: &Berekend) -> String {
    let Telling {
        wint,
        verliest,
        gelijk,
        onbepaald,
    } = berekend.uitkomst.totaal;
    let [wint, verliest, gelijk, onbepaald] =
        [wint, verliest, gelijk, onbepaald].map(render_aantal);
    if berekend.vraag.wijzigingen().is_empty() {
        return "Er is nog niets veranderd.".to_owned();
    }
    let buiten = berekend.uitkomst.buiten_berekening;
    if berekend.uitkomst.huishoudens == 0 {
        return format!(
            "Het effect is niet te bepalen: geen van de {} huishoudens kon worden meegerekend.",
            render_aantal(buiten)
        );
    }
    let kosten = berekend.uitkomst.kosten.get(1);
    let kosten = kosten.and_then(|jaar| jaar.totaal.verschil);
    let geld = kosten.map_or_else(
        || "Wat het kost, is niet te bepalen.".to_owned(),
        |verschil| match verschil {
            meer if meer > Geld::NUL => format!("Het kost {} per jaar meer.", geld_nl(meer)),
            minder if minder < Geld::NUL => {
                format!("Het kost {} per jaar minder.", geld_nl(-minder))
            }
            _ => "Het kost evenveel.".to_owned(),
        },
    );
    let rest = match buiten {
        0 => String::new(),
        _ => format!(
            " Daarbij zijn {} huishoudens niet meegerekend.",
            render_aantal(buiten)
        ),
    };
    format!(
        "Vanaf {} krijgen {wint} huishoudens meer, {verliest} minder en {gelijk} evenveel; van {onbepaald} is het niet bekend. {geld}{rest}",
        datum_lang(berekend.vraag.vanaf())
    )
}

fn list_wijzigingen(berekend: &Berekend) -> Vec<Wijzigingrij> {
    let rij = |paar: &domain::doorrekening::Waardepaar| {
        let parameter = paar.sleutel.parameter(catalogus())?;
        let render = |waarde: &Option<domain::beleid::Waarde>| {
            waarde.as_ref().map_or_else(
                || "niet vastgesteld".to_owned(),
                |waarde| parameter.render(waarde),
            )
        };
        (paar.nu != paar.straks).then(|| Wijzigingrij {
            naam: parameter.naam.clone(),
            nu: render(&paar.nu),
            straks: render(&paar.straks),
        })
    };
    berekend.uitkomst.waarden.iter().filter_map(rij).collect()
}

fn list_kosten(berekend: &Berekend) -> Vec<Kostenrij> {
    let mut rijen = Vec::new();
    for jaar in &berekend.uitkomst.kosten {
        let is_heel = jaar.dagen >= 365;
        let naam = if is_heel {
            jaar.jaar.to_string()
        } else {
            format!("{} ({} dagen)", jaar.jaar, jaar.dagen)
        };
        for (wat, kosten) in [
            ("Algemene bijstand", jaar.bijstand),
            ("Inkomenstoeslag", jaar.inkomenstoeslag),
            ("Samen", jaar.totaal),
        ] {
            rijen.push(Kostenrij::new(&naam, wat, kosten));
        }
    }
    rijen
}

impl Kostenrij {
    fn new(jaar: &str, wat: &'static str, kosten: Kosten) -> Self {
        let render = |bedrag: Option<Geld>| bedrag.map_or_else(|| NIET_BEKEND.to_owned(), geld_nl);
        Self {
            jaar: jaar.to_owned(),
            wat,
            nu: render(kosten.nu),
            straks: render(kosten.straks),
            verschil: render(kosten.verschil),
        }
    }
}
