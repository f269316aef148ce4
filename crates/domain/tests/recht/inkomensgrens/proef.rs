//! One household, asked by what work shows and by the schemes themselves, with the same decisions.

use domain::beleid::{Beleid, Besluitverwijzing, Orgaan, Sleutel, Vastgesteld, Waarde, catalogus};
use domain::recht::armoedeval::{Lokaalbeleid, Werkrekenaar, Werkvraag};
use domain::recht::regelingen::{
    Bijzonderfeiten, Kostenoordeel, Kostenpost, Minimafeiten, Minimasoort, Regelingsaanvraag,
    Regelingsberekening, Regelingsfeiten, Waarden,
};
use domain::recht::{
    Bijstandsbeleid, IitBeleid, Inkomst, Inkomstensoort, Persoon, Reden, Toeslagfeiten,
    calculate_iit,
};
use primitives::{
    BesluitId, Datum, Geld, GemeenteCode, Moment, Periode, WaardeId, id_at, parse_datum,
};

use super::huishoudens::Huishouden;

fn dag() -> Datum {
    parse_datum("2026-03-01").unwrap()
}

/// What council and college decided, with every scheme up to the same part of the norm.
pub fn beleid(grens: &str, anders: &[(&str, &str)]) -> Beleid {
    let waarden = [
        ("iit.bedrag.alleenstaande", "480.00"),
        ("iit.bedrag.alleenstaande-ouder", "600.00"),
        ("iit.bedrag.gehuwden", "720.00"),
        ("iit.referteperiode", "36"),
        ("iit.inkomensgrens", grens),
        ("iit.kindtoeslag.eerste", "120.00"),
        ("iit.kindtoeslag.volgende", "60.00"),
        ("meedoen.inkomensgrens", grens),
        ("meedoen.vermogenstoets", "ja"),
        ("meedoen.bedrag.volwassene", "240.00"),
        ("meedoen.bedrag.kind-tot-12", "144.00"),
        ("meedoen.bedrag.kind-vanaf-12", "216.00"),
        ("zorgverzekering.inkomensgrens", grens),
        ("zorgverzekering.bijdrage", "25.00"),
        ("bijzondere-bijstand.draagkracht.vrij-tot", grens),
        ("norm.verlaging.woonsituatie", "20"),
        ("norm.verlaging.nachtopvang", "30"),
        ("norm.verlaging.schoolverlater", "10"),
        ("norm.verlaging.schoolverlater.duur", "6"),
    ];
    let is_anders = |sleutel: &str| anders.iter().any(|(ander, _)| *ander == sleutel);
    let waarden = waarden.iter().filter(|(sleutel, _)| !is_anders(sleutel));
    // What is told as nothing was not decided.
    let anders = anders.iter().filter(|(_, waarde)| !waarde.is_empty());
    Beleid::new((0..).zip(waarden.chain(anders)).map(decided).collect())
}

fn decided((nummer, (sleutel, waarde)): (u64, &(&str, &str))) -> Vastgesteld {
    let parameter = catalogus().find(sleutel).unwrap();
    let bevoegd = &parameter.regime_on(dag()).unwrap().bevoegd;
    Vastgesteld {
        id: WaardeId::new(id_at(Moment::UNIX_EPOCH, nummer)),
        sleutel: Sleutel::parse(sleutel).unwrap(),
        waarde: Some(Waarde::parse(parameter.soort, waarde).unwrap()),
        periode: Periode::try_new(parse_datum("2026-01-01").unwrap(), None).unwrap(),
        gebied: None,
        besluit: Besluitverwijzing {
            id: BesluitId::new(id_at(Moment::UNIX_EPOCH, nummer)),
            gemeente: GemeenteCode::parse("GM0294").unwrap(),
            orgaan: bevoegd.orgaan().unwrap_or(Orgaan::Raad),
            nummer: "1".into(),
            titel: "Verordening".into(),
            vergaderdatum: parse_datum("2025-12-01").unwrap(),
        },
        bekend_op: Moment::UNIX_EPOCH,
        corrigeert: None,
    }
}

/// A household, asked both ways by the same decisions.
pub struct Proef<'a> {
    wie: &'a Huishouden,
    beleid: &'a Beleid,
    norm: Bijstandsbeleid,
}

impl<'a> Proef<'a> {
    pub fn new(wie: &'a Huishouden, beleid: &'a Beleid) -> Self {
        let norm = Bijstandsbeleid::in_force(beleid, dag(), Moment::MAX);
        Self { wie, beleid, norm }
    }

    /// What work gives it with another income that it keeps.
    pub fn rekenaar(&self, ander: Geld) -> Werkrekenaar {
        let inkomst = Inkomst {
            persoon: Persoon::Aanvrager,
            soort: Inkomstensoort::Overig,
            bedrag: ander,
            vrijlating: None,
            maanden_gebruikt: None,
        };
        let vraag = Werkvraag {
            dag: dag(),
            situatie: self.wie.situatie,
            kinderen: Some(self.wie.telling()),
            inkomsten: Vec::from_iter((!ander.is_nul()).then_some(inkomst)),
            vermogen: self.wie.vermogen,
            verlaging: None,
            vrijlating: None,
            maanden_gebruikt: None,
        };
        let lokaal = Lokaalbeleid::in_force(self.beleid, dag(), Moment::MAX);
        Werkrekenaar::try_new(vraag, &lokaal).unwrap()
    }

