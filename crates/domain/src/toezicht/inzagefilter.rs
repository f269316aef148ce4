//! Which rows of the log are asked for.

use primitives::{Datum, DossierId, Veldcontrole, Veldfouten, parse_datum_nl};

use super::{Activiteit, Lijstnummer};

/// A `sub` of OpenID Connect has at most so many characters (Core 1.0, section 2).
const SUB_MAX: usize = 255;

/// Which rows of the log are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inzagefilter {
    /// Those about this dossier.
    pub dossier: Option<DossierId>,
    /// Those of this employee (`sub`).
    pub medewerker: Option<String>,
    /// Those of this day and later.
    pub van: Option<Datum>,
    /// Those of this day and earlier.
    pub tot_en_met: Option<Datum>,
    /// Those of these activities.
    pub soort: Inzagesoort,
    /// Those at these hours.
    pub tijd: Inzagetijd,
    /// The residents of this list, each a row.
    pub lijst: Option<Lijstnummer>,
}

/// Which activities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inzagesoort {
    /// What people do with dossiers: no lists, and no monthly files, which touch the whole caseload at once.
    #[default]
    Dossiers,
    /// What people see of residents in lists and when searching.
    Lijsten,
    /// Everything.
    Alles,
    /// One activity.
    Alleen(Activiteit),
}

/// Which hours, in the Netherlands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inzagetijd {
    /// Any.
    #[default]
    Altijd,
    /// On Saturday and Sunday, and before 7:00 and from 19:00 on other days.
    BuitenKantooruren,
}

/// The filter as somebody typed it; empty is no condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inzageinvoer<'a> {
    /// Number of a dossier.
    pub dossier: &'a str,
    /// `sub` of an employee.
    pub medewerker: &'a str,
    /// First day.
    pub van: &'a str,
    /// Last day.
    pub tot_en_met: &'a str,
    /// [`Inzagesoort::sleutel`].
    pub soort: &'a str,
    /// [`Inzagetijd::sleutel`].
    pub tijd: &'a str,
    /// A [`Lijstnummer`].
    pub lijst: &'a str,
}

impl Inzagesoort {
    /// Every choice, the usual one first.
    pub fn all() -> impl Iterator<Item = Self> {
        // Searching and listing is a choice of its own already.
        let overige = Activiteit::ALL
            .into_iter()
            .filter(|een| *een != Activiteit::InwonersZoeken);
        [Self::Dossiers, Self::Lijsten, Self::Alles]
            .into_iter()
            .chain(overige.map(Self::Alleen))
    }

    /// How a form names it; the usual choice is empty.
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::Dossiers => "",
            Self::Lijsten => "lijsten",
            Self::Alles => "alles",
            Self::Alleen(activiteit) => activiteit.sleutel(),
        }
    }

    /// The choice in words.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Dossiers => "Dossiers",
            Self::Lijsten => "Lijsten",
            Self::Alles => "Alles, ook maandbestanden",
            Self::Alleen(activiteit) => activiteit.naam(),
        }
    }
}

impl Inzagetijd {
    /// Every choice, the usual one first.
    pub const ALL: [Self; 2] = [Self::Altijd, Self::BuitenKantooruren];

    /// How a form names it; the usual choice is empty.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Altijd => "",
            Self::BuitenKantooruren => "buiten-kantooruren",
        }
    }

    /// The choice in words.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Altijd => "Altijd",
            Self::BuitenKantooruren => "Buiten kantooruren (voor 7.00, na 19.00, weekend)",
        }
    }
}

impl Inzagefilter {
    /// Reads what somebody typed; every fault at once. Who opens a list sees the whole of it: the other conditions
    /// wait until the list is closed.
    pub fn parse(invoer: Inzageinvoer<'_>) -> Result<Self, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let dossier = parse_dossier(&mut controle, invoer.dossier.trim());
        let medewerker = invoer.medewerker;
        if medewerker.chars().count() > SUB_MAX || medewerker.chars().any(char::is_control) {
            controle.refuse("medewerker", "Kies een medewerker uit de lijst.");
        }
        let van = parse_dag(&mut controle, "van", invoer.van);
        let tot_en_met = parse_dag(&mut controle, "tot", invoer.tot_en_met);
        if let (Some(van), Some(tot)) = (van, tot_en_met)
            && tot < van
        {
            controle.refuse(
                "tot",
                "De laatste dag ligt voor de eerste. Draai de dagen om.",
            );
        }
        let soort = Inzagesoort::all().find(|soort| soort.sleutel() == invoer.soort);
        if soort.is_none() {
            controle.refuse("soort", "Kies een soort inzage uit de lijst.");
        }
        let tijd = Inzagetijd::ALL
            .into_iter()
            .find(|tijd| tijd.sleutel() == invoer.tijd);
        if tijd.is_none() {
            controle.refuse("tijd", "Kies een tijd uit de lijst.");
        }
        let lijst = Lijstnummer::parse(invoer.lijst);
        if lijst.is_none() && !invoer.lijst.is_empty() {
            controle.refuse("lijst", "Deze lijst bestaat niet. Open de lijst opnieuw.");
        }
        controle.finish()?;
        if lijst.is_some() {
            return Ok(Self {
                lijst,
                soort: Inzagesoort::Alles,
                ..Self::default()
            });
        }
        Ok(Self {
            lijst,
            dossier,
            medewerker: (!medewerker.is_empty()).then(|| medewerker.to_owned()),
            van,
            tot_en_met,
            soort: soort.unwrap_or_default(),
            tijd: tijd.unwrap_or_default(),
        })
    }
}

