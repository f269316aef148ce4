//! The files of a month, as the administration knew the world by then.

use std::collections::HashSet;

use anyhow::{Context, anyhow};
use domain::recht::Maandbeeld;
use domain::statistiek::{
    Bedrag, Berichtgevercode, BusBestand, BusPersoon, BusRegel, BusUitkering, Einde, JaNee,
    Leefvorm, Leveringskop, Ontheffing, Persoonsgegevens, RedenEinde, RedenVermindering,
    Registratienummer, Release, Softwarepakket, SoortInkomsten, SrgBestand, SrgRegel,
    Statistiekcode, Vermindering,
};
use jiff::civil::date;
use primitives::{Datum, Maand};

use super::bedragen::{self, Maandbedragen, in_euros};
use super::huishouden::{Deel, Inwoner, Maatregel, Plek, Uitkering};
use super::verloop::Wereld;
use super::{Maandbestanden, Opdracht};

/// Income counts at most for so much of the norm, so that a benefit remains.
const INKOMEN_MAX_PROCENT: i32 = 70;

/// Months for which a quarter of the income is exempt (art. 31 lid 2 onder n).
const VRIJLATING_MAANDEN: i32 = 6;

/// Writes both files of a month.
pub(super) fn write_month(
    opdracht: &Opdracht,
    wereld: &Wereld,
    plek: Plek,
    maand: Maand,
) -> anyhow::Result<Maandbestanden> {
    let kop = Leveringskop {
        maand,
        berichtgevercode: code(Berichtgevercode::parse(&opdracht.gemeente.cijfers()))?,
        gemeente: opdracht.gemeente,
        softwarepakket: Softwarepakket::Ander,
        release: Release::parse(&format!("demo {}", maand.first_day().year())).ok(),
    };
    let schrijver = Schrijver {
        wereld,
        plek,
        kop,
        laatste_dag: maand.last_day(),
    };
    let mut bus = Vec::new();
    let mut srg = Vec::new();
    let mut in_srg = HashSet::new();
    for uitkering in wereld.uitkeringen.iter().filter(|u| u.is_in_file(plek)) {
        let is_beeindigd = uitkering.einde.is_some_and(|einde| einde.bekend_in <= plek);
        bus.extend(schrijver.benefit(uitkering)?);
        if !is_beeindigd {
            for deel in &uitkering.delen {
                let inwoner = schrijver.resident(deel.inwoner)?;
                if inwoner.is_in_beeld && in_srg.insert(deel.inwoner) {
                    srg.extend(schrijver.trajectory(inwoner));
                }
            }
        }
    }
    for begeleiding in &wereld.begeleiding {
        let is_er = begeleiding.van <= maand.last_day()
            && begeleiding
                .tot_en_met
                .is_none_or(|tot| tot >= maand.first_day());
        if is_er && in_srg.insert(begeleiding.inwoner) {
            srg.extend(schrijver.trajectory(schrijver.resident(begeleiding.inwoner)?));
        }
    }
    let fout = |fouten: domain::statistiek::Bestandsfouten| {
        anyhow!("{maand}: {fouten}: {:?}", fouten.list().first())
    };
    Ok(Maandbestanden {
        maand,
        bus: BusBestand::try_new(opdracht.gemeente, bus).map_err(fout)?,
        srg: SrgBestand::try_new(opdracht.gemeente, srg).map_err(fout)?,
    })
}

impl Uitkering {
    /// Whether a month's file holds it: once it is entered, up to and including the file that tells its end.
    fn is_in_file(&self, plek: Plek) -> bool {
        self.zichtbaar_vanaf <= plek && self.einde.is_none_or(|einde| plek <= einde.bekend_in)
    }
}

struct Schrijver<'a> {
    wereld: &'a Wereld,
    plek: Plek,
    kop: Leveringskop,
    laatste_dag: Datum,
}

/// What a person earns in the month, and how much of it counts.
struct Verrekening {
    soort: SoortInkomsten,
    bedrag: i32,
    telt: i32,
}

