//! What may happen to a proposal, in which order and by whom; and the decision that arises from it.

use primitives::VoorstelId;
use proptest::prelude::*;

use super::*;
use crate::beleid::{
    Behandeling, BehandelingInvoer, Beslissing, Besluit, Inbreng, InbrengInvoer, Inbrengsoort,
    IntrekkingInvoer, Persoon, Reactie, Strekking, Uitkomst, Voorstel, VoorstelGeweigerd,
    VoorstelInvoer, Voorstelakte, Voorstelhandeling, Voorstelkop, Voorstelstand, Voorsteltekst,
};

fn persoon(sub: &str) -> Persoon {
    Persoon {
        sub: sub.into(),
        naam: sub.to_uppercase(),
    }
}

fn voorstelinvoer() -> VoorstelInvoer {
    VoorstelInvoer {
        titel: "Individuele inkomenstoeslag 2027".into(),
        kaders: vec![
            "in beeld brengen en houden van alle inwoners".into(),
            " ".into(),
        ],
        inwerkingtreding: "1-1-2027".into(),
        waarden: vec![WaardeInvoer {
            sleutel: "iit.kindtoeslag.eerste".into(),
            waarde: "450".into(),
            ..WaardeInvoer::default()
        }],
        ..VoorstelInvoer::default()
    }
}

fn tekst() -> Voorsteltekst {
    let leeg = Beleid::default();
    voorstelinvoer()
        .parse(Orgaan::Raad, omgeving(&leeg), &SystemIds)
        .unwrap()
}

/// A proposal of the council, written by `a`.
fn voorstel() -> Voorstel {
    let kop = Voorstelkop {
        id: VoorstelId::new(id_at(Moment::UNIX_EPOCH, 1)),
        gemeente: winterswijk(),
        orgaan: Orgaan::Raad,
    };
    Voorstel::new(kop, tekst(), persoon("a"), moment("2026-11-01"))
}

fn akte(sub: &str, handeling: Voorstelhandeling) -> Voorstelakte {
    Voorstelakte {
        handeling,
        door: persoon(sub),
        op: moment("2026-11-02"),
    }
}

fn ingediend() -> Voorstel {
    let akte = akte("b", Voorstelhandeling::Ingediend);
    voorstel().with(akte).unwrap()
}

fn behandeling(vergaderdatum: &str, beslissing: Beslissing) -> Voorstelhandeling {
    Voorstelhandeling::Behandeld(Behandeling {
        vergaderdatum: dag(vergaderdatum),
        uitkomst: Uitkomst {
            beslissing,
            stemming: None,
            uitgereikt_bij: None,
            opmerkingen: None,
        },
        besluit: None,
    })
}

fn formulier(beslissing: &str) -> BehandelingInvoer {
    BehandelingInvoer {
        vergaderdatum: "19-11-2026".into(),
        nummer: "2026-140".into(),
        uitkomst: UitkomstInvoer {
            beslissing: beslissing.into(),
            ..UitkomstInvoer::default()
        },
        ..BehandelingInvoer::default()
    }
}

/// What becomes of a submitted proposal with this form: the decision, or the wrong fields.
fn treat(voorstel: &Voorstel, invoer: &BehandelingInvoer) -> Result<Option<Besluit>, Vec<String>> {
    let leeg = Beleid::default();
    match invoer.parse(voorstel, omgeving(&leeg), &SystemIds) {
        Ok(uitkomst) => Ok(uitkomst.besluit),
        Err(fouten) => Err(fouten.list().iter().map(|f| f.veld.clone()).collect()),
    }
}

