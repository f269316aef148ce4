//! Minima schemes, studietoeslag, beschut werk and premiums in sentences.

use primitives::{Geld, GeldNl};

use crate::beleid::Geldend;
use crate::recht::Leefsituatie;
use crate::recht::regelingen::{
    Beschutbeleid, Beschutberekening, Beschutfeiten, Minimabeleid, Minimaberekening, Minimafeiten,
    Premiebeleid, Premieberekening, Premiefeiten, Regelingsaanvraag, Studiebeleid,
    Studieberekening, Studiefeiten,
};
use crate::recht::uitleg::norm::render_normen;
use crate::recht::uitleg::vermogen::render_vermogen;
use crate::recht::uitleg::{Stap, decimal_nl};

pub(super) fn render_minima(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Minimafeiten,
    beleid: &Minimabeleid,
    berekening: &Minimaberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::new();
    let grondslag = feiten.soort.grondslag();
    if let (Some(norm), Some(grens), Some(procent)) = (
        &berekening.norm,
        berekening.inkomensgrens,
        &beleid.inkomensgrens,
    ) {
        let beleid = aanvraag.bijstandsbeleid;
        render_normen(
            beleid,
            aanvraag.peildatum,
            aanvraag.situatie,
            norm,
            &mut stappen,
        );
        let tekst = format!(
            "De grens is {}% van de norm: {}. Het inkomen is {}.",
            decimal_nl(procent.waarde.decimal()),
            GeldNl(grens),
            GeldNl(feiten.inkomen)
        );
        let stap = Stap::amount("inkomensgrens", grondslag, grens, tekst);
        stappen.push(stap.by_besluit(procent.besluit.clone()));
    }
    if let (Some(toets), Some(mag)) = (&berekening.vermogen, &beleid.vermogenstoets) {
        stappen.push(render_vermogen(toets).by_besluit(mag.besluit.clone()));
    }
    for deel in &berekening.deelname {
        let tekst = format!(
            "Voor een {} is het {} {}. Voor {} is dat {}.",
            deel.wie,
            GeldNl(deel.per_persoon.waarde),
            feiten.soort.per(),
            deel.aantal,
            GeldNl(deel.bedrag)
        );
        let stap = Stap::amount("bedrag", grondslag, deel.bedrag, tekst);
        stappen.push(stap.by_besluit(deel.per_persoon.besluit.clone()));
    }
    if let Some(pakketten) = beleid
        .pakketten
        .as_ref()
        .filter(|_| berekening.uitkomst.is_ok())
    {
        let keuze = pakketten.waarde.items().join("; ");
        let tekst = format!("De inwoner kan kiezen uit: {keuze}.");
        let stap = Stap::text("pakketten", grondslag, tekst);
        stappen.push(stap.by_besluit(pakketten.besluit.clone()));
    }
    stappen
}

pub(super) fn render_studie(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Studiefeiten,
    beleid: &Studiebeleid,
    berekening: &Studieberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::new();
    let (Ok(uitkomst), Some(bedrag)) = (&berekening.uitkomst, &beleid.bedrag) else {
        return stappen;
    };
    stappen.push(Stap::text(
        "voorwaarden",
        "Participatiewet art. 36b lid 3",
        "De inwoner kan door ziekte of gebrek niet naast de studie werken, krijgt studiefinanciering en heeft geen recht op Wajong.".to_owned(),
    ));
    stappen.push(render_studiebedrag(aanvraag.situatie, bedrag));
    if let Some(vrij) = berekening.stage_vrij {
        stappen.push(Stap::amount(
            "stage",
            "Participatiewet art. 36b lid 5",
            *uitkomst - bedrag.waarde,
            if feiten.stage <= vrij {
                format!(
                    "De stage betaalt {}. Dat is niet meer dan {}: er gaat niets van de toeslag af.",
                    GeldNl(feiten.stage),
                    GeldNl(vrij)
                )
            } else {
                format!(
                    "De stage betaalt {}. Daarvan telt {} niet mee; de rest gaat van de toeslag af.",
                    GeldNl(feiten.stage),
                    GeldNl(vrij)
                )
            },
        ));
    }
    stappen
}

fn render_studiebedrag(situatie: &Leefsituatie, bedrag: &Geldend<Geld>) -> Stap {
    let jaren = situatie.aanvrager().jaren();
    let tekst = format!(
        "De inwoner is {jaren} jaar. De studietoeslag is dan {} per maand.",
        GeldNl(bedrag.waarde)
    );
    Stap::amount(
        "bedrag",
        "Participatiewet art. 36b lid 1",
        bedrag.waarde,
        tekst,
    )
    .by_besluit(bedrag.besluit.clone())
}

pub(super) fn render_beschut(
    feiten: &Beschutfeiten,
    beleid: &Beschutbeleid,
    berekening: &Beschutberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::new();
    let (Some(plaatsen), Some(extra)) = (berekening.plaatsen, &beleid.plaatsen) else {
        return stappen;
    };
    stappen.push(Stap {
        stap: "plaatsen",
        grondslag: "Participatiewet art. 10b lid 5",
        besluit: extra.besluit.clone(),
        waarde: Some(plaatsen.to_string()),
        tekst: format!(
            "De minister vraagt {} plaatsen en de gemeente maakt er {} meer: samen {plaatsen}. Er zijn er {}.",
            feiten.plaatsen_minister, extra.waarde, feiten.gerealiseerd
        ),
    });
    if berekening.uitkomst.is_err() {
        return stappen;
    }
    stappen.push(Stap::text(
        "aanbod",
        "Participatiewet art. 10b lid 1",
        "Het college heeft vastgesteld dat de inwoner alleen in een beschutte omgeving kan werken. Het college biedt beschut werk aan.".to_owned(),
    ));
    if let Some(lijst) = &beleid.voorzieningen {
        let lijst_tekst = lijst.waarde.items().join("; ");
        let tekst = format!("De gemeente helpt daarbij met: {lijst_tekst}.");
        let stap = Stap::text("voorzieningen", "Participatiewet art. 10b lid 7", tekst);
        stappen.push(stap.by_besluit(lijst.besluit.clone()));
    }
    stappen
}

pub(super) fn render_premie(
    feiten: &Premiefeiten,
    beleid: &Premiebeleid,
    berekening: &Premieberekening,
) -> Vec<Stap> {
    let mut stappen = Vec::new();
    let Some(premie) = berekening.premie else {
        return stappen;
    };
    let tekst = format!("De premie van de gemeente is {}.", GeldNl(premie));
    let stap = Stap::amount("bedrag", feiten.soort.grondslag(), premie, tekst);
    stappen.push(stap.by_besluit(beleid.besluit().map(str::to_owned)));
    let (Some(maximum), Ok(bedrag)) = (berekening.maximum, &berekening.uitkomst) else {
        return stappen;
    };
    let grondslag = "Participatiewet art. 31 lid 2 onder j";
    let boven = *bedrag - premie;
    let tekst = format!(
        "Alle premies samen zijn hoogstens {} per kalenderjaar. Dit jaar is al {} betaald.",
        GeldNl(maximum),
        GeldNl(feiten.eerder_dit_jaar)
    );
    stappen.push(Stap::amount("maximum", grondslag, boven, tekst));
    let tekst = if berekening.is_inkomen {
        "De inwoner is jonger dan 27 jaar: de premie telt mee als inkomen voor de bijstand."
    } else {
        "De premie telt niet mee als inkomen voor de bijstand."
    };
    stappen.push(Stap::text(
        "inkomen",
        "Participatiewet art. 31 lid 5",
        tekst.to_owned(),
    ));
    stappen
}
