//! What templates of forms ask: is there something wrong with this field, which choice is made.

use primitives::{Veldfout, Veldfouten};

/// The faults of a form, for the summary at the top and the message at each field.
#[derive(Clone, Debug, Default)]
pub struct Fouten(Vec<Veldfout>);

impl Fouten {
    /// Nothing wrong: a form that is opened.
    pub const fn geen() -> Self {
        Self(Vec::new())
    }

    /// What is wrong with a field.
    pub fn voor(&self, veld: &str) -> Option<&str> {
        let fout = self.0.iter().find(|fout| fout.veld == veld)?;
        Some(&fout.melding)
    }

    /// All faults, in the order of the form.
    pub fn list(&self) -> &[Veldfout] {
        &self.0
    }
}

impl From<Veldfouten> for Fouten {
    fn from(fouten: Veldfouten) -> Self {
        Self(fouten.list().to_vec())
    }
}

impl From<Vec<Veldfout>> for Fouten {
    fn from(fouten: Vec<Veldfout>) -> Self {
        Self(fouten)
    }
}

/// One choice of a list, of radio buttons or of check boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keuze {
    /// What the form sends.
    pub waarde: String,
    /// What the reader sees.
    pub label: String,
}

impl Keuze {
    /// A choice.
    pub fn new(waarde: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            waarde: waarde.into(),
            label: label.into(),
        }
    }
}
