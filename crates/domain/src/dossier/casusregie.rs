//! Exactly one casusregisseur for each resident, and the handover from one to the next.

use jiff::Span;
use primitives::{Datum, Moment, datum_in_nederland};

use super::vrijetekst::Reden;

/// A colleague who can direct a case: somebody of the sociaal team or a consulent of the execution organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Medewerker {
    /// The lasting id at the identity provider (`sub`).
    pub sub: String,
    /// The name as colleagues know it.
    pub naam: String,
}

/// The colleague who directs the case now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Casusregisseur {
    /// Who.
    pub medewerker: Medewerker,
    /// Since when.
    pub sinds: Moment,
    /// The how-manieth casusregisseur of this resident this is: 1 is the first.
    pub volgnummer: u16,
}

/// Who directs the case of one resident.
///
/// A resident whose records were just taken over has nobody yet. From the first on there is always exactly one:
/// there is no act that takes a casusregisseur away, only one that puts another in the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Casusregie {
    /// Nobody was given yet.
    Geen,
    /// This one.
    Bij(Casusregisseur),
}

/// What somebody asks: to put a colleague in the place of who directs the case now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdrachtsopdracht {
    /// Who takes over.
    pub naar: Medewerker,
    /// The number of the casusregisseur that the asker saw; 0 when there was none.
    pub gezien_volgnummer: u16,
    /// When this was discussed in the sociaal team. Piketpaal 4.
    pub overlegd_op: Option<Datum>,
    /// Why.
    pub reden: Option<Reden>,
}

/// The act: from this moment on another directs the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdracht {
    /// Who hands over; none for the first casusregisseur.
    pub van: Option<Casusregisseur>,
    /// Who takes over, from which moment.
    pub naar: Casusregisseur,
    /// When this was discussed in the sociaal team; none for the first casusregisseur.
    pub overlegd_op: Option<Datum>,
    /// Why.
    pub reden: Option<Reden>,
}

/// Why a handover is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverdrachtError {
    /// Somebody else handed over in the meantime.
    #[error("de casusregisseur is intussen veranderd: nu is dat {}", nu.as_deref().unwrap_or("niemand"))]
    Verouderd {
        /// The name of who directs the case now.
        nu: Option<String>,
    },
    /// The same colleague.
    #[error("deze collega is al de casusregisseur: kies een andere collega")]
    Dezelfde,
    /// Piketpaal 4: "Dit gebeurt in overleg binnen het sociaal team."
    #[error("vul in op welke dag dit in het sociaal team is besproken")]
    OverlegOntbreekt,
    /// The consultation is still to come.
    #[error("het overleg ligt in de toekomst: bespreek het eerst in het sociaal team")]
    OverlegInDeToekomst,
    /// The consultation cannot be about this handover.
    #[error("het overleg is langer dan een jaar geleden: bespreek het opnieuw in het sociaal team")]
    OverlegTeOud,
    /// A handover without a reason.
    #[error("vul in waarom een andere collega beter past")]
    RedenOntbreekt,
}

impl OverdrachtError {
    /// The field of the form at which it is told; none when it is about the form as a whole.
    pub const fn veld(&self) -> Option<&'static str> {
        match self {
            Self::Verouderd { .. } => None,
            Self::Dezelfde => Some("naar"),
            Self::OverlegOntbreekt | Self::OverlegInDeToekomst | Self::OverlegTeOud => {
                Some("overlegdOp")
            }
            Self::RedenOntbreekt => Some("reden"),
        }
    }
}

impl Casusregie {
    /// The casusregisseur, if there is one.
    pub const fn casusregisseur(&self) -> Option<&Casusregisseur> {
        match self {
            Self::Geen => None,
            Self::Bij(casusregisseur) => Some(casusregisseur),
        }
    }

    /// The number of the present casusregisseur; 0 when there is none.
    pub fn volgnummer(&self) -> u16 {
        self.casusregisseur().map_or(0, |c| c.volgnummer)
    }

    /// Puts a colleague in the place of who directs the case now. Piketpaal 2: the first is given; piketpaal 4: each
    /// next one takes over in consultation within the sociaal team. Err holds everything that is wrong.
    pub fn transfer_to(
        self,
        opdracht: Overdrachtsopdracht,
        now: Moment,
    ) -> Result<Overdracht, Vec<OverdrachtError>> {
        if opdracht.gezien_volgnummer != self.volgnummer() {
            let nu = self.casusregisseur().map(|c| c.medewerker.naam.clone());
            return Err(vec![OverdrachtError::Verouderd { nu }]);
        }
        let volgnummer = self.volgnummer().saturating_add(1);
        let van = match self {
            Self::Geen => None,
            Self::Bij(huidige) => {
                check(&huidige, &opdracht, datum_in_nederland(now))?;
                Some(huidige)
            }
        };
        Ok(Overdracht {
            van,
            naar: Casusregisseur {
                medewerker: opdracht.naar,
                sinds: now,
                volgnummer,
            },
            overlegd_op: opdracht.overlegd_op,
            reden: opdracht.reden,
        })
    }
}

