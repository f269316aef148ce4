//! Benefits, provisions and the household of one resident, from the statutory records as last known.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::dossier::{Huisgenoot, Huishoudbeeld, Maandstand, Voorzieningsperiode};
use domain::statistiek::{
    Code, Einde, EindeVoorziening, Loonwaarde, Registratienummer, Statistiekcode,
};
use jiff_diesel::Date;
use primitives::{DossierId, Maand, UitkeringId};
use uuid::Uuid;

use crate::schema::{inwoner, levering, levering_maand, maandregel, uitkering, voorziening};
use crate::{DbError, TenantTx};

/// Forty years of months.
const MAANDEN_MAX: i64 = 500;
/// A benefit has one or two holders; a record with more is wrong, but is shown.
const HUISGENOTEN_MAX: i64 = 10;

/// The last month of which the benefits were delivered.
pub async fn find_laatste_levering(tx: &mut TenantTx) -> Result<Option<Maand>, DbError> {
    let maand: Option<Date> = levering_maand::table
        .inner_join(levering::table)
        .filter(levering::soort.eq("bus"))
        .order(levering_maand::maand.desc())
        .select(levering_maand::maand)
        .first(tx.conn())
        .await
        .optional()?;
    Ok(maand.map(|dag| Maand::of(dag.to_jiff())))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = maandregel)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct MaandstandRow {
    maand: Date,
    uitkering: Uuid,
    inwoner: Uuid,
    vervallen: bool,
    statistiekcode: String,
    leefvorm: Option<String>,
    aantal_kostendelers: Option<i16>,
    huisvesting: Option<String>,
    aanvangsdatum: Date,
    einddatum: Option<Date>,
    reden_einde: Option<String>,
    #[diesel(select_expression = uitkering::registratienummer)]
    registratienummer: String,
}

impl MaandstandRow {
    fn soort(&self) -> Result<Statistiekcode, DbError> {
        self.parse("statistiekcode", &self.statistiekcode)
    }

    fn parse<C: Code>(&self, kolom: &'static str, code: &str) -> Result<C, DbError> {
        C::parse(code).map_err(|_| self.inconsistent(kolom))
    }

    fn maandstand(&self) -> Result<Maandstand, DbError> {
        let reden = self.reden_einde.as_deref();
        let reden = reden
            .map(|code| self.parse("reden_einde", code))
            .transpose()?;
        let einde = self.einddatum.zip(reden).map(|(datum, reden)| Einde {
            datum: datum.to_jiff(),
            reden,
        });
        Ok(Maandstand {
            maand: Maand::of(self.maand.to_jiff()),
            uitkering: UitkeringId::new(self.uitkering),
            registratienummer: Registratienummer::parse(&self.registratienummer)
                .map_err(|_| self.inconsistent("uitkering"))?,
            soort: self.soort()?,
            aanvangsdatum: self.aanvangsdatum.to_jiff(),
            einde,
        })
    }

    fn inconsistent(&self, kolom: &'static str) -> DbError {
        DbError::inconsistent("maandregel", kolom, self.inwoner)
    }
}

