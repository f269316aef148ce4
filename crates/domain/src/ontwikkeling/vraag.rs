//! The questions of the decision tree, one for each published criterion.

use std::fmt;

/// A criterion of the Participatieladder as a question that is answered with yes or no.
///
/// The order is that of the tree: step 6 is tested first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vraag {
    /// Steps 5 and 6: a labour contract or a business of one's own.
    Contract,
    /// Step 5: a benefit beside the wage.
    AanvullendeUitkering,
    /// Step 5: guidance other than by the manager and colleagues.
    Begeleiding,
    /// Step 5: Wsw or another instrument of the municipality.
    Voorziening,
    /// Step 5: regular training with work, below the startkwalificatie.
    OpleidingMetWerk,
    /// Step 4: work without wage and without a labour contract.
    OnbetaaldWerk,
    /// Step 4: responsibilities to others in that work.
    Verantwoordelijkheid,
    /// Step 4: contact in person in that work, at least once a week.
    WekelijksSamen,
    /// Step 3: something organised, at least once a week.
    GeorganiseerdeActiviteit,
    /// Step 2: contact in person with people outside the house, at least once a week.
    ContactBuitenshuis,
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Antwoord {
    /// Yes.
    Ja,
    /// No.
    Nee,
}

/// The questions that belong together on the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vraagblok {
    /// Always asked.
    Werk,
    /// Asked of who has a contract or a business.
    Ondersteuning,
    /// Asked of who has none.
    OnbetaaldWerk,
    /// Asked of who has none and does no unpaid work on which others count.
    MeedoenEnContact,
}

impl Vraag {
    /// Every question, in the order of the tree.
    pub const ALL: [Self; 10] = [
        Self::Contract,
        Self::AanvullendeUitkering,
        Self::Begeleiding,
        Self::Voorziening,
        Self::OpleidingMetWerk,
        Self::OnbetaaldWerk,
        Self::Verantwoordelijkheid,
        Self::WekelijksSamen,
        Self::GeorganiseerdeActiviteit,
        Self::ContactBuitenshuis,
    ];

    /// The questions about support; any yes means step 5, only four times no means step 6.
    pub const ONDERSTEUNING: [Self; 4] = [
        Self::AanvullendeUitkering,
        Self::Begeleiding,
        Self::Voorziening,
        Self::OpleidingMetWerk,
    ];

