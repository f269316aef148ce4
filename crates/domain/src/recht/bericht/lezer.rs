//! Reads fields one by one, notes every fault with its path, and remembers which facts are missing.

use std::fmt;

use primitives::{Datum, Geld, GemeenteCode, Percentage, Veldcontrole, Veldfouten, parse_datum};

use super::json::Json;

/// The longest name of an unknown field that is repeated in its fault.
const NAAM_MAX: usize = 60;

/// Where a field stands: `huishouden.kinderen[0].geboortedatum`.
#[derive(Clone, Copy)]
pub(super) enum Pad<'p> {
    Wortel,
    Veld(&'p Pad<'p>, &'p str),
    Plek(&'p Pad<'p>, usize),
}

impl<'p> Pad<'p> {
    pub(super) const fn veld(&'p self, naam: &'p str) -> Self {
        Self::Veld(self, naam)
    }
}

impl fmt::Display for Pad<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wortel => Ok(()),
            Self::Veld(Pad::Wortel, naam) => f.write_str(naam),
            Self::Veld(ouder, naam) => write!(f, "{ouder}.{naam}"),
            Self::Plek(ouder, plek) => write!(f, "{ouder}[{plek}]"),
        }
    }
}

/// An object whose fields are all known.
#[derive(Clone, Copy)]
pub(super) struct Object<'j, 'p> {
    velden: &'j [(String, Json)],
    pad: Pad<'p>,
}

impl<'j> Object<'j, '_> {
    /// A field; none when it is absent or null.
    fn get(&self, naam: &str) -> Option<&'j Json> {
        let gevonden = self.velden.iter().find(|(sleutel, _)| sleutel == naam)?;
        Some(&gevonden.1).filter(|waarde| !matches!(waarde, Json::Null))
    }

    /// Whether a field is there.
    pub(super) fn has(&self, naam: &str) -> bool {
        self.get(naam).is_some()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&'j str, &'j Json)> + use<'j> {
        self.velden
            .iter()
            .map(|(sleutel, waarde)| (sleutel.as_str(), waarde))
    }
}

/// The paths of the facts that are missing in a question.
pub(super) struct Ontbrekend(Vec<String>);

impl Ontbrekend {
    /// The facts if none is missing, else what is.
    pub(super) fn or<T>(self, feiten: Option<T>) -> Result<T, Vec<String>> {
        match feiten {
            Some(feiten) if self.0.is_empty() => Ok(feiten),
            _ => Err(self.0),
        }
    }
}

/// Gathers faults and missing facts.
#[derive(Default)]
pub(super) struct Lezer {
    controle: Veldcontrole,
    ontbrekend: Vec<String>,
}

impl Lezer {
    /// Reads a whole question: what `read` gives with the facts that are missing, or every fault.
    pub(super) fn read<T>(
        vraag: &Json,
        read: impl FnOnce(&mut Self, &Json) -> Option<T>,
    ) -> Result<(T, Ontbrekend), Veldfouten> {
        let mut lezer = Self::default();
        let gelezen = read(&mut lezer, vraag);
        lezer.controle.finish()?;
        let ontbrekend = Ontbrekend(lezer.ontbrekend);
        match gelezen {
            Some(gelezen) => Ok((gelezen, ontbrekend)),
            None => Err(Veldfouten::single("bericht", "deze vraag is niet te lezen")),
        }
    }

    pub(super) fn refuse(&mut self, pad: &Pad<'_>, melding: impl Into<String>) {
        self.controle.refuse(pad.to_string(), melding);
    }

