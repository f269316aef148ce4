//! `/{gemeente}/inzagelog`: who looked at whose file, the newest on top.

use actix_web::web::{Data, Query};
use application::dossier::Totaal;
use application::toezicht::{
    Inzagebladwijzer, Inzagelijst, Inzagepagina, Inzager, Inzageregel, list_inzage,
    list_medewerkers,
};
use askama::Template;
use domain::bevoegdheid::{Permission, Rol};
use domain::dossier::Medewerker;
use domain::toezicht::{Inzagefilter, Inzageinvoer, Inzagesoort, Inzagetijd};
use http_base::{AppState, DbRol, Fout, InGemeente, Soort};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use primitives::{Moment, Veldfouten, getal_nl, moment_nl};
use serde::Deserialize;

use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Bladeren, Downloads, Link};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "toezicht/inzagelog.html")]
struct InzagelogPagina {
    schil: Schil,
    fouten: Fouten,
    vraag: Inzagevraag,
    medewerkers: Vec<Keuze>,
    soorten: Vec<Keuze>,
    tijden: Vec<Keuze>,
    lijst: Option<Lijst>,
    /// The way back from an opened list to the log as it was; none in the log itself.
    terug: Option<String>,
}

/// What was found.
struct Lijst {
    aantal: String,
    rijen: Vec<Rij>,
    bladeren: Bladeren,
    downloads: Downloads,
    is_gefilterd: bool,
    /// Whether this is who was in one list: all rows tell of the same moment and employee.
    is_geopend: bool,
}

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rij {
    pub(super) moment: String,
    pub(super) naam: String,
    pub(super) kenmerk: String,
    pub(super) rollen: String,
    /// The number; empty for a list of several residents.
    pub(super) dossier: String,
    /// The list with who else was in it, to open.
    pub(super) lijst: Option<Link>,
    pub(super) activiteit: &'static str,
    pub(super) wat: String,
}

/// The question in the address: numbers of dossiers and of employees only, no names.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Inzagevraag {
    #[serde(default)]
    dossier: String,
    #[serde(default)]
    medewerker: String,
    #[serde(default)]
    van: String,
    #[serde(default)]
    tot: String,
    #[serde(default)]
    soort: String,
    #[serde(default)]
    tijd: String,
    #[serde(default)]
    lijst: String,
    #[serde(default)]
    na: String,
}

impl Inzagevraag {
    pub(super) fn filter(&self) -> Result<Inzagefilter, Veldfouten> {
        Inzagefilter::parse(Inzageinvoer {
            dossier: &self.dossier,
            medewerker: &self.medewerker,
            van: &self.van,
            tot_en_met: &self.tot,
            soort: &self.soort,
            tijd: &self.tijd,
            lijst: &self.lijst,
        })
    }

    /// The filter as a query with its question mark, or nothing.
    fn query(&self) -> String {
        let delen: Vec<_> = [
            ("dossier", &self.dossier),
            ("medewerker", &self.medewerker),
            ("van", &self.van),
            ("tot", &self.tot),
            ("soort", &self.soort),
            ("tijd", &self.tijd),
            ("lijst", &self.lijst),
        ]
        .into_iter()
        .filter(|(_, waarde)| !waarde.is_empty())
        .map(|(naam, waarde)| format!("{naam}={}", utf8_percent_encode(waarde, NON_ALPHANUMERIC)))
        .collect();
        if delen.is_empty() {
            String::new()
        } else {
            format!("?{}", delen.join("&"))
        }
    }

    /// The same question with this list opened, or with none.
    fn with_lijst(&self, lijst: &str) -> Self {
        Self {
            lijst: lijst.to_owned(),
            na: String::new(),
            ..self.clone()
        }
    }

