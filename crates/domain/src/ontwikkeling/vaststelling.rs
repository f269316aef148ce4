//! The decision tree of the ladder: from answers to a step, or to the question that is still needed.

use std::collections::BTreeMap;

use super::{Antwoord, Criterium, Trede, Vraag};

/// The answers that were given; a question that is absent was not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Antwoorden(BTreeMap<Vraag, Antwoord>);

/// The step that the answers lead to, with the criterion that decided and the answers that mattered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vaststelling {
    criterium: Criterium,
    antwoorden: Vec<(Vraag, Antwoord)>,
}

impl Antwoorden {
    /// The answer to a question.
    pub fn get(&self, vraag: Vraag) -> Option<Antwoord> {
        self.0.get(&vraag).copied()
    }

    /// The answers in the order of the tree.
    pub fn iter(&self) -> impl Iterator<Item = (Vraag, Antwoord)> {
        self.0.iter().map(|(vraag, antwoord)| (*vraag, *antwoord))
    }

    fn is_ja(&self, vraag: Vraag) -> Result<bool, Vraag> {
        Ok(self.get(vraag).ok_or(vraag)? == Antwoord::Ja)
    }
}

impl FromIterator<(Vraag, Antwoord)> for Antwoorden {
    fn from_iter<I: IntoIterator<Item = (Vraag, Antwoord)>>(antwoorden: I) -> Self {
        Self(antwoorden.into_iter().collect())
    }
}

impl Vaststelling {
    /// The step.
    pub const fn trede(&self) -> Trede {
        self.criterium.trede()
    }

    /// The criterion that decided.
    pub const fn criterium(&self) -> Criterium {
        self.criterium
    }

    /// The answers on the way to the step, in the order of the tree; what was answered beside it is left out.
    pub fn antwoorden(&self) -> &[(Vraag, Antwoord)] {
        &self.antwoorden
    }
}

/// Decides the step by testing 6 first and going down (domein/instrumenten-en-indicatoren.md B.1).
///
/// Err is the first question that is still needed. A step is given as soon as no further answer can change it.
pub fn decide_trede(antwoorden: &Antwoorden) -> Result<Vaststelling, Vraag> {
    let criterium = if antwoorden.is_ja(Vraag::Contract)? {
        decide_betaald(antwoorden)?
    } else {
        decide_onbetaald(antwoorden)?
    };
    Ok(Vaststelling {
        criterium,
        antwoorden: antwoorden
            .iter()
            .filter(|(vraag, _)| is_on_the_way(*vraag, criterium, antwoorden))
            .collect(),
    })
}

/// Step 5 by any kind of support, step 6 only when each of them was answered with no.
fn decide_betaald(antwoorden: &Antwoorden) -> Result<Criterium, Vraag> {
    let gegeven = Vraag::ONDERSTEUNING
        .into_iter()
        .find(|vraag| antwoorden.get(*vraag) == Some(Antwoord::Ja));
    if let Some(vraag) = gegeven {
        return Ok(Criterium::of_ondersteuning(vraag));
    }
    for vraag in Vraag::ONDERSTEUNING {
        antwoorden.is_ja(vraag)?;
    }
    Ok(Criterium::ZonderOndersteuning)
}

fn decide_onbetaald(antwoorden: &Antwoorden) -> Result<Criterium, Vraag> {
    // `&&` asks the next question only when it can still make step 4.
    let is_trede_4 = antwoorden.is_ja(Vraag::OnbetaaldWerk)?
        && antwoorden.is_ja(Vraag::Verantwoordelijkheid)?
        && antwoorden.is_ja(Vraag::WekelijksSamen)?;
    if is_trede_4 {
        Ok(Criterium::VerantwoordelijkWerk)
    } else if antwoorden.is_ja(Vraag::GeorganiseerdeActiviteit)? {
        Ok(Criterium::WekelijkseActiviteit)
    } else if antwoorden.is_ja(Vraag::ContactBuitenshuis)? {
        Ok(Criterium::WekelijksContact)
    } else {
        Ok(Criterium::WeinigContact)
    }
}

