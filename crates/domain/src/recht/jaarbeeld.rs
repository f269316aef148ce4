//! What a municipality itself gives a standard household in a year, at an income around the norm.
//!
//! Four households and six incomes make municipalities comparable. What the law gives everywhere alike is left out;
//! what depends on an application with costs (bijzondere bijstand) cannot be told beforehand.

use primitives::{Datum, Geld, Moment, Percentage, parse_datum};

use super::{
    IitBeleid, Kinderen, Leefsituatie, Leeftijd, Norm, Normentabel, Partner, Toeslagfeiten,
    Verblijf, calculate_iit, norm,
};
use crate::beleid::{Beleid, Geldend};

/// Longer than any council demands: a standard household has had its income for ever.
const MAANDEN_LAAG_INKOMEN: u32 = 1200;

/// The incomes at which households are compared, as a percentage of their norm.
pub const INKOMENS: [u32; 6] = [100, 110, 120, 130, 140, 150];

/// A household to compare by: adults of 40, without means, in a home of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standaardhuishouden {
    /// Alone.
    Alleenstaande,
    /// Alone with a child of 8.
    AlleenstaandeOuder,
    /// Two adults.
    Paar,
    /// Two adults with children of 8 and 14.
    PaarMetTweeKinderen,
}

/// A part of what a household gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jaardeel {
    /// Which scheme.
    pub naam: &'static str,
    /// How much a year; nothing where the income is too high.
    pub bedrag: Geld,
    /// The decision from which it follows, as people cite it.
    pub besluit: Option<String>,
}

/// What a household gets from its municipality in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jaarbeeld {
    /// What was decided about, each scheme once.
    pub delen: Vec<Jaardeel>,
    /// The schemes for which the municipality decided too little to calculate.
    pub niet_vastgesteld: Vec<&'static str>,
}

impl Standaardhuishouden {
    /// Every household, in the order of the pages.
    pub const ALL: [Self; 4] = [
        Self::Alleenstaande,
        Self::AlleenstaandeOuder,
        Self::Paar,
        Self::PaarMetTweeKinderen,
    ];

    /// The name in data: `alleenstaande-ouder`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Alleenstaande => "alleenstaande",
            Self::AlleenstaandeOuder => "alleenstaande-ouder",
            Self::Paar => "paar",
            Self::PaarMetTweeKinderen => "paar-met-twee-kinderen",
        }
    }

    /// The name on pages.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Alleenstaande => "Alleenstaande",
            Self::AlleenstaandeOuder => "Alleenstaande ouder met een kind van 8",
            Self::Paar => "Paar",
            Self::PaarMetTweeKinderen => "Paar met kinderen van 8 en 14",
        }
    }

    const fn volwassenen(self) -> i64 {
        match self {
            Self::Alleenstaande | Self::AlleenstaandeOuder => 1,
            Self::Paar | Self::PaarMetTweeKinderen => 2,
        }
    }

    /// Children below 12 and from 12.
    const fn kinderen(self) -> (i64, i64) {
        match self {
            Self::Alleenstaande | Self::Paar => (0, 0),
            Self::AlleenstaandeOuder => (1, 0),
            Self::PaarMetTweeKinderen => (1, 1),
        }
    }

    fn leefsituatie(self) -> Option<Leefsituatie> {
        // On any day of the comparison this birthday gives an adult below pension age; only that counts here.
        let volwassene = Leeftijd::op(parse_datum("1986-01-01")?, parse_datum("2026-01-01")?)?;
        let partner = (self.volwassenen() == 2).then_some(Partner {
            leeftijd: Some(volwassene),
            heeft_recht: true,
        });
        let kinderen = match self.kinderen() {
            (0, 0) => Kinderen::Geen,
            _ => Kinderen::TenLaste { jongste: Some(8) },
        };
        Leefsituatie::try_new(volwassene, partner, kinderen, 0, Verblijf::Woning).ok()
    }

    /// What the municipality gives in a year to this household with an income of `inkomen` per cent of its norm,
    /// by the policy of `peildatum` as known on `bekend_op`; none on a day of which the norms are not known.
    pub fn calculate_jaarbeeld(
        self,
        beleid: &Beleid,
        inkomen: Percentage,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<Jaarbeeld> {
        let situatie = self.leefsituatie()?;
        let normen = Normentabel::wettelijk().op(peildatum)?;
        let norm = norm::calculate_norm(&situatie, normen).ok()?;
        let vraag = Vraag {
            huishouden: self,
            situatie,
            norm,
            inkomen,
            beleid,
            peildatum,
            bekend_op,
        };
        let mut beeld = Jaarbeeld {
            delen: Vec::new(),
            niet_vastgesteld: Vec::new(),
        };
        for (naam, deel) in [
            ("individuele inkomenstoeslag", vraag.inkomenstoeslag()),
            ("meedoenregeling", vraag.meedoen()),
            ("collectieve zorgverzekering", vraag.zorgverzekering()),
        ] {
            match deel {
                Some((bedrag, besluit)) => beeld.delen.push(Jaardeel {
                    naam,
                    bedrag,
                    besluit,
                }),
                None => beeld.niet_vastgesteld.push(naam),
            }
        }
        Some(beeld)
    }
}