fn parse_dossier(controle: &mut Veldcontrole, tekst: &str) -> Option<DossierId> {
    if tekst.is_empty() {
        return None;
    }
    let gelezen = DossierId::parse(&tekst.to_ascii_lowercase());
    if gelezen.is_err() {
        controle.refuse(
            "dossier",
            "Dit is geen dossiernummer. Een dossiernummer heeft 36 tekens, zoals 01890a5d-ac96-774b-bcce-b302099a8057.",
        );
    }
    // The fault itself says no more than that it is none.
    gelezen.ok()
}

fn parse_dag(controle: &mut Veldcontrole, veld: &str, tekst: &str) -> Option<Datum> {
    if tekst.trim().is_empty() {
        return None;
    }
    let dag = parse_datum_nl(tekst).filter(|dag| (1900..=2199).contains(&dag.year()));
    if dag.is_none() {
        controle.refuse(
            veld,
            "Deze datum bestaat niet. Schrijf een datum als 21-11-2026.",
        );
    }
    dag
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn nothing_typed_asks_for_dossiers_and_not_for_lists() {
        let filter = Inzagefilter::parse(Inzageinvoer::default()).unwrap();
        assert_eq!(filter, Inzagefilter::default());
        assert_eq!(filter.soort, Inzagesoort::Dossiers);
    }

    #[test]
    fn reads_every_condition() {
        let invoer = Inzageinvoer {
            dossier: " 01890A5D-ac96-774b-bcce-b302099a8057 ",
            medewerker: "sub-1",
            van: "1-11-2026",
            tot_en_met: "2026-11-21",
            soort: "dossier-raadplegen",
            tijd: "buiten-kantooruren",
            lijst: "",
        };
        let filter = Inzagefilter::parse(invoer).unwrap();
        assert_eq!(
            filter.dossier.unwrap().to_string(),
            "01890a5d-ac96-774b-bcce-b302099a8057"
        );
        assert_eq!(filter.medewerker.as_deref(), Some("sub-1"));
        assert_eq!(filter.van, Some(date(2026, 11, 1)));
        assert_eq!(filter.tot_en_met, Some(date(2026, 11, 21)));
        assert_eq!(
            filter.soort,
            Inzagesoort::Alleen(Activiteit::DossierRaadplegen)
        );
        assert_eq!(filter.tijd, Inzagetijd::BuitenKantooruren);

        let lijst = "000102030405060708090a0b0c0d0eff";
        let open = Inzagefilter::parse(Inzageinvoer { lijst, ..invoer }).unwrap();
        let alleen_de_lijst = Inzagefilter {
            lijst: Lijstnummer::parse(lijst),
            soort: Inzagesoort::Alles,
            ..Inzagefilter::default()
        };
        assert_eq!(open, alleen_de_lijst);
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let lang = "x".repeat(256);
        let invoer = Inzageinvoer {
            dossier: "' or 1=1 --",
            medewerker: &lang,
            van: "31-02-2026",
            tot_en_met: "9999-12-31",
            soort: "spieken",
            tijd: "nacht",
            lijst: "boodschappen",
        };
        let fouten = Inzagefilter::parse(invoer).unwrap_err();
        let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(
            velden,
            [
                "dossier",
                "medewerker",
                "van",
                "tot",
                "soort",
                "tijd",
                "lijst"
            ]
        );
        let omgekeerd = Inzageinvoer {
            van: "21-11-2026",
            tot_en_met: "20-11-2026",
            medewerker: "a\0b",
            ..Inzageinvoer::default()
        };
        let fouten = Inzagefilter::parse(omgekeerd).unwrap_err();
        assert_eq!(fouten.list().len(), 2);
    }
}
