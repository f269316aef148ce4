//! A report as it could lie before the meeting of Nijkerk. Only the numbers of residents are real (seed 004);
//! all other figures are example values.

use domain::sturing::Oordeel;
use jiff::civil::date;
use primitives::{GemeenteCode, Kwartaal, SluitingId, id_at};
use reports::kwartaal::{
    Afspraakregel, Datakwaliteit, Hoofdstuk, Indicatorcijfer, Kwartaalrapport, Normstand,
    Onderdeelstand, Opdrachtonderdeel, Overlegverslag, Sluiting, Stand, Trendpunt, Verdeling,
    Verdelingsregel,
};
use reports::{Cijfer, Eenheid, Kleur};

/// A known figure.
pub fn bekend(tekst: &str) -> Cijfer {
    Cijfer::Bekend(tekst.parse().unwrap())
}

/// The example report.
pub fn rapport() -> Kwartaalrapport {
    let gesloten_op = "2026-04-20T12:30:00Z".parse().unwrap();
    Kwartaalrapport {
        gemeente: GemeenteCode::parse("GM0267").unwrap(),
        gemeentenaam: "Nijkerk".to_owned(),
        organisatie: "Werkleerbedrijf Voorbeeldregio".to_owned(),
        kleur: Kleur::parse("#1d5c9e").unwrap(),
        kwartaal: Kwartaal::parse("2026-K1").unwrap(),
        sluiting: Sluiting {
            id: SluitingId::new(id_at(gesloten_op, 1)),
            versie: 1,
            bekend_op: date(2026, 4, 20),
            gesloten_op,
            gesloten_door: "A. de Wit, directie".to_owned(),
            controlegetal: "9f2c".repeat(16),
        },
        andere_gemeenten: 5,
        kenmerken: vec![(
            "In beeld na contact of meting binnen".to_owned(),
            "6 maanden (voorbeeldwaarde, geen besluit)".to_owned(),
        )],
        aandachtspunten: vec!["Het SRG-bestand van 2026-02 is niet ontvangen.".to_owned()],
        samenvatting: vec![
            "Het aantal uitkeringen daalde licht. Vooral jongeren vonden werk; de instroom bleef gelijk.".to_owned(),
            "De tredemeting is nog niet compleet. Vergelijk de verdeling over de ladder daarom met voorzichtigheid.".to_owned(),
        ],
        hoofdstukken: vec![bestand(), stromen(), ontwikkeling(), uitvoering()],
        opdracht: opdracht(),
        overleg: Some(Overlegverslag {
            datum: date(2026, 1, 22),
            afspraken: vec![
                Afspraakregel {
                    tekst: "Alle inwoners op trede 1 en 2 zijn voor 1 juli gesproken.".to_owned(),
                    houder: "teamleider Perspectief".to_owned(),
                    uiterlijk: Some(date(2026, 7, 1)),
                    stand: "loopt".to_owned(),
                },
                Afspraakregel {
                    tekst: "De gemeente levert een lijst van vrijwilligersplekken <b>&amp; stages</b>.".to_owned(),
                    houder: "beleidsadviseur gemeente".to_owned(),
                    uiterlijk: None,
                    stand: "klaar".to_owned(),
                },
            ],
        }),
    }
}