/// Whether the tree passes a question on its way to the criterion.
fn is_on_the_way(vraag: Vraag, criterium: Criterium, antwoorden: &Antwoorden) -> bool {
    let is_betaald = criterium.trede() >= Trede::BetaaldWerkMetOndersteuning;
    let is_ja = |vraag| antwoorden.get(vraag) == Some(Antwoord::Ja);
    match vraag {
        Vraag::Contract => true,
        Vraag::AanvullendeUitkering
        | Vraag::Begeleiding
        | Vraag::Voorziening
        | Vraag::OpleidingMetWerk => is_betaald,
        Vraag::OnbetaaldWerk => !is_betaald,
        Vraag::Verantwoordelijkheid => !is_betaald && is_ja(Vraag::OnbetaaldWerk),
        Vraag::WekelijksSamen => {
            !is_betaald && is_ja(Vraag::OnbetaaldWerk) && is_ja(Vraag::Verantwoordelijkheid)
        }
        Vraag::GeorganiseerdeActiviteit => criterium.trede() <= Trede::GeorganiseerdeActiviteiten,
        Vraag::ContactBuitenshuis => criterium.trede() <= Trede::SocialeContacten,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Antwoord::{Ja, Nee};

    /// One letter for each question in order: j, n, or a dot for not answered.
    fn antwoorden(letters: &str) -> Antwoorden {
        assert_eq!(letters.len(), Vraag::ALL.len());
        Vraag::ALL
            .into_iter()
            .zip(letters.chars())
            .filter_map(|(vraag, letter)| match letter {
                'j' => Some((vraag, Ja)),
                'n' => Some((vraag, Nee)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn every_way_through_the_tree_gives_its_step_and_its_criterion() {
        for (letters, criterium) in [
            ("jnnnn.....", Criterium::ZonderOndersteuning),
            ("jj........", Criterium::MetUitkering),
            ("jnj.......", Criterium::MetBegeleiding),
            ("jnnj......", Criterium::MetVoorziening),
            ("jnnnj.....", Criterium::InOpleiding),
            ("jjjjj.....", Criterium::MetUitkering),
            ("j.j.......", Criterium::MetBegeleiding),
            ("n....jjj..", Criterium::VerantwoordelijkWerk),
            ("n....n..j.", Criterium::WekelijkseActiviteit),
            ("n....jn.j.", Criterium::WekelijkseActiviteit),
            ("n....jjnj.", Criterium::WekelijkseActiviteit),
            ("n....n..nj", Criterium::WekelijksContact),
            ("n....jn.nj", Criterium::WekelijksContact),
            ("n....jjnnj", Criterium::WekelijksContact),
            ("n....n..nn", Criterium::WeinigContact),
            ("n....jn.nn", Criterium::WeinigContact),
            ("n....jjnnn", Criterium::WeinigContact),
        ] {
            let antwoorden = antwoorden(letters);
            let vaststelling = decide_trede(&antwoorden).unwrap();
            assert_eq!(vaststelling.criterium(), criterium, "{letters}");
            let gebruikt: Antwoorden = vaststelling.antwoorden().iter().copied().collect();
            assert_eq!(gebruikt, antwoorden, "{letters}: every answer mattered");
        }
    }

    #[test]
    fn incomplete_answers_lead_to_the_question_that_is_next() {
        for (letters, vraag) in [
            ("..........", Vraag::Contract),
            (".jjjjjjjjj", Vraag::Contract),
            ("j.........", Vraag::AanvullendeUitkering),
            ("jn........", Vraag::Begeleiding),
            ("jnn.......", Vraag::Voorziening),
            ("jnnn......", Vraag::OpleidingMetWerk),
            ("jn.nn.....", Vraag::Begeleiding),
            ("n.........", Vraag::OnbetaaldWerk),
            ("n....j....", Vraag::Verantwoordelijkheid),
            ("n....jj...", Vraag::WekelijksSamen),
            ("n....n....", Vraag::GeorganiseerdeActiviteit),
            ("n....jn...", Vraag::GeorganiseerdeActiviteit),
            ("n....jjn..", Vraag::GeorganiseerdeActiviteit),
            ("n....n..n.", Vraag::ContactBuitenshuis),
        ] {
            assert_eq!(decide_trede(&antwoorden(letters)), Err(vraag), "{letters}");
        }
    }

    #[test]
    fn answers_beside_the_way_are_left_out() {
        let vaststelling = decide_trede(&antwoorden("jnnnnjjjjj")).unwrap();
        assert_eq!(vaststelling.antwoorden().len(), 5);
        let vaststelling = decide_trede(&antwoorden("njjjjnjjjj")).unwrap();
        let vragen: Vec<_> = vaststelling
            .antwoorden()
            .iter()
            .map(|(vraag, _)| *vraag)
            .collect();
        assert_eq!(
            vragen,
            [
                Vraag::Contract,
                Vraag::OnbetaaldWerk,
                Vraag::GeorganiseerdeActiviteit
            ]
        );
    }

    /// All 3^10 sheets of answers: once a step is given, no answer that is added changes it; and the question that
    /// is asked for is one that was not answered.
    #[test]
    fn a_step_that_is_given_stays() {
        let keuzes = [None, Some(Ja), Some(Nee)];
        for nummer in 0..3_usize.pow(10) {
            let blad: Vec<Option<Antwoord>> = (0..10_u32)
                .map(|plek| keuzes[nummer / 3_usize.pow(plek) % 3])
                .collect();
            let lees = |blad: &[Option<Antwoord>]| -> Antwoorden {
                let paren = Vraag::ALL.into_iter().zip(blad.iter().copied());
                paren
                    .filter_map(|(vraag, antwoord)| Some((vraag, antwoord?)))
                    .collect()
            };
            let antwoorden = lees(&blad);
            match decide_trede(&antwoorden) {
                Err(vraag) => assert_eq!(antwoorden.get(vraag), None),
                Ok(vaststelling) => {
                    for plek in (0..10).filter(|plek| blad[*plek].is_none()) {
                        for antwoord in [Ja, Nee] {
                            let mut voller = blad.clone();
                            voller[plek] = Some(antwoord);
                            let later = decide_trede(&lees(&voller)).unwrap();
                            assert_eq!(later.trede(), vaststelling.trede(), "{blad:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn names_are_read_back() {
        for vraag in Vraag::ALL {
            assert_eq!(Vraag::parse(vraag.naam()), Some(vraag));
            assert!(vraag.tekst().ends_with('?'), "{vraag:?}");
            assert!(vraag.blok().vragen().any(|v| v == vraag));
        }
        for criterium in Criterium::ALL {
            assert_eq!(Criterium::parse(criterium.naam()), Some(criterium));
        }
        assert_eq!(Antwoord::parse("ja"), Some(Ja));
        assert_eq!(Antwoord::parse("nee"), Some(Nee));
        assert_eq!(Antwoord::parse("misschien"), None);
    }
}
