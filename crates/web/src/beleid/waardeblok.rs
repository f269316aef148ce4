//! The part of a form about values: a row for each, and what can be taken back. Decision, proposal and amendment share it.

use domain::beleid::{Beleid, Orgaan, Parameter, Soort, catalogus};
use domain::gemeente::Gebied;
use http_base::{AppState, Fout, InGemeente};
use primitives::Datum;

use super::besluitvelden::{Besluitvelden, intrekkeuze};
use super::lezen::{beleid_of, gebieden_of, ja_nee, keuze_of, render_grenszin, render_stand};
use crate::formuliervelden::{Fouten, Keuze};

/// The rows and choices of the part about values.
pub(super) struct Waardeblok {
    pub(super) rijen: Vec<Rij>,
    /// How many rows are about a parameter that the page names itself.
    pub(super) vast: usize,
    pub(super) gegevens: Vec<Keuze>,
    pub(super) intrekbaar: Vec<Keuze>,
    pub(super) gebieden: Vec<Keuze>,
    pub(super) ja_nee: Vec<Keuze>,
}

impl Waardeblok {
    /// The rows as sent, or empty ones for the chosen subjects, beside what holds now.
    pub(super) async fn load(
        state: &AppState,
        wie: &InGemeente,
        orgaan: Orgaan,
        velden: &Besluitvelden,
    ) -> Result<Self, Fout> {
        let beleid = beleid_of(state, wie).await?;
        let gebieden = gebieden_of(state, wie).await?;
        let mut blok = Self::new(state, &beleid, orgaan, velden);
        for gebied in &gebieden {
            let keuzes = list_intrekbaar(state, &beleid, orgaan, Some(gebied));
            blok.intrekbaar.extend(keuzes);
        }
        blok.gebieden = gebieden.iter().map(keuze_of).collect();
        Ok(blok)
    }

    fn new(state: &AppState, beleid: &Beleid, orgaan: Orgaan, velden: &Besluitvelden) -> Self {
        let vandaag = state.clock.today();
        let eigen: Vec<&Parameter> = list_parameters(orgaan, vandaag).collect();
        let gegeven = |p: &Parameter| gegeven(p, beleid, state, vandaag);
        let themas = velden.all("thema");
        let in_thema = |p: &&Parameter| themas.contains(&p.thema.as_str());
        // Who changes a proposal finds a row for each of its values; otherwise there is one for each parameter of
        // the chosen subjects.
        let in_themas = || eigen.iter().copied().filter(in_thema);
        let vast = velden.get("vast").parse();
        let vast = vast.unwrap_or_else(|_| in_themas().count());
        let rijen = if velden.rijen() == 0 && velden.get("actie").is_empty() {
            let rij = |(plek, p): (usize, &Parameter)| {
                Rij::empty(plek, p.sleutel.as_str(), Some(gegeven(p)))
            };
            in_themas().enumerate().map(rij).collect()
        } else {
            restore_rijen(velden, vast, &eigen, gegeven)
        };
        let keuze = |p: &&Parameter| Keuze::new(p.sleutel.as_str(), &p.naam);
        Self {
            rijen,
            vast,
            gegevens: eigen.iter().map(keuze).collect(),
            intrekbaar: list_intrekbaar(state, beleid, orgaan, None),
            gebieden: Vec::new(),
            ja_nee: ja_nee(),
        }
    }
}

/// What an organ decided and can take back: in the whole municipality, or the own values of an area.
fn list_intrekbaar(
    state: &AppState,
    beleid: &Beleid,
    orgaan: Orgaan,
    gebied: Option<&Gebied>,
) -> Vec<Keuze> {
    let vandaag = state.clock.today();
    let code = gebied.map(|gebied| gebied.code);
    let beleid = beleid.clone().in_gebied(code);
    let is_besloten = |p: &&Parameter| {
        let vakken = beleid.list_tijdvakken(p, state.clock.now());
        let mut straks = vakken
            .iter()
            .filter(|vak| vak.periode.tot().is_none_or(|tot| tot > vandaag));
        straks.any(|vak| {
            let besloten = vak.stand.vastgesteld();
            besloten.is_some_and(|v| v.besluit.orgaan == orgaan && v.gebied == code)
        })
    };
    let keuze = |p: &Parameter| match gebied {
        None => Keuze::new(p.sleutel.as_str(), &p.naam),
        Some(gebied) => Keuze::new(
            intrekkeuze(p.sleutel.as_str(), &gebied.code.to_string()),
            format!("{}, alleen in het gebied {}", p.naam, gebied.naam),
        ),
    };
    list_parameters(orgaan, vandaag)
        .filter(is_besloten)
        .map(keuze)
        .collect()
}

