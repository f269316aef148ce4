//! Bijzondere bijstand in sentences.

use jiff::Span;
use primitives::{Geld, GeldNl, datum_lang};

use crate::beleid::Geldend;
use crate::recht::regelingen::{
    Bijzonderbeleid, Bijzonderberekening, Bijzonderfeiten, Draagkracht, Kostenoordeel, Kostenpost,
    Kostentelling, Regelingsaanvraag, Vorm,
};
use crate::recht::uitleg::norm::render_normen;
use crate::recht::uitleg::{Stap, decimal_nl};

const LID_1: &str = "Participatiewet art. 35 lid 1";

pub(super) fn render(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
    berekening: &Bijzonderberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::new();
    for (post, telling) in feiten.kosten.iter().zip(&berekening.kosten) {
        stappen.push(render_kosten(beleid, post, telling));
        stappen.extend(telling.vorm.map(|vorm| render_vorm(beleid, post, vorm)));
    }
    if let (Some(bedrag), Ok(_)) = (feiten.afwijking, &berekening.uitkomst) {
        stappen.push(render_afwijking(bedrag, berekening.totaal));
        return stappen;
    }
    if let Some(norm) = &berekening.norm {
        stappen.extend(render_drempel(feiten, beleid, berekening.totaal));
        let gemeten = beleid
            .gemeten(aanvraag.situatie)
            .unwrap_or(*aanvraag.situatie);
        let verlaging = aanvraag.bijstandsbeleid;
        render_normen(verlaging, aanvraag.peildatum, &gemeten, norm, &mut stappen);
        stappen.extend(render_maat(aanvraag, beleid));
    }
    if let Some(draagkracht) = &berekening.draagkracht {
        stappen.extend(render_periode(beleid, draagkracht));
        stappen.push(render_inkomen(aanvraag, feiten, beleid, draagkracht));
        stappen.push(render_vermogen(beleid, draagkracht));
        if berekening.uitkomst.is_ok() {
            stappen.push(render_eigen_deel(draagkracht));
        }
    }
    stappen
}

/// The kind of costs is not repeated: it is what somebody typed, and may say something about a person.
fn render_kosten(beleid: &Bijzonderbeleid, post: &Kostenpost, telling: &Kostentelling) -> Stap {
    let bedrag = describe_kosten(post);
    let (grondslag, tekst) = match (post.oordeel, telling.hoogstens) {
        (Kostenoordeel::NietNoodzakelijk, _) => (
            LID_1,
            format!("Kosten van {bedrag} tellen niet mee: ze zijn niet noodzakelijk."),
        ),
        (Kostenoordeel::NietBijzonder, _) => (
            LID_1,
            format!(
                "Kosten van {bedrag} tellen niet mee: ze komen niet uit bijzondere omstandigheden."
            ),
        ),
        (Kostenoordeel::EldersVergoed, _) => (
            "Participatiewet art. 15 lid 1",
            format!("Kosten van {bedrag} tellen niet mee: iets anders vergoedt ze."),
        ),
        (Kostenoordeel::Telt, Some(hoogstens)) => (
            LID_1,
            format!(
                "De kosten zijn {bedrag}. De gemeente vergoedt hiervoor hoogstens {}.",
                GeldNl(hoogstens)
            ),
        ),
        (Kostenoordeel::Telt, None) => (
            LID_1,
            format!("De kosten zijn {bedrag}. Voor deze kosten is er geen vast hoogste bedrag."),
        ),
    };
    let besluit = telling.hoogstens.and(beleid.kosten.as_ref());
    Stap::amount("bedrag", grondslag, telling.telt, tekst)
        .by_besluit(besluit.and_then(|kosten| kosten.besluit.clone()))
}

/// `€ 600,00`, or for costs that come back `€ 600,00 (12 maanden lang € 50,00)`.
fn describe_kosten(post: &Kostenpost) -> String {
    let totaal = GeldNl(post.totaal());
    match post.maanden {
        None => totaal.to_string(),
        Some(1) => format!("{totaal} (1 maand lang {})", GeldNl(post.bedrag)),
        Some(maanden) => format!("{totaal} ({maanden} maanden lang {})", GeldNl(post.bedrag)),
    }
}

