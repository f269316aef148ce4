//! `/{gemeente}/kwartalen/{kwartaal}`: the figures of a quarter, closed or as they stand now.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};
use application::sturing::{
    KwartaalError, Kwartaaloverzicht, Voorlopig, calculate_voorlopig, load_kwartaal, load_overzicht,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::{
    Aandachtspunt, Benchmark, Indicator, Klasse, Kwaliteitsregel, Oordeel, PubliekCijfer,
    Reekspunt, Toelichting, Uitkomst, judge,
};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{Kwartaal, datum_in_nederland, datum_lang, moment_nl};
use reports::kwartaal::{HOOFDSTUKKEN, render_inleiding};

use super::weergave::{
    last_kwartaal, list_indicatoren, read_kwartaal, render_groep, render_kwartaal, render_oordeel,
    render_rekenwijze, render_uitkomst,
};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Status, Toon};
use crate::opdracht::Opdrachtblok;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/kwartaal.html")]
pub(super) struct KwartaalPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Toelichtinginvoer,
    code: String,
    sleutel: String,
    lijst: String,
    basis: String,
    naam: String,
    status: Status,
    sluiting: Option<Sluitingregel>,
    /// Why there is nothing to see, and what to do.
    leeg: Option<(&'static str, &'static str)>,
    aandachtspunten: Vec<Punt>,
    hoofdstukken: Vec<Hoofdstuk>,
    opdracht: Option<Opdrachtblok>,
    rekenwijze: String,
    toelichtingen: Vec<Gezegd>,
    indicatoren: Vec<Keuze>,
    mag_sluiten: bool,
    mag_toelichten: bool,
}

/// A comment as it was typed.
#[derive(Clone, Default)]
pub(super) struct Toelichtinginvoer {
    pub(super) indicator: String,
    pub(super) tekst: String,
}

struct Sluitingregel {
    bekend_op: String,
    gesloten_op: String,
    door: String,
    versie: u16,
    toelichting: Option<String>,
    hash: String,
}

/// Something to look at, with what to do about it.
pub(super) struct Punt {
    pub(super) tekst: String,
    pub(super) advies: String,
}

pub(super) struct Hoofdstuk {
    pub(super) titel: &'static str,
    pub(super) inleiding: String,
    pub(super) rijen: Vec<Rij>,
}

pub(super) struct Rij {
    pub(super) naam: String,
    pub(super) sleutel: &'static str,
    pub(super) is_klasse: bool,
    pub(super) cijfer: String,
    pub(super) vorig: String,
    pub(super) jaar_eerder: String,
    pub(super) mediaan: String,
    pub(super) kwaliteit: Option<Status>,
}

struct Gezegd {
    over: String,
    tekst: String,
    door: String,
    op: String,
}

/// What the page is made from, whether the quarter is closed or not.
struct Bron<'a> {
    cijfers: &'a [PubliekCijfer],
    kwaliteit: &'a BTreeMap<Kwaliteitsregel, Oordeel>,
    benchmarks: &'a [Benchmark],
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::CijfersLezen)?;
    let kwartaal = read_kwartaal(&pad.1)?;
    let invoer = Toelichtinginvoer::default();
    render(&page(&state, &wie, kwartaal, invoer, Fouten::geen()).await?)
}

