//! The values of council and college that a question gives itself.

use primitives::{Datum, Percentage};

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use crate::beleid::{Bevoegd, Geldend, Parameter, Sleutel, Soort, Strijd, Waarde, catalogus};
use crate::recht::regelingen::Waarden;
use crate::recht::{Bijstandsbeleid, Regeling};

/// The longest that a norm can be lower after school. Participatiewet art. 28.
const SCHOOLVERLATER_MAANDEN: u32 = 6;

/// The values for the norm and for gifts, and those for every other scheme.
#[derive(Default)]
pub(super) struct Parameters {
    pub(super) bijstand: Bijstandsbeleid,
    overige: Vec<(&'static Parameter, Waarde)>,
}

/// The values that the caller gives himself, of the council and of the college. A key that the catalogue does not know is refused:
/// mistyped it would silently change an amount.
pub(super) fn read_parameters(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Parameters> {
    let object: Object<'_, '_> = lezer.open(waarde, pad)?;
    let bijstand = read_bijstandsbeleid(lezer, &object);
    let mut overige = Vec::new();
    for (sleutel, waarde) in object.entries() {
        if let Some(parameter) = catalogus().find(sleutel) {
            if !is_van_bijstand(sleutel) && !matches!(waarde, Json::Null) {
                let waarde = lezer.waarde(waarde, &pad.veld(sleutel), parameter.soort);
                overige.extend(waarde.map(|waarde| (parameter, waarde)));
            }
        } else {
            let naam = Sleutel::parse(sleutel).map_or("(onleesbare naam)", |_| sleutel);
            lezer.refuse(&pad.veld(naam), "deze parameter staat niet in de catalogus");
        }
    }
    Some(Parameters { bijstand, overige })
}

impl Parameters {
    /// What holds for a scheme on a day. Refuses what the law does not allow there: nothing may be calculated with it.
    pub(super) fn waarden_of(
        self,
        lezer: &mut Lezer,
        regeling: Regeling,
        peildatum: Datum,
    ) -> Waarden {
        let gebruik = regeling.gebruik();
        let mut overige = self.overige;
        overige.retain(|(parameter, _)| parameter.gebruik.contains(&gebruik));
        let velden = Pad::Wortel.veld("parameters");
        for (parameter, waarde) in &overige {
            if let Some(melding) = refusal(parameter, waarde, peildatum) {
                lezer.refuse(&velden.veld(parameter.sleutel.as_str()), melding);
            }
        }
        Waarden::given(gebruik, peildatum, overige)
    }
}

/// Why the law does not allow a value on a day. A day of which the catalogue knows nothing has no bound to hold it
/// against.
fn refusal(parameter: &Parameter, waarde: &Waarde, peildatum: Datum) -> Option<String> {
    let regime = parameter.regime_on(peildatum)?;
    let van_de_wet = regime.zonder_besluit.waarde.as_ref();
    if regime.bevoegd == Bevoegd::Rijk && van_de_wet != Some(waarde) {
        let artikel = &regime.artikel;
        return Some(format!("de wet bepaalt dit, niet de gemeente ({artikel})"));
    }
    Strijd::find_in_grenzen(parameter, regime, waarde).map(|strijd| strijd.to_string())
}

/// Read apart: they set the norm, for algemene bijstand and for every limit that is a part of it.
fn is_van_bijstand(sleutel: &str) -> bool {
    sleutel.starts_with("norm.verlaging.") || sleutel == "giften.grens"
}

impl Lezer {
    /// A value of the kind that its parameter takes: as the API writes it, or as text in the form of the catalogue.
    fn waarde(&mut self, waarde: &Json, pad: &Pad<'_>, soort: Soort) -> Option<Waarde> {
        match soort {
            Soort::Bedrag => self.bedrag(waarde, pad).map(Waarde::Bedrag),
            Soort::Percentage => self.percentage(waarde, pad, 1000).map(Waarde::Percentage),
            Soort::Maanden => {
                let maanden = self.maanden(waarde, pad)?;
                u16::try_from(maanden).ok().map(Waarde::Maanden)
            }
            Soort::JaNee if matches!(waarde, Json::Bool(_)) => {
                self.ja_nee(waarde, pad).map(Waarde::JaNee)
            }
            _ => {
                let gelezen = as_text(waarde).map(|tekst| Waarde::parse(soort, &tekst));
                match gelezen {
                    Some(Ok(waarde)) => return Some(waarde),
                    Some(Err(fout)) => self.refuse(pad, fout.to_string()),
                    None => self.refuse(pad, "schrijf dit als tekst, getal of lijst"),
                }
                None
            }
        }
    }
}

/// The text of the catalogue for what the API writes: a line for each item, category or tier of a list.
fn as_text(waarde: &Json) -> Option<String> {
    let Json::Lijst(regels) = waarde else {
        return as_word(waarde);
    };
    let regels: Option<Vec<String>> = regels.iter().map(as_line).collect();
    regels.map(|regels| regels.join("\n"))
}

fn as_word(waarde: &Json) -> Option<String> {
    match waarde {
        Json::Tekst(tekst) | Json::Getal(tekst) => Some(tekst.clone()),
        _ => None,
    }
}

/// `tot 110: 0` for `{"tot": 110, "waarde": 0}`, `Uitvaart: 4300.00` for `{"naam": "Uitvaart", "bedrag": "4300.00"}`.
fn as_line(regel: &Json) -> Option<String> {
    let Json::Object(velden) = regel else {
        return as_word(regel);
    };
    let veld = |naam: &str| velden.iter().find(|(n, _)| n == naam).map(|(_, w)| w);
    match (veld("tot"), veld("waarde"), veld("naam"), veld("bedrag")) {
        (Some(Json::Null), Some(waarde), None, None) => {
            Some(format!("daarboven: {}", as_word(waarde)?))
        }
        (Some(tot), Some(waarde), None, None) => {
            Some(format!("tot {}: {}", as_word(tot)?, as_word(waarde)?))
        }
        (None, None, Some(naam), Some(bedrag)) => {
            Some(format!("{}: {}", as_word(naam)?, as_word(bedrag)?))
        }
        _ => None,
    }
}

/// The college's values for the norm and for gifts.
fn read_bijstandsbeleid(lezer: &mut Lezer, object: &Object<'_, '_>) -> Bijstandsbeleid {
    let mut percentage = |sleutel| -> Option<Geldend<Percentage>> {
        lezer
            .optional(object, sleutel, |l, w, p| l.percentage(w, p, 100))
            .map(Geldend::given)
    };
    let woonsituatie = percentage("norm.verlaging.woonsituatie");
    let nachtopvang = percentage("norm.verlaging.nachtopvang");
    let schoolverlater = percentage("norm.verlaging.schoolverlater");
    let duur = "norm.verlaging.schoolverlater.duur";
    Bijstandsbeleid {
        woonsituatie,
        nachtopvang,
        schoolverlater,
        schoolverlater_duur: lezer
            .optional(object, duur, |l, w, p| {
                let maanden = l.maanden(w, p)?;
                if maanden > SCHOOLVERLATER_MAANDEN {
                    l.refuse(p, "de wet geeft hiervoor hoogstens zes maanden");
                }
                Some(maanden)
            })
            .map(Geldend::given),
        giften_grens: lezer
            .optional(object, "giften.grens", Lezer::bedrag)
            .map(Geldend::given),
    }
}
