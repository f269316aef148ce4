//! The code lists of the statutory records, each as an enum.

/// A code of the statutory records: what stands in the file, and what it means.
pub trait Code: Copy + Sized + 'static {
    /// Every code of the list, in the order of the law.
    const ALL: &'static [Self];

    /// The code as it stands in the file.
    fn code(self) -> &'static str;

    /// The meaning in Dutch, in the words of the law.
    fn naam(self) -> &'static str;

    /// Reads a code; refuses with the list of codes that exist.
    fn parse(tekst: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.code() == tekst)
            .ok_or_else(|| {
                let codes: Vec<_> = Self::ALL.iter().map(|code| code.code()).collect();
                format!("onbekende code: kies uit {}", codes.join(", "))
            })
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal, $naam:literal;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("Code ", $code, ": ", $naam, ".")] $variant,)+
        }

        impl Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            fn naam(self) -> &'static str {
                match self { $(Self::$variant => $naam),+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                Self::parse(&code).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

codes! {
    /// The software from which a delivery comes (annex 1 item 5).
    Softwarepakket {
        Sam = "sam", "sam";
        Gws = "gws", "gws";
        Soc = "soc", "soc";
        Aio = "aio", "aio";
        Ebb = "ebb", "ebb";
        Cso = "cso", "cso";
        Ander = "and", "ander pakket";
    }

    /// The kind of benefit (annex 1 item 8).
    Statistiekcode {
        AlgemeneBijstand = "01", "algemene bijstand";
        Ioaw = "02", "IOAW";
        Ioaz = "03", "IOAZ";
        PeriodiekBijzondereBijstand = "11", "periodieke bijzondere bijstand";
        EenmaligBijzondereBijstand = "12", "eenmalige bijzondere bijstand";
        Bbz = "14", "bijstand zelfstandigen (Bbz)";
    }

    /// The kind of self-employed person (annex 1 item 9).
    ClassificatieBbz {
        Beginnend = "1", "beginnende zelfstandige";
        Oudere = "2", "oudere zelfstandige";
        Beeindigend = "3", "beëindigende zelfstandige";
        Overig = "5", "overige zelfstandige";
    }

    /// The kind of household (annex 1 item 10).
    Leefvorm {
        Alleenstaande = "1", "alleenstaande";
        AlleenstaandeOuder = "2", "alleenstaande ouder";
        GehuwdenEnSamenwonenden = "3", "gehuwden en samenwonenden";
        Anders = "4", "anders";
    }

    /// What special assistance is for (annex 1 item 17).
    ClusterBijzondereBijstand {
        DirecteLevensbehoeften = "a", "directe levensbehoeften";
        Huishouden = "b", "huishouden";
        Wonen = "c", "wonen";
        Opvang = "d", "opvang";
        MaatschappelijkeZorg = "e", "maatschappelijke zorg";
        FinancieleTransacties = "f", "financiële transacties";
        Uitstroombevordering = "g", "uitstroombevordering";
        Medisch = "h", "medisch";
        Overig = "i", "overig";
        GeenBijzondereBijstand = "j", "wel statistiek, geen bijzondere bijstand";
        IndividueleInkomenstoeslag = "k", "individuele inkomenstoeslag";
        Studietoeslag = "l", "studietoeslag";
        CollectieveZorgverzekering = "m", "collectieve aanvullende zorgverzekering";
    }

    /// The sex as registered (annex 1 item 20).
    Geslacht {
        Man = "1", "man";
        Vrouw = "2", "vrouw";
    }

    /// How somebody lives (annex 1 item 21).
    Huisvesting {
        Huurder = "1", "huurder";
        Eigenaar = "2", "eigenaar";
        Inwonend = "3", "inwonend";
        Inrichting = "4", "inrichting";
        Adresloos = "5", "adresloos";
        GeenVasteVerblijfplaats = "6", "geen vaste verblijfplaats en niet adresloos";
    }

    /// Whether somebody is exempt from the duty to work (annex 1 item 24).
    Ontheffing {
        Geen = "2", "geen ontheffing";
        AlleenstaandeOuder = "4", "ontheffing alleenstaande ouder (art. 9a)";
        Tijdelijk = "5", "tijdelijke ontheffing (art. 9 lid 1 onder a)";
        Arbeidsongeschikt = "6", "volledig en duurzaam arbeidsongeschikt (art. 9 lid 5)";
    }

    /// Why an exemption ended (annex 1 item 26).
    RedenEindeOntheffing {
        NietNakomenPlan = "1", "plan niet nagekomen";
        MaximaleTermijn = "2", "maximale termijn bereikt";
        JongsteKindWordtVijf = "3", "jongste kind wordt vijf";
        OpVerzoekOuder = "4", "op verzoek van de ouder";
        Overig = "5", "overig";
    }

    /// Yes or no (annex 1 items 27 and 33; for 27 the printed table has 1 twice, the second is read as 2).
    JaNee {
        Ja = "1", "ja";
        Nee = "2", "nee";
    }

    /// Why the benefit was lowered (annex 1 item 28).
    RedenVermindering {
        Arbeidsinschakeling = "01", "arbeidsinschakeling";
        Agressie = "03", "agressie";
        Tegenprestatie = "05", "tegenprestatie";
        PlanVanAanpak = "06", "plan van aanpak";
        ZoekperiodeWerk = "07", "zoekperiode werk";
        ZoekperiodeScholing = "08", "zoekperiode scholing";
        Partner = "98", "partner";
    }

    /// The kind of income of a person (annex 1 item 31).
    SoortInkomsten {
        Arbeid = "11", "arbeid in dienstbetrekking";
        Vermogen = "18", "vermogen";
        Kinderalimentatie = "23", "kinderalimentatie";
        Partneralimentatie = "24", "partneralimentatie";
        Heffingskortingen = "31", "heffingskortingen";
        Ander = "98", "andere inkomsten";
    }

    /// Why the benefit of a person ended (annex 1 item 34).
    RedenEinde {
        Onderwijs = "01", "onderwijs met studiefinanciering";
        Relatie = "02", "relatie";
        AowLeeftijd = "03", "AOW-leeftijd";
        Overlijden = "04", "overlijden";
        Detentie = "05", "detentie";
        KunnenVolgenOnderwijs = "06", "kunnen volgen van onderwijs";
        VerblijfBuitenland = "07", "verblijf in het buitenland";
        Arbeid = "11", "inkomsten uit arbeid of ziekte";
        ZelfstandigBeroep = "13", "inkomsten uit zelfstandig beroep";
        Werkloosheid = "14", "inkomsten uit werkloosheid";
        Arbeidsongeschiktheid = "15", "inkomsten uit arbeidsongeschiktheid";
        Alimentatie = "17", "inkomsten uit alimentatie";
        Vermogen = "18", "inkomsten uit vermogen";
        AnderInkomen = "19", "ander inkomen";
        GeenInlichtingen = "31", "geen inlichtingen";
        Verhuizing = "32", "verhuizing naar een andere gemeente";
        Buitenland = "33", "buitenland";
        NietVerschenenInlichtingen = "34", "niet verschenen (inlichtingenplicht)";
        NietVerschenenReintegratie = "35", "niet verschenen (re-integratie)";
        Partner = "97", "partner";
        AndereOorzaak = "98", "andere oorzaak";
    }

    /// The kind of re-integration provision (annex 2 item 15).
    TypeVoorziening {
        TijdelijkeLoonkostensubsidie = "01", "tijdelijke loonkostensubsidie";
        WiwId = "02", "WIW of ID";
        Participatieplaats = "03", "participatieplaats";
        Loonkostensubsidie = "04", "loonkostensubsidie Participatiewet";
        BeschutWerk = "05", "beschut werk";
        Jobcoach = "06", "begeleiding op de werkkring of jobcoach";
        Vervoersvoorziening = "07", "vervoersvoorziening";
        AndereArbeidsbeperking = "08", "andere voorziening bij een arbeidsbeperking";
        Overig = "99", "overige voorziening";
    }

    /// Why a provision ended (annex 2 item 18).
    RedenEindeVoorziening {
        Afgerond = "1", "volledig afgerond";
        Gestopt = "2", "voortijdig gestopt";
        BuitenSchuld = "3", "gestopt door verhuizing, overlijden, detentie of zwangerschap";
    }
}

impl Statistiekcode {
    /// Whether this is a benefit for the cost of living (algemene bijstand, IOAW, IOAZ), which has a household
    /// type and a norm.
    pub const fn is_levensonderhoud(self) -> bool {
        matches!(self, Self::AlgemeneBijstand | Self::Ioaw | Self::Ioaz)
    }

    /// Whether this is special assistance, which has a cluster.
    pub const fn is_bijzondere_bijstand(self) -> bool {
        matches!(
            self,
            Self::PeriodiekBijzondereBijstand | Self::EenmaligBijzondereBijstand
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<C: Code + std::fmt::Debug + PartialEq>(lengte: usize) {
        for code in C::ALL {
            assert_eq!(C::parse(code.code()), Ok(*code));
            assert_eq!(code.code().len(), lengte, "{code:?}");
            assert!(!code.naam().is_empty());
        }
        let fout = C::parse("?").unwrap_err();
        assert!(fout.starts_with("onbekende code: kies uit "), "{fout}");
    }

    #[test]
    fn every_code_is_read_back_in_its_own_length() {
        check::<Softwarepakket>(3);
        check::<Statistiekcode>(2);
        check::<ClassificatieBbz>(1);
        check::<Leefvorm>(1);
        check::<ClusterBijzondereBijstand>(1);
        check::<Geslacht>(1);
        check::<Huisvesting>(1);
        check::<Ontheffing>(1);
        check::<RedenEindeOntheffing>(1);
        check::<JaNee>(1);
        check::<RedenVermindering>(2);
        check::<SoortInkomsten>(2);
        check::<RedenEinde>(2);
        check::<TypeVoorziening>(2);
        check::<RedenEindeVoorziening>(1);
    }
}
