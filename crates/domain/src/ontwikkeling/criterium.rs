//! The criterion that decided about a step.

use super::{Trede, Vraag};

/// The published criterion by which a step was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Criterium {
    /// Step 6: paid work, and none of the four kinds of support.
    ZonderOndersteuning,
    /// Step 5: paid work with a benefit beside it.
    MetUitkering,
    /// Step 5: paid work with guidance.
    MetBegeleiding,
    /// Step 5: paid work by Wsw or with an instrument of the municipality.
    MetVoorziening,
    /// Step 5: paid work as part of a training below the startkwalificatie.
    InOpleiding,
    /// Step 4: unpaid work on which others count, every week among people.
    VerantwoordelijkWerk,
    /// Step 3: takes part in something organised every week.
    WekelijkseActiviteit,
    /// Step 2: contact outside the house every week.
    WekelijksContact,
    /// Step 1: none of these.
    WeinigContact,
}

impl Criterium {
    /// Every criterion, from step 6 down.
    pub const ALL: [Self; 9] = [
        Self::ZonderOndersteuning,
        Self::MetUitkering,
        Self::MetBegeleiding,
        Self::MetVoorziening,
        Self::InOpleiding,
        Self::VerantwoordelijkWerk,
        Self::WekelijkseActiviteit,
        Self::WekelijksContact,
        Self::WeinigContact,
    ];

    /// The step that follows from it.
    pub const fn trede(self) -> Trede {
        match self {
            Self::ZonderOndersteuning => Trede::BetaaldWerk,
            Self::MetUitkering
            | Self::MetBegeleiding
            | Self::MetVoorziening
            | Self::InOpleiding => Trede::BetaaldWerkMetOndersteuning,
            Self::VerantwoordelijkWerk => Trede::OnbetaaldWerk,
            Self::WekelijkseActiviteit => Trede::GeorganiseerdeActiviteiten,
            Self::WekelijksContact => Trede::SocialeContacten,
            Self::WeinigContact => Trede::Geisoleerd,
        }
    }

    /// The lasting name in the API and in the database.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::ZonderOndersteuning => "zonder-ondersteuning",
            Self::MetUitkering => "met-uitkering",
            Self::MetBegeleiding => "met-begeleiding",
            Self::MetVoorziening => "met-voorziening",
            Self::InOpleiding => "in-opleiding",
            Self::VerantwoordelijkWerk => "verantwoordelijk-werk",
            Self::WekelijkseActiviteit => "wekelijkse-activiteit",
            Self::WekelijksContact => "wekelijks-contact",
            Self::WeinigContact => "weinig-contact",
        }
    }

    /// Reads the name.
    pub fn parse(naam: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.naam() == naam)
    }

    /// Why it is this step, as a sentence for the resident.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::ZonderOndersteuning => {
                "De inwoner heeft betaald werk en krijgt daarbij geen uitkering, begeleiding of voorziening."
            }
            Self::MetUitkering => {
                "De inwoner heeft betaald werk en krijgt daarnaast een uitkering."
            }
            Self::MetBegeleiding => {
                "De inwoner heeft betaald werk en krijgt daarbij begeleiding, bijvoorbeeld van een jobcoach."
            }
            Self::MetVoorziening => {
                "De inwoner heeft betaald werk met een voorziening van de gemeente of via de Wsw."
            }
            Self::InOpleiding => {
                "De inwoner heeft betaald werk als deel van een opleiding en heeft nog geen startkwalificatie."
            }
            Self::VerantwoordelijkWerk => {
                "De inwoner doet onbetaald werk waar anderen op rekenen en ziet daarbij elke week andere mensen."
            }
            Self::WekelijkseActiviteit => {
                "De inwoner doet elke week mee aan een georganiseerde activiteit."
            }
            Self::WekelijksContact => {
                "De inwoner heeft elke week contact met mensen buiten het eigen huis."
            }
            Self::WeinigContact => {
                "De inwoner heeft buiten het eigen huis niet elke week contact met mensen."
            }
        }
    }

    /// The criterion of a kind of support that is there.
    pub(super) const fn of_ondersteuning(vraag: Vraag) -> Self {
        match vraag {
            Vraag::AanvullendeUitkering => Self::MetUitkering,
            Vraag::Begeleiding => Self::MetBegeleiding,
            Vraag::Voorziening => Self::MetVoorziening,
            // Only the questions of `Vraag::ONDERSTEUNING` come here; the last of them is this one.
            _ => Self::InOpleiding,
        }
    }
}
