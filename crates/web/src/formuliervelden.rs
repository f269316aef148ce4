//! What templates of forms ask: is there something wrong with this field, which choice is made.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Display;

use http_base::Fout;
use primitives::{Geld, Veldfout, Veldfouten, parse_getal_nl};

/// An amount of zero or more in the notation of forms, such as `1.401,50`.
pub(crate) fn parse_bedrag(tekst: &str) -> Option<Geld> {
    let bedrag = Geld::try_new(parse_getal_nl(tekst)?).ok()?;
    (bedrag >= Geld::NUL).then_some(bedrag)
}

/// The faults of a form, for the summary at the top and the message at each field.
#[derive(Clone, Debug, Default)]
pub struct Fouten {
    fouten: Vec<Veldfout>,
    /// What the reader calls the wrong fields: each field says so while it is rendered.
    labels: RefCell<BTreeMap<String, String>>,
}

impl Fouten {
    /// Nothing wrong: a form that is opened.
    pub const fn geen() -> Self {
        Self {
            fouten: Vec::new(),
            labels: RefCell::new(BTreeMap::new()),
        }
    }

    /// What is wrong with a field.
    pub fn voor(&self, veld: &str) -> Option<&str> {
        let fout = self.fouten.iter().find(|fout| fout.veld == veld)?;
        Some(&fout.melding)
    }

    /// Notes the label of a field, for the summary; writes nothing itself.
    pub fn noem(&self, veld: &str, label: &dyn Display) -> &'static str {
        if self.voor(veld).is_some() {
            let mut labels = self.labels.borrow_mut();
            labels.insert(veld.to_owned(), label.to_string());
        }
        ""
    }

    /// The label of a field that was rendered.
    pub fn label(&self, veld: &str) -> Option<String> {
        self.labels.borrow().get(veld).cloned()
    }

    /// All faults, in the order of the form.
    pub fn list(&self) -> &[Veldfout] {
        &self.fouten
    }
}

impl From<Veldfouten> for Fouten {
    fn from(fouten: Veldfouten) -> Self {
        Self::from(fouten.list().to_vec())
    }
}

impl From<Vec<Veldfout>> for Fouten {
    fn from(fouten: Vec<Veldfout>) -> Self {
        Self {
            fouten,
            ..Self::geen()
        }
    }
}

/// A field that was sent, or nothing.
pub(crate) fn find_veld(velden: &[(String, String)], naam: &str) -> String {
    let gevonden = velden.iter().find(|(veld, _)| veld == naam);
    gevonden
        .map(|(_, waarde)| waarde.clone())
        .unwrap_or_default()
}

/// Which of `alle` an address asks for by its name; none where it asks for none.
pub(crate) fn chosen<T: Copy>(
    alle: &[T],
    name: impl Fn(T) -> &'static str,
    gevraagd: &str,
    unknown: impl Fn() -> Fout,
) -> Result<Option<T>, Fout> {
    if gevraagd.is_empty() {
        return Ok(None);
    }
    let gevonden = alle.iter().find(|een| name(**een) == gevraagd);
    gevonden.copied().map(Some).ok_or_else(unknown)
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
