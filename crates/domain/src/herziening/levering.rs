//! A month as it was delivered, and the right in it with other facts.

use primitives::{Datum, Geld, Maand, datum_lang, geld_nl};
use serde::{Deserialize, Serialize};

use super::{Feitwijziging, Wijziging};
use crate::aanvraag::Beschikkingsstap;
use crate::recht::herziening::Maandstand;
use crate::recht::{
    Bijstandsberekening, Bijstandsfeiten, Maandbeeld, Maandbeeldpersoon, Reden, Verlaging,
    Vermogen, calculate_bijstand,
};
use crate::statistiek::{Huisvesting, Leefvorm};

const DEEL: &str = "Participatiewet art. 45 lid 3";

/// A month as it was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Maandlevering {
    /// Which.
    pub maand: Maand,
    /// The first day of the benefit in this month.
    pub begin: Datum,
    /// The household of the record.
    pub beeld: Maandbeeld,
    /// Where in the record the resident stands.
    pub eigen: usize,
}

/// A household on some days.
#[derive(Clone, Debug)]
struct Toestand {
    beeld: Maandbeeld,
    vermogen: Option<Vermogen>,
    verlaging: Option<Verlaging>,
    einde: Option<Wijziging>,
}

/// Days of a month on which the same holds.
struct Stuk {
    van: Datum,
    tot_en_met: Datum,
}

impl Maandlevering {
    /// Whether the benefit began in the course of it. What was delivered for a part of a month is not what a whole month
    /// gives, so such a month cannot be reviewed on its delivery.
    pub fn is_deel(&self) -> bool {
        self.begin > self.maand.first_day()
    }

    /// Whether two people with a right live together in it, as delivered and with other facts.
    pub(super) fn is_paar(&self, wijzigingen: &[Feitwijziging]) -> (bool, bool) {
        let is_paar = |beeld: &Maandbeeld| {
            beeld.leefvorm == Some(Leefvorm::GehuwdenEnSamenwonenden) && beeld.personen.len() > 1
        };
        let stukken = self.stukken(wijzigingen);
        let mut nieuw = stukken
            .iter()
            .map(|stuk| self.toestand(wijzigingen, stuk.van));
        (
            is_paar(&self.beeld),
            nieuw.any(|toestand| is_paar(&toestand.beeld)),
        )
    }

    /// The right as it was delivered, or why it cannot be determined.
    pub(super) fn oud(&self) -> Result<Maandstand, String> {
        self.stand(&[]).0
    }

    /// The right with other facts, and how it came about.
    pub(super) fn nieuw(
        &self,
        wijzigingen: &[Feitwijziging],
    ) -> (Result<Maandstand, String>, Vec<Beschikkingsstap>) {
        let (stand, stappen) = self.stand(wijzigingen);
        let feiten = wijzigingen
            .iter()
            .filter(|wijziging| wijziging.touches(self.maand))
            .map(|wijziging| step(wijziging.zin(), wijziging.wat.artikel()));
        (stand, feiten.chain(stappen).collect())
    }

    fn stand(
        &self,
        wijzigingen: &[Feitwijziging],
    ) -> (Result<Maandstand, String>, Vec<Beschikkingsstap>) {
        if self.is_deel() {
            let melding = "De uitkering begon in deze maand. Over een deel van een maand zegt de levering te weinig.";
            return (Err(melding.to_owned()), Vec::new());
        }
        let geheel = days(self.maand.first_day(), self.maand.last_day());
        let stukken = self.stukken(wijzigingen);
        let mut som = Maandstand {
            bedrag: Geld::NUL,
            vakantietoeslag: Geld::NUL,
            has_recht: false,
        };
        let mut stappen = Vec::new();
        for stuk in &stukken {
            let toestand = self.toestand(wijzigingen, stuk.van);
            let berekend = match toestand.calculate(stuk.van) {
                Ok(berekend) => berekend,
                Err(reden) => return (Err(reden), stappen),
            };
            let deel = |bedrag: Geld| bedrag.fraction(days(stuk.van, stuk.tot_en_met), geheel);
            som.bedrag = som.bedrag + deel(berekend.stand.bedrag);
            som.vakantietoeslag = som.vakantietoeslag + deel(berekend.stand.vakantietoeslag);
            som.has_recht |= berekend.stand.has_recht;
            let hele_maand = berekend.uitleg;
            stappen.push(if stukken.len() == 1 {
                step(hele_maand, "Participatiewet art. 19 lid 2")
            } else {
                let tekst = format!(
                    "Van {} tot en met {}: {hele_maand} Dit zijn {} van de {geheel} dagen: {}.",
                    datum_lang(stuk.van),
                    datum_lang(stuk.tot_en_met),
                    days(stuk.van, stuk.tot_en_met),
                    geld_nl(deel(berekend.stand.bedrag))
                );
                step(tekst, DEEL)
            });
        }
        (Ok(som), stappen)
    }

