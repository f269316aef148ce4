//! The state of this quarter at a glance, on the first page of who commissions and manages.

use application::sturing::{KwartaalError, load_kwartaalbeeld};
use domain::bevoegdheid::Permission;
use domain::sturing::{Indicator, Klasse};
use http_base::{Aangemeld, AppState, DbRol, Fout, Gemeentenaam, TenantTx};

use super::weergave::{last_kwartaal, own_gemeente, render_kwartaal, render_uitkomst};
use crate::onderdelen::{Status, Toon};

/// The figures that a commissioner looks at first.
pub(super) const KERN: [Indicator; 4] = [
    Indicator::BestandPersonen,
    Indicator::UitstroomNaarWerk,
    Indicator::InBeeld,
    Indicator::CaseloadPerFte,
];

/// More municipalities than this are not shown on the first page.
const GEMEENTEN_MAX: usize = 25;

/// One quarter of the municipalities of somebody.
#[derive(Clone, Debug)]
pub(crate) struct Kwartaalbeeld {
    /// `3e kwartaal 2026`.
    pub(crate) naam: String,
    /// The names of the figures.
    pub(crate) koppen: Vec<&'static str>,
    /// The municipalities, by name.
    pub(crate) rijen: Vec<Beeldrij>,
}

/// One municipality.
#[derive(Clone, Debug)]
pub(crate) struct Beeldrij {
    pub(crate) gemeente: String,
    pub(crate) href: String,
    pub(crate) status: Status,
    /// The quarter of the figures: the last one while this one is open.
    pub(crate) cijfers_van: String,
    pub(crate) cijfers: Vec<String>,
    pub(crate) rapport: Option<String>,
}

/// The last quarter that is over, with the figures of the one before where it is still open; none for who does
/// not prepare the meeting.
pub(crate) async fn load_beeld(
    state: &AppState,
    wie: &Aangemeld,
) -> Result<Option<Kwartaalbeeld>, Fout> {
    let actor = wie.actor();
    if actor
        .require_somewhere(Permission::OverlegVoorbereiden)
        .is_err()
    {
        return Ok(None);
    }
    let gemeente = own_gemeente(wie, Permission::OverlegVoorbereiden)?.code;
    let (now, kwartaal) = (state.clock.now(), last_kwartaal(state));
    let vorig = kwartaal.plus(-1);
    let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
        let dit = load_kwartaalbeeld(tx, actor, now, kwartaal, &KERN).await?;
        let vorige = load_kwartaalbeeld(tx, actor, now, vorig, &KERN).await?;
        Ok((dit, vorige))
    };
    let (dit, vorige) = state
        .db
        .in_tenant("load_kwartaalbeeld", gemeente, DbRol::Opdrachtgever, werk)
        .await?;
    let eigen = wie
        .gemeenten()
        .iter()
        .filter(|g| actor.may(Permission::OverlegVoorbereiden, g.code));
    let rij = |gemeente: &Gemeentenaam| {
        let is_gesloten = dit.sluitingen.iter().any(|s| s.gemeente == gemeente.code);
        let (beeld, van) = if is_gesloten {
            (&dit, kwartaal)
        } else {
            (&vorige, vorig)
        };
        let basis = format!("/{}/kwartalen/{kwartaal}", gemeente.code);
        let cijfer = |indicator: Indicator| {
            let punt = beeld.punten.iter().find(|(van, punt)| {
                *van == indicator && punt.gemeente == gemeente.code && punt.klasse == Klasse::Totaal
            });
            render_uitkomst(punt.map(|(_, p)| p.uitkomst), indicator.definitie().eenheid)
        };
        Beeldrij {
            gemeente: gemeente.naam.clone(),
            rapport: is_gesloten.then(|| format!("{basis}/rapport.pdf")),
            href: basis,
            status: if is_gesloten {
                Status::new(Toon::Goed, "gesloten")
            } else {
                Status::new(Toon::Aandacht, "nog open")
            },
            cijfers_van: render_kwartaal(van),
            cijfers: KERN.into_iter().map(cijfer).collect(),
        }
    };
    Ok(Some(Kwartaalbeeld {
        naam: render_kwartaal(kwartaal),
        koppen: KERN.iter().map(|i| i.definitie().naam).collect(),
        rijen: eigen.take(GEMEENTEN_MAX).map(rij).collect(),
    }))
}
