//! The fields of what is calculated with, for a proposal and for an advance, and reading them.

use domain::aanvraag::{Inkomensfeit, Partnerfeiten, Rekenfeiten, Toeslagfeit};
use domain::recht::regelingen::Regelingsfeiten;
use domain::recht::{Overgang, Regeling};
use primitives::{Datum, Geld, Veldcontrole, parse_datum_nl};
use serde::Deserialize;

use crate::formuliervelden::{Keuze, parse_bedrag};
use crate::recht::velden::lezen::{
    list_overgangen, take_deel, take_geld as take_bedrag, take_or_leeg, take_overgang,
};
use crate::recht::velden::{Kindervraag, Regelinginvoer, Regelingvelden, Soort};

pub(super) const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
/// More people than live at one address.
const PERSONEN_MAX: usize = 30;

macro_rules! feitinvoer {
    ($($veld:ident: $naam:literal),+ $(,)?) => {
        /// Strings with `default`: a missing field is an empty one, and what was typed can be shown again.
        #[derive(Clone, Default, Deserialize)]
        pub(crate) struct Feitinvoer {
            $(#[serde(default, rename = $naam)] pub(super) $veld: String,)+
            /// The fields of another scheme; filled by [`Feitinvoer::with_regeling`].
            #[serde(skip)]
            pub(super) regeling: Regelinginvoer,
        }

        impl Feitinvoer {
            /// Every field by its name with what was typed, to be carried along unseen.
            pub(super) fn list_velden(&self) -> Vec<(&'static str, String)> {
                vec![$(($naam, self.$veld.clone())),+]
            }
        }
    };
}
feitinvoer! {
    huisvesting: "huisvesting",
    woonkosten: "woonkosten",
    minimasoort: "minimasoort",
    partner: "partnerGeboren",
    partner_recht: "partnerHeeftRecht",
    kinderen: "kinderen",
    medebewoners: "medebewoners",
    loon: "loon",
    uitkering: "uitkering",
    bezittingen: "bezittingen",
    schulden: "schulden",
    overwaarde: "overwaardeWoning",
    maanden: "maandenLaagInkomen",
    inkomen: "inkomen",
    inkomen_nu: "inkomenNu",
    deel: "deel",
    overgang: "overgang",
    laatste: "laatsteToekenning",
    uitzicht: "uitzichtOpVerbetering",
}

/// What the fields offer, and what stands behind the label of one that may be left empty in some cases.
pub(crate) struct Feitkeuzes {
    pub(super) huisvestingen: Vec<Keuze>,
    pub(super) ja_nee: Vec<Keuze>,
    pub(super) woonkosten: Vec<Keuze>,
    pub(super) overgangen: Vec<Keuze>,
    pub(super) is_toeslag: bool,
    /// The fields of another scheme; none for algemene bijstand and the toeslag.
    pub(super) velden: Option<Regelingvelden>,
    /// Which of the minima schemes, where the application is about one.
    pub(super) minimasoorten: Vec<Keuze>,
    /// Whether what the household owns and owes counts, or may count.
    pub(super) met_vermogen: bool,
    /// Whether the facts must be there whatever is chosen in the form.
    pub(super) verplicht: bool,
}

impl Feitkeuzes {
    pub(super) fn new(regeling: Regeling, verplicht: bool, invoer: &Feitinvoer) -> Self {
        let soort = invoer.soort(regeling);
        let velden = soort.map(|soort| {
            let velden = invoer.regeling.clone();
            Regelingvelden::new(soort, velden, Kindervraag::Geboortedata)
        });
        let minima = Soort::MINIMA.iter();
        Self {
            velden,
            minimasoorten: minima
                .filter(|_| regeling == Regeling::Minimaregeling)
                .map(|soort| Keuze::new(soort.slug(), soort.naam()))
                .collect(),
            met_vermogen: soort.is_none_or(Soort::asks_vermogen),
            woonkosten: Rekenfeiten::WOONKOSTEN
                .map(|(code, naam)| Keuze::new(code, naam))
                .to_vec(),
            overgangen: list_overgangen(),
            huisvestingen: Rekenfeiten::HUISVESTING
                .map(|(code, naam)| Keuze::new(code, naam))
                .to_vec(),
            ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
            is_toeslag: regeling == Regeling::IndividueleInkomenstoeslag,
            verplicht,
        }
    }
}

impl Feitinvoer {
    /// The form with the fields of another scheme, from those that have no place of their own.
    #[must_use]
    pub(super) fn with_regeling<'a>(
        mut self,
        rest: impl IntoIterator<Item = (&'a String, &'a String)>,
    ) -> Self {
        let rest = rest.into_iter();
        let mut velden: Vec<_> = rest
            .map(|(veld, tekst)| (veld.clone(), tekst.clone()))
            .collect();
        velden.push(("inkomen".to_owned(), self.inkomen.clone()));
        self.regeling = Regelinginvoer::of(&velden);
        self
    }

    /// The scheme whose fields are asked for. Of the minima schemes the fields are the same; until one is chosen those of
    /// the scheme to take part are shown.
    fn soort(&self, regeling: Regeling) -> Option<Soort> {
        let voorlopig = (regeling == Regeling::Minimaregeling).then_some(Soort::Meedoen);
        Soort::of(regeling, &self.minimasoort).or(voorlopig)
    }

    /// The facts of another scheme, every fault by its field; none for algemene bijstand and the toeslag.
    fn read_regeling(
        &self,
        controle: &mut Veldcontrole,
        regeling: Regeling,
    ) -> Option<Regelingsfeiten> {
        let soort = self.soort(regeling)?;
        if regeling == Regeling::Minimaregeling {
            let gekozen = Soort::of(regeling, &self.minimasoort);
            controle.take("minimasoort", gekozen.ok_or("kies welke regeling het is"));
        }
        self.regeling
            .read(controle, soort, Kindervraag::Geboortedata)
    }

    /// The facts on a day; every fault by its field.
    pub(super) fn read(
        &self,
        controle: &mut Veldcontrole,
        regeling: Regeling,
        peildatum: Option<Datum>,
    ) -> Option<Rekenfeiten> {
        let huisvesting = Rekenfeiten::HUISVESTING
            .iter()
            .find(|(code, _)| *code == self.huisvesting)
            .map(|(code, _)| *code)
            .ok_or("kies hoe de aanvrager woont");
        let huisvesting = controle.take("huisvesting", huisvesting);
        let partner = self.read_partner(controle, peildatum);
        let kinderen = list_days(controle, "kinderen", &self.kinderen, peildatum);
        let medebewoners = list_days(controle, "medebewoners", &self.medebewoners, peildatum);
        let mut inkomsten = Vec::new();
        for (veld, tekst, maak) in [
            (
                "loon",
                &self.loon,
                Inkomensfeit::loon as fn(Geld) -> Inkomensfeit,
            ),
            ("uitkering", &self.uitkering, Inkomensfeit::uitkering),
        ] {
            let bedrag = take_geld(controle, veld, tekst, Geld::NUL);
            inkomsten.extend(bedrag.filter(|bedrag| *bedrag > Geld::NUL).map(maak));
        }
        let met_vermogen = self.soort(regeling).is_none_or(Soort::asks_vermogen);
        let [bezittingen, schulden] = [
            ("bezittingen", &self.bezittingen),
            ("schulden", &self.schulden),
        ]
        .map(|(veld, tekst)| {
            if met_vermogen {
                controle.take(veld, parse_geld(tekst))
            } else {
                Some(Geld::NUL)
            }
        });
        let overwaarde = take_geld(controle, "overwaardeWoning", &self.overwaarde, Geld::NUL);
        let toeslag = (regeling == Regeling::IndividueleInkomenstoeslag)
            .then(|| self.read_toeslag(controle))
            .flatten();
        let anders = self.read_regeling(controle, regeling);
        let woonkosten = Rekenfeiten::WOONKOSTEN
            .iter()
            .find(|(code, _)| *code == self.woonkosten)
            .map_or("gewoon", |(code, _)| *code);
        Some(Rekenfeiten {
            peildatum: peildatum?,
            partner,
            kinderen,
            medebewoners,
            huisvesting: huisvesting?,
            woonkosten,
            inkomsten,
            bezittingen: bezittingen?,
            schulden: schulden?,
            overwaarde_woning: overwaarde,
            toeslag,
            regeling: anders,
        })
    }

    fn read_partner(
        &self,
        controle: &mut Veldcontrole,
        peildatum: Option<Datum>,
    ) -> Option<Partnerfeiten> {
        if self.partner.trim().is_empty() {
            return None;
        }
        let geboren = list_days(controle, "partnerGeboren", &self.partner, peildatum);
        let recht = controle.take("partnerHeeftRecht", parse_ja_nee(&self.partner_recht));
        Some(Partnerfeiten {
            geboortedatum: *geboren.first()?,
            heeft_recht: recht?,
        })
    }

    fn read_toeslag(&self, controle: &mut Veldcontrole) -> Option<Toeslagfeit> {
        let maanden = self.maanden.trim().parse().ok();
        let maanden = maanden.filter(|maanden| *maanden <= 1200);
        let maanden = maanden.ok_or("vul een aantal hele maanden in, zoals 36");
        let maanden = controle.take("maandenLaagInkomen", maanden);
        let inkomen = controle.take("inkomen", parse_geld(&self.inkomen));
        let laatste = (!self.laatste.trim().is_empty())
            .then(|| {
                controle.take(
                    "laatsteToekenning",
                    parse_datum_nl(&self.laatste).ok_or(DAG),
                )
            })
            .flatten();
        let nu = &self.inkomen_nu;
        let inkomen_peildatum = take_or_leeg(controle, "inkomenNu", nu, take_bedrag);
        let deel = take_or_leeg(controle, "deel", &self.deel, take_deel);
        let overgang = take_or_leeg(controle, "overgang", &self.overgang, take_overgang);
        let overgang = overgang.and_then(|gekozen| {
            let mut alle = Overgang::ALL.into_iter();
            alle.find(|(_, overgang)| *overgang == gekozen)
                .map(|(code, _)| code)
        });
        let uitzicht = controle.take("uitzichtOpVerbetering", parse_ja_nee(&self.uitzicht));
        Some(Toeslagfeit {
            maanden_laag_inkomen: maanden?,
            inkomen: inkomen?,
            inkomen_peildatum,
            deel,
            overgang,
            laatste_toekenning: laatste,
            uitzicht_op_verbetering: uitzicht?,
        })
    }
}