fn check(
    huidige: &Casusregisseur,
    opdracht: &Overdrachtsopdracht,
    vandaag: Datum,
) -> Result<(), Vec<OverdrachtError>> {
    let mut fouten = Vec::new();
    if opdracht.naar.sub == huidige.medewerker.sub {
        fouten.push(OverdrachtError::Dezelfde);
    }
    let een_jaar_terug = vandaag.saturating_sub(Span::new().years(1));
    match opdracht.overlegd_op {
        None => fouten.push(OverdrachtError::OverlegOntbreekt),
        Some(dag) if dag > vandaag => fouten.push(OverdrachtError::OverlegInDeToekomst),
        Some(dag) if dag < een_jaar_terug => fouten.push(OverdrachtError::OverlegTeOud),
        Some(_) => {}
    }
    if opdracht.reden.is_none() {
        fouten.push(OverdrachtError::RedenOntbreekt);
    }
    if fouten.is_empty() {
        Ok(())
    } else {
        Err(fouten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn medewerker(naam: &str) -> Medewerker {
        Medewerker {
            sub: naam.to_lowercase(),
            naam: naam.to_owned(),
        }
    }

    fn nu() -> Moment {
        "2026-11-21T11:00:00Z".parse().unwrap()
    }

    fn bij(naam: &str) -> Casusregie {
        Casusregie::Bij(Casusregisseur {
            medewerker: medewerker(naam),
            sinds: "2026-01-05T09:00:00Z".parse().unwrap(),
            volgnummer: 1,
        })
    }

    fn opdracht(naar: &str) -> Overdrachtsopdracht {
        Overdrachtsopdracht {
            naar: medewerker(naar),
            gezien_volgnummer: 1,
            overlegd_op: Some(date(2026, 11, 20)),
            reden: Some(Reden::parse("De hoofdvraag is nu werk.").unwrap()),
        }
    }

    #[test]
    fn the_first_is_given_without_consultation() {
        let opdracht = Overdrachtsopdracht {
            gezien_volgnummer: 0,
            overlegd_op: None,
            reden: None,
            ..opdracht("Anna")
        };
        let overdracht = Casusregie::Geen.transfer_to(opdracht, nu()).unwrap();
        assert_eq!((overdracht.van, overdracht.naar.volgnummer), (None, 1));
    }

    #[test]
    fn a_handover_leaves_exactly_one() {
        let overdracht = bij("Anna").transfer_to(opdracht("Bram"), nu()).unwrap();
        assert_eq!(overdracht.van.unwrap().medewerker, medewerker("Anna"));
        assert_eq!(overdracht.naar.medewerker, medewerker("Bram"));
        assert_eq!(
            (overdracht.naar.sinds, overdracht.naar.volgnummer),
            (nu(), 2)
        );
    }

    #[test]
    fn a_handover_asks_for_consultation_and_a_reason() {
        use OverdrachtError as E;
        let leeg = Overdrachtsopdracht {
            overlegd_op: None,
            reden: None,
            ..opdracht("Anna")
        };
        let fouten = bij("Anna").transfer_to(leeg, nu()).unwrap_err();
        assert_eq!(
            fouten,
            [E::Dezelfde, E::OverlegOntbreekt, E::RedenOntbreekt]
        );
        assert!(fouten.iter().all(|fout| fout.veld().is_some()));
        for (dag, fout) in [
            (date(2026, 11, 22), E::OverlegInDeToekomst),
            (date(2025, 11, 20), E::OverlegTeOud),
        ] {
            let opdracht = Overdrachtsopdracht {
                overlegd_op: Some(dag),
                ..opdracht("Bram")
            };
            assert_eq!(bij("Anna").transfer_to(opdracht, nu()), Err(vec![fout]));
        }
    }

    #[test]
    fn who_looked_at_an_older_state_is_told_who_it_is_now() {
        for gezien_volgnummer in [0, 2] {
            let opdracht = Overdrachtsopdracht {
                gezien_volgnummer,
                ..opdracht("Bram")
            };
            let fouten = bij("Anna").transfer_to(opdracht, nu()).unwrap_err();
            let nu = Some("Anna".to_owned());
            assert_eq!(fouten, [OverdrachtError::Verouderd { nu }]);
        }
    }
}
