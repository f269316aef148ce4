//! What only a series knows, in sentences: exemptions with their counters, gifts, maatregelen, what is paid.

use primitives::{Geld, GeldNl, datum_lang};

use super::super::{Stap, decimal_nl};
use crate::recht::maanden::{
    Arbeidstoets, Buffertoets, Dagmaatregel, Deelgrond, GeenArbeid, GeenBuffer, GeenPremie,
    Gifttoets, LezingLoontijdvak, Maandberekening, Reeksberekening, Reekssoort, Tijdvakdeel,
    Verrekening,
};
use crate::recht::{Normbedrag, Persoon, Vrijlating};

/// What became of exemptions that wait, of those of art. 34a, and of gifts.
pub(super) fn render_inkomen(grond: &Deelgrond, stappen: &mut Vec<Stap>) {
    stappen.extend(grond.tijdvakken.iter().map(render_tijdvak));
    for (persoon, letter) in &grond.wachtend {
        stappen.push(render_wachtend(*persoon, *letter));
    }
    for (persoon, toets) in &grond.arbeid {
        stappen.push(render_arbeid(*persoon, toets));
    }
    stappen.extend(grond.giften.iter().map(render_gift));
}

fn render_tijdvak(tijdvak: &Tijdvakdeel) -> Stap {
    let hoe = match tijdvak.lezing {
        LezingLoontijdvak::Dagen => "naar het aantal dagen",
        LezingLoontijdvak::Einddag => "naar de maand van de laatste dag",
    };
    let tekst = format!(
        "Het inkomen van de {} over {} tot en met {} is {}. Daarvan hoort {} bij deze dagen, {hoe}.",
        tijdvak.persoon.omschrijving(),
        datum_lang(tijdvak.van),
        datum_lang(tijdvak.tot_en_met),
        GeldNl(tijdvak.bedrag),
        GeldNl(tijdvak.deel)
    );
    Stap::amount(
        "tijdvak",
        "Participatiewet art. 32 lid 2",
        tijdvak.deel,
        tekst,
    )
}

fn render_wachtend(persoon: Persoon, letter: Vrijlating) -> Stap {
    let eerst = match letter {
        Vrijlating::Aa => "eerst moeten de twaalf maanden onder z voorbij zijn",
        _ => "eerst moeten de zes maanden onder n voorbij zijn",
    };
    Stap::amount(
        "vrijlating",
        letter.grondslag(),
        Geld::NUL,
        format!(
            "De vrijlating onder {} geldt nog niet voor de {}: {eerst}.",
            letter.letter(),
            persoon.omschrijving()
        ),
    )
}

fn render_arbeid(persoon: Persoon, toets: &Arbeidstoets) -> Stap {
    let grondslag = toets.grond.grondslag();
    let persoon = persoon.omschrijving();
    let (bedrag, tekst) = match toets.uitkomst {
        Ok(vrij) => (
            vrij,
            format!(
                "Van het inkomen uit werk van de {persoon} ({}) telt {} niet mee. Het inkomen hieronder is wat overblijft.",
                GeldNl(toets.inkomsten),
                GeldNl(vrij)
            ),
        ),
        Err(reden) => (
            Geld::NUL,
            format!(
                "De vrijlating van artikel 34a geldt niet voor de {persoon}: {}.",
                describe_geen_arbeid(reden)
            ),
        ),
    };
    Stap {
        besluit: toets.besluit.clone(),
        ..Stap::amount("vrijlating", grondslag, bedrag, tekst)
    }
}

const fn describe_geen_arbeid(reden: GeenArbeid) -> &'static str {
    match reden {
        GeenArbeid::NietInWerking => {
            "het artikel geldt vanaf 1 januari 2027 en de gemeente loopt daar niet op vooruit"
        }
        GeenArbeid::GeenRecht => "hij heeft geen recht op bijstand",
        GeenArbeid::Pensioen => "hij heeft de AOW-leeftijd bereikt",
        GeenArbeid::GeenPensioen => "hij heeft de AOW-leeftijd nog niet bereikt",
        GeenArbeid::Verbruikt => {
            "de twaalf maanden zijn voorbij en er is daarna geen nieuw werk begonnen"
        }
        GeenArbeid::NogNiet => "verlengen kan pas als de twaalf maanden voorbij zijn",
    }
}