/// An item with a norm, and one that nobody answered.
fn opdracht() -> Vec<Opdrachtonderdeel> {
    vec![
        Opdrachtonderdeel {
            nummer: 1,
            prestatie: "Alle inwoners met begeleiding zijn in beeld <b>&amp; blijven</b> dat.".to_owned(),
            grond: vec![
                "in beeld brengen en houden van alle inwoners die vanuit de Participatiewet begeleiding \
                 ontvangen (kader 1 van raadsbesluit 2018-077)"
                    .to_owned(),
            ],
            aanpak: Some("Elke inwoner krijgt elk kwartaal een gesprek.".to_owned()),
            trekker: Some("team Perspectief".to_owned()),
            gereed: Some(date(2026, 7, 1)),
            stand: Some(Onderdeelstand {
                code: "aandacht",
                naam: "aandacht nodig",
                toelichting: "Twee vacatures; vanaf mei weer op sterkte.".to_owned(),
            }),
            norm: Some(Normstand {
                indicator: "in-beeld",
                naam: "Inwoners in beeld",
                eenheid: Eenheid::Procent,
                norm: "minstens 95,0%".to_owned(),
                cijfer: Cijfer::Onderdrukt,
                oordeel: "niet-vast-te-stellen",
                oordeelnaam: "niet vast te stellen",
            }),
        },
        Opdrachtonderdeel {
            nummer: 3,
            prestatie: "Uitkeringen worden op tijd betaald.".to_owned(),
            grond: vec!["zonder kader: wettelijke taak".to_owned()],
            aanpak: None,
            trekker: None,
            gereed: None,
            stand: None,
            norm: None,
        },
    ]
}

fn indicator(
    nummer: u32,
    sleutel: &str,
    naam: &str,
    eenheid: Eenheid,
    reeks: &[&str],
    mediaan: &[&str],
) -> Indicatorcijfer {
    let kwartaal = Kwartaal::parse("2026-K1").unwrap();
    let cijfer = |tekst: &str| match tekst {
        "x" => Cijfer::Onderdrukt,
        "-" => Cijfer::Ontbreekt,
        getal => bekend(getal),
    };
    let trend: Vec<Trendpunt> = reeks
        .iter()
        .zip(mediaan)
        .zip(1 - i32::try_from(reeks.len()).unwrap()..)
        .map(|((eigen, groep), stap)| Trendpunt {
            kwartaal: kwartaal.plus(stap),
            cijfer: cijfer(eigen),
            groepsmediaan: cijfer(groep),
        })
        .collect();
    let van_achter = |stap: usize| {
        trend
            .iter()
            .rev()
            .nth(stap)
            .map_or(Cijfer::Ontbreekt, |punt| punt.cijfer)
    };
    Indicatorcijfer {
        nummer,
        sleutel: sleutel.to_owned(),
        naam: naam.to_owned(),
        definitie: format!(
            "{naam}: geteld op de laatste dag van het kwartaal, volgens wat op de dag van bekend worden was vastgelegd."
        ),
        definitieversie: 1,
        bron: "Divosa Benchmark W&I".to_owned(),
        eenheid,
        is_kerncijfer: false,
        stand: Some(Stand {
            cijfer: van_achter(0),
            teller: None,
            noemer: None,
            vorig_kwartaal: van_achter(1),
            jaar_eerder: van_achter(4),
            groepsmediaan: trend
                .last()
                .map_or(Cijfer::Ontbreekt, |punt| punt.groepsmediaan),
        }),
        datakwaliteit: Datakwaliteit {
            oordeel: Oordeel::Goed,
            toelichting: "Alle leveringen van dit kwartaal zijn verwerkt.".to_owned(),
        },
        toelichting: None,
        trend,
        verdelingen: Vec::new(),
    }
}

