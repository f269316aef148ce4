//! Policy as YAML. Every value is a text, so that nothing is rounded or read as another kind.

use std::collections::BTreeMap;

use domain::beleid::{
    BESTANDSREGELS_MAX, Beleidsbestand, Beleidsbestandinvoer, Bestandsbron, RegelInvoer,
};
use serde::{Deserialize, Serialize};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{Error, Options, Spanned};

use super::error::BestandError;
use super::vorm::{KOLOMMEN, VERPLICHT, VORM, set, texts_of};
use crate::RapportError;

/// A file, a list, a line, a text: nothing of ours is deeper.
const DIEPTE_MAX: usize = 8;

#[derive(Serialize)]
struct Uitvoer<'a> {
    vorm: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gemeente: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basisset: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    versie: Option<u16>,
    peildatum: String,
    waarden: Vec<Uitvoerregel>,
}

/// A line with the texts that are not empty, in the order of the columns.
struct Uitvoerregel([String; 11]);

impl Serialize for Uitvoerregel {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let paren = KOLOMMEN.iter().zip(&self.0);
        serializer.collect_map(paren.filter(|(_, tekst)| !tekst.is_empty()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Invoer {
    vorm: String,
    #[serde(default)]
    #[expect(
        dead_code,
        reason = "says to a reader whose policy it is; nothing depends on it"
    )]
    gemeente: Option<String>,
    #[serde(default)]
    #[expect(
        dead_code,
        reason = "says to a reader which base it is; nothing depends on it"
    )]
    basisset: Option<String>,
    #[serde(default)]
    #[expect(
        dead_code,
        reason = "says to a reader which version it is; nothing depends on it"
    )]
    versie: Option<String>,
    #[serde(default)]
    peildatum: Option<String>,
    waarden: Vec<Spanned<BTreeMap<String, Option<String>>>>,
}

/// Writes policy as YAML.
pub(super) fn render(bestand: &Beleidsbestand) -> Result<Vec<u8>, RapportError> {
    let (gemeente, basisset, versie) = match &bestand.bron {
        Bestandsbron::Gemeente(code) => (Some(code.to_string()), None, None),
        Bestandsbron::Basisset { naam, versie } => (None, Some(naam.as_str()), Some(*versie)),
    };
    let uitvoer = Uitvoer {
        vorm: VORM,
        gemeente,
        basisset,
        versie,
        peildatum: bestand.peildatum.to_string(),
        waarden: bestand
            .regels
            .iter()
            .map(|r| Uitvoerregel(texts_of(r)))
            .collect(),
    };
    let tekst = serde_saphyr::to_string(&uitvoer)?;
    Ok(tekst.into_bytes())
}

/// Reads policy from YAML.
pub(super) fn parse(inhoud: &[u8]) -> Result<Beleidsbestandinvoer, BestandError> {
    let tekst = std::str::from_utf8(inhoud).map_err(|_| BestandError::GeenTekst)?;
    let invoer: Invoer =
        serde_saphyr::from_str_with_options(tekst, options()).map_err(|fout| explain(&fout))?;
    if invoer.vorm.trim() != VORM {
        return Err(BestandError::AndereVorm(VORM));
    }
    let regels = invoer.waarden.into_iter().map(read_regel);
    Ok(Beleidsbestandinvoer {
        peildatum: invoer.peildatum.unwrap_or_default(),
        regels: regels.collect::<Result<_, _>>()?,
    })
}

fn read_regel(rij: Spanned<BTreeMap<String, Option<String>>>) -> Result<RegelInvoer, BestandError> {
    let plaats = rij.referenced.line();
    let onbekend = rij
        .value
        .keys()
        .find(|naam| !KOLOMMEN.contains(&naam.as_str()));
    if let Some(naam) = onbekend {
        return Err(BestandError::OnbekendeNaam {
            regel: plaats,
            naam: shorten(naam),
            keuzes: KOLOMMEN.join(", "),
        });
    }
    if let Some(naam) = VERPLICHT
        .iter()
        .find(|naam| !rij.value.contains_key(**naam))
    {
        return Err(BestandError::Ontbreekt {
            regel: plaats,
            naam: (*naam).to_owned(),
        });
    }
    let mut regel = RegelInvoer {
        plaats,
        ..RegelInvoer::default()
    };
    for (naam, tekst) in rij.value {
        set(&mut regel, &naam, tekst.unwrap_or_default());
    }
    Ok(regel)
}

fn options() -> Options {
    let knopen = usize::from(BESTANDSREGELS_MAX) * (2 * KOLOMMEN.len() + 2);
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_aliases: 0,
            max_anchors: 0,
            max_depth: DIEPTE_MAX,
            max_documents: 1,
            max_nodes: knopen,
            max_events: 2 * knopen,
            max_merge_keys: 0,
        },
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::Error,
    }
}

/// What is wrong, in our own words: the library speaks English and quotes the file.
fn explain(fout: &Error) -> BestandError {
    let regel = fout.location().map_or(1, |plek| plek.line());
    match fout.without_snippet() {
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Anchors { .. }
            | BudgetBreach::Aliases { .. }
            | BudgetBreach::MergeKeys { .. } => BestandError::Ankers { regel },
            _ => BestandError::TeVeel { regel },
        },
        Error::DuplicateMappingKey { key, .. } => BestandError::Dubbel {
            regel,
            naam: shorten(key.as_deref().unwrap_or("een naam")),
        },
        Error::SerdeUnknownField {
            field, expected, ..
        } => BestandError::OnbekendeNaam {
            regel,
            naam: shorten(field),
            keuzes: expected.join(", "),
        },
        Error::SerdeMissingField { field, .. } => BestandError::Ontbreekt {
            regel,
            naam: (*field).to_owned(),
        },
        Error::Unexpected { .. } | Error::SerdeInvalidType { .. } => {
            BestandError::GeenWaarde { regel }
        }
        _ => BestandError::GeenYaml { regel },
    }
}

/// The begin of a text from a file, for a message.
fn shorten(tekst: &str) -> String {
    tekst.chars().take(40).collect()
}
