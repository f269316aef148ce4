//! Month after month. Participatiewet art. 45 lid 1.

use primitives::{Datum, Geld, Maand};

use super::arbeid::{Art34a, next_window};
use super::beleid::Beleidsbron;
use super::buffer::weigh_buffer;
use super::deel::Deelrekenaar;
use super::feiten::{Reeksfeiten, Voorschot};
use super::inkomen::{Reekssoort, Reeksvrijlating, known_on};
use super::kalender::Kalender;
use super::tellers::Tellers;
use super::termijn::list_termijnen;
use super::{
    MaandGeenRecht, MaandOnbepaald, Maandberekening, Maanddeel, Maandreden, Reeksberekening,
    Voorschotverrekening,
};
use crate::recht::{
    Bedragen, Inkomstensoort, Normentabel, Normpercentage, Onbepaald, Persoon, Vrijlating,
};

/// The months of a question, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maandbereik {
    /// The first.
    pub van: Maand,
    /// The last.
    pub tot_en_met: Maand,
}

/// Calculates the right of a household month after month, on what was known on a day.
///
/// Each month gives what a single month's question gives with the counters of the month before it.
pub fn calculate_maanden(
    bereik: Maandbereik,
    bekend_op: Option<Datum>,
    feiten: &Reeksfeiten,
    bron: &Beleidsbron,
) -> Result<Reeksberekening, MaandOnbepaald> {
    let inkomsten = known_on(&feiten.inkomsten, bekend_op);
    let kalender = Kalender::new(feiten, bron, bereik)?;
    let rekenaar = Deelrekenaar {
        feiten,
        bron,
        bekend_op,
        kalender: &kalender,
        inkomsten: &inkomsten,
    };
    let ingang = kalender.ingangen.first().map(|ingang| ingang.vanaf);
    let mut tellers = Tellers::at_start(feiten.tellers, bereik.van, &feiten.perioden, ingang);
    let mut maanden = Vec::new();
    let mut maand = bereik.van;
    while maand <= bereik.tot_en_met {
        maanden.push(calculate_maand(&rekenaar, maand, &mut tellers)?);
        maand = maand.plus(1);
    }
    let laatste_dag = bereik.tot_en_met.last_day();
    Ok(Reeksberekening {
        termijnen: list_termijnen(feiten, &maanden, bron, laatste_dag)?,
        maanden,
        ingangen: kalender.ingangen,
        maatregelen: kalender.plannen,
    })
}

fn calculate_maand(
    rekenaar: &Deelrekenaar<'_>,
    maand: Maand,
    tellers: &mut Option<Tellers>,
) -> Result<Maandberekening, MaandOnbepaald> {
    if let Some(tellers) = tellers {
        tellers.begin_month(maand);
    }
    let mut delen = Vec::new();
    for stuk in rekenaar.kalender.stukken(maand) {
        let deel = rekenaar.calculate(maand, &stuk, tellers);
        if let (Some(tellers), Ok(_)) = (tellers.as_mut(), &deel.uitkomst) {
            tellers.laatste_dag = Some(deel.tot_en_met);
        }
        delen.push(deel);
    }
    let uitkomst = add_up(&delen);
    let mut berekening = Maandberekening {
        maand,
        delen,
        uitkomst,
        voorschot: None,
        verrekening: None,
        buffer: None,
        tellers: None,
    };
    count_vrijlatingen(&berekening, tellers)?;
    if let Err(reden) = settle(rekenaar, &mut berekening, tellers) {
        berekening.uitkomst = Err(reden.into());
    }
    if matches!(berekening.uitkomst, Err(Maandreden::Onbepaald(_))) {
        forget(rekenaar, maand, tellers);
    }
    berekening.tellers = *tellers;
    Ok(berekening)
}

/// The amounts over all parts: none where one of them cannot be determined.
fn add_up(delen: &[Maanddeel]) -> Result<Bedragen, Maandreden> {
    let onbepaald = delen.iter().find_map(|deel| match &deel.uitkomst {
        Err(reden @ Maandreden::Onbepaald(_)) => Some(reden.clone()),
        _ => None,
    });
    if let Some(reden) = onbepaald {
        return Err(reden);
    }
    let met_recht = || {
        delen
            .iter()
            .filter_map(|deel| Some((deel, deel.uitkomst.as_ref().ok()?)))
    };
    let Some((eerste, _)) = met_recht().next() else {
        return Err(find_geen_recht(delen).unwrap_or(MaandOnbepaald::GeenDagen.into()));
    };
    let bedrag: Geld = met_recht().map(|(_, bedragen)| bedragen.bedrag).sum();
    let percentage = Normentabel::wettelijk()
        .op(eerste.van)
        .ok_or(Onbepaald::GeenNormen(eerste.van))
        .and_then(|normen| normen.percentage(Normpercentage::Vakantietoeslag))
        .map_err(MaandOnbepaald::from)?;
    let vakantietoeslag = bedrag.part(percentage);
    Ok(Bedragen {
        bedrag,
        vakantietoeslag,
        uitbetaling: bedrag - vakantietoeslag,
    })
}

