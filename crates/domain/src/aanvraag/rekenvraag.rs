//! The question that a proposal asks of the calculation, as JSON of contract 2.1.

use std::collections::BTreeMap;

use primitives::{Datum, Geld, GemeenteCode, Percentage};
use serde::Serialize;
use serde_json::Value;

use super::regelingsvraag::field_of;
use crate::recht::Regeling;
use crate::recht::regelingen::Regelingsfeiten;

/// What the caseworker fills in besides what is recorded of the resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekenfeiten {
    /// The day whose facts and amounts hold.
    pub peildatum: Datum,
    /// The partner; none for who lives without one.
    pub partner: Option<Partnerfeiten>,
    /// Days of birth of the children of the household.
    pub kinderen: Vec<Datum>,
    /// Days of birth of others at the address who may share costs. Participatiewet art. 19a.
    pub medebewoners: Vec<Datum>,
    /// How the household lives, as contract 2.1 names it.
    pub huisvesting: &'static str,
    /// What it saves on housing, as contract 2.1 names it. Participatiewet art. 27.
    pub woonkosten: &'static str,
    /// Net income of the month.
    pub inkomsten: Vec<Inkomensfeit>,
    /// What is owned, the own home aside.
    pub bezittingen: Geld,
    /// What is owed, the mortgage aside.
    pub schulden: Geld,
    /// What the own home is worth above its mortgage.
    pub overwaarde_woning: Option<Geld>,
    /// What an individuele inkomenstoeslag asks besides.
    pub toeslag: Option<Toeslagfeit>,
    /// What another scheme asks besides.
    pub regeling: Option<Regelingsfeiten>,
}

/// A partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Partnerfeiten {
    /// Day of birth.
    pub geboortedatum: Datum,
    /// Whether the partner has a right to bijstand too.
    pub heeft_recht: bool,
}

/// An income.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inkomensfeit {
    persoon: &'static str,
    soort: &'static str,
    bedrag: Geld,
}

/// What decides about a toeslag besides household and means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Toeslagfeit {
    /// For how many months the income was low.
    pub maanden_laag_inkomen: u32,
    /// Income per month.
    pub inkomen: Geld,
    /// The same in the month of the application, where the council tests that too.
    pub inkomen_peildatum: Option<Geld>,
    /// The part that is given just above a limit, where the council does not say how large it is.
    pub deel: Option<Percentage>,
    /// What the earlier rules of the council gave, as contract 2.1 names it; asked where a transition holds.
    pub overgang: Option<&'static str>,
    /// The day of the last toeslag.
    pub laatste_toekenning: Option<Datum>,
    /// Whether there is prospect of a better income.
    pub uitzicht_op_verbetering: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rekenvraag<'a> {
    gemeente: GemeenteCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    gebied: Option<GemeenteCode>,
    peildatum: Datum,
    regeling: &'static str,
    huishouden: Huishouden<'a>,
    inkomsten: &'a [Inkomensfeit],
    vermogen: Vermogen,
    #[serde(skip_serializing_if = "Option::is_none")]
    toeslag: Option<Toeslagfeit>,
    #[serde(flatten)]
    regeling_feiten: BTreeMap<&'static str, Value>,
}

#[derive(Serialize)]
struct Huishouden<'a> {
    aanvrager: Geboren,
    #[serde(skip_serializing_if = "Option::is_none")]
    partner: Option<Partnerfeiten>,
    kinderen: Vec<Geboren>,
    medebewoners: Vec<Medebewoner>,
    huisvesting: &'a str,
    woonkosten: &'a str,
}

#[derive(Serialize)]
struct Geboren {
    geboortedatum: Datum,
}

#[derive(Serialize)]
struct Medebewoner {
    geboortedatum: Datum,
    soort: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Vermogen {
    bezittingen: Geld,
    schulden: Geld,
    overwaarde_woning: Geld,
}

impl Inkomensfeit {
    /// Net wages of the applicant.
    pub const fn loon(bedrag: Geld) -> Self {
        Self {
            persoon: "aanvrager",
            soort: "arbeid",
            bedrag,
        }
    }

    /// Another benefit of the applicant.
    pub const fn uitkering(bedrag: Geld) -> Self {
        Self {
            persoon: "aanvrager",
            soort: "uitkering",
            bedrag,
        }
    }
}

impl Rekenfeiten {
    /// How a household can live, with the words for a form.
    pub const HUISVESTING: [(&'static str, &'static str); 5] = [
        ("huurder", "Huurt een woning"),
        ("eigenaar", "Heeft een eigen woning"),
        ("inwonend", "Woont bij iemand in"),
        ("inrichting", "Verblijft in een inrichting"),
        ("adresloos", "Heeft geen adres"),
    ];

    /// What a household saves on housing, with the words for a form. Participatiewet art. 27.
    pub const WOONKOSTEN: [(&'static str, &'static str); 3] = [
        ("gewoon", "Gewone woonkosten"),
        ("lager", "Lagere woonkosten, of geen woning"),
        ("nachtopvang", "Slaapt in de nachtopvang"),
    ];

    /// The question about a resident born on a day, as JSON of contract 2.1.
    pub fn question(
        &self,
        (gemeente, gebied): (GemeenteCode, Option<GemeenteCode>),
        regeling: Regeling,
        geboortedatum: Datum,
    ) -> serde_json::Result<String> {
        let geboren = |geboortedatum: &Datum| Geboren {
            geboortedatum: *geboortedatum,
        };
        let medebewoner = |geboortedatum: &Datum| Medebewoner {
            geboortedatum: *geboortedatum,
            soort: "overig",
        };
        serde_json::to_string(&Rekenvraag {
            gemeente,
            gebied,
            peildatum: self.peildatum,
            regeling: regeling.naam(),
            huishouden: Huishouden {
                aanvrager: Geboren { geboortedatum },
                partner: self.partner,
                kinderen: self.kinderen.iter().map(geboren).collect(),
                medebewoners: self.medebewoners.iter().map(medebewoner).collect(),
                huisvesting: self.huisvesting,
                woonkosten: self.woonkosten,
            },
            inkomsten: &self.inkomsten,
            vermogen: Vermogen {
                bezittingen: self.bezittingen,
                schulden: self.schulden,
                overwaarde_woning: self.overwaarde_woning.unwrap_or(Geld::NUL),
            },
            toeslag: self.toeslag,
            regeling_feiten: self.regeling.iter().map(field_of).collect(),
        })
    }
}
