//! The files as a whole: round trips, every kind of fault, and bytes that are no file at all.

use primitives::GemeenteCode;
use proptest::prelude::*;

use super::*;

const BUS_KOP: &str = "statistiekjaar;statistiekmaand;berichtgevercode;gemeentecode;softwarepakket;release;\
registratienummer;statistiekcode;classificatie_bbz;leefvorm;aantal_kostendelers;bedrag_norm;bedrag_vermindering;\
bedrag_inkomsten;betaalbaar_gesteld;datum_invoering;cluster_bijzondere_bijstand;bsn;geboortedatum;geslacht;\
huisvesting;aanvangsdatum;einddatum;ontheffing;einddatum_ontheffing;reden_einde_ontheffing;tegenprestatie;\
reden_vermindering;aanvang_vermindering;einde_vermindering;soort_inkomsten;bedrag_inkomsten_persoon;vrijlating;\
reden_einde";
const SRG_KOP: &str = "statistiekjaar;statistiekmaand;statistiekcode;softwarepakket;release;gemeentecode;\
berichtgevercode;bsn;geboortedatum;geslacht;trede;begindatum_trede;arbeidsvermogen;registratienummer_voorziening;\
type_voorziening;begindatum;einddatum;reden_einde;loonwaarde";

const ALLEEN: &str = "2026;03;0267;0267;gws;2026.1;U1;01;;1;01;1402;+0000;+0530;000828;20250402;;111222333;\
19880412;2;1;20250401;;2;;;2;;;;11;+0530;1;";
const PARTNER_A: &str = "2026;03;0267;0267;gws;2026.1;U2;01;;3;02;2002;+0000;+0000;001902;20250402;;010464554;\
19800101;1;1;20250401;20260315;2;;;2;01;20260301;20260331;;;2;11";
const PARTNER_B: &str = "2026;03;0267;0267;gws;2026.1;U2;01;;3;02;2002;+0000;+0000;001902;20250402;;123456782;\
19820202;2;1;20250401;20260315;5;20270101;;2;;;;;;;97";
const LADDER: &str =
    "2026;03;10;gws;2026.1;0267;0267;111222333;19880412;2;3;20260212;1;V1;04;20250901;;;051";

fn nijkerk() -> GemeenteCode {
    GemeenteCode::parse("GM0267").unwrap()
}

fn bus(regels: &[&str]) -> Result<BusBestand, Bestandsfouten> {
    BusBestand::parse(file(BUS_KOP, regels).as_bytes(), nijkerk())
}

fn srg(regels: &[&str]) -> Result<SrgBestand, Bestandsfouten> {
    SrgBestand::parse(file(SRG_KOP, regels).as_bytes(), nijkerk())
}

fn file(kop: &str, regels: &[&str]) -> String {
    let mut uit = format!("{kop}\n");
    for regel in regels {
        uit.push_str(regel);
        uit.push('\n');
    }
    uit
}

/// The line with one column replaced.
fn with(velden: &[Veld], regel: &str, naam: &str, waarde: &str) -> String {
    let plek = velden.iter().position(|veld| veld.naam == naam).unwrap();
    let mut waarden: Vec<_> = regel.split(';').collect();
    waarden[plek] = waarde;
    waarden.join(";")
}

/// Line and column of every fault.
fn places<T: std::fmt::Debug>(uitkomst: Result<T, Bestandsfouten>) -> Vec<(u64, &'static str)> {
    let fouten = uitkomst.expect_err("the file has a fault");
    fouten
        .list()
        .iter()
        .map(|fout| (fout.regel, fout.veld))
        .collect()
}

#[test]
fn the_headers_are_those_of_the_contract() {
    let kop = |velden: &[Veld]| {
        velden
            .iter()
            .map(|veld| veld.naam)
            .collect::<Vec<_>>()
            .join(";")
    };
    assert_eq!(kop(&BUS_VELDEN), BUS_KOP);
    assert_eq!(kop(&SRG_VELDEN), SRG_KOP);
}

