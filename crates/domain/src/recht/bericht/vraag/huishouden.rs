//! The persons of a question and how they live.

use primitives::{Datum, leeftijd_op};

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use super::REGELS_MAX;
use crate::recht::{
    Huishouden, Huisvesting, Medebewoner, Normfeiten, Ouders, Partnerfeiten, Persoonsfeiten,
    SoortMedebewoner, Woonkosten,
};

/// Nobody is older than this.
const LEEFTIJD_MAX: u8 = 130;

const HUISVESTING: [(&str, Huisvesting); 5] = [
    ("huurder", Huisvesting::Huurder),
    ("eigenaar", Huisvesting::Eigenaar),
    ("inwonend", Huisvesting::Inwonend),
    ("inrichting", Huisvesting::Inrichting),
    ("adresloos", Huisvesting::Adresloos),
];

const SOORT_MEDEBEWONER: [(&str, SoortMedebewoner); 5] = [
    ("overig", SoortMedebewoner::Overig),
    ("commercieel", SoortMedebewoner::Commercieel),
    ("student", SoortMedebewoner::Student),
    ("ouder", SoortMedebewoner::Ouder),
    ("kind", SoortMedebewoner::Kind),
];

const OUDERS: [(&str, Ouders); 3] = [
    ("toereikend", Ouders::Toereikend),
    ("niet-toereikend", Ouders::NietToereikend),
    ("niet-te-gelde", Ouders::NietTeGelde),
];

const WOONKOSTEN: [(&str, Woonkosten); 3] = [
    ("gewoon", Woonkosten::Gewoon),
    ("lager", Woonkosten::Lager),
    ("nachtopvang", Woonkosten::Nachtopvang),
];

pub(in crate::recht::bericht) fn read_huishouden(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Huishouden> {
    let bekend = [
        "aanvrager",
        "partner",
        "kinderen",
        "medebewoners",
        "huisvesting",
        "woonkosten",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let geboren = |l: &mut Lezer, w: &Json, p: &Pad<'_>| read_geboortedatum(l, w, p, peildatum);
    let persoon = |l: &mut Lezer, w: &Json, p: &Pad<'_>| {
        let object = l.object(w, p, &["geboortedatum"])?;
        l.fact(&object, "geboortedatum", geboren)
    };
    let aanvrager = lezer.fact(&object, "aanvrager", |l, w, p| {
        let object = l.object(w, p, &persoonsvelden(&["geboortedatum"]))?;
        let geboortedatum = l.fact(&object, "geboortedatum", geboren);
        let feiten = read_persoonsfeiten(l, &object, peildatum);
        Some((geboortedatum?, feiten))
    });
    let partner = lezer.optional(&object, "partner", |l, w, p| {
        Some(read_partner(l, w, p, peildatum))
    });
    let kinderen = lezer.optional(&object, "kinderen", |l, w, p| {
        l.list(w, p, REGELS_MAX, persoon)
    });
    let medebewoners = lezer.optional(&object, "medebewoners", |l, w, p| {
        l.list(w, p, REGELS_MAX, |l, w, p| {
            let object = l.object(w, p, &["geboortedatum", "soort"])?;
            let geboortedatum = l.fact(&object, "geboortedatum", geboren);
            let soort = l.fact(&object, "soort", |l, w, p| {
                l.choice(w, p, &SOORT_MEDEBEWONER)
            });
            Some(Medebewoner {
                geboortedatum: geboortedatum?,
                soort: soort?,
            })
        })
    });
    let huisvesting = lezer.fact(&object, "huisvesting", |l, w, p| {
        l.choice(w, p, &HUISVESTING)
    });
    let woonkosten = lezer.optional(&object, "woonkosten", |l, w, p| l.choice(w, p, &WOONKOSTEN));
    let (aanvrager, van_aanvrager) = aanvrager?;
    // A partner of whom a fact is missing is still a partner: without it there is no household to judge.
    let (partner, van_partner) = match partner {
        Some(partner) => Some(partner?),
        None => None,
    }
    .unzip();
    Some(Huishouden {
        aanvrager,
        partner,
        kinderen: kinderen.unwrap_or_default(),
        medebewoners: medebewoners.unwrap_or_default(),
        huisvesting: huisvesting?,
        normfeiten: Normfeiten {
            aanvrager: van_aanvrager,
            partner: van_partner.unwrap_or(Persoonsfeiten::GEEN),
            woonkosten: woonkosten.unwrap_or(Woonkosten::Gewoon),
        },
    })
}

/// The partner with what sets him apart for the norm.
fn read_partner(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<(Partnerfeiten, Persoonsfeiten)> {
    let bekend = persoonsvelden(&["geboortedatum", "heeftRecht", "huisvesting"]);
    let object = lezer.object(waarde, pad, &bekend)?;
    let geboortedatum = lezer.fact(&object, "geboortedatum", |l, w, p| {
        read_geboortedatum(l, w, p, peildatum)
    });
    let heeft_recht = lezer.fact(&object, "heeftRecht", Lezer::ja_nee);
    let huisvesting = lezer.optional(&object, "huisvesting", |l, w, p| {
        l.choice(w, p, &HUISVESTING)
    });
    let feiten = read_persoonsfeiten(lezer, &object, peildatum);
    let partner = Partnerfeiten {
        geboortedatum: geboortedatum?,
        heeft_recht: heeft_recht?,
        huisvesting,
    };
    Some((partner, feiten))
}

/// The names of the fields of a person, with those that the norm asks about.
fn persoonsvelden(eigen: &[&'static str]) -> Vec<&'static str> {
    let normvelden = ["ouders", "mantelzorgElders", "opleidingBeeindigdOp"];
    eigen.iter().copied().chain(normvelden).collect()
}

fn read_persoonsfeiten(
    lezer: &mut Lezer,
    object: &Object<'_, '_>,
    peildatum: Option<Datum>,
) -> Persoonsfeiten {
    let ouders = lezer.optional(object, "ouders", |l, w, p| l.choice(w, p, &OUDERS));
    let mantelzorg = lezer.optional(object, "mantelzorgElders", Lezer::ja_nee);
    let opleiding_beeindigd = lezer.optional(object, "opleidingBeeindigdOp", |l, w, p| {
        let op = l.datum(w, p)?;
        if peildatum.is_some_and(|peildatum| op > peildatum) {
            l.refuse(p, "deze datum ligt na de peildatum");
        }
        Some(op)
    });
    Persoonsfeiten {
        ouders,
        is_mantelzorger_elders: mantelzorg.unwrap_or(false),
        opleiding_beeindigd,
    }
}

/// A date of birth up to the reference date, of somebody who can be alive.
fn read_geboortedatum(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Datum> {
    let geboortedatum = lezer.datum(waarde, pad)?;
    let Some(peildatum) = peildatum else {
        return Some(geboortedatum);
    };
    if geboortedatum > peildatum {
        lezer.refuse(pad, "deze geboortedatum ligt na de peildatum");
        return None;
    }
    if leeftijd_op(geboortedatum, peildatum).is_none_or(|jaren| jaren > LEEFTIJD_MAX) {
        lezer.refuse(
            pad,
            format!("deze geboortedatum ligt meer dan {LEEFTIJD_MAX} jaar terug"),
        );
        return None;
    }
    Some(geboortedatum)
}
