//! Why a scheme gives nothing, and why that cannot be determined.

use primitives::{Datum, Geld, GeldNl, datum_lang};

/// Why a scheme gives nothing. Displays as a Dutch sentence for the resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weigering {
    /// Participatiewet art. 35 lid 1.
    #[error(
        "Van de kosten is er geen die noodzakelijk is, uit bijzondere omstandigheden komt en niet ergens anders kan worden vergoed."
    )]
    GeenBijzondereKosten,
    /// Participatiewet art. 35 lid 2.
    #[error("De kosten zijn in twaalf maanden samen {}. Dat is niet meer dan de drempel van {}.", GeldNl(*.kosten), GeldNl(*.drempel))]
    Drempel {
        /// The costs within twelve months.
        kosten: Geld,
        /// Up to which the college refuses.
        drempel: Geld,
    },
    /// Participatiewet art. 35 lid 1.
    #[error("De kosten zijn {}. De draagkracht is {}: daarvan kunnen de kosten worden betaald.", GeldNl(*.kosten), GeldNl(*.draagkracht))]
    Draagkracht {
        /// The costs that count.
        kosten: Geld,
        /// What the household can pay itself.
        draagkracht: Geld,
    },
    /// Participatiewet art. 18 lid 1.
    #[error(
        "Het college heeft, gelet op de omstandigheden, besloten geen bijzondere bijstand te geven."
    )]
    NaOmstandigheden,
    /// The limit of the council or college: Gemeentewet art. 147, or Participatiewet art. 35 lid 3.
    #[error("Het inkomen van {} is hoger dan de grens van {} voor deze regeling.", GeldNl(*.inkomen), GeldNl(*.grens))]
    InkomenBovenGrens {
        /// The income.
        inkomen: Geld,
        /// The limit by the percentage of the municipality.
        grens: Geld,
        /// Which scheme.
        is_zorgverzekering: bool,
    },
    /// Participatiewet art. 36b lid 1.
    #[error(
        "De inwoner kan naast de studie wel werken, of kan dat om een andere reden dan ziekte of gebrek niet."
    )]
    KanWerken,
    /// Participatiewet art. 36b lid 3 onder a.
    #[error("De inwoner krijgt geen studiefinanciering en geen tegemoetkoming voor schoolkosten.")]
    GeenStudiefinanciering,
    /// Participatiewet art. 36b lid 3 onder b.
    #[error("De inwoner heeft recht op een Wajong-uitkering.")]
    Wajong,
    /// Participatiewet art. 36b lid 5.
    #[error("De inkomsten uit stage van {} nemen de hele studietoeslag weg.", GeldNl(*.stage))]
    Stage {
        /// What the internship pays.
        stage: Geld,
    },
    /// Participatiewet art. 10d lid 1 and 8.
    #[error("De werknemer hoort niet tot de doelgroep loonkostensubsidie.")]
    GeenDoelgroep,
    /// Participatiewet art. 10d lid 3.
    #[error("Het werk is een dienstbetrekking van de Wet sociale werkvoorziening.")]
    SocialeWerkvoorziening,
    /// Participatiewet art. 10d lid 9.
    #[error("Voor dezelfde dienstbetrekking is er al een andere subsidie voor de loonkosten.")]
    AndereSubsidie,
    /// Participatiewet art. 10d lid 4.
    #[error("De loonwaarde is het hele minimumloon. Dan is er geen verschil om te vergoeden.")]
    VolleLoonwaarde,
    /// Participatiewet art. 10b lid 1.
    #[error(
        "Het college heeft vastgesteld dat de inwoner ook buiten een beschutte omgeving kan werken."
    )]
    NietBeschut,
    /// Participatiewet art. 10b lid 6.
    #[error("De gemeente heeft alle {plaatsen} plaatsen voor beschut werk al gemaakt.")]
    PlaatsenVol {
        /// The number of the minister and the council together.
        plaatsen: u32,
    },
    /// Participatiewet art. 10a lid 6.
    #[error(
        "De inwoner heeft {gewerkt} maanden onbetaald gewerkt sinds de vorige premie. De premie is er na {nodig} maanden."
    )]
    NogGeenHalfJaar {
        /// Months since the last premium.
        gewerkt: u32,
        /// Months that the law asks.
        nodig: u32,
    },
    /// Participatiewet art. 10a lid 6.
    #[error("De inwoner heeft volgens het college niet genoeg meegewerkt.")]
    NietMeegewerkt,
    /// Participatiewet art. 31 lid 2 onder j.
    #[error("Volgens het college draagt de premie niet bij aan de arbeidsinschakeling.")]
    GeenBijdrage,
    /// Participatiewet art. 31 lid 2 onder j.
    #[error(
        "Er waren dit jaar al {keer} premies. De wet staat er {hoogstens} per kalenderjaar toe."
    )]
    DerdePremie {
        /// Earlier in the calendar year.
        keer: u32,
        /// At most.
        hoogstens: u32,
    },
    /// Participatiewet art. 31 lid 2 onder j.
    #[error("Dit jaar is al {} aan premies betaald. De wet staat hoogstens {} per kalenderjaar toe.", GeldNl(*.betaald), GeldNl(*.hoogstens))]
    PremiesVol {
        /// Earlier in the calendar year.
        betaald: Geld,
        /// At most.
        hoogstens: Geld,
    },
}

