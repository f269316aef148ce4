//! A cause by month, a part that is left, taxes by year, and what was found before there were such things.

use primitives::Percentage;

use super::zaak::{akte, begin, inkomen, letter};
use super::*;
use crate::herziening::{
    Belastingjaar, Bruto, DringendeRedenen, Herzieningshandeling as H, Herzieningsinvoer,
    Herzieningsuitkomst, Herzieningsvoorstel, Herzieningszaak, Voorstelsoort, ZaakGeweigerd,
};
use crate::recht::herziening::Afzien;

/// A cause for one month.
fn in_maand(oorzaak: Oorzaak, tekst: &str) -> Oorzaakoordeel {
    Oorzaakoordeel {
        van: Some(maand(tekst)),
        tot_en_met: Some(maand(tekst)),
        ..Oorzaakoordeel::new(oorzaak)
    }
}

fn dringend(afzien: Afzien) -> DringendeRedenen {
    DringendeRedenen {
        waarom: "De inwoner is ernstig ziek.".to_owned(),
        afzien,
    }
}

/// An income of 500 euro in two months, with what was found.
fn calculate(oordeel: Oordeel) -> Herzieningsuitkomst {
    let bedrag = geld("500.00");
    let invoer = Herzieningsinvoer {
        maanden: vec![levering("2026-03"), levering("2026-04")],
        wijzigingen: vec![feit("2026-03-01", None, Wijziging::Inkomen { bedrag })],
        oordeel: Some(oordeel),
    };
    invoer.calculate(dag("2026-11-28"))
}

fn judge(oordeel: Oordeel) -> Result<Herzieningszaak, ZaakGeweigerd> {
    begin()
        .apply(akte(inkomen("2026-03-01"), "een"))?
        .apply(akte(H::Beoordeeld { oordeel }, "een"))
}

fn propose(
    oordeel: &Oordeel,
    afwegingen: &[(Oorzaak, String)],
) -> Result<Herzieningsvoorstel, Vec<String>> {
    let uitkomst = calculate(oordeel.clone());
    let motivering = "U werkte.".to_owned();
    Herzieningsvoorstel::try_new(uitkomst, Some(oordeel), motivering, afwegingen)
        .map_err(|fouten| fouten.list().iter().map(|fout| fout.veld.clone()).collect())
}

#[test]
fn a_later_cause_holds_on_its_own_months() {
    let mut oordeel = oordeel(Oorzaak::Inlichtingenplicht);
    oordeel
        .oorzaken
        .push(in_maand(Oorzaak::Verlening, "2026-04"));
    let uit = calculate(oordeel.clone());
    assert!(uit.maanden[0].verplicht && !uit.maanden[1].verplicht);
    assert_eq!(uit.list_keuzes(&oordeel), [Oorzaak::Verlening]);
    let vervangen = oordeel
        .clone()
        .with_hoofdoorzaak(Some(Oorzaakoordeel::new(Oorzaak::Middelen)));
    assert_eq!(vervangen.oorzaken.len(), 2, "months of their own stay");
    let uit = calculate(vervangen.clone());
    assert_eq!(
        uit.list_keuzes(&vervangen),
        [Oorzaak::Middelen, Oorzaak::Verlening]
    );
    let zonder = propose(&vervangen, &[]).unwrap_err();
    assert_eq!(
        zonder,
        ["afweging-naderhand-middelen", "afweging-te-hoog-verleend"],
        "each cause is weighed by itself"
    );
    let geen = calculate(oordeel.with_hoofdoorzaak(None));
    assert_eq!(geen.maanden[0].voorstel, Voorstelsoort::Onbepaald);
}

#[test]
fn the_months_of_a_cause_lie_in_the_review() {
    for (van, tot, veld) in [
        ("2026-02", "2026-03", "van"),
        ("2026-03", "2026-05", "totEnMet"),
        ("2026-04", "2026-03", "totEnMet"),
    ] {
        let mut oordeel = oordeel(Oorzaak::Verlening);
        oordeel.oorzaken.push(Oorzaakoordeel {
            van: Some(maand(van)),
            tot_en_met: Some(maand(tot)),
            ..Oorzaakoordeel::new(Oorzaak::Middelen)
        });
        let Err(ZaakGeweigerd::Invoer(fouten)) = judge(oordeel) else {
            panic!("{van} to {tot}");
        };
        assert_eq!(fouten.list()[0].veld, veld);
    }
}

#[test]
fn a_part_is_left_by_month_or_from_the_oldest_month_on() {
    for (afzien, laat, vraagt) in [
        (Afzien::Geheel, ["475.00", "475.00"], [None, None]),
        (
            Afzien::Percentage(Percentage::from_whole(40)),
            ["190.00", "190.00"],
            [Some("285.00"), Some("285.00")],
        ),
        (
            Afzien::Bedrag(geld("500.00")),
            ["475.00", "25.00"],
            [None, Some("450.00")],
        ),
    ] {
        let mut oordeel = oordeel(Oorzaak::Inlichtingenplicht);
        oordeel.oorzaken[0].dringende_redenen = Some(dringend(afzien));
        let uit = calculate(oordeel.clone());
        let maanden = uit.maanden.iter();
        let gevonden: Vec<_> = maanden
            .map(|maand| (maand.afgezien, maand.bedrag))
            .collect();
        let verwacht = laat
            .map(geld)
            .into_iter()
            .zip(vraagt.map(|een| een.map(geld)));
        assert_eq!(gevonden, verwacht.collect::<Vec<_>>(), "{afzien:?}");
        let voorstel = propose(&oordeel, &[]).unwrap();
        assert_eq!(
            voorstel.afwegingen[0].artikel,
            "Participatiewet art. 58 lid 8"
        );
        assert_eq!(voorstel.afwegingen[0].reden, "De inwoner is ernstig ziek.");
    }
}

