//! `/{gemeente}/benchmark`: one indicator over time and beside the other municipalities.

use actix_web::web::{Data, Query};
use application::sturing::{
    Gemeentenaam, KwartaalError, Kwartaaloverzicht, list_kwartalen, load_benchmark, load_kwartaal,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::{
    Benchmark, Groepscijfer, Indicator, Klasse, Oordeel, PubliekCijfer, Reekspunt, Uitkomst, judge,
};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{GemeenteCode, Kwartaal, datum_lang, moment_nl};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::benchmark_grafiek::{draw_klassen, draw_staven, draw_verloop};
use super::weergave::{
    last_kwartaal, list_indicatoren, render_groep, render_klasse, render_kwartaal, render_oordeel,
    render_rekenwijze, render_uitkomst, render_verschil,
};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Downloads, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/benchmark.html")]
struct BenchmarkPagina {
    schil: Schil,
    fouten: Fouten,
    lijst: String,
    vraag: Vraag,
    indicatoren: Vec<Keuze>,
    kwartalen: Vec<Keuze>,
    naam: &'static str,
    definitie: Vec<(&'static str, String)>,
    is_vergelijkbaar: bool,
    has_groep: bool,
    nu: Nu,
    kwaliteit: Status,
    bevindingen: Vec<String>,
    verloop: Option<String>,
    klassen: Option<String>,
    staven: Option<String>,
    rijen: Vec<Rij>,
    stand: Vec<Stand>,
    koppen: Vec<&'static str>,
    delen: Vec<Deel>,
    downloads: Downloads,
}

/// The choice of the reader.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    pub(super) indicator: String,
    #[serde(default)]
    pub(super) kwartaal: String,
}

/// The figure of the chosen quarter.
struct Nu {
    /// Of which class, where there is no figure for the whole.
    klasse: Option<String>,
    cijfer: String,
    onderdelen: String,
    verschil: Option<String>,
    mediaan: String,
    /// Why there is no median.
    geen_vergelijking: Option<String>,
    is_gesloten: bool,
}

/// One quarter of the trend; one figure for the whole, or one for each class.
struct Rij {
    kwartaal: String,
    eigen: Vec<String>,
    groep: Option<[String; 3]>,
    kwaliteit: Option<Status>,
}

/// One municipality in the chosen quarter.
struct Stand {
    gemeente: String,
    is_eigen: bool,
    cijfers: Vec<String>,
    kwaliteit: Status,
}

/// A way in which the own figure is split, with its classes.
struct Deel {
    titel: &'static str,
    klassen: Vec<(&'static str, String)>,
}

/// What the page is made from.
pub(super) struct Bron {
    pub(super) benchmark: Benchmark,
    pub(super) gemeenten: Vec<Gemeentenaam>,
    overzicht: Kwartaaloverzicht,
    gesloten: Vec<Kwartaal>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Query(vraag): Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::CijfersLezen)?;
    let (indicator, bron) = load(&state, &wie, &vraag).await?;
    render(&page(&state, &wie, indicator, &bron))
}

/// The indicator and quarter that are asked for; without, the first indicator and the last closed quarter.
pub(super) async fn load(
    state: &AppState,
    wie: &InGemeente,
    vraag: &Vraag,
) -> Result<(Indicator, Bron), Fout> {
    let indicator = match vraag.indicator.as_str() {
        "" => Indicator::BestandUitkeringen,
        sleutel => Indicator::from_sleutel(sleutel).ok_or_else(Fout::niet_gevonden)?,
    };
    let gevraagd = match vraag.kwartaal.as_str() {
        "" => None,
        tekst => Some(super::weergave::read_kwartaal(tekst)?),
    };
    let (actor, now, laatste) = (wie.actor(), state.clock.now(), last_kwartaal(state));
    let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
        let gesloten: Vec<_> = list_kwartalen(tx, actor)
            .await?
            .iter()
            .map(|s| s.kwartaal)
            .collect();
        let tot = gevraagd.or(gesloten.first().copied()).unwrap_or(laatste);
        let mut vergelijking = load_benchmark(tx, actor, now, indicator, tot).await?;
        let overzicht = load_kwartaal(tx, actor, now, tot).await?;
        let benchmark = vergelijking.benchmarks.pop();
        Ok(benchmark.map(|benchmark| Bron {
            benchmark,
            gemeenten: vergelijking.gemeenten,
            overzicht,
            gesloten,
        }))
    };
    let bron = state
        .db
        .in_tenant("load_benchmark", wie.code(), DbRol::Opdrachtgever, werk)
        .await?;
    Ok((indicator, bron.ok_or_else(Fout::niet_gevonden)?))
}