    fn aanvraag(&self) -> Regelingsaanvraag<'_> {
        Regelingsaanvraag {
            peildatum: dag(),
            situatie: &self.wie.situatie,
            vermogen: self.wie.vermogen,
            bijstandsbeleid: &self.norm,
        }
    }

    /// What the scheme itself gives per month at an income, of the insurance for one insured; none where that is unknown.
    pub fn scheme(&self, sleutel: &str, inkomen: Geld) -> Option<Geld> {
        let (uitkomst, delen) = match sleutel {
            "iit" => (self.toeslag(inkomen), 12),
            "meedoen" => (self.minima(Minimasoort::Meedoen, inkomen), 12),
            _ => {
                let volwassenen = 1 + i64::from(self.wie.situatie.partner().is_some());
                (
                    self.minima(Minimasoort::Zorgverzekering, inkomen),
                    volwassenen,
                )
            }
        };
        match uitkomst {
            Ok(bedrag) => Some(bedrag.fraction(1, delen)),
            Err(Reden::GeenRecht(_)) => Some(Geld::NUL),
            Err(Reden::Onbepaald(_)) => None,
        }
    }

    fn toeslag(&self, inkomen: Geld) -> Result<Geld, Reden> {
        let feiten = Toeslagfeiten {
            maanden_laag_inkomen: 36,
            inkomen,
            inkomen_peildatum: Some(inkomen),
            deel: None,
            overgang: None,
            kinderen: Some(u32::try_from(self.wie.kinderen.len()).unwrap()),
            laatste_toekenning: None,
            uitzicht_op_verbetering: false,
        };
        let beleid = IitBeleid::in_force(self.beleid, dag(), Moment::MAX);
        calculate_iit(&self.aanvraag(), &feiten, &beleid).uitkomst
    }

    fn minima(&self, soort: Minimasoort, inkomen: Geld) -> Result<Geld, Reden> {
        let feiten = Regelingsfeiten::Minimaregeling(Minimafeiten {
            soort,
            inkomen,
            deelnemers: self.wie.deelnemers(),
        });
        let berekening = self.calculate(&feiten);
        let uitkomst = berekening.uitkomst().map_err(Clone::clone)?;
        Ok(uitkomst.unwrap())
    }

    fn calculate(&self, feiten: &Regelingsfeiten) -> Regelingsberekening {
        let waarden = Waarden::in_force(feiten.gebruik(), self.beleid, dag(), Moment::MAX);
        feiten.calculate(&self.aanvraag(), &waarden)
    }

    /// The income above which something counts for bijzondere bijstand, told by the calculation of a cost.
    pub fn draagkracht_vanaf(&self, inkomen: Geld) -> Option<Geld> {
        let kosten = Kostenpost {
            soort: "Verhuizing".to_owned(),
            bedrag: Geld::from_cents(500_000),
            maanden: None,
            oordeel: Kostenoordeel::Telt,
            leengrond: None,
            is_lening: false,
        };
        let feiten = Regelingsfeiten::BijzondereBijstand(Bijzonderfeiten {
            kosten: vec![kosten],
            eerdere_kosten: Geld::NUL,
            inkomen,
            draagkracht_gebruikt: Geld::NUL,
            draagkracht_maanden: Some(12),
            draagkracht_begin: Some(dag()),
            afwijking: None,
        });
        let Regelingsberekening::BijzondereBijstand(met) = self.calculate(&feiten) else {
            panic!("bijzondere bijstand")
        };
        let draagkracht = met.1.draagkracht.unwrap();
        draagkracht.treden.first().map(|trede| trede.vanaf)
    }

    /// Each scheme at an income besides bijstand: what work shows of it, and what it gives itself.
    pub fn list_beide(&self, ander: Geld) -> [(&'static str, Option<Geld>, Option<Geld>); 3] {
        let rekenaar = self.rekenaar(ander);
        let punt = rekenaar.calculate(Geld::NUL).unwrap();
        ["iit", "meedoen", "zorgverzekering"].map(|sleutel| {
            let mut bekend = rekenaar.regelingen().iter();
            let plek = bekend.position(|regeling| regeling.sleutel == sleutel);
            let hier = plek.map(|plek| punt.regelingen[plek]);
            (sleutel, hier, self.scheme(sleutel, ander + punt.bijstand))
        })
    }

    pub fn compare(&self, ander: Geld) {
        for (sleutel, hier, zelf) in self.list_beide(ander) {
            assert_eq!(hier, zelf, "{sleutel} of {} at {ander}", self.wie.naam);
        }
    }
}