/// The page, with a comment that was typed and what is wrong with it.
pub(super) async fn page(
    state: &AppState,
    wie: &InGemeente,
    kwartaal: Kwartaal,
    invoer: Toelichtinginvoer,
    fouten: Fouten,
) -> Result<KwartaalPagina, Fout> {
    let is_lopend = kwartaal > last_kwartaal(state);
    let (overzicht, benchmarks) = load(state, wie, kwartaal).await?;
    let voorlopig = match overzicht.akte {
        None if !is_lopend => Some(calculate(state, wie, kwartaal).await?),
        _ => None,
    };
    let bron = Bron {
        cijfers: voorlopig
            .as_ref()
            .map_or(&overzicht.cijfers, |v| &v.cijfers),
        kwaliteit: voorlopig
            .as_ref()
            .map_or(&overzicht.kwaliteit, |v| &v.kwaliteit),
        benchmarks: &benchmarks,
    };
    let is_leeg = voorlopig.as_ref().is_some_and(|v| v.is_leeg);
    let hoofdstukken = if is_leeg || bron.cijfers.is_empty() {
        Vec::new()
    } else {
        list_hoofdstukken(&bron, kwartaal)
    };
    let regels = voorlopig
        .as_ref()
        .map_or(&overzicht.opdracht, |v| &v.opdracht);
    Ok(KwartaalPagina {
        schil: shell(state, wie, kwartaal, &overzicht),
        fouten,
        invoer,
        code: wie.code().to_string(),
        sleutel: kwartaal.to_string(),
        lijst: format!("/{}/kwartalen", wie.code()),
        basis: format!("/{}/kwartalen/{kwartaal}", wie.code()),
        naam: render_kwartaal(kwartaal),
        status: status_of(&overzicht, is_lopend),
        leeg: explain_leeg(is_lopend && overzicht.akte.is_none(), is_leeg),
        aandachtspunten: list_punten(&overzicht, voorlopig.as_ref()),
        hoofdstukken,
        opdracht: Opdrachtblok::new(wie, kwartaal, regels, bron.cijfers),
        rekenwijze: rekenwijze_of(&overzicht, voorlopig.as_ref()),
        toelichtingen: overzicht.toelichtingen.iter().map(Gezegd::from).collect(),
        indicatoren: list_indicatoren(),
        mag_sluiten: !is_lopend && !is_leeg && wie.may(Permission::KwartaalSluiten),
        mag_toelichten: wie.may(Permission::OverlegVoorbereiden),
        sluiting: overzicht.akte.map(Sluitingregel::from),
    })
}

/// The closed figures, and every indicator beside the group, as commissioner.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    kwartaal: Kwartaal,
) -> Result<(Kwartaaloverzicht, Vec<Benchmark>), Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
        let overzicht = load_kwartaal(tx, actor, now, kwartaal).await?;
        let groep = load_overzicht(tx, actor, now, &Indicator::ALL, kwartaal).await?;
        Ok((overzicht, groep.benchmarks))
    };
    Ok(state
        .db
        .in_tenant("load_kwartaal", wie.code(), DbRol::Opdrachtgever, werk)
        .await?)
}

/// The figures as they would be closed now, as reporting.
pub(super) async fn calculate(
    state: &AppState,
    wie: &InGemeente,
    kwartaal: Kwartaal,
) -> Result<Voorlopig, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    Ok(state
        .db
        .in_tenant(
            "calculate_voorlopig",
            wie.code(),
            DbRol::Rapportage,
            async |tx| calculate_voorlopig(tx, actor, now, kwartaal).await,
        )
        .await?)
}

fn shell(
    state: &AppState,
    wie: &InGemeente,
    kwartaal: Kwartaal,
    overzicht: &Kwartaaloverzicht,
) -> Schil {
    let titel = format!("Cijfers van het {}", render_kwartaal(kwartaal));
    let bekend_op = overzicht.akte.as_ref().map(|akte| akte.sluiting.bekend_op);
    let stand = format!(
        "Stand per {}, zoals bekend op {}.",
        datum_lang(kwartaal.last_day()),
        moment_nl(bekend_op.unwrap_or_else(|| state.clock.now()))
    );
    Schil::in_gemeente(state, wie, "/kwartalen", titel)
        .kruimel("Kwartalen", format!("/{}/kwartalen", wie.code()))
        .stand(stand)
}

fn explain_leeg(is_lopend: bool, is_leeg: bool) -> Option<(&'static str, &'static str)> {
    if is_lopend {
        Some((
            "Dit kwartaal loopt nog.",
            "De cijfers staan hier zodra het kwartaal voorbij is.",
        ))
    } else if is_leeg {
        Some((
            "Er is voor dit kwartaal niets geregistreerd.",
            "Lees eerst de bestanden van het kwartaal in.",
        ))
    } else {
        None
    }
}

fn status_of(overzicht: &Kwartaaloverzicht, is_lopend: bool) -> Status {
    match overzicht.akte {
        Some(_) => Status::new(Toon::Goed, "gesloten"),
        None if is_lopend => Status::new(Toon::Neutraal, "loopt nog"),
        None => Status::new(Toon::Aandacht, "nog open: voorlopige cijfers"),
    }
}

/// The chapters of the report, with the figures of this quarter.
fn list_hoofdstukken(bron: &Bron<'_>, kwartaal: Kwartaal) -> Vec<Hoofdstuk> {
    let hoofdstuk =
        |(titel, inleiding, indicatoren): &(&'static str, &'static str, &[Indicator])| Hoofdstuk {
            titel,
            inleiding: render_inleiding(inleiding, indicatoren),
            rijen: indicatoren
                .iter()
                .flat_map(|indicator| bron.list_rijen(*indicator, kwartaal))
                .collect(),
        };
    HOOFDSTUKKEN.iter().map(hoofdstuk).collect()
}