fn render_gift(toets: &Gifttoets) -> Stap {
    let (grondslag, wat) = match toets.soort {
        Reekssoort::Premie { .. } => (Normbedrag::Premie.grondslag(), "een premie"),
        Reekssoort::Gift(_) => (Normbedrag::Giften.grondslag(), "een gift"),
        Reekssoort::Voedselbank => (
            Normbedrag::Giften.grondslag(),
            "een bijdrage van een voedselbank",
        ),
        _ => (
            Normbedrag::Giften.grondslag(),
            "een bijdrage die kosten bespaart",
        ),
    };
    let begin = format!(
        "De {} kreeg {wat} van {}.",
        toets.persoon.omschrijving(),
        GeldNl(toets.ontvangen)
    );
    let som = match (toets.soort, toets.bezwaar) {
        (Reekssoort::Voedselbank, _) => "Die telt nooit mee.".to_owned(),
        (_, Some(GeenPremie::JongerDan27)) => {
            "Die telt helemaal mee, want hij is jonger dan 27 jaar (artikel 31 lid 5).".to_owned()
        }
        (_, Some(GeenPremie::DerdeInJaar)) => {
            "Die telt helemaal mee, want het is de derde in dit jaar.".to_owned()
        }
        _ if toets.telt.is_nul() => format!(
            "Dit jaar is dat samen {}. De grens is {}. Er telt niets mee.",
            GeldNl(toets.in_jaar),
            GeldNl(toets.grens)
        ),
        _ => format!(
            "Dit jaar is dat samen {}. De grens is {}. Er telt {} mee{}.",
            GeldNl(toets.in_jaar),
            GeldNl(toets.grens),
            GeldNl(toets.telt),
            if toets.is_vermogen() {
                ", als vermogen"
            } else {
                ""
            }
        ),
    };
    Stap {
        besluit: toets.besluit.clone(),
        ..Stap::amount("gift", grondslag, toets.telt, format!("{begin} {som}"))
    }
}

/// The step of a maatregel with the paragraph and the decision on which it rests.
pub(super) fn verlaging(stap: Stap, grond: &Deelgrond, reeks: &Reeksberekening) -> Stap {
    let Some(Dagmaatregel { percentage, grond }) = grond.maatregel else {
        return stap;
    };
    match grond.plek().and_then(|plek| reeks.maatregelen.get(plek)) {
        Some(plan) => Stap {
            grondslag: plan.grondslag,
            besluit: plan.besluit.clone(),
            ..stap
        },
        None => Stap {
            grondslag: "Participatiewet art. 18 lid 1",
            tekst: format!(
                "{} Er lopen meer maatregelen tegelijk; het college bepaalde dat zij samen {}% van de norm zijn.",
                stap.tekst,
                decimal_nl(percentage.decimal())
            ),
            ..stap
        },
    }
}

