//! Which acts may follow which, who decides, and the letter.

use super::*;
use crate::aanvraag::{
    Bekendmaakwijze, Besluit, Brief, Briefgegevens, Mandaat, Mandaatregister, Namens, VierOgen,
};
use crate::bevoegdheid::Rol;
use crate::herziening::{
    Herzieningsakte, Herzieningsbesluit, Herzieningshandeling as H, Herzieningskop,
    Herzieningsstand, Herzieningsvoorstel, Herzieningszaak, ZaakGeweigerd, render_brief,
};
use crate::recht::Regeling;
use primitives::{BezwaarId, DossierId, HerzieningId};

pub(super) fn akte(handeling: H, door: &str) -> Herzieningsakte {
    Herzieningsakte {
        handeling,
        door: persoon(door),
        op: moment("2026-11-28T10:00:00Z"),
    }
}

pub(super) fn begin() -> Herzieningszaak {
    begin_in(None)
}

fn begin_in(in_bezwaar: Option<BezwaarId>) -> Herzieningszaak {
    let kop = Herzieningskop {
        id: HerzieningId::parse("019000c3-0000-7000-8000-000000000001").unwrap(),
        dossier: DossierId::parse("019000c3-0000-7000-8000-000000000002").unwrap(),
        in_bezwaar,
    };
    let begonnen = H::Begonnen {
        van: maand("2026-03"),
        tot_en_met: maand("2026-04"),
        aanleiding: "loonstrook".to_owned(),
    };
    Herzieningszaak::try_new(kop, akte(begonnen, "een")).unwrap()
}

pub(super) fn inkomen(vanaf: &str) -> H {
    let bedrag = geld("500.00");
    H::FeitVastgelegd {
        feit: feit(vanaf, None, Wijziging::Inkomen { bedrag }),
    }
}

fn proposal(zaak: &Herzieningszaak, afweging: Option<&str>) -> Result<Herzieningsvoorstel, String> {
    let invoer = zaak.invoer(vec![levering("2026-03"), levering("2026-04")]);
    let uitkomst = invoer.calculate(dag("2026-11-28"));
    let oordeel = zaak.find_oordeel();
    let motivering = "U werkte.".to_owned();
    let afwegingen = afweging.map(|waarom| (Oorzaak::Verlening, waarom.to_owned()));
    let afwegingen: Vec<_> = afwegingen.into_iter().collect();
    Herzieningsvoorstel::try_new(uitkomst, oordeel, motivering, &afwegingen)
        .map_err(|fouten| fouten.list()[0].veld.clone())
}

fn proposed(oorzaak: Oorzaak) -> Herzieningszaak {
    proposed_in(None, oorzaak)
}

fn proposed_in(in_bezwaar: Option<BezwaarId>, oorzaak: Oorzaak) -> Herzieningszaak {
    let zaak = begin_in(in_bezwaar)
        .apply(akte(inkomen("2026-03-01"), "een"))
        .unwrap()
        .apply(akte(
            H::Beoordeeld {
                oordeel: oordeel(oorzaak),
            },
            "een",
        ))
        .unwrap();
    let voorstel = proposal(&zaak, Some("De inwoner heeft er nog van.")).unwrap();
    zaak.apply(akte(H::Voorgesteld(Box::new(voorstel)), "een"))
        .unwrap()
}

fn register(besluiten: &[Herzieningsbesluit], vier_ogen: VierOgen) -> Mandaatregister {
    let mandaat = |besluit: &Herzieningsbesluit| Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit: (*besluit).into(),
        rol: Rol::Consulent,
        vier_ogen,
        vier_ogen_vanaf: None,
        van: dag("2026-01-01"),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    Mandaatregister::new(besluiten.iter().map(mandaat).collect())
}

fn decide(
    zaak: &Herzieningszaak,
    register: &Mandaatregister,
    door: &str,
) -> Result<Besluit, ZaakGeweigerd> {
    zaak.decide(
        Namens::College,
        register,
        &persoon(door),
        &[Rol::Consulent],
        dag("2026-11-28"),
    )
}

