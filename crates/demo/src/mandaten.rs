//! The mandate register of the demo, for `stuurhuis mandaat importeer`: made up.

/// The rows as JSON.
pub const MANDATEN: &str = include_str!("../data/mandaten.json");

#[cfg(test)]
mod tests {
    use domain::aanvraag::Mandaatinvoer;

    use super::MANDATEN;

    #[test]
    fn every_row_is_one_and_says_that_it_is_made_up() {
        let rijen: Vec<Mandaatinvoer> = serde_json::from_str(MANDATEN).unwrap();
        let mandaten = Mandaatinvoer::parse_all(&rijen).unwrap();
        assert!(mandaten.iter().all(|m| m.bron.starts_with("voorbeeld")));
    }
}
