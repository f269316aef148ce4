//! Rows of the tables of population runs.

use diesel::prelude::*;
use domain::recht::populatie::{
    Gemeentebeeld, Gemeentestand, Gemeentevoortgang, Normdag, Populatiemaatstaf, Populatierun,
    Populatierunnaam, Populatierunopdracht, Populatiesom,
};
use primitives::{Datum, Geld, GemeenteCode, Maand, Moment, Percentage, PopulatierunId};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::DbError;
use crate::schema::platform::{populatierun, populatierun_gemeente};
use crate::schema::populatiesom;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = populatierun)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct RunRow {
    id: Uuid,
    naam: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    van: Datum,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    tot: Datum,
    grens: Decimal,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    bekend_op: Moment,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    gestart_op: Moment,
    gestart_door_id: String,
    gestart_door: String,
    #[diesel(serialize_as = Option<jiff_diesel::Date>)]
    van_bekend_op: Option<jiff_diesel::Date>,
    #[diesel(serialize_as = Option<jiff_diesel::Date>)]
    tot_bekend_op: Option<jiff_diesel::Date>,
}

#[derive(Queryable, Selectable, AsChangeset)]
#[diesel(table_name = populatierun_gemeente)]
#[diesel(check_for_backend(diesel::pg::Pg))]
#[diesel(treat_none_as_null = true)]
pub(super) struct VoortgangRow {
    #[diesel(skip_update)]
    pub(super) run: Uuid,
    #[diesel(skip_update)]
    gemeente: String,
    stand: String,
    #[diesel(serialize_as = Option<jiff_diesel::Date>)]
    maand: Option<jiff_diesel::Date>,
    totaal: Option<i32>,
    gedaan: i32,
    uitzonderingen: Option<i32>,
    oud: Option<Decimal>,
    nieuw: Option<Decimal>,
    fout: Option<String>,
    bijgewerkt_op: jiff_diesel::Timestamp,
}

/// The sums of a run so far, without what never changes.
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = populatiesom)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct SomRow {
    huishoudens: i32,
    hoger: i32,
    lager: i32,
    gelijk: i32,
    onbepaald: i32,
    uitzonderingen: i32,
    oud: Decimal,
    nieuw: Decimal,
    signalen: Vec<i32>,
    klassen: Vec<i32>,
}

impl From<&Populatierun> for RunRow {
    fn from(run: &Populatierun) -> Self {
        let maatstaf = &run.opdracht.maatstaf;
        Self {
            id: run.id.uuid(),
            naam: run.opdracht.naam.as_str().to_owned(),
            van: maatstaf.van.dag,
            tot: maatstaf.tot.dag,
            grens: maatstaf.grens.decimal(),
            bekend_op: run.bekend_op,
            gestart_op: run.gestart_op,
            gestart_door_id: run.gestart_door_id.clone(),
            gestart_door: run.gestart_door.clone(),
            van_bekend_op: maatstaf.van.bekend_op.map(Into::into),
            tot_bekend_op: maatstaf.tot.bekend_op.map(Into::into),
        }
    }
}

impl TryFrom<RunRow> for Populatierun {
    type Error = DbError;

    fn try_from(row: RunRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("populatierun", kolom, row.id);
        let naam = Populatierunnaam::parse(&row.naam).ok_or_else(|| inconsistent("naam"))?;
        let grens = Percentage::try_new(row.grens.normalize());
        Ok(Self {
            id: PopulatierunId::new(row.id),
            opdracht: Populatierunopdracht {
                naam,
                maatstaf: Populatiemaatstaf {
                    van: normdag(row.van, row.van_bekend_op),
                    tot: normdag(row.tot, row.tot_bekend_op),
                    grens: grens.map_err(|_| inconsistent("grens"))?,
                },
            },
            bekend_op: row.bekend_op,
            gestart_op: row.gestart_op,
            gestart_door_id: row.gestart_door_id,
            gestart_door: row.gestart_door,
        })
    }
}

