//! `/{gemeente}/opdracht/{jaar}/opstellen`: writing what the municipality asks; who was overtaken sees both.

use actix_web::web::{Data, Path};
use application::opdracht::{Conceptopdracht, OpdrachtError, record_concept, schrijfrol};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::opdracht::{Normkant, OnderdeelInvoer, OpdrachtInvoer, Opdrachtakte, Opdrachtbeeld};
use domain::sturing::Indicator;
use http_base::{AppState, Formulier, InGemeente, TenantTx};

use super::lezen::{Verschil, beeld_of, pad_of, read_jaar, schil_onder};
use super::velden::{Onderdeelnamen, Velden};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "opdracht/opstellen.html")]
struct OpstellenPagina {
    schil: Schil,
    fouten: Fouten,
    gezien: u32,
    is_wijziging: bool,
    rijen: Vec<Rij>,
    indicatoren: Vec<Keuze>,
    kanten: Vec<Keuze>,
    verschillen: Vec<Verschil>,
    annuleren: String,
}

/// The fields of one item.
struct Rij {
    veld: Onderdeelnamen,
    titel: String,
    invoer: OnderdeelInvoer,
    kaders: Vec<Kaderkeuze>,
}

impl Rij {
    /// Whether something of a norm was filled in, so that its fields stand open.
    fn heeft_norm(&self) -> bool {
        let velden = [
            &self.invoer.indicator,
            &self.invoer.norm,
            &self.invoer.marge,
        ];
        velden.iter().any(|tekst| !tekst.trim().is_empty())
    }
}