#[test]
fn who_wrote_a_proposal_does_not_submit_it() {
    let zelf = voorstel().with(akte("a", Voorstelhandeling::Ingediend));
    assert_eq!(zelf, Err(VoorstelGeweigerd::EigenVoorstel));
    // Nor does who only changed it, however long ago.
    let gewijzigd = voorstel()
        .with(akte("b", Voorstelhandeling::Gewijzigd(tekst())))
        .unwrap();
    assert_eq!(gewijzigd.versie(), 2);
    for sub in ["a", "b"] {
        assert_eq!(
            gewijzigd.check_indienen(sub),
            Err(VoorstelGeweigerd::EigenVoorstel)
        );
    }
    let ingediend = gewijzigd
        .with(akte("c", Voorstelhandeling::Ingediend))
        .unwrap();
    assert_eq!(ingediend.stand(), Voorstelstand::Ingediend);
}

#[test]
fn a_kept_proposal_comes_back_in_a_later_meeting() {
    let aangehouden = ingediend()
        .with(akte(
            "a",
            behandeling("2026-11-12", Beslissing::Aangehouden),
        ))
        .unwrap();
    let mut eerder = formulier("conform-voorstel");
    eerder.vergaderdatum = "12-11-2026".into();
    assert_eq!(
        treat(&aangehouden, &eerder),
        Err(vec!["vergaderdatum".to_owned()])
    );
    let besluit = treat(&aangehouden, &formulier("conform-voorstel"))
        .unwrap()
        .unwrap();
    assert_eq!(besluit.waarden()[0].waarde.to_string(), "450.00");
    assert_eq!(
        besluit.kop().kaders,
        ["in beeld brengen en houden van alle inwoners"]
    );
}

#[test]
fn what_the_council_referred_needs_a_new_text_first() {
    let handeling = behandeling(
        "2026-11-12",
        Beslissing::InHandenVanBurgemeesterEnWethouders,
    );
    let terug = ingediend().with(akte("a", handeling)).unwrap();
    assert_eq!(
        terug.check_indienen("b"),
        Err(VoorstelGeweigerd::EerstWijzigen)
    );
    assert!(terug.check_behandelen().is_err());
    let nieuw = terug
        .with(akte("a", Voorstelhandeling::Gewijzigd(tekst())))
        .unwrap();
    assert_eq!((nieuw.stand(), nieuw.versie()), (Voorstelstand::Concept, 2));
    assert!(nieuw.check_indienen("b").is_ok());
}

#[test]
fn what_was_rejected_or_withdrawn_is_over() {
    let verworpen = ingediend()
        .with(akte("a", behandeling("2026-11-12", Beslissing::Verworpen)))
        .unwrap();
    let reden = "vervangen door een ander voorstel".to_owned();
    let weg = Voorstelhandeling::Ingetrokken { reden };
    let ander = voorstel().with(akte("b", weg.clone()));
    assert_eq!(ander, Err(VoorstelGeweigerd::NietDeOpsteller));
    let ingetrokken = voorstel().with(akte("a", weg)).unwrap();
    for over in [verworpen, ingetrokken] {
        assert!(over.check_wijzigen().is_err() && over.check_behandelen().is_err());
        assert!(over.check_indienen("z").is_err() && over.check_inbreng().is_err());
        assert!(over.check_intrekken("a").is_err());
    }
}

#[test]
fn advice_is_answered_once() {
    let invoer = InbrengInvoer {
        soort: "advies".into(),
        van: "SDR Nijkerk Adviesraad Samen Doen".into(),
        datum: "30-10-2026".into(),
        strekking: "positief-met-opmerkingen".into(),
        tekst: "Houd de regeling eenvoudig.".into(),
    };
    let inbreng = invoer.parse(Notatie::Formulier, dag("2026-11-21")).unwrap();
    assert_eq!(
        (inbreng.soort, inbreng.strekking),
        (Inbrengsoort::Advies, Strekking::PositiefMetOpmerkingen)
    );
    let met = voorstel()
        .with(akte("a", Voorstelhandeling::Inbreng(inbreng)))
        .unwrap();
    let reactie = |op_handeling| {
        let tekst = "Dat doen wij.".to_owned();
        Voorstelhandeling::Reactie(Reactie {
            op_handeling,
            datum: dag("2026-11-03"),
            tekst,
        })
    };
    assert_eq!(met.check_reactie(1), Err(VoorstelGeweigerd::GeenInbreng));
    assert_eq!(met.check_reactie(9), Err(VoorstelGeweigerd::GeenInbreng));
    let beantwoord = met.with(akte("a", reactie(2))).unwrap();
    assert_eq!(
        beantwoord.check_reactie(2),
        Err(VoorstelGeweigerd::AlBeantwoord)
    );
    let leeg = InbrengInvoer::default().parse(Notatie::Formulier, dag("2026-11-21"));
    assert_eq!(leeg.unwrap_err().list().len(), 5, "every fault at once");
}

