//! Each indicator by hand: a handful of residents, and the figure that a reader can check on paper.

use super::*;

fn partner(mut eerste: Uitkeringsdeel, nummer: u64) -> Uitkeringsdeel {
    eerste.dossier = wie(nummer);
    eerste
}

fn because(mut deel: Uitkeringsdeel, reden: Option<Eindreden>) -> Uitkeringsdeel {
    deel.eindreden = reden;
    deel
}

fn entered(mut deel: Uitkeringsdeel, op: Option<Datum>) -> Uitkeringsdeel {
    deel.ingevoerd_op = op;
    deel
}

#[test]
fn a_couple_is_one_benefit_and_two_persons() {
    let paar = deel(1, date(2020, 1, 1), None);
    let bestand = Bestand::new()
        .with(paar)
        .with(partner(paar, 2))
        .with_lopend(10, 3);
    assert_eq!(bestand.figure(Indicator::BestandUitkeringen), "4/-=4");
    assert_eq!(bestand.figure(Indicator::BestandPersonen), "5/-=5");
}

#[test]
fn a_person_with_two_benefits_is_one_person() {
    let mut bbz = deel(2, date(2026, 1, 1), None);
    bbz.dossier = wie(1);
    bbz.regeling = Regeling::Bbz;
    let bestand = Bestand::new().with_lopend(1, 1).with(bbz);
    assert_eq!(bestand.figure(Indicator::BestandUitkeringen), "2/-=2");
    assert_eq!(bestand.figure(Indicator::BestandPersonen), "1/-=1");
    assert_eq!(
        bestand.figure_of(Indicator::BestandUitkeringen, Klasse::RegelingBbz),
        "1/-=1"
    );
}

#[test]
fn the_stock_is_that_of_the_last_day() {
    let bestand = Bestand::new()
        .with(deel(1, date(2020, 1, 1), Some(date(2026, 4, 1)))) // the last day is 31 March
        .with(deel(2, date(2020, 1, 1), Some(date(2026, 3, 31)))) // the last day is 30 March
        .with(deel(3, date(2026, 3, 31), None))
        .with(deel(4, date(2026, 4, 1), None));
    assert_eq!(bestand.figure(Indicator::BestandUitkeringen), "2/-=2");
    assert_eq!(bestand.figure(Indicator::Uitstroom), "1/2=50.0");
    assert_eq!(bestand.figure(Indicator::Instroom), "1/2=50.0");
}

#[test]
fn stock_is_split_by_age_and_duration_on_the_last_day() {
    let mut jong = deel(1, date(2025, 4, 1), None);
    jong.geboortedatum = date(1999, 4, 1);
    let bestand = Bestand::new().with(jong).with_lopend(10, 2);
    let personen = |klasse| bestand.figure_of(Indicator::BestandPersonen, klasse);
    let uitkeringen = |klasse| bestand.figure_of(Indicator::BestandUitkeringen, klasse);
    assert_eq!(personen(Klasse::LeeftijdOnder27), "1/-=1");
    assert_eq!(personen(Klasse::Leeftijd45Plus), "2/-=2");
    assert_eq!(personen(Klasse::Leeftijd27Tot45), "0/-=0");
    assert_eq!(uitkeringen(Klasse::DuurOnder1), "1/-=1");
    assert_eq!(uitkeringen(Klasse::Duur5Tot10), "2/-=2");
}

#[test]
fn the_volume_is_compared_with_the_day_before_the_quarter_and_a_year_ago() {
    let bestand = Bestand::new()
        .with_lopend(1, 8)
        .with(deel(20, date(2020, 1, 1), Some(date(2025, 6, 1))))
        .with(deel(21, date(2020, 1, 1), Some(date(2025, 6, 1))))
        .with(deel(30, date(2026, 2, 1), None));
    assert_eq!(bestand.figure(Indicator::Volumeontwikkeling), "1/8=12.5");
    assert_eq!(
        bestand.figure(Indicator::VolumeontwikkelingJaar),
        "-1/10=-10.0"
    );
}

#[test]
fn nothing_is_compared_with_a_day_before_the_first_file() {
    // The quarter is the first of 2026: who left before July 2025 is in no file.
    let bestand = |eerste| {
        Bestand::delivered_since(Maand::parse(eerste).unwrap())
            .with_lopend(1, 12)
            .with(deel(30, date(2020, 1, 1), Some(date(2026, 2, 1))))
    };
    let laat = bestand("2025-07");
    assert_eq!(laat.figure(Indicator::VolumeontwikkelingJaar), "12/0=-");
    assert_eq!(laat.figure(Indicator::Volumeontwikkeling), "-1/13=-7.7");
    let net = bestand("2025-04");
    assert_eq!(net.figure(Indicator::VolumeontwikkelingJaar), "-1/13=-7.7");
}