impl Jaarbeeld {
    /// Everything together.
    pub fn totaal(&self) -> Geld {
        self.delen.iter().map(|deel| deel.bedrag).sum()
    }
}

/// An amount a year with the decision from which it follows.
type Uitkomst = Option<(Geld, Option<String>)>;

struct Vraag<'a> {
    huishouden: Standaardhuishouden,
    situatie: Leefsituatie,
    norm: Norm,
    inkomen: Percentage,
    beleid: &'a Beleid,
    peildatum: Datum,
    bekend_op: Moment,
}

impl Vraag<'_> {
    /// Participatiewet art. 36, with what the council adds for children.
    fn inkomenstoeslag(&self) -> Uitkomst {
        let beleid = IitBeleid::in_force(self.beleid, self.peildatum, self.bekend_op);
        let basis = beleid.bedrag(self.situatie.leefvorm()).ok()?;
        let (besluit, _) = (basis.besluit.clone(), beleid.inkomensgrens.as_ref()?);
        beleid.referteperiode.as_ref()?;
        let feiten = Toeslagfeiten {
            maanden_laag_inkomen: MAANDEN_LAAG_INKOMEN,
            inkomen: self.norm.bedrag.part(self.inkomen),
            laatste_toekenning: None,
            uitzicht_op_verbetering: false,
        };
        let berekening = calculate_iit(self.peildatum, &self.situatie, None, &feiten, &beleid);
        let Ok(bedrag) = berekening.uitkomst else {
            return Some((Geld::NUL, besluit));
        };
        let op_de_dag = self.percentage("iit.inkomensgrens.peildatum");
        if op_de_dag.is_some_and(|grens| self.inkomen > grens.waarde) {
            return Some((Geld::NUL, besluit));
        }
        Some((bedrag + self.kindtoeslag(), besluit))
    }

    fn kindtoeslag(&self) -> Geld {
        let (jong, ouder) = self.huishouden.kinderen();
        match jong + ouder {
            0 => Geld::NUL,
            aantal => {
                let bedrag = |sleutel| self.bedrag(sleutel).map_or(Geld::NUL, |g| g.waarde);
                let volgende = bedrag("iit.kindtoeslag.volgende");
                bedrag("iit.kindtoeslag.eerste") + times(volgende, aantal - 1)
            }
        }
    }

    /// Gemeentewet art. 108: an amount for each person by age.
    fn meedoen(&self) -> Uitkomst {
        let grens = self.percentage("meedoen.inkomensgrens")?;
        let (jong, ouder) = self.huishouden.kinderen();
        let volwassene = self.bedrag("meedoen.bedrag.volwassene")?;
        let bedrag = times(volwassene.waarde, self.huishouden.volwassenen())
            + times(self.bedrag("meedoen.bedrag.kind-tot-12")?.waarde, jong)
            + times(self.bedrag("meedoen.bedrag.kind-vanaf-12")?.waarde, ouder);
        Some((self.up_to(&grens, bedrag), volwassene.besluit))
    }

    /// Participatiewet art. 35 lid 3: a share in the premium of each adult, twelve months.
    fn zorgverzekering(&self) -> Uitkomst {
        let grens = self.percentage("zorgverzekering.inkomensgrens")?;
        let bijdrage = self.bedrag("zorgverzekering.bijdrage")?;
        let bedrag = times(bijdrage.waarde, 12 * self.huishouden.volwassenen());
        Some((
            self.up_to(&grens, bedrag),
            bijdrage.besluit.or(grens.besluit),
        ))
    }

    fn up_to(&self, grens: &Geldend<Percentage>, bedrag: Geld) -> Geld {
        if self.inkomen <= grens.waarde {
            bedrag
        } else {
            Geld::NUL
        }
    }

    fn bedrag(&self, sleutel: &str) -> Option<Geldend<Geld>> {
        self.beleid
            .find_bedrag(sleutel, self.peildatum, self.bekend_op)
    }

    fn percentage(&self, sleutel: &str) -> Option<Geldend<Percentage>> {
        self.beleid
            .find_percentage(sleutel, self.peildatum, self.bekend_op)
    }
}

fn times(bedrag: Geld, maal: i64) -> Geld {
    bedrag.fraction(maal, 1)
}

#[cfg(test)]
mod tests {
    use primitives::{BesluitId, GemeenteCode, Periode, WaardeId, id_at};

    use super::Standaardhuishouden as S;
    use super::*;
    use crate::beleid::{Besluitverwijzing, Orgaan, Sleutel, Vastgesteld, Waarde, catalogus};

    fn dag(tekst: &str) -> Datum {
        parse_datum(tekst).unwrap()
    }

