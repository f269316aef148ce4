//! The closed lists of amounts, percentages and terms that the rules ask for.

/// What the lists share, for reading `data/normen.json`.
pub(super) trait Sleutel: Copy + 'static {
    fn alle() -> &'static [Self];
    fn naam(self) -> &'static str;
    fn artikel(self) -> &'static str;
}

/// Writes an enum together with its key in `data/normen.json` and its article, so that the three cannot part.
macro_rules! sleutels {
    ($(#[$doc:meta])* $naam:ident { $($variant:ident = $sleutel:literal, $grondslag:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $naam {
            $(#[doc = $grondslag] $variant,)*
        }

        impl $naam {
            /// Every one, in the order of the law.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The number of them.
            pub(crate) const AANTAL: usize = Self::ALL.len();

            /// The key in `data/normen.json`, such as `21.b`.
            pub const fn sleutel(self) -> &'static str {
                match self {
                    $(Self::$variant => $sleutel,)*
                }
            }

            /// The article that sets it, as people cite it.
            pub const fn grondslag(self) -> &'static str {
                match self {
                    $(Self::$variant => $grondslag,)*
                }
            }
        }

        impl Sleutel for $naam {
            fn alle() -> &'static [Self] {
                Self::ALL
            }

            fn naam(self) -> &'static str {
                self.sleutel()
            }

            fn artikel(self) -> &'static str {
                self.grondslag()
            }
        }
    };
}

sleutels! {
    /// An amount of the law in euros.
    Normbedrag {
        JongereAlleenstaande = "20.1.a", "Participatiewet art. 20 lid 1 onder a";
        JongerenGehuwd = "20.1.b", "Participatiewet art. 20 lid 1 onder b";
        JongereEnOudere = "20.1.c", "Participatiewet art. 20 lid 1 onder c";
        JongereAlleenstaandeOuder = "20.2.a", "Participatiewet art. 20 lid 2 onder a";
        JongerenGehuwdMetKind = "20.2.b", "Participatiewet art. 20 lid 2 onder b";
        JongereEnOudereMetKind = "20.2.c", "Participatiewet art. 20 lid 2 onder c";
        VerhogingJongere = "20.3", "Participatiewet art. 20 lid 3";
        Alleenstaande = "21.a", "Participatiewet art. 21 onder a";
        Gehuwden = "21.b", "Participatiewet art. 21 onder b";
        PensioenAlleenstaande = "22.a", "Participatiewet art. 22 onder a";
        PensioenBeiden = "22.b", "Participatiewet art. 22 onder b";
        PensioenEen = "22.c", "Participatiewet art. 22 onder c";
        KostendelendeJongereMetKind = "22a.3.a", "Participatiewet art. 22a lid 3 onder a";
        KostendelendeJongere = "22a.3.b", "Participatiewet art. 22a lid 3 onder b";
        InrichtingAlleenstaande = "23.1.a", "Participatiewet art. 23 lid 1 onder a";
        InrichtingGehuwden = "23.1.b", "Participatiewet art. 23 lid 1 onder b";
        InrichtingVerhogingAlleenstaande = "23.2.a", "Participatiewet art. 23 lid 2 onder a";
        InrichtingVerhogingGehuwden = "23.2.b", "Participatiewet art. 23 lid 2 onder b";
        Premie = "31.2.j", "Participatiewet art. 31 lid 2 onder j";
        VrijwilligersvergoedingMaand = "31.2.k.maand", "Participatiewet art. 31 lid 2 onder k";
        VrijwilligersvergoedingJaar = "31.2.k.jaar", "Participatiewet art. 31 lid 2 onder k";
        Giften = "31.2.m", "Participatiewet art. 31 lid 2 onder m";
        VrijlatingN = "31.2.n", "Participatiewet art. 31 lid 2 onder n";
        VrijlatingR = "31.2.r", "Participatiewet art. 31 lid 2 onder r";
        VrijlatingY = "31.2.y", "Participatiewet art. 31 lid 2 onder y";
        VrijlatingZ = "31.2.z", "Participatiewet art. 31 lid 2 onder z";
        VrijlatingAa = "31.2.aa", "Participatiewet art. 31 lid 2 onder aa";
        PensioenvrijlatingAlleenstaande = "33.5.a", "Participatiewet art. 33 lid 5 onder a";
        PensioenvrijlatingGehuwden = "33.5.b", "Participatiewet art. 33 lid 5 onder b";
        OverwaardeWoning = "34.2.d", "Participatiewet art. 34 lid 2 onder d";
        VermogenAlleenstaande = "34.3.a", "Participatiewet art. 34 lid 3 onder a";
        VermogenAlleenstaandeOuder = "34.3.b", "Participatiewet art. 34 lid 3 onder b";
        VermogenGehuwden = "34.3.c", "Participatiewet art. 34 lid 3 onder c";
    }
}

sleutels! {
    /// A percentage of the law.
    Normpercentage {
        Vakantietoeslag = "19.3", "Participatiewet art. 19 lid 3";
        KostendelersBasis = "22a.1.basis", "Participatiewet art. 22a lid 1";
        KostendelersOpslag = "22a.1.opslag", "Participatiewet art. 22a lid 1";
        NietRechthebbendePartner = "24", "Participatiewet art. 24";
        VrijlatingN = "31.2.n", "Participatiewet art. 31 lid 2 onder n";
        VrijlatingR = "31.2.r", "Participatiewet art. 31 lid 2 onder r";
        VrijlatingY = "31.2.y", "Participatiewet art. 31 lid 2 onder y";
        VrijlatingZ = "31.2.z", "Participatiewet art. 31 lid 2 onder z";
        VrijlatingAa = "31.2.aa", "Participatiewet art. 31 lid 2 onder aa";
    }
}

sleutels! {
    /// A term of the law in whole months.
    Normtermijn {
        VrijlatingN = "31.2.n", "Participatiewet art. 31 lid 2 onder n";
        VrijlatingR = "31.2.r", "Participatiewet art. 31 lid 2 onder r";
        VrijlatingZ = "31.2.z", "Participatiewet art. 31 lid 2 onder z";
        Inkomenstoeslag = "36.3", "Participatiewet art. 36 lid 3";
    }
}