fn page(state: &AppState, wie: &InGemeente, indicator: Indicator, bron: &Bron) -> BenchmarkPagina {
    let definitie = indicator.definitie();
    let kwartaal = bron.kwartaal();
    let vraag = Vraag {
        indicator: definitie.sleutel.to_owned(),
        kwartaal: kwartaal.to_string(),
    };
    let has_totaal = indicator.has_totaal();
    let basis = format!("/{}/benchmark", wie.code());
    let koppen = bron
        .benchmark
        .reeksen
        .iter()
        .map(|reeks| reeks.klasse.naam());
    BenchmarkPagina {
        schil: shell(state, wie, bron),
        fouten: Fouten::geen(),
        lijst: format!("/{}/kwartalen", wie.code()),
        indicatoren: list_indicatoren(),
        kwartalen: bron.list_kwartalen(last_kwartaal(state)),
        naam: definitie.naam,
        definitie: list_definitie(indicator, bron),
        is_vergelijkbaar: indicator.is_vergelijkbaar(),
        has_groep: has_groep(indicator),
        nu: bron.nu(indicator),
        kwaliteit: render_oordeel(bron.oordeel(indicator)),
        bevindingen: bron.list_bevindingen(indicator),
        verloop: has_totaal
            .then(|| draw_verloop(&bron.benchmark, wie))
            .flatten(),
        klassen: (!has_totaal)
            .then(|| draw_klassen(&bron.benchmark, wie))
            .flatten(),
        staven: has_totaal
            .then(|| draw_staven(&bron.benchmark, wie, &bron.gemeenten))
            .flatten(),
        rijen: bron.list_rijen(indicator),
        stand: bron.list_stand(indicator, wie.code()),
        koppen: if has_totaal {
            vec!["Cijfer"]
        } else {
            koppen.collect()
        },
        delen: bron.list_delen(indicator),
        downloads: Downloads {
            basis: format!("{basis}/lijst"),
            vraag: format!("?indicator={}&kwartaal={}", vraag.indicator, vraag.kwartaal),
        },
        vraag,
    }
}

fn shell(state: &AppState, wie: &InGemeente, bron: &Bron) -> Schil {
    let schil = Schil::in_gemeente(state, wie, "/benchmark", "Benchmark");
    match &bron.overzicht.akte {
        Some(akte) => schil.stand(format!(
            "Stand per {}, zoals bekend op {}.",
            datum_lang(akte.sluiting.kwartaal.last_day()),
            moment_nl(akte.sluiting.bekend_op)
        )),
        None => schil,
    }
}

/// The printed definition, line by line.
fn list_definitie(indicator: Indicator, bron: &Bron) -> Vec<(&'static str, String)> {
    let definitie = indicator.definitie();
    let mut regels = vec![
        ("Formule", definitie.formule.to_owned()),
        ("Wat telt mee", definitie.toelichting.to_owned()),
        ("Eenheid", definitie.eenheid.naam().to_owned()),
        ("Richting", definitie.richting.naam().to_owned()),
        ("Herkomst", definitie.herkomst.naam().to_owned()),
        (
            "Nummer en versie",
            format!("{}, versie {}", definitie.nummer, definitie.versie),
        ),
    ];
    if indicator == Indicator::InBeeld
        && let Some(akte) = &bron.overzicht.akte
    {
        regels.push((
            "Termijn van de gemeente",
            render_rekenwijze(&akte.rekenwijze),
        ));
    }
    regels
}

impl Bron {
    /// The chosen quarter: the last of the trend.
    pub(super) fn kwartaal(&self) -> Kwartaal {
        let laatste = self.benchmark.kwartalen.last().copied();
        // A trend has eight quarters.
        laatste.unwrap_or_else(|| Kwartaal::of(primitives::Datum::default()))
    }

    fn list_kwartalen(&self, laatste: Kwartaal) -> Vec<Keuze> {
        let mut kwartalen = self.gesloten.clone();
        kwartalen.extend([self.kwartaal(), laatste]);
        kwartalen.sort_unstable();
        kwartalen.dedup();
        let keuze =
            |kwartaal: &Kwartaal| Keuze::new(kwartaal.to_string(), render_kwartaal(*kwartaal));
        kwartalen.iter().rev().map(keuze).collect()
    }

    fn oordeel(&self, indicator: Indicator) -> Oordeel {
        judge(indicator, &self.overzicht.kwaliteit)
    }

    fn list_bevindingen(&self, indicator: Indicator) -> Vec<String> {
        let regels = indicator.definitie().kwaliteitsregels.iter();
        regels
            .filter_map(|regel| {
                let oordeel = *self.overzicht.kwaliteit.get(regel)?;
                Some(format!("{} ({})", regel.bevinding(oordeel), oordeel.naam()))
            })
            .collect()
    }