fn bestand() -> Hoofdstuk {
    let mut uitkeringen = indicator(
        1,
        "bestand-uitkeringen",
        "Uitkeringen op de laatste dag",
        Eenheid::Aantal,
        &["548", "541", "533", "530", "522", "519", "512", "507"],
        &["610", "604", "601", "596", "590", "588", "581", "577"],
    );
    uitkeringen.is_kerncijfer = true;
    uitkeringen.toelichting =
        Some("De daling zet door. Vijf uitkeringen eindigden door verhuizing.".to_owned());
    uitkeringen.verdelingen.push(Verdeling {
        naam: "Leeftijd".to_owned(),
        eenheid: Eenheid::Aantal,
        regels: regels(&[
            ("leeftijd-onder-27", "jonger dan 27 jaar", "41", "47"),
            ("leeftijd-27-tot-45", "27 tot 45 jaar", "188", "190"),
            ("leeftijd-45-plus", "45 jaar en ouder", "278", "275"),
        ]),
        totaal: None,
        aantal: None,
        is_ladder: false,
    });
    let mut ontwikkeling = indicator(
        2,
        "volumeontwikkeling",
        "Ontwikkeling van het aantal uitkeringen",
        Eenheid::Procent,
        &[
            "-0.4", "-1.3", "-1.5", "-0.6", "-1.5", "-0.6", "-1.3", "-1.0",
        ],
        &[
            "-0.2", "-1.0", "-0.5", "-0.8", "-1.0", "-0.3", "-1.2", "-0.7",
        ],
    );
    ontwikkeling.is_kerncijfer = true;
    Hoofdstuk {
        titel: "Bestand".to_owned(),
        inleiding: "Hoeveel uitkeringen en personen er zijn, en hoe dat verandert.".to_owned(),
        indicatoren: vec![
            uitkeringen,
            ontwikkeling,
            indicator(
                3,
                "bestand-personen",
                "Personen met een uitkering",
                Eenheid::Aantal,
                &["681", "672", "665", "660", "650", "646", "637", "631"],
                &["750", "744", "739", "735", "728", "722", "715", "709"],
            ),
        ],
    }
}

fn stromen() -> Hoofdstuk {
    let mut uitstroom = indicator(
        6,
        "uitstroom-naar-werk",
        "Uitstroom naar werk, deel van de uitstroom",
        Eenheid::Procent,
        &["38.5", "41.0", "-", "44.4", "39.1", "x", "43.5", "45.8"],
        &[
            "40.0", "40.5", "41.0", "41.5", "40.9", "42.0", "42.4", "42.1",
        ],
    );
    uitstroom.is_kerncijfer = true;
    if let Some(stand) = &mut uitstroom.stand {
        stand.teller = Some(bekend("11"));
        stand.noemer = Some(bekend("24"));
    }
    uitstroom.datakwaliteit = Datakwaliteit {
        oordeel: Oordeel::ALL[1],
        toelichting: "Van 3 van de 24 beëindigingen is de reden onbekend.".to_owned(),
    };
    Hoofdstuk {
        titel: "Instroom en uitstroom".to_owned(),
        inleiding: "Wie binnen 30 dagen terugkomt, telt niet als uitstroom en niet als instroom."
            .to_owned(),
        indicatoren: vec![
            indicator(
                4,
                "instroom",
                "Instroom",
                Eenheid::Procent,
                &["4.2", "3.9", "4.4", "4.0", "3.8", "4.1", "3.6", "3.7"],
                &["4.5", "4.3", "4.4", "4.2", "4.1", "4.2", "4.0", "4.1"],
            ),
            indicator(
                5,
                "uitstroom",
                "Uitstroom",
                Eenheid::Procent,
                &["4.6", "5.1", "5.9", "4.6", "5.3", "4.7", "4.9", "4.7"],
                &["4.6", "4.8", "4.9", "4.7", "4.9", "4.6", "4.8", "4.6"],
            ),
            uitstroom,
            indicator(
                9,
                "terugkeer",
                "Terugkeer binnen een jaar",
                Eenheid::Procent,
                &["x", "x", "x", "x", "x", "x", "x", "x"],
                &["-", "-", "-", "-", "-", "-", "-", "-"],
            ),
        ],
    }
}