#[test]
fn a_break_counts_from_thirty_days_on() {
    // 30 days without benefit: 1 February up to and including 2 March.
    let lang = Bestand::new()
        .with_lopend(50, 10)
        .with(deel(1, date(2020, 1, 1), Some(date(2026, 2, 1))))
        .with(deel(1, date(2026, 3, 3), None));
    assert_eq!(lang.figure(Indicator::Uitstroom), "1/11=9.1");
    assert_eq!(lang.figure(Indicator::Instroom), "1/11=9.1");
    // 29 days.
    let kort = Bestand::new()
        .with_lopend(50, 10)
        .with(deel(1, date(2020, 1, 1), Some(date(2026, 2, 1))))
        .with(deel(1, date(2026, 3, 2), None));
    assert_eq!(kort.figure(Indicator::Uitstroom), "0/11=0.0");
    assert_eq!(kort.figure(Indicator::Instroom), "0/11=0.0");
}

#[test]
fn partners_who_part_neither_leave_nor_enter() {
    let paar = deel(1, date(2020, 1, 1), Some(date(2026, 2, 1)));
    let mut alleen = deel(2, date(2026, 2, 1), None);
    let bestand = Bestand::new()
        .with_lopend(50, 10)
        .with(paar)
        .with(partner(paar, 2))
        .with(alleen)
        .with({
            alleen.uitkering = UitkeringId::new(id(3));
            alleen.dossier = wie(1);
            alleen
        });
    assert_eq!(bestand.figure(Indicator::Uitstroom), "0/11=0.0");
    assert_eq!(bestand.figure(Indicator::Instroom), "0/11=0.0");
    assert_eq!(bestand.figure(Indicator::Volumeontwikkeling), "1/11=9.1");
}

#[test]
fn who_joins_a_benefit_does_not_enter() {
    let samen = deel(3, date(2026, 2, 10), None);
    let bestand = Bestand::new()
        .with_lopend(50, 10)
        .with(deel(1, date(2020, 1, 1), Some(date(2026, 2, 10))))
        .with(partner(samen, 1))
        .with(partner(samen, 2));
    assert_eq!(bestand.figure(Indicator::Instroom), "0/11=0.0");
    assert_eq!(bestand.figure(Indicator::Uitstroom), "0/11=0.0");
}

#[test]
fn the_age_of_aow_is_no_outflow() {
    let einde = |nummer, reden| {
        because(
            deel(nummer, date(2020, 1, 1), Some(date(2026, 2, 1))),
            reden,
        )
    };
    let bestand = Bestand::new()
        .with_lopend(50, 8)
        .with(einde(1, Some(Eindreden::AowLeeftijd)))
        .with(einde(2, None));
    assert_eq!(bestand.figure(Indicator::Uitstroom), "1/10=10.0");
}

#[test]
fn work_of_one_partner_is_the_reason_of_both() {
    let einde = deel(1, date(2020, 1, 1), Some(date(2026, 2, 1)));
    let bestand = Bestand::new()
        .with(because(einde, Some(Eindreden::Anders)))
        .with(because(partner(einde, 2), Some(Eindreden::Werk)))
        .with(deel(3, date(2020, 1, 1), Some(date(2026, 3, 1))))
        .with(because(
            deel(4, date(2020, 1, 1), Some(date(2026, 3, 1))),
            None,
        ));
    assert_eq!(bestand.figure(Indicator::UitstroomNaarWerk), "1/3=33.3");
}

#[test]
fn return_looks_at_who_left_a_year_before() {
    let vertrek = Some(date(2025, 2, 1));
    let bestand = Bestand::new()
        .with(deel(1, date(2020, 1, 1), vertrek))
        .with(deel(1, date(2026, 1, 31), None)) // one day less than twelve months
        .with(deel(2, date(2020, 1, 1), vertrek))
        .with(deel(2, date(2026, 2, 1), None)) // twelve months later
        .with(deel(3, date(2020, 1, 1), vertrek))
        .with(deel(3, date(2025, 2, 20), None)) // within 30 days: never left
        .with(deel(4, date(2020, 1, 1), Some(date(2025, 4, 1)))); // left a quarter later
    assert_eq!(bestand.figure(Indicator::Terugkeer), "1/2=50.0");
}