#[test]
fn a_file_is_written_back_as_it_was_read() {
    let tekst = file(BUS_KOP, &[ALLEEN, PARTNER_A, PARTNER_B]);
    let bestand = BusBestand::parse(tekst.as_bytes(), nijkerk()).unwrap();
    assert_eq!(String::from_utf8(bestand.render_csv()).unwrap(), tekst);
    assert_eq!(bestand.maanden().len(), 1);
    let tekst = file(SRG_KOP, &[LADDER]);
    let bestand = SrgBestand::parse(tekst.as_bytes(), nijkerk()).unwrap();
    assert_eq!(String::from_utf8(bestand.render_csv()).unwrap(), tekst);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_no_matter() {
    let tekst = file(BUS_KOP, &[ALLEEN]).replace('\n', "\r\n");
    let bestand = BusBestand::parse(format!("\u{feff}{tekst}").as_bytes(), nijkerk()).unwrap();
    assert_eq!(bestand.regels(), bus(&[ALLEEN]).unwrap().regels());
    assert!(
        bus(&[ALLEEN, "", PARTNER_A]).is_ok(),
        "an empty line is skipped"
    );
}

#[test]
fn short_amounts_get_the_width_of_the_law() {
    let regel = with(&BUS_VELDEN, ALLEEN, "bedrag_inkomsten", "530");
    let regel = with(&BUS_VELDEN, &regel, "betaalbaar_gesteld", "828");
    assert_eq!(bus(&[&regel]).unwrap(), bus(&[ALLEEN]).unwrap());
}

#[test]
fn a_wrong_header_is_named_without_showing_the_line() {
    let fouten = BusBestand::parse(format!("{ALLEEN}\n").as_bytes(), nijkerk()).unwrap_err();
    let [fout] = fouten.list() else {
        panic!("one fault")
    };
    assert_eq!(
        (fout.regel, fout.veld, fout.waarde.as_str()),
        (1, "kop", "")
    );
    let kop = BUS_KOP.replace("leefvorm;", "");
    let fouten = BusBestand::parse(format!("{kop}\n").as_bytes(), nijkerk()).unwrap_err();
    assert_eq!(
        fouten.list()[0].voorschrift,
        "in de kop ontbreekt: leefvorm"
    );
    let omgekeerd = BUS_KOP.replace(
        "statistiekjaar;statistiekmaand",
        "statistiekmaand;statistiekjaar",
    );
    assert_eq!(
        places(BusBestand::parse(omgekeerd.as_bytes(), nijkerk())),
        [(1, "kop")]
    );
    assert_eq!(places(BusBestand::parse(b"", nijkerk())), [(1, "kop")]);
    assert_eq!(places(bus(&[])), [(1, "kop")]);
    assert_eq!(
        places(BusBestand::parse(SRG_KOP.as_bytes(), nijkerk())),
        [(1, "kop")]
    );
}

#[test]
fn every_wrong_field_of_every_line_is_reported() {
    let mut regel = ALLEEN.to_owned();
    for (veld, waarde) in [
        ("statistiekmaand", "13"),
        ("gemeentecode", "0294"),
        ("softwarepakket", "xyz"),
        ("statistiekcode", "99"),
        ("bedrag_norm", "1401.505"),
        ("bsn", "111222334"),
        ("geboortedatum", "19880231"),
        ("soort_inkomsten", "12"),
    ] {
        regel = with(&BUS_VELDEN, &regel, veld, waarde);
    }
    let fouten = bus(&[PARTNER_A, PARTNER_B, &regel, "a;b"]).unwrap_err();
    let velden: Vec<_> = fouten
        .list()
        .iter()
        .map(|fout| (fout.regel, fout.veld))
        .collect();
    assert_eq!(
        velden,
        [
            (4, "statistiekmaand"),
            (4, "gemeentecode"),
            (4, "softwarepakket"),
            (4, "statistiekcode"),
            (4, "bedrag_norm"),
            (4, "bsn"),
            (4, "geboortedatum"),
            (4, "soort_inkomsten"),
            (5, "regel"),
        ]
    );
    let getoond: Vec<_> = fouten
        .list()
        .iter()
        .map(|fout| fout.waarde.as_str())
        .collect();
    assert_eq!(
        getoond,
        [
            "13",
            "0294",
            "xyz",
            "99",
            "1401.505",
            "•••",
            "•••",
            "12",
            "2 velden"
        ]
    );
    assert!(
        fouten.list()[8]
            .voorschrift
            .starts_with("een regel heeft 34 velden")
    );
}

#[test]
fn relations_within_a_record_are_checked() {
    for (veld, waarde, gemeld) in [
        ("einddatum", "20250331", "einddatum"),
        ("einddatum", "20260331", "reden_einde"),
        ("reden_einde", "11", "einddatum"),
        ("classificatie_bbz", "1", "classificatie_bbz"),
        ("statistiekcode", "14", "classificatie_bbz"),
        ("statistiekcode", "12", "cluster_bijzondere_bijstand"),
        (
            "cluster_bijzondere_bijstand",
            "k",
            "cluster_bijzondere_bijstand",
        ),
        ("leefvorm", "", "leefvorm"),
        ("bedrag_norm", "", "bedrag_norm"),
        ("huisvesting", "", "huisvesting"),
        ("aanvangsdatum", "20260401", "aanvangsdatum"),
        ("geboortedatum", "20250401", "geboortedatum"),
        ("soort_inkomsten", "", "soort_inkomsten"),
        ("bedrag_inkomsten_persoon", "", "bedrag_inkomsten_persoon"),
        ("reden_vermindering", "01", "aanvang_vermindering"),
        ("einde_vermindering", "20260301", "reden_vermindering"),
        ("reden_einde_ontheffing", "5", "einddatum_ontheffing"),
        ("bsn", "", "bsn"),
    ] {
        let regel = with(&BUS_VELDEN, ALLEEN, veld, waarde);
        let regel = if veld == "einddatum" && gemeld == "einddatum" {
            with(&BUS_VELDEN, &regel, "reden_einde", "98")
        } else {
            regel
        };
        let velden: Vec<_> = places(bus(&[&regel]))
            .into_iter()
            .map(|(_, veld)| veld)
            .collect();
        assert!(velden.contains(&gemeld), "{veld}={waarde}: {velden:?}");
    }
}

#[test]
fn a_broken_partner_field_gives_one_fault_and_no_echo() {
    let regel = with(&BUS_VELDEN, PARTNER_A, "einddatum", "20260230");
    assert_eq!(places(bus(&[&regel])), [(2, "einddatum")]);
}

#[test]
fn partners_agree_on_their_benefit() {
    let anders = with(&BUS_VELDEN, PARTNER_B, "bedrag_norm", "2003");
    let fouten = bus(&[PARTNER_A, &anders]).unwrap_err();
    assert_eq!(
        (fouten.list()[0].regel, fouten.list()[0].veld),
        (3, "bedrag_norm")
    );
    assert!(fouten.list()[0].voorschrift.contains("regel 2"));
    assert_eq!(places(bus(&[ALLEEN, ALLEEN])), [(3, "bsn")]);
    let derde = with(&BUS_VELDEN, PARTNER_B, "bsn", "111222333");
    assert_eq!(
        places(bus(&[PARTNER_A, PARTNER_B, &derde])),
        [(4, "registratienummer")]
    );
    let tweede = with(&BUS_VELDEN, ALLEEN, "bsn", "010464554");
    assert_eq!(places(bus(&[ALLEEN, &tweede])), [(3, "leefvorm")]);
}

#[test]
fn a_person_is_the_same_in_every_benefit_of_a_month() {
    let ander = with(&BUS_VELDEN, ALLEEN, "registratienummer", "U3");
    assert!(bus(&[ALLEEN, &ander]).is_ok());
    let jonger = with(&BUS_VELDEN, &ander, "geboortedatum", "19900412");
    assert_eq!(places(bus(&[ALLEEN, &jonger])), [(3, "bsn")]);
    let later = with(&BUS_VELDEN, &jonger, "statistiekmaand", "04");
    let bestand = bus(&[ALLEEN, &later]).unwrap();
    assert_eq!(bestand.maanden().len(), 2, "each month stands by itself");
}

#[test]
fn a_month_comes_from_one_delivery() {
    let ander = with(&BUS_VELDEN, PARTNER_A, "release", "2026.2");
    assert_eq!(places(bus(&[ALLEEN, &ander])), [(3, "release")]);
    let later = with(&BUS_VELDEN, &ander, "statistiekmaand", "04");
    let bestand = bus(&[ALLEEN, &later]).unwrap();
    let releases: Vec<_> = bestand
        .koppen()
        .values()
        .map(|kop| kop.release.clone())
        .collect();
    assert_eq!(
        releases,
        [Release::parse("2026.1").ok(), Release::parse("2026.2").ok()]
    );
}

#[test]
fn the_ladder_and_provisions_are_checked() {
    for (veld, waarde, gemeld) in [
        ("statistiekcode", "01", "statistiekcode"),
        ("trede", "7", "trede"),
        ("trede", "0", "trede"),
        ("trede", "", "trede"),
        ("begindatum_trede", "", "begindatum_trede"),
        ("begindatum_trede", "20260401", "begindatum_trede"),
        ("type_voorziening", "", "type_voorziening"),
        ("begindatum", "", "begindatum"),
        (
            "registratienummer_voorziening",
            "",
            "registratienummer_voorziening",
        ),
        ("einddatum", "20260301", "reden_einde"),
        ("loonwaarde", "101", "loonwaarde"),
        ("gemeentecode", "1509", "gemeentecode"),
    ] {
        let regel = with(&SRG_VELDEN, LADDER, veld, waarde);
        assert_eq!(places(srg(&[&regel])), [(2, gemeld)], "{veld}={waarde}");
    }
    let tweede = with(&SRG_VELDEN, LADDER, "registratienummer_voorziening", "V2");
    assert!(srg(&[LADDER, &tweede]).is_ok());
    assert_eq!(
        places(srg(&[LADDER, LADDER])),
        [(3, "registratienummer_voorziening")]
    );
    let hoger = with(&SRG_VELDEN, &tweede, "trede", "4");
    assert_eq!(places(srg(&[LADDER, &hoger])), [(3, "trede")]);
    let kaal = "2026;03;10;gws;;0267;0267;111222333;19880412;2;;;;;;;;;";
    assert!(
        srg(&[kaal]).is_ok(),
        "a person without position or provision"
    );
}

#[test]
fn sharing_costs_counts_those_entitled() {
    let aantal = |leefvorm: &str, aantal: &str| {
        let regel = with(&BUS_VELDEN, ALLEEN, "leefvorm", leefvorm);
        let regel = with(&BUS_VELDEN, &regel, "aantal_kostendelers", aantal);
        bus(&[&regel]).unwrap().regels()[0].uitkering.kostendelers()
    };
    assert_eq!(
        (aantal("1", "00"), aantal("1", "01"), aantal("1", "")),
        (None, None, None)
    );
    assert_eq!(
        (aantal("1", "02"), aantal("3", "02"), aantal("3", "03")),
        (Some(2), None, Some(3))
    );
}

#[test]
fn text_that_is_no_utf8_is_a_fault_of_its_field() {
    let mut bytes = file(BUS_KOP, &[ALLEEN]).into_bytes();
    let plek = bytes.windows(6).position(|w| w == b"2026.1").unwrap();
    bytes[plek] = 0xff;
    assert_eq!(
        places(BusBestand::parse(&bytes, nijkerk())),
        [(2, "release")]
    );
}

#[test]
fn names_are_read_and_never_shown() {
    let lees = |tekst: &str| Namenbestand::parse(tekst.as_bytes(), nijkerk());
    let bestand = lees("bsn;naam\n111222333;Noor van der Veen\n").unwrap();
    assert_eq!(bestand.regels()[0].naam.as_str(), "Noor van der Veen");
    assert_eq!(
        format!("{:?}", bestand.regels()[0]),
        "Naamregel { bsn: Bsn(…), naam: Naam(…) }"
    );
    let fouten = lees("bsn;naam\n111222333;=cmd|x\n").unwrap_err();
    assert_eq!(fouten.list()[0].waarde, "•••");
}

proptest! {
    #[test]
    fn bytes_that_are_no_file_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(BusBestand::parse(&bytes, nijkerk()).is_err());
        prop_assert!(SrgBestand::parse(&bytes, nijkerk()).is_err());
        let mut met_kop = format!("{BUS_KOP}\n").into_bytes();
        met_kop.extend(&bytes);
        prop_assert!(BusBestand::parse(&met_kop, nijkerk()).is_err());
    }

    #[test]
    fn a_broken_byte_gives_a_file_or_faults(plek in 0usize..2_000, byte in any::<u8>()) {
        let mut bytes = file(BUS_KOP, &[ALLEEN, PARTNER_A, PARTNER_B]).into_bytes();
        let plek = plek % bytes.len();
        bytes[plek] = byte;
        match BusBestand::parse(&bytes, nijkerk()) {
            Ok(bestand) => prop_assert!(bestand.regels().len() <= 3),
            Err(fouten) => prop_assert!(fouten.totaal() > 0 && fouten.list().len() <= FOUTEN_MAX),
        }
    }

    #[test]
    fn what_is_written_is_read_back(
        norm in 0i32..=9_999, inkomsten in -9_999i32..=9_999, betaald in 0i32..=999_999,
        leefvorm in 0usize..4, huisvesting in 0usize..6, kostendelers in proptest::option::of(0u8..=99),
    ) {
        let mut regel = bus(&[ALLEEN]).unwrap().regels()[0].clone();
        regel.uitkering.bedrag_norm = Some(Bedrag::try_new(norm).unwrap());
        regel.uitkering.bedrag_inkomsten = Some(Bedrag::try_new(inkomsten).unwrap());
        regel.uitkering.betaalbaar_gesteld = Bedrag::try_new(betaald).unwrap();
        regel.uitkering.leefvorm = Some(Leefvorm::ALL[leefvorm]);
        regel.uitkering.aantal_kostendelers = kostendelers;
        regel.persoon.huisvesting = Some(Huisvesting::ALL[huisvesting]);
        let bestand = BusBestand::try_new(nijkerk(), vec![regel]).unwrap();
        prop_assert_eq!(BusBestand::parse(&bestand.render_csv(), nijkerk()).unwrap(), bestand);
    }
}