#[test]
fn an_amendment_changes_values_and_nothing_else_does() {
    let mut gewijzigd = formulier("aangenomen");
    gewijzigd.waarden = Some(vec![WaardeInvoer {
        sleutel: "iit.kindtoeslag.eerste".into(),
        waarde: "475".into(),
        ..WaardeInvoer::default()
    }]);
    let zonder = treat(&ingediend(), &gewijzigd);
    assert_eq!(zonder, Err(vec!["uitkomst.beslissing".to_owned()]));
    gewijzigd.uitkomst.beslissing = "aangenomen-met-amendement".into();
    gewijzigd.uitkomst.amendement = "Het bedrag wordt € 475.".into();
    let besluit = treat(&ingediend(), &gewijzigd).unwrap().unwrap();
    assert_eq!(besluit.waarden()[0].waarde.to_string(), "475.00");
    // A later entry into force moves the values with it and is no amendment.
    let mut later = formulier("conform-voorstel");
    later.inwerkingtreding = "1-2-2027".into();
    let besluit = treat(&ingediend(), &later).unwrap().unwrap();
    assert_eq!(besluit.waarden()[0].periode.van(), dag("2027-02-01"));
}

#[test]
fn only_what_is_taken_needs_a_number() {
    let mut zonder = formulier("conform-voorstel");
    zonder.nummer = String::new();
    assert_eq!(treat(&ingediend(), &zonder), Err(vec!["nummer".to_owned()]));
    for beslissing in ["aangehouden", "verworpen", "in-handen-van-benw"] {
        let mut niet = formulier(beslissing);
        niet.nummer = String::new();
        assert_eq!(treat(&ingediend(), &niet), Ok(None));
    }
    let alles = treat(&ingediend(), &BehandelingInvoer::default()).unwrap_err();
    assert!(
        ["nummer", "vergaderdatum", "uitkomst.beslissing"]
            .iter()
            .all(|veld| alles.iter().any(|fout| fout == veld))
    );
}

#[test]
fn a_proposal_is_judged_as_the_decision_it_would_be() {
    let leeg = Beleid::default();
    let parse = |invoer: &VoorstelInvoer| {
        let uitkomst = invoer.parse(Orgaan::Raad, omgeving(&leeg), &SystemIds);
        uitkomst.map_err(|fouten| {
            let velden = fouten.list().iter();
            velden.map(|f| f.veld.clone()).collect::<Vec<_>>()
        })
    };
    let mut fout = voorstelinvoer();
    fout.titel = String::new();
    fout.waarden[0].sleutel = "maatregel.duur.eerste".into();
    fout.waarden[0].waarde = "4".into();
    assert_eq!(
        parse(&fout),
        Err(vec!["titel".to_owned(), "waarden.0.waarde".to_owned()])
    );
    let mut niets = voorstelinvoer();
    (niets.kaders, niets.waarden) = (vec![], vec![]);
    assert_eq!(parse(&niets), Err(vec!["kaders".to_owned()]));
    let mut terug = voorstelinvoer();
    terug.intrekkingen = vec![IntrekkingInvoer {
        sleutel: "iit.bedrag.gehuwden".into(),
        ..IntrekkingInvoer::default()
    }];
    let velden = parse(&terug).unwrap_err();
    assert_eq!(
        velden,
        ["intrekkingen.0.sleutel"],
        "nothing was decided about it"
    );
}