struct Kaderkeuze {
    waarde: String,
    tekst: String,
    vindplaats: String,
    is_gekozen: bool,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::OpdrachtVoorbereiden)?;
    let jaar = read_jaar(&pad.1)?;
    let beeld = beeld_of(&state, &wie, jaar).await?;
    let invoer = invoer_of(beeld.opdracht.akten().last());
    render(&form(&state, &wie, &beeld, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    wie.require(Permission::OpdrachtVoorbereiden)?;
    let jaar = read_jaar(&pad.1)?;
    let velden = Velden::new(form_velden.0);
    let (invoer, gezien) = (velden.opdracht(), velden.number("gezien"));
    if velden.get("actie") == "rij" {
        let beeld = beeld_of(&state, &wie, jaar).await?;
        let mut pagina = form(&state, &wie, &beeld, invoer, Fouten::geen());
        pagina.gezien = gezien;
        return render(&pagina);
    }
    let concept = Conceptopdracht {
        jaar,
        gezien,
        invoer: &invoer,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_concept",
            wie.code(),
            schrijfrol(actor, wie.code()),
            async |tx: &mut TenantTx| record_concept(tx, actor, now, &concept).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = "Het concept is bewaard. Een collega van het college leest het na en verstrekt het.";
            wie.redirect(&state, &format!("/opdracht/{jaar}"), melding)
                .await
        }
        Err(OpdrachtError::Invoer(fouten)) => {
            let beeld = beeld_of(&state, &wie, jaar).await?;
            let mut pagina = form(&state, &wie, &beeld, invoer, fouten.into());
            // The form stays the one for what was seen.
            pagina.gezien = gezien;
            render_invalid(&pagina)
        }
        Err(OpdrachtError::Verouderd) => {
            let beeld = beeld_of(&state, &wie, jaar).await?;
            let verschillen = compare(&invoer_of(beeld.opdracht.akten().last()), &invoer);
            let mut pagina = form(&state, &wie, &beeld, invoer, Fouten::geen());
            pagina.verschillen = verschillen;
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// What stands now, as the form shows it.
fn invoer_of(akte: Option<&Opdrachtakte>) -> OpdrachtInvoer {
    let onderdelen = akte.map(|akte| &akte.onderdelen).into_iter().flatten();
    OpdrachtInvoer {
        onderdelen: onderdelen.map(OnderdeelInvoer::from_onderdeel).collect(),
    }
}

fn form(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Opdrachtbeeld,
    invoer: OpdrachtInvoer,
    fouten: Fouten,
) -> OpstellenPagina {
    let opdracht = &beeld.opdracht;
    let titel = match opdracht.verstrekt() {
        Some(_) => "Nieuwe versie opstellen",
        None => "Opdracht opstellen",
    };
    // One open row at the end, for an item that is new.
    let onderdelen = invoer
        .onderdelen
        .into_iter()
        .chain([OnderdeelInvoer::default()]);
    OpstellenPagina {
        schil: schil_onder(state, wie, opdracht.jaar(), titel),
        fouten,
        gezien: opdracht.laatste_nummer(),
        is_wijziging: opdracht.verstrekt().is_some(),
        rijen: onderdelen
            .enumerate()
            .map(|(plek, invoer)| rij_of(beeld, plek, invoer))
            .collect(),
        indicatoren: list_indicatoren(),
        kanten: Normkant::ALL
            .iter()
            .map(|kant| Keuze::new(kant.code(), kant.code()))
            .collect(),
        verschillen: Vec::new(),
        annuleren: pad_of(wie, opdracht.jaar()),
    }
}

fn rij_of(beeld: &Opdrachtbeeld, plek: usize, invoer: OnderdeelInvoer) -> Rij {
    let keuze = |kader: &domain::opdracht::Kader| {
        let waarde = kader.verwijzing.to_string();
        Kaderkeuze {
            is_gekozen: invoer.kaders.contains(&waarde),
            waarde,
            tekst: kader.tekst.clone(),
            vindplaats: kader.vindplaats(),
        }
    };
    Rij {
        veld: Onderdeelnamen::new(plek),
        titel: match invoer.nummer.as_str() {
            "" => "Nieuw onderdeel".to_owned(),
            nummer => format!("Onderdeel {nummer}"),
        },
        kaders: beeld.kaders.iter().map(keuze).collect(),
        invoer,
    }
}

fn list_indicatoren() -> Vec<Keuze> {
    let keuze = |indicator: Indicator| {
        let definitie = indicator.definitie();
        let label = format!("{} (in {})", definitie.naam, definitie.eenheid.naam());
        Keuze::new(definitie.sleutel, label)
    };
    let met_totaal = Indicator::ALL.into_iter().filter(|i| i.has_totaal());
    met_totaal.map(keuze).collect()
}

/// What differs per item between what stands now and what was typed.
fn compare(nu: &OpdrachtInvoer, getypt: &OpdrachtInvoer) -> Vec<Verschil> {
    let find = |in_: &OpdrachtInvoer, nummer: &str| {
        let onderdeel = in_.onderdelen.iter().find(|o| o.nummer == nummer);
        onderdeel.map_or_else(|| "staat er niet".to_owned(), describe)
    };
    let alle = nu.onderdelen.iter().chain(&getypt.onderdelen);
    let mut nummers: Vec<&str> = alle.map(|o| o.nummer.as_str()).collect();
    nummers.retain(|nummer| !nummer.is_empty());
    nummers.sort_unstable();
    nummers.dedup();
    let bekend = nummers.into_iter().map(|nummer| Verschil {
        veld: format!("Onderdeel {nummer}"),
        nu: find(nu, nummer),
        getypt: find(getypt, nummer),
    });
    let nieuw = getypt.onderdelen.iter().filter(|o| o.nummer.is_empty());
    let nieuw = nieuw.map(|onderdeel| Verschil {
        veld: "Nieuw onderdeel".to_owned(),
        nu: String::new(),
        getypt: describe(onderdeel),
    });
    bekend
        .chain(nieuw)
        .filter(|verschil| verschil.nu != verschil.getypt)
        .collect()
}

/// An item in one text.
fn describe(onderdeel: &OnderdeelInvoer) -> String {
    let norm = [&onderdeel.indicator, &onderdeel.kant, &onderdeel.norm];
    let norm = norm.map(|deel| deel.trim()).join(" ");
    let delen = [
        onderdeel.prestatie.trim().replace("\r\n", "\n"),
        onderdeel.zonder_kader.trim().to_owned(),
        match onderdeel.kaders.len() {
            0 => String::new(),
            1 => "1 kader".to_owned(),
            aantal => format!("{aantal} kaders"),
        },
        norm.trim().to_owned(),
        onderdeel.marge.trim().to_owned(),
    ];
    let gevuld = delen.into_iter().filter(|deel| !deel.is_empty());
    gevuld.collect::<Vec<_>>().join("\n")
}
