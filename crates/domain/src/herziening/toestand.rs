//! A household on some days of a month, with other facts, and the right that it gives over a whole month.

use primitives::{Datum, Geld, geld_nl};

use super::Wijziging;
use super::teller::Vrijlatingstellers;
use crate::aanvraag::Beschikkingsstap;
use crate::recht::herziening::Maandstand;
use crate::recht::uitleg::render_vrijlating;
use crate::recht::{
    Bijstandsberekening, Bijstandsfeiten, GeenVrijlating, Inkomst, Inkomstensoort, Maandbeeld,
    Maandbeeldpersoon, Persoon, Reden, Verlaging, Vermogen, Vrijlating, calculate_bijstand,
};
use crate::statistiek::{Huisvesting, Leefvorm};

/// A household on some days.
#[derive(Clone, Debug)]
pub(super) struct Toestand {
    beeld: Maandbeeld,
    /// Where in the record the resident stands.
    eigen: usize,
    /// An income from work with its exemption, in the place of the income of the record.
    loon: Option<(Geld, Vrijlating)>,
    vermogen: Option<Vermogen>,
    verlaging: Option<Verlaging>,
    einde: Option<Wijziging>,
}

/// A right for a whole month with how it came about.
pub(super) struct Berekend {
    pub(super) stand: Maandstand,
    pub(super) uitleg: String,
    /// What became of an exemption.
    pub(super) stappen: Vec<Beschikkingsstap>,
}

impl Toestand {
    /// The household as it was delivered.
    pub(super) fn new(beeld: &Maandbeeld, eigen: usize) -> Self {
        Self {
            beeld: beeld.clone(),
            eigen,
            loon: None,
            vermogen: None,
            verlaging: None,
            einde: None,
        }
    }

    /// Who lives together, with which income of the record.
    pub(super) const fn beeld(&self) -> &Maandbeeld {
        &self.beeld
    }

    /// The same with a fact that is different.
    pub(super) fn apply(&mut self, wijziging: &Wijziging) {
        match *wijziging {
            Wijziging::Inkomen { bedrag } => {
                self.beeld.inkomsten = bedrag;
                self.loon = None;
            }
            Wijziging::Loon {
                bedrag, vrijlating, ..
            } => {
                self.beeld.inkomsten = Geld::NUL;
                self.loon = Some((bedrag, vrijlating));
            }
            Wijziging::Kostendelers { aantal } => self.beeld.aantal_kostendelers = Some(aantal),
            Wijziging::Partner {
                geboortedatum,
                heeft_recht,
            } => self.join(geboortedatum, heeft_recht),
            Wijziging::ZonderPartner { met_kinderen } => self.part(met_kinderen),
            Wijziging::Woonsituatie { huisvesting } => self.house(huisvesting),
            Wijziging::Vermogen {
                bezittingen,
                schulden,
                overwaarde_woning,
            } => {
                self.vermogen = Some(Vermogen {
                    bezittingen,
                    schulden,
                    overwaarde_woning,
                    ..Vermogen::GEEN
                });
            }
            Wijziging::Maatregel { percentage } => {
                self.verlaging = Some(Verlaging::Percentage(percentage));
            }
            Wijziging::Einde { .. } => self.einde = Some(wijziging.clone()),
        }
    }

    fn join(&mut self, geboortedatum: Datum, heeft_recht: bool) {
        let zelf = self.own();
        let huisvesting = zelf.and_then(|persoon| persoon.huisvesting);
        self.set_leefvorm(Leefvorm::GehuwdenEnSamenwonenden, zelf);
        if heeft_recht {
            self.beeld.personen.push(Maandbeeldpersoon {
                geboortedatum,
                huisvesting,
            });
        }
    }

    fn part(&mut self, met_kinderen: bool) {
        let zelf = self.own();
        let leefvorm = if met_kinderen {
            Leefvorm::AlleenstaandeOuder
        } else {
            Leefvorm::Alleenstaande
        };
        self.set_leefvorm(leefvorm, zelf);
    }

    /// Another form of living with the resident alone in it; who shares the costs beside the couple stays.
    fn set_leefvorm(&mut self, leefvorm: Leefvorm, zelf: Option<Maandbeeldpersoon>) {
        let couple = |vorm: Option<Leefvorm>| match vorm {
            Some(Leefvorm::GehuwdenEnSamenwonenden) => 2_u8,
            _ => 1,
        };
        let anderen = self
            .beeld
            .aantal_kostendelers
            .map(|aantal| aantal.saturating_sub(couple(self.beeld.leefvorm)));
        self.beeld.leefvorm = Some(leefvorm);
        self.beeld.aantal_kostendelers =
            anderen.map(|anderen| anderen.saturating_add(couple(Some(leefvorm))));
        self.beeld.personen = zelf.into_iter().collect();
        self.eigen = 0;
    }

