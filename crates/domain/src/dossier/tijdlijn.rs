//! What happened to a resident, of every kind, in one order of time.

use std::cmp::Reverse;

use primitives::{Datum, datum_in_nederland};

use super::casusregie::Overdracht;
use super::notitie::Notitie;
use super::uitkeringsverloop::{Afloop, Uitkeringsperiode, Voorzieningsperiode};
use crate::ontwikkeling::{Laddermeting, Trede};
use crate::statistiek::{Code, RedenEinde, RedenEindeVoorziening, Statistiekcode, TypeVoorziening};

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gebeurtenis {
    /// The day.
    pub datum: Datum,
    /// What.
    pub soort: Gebeurtenissoort,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gebeurtenissoort {
    /// First day of a benefit.
    UitkeringBegonnen(Statistiekcode),
    /// Last day of a benefit.
    UitkeringBeeindigd(Statistiekcode, RedenEinde),
    /// A benefit is not in the deliveries any more.
    UitkeringVerdwenen(Statistiekcode),
    /// First day of a provision.
    VoorzieningBegonnen(TypeVoorziening),
    /// Last day of a provision.
    VoorzieningBeeindigd(TypeVoorziening, RedenEindeVoorziening),
    /// The ladder was measured.
    Meting {
        /// The step.
        trede: Trede,
        /// The step of the measurement before.
        vorige: Option<Trede>,
    },
    /// Another casusregisseur, or the first.
    Overdracht(Box<Overdracht>),
    /// A note or a contact.
    Notitie(Box<Notitie>),
}

/// Everything that happened, to be gathered and put in order.
#[derive(Clone, Debug, Default)]
pub struct Tijdlijn(Vec<Gebeurtenis>);

impl Tijdlijn {
    /// Adds the begin and end of benefits.
    pub fn with_uitkeringen(mut self, perioden: &[Uitkeringsperiode]) -> Self {
        use Gebeurtenissoort as G;
        for periode in perioden {
            self.push(periode.van, G::UitkeringBegonnen(periode.soort));
            match periode.afloop {
                Afloop::Loopt => {}
                Afloop::Beeindigd(einde) => {
                    self.push(
                        einde.datum,
                        G::UitkeringBeeindigd(periode.soort, einde.reden),
                    );
                }
                Afloop::Verdwenen(maand) => {
                    self.push(maand.last_day(), G::UitkeringVerdwenen(periode.soort));
                }
            }
        }
        self
    }

    /// Adds the begin and end of provisions.
    pub fn with_voorzieningen(mut self, perioden: &[Voorzieningsperiode]) -> Self {
        use Gebeurtenissoort as G;
        for periode in perioden {
            self.push(periode.van, G::VoorzieningBegonnen(periode.soort));
            if let Some(einde) = periode.einde {
                self.push(
                    einde.datum,
                    G::VoorzieningBeeindigd(periode.soort, einde.reden),
                );
            }
        }
        self
    }

    /// Adds measurements, given the newest first.
    pub fn with_metingen(mut self, metingen: &[Laddermeting]) -> Self {
        let vorige = metingen.iter().skip(1).map(|m| Some(m.trede));
        for (meting, vorige) in metingen.iter().zip(vorige.chain([None])) {
            let trede = meting.trede;
            self.push(meting.datum, Gebeurtenissoort::Meting { trede, vorige });
        }
        self
    }

    /// Adds handovers.
    pub fn with_overdrachten(mut self, overdrachten: Vec<Overdracht>) -> Self {
        for overdracht in overdrachten {
            let datum = datum_in_nederland(overdracht.naar.sinds);
            self.push(datum, Gebeurtenissoort::Overdracht(Box::new(overdracht)));
        }
        self
    }

    /// Adds notes.
    pub fn with_notities(mut self, notities: Vec<Notitie>) -> Self {
        for notitie in notities {
            let datum = notitie.datum();
            self.push(datum, Gebeurtenissoort::Notitie(Box::new(notitie)));
        }
        self
    }

    /// The events, the newest first. Of one day the order is that in which the kinds were added, and within a kind
    /// the order that was given.
    pub fn newest_first(mut self) -> Vec<Gebeurtenis> {
        self.0.sort_by_key(|gebeurtenis| Reverse(gebeurtenis.datum));
        self.0
    }

    fn push(&mut self, datum: Datum, soort: Gebeurtenissoort) {
        self.0.push(Gebeurtenis { datum, soort });
    }
}

impl Gebeurtenissoort {
    /// What happened, in a few words.
    pub fn titel(&self) -> String {
        match self {
            Self::UitkeringBegonnen(soort) => format!("Uitkering begonnen: {}", soort.naam()),
            Self::UitkeringBeeindigd(soort, _) => format!("Uitkering gestopt: {}", soort.naam()),
            Self::UitkeringVerdwenen(soort) => {
                format!("Uitkering niet meer in de levering: {}", soort.naam())
            }
            Self::VoorzieningBegonnen(soort) => format!("Voorziening begonnen: {}", soort.naam()),
            Self::VoorzieningBeeindigd(soort, _) => {
                format!("Voorziening gestopt: {}", soort.naam())
            }
            Self::Meting { trede, .. } => format!("Gemeten: trede {trede}"),
            Self::Overdracht(o) => format!("Casusregisseur: {}", o.naar.medewerker.naam),
            Self::Notitie(notitie) => notitie.soort.omschrijving().to_owned(),
        }
    }

    /// What more there is to tell, where there is something.
    pub fn toelichting(&self) -> Option<String> {
        match self {
            Self::UitkeringBegonnen(_) | Self::VoorzieningBegonnen(_) => None,
            Self::UitkeringBeeindigd(_, reden) => Some(format!("Reden: {}.", reden.naam())),
            Self::UitkeringVerdwenen(_) => {
                Some("Er is geen einddatum of reden doorgegeven.".to_owned())
            }
            Self::VoorzieningBeeindigd(_, reden) => Some(format!("Reden: {}.", reden.naam())),
            Self::Meting { trede, vorige } => vorige.map(|vorige| match vorige.steps_to(*trede) {
                0 => "Dezelfde trede als bij de vorige meting.".to_owned(),
                1 => format!("Was trede {vorige}. Een trede omhoog."),
                stappen @ 2.. => format!("Was trede {vorige}. {stappen} treden omhoog."),
                ..0 => format!("Was trede {vorige}. Een stap terug kan erbij horen."),
            }),
            Self::Overdracht(o) => Some(match &o.van {
                None => "De eerste casusregisseur.".to_owned(),
                Some(van) => {
                    let reden = o.reden.as_ref().map_or("", |reden| reden.as_str());
                    format!("Overgedragen door {}. {reden}", van.medewerker.naam)
                }
            }),
            Self::Notitie(notitie) => Some(notitie.tekst.as_str().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Casusregisseur, Medewerker, Notitiesoort, Notitietekst};
    use crate::ontwikkeling::Metingbron;
    use crate::statistiek::{Einde, EindeVoorziening, Registratienummer};
    use jiff::civil::date;
    use primitives::{NotitieId, UitkeringId, id_at};

    fn uitkering(afloop: Afloop) -> Uitkeringsperiode {
        Uitkeringsperiode {
            uitkering: UitkeringId::new(id_at("2026-01-01T00:00:00Z".parse().unwrap(), 1)),
            registratienummer: Registratienummer::parse("A1").unwrap(),
            soort: Statistiekcode::AlgemeneBijstand,
            van: date(2025, 1, 1),
            afloop,
        }
    }

    fn meting(datum: Datum, trede: Trede) -> Laddermeting {
        let bron = Metingbron::Srg;
        Laddermeting { datum, trede, bron }
    }

    #[test]
    fn every_kind_is_merged_newest_first() {
        let einde = Einde {
            datum: date(2026, 3, 31),
            reden: RedenEinde::Arbeid,
        };
        let voorziening = Voorzieningsperiode {
            registratienummer: Registratienummer::parse("V1").unwrap(),
            soort: TypeVoorziening::Jobcoach,
            van: date(2025, 6, 1),
            einde: Some(EindeVoorziening {
                datum: date(2026, 3, 31),
                reden: RedenEindeVoorziening::Afgerond,
            }),
            loonwaarde: None,
        };
        let overdracht = Overdracht {
            van: None,
            naar: Casusregisseur {
                medewerker: Medewerker {
                    sub: "a".into(),
                    naam: "Anna".into(),
                },
                sinds: "2026-03-31T22:30:00Z".parse().unwrap(),
                volgnummer: 1,
            },
            overlegd_op: None,
            reden: None,
        };
        let notitie = Notitie::try_new(
            NotitieId::new(id_at("2026-01-01T00:00:00Z".parse().unwrap(), 2)),
            Notitiesoort::Gesprek,
            date(2026, 4, 2),
            Notitietekst::parse("Werkt nu.").unwrap(),
            "Anna".into(),
            date(2026, 4, 2),
        );
        let gebeurtenissen = Tijdlijn::default()
            .with_uitkeringen(&[uitkering(Afloop::Beeindigd(einde))])
            .with_voorzieningen(&[voorziening])
            .with_metingen(&[meting(date(2026, 1, 5), Trede::OnbetaaldWerk)])
            .with_overdrachten(vec![overdracht])
            .with_notities(vec![notitie.unwrap()])
            .newest_first();
        let regels: Vec<_> = gebeurtenissen
            .iter()
            .map(|g| format!("{} {}", g.datum, g.soort.titel()))
            .collect();
        assert_eq!(
            regels,
            [
                "2026-04-02 Gesprek",
                "2026-04-01 Casusregisseur: Anna",
                "2026-03-31 Uitkering gestopt: algemene bijstand",
                "2026-03-31 Voorziening gestopt: begeleiding op de werkkring of jobcoach",
                "2026-01-05 Gemeten: trede 4 Onbetaald werk",
                "2025-06-01 Voorziening begonnen: begeleiding op de werkkring of jobcoach",
                "2025-01-01 Uitkering begonnen: algemene bijstand",
            ]
        );
    }

    #[test]
    fn a_measurement_is_told_beside_the_one_before() {
        let metingen = [
            meting(date(2026, 7, 1), Trede::SocialeContacten),
            meting(date(2026, 4, 1), Trede::OnbetaaldWerk),
            meting(date(2026, 1, 1), Trede::OnbetaaldWerk),
            meting(date(2025, 1, 1), Trede::Geisoleerd),
        ];
        let gebeurtenissen = Tijdlijn::default().with_metingen(&metingen).newest_first();
        let toelichtingen: Vec<_> = gebeurtenissen
            .iter()
            .map(|g| g.soort.toelichting())
            .collect();
        assert_eq!(
            toelichtingen,
            [
                Some("Was trede 4 Onbetaald werk. Een stap terug kan erbij horen.".to_owned()),
                Some("Dezelfde trede als bij de vorige meting.".to_owned()),
                Some("Was trede 1 Geïsoleerd. 3 treden omhoog.".to_owned()),
                None,
            ]
        );
    }

    #[test]
    fn a_benefit_that_disappeared_is_told_so() {
        let juli = primitives::Maand::parse("2026-07").unwrap();
        let gebeurtenissen = Tijdlijn::default()
            .with_uitkeringen(&[uitkering(Afloop::Verdwenen(juli))])
            .newest_first();
        assert_eq!(gebeurtenissen[0].datum, date(2026, 7, 31));
        assert!(
            gebeurtenissen[0]
                .soort
                .titel()
                .starts_with("Uitkering niet meer")
        );
    }
}
