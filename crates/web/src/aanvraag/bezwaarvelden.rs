//! The fields of the acts that end the usual course: advances, the college's own decision, an objection.

use domain::aanvraag::{Aanvraaghandeling, Bekendmaakwijze, Voorschotgrond};

use super::handelingsvelden::{Gelezen, Vorm};
use crate::formuliervelden::Keuze;

/// The form of an act by its name in an address; none for acts without one.
pub(super) fn form(soort: &str, leeg: Vorm) -> Option<Vorm> {
    let ja_nee =
        |ja: &'static str, nee: &'static str| vec![Keuze::new("ja", ja), Keuze::new("nee", nee)];
    Some(match soort {
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
            keuzes: ja_nee("Ja", "Nee, het college besloot anders"),
            tekst: "Wat is het nummer van het besluit, en wat besloot het college?",
            ..leeg
        },
        "bezwaar-ontvangen" => Vorm {
            titel: "Een bezwaar vastleggen",
            uitleg: "Stuurhuis telt of het op tijd is. Of te laat te begrijpen is (Awb art. 6:11), beoordeelt een mens bij het besluit op bezwaar.",
            dag: "Op welke dag kwam het bezwaar binnen?",
            tweede: Some("Op welke dag is het op de post gedaan?"),
            tweede_verplicht: false,
            keuze: "Adviseert een bezwaarcommissie?",
            keuzes: ja_nee(
                "Ja: beslissen binnen twaalf weken (Awb art. 7:10 lid 1)",
                "Nee: beslissen binnen zes weken",
            ),
            tekst: "Waarom is het te laat, volgens de inwoner?",
            tekst_verplicht: false,
            ..leeg
        },
        "bezwaar-herstel-gevraagd" => Vorm {
            titel: "Vragen wat in het bezwaar ontbreekt",
            uitleg: "De inwoner krijgt tijd om aan te vullen, zoals een handtekening of de reden (Awb art. 6:6). De termijn staat zolang stil (art. 7:10 lid 2).",
            dag: "Op welke dag vroeg u erom?",
            tweede: Some("Tot en met welke dag kan de inwoner aanvullen?"),
            tekst: "Wat ontbreekt er?",
            ..leeg
        },
        "bezwaar-aangevuld" => Vorm {
            titel: "De aanvulling van het bezwaar vastleggen",
            uitleg: "De termijn loopt weer vanaf deze dag.",
            dag: "Op welke dag kwam de aanvulling binnen?",
            ..leeg
        },
        "bezwaar-verdaagd" => Vorm {
            titel: "Het besluit op bezwaar verdagen",
            uitleg: "Dit kan één keer, hoogstens zes weken, vóór de laatste dag (Awb art. 7:10 lid 3). Vertel het aan de inwoner.",
            dag: "Op welke dag vertelde u het de inwoner?",
            tweede: Some("Wat is de nieuwe laatste dag?"),
            tekst: "Waarom is er meer tijd nodig?",
            ..leeg
        },
        "bezwaar-bekendgemaakt" => Vorm {
            titel: "Het besluit op bezwaar bekendmaken",
            uitleg: "De beroepstermijn van zes weken begint op de dag na deze dag. Deze dag komt boven de brief te staan: leg hem eerst vast en verstuur dan de brief.",
            dag: "Op welke dag gaat de brief weg?",
            keuze: "Hoe?",
            keuzes: Bekendmaakwijze::ALL
                .iter()
                .map(|een| Keuze::new(een.code(), een.naam()))
                .collect(),
            ..leeg
        },
        "bezwaar-ingetrokken" => Vorm {
            titel: "De inwoner trekt het bezwaar in",
            uitleg: "Er volgt dan geen besluit op het bezwaar.",
            dag: "Op welke dag trok de inwoner het bezwaar in?",
            tekst: "Wat zei of schreef de inwoner?",
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
    } = gelezen;
    Some(match soort {
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
        "bezwaar-ontvangen" => H::BezwaarOntvangen {
            ontvangen_op: dag?,
            verzonden_op: tweede,
            met_commissie: keuze == "ja",
            reden_te_laat: (!tekst.is_empty()).then_some(tekst),
        },
        "bezwaar-herstel-gevraagd" => H::BezwaarHerstelGevraagd {
            gevraagd_op: dag?,
            uiterlijk: tweede?,
            wat: tekst,
        },
        "bezwaar-aangevuld" => H::BezwaarAangevuld { aangevuld_op: dag? },
        "bezwaar-verdaagd" => H::BezwaarVerdaagd {
            meegedeeld_op: dag?,
            uiterlijk: tweede?,
            reden: tekst,
        },
        "bezwaar-bekendgemaakt" => H::BezwaarBekendgemaakt {
            bekendgemaakt_op: dag?,
            wijze: Bekendmaakwijze::from_code(&keuze)?,
        },
        "bezwaar-ingetrokken" => H::BezwaarIngetrokken {
            ingetrokken_op: dag?,
            reden: tekst,
        },
        _ => return None,
    })
}