    fn house(&mut self, huisvesting: Huisvesting) {
        let plek = self.eigen.min(self.beeld.personen.len().saturating_sub(1));
        if let Some(persoon) = self.beeld.personen.get_mut(plek) {
            persoon.huisvesting = Some(huisvesting);
        }
    }

    fn own(&self) -> Option<Maandbeeldpersoon> {
        let personen = &self.beeld.personen;
        personen
            .get(self.eigen)
            .or_else(|| personen.first())
            .copied()
    }

    /// Why a month that was delivered with an exemption cannot be told any more: what was used earlier leaves none for it.
    pub(super) fn find_verschoven(
        &self,
        dag: Datum,
        tellers: &Vrijlatingstellers,
    ) -> Option<String> {
        let letter = tellers.verschoven().filter(|_| self.loon.is_none())?;
        let mut met_loon = self.clone();
        met_loon.loon = Some((Geld::from_cents(100), letter));
        let berekening = met_loon.decide(dag, tellers).ok()?;
        let toetsen = berekening.inkomen.map(|inkomen| inkomen.vrijlatingen);
        let geldt_nog = toetsen
            .iter()
            .flatten()
            .all(|toets| !matches!(toets.uitkomst, Err(GeenVrijlating::TermijnVerbruikt { .. })));
        if toetsen.is_some() && geldt_nog {
            return None;
        }
        Some(format!(
            "In deze maand is een vrijlating geleverd. Door het loon van een eerdere maand is de vrijlating onder {} nu al op, of is niet bekend hoeveel ervan over is. Welk loon er in deze maand was vóór de vrijlating, zegt de levering niet: leg dat vast.",
            letter.letter()
        ))
    }

    /// The right over a whole month with this household.
    pub(super) fn calculate(
        &self,
        dag: Datum,
        tellers: &Vrijlatingstellers,
    ) -> Result<Berekend, String> {
        if let Some(einde) = &self.einde {
            return Ok(Berekend {
                stand: Maandstand {
                    bedrag: Geld::NUL,
                    vakantietoeslag: Geld::NUL,
                    has_recht: false,
                },
                uitleg: format!("geen recht op bijstand ({}).", einde.artikel()),
                stappen: Vec::new(),
            });
        }
        let berekening = self.decide(dag, tellers)?;
        let stand = Maandstand::of(&berekening).ok_or_else(|| match &berekening.uitkomst {
            Err(reden) => reden.to_string(),
            Ok(_) => String::new(),
        })?;
        let toetsen = berekening.inkomen.iter();
        let toetsen = toetsen.flat_map(|inkomen| &inkomen.vrijlatingen);
        Ok(Berekend {
            stappen: toetsen
                .map(|toets| Beschikkingsstap::from(&render_vrijlating(toets)))
                .collect(),
            uitleg: explain(&berekening),
            stand,
        })
    }

    fn decide(
        &self,
        dag: Datum,
        tellers: &Vrijlatingstellers,
    ) -> Result<Bijstandsberekening, String> {
        let is_tweede = self.eigen == 1 && self.beeld.personen.len() > 1;
        let loon = self.loon.map(|(bedrag, letter)| Inkomst {
            persoon: if is_tweede {
                Persoon::Partner
            } else {
                Persoon::Aanvrager
            },
            soort: Inkomstensoort::Arbeid,
            bedrag,
            vrijlating: Some(letter),
            maanden_gebruikt: tellers.gebruikt(letter),
        });
        self.beeld
            .with_feiten(dag, |feiten| {
                calculate_bijstand(&Bijstandsfeiten {
                    inkomsten: loon.as_ref().map_or(feiten.inkomsten, std::slice::from_ref),
                    vermogen: self.vermogen,
                    verlaging: self.verlaging.or(feiten.verlaging),
                    ..*feiten
                })
            })
            .map_err(|reden| reden.to_string())
    }
}

/// The arithmetic of a whole month in a sentence.
fn explain(berekening: &Bijstandsberekening) -> String {
    let norm = berekening.norm.map(|norm| geld_nl(norm.bedrag));
    let middelen = berekening.inkomen.as_ref().map(|inkomen| inkomen.middelen);
    let nul = Geld::NUL;
    match &berekening.uitkomst {
        Ok(bedragen) => format!(
            "norm {}, inkomen {}, verlaging {}: {} over een hele maand.",
            norm.unwrap_or_default(),
            geld_nl(middelen.unwrap_or(nul)),
            geld_nl(berekening.verlaging.unwrap_or(nul)),
            geld_nl(bedragen.bedrag)
        ),
        Err(Reden::GeenRecht(reden)) => format!("geen recht op bijstand. {reden}"),
        Err(Reden::Onbepaald(reden)) => reden.to_string(),
    }
}
