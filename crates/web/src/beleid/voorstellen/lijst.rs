//! `/{gemeente}/voorstellen`: the proposals, the newest first, those of a state alone where asked.

use actix_web::web::{Data, Query};
use application::beleid::{
    VoorstelError, Voorstellenlijst, Voorstellenvraag, leesrollen, list_voorstellen,
};
use askama::Template;
use domain::beleid::{Voorstel, Voorstelstand};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente, TenantTx};
use primitives::{VoorstelId, datum_in_nederland, datum_kort};
use serde::Deserialize;

use super::lezen::{pad_of, soortnaam, status_of};
use crate::beleid::lezen::organen_of;
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Bladeren, Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

const PER_PAGINA: u8 = 20;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    stand: String,
    /// The last proposal of the page before.
    #[serde(default)]
    na: String,
}

#[derive(Template)]
#[template(path = "beleid/voorstel/lijst.html")]
struct LijstPagina {
    schil: Schil,
    vraag: Vraag,
    fouten: Fouten,
    standen: Vec<Keuze>,
    rijen: Vec<Rij>,
    bladeren: Bladeren,
    nieuw: Option<Link>,
}

struct Rij {
    link: Link,
    aan: &'static str,
    ingang: String,
    bijgewerkt: String,
    status: Status,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, vraag: Query<Vraag>) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let vraag = vraag.into_inner();
    let lijst = load(&state, &wie, &vraag).await?;
    let stand = &vraag.stand;
    let volgende = lijst.volgende.map(|na| format!("?stand={stand}&na={na}"));
    let vorige =
        (!vraag.na.is_empty()).then(|| format!("/{}/voorstellen?stand={stand}", wie.code()));
    let nieuw = (!organen_of(&wie).is_empty()).then(|| {
        let pad = format!("/{}/voorstellen/nieuw", wie.code());
        Link::new("Voorstel opstellen", pad)
    });
    render(&LijstPagina {
        schil: Schil::in_gemeente(&state, &wie, "/voorstellen", "Voorstellen"),
        standen: Voorstelstand::CODES
            .map(|code| Keuze::new(code, stand_naam(code)))
            .to_vec(),
        rijen: lijst.voorstellen.iter().map(rij).collect(),
        bladeren: Bladeren { vorige, volgende },
        fouten: Fouten::geen(),
        vraag,
        nieuw,
    })
}

/// The proposals that this reader may see.
async fn load(state: &AppState, wie: &InGemeente, vraag: &Vraag) -> Result<Voorstellenlijst, Fout> {
    let stand = Voorstelstand::CODES
        .into_iter()
        .find(|code| *code == vraag.stand);
    let opdracht = Voorstellenvraag {
        orgaan: None,
        stand,
        // A text that is no id starts at the top, also when somebody changed the address by hand.
        na: VoorstelId::parse(&vraag.na).ok(),
        aantal: PER_PAGINA,
    };
    let actor = wie.actor();
    let mut lijsten = Vec::new();
    for rol in leesrollen(actor, wie.code()) {
        let lijst: Result<_, VoorstelError> = state
            .db
            .in_tenant(
                "list_voorstellen",
                wie.code(),
                rol,
                async |tx: &mut TenantTx| list_voorstellen(tx, actor, opdracht).await,
            )
            .await;
        lijsten.push(lijst?);
    }
    Ok(Voorstellenlijst::merge(lijsten))
}

fn rij(voorstel: &Voorstel) -> Rij {
    let tekst = voorstel.tekst();
    let laatste = voorstel.akten().last();
    Rij {
        link: Link::new(tekst.titel.clone(), pad_of(voorstel)),
        aan: soortnaam(voorstel.kop().orgaan),
        ingang: datum_kort(tekst.inwerkingtreding),
        bijgewerkt: laatste
            .map_or_else(String::new, |akte| datum_kort(datum_in_nederland(akte.op))),
        status: status_of(voorstel.stand()),
    }
}

fn stand_naam(code: &str) -> &str {
    match code {
        "concept" => "Concept",
        "teruggegeven" => "In handen van B&W gesteld",
        "ingediend" => "Ingediend, wacht op behandeling",
        "aangehouden" => "Aangehouden",
        "aangenomen" => "Aangenomen",
        "verworpen" => "Verworpen",
        "ingetrokken" => "Ingetrokken",
        anders => anders,
    }
}
