//! What stands above every page of a dossier: who it is, how it stands, the tabs.

use application::dossier::Dossierhoofd;
use domain::bevoegdheid::Permission;
use domain::dossier::{Casusregie, Huishoudbeeld};
use domain::ontwikkeling::Meetstand;
use domain::statistiek::Code;
use http_base::{AppState, InGemeente};
use primitives::{Datum, DossierId, datum_in_nederland, datum_kort, leeftijd_op};

use crate::onderdelen::{Link, Status, Toon};
use crate::schil::Schil;

/// The pages of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// How it stands.
    Overzicht,
    /// The right, explained.
    Recht,
    /// Applications and what was decided.
    Beschikkingen,
    /// The ladder.
    Ontwikkeling,
    /// Everything that happened.
    Tijdlijn,
    /// Notes.
    Notities,
    /// The casusregisseur.
    Overdracht,
}

/// A tab as the template shows it.
pub(crate) struct Tablink {
    pub(crate) link: Link,
    pub(crate) is_actief: bool,
}

/// The head of the page.
pub(crate) struct Hoofd {
    /// Address of the dossier, without a slash at the end.
    pub(crate) basis: String,
    /// The number by which the log of the data protection officer names this dossier.
    pub(crate) dossiernummer: String,
    pub(crate) heeft_naam: bool,
    pub(crate) leeftijd: String,
    pub(crate) huishouden: Option<String>,
    pub(crate) casusregisseur: Option<String>,
    pub(crate) trede: Option<String>,
    pub(crate) meting: Status,
    pub(crate) is_actief: bool,
    pub(crate) tabs: Vec<Tablink>,
    pub(crate) mag_bijwerken: bool,
}

impl Tab {
    const ALLE: [Self; 7] = [
        Self::Overzicht,
        Self::Recht,
        Self::Beschikkingen,
        Self::Ontwikkeling,
        Self::Tijdlijn,
        Self::Notities,
        Self::Overdracht,
    ];

    const fn tekst(self) -> &'static str {
        match self {
            Self::Overzicht => "Overzicht",
            Self::Recht => "Recht",
            Self::Beschikkingen => "Beschikkingen",
            Self::Ontwikkeling => "Ontwikkeling",
            Self::Tijdlijn => "Tijdlijn",
            Self::Notities => "Notities",
            Self::Overdracht => "Casusregisseur",
        }
    }

    const fn pad(self) -> &'static str {
        match self {
            Self::Overzicht => "",
            Self::Recht => "/recht",
            Self::Beschikkingen => "/beschikkingen",
            Self::Ontwikkeling => "/ontwikkeling",
            Self::Tijdlijn => "/tijdlijn",
            Self::Notities => "/notities",
            Self::Overdracht => "/overdracht",
        }
    }
}

impl Hoofd {
    pub(crate) fn new(state: &AppState, wie: &InGemeente, hoofd: &Dossierhoofd, tab: Tab) -> Self {
        let vandaag = datum_in_nederland(state.clock.now());
        let basis = address(wie, hoofd.kop.inwoner.dossier);
        let mag_bijwerken = wie.may(Permission::DossierBijwerken);
        Self::of(hoofd, tab, basis, vandaag, mag_bijwerken)
    }

    fn of(
        hoofd: &Dossierhoofd,
        tab: Tab,
        basis: String,
        vandaag: Datum,
        mag_bijwerken: bool,
    ) -> Self {
        let inwoner = &hoofd.kop.inwoner;
        let tabs = Tab::ALLE.into_iter().map(|item| Tablink {
            link: Link::new(item.tekst(), format!("{basis}{}", item.pad())),
            is_actief: item == tab,
        });
        Self {
            tabs: tabs.collect(),
            basis,
            dossiernummer: inwoner.dossier.to_string(),
            heeft_naam: inwoner.naam.is_some(),
            leeftijd: age(inwoner.geboortedatum, vandaag),
            huishouden: hoofd.huishouden.as_ref().map(household),
            casusregisseur: match &hoofd.kop.casusregie {
                Casusregie::Geen => None,
                Casusregie::Bij(nu) => Some(nu.medewerker.naam.clone()),
            },
            trede: inwoner.meting.map(|(trede, _)| trede.to_string()),
            meting: meting_status(inwoner.meting.map(|(_, dag)| dag), vandaag),
            is_actief: inwoner.is_actief,
            mag_bijwerken,
        }
    }
}

/// The address of a dossier.
pub(crate) fn address(wie: &InGemeente, dossier: DossierId) -> String {
    format!("/{}/inwoners/{dossier}", wie.code())
}

/// The name, or words in its place.
pub(crate) fn name(naam: Option<&str>) -> String {
    naam.unwrap_or("Naam onbekend").to_owned()
}

/// `38 jaar (12-04-1988)`.
pub(crate) fn age(geboortedatum: Datum, vandaag: Datum) -> String {
    let geboren = datum_kort(geboortedatum);
    leeftijd_op(geboortedatum, vandaag).map_or_else(
        || format!("geboren {geboren}"),
        |jaren| format!("{jaren} jaar ({geboren})"),
    )
}