    /// A field without which there is no question.
    pub(super) fn required<'j, T>(
        &mut self,
        object: &Object<'j, '_>,
        naam: &str,
        read: impl FnOnce(&mut Self, &'j Json, &Pad<'_>) -> Option<T>,
    ) -> Option<T> {
        let pad = object.pad.veld(naam);
        let Some(waarde) = object.get(naam) else {
            self.refuse(&pad, "dit veld ontbreekt");
            return None;
        };
        read(self, waarde, &pad)
    }

    /// A fact: without it there is a question, but no answer.
    pub(super) fn fact<'j, T>(
        &mut self,
        object: &Object<'j, '_>,
        naam: &str,
        read: impl FnOnce(&mut Self, &'j Json, &Pad<'_>) -> Option<T>,
    ) -> Option<T> {
        let pad = object.pad.veld(naam);
        let Some(waarde) = object.get(naam) else {
            self.ontbrekend.push(pad.to_string());
            return None;
        };
        read(self, waarde, &pad)
    }

    /// A field that may be left out.
    pub(super) fn optional<'j, T>(
        &mut self,
        object: &Object<'j, '_>,
        naam: &str,
        read: impl FnOnce(&mut Self, &'j Json, &Pad<'_>) -> Option<T>,
    ) -> Option<T> {
        let pad = object.pad.veld(naam);
        read(self, object.get(naam)?, &pad)
    }

    /// An object; refuses fields outside `bekend` and fields that stand twice.
    pub(super) fn object<'j, 'p>(
        &mut self,
        waarde: &'j Json,
        pad: &Pad<'p>,
        bekend: &[&str],
    ) -> Option<Object<'j, 'p>> {
        let object = self.open(waarde, pad)?;
        for (naam, _) in object.velden {
            if !bekend.contains(&naam.as_str()) {
                let melding = format!("dit veld is onbekend; bekend zijn: {}", bekend.join(", "));
                self.refuse(&pad.veld(printable(naam)), melding);
            }
        }
        Some(object)
    }

    /// An object with keys of its own; refuses fields that stand twice.
    pub(super) fn open<'j, 'p>(
        &mut self,
        waarde: &'j Json,
        pad: &Pad<'p>,
    ) -> Option<Object<'j, 'p>> {
        let Json::Object(velden) = waarde else {
            self.refuse(pad, "schrijf hier een object: { ... }");
            return None;
        };
        for (plek, (naam, _)) in velden.iter().enumerate() {
            if velden.iter().take(plek).any(|(eerder, _)| eerder == naam) {
                self.refuse(&pad.veld(printable(naam)), "dit veld staat er twee keer");
            }
        }
        Some(Object { velden, pad: *pad })
    }

    /// A list of at most `max` entries; one wrong entry makes it none.
    pub(super) fn list<'j, T>(
        &mut self,
        waarde: &'j Json,
        pad: &Pad<'_>,
        max: usize,
        mut read: impl FnMut(&mut Self, &'j Json, &Pad<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Json::Lijst(regels) = waarde else {
            self.refuse(pad, "schrijf hier een lijst: [ ... ]");
            return None;
        };
        if regels.len() > max {
            self.refuse(pad, format!("te veel regels: hoogstens {max}"));
            return None;
        }
        let gelezen: Vec<Option<T>> = regels
            .iter()
            .enumerate()
            .map(|(plek, regel)| read(self, regel, &Pad::Plek(pad, plek)))
            .collect();
        gelezen.into_iter().collect()
    }

    fn text<'j>(&mut self, waarde: &'j Json, pad: &Pad<'_>, voorbeeld: &str) -> Option<&'j str> {
        if let Json::Tekst(tekst) = waarde {
            return Some(tekst);
        }
        self.refuse(pad, format!("schrijf dit als tekst, zoals \"{voorbeeld}\""));
        None
    }

    pub(super) fn datum(&mut self, waarde: &Json, pad: &Pad<'_>) -> Option<Datum> {
        let tekst = self.text(waarde, pad, "2026-03-01")?;
        let datum = parse_datum(tekst);
        if datum.is_none() {
            self.refuse(
                pad,
                "deze datum bestaat niet of is anders geschreven dan 2026-03-01",
            );
        }
        datum
    }

    /// An amount of zero or more.
    pub(super) fn bedrag(&mut self, waarde: &Json, pad: &Pad<'_>) -> Option<Geld> {
        let tekst = self.text(waarde, pad, "1401.50")?;
        let geld = self.controle.take(&pad.to_string(), Geld::parse(tekst))?;
        if geld < Geld::NUL {
            self.refuse(pad, "dit bedrag mag niet lager zijn dan 0.00");
            return None;
        }
        Some(geld)
    }

    pub(super) fn gemeente(&mut self, waarde: &Json, pad: &Pad<'_>) -> Option<GemeenteCode> {
        let tekst = self.text(waarde, pad, "GM0294")?;
        self.controle
            .take(&pad.to_string(), GemeenteCode::parse(tekst))
    }

    pub(super) fn ja_nee(&mut self, waarde: &Json, pad: &Pad<'_>) -> Option<bool> {
        if let Json::Bool(waarde) = waarde {
            return Some(*waarde);
        }
        self.refuse(pad, "schrijf true of false");
        None
    }

    /// A whole number of months up to fifty years; also as text where a caller copies a council's value.
    pub(super) fn maanden(&mut self, waarde: &Json, pad: &Pad<'_>) -> Option<u32> {
        let tekst = match waarde {
            Json::Getal(tekst) | Json::Tekst(tekst) => tekst.as_str(),
            _ => "",
        };
        let is_getal = !tekst.is_empty() && tekst.bytes().all(|b| b.is_ascii_digit());
        let maanden = tekst
            .parse()
            .ok()
            .filter(|maanden| is_getal && *maanden <= 600);
        if maanden.is_none() {
            self.refuse(pad, "schrijf een heel aantal maanden van 0 tot en met 600");
        }
        maanden
    }

    /// A number of per cent up to `max`; also as text where a caller copies a council's value.
    pub(super) fn percentage(
        &mut self,
        waarde: &Json,
        pad: &Pad<'_>,
        max: u32,
    ) -> Option<Percentage> {
        let tekst = match waarde {
            Json::Getal(tekst) | Json::Tekst(tekst) => tekst.as_str(),
            _ => "",
        };
        let percentage = Percentage::parse(tekst)
            .ok()
            .filter(|percentage| *percentage <= Percentage::from_whole(max));
        if percentage.is_none() {
            self.refuse(
                pad,
                format!("schrijf een getal van 0 tot en met {max} met hoogstens twee decimalen"),
            );
        }
        percentage
    }

    /// One word of a closed list.
    pub(super) fn choice<T: Copy>(
        &mut self,
        waarde: &Json,
        pad: &Pad<'_>,
        keuzen: &[(&str, T)],
    ) -> Option<T> {
        if let Json::Tekst(tekst) = waarde
            && let Some((_, keuze)) = keuzen.iter().find(|(naam, _)| naam == tekst)
        {
            return Some(*keuze);
        }
        let namen: Vec<&str> = keuzen.iter().map(|(naam, _)| *naam).collect();
        self.refuse(pad, format!("kies uit: {}", namen.join(", ")));
        None
    }
}

/// The name of a field if it looks like one; a value that slipped into the place of a name is not repeated.
fn printable(naam: &str) -> &str {
    let is_naam = naam.len() <= NAAM_MAX
        && naam.starts_with(|c: char| c.is_ascii_alphabetic())
        && naam
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    if is_naam { naam } else { "(onleesbare naam)" }
}
