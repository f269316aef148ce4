//! `/{gemeente}/beleid/basis`: the published bases, and the drafts of this municipality.

use actix_web::web::Data;
use askama::Template;
use domain::beleid::{Basisset, Basissetstand, Basisversie};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente};
use primitives::datum_kort;

use super::lezen::{eigen_sets, namen_of, pad_of, versies_of};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/basisset/lijst.html")]
struct LijstPagina {
    schil: Schil,
    nieuw: Option<Link>,
    rijen: Vec<Rij>,
}

struct Rij {
    link: Link,
    versie: String,
    vanaf: String,
    gemeenten: String,
    status: Status,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let mut versies = versies_of(&state, &wie).await?;
    versies.dedup_by_key(|versie| versie.basisset);
    let sets = eigen_sets(&state, &wie).await?;
    let mut rijen = Vec::new();
    for versie in &versies {
        let set = sets.iter().find(|set| set.kop().id == versie.basisset);
        rijen.push(published(&state, &wie, versie, set).await?);
    }
    let is_eerste = |set: &&Basisset| !versies.iter().any(|v| v.basisset == set.kop().id);
    for set in sets.iter().filter(is_eerste) {
        rijen.push(draft(&state, &wie, set).await?);
    }
    let nieuw = wie.may(Permission::BasissetOpstellen).then(|| {
        let pad = format!("/{}/beleid/basis/nieuw", wie.code());
        Link::new("Basisset opstellen", pad)
    });
    let schil = Schil::in_gemeente(&state, &wie, "/beleid", "Gezamenlijke basis")
        .kruimel("Beleid", format!("/{}/beleid", wie.code()))
        .stand("Waarden die gemeenten samen uitwerken. Elke raad en elk college beslist zelf: een basis bindt niemand.");
    render(&LijstPagina {
        schil,
        nieuw,
        rijen,
    })
}

async fn published(
    state: &AppState,
    wie: &InGemeente,
    versie: &Basisversie,
    set: Option<&Basisset>,
) -> Result<Rij, Fout> {
    let concept = set.filter(|set| set.stand() == Basissetstand::Concept);
    let status = match concept {
        Some(set) => {
            let woord = format!("gepubliceerd; versie {} is concept", set.versie());
            Status::new(Toon::Aandacht, woord)
        }
        None => Status::new(Toon::Goed, "gepubliceerd"),
    };
    Ok(Rij {
        link: Link::new(&versie.naam, pad_of(wie, versie.basisset)),
        versie: versie.versie.to_string(),
        vanaf: datum_kort(versie.tekst.vanaf),
        gemeenten: namen_of(state, &versie.tekst.leden).await?.join(", "),
        status,
    })
}

async fn draft(state: &AppState, wie: &InGemeente, set: &Basisset) -> Result<Rij, Fout> {
    Ok(Rij {
        link: Link::new(&set.kop().naam, pad_of(wie, set.kop().id)),
        versie: set.versie().to_string(),
        vanaf: datum_kort(set.tekst().vanaf),
        gemeenten: namen_of(state, &set.tekst().leden).await?.join(", "),
        status: Status::new(Toon::Neutraal, "concept"),
    })
}
