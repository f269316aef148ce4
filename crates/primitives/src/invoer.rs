//! Faults in what somebody typed or sent: every wrong field at once, each with its rule, in Dutch.

use std::fmt;

use serde::Serialize;

/// One wrong field: its name as the sender knows it, and what is wrong and how to mend it, in Dutch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Veldfout {
    /// Name or path of the field: `huishouden.aanvrager.geboortedatum`.
    pub veld: String,
    /// What is wrong and what is expected. Never holds the value itself, which may be personal.
    pub melding: String,
}

/// At least one wrong field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Veldfouten(Vec<Veldfout>);

impl Veldfouten {
    /// One wrong field.
    pub fn single(veld: impl Into<String>, melding: impl Into<String>) -> Self {
        Self(vec![Veldfout {
            veld: veld.into(),
            melding: melding.into(),
        }])
    }

    /// The wrong fields, in the order in which they were met.
    pub fn list(&self) -> &[Veldfout] {
        &self.0
    }
}

impl fmt::Display for Veldfouten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nummer, fout) in self.0.iter().enumerate() {
            if nummer > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{}: {}", fout.veld, fout.melding)?;
        }
        Ok(())
    }
}

/// Gathers faults while reading, so that the sender gets all of them in one answer.
#[derive(Debug, Default)]
pub struct Veldcontrole(Vec<Veldfout>);

impl Veldcontrole {
    /// Notes a wrong field.
    pub fn refuse(&mut self, veld: impl Into<String>, melding: impl Into<String>) {
        self.0.push(Veldfout {
            veld: veld.into(),
            melding: melding.into(),
        });
    }

    /// The value, or none after noting the fault under `veld`.
    pub fn take<T, E: fmt::Display>(&mut self, veld: &str, uitkomst: Result<T, E>) -> Option<T> {
        uitkomst
            .map_err(|fout| self.refuse(veld, fout.to_string()))
            .ok()
    }

    /// Whether nothing was wrong so far.
    pub fn is_schoon(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults, if there are any.
    pub fn finish(self) -> Result<(), Veldfouten> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Veldfouten(self.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Geld;

    #[test]
    fn gathers_every_fault() {
        let mut controle = Veldcontrole::default();
        assert_eq!(
            controle.take("goed", Geld::parse("1.00")),
            Some(Geld::from_cents(100))
        );
        assert!(controle.is_schoon());
        controle.take("bedrag", Geld::parse("1.005"));
        controle.refuse("datum", "deze datum bestaat niet");
        let fouten = controle.finish().unwrap_err();
        assert_eq!(fouten.list().len(), 2);
        assert!(fouten.to_string().starts_with("bedrag: te veel decimalen"));
    }
}
