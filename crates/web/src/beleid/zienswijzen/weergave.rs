//! How rounds, views and answers are said on pages.

use application::beleid::zienswijze::Rondebeeld;
use domain::beleid::zienswijze::{
    Antwoord, Ingediend, Oordeel, Punt, Reactie, Rondestand, Termijn,
};
use primitives::{Datum, GemeenteCode, datum_lang, moment_nl};

use crate::onderdelen::{Status, Toon};

/// A fact of a list: its name, and what it is.
pub(super) type Feit = (&'static str, String);

/// A point with what the board does with it.
pub(super) struct Puntregel {
    pub(super) nummer: usize,
    pub(super) onderwerp: Option<String>,
    pub(super) tekst: String,
    /// What the board does with it, and why.
    pub(super) reactie: Option<(Status, String)>,
}

/// What a council brought in, for readers.
pub(super) struct Zienswijzeblok {
    pub(super) gemeente: String,
    pub(super) status: Status,
    /// In a sentence: what it comes down to, by which decision, when.
    pub(super) zin: Option<String>,
    pub(super) punten: Vec<Puntregel>,
    /// When the board confirmed its answer.
    pub(super) beantwoord: Option<String>,
    /// The page of this municipality, for who has a role there.
    pub(super) href: Option<String>,
}

/// How far a round is.
pub(super) fn rondestatus(beeld: &Rondebeeld, vandaag: Datum) -> Status {
    match beeld.ronde.stand {
        Rondestand::Afgerond(_) => Status::new(Toon::Goed, "afgerond"),
        Rondestand::Ingetrokken(_) => Status::new(Toon::Neutraal, "ingetrokken"),
        Rondestand::Lopend if vandaag > beeld.ronde.kop.uiterlijk => {
            Status::new(Toon::Aandacht, "termijn voorbij, wacht op antwoord")
        }
        Rondestand::Lopend => Status::new(Toon::Neutraal, "de raden hebben de tijd"),
    }
}

/// How a round stands with one municipality.
pub(super) fn gemeentestatus(beeld: &Rondebeeld, gemeente: GemeenteCode, vandaag: Datum) -> Status {
    let kop = &beeld.ronde.kop;
    let Some(ingediend) = beeld.find_ingediend(gemeente) else {
        return match beeld.ronde.stand {
            Rondestand::Ingetrokken(_) => Status::new(Toon::Neutraal, "ingetrokken"),
            _ if vandaag > kop.uiterlijk => Status::new(Toon::Fout, "niets ontvangen, te laat"),
            _ => Status::new(Toon::Neutraal, "nog niets ontvangen"),
        };
    };
    if beeld.find_antwoord(gemeente).is_some() {
        Status::new(Toon::Goed, "beantwoord")
    } else if kop.is_te_laat(ingediend.op) {
        Status::new(Toon::Aandacht, "te laat ingediend")
    } else if ingediend.tekst.punten.is_empty() {
        Status::new(Toon::Goed, "ingediend")
    } else {
        Status::new(Toon::Aandacht, "ingediend, wacht op antwoord")
    }
}

/// The facts of a round: its kind and its days, each with the article or the word that it was agreed.
pub(super) fn list_feiten(beeld: &Rondebeeld) -> Vec<Feit> {
    let kop = &beeld.ronde.kop;
    let termijnen = kop.termijnen();
    let artikel = |termijn: Option<Termijn>| match termijn {
        Some(termijn) if termijn.dag == kop.uiterlijk => termijn.artikel.to_owned(),
        Some(termijn) => format!(
            "ruimer dan de wet vraagt: {} ({})",
            datum_lang(termijn.dag),
            termijn.artikel
        ),
        None => "afgesproken termijn, de wet noemt er geen".to_owned(),
    };
    let mut feiten = vec![
        ("Soort", format!("{}, {}", kop.soort.naam(), kop.jaar)),
        ("Stukken verzonden op", datum_lang(kop.verzonden_op)),
        (
            "Zienswijze van de raden uiterlijk",
            format!(
                "{} ({})",
                datum_lang(kop.uiterlijk),
                artikel(termijnen.laatste_dag_raden)
            ),
        ),
        ("Algemeen bestuur", datum_lang(kop.bestuur_op)),
    ];
    if let Some(termijn) = kop.gs_uiterlijk() {
        let tekst = format!(
            "uiterlijk {} ({})",
            datum_lang(termijn.dag),
            termijn.artikel
        );
        feiten.push(("Naar Gedeputeerde Staten", tekst));
    }
    if let Some(verwijzing) = &kop.verwijzing {
        feiten.push(("Te vinden", verwijzing.clone()));
    }
    feiten.push(("Geopend door", beeld.ronde.geopend_door.naam.clone()));
    feiten
}

/// What a council brought in and what the board answered, as a block of its own.
pub(super) fn render_blok(
    beeld: &Rondebeeld,
    gemeente: GemeenteCode,
    naam: &str,
    vandaag: Datum,
) -> Zienswijzeblok {
    let ingediend = beeld.find_ingediend(gemeente);
    let antwoord = beeld.find_antwoord(gemeente);
    Zienswijzeblok {
        gemeente: naam.to_owned(),
        status: gemeentestatus(beeld, gemeente, vandaag),
        zin: ingediend.map(|ingediend| render_zin(beeld, ingediend)),
        punten: ingediend.map_or_else(Vec::new, |i| list_punten(&i.tekst.punten, antwoord)),
        beantwoord: antwoord.map(|antwoord| moment_nl(antwoord.op)),
        href: None,
    }
}

/// The points of a text, with the answer to each where there is one.
pub(super) fn list_punten(punten: &[Punt], antwoord: Option<&Antwoord>) -> Vec<Puntregel> {
    let regel = |(plek, punt): (usize, &Punt)| Puntregel {
        nummer: plek + 1,
        onderwerp: punt.onderwerp.clone(),
        tekst: punt.tekst.clone(),
        reactie: antwoord
            .and_then(|antwoord| antwoord.reacties.get(plek))
            .map(render_reactie),
    };
    punten.iter().enumerate().map(regel).collect()
}

/// What the board does with a point, and why.
pub(super) fn render_reactie(reactie: &Reactie) -> (Status, String) {
    let toon = match reactie.oordeel {
        Oordeel::Overgenomen => Toon::Goed,
        Oordeel::DeelsOvergenomen => Toon::Aandacht,
        Oordeel::NietOvergenomen => Toon::Fout,
    };
    let status = Status::new(toon, reactie.oordeel.naam().to_lowercase());
    (status, reactie.toelichting.clone())
}

fn render_zin(beeld: &Rondebeeld, ingediend: &Ingediend) -> String {
    let wat = ingediend.tekst.strekking.naam();
    let besluit = ingediend.besluit.as_ref().map(|besluit| {
        format!(
            ", raadsbesluit {} van {}",
            besluit.nummer,
            datum_lang(besluit.datum)
        )
    });
    let laat = if beeld.ronde.kop.is_te_laat(ingediend.op) {
        format!(
            ", na de laatste dag ({})",
            datum_lang(beeld.ronde.kop.uiterlijk)
        )
    } else {
        String::new()
    };
    format!(
        "{wat}{}. Ingediend op {}{laat}.",
        besluit.unwrap_or_default(),
        moment_nl(ingediend.op)
    )
}