/// The reason of a month without a right: one about the household goes before one about the days of the benefit.
fn find_geen_recht(delen: &[Maanddeel]) -> Option<Maandreden> {
    let redenen = || delen.iter().filter_map(|deel| deel.uitkomst.as_ref().err());
    let over_dagen = |reden: &&Maandreden| {
        matches!(
            reden,
            Maandreden::GeenRecht(MaandGeenRecht::VoorIngang(_) | MaandGeenRecht::NaEinde(_))
        )
    };
    let reden = redenen()
        .find(|reden| !over_dagen(reden))
        .or_else(|| redenen().next());
    reden.cloned()
}

/// Counts the exemptions of a month: a month in which something was exempt while there was a right is used.
fn count_vrijlatingen(
    berekening: &Maandberekening,
    tellers: &mut Option<Tellers>,
) -> Result<(), MaandOnbepaald> {
    let (Some(tellers), Ok(_)) = (tellers.as_mut(), &berekening.uitkomst) else {
        return Ok(());
    };
    let mut gebruikt: Vec<(Persoon, Vrijlating)> = Vec::new();
    let mut arbeid: Vec<Persoon> = Vec::new();
    let met_recht = berekening.delen.iter().filter(|deel| deel.uitkomst.is_ok());
    for grond in met_recht.filter_map(|deel| deel.grond.as_ref()) {
        let inkomen = grond.berekening.inkomen.as_ref();
        for toets in inkomen.map_or(&[][..], |inkomen| &inkomen.vrijlatingen) {
            let is_vrij = toets.uitkomst.is_ok_and(|vrij| !vrij.bedrag.is_nul());
            let wie = (grond.persoon(toets.persoon), toets.letter);
            // From the pension age on exemption n has no term, so that there is nothing to count.
            let telt = toets.letter != Vrijlating::N || !grond.is_pensioengerechtigd(toets.persoon);
            if is_vrij && telt && !gebruikt.contains(&wie) {
                gebruikt.push(wie);
            }
        }
        for (rol, toets) in &grond.arbeid {
            let is_vrij = toets.uitkomst.is_ok_and(|vrij| !vrij.is_nul());
            let wie = grond.persoon(*rol);
            if is_vrij && toets.grond == Art34a::Arbeid && !arbeid.contains(&wie) {
                arbeid.push(wie);
            }
        }
    }
    let maand = berekening.maand;
    for (persoon, letter) in gebruikt {
        let van = tellers.van_mut(persoon);
        match letter {
            Vrijlating::N => van.n += 1,
            Vrijlating::R => van.r_vanaf = van.r_vanaf.or(Some(maand)),
            Vrijlating::Z => van.z_vanaf = van.z_vanaf.or(Some(maand)),
            Vrijlating::Y | Vrijlating::Aa => {}
        }
    }
    for persoon in arbeid {
        let van = tellers.van_mut(persoon);
        van.arbeid_vanaf = next_window(van, maand, maand.first_day())?;
    }
    Ok(())
}

