//! What waits for griffie and college: proposals, decisions that were taken and bind nobody yet, and what the law
//! obliges their organ to decide.

use application::beleid::{BeleidError, list_onbekendgemaakt, load_beleid};
use domain::beleid::{Beleid, Besluitakte, Orgaan, Strijdig};
use http_base::{Aangemeld, AppState, DbRol, Fout, Gemeentenaam, TenantTx};
use primitives::datum_lang;

use super::lezen::link_to;
use super::voorstellen::list_voorsteltaken;
use crate::onderdelen::{Link, Status, Taak, Toon};

/// What waits for the organs for which this person records decisions, in every municipality of theirs.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let actor = wie.actor();
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        let mag = |orgaan: &Orgaan| actor.may(orgaan.permission(), gemeente.code);
        let organen: Vec<Orgaan> = Orgaan::ALL.into_iter().filter(mag).collect();
        if organen.is_empty() {
            continue;
        }
        let gelezen: Result<_, BeleidError> = state
            .db
            .in_tenant(
                "list_beleidstaken",
                gemeente.code,
                DbRol::Opdrachtgever,
                async |tx: &mut TenantTx| {
                    let besluiten = list_onbekendgemaakt(tx, actor).await?;
                    Ok((besluiten, load_beleid(tx, actor).await?))
                },
            )
            .await;
        let (besluiten, beleid) = gelezen?;
        // Who recorded a decision leaves its publication to a colleague.
        let eigen = besluiten.iter().filter(|akte| {
            organen.contains(&akte.besluit.kop().orgaan)
                && akte.check_bekend_te_maken(&actor.sub).is_ok()
        });
        taken.extend(eigen.map(|akte| bekendmaking(state, gemeente, akte)));
        for orgaan in organen {
            taken.extend(list_voorsteltaken(state, actor, gemeente, orgaan).await?);
            let strijdig = beleid.list_strijdig(orgaan, state.clock.today(), state.clock.now());
            taken.extend(strijdig.iter().map(|s| herstel(gemeente, orgaan, s)));
            taken.extend(te_besluiten(state, gemeente, &beleid, orgaan));
        }
    }
    Ok(taken)
}

fn bekendmaking(state: &AppState, gemeente: &Gemeentenaam, akte: &Besluitakte) -> Taak {
    let kop = akte.besluit.kop();
    let link = link_to(&akte.besluit.verwijzing());
    Taak {
        titel: format!("Leg de bekendmaking vast van {}: {}", link.tekst, kop.titel),
        waarom: format!(
            "Genomen op {}, moet ingaan op {}. Tot de bekendmaking geldt er niets van.",
            datum_lang(kop.vergaderdatum),
            datum_lang(kop.inwerkingtreding)
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: (kop.inwerkingtreding <= state.clock.today())
            .then(|| Status::new(Toon::Aandacht, "ingangsdatum voorbij")),
        link: Link::new("Bekendmaken", format!("{}/bekendmaking", link.href)),
    }
}

/// A value that the law does not allow, now or from a day to come on.
fn herstel(gemeente: &Gemeentenaam, orgaan: Orgaan, strijdig: &Strijdig<'_>) -> Taak {
    let parameter = strijdig.parameter;
    let vanaf = datum_lang(strijdig.vanaf);
    Taak {
        titel: format!("Neem een nieuw besluit over: {}", parameter.naam),
        waarom: format!(
            "Wat {} besloot in {}, mag vanaf {vanaf} niet meer: {}. De waarde wordt dan niet gebruikt.",
            orgaan.in_een_zin(),
            strijdig.vastgesteld.besluit,
            strijdig.strijd
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: Some(Status::new(Toon::Fout, "in strijd met de wet")),
        link: Link::new(
            "Bekijken",
            format!("/{}/beleid/{}", gemeente.code, parameter.sleutel),
        ),
    }
}

/// How many names a line of the work list tells before it only counts.
const NAMEN_MAX: usize = 3;

/// The first names, and how many more there are.
fn render_namen(namen: &[&str]) -> String {
    let eerste: Vec<&str> = namen.iter().take(NAMEN_MAX).copied().collect();
    let rest = namen.len().saturating_sub(NAMEN_MAX);
    match rest {
        0 => eerste.join("; "),
        rest => format!("{}; en nog {rest}", eerste.join("; ")),
    }
}

/// What the law obliges the organ to decide and what it did not.
fn te_besluiten(
    state: &AppState,
    gemeente: &Gemeentenaam,
    beleid: &Beleid,
    orgaan: Orgaan,
) -> Option<Taak> {
    let open = beleid.list_te_besluiten(orgaan, state.clock.today(), state.clock.now());
    let namen: Vec<&str> = open
        .iter()
        .map(|parameter| parameter.naam.as_str())
        .collect();
    if namen.is_empty() {
        return None;
    }
    Some(Taak {
        titel: match namen.len() {
            1 => format!("1 gegeven wacht op een besluit van {}", orgaan.in_een_zin()),
            aantal => format!(
                "{aantal} gegevens wachten op een besluit van {}",
                orgaan.in_een_zin()
            ),
        },
        waarom: format!(
            "De wet verplicht dit vast te stellen: {}.",
            render_namen(&namen)
        ),
        gemeente: Some(gemeente.naam.clone()),
        status: Some(Status::new(Toon::Aandacht, "nog te besluiten")),
        link: Link::new("Bekijken", format!("/{}/beleid", gemeente.code)),
    })
}