async fn load_rows(tx: &mut TenantTx, dossier: DossierId) -> Result<Vec<MaandstandRow>, DbError> {
    let rows: Vec<MaandstandRow> = maandregel::table
        .inner_join(uitkering::table)
        .filter(maandregel::inwoner.eq(dossier.uuid()))
        .distinct_on((maandregel::maand, maandregel::uitkering))
        .order((
            maandregel::maand.desc(),
            maandregel::uitkering,
            maandregel::bekend_op.desc(),
        ))
        .limit(MAANDEN_MAX)
        .select(MaandstandRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(rows.into_iter().filter(|row| !row.vervallen).collect())
}

/// What the records say about the benefits of a resident, the newest month first.
pub async fn list_maandstanden(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Maandstand>, DbError> {
    let rows = load_rows(tx, dossier).await?;
    rows.iter().map(MaandstandRow::maandstand).collect()
}

/// The household as the last record with a benefit for the cost of living shows it.
pub async fn find_huishoudbeeld(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Option<Huishoudbeeld>, DbError> {
    let rows = load_rows(tx, dossier).await?;
    for row in &rows {
        if row.soort()?.is_levensonderhoud() {
            let huisgenoten = list_huisgenoten(tx, row).await?;
            return row.huishoudbeeld(huisgenoten).map(Some);
        }
    }
    Ok(None)
}

async fn list_huisgenoten(
    tx: &mut TenantTx,
    row: &MaandstandRow,
) -> Result<Vec<Huisgenoot>, DbError> {
    let rows: Vec<(Uuid, bool, Option<String>, Date)> = maandregel::table
        .inner_join(inwoner::table)
        .filter(maandregel::maand.eq(row.maand))
        .filter(maandregel::uitkering.eq(row.uitkering))
        .filter(maandregel::inwoner.ne(row.inwoner))
        .distinct_on(maandregel::inwoner)
        .order((maandregel::inwoner, maandregel::bekend_op.desc()))
        .limit(HUISGENOTEN_MAX)
        .select((
            maandregel::inwoner,
            maandregel::vervallen,
            inwoner::naam,
            inwoner::geboortedatum,
        ))
        .load(tx.conn())
        .await?;
    Ok(rows
        .into_iter()
        .filter(|(_, vervallen, _, _)| !vervallen)
        .map(|(id, _, naam, geboortedatum)| Huisgenoot {
            dossier: DossierId::new(id),
            naam,
            geboortedatum: geboortedatum.to_jiff(),
        })
        .collect())
}

impl MaandstandRow {
    fn huishoudbeeld(&self, huisgenoten: Vec<Huisgenoot>) -> Result<Huishoudbeeld, DbError> {
        let leefvorm = self.leefvorm.as_deref();
        let huisvesting = self.huisvesting.as_deref();
        let aantal = self.aantal_kostendelers.map(u8::try_from).transpose();
        let leefvorm = leefvorm
            .map(|code| self.parse("leefvorm", code))
            .transpose()?;
        Ok(Huishoudbeeld {
            maand: Maand::of(self.maand.to_jiff()),
            soort: self.soort()?,
            leefvorm,
            aantal_kostendelers: aantal.map_err(|_| self.inconsistent("aantal_kostendelers"))?,
            huisvesting: huisvesting
                .map(|code| self.parse("huisvesting", code))
                .transpose()?,
            huisgenoten,
        })
    }
}

/// The provisions of a resident, each as the last record of it shows it, the newest first.
pub async fn list_voorzieningen(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Voorzieningsperiode>, DbError> {
    let rows: Vec<VoorzieningRow> = voorziening::table
        .filter(voorziening::inwoner.eq(dossier.uuid()))
        .distinct_on(voorziening::registratienummer)
        .order((
            voorziening::registratienummer,
            voorziening::maand.desc(),
            voorziening::bekend_op.desc(),
        ))
        .limit(MAANDEN_MAX)
        .select(VoorzieningRow::as_select())
        .load(tx.conn())
        .await?;
    let mut perioden = rows
        .iter()
        .filter(|row| !row.vervallen)
        .map(|row| row.periode(dossier))
        .collect::<Result<Vec<_>, DbError>>()?;
    perioden.sort_by_key(|periode| std::cmp::Reverse(periode.van));
    Ok(perioden)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = voorziening)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct VoorzieningRow {
    registratienummer: String,
    vervallen: bool,
    soort: String,
    begindatum: Date,
    einddatum: Option<Date>,
    reden_einde: Option<String>,
    loonwaarde: Option<i16>,
}

impl VoorzieningRow {
    fn periode(&self, dossier: DossierId) -> Result<Voorzieningsperiode, DbError> {
        let fout = |kolom| DbError::inconsistent("voorziening", kolom, dossier);
        let reden = self.reden_einde.as_deref().map(Code::parse).transpose();
        let einde = self
            .einddatum
            .zip(reden.map_err(|_| fout("reden_einde"))?)
            .map(|(datum, reden)| EindeVoorziening {
                datum: datum.to_jiff(),
                reden,
            });
        Ok(Voorzieningsperiode {
            registratienummer: Registratienummer::parse(&self.registratienummer)
                .map_err(|_| fout("registratienummer"))?,
            soort: Code::parse(&self.soort).map_err(|_| fout("soort"))?,
            van: self.begindatum.to_jiff(),
            einde,
            loonwaarde: self.loonwaarde(dossier)?,
        })
    }
    fn loonwaarde(&self, dossier: DossierId) -> Result<Option<Loonwaarde>, DbError> {
        let Some(procent) = self.loonwaarde else {
            return Ok(None);
        };
        u8::try_from(procent)
            .ok()
            .and_then(|procent| Loonwaarde::try_new(procent).ok())
            .map(Some)
            .ok_or_else(|| DbError::inconsistent("voorziening", "loonwaarde", dossier))
    }
}