impl VoortgangRow {
    pub(super) fn new(run: PopulatierunId, voortgang: &Gemeentevoortgang) -> Self {
        let uitkomst = voortgang.uitkomst;
        Self {
            run: run.uuid(),
            gemeente: voortgang.gemeente.to_string(),
            stand: voortgang.stand.code().to_owned(),
            maand: voortgang.maand.map(|maand| maand.first_day().into()),
            totaal: voortgang.totaal.map(signed),
            gedaan: signed(voortgang.gedaan),
            uitzonderingen: uitkomst.and_then(|u| u.uitzonderingen).map(signed),
            oud: uitkomst.map(|u| u.oud.decimal()),
            nieuw: uitkomst.map(|u| u.nieuw.decimal()),
            fout: voortgang.fout.clone(),
            bijgewerkt_op: voortgang.bijgewerkt_op.into(),
        }
    }
}

impl TryFrom<VoortgangRow> for Gemeentevoortgang {
    type Error = DbError;

    fn try_from(row: VoortgangRow) -> Result<Self, DbError> {
        let inconsistent =
            |kolom| DbError::inconsistent("populatierun_gemeente", kolom, &row.gemeente);
        let count = |aantal: i32, kolom| u32::try_from(aantal).map_err(|_| inconsistent(kolom));
        let geld = |bedrag: Decimal, kolom| Geld::try_new(bedrag).map_err(|_| inconsistent(kolom));
        let uitkomst = match row.oud.zip(row.nieuw) {
            None => None,
            Some((oud, nieuw)) => Some(Gemeentebeeld {
                oud: geld(oud, "oud")?,
                nieuw: geld(nieuw, "nieuw")?,
                uitzonderingen: row
                    .uitzonderingen
                    .map(|aantal| count(aantal, "uitzonderingen"))
                    .transpose()?,
            }),
        };
        Ok(Self {
            gemeente: GemeenteCode::parse(&row.gemeente).map_err(|_| inconsistent("gemeente"))?,
            stand: Gemeentestand::from_code(&row.stand).ok_or_else(|| inconsistent("stand"))?,
            maand: row.maand.map(|dag| Maand::of(dag.to_jiff())),
            totaal: row
                .totaal
                .map(|aantal| count(aantal, "totaal"))
                .transpose()?,
            gedaan: count(row.gedaan, "gedaan")?,
            uitkomst,
            bijgewerkt_op: row.bijgewerkt_op.to_jiff(),
            fout: row.fout,
        })
    }
}

impl From<&Populatiesom> for SomRow {
    fn from(som: &Populatiesom) -> Self {
        Self {
            huishoudens: signed(som.huishoudens),
            hoger: signed(som.hoger),
            lager: signed(som.lager),
            gelijk: signed(som.gelijk),
            onbepaald: signed(som.onbepaald),
            uitzonderingen: signed(som.uitzonderingen),
            oud: som.oud.decimal(),
            nieuw: som.nieuw.decimal(),
            signalen: som.signalen.map(signed).to_vec(),
            klassen: som.klassen.map(signed).to_vec(),
        }
    }
}

impl SomRow {
    pub(super) fn restore(self, run: Uuid) -> Result<Populatiesom, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("populatiesom", kolom, run);
        let count = |aantal: i32, kolom| u32::try_from(aantal).map_err(|_| inconsistent(kolom));
        let geld = |bedrag, kolom| Geld::try_new(bedrag).map_err(|_| inconsistent(kolom));
        let mut som = Populatiesom {
            huishoudens: count(self.huishoudens, "huishoudens")?,
            hoger: count(self.hoger, "hoger")?,
            lager: count(self.lager, "lager")?,
            gelijk: count(self.gelijk, "gelijk")?,
            onbepaald: count(self.onbepaald, "onbepaald")?,
            uitzonderingen: count(self.uitzonderingen, "uitzonderingen")?,
            oud: geld(self.oud, "oud")?,
            nieuw: geld(self.nieuw, "nieuw")?,
            ..Populatiesom::LEEG
        };
        for (plek, aantal) in som.signalen.iter_mut().zip(self.signalen) {
            *plek = count(aantal, "signalen")?;
        }
        for (plek, aantal) in som.klassen.iter_mut().zip(self.klassen) {
            *plek = count(aantal, "klassen")?;
        }
        Ok(som)
    }
}

fn normdag(dag: Datum, bekend_op: Option<jiff_diesel::Date>) -> Normdag {
    Normdag {
        dag,
        bekend_op: bekend_op.map(jiff_diesel::Date::to_jiff),
    }
}

/// A count as the database holds it; no municipality has as many households as do not fit.
pub(super) fn signed(aantal: u32) -> i32 {
    i32::try_from(aantal).unwrap_or(i32::MAX)
}