#[test]
fn a_file_of_another_municipality_is_refused_with_one_fault() {
    let ander = |regel: &str| with(&BUS_VELDEN, regel, "gemeentecode", "0294");
    let (a, b) = (ander(ALLEEN), ander(PARTNER_A));
    let fouten = bus(&[&a, "a;b", &b]).unwrap_err();
    let [fout] = fouten.list() else {
        panic!("one fault: {fouten:?}")
    };
    assert_eq!(
        (fout.regel, fout.veld, fout.waarde.as_str()),
        (2, "gemeentecode", "0294")
    );
    assert_eq!(
        fout.voorschrift,
        "dit bestand is van gemeente 0294, maar u koos gemeente 0267: kies gemeente 0294 of neem het bestand van 0267"
    );
    let ladder = with(&SRG_VELDEN, LADDER, "gemeentecode", "0294");
    assert_eq!(places(srg(&[&ladder, &ladder])), [(2, "gemeentecode")]);
}

#[test]
fn a_file_of_several_municipalities_is_refused_by_line() {
    let ander = |code: &str| with(&BUS_VELDEN, ALLEEN, "gemeentecode", code);
    let (a, b, c) = (ander("0294"), ander("0301"), ander("0294"));
    assert_eq!(
        places(bus(&[&a, &b])),
        [(2, "gemeentecode"), (3, "gemeentecode")]
    );
    assert_eq!(places(bus(&[&c, ALLEEN])), [(2, "gemeentecode")]);
    let geen = ander("Ede");
    assert_eq!(
        places(bus(&[&geen, &geen])),
        [(2, "gemeentecode"), (3, "gemeentecode")]
    );
}
