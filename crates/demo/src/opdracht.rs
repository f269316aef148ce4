//! Assignments of two municipalities, for `stuurhuis opdracht importeer`, and work rules of the organisation.
//!
//! The frames of Nijkerk are the five of its council (seed 004), those of Winterswijk are words of another municipality
//! (seed 003) and say so; every item, answer and state is made up and says so ("Voorbeeld").

/// The assignment of a municipality as JSON; none for one that has none in the demo.
pub fn find_opdracht(code: &str) -> Option<&'static str> {
    match code {
        "GM0267" => Some(include_str!("../data/opdracht/GM0267.json")),
        "GM0294" => Some(include_str!("../data/opdracht/GM0294.json")),
        _ => None,
    }
}

/// Work rules of the organisation as JSON, for `stuurhuis werkinstructie importeer`; made up, and they say so.
pub const WERKINSTRUCTIES: &str = include_str!("../data/werkinstructies.json");

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn whatever_is_made_up_says_so() {
        for code in ["GM0267", "GM0294"] {
            let bestand: Value = serde_json::from_str(find_opdracht(code).unwrap()).unwrap();
            let teksten = |lijst: &Value, veld: &str| -> Vec<String> {
                let regels = lijst.as_array().unwrap().iter();
                let teksten = regels.map(|regel| regel[veld].as_str().unwrap().to_owned());
                teksten.collect()
            };
            let mut alle = teksten(&bestand["onderdelen"], "prestatie");
            alle.extend(teksten(&bestand["antwoorden"], "aanpak"));
            for kwartaal in bestand["standen"].as_array().unwrap() {
                alle.extend(teksten(&kwartaal["standen"], "toelichting"));
            }
            assert!(alle.len() > 10);
            for tekst in alle {
                assert!(tekst.starts_with("Voorbeeld"), "{code}: {tekst}");
            }
        }
    }
}