#[test]
fn timeliness_counts_from_start_to_entry_by_the_quarter_of_entry() {
    let begin = date(2025, 12, 1);
    let bestand = Bestand::new()
        .with(entered(deel(1, begin, None), Some(date(2026, 1, 26)))) // 56 days
        .with(entered(deel(2, begin, None), Some(date(2026, 1, 27)))) // 57 days
        .with(entered(deel(3, begin, None), Some(date(2025, 12, 31)))) // entered before the quarter
        .with(entered(
            deel(4, date(2026, 3, 1), None),
            Some(date(2026, 4, 1)),
        )) // after it
        .with(entered(deel(5, begin, None), None));
    assert_eq!(bestand.figure(Indicator::Invoertermijn), "1/2=50.0");
}

#[test]
fn duration_is_in_months_of_a_twelfth_of_a_year() {
    let bestand = Bestand::new()
        .with(deel(1, date(2025, 3, 31), None)) // 365 days
        .with(deel(2, date(2026, 3, 31), None)); // 0 days
    assert_eq!(
        bestand.figure(Indicator::Uitkeringsduur).rsplit('=').next(),
        Some("6.0")
    );
}

#[test]
fn income_from_work_is_that_of_the_last_month_of_who_has_a_benefit() {
    let bestand = Bestand::new()
        .with_lopend(1, 4)
        .with(deel(9, date(2020, 1, 1), Some(date(2026, 3, 15))))
        .with_inkomen(1, "500.00")
        .with_inkomen(1, "100.00")
        .with_inkomen(2, "460.50")
        .with_inkomen(3, "0.00")
        .with_inkomen(9, "900.00");
    assert_eq!(bestand.figure(Indicator::InkomenUitWerk), "2/4=50.0");
    assert_eq!(
        bestand.figure(Indicator::GemiddeldInkomenUitWerk),
        "1060.5/2=530.25"
    );
}

#[test]
fn a_mean_over_nobody_is_no_figure() {
    let bestand = Bestand::new().with_lopend(1, 4);
    assert_eq!(bestand.figure(Indicator::GemiddeldInkomenUitWerk), "0/0=-");
    assert_eq!(bestand.figure(Indicator::UitstroomNaarWerk), "0/0=-");
    assert_eq!(bestand.figure(Indicator::CaseloadPerFte), "4/0=-");
    assert_eq!(
        bestand.figure_of(Indicator::TredeVerdeling, Klasse::Trede1),
        "0/0=-"
    );
}

#[test]
fn exemptions_are_a_share_of_persons() {
    let bestand = Bestand::new()
        .with_lopend(1, 4)
        .with_ontheffing(1)
        .with_inkomen(2, "0.00");
    assert_eq!(bestand.figure(Indicator::Ontheffing), "1/4=25.0");
}

#[test]
fn wage_cost_subsidies_and_their_mean_wage_value() {
    let bestand = Bestand::new()
        .with_lks(1, Some(40))
        .with_lks(2, Some(50))
        .with_lks(3, None);
    assert_eq!(bestand.figure(Indicator::Loonkostensubsidie), "3/-=3");
    assert_eq!(bestand.figure(Indicator::Loonwaarde), "90/2=45.0");
    assert_eq!(
        bestand.figure_of(Indicator::Loonwaarde, Klasse::Loonwaarde50Tot75),
        "1/2=50.0"
    );
}

#[test]
fn guided_without_a_benefit_counts_once_and_joins_the_caseload() {
    let bestand = Bestand::new()
        .with_lopend(1, 3)
        .with_begeleiding(1, None)
        .with_begeleiding(7, None)
        .with_begeleiding(8, Some(date(2026, 3, 31)))
        .with_fte(Functie::Klantmanager, "1,5")
        .with_fte(Functie::Klantmanager, "0,5")
        .with_fte(Functie::Accountmanager, "4");
    assert_eq!(
        bestand.figure(Indicator::BanenafspraakZonderUitkering),
        "1/-=1"
    );
    assert_eq!(bestand.figure(Indicator::CaseloadPerFte), "4/2=2.0");
}

#[test]
fn nijkerk_has_the_caseload_per_fte_of_its_council_proposal() {
    // Raadsvoorstel 2018-077: 507 with a benefit, 124 without, 3,90 fte of case workers.
    let mut bestand = Bestand::new()
        .with_lopend(1, 507)
        .with_fte(Functie::Klantmanager, "3.9");
    for nummer in 1000..1124 {
        bestand = bestand.with_begeleiding(nummer, None);
    }
    assert_eq!(bestand.figure(Indicator::CaseloadPerFte), "631/3.9=161.8");
}

