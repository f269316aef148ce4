//! The ladder and provisions of residents.

use domain::ontwikkeling::Trede;
use domain::statistiek::{
    EindeVoorziening, Loonwaarde, Positie, RedenEinde, RedenEindeVoorziening, Registratienummer,
    SrgVoorziening, TypeVoorziening,
};
use primitives::{Datum, GemeenteCode, Kwartaal, Maand};

use super::huishouden::{Inwoner, Plek};
use super::toeval::{Toeval, plus_dagen};
use super::verloop::Wereld;

/// Gives provisions their number.
pub(super) struct Nummers {
    gemeente: String,
    volgend: u32,
}

impl Nummers {
    pub(super) fn new(gemeente: GemeenteCode) -> Self {
        Self {
            gemeente: gemeente.cijfers(),
            volgend: 1,
        }
    }

    fn next(&mut self) -> Registratienummer {
        let nummer = format!("V{}-{:06}", self.gemeente, self.volgend);
        self.volgend += 1;
        Registratienummer::parse(&nummer).expect("letters, digits and a dash")
    }
}

/// Where somebody with a benefit and without work stands at first (voorbeeldwaarde).
const BEGIN: [(Trede, u32); 4] = [
    (Trede::Geisoleerd, 14),
    (Trede::SocialeContacten, 32),
    (Trede::GeorganiseerdeActiviteiten, 29),
    (Trede::OnbetaaldWerk, 25),
];

/// Provisions of people with a benefit (voorbeeldwaarde).
const SOORTEN: [(TypeVoorziening, u32); 6] = [
    (TypeVoorziening::Overig, 58),
    (TypeVoorziening::Participatieplaats, 14),
    (TypeVoorziening::Jobcoach, 12),
    (TypeVoorziening::AndereArbeidsbeperking, 8),
    (TypeVoorziening::Vervoersvoorziening, 4),
    (TypeVoorziening::TijdelijkeLoonkostensubsidie, 4),
];

/// Measures everybody about once a quarter (Nijkerk, seed 004); a few are missed.
pub(super) fn measure(
    wereld: &mut Wereld,
    lopend: &[usize],
    toeval: &mut Toeval,
    plek: Plek,
    maand: Maand,
) {
    let met_uitkering = lopend.iter().filter_map(|u| wereld.uitkeringen.get(*u));
    let mut beurten: Vec<(usize, Datum, bool, bool)> = met_uitkering
        .flat_map(|u| {
            u.delen
                .iter()
                .map(move |deel| (deel.inwoner, u.aanvang, deel.werkt_in(plek), true))
        })
        .collect();
    let begeleid = wereld.begeleiding.iter().filter(|b| b.tot_en_met.is_none());
    beurten.extend(begeleid.map(|b| (b.inwoner, b.van, true, false)));
    for (inwoner, van, werkt, heeft_uitkering) in beurten {
        let Some(inwoner) = wereld.inwoners.get_mut(inwoner).filter(|i| i.is_in_beeld) else {
            continue;
        };
        let vorige = inwoner.metingen.last().copied();
        let is_aan_de_beurt = match vorige {
            None if plek == 0 => toeval.kans(960),
            None => toeval.kans(800),
            Some(vorige) => Maand::of(vorige.begindatum).plus(3) <= maand && toeval.kans(930),
        };
        if !is_aan_de_beurt || is_skipped(inwoner, maand.kwartaal()) {
            continue;
        }
        let trede = if heeft_uitkering {
            next_with_benefit(toeval, vorige.map(|vorige| vorige.trede), werkt)
        } else {
            next_without_benefit(toeval, vorige.map(|vorige| vorige.trede))
        };
        let vroegst = maand.first_day().max(van).min(maand.last_day());
        let begindatum = toeval.dag(vroegst, maand.last_day());
        inwoner.metingen.push(Positie { trede, begindatum });
    }
}

/// Whether somebody is missed for a whole quarter: one in sixteen, another one each time.
fn is_skipped(inwoner: &Inwoner, kwartaal: Kwartaal) -> bool {
    let cijfers: u32 = inwoner.bsn.expose().bytes().map(u32::from).sum();
    let beurt = i32::from(kwartaal.jaar()) * 4 + i32::from(kwartaal.nummer());
    (cijfers * 7 + beurt.unsigned_abs() * 5).is_multiple_of(16)
}

/// Trede 6 means no supplementary benefit, and work beside a benefit is trede 5 (criteria of the ladder).
fn next_with_benefit(toeval: &mut Toeval, vorige: Option<Trede>, werkt: bool) -> Trede {
    if werkt {
        return Trede::BetaaldWerkMetOndersteuning;
    }
    let hoogstens = Trede::OnbetaaldWerk;
    match vorige {
        None => toeval.kies(&BEGIN),
        Some(vorige) if vorige > hoogstens => hoogstens,
        Some(vorige) => step(toeval, vorige, 64, 48).min(hoogstens),
    }
}