fn ontwikkeling() -> Hoofdstuk {
    let mut ladder = indicator(
        29,
        "ladder-gemiddelde",
        "Gemiddelde trede",
        Eenheid::Treden,
        &[
            "2.61", "2.64", "2.70", "2.71", "2.75", "2.78", "2.80", "2.84",
        ],
        &[
            "2.70", "2.70", "2.72", "2.74", "2.74", "2.75", "2.77", "2.79",
        ],
    );
    ladder.is_kerncijfer = true;
    ladder.verdelingen.push(Verdeling {
        naam: "Verdeling over de Participatieladder".to_owned(),
        eenheid: Eenheid::Aantal,
        regels: regels(&[
            ("trede-1", "1 Geïsoleerd", "88", "92"),
            ("trede-2", "2 Sociale contacten buitenshuis", "171", "176"),
            (
                "trede-3",
                "3 Deelname georganiseerde activiteiten",
                "142",
                "139",
            ),
            ("trede-4", "4 Onbetaald werk", "97", "93"),
            ("trede-5", "5 Betaald werk met ondersteuning", "61", "58"),
            ("trede-6", "6 Betaald werk", "x", "x"),
        ]),
        totaal: Some("566".parse().unwrap()),
        aantal: Some("566".parse().unwrap()),
        is_ladder: true,
    });
    let mut dekking = indicator(
        31,
        "meetdekking",
        "Gemeten in de laatste drie maanden",
        Eenheid::Procent,
        &[
            "71.0", "74.2", "76.0", "80.1", "83.5", "86.0", "88.2", "89.7",
        ],
        &[
            "80.0", "80.5", "82.0", "83.0", "85.0", "86.1", "87.0", "88.0",
        ],
    );
    dekking.datakwaliteit = Datakwaliteit {
        oordeel: Oordeel::ALL[2],
        toelichting: "Van 65 inwoners is de laatste meting ouder dan drie maanden.".to_owned(),
    };
    let mut beeld = indicator(
        28,
        "in-beeld",
        "In beeld",
        Eenheid::Procent,
        &[
            "82.0", "84.0", "85.5", "88.0", "90.2", "91.0", "92.5", "94.1",
        ],
        &[
            "85.0", "86.0", "86.5", "88.0", "88.9", "90.0", "91.0", "92.0",
        ],
    );
    beeld.is_kerncijfer = true;
    Hoofdstuk {
        titel: "Ontwikkeling van inwoners".to_owned(),
        inleiding: "Waar inwoners staan op de Participatieladder en of zij in beeld zijn. Terug gaan is normaal en geen mislukking.".to_owned(),
        indicatoren: vec![beeld, ladder, dekking],
    }
}

fn uitvoering() -> Hoofdstuk {
    let mut op_tijd = indicator(
        14,
        "op-tijd-beslist",
        "Aanvragen beslist binnen 8 weken",
        Eenheid::Procent,
        &[
            "93.0", "94.1", "95.6", "96.0", "95.1", "96.3", "97.0", "96.4",
        ],
        &[
            "94.0", "94.0", "94.5", "95.0", "95.0", "95.2", "95.5", "95.8",
        ],
    );
    op_tijd.is_kerncijfer = true;
    Hoofdstuk {
        titel: "Uitvoering".to_owned(),
        inleiding: String::new(),
        indicatoren: vec![
            op_tijd,
            indicator(
                42,
                "caseload-per-fte",
                "Inwoners per fte klantmanager",
                Eenheid::PerFte,
                &[
                    "78.0", "77.1", "76.4", "75.0", "74.8", "74.1", "73.0", "72.5",
                ],
                &[
                    "80.0", "79.0", "78.5", "78.0", "77.0", "76.4", "76.0", "75.5",
                ],
            ),
            indicator(
                40,
                "uitgaven-per-uitkering",
                "Uitgaven per uitkering per jaar",
                Eenheid::Euro,
                &["15830.50", "15910.00", "16001.25", "16100.00"],
                &["15900.00", "15990.00", "16050.00", "16155.00"],
            ),
        ],
    }
}

fn regels(delen: &[(&str, &str, &str, &str)]) -> Vec<Verdelingsregel> {
    let cijfer = |tekst: &str| {
        if tekst == "x" {
            Cijfer::Onderdrukt
        } else {
            bekend(tekst)
        }
    };
    delen
        .iter()
        .map(|(sleutel, naam, nu, vorig)| Verdelingsregel {
            sleutel: (*sleutel).to_owned(),
            naam: (*naam).to_owned(),
            cijfer: cijfer(nu),
            vorig_kwartaal: cijfer(vorig),
        })
        .collect()
}
