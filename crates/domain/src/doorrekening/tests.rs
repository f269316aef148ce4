//! Properties of the calculation on caseloads of every kind.

use jiff::civil::date;
use primitives::{Datum, Geld, Maand, Percentage};
use proptest::prelude::*;

use super::*;
use crate::beleid::Waarde;
use crate::recht::regelingen::Regelingsaanvraag;
use crate::recht::{
    IitBeleid, Kader, Leefsituatie, Maandbeeld, Maandbeeldpersoon, Toeslagfeiten, Vermogen,
    calculate_iit,
};
use crate::statistiek::{Huisvesting, Leefvorm};

const PEILDATUM: Datum = date(2026, 10, 1);

fn maand() -> Maand {
    Maand::parse("2026-10").unwrap()
}

fn vanaf() -> Datum {
    date(2027, 1, 1)
}

/// A record by a few choices; its other facts are ordinary.
#[derive(Clone, Copy, Debug)]
struct Regel {
    leefvorm: Leefvorm,
    geboren: Datum,
    huisvesting: Huisvesting,
    inkomsten: i32,
    vermindering: i32,
    aanvang: Datum,
}

const ALLEEN: Regel = Regel {
    leefvorm: Leefvorm::Alleenstaande,
    geboren: date(1985, 5, 5),
    huisvesting: Huisvesting::Huurder,
    inkomsten: 0,
    vermindering: 0,
    aanvang: date(2020, 1, 1),
};

impl Regel {
    fn beeld(&self) -> Maandbeeld {
        let persoon = Maandbeeldpersoon {
            geboortedatum: self.geboren,
            huisvesting: Some(self.huisvesting),
        };
        let aantal = if self.leefvorm == Leefvorm::GehuwdenEnSamenwonenden {
            2
        } else {
            1
        };
        Maandbeeld {
            leefvorm: Some(self.leefvorm),
            aantal_kostendelers: None,
            personen: vec![persoon; aantal],
            inkomsten: Geld::from_cents(self.inkomsten * 100),
            vermindering: Geld::from_cents(self.vermindering * 100),
        }
    }

    fn huishouden(&self) -> Result<Rekenhuishouden, NietTeBerekenen> {
        Rekenhuishouden::try_new(&self.beeld(), (self.aanvang, PEILDATUM), None, &nu().into())
    }
}

fn bestand(regels: &[Regel]) -> Rekenbestand {
    let (goed, fout): (Vec<_>, Vec<_>) = regels
        .iter()
        .map(Regel::huishouden)
        .partition(Result::is_ok);
    let huishoudens = goed.into_iter().flatten().collect();
    Rekenbestand::try_new(huishoudens, u32::try_from(fout.len()).unwrap()).unwrap()
}

fn wijziging(sleutel: &str, waarde: &str) -> Wijziging {
    let parameter = Rekenparameter::from_sleutel(sleutel).unwrap();
    let soort = parameter
        .parameter(crate::beleid::catalogus())
        .unwrap()
        .soort;
    let waarde = Waarde::parse(soort, waarde).unwrap();
    Wijziging { parameter, waarde }
}

fn nu() -> Rekenset {
    Rekenset::default().with(&[
        wijziging("iit.bedrag.alleenstaande", "400.00"),
        wijziging("iit.bedrag.alleenstaande-ouder", "500.00"),
        wijziging("iit.bedrag.gehuwden", "550.00"),
        wijziging("iit.referteperiode", "36"),
        wijziging("iit.inkomensgrens", "110"),
        wijziging("maatregel.categorie.1", "5"),
        wijziging("maatregel.categorie.2", "30"),
        wijziging("maatregel.categorie.3", "100"),
    ])
}

fn run(regels: &[Regel], wijzigingen: Vec<Wijziging>) -> Doorrekening {
    let vraag = Rekenvraag::restore(vanaf(), wijzigingen);
    calculate_doorrekening(&bestand(regels), maand(), &nu().into(), &vraag)
}

