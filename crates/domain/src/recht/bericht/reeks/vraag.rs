//! The question: a whole case over months.

use std::collections::BTreeMap;

use primitives::{Datum, GemeenteCode, Maand, Moment, Veldfouten, einde_in_nederland};
use serde::Deserialize;

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use super::super::vraag::{read_huishouden, read_vermogen};
use super::gebeurtenis::read_gebeurtenis;
use super::inkomst::{check_inkomsten, read_inkomsten};
use super::maatregel::{
    read_boete, read_buffer, read_maatregel, read_samenloop, read_voorschot, read_waarschuwing,
};
use super::periode::{check_perioden, read_periode};
use super::read_maand;
use super::tellers::{read_lezing, read_tellers};
use crate::beleid::{Beleid, Sleutel, Waarde, catalogus};
use crate::recht::maanden::{
    Beleidsbron, Gebeurtenis, Maandbereik, Reeksfeiten, Reekssoort, Reeksvrijlating,
};
use crate::recht::{Huishouden, Vermogen};

/// Longer than ten years is no series that somebody reads.
const MAANDEN_MAX: i32 = 120;
/// More rows than this are no case of one household.
pub(super) const REGELS_MAX: usize = 600;

/// A question that is well formed; facts may still be missing.
#[derive(Clone, Debug)]
pub struct Reeksvraag {
    /// Whose values hold.
    pub gemeente: GemeenteCode,
    /// The former municipality in whose area the household lives, if its own rules may still hold.
    pub gebied: Option<GemeenteCode>,
    /// The months.
    pub bereik: Maandbereik,
    /// What was known on this day; none for everything.
    pub bekend_op: Option<Datum>,
    pub(super) feiten: Result<Reeksfeiten, Vec<String>>,
    pub(super) bron: Option<Beleidsbron>,
}

/// A question as it was sent: valid JSON, of which nothing else is known yet.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct RuweReeksvraag(Json);

impl RuweReeksvraag {
    /// Reads the question and names every wrong field at once, never its value.
    pub fn parse(&self) -> Result<Reeksvraag, Veldfouten> {
        Reeksvraag::read(&self.0)
    }
}

impl Reeksvraag {
    /// Reads a question as JSON and names every wrong field at once, never its value.
    pub fn parse(json: &[u8]) -> Result<Self, Veldfouten> {
        Self::read(&Json::parse(json)?)
    }

    pub(in crate::recht::bericht) fn read(waarde: &Json) -> Result<Self, Veldfouten> {
        let ((kop, feiten, parameters), ontbrekend) = Lezer::read(waarde, read_vraag)?;
        Ok(Self {
            gemeente: kop.gemeente,
            gebied: kop.gebied,
            bereik: kop.bereik,
            bekend_op: kop.bekend_op,
            feiten: ontbrekend.or(feiten),
            bron: parameters.map(Beleidsbron::Gegeven),
        })
    }

    /// Whether two people with a right live together on some day of a month.
    pub(in crate::recht::bericht) fn is_paar(&self, maand: Maand) -> bool {
        let Ok(feiten) = &self.feiten else {
            return false;
        };
        let in_maand = |plek: usize, vanaf: Datum| {
            let volgende = feiten.huishoudens.get(plek + 1);
            vanaf <= maand.last_day() && volgende.is_none_or(|(dag, _)| maand.first_day() < *dag)
        };
        let mut huishoudens = feiten.huishoudens.iter().enumerate();
        huishoudens.any(|(plek, (vanaf, huishouden))| {
            in_maand(plek, *vanaf)
                && huishouden
                    .partner
                    .as_ref()
                    .is_some_and(|partner| partner.heeft_recht)
        })
    }

    /// Whether the values in force are needed: something in the question asks for them and they are not given.
    pub fn needs_beleid(&self) -> bool {
        self.bron.is_none() && self.feiten.as_ref().is_ok_and(asks_beleid)
    }

    /// The same question with the values in force, as known now or at the end of the day that is asked for.
    pub fn with_beleid(mut self, beleid: Beleid, now: Moment) -> Self {
        let bekend_op = self
            .bekend_op
            .map_or(now, |dag| einde_in_nederland(dag).min(now));
        self.bron = Some(Beleidsbron::Geldend(Box::new(beleid), bekend_op));
        self
    }
}