/// What the college leaves out of the norm, where that makes a difference.
fn render_maat(aanvraag: &Regelingsaanvraag<'_>, beleid: &Bijzonderbeleid) -> Option<Stap> {
    let zonder = |geldend: &Option<Geldend<bool>>, doet_ertoe: bool| {
        let nee = geldend.as_ref().filter(|geldend| !geldend.waarde)?;
        doet_ertoe.then(|| nee.besluit.clone())
    };
    let deelt = aanvraag.situatie.kostendelende_medebewoners() > 0;
    let kostendelers = zonder(&beleid.met_kostendelers, deelt);
    let lager = aanvraag.situatie.normfeiten().asks_beleid();
    let verlaging = zonder(&beleid.met_verlaging, lager);
    let tekst = match (&kostendelers, &verlaging) {
        (None, None) => return None,
        (Some(_), None) => "De gemeente rekent hier zonder kostendelers.",
        (None, Some(_)) => "De gemeente rekent hier zonder de verlaging van de norm.",
        (Some(_), Some(_)) => {
            "De gemeente rekent hier zonder kostendelers en zonder de verlaging van de norm."
        }
    };
    let besluit = kostendelers.or(verlaging).flatten();
    Some(Stap::text("maat", LID_1, tekst.to_owned()).by_besluit(besluit))
}

/// Over which days the means are weighed, where the first of them is known.
fn render_periode(beleid: &Bijzonderbeleid, draagkracht: &Draagkracht) -> Option<Stap> {
    let begin = draagkracht.begin?;
    let na = begin.saturating_add(Span::new().months(i64::from(draagkracht.maanden)));
    let tekst = format!(
        "De periode waarover de draagkracht telt, loopt van {} tot en met {}.",
        datum_lang(begin),
        datum_lang(na.yesterday().unwrap_or(na))
    );
    let regel = beleid.begin_maand.as_ref().filter(|geldend| geldend.waarde);
    let stap = Stap {
        waarde: Some(begin.to_string()),
        ..Stap::text("periode", LID_1, tekst)
    };
    Some(stap.by_besluit(regel.and_then(|geldend| geldend.besluit.clone())))
}

fn render_vorm(beleid: &Bijzonderbeleid, post: &Kostenpost, vorm: Vorm) -> Stap {
    let op_lijst = beleid.is_op_leenlijst(&post.soort);
    let lijst = beleid.leenvorm.as_ref().filter(|_| op_lijst);
    let (waarde, grondslag, tekst) = match vorm {
        Vorm::Gift => (
            "gift",
            "Participatiewet art. 48 lid 1",
            "Dit is een gift: het hoeft niet te worden terugbetaald.".to_owned(),
        ),
        Vorm::Lening(grond) => {
            let waarom = grond.omschrijving();
            let duur = beleid.leenvorm_duur.as_ref().map_or_else(
                || " De gemeente past de aflossing aan bij wat iemand kan betalen.".to_owned(),
                |duur| format!(" Na {} maanden aflossen vervalt de rest.", duur.waarde),
            );
            (
                "lening",
                grond.grondslag(),
                format!("Dit is een lening, want {waarom}.{duur}"),
            )
        }
    };
    Stap {
        stap: "vorm",
        grondslag,
        besluit: lijst.and_then(|lijst| lijst.besluit.clone()),
        waarde: Some(waarde.to_owned()),
        tekst,
    }
}

fn render_afwijking(bedrag: Geld, totaal: Geld) -> Stap {
    Stap::amount(
        "afwijking",
        "Participatiewet art. 18 lid 1",
        bedrag - totaal,
        format!(
            "Het college heeft, gelet op de omstandigheden, {} vastgesteld. De regels over drempel en draagkracht zijn dan niet gebruikt.",
            GeldNl(bedrag)
        ),
    )
}