    fn beleid(waarden: &[(&str, &str)]) -> Beleid {
        let waarde = |(nummer, (sleutel, waarde)): (usize, &(&str, &str))| {
            let parameter = catalogus().find(sleutel).unwrap();
            let nummer = u64::try_from(nummer).unwrap();
            let regime = parameter.regime_on(dag("2026-01-01")).unwrap();
            Vastgesteld {
                id: WaardeId::new(id_at(Moment::UNIX_EPOCH, nummer)),
                sleutel: Sleutel::parse(sleutel).unwrap(),
                waarde: Some(Waarde::parse(parameter.soort, waarde).unwrap()),
                periode: Periode::try_new(dag("2026-01-01"), None).unwrap(),
                gebied: None,
                besluit: Besluitverwijzing {
                    id: BesluitId::new(id_at(Moment::UNIX_EPOCH, nummer)),
                    gemeente: GemeenteCode::parse("GM0294").unwrap(),
                    orgaan: regime.bevoegd.orgaan().unwrap_or(Orgaan::Raad),
                    nummer: "1".into(),
                    titel: "Verordening".into(),
                    vergaderdatum: dag("2025-12-01"),
                },
                bekend_op: Moment::UNIX_EPOCH,
                corrigeert: None,
            }
        };
        Beleid::new(waarden.iter().enumerate().map(waarde).collect())
    }

    fn totaal(beleid: &Beleid, wie: Standaardhuishouden, procent: u32) -> String {
        let inkomen = Percentage::from_whole(procent);
        let beeld = wie
            .calculate_jaarbeeld(beleid, inkomen, dag("2026-03-01"), Moment::MAX)
            .unwrap();
        beeld.totaal().to_string()
    }

    const IIT: [(&str, &str); 7] = [
        ("iit.bedrag.alleenstaande", "350.00"),
        ("iit.bedrag.alleenstaande-ouder", "450.00"),
        ("iit.bedrag.gehuwden", "500.00"),
        ("iit.referteperiode", "36"),
        ("iit.inkomensgrens", "110"),
        ("iit.kindtoeslag.eerste", "130.00"),
        ("iit.kindtoeslag.volgende", "68.00"),
    ];

    #[test]
    fn a_scheme_stops_above_its_own_limit() {
        let beleid = beleid(
            &[
                IIT.as_slice(),
                &[
                    ("meedoen.inkomensgrens", "120"),
                    ("meedoen.bedrag.volwassene", "100.00"),
                    ("meedoen.bedrag.kind-tot-12", "200.00"),
                    ("meedoen.bedrag.kind-vanaf-12", "250.00"),
                    ("zorgverzekering.inkomensgrens", "130"),
                    ("zorgverzekering.bijdrage", "10.00"),
                ],
            ]
            .concat(),
        );
        for (wie, procent, verwacht) in [
            (S::Alleenstaande, 100, "570.00"),
            (S::Alleenstaande, 110, "570.00"),
            (S::Alleenstaande, 120, "220.00"),
            (S::Alleenstaande, 130, "120.00"),
            (S::Alleenstaande, 140, "0.00"),
            // 450 + 130 of the toeslag, 100 + 200 to take part, 120 of the insurance.
            (S::AlleenstaandeOuder, 100, "1000.00"),
            (S::Paar, 100, "940.00"),
            // 500 + 130 + 68, 2 x 100 + 200 + 250, 240.
            (S::PaarMetTweeKinderen, 100, "1588.00"),
            (S::PaarMetTweeKinderen, 150, "0.00"),
        ] {
            assert_eq!(
                totaal(&beleid, wie, procent),
                verwacht,
                "{wie:?} {procent}%"
            );
        }
    }

    #[test]
    fn a_second_test_on_the_day_itself_counts_too() {
        let grens = [IIT.as_slice(), &[("iit.inkomensgrens.peildatum", "105")]].concat();
        let beleid = beleid(&grens);
        assert_eq!(totaal(&beleid, Standaardhuishouden::Paar, 100), "500.00");
        assert_eq!(totaal(&beleid, Standaardhuishouden::Paar, 110), "0.00");
    }

    #[test]
    fn what_was_not_decided_is_named_and_not_counted_as_nothing() {
        let beeld = Standaardhuishouden::Paar
            .calculate_jaarbeeld(
                &beleid(&IIT),
                Percentage::HONDERD,
                dag("2026-03-01"),
                Moment::MAX,
            )
            .unwrap();
        assert_eq!(
            beeld.niet_vastgesteld,
            ["meedoenregeling", "collectieve zorgverzekering"]
        );
        assert_eq!(
            beeld.delen[0].besluit.as_deref(),
            Some("Raadsbesluit 1 (GM0294)")
        );
        let leeg = Standaardhuishouden::Paar.calculate_jaarbeeld(
            &Beleid::default(),
            Percentage::HONDERD,
            dag("2026-03-01"),
            Moment::MAX,
        );
        assert_eq!(leeg.unwrap().delen, []);
    }
}