fn next_without_benefit(toeval: &mut Toeval, vorige: Option<Trede>) -> Trede {
    match vorige {
        None => toeval.kies(&[
            (Trede::BetaaldWerkMetOndersteuning, 72),
            (Trede::OnbetaaldWerk, 14),
            (Trede::GeorganiseerdeActiviteiten, 9),
            (Trede::BetaaldWerk, 5),
        ]),
        Some(vorige) => step(toeval, vorige, 26, 26),
    }
}

fn step(toeval: &mut Toeval, vorige: Trede, omhoog: u32, omlaag: u32) -> Trede {
    let nummer = if toeval.kans(omhoog) {
        vorige.nummer() + 1
    } else if toeval.kans(omlaag) {
        vorige.nummer() - 1
    } else {
        vorige.nummer()
    };
    Trede::try_new(nummer).unwrap_or(vorige)
}

/// Starts provisions: about one in five people with a benefit has one (voorbeeldwaarde).
pub(super) fn provide(
    wereld: &mut Wereld,
    lopend: &[usize],
    toeval: &mut Toeval,
    nummers: &mut Nummers,
    maand: Maand,
) {
    let inwoners = lopend
        .iter()
        .filter_map(|u| wereld.uitkeringen.get(*u))
        .flat_map(|u| u.delen.iter().map(|deel| (deel.inwoner, u.aanvang)));
    for (inwoner, aanvang) in inwoners.collect::<Vec<_>>() {
        let Some(inwoner) = wereld.inwoners.get_mut(inwoner).filter(|i| i.is_in_beeld) else {
            continue;
        };
        let heeft_al = inwoner
            .voorzieningen
            .last()
            .is_some_and(|v| v.einde.is_none_or(|einde| einde.datum >= maand.first_day()));
        if heeft_al || aanvang > maand.first_day() || !toeval.kans(30) {
            continue;
        }
        let begindatum = toeval.dag(maand.first_day(), maand.last_day());
        inwoner.voorzieningen.push(SrgVoorziening {
            registratienummer: nummers.next(),
            soort: toeval.kies(&SOORTEN),
            begindatum,
            einde: Some(EindeVoorziening {
                datum: plus_dagen(begindatum, toeval.tussen(80, 380)),
                reden: toeval.kies(&[
                    (RedenEindeVoorziening::Afgerond, 64),
                    (RedenEindeVoorziening::Gestopt, 26),
                    (RedenEindeVoorziening::BuitenSchuld, 10),
                ]),
            }),
            loonwaarde: None,
        });
    }
}

/// Banenafspraak without benefit: most work with wage subsidy, with a wage value of 51% on average (Divosa 2017).
pub(super) fn employ(
    inwoner: &mut Inwoner,
    toeval: &mut Toeval,
    nummers: &mut Nummers,
    van: Datum,
) {
    let soort = toeval.kies(&[
        (Some(TypeVoorziening::Loonkostensubsidie), 72),
        (Some(TypeVoorziening::BeschutWerk), 9),
        (None, 19),
    ]);
    if let Some(soort) = soort {
        let procent = toeval.tussen(32, 70);
        inwoner.voorzieningen.push(SrgVoorziening {
            registratienummer: nummers.next(),
            soort,
            begindatum: van,
            einde: None,
            loonwaarde: u8::try_from(procent)
                .ok()
                .and_then(|procent| Loonwaarde::try_new(procent).ok()),
        });
    }
    if toeval.kans(300) {
        inwoner.voorzieningen.push(SrgVoorziening {
            registratienummer: nummers.next(),
            soort: TypeVoorziening::Jobcoach,
            begindatum: van,
            einde: None,
            loonwaarde: None,
        });
    }
}

/// Ends what still runs when a benefit ends.
pub(super) fn stop(inwoner: &mut Inwoner, dag: Datum, reden: RedenEinde) {
    let reden = match reden {
        RedenEinde::Arbeid | RedenEinde::ZelfstandigBeroep => RedenEindeVoorziening::Afgerond,
        RedenEinde::Overlijden | RedenEinde::Verhuizing | RedenEinde::Detentie => {
            RedenEindeVoorziening::BuitenSchuld
        }
        _ => RedenEindeVoorziening::Gestopt,
    };
    for voorziening in &mut inwoner.voorzieningen {
        if voorziening.einde.is_none_or(|einde| einde.datum > dag) {
            let datum = dag.max(voorziening.begindatum);
            voorziening.einde = Some(EindeVoorziening { datum, reden });
        }
    }
}