fn geld(tekst: &str) -> Geld {
    Geld::parse(tekst).unwrap()
}

#[test]
fn a_higher_toeslag_is_a_gain_for_who_gets_it_and_costs_their_number() {
    let kort = Regel {
        aanvang: date(2025, 1, 1),
        ..ALLEEN
    };
    let regels = [vec![ALLEEN; 25], vec![kort; 15]].concat();
    let uit = run(
        &regels,
        vec![wijziging("iit.bedrag.alleenstaande", "450.00")],
    );
    assert_eq!((uit.totaal.wint, uit.totaal.gelijk), (25, 15));
    assert_eq!((uit.te_kort.nu, uit.te_kort.straks), (15, 15));
    let eerste = uit.kosten[0];
    assert_eq!((eerste.jaar, eerste.dagen), (2027, 365));
    assert_eq!(eerste.inkomenstoeslag.nu, Some(geld("10000.00")));
    assert_eq!(eerste.inkomenstoeslag.verschil, Some(geld("1250.00")));
    assert_eq!(uit.kosten.len(), 4);
    assert_eq!(uit.verdeling[5].aantal, 25);
}

#[test]
fn the_first_year_counts_from_the_day_on() {
    let vraag = Rekenvraag::restore(
        date(2027, 12, 31),
        vec![wijziging("iit.bedrag.alleenstaande", "765.00")],
    );
    let uit = calculate_doorrekening(&bestand(&[ALLEEN; 10]), maand(), &nu().into(), &vraag);
    // One day of 365 of ten times 365,00.
    assert_eq!(uit.kosten[0].totaal.verschil, Some(geld("10.00")));
    assert_eq!(uit.kosten[1].totaal.verschil, Some(geld("3650.00")));
    assert_eq!(uit.kosten[1].dagen, 366);
}

#[test]
fn a_shorter_reference_period_reaches_who_has_a_benefit_for_less_long() {
    let kort = Regel {
        aanvang: date(2025, 1, 1),
        ..ALLEEN
    };
    let regels = [vec![ALLEEN; 20], vec![kort; 20]].concat();
    let uit = run(&regels, vec![wijziging("iit.referteperiode", "12")]);
    assert_eq!((uit.totaal.wint, uit.totaal.gelijk), (20, 20));
    assert_eq!((uit.te_kort.nu, uit.te_kort.straks), (20, 0));
}

#[test]
fn who_has_no_dwelling_loses_and_of_who_lives_in_it_is_not_known() {
    let adresloos = Regel {
        huisvesting: Huisvesting::Adresloos,
        ..ALLEEN
    };
    let inwonend = Regel {
        huisvesting: Huisvesting::Inwonend,
        ..ALLEEN
    };
    let regels = [vec![ALLEEN; 30], vec![adresloos; 12], vec![inwonend; 11]].concat();
    let uit = run(
        &regels,
        vec![wijziging("norm.verlaging.woonsituatie", "20")],
    );
    let Telling {
        wint,
        verliest,
        gelijk,
        onbepaald,
    } = uit.totaal;
    assert_eq!((wint, verliest, gelijk, onbepaald), (0, 12, 30, 11));
    // 20% of 1.419,46 is 283,89 a month.
    assert_eq!(uit.kosten[0].bijstand.verschil, Some(geld("-40880.16")));
    assert!(uit.onbepaald[0].reden.contains("woont bij iemand in"));
}

#[test]
fn a_reduction_is_recognised_by_its_amount_or_counted_as_unknown() {
    // 30% of 1.419,46 is 425,84; the record holds whole euros.
    let dertig = Regel {
        vermindering: 425,
        ..ALLEEN
    };
    let vreemd = Regel {
        vermindering: 200,
        ..ALLEEN
    };
    let regels = [vec![dertig; 10], vec![vreemd; 10]].concat();
    let uit = run(&regels, vec![wijziging("maatregel.categorie.2", "20")]);
    assert_eq!((uit.totaal.wint, uit.totaal.onbepaald), (10, 10));
}

