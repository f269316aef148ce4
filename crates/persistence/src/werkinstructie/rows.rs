//! Rows of the tables `bedrijf.werkinstructie` and `bedrijf.werkwaarde`.

use diesel::prelude::*;
use domain::beleid::{Persoon, Waarde, catalogus};
use domain::werkinstructie::{Instructieversie, Werkwaarde};
use primitives::{Datum, Moment, Periode, WerkinstructieId};
use uuid::Uuid;

use crate::DbError;
use crate::schema::sturing::{werkinstructie, werkwaarde};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = werkinstructie)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct WerkinstructieRow {
    pub(super) id: Uuid,
    nummer: i32,
    titel: String,
    tekst: String,
    sleutels: Vec<String>,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    van: Datum,
    #[diesel(serialize_as = jiff_diesel::NullableDate, deserialize_as = jiff_diesel::NullableDate)]
    tot: Option<Datum>,
    gemeente: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = werkwaarde)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct WerkwaardeRow {
    werkinstructie: Uuid,
    nummer: i32,
    sleutel: String,
    waarde: String,
}

impl WerkinstructieRow {
    pub(super) fn new(
        id: WerkinstructieId,
        gemeente: &str,
        versie: &Instructieversie,
    ) -> Result<Self, DbError> {
        let nummer = i32::try_from(versie.nummer)
            .map_err(|_| DbError::inconsistent("werkinstructie", "nummer", id))?;
        Ok(Self {
            id: id.uuid(),
            nummer,
            titel: versie.titel.clone(),
            tekst: versie.tekst.clone(),
            sleutels: versie.sleutels.iter().map(ToString::to_string).collect(),
            van: versie.periode.van(),
            tot: versie.periode.tot(),
            gemeente: gemeente.to_owned(),
            op: versie.op,
            door_id: versie.door.sub.clone(),
            door: versie.door.naam.clone(),
        })
    }

    /// The version of the row, with its values from those of all versions.
    pub(super) fn into_versie(
        self,
        waarden: &[WerkwaardeRow],
    ) -> Result<Instructieversie, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("werkinstructie", kolom, self.id);
        let eigen = waarden
            .iter()
            .filter(|row| row.werkinstructie == self.id && row.nummer == self.nummer);
        let waarden = eigen.map(Werkwaarde::try_from).collect::<Result<_, _>>()?;
        let find = |sleutel: &String| {
            let parameter = catalogus().find(sleutel);
            parameter.map(|parameter| parameter.sleutel.clone())
        };
        let sleutels: Option<Vec<_>> = self.sleutels.iter().map(find).collect();
        Ok(Instructieversie {
            nummer: u32::try_from(self.nummer).map_err(|_| inconsistent("nummer"))?,
            sleutels: sleutels.ok_or_else(|| inconsistent("sleutels"))?,
            periode: Periode::try_new(self.van, self.tot).map_err(|_| inconsistent("tot"))?,
            titel: self.titel,
            tekst: self.tekst,
            waarden,
            door: Persoon {
                sub: self.door_id,
                naam: self.door,
            },
            op: self.op,
        })
    }
}

impl WerkwaardeRow {
    /// The values of a version.
    pub(super) fn list(
        id: WerkinstructieId,
        versie: &Instructieversie,
    ) -> Result<Vec<Self>, DbError> {
        let nummer = i32::try_from(versie.nummer)
            .map_err(|_| DbError::inconsistent("werkwaarde", "nummer", id))?;
        let row = |waarde: &Werkwaarde| Self {
            werkinstructie: id.uuid(),
            nummer,
            sleutel: waarde.sleutel.to_string(),
            waarde: waarde.waarde.to_string(),
        };
        Ok(versie.waarden.iter().map(row).collect())
    }
}

impl TryFrom<&WerkwaardeRow> for Werkwaarde {
    type Error = DbError;

    fn try_from(row: &WerkwaardeRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("werkwaarde", kolom, row.werkinstructie);
        let parameter = catalogus()
            .find(&row.sleutel)
            .ok_or_else(|| inconsistent("sleutel"))?;
        let waarde = Waarde::parse(parameter.soort, &row.waarde);
        Ok(Self {
            sleutel: parameter.sleutel.clone(),
            waarde: waarde.map_err(|_| inconsistent("waarde"))?,
        })
    }
}
