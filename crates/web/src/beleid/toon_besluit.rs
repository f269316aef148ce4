//! `/{gemeente}/besluiten/{id}`: a decision and its life.

use actix_web::web::{Data, Path};
use askama::Template;
use domain::beleid::{
    BeslotenWaarde, Besluit, Besluitakte, Besluitstand, Herkomst, Intrekking, catalogus,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, InGemeente};
use primitives::{datum_lang, moment_nl};

use super::basisset::list_basisfeiten;
use super::lezen::{besluit_of, render_periode, status_of};
use super::voorstellen::{Bijlagelink, list_van_besluit};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/besluit.html")]
struct BesluitPagina {
    schil: Schil,
    status: Status,
    titel: String,
    feiten: Vec<(&'static str, String)>,
    kaders: Vec<String>,
    waarden: Vec<Waarderegel>,
    intrekkingen: Vec<(Link, String)>,
    bijlagen: Vec<Bijlagelink>,
    bekendmaken: Option<Link>,
    wacht_op_collega: bool,
    voorstel: Option<Link>,
    bijlage_toevoegen: Option<Link>,
}

struct Waarderegel {
    gegeven: Link,
    waarde: String,
    periode: String,
    correcties: Vec<String>,
    corrigeren: Option<Link>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let akte = besluit_of(&state, &wie, &pad.1).await?;
    let besluit = &akte.besluit;
    let kop = besluit.kop();
    let mag = wie.may(kop.orgaan.permission());
    let mag_publiceren = mag && akte.check_bekend_te_maken(&wie.actor().sub).is_ok();
    let is_te_publiceren = matches!(besluit.stand(), Besluitstand::Aanvaard);
    let eigen_pad = format!("/{}/besluiten/{}", wie.code(), kop.id);
    let titel = format!("{} {}", kop.orgaan.besluitnaam(), kop.nummer);
    let schil = Schil::in_gemeente(&state, &wie, "/besluiten", titel)
        .kruimel("Besluiten", format!("/{}/besluiten", wie.code()));
    let regel = |waarde: &BeslotenWaarde| {
        let corrigeren = mag.then(|| {
            let pad = format!("{eigen_pad}/waarden/{}/correctie", waarde.id);
            Link::new("Corrigeren", pad)
        });
        waarderegel(
            &akte,
            waarde,
            &format!("/{}/beleid", wie.code()),
            corrigeren,
        )
    };
    let mut feiten = list_feiten(besluit, &akte);
    feiten.extend(list_basisfeiten(&state, &wie, kop.id).await?);
    render(&BesluitPagina {
        schil,
        status: status_of(besluit.stand()),
        titel: kop.titel.clone(),
        feiten,
        waarden: besluit.waarden().iter().map(regel).collect(),
        kaders: kop.kaders.clone(),
        intrekkingen: list_intrekkingen(besluit, &format!("/{}/beleid", wie.code())),
        bijlagen: list_van_besluit(&state, &wie, &akte).await?,
        bekendmaken: mag_publiceren.then(|| {
            Link::new(
                "Bekendmaking vastleggen",
                format!("{eigen_pad}/bekendmaking"),
            )
        }),
        wacht_op_collega: mag && is_te_publiceren && !mag_publiceren,
        voorstel: akte.herkomst.voorstel().map(|id| {
            let pad = format!("/{}/voorstellen/{id}", wie.code());
            Link::new("Voorstel, adviezen en behandeling", pad)
        }),
        bijlage_toevoegen: mag
            .then(|| Link::new("Bijlage toevoegen", format!("{eigen_pad}/bijlagen"))),
    })
}

fn list_feiten(besluit: &Besluit, akte: &Besluitakte) -> Vec<(&'static str, String)> {
    let kop = besluit.kop();
    let uitkomst = &kop.uitkomst;
    let mut feiten = vec![
        ("Vergadering", datum_lang(kop.vergaderdatum)),
        ("Uitkomst", uitkomst.to_string()),
    ];
    let woorden = [
        ("Amendement", uitkomst.beslissing.amendement()),
        (
            "Uitgereikt bij agendapunt",
            uitkomst.uitgereikt_bij.as_deref(),
        ),
        (
            "Opmerkingen en toezeggingen",
            uitkomst.opmerkingen.as_deref(),
        ),
        ("Toelichting", kop.toelichting.as_deref()),
        (
            "Reden voor terugwerkende kracht",
            kop.terugwerkend.as_deref(),
        ),
    ];
    let gevuld = |(naam, tekst): (&'static str, Option<&str>)| Some((naam, tekst?.to_owned()));
    feiten.extend(woorden.into_iter().filter_map(gevuld));
    match besluit.stand() {
        Besluitstand::Bekendgemaakt {
            bekendmaking,
            bekend_op,
        } => feiten.extend([
            (
                "Bekendmaking",
                format!(
                    "{}, {}",
                    bekendmaking.publicatie,
                    datum_lang(bekendmaking.datum)
                ),
            ),
            ("Gaat in", datum_lang(bekendmaking.inwerkingtreding)),
            ("Bekend sinds", moment_nl(*bekend_op)),
        ]),
        Besluitstand::Aanvaard => feiten.push((
            "Gaat in",
            format!("{}, na bekendmaking", datum_lang(kop.inwerkingtreding)),
        )),
        Besluitstand::NietAanvaard => {}
    }
    let hoe = match akte.herkomst {
        Herkomst::Overname => ", overgenomen uit een bestand",
        Herkomst::Vastgelegd { .. } | Herkomst::Voorstel { .. } => "",
    };
    let vastgelegd = format!(
        "{} door {}{hoe}",
        moment_nl(akte.vastgelegd_op),
        akte.vastgelegd_door
    );
    feiten.push(("Vastgelegd", vastgelegd));
    feiten
}

/// What the decision takes back: the parameter, and what that means.
fn list_intrekkingen(besluit: &Besluit, beleid_pad: &str) -> Vec<(Link, String)> {
    let regel = |intrekking: &Intrekking| {
        let sleutel = intrekking.sleutel.as_str();
        let naam = catalogus()
            .find(sleutel)
            .map_or(sleutel, |p| p.naam.as_str());
        let link = Link::new(naam, format!("{beleid_pad}/{sleutel}"));
        let vanaf = datum_lang(intrekking.vanaf);
        let gevolg = match intrekking.gebied {
            None => format!("vanaf {vanaf} is hierover niets meer vastgesteld"),
            Some(gebied) => {
                format!("vanaf {vanaf} geldt in het gebied {gebied} de waarde van de hele gemeente")
            }
        };
        (link, gevolg)
    };
    besluit.intrekkingen().iter().map(regel).collect()
}

fn waarderegel(
    akte: &Besluitakte,
    besloten: &BeslotenWaarde,
    beleid_pad: &str,
    corrigeren: Option<Link>,
) -> Waarderegel {
    let sleutel = besloten.sleutel.as_str();
    let parameter = catalogus().find(sleutel);
    let render = |waarde| parameter.map_or_else(String::new, |p| p.render(waarde));
    let huidig = akte.find_huidig(besloten);
    let eerste = besloten.id;
    // Each correction names the one before it, so the chain of this value is what leads back to it.
    let mut keten = vec![eerste];
    let mut correcties = Vec::new();
    for stap in &akte.correcties {
        if keten.contains(&stap.correctie.corrigeert) {
            keten.push(stap.correctie.id);
            let moment = moment_nl(stap.vastgelegd_op);
            let wie = &stap.vastgelegd_door;
            correcties.push(format!(
                "Gecorrigeerd op {moment} door {wie}: {}",
                stap.correctie.reden
            ));
        }
    }
    if !correcties.is_empty() {
        correcties.insert(
            0,
            format!("Eerst vastgelegd als {}.", render(&besloten.waarde)),
        );
    }
    Waarderegel {
        gegeven: Link::new(
            parameter.map_or(sleutel, |p| p.naam.as_str()),
            format!("{beleid_pad}/{sleutel}"),
        ),
        waarde: huidig
            .waarde
            .as_ref()
            .map_or_else(|| "Niet door dit besluit vastgesteld".to_owned(), render),
        periode: render_periode(huidig.periode.van(), huidig.periode.tot()),
        correcties,
        corrigeren,
    }
}