#[test]
fn without_a_decision_the_cost_is_unknown_and_never_zero() {
    let vraag = Rekenvraag::restore(vanaf(), vec![wijziging("iit.referteperiode", "24")]);
    let uit = calculate_doorrekening(
        &bestand(&[ALLEEN; 20]),
        maand(),
        &Rekenset::default().into(),
        &vraag,
    );
    assert_eq!(uit.totaal.onbepaald, 20);
    assert_eq!(uit.kosten[0].inkomenstoeslag, Kosten::default());
    assert_eq!(uit.kosten[0].totaal.nu, None);
    // A whole ordinance has a price, though what it comes on top of is not known.
    let alles = [
        wijziging("iit.bedrag.alleenstaande", "400.00"),
        wijziging("iit.referteperiode", "36"),
        wijziging("iit.inkomensgrens", "110"),
    ];
    let vraag = Rekenvraag::restore(vanaf(), alles.into());
    let leeg = Rekenset::default();
    let uit = calculate_doorrekening(&bestand(&[ALLEEN; 20]), maand(), &leeg.into(), &vraag);
    let kosten = uit.kosten[0].inkomenstoeslag;
    assert_eq!((kosten.nu, kosten.verschil), (None, None));
    assert_eq!(kosten.straks, Some(geld("8000.00")));
}

#[test]
fn too_few_are_not_shown_at_all() {
    let negen: Vec<_> = vec![ALLEEN.huishouden().unwrap(); 9];
    assert_eq!(Rekenbestand::try_new(negen, 0), Err(TeKlein));
    assert_eq!(Rekenbestand::try_new(Vec::new(), 0), Err(TeKlein));
    // Two that are unlike the others take the smallest group with them.
    let ouder = Regel {
        leefvorm: Leefvorm::AlleenstaandeOuder,
        ..ALLEEN
    };
    let regels = [vec![ALLEEN; 40], vec![ouder; 2]].concat();
    let bestand = bestand(&regels);
    assert_eq!((bestand.berekend(), bestand.buiten()), (30, 12));
}

/// The toeslag of a household by the law engine, on what the record tells.
fn toeslag_by_law(regel: &Regel, maanden: u32) -> Option<Geld> {
    let situatie: Leefsituatie = regel.beeld().leefsituatie(PEILDATUM).ok()?;
    let berekening = regel.beeld().calculate(PEILDATUM).ok()?;
    let inkomen = berekening.norm?.bedrag - Geld::from_cents(regel.vermindering * 100);
    let feiten = Toeslagfeiten {
        maanden_laag_inkomen: maanden,
        inkomen,
        inkomen_peildatum: None,
        deel: None,
        overgang: None,
        kinderen: None,
        laatste_toekenning: None,
        uitzicht_op_verbetering: false,
    };
    let geldend = |bedrag: &str| Some(crate::beleid::Geldend::given(Geld::parse(bedrag).unwrap()));
    let beleid = IitBeleid {
        bedrag_alleenstaande: geldend("400.00"),
        bedrag_alleenstaande_ouder: geldend("500.00"),
        bedrag_gehuwden: geldend("550.00"),
        referteperiode: Some(crate::beleid::Geldend::given(36)),
        inkomensgrens: Some(crate::beleid::Geldend::given(Percentage::from_whole(110))),
        kindtoeslag_eerste: geldend("0.00"),
        kindtoeslag_volgende: geldend("0.00"),
        deels_boven_grens: Some(crate::beleid::Geldend::given(false)),
        ..IitBeleid::default()
    };
    let aanvraag = Regelingsaanvraag {
        peildatum: PEILDATUM,
        situatie: &situatie,
        vermogen: Some(Vermogen::GEEN),
        bijstandsbeleid: Kader::WET.beleid,
    };
    let uitkomst = calculate_iit(&aanvraag, &feiten, &beleid).uitkomst;
    Some(uitkomst.unwrap_or(Geld::NUL))
}