#[test]
fn every_decision_in_it_needs_a_mandate_and_one_that_asks_two_people_is_enough() {
    use Herzieningsbesluit::{Herziening, Terugvordering};
    let zaak = proposed(Oorzaak::Inlichtingenplicht);
    let deels = register(&[Herziening], VierOgen::Nooit);
    assert!(matches!(
        decide(&zaak, &deels, "twee"),
        Err(ZaakGeweigerd::Mandaat(_))
    ));
    let alles = register(&[Herziening, Terugvordering], VierOgen::Nooit);
    assert!(!decide(&zaak, &alles, "een").unwrap().vier_ogen);
    let altijd = register(&[Herziening, Terugvordering], VierOgen::Altijd);
    assert_eq!(
        decide(&zaak, &altijd, "een"),
        Err(ZaakGeweigerd::EigenVoorstel)
    );
    assert!(decide(&zaak, &altijd, "twee").unwrap().vier_ogen);
    // Nothing was weighed where the law leaves no choice; where it does, a second person looks.
    let afgewogen = register(&[Herziening, Terugvordering], VierOgen::BijAfweging);
    assert!(!decide(&zaak, &afgewogen, "een").unwrap().vier_ogen);
    let keuze = proposed(Oorzaak::Verlening);
    assert_eq!(
        decide(&keuze, &afgewogen, "een"),
        Err(ZaakGeweigerd::EigenVoorstel)
    );
}

#[test]
fn a_proposal_fails_closed() {
    let zaak = begin();
    assert_eq!(
        proposal(&zaak, None).unwrap_err(),
        "motivering",
        "nothing changes"
    );
    let zaak = zaak.apply(akte(inkomen("2026-03-01"), "een")).unwrap();
    assert_eq!(proposal(&zaak, None).unwrap_err(), "motivering", "no cause");
    let oordeel = H::Beoordeeld {
        oordeel: oordeel(Oorzaak::Verlening),
    };
    let zaak = zaak.apply(akte(oordeel, "een")).unwrap();
    assert_eq!(
        proposal(&zaak, None).unwrap_err(),
        "afweging-te-hoog-verleend",
        "a power is weighed"
    );
    assert_eq!(proposal(&zaak, Some("omdat")).unwrap().afwegingen.len(), 1);
}

#[test]
fn acts_follow_their_order() {
    let gestaakt = || H::Gestaakt {
        reden: "vergissing".to_owned(),
    };
    let zaak = proposed(Oorzaak::Inlichtingenplicht);
    assert!(matches!(
        zaak.clone().apply(akte(inkomen("2026-03-01"), "een")),
        Err(ZaakGeweigerd::Stand(_))
    ));
    let terug = H::Teruggegeven {
        reden: "kijk nog eens".to_owned(),
    };
    let terug = zaak.clone().apply(akte(terug, "twee")).unwrap();
    assert_eq!(terug.stand(), Herzieningsstand::InBewerking);
    assert!(terug.find_voorstel().is_none());
    let weg = terug
        .clone()
        .apply(akte(H::FeitVervallen { nummer: 2 }, "een"))
        .unwrap();
    assert!(weg.list_feiten().is_empty());
    assert!(
        weg.apply(akte(H::FeitVervallen { nummer: 2 }, "een"))
            .is_err()
    );
    let besluit = decide(
        &zaak,
        &register(Herzieningsbesluit::ALL, VierOgen::Nooit),
        "twee",
    )
    .unwrap();
    let zaak = zaak.apply(akte(H::Besloten(besluit), "twee")).unwrap();
    assert!(zaak.clone().apply(akte(gestaakt(), "een")).is_err());
    let bekend = |op: &str| H::Bekendgemaakt {
        bekendgemaakt_op: dag(op),
        wijze: Bekendmaakwijze::Post,
    };
    assert!(
        zaak.clone()
            .apply(akte(bekend("2026-11-27"), "een"))
            .is_err()
    );
    let zaak = zaak.apply(akte(bekend("2026-11-28"), "een")).unwrap();
    assert_eq!(zaak.bekendmaking().unwrap().1.dag, dag("2027-01-11"));
    assert!(terug.apply(akte(gestaakt(), "een")).is_ok());
}

