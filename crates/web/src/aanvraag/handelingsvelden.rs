//! The fields of each act of an application, and making the act of them.

use domain::aanvraag::{Aanvraaghandeling, Bekendmaakwijze, Opschortgrond, Voorschotgrond};

use crate::formuliervelden::Keuze;
use crate::handelingsformulier::{Gelezen, Vorm};

/// The form of an act by its name in an address; none for acts without one.
pub(super) fn form(soort: &str) -> Option<Vorm> {
    let leeg = Vorm::leeg();
    Some(match soort {
        "herstel-gevraagd" => Vorm {
            titel: "Om aanvulling vragen",
            uitleg: "De aanvrager krijgt tijd om aan te vullen wat ontbreekt (Awb art. 4:5). De beslistermijn staat zolang stil (art. 4:15).",
            dag: "Op welke dag vroeg u erom?",
            tweede: Some("Tot en met welke dag kan de aanvrager aanvullen?"),
            tekst: "Wat ontbreekt er?",
            ..leeg
        },
        "aangevuld" => Vorm {
            titel: "De aanvulling vastleggen",
            uitleg: "De beslistermijn loopt weer vanaf deze dag.",
            dag: "Op welke dag kwam de aanvulling binnen?",
            keuze: "Is de aanvraag nu compleet?",
            keuzes: vec![
                Keuze::new("ja", "Ja"),
                Keuze::new("nee", "Nee, er ontbreekt nog iets"),
            ],
            ..leeg
        },
        "opgeschort" => Vorm {
            titel: "De termijn stilzetten",
            uitleg: "Dit kan alleen om de redenen van de wet (Awb art. 4:15). Vertel het aan de aanvrager.",
            dag: "Vanaf welke dag staat de termijn stil?",
            keuze: "Waarom?",
            keuzes: Opschortgrond::ALL
                .iter()
                .map(|een| Keuze::new(een.code(), een.naam()))
                .collect(),
            tekst: "Wat vertelde u de aanvrager?",
            ..leeg
        },
        "hervat" => Vorm {
            titel: "De termijn weer laten lopen",
            uitleg: "Deze dag telt weer mee.",
            dag: "Vanaf welke dag loopt de termijn weer?",
            ..leeg
        },
        "verdaagd" => Vorm {
            titel: "Het besluit verdagen",
            uitleg: "Lukt het niet op tijd? Vertel de aanvrager vóór de laatste dag wanneer het besluit wel komt (Awb art. 4:14 lid 3). Dit kan één keer.",
            dag: "Op welke dag vertelde u het de aanvrager?",
            tweede: Some("Wat is de nieuwe laatste dag?"),
            tekst: "Waarom is er meer tijd nodig?",
            ..leeg
        },
        "teruggegeven" => Vorm {
            titel: "Het voorstel teruggeven",
            uitleg: "De behandelaar past het voorstel aan en stelt het opnieuw voor.",
            tekst: "Wat moet er anders?",
            knop: "Teruggeven",
            ..leeg
        },
        "bekendgemaakt" => Vorm {
            titel: "Bekendmaken",
            uitleg: "De bezwaartermijn van zes weken begint op de dag na deze dag (Awb art. 6:8). Deze dag komt boven de brief te staan: leg hem eerst vast en verstuur dan de brief.",
            dag: "Op welke dag gaat de brief weg?",
            keuze: "Hoe?",
            keuzes: Bekendmaakwijze::ALL
                .iter()
                .map(|een| Keuze::new(een.code(), een.naam()))
                .collect(),
            ..leeg
        },
        "ingetrokken" => Vorm {
            titel: "De aanvrager trekt de aanvraag in",
            uitleg: "Er volgt dan geen besluit.",
            dag: "Op welke dag trok de aanvrager de aanvraag in?",
            tekst: "Wat zei of schreef de aanvrager?",
            ..leeg
        },
        "voorschot-geweigerd" => Vorm {
            titel: "Geen voorschot verlenen",
            uitleg: "Een voorschot hoort bij een aanvraag voor bijstand. Alleen om de redenen van de wet komt er geen (Participatiewet art. 52 lid 1). Vertel het aan de aanvrager.",
            dag: "Op welke dag besloot u dat?",
            keuze: "Waarom?",
            keuzes: Voorschotgrond::ALL
                .iter()
                .map(|een| Keuze::new(een.code(), een.naam()))
                .collect(),
            tekst: "Wat is er aan de hand?",
            ..leeg
        },
        "besloten-door-college" => Vorm {
            titel: "Het besluit van het college vastleggen",
            uitleg: "In deze gemeente beslissen burgemeester en wethouders zelf, na ons advies. De gemeente stuurt de brief en behandelt een bezwaar.",
            dag: "Op welke dag besloot het college?",
            keuze: "Volgt het besluit ons advies?",
            keuzes: vec![
                Keuze::new("ja", "Ja"),
                Keuze::new("nee", "Nee, het college besloot anders"),
            ],
            tekst: "Wat is het nummer van het besluit, en wat besloot het college?",
            ..leeg
        },
        _ => return None,
    })
}

/// The act that was filled in; none where a field that it needs is empty.
pub(super) fn act(soort: &str, gelezen: Gelezen) -> Option<Aanvraaghandeling> {
    use Aanvraaghandeling as H;
    let Gelezen {
        dag,
        tweede,
        keuze,
        tekst,
        ..
    } = gelezen;
    Some(match soort {
        "herstel-gevraagd" => H::HerstelGevraagd {
            gevraagd_op: dag?,
            uiterlijk: tweede?,
            wat: tekst,
        },
        "aangevuld" => H::Aangevuld {
            aangevuld_op: dag?,
            volledig: keuze == "ja",
        },
        "opgeschort" => H::Opgeschort {
            vanaf: dag?,
            grond: Opschortgrond::from_code(&keuze)?,
            toelichting: tekst,
        },
        "hervat" => H::Hervat { hervat_op: dag? },
        "verdaagd" => H::Verdaagd {
            meegedeeld_op: dag?,
            uiterlijk: tweede?,
            reden: tekst,
        },
        "teruggegeven" => H::Teruggegeven { reden: tekst },
        "bekendgemaakt" => H::Bekendgemaakt {
            bekendgemaakt_op: dag?,
            wijze: Bekendmaakwijze::from_code(&keuze)?,
        },
        "ingetrokken" => H::Ingetrokken {
            ingetrokken_op: dag?,
            reden: tekst,
        },
        "voorschot-geweigerd" => H::VoorschotGeweigerd {
            geweigerd_op: dag?,
            grond: Voorschotgrond::from_code(&keuze)?,
            reden: tekst,
        },
        "besloten-door-college" => H::BeslotenDoorCollege {
            besloten_op: dag?,
            volgt_advies: keuze == "ja",
            toelichting: tekst,
        },
        _ => return None,
    })
}
