//! What holds on each day, and the stretches of days of a month on which the same holds.

use jiff::Span;
use primitives::{Datum, Maand};

use super::beleid::Beleidsbron;
use super::feiten::{Afloop, Dagen, Gebeurtenis, Overledene, Reeksfeiten};
use super::ingang::{Ingang, list_ingangen};
use super::leeftijdsbeeld::Leeftijdsbeeld;
use super::maatregel::{Dagmaatregel, Maatregelplan, find_on, plan_maatregelen};
use super::{
    MaandGeenRecht, MaandOnbepaald, Maandbereik, Maandreden, Reeksregel, Uitsluiting, buitenland,
};
use crate::recht::{Huishouden, Kinderen, Leeftijd, Leefvorm, Persoon};

/// The days of a case.
pub(super) struct Kalender<'a> {
    feiten: &'a Reeksfeiten,
    pub(super) ingangen: Vec<Ingang>,
    pub(super) plannen: Vec<Maatregelplan>,
    buitenland: [Vec<Datum>; 2],
}

/// Days of a month on which the same holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stuk {
    pub(super) van: Datum,
    pub(super) tot_en_met: Datum,
    pub(super) toestand: Result<Toestand, Maandreden>,
}

/// What holds on a day on which there may be a right. Places point into the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Toestand {
    pub(super) huishouden: usize,
    pub(super) vermogen: Option<usize>,
    /// Of the two, who is excluded.
    pub(super) uitgesloten: Option<(Persoon, Uitsluiting)>,
    /// The reduction by a maatregel.
    pub(super) maatregel: Option<Dagmaatregel>,
    pub(super) is_betaling_opgeschort: bool,
    /// Paid on at the norm of the day of a death.
    pub(super) overlijden: Option<Datum>,
    leeftijden: Option<Leeftijdsbeeld>,
}

impl<'a> Kalender<'a> {
    pub(super) fn new(
        feiten: &'a Reeksfeiten,
        bron: &Beleidsbron,
        bereik: Maandbereik,
    ) -> Result<Self, MaandOnbepaald> {
        let excluded = |persoon| buitenland::list_excluded(feiten, persoon, bereik);
        Ok(Self {
            feiten,
            ingangen: list_ingangen(feiten, bron)?,
            plannen: plan_maatregelen(&feiten.maatregelen, bron),
            buitenland: [excluded(Persoon::Aanvrager)?, excluded(Persoon::Partner)?],
        })
    }

    /// The stretches of a month in order; together they are all its days.
    pub(super) fn stukken(&self, maand: Maand) -> Vec<Stuk> {
        let mut stukken: Vec<Stuk> = Vec::new();
        let dagen = maand
            .first_day()
            .series(Span::new().days(1))
            .take_while(|dag| *dag <= maand.last_day());
        for dag in dagen {
            let toestand = self.toestand(dag);
            match stukken.last_mut() {
                Some(stuk) if stuk.toestand == toestand => stuk.tot_en_met = dag,
                _ => stukken.push(Stuk {
                    van: dag,
                    tot_en_met: dag,
                    toestand,
                }),
            }
        }
        stukken
    }

    fn toestand(&self, dag: Datum) -> Result<Toestand, Maandreden> {
        let ingang = self.find_ingang(dag)?;
        let is_betaling_opgeschort = self.check_opschorting(dag, ingang.vanaf)?;
        let (huishouden, overlijden) = self.find_huishouden(dag)?;
        let uitgesloten = self.check_uitsluiting(dag, self.huishouden(huishouden))?;
        let leeftijden = self
            .huishouden(huishouden)
            .and_then(|huishouden| Leeftijdsbeeld::of(huishouden, overlijden.unwrap_or(dag)));
        let vermogen = self
            .feiten
            .vermogens
            .iter()
            .rposition(|(vanaf, _)| *vanaf <= dag);
        Ok(Toestand {
            huishouden,
            vermogen,
            uitgesloten,
            maatregel: find_on(&self.plannen, &self.feiten.samenloop, dag)?,
            is_betaling_opgeschort,
            overlijden,
            leeftijden,
        })
    }