    /// The lasting name in forms, in the API and in the database.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::AanvullendeUitkering => "aanvullende-uitkering",
            Self::Begeleiding => "begeleiding",
            Self::Voorziening => "voorziening",
            Self::OpleidingMetWerk => "opleiding-met-werk",
            Self::OnbetaaldWerk => "onbetaald-werk",
            Self::Verantwoordelijkheid => "verantwoordelijkheid",
            Self::WekelijksSamen => "wekelijks-samen",
            Self::GeorganiseerdeActiviteit => "georganiseerde-activiteit",
            Self::ContactBuitenshuis => "contact-buitenshuis",
        }
    }

    /// Reads the name.
    pub fn parse(naam: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vraag| vraag.naam() == naam)
    }

    /// The question as the form asks it.
    pub const fn tekst(self) -> &'static str {
        match self {
            Self::Contract => "Heeft de inwoner een arbeidscontract of een eigen bedrijf?",
            Self::AanvullendeUitkering => "Krijgt de inwoner naast dat werk een uitkering?",
            Self::Begeleiding => {
                "Krijgt de inwoner bij dat werk begeleiding van iemand anders dan de leidinggevende of collega's?"
            }
            Self::Voorziening => {
                "Is er voor dat werk een voorziening van de gemeente, of werkt de inwoner via de Wsw?"
            }
            Self::OpleidingMetWerk => {
                "Is dat werk onderdeel van een opleiding, terwijl de inwoner nog geen startkwalificatie heeft?"
            }
            Self::OnbetaaldWerk => "Doet de inwoner werk zonder loon?",
            Self::Verantwoordelijkheid => {
                "Heeft de inwoner in dat werk taken waar anderen op rekenen?"
            }
            Self::WekelijksSamen => {
                "Ziet de inwoner bij dat werk elke week mensen die niet in hetzelfde huis wonen?"
            }
            Self::GeorganiseerdeActiviteit => {
                "Doet de inwoner elke week mee aan een georganiseerde activiteit?"
            }
            Self::ContactBuitenshuis => {
                "Heeft de inwoner elke week contact met mensen buiten het eigen huis?"
            }
        }
    }

    /// Examples and borders, to stand under the question.
    pub const fn hulp(self) -> &'static str {
        match self {
            Self::Contract => {
                "Ook een contract voor een paar uur telt mee. Wie zzp'er is, heeft een eigen bedrijf."
            }
            Self::AanvullendeUitkering => "Bijvoorbeeld een aanvulling tot bijstandsniveau.",
            Self::Begeleiding => "Bijvoorbeeld een jobcoach.",
            Self::Voorziening => "Bijvoorbeeld loonkostensubsidie, beschut werk of detachering.",
            Self::OpleidingMetWerk => {
                "Bijvoorbeeld een bbl-opleiding. Een startkwalificatie is een diploma mbo 2, havo of vwo."
            }
            Self::OnbetaaldWerk => {
                "Bijvoorbeeld vrijwilligerswerk, een stage of werken met behoud van uitkering."
            }
            Self::Verantwoordelijkheid => {
                "Bijvoorbeeld: er gaat iets mis als de inwoner niet komt."
            }
            Self::WekelijksSamen => {
                "Samen op dezelfde plek. Alleen bellen of mailen telt niet mee."
            }
            Self::GeorganiseerdeActiviteit => {
                "Bijvoorbeeld een club, een cursus, dagbesteding of inburgering zonder werk."
            }
            Self::ContactBuitenshuis => {
                "In levenden lijve, en meer dan een gesprek in de winkel of bij de dokter. Alleen internet of mail telt niet mee."
            }
        }
    }

    /// With which questions it stands on the form.
    pub const fn blok(self) -> Vraagblok {
        match self {
            Self::Contract => Vraagblok::Werk,
            Self::AanvullendeUitkering
            | Self::Begeleiding
            | Self::Voorziening
            | Self::OpleidingMetWerk => Vraagblok::Ondersteuning,
            Self::OnbetaaldWerk | Self::Verantwoordelijkheid | Self::WekelijksSamen => {
                Vraagblok::OnbetaaldWerk
            }
            Self::GeorganiseerdeActiviteit | Self::ContactBuitenshuis => {
                Vraagblok::MeedoenEnContact
            }
        }
    }
}

impl Antwoord {
    /// The lasting name in forms, in the API and in the database.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::Nee => "nee",
        }
    }

    /// Reads the name.
    pub fn parse(naam: &str) -> Option<Self> {
        [Self::Ja, Self::Nee]
            .into_iter()
            .find(|antwoord| antwoord.naam() == naam)
    }
}

impl Vraagblok {
    /// Every block, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Werk,
        Self::Ondersteuning,
        Self::OnbetaaldWerk,
        Self::MeedoenEnContact,
    ];

    /// The heading of the block.
    pub const fn titel(self) -> &'static str {
        match self {
            Self::Werk => "Betaald werk",
            Self::Ondersteuning => "Ondersteuning bij betaald werk",
            Self::OnbetaaldWerk => "Onbetaald werk",
            Self::MeedoenEnContact => "Meedoen en contact",
        }
    }

    /// For whom the questions are; none when they are for everyone.
    pub const fn voor_wie(self) -> Option<&'static str> {
        match self {
            Self::Werk => None,
            Self::Ondersteuning => Some("Alleen als er een contract of eigen bedrijf is."),
            Self::OnbetaaldWerk => Some("Alleen als er geen contract of eigen bedrijf is."),
            Self::MeedoenEnContact => Some(
                "Alleen als er geen betaald werk is, en geen onbetaald werk waar anderen op rekenen.",
            ),
        }
    }

    /// The questions of the block.
    pub fn vragen(self) -> impl Iterator<Item = Vraag> {
        Vraag::ALL
            .into_iter()
            .filter(move |vraag| vraag.blok() == self)
    }
}

impl fmt::Display for Antwoord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.naam())
    }
}