/// Whether a value of council or college may decide about something in these facts.
fn asks_beleid(feiten: &Reeksfeiten) -> bool {
    let is_van_beleid =
        |soort| matches!(soort, Reekssoort::Gift(_) | Reekssoort::Kostenbesparing(_));
    let is_34a = |vrijlating| matches!(vrijlating, Some(Reeksvrijlating::Arbeid(_)));
    let asks_norm = |huishouden: &Huishouden| huishouden.normfeiten.asks_beleid();
    feiten.huishoudens.iter().any(|(_, h)| asks_norm(h))
        || !feiten.maatregelen.is_empty()
        || !feiten.buffer.is_empty()
        || feiten
            .perioden
            .iter()
            .any(|p| p.noodzaak_vanaf.is_some() || p.aanvraag.is_some())
        || feiten
            .inkomsten
            .iter()
            .any(|i| is_van_beleid(i.soort) || is_34a(i.vrijlating))
}

struct Kop {
    gemeente: GemeenteCode,
    gebied: Option<GemeenteCode>,
    bereik: Maandbereik,
    bekend_op: Option<Datum>,
}

type Parameters = BTreeMap<String, Waarde>;
type Gelezen = (Kop, Option<Reeksfeiten>, Option<Parameters>);

fn read_vraag(lezer: &mut Lezer, waarde: &Json) -> Option<Gelezen> {
    let bekend = [
        "gemeente",
        "gebied",
        "van",
        "totEnMet",
        "bekendOp",
        "perioden",
        "huishoudens",
        "inkomsten",
        "vermogens",
        "gebeurtenissen",
        "maatregelen",
        "samenloop",
        "voorschotten",
        "boete",
        "waarschuwing",
        "bufferbudget",
        "tellers",
        "lezing",
        "parameters",
    ];
    let vraag = lezer.object(waarde, &Pad::Wortel, &bekend)?;
    let gemeente = lezer.required(&vraag, "gemeente", Lezer::gemeente);
    let gebied = lezer.optional(&vraag, "gebied", Lezer::gemeente);
    let van = lezer.required(&vraag, "van", read_maand);
    let tot = lezer.required(&vraag, "totEnMet", |l, w, p| read_tot(l, w, p, van));
    let bekend_op = lezer.optional(&vraag, "bekendOp", Lezer::datum);
    let perioden = lezer.fact(&vraag, "perioden", |l, w, p| {
        let perioden = l.list(w, p, REGELS_MAX, read_periode)?;
        check_perioden(l, p, &perioden);
        Some(perioden)
    });
    let huishoudens = lezer.fact(&vraag, "huishoudens", read_huishoudens);
    let inkomsten = lezer.optional(&vraag, "inkomsten", |l, w, p| {
        let inkomsten = read_inkomsten(l, w, p)?;
        check_inkomsten(l, p, &inkomsten, huishoudens.as_deref());
        Some(inkomsten.into_iter().map(|(_, inkomst)| inkomst).collect())
    });
    let vermogens = lezer.optional(&vraag, "vermogens", read_vermogens);
    let gebeurtenissen = lezer.optional(&vraag, "gebeurtenissen", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_gebeurtenis)
    });
    let maatregelen = lezer.optional(&vraag, "maatregelen", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_maatregel)
    });
    let samenloop = lezer.optional(&vraag, "samenloop", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_samenloop)
    });
    let voorschotten = lezer.optional(&vraag, "voorschotten", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_voorschot)
    });
    let boete = lezer.optional(&vraag, "boete", read_boete);
    let waarschuwing = lezer.optional(&vraag, "waarschuwing", read_waarschuwing);
    let buffer = lezer.optional(&vraag, "bufferbudget", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_buffer)
    });
    let tellers = lezer.optional(&vraag, "tellers", read_tellers);
    let lezing = lezer.optional(&vraag, "lezing", read_lezing);
    let parameters = lezer.optional(&vraag, "parameters", read_parameters);
    // Whatever was present and wrong is noted by now, so a missing part here is a missing fact.
    let feiten = perioden
        .zip(huishoudens)
        .map(|(mut perioden, huishoudens)| {
            perioden.sort_by_key(|periode| periode.melding);
            let mut gebeurtenissen = gebeurtenissen.unwrap_or_default();
            gebeurtenissen.sort_by_key(Gebeurtenis::sortering);
            Reeksfeiten {
                perioden,
                huishoudens,
                inkomsten: inkomsten.unwrap_or_default(),
                vermogens: vermogens.unwrap_or_default(),
                gebeurtenissen,
                maatregelen: maatregelen.unwrap_or_default(),
                samenloop: samenloop.unwrap_or_default(),
                voorschotten: voorschotten.unwrap_or_default(),
                boete,
                waarschuwing,
                buffer: buffer.unwrap_or_default(),
                tellers,
                lezing: lezing.unwrap_or_default(),
            }
        });
    let kop = Kop {
        gemeente: gemeente?,
        gebied,
        bereik: Maandbereik {
            van: van?,
            tot_en_met: tot?,
        },
        bekend_op,
    };
    Some((kop, feiten, parameters))
}

