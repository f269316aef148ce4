//! What the pages of an assignment read, and say in the same words.

use application::opdracht::{OpdrachtError, leesrol, load_opdrachtbeeld};
use domain::bevoegdheid::Permission;
use domain::opdracht::{Antwoordstand, Grond, JAREN, Onderdeel, Onderdeelstand, Opdrachtbeeld};
use http_base::{AppState, Fout, InGemeente, TenantTx};
use reports::kwartaal::render_norm;

use crate::onderdelen::{Status, Toon};
use crate::schil::Schil;

/// A line of what an item follows from, with the decision in which it stands.
pub(super) struct Grondregel {
    pub(super) tekst: String,
    pub(super) bron: Option<(String, String)>,
}

/// An item as pages show it.
pub(super) struct Vraag {
    pub(super) nummer: u16,
    pub(super) prestatie: String,
    pub(super) grond: Vec<Grondregel>,
    pub(super) norm: Option<String>,
}

/// What differs between what stands and what was typed.
pub(super) struct Verschil {
    pub(super) veld: String,
    pub(super) nu: String,
    pub(super) getypt: String,
}

/// The year of the address; another text is a page that does not exist.
pub(super) fn read_jaar(tekst: &str) -> Result<i16, Fout> {
    let jaar = tekst.parse().ok().filter(|jaar| JAREN.contains(jaar));
    jaar.ok_or_else(Fout::niet_gevonden)
}

/// The assignment of a year, as far as this reader sees it.
pub(super) async fn beeld_of(
    state: &AppState,
    wie: &InGemeente,
    jaar: i16,
) -> Result<Opdrachtbeeld, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let actor = wie.actor();
    let beeld: Result<_, OpdrachtError> = state
        .db
        .in_tenant(
            "load_opdrachtbeeld",
            wie.code(),
            leesrol(actor, wie.code()),
            async |tx: &mut TenantTx| load_opdrachtbeeld(tx, actor, jaar).await,
        )
        .await;
    Ok(beeld?)
}

/// The address of the assignment of a year.
pub(super) fn pad_of(wie: &InGemeente, jaar: i16) -> String {
    format!("/{}/opdracht/{jaar}", wie.code())
}

/// The frame of a page under the assignment of a year.
pub(super) fn schil_onder(state: &AppState, wie: &InGemeente, jaar: i16, titel: &str) -> Schil {
    Schil::in_gemeente(state, wie, "/opdracht", titel)
        .kruimel(format!("Opdracht {jaar}"), pad_of(wie, jaar))
}

/// An item as pages show it, with links to the decisions of its frames.
pub(super) fn vraag_of(beeld: &Opdrachtbeeld, onderdeel: &Onderdeel, wie: &InGemeente) -> Vraag {
    Vraag {
        nummer: onderdeel.nummer,
        prestatie: onderdeel.prestatie.clone(),
        grond: list_grond(beeld, &onderdeel.grond, wie),
        norm: onderdeel.norm.as_ref().map(|norm| {
            let naam = norm.indicator.definitie().naam;
            format!("{naam}: {}", render_norm(norm))
        }),
    }
}

fn list_grond(beeld: &Opdrachtbeeld, grond: &Grond, wie: &InGemeente) -> Vec<Grondregel> {
    let verwijzingen = match grond {
        Grond::ZonderKader(reden) => {
            return vec![Grondregel {
                tekst: format!("Zonder kader: {reden}"),
                bron: None,
            }];
        }
        Grond::Kaders(verwijzingen) => verwijzingen,
    };
    let regel = |kader: &domain::opdracht::Kader| Grondregel {
        tekst: kader.tekst.clone(),
        bron: Some((
            kader.vindplaats(),
            format!("/{}/besluiten/{}", wie.code(), kader.verwijzing.besluit),
        )),
    };
    let kaders = beeld.kaders.iter();
    kaders
        .filter(|kader| verwijzingen.contains(&kader.verwijzing))
        .map(regel)
        .collect()
}

/// How far an item is answered.
pub(super) fn render_antwoordstand(stand: &Antwoordstand) -> Status {
    match stand {
        Antwoordstand::Onbeantwoord => Status::new(Toon::Aandacht, "nog niet beantwoord"),
        Antwoordstand::Onvolledig(_) => Status::new(Toon::Aandacht, "nog niet volledig"),
        Antwoordstand::Herzien => Status::new(Toon::Aandacht, "gewijzigd na het antwoord"),
        Antwoordstand::Beantwoord => Status::new(Toon::Goed, "beantwoord"),
    }
}

/// How an item stands in a quarter.
pub(super) fn render_onderdeelstand(stand: Onderdeelstand) -> Status {
    let toon = match stand {
        Onderdeelstand::OpKoers | Onderdeelstand::Afgerond => Toon::Goed,
        Onderdeelstand::AandachtNodig => Toon::Aandacht,
        Onderdeelstand::NietOpKoers => Toon::Fout,
    };
    Status::new(toon, stand.naam())
}