/// Advances, buffer and boete, which do not change the right but what is paid.
fn settle(
    rekenaar: &Deelrekenaar<'_>,
    berekening: &mut Maandberekening,
    tellers: &mut Option<Tellers>,
) -> Result<(), MaandOnbepaald> {
    let (maand, feiten) = (berekening.maand, rekenaar.feiten);
    let van_maand = |voorschot: &&Voorschot| Maand::of(voorschot.op) == maand;
    let betaald: Geld = feiten
        .voorschotten
        .iter()
        .filter(van_maand)
        .map(|v| v.bedrag)
        .sum();
    if let Some(tellers) = tellers.as_mut() {
        tellers.voorschot = tellers.voorschot + betaald;
    }
    let Ok(bedragen) = berekening.uitkomst else {
        return Ok(());
    };
    let betaalbaar = (bedragen.uitbetaling - berekening.opgeschort()).not_below_zero();
    let gevraagd: Geld = feiten
        .buffer
        .iter()
        .filter(|inzet| inzet.maand == maand)
        .map(|inzet| inzet.bedrag)
        .sum();
    let dag = maand.first_day();
    let known = MaandOnbepaald::TellersOnbekend;
    if !gevraagd.is_nul() {
        let tellers = tellers.as_mut().ok_or(known("het bufferbudget"))?;
        let heeft_arbeid = has_arbeid(&berekening.delen);
        let toets = weigh_buffer(gevraagd, heeft_arbeid, dag, tellers.buffer, rekenaar.bron)?;
        tellers.buffer = toets.in_jaar;
        berekening.buffer = Some(toets);
    }
    if !feiten.voorschotten.is_empty() {
        let tellers = tellers.as_mut().ok_or(known("de voorschotten"))?;
        let bedrag = tellers.voorschot.min(betaalbaar);
        tellers.voorschot = tellers.voorschot - bedrag;
        berekening.voorschot = (!bedrag.is_nul()).then_some(Voorschotverrekening {
            bedrag,
            rest: tellers.voorschot,
        });
    }
    if let Some(boete) = feiten.boete.filter(|boete| boete.vanaf <= maand) {
        let tellers = tellers.as_mut().ok_or(known("de boete"))?;
        let voorschot = berekening.voorschot.map_or(Geld::NUL, |v| v.bedrag);
        let betaalbaar = betaalbaar - voorschot;
        berekening.verrekening = boete.settle(maand, betaalbaar, tellers.boete)?;
        if let Some(verrekening) = &berekening.verrekening {
            tellers.boete = tellers.boete + verrekening.bedrag;
        }
    }
    Ok(())
}

fn has_arbeid(delen: &[Maanddeel]) -> bool {
    let gronden = delen.iter().filter_map(|deel| deel.grond.as_ref());
    gronden
        .flat_map(|grond| &grond.inkomsten)
        .any(|inkomst| inkomst.soort == Inkomstensoort::Arbeid && !inkomst.bedrag.is_nul())
}

/// After a month that cannot be determined it is not known what was used, where it held something to use.
fn forget(rekenaar: &Deelrekenaar<'_>, maand: Maand, tellers: &mut Option<Tellers>) {
    let lezing = rekenaar.feiten.lezing.loontijdvak;
    let counts = rekenaar.inkomsten.iter().any(|rij| {
        let telt = match (rij.soort, rij.vrijlating) {
            (Reekssoort::Inkomen(_), Some(Reeksvrijlating::Letter(letter))) => {
                !matches!(letter, Vrijlating::Y | Vrijlating::Aa)
            }
            (Reekssoort::Inkomen(_), Some(Reeksvrijlating::Arbeid(grond))) => {
                grond == Art34a::Arbeid
            }
            (Reekssoort::Inkomen(_) | Reekssoort::Voedselbank, _) => false,
            _ => true,
        };
        telt && !rij
            .part(lezing, maand.first_day(), maand.last_day())
            .is_nul()
    });
    let feiten = rekenaar.feiten;
    let is_verrekend = feiten.boete.is_some_and(|boete| boete.vanaf <= maand)
        || feiten.buffer.iter().any(|inzet| inzet.maand == maand)
        || tellers.is_some_and(|tellers| !tellers.voorschot.is_nul());
    if counts || is_verrekend {
        *tellers = None;
    }
}

impl Maandberekening {
    /// What of the month is not paid for now, holiday pay not included. Art. 40 lid 2.
    pub fn opgeschort(&self) -> Geld {
        let Ok(bedragen) = &self.uitkomst else {
            return Geld::NUL;
        };
        let opgeschort: Geld = self
            .delen
            .iter()
            .filter_map(|deel| deel.uitkomst.as_ref().ok())
            .map(|deel| deel.opgeschort)
            .sum();
        if bedragen.bedrag.is_nul() {
            return Geld::NUL;
        }
        bedragen
            .uitbetaling
            .fraction(opgeschort.cents(), bedragen.bedrag.cents())
    }

    /// What is paid this month in the end: less what is suspended and set off, with what comes from the buffer.
    pub fn te_betalen(&self) -> Option<Geld> {
        let bedragen = self.uitkomst.as_ref().ok()?;
        let verrekend = self.verrekening.map_or(Geld::NUL, |v| v.bedrag)
            + self.voorschot.map_or(Geld::NUL, |v| v.bedrag);
        let buffer = self
            .buffer
            .as_ref()
            .and_then(|b| b.uitkomst.ok())
            .unwrap_or(Geld::NUL);
        Some(bedragen.uitbetaling - self.opgeschort() - verrekend + buffer)
    }
}