fn any_regel() -> impl Strategy<Value = Regel> {
    let leefvorm = prop::sample::select(vec![
        Leefvorm::Alleenstaande,
        Leefvorm::AlleenstaandeOuder,
        Leefvorm::GehuwdenEnSamenwonenden,
    ]);
    let huisvesting = prop::sample::select(vec![
        Huisvesting::Huurder,
        Huisvesting::Inwonend,
        Huisvesting::Adresloos,
    ]);
    let vermindering = prop::sample::select(vec![0, 0, 0, 71, 425, 200]);
    (
        leefvorm,
        huisvesting,
        1958..2007i16,
        0..900i32,
        vermindering,
        0..120i32,
    )
        .prop_map(
            |(leefvorm, huisvesting, jaar, inkomsten, vermindering, maanden)| Regel {
                leefvorm,
                huisvesting,
                geboren: date(jaar, 3, 3),
                inkomsten: if inkomsten < 500 { 0 } else { inkomsten },
                vermindering,
                aanvang: Maand::of(PEILDATUM).plus(-maanden).first_day(),
            },
        )
}

fn any_wijzigingen() -> impl Strategy<Value = Vec<Wijziging>> {
    let kies = (
        0..3u8,
        0..2000u32,
        0..60u32,
        80..150u32,
        0..100u32,
        0..100u32,
    );
    kies.prop_map(|(welke, bedrag, maanden, grens, woon, maatregel)| {
        let mut uit = vec![wijziging(
            "iit.bedrag.alleenstaande",
            &format!("{bedrag}.00"),
        )];
        if welke > 0 {
            uit.push(wijziging("iit.referteperiode", &maanden.to_string()));
            uit.push(wijziging("iit.inkomensgrens", &grens.to_string()));
        }
        if welke > 1 {
            uit.push(wijziging("norm.verlaging.woonsituatie", &woon.to_string()));
            uit.push(wijziging("maatregel.categorie.2", &maatregel.to_string()));
        }
        uit
    })
}

