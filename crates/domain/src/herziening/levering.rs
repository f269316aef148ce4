//! A month as it was delivered, and the right in it with other facts.

use primitives::{Datum, Geld, Maand, datum_lang, geld_nl};
use serde::{Deserialize, Serialize};

use super::Feitwijziging;
use super::teller::Vrijlatingstellers;
use super::toestand::Toestand;
use crate::aanvraag::Beschikkingsstap;
use crate::recht::Maandbeeld;
use crate::recht::herziening::Maandstand;
use crate::statistiek::Leefvorm;

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
    /// Whether an income in it was exempt, in part (item 33).
    #[serde(default)]
    pub vrijlating: bool,
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
            nieuw.any(|toestand| is_paar(toestand.beeld())),
        )
    }

    /// The right as it was delivered, or why it cannot be determined.
    pub(super) fn oud(&self) -> Result<Maandstand, String> {
        self.stand(&[], &Vrijlatingstellers::default()).0
    }

    /// The right with other facts, and how it came about.
    pub(super) fn nieuw(
        &self,
        wijzigingen: &[Feitwijziging],
        tellers: &Vrijlatingstellers,
    ) -> (Result<Maandstand, String>, Vec<Beschikkingsstap>) {
        let (stand, stappen) = self.stand(wijzigingen, tellers);
        let feiten = wijzigingen
            .iter()
            .filter(|wijziging| wijziging.touches(self.maand))
            .map(|wijziging| step(wijziging.zin(), wijziging.wat.artikel()));
        (stand, feiten.chain(stappen).collect())
    }

    fn stand(
        &self,
        wijzigingen: &[Feitwijziging],
        tellers: &Vrijlatingstellers,
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
            if let Some(reden) = toestand.find_verschoven(stuk.van, tellers) {
                return (Err(reden), stappen);
            }
            let berekend = match toestand.calculate(stuk.van, tellers) {
                Ok(berekend) => berekend,
                Err(reden) => return (Err(reden), stappen),
            };
            let deel = |bedrag: Geld| bedrag.fraction(days(stuk.van, stuk.tot_en_met), geheel);
            som.bedrag = som.bedrag + deel(berekend.stand.bedrag);
            som.vakantietoeslag = som.vakantietoeslag + deel(berekend.stand.vakantietoeslag);
            som.has_recht |= berekend.stand.has_recht;
            stappen.extend(berekend.stappen);
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
        let mut toestand = Toestand::new(&self.beeld, self.eigen);
        for wijziging in wijzigingen.iter().filter(|een| een.is_geldig(dag)) {
            toestand.apply(&wijziging.wat);
        }
        toestand
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
