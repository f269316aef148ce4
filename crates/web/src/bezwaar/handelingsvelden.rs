//! The fields of each act of an objection, and reading them.

use domain::aanvraag::Bekendmaakwijze;
use domain::bezwaar::{Bezwaarhandeling, Gehoord, Hoorgrond, Uitstelgrond};

use crate::formuliervelden::Keuze;
use crate::handelingsformulier::{Gelezen, Vorm};

/// The form of an act by its name in an address; none for acts without one.
pub(super) fn form(soort: &str) -> Option<Vorm> {
    let leeg = Vorm::leeg();
    Some(match soort {
        "herstel-gevraagd" => Vorm {
            titel: "Vragen wat in het bezwaar ontbreekt",
            uitleg: "De indiener krijgt tijd om aan te vullen, zoals een handtekening of de reden (Awb art. 6:6). De termijn staat zolang stil (art. 7:10 lid 2).",
            dag: "Op welke dag vroeg u erom?",
            tweede: Some("Tot en met welke dag kan de indiener aanvullen?"),
            tekst: "Wat ontbreekt er?",
            ..leeg
        },
        "aangevuld" => Vorm {
            titel: "De aanvulling van het bezwaar vastleggen",
            uitleg: "De termijn loopt weer vanaf deze dag.",
            dag: "Op welke dag kwam de aanvulling binnen?",
            ..leeg
        },
        "gehoord" => Vorm {
            titel: "Vastleggen dat er is gehoord",
            uitleg: "Wie bezwaar maakt, mag eerst vertellen waarom (Awb art. 7:2). Wie het eerste besluit voorbereidde, hoort niet alleen (art. 7:5). Wat u hier opschrijft, staat in de brief.",
            dag: "Op welke dag was het gesprek?",
            wie: "Wie waren erbij?",
            tekst: "Wat is er gezegd, in het kort?",
            is_verslag: true,
            ..leeg
        },
        "niet-gehoord" => Vorm {
            titel: "Vastleggen waarom er niet wordt gehoord",
            uitleg: "Niet horen kan alleen om de redenen van de wet (Awb art. 7:3). De reden staat in de brief.",
            dag: "Op welke dag besloot u dat?",
            keuze: "Waarom wordt er niet gehoord?",
            keuzes: choices(Hoorgrond::ALL, |een| (een.code(), een.naam())),
            tekst: "Waaruit blijkt dat?",
            ..leeg
        },
        "verdaagd" => Vorm {
            titel: "Het besluit op bezwaar verdagen",
            uitleg: "Dit kan één keer, hoogstens zes weken, vóór de laatste dag (Awb art. 7:10 lid 3). Vertel het aan de indiener.",
            dag: "Op welke dag vertelde u het de indiener?",
            tweede: Some("Wat is de nieuwe laatste dag?"),
            tekst: "Waarom is er meer tijd nodig?",
            ..leeg
        },
        "uitgesteld" => Vorm {
            titel: "Verder uitstel vastleggen",
            uitleg: "Verder uitstel kan als de indiener of alle belanghebbenden ermee instemmen, of als een wettelijk voorschrift dat vraagt (Awb art. 7:10 lid 4). Dit kan vaker, steeds vóór de laatste dag.",
            dag: "Op welke dag is dit afgesproken?",
            tweede: Some("Wat is de nieuwe laatste dag?"),
            keuze: "Waarom kan er uitstel komen?",
            keuzes: choices(Uitstelgrond::ALL, |een| (een.code(), een.naam())),
            tekst: "Wie stemde in, en hoe? Of welk voorschrift is het?",
            ..leeg
        },
        "bekendgemaakt" => Vorm {
            titel: "Het besluit op bezwaar bekendmaken",
            uitleg: "De beroepstermijn van zes weken begint op de dag na deze dag. Deze dag komt boven de brief te staan: leg hem eerst vast en verstuur dan de brief.",
            dag: "Op welke dag gaat de brief weg?",
            keuze: "Hoe?",
            keuzes: choices(Bekendmaakwijze::ALL, |een| (een.code(), een.naam())),
            ..leeg
        },
        "ingetrokken" => Vorm {
            titel: "Het bezwaar is ingetrokken",
            uitleg: "Er volgt dan geen besluit op dit bezwaar.",
            dag: "Op welke dag trok de indiener het bezwaar in?",
            tekst: "Wat zei of schreef de indiener?",
            ..leeg
        },
        _ => return None,
    })
}

fn choices<T: Copy>(alle: &[T], woorden: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Keuze> {
    let keuze = |een: &T| {
        let (code, naam) = woorden(*een);
        Keuze::new(code, naam)
    };
    alle.iter().map(keuze).collect()
}

/// The act that was filled in; none where a field that it needs is empty.
pub(super) fn act(soort: &str, gelezen: Gelezen) -> Option<Bezwaarhandeling> {
    use Bezwaarhandeling as H;
    let Gelezen {
        dag,
        tweede,
        keuze,
        wie,
        tekst,
    } = gelezen;
    let dag = dag?;
    Some(match soort {
        "herstel-gevraagd" => H::HerstelGevraagd {
            gevraagd_op: dag,
            uiterlijk: tweede?,
            wat: tekst,
        },
        "aangevuld" => H::Aangevuld { aangevuld_op: dag },
        "gehoord" => H::Gehoord(Gehoord {
            gehoord_op: dag,
            wie,
            verslag: tekst,
        }),
        "niet-gehoord" => H::NietGehoord {
            afgezien_op: dag,
            grond: Hoorgrond::from_code(&keuze)?,
            reden: tekst,
        },
        "verdaagd" => H::Verdaagd {
            meegedeeld_op: dag,
            uiterlijk: tweede?,
            reden: tekst,
        },
        "uitgesteld" => H::Uitgesteld {
            afgesproken_op: dag,
            uiterlijk: tweede?,
            grond: Uitstelgrond::from_code(&keuze)?,
            wie: tekst,
        },
        "bekendgemaakt" => H::Bekendgemaakt {
            bekendgemaakt_op: dag,
            wijze: Bekendmaakwijze::from_code(&keuze)?,
        },
        "ingetrokken" => H::Ingetrokken {
            ingetrokken_op: dag,
            reden: tekst,
        },
        _ => return None,
    })
}