/// What is held back, set off and paid from the buffer.
pub(super) fn render_betaling(maand: &Maandberekening, stappen: &mut Vec<Stap>) {
    let Some(te_betalen) = maand.te_betalen() else {
        return;
    };
    let opgeschort = maand.opgeschort();
    let is_anders = !opgeschort.is_nul()
        || maand.voorschot.is_some()
        || maand.verrekening.is_some()
        || maand.buffer.is_some();
    if !opgeschort.is_nul() {
        stappen.push(Stap::amount(
            "opschorting",
            "Participatiewet art. 40 lid 2",
            opgeschort,
            format!(
                "Het adres klopt niet met de basisregistratie personen. Daarom wordt {} voorlopig niet betaald.",
                GeldNl(opgeschort)
            ),
        ));
    }
    if let Some(voorschot) = &maand.voorschot {
        let rest = if voorschot.rest.is_nul() {
            String::new()
        } else {
            format!(" Daarna is nog {} over.", GeldNl(voorschot.rest))
        };
        stappen.push(Stap::amount(
            "voorschot",
            "Participatiewet art. 52 lid 4",
            voorschot.bedrag,
            format!(
                "Van de voorschotten wordt {} verrekend.{rest}",
                GeldNl(voorschot.bedrag)
            ),
        ));
    }
    if let Some(verrekening) = &maand.verrekening {
        stappen.push(render_grens(verrekening));
        stappen.push(Stap::amount(
            "verrekening",
            "Participatiewet art. 60 lid 4",
            verrekening.bedrag,
            format!(
                "Van de boete wordt deze maand {} verrekend. Daarna is nog {} over.",
                GeldNl(verrekening.bedrag),
                GeldNl(verrekening.rest)
            ),
        ));
    }
    if let Some(buffer) = &maand.buffer {
        stappen.push(render_buffer(buffer));
    }
    if is_anders {
        stappen.push(Stap::amount(
            "te-betalen",
            "Participatiewet art. 45 lid 1",
            te_betalen,
            format!(
                "In deze maand ontvangt het huishouden {}.",
                GeldNl(te_betalen)
            ),
        ));
    }
}

fn render_grens(verrekening: &Verrekening) -> Stap {
    let grens = &verrekening.grens;
    let benadeling = grens.van_benadeling.map_or_else(
        || "Er is niet te veel bijstand ontvangen.".to_owned(),
        |(percentage, bedrag)| {
            format!(
                "De boete is hoogstens {}% van wat te veel is ontvangen: {}.",
                decimal_nl(percentage.decimal()),
                GeldNl(bedrag)
            )
        },
    );
    let categorie = match grens.categoriebedrag {
        Some(bedrag) => format!(
            "Het hoogste bedrag van de strafcategorie ({}) is {}.",
            grens.categorie,
            GeldNl(bedrag)
        ),
        None => format!(
            "Het hoogste bedrag van de strafcategorie ({}) is niet opgegeven en dus niet getoetst.",
            grens.categorie
        ),
    };
    let boete = verrekening.boete.bedrag;
    let oordeel = match grens.hoogste {
        Some(hoogste) if boete > hoogste => format!(
            "De boete van {} is te hoog. Er wordt niet meer dan {} verrekend.",
            GeldNl(boete),
            GeldNl(hoogste)
        ),
        _ => format!("De boete is {}.", GeldNl(boete)),
    };
    Stap::amount(
        "boete",
        grens.grondslag,
        boete,
        format!(
            "De boete is opgelegd op {}. {benadeling} {categorie} {oordeel}",
            datum_lang(verrekening.boete.opgelegd_op)
        ),
    )
}

fn render_buffer(toets: &Buffertoets) -> Stap {
    let (bedrag, tekst) = match toets.uitkomst {
        Ok(bedrag) => (
            bedrag,
            format!(
                "Uit het bufferbudget wordt {} betaald. Dit jaar is dat samen {}, van hoogstens {}.",
                GeldNl(bedrag),
                GeldNl(toets.in_jaar),
                GeldNl(toets.grens)
            ),
        ),
        Err(GeenBuffer::NietInWerking) => (
            Geld::NUL,
            "Er is geen bufferbudget: het artikel geldt vanaf 1 januari 2027 en de gemeente loopt daar niet op vooruit."
                .to_owned(),
        ),
        Err(GeenBuffer::GeenArbeid) => (
            Geld::NUL,
            "Er is geen bufferbudget: in deze maand is er geen inkomen uit werk.".to_owned(),
        ),
    };
    Stap {
        besluit: toets.besluit.clone(),
        ..Stap::amount(
            "bufferbudget",
            "Participatiewet art. 34b lid 1",
            bedrag,
            tekst,
        )
    }
}