/// The last month: not before the first, and not more than ten years on.
fn read_tot(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>, van: Option<Maand>) -> Option<Maand> {
    let tot = read_maand(lezer, waarde, pad)?;
    if van.is_some_and(|van| tot < van) {
        lezer.refuse(pad, "deze maand ligt voor de eerste maand");
    } else if van.is_some_and(|van| tot >= van.plus(MAANDEN_MAX)) {
        let melding = format!("te veel maanden: hoogstens {MAANDEN_MAX}");
        lezer.refuse(pad, melding);
    }
    Some(tot)
}

fn read_huishoudens(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Vec<(Datum, Huishouden)>> {
    read_vanaf(lezer, waarde, pad, "huishouden", |l, w, p, vanaf| {
        read_huishouden(l, w, p, vanaf)
    })
}

fn read_vermogens(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Vec<(Datum, Vermogen)>> {
    read_vanaf(lezer, waarde, pad, "vermogen", |l, w, p, vanaf| {
        read_vermogen(l, w, p, vanaf)
    })
}

/// A list of what holds from which day on, in the order of the days; each day once.
fn read_vanaf<T>(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    naam: &str,
    read: impl Fn(&mut Lezer, &Json, &Pad<'_>, Option<Datum>) -> Option<T>,
) -> Option<Vec<(Datum, T)>> {
    let mut dagen: Vec<Datum> = Vec::new();
    let mut lijst = lezer.list(waarde, pad, REGELS_MAX, |l, w, p| {
        let object = l.object(w, p, &["vanaf", naam])?;
        let vanaf = l.required(&object, "vanaf", |l, w, p| {
            let vanaf = l.datum(w, p)?;
            if dagen.contains(&vanaf) {
                l.refuse(p, "deze dag staat er twee keer");
            }
            dagen.push(vanaf);
            Some(vanaf)
        });
        let gelezen = l.required(&object, naam, |l, w, p| read(l, w, p, vanaf));
        Some((vanaf?, gelezen?))
    })?;
    lijst.sort_by_key(|(vanaf, _)| *vanaf);
    Some(lijst)
}

/// The values of council and college that the caller gives himself, in the notation of the catalogue.
fn read_parameters(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Parameters> {
    let object = lezer.open(waarde, pad)?;
    let mut parameters = Parameters::new();
    for (sleutel, waarde) in object.entries() {
        let Some(parameter) = catalogus().find(sleutel) else {
            let naam = Sleutel::parse(sleutel).map_or("(onleesbare naam)", |_| sleutel);
            lezer.refuse(&pad.veld(naam), "deze parameter staat niet in de catalogus");
            continue;
        };
        let tekst = match waarde {
            Json::Tekst(tekst) | Json::Getal(tekst) => tekst.as_str(),
            Json::Bool(true) => "ja",
            Json::Bool(false) => "nee",
            _ => "",
        };
        match Waarde::parse(parameter.soort, tekst) {
            Ok(waarde) => {
                parameters.insert(sleutel.to_owned(), waarde);
            }
            Err(fout) => lezer.refuse(&pad.veld(sleutel), fout.to_string()),
        }
    }
    Some(parameters)
}
