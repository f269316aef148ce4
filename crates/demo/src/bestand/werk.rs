//! Income beside a benefit, and reductions of it.

use domain::statistiek::{Leefvorm, Ontheffing, RedenVermindering, SoortInkomsten};

use super::huishouden::{Inkomen, Maatregel, Plek};
use super::toeval::Toeval;
use super::verloop::Verloop;

impl Verloop<'_> {
    /// Income of the benefit that was started last: 8% of people earn something (Divosa).
    pub(super) fn initial_incomes(&mut self) {
        let toeval = &mut self.toeval;
        let Some(uitkering) = self.wereld.uitkeringen.last_mut() else {
            return;
        };
        let is_ouder = uitkering.leefvorm == Leefvorm::AlleenstaandeOuder;
        for deel in &mut uitkering.delen {
            let vanaf = -toeval.tussen(1, 14);
            if toeval.kans(80) {
                deel.inkomens.push(earn(toeval, vanaf));
            } else if toeval.kans(if is_ouder { 110 } else { 15 }) {
                let soort = if is_ouder {
                    SoortInkomsten::Kinderalimentatie
                } else {
                    toeval.kies(&[
                        (SoortInkomsten::Ander, 3),
                        (SoortInkomsten::Heffingskortingen, 1),
                    ])
                };
                deel.inkomens.push(Inkomen {
                    soort,
                    bedrag: toeval.tussen(60, 240),
                    vanaf,
                    tot_en_met: None,
                });
            }
        }
    }

    pub(super) fn update_incomes(&mut self, plek: Plek) {
        let toeval = &mut self.toeval;
        for lopend in &self.lopend {
            let Some(uitkering) = self.wereld.uitkeringen.get_mut(*lopend) else {
                continue;
            };
            for deel in &mut uitkering.delen {
                if deel.werkt_in(plek) {
                    if toeval.kans(105) {
                        let werk = deel
                            .inkomens
                            .iter_mut()
                            .rfind(|inkomen| inkomen.is_in(plek));
                        if let Some(inkomen) = werk {
                            inkomen.tot_en_met = Some(plek);
                        }
                    }
                } else if deel.ontheffing == Ontheffing::Geen && toeval.kans(12) {
                    deel.inkomens.push(earn(toeval, plek + 1));
                }
            }
            if toeval.kans(6) {
                uitkering.maatregelen.push(Maatregel {
                    plek: plek + 1,
                    percentage: toeval.kies(&[(30, 70), (50, 15), (100, 15)]),
                    reden: toeval.kies(&[
                        (RedenVermindering::Arbeidsinschakeling, 65),
                        (RedenVermindering::PlanVanAanpak, 20),
                        (RedenVermindering::Tegenprestatie, 8),
                        (RedenVermindering::Agressie, 7),
                    ]),
                });
            }
        }
    }
}

/// Part-time work of EUR 530 a month on average (Divosa 2017).
fn earn(toeval: &mut Toeval, vanaf: Plek) -> Inkomen {
    Inkomen {
        soort: SoortInkomsten::Arbeid,
        bedrag: 140 + toeval.tussen(0, 400) + toeval.tussen(0, 400),
        vanaf,
        tot_en_met: None,
    }
}
