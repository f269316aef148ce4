//! The fields of a fact, and reading them.

use domain::herziening::{Eindegrond, Feitwijziging, Wijziging};
use domain::recht::Vrijlating;
use domain::statistiek::Code;
use primitives::{
    Datum, Geld, Percentage, Veldcontrole, Veldfouten, parse_datum_nl, parse_getal_nl,
};
use serde::Deserialize;

use crate::formuliervelden::parse_bedrag;

const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
/// Longer than any exemption runs.
const MAANDEN_MAX: u32 = 120;
/// The exemptions of a wage with what they are for. Of letter r the age of the youngest child decides, which a delivery does
/// not tell.
pub(super) const VRIJLATINGEN: [(Vrijlating, &str); 4] = [
    (Vrijlating::N, "De gewone vrijlating, zes maanden (onder n)"),
    (
        Vrijlating::Y,
        "Kan om medische redenen maar weinig uren werken (onder y)",
    ),
    (
        Vrijlating::Z,
        "Werk met loonkostensubsidie, twaalf maanden (onder z)",
    ),
    (
        Vrijlating::Aa,
        "Werk met loonkostensubsidie, verlengd (onder aa)",
    ),
];
/// More people than live at one address.
const PERSONEN_MAX: u8 = 30;

/// A form by its kind.
pub(super) struct Vorm {
    pub(super) soort: &'static str,
    pub(super) titel: &'static str,
    pub(super) uitleg: &'static str,
}

