//! What an income comes from, and which kinds do not count. Participatiewet art. 31 lid 2, 32, 33.

use primitives::Geld;

/// What an income comes from. Participatiewet art. 32 lid 1 onder a.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inkomstensoort {
    /// Work.
    Arbeid,
    /// Social security.
    Uitkering,
    /// The state pension.
    Aow,
    /// A private pension.
    Pensioen,
    /// Maintenance.
    Alimentatie,
    /// A tax credit that is paid out.
    Heffingskorting,
    /// Interest and other yield.
    Vermogen,
    /// Rent and board.
    Verhuur,
    /// Study finance, at the amount of its own law. Participatiewet art. 33 lid 2 and 3.
    Studiefinanciering,
    /// A premium for finding work. Participatiewet art. 31 lid 2 onder j.
    Premie(Premie),
    /// A reimbursement for voluntary work. Participatiewet art. 31 lid 2 onder k.
    Vrijwilligersvergoeding {
        /// What was exempt earlier in the calendar year.
        eerder: Geld,
    },
    /// Compensation for damage, of which a ministerial rule says what does not count. Participatiewet art. 31 lid 2 onder l.
    Schadevergoeding,
    /// A gift. Participatiewet art. 31 lid 2 onder m.
    Gift {
        /// Gifts and contributions of the household earlier in the calendar year.
        eerder: Geld,
        /// What the part above the limit is.
        aard: Option<Giftaard>,
    },
    /// A contribution that saves costs. Participatiewet art. 18 lid 8*.
    Kostenbesparing {
        /// Gifts and contributions of the household earlier in the calendar year.
        eerder: Geld,
    },
    /// Of a kind that does not count at all.
    Vrijgesteld(Onderdeel),
    /// Any other income.
    Overig,
}

/// A premium for finding work. Participatiewet art. 31 lid 2 onder j.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Premie {
    /// What was exempt earlier in the calendar year.
    pub eerder: Geld,
    /// How many premiums there were earlier in the calendar year.
    pub keren: u32,
    /// Whether he belongs to the group for wage subsidy, which lifts the age bar (lid 5).
    pub is_doelgroep: bool,
}

/// What a gift is by its nature. Participatiewet art. 32 lid 1, art. 34 lid 1 onder b.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giftaard {
    /// Like an income, such as an allowance every month.
    Inkomen,
    /// Not like an income.
    Vermogen,
}

/// Writes the kinds that do not count at all with their name in a question, their article and their description.
macro_rules! onderdelen {
    ($($variant:ident = $naam:literal, $grondslag:literal, $omschrijving:literal;)*) => {
        /// A kind of income that does not count at all.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Onderdeel {
            $(#[doc = $grondslag] $variant,)*
        }

        impl Onderdeel {
            /// Every one, in the order of the law.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// As written in a question.
            pub const fn naam(self) -> &'static str {
                match self { $(Self::$variant => $naam,)* }
            }

            /// The article.
            pub const fn grondslag(self) -> &'static str {
                match self { $(Self::$variant => $grondslag,)* }
            }

            /// As people read it after "inkomen uit".
            pub const fn omschrijving(self) -> &'static str {
                match self { $(Self::$variant => $omschrijving,)* }
            }
        }
    };
}

onderdelen! {
    VoorEenAnder = "voor-een-ander", "Participatiewet art. 31 lid 2 onder a", "geld voor het levensonderhoud van een ander";
    Kinderbijslag = "kinderbijslag", "Participatiewet art. 31 lid 2 onder b", "kinderbijslag";
    Jonggehandicaptenkorting = "jonggehandicaptenkorting", "Participatiewet art. 31 lid 2 onder c", "de jonggehandicaptenkorting";
    Toeslagen = "toeslagen", "Participatiewet art. 31 lid 2 onder d", "toeslagen, zoals zorgtoeslag en huurtoeslag";
    Eigenwoningbijdrage = "eigenwoningbijdrage", "Participatiewet art. 31 lid 2 onder e", "een eigenwoningbijdrage";
    TeruggaveKosten = "teruggave-kosten", "Participatiewet art. 31 lid 2 onder f", "teruggave van belasting voor bijzondere kosten";
    VergoedingWerk = "vergoeding-werk", "Participatiewet art. 31 lid 2 onder g", "onbelaste vergoedingen van een werkgever";
    InkomenKind = "inkomen-kind", "Participatiewet art. 31 lid 2 onder h", "werk of een uitkering van een kind";
    RenteVrijVermogen = "rente-vrij-vermogen", "Participatiewet art. 31 lid 2 onder i", "rente over vermogen dat vrij is";
    Energietoeslag = "energietoeslag", "Participatiewet art. 31 lid 2 onder o", "de energietoeslag";
    TegemoetkomingAnw = "tegemoetkoming-anw", "Participatiewet art. 31 lid 2 onder p", "een tegemoetkoming voor nabestaanden";
    TegemoetkomingZorg = "tegemoetkoming-zorg", "Participatiewet art. 31 lid 2 onder q", "een uitkering of tegemoetkoming voor zorg of Wajong";
    VergoedingInburgering = "vergoeding-inburgering", "Participatiewet art. 31 lid 2 onder s", "een vergoeding voor inburgering";
    TegemoetkomingZiekte = "tegemoetkoming-ziekte", "Participatiewet art. 31 lid 2 onder t", "een tegemoetkoming voor ziekte of handicap";
    Mantelzorgwaardering = "mantelzorgwaardering", "Participatiewet art. 31 lid 2 onder u", "een blijk van waardering voor mantelzorg";
    Tegemoetkoming78gg = "tegemoetkoming-78gg", "Participatiewet art. 31 lid 2 onder w", "de tegemoetkoming van artikel 78gg";
    Voedselbank = "voedselbank", "Participatiewet art. 18 lid 8*", "de voedselbank";
}

impl Inkomstensoort {
    /// As people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Arbeid => "werk",
            Self::Uitkering => "een uitkering",
            Self::Aow => "AOW",
            Self::Pensioen => "pensioen",
            Self::Alimentatie => "alimentatie",
            Self::Heffingskorting => "een heffingskorting",
            Self::Vermogen => "vermogen",
            Self::Verhuur => "verhuur of kostgangers",
            Self::Studiefinanciering => "studiefinanciering",
            Self::Premie(_) => "een premie voor werk",
            Self::Vrijwilligersvergoeding { .. } => "een vergoeding voor vrijwilligerswerk",
            Self::Schadevergoeding => "een schadevergoeding",
            Self::Gift { .. } => "een gift",
            Self::Kostenbesparing { .. } => "een bijdrage die kosten bespaart",
            Self::Vrijgesteld(onderdeel) => onderdeel.omschrijving(),
            Self::Overig => "een andere bron",
        }
    }

    /// Whether it counts for the limit of gifts, which a college can set higher.
    pub(super) const fn is_gift(self) -> bool {
        matches!(self, Self::Gift { .. } | Self::Kostenbesparing { .. })
    }

    /// Whether a rule of its own decides how much of it counts.
    pub(super) const fn has_eigen_regel(self) -> bool {
        matches!(
            self,
            Self::Pensioen
                | Self::Alimentatie
                | Self::Premie(_)
                | Self::Vrijwilligersvergoeding { .. }
                | Self::Schadevergoeding
                | Self::Gift { .. }
                | Self::Kostenbesparing { .. }
                | Self::Vrijgesteld(_)
        )
    }
}
