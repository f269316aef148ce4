//! `/populatieruns/{run}`: how far a run is in each municipality, before and after. No personal data.

use actix_web::web::{Data, Path};
use application::recht::populatie::{Populatieoverzicht, load_populatierun};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::populatie::{Gemeentestand, Gemeentevoortgang, Populatierunstand};
use http_base::{Aangemeld, AppState, Fout, PlatformTx};
use primitives::{aantal_nl, datum_lang, geld_nl, getal_nl, maand_lang, moment_nl};
use reports::grafiek::{Opschrift, Staaf, Staafgrafiek, render_staafgrafiek};
use reports::{Cijfer, Eenheid, Kleur};

use super::woorden::{LIJST, render_gemeentestand, render_stand, run_of};
use crate::onderdelen::Status;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "recht/populatierun.html")]
struct RunPagina {
    schil: Schil,
    pad: String,
    van: String,
    tot: String,
    grens: String,
    bekend_op: String,
    door: String,
    stand: Status,
    gedaan: u64,
    totaal: u64,
    samenvatting: String,
    grafiek: String,
    rijen: Vec<Rij>,
    mag_onderbreken: bool,
    mag_hervatten: bool,
    is_bezig: bool,
}

struct Rij {
    gemeente: String,
    stand: Status,
    maand: String,
    huishoudens: String,
    oud: String,
    nieuw: String,
    verschil: String,
    uitzonderingen: String,
    fout: Option<String>,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    wie.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let overzicht = overzicht_of(&state, &wie, &pad).await?;
    let namen = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let naam_of = |voortgang: &Gemeentevoortgang| {
        let gevonden = namen
            .iter()
            .find(|gemeente| gemeente.code == voortgang.gemeente);
        gevonden.map_or_else(|| voortgang.gemeente.to_string(), |g| g.naam.clone())
    };
    let rijen = overzicht.gemeenten.iter().map(|v| Rij::new(naam_of(v), v));
    let schil = Schil::platform(&state, &wie, LIJST, overzicht.run.opdracht.naam.as_str())
        .kruimel("Populatieruns", LIJST);
    render(&page(schil, &overzicht, rijen.collect()))
}

/// The run of an address, as far as this person may follow it.
pub(super) async fn overzicht_of(
    state: &AppState,
    wie: &Aangemeld,
    kenmerk: &str,
) -> Result<Populatieoverzicht, Fout> {
    let (run, actor) = (run_of(kenmerk)?, wie.actor());
    let load = async |tx: &mut PlatformTx| load_populatierun(tx, actor, run).await;
    Ok(state.db.in_platform("load_populatierun", load).await?)
}

fn page(schil: Schil, overzicht: &Populatieoverzicht, rijen: Vec<Rij>) -> RunPagina {
    let (run, stand) = (&overzicht.run, overzicht.stand());
    let maatstaf = &run.opdracht.maatstaf;
    let any = |kan: fn(Gemeentestand) -> bool| overzicht.gemeenten.iter().any(|v| kan(v.stand));
    let mag_onderbreken = any(Gemeentestand::is_te_onderbreken);
    RunPagina {
        schil,
        pad: format!("{LIJST}/{}", run.id),
        van: maatstaf.van.render(datum_lang),
        tot: maatstaf.tot.render(datum_lang),
        grens: getal_nl(maatstaf.grens.decimal(), 0),
        bekend_op: moment_nl(run.bekend_op),
        door: run.gestart_door.clone(),
        stand: render_stand(stand.stand()),
        gedaan: stand.gedaan,
        // A progress bar that is full before all municipalities were counted would say too much.
        totaal: stand.totaal.max(stand.gedaan).max(1),
        samenvatting: summary(&stand),
        grafiek: draw(&stand),
        rijen,
        mag_onderbreken,
        mag_hervatten: any(|s| matches!(s, Gemeentestand::Onderbroken | Gemeentestand::Mislukt)),
        is_bezig: any(|s| matches!(s, Gemeentestand::Wacht | Gemeentestand::Bezig)),
    }
}

fn summary(stand: &Populatierunstand) -> String {
    format!(
        "{} van {} klaar, {} berekend",
        stand.aantal(Gemeentestand::Klaar),
        aantal_nl(stand.gemeenten(), "gemeente", "gemeenten"),
        aantal_nl(stand.gedaan, "huishouden", "huishoudens")
    )
}

/// Municipalities by how far they are.
fn draw(stand: &Populatierunstand) -> String {
    let staven = Gemeentestand::ALL.map(|deze| (deze, stand.aantal(deze)));
    let delen: Vec<_> = staven
        .iter()
        .map(|(s, n)| format!("{}: {n}", s.code()))
        .collect();
    render_staafgrafiek(&Staafgrafiek {
        opschrift: Opschrift {
            id: "voortgang".to_owned(),
            titel: "Gemeenten naar stand".to_owned(),
            omschrijving: format!("Aantal gemeenten per stand. {}.", delen.join("; ")),
        },
        eenheid: Eenheid::Aantal,
        staven: staven
            .iter()
            .map(|(deze, aantal)| Staaf {
                naam: deze.code().to_owned(),
                cijfer: Cijfer::Bekend((*aantal).into()),
                is_eigen: *deze == Gemeentestand::Klaar,
            })
            .collect(),
        grens: None,
        kleur: Kleur::STUURHUIS,
    })
}

impl Rij {
    fn new(gemeente: String, voortgang: &Gemeentevoortgang) -> Self {
        let aantal = |n: u32| getal_nl(n.into(), 0);
        let uitkomst = voortgang.uitkomst;
        let is_klaar = voortgang.stand == Gemeentestand::Klaar;
        Self {
            gemeente,
            stand: render_gemeentestand(voortgang.stand),
            maand: voortgang.maand.map(maand_lang).unwrap_or_default(),
            huishoudens: voortgang.totaal.map_or_else(String::new, |totaal| {
                format!("{} van {}", aantal(voortgang.gedaan), aantal(totaal))
            }),
            oud: uitkomst.map(|u| geld_nl(u.oud)).unwrap_or_default(),
            nieuw: uitkomst.map(|u| geld_nl(u.nieuw)).unwrap_or_default(),
            verschil: uitkomst
                .map(|u| geld_nl(u.nieuw - u.oud))
                .unwrap_or_default(),
            uitzonderingen: match uitkomst.map(|u| u.uitzonderingen) {
                Some(Some(n)) => aantal(n),
                Some(None) => "minder dan 10".to_owned(),
                None if is_klaar => "te weinig huishoudens".to_owned(),
                None => String::new(),
            },
            fout: voortgang.fout.clone(),
        }
    }
}