#[test]
fn taxes_over_an_earlier_year_are_claimed_when_they_are_known() {
    let mut volgend_jaar = oordeel(Oorzaak::Inlichtingenplicht);
    volgend_jaar.dag = dag("2027-01-15");
    volgend_jaar.bruto = Some(Bruto {
        waarom: "De inwoner kon het weten.".to_owned(),
        belasting: Vec::new(),
    });
    let uit = calculate(volgend_jaar.clone());
    assert_eq!(uit.list_jaren(), [2026]);
    assert_eq!(
        (uit.jaren[0].netto, uit.jaren[0].totaal()),
        (geld("950.00"), None)
    );
    assert_eq!(propose(&volgend_jaar, &[]).unwrap_err(), ["motivering"]);
    volgend_jaar.bruto.as_mut().unwrap().belasting = vec![Belastingjaar {
        jaar: 2026,
        bedrag: geld("310.00"),
    }];
    let voorstel = propose(&volgend_jaar, &[]).unwrap();
    assert_eq!(
        voorstel.bedrag,
        geld("1260.00"),
        "the register looks at all of it"
    );
    assert_eq!(
        voorstel.afwegingen[0].artikel,
        "Participatiewet art. 58 lid 5"
    );
    let mut dit_jaar = volgend_jaar.clone();
    dit_jaar.dag = dag("2026-11-28");
    let uit = calculate(dit_jaar.clone());
    assert_eq!(
        uit.jaren[0].belasting,
        Some(Geld::NUL),
        "still to be set off"
    );
    assert!(propose(&dit_jaar, &[]).unwrap().afwegingen.is_empty());
}

#[test]
fn the_letter_names_the_ground_of_each_month_what_is_left_and_the_taxes() {
    let mut oordeel = oordeel(Oorzaak::Inlichtingenplicht);
    let deel = Afzien::Percentage(Percentage::from_whole(40));
    oordeel.oorzaken.push(Oorzaakoordeel {
        dringende_redenen: Some(dringend(deel)),
        ..in_maand(Oorzaak::Verlening, "2026-04")
    });
    oordeel.bruto = Some(Bruto {
        waarom: "De inwoner kon het weten.".to_owned(),
        belasting: vec![Belastingjaar {
            jaar: 2026,
            bedrag: geld("200.00"),
        }],
    });
    // The term of a day in the future is one of the act; the letter is about the proposal.
    let mut later = oordeel.clone();
    later.dag = dag("2027-01-15");
    let afwegingen = [(
        Oorzaak::Verlening,
        "De inwoner heeft er nog van.".to_owned(),
    )];
    let voorstel = propose(&later, &afwegingen).unwrap();
    let zaak = judge(oordeel)
        .unwrap()
        .apply(akte(H::Voorgesteld(Box::new(voorstel)), "een"))
        .unwrap();
    let tekst = letter(&zaak);
    for zin in [
        "U moet € 960,00 terugbetalen (Participatiewet art. 58 lid 1; Participatiewet art. 58 lid 2 onder a).",
        "Over 2026: € 760,00 bijstand en € 200,00 belasting en premies, samen € 960,00 (Participatiewet art. 58 lid 5).",
        "U hoeft € 190,00 niet terug te betalen.",
        "maart 2026: u betaalt € 475,00 terug, want u gaf niet alle informatie door (Participatiewet art. 58 lid 1).",
        "april 2026: u betaalt € 285,00 terug, want uw bijstand was te hoog vastgesteld (Participatiewet art. 58 lid 2 onder a). € 190,00 hoeft u niet terug te betalen (Participatiewet art. 58 lid 8).",
        "Over april 2026: wij vorderen 40% minder terug, om dringende redenen.",
        "De inwoner is ernstig ziek.",
        "De inwoner kon het weten.",
        "De inwoner heeft er nog van.",
    ] {
        assert!(tekst.contains(zin), "{zin} in {tekst}");
    }
}

#[test]
fn what_was_found_before_a_cause_had_months_is_still_read() {
    let oud = r#"{"dag":"2026-11-28","oorzaak":"te-hoog-verleend","begrijpelijk":null,
        "dringendeRedenen":"ziek","vakantietoeslagBetaald":"2026-05"}"#;
    let oud: Oordeel = serde_json::from_str(oud).unwrap();
    let [hoofd] = &oud.oorzaken[..] else {
        panic!("one cause");
    };
    assert!(hoofd.is_hoofd() && hoofd.oorzaak == Oorzaak::Verlening);
    let reden = hoofd.dringende_redenen.as_ref().unwrap();
    assert_eq!(
        (reden.waarom.as_str(), reden.afzien),
        ("ziek", Afzien::Geheel)
    );
    let nieuw = serde_json::to_string(&oud).unwrap();
    assert_eq!(serde_json::from_str::<Oordeel>(&nieuw).unwrap(), oud);
    let niets: Oordeel = serde_json::from_str(r#"{"dag":"2026-11-28","oorzaak":null}"#).unwrap();
    assert!(niets.oorzaken.is_empty());
}