/// Days of birth, one on a line, none after the day that is calculated for.
fn list_days(
    controle: &mut Veldcontrole,
    veld: &str,
    tekst: &str,
    peildatum: Option<Datum>,
) -> Vec<Datum> {
    let regels: Vec<_> = tekst
        .lines()
        .filter(|regel| !regel.trim().is_empty())
        .collect();
    if regels.len() > PERSONEN_MAX {
        controle.refuse(veld, format!("vul hoogstens {PERSONEN_MAX} personen in"));
    }
    let dagen = regels.into_iter().map(|regel| match parse_datum_nl(regel) {
        Some(dag) if peildatum.is_none_or(|peildatum| dag <= peildatum) => Ok(dag),
        Some(_) => Err("een geboortedatum ligt niet na de ingang van het besluit"),
        None => Err("vul op elke regel één dag in die bestaat, zoals 12-4-2015"),
    });
    let dagen: Result<Vec<_>, _> = dagen.collect();
    controle.take(veld, dagen).unwrap_or_default()
}

fn take_geld(controle: &mut Veldcontrole, veld: &str, tekst: &str, leeg: Geld) -> Option<Geld> {
    if tekst.trim().is_empty() {
        return Some(leeg);
    }
    controle.take(veld, parse_geld(tekst))
}

fn parse_geld(tekst: &str) -> Result<Geld, &'static str> {
    parse_bedrag(tekst).ok_or("vul een bedrag in, zoals 1.250,50; vul 0 in als er niets is")
}

fn parse_ja_nee(tekst: &str) -> Result<bool, &'static str> {
    match tekst {
        "ja" => Ok(true),
        "nee" => Ok(false),
        _ => Err("kies ja of nee"),
    }
}
