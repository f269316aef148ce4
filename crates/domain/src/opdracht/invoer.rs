//! The items of an assignment as typed.

use primitives::{Veldfouten, parse_getal_nl};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Grond, Kader, Kaderverwijzing, Norm, Normkant, Onderdeel, Opdracht};
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;
use crate::sturing::Indicator;

/// More items than any organisation can follow by quarter.
const ONDERDELEN_MAX: usize = 50;
/// The longest description of an item.
const PRESTATIE_MAX: usize = 500;
/// The longest reason.
const REDEN_MAX: usize = 400;
/// No figure of the catalogue comes near it.
const NORM_MAX: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// An assignment as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct OpdrachtInvoer {
    /// The items, in order; an empty one falls away.
    pub onderdelen: Vec<OnderdeelInvoer>,
}

/// An item as typed. An empty text is a field that was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct OnderdeelInvoer {
    /// The number of an item that was there before; empty for a new one.
    pub nummer: String,
    /// What must be reached.
    pub prestatie: String,
    /// The frames from which it follows, each as `id:nummer`.
    pub kaders: Vec<String>,
    /// Why it follows from none.
    pub zonder_kader: String,
    /// The name of a figure for machines.
    pub indicator: String,
    /// Code of the [`Normkant`].
    pub kant: String,
    /// The number of the norm.
    pub norm: String,
    /// The tolerance; empty is none.
    pub marge: String,
}

impl OpdrachtInvoer {
    /// Reads the items of a draft for `opdracht`, each after the frames that there are; every fault at once.
    pub fn parse(
        &self,
        opdracht: &Opdracht,
        kaders: &[Kader],
    ) -> Result<Vec<Onderdeel>, Veldfouten> {
        let mut lezer = Lezer::new(Notatie::Formulier);
        let gevuld = self.onderdelen.iter().filter(|o| !o.is_leeg()).count();
        if gevuld == 0 {
            lezer.controle.refuse(
                "onderdelen.0.prestatie",
                "schrijf ten minste één onderdeel op",
            );
        } else if gevuld > ONDERDELEN_MAX {
            let melding = format!("schrijf ten hoogste {ONDERDELEN_MAX} onderdelen op");
            lezer.controle.refuse("onderdelen.0.prestatie", melding);
        }
        let mut onderdelen: Vec<Onderdeel> = Vec::new();
        let mut volgend = opdracht.next_onderdeel();
        for (plek, invoer) in self.onderdelen.iter().enumerate() {
            if invoer.is_leeg() {
                continue;
            }
            let mut veld = Onderdeelveld {
                plek,
                lezer: &mut lezer,
            };
            let nummer = veld.parse_nummer(invoer, opdracht, &mut volgend);
            let is_dubbel = onderdelen.iter().any(|o| Some(o.nummer) == nummer);
            if is_dubbel {
                veld.refuse("nummer", "dit nummer staat er twee keer");
            }
            let prestatie = veld.parse_regel("prestatie", &invoer.prestatie, PRESTATIE_MAX);
            let grond = veld.parse_grond(invoer, kaders);
            let norm = veld.parse_norm(invoer);
            if let (Some(nummer), Some(prestatie), Some(grond)) = (nummer, prestatie, grond) {
                onderdelen.push(Onderdeel {
                    nummer,
                    prestatie,
                    grond,
                    norm,
                });
            }
        }
        lezer.controle.finish()?;
        Ok(onderdelen)
    }
}

impl OnderdeelInvoer {
    /// The item as a form shows it.
    pub fn from_onderdeel(onderdeel: &Onderdeel) -> Self {
        let (kaders, zonder_kader) = match &onderdeel.grond {
            Grond::Kaders(kaders) => (kaders.iter().map(ToString::to_string).collect(), ""),
            Grond::ZonderKader(reden) => (Vec::new(), reden.as_str()),
        };
        let getal = |getal: Decimal| getal.to_string().replace('.', ",");
        let norm = onderdeel.norm;
        let tekst = |van: fn(Norm) -> &'static str| norm.map_or("", van).to_owned();
        Self {
            nummer: onderdeel.nummer.to_string(),
            prestatie: onderdeel.prestatie.clone(),
            kaders,
            zonder_kader: zonder_kader.to_owned(),
            indicator: tekst(|norm| norm.indicator.definitie().sleutel),
            kant: tekst(|norm| norm.kant.code()),
            norm: norm.map_or_else(String::new, |norm| getal(norm.waarde)),
            marge: norm
                .filter(|norm| !norm.marge.is_zero())
                .map_or_else(String::new, |norm| getal(norm.marge)),
        }
    }

    /// Whether nothing was typed: a row that was left open, or an item that falls away.
    fn is_leeg(&self) -> bool {
        let teksten = [
            &self.prestatie,
            &self.zonder_kader,
            &self.indicator,
            &self.norm,
            &self.marge,
        ];
        teksten.iter().all(|tekst| tekst.trim().is_empty()) && self.kaders.is_empty()
    }
}

/// Reads the fields of one item, and names its faults by its place in the form.
struct Onderdeelveld<'a> {
    plek: usize,
    lezer: &'a mut Lezer,
}

