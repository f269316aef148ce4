//! What waits for who closes and who prepares the meeting, and the key figures of a municipality.

use application::sturing::{
    KwartaalError, OverlegError, list_kwartalen, list_overleggen, load_kwartaalbeeld,
    load_overzicht,
};
use domain::bevoegdheid::Permission;
use domain::sturing::{Benchmark, Overleg, Overlegstand};
use http_base::{Aangemeld, AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{Datum, datum_in_nederland, datum_lang};

use super::beeld::KERN;
use super::weergave::{
    last_kwartaal, own_gemeente, render_kwartaal, render_oordeel, render_uitkomst, render_verschil,
};
use crate::onderdelen::{Kaart, Link, Status, Taak, Toon};

/// A meeting this many days ahead is prepared now.
const VOORBEREIDEN_DAGEN: i64 = 28;

/// Quarters to close, meetings to prepare or to write up, agreements that are late.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let mut taken = list_sluitingen(state, wie).await?;
    if wie
        .actor()
        .require_somewhere(Permission::OverlegVoorbereiden)
        .is_ok()
    {
        taken.extend(list_overlegtaken(state, wie).await?);
    }
    Ok(taken)
}

/// A task for each municipality whose last quarter is open, for who closes.
async fn list_sluitingen(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let actor = wie.actor();
    let Ok(eerste) = own_gemeente(wie, Permission::KwartaalSluiten) else {
        return Ok(Vec::new());
    };
    let (now, kwartaal) = (state.clock.now(), last_kwartaal(state));
    let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
        load_kwartaalbeeld(tx, actor, now, kwartaal, &[]).await
    };
    let beeld = state
        .db
        .in_tenant(
            "load_kwartaalbeeld",
            eerste.code,
            DbRol::Opdrachtgever,
            werk,
        )
        .await?;
    let open = wie.gemeenten().iter().filter(|g| {
        actor.may(Permission::KwartaalSluiten, g.code)
            && !beeld.sluitingen.iter().any(|s| s.gemeente == g.code)
    });
    let taak = |gemeente: &http_base::Gemeentenaam| Taak {
        titel: format!("Sluit het {}", render_kwartaal(kwartaal)),
        waarom: format!(
            "Het kwartaal is voorbij sinds {}.",
            datum_lang(kwartaal.last_day())
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: Some(Status::new(Toon::Aandacht, "nog open")),
        link: Link::new(
            "Sluiten",
            format!("/{}/kwartalen/{kwartaal}/sluiten", gemeente.code),
        ),
    };
    Ok(open.map(taak).collect())
}

async fn list_overlegtaken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let actor = wie.actor();
    let gemeente = own_gemeente(wie, Permission::OverlegVoorbereiden)?.code;
    let werk =
        async |tx: &mut TenantTx| -> Result<_, OverlegError> { list_overleggen(tx, actor).await };
    let (overleggen, afspraken) = state
        .db
        .in_tenant("list_overleggen", gemeente, DbRol::Opdrachtgever, werk)
        .await?;
    let vandaag = datum_in_nederland(state.clock.now());
    let te_laat = afspraken
        .iter()
        .filter(|(_, a)| a.is_te_laat(vandaag))
        .map(|(dag, a)| Taak {
            titel: format!("Rond af: {}", a.tekst),
            waarom: format!(
                "{} zou dit doen vóór {}.",
                a.eigenaar,
                datum_lang(a.uiterlijk)
            ),
            gemeente: None,
            status: Some(Status::new(Toon::Fout, "te laat")),
            link: Link::new("Bijwerken", format!("/overleg/{dag}/afspraken/{}", a.id)),
        });
    let taken = overleggen
        .iter()
        .filter_map(|overleg| overlegtaak(overleg, vandaag));
    Ok(te_laat.chain(taken).collect())
}

fn overlegtaak(overleg: &Overleg, vandaag: Datum) -> Option<Taak> {
    if overleg.stand != Overlegstand::Gepland {
        return None;
    }
    let dag = datum_lang(overleg.datum);
    let link =
        |tekst: &str, onder: &str| Link::new(tekst, format!("/overleg/{}{onder}", overleg.datum));
    if overleg.datum < vandaag {
        return Some(Taak {
            titel: format!("Leg de besluiten van het overleg van {dag} vast"),
            waarom: "Het overleg is geweest en de besluiten staan nog niet vast.".to_owned(),
            gemeente: None,
            status: Some(Status::new(Toon::Aandacht, "besluiten ontbreken")),
            link: link("Vastleggen", "/besluiten"),
        });
    }
    let is_nabij =
        overleg.datum <= vandaag.saturating_add(jiff::Span::new().days(VOORBEREIDEN_DAGEN));
    is_nabij.then(|| Taak {
        titel: format!("Bereid het overleg van {dag} voor"),
        waarom: format!(
            "Over het {}, in {}.",
            render_kwartaal(overleg.kwartaal),
            overleg.plaats
        ),
        gemeente: None,
        status: None,
        link: link("Agenda en stukken", ""),
    })
}

/// The key figures of the last closed quarter, for the home page of a municipality.
pub(crate) async fn list_cijfers(state: &AppState, wie: &InGemeente) -> Result<Vec<Kaart>, Fout> {
    if !wie.may(Permission::CijfersLezen) {
        return Ok(Vec::new());
    }
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
        let Some(sluiting) = list_kwartalen(tx, actor).await?.into_iter().next() else {
            return Ok(Vec::new());
        };
        let overzicht = load_overzicht(tx, actor, now, &KERN, sluiting.kwartaal).await?;
        Ok(overzicht.benchmarks)
    };
    let benchmarks = state
        .db
        .in_tenant("load_overzicht", wie.code(), DbRol::Opdrachtgever, werk)
        .await?;
    let kaarten = benchmarks
        .iter()
        .filter_map(|benchmark| kaart(benchmark, wie));
    Ok(kaarten.collect())
}

fn kaart(benchmark: &Benchmark, wie: &InGemeente) -> Option<Kaart> {
    let punt = benchmark.reeksen.first()?.punten.last()?;
    let definitie = benchmark.indicator.definitie();
    let tekst = render_verschil(punt, benchmark.indicator)
        .unwrap_or_else(|| format!("In het {}.", render_kwartaal(punt.kwartaal)));
    let href = format!(
        "/{}/benchmark?indicator={}&kwartaal={}",
        wie.code(),
        definitie.sleutel,
        punt.kwartaal
    );
    let link = Link::new("Uitleg en verloop", href);
    Some(Kaart {
        cijfer: Some(render_uitkomst(punt.eigen, definitie.eenheid)),
        status: punt
            .oordeel
            .filter(|oordeel| *oordeel != domain::sturing::Oordeel::Goed)
            .map(|oordeel| {
                let status = render_oordeel(oordeel);
                Status::new(status.toon, format!("datakwaliteit {}", status.woord))
            }),
        ..Kaart::new(definitie.naam, tekst, link)
    })
}
