//! Rows of the month records, as far as they say something about the right.

use diesel::prelude::*;
use domain::recht::{Maandbeeld, Maandbeeldpersoon};
use domain::statistiek::{Code, JaNee, Leefvorm};
use jiff_diesel::Date;
use primitives::{DossierId, Geld, Maand, UitkeringId};
use uuid::Uuid;

use super::Maanduitkering;
use crate::DbError;
use crate::schema::maandregel;

#[derive(Queryable, Selectable)]
#[diesel(table_name = maandregel)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct MaanduitkeringRow {
    pub(super) maand: Date,
    pub(super) uitkering: Uuid,
    inwoner: Uuid,
    pub(super) vervallen: bool,
    statistiekcode: String,
    leefvorm: Option<String>,
    aantal_kostendelers: Option<i16>,
    bedrag_norm: Option<i32>,
    bedrag_vermindering: Option<i32>,
    bedrag_inkomsten: Option<i32>,
    betaalbaar_gesteld: i32,
    geboortedatum: Date,
    huisvesting: Option<String>,
    aanvangsdatum: Date,
    vrijlating: Option<String>,
}

impl MaanduitkeringRow {
    /// Whether the record is there and is one of algemene bijstand.
    pub(super) fn is_algemene_bijstand(&self) -> bool {
        !self.vervallen && self.statistiekcode == "01"
    }

    /// The benefit with this record as its only one.
    pub(super) fn maanduitkering(&self) -> Result<Maanduitkering, DbError> {
        let leefvorm = self.leefvorm.as_deref().map(Leefvorm::parse).transpose();
        let kostendelers = self.aantal_kostendelers.map(u8::try_from).transpose();
        Ok(Maanduitkering {
            uitkering: UitkeringId::new(self.uitkering),
            maand: Maand::of(self.maand.to_jiff()),
            dossiers: vec![DossierId::new(self.inwoner)],
            aanvangsdatum: self.aanvangsdatum.to_jiff(),
            beeld: Maandbeeld {
                leefvorm: leefvorm.map_err(|_| self.inconsistent("leefvorm"))?,
                aantal_kostendelers: kostendelers
                    .map_err(|_| self.inconsistent("aantal_kostendelers"))?,
                personen: vec![self.persoon()?],
                inkomsten: whole_euros(self.bedrag_inkomsten.unwrap_or_default()),
                vermindering: whole_euros(self.bedrag_vermindering.unwrap_or_default()),
            },
            vrijlating: self.is_vrijgelaten(),
            norm: self.bedrag_norm.map(whole_euros),
            betaalbaar_gesteld: whole_euros(self.betaalbaar_gesteld),
        })
    }

    /// Whether this is a record of the same benefit in the same month.
    pub(super) fn is_of(&self, uitkering: &Maanduitkering) -> bool {
        uitkering.uitkering.uuid() == self.uitkering
            && uitkering.maand.first_day() == self.maand.to_jiff()
    }

    /// Adds this record, of the other holder, to the benefit.
    pub(super) fn join(&self, uitkering: &mut Maanduitkering) -> Result<(), DbError> {
        uitkering.dossiers.push(DossierId::new(self.inwoner));
        uitkering.beeld.personen.push(self.persoon()?);
        uitkering.vrijlating |= self.is_vrijgelaten();
        Ok(())
    }

    fn is_vrijgelaten(&self) -> bool {
        self.vrijlating.as_deref() == Some(JaNee::Ja.code())
    }

    fn persoon(&self) -> Result<Maandbeeldpersoon, DbError> {
        let huisvesting = self.huisvesting.as_deref().map(Code::parse).transpose();
        Ok(Maandbeeldpersoon {
            geboortedatum: self.geboortedatum.to_jiff(),
            huisvesting: huisvesting.map_err(|_| self.inconsistent("huisvesting"))?,
        })
    }

    fn inconsistent(&self, kolom: &'static str) -> DbError {
        DbError::inconsistent("maandregel", kolom, self.inwoner)
    }
}

/// At most six digits of euros by the checks of the table, so the cents fit.
fn whole_euros(euros: i32) -> Geld {
    Geld::from_cents(euros.saturating_mul(100))
}