impl Schrijver<'_> {
    fn resident(&self, plaats: usize) -> anyhow::Result<&Inwoner> {
        self.wereld.inwoners.get(plaats).context("geen inwoner")
    }

    fn benefit(&self, uitkering: &Uitkering) -> anyhow::Result<Vec<BusRegel>> {
        let mut beeld = self.picture(uitkering)?;
        let norm = bedragen::norm(&beeld, self.laatste_dag)?;
        let aantal = i32::try_from(uitkering.delen.len())?;
        let ruimte = norm * INKOMEN_MAX_PROCENT / 100 / aantal;
        let verrekeningen: Vec<_> = uitkering
            .delen
            .iter()
            .map(|deel| self.set_off(deel, ruimte))
            .collect::<anyhow::Result<_>>()?;
        let maatregel = uitkering.maatregelen.iter().find(|m| m.plek == self.plek);
        let inkomsten: i32 = verrekeningen.iter().flatten().map(|v| v.telt).sum();
        beeld.inkomsten = in_euros(inkomsten);
        let verlaging =
            maatregel.map_or(0, |m| norm * i32::try_from(m.percentage).unwrap_or(0) / 100);
        beeld.vermindering = in_euros(verlaging);
        let bedragen = bedragen::calculate(&beeld, self.laatste_dag)?;
        let gedeeld = self.shared(uitkering, bedragen, inkomsten)?;
        let delen = uitkering.delen.iter().zip(verrekeningen).enumerate();
        delen
            .map(|(volgnummer, (deel, verrekening))| {
                Ok(BusRegel {
                    kop: self.kop.clone(),
                    uitkering: gedeeld.clone(),
                    persoon: self.person(uitkering, deel, verrekening, maatregel, volgnummer)?,
                })
            })
            .collect()
    }

    fn picture(&self, uitkering: &Uitkering) -> anyhow::Result<Maandbeeld> {
        let personen = uitkering.delen.iter().map(|deel| {
            let inwoner = self.resident(deel.inwoner)?;
            Ok(bedragen::persoon(
                inwoner.geboortedatum,
                uitkering.huisvesting,
            ))
        });
        let leefvorm = match uitkering.leefvorm {
            // Leefvorm 4 says nothing about the norm; the demo pays that of a single person.
            Leefvorm::Anders => Leefvorm::Alleenstaande,
            anders => anders,
        };
        Ok(Maandbeeld {
            leefvorm: Some(leefvorm),
            aantal_kostendelers: uitkering.kostendelers,
            personen: personen.collect::<anyhow::Result<_>>()?,
            inkomsten: in_euros(0),
            vermindering: in_euros(0),
        })
    }

    fn set_off(&self, deel: &Deel, ruimte: i32) -> anyhow::Result<Option<Verrekening>> {
        let Some(inkomen) = deel.inkomen_in(self.plek) else {
            return Ok(None);
        };
        // Hours differ from month to month; the sum of place and amount stands for chance.
        let schommeling = (inkomen.bedrag + self.plek * 37) % 61 - 30;
        let bedrag = (inkomen.bedrag + schommeling).clamp(20, ruimte.max(20));
        let is_27 =
            primitives::leeftijd_op(self.resident(deel.inwoner)?.geboortedatum, self.laatste_dag)
                .is_some_and(|jaren| jaren >= 27);
        let is_nieuw = self.plek - inkomen.vanaf < VRIJLATING_MAANDEN;
        let vrij = if inkomen.soort == SoortInkomsten::Arbeid && is_27 && is_nieuw {
            bedragen::vrijlating(bedrag, self.laatste_dag)?
        } else {
            0
        };
        Ok(Some(Verrekening {
            soort: inkomen.soort,
            bedrag,
            telt: bedrag - vrij,
        }))
    }

    fn shared(
        &self,
        uitkering: &Uitkering,
        bedragen: Maandbedragen,
        inkomsten: i32,
    ) -> anyhow::Result<BusUitkering> {
        let nummer = format!("U{}-{:06}", self.kop.gemeente.cijfers(), uitkering.nummer);
        Ok(BusUitkering {
            registratienummer: code(Registratienummer::parse(&nummer))?,
            statistiekcode: Statistiekcode::AlgemeneBijstand,
            classificatie_bbz: None,
            leefvorm: Some(uitkering.leefvorm),
            aantal_kostendelers: uitkering.kostendelers,
            bedrag_norm: Some(code(Bedrag::try_new(bedragen.norm))?),
            bedrag_vermindering: Some(code(Bedrag::try_new(bedragen.vermindering))?),
            bedrag_inkomsten: Some(code(Bedrag::try_new(inkomsten))?),
            betaalbaar_gesteld: code(Bedrag::try_new(
                self.pro_rata(uitkering, bedragen.uitbetaling),
            ))?,
            datum_invoering: Some(uitkering.invoering),
            cluster: None,
        })
    }

    /// What is paid for the days of the month with a right.
    fn pro_rata(&self, uitkering: &Uitkering, uitbetaling: i32) -> i32 {
        let eerste_dag = self.kop.maand.first_day();
        let van = uitkering.aanvang.max(eerste_dag);
        let einde = uitkering.einde.filter(|einde| einde.bekend_in <= self.plek);
        let tot_en_met = einde.map_or(self.laatste_dag, |einde| einde.datum.min(self.laatste_dag));
        let dagen = ((tot_en_met - van).get_days() + 1).max(0);
        uitbetaling * dagen / i32::from(self.laatste_dag.day())
    }

    fn person(
        &self,
        uitkering: &Uitkering,
        deel: &Deel,
        verrekening: Option<Verrekening>,
        maatregel: Option<&Maatregel>,
        volgnummer: usize,
    ) -> anyhow::Result<BusPersoon> {
        let is_ontheven = deel.ontheffing != Ontheffing::Geen;
        let is_blijvend = deel.ontheffing == Ontheffing::Arbeidsongeschikt;
        let jaar = self.laatste_dag.year();
        let einde = uitkering.einde.filter(|einde| einde.bekend_in <= self.plek);
        Ok(BusPersoon {
            wie: particulars(self.resident(deel.inwoner)?),
            huisvesting: Some(uitkering.huisvesting),
            aanvangsdatum: uitkering.aanvang,
            einde: einde.map(|einde| Einde {
                datum: einde.datum,
                // The second of a couple ends because the first does.
                reden: if volgnummer == 0 {
                    einde.reden
                } else {
                    RedenEinde::Partner
                },
            }),
            ontheffing: Some(deel.ontheffing),
            einddatum_ontheffing: (is_ontheven && !is_blijvend).then(|| date(jaar, 12, 31)),
            reden_einde_ontheffing: None,
            tegenprestatie: Some(if deel.doet_tegenprestatie {
                JaNee::Ja
            } else {
                JaNee::Nee
            }),
            vermindering: maatregel.map(|m| Vermindering {
                reden: if volgnummer == 0 {
                    m.reden
                } else {
                    RedenVermindering::Partner
                },
                aanvang: self.kop.maand.first_day(),
                einde: Some(self.laatste_dag),
            }),
            soort_inkomsten: verrekening.as_ref().map(|v| v.soort),
            bedrag_inkomsten: verrekening
                .as_ref()
                .map(|v| Bedrag::try_new(v.bedrag))
                .transpose()
                .map_err(anyhow::Error::msg)?,
            vrijlating: Some(if verrekening.is_some_and(|v| v.telt < v.bedrag) {
                JaNee::Ja
            } else {
                JaNee::Nee
            }),
        })
    }

    /// A record for each provision of the month, or one without.
    fn trajectory(&self, inwoner: &Inwoner) -> Vec<SrgRegel> {
        let laatste_dag = self.laatste_dag;
        let positie = inwoner
            .metingen
            .iter()
            .rfind(|m| m.begindatum <= laatste_dag);
        let kaal = SrgRegel {
            kop: self.kop.clone(),
            wie: particulars(inwoner),
            positie: positie.copied(),
            arbeidsvermogen: Some(inwoner.arbeidsvermogen),
            voorziening: None,
        };
        let eerste_dag = self.kop.maand.first_day();
        let met: Vec<_> = inwoner
            .voorzieningen
            .iter()
            .filter(|v| {
                v.begindatum <= laatste_dag && v.einde.is_none_or(|e| e.datum >= eerste_dag)
            })
            .map(|voorziening| {
                let mut voorziening = voorziening.clone();
                voorziening.einde = voorziening.einde.filter(|einde| einde.datum <= laatste_dag);
                SrgRegel {
                    voorziening: Some(voorziening),
                    ..kaal.clone()
                }
            })
            .collect();
        if met.is_empty() { vec![kaal] } else { met }
    }
}

fn particulars(inwoner: &Inwoner) -> Persoonsgegevens {
    Persoonsgegevens {
        bsn: inwoner.bsn.clone(),
        geboortedatum: inwoner.geboortedatum,
        geslacht: inwoner.geslacht,
    }
}

fn code<T, E: std::fmt::Display>(uitkomst: Result<T, E>) -> anyhow::Result<T> {
    uitkomst.map_err(|fout| anyhow!("{fout}"))
}
