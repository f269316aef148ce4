//! The fields of what is calculated with, for a proposal and for an advance, and reading them.

use domain::aanvraag::{Inkomensfeit, Partnerfeiten, Rekenfeiten, Toeslagfeit};
use domain::recht::Regeling;
use primitives::{Datum, Geld, Veldcontrole, parse_datum_nl};
use serde::Deserialize;

use crate::formuliervelden::{Keuze, parse_bedrag};

pub(super) const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
/// More people than live at one address.
const PERSONEN_MAX: usize = 30;

macro_rules! feitinvoer {
    ($($veld:ident: $naam:literal),+ $(,)?) => {
        /// Strings with `default`: a missing field is an empty one, and what was typed can be shown again.
        #[derive(Clone, Default, Deserialize)]
        pub(super) struct Feitinvoer {
            $(#[serde(default, rename = $naam)] pub(super) $veld: String,)+
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
    laatste: "laatsteToekenning",
    uitzicht: "uitzichtOpVerbetering",
}

/// What the fields offer, and what stands behind the label of one that may be left empty in some cases.
pub(super) struct Feitkeuzes {
    pub(super) huisvestingen: Vec<Keuze>,
    pub(super) ja_nee: Vec<Keuze>,
    pub(super) is_toeslag: bool,
    /// Whether the facts must be there whatever is chosen in the form.
    pub(super) verplicht: bool,
}

impl Feitkeuzes {
    pub(super) fn new(regeling: Regeling, verplicht: bool) -> Self {
        Self {
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
        let bezittingen = controle.take("bezittingen", parse_geld(&self.bezittingen));
        let schulden = controle.take("schulden", parse_geld(&self.schulden));
        let overwaarde = take_geld(controle, "overwaardeWoning", &self.overwaarde, Geld::NUL);
        let toeslag = (regeling == Regeling::IndividueleInkomenstoeslag)
            .then(|| self.read_toeslag(controle))
            .flatten();
        Some(Rekenfeiten {
            peildatum: peildatum?,
            partner,
            kinderen,
            medebewoners,
            huisvesting: huisvesting?,
            inkomsten,
            bezittingen: bezittingen?,
            schulden: schulden?,
            overwaarde_woning: overwaarde,
            toeslag,
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
        let uitzicht = controle.take("uitzichtOpVerbetering", parse_ja_nee(&self.uitzicht));
        Some(Toeslagfeit {
            maanden_laag_inkomen: maanden?,
            inkomen: inkomen?,
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