/// How the last measurement stands, in a word and with its day.
pub(crate) fn meting_status(gemeten_op: Option<Datum>, vandaag: Datum) -> Status {
    match Meetstand::on(gemeten_op, vandaag) {
        Meetstand::Nooit => Status::new(Toon::Fout, "nog niet gemeten"),
        Meetstand::Eerder(dag) => {
            Status::new(Toon::Aandacht, format!("gemeten op {}", datum_kort(dag)))
        }
        Meetstand::DitKwartaal(dag) => {
            Status::new(Toon::Goed, format!("gemeten op {}", datum_kort(dag)))
        }
    }
}

/// The household in a few words: `alleenstaande ouder, deelt de kosten met 1 ander`.
fn household(beeld: &Huishoudbeeld) -> String {
    let leefvorm = beeld.leefvorm.map_or("leefvorm onbekend", Code::naam);
    match beeld.andere_kostendelers() {
        0 => leefvorm.to_owned(),
        1 => format!("{leefvorm}, deelt de kosten met 1 ander"),
        aantal => format!("{leefvorm}, deelt de kosten met {aantal} anderen"),
    }
}

/// The shell of a tab: the name of the resident is the heading.
pub(crate) fn shell(state: &AppState, wie: &InGemeente, hoofd: &Dossierhoofd) -> Schil {
    Schil::in_gemeente(
        state,
        wie,
        "/inwoners",
        name(hoofd.kop.inwoner.naam.as_deref()),
    )
    .kruimel("Inwoners", format!("/{}/inwoners", wie.code()))
}

/// The shell of a task in a dossier: the way back leads over the resident.
pub(crate) fn task_shell(
    state: &AppState,
    wie: &InGemeente,
    hoofd: &Dossierhoofd,
    titel: &str,
) -> Schil {
    let inwoner = &hoofd.kop.inwoner;
    Schil::in_gemeente(state, wie, "/inwoners", titel)
        .kruimel("Inwoners", format!("/{}/inwoners", wie.code()))
        .kruimel(name(inwoner.naam.as_deref()), address(wie, inwoner.dossier))
}

#[cfg(test)]
pub(crate) mod sample {
    //! A head with everything in it, to render templates in tests.

    use application::dossier::{Dossierkop, Inwonerregel};
    use domain::dossier::{Casusregisseur, Medewerker};
    use domain::ontwikkeling::Trede;
    use domain::statistiek::{Leefvorm, Statistiekcode};
    use jiff::civil::date;
    use primitives::{Maand, id_at};

    use super::*;

    pub(crate) fn dossierhoofd() -> Dossierhoofd {
        let nu = "2026-11-21T11:00:00Z".parse().unwrap();
        Dossierhoofd {
            kop: Dossierkop {
                inwoner: Inwonerregel {
                    dossier: DossierId::new(id_at(nu, 1)),
                    naam: Some("A. <b>Jansen</b>".to_owned()),
                    geboortedatum: date(1988, 4, 12),
                    is_actief: true,
                    heeft_uitkering: true,
                    meting: Some((Trede::SocialeContacten, date(2026, 2, 12))),
                    contact_op: Some(date(2026, 11, 1)),
                    casusregisseur: Some("Anna".to_owned()),
                },
                casusregie: Casusregie::Bij(Casusregisseur {
                    medewerker: Medewerker {
                        sub: "anna".to_owned(),
                        naam: "Anna".to_owned(),
                    },
                    sinds: nu,
                    volgnummer: 2,
                }),
            },
            huishouden: Some(Huishoudbeeld {
                maand: Maand::parse("2026-10").unwrap(),
                soort: Statistiekcode::AlgemeneBijstand,
                leefvorm: Some(Leefvorm::AlleenstaandeOuder),
                aantal_kostendelers: Some(3),
                huisvesting: None,
                huisgenoten: Vec::new(),
            }),
        }
    }

    pub(crate) fn hoofd(tab: Tab) -> Hoofd {
        let basis = "/GM0294/inwoners/x".to_owned();
        Hoofd::of(&dossierhoofd(), tab, basis, date(2026, 11, 21), true)
    }

    #[test]
    fn tells_who_it_is_and_how_it_stands() {
        let hoofd = hoofd(Tab::Notities);
        assert_eq!(hoofd.leeftijd, "38 jaar (12-04-1988)");
        let huishouden = "alleenstaande ouder, deelt de kosten met 2 anderen";
        assert_eq!(hoofd.huishouden.as_deref(), Some(huishouden));
        assert_eq!(
            hoofd.meting,
            Status::new(Toon::Aandacht, "gemeten op 12-02-2026")
        );
        let actief: Vec<_> = hoofd.tabs.iter().filter(|tab| tab.is_actief).collect();
        assert_eq!(actief.len(), 1);
        assert_eq!(actief[0].link.href, "/GM0294/inwoners/x/notities");
    }
}
