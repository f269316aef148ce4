//! Why there is no right, and why a right cannot be determined.

use primitives::{Datum, Geld, GeldNl, datum_lang};

use super::regelingen::{Leemte, Weigering};
use super::{LeefsituatieError, Persoon};

/// Why there is no amount: the law takes the right away, or it cannot be determined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reden {
    /// No right.
    #[error(transparent)]
    GeenRecht(#[from] GeenRecht),
    /// Facts are missing or the case is not covered.
    #[error(transparent)]
    Onbepaald(#[from] Onbepaald),
}

/// Why a household has no right, with the facts that led to it. Displays as a Dutch sentence for the resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GeenRecht {
    /// Participatiewet art. 13 lid 1 onder f.
    #[error("De aanvrager is jonger dan 18 jaar en heeft daarom geen recht op bijstand.")]
    JongerDan18,
    /// Participatiewet art. 13 lid 2 onder a.
    #[error(
        "De aanvrager is 18, 19 of 20 jaar en verblijft in een inrichting. Daarom is er geen recht op algemene bijstand."
    )]
    JongereInInrichting,
    /// Participatiewet art. 19 lid 1 onder b, art. 34.
    #[error("Het vermogen van {} is hoger dan de grens van {}.{}", GeldNl(*.vermogen), GeldNl(*.grens), woning(*.is_door_woning))]
    Vermogen {
        /// What counts.
        vermogen: Geld,
        /// The limit.
        grens: Geld,
        /// Without the value of the home it would not have been too much.
        is_door_woning: bool,
    },
    /// Participatiewet art. 19 lid 1 onder a.
    #[error("Het inkomen dat meetelt is {}. Dat is niet lager dan de norm van {}.", GeldNl(*.middelen), GeldNl(*.norm))]
    Inkomen {
        /// What counts.
        middelen: Geld,
        /// The norm.
        norm: Geld,
    },
    /// Participatiewet art. 36 lid 1.
    #[error(
        "De individuele inkomenstoeslag is er voor mensen vanaf 21 jaar die de AOW-leeftijd nog niet hebben bereikt."
    )]
    ToeslagLeeftijd,
    /// Participatiewet art. 36 lid 1, art. 8 lid 2.
    #[error("Het inkomen is {maanden} maanden laag. De gemeente vraagt {nodig} maanden.")]
    NietLangdurig {
        /// Months with a low income.
        maanden: u32,
        /// Months that the council asks.
        nodig: u32,
    },
    /// Participatiewet art. 36 lid 1, art. 8 lid 2.
    #[error("Het inkomen van {} is hoger dan de grens van {}.", GeldNl(*.inkomen), GeldNl(*.grens))]
    NietLaag {
        /// The income.
        inkomen: Geld,
        /// The limit by the council's percentage.
        grens: Geld,
    },
    /// Participatiewet art. 36 lid 3.
    #[error("De toeslag is al toegekend op {}. Dat is in de 12 maanden voor de aanvraag.", datum_lang(*.op))]
    EerderToegekend {
        /// The day of that decision.
        op: Datum,
    },
    /// Participatiewet art. 36 lid 1.
    #[error("Er is uitzicht op een hoger inkomen.")]
    UitzichtOpVerbetering,
    /// Of another scheme.
    #[error(transparent)]
    Regeling(#[from] Weigering),
}

