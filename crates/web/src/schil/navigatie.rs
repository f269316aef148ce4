//! The navigation: which pages a person may open. One table; a page that is not in it is reached from another page.

use domain::bevoegdheid::{Actor, Permission};
use primitives::GemeenteCode;

use crate::onderdelen::Link;

/// An item of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Navigatielink {
    /// Where it leads.
    pub link: Link,
    /// Whether the page belongs to it.
    pub is_actief: bool,
}

/// A row of the table: the permission that opens the page, the words, the address.
type Rij = (Option<Permission>, &'static str, &'static str);

/// The first item, everywhere: back to what must be done.
const WERKLIJST: &str = "Werklijst";

/// Pages of one municipality, under `/{gemeente}`.
const GEMEENTE: &[Rij] = &[
    (None, "Gemeente", ""),
    (Some(Permission::DossierLezen), "Inwoners", "/inwoners"),
    (Some(Permission::BeleidLezen), "Beleid", "/beleid"),
    (Some(Permission::BeleidLezen), "Voorstellen", "/voorstellen"),
    (Some(Permission::BeleidLezen), "Besluiten", "/besluiten"),
    (Some(Permission::BeleidLezen), "Zienswijzen", "/zienswijzen"),
    (
        Some(Permission::BeleidDoorrekenen),
        "Doorrekenen",
        "/doorrekenen",
    ),
    (Some(Permission::BeleidLezen), "Opdracht", "/opdracht"),
    (
        Some(Permission::DossierLezen),
        "Populatieruns",
        "/populatieruns",
    ),
    (Some(Permission::MandaatLezen), "Mandaten", "/mandaten"),
    (Some(Permission::BestandImporteren), "Bestand", "/bestand"),
    (Some(Permission::CijfersLezen), "Kwartalen", "/kwartalen"),
    (Some(Permission::CijfersLezen), "Benchmark", "/benchmark"),
    (Some(Permission::InzagelogLezen), "Inzagelog", "/inzagelog"),
];

/// Pages over municipalities.
const PLATFORM: &[Rij] = &[
    (None, WERKLIJST, "/"),
    (Some(Permission::CijfersLezen), "Overleg", "/overleg"),
    (Some(Permission::BeleidLezen), "Zienswijzen", "/zienswijzen"),
    (Some(Permission::BeleidLezen), "Planning", "/planning"),
    (
        Some(Permission::BeleidLezen),
        "Uitvoeringsbeleid",
        "/uitvoeringsbeleid",
    ),
    (Some(Permission::BeleidLezen), "Bedragen", "/bedragen"),
    (
        Some(Permission::FormatieVastleggen),
        "Formatie",
        "/formatie",
    ),
    (
        Some(Permission::PopulatierunUitvoeren),
        "Populatieruns",
        "/populatieruns",
    ),
    (Some(Permission::PlatformBeheren), "Beheer", "/beheer"),
];

/// The items that `actor` may open in a municipality.
pub(super) fn in_gemeente(
    actor: &Actor,
    gemeente: GemeenteCode,
    actief: &str,
) -> Vec<Navigatielink> {
    let items = GEMEENTE
        .iter()
        .filter(|(recht, _, _)| recht.is_none_or(|recht| actor.may(recht, gemeente)));
    let terug = Navigatielink {
        link: Link::new(WERKLIJST, "/"),
        is_actief: false,
    };
    let hier = items.map(|(_, tekst, pad)| Navigatielink {
        link: Link::new(*tekst, format!("/{gemeente}{pad}")),
        is_actief: *pad == actief,
    });
    std::iter::once(terug).chain(hier).collect()
}

/// The items that `actor` may open over municipalities.
pub(super) fn platform(actor: &Actor, actief: &str) -> Vec<Navigatielink> {
    let items = PLATFORM
        .iter()
        .filter(|(recht, _, _)| recht.is_none_or(|recht| actor.require_somewhere(recht).is_ok()));
    items
        .map(|(_, tekst, pad)| Navigatielink {
            link: Link::new(*tekst, *pad),
            is_actief: *pad == actief,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::bevoegdheid::Rol;

    use super::*;

    #[test]
    fn shows_what_a_role_may_open_and_nothing_else() {
        let gemeente = GemeenteCode::parse("GM0294").unwrap();
        let teksten = |rol| {
            in_gemeente(&Actor::system("test", rol), gemeente, "/beleid")
                .into_iter()
                .map(|item| item.link.tekst)
                .collect::<Vec<_>>()
        };
        assert!(teksten(Rol::Consulent).contains(&"Inwoners".to_owned()));
        assert!(!teksten(Rol::Opdrachtgever).contains(&"Inwoners".to_owned()));
        assert!(!teksten(Rol::Fg).contains(&"Inwoners".to_owned()));
        assert!(teksten(Rol::Fg).contains(&"Inzagelog".to_owned()));
        assert!(!teksten(Rol::Teamleider).contains(&"Inzagelog".to_owned()));
    }

    #[test]
    fn marks_the_item_of_the_page() {
        let gemeente = GemeenteCode::parse("GM0294").unwrap();
        let items = in_gemeente(&Actor::system("test", Rol::Griffie), gemeente, "/besluiten");
        let actief: Vec<_> = items.iter().filter(|item| item.is_actief).collect();
        assert_eq!(actief.len(), 1);
        assert_eq!(actief[0].link.href, "/GM0294/besluiten");
    }
}