/// Every count that is shown.
fn counts(uit: &Doorrekening) -> Vec<u32> {
    let telling = |t: &Telling| [t.wint, t.verliest, t.gelijk, t.onbepaald];
    let groepen = uit.leefvormen.iter().chain(&uit.inkomensklassen);
    let mut alle: Vec<u32> = groepen.flat_map(|groep| telling(&groep.telling)).collect();
    alle.extend(telling(&uit.totaal));
    alle.extend(uit.verdeling.iter().map(|staaf| staaf.aantal));
    alle.extend(uit.onbepaald.iter().map(|reden| reden.aantal));
    alle.extend([uit.te_kort.nu, uit.te_kort.straks]);
    alle.extend([uit.huishoudens, uit.buiten_berekening]);
    alle
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_has_no_effect(regels in prop::collection::vec(any_regel(), 10..150)) {
        let uit = run(&regels, Vec::new());
        prop_assert_eq!(uit.totaal.gelijk, uit.huishoudens);
        prop_assert!(uit.kosten.iter().all(|jaar| jaar.totaal.verschil == Some(Geld::NUL)));
    }

    #[test]
    fn the_way_back_undoes_the_way_there(
        regels in prop::collection::vec(any_regel(), 10..150),
        wijzigingen in any_wijzigingen(),
    ) {
        let bestand = bestand(&regels);
        let heen = Rekenvraag::restore(vanaf(), wijzigingen);
        let straks = nu().with(heen.wijzigingen());
        // Back to what holds now, with no reduction where nothing was decided.
        let terug = Rekenparameter::ALL.into_iter().map(|parameter| Wijziging {
            parameter,
            waarde: nu().waarde(parameter).unwrap_or(Waarde::Percentage(Percentage::NUL)),
        });
        let terug = Rekenvraag::restore(vanaf(), terug.collect());
        let heen = calculate_doorrekening(&bestand, maand(), &nu().into(), &heen);
        let terug = calculate_doorrekening(&bestand, maand(), &straks.into(), &terug);
        prop_assert_eq!(heen.totaal.wint, terug.totaal.verliest);
        prop_assert_eq!(heen.totaal.verliest, terug.totaal.wint);
        prop_assert_eq!(heen.totaal.onbepaald, terug.totaal.onbepaald);
        for (heen, terug) in heen.kosten.iter().zip(&terug.kosten) {
            prop_assert_eq!(heen.totaal.verschil, terug.totaal.verschil.map(|geld| -geld));
        }
    }

    #[test]
    fn sums_agree(
        regels in prop::collection::vec(any_regel(), 10..150),
        wijzigingen in any_wijzigingen(),
    ) {
        let uit = run(&regels, wijzigingen);
        let som = |groepen: &[Groepstelling]| -> u32 { groepen.iter().map(|g| g.telling.alle()).sum() };
        prop_assert_eq!(som(&uit.leefvormen), uit.huishoudens);
        prop_assert_eq!(som(&uit.inkomensklassen), uit.huishoudens);
        prop_assert_eq!(uit.totaal.alle(), uit.huishoudens);
        let staven: u32 = uit.verdeling.iter().map(|staaf| staaf.aantal).sum();
        prop_assert_eq!(staven + uit.totaal.onbepaald, uit.huishoudens);
        let redenen: u32 = uit.onbepaald.iter().map(|reden| reden.aantal).sum();
        prop_assert_eq!(redenen, uit.totaal.onbepaald);
        prop_assert_eq!(usize::try_from(uit.huishoudens + uit.buiten_berekening).unwrap(), regels.len());
        for jaar in &uit.kosten {
            for kosten in [jaar.bijstand, jaar.inkomenstoeslag] {
                let (Some(nu), Some(straks), Some(verschil)) = (kosten.nu, kosten.straks, kosten.verschil) else {
                    return Err(TestCaseError::fail("everything was decided"));
                };
                prop_assert_eq!(straks - nu, verschil);
            }
        }
    }

    #[test]
    fn no_count_is_about_one_to_nine_households(
        regels in prop::collection::vec(any_regel(), 10..150),
        wijzigingen in any_wijzigingen(),
    ) {
        for aantal in counts(&run(&regels, wijzigingen)) {
            prop_assert!(!(1..10).contains(&aantal), "{aantal} households are shown");
        }
    }

    /// Whoever moves the slider sees counts of the same groups: what differs between two answers is nobody or ten.
    #[test]
    fn two_answers_never_differ_by_one_to_nine_households(
        regels in prop::collection::vec(any_regel(), 10..150),
        een in 0..120u32,
        stap in 1..12u32,
    ) {
        let bestand = bestand(&regels);
        let wint = |maanden: u32| {
            let vraag = Rekenvraag::restore(vanaf(), vec![
                wijziging("iit.bedrag.alleenstaande", "9000.00"),
                wijziging("iit.referteperiode", &maanden.to_string()),
            ]);
            calculate_doorrekening(&bestand, maand(), &nu().into(), &vraag).te_kort.straks
        };
        let verschil = wint(een + stap) - wint(een);
        prop_assert!(!(1..10).contains(&verschil), "{verschil} households differ");
    }

    #[test]
    fn the_toeslag_is_that_of_the_law(regel in any_regel()) {
        let Ok(huishouden) = regel.huishouden() else { return Ok(()) };
        let bestand = Rekenbestand::try_new(vec![huishouden; 10], 0).unwrap();
        let uit = calculate_doorrekening(&bestand, maand(), &nu().into(), &Rekenvraag::restore(vanaf(), Vec::new()));
        let maanden = u32::from(huishouden.maanden);
        let wet = toeslag_by_law(&regel, maanden).unwrap();
        prop_assert_eq!(uit.kosten[1].inkomenstoeslag.nu, Some(wet.fraction(10, 1)));
    }
}