    /// `1795258800000000_41`: microseconds and number.
    fn bladwijzer(&self) -> Result<Option<Inzagebladwijzer>, Fout> {
        if self.na.is_empty() {
            return Ok(None);
        }
        let gelezen = self.na.split_once('_').and_then(|(micros, id)| {
            let micros = micros.parse().ok().filter(|micros| *micros >= 0)?;
            Some(Inzagebladwijzer {
                moment: Moment::from_microsecond(micros).ok()?,
                id: id.parse().ok()?,
            })
        });
        gelezen.map(Some).ok_or_else(|| {
            Fout::new(
                Soort::OngeldigeInvoer,
                "Het adres bevat een waarde die niet kan. Ga terug en kies opnieuw.",
            )
        })
    }
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Query(vraag): Query<Inzagevraag>,
) -> Antwoord {
    wie.require(Permission::InzagelogLezen)?;
    let na = vraag.bladwijzer()?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let filter = match vraag.filter() {
        Ok(filter) => filter,
        Err(fouten) => {
            let medewerkers = state
                .db
                .in_tenant(
                    "list_medewerkers",
                    wie.code(),
                    DbRol::Toezicht,
                    async |tx| list_medewerkers(tx, actor, now).await,
                )
                .await?;
            let pagina = page(&state, &wie, vraag, &medewerkers, None);
            return render_invalid(&InzagelogPagina {
                fouten: fouten.into(),
                ..pagina
            });
        }
    };
    let gevonden = state
        .db
        .in_tenant("list_inzage", wie.code(), DbRol::Toezicht, async |tx| {
            list_inzage(tx, actor, now, &filter, na).await
        })
        .await?;
    let lijst = Lijst::new(&wie, &vraag, &filter, &gevonden);
    render(&page(
        &state,
        &wie,
        vraag,
        &gevonden.medewerkers,
        Some(lijst),
    ))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    vraag: Inzagevraag,
    medewerkers: &[Medewerker],
    lijst: Option<Lijst>,
) -> InzagelogPagina {
    let wie_dan = medewerkers
        .iter()
        .map(|m| Keuze::new(&m.sub, format!("{} ({})", m.naam, m.sub)));
    let is_open = !vraag.lijst.is_empty() && lijst.is_some();
    let log = format!("/{}/inzagelog{}", wie.code(), vraag.with_lijst("").query());
    InzagelogPagina {
        schil: Schil::in_gemeente(state, wie, "/inzagelog", "Inzagelog"),
        terug: is_open.then_some(log),
        fouten: Fouten::geen(),
        vraag,
        medewerkers: wie_dan.collect(),
        soorten: Inzagesoort::all()
            .map(|soort| Keuze::new(soort.sleutel(), soort.naam()))
            .collect(),
        tijden: Inzagetijd::ALL
            .map(|tijd| Keuze::new(tijd.sleutel(), tijd.naam()))
            .to_vec(),
        lijst,
    }
}

impl Lijst {
    fn new(
        wie: &InGemeente,
        vraag: &Inzagevraag,
        filter: &Inzagefilter,
        gevonden: &Inzagepagina,
    ) -> Self {
        let query = vraag.query();
        let volgende = gevonden.volgende.map(|na| {
            let teken = if query.is_empty() { "?" } else { "&" };
            format!("{query}{teken}na={}_{}", na.moment.as_microsecond(), na.id)
        });
        let rij = |regel: &Inzageregel| {
            let mut rij = Rij::from(regel);
            rij.lijst = regel.lijst.map(|lijst| open_link(vraag, lijst));
            if rij.lijst.is_some() && filter.dossier.is_none() {
                rij.dossier.clear();
            }
            rij
        };
        let (een, meer) = if filter.lijst.is_some() {
            ("inwoner in deze lijst", "inwoners in deze lijst")
        } else {
            ("inzage", "inzagen")
        };
        Self {
            aantal: count_words(gevonden.totaal, een, meer),
            rijen: gevonden.regels.iter().map(rij).collect(),
            bladeren: Bladeren {
                vorige: None,
                volgende,
            },
            downloads: Downloads {
                basis: format!("/{}/inzagelog/lijst", wie.code()),
                vraag: query,
            },
            is_gefilterd: *filter != Inzagefilter::default(),
            is_geopend: filter.lijst.is_some(),
        }
    }

    /// What the rows of an opened list have in common.
    fn opened(&self) -> Option<&Rij> {
        self.rijen.first().filter(|_| self.is_geopend)
    }
}

impl From<&Inzageregel> for Rij {
    fn from(regel: &Inzageregel) -> Self {
        let door = regel.door.as_ref();
        let onbekend = || "onbekend: de auditregel ontbreekt".to_owned();
        Self {
            moment: moment_nl(regel.moment),
            naam: door.map_or_else(onbekend, |door| door.medewerker.naam.clone()),
            kenmerk: door
                .map(|door| door.medewerker.sub.clone())
                .unwrap_or_default(),
            rollen: door
                .and_then(|door| door.rollen.as_deref())
                .map_or_else(|| "niet vastgelegd".to_owned(), role_names),
            dossier: regel.dossier.to_string(),
            lijst: None,
            activiteit: regel.activiteit.naam(),
            wat: door.map(what).unwrap_or_default(),
        }
    }
}

/// The way to who was in a list.
fn open_link(vraag: &Inzagevraag, lijst: Inzagelijst) -> Link {
    let aantal = getal_nl(lijst.aantal.into(), 0);
    let open = vraag.with_lijst(&lijst.nummer.to_string());
    Link::new(format!("Lijst van {aantal} inwoners"), open.query())
}