/// Why a right cannot be determined. Never a guess: what is missing or not covered is named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Onbepaald {
    /// These fields of the question are not filled in.
    #[error("Deze gegevens ontbreken: {}.", .0.join(", "))]
    FeitenOntbreken(Vec<String>),
    /// No norms are known for the day.
    #[error("Voor {} zijn geen bedragen van de wet bekend.", datum_lang(*.0))]
    GeenNormen(Datum),
    /// The sources do not give this amount for the half year.
    #[error("Het bedrag of percentage van {grondslag} ontbreekt voor de periode vanaf {}.", datum_lang(*.van))]
    NormOntbreekt {
        /// The article.
        grondslag: &'static str,
        /// The first day of the half year.
        van: Datum,
    },
    /// The council's value is not known.
    #[error("De waarde die de gemeente heeft vastgesteld voor {0} ontbreekt.")]
    BeleidOntbreekt(&'static str),
    /// Areas have values of their own, and it is not known where the household lives.
    #[error(
        "In delen van deze gemeente gelden verschillende regels, en niet bekend is in welk deel het huishouden woont. Leg vast waar de inwoner woont."
    )]
    Woonplek,
    /// Of another scheme.
    #[error(transparent)]
    Regeling(#[from] Leemte),
    /// A date of birth after the reference date.
    #[error("Een geboortedatum ligt na de peildatum.")]
    GeboortedatumNaPeildatum,
    /// Facts that do not make a household.
    #[error("De gegevens van het huishouden kloppen niet: {0}.")]
    Leefsituatie(LeefsituatieError),
    /// It is not known whether there are dependent children.
    #[error("Niet bekend is of er kinderen jonger dan 18 jaar zijn.")]
    KinderenOnbekend,
    /// A child of 27 or older may share in the costs (art. 19a), if it lives in.
    #[error(
        "Een kind is 27 jaar of ouder. Woont het in de woning, geef het dan op als medebewoner van de soort kind; laat het anders weg."
    )]
    KindVanaf27,
    /// Art. 13 takes away the right that the question gives the partner.
    #[error(
        "De partner heeft door zijn leeftijd of verblijf geen recht op algemene bijstand (Participatiewet art. 13), maar is wel met recht opgegeven."
    )]
    PartnerHeeftGeenRecht,
    /// Art. 20 lid 4 bounds the raise together with the norms of art. 20 lid 1 and 2 only.
    #[error(
        "Voor deze norm zegt de wet niet hoe hoog hij wordt met de verhoging voor jongeren die geen beroep op hun ouders kunnen doen (Participatiewet art. 20 lid 3 en 4); beoordeel dit zelf."
    )]
    VerhogingAndereNorm,
    /// Art. 20 lid 4 does not say whether the comparable norm is that of art. 22a.
    #[error(
        "De wet zegt niet welk maximum geldt voor de verhoogde jongerennorm als er medebewoners zijn die kosten delen (Participatiewet art. 20 lid 4); beoordeel dit zelf."
    )]
    MaximumMetMedebewoners,
    /// Art. 22a lid 2 and 4 together: the text gives no norm.
    #[error(
        "Een van de partners woont hier tijdelijk om mantelzorg te geven en de ander niet. De wet geeft daarvoor geen norm (Participatiewet art. 22a lid 2 en 4); beoordeel dit zelf."
    )]
    MantelzorgVanEen,
    /// Art. 28 does not say what holds for a couple of which one left school.
    #[error(
        "Een van de partners heeft net een opleiding beëindigd en de ander niet. De wet zegt niet of de norm dan lager wordt (Participatiewet art. 28); beoordeel dit zelf."
    )]
    SchoolverlaterVanEen,
    /// The formula of art. 22a asks for the age of the partner without a right.
    #[error("De leeftijd van de partner ontbreekt.")]
    PartnerleeftijdOnbekend,
    /// Arts 23 and 24 together: the text gives no norm.
    #[error(
        "Een van de partners verblijft in een inrichting en de partner heeft geen recht op bijstand. De wet geeft daarvoor geen norm; beoordeel dit zelf."
    )]
    InrichtingZonderRecht,
    /// Art. 32 lid 3 asks for the norm of the couple, which the law does not give with a partner under 18.
    #[error(
        "De partner is jonger dan 18 jaar en heeft inkomen. De wet geeft dan geen norm voor gehuwden om het inkomen mee te vergelijken; beoordeel dit zelf."
    )]
    GehuwdennormOnbekend,
    /// Income of a partner who is not there.
    #[error("Er is inkomen van een partner opgegeven, maar er is geen partner.")]
    InkomstenZonderPartner,
    /// The formulas of the ministerial rule for this year are not in the sources.
    #[error("Voor {} is niet bekend hoeveel vakantietoeslag bij een inkomen hoort (Participatiewet art. 31 lid 4).", datum_lang(*.0))]
    VakantieaanspraakOnbekend(Datum),
    /// The bands are of the income per month.
    #[error(
        "Van de {} zijn twee inkomsten zonder vakantietoeslag opgegeven. Of de regels daarvoor samen gelden, staat er niet in; geef ze op met vakantietoeslag.", .0.omschrijving()
    )]
    VakantieaanspraakVanTwee(Persoon),
    /// Art. 14 of the ministerial rule is about a reduced state pension, and other income beside it.
    #[error(
        "Voor iemand met de AOW-leeftijd zonder AOW is niet bekend hoeveel vakantietoeslag bij een inkomen hoort; geef het inkomen op met vakantietoeslag."
    )]
    VakantieaanspraakZonderAow,
    /// A ministerial rule names the compensations that do not count; it is not in the sources.
    #[error(
        "Welke schadevergoedingen niet meetellen, staat in een ministeriële regeling (Participatiewet art. 31 lid 2 onder l). Die is hier niet bekend; beoordeel dit zelf."
    )]
    Schadevergoeding,
    /// Art. 31 lid 2 onder v ties maintenance by parents to the raise of art. 20 lid 3, without an amount.
    #[error(
        "Een jongere krijgt alimentatie en een hogere norm omdat hij geen beroep op zijn ouders kan doen. Welk deel dan meetelt, is niet te berekenen (Participatiewet art. 31 lid 2 onder v); beoordeel dit zelf."
    )]
    OnderhoudJongere,
    /// Two amounts give a different part of the year already used.
    #[error("Van de inkomsten van de {} spreken de gegevens over eerder dit jaar elkaar tegen.", .0.omschrijving())]
    EerderTegenstrijdig(Persoon),
    /// Before 2026 the college judged each gift.
    #[error(
        "Tot 1 januari 2026 beoordeelde het college per gift of die meetelt. Dat is niet te berekenen; beoordeel dit zelf."
    )]
    GiftVoor2026,
    /// What a contribution above the limit does is for the college to judge (art. 18 lid 1).
    #[error(
        "De giften en de bijdragen die kosten besparen zijn samen hoger dan de grens. Het college beoordeelt wat dat voor de bijstand betekent (Participatiewet art. 18 lid 1)."
    )]
    KostenbesparingBovenGrens,
    /// Whether the limit is for each or for both, the text does not say.
    #[error(
        "De giften van beide partners zijn samen hoger dan de grens. De wet zegt niet of die per persoon geldt (Participatiewet art. 31 lid 2 onder m); beoordeel dit zelf."
    )]
    GiftenVanTwee,
    /// Above the limit a gift is income or means, by its nature.
    #[error(
        "De giften zijn hoger dan de grens. Dan ontbreekt het gegeven aard: inkomen of vermogen (Participatiewet art. 32 lid 1 en 34 lid 1 onder b)."
    )]
    AardVanGift,
    /// Whose pension is exempt decides how much the income of a partner without a right counts.
    #[error(
        "Beide partners hebben pensioen en de partner heeft geen recht op bijstand. De wet zegt niet van wie het deel is dat niet meetelt (Participatiewet art. 33 lid 5); beoordeel dit zelf."
    )]
    PensioenVanTwee,
    /// The months already used are not given.
    #[error("Van de vrijlating van de {} ontbreekt hoeveel maanden al zijn gebruikt.", .0.omschrijving())]
    MaandenOnbekend(Persoon),
    /// Two amounts give different months already used.
    #[error("Van de vrijlating van de {} spreken de gebruikte maanden elkaar tegen.", .0.omschrijving())]
    MaandenTegenstrijdig(Persoon),
    /// Art. 31 lid 2 does not let two exemptions go together.
    #[error(
        "Voor de {} gelden twee verschillende vrijlatingen in dezelfde maand. Dat laat de wet niet toe.", .0.omschrijving()
    )]
    TweeVrijlatingen(Persoon),
    /// Art. 34 lid 4 as it read before 2026 did not say what debts at the start do to the room below the limit.
    #[error(
        "Bij het begin van de bijstand waren de schulden hoger dan de bezittingen. Of er daardoor meer mag bijkomen, zegt de wet niet (Participatiewet art. 34, tekst tot 1 januari 2026); beoordeel dit zelf."
    )]
    NegatiefAanvangsvermogen,
    /// Exemption r asks for the age of the youngest child.
    #[error("De leeftijd van het jongste kind ontbreekt.")]
    LeeftijdKindOnbekend,
    /// The rates of tax and credits of this year are not in the sources.
    #[error("Voor {} is niet bekend hoeveel loonheffing van een loon af gaat.", datum_lang(*.0))]
    LoonheffingOnbekend(Datum),
    /// Other rates and credits hold from the pension age on.
    #[error(
        "Voor iemand met de AOW-leeftijd is niet bekend hoeveel loonheffing van een loon af gaat."
    )]
    LoonheffingPensioen,
    /// Whether there are children is known, or not even that; not how many.
    #[error("Niet bekend is hoeveel kinderen er zijn, en hoe oud.")]
    AantalKinderenOnbekend,
    /// The amount for a couple of which one falls outside art. 36 is up to the ordinance.
    #[error(
        "De partner voldoet niet aan de leeftijd of heeft geen recht op bijstand. Welk bedrag dan geldt, staat niet in de vastgestelde waarden van de gemeente; beoordeel dit zelf."
    )]
    ToeslagPartner,
}