#[test]
fn in_view_is_a_contact_or_a_measurement_within_the_term() {
    let bestand = Bestand::new()
        .with_lopend(1, 4)
        .with_contact(1, date(2025, 9, 30)) // six months before the last day
        .with_contact(2, date(2025, 9, 29))
        .with_meting(3, date(2026, 2, 1), 2)
        .with_contact(4, date(2026, 4, 2)) // after the quarter
        .with_contact(99, date(2026, 3, 1)); // not in the caseload
    assert_eq!(bestand.figure(Indicator::InBeeld), "2/4=50.0");
    assert_eq!(bestand.figure(Indicator::Metingsdekking), "1/4=25.0");
}

#[test]
fn the_term_of_the_college_decides_who_is_in_view() {
    let bestand = Bestand::new()
        .with_lopend(1, 2)
        .with_contact(1, date(2025, 4, 1));
    let mut rekenwijze = Rekenwijze::STANDAARD;
    rekenwijze.inbeeld_termijn.waarde = 12;
    let cijfers = calculate_kwartaalcijfers(kwartaal(), bekend_op(), rekenwijze, &bestand.feiten);
    let cijfer = cijfers.find(Indicator::InBeeld, Klasse::Totaal).unwrap();
    assert_eq!(cijfer.waarde.unwrap().to_string(), "50.0");
}

#[test]
fn the_ladder_shows_the_last_measurement_and_the_movement_in_the_quarter() {
    let bestand = Bestand::new()
        .with_lopend(1, 5)
        .with_meting(1, date(2025, 10, 1), 2)
        .with_meting(1, date(2026, 1, 5), 3)
        .with_meting(1, date(2026, 3, 5), 4) // up two
        .with_meting(2, date(2025, 10, 1), 3)
        .with_meting(2, date(2026, 2, 1), 2) // down one
        .with_meting(3, date(2025, 1, 1), 4) // not measured again: no movement
        .with_meting(4, date(2026, 2, 1), 1) // measured for the first time
        .with_meting(99, date(2026, 2, 1), 6); // not in the caseload
    let verdeling = |klasse| bestand.figure_of(Indicator::TredeVerdeling, klasse);
    assert_eq!(verdeling(Klasse::Trede4), "2/4=50.0");
    assert_eq!(verdeling(Klasse::Trede6), "0/4=0.0");
    let beweging = |klasse| bestand.figure_of(Indicator::TredeBeweging, klasse);
    assert_eq!(beweging(Klasse::BewegingOmhoog), "1/2=50.0");
    assert_eq!(beweging(Klasse::BewegingGelijk), "0/2=0.0");
    assert_eq!(beweging(Klasse::BewegingOmlaag), "1/2=50.0");
    assert_eq!(bestand.figure(Indicator::TredeStap), "1/2=0.50");
    assert_eq!(bestand.figure(Indicator::Metingsdekking), "3/5=60.0");
}

#[test]
fn of_two_measurements_on_a_day_the_later_registered_counts() {
    let bestand = Bestand::new()
        .with_lopend(1, 1)
        .with_meting(1, date(2026, 2, 1), 2)
        .with_meting(1, date(2026, 2, 1), 5);
    assert_eq!(
        bestand.figure_of(Indicator::TredeVerdeling, Klasse::Trede5),
        "1/1=100.0"
    );
}

#[test]
fn a_new_benefit_is_entered_in_time_within_eight_weeks_and_judged_only_when_they_are_over() {
    // Known on 1 May: what began up to and including 6 March had its eight weeks.
    let oordeel = |delen: &[(Datum, Option<Datum>)]| {
        let mut bestand = Bestand::new().with_lopend(50, 10);
        for (nummer, (van, op)) in (1..).zip(delen) {
            bestand = bestand.with(entered(deel(nummer, *van, None), *op));
        }
        let kwaliteit = bestand.calculate().kwaliteit;
        kwaliteit
            .get(&Kwaliteitsregel::TijdigGeregistreerd)
            .copied()
    };
    let (januari, maart) = (date(2026, 1, 5), date(2026, 3, 7));
    let (net, laat) = (Some(date(2026, 3, 2)), Some(date(2026, 3, 3)));
    assert_eq!(oordeel(&[(januari, net)]), Some(Oordeel::Goed));
    assert_eq!(oordeel(&[(januari, laat)]), Some(Oordeel::Onvoldoende));
    assert_eq!(oordeel(&[(januari, None)]), Some(Oordeel::Onvoldoende));
    assert_eq!(oordeel(&[(maart, Some(maart))]), None);
    let laatste = (date(2026, 3, 6), Some(date(2026, 5, 1)));
    assert_eq!(oordeel(&[laatste]), Some(Oordeel::Goed));
    // Nine punctual ones of March hide no late one of January.
    let maarts = [(maart, Some(maart)); 9];
    let alles = [maarts.as_slice(), &[(januari, laat)]].concat();
    assert_eq!(oordeel(&alles), Some(Oordeel::Onvoldoende));
}
