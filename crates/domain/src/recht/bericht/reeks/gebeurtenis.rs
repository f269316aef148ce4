//! What takes the right or the payment away, in a question.

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use super::super::vraag::PERSOON;
use crate::recht::Persoon;
use crate::recht::maanden::{Afloop, Dagen, Gebeurtenis, Overledene, Reeksregel, Uitsluiting};

#[derive(Clone, Copy)]
enum Soort {
    Uitsluiting,
    Buitenland,
    Overlijden,
    Opschorting,
    Adres,
}

const SOORT: [(&str, Soort); 5] = [
    ("uitsluiting", Soort::Uitsluiting),
    ("buitenland", Soort::Buitenland),
    ("overlijden", Soort::Overlijden),
    ("opschorting", Soort::Opschorting),
    ("adres", Soort::Adres),
];

const AFLOOP: [(&str, Afloop); 3] = [
    ("open", Afloop::Open),
    ("hersteld", Afloop::Hersteld),
    ("ingetrokken", Afloop::Ingetrokken),
];

const WIE: [(&str, Overledene); 3] = [
    ("aanvrager", Overledene::Persoon(Persoon::Aanvrager)),
    ("partner", Overledene::Persoon(Persoon::Partner)),
    ("laatste-kind", Overledene::LaatsteKind),
];

/// An event; each kind has fields of its own.
pub(super) fn read_gebeurtenis(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Gebeurtenis> {
    let alle = [
        "soort", "persoon", "grond", "van", "totEnMet", "wie", "dag", "afloop",
    ];
    let open = lezer.open(waarde, pad)?;
    let soort = lezer.required(&open, "soort", |l, w, p| l.choice(w, p, &SOORT));
    let bekend: &[&str] = match soort {
        Some(Soort::Uitsluiting) => &["soort", "persoon", "grond", "van", "totEnMet"],
        Some(Soort::Buitenland) => &["soort", "persoon", "van", "totEnMet"],
        Some(Soort::Overlijden) => &["soort", "wie", "dag"],
        Some(Soort::Opschorting | Soort::Adres) => &["soort", "van", "totEnMet", "afloop"],
        None => &alle,
    };
    let object = lezer.object(waarde, pad, bekend)?;
    match soort? {
        Soort::Uitsluiting => {
            let persoon = lezer.fact(&object, "persoon", |l, w, p| l.choice(w, p, &PERSOON));
            let grond = lezer.fact(&object, "grond", |l, w, p| {
                l.choice(w, p, &Uitsluiting::OPGEGEVEN)
            });
            let dagen = read_dagen(lezer, &object, pad);
            Some(Gebeurtenis::Uitgesloten {
                persoon: persoon?,
                grond: grond?,
                dagen: dagen?,
            })
        }
        Soort::Buitenland => {
            let persoon = lezer.fact(&object, "persoon", |l, w, p| l.choice(w, p, &PERSOON));
            let dagen = read_dagen(lezer, &object, pad);
            Some(Gebeurtenis::Buitenland {
                persoon: persoon?,
                dagen: dagen?,
            })
        }
        Soort::Overlijden => {
            let wie = lezer.fact(&object, "wie", |l, w, p| l.choice(w, p, &WIE));
            let dag = lezer.fact(&object, "dag", Lezer::datum);
            Some(Gebeurtenis::Overlijden {
                wie: wie?,
                dag: dag?,
            })
        }
        Soort::Opschorting => {
            let (dagen, afloop) = read_opschorting(lezer, &object, pad)?;
            check_duur(lezer, pad, dagen);
            Some(Gebeurtenis::Opschorting { dagen, afloop })
        }
        Soort::Adres => {
            let (dagen, afloop) = read_opschorting(lezer, &object, pad)?;
            Some(Gebeurtenis::Adres { dagen, afloop })
        }
    }
}

fn read_opschorting(
    lezer: &mut Lezer,
    object: &Object<'_, '_>,
    pad: &Pad<'_>,
) -> Option<(Dagen, Afloop)> {
    let dagen = read_dagen(lezer, object, pad);
    let afloop = lezer.fact(object, "afloop", |l, w, p| l.choice(w, p, &AFLOOP));
    dagen.zip(afloop)
}

/// At most eight weeks. Participatiewet art. 54 lid 1.
fn check_duur(lezer: &mut Lezer, pad: &Pad<'_>, dagen: Dagen) {
    let Ok(weken) = Reeksregel::OpschortingWeken.aantal(dagen.van) else {
        return;
    };
    let einde = dagen
        .van
        .saturating_add(jiff::Span::new().weeks(i64::from(weken)));
    if dagen.tot_en_met.is_some_and(|tot| tot >= einde) {
        let melding = format!(
            "het recht kan ten hoogste {weken} weken worden opgeschort ({})",
            Reeksregel::OpschortingWeken.grondslag()
        );
        lezer.refuse(&pad.veld("totEnMet"), melding);
    }
}

fn read_dagen(lezer: &mut Lezer, object: &Object<'_, '_>, pad: &Pad<'_>) -> Option<Dagen> {
    let van = lezer.fact(object, "van", Lezer::datum);
    let tot_en_met = lezer.optional(object, "totEnMet", Lezer::datum);
    if let (Some(van), Some(tot)) = (van, tot_en_met)
        && tot < van
    {
        lezer.refuse(&pad.veld("totEnMet"), "deze dag ligt voor de eerste");
    }
    Some(Dagen {
        van: van?,
        tot_en_met,
    })
}
