//! What several pages of policy read, and say in the same words.

use application::beleid::{BeleidError, find_besluit, list_gebieden, load_beleid};
use domain::beleid::{
    Beleid, Besluitakte, Besluitstand, Besluitverwijzing, Deel, Grens, Grensregel, Orgaan,
    Parameter, Stand, catalogus, render_grens,
};
use domain::bevoegdheid::{Actor, Permission};
use domain::gemeente::Gebied;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{
    BesluitId, Datum, Geld, Moment, begin_in_nederland, datum_kort, geld_nl, parse_datum_nl,
};

use crate::formuliervelden::Keuze;
use crate::onderdelen::{Link, Status, Toon};

/// The policy of the municipality of the page. Read in the role that sees policy and figures only.
pub(super) async fn beleid_of(state: &AppState, wie: &InGemeente) -> Result<Beleid, Fout> {
    let actor = wie.actor();
    let gelezen: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "load_beleid",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_beleid(tx, actor).await,
        )
        .await;
    Ok(gelezen?)
}

/// The former municipalities that merged into the municipality of the page.
pub(super) async fn gebieden_of(state: &AppState, wie: &InGemeente) -> Result<Vec<Gebied>, Fout> {
    let actor = wie.actor();
    let gelezen: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "list_gebieden",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_gebieden(tx, actor).await,
        )
        .await;
    Ok(gelezen?)
}

/// An area as a form lists it.
pub(super) fn keuze_of(gebied: &Gebied) -> Keuze {
    Keuze::new(
        gebied.code.to_string(),
        format!("{} ({})", gebied.naam, gebied.code),
    )
}

/// Yes and no as a form lists them.
pub(super) fn ja_nee() -> Vec<Keuze> {
    vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")]
}

/// The decision of the address.
pub(super) async fn besluit_of(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Besluitakte, Fout> {
    // A text that is no id is no decision either.
    let Ok(id) = BesluitId::parse(kenmerk) else {
        return Err(Fout::niet_gevonden());
    };
    let actor = wie.actor();
    let gelezen: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "find_besluit",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| find_besluit(tx, actor, id).await,
        )
        .await;
    Ok(gelezen?)
}

/// The organs for which the actor may record decisions here.
pub(super) fn organen_of(wie: &InGemeente) -> Vec<Orgaan> {
    let mag = |orgaan: &Orgaan| wie.may(orgaan.permission());
    Orgaan::ALL.into_iter().filter(mag).collect()
}

/// A date of the address: none when empty, an error text when it is none.
pub(super) fn parse_dag(tekst: &str) -> Result<Option<Datum>, &'static str> {
    if tekst.trim().is_empty() {
        return Ok(None);
    }
    parse_datum_nl(tekst)
        .map(Some)
        .ok_or("Vul een datum in die bestaat, zoals 21-11-2026.")
}

/// The last moment of a day in the Netherlands: "as known on" that day.
pub(super) fn einde_of(dag: Datum) -> Moment {
    let morgen = dag.tomorrow().unwrap_or(dag);
    let micros = begin_in_nederland(morgen).as_microsecond() - 1;
    Moment::from_microsecond(micros).unwrap_or(Moment::MAX)
}

/// A link to a decision, in the words by which people cite it.
pub(crate) fn link_to(verwijzing: &Besluitverwijzing) -> Link {
    let tekst = format!("{} {}", verwijzing.orgaan.besluitnaam(), verwijzing.nummer);
    Link::new(
        tekst,
        format!("/{}/besluiten/{}", verwijzing.gemeente, verwijzing.id),
    )
}

/// A decision by name, with the way to it for who has a role in its municipality: elsewhere its page is not there.
pub(crate) struct Besluitbron {
    pub(crate) naam: String,
    pub(crate) href: Option<String>,
}

impl Besluitbron {
    pub(crate) fn new(actor: &Actor, besluit: &Besluitverwijzing) -> Self {
        let link = link_to(besluit);
        let mag = actor.may(Permission::BeleidLezen, besluit.gemeente);
        Self {
            naam: link.tekst,
            href: Some(link.href).filter(|_| mag),
        }
    }
}

/// What holds, in words: the value with its unit, or that there is none.
pub(crate) fn render_stand(parameter: &Parameter, stand: &Stand<'_>) -> String {
    match stand {
        Stand::BestaatNiet => "Bestaat op deze dag niet".to_owned(),
        Stand::InStrijd(vastgesteld, _) => vastgesteld
            .waarde
            .as_ref()
            .map_or_else(String::new, |waarde| parameter.render(waarde)),
        Stand::Besloten(_) | Stand::ZonderBesluit(_) => stand.waarde().map_or_else(
            || "Niet vastgesteld".to_owned(),
            |waarde| parameter.render(waarde),
        ),
    }
}

/// A bound with its article, as a sentence.
pub(super) fn render_grenszin(parameter: &Parameter, grens: &Grens) -> String {
    let naam = |sleutel: &str| {
        let andere = catalogus().find(sleutel);
        andere.map_or_else(|| sleutel.to_owned(), |andere| andere.naam.clone())
    };
    let eis = match &grens.regel {
        Grensregel::Minimum { waarde } => {
            format!("ten minste {}", render_grens(parameter, *waarde))
        }
        Grensregel::Maximum { waarde } => {
            format!("ten hoogste {}", render_grens(parameter, *waarde))
        }
        Grensregel::MeerDan { sleutel } => format!("meer dan ‘{}’", naam(sleutel.as_str())),
        Grensregel::MinderDan { sleutel } => format!("minder dan ‘{}’", naam(sleutel.as_str())),
        Grensregel::SamenHoogstens { waarde, delen } => {
            let deel = |deel: &Deel| match deel.maal {
                1 => format!("‘{}’", naam(deel.sleutel.as_str())),
                maal => format!("{maal} maal ‘{}’", naam(deel.sleutel.as_str())),
            };
            let delen: Vec<_> = delen.iter().map(deel).collect();
            // Not with the unit of this parameter: the sum is a number of its own.
            format!(
                "samen ten hoogste {} per jaar: {}",
                geld_nl(Geld::round_half_up(*waarde)),
                delen.join(", ")
            )
        }
    };
    format!("{eis} ({})", grens.artikel)
}

/// A period as people write it: `1-1-2026 tot en met 31-12-2026`, `vanaf 1-1-2026`.
pub(super) fn render_periode(van: Datum, tot: Option<Datum>) -> String {
    let van = datum_kort(van);
    match tot.map(|tot| tot.yesterday().unwrap_or(tot)) {
        Some(laatste) => format!("{van} tot en met {}", datum_kort(laatste)),
        None => format!("vanaf {van}"),
    }
}

/// How far a decision has come.
pub(super) fn status_of(stand: &Besluitstand) -> Status {
    let toon = match stand {
        Besluitstand::NietAanvaard => Toon::Neutraal,
        Besluitstand::Aanvaard => Toon::Aandacht,
        Besluitstand::Bekendgemaakt { .. } => Toon::Goed,
    };
    Status::new(toon, stand.naam())
}
