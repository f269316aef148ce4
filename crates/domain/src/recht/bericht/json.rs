//! JSON as it was sent: unlike `serde_json::Value` it keeps a key that stands twice, so that it can be refused.

use std::fmt;

use primitives::Veldfouten;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value.
#[derive(Clone)]
pub(super) enum Json {
    Null,
    Bool(bool),
    /// A number as it is written, without an exponent.
    Getal(String),
    Tekst(String),
    Lijst(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text; of one that is no JSON the place of the fault is named, never what stands there.
    pub(super) fn parse(tekst: &[u8]) -> Result<Self, Veldfouten> {
        serde_json::from_slice(tekst).map_err(|fout| {
            let melding = format!(
                "dit is geen geldige JSON (regel {}, teken {})",
                fout.line(),
                fout.column()
            );
            Veldfouten::single("bericht", melding)
        })
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, waarde: bool) -> Result<Json, E> {
        Ok(Json::Bool(waarde))
    }

    fn visit_i64<E>(self, getal: i64) -> Result<Json, E> {
        Ok(Json::Getal(getal.to_string()))
    }

    fn visit_u64<E>(self, getal: u64) -> Result<Json, E> {
        Ok(Json::Getal(getal.to_string()))
    }

    fn visit_f64<E>(self, getal: f64) -> Result<Json, E> {
        // Only read as text afterwards: what has too many decimals is refused there.
        Ok(Json::Getal(getal.to_string()))
    }

    fn visit_str<E>(self, tekst: &str) -> Result<Json, E> {
        Ok(Json::Tekst(tekst.to_owned()))
    }

    fn visit_string<E>(self, tekst: String) -> Result<Json, E> {
        Ok(Json::Tekst(tekst))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut reeks: A) -> Result<Json, A::Error> {
        let mut lijst = Vec::new();
        while let Some(waarde) = reeks.next_element()? {
            lijst.push(waarde);
        }
        Ok(Json::Lijst(lijst))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut velden: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(veld) = velden.next_entry()? {
            object.push(veld);
        }
        Ok(Json::Object(object))
    }
}
