//! Tests over the whole line from facts to published figures, with a small hand-made caseload.

mod catalogus;
mod eigenschappen;
mod indicatoren;
mod publicatie;
mod sluiten;

use jiff::civil::date;
use primitives::{
    Datum, DossierId, Geld, Kwartaal, Maand, Moment, Percentage, Periode, UitkeringId, id_at,
};
use uuid::Uuid;

use super::*;
use crate::formatie::{Doelgroep, Formatieregel, Fte, Functie};
use crate::ontwikkeling::Trede;

/// The quarter of all tests: 1 January up to and including 31 March 2026.
fn kwartaal() -> Kwartaal {
    Kwartaal::parse("2026-K1").unwrap()
}

fn bekend_op() -> Moment {
    "2026-05-01T10:00:00Z".parse().unwrap()
}

fn id(nummer: u64) -> Uuid {
    id_at(Moment::UNIX_EPOCH, nummer)
}

fn wie(nummer: u64) -> DossierId {
    DossierId::new(id(nummer))
}

/// Facts, made by saying only what matters.
#[derive(Default)]
struct Bestand {
    feiten: Feiten,
}

/// A benefit of one person from a day up to the first day without; benefit and person have the same number.
fn deel(nummer: u64, van: Datum, tot: Option<Datum>) -> Uitkeringsdeel {
    Uitkeringsdeel {
        dossier: wie(nummer),
        uitkering: UitkeringId::new(id(nummer)),
        regeling: Regeling::Participatiewet,
        geboortedatum: date(1980, 6, 15),
        periode: Periode::try_new(van, tot).unwrap(),
        ingevoerd_op: Some(van),
        eindreden: tot.map(|_| Eindreden::Anders),
    }
}

impl Bestand {
    /// Every statutory file from [`Feiten::first_day`] on was received.
    fn new() -> Self {
        Self::delivered_since(Maand::of(Feiten::first_day(kwartaal())))
    }

    /// The first statutory file is of this month.
    fn delivered_since(eerste: Maand) -> Self {
        let mut bestand = Self::default();
        let maanden = (0..).map(|plek| eerste.plus(plek));
        for maand in maanden.take_while(|maand| *maand <= kwartaal().last_month()) {
            let leveringen = Leveringsoort::ALL.map(|soort| Levering { soort, maand });
            bestand.feiten.leveringen.extend(leveringen);
        }
        bestand
    }

    fn with(mut self, deel: Uitkeringsdeel) -> Self {
        self.feiten.uitkeringen.push(deel);
        self
    }

    /// So many persons with a benefit since 2020, numbered from `eerste`.
    fn with_lopend(mut self, eerste: u64, aantal: u64) -> Self {
        for nummer in eerste..eerste + aantal {
            self = self.with(deel(nummer, date(2020, 1, 1), None));
        }
        self
    }

    fn with_inkomen(mut self, nummer: u64, bedrag: &str) -> Self {
        self.feiten.maanden.push(Maandfeit {
            dossier: wie(nummer),
            maand: Maand::parse("2026-03").unwrap(),
            inkomen_uit_werk: Geld::parse(bedrag).unwrap(),
            is_ontheven: false,
        });
        self
    }

    fn with_ontheffing(mut self, nummer: u64) -> Self {
        self = self.with_inkomen(nummer, "0.00");
        if let Some(feit) = self.feiten.maanden.last_mut() {
            feit.is_ontheven = true;
        }
        self
    }

    fn with_meting(mut self, nummer: u64, gemeten_op: Datum, trede: u8) -> Self {
        self.feiten.metingen.push(Laddermeting {
            dossier: wie(nummer),
            gemeten_op,
            trede: Trede::try_new(trede).unwrap(),
        });
        self
    }

    fn with_begeleiding(mut self, nummer: u64, tot: Option<Datum>) -> Self {
        self.feiten.begeleiding.push(Begeleiding {
            dossier: wie(nummer),
            periode: Periode::try_new(date(2025, 1, 1), tot).unwrap(),
        });
        self
    }

    fn with_contact(mut self, nummer: u64, datum: Datum) -> Self {
        let dossier = wie(nummer);
        self.feiten.contacten.push(Contact { dossier, datum });
        self
    }

    fn with_lks(mut self, nummer: u64, loonwaarde: Option<u32>) -> Self {
        self.feiten.voorzieningen.push(Voorziening {
            dossier: wie(nummer),
            soort: Voorzieningsoort::Loonkostensubsidie,
            periode: Periode::try_new(date(2025, 1, 1), None).unwrap(),
            loonwaarde: loonwaarde.map(Percentage::from_whole),
        });
        self
    }

    fn with_fte(mut self, functie: Functie, fte: &str) -> Self {
        self.feiten.formatie.push(Formatieregel {
            functie,
            doelgroep: Doelgroep::Alle,
            fte: Fte::parse(fte).unwrap(),
            periode: Periode::try_new(date(2025, 1, 1), None).unwrap(),
        });
        self
    }

    fn calculate(&self) -> Kwartaalcijfers {
        let rekenwijze = Rekenwijze::STANDAARD;
        calculate_kwartaalcijfers(kwartaal(), bekend_op(), rekenwijze, &self.feiten)
    }

    /// `teller/noemer=waarde` of an indicator, with dashes for what is not there.
    fn figure(&self, indicator: Indicator) -> String {
        self.figure_of(indicator, Klasse::Totaal)
    }

    fn figure_of(&self, indicator: Indicator, klasse: Klasse) -> String {
        let cijfers = self.calculate();
        let cijfer = cijfers.find(indicator, klasse).unwrap();
        let noemer = cijfer
            .noemer
            .map_or("-".to_owned(), |n| n.normalize().to_string());
        let waarde = cijfer.waarde.map_or("-".to_owned(), |w| w.to_string());
        format!("{}/{noemer}={waarde}", cijfer.teller.normalize())
    }
}