    fn nu(&self, indicator: Indicator) -> Nu {
        let eenheid = indicator.definitie().eenheid;
        let kop = self.benchmark.kop();
        let punt = kop.map(|(_, punt)| punt);
        let eigen = punt.and_then(|p| p.eigen);
        Nu {
            klasse: kop
                .filter(|(klasse, _)| *klasse != Klasse::Totaal)
                .map(|(klasse, _)| render_klasse(klasse)),
            cijfer: render_uitkomst(eigen, eenheid),
            onderdelen: eigen.map(render_onderdelen).unwrap_or_default(),
            verschil: punt.and_then(|p| render_verschil(p, indicator)),
            mediaan: render_groep(punt, indicator, |groep| groep.mediaan),
            geen_vergelijking: punt.and_then(Reekspunt::explain_geen_vergelijking),
            is_gesloten: self.overzicht.akte.is_some(),
        }
    }

    /// The trend as a table, newest quarter first.
    fn list_rijen(&self, indicator: Indicator) -> Vec<Rij> {
        let eenheid = indicator.definitie().eenheid;
        let rij = |(plek, kwartaal): (usize, &Kwartaal)| {
            let punten: Vec<&Reekspunt> = self
                .benchmark
                .reeksen
                .iter()
                .filter_map(|reeks| reeks.punten.get(plek))
                .collect();
            let eerste = punten.first();
            Rij {
                kwartaal: render_kwartaal(*kwartaal),
                eigen: punten
                    .iter()
                    .map(|p| render_uitkomst(p.eigen, eenheid))
                    .collect(),
                groep: has_groep(indicator).then(|| {
                    let kies: [fn(Groepscijfer) -> Decimal; 3] =
                        [|g| g.mediaan, |g| g.laagste, |g| g.hoogste];
                    kies.map(|kies| render_groep(eerste.copied(), indicator, kies))
                }),
                kwaliteit: eerste.and_then(|p| p.oordeel).map(render_oordeel),
            }
        };
        self.benchmark
            .kwartalen
            .iter()
            .enumerate()
            .rev()
            .map(rij)
            .collect()
    }

    /// Every municipality in the chosen quarter, the own one first.
    fn list_stand(&self, indicator: Indicator, eigen: GemeenteCode) -> Vec<Stand> {
        let eenheid = indicator.definitie().eenheid;
        let mut codes: Vec<GemeenteCode> =
            self.benchmark.stand.iter().map(|m| m.gemeente).collect();
        codes.dedup();
        let stand = |code: GemeenteCode| {
            let punten: Vec<_> = self
                .benchmark
                .stand
                .iter()
                .filter(|m| m.gemeente == code)
                .collect();
            let oordeel = punten.first().map_or(Oordeel::Goed, |m| m.oordeel);
            Stand {
                gemeente: name_of(&self.gemeenten, code),
                is_eigen: code == eigen,
                cijfers: punten
                    .iter()
                    .map(|m| render_uitkomst(Some(m.uitkomst), eenheid))
                    .collect(),
                kwaliteit: render_oordeel(oordeel),
            }
        };
        codes.into_iter().map(stand).collect()
    }

    /// How the own figure of the chosen quarter is split.
    fn list_delen(&self, indicator: Indicator) -> Vec<Deel> {
        if !indicator.has_totaal() {
            return Vec::new();
        }
        let definitie = indicator.definitie();
        let van = |klasse: Klasse| -> Option<&PubliekCijfer> {
            let mut cijfers = self.overzicht.cijfers.iter();
            cijfers.find(|c| c.indicator == indicator && c.klasse == klasse)
        };
        let dimensies = definitie
            .dimensies
            .iter()
            .filter(|d| **d != domain::sturing::Dimensie::Totaal);
        let delen = dimensies.map(|dimensie| Deel {
            titel: dimensie.naam(),
            klassen: dimensie
                .klassen()
                .filter_map(|klasse| {
                    let cijfer = van(klasse)?;
                    Some((
                        klasse.naam(),
                        render_uitkomst(Some(cijfer.uitkomst), definitie.eenheid),
                    ))
                })
                .collect(),
        });
        delen.filter(|deel| !deel.klassen.is_empty()).collect()
    }
}

/// Whether the table has the columns of the group: a count of a large municipality says nothing about a small one.
fn has_groep(indicator: Indicator) -> bool {
    indicator.has_totaal() && indicator.is_vergelijkbaar()
}

/// The numbers above and below the line.
fn render_onderdelen(uitkomst: Uitkomst) -> String {
    match uitkomst {
        Uitkomst::Bekend {
            teller,
            noemer: Some(noemer),
            ..
        } => {
            let getal =
                |waarde: Decimal| primitives::getal_nl(waarde, waarde.normalize().scale().min(2));
            format!("{} gedeeld door {}", getal(teller), getal(noemer))
        }
        Uitkomst::Bekend { .. } | Uitkomst::Onderdrukt | Uitkomst::Ontbreekt => String::new(),
    }
}

/// The name of a municipality, or its code when it left meanwhile.
pub(super) fn name_of(gemeenten: &[Gemeentenaam], code: GemeenteCode) -> String {
    let gevonden = gemeenten.iter().find(|g| g.code == code);
    gevonden.map_or_else(|| code.to_string(), |g| g.naam.clone())
}