impl Onderdeelveld<'_> {
    fn refuse(&mut self, veld: &str, melding: impl Into<String>) {
        let veld = format!("onderdelen.{}.{veld}", self.plek);
        self.lezer.controle.refuse(veld, melding);
    }

    fn parse_regel(&mut self, veld: &str, tekst: &str, max: usize) -> Option<String> {
        let veld = format!("onderdelen.{}.{veld}", self.plek);
        self.lezer.parse_regel(&veld, tekst, max)
    }

    /// The number that it had, or the next one for a new item.
    fn parse_nummer(
        &mut self,
        invoer: &OnderdeelInvoer,
        opdracht: &Opdracht,
        volgend: &mut u16,
    ) -> Option<u16> {
        let tekst = invoer.nummer.trim();
        if tekst.is_empty() {
            let nummer = *volgend;
            *volgend = volgend.saturating_add(1);
            return Some(nummer);
        }
        let nummer = tekst.parse().ok().filter(|n| opdracht.has_onderdeel(*n));
        if nummer.is_none() {
            self.refuse(
                "nummer",
                "dit onderdeel bestaat niet: laat het nummer leeg voor een nieuw onderdeel",
            );
        }
        nummer
    }

    fn parse_grond(&mut self, invoer: &OnderdeelInvoer, kaders: &[Kader]) -> Option<Grond> {
        let is_gekozen = invoer.kaders.iter().any(|kader| !kader.trim().is_empty());
        match (is_gekozen, invoer.zonder_kader.trim().is_empty()) {
            (true, true) => self.parse_kaders(&invoer.kaders, kaders),
            (false, false) => self
                .parse_regel("zonderKader", &invoer.zonder_kader, REDEN_MAX)
                .map(Grond::ZonderKader),
            (true, false) => {
                self.refuse(
                    "zonderKader",
                    "kies een kader of geef een reden, niet allebei",
                );
                None
            }
            (false, true) => {
                let melding =
                    "kies het kader waaruit dit volgt, of schrijf op waarom er geen kader voor is";
                // Where there is nothing to choose, the form has no field to choose in.
                let veld = if kaders.is_empty() {
                    "zonderKader"
                } else {
                    "kaders"
                };
                self.refuse(veld, melding);
                None
            }
        }
    }

    fn parse_kaders(&mut self, gekozen: &[String], kaders: &[Kader]) -> Option<Grond> {
        let mut verwijzingen = Vec::new();
        for tekst in gekozen.iter().filter(|tekst| !tekst.trim().is_empty()) {
            let verwijzing = Kaderverwijzing::parse(tekst)
                .filter(|v| kaders.iter().any(|kader| kader.verwijzing == *v));
            let Some(verwijzing) = verwijzing else {
                self.refuse(
                    "kaders",
                    "dit kader staat niet in een genomen besluit van deze gemeente",
                );
                return None;
            };
            if !verwijzingen.contains(&verwijzing) {
                verwijzingen.push(verwijzing);
            }
        }
        Some(Grond::Kaders(verwijzingen))
    }

    /// The norm; none where no figure was chosen or something was wrong, which is noted.
    fn parse_norm(&mut self, invoer: &OnderdeelInvoer) -> Option<Norm> {
        let sleutel = invoer.indicator.trim();
        let is_leeg = [&invoer.norm, &invoer.marge]
            .iter()
            .all(|tekst| tekst.trim().is_empty());
        if sleutel.is_empty() {
            if !is_leeg {
                self.refuse("indicator", "kies het cijfer waarvoor de norm geldt");
            }
            return None;
        }
        let indicator = Indicator::from_sleutel(sleutel).filter(|i| i.has_totaal());
        if indicator.is_none() {
            self.refuse("indicator", "kies een cijfer uit de lijst");
        }
        let kant = Normkant::from_code(invoer.kant.trim());
        if kant.is_none() {
            self.refuse(
                "kant",
                "kies of het cijfer minstens of hoogstens zo groot is",
            );
        }
        let indicator = indicator?;
        let waarde = self.parse_getal("norm", &invoer.norm, indicator);
        let marge = if invoer.marge.trim().is_empty() {
            Some(Decimal::ZERO)
        } else {
            self.parse_getal("marge", &invoer.marge, indicator)
        };
        if marge.is_some_and(|marge| marge < Decimal::ZERO) {
            self.refuse("marge", "een marge is nul of meer");
        }
        Some(Norm {
            indicator,
            kant: kant?,
            waarde: waarde?,
            marge: marge?,
        })
    }

    fn parse_getal(&mut self, veld: &str, tekst: &str, indicator: Indicator) -> Option<Decimal> {
        let eenheid = indicator.definitie().eenheid;
        let getal = parse_getal_nl(tekst)
            .map(|getal| getal.normalize())
            .filter(|getal| getal.abs() < NORM_MAX);
        let Some(getal) = getal else {
            self.refuse(veld, format!("schrijf een getal in {}", eenheid.naam()));
            return None;
        };
        if getal.scale() > eenheid.decimalen() {
            let melding = match eenheid.decimalen() {
                0 => "schrijf een heel getal: zo precies is dit cijfer".to_owned(),
                1 => "schrijf ten hoogste één cijfer achter de komma: zo precies is dit cijfer"
                    .to_owned(),
                aantal => format!(
                    "schrijf ten hoogste {aantal} cijfers achter de komma: zo precies is dit cijfer"
                ),
            };
            self.refuse(veld, melding);
            return None;
        }
        Some(getal)
    }
}