#[test]
fn facts_and_days_that_make_no_sense_are_refused_by_their_field() {
    let buiten = begin().apply(akte(inkomen("2026-05-01"), "een"));
    assert!(
        matches!(buiten, Err(ZaakGeweigerd::Invoer(fouten)) if fouten.list()[0].veld == "vanaf")
    );
    let mut te_vroeg = oordeel(Oorzaak::Verlening);
    te_vroeg.dag = dag("2026-02-01");
    assert!(
        begin()
            .apply(akte(H::Beoordeeld { oordeel: te_vroeg }, "een"))
            .is_err()
    );
}

#[test]
fn the_letter_tells_what_changes_why_and_what_follows() {
    let tekst = letter(&proposed(Oorzaak::Verlening));
    for zin in [
        "maart 2026: het was € 1.401,50, het wordt € 901,50; verschil: € 500,00 minder.",
        "Vanaf 1 maart 2026: het inkomen dat meetelt is € 500,00 per maand.",
        "U moet € 950,00 terugbetalen (Participatiewet art. 58 lid 2 onder a).",
        "maart 2026: u betaalt € 475,00 terug, want uw bijstand was te hoog vastgesteld (Participatiewet art. 58 lid 2 onder a).",
        "In deze brief staat niet hoe en wanneer u betaalt.",
        "De vakantietoeslag die wij voor u sparen, wordt € 50,00 lager.",
        "De inwoner heeft er nog van.",
        "Participatiewet art. 54 lid 3",
    ] {
        assert!(tekst.contains(zin), "{zin} in {tekst}");
    }
}

/// The sentences of the letter, with common spaces.
pub(super) fn letter(zaak: &Herzieningszaak) -> String {
    let gegevens = Briefgegevens {
        naam: Some("A. Voorbeeld".to_owned()),
        gemeente: "Winterswijk".to_owned(),
        organisatie: "Werkbedrijf".to_owned(),
        beslisser: "B. Twee".to_owned(),
        adres_organisatie: vec!["Postbus 1".to_owned()],
        adres_gemeente: vec!["Postbus 2".to_owned()],
    };
    let brief: Brief = render_brief(zaak, Namens::College, &gegevens).unwrap();
    let zinnen = brief.blokken.iter().flat_map(|blok| {
        let kop = std::iter::once(&blok.kop);
        kop.chain(&blok.alineas).chain(&blok.punten)
    });
    let zinnen: Vec<_> = zinnen.map(|zin| zin.replace('\u{a0}', " ")).collect();
    zinnen.join("\n")
}

#[test]
fn in_an_objection_it_is_decided_with_the_objection() {
    let bezwaar = BezwaarId::parse("019000c3-0000-7000-8000-000000000003").unwrap();
    let eerst = proposed(Oorzaak::Verlening);
    let zaak = proposed_in(Some(bezwaar), Oorzaak::Verlening);
    assert_eq!(zaak.stand(), Herzieningsstand::InBezwaar);
    assert!(!zaak.stand().is_open() && !zaak.stand().is_besloten());
    let alles = register(Herzieningsbesluit::ALL, VierOgen::Nooit);
    assert!(matches!(
        decide(&zaak, &alles, "twee"),
        Err(ZaakGeweigerd::Stand(_))
    ));
    let besluit = decide(&eerst, &alles, "twee").unwrap();
    for handeling in [
        H::Besloten(besluit),
        H::Teruggegeven {
            reden: "x".to_owned(),
        },
        H::Gestaakt {
            reden: "x".to_owned(),
        },
        inkomen("2026-03-01"),
    ] {
        assert!(zaak.clone().apply(akte(handeling, "twee")).is_err());
    }
    let uitkomst = &eerst.find_voorstel().unwrap().uitkomst;
    let tekst = zaak.describe_vervanging(uitkomst).unwrap();
    let eerste_zin = &tekst.alineas[0];
    assert!(
        eerste_zin.contains("In ons eerdere besluit stond: u betaalt")
            && eerste_zin.contains("Dit besluiten wij nu: u betaalt"),
        "{eerste_zin}"
    );
    assert_eq!(tekst.alineas[1], "U werkte.");
    let koppen: Vec<_> = tekst.blokken.iter().map(|blok| blok.kop.as_str()).collect();
    assert!(
        koppen.contains(&"Wat verandert er per maand?"),
        "{koppen:?}"
    );
    assert_eq!(begin().describe_vervanging(uitkomst), None);
}