#[test]
fn a_text_goes_through_the_form_and_back() {
    let leeg = Beleid::default();
    for notatie in [Notatie::Formulier, Notatie::Uitwisseling] {
        let omgeving = Omgeving {
            notatie,
            ..omgeving(&leeg)
        };
        let terug = tekst()
            .to_invoer(notatie)
            .parse(Orgaan::Raad, omgeving, &SystemIds);
        assert!(terug.unwrap().says_the_same(&tekst()));
    }
}

/// Any act by any of three people.
fn handelingen() -> impl Strategy<Value = Vec<Voorstelakte>> {
    let handeling = prop_oneof![
        Just(Voorstelhandeling::Gewijzigd(tekst())),
        Just(Voorstelhandeling::Ingediend),
        Just(Voorstelhandeling::Inbreng(Inbreng {
            soort: Inbrengsoort::Zienswijze,
            van: "raad".into(),
            datum: dag("2026-11-01"),
            strekking: Strekking::Neutraal,
            tekst: "t".into(),
        })),
        (1u32..6).prop_map(|op_handeling| Voorstelhandeling::Reactie(Reactie {
            op_handeling,
            datum: dag("2026-11-01"),
            tekst: "t".into(),
        })),
        Just(behandeling("2026-11-12", Beslissing::Aangehouden)),
        Just(behandeling("2026-11-12", Beslissing::Verworpen)),
        Just(behandeling("2026-11-12", Beslissing::ConformVoorstel)),
        Just(behandeling(
            "2026-11-12",
            Beslissing::InHandenVanBurgemeesterEnWethouders
        )),
        Just(Voorstelhandeling::Ingetrokken { reden: "r".into() }),
    ];
    let akte = ("[abc]", handeling).prop_map(|(sub, handeling)| akte(&sub, handeling));
    proptest::collection::vec(akte, 0..20)
}

proptest! {
    #[test]
    fn whatever_is_tried_nobody_submits_what_he_wrote_and_the_file_reads_back(akten in handelingen()) {
        let mut voorstel = voorstel();
        for akte in akten {
            let schreef = voorstel.is_schrijver(&akte.door.sub);
            let dient_in = akte.handeling == Voorstelhandeling::Ingediend;
            let was_open = voorstel.stand().is_open();
            if let Ok(verder) = voorstel.clone().with(akte) {
                prop_assert!(was_open, "nothing happens to what is over");
                prop_assert!(!(dient_in && schreef));
                prop_assert_eq!(verder.akten().len(), voorstel.akten().len() + 1);
                voorstel = verder;
            }
        }
        let terug = Voorstel::restore(voorstel.kop(), voorstel.akten().to_vec());
        prop_assert_eq!(terug, Ok(voorstel));
    }
}

#[test]
fn calculations_stand_beside_a_proposal_each_once_and_no_more_than_ten() {
    let kenmerk = |nummer: u64| id_at(Moment::UNIX_EPOCH, nummer).to_string();
    let met = |doorrekeningen: Vec<String>| {
        let invoer = VoorstelInvoer {
            doorrekeningen,
            ..voorstelinvoer()
        };
        let leeg = Beleid::default();
        invoer.parse(Orgaan::Raad, omgeving(&leeg), &SystemIds)
    };
    let tekst = met(vec![kenmerk(2), kenmerk(1), kenmerk(2)]).unwrap();
    let bewaard: Vec<_> = tekst
        .doorrekeningen
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(bewaard, [kenmerk(2), kenmerk(1)]);
    assert_eq!(tekst.to_invoer(Notatie::Formulier).doorrekeningen, bewaard);
    for fout in [vec!["'; --".to_owned()], (1..=11).map(kenmerk).collect()] {
        let fouten = met(fout).unwrap_err();
        assert_eq!(fouten.list()[0].veld, "doorrekeningen");
    }
}
