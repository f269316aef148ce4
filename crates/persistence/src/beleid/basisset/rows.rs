//! Rows of the tables `basisset`, `basisakte` and `basisversie`.

use diesel::prelude::*;
use domain::beleid::{Basisakte, Basishandeling, Basisset, Basissetkop, Basisversie, Persoon};
use jiff_diesel::ToDiesel;
use primitives::{BasissetId, GemeenteCode, Moment};
use serde_json::Value;
use uuid::Uuid;

use super::inhoud::{json_of, parse_tekst};
use crate::DbError;
use crate::schema::{basisakte, basisset, basisversie};

#[derive(Queryable, Selectable)]
#[diesel(table_name = basisset)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BasissetRow {
    pub(super) id: Uuid,
    naam: String,
}

#[derive(Insertable)]
#[diesel(table_name = basisset)]
pub(super) struct NewBasissetRow<'a> {
    id: Uuid,
    naam: &'a str,
    leden: Vec<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = basisakte)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BasisakteRow {
    pub(super) basisset: Uuid,
    soort: String,
    inhoud: Option<Value>,
    namens: String,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

#[derive(Insertable)]
#[diesel(table_name = basisakte)]
pub(super) struct NewBasisakteRow<'a> {
    basisset: Uuid,
    nummer: i32,
    soort: &'static str,
    inhoud: Option<Value>,
    namens: String,
    op: jiff_diesel::Timestamp,
    door_id: &'a str,
    door: &'a str,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = basisversie)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BasisversieRow {
    basisset: Uuid,
    versie: i16,
    naam: String,
    inhoud: Value,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    gepubliceerd_op: Moment,
    gepubliceerd_door: String,
}

impl<'a> NewBasissetRow<'a> {
    pub(super) fn new(nieuw: &'a Basisset) -> Self {
        Self {
            id: nieuw.kop().id.uuid(),
            naam: &nieuw.kop().naam,
            leden: leden_of(nieuw),
        }
    }
}

/// The codes of the members of the last text.
pub(super) fn leden_of(set: &Basisset) -> Vec<String> {
    set.tekst().leden.iter().map(ToString::to_string).collect()
}

impl<'a> NewBasisakteRow<'a> {
    /// The last act of a base.
    pub(super) fn last_of(set: &'a Basisset) -> Option<Self> {
        let akte = set.akten().last()?;
        Some(Self {
            basisset: set.kop().id.uuid(),
            nummer: i32::try_from(set.akten().len()).ok()?,
            soort: akte.handeling.code(),
            inhoud: akte.handeling.tekst().map(json_of),
            namens: akte.namens.to_string(),
            op: akte.op.to_diesel(),
            door_id: &akte.door.sub,
            door: &akte.door.naam,
        })
    }
}

impl BasissetRow {
    /// The base of its acts, in order.
    pub(super) fn restore(self, akten: Vec<BasisakteRow>) -> Result<Basisset, DbError> {
        let kop = Basissetkop {
            id: BasissetId::new(self.id),
            naam: self.naam,
        };
        let akten: Vec<_> = akten
            .into_iter()
            .map(Basisakte::try_from)
            .collect::<Result<_, _>>()?;
        Basisset::restore(kop, akten)
            .map_err(|_| DbError::inconsistent("basisakte", "nummer", self.id))
    }
}

impl TryFrom<BasisakteRow> for Basisakte {
    type Error = DbError;

    fn try_from(row: BasisakteRow) -> Result<Self, DbError> {
        let id = row.basisset;
        let inconsistent = |kolom| DbError::inconsistent("basisakte", kolom, id);
        let tekst = |inhoud: Option<Value>| {
            let inhoud = inhoud.ok_or_else(|| inconsistent("inhoud"))?;
            parse_tekst(inhoud).map_err(|_| inconsistent("inhoud"))
        };
        let handeling = match row.soort.as_str() {
            "opgesteld" => Basishandeling::Opgesteld(tekst(row.inhoud)?),
            "gewijzigd" => Basishandeling::Gewijzigd(tekst(row.inhoud)?),
            "gepubliceerd" => Basishandeling::Gepubliceerd,
            _ => return Err(inconsistent("soort")),
        };
        Ok(Self {
            handeling,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            namens: GemeenteCode::parse(&row.namens).map_err(|_| inconsistent("namens"))?,
            op: row.op,
        })
    }
}

impl TryFrom<&Basisversie> for BasisversieRow {
    type Error = DbError;

    fn try_from(versie: &Basisversie) -> Result<Self, DbError> {
        let nummer = i16::try_from(versie.versie);
        Ok(Self {
            basisset: versie.basisset.uuid(),
            versie: nummer
                .map_err(|_| DbError::inconsistent("basisversie", "versie", versie.basisset))?,
            naam: versie.naam.clone(),
            inhoud: json_of(&versie.tekst),
            gepubliceerd_op: versie.gepubliceerd_op,
            gepubliceerd_door: versie.gepubliceerd_door.clone(),
        })
    }
}

impl TryFrom<BasisversieRow> for Basisversie {
    type Error = DbError;

    fn try_from(row: BasisversieRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("basisversie", kolom, row.basisset);
        Ok(Self {
            basisset: BasissetId::new(row.basisset),
            naam: row.naam,
            versie: u16::try_from(row.versie).map_err(|_| inconsistent("versie"))?,
            tekst: parse_tekst(row.inhoud).map_err(|_| inconsistent("inhoud"))?,
            gepubliceerd_op: row.gepubliceerd_op,
            gepubliceerd_door: row.gepubliceerd_door,
        })
    }
}