impl Weigering {
    /// The article behind it.
    pub const fn grondslag(&self) -> &'static str {
        match self {
            Self::GeenBijzondereKosten | Self::Draagkracht { .. } => {
                "Participatiewet art. 35 lid 1"
            }
            Self::Drempel { .. } => "Participatiewet art. 35 lid 2",
            Self::NaOmstandigheden => "Participatiewet art. 18 lid 1",
            Self::InkomenBovenGrens {
                is_zorgverzekering, ..
            } => inkomensgrens_grondslag(*is_zorgverzekering),
            Self::KanWerken => "Participatiewet art. 36b lid 1",
            Self::GeenStudiefinanciering => "Participatiewet art. 36b lid 3 onder a",
            Self::Wajong => "Participatiewet art. 36b lid 3 onder b",
            Self::Stage { .. } => "Participatiewet art. 36b lid 5",
            Self::GeenDoelgroep => "Participatiewet art. 10d lid 1",
            Self::SocialeWerkvoorziening => "Participatiewet art. 10d lid 3",
            Self::AndereSubsidie => "Participatiewet art. 10d lid 9",
            Self::VolleLoonwaarde => "Participatiewet art. 10d lid 4",
            Self::NietBeschut => "Participatiewet art. 10b lid 1",
            Self::PlaatsenVol { .. } => "Participatiewet art. 10b lid 6",
            Self::NogGeenHalfJaar { .. } | Self::NietMeegewerkt => "Participatiewet art. 10a lid 6",
            Self::GeenBijdrage | Self::DerdePremie { .. } | Self::PremiesVol { .. } => {
                "Participatiewet art. 31 lid 2 onder j"
            }
        }
    }
}

/// The collective insurance has an article of the Participatiewet; a scheme to take part is of the council itself.
pub(in crate::recht) const fn inkomensgrens_grondslag(is_zorgverzekering: bool) -> &'static str {
    if is_zorgverzekering {
        "Participatiewet art. 35 lid 3"
    } else {
        "Gemeentewet art. 147"
    }
}

/// Why a scheme cannot be determined, beside missing facts and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Leemte {
    /// The sources do not give this value of the law for the day.
    #[error("De waarde van {grondslag} is voor {} niet bekend.", datum_lang(*.dag))]
    WetswaardeOntbreekt {
        /// The article.
        grondslag: &'static str,
        /// The day.
        dag: Datum,
    },
    /// The supplement for children asks how many there are.
    #[error("Niet bekend is hoeveel kinderen jonger dan 18 jaar er zijn.")]
    AantalKinderen,
    /// Whose norm and means hold with a partner without a right, the rules of the municipality must say.
    #[error(
        "De partner heeft geen recht op bijstand. Welke norm dan geldt, staat niet in de vastgestelde waarden van de gemeente; beoordeel dit zelf."
    )]
    PartnerZonderRecht,
    /// Art. 34 lid 2 does not hold for bijzondere bijstand, and nothing else says how a home counts.
    #[error(
        "Door de waarde van de eigen woning is er meer vermogen dan de grens. De wet zegt niet of die meetelt voor bijzondere bijstand (Participatiewet art. 35 lid 1); beoordeel dit zelf."
    )]
    WoningBijBijzondereBijstand,
    /// Of what is a gift and what a loan, the text does not say which part the household pays itself.
    #[error(
        "Een deel van de kosten is een gift en een deel een lening, en er is draagkracht. De wet zegt niet van welk deel die af gaat; bereken ze apart."
    )]
    GiftEnLening,
    /// A maximum of the list is for costs that come once, or a month; the list does not say which.
    #[error(
        "De kosten komen elke maand terug, en de gemeente heeft voor deze kosten een hoogste bedrag. Of dat per maand is, staat niet in de vastgestelde waarden; beoordeel dit zelf."
    )]
    HoogstensPerMaand,
    /// What a household can pay was weighed for fewer months.
    #[error(
        "De kosten komen langer terug dan de periode waarover de draagkracht is berekend. Bereken ze per periode (Participatiewet art. 35 lid 1)."
    )]
    KostenNaPeriode,
    /// Of some costs all income above the limit counts, of others a part; in which order, nothing says.
    #[error(
        "Voor een deel van de kosten telt al het inkomen boven de grens mee en voor een ander deel niet. Van welke kosten de draagkracht het eerst af gaat, staat niet in de vastgestelde waarden; bereken ze apart."
    )]
    KostenApart,
    /// Before 1 April 2022 the studietoeslag had other rules, which are not in the sources.
    #[error(
        "Tot 1 april 2022 had de studietoeslag andere regels, van de gemeenteraad. Die staan niet in de bronnen; beoordeel dit zelf."
    )]
    StudietoeslagVoor2022,
    /// The categories of the studietoeslag begin at 15.
    #[error(
        "Voor iemand die jonger is dan 15 jaar is er geen bedrag van de studietoeslag; beoordeel dit zelf."
    )]
    StudietoeslagLeeftijd,
    /// The college decides after advice of UWV. Participatiewet art. 10b lid 2.
    #[error(
        "UWV heeft nog geen advies gegeven over beschut werk. Zonder dat advies kan het college dit niet vaststellen (Participatiewet art. 10b lid 2)."
    )]
    GeenAdvies,
    /// After the first half year the loonwaarde must have been measured.
    #[error(
        "Zonder gemeten loonwaarde is er alleen in de eerste {maanden} maanden subsidie. Daarna ontbreekt het gegeven loonkosten.loonwaarde (Participatiewet art. 10d lid 5)."
    )]
    LoonwaardeOntbreekt {
        /// Of the first months.
        maanden: u32,
    },
}