macro_rules! invoer {
    ($($veld:ident: $naam:literal),+ $(,)?) => {
        /// Strings with `default`: a missing field is an empty one, and what was typed can be shown again.
        #[derive(Clone, Default, Deserialize)]
        pub(super) struct Invoer {
            $(#[serde(default, rename = $naam)] pub(super) $veld: String,)+
        }
    };
}
invoer! {
    gezien: "gezien",
    vanaf: "vanaf",
    tot_en_met: "totEnMet",
    bedrag: "bedrag",
    aantal: "aantal",
    geboortedatum: "geboortedatum",
    heeft_recht: "heeftRecht",
    met_kinderen: "metKinderen",
    huisvesting: "huisvesting",
    bezittingen: "bezittingen",
    schulden: "schulden",
    overwaarde: "overwaardeWoning",
    percentage: "percentage",
    grond: "grond",
    vrijlating: "vrijlating",
    maanden_gebruikt: "maandenGebruikt",
}

impl Vorm {
    /// The form of a kind by its name in an address.
    pub(super) fn of(soort: &str) -> Option<Self> {
        let (code, titel) = Wijziging::SOORTEN
            .into_iter()
            .find(|(code, _)| *code == soort)?;
        let uitleg = match code {
            "inkomen" => {
                "Het inkomen dat in een hele maand meetelt, na aftrek van wat vrij is. Het komt in de plaats van wat was verrekend."
            }
            "loon" => {
                "Het nettoloon in een hele maand, vóór aftrek van wat vrij is. De maanden van de vrijlating tellen door in de maanden van deze herziening (Participatiewet art. 31 lid 2). Het komt in de plaats van wat was verrekend."
            }
            "kostendelers" => {
                "Tel iedereen die de kosten van het wonen deelt, met de inwoner en een partner erbij (Participatiewet art. 22a)."
            }
            "partner" => {
                "De inwoner voert vanaf deze dag samen met een partner een huishouden (Participatiewet art. 3)."
            }
            "zonder-partner" => "De inwoner voert vanaf deze dag zonder partner een huishouden.",
            "woonsituatie" => "In een inrichting geldt een andere norm (Participatiewet art. 23).",
            "vermogen" => {
                "Wat het huishouden heeft en wat het schuldig is. De woning telt apart (Participatiewet art. 34)."
            }
            "maatregel" => {
                "Het deel van de norm dat niet wordt uitbetaald (Participatiewet art. 18). Vul 0 in als er geen maatregel had mogen zijn."
            }
            _ => {
                "Vul de eerste en de laatste dag zonder recht in. Alleen de dagen zonder recht tellen niet mee."
            }
        };
        Some(Self {
            soort: code,
            titel,
            uitleg,
        })
    }
}

impl Invoer {
    /// The fact that was filled in; every fault at once.
    pub(super) fn parse(&self, soort: &str) -> Result<Feitwijziging, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let wat = self.read_wat(&mut controle, soort);
        let vanaf = controle.take("vanaf", parse_datum_nl(&self.vanaf).ok_or(DAG));
        let tot_en_met = if self.tot_en_met.trim().is_empty() {
            None
        } else {
            controle.take("totEnMet", parse_datum_nl(&self.tot_en_met).ok_or(DAG))
        };
        controle.finish()?;
        match (wat, vanaf) {
            (Some(wat), Some(vanaf)) => Ok(Feitwijziging {
                vanaf,
                tot_en_met,
                wat,
            }),
            _ => Err(Veldfouten::single("vanaf", "vul het formulier opnieuw in")),
        }
    }

    fn read_wat(&self, controle: &mut Veldcontrole, soort: &str) -> Option<Wijziging> {
        Some(match soort {
            "inkomen" => Wijziging::Inkomen {
                bedrag: take_bedrag(controle, "bedrag", &self.bedrag)?,
            },
            "loon" => self.read_loon(controle)?,
            "kostendelers" => Wijziging::Kostendelers {
                aantal: controle.take("aantal", self.read_aantal())?,
            },
            "partner" => self.read_partner(controle)?,
            "zonder-partner" => Wijziging::ZonderPartner {
                met_kinderen: take_ja_nee(controle, "metKinderen", &self.met_kinderen)?,
            },
            "woonsituatie" => Wijziging::Woonsituatie {
                huisvesting: controle.take(
                    "huisvesting",
                    Code::parse(&self.huisvesting).map_err(|_| "kies hoe de inwoner woont"),
                )?,
            },
            "vermogen" => self.read_vermogen(controle)?,
            "maatregel" => Wijziging::Maatregel {
                percentage: controle.take("percentage", self.read_percentage())?,
            },
            _ => Wijziging::Einde {
                grond: controle.take(
                    "grond",
                    Eindegrond::from_code(&self.grond).ok_or("kies waarom er geen recht is"),
                )?,
            },
        })
    }

    fn read_loon(&self, controle: &mut Veldcontrole) -> Option<Wijziging> {
        let bedrag = take_bedrag(controle, "bedrag", &self.bedrag);
        let mut letters = VRIJLATINGEN.into_iter();
        let vrijlating = letters.find(|(letter, _)| letter.letter() == self.vrijlating);
        let vrijlating = controle.take("vrijlating", vrijlating.ok_or("kies een vrijlating"));
        let maanden_gebruikt = if self.maanden_gebruikt.trim().is_empty() {
            None
        } else {
            let maanden: Option<u32> = self.maanden_gebruikt.trim().parse().ok();
            let maanden = maanden.filter(|maanden| *maanden <= MAANDEN_MAX);
            let melding =
                "vul een aantal hele maanden in, zoals 2; vul 0 in als er nog geen is gebruikt";
            controle.take("maandenGebruikt", maanden.ok_or(melding))
        };
        Some(Wijziging::Loon {
            bedrag: bedrag?,
            vrijlating: vrijlating?.0,
            maanden_gebruikt,
        })
    }

    fn read_aantal(&self) -> Result<u8, String> {
        let aantal: Option<u8> = self.aantal.trim().parse().ok();
        aantal
            .filter(|aantal| (1..=PERSONEN_MAX).contains(aantal))
            .ok_or_else(|| format!("vul een aantal van 1 tot en met {PERSONEN_MAX} in"))
    }

    fn read_partner(&self, controle: &mut Veldcontrole) -> Option<Wijziging> {
        let geboren = parse_datum_nl(&self.geboortedatum).ok_or(DAG);
        let geboortedatum: Option<Datum> = controle.take("geboortedatum", geboren);
        let heeft_recht = take_ja_nee(controle, "heeftRecht", &self.heeft_recht);
        Some(Wijziging::Partner {
            geboortedatum: geboortedatum?,
            heeft_recht: heeft_recht?,
        })
    }

    fn read_vermogen(&self, controle: &mut Veldcontrole) -> Option<Wijziging> {
        let bezittingen = take_bedrag(controle, "bezittingen", &self.bezittingen);
        let schulden = take_bedrag(controle, "schulden", &self.schulden);
        let overwaarde = take_bedrag(controle, "overwaardeWoning", &self.overwaarde);
        Some(Wijziging::Vermogen {
            bezittingen: bezittingen?,
            schulden: schulden?,
            overwaarde_woning: overwaarde?,
        })
    }

    fn read_percentage(&self) -> Result<Percentage, &'static str> {
        parse_getal_nl(&self.percentage)
            .and_then(|getal| Percentage::try_new(getal).ok())
            .filter(|percentage| *percentage <= Percentage::from_whole(100))
            .ok_or("vul een percentage van 0 tot en met 100 in")
    }
}

fn take_bedrag(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Geld> {
    let melding = "vul een bedrag in, zoals 1.250,50; vul 0 in als er niets is";
    controle.take(veld, parse_bedrag(tekst).ok_or(melding))
}

fn take_ja_nee(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<bool> {
    let gelezen = match tekst {
        "ja" => Ok(true),
        "nee" => Ok(false),
        _ => Err("kies ja of nee"),
    };
    controle.take(veld, gelezen)
}
