//! Comparing what is delivered with what was known: rows in versions, of which the last counts.

use std::collections::HashMap;
use std::hash::Hash;

use super::levering::Telling;

/// What was known of one key: its content, and whether it had lapsed.
pub(super) struct Bekend<V> {
    pub(super) inhoud: V,
    pub(super) vervallen: bool,
}

/// A row to write: new content, or the last content again, now lapsed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wijziging<K, V> {
    pub(super) sleutel: K,
    pub(super) inhoud: V,
    pub(super) vervallen: bool,
}

/// How one delivered key relates to what was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    Ongewijzigd,
    Gewijzigd,
    Nieuw,
}

/// The rows to write, and how each delivered key relates to what was known.
pub(super) struct Verschil<K, V> {
    pub(super) wijzigingen: Vec<Wijziging<K, V>>,
    pub(super) standen: HashMap<K, Stand>,
    pub(super) vervallen: usize,
}

/// Compares. What is known and not delivered lapses: a delivery is the whole of its months.
pub(super) fn compare<K: Clone + Eq + Hash + Ord, V: PartialEq>(
    mut bekend: HashMap<K, Bekend<V>>,
    geleverd: Vec<(K, V)>,
) -> Verschil<K, V> {
    let mut wijzigingen = Vec::new();
    let mut standen = HashMap::with_capacity(geleverd.len());
    for (sleutel, inhoud) in geleverd {
        let stand = match bekend.remove(&sleutel) {
            Some(eerder) if eerder.inhoud == inhoud && !eerder.vervallen => Stand::Ongewijzigd,
            // What had lapsed and is delivered again counts as new.
            Some(eerder) if !eerder.vervallen => Stand::Gewijzigd,
            _ => Stand::Nieuw,
        };
        standen.insert(sleutel.clone(), stand);
        if stand != Stand::Ongewijzigd {
            wijzigingen.push(Wijziging {
                sleutel,
                inhoud,
                vervallen: false,
            });
        }
    }
    let mut weg: Vec<_> = bekend
        .into_iter()
        .filter(|(_, eerder)| !eerder.vervallen)
        .collect();
    weg.sort_unstable_by(|(eerste, _), (tweede, _)| eerste.cmp(tweede));
    let vervallen = weg.len();
    wijzigingen.extend(weg.into_iter().map(|(sleutel, eerder)| Wijziging {
        sleutel,
        inhoud: eerder.inhoud,
        vervallen: true,
    }));
    Verschil {
        wijzigingen,
        standen,
        vervallen,
    }
}

impl Telling {
    /// Counts the relations of delivered records.
    pub(super) fn of(standen: impl Iterator<Item = Stand>, vervallen: usize) -> Self {
        let mut telling = Self {
            vervallen,
            ..Self::default()
        };
        for stand in standen {
            match stand {
                Stand::Nieuw => telling.nieuw += 1,
                Stand::Gewijzigd => telling.gewijzigd += 1,
                Stand::Ongewijzigd => telling.ongewijzigd += 1,
            }
        }
        telling
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bekend(rijen: &[(u8, &'static str, bool)]) -> HashMap<u8, Bekend<&'static str>> {
        rijen
            .iter()
            .map(|(sleutel, inhoud, vervallen)| {
                let (inhoud, vervallen) = (*inhoud, *vervallen);
                (*sleutel, Bekend { inhoud, vervallen })
            })
            .collect()
    }

    #[test]
    fn only_what_differs_is_written_and_what_is_gone_lapses() {
        let verschil = compare(
            bekend(&[
                (1, "a", false),
                (2, "b", false),
                (3, "c", false),
                (4, "d", true),
                (5, "e", true),
            ]),
            vec![(1, "a"), (2, "B"), (4, "d"), (6, "f")],
        );
        let geschreven: Vec<_> = verschil
            .wijzigingen
            .iter()
            .map(|w| (w.sleutel, w.inhoud, w.vervallen))
            .collect();
        assert_eq!(
            geschreven,
            [
                (2, "B", false),
                (4, "d", false),
                (6, "f", false),
                (3, "c", true)
            ]
        );
        let telling = Telling::of(verschil.standen.into_values(), verschil.vervallen);
        assert_eq!(
            telling,
            Telling {
                nieuw: 2,
                gewijzigd: 1,
                ongewijzigd: 1,
                vervallen: 1
            }
        );
    }

    #[test]
    fn the_same_again_writes_nothing() {
        let verschil = compare(bekend(&[(1, "a", false), (5, "e", true)]), vec![(1, "a")]);
        assert!(verschil.wijzigingen.is_empty());
    }
}