fn render_drempel(
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
    totaal: Geld,
) -> Option<Stap> {
    let drempel = beleid.drempel.as_ref()?;
    let kosten = totaal + feiten.eerdere_kosten;
    let tekst = if drempel.waarde.is_nul() {
        "De gemeente heeft geen drempel.".to_owned()
    } else {
        format!(
            "In twaalf maanden zijn de kosten samen {}. Dat is meer dan de drempel van {}, dus alles telt mee.",
            GeldNl(kosten),
            GeldNl(drempel.waarde)
        )
    };
    let stap = Stap::amount(
        "drempel",
        "Participatiewet art. 35 lid 2",
        drempel.waarde,
        tekst,
    );
    Some(stap.by_besluit(drempel.besluit.clone()))
}

fn render_inkomen(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
    draagkracht: &Draagkracht,
) -> Stap {
    let per_maand: Geld = draagkracht.treden.iter().map(|trede| trede.bedrag).sum();
    let mut tekst = format!("Het inkomen is {} per maand.", GeldNl(feiten.inkomen));
    for trede in &draagkracht.treden {
        tekst += &format!(
            " Van {} boven {} telt {}% mee: {}.",
            GeldNl(trede.inkomen),
            GeldNl(trede.vanaf),
            decimal_nl(trede.percentage.decimal()),
            GeldNl(trede.bedrag)
        );
    }
    if draagkracht.is_volledig && !draagkracht.treden.is_empty() {
        tekst += " Voor deze kosten telt al het inkomen boven de grens mee.";
    }
    if draagkracht.treden.is_empty() {
        tekst += " Daarvan telt niets mee.";
    }
    let uit_inkomen = per_maand.fraction(i64::from(draagkracht.maanden), 1);
    tekst += &format!(
        " Over {} maanden is dat {}.",
        draagkracht.maanden,
        GeldNl(uit_inkomen)
    );
    let besluit = match (&beleid.staffel, &beleid.volledig) {
        (_, Some(lijst)) if draagkracht.is_volledig => lijst.besluit.clone(),
        (Some(staffel), _) => staffel.besluit.clone(),
        (None, _) => {
            let vrij = beleid.vrij_bedrag(aanvraag.situatie).ok();
            let deel = beleid.percentage.as_ref();
            deel.and_then(|deel| deel.besluit.clone())
                .or_else(|| vrij.and_then(|vrij| vrij.besluit.clone()))
        }
    };
    let periode = beleid
        .periode
        .as_ref()
        .and_then(|periode| periode.besluit.clone());
    Stap::amount("draagkracht-inkomen", LID_1, uit_inkomen, tekst).by_besluit(besluit.or(periode))
}

fn render_vermogen(beleid: &Bijzonderbeleid, draagkracht: &Draagkracht) -> Stap {
    let boven = draagkracht.vermogen_boven_grens;
    let tekst = if boven.is_nul() {
        format!(
            "Het vermogen is niet hoger dan {}. Daarvan telt niets mee.",
            GeldNl(draagkracht.vermogensgrens)
        )
    } else {
        let deel = beleid.vermogen.as_ref();
        format!(
            "Het vermogen is {} hoger dan de grens van {}. Daarvan telt {}% mee.",
            GeldNl(boven),
            GeldNl(draagkracht.vermogensgrens),
            deel.map_or_else(String::new, |deel| decimal_nl(deel.waarde.decimal()))
        )
    };
    let besluit = beleid
        .vermogen
        .as_ref()
        .and_then(|deel| deel.besluit.clone());
    Stap::amount(
        "draagkracht-vermogen",
        LID_1,
        draagkracht.uit_vermogen,
        tekst,
    )
    .by_besluit(besluit)
}

/// What the household pays itself, as an amount below zero.
fn render_eigen_deel(draagkracht: &Draagkracht) -> Stap {
    Stap::amount(
        "eigen-deel",
        LID_1,
        -draagkracht.over,
        format!(
            "Van de draagkracht is {} al gebruikt. Er blijft {} over, en dat gaat van de kosten af.",
            GeldNl(draagkracht.gebruikt),
            GeldNl(draagkracht.over)
        ),
    )
}