impl From<Weigering> for Reden {
    fn from(weigering: Weigering) -> Self {
        Self::GeenRecht(weigering.into())
    }
}

impl From<Leemte> for Reden {
    fn from(leemte: Leemte) -> Self {
        Self::Onbepaald(leemte.into())
    }
}

const fn woning(is_door_woning: bool) -> &'static str {
    if is_door_woning {
        " Dat komt door de waarde van de eigen woning. Beoordeel of bijstand als lening mogelijk is (Participatiewet art. 50)."
    } else {
        ""
    }
}

impl GeenRecht {
    /// The article that takes the right away.
    pub const fn grondslag(&self) -> &'static str {
        match self {
            Self::JongerDan18 => "Participatiewet art. 13 lid 1 onder f",
            Self::JongereInInrichting => "Participatiewet art. 13 lid 2 onder a",
            Self::Vermogen { .. } => "Participatiewet art. 19 lid 1 onder b",
            Self::Inkomen { .. } => "Participatiewet art. 19 lid 1 onder a",
            Self::ToeslagLeeftijd | Self::UitzichtOpVerbetering => "Participatiewet art. 36 lid 1",
            Self::NietLangdurig { .. } | Self::NietLaag { .. } => "Participatiewet art. 8 lid 2",
            Self::EerderToegekend { .. } => "Participatiewet art. 36 lid 3",
            Self::Regeling(weigering) => weigering.grondslag(),
        }
    }
}