impl Bron<'_> {
    /// One row for an indicator; one for each class where it has no figure for the whole.
    fn list_rijen(&self, indicator: Indicator, kwartaal: Kwartaal) -> Vec<Rij> {
        let van = self.cijfers.iter().filter(|c| c.indicator == indicator);
        let kwaliteit = render_oordeel(judge(indicator, self.kwaliteit));
        let definitie = indicator.definitie();
        let rij = |cijfer: &PubliekCijfer| self.rij(cijfer, kwartaal);
        if indicator.has_totaal() {
            return van
                .filter(|c| c.klasse == Klasse::Totaal)
                .map(|c| Rij {
                    kwaliteit: Some(kwaliteit.clone()),
                    ..rij(c)
                })
                .collect();
        }
        let kop = Rij {
            naam: definitie.naam.to_owned(),
            sleutel: definitie.sleutel,
            is_klasse: false,
            cijfer: String::new(),
            vorig: String::new(),
            jaar_eerder: String::new(),
            mediaan: String::new(),
            kwaliteit: Some(kwaliteit),
        };
        std::iter::once(kop).chain(van.map(rij)).collect()
    }

    fn rij(&self, cijfer: &PubliekCijfer, kwartaal: Kwartaal) -> Rij {
        let definitie = cijfer.indicator.definitie();
        let eenheid = definitie.eenheid;
        let earlier = |stappen: i32| {
            let punt = self.find(cijfer, kwartaal.plus(-stappen));
            render_uitkomst(punt.and_then(|p| p.eigen), eenheid)
        };
        let mediaan = if cijfer.indicator.is_vergelijkbaar() {
            let punt = self.find(cijfer, kwartaal);
            render_groep(punt, cijfer.indicator, |groep| groep.mediaan)
        } else {
            String::new()
        };
        let is_klasse = cijfer.klasse != Klasse::Totaal;
        let naam = if is_klasse {
            cijfer.klasse.naam()
        } else {
            definitie.naam
        };
        Rij {
            naam: naam.to_owned(),
            sleutel: definitie.sleutel,
            is_klasse,
            cijfer: render_uitkomst(Some(cijfer.uitkomst), eenheid),
            vorig: earlier(1),
            jaar_eerder: earlier(4),
            mediaan,
            kwaliteit: None,
        }
    }

    fn find(&self, cijfer: &PubliekCijfer, kwartaal: Kwartaal) -> Option<&Reekspunt> {
        let benchmark = self
            .benchmarks
            .iter()
            .find(|b| b.indicator == cijfer.indicator)?;
        let reeks = benchmark
            .reeksen
            .iter()
            .find(|r| r.klasse == cijfer.klasse)?;
        reeks.punten.iter().find(|p| p.kwartaal == kwartaal)
    }
}

fn list_punten(overzicht: &Kwartaaloverzicht, voorlopig: Option<&Voorlopig>) -> Vec<Punt> {
    match (&overzicht.akte, voorlopig) {
        (Some(akte), _) => {
            let punt = |tekst: &String| Punt {
                tekst: tekst.clone(),
                advies: String::new(),
            };
            akte.aandachtspunten.iter().map(punt).collect()
        }
        (None, Some(voorlopig)) => voorlopig.aandachtspunten.iter().map(Punt::from).collect(),
        (None, None) => Vec::new(),
    }
}

impl From<&Aandachtspunt> for Punt {
    fn from(punt: &Aandachtspunt) -> Self {
        Self {
            tekst: punt.tekst(),
            advies: punt.advies().to_owned(),
        }
    }
}

fn rekenwijze_of(overzicht: &Kwartaaloverzicht, voorlopig: Option<&Voorlopig>) -> String {
    let gesloten = overzicht.akte.as_ref().map(|akte| &akte.rekenwijze);
    gesloten
        .or(voorlopig.map(|v| &v.rekenwijze))
        .map(render_rekenwijze)
        .unwrap_or_default()
}

impl From<application::sturing::Sluitingakte> for Sluitingregel {
    fn from(akte: application::sturing::Sluitingakte) -> Self {
        let sluiting = akte.sluiting;
        Self {
            bekend_op: moment_nl(sluiting.bekend_op),
            gesloten_op: moment_nl(sluiting.gesloten_op),
            door: sluiting.gesloten_door,
            versie: sluiting.versie,
            toelichting: sluiting.toelichting,
            hash: sluiting.hash.to_string(),
        }
    }
}

