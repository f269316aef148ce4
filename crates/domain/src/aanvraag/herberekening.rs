//! The frozen calculation of a decision beside what the same facts give now: a norm or a value of the municipality may
//! have been put right since. The decision stays as it was taken; whether it is reviewed is a decision of its own
//! (Participatiewet art. 54 lid 3).

use primitives::Geld;
use serde::Deserialize;

use crate::recht::bericht::Antwoord;

/// What came out then, and what would come out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herberekening {
    /// As it was decided.
    pub toen: Uitkomstbedrag,
    /// With what is known now.
    pub nu: Uitkomstbedrag,
}

/// The outcome and the amount of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Uitkomstbedrag {
    /// `recht`, `geen-recht` or `onbepaald`.
    pub uitkomst: String,
    /// The amount; none where it cannot be determined.
    pub bedrag: Option<Geld>,
}

impl Herberekening {
    /// Lays an answer beside the one that was kept as JSON; none where that cannot be read.
    pub fn of(vastgelegd: &str, nu: &Antwoord) -> Option<Self> {
        Some(Self {
            toen: serde_json::from_str(vastgelegd).ok()?,
            nu: Uitkomstbedrag {
                uitkomst: nu.uitkomst.to_owned(),
                bedrag: nu.bedrag,
            },
        })
    }

    /// Whether nothing changes.
    pub fn is_gelijk(&self) -> bool {
        self.toen == self.nu
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recht::bericht::Vraag;

    fn answer(dag: &str) -> Antwoord {
        let vraag = format!(
            r#"{{ "gemeente": "GM0294", "peildatum": "{dag}", "regeling": "algemene-bijstand", "huishouden": {{
            "aanvrager": {{ "geboortedatum": "1988-04-12" }}, "huisvesting": "huurder" }} }}"#
        );
        Vraag::parse(vraag.as_bytes()).unwrap().calculate()
    }

    #[test]
    fn another_amount_is_noticed_and_another_sentence_is_not() {
        let juni = answer("2026-06-01");
        let vastgelegd = serde_json::to_string(&juni).unwrap();
        let zonder = Antwoord {
            uitleg: Vec::new(),
            ..juni
        };
        assert!(Herberekening::of(&vastgelegd, &zonder).unwrap().is_gelijk());
        let anders = Herberekening::of(&vastgelegd, &answer("2026-07-01")).unwrap();
        assert!(!anders.is_gelijk());
        assert_eq!(anders.toen.bedrag, Some(Geld::from_cents(140_150)));
        assert_eq!(anders.nu.bedrag, Some(Geld::from_cents(141_946)));
        assert_eq!(Herberekening::of("geen json", &zonder), None);
    }
}
