//! Residents as rows of a table, in the list and in what was found.

use application::dossier::Inwonerregel;
use domain::bevoegdheid::Permission;
use domain::ontwikkeling::Meetstand;
use http_base::InGemeente;
use primitives::{Datum, datum_kort};

use super::hoofd::{address, age, meting_status, name};
use crate::onderdelen::Status;

/// A resident in a table.
pub(super) struct Rij {
    pub(super) naam: String,
    pub(super) href: String,
    pub(super) leeftijd: String,
    pub(super) trede: String,
    pub(super) meting: Status,
    pub(super) contact: String,
    pub(super) casusregisseur: String,
    pub(super) is_actief: bool,
    /// Where to measure, when that is due and the reader may.
    pub(super) meten: Option<String>,
}

impl Rij {
    pub(super) fn new(wie: &InGemeente, regel: &Inwonerregel, vandaag: Datum) -> Self {
        let href = address(wie, regel.dossier);
        let gemeten_op = regel.meting.map(|(_, dag)| dag);
        let is_nodig = regel.is_actief && Meetstand::on(gemeten_op, vandaag).is_meting_nodig();
        let mag_meten = wie.may(Permission::DossierBijwerken);
        let trede = regel.meting.map(|(trede, _)| trede.to_string());
        Self {
            naam: name(regel.naam.as_deref()),
            leeftijd: age(regel.geboortedatum, vandaag),
            trede: trede.unwrap_or_else(|| "onbekend".to_owned()),
            meting: meting_status(gemeten_op, vandaag),
            contact: regel
                .contact_op
                .map_or_else(|| "geen".to_owned(), datum_kort),
            casusregisseur: regel
                .casusregisseur
                .clone()
                .unwrap_or_else(|| "niemand".to_owned()),
            is_actief: regel.is_actief,
            meten: (is_nodig && mag_meten).then(|| format!("{href}/ontwikkeling/meten")),
            href,
        }
    }
}