impl From<&Toelichting> for Gezegd {
    fn from(gezegd: &Toelichting) -> Self {
        let over = gezegd
            .indicator
            .map_or("het hele kwartaal", |i| i.definitie().naam);
        Self {
            over: over.to_owned(),
            tekst: gezegd.tekst.clone(),
            door: format!("{}, {}", gezegd.door, gezegd.rol),
            op: datum_lang(datum_in_nederland(gezegd.op)),
        }
    }
}

/// A figure of the list, by indicator, for the whole.
pub(super) fn find_totaal(cijfers: &[PubliekCijfer], indicator: Indicator) -> Option<Uitkomst> {
    cijfers
        .iter()
        .find(|c| c.indicator == indicator && c.klasse == Klasse::Totaal)
        .map(|c| c.uitkomst)
}

#[cfg(test)]
mod tests {
    use domain::sturing::Rekenwijze;

    use super::*;
    use rust_decimal::Decimal;

    fn sample(is_gesloten: bool) -> KwartaalPagina {
        let cijfers: Vec<PubliekCijfer> = Indicator::ALL
            .into_iter()
            .flat_map(|indicator| {
                let dimensies = indicator.definitie().dimensies.iter();
                dimensies
                    .flat_map(|d| d.klassen())
                    .map(move |klasse| PubliekCijfer {
                        indicator,
                        versie: 1,
                        klasse,
                        uitkomst: Uitkomst::Bekend {
                            waarde: Decimal::from(12),
                            teller: Decimal::from(12),
                            noemer: None,
                        },
                    })
            })
            .collect();
        let kwaliteit = BTreeMap::from([(Kwaliteitsregel::LadderBekend, Oordeel::Onvoldoende)]);
        let kwartaal = Kwartaal::parse("2026-K3").unwrap();
        let bron = Bron {
            cijfers: &cijfers,
            kwaliteit: &kwaliteit,
            benchmarks: &[],
        };
        KwartaalPagina {
            schil: Schil::sample("Cijfers van het 3e kwartaal 2026"),
            fouten: Fouten::geen(),
            invoer: Toelichtinginvoer::default(),
            code: "GM0294".to_owned(),
            sleutel: kwartaal.to_string(),
            lijst: "/GM0294/kwartalen".to_owned(),
            basis: "/GM0294/kwartalen/2026-K3".to_owned(),
            naam: render_kwartaal(kwartaal),
            status: Status::new(Toon::Goed, "gesloten"),
            sluiting: is_gesloten.then(|| Sluitingregel {
                bekend_op: "20-10-2026 23:59".to_owned(),
                gesloten_op: "21-10-2026 10:00".to_owned(),
                door: "D. Directeur".to_owned(),
                versie: 1,
                toelichting: Some("De formatie volgt.".to_owned()),
                hash: "ab".repeat(32),
            }),
            leeg: None,
            aandachtspunten: vec![Punt {
                tekst: "Het BUS-bestand van 2026-09 is niet ontvangen.".to_owned(),
                advies: "Lever het bestand alsnog aan.".to_owned(),
            }],
            hoofdstukken: list_hoofdstukken(&bron, kwartaal),
            opdracht: None,
            rekenwijze: render_rekenwijze(&Rekenwijze::STANDAARD),
            toelichtingen: Vec::new(),
            indicatoren: list_indicatoren(),
            mag_sluiten: true,
            mag_toelichten: true,
        }
    }

    #[test]
    fn every_figure_links_to_its_definition_and_shows_its_quality() {
        let html = sample(true).render().unwrap();
        for indicator in Indicator::ALL {
            let sleutel = indicator.definitie().sleutel;
            assert!(
                html.contains(&format!("benchmark?indicator={sleutel}")),
                "{sleutel}"
            );
        }
        assert!(html.contains("onvoldoende") && html.contains("rapport.pdf"));
        assert!(html.contains("1 Geïsoleerd"));
        assert!(html.contains("zoals het toen is vastgesteld"));
    }

    #[test]
    fn an_open_quarter_shows_what_to_check_and_can_be_closed() {
        let html = sample(false).render().unwrap();
        assert!(html.contains("Lever het bestand alsnog aan.") && html.contains("/sluiten\""));
        assert!(!html.contains("rapport.pdf"));
    }
}