    /// The days of the month, divided where a fact begins or ends.
    fn stukken(&self, wijzigingen: &[Feitwijziging]) -> Vec<Stuk> {
        let (eerste, laatste) = (self.maand.first_day(), self.maand.last_day());
        let eind =
            |wijziging: &Feitwijziging| wijziging.tot_en_met.and_then(|tot| tot.tomorrow().ok());
        let mut begin: Vec<Datum> = wijzigingen
            .iter()
            .flat_map(|wijziging| [Some(wijziging.vanaf), eind(wijziging)])
            .flatten()
            .filter(|dag| *dag > eerste && *dag <= laatste)
            .chain([eerste])
            .collect();
        begin.sort_unstable();
        begin.dedup();
        let einden = begin
            .iter()
            .skip(1)
            .map(|dag| dag.yesterday().unwrap_or(*dag))
            .chain([laatste]);
        begin
            .iter()
            .zip(einden)
            .map(|(van, tot_en_met)| Stuk {
                van: *van,
                tot_en_met,
            })
            .collect()
    }

    fn toestand(&self, wijzigingen: &[Feitwijziging], dag: Datum) -> Toestand {
        let mut toestand = Toestand {
            beeld: self.beeld.clone(),
            vermogen: None,
            verlaging: None,
            einde: None,
        };
        for wijziging in wijzigingen.iter().filter(|een| een.is_geldig(dag)) {
            toestand.apply(&wijziging.wat, self.eigen);
        }
        toestand
    }
}

/// A right for a whole month with how it came about.
struct Berekend {
    stand: Maandstand,
    uitleg: String,
}

impl Toestand {
    fn apply(&mut self, wijziging: &Wijziging, eigen: usize) {
        match *wijziging {
            Wijziging::Inkomen { bedrag } => self.beeld.inkomsten = bedrag,
            Wijziging::Kostendelers { aantal } => self.beeld.aantal_kostendelers = Some(aantal),
            Wijziging::Partner {
                geboortedatum,
                heeft_recht,
            } => self.join(geboortedatum, heeft_recht, eigen),
            Wijziging::ZonderPartner { met_kinderen } => self.part(met_kinderen, eigen),
            Wijziging::Woonsituatie { huisvesting } => self.house(huisvesting, eigen),
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

    fn join(&mut self, geboortedatum: Datum, heeft_recht: bool, eigen: usize) {
        let zelf = self.own(eigen);
        let huisvesting = zelf.and_then(|persoon| persoon.huisvesting);
        self.set_leefvorm(Leefvorm::GehuwdenEnSamenwonenden, zelf);
        if heeft_recht {
            self.beeld.personen.push(Maandbeeldpersoon {
                geboortedatum,
                huisvesting,
            });
        }
    }

    fn part(&mut self, met_kinderen: bool, eigen: usize) {
        let zelf = self.own(eigen);
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
    }

    fn house(&mut self, huisvesting: Huisvesting, eigen: usize) {
        let plek = eigen.min(self.beeld.personen.len().saturating_sub(1));
        if let Some(persoon) = self.beeld.personen.get_mut(plek) {
            persoon.huisvesting = Some(huisvesting);
        }
    }

    fn own(&self, eigen: usize) -> Option<Maandbeeldpersoon> {
        let personen = &self.beeld.personen;
        personen.get(eigen).or_else(|| personen.first()).copied()
    }

    fn calculate(&self, dag: Datum) -> Result<Berekend, String> {
        if let Some(einde) = &self.einde {
            return Ok(Berekend {
                stand: Maandstand {
                    bedrag: Geld::NUL,
                    vakantietoeslag: Geld::NUL,
                    has_recht: false,
                },
                uitleg: format!("geen recht op bijstand ({}).", einde.artikel()),
            });
        }
        let berekening = self
            .beeld
            .with_feiten(dag, |feiten| {
                calculate_bijstand(&Bijstandsfeiten {
                    vermogen: self.vermogen,
                    verlaging: self.verlaging.or(feiten.verlaging),
                    ..*feiten
                })
            })
            .map_err(|reden| reden.to_string())?;
        let stand = Maandstand::of(&berekening).ok_or_else(|| match &berekening.uitkomst {
            Err(reden) => reden.to_string(),
            Ok(_) => String::new(),
        })?;
        Ok(Berekend {
            uitleg: explain(&berekening),
            stand,
        })
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

fn step(tekst: String, grondslag: &str) -> Beschikkingsstap {
    let mut letters = tekst.chars();
    let eerste: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    Beschikkingsstap {
        tekst: format!("{eerste}{}", letters.as_str()),
        grondslag: grondslag.to_owned(),
        besluit: None,
    }
}

/// How many days from one to the other, both included.
fn days(van: Datum, tot_en_met: Datum) -> i64 {
    van.until(tot_en_met)
        .map_or(0, |verschil| i64::from(verschil.get_days()) + 1)
}