/// A value that a decision or proposal may set.
pub(super) struct Rij {
    pub(super) veld: Veldnamen,
    /// The parameter; none where the clerk chooses it.
    pub(super) gegeven: Option<Gegeven>,
    pub(super) sleutel: String,
    pub(super) waarde: String,
    pub(super) van: String,
    pub(super) tot: String,
    pub(super) gebied: String,
}

/// The names of the fields of one row.
pub(super) struct Veldnamen {
    pub(super) sleutel: String,
    pub(super) waarde: String,
    pub(super) van: String,
    pub(super) tot: String,
    pub(super) gebied: String,
}

/// A parameter that the page names itself.
pub(super) struct Gegeven {
    pub(super) naam: String,
    pub(super) uitleg: String,
    pub(super) hulp: String,
    soort: Soort,
}

impl Rij {
    fn empty(plek: usize, sleutel: &str, gegeven: Option<Gegeven>) -> Self {
        let veld = |naam: &str| format!("waarden.{plek}.{naam}");
        Self {
            veld: Veldnamen {
                sleutel: veld("sleutel"),
                waarde: veld("waarde"),
                van: veld("van"),
                tot: veld("tot"),
                gebied: veld("gebied"),
            },
            gegeven,
            sleutel: sleutel.to_owned(),
            waarde: String::new(),
            van: String::new(),
            tot: String::new(),
            gebied: String::new(),
        }
    }

    /// Whether the dates must be open: something was typed there, or is wrong with it.
    pub(super) fn is_open(&self, fouten: &Fouten) -> bool {
        let getypt = [&self.van, &self.tot, &self.gebied];
        let velden = [&self.veld.van, &self.veld.tot, &self.veld.gebied];
        getypt.iter().any(|tekst| !tekst.is_empty())
            || velden.iter().any(|veld| fouten.voor(veld).is_some())
    }
}

impl Gegeven {
    /// Whether it is answered with yes or no.
    pub(super) fn is_ja_nee(&self) -> bool {
        self.soort == Soort::JaNee
    }

    /// Whether its value takes several lines.
    pub(super) fn is_meer_regels(&self) -> bool {
        self.soort.is_meer_regels()
    }
}

/// The rows of the page that was sent, with one more where the clerk asked for it.
fn restore_rijen(
    velden: &Besluitvelden,
    vast: usize,
    eigen: &[&Parameter],
    gegeven: impl Fn(&Parameter) -> Gegeven,
) -> Vec<Rij> {
    let aantal = velden.rijen() + usize::from(velden.get("actie") == "rij");
    let rij = |plek: usize| {
        let sleutel = velden.in_rij(plek, "sleutel");
        let parameter = eigen.iter().find(|p| p.sleutel.as_str() == sleutel);
        Rij {
            waarde: velden.in_rij(plek, "waarde").to_owned(),
            van: velden.in_rij(plek, "van").to_owned(),
            tot: velden.in_rij(plek, "tot").to_owned(),
            gebied: velden.in_rij(plek, "gebied").to_owned(),
            ..Rij::empty(
                plek,
                sleutel,
                parameter.filter(|_| plek < vast).map(|p| gegeven(p)),
            )
        }
    };
    (0..aantal).map(rij).collect()
}

fn gegeven(parameter: &Parameter, beleid: &Beleid, state: &AppState, vandaag: Datum) -> Gegeven {
    let stand = beleid.stand_on(parameter, vandaag, state.clock.now());
    let mut uitleg = format!(
        "{} Nu: {}.",
        parameter.soort.schrijfwijze(),
        render_stand(parameter, &stand)
    );
    let regime = parameter.regime_on(vandaag).or(parameter.regimes.last());
    let grenzen = regime.map_or(&[][..], |regime| &regime.grenzen);
    for grens in grenzen {
        uitleg.push_str(&format!(" De wet: {}.", render_grenszin(parameter, grens)));
    }
    Gegeven {
        naam: parameter.naam.clone(),
        uitleg,
        hulp: parameter.uitleg.clone(),
        soort: parameter.soort,
    }
}

/// What the organ decides about now or later.
pub(super) fn list_parameters(
    orgaan: Orgaan,
    vandaag: Datum,
) -> impl Iterator<Item = &'static Parameter> {
    catalogus().parameters().iter().filter(move |parameter| {
        parameter.regimes.iter().any(|regime| {
            regime.bevoegd.is(orgaan) && regime.periode.tot().is_none_or(|tot| tot > vandaag)
        })
    })
}