/// `sociaal_team, kwaliteit` in words.
fn role_names(claims: &str) -> String {
    let namen: Vec<_> = claims
        .split(", ")
        .map(|claim| match Rol::from_claim(claim) {
            Some(rol) => rol.naam(),
            None => claim,
        })
        .collect();
    namen.join(", ")
}

/// What was opened: the part of the object behind the number of the dossier, which stands in its own column.
fn what(door: &Inzager) -> String {
    let object = door.object.as_str();
    let deel = match object.strip_prefix("dossier ") {
        Some(rest) => rest.split_once(": ").map(|(_, wat)| wat),
        None => Some(object),
    };
    deel.unwrap_or_default().to_owned()
}

/// `41 inzagen`.
fn count_words(totaal: Totaal, een: &str, meer: &str) -> String {
    match totaal {
        Totaal::Precies(1) => format!("1 {een}"),
        Totaal::Precies(aantal) => format!("{} {meer}", getal_nl(aantal.into(), 0)),
        Totaal::MeerDan(aantal) => format!("Meer dan {} {meer}", getal_nl(aantal.into(), 0)),
    }
}

#[cfg(test)]
mod tests {
    use domain::toezicht::Activiteit;
    use primitives::{DossierId, id_at};

    use super::*;

    fn regel(object: &str) -> Inzageregel {
        let moment: Moment = "2026-11-21T11:00:00Z".parse().unwrap();
        Inzageregel {
            id: 41,
            moment,
            lijst: None,
            dossier: DossierId::new(id_at(moment, 1)),
            activiteit: Activiteit::DossierRaadplegen,
            door: Some(Inzager {
                medewerker: Medewerker {
                    sub: "sub-1".to_owned(),
                    naam: "A. <b>Jansen</b>".to_owned(),
                },
                rollen: Some("sociaal_team, kwaliteit".to_owned()),
                object: object.to_owned(),
            }),
        }
    }

    #[test]
    fn a_row_says_when_who_in_which_role_whose_and_what() {
        let regel = regel("dossier 0189: overzicht");
        let rij = Rij::from(&regel);
        assert_eq!(rij.moment, "21-11-2026 12:00");
        assert_eq!(rij.rollen, "sociaal team, kwaliteit");
        assert_eq!(
            (rij.activiteit, rij.wat.as_str()),
            ("Dossier bekijken", "overzicht")
        );
        let zonder = Inzageregel {
            door: None,
            ..regel
        };
        assert!(Rij::from(&zonder).naam.contains("ontbreekt"));
    }

    #[test]
    fn the_address_keeps_the_filter_and_nothing_can_break_out_of_it() {
        let vraag = Inzagevraag {
            medewerker: "a&b=\"c".to_owned(),
            soort: "alles".to_owned(),
            ..Inzagevraag::default()
        };
        assert_eq!(vraag.query(), "?medewerker=a%26b%3D%22c&soort=alles");
        assert_eq!(Inzagevraag::default().query(), "");
        for na in ["x", "1", "1_", "_1", "99999999999999999999_1"] {
            let vraag = Inzagevraag {
                na: na.to_owned(),
                ..Inzagevraag::default()
            };
            assert!(vraag.bladwijzer().is_err(), "{na}");
        }
    }

    #[test]
    fn the_page_escapes_names_and_says_why_it_is_empty() {
        let mut pagina = InzagelogPagina {
            schil: Schil::sample("Inzagelog"),
            fouten: Fouten::geen(),
            vraag: Inzagevraag::default(),
            medewerkers: vec![Keuze::new("sub-1", "A. <b>Jansen</b>")],
            soorten: Vec::new(),
            tijden: Vec::new(),
            terug: None,
            lijst: Some(Lijst {
                aantal: "1 inzage".to_owned(),
                rijen: vec![Rij::from(&regel("inwonerslijst"))],
                bladeren: Bladeren::default(),
                downloads: Downloads {
                    basis: "/GM0294/inzagelog/lijst".to_owned(),
                    vraag: String::new(),
                },
                is_gefilterd: false,
                is_geopend: false,
            }),
        };
        let html = pagina.render().unwrap();
        assert!(html.contains("inwonerslijst") && !html.contains("<b>Jansen"));
        for (is_gefilterd, woorden) in [(false, "Nog niemand"), (true, "past bij wat u koos")] {
            let lijst = pagina.lijst.as_mut().unwrap();
            lijst.rijen.clear();
            lijst.is_gefilterd = is_gefilterd;
            assert!(pagina.render().unwrap().contains(woorden));
        }
    }
}