    /// The household at a place of the facts.
    pub(super) fn huishouden(&self, plek: usize) -> Option<&'a Huishouden> {
        self.feiten
            .huishoudens
            .get(plek)
            .map(|(_, huishouden)| huishouden)
    }

    /// The benefit period of a day. Art. 44 lid 1.
    fn find_ingang(&self, dag: Datum) -> Result<&Ingang, MaandGeenRecht> {
        let volgende = self
            .ingangen
            .iter()
            .find(|i| i.vanaf > dag)
            .map(|i| i.vanaf);
        let begonnen = self.ingangen.iter().rev().find(|i| i.vanaf <= dag);
        let Some(ingang) = begonnen else {
            return Err(MaandGeenRecht::VoorIngang(volgende.unwrap_or(dag)));
        };
        match (ingang.periode.einde, volgende) {
            (Some((laatste, _)), Some(vanaf)) if dag > laatste => {
                Err(MaandGeenRecht::VoorIngang(vanaf))
            }
            (Some((laatste, _)), None) if dag > laatste => Err(MaandGeenRecht::NaEinde(laatste)),
            _ => Ok(ingang),
        }
    }

    /// Whether the payment is suspended; refused where the right is. Arts 40, 54. What came before this benefit
    /// period has no part in it.
    fn check_opschorting(&self, dag: Datum, ingang: Datum) -> Result<bool, Maandreden> {
        let mut is_opgeschort = false;
        for gebeurtenis in &self.feiten.gebeurtenissen {
            match *gebeurtenis {
                Gebeurtenis::Opschorting { dagen, afloop } if dagen.van >= ingang => {
                    check_recht(dag, dagen, afloop)?;
                }
                Gebeurtenis::Adres { dagen, afloop } if dagen.van >= ingang => match afloop {
                    Afloop::Ingetrokken if dag >= dagen.van => {
                        return Err(MaandGeenRecht::IngetrokkenAdres(dagen.van).into());
                    }
                    Afloop::Open if dagen.contains(dag) => is_opgeschort = true,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(is_opgeschort)
    }

    /// The household of a day, and the death after which it is still paid for. Art. 45 lid 5.
    fn find_huishouden(&self, dag: Datum) -> Result<(usize, Option<Datum>), Maandreden> {
        let op = |dag: Datum| {
            self.feiten
                .huishoudens
                .iter()
                .rposition(|(vanaf, _)| *vanaf <= dag)
        };
        let onbekend = || MaandOnbepaald::HuishoudenOnbekend(dag);
        let huidig = op(dag).ok_or_else(onbekend)?;
        for gebeurtenis in &self.feiten.gebeurtenissen {
            let Gebeurtenis::Overlijden {
                wie,
                dag: overleden,
            } = *gebeurtenis
            else {
                continue;
            };
            let Some(toen) = op(overleden).filter(|_| dag > overleden) else {
                continue;
            };
            let maanden = Reeksregel::OverlijdenMaanden.aantal(overleden)?;
            let einde = overleden.saturating_add(Span::new().months(i64::from(maanden)));
            let is_betaald = self.is_doorbetaald(toen, wie, overleden)?;
            if is_betaald && dag <= einde {
                return Ok((toen, Some(overleden)));
            }
            if wie == Overledene::Persoon(Persoon::Aanvrager) {
                return Err(MaandGeenRecht::Overleden(overleden).into());
            }
            if toen == huidig {
                return Err(onbekend().into());
            }
        }
        Ok((huidig, None))
    }

    /// Whether bijstand goes on for a month after a death: of a spouse, of a single parent, of the last dependent
    /// child of a single parent or of spouses of whom one is 18, 19 or 20. Art. 45 lid 5.
    fn is_doorbetaald(
        &self,
        plek: usize,
        wie: Overledene,
        dag: Datum,
    ) -> Result<bool, MaandOnbepaald> {
        let Some(huishouden) = self.huishouden(plek) else {
            return Ok(false);
        };
        let situatie = huishouden.leefsituatie(dag)?;
        let is_gehuwd = situatie.partner().is_some();
        let is_ouder = situatie.leefvorm() == Some(Leefvorm::AlleenstaandeOuder);
        let is_jong = situatie.aanvrager().is_jongere()
            || situatie
                .partner()
                .and_then(|partner| partner.leeftijd)
                .is_some_and(Leeftijd::is_jongere);
        let heeft_kind = matches!(situatie.kinderen(), Kinderen::TenLaste { .. });
        Ok(match wie {
            Overledene::Persoon(_) => is_gehuwd || is_ouder,
            Overledene::LaatsteKind => is_ouder || is_gehuwd && is_jong && heeft_kind,
        })
    }

    /// Who of the two is excluded; refused where nobody is left with a right. Art. 13, art. 11 lid 4.
    fn check_uitsluiting(
        &self,
        dag: Datum,
        huishouden: Option<&Huishouden>,
    ) -> Result<Option<(Persoon, Uitsluiting)>, MaandGeenRecht> {
        let partner = huishouden.and_then(|huishouden| huishouden.partner.as_ref());
        let van_aanvrager = self.find_uitsluiting(Persoon::Aanvrager, dag);
        let van_partner = partner.and_then(|_| self.find_uitsluiting(Persoon::Partner, dag));
        let heeft_partner_recht = partner.is_some_and(|p| p.heeft_recht) && van_partner.is_none();
        match (van_aanvrager, van_partner) {
            (Some(grond), _) if !heeft_partner_recht => Err(MaandGeenRecht::Uitgesloten {
                persoon: Persoon::Aanvrager,
                grond,
            }),
            (Some(grond), _) => Ok(Some((Persoon::Aanvrager, grond))),
            (None, Some(grond)) => Ok(Some((Persoon::Partner, grond))),
            (None, None) => Ok(None),
        }
    }

    fn find_uitsluiting(&self, persoon: Persoon, dag: Datum) -> Option<Uitsluiting> {
        let opgegeven = self.feiten.gebeurtenissen.iter().find_map(|g| match *g {
            Gebeurtenis::Uitgesloten {
                persoon: p,
                grond,
                dagen,
            } if p == persoon && dagen.contains(dag) => Some(grond),
            _ => None,
        });
        let [aanvrager, partner] = &self.buitenland;
        let dagen = match persoon {
            Persoon::Aanvrager => aanvrager,
            Persoon::Partner => partner,
        };
        let is_te_lang_weg = || dagen.binary_search(&dag).is_ok();
        opgegeven.or_else(|| is_te_lang_weg().then_some(Uitsluiting::Buitenland))
    }
}

/// Refuses a day on which the right is suspended or withdrawn. Art. 54 lid 1, lid 4. A suspension that nobody
/// ended holds for eight weeks.
fn check_recht(dag: Datum, dagen: Dagen, afloop: Afloop) -> Result<(), Maandreden> {
    match afloop {
        Afloop::Ingetrokken if dag >= dagen.van => {
            Err(MaandGeenRecht::Ingetrokken(dagen.van).into())
        }
        Afloop::Open if dagen.contains(dag) => {
            let weken = Reeksregel::OpschortingWeken.aantal(dagen.van)?;
            let einde = dagen
                .van
                .saturating_add(Span::new().weeks(i64::from(weken)));
            if dag < einde {
                return Err(MaandOnbepaald::Opgeschort(dagen.van).into());
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
