//! Reads the facts of one quarter as they were known on one moment: one query for each kind, whatever the size.

use diesel::sql_types::{
    Bool, Date, Integer, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid,
};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::ontwikkeling::Trede;
use domain::sturing::{
    Begeleiding, Contact, Eindreden, Feiten, Laddermeting, Levering, Leveringsoort, Maandfeit,
    Regeling, Uitkeringsdeel, Voorziening, Voorzieningsoort,
};
use jiff_diesel::ToDiesel;
use primitives::{
    Datum, DossierId, Geld, Kwartaal, Maand, Moment, Percentage, Periode, UitkeringId,
};
use uuid::Uuid;

use crate::formatie;
use crate::{DbError, TenantTx};

#[derive(QueryableByName)]
struct LeveringRow {
    #[diesel(sql_type = Text)]
    soort: String,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    maand: Datum,
}

#[derive(QueryableByName)]
struct UitkeringRow {
    #[diesel(sql_type = SqlUuid)]
    inwoner: Uuid,
    #[diesel(sql_type = SqlUuid)]
    uitkering: Uuid,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    maand: Datum,
    #[diesel(sql_type = Text)]
    statistiekcode: String,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    geboortedatum: Datum,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    aanvangsdatum: Datum,
    #[diesel(sql_type = Nullable<Date>, deserialize_as = jiff_diesel::NullableDate)]
    einddatum: Option<Datum>,
    #[diesel(sql_type = Nullable<Text>)]
    reden_einde: Option<String>,
    #[diesel(sql_type = Nullable<Date>, deserialize_as = jiff_diesel::NullableDate)]
    datum_invoering: Option<Datum>,
}

#[derive(QueryableByName)]
struct MaandfeitRow {
    #[diesel(sql_type = SqlUuid)]
    inwoner: Uuid,
    #[diesel(sql_type = Integer)]
    inkomen: i32,
    #[diesel(sql_type = Bool)]
    ontheven: bool,
}

#[derive(QueryableByName)]
struct BegeleidingRow {
    #[diesel(sql_type = SqlUuid)]
    inwoner: Uuid,
}

#[derive(QueryableByName)]
struct ContactRow {
    #[diesel(sql_type = SqlUuid)]
    inwoner: Uuid,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    datum: Datum,
}

#[derive(QueryableByName)]
struct MetingRow {
    #[diesel(sql_type = SqlUuid)]
    inwoner: Uuid,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    begindatum: Datum,
    #[diesel(sql_type = SmallInt)]
    trede: i16,
}

#[derive(QueryableByName)]
struct VoorzieningRow {
    #[diesel(sql_type = SqlUuid)]
    inwoner: Uuid,
    #[diesel(sql_type = Date, deserialize_as = jiff_diesel::Date)]
    begindatum: Datum,
    #[diesel(sql_type = Nullable<Date>, deserialize_as = jiff_diesel::NullableDate)]
    einddatum: Option<Datum>,
    #[diesel(sql_type = Nullable<SmallInt>)]
    loonwaarde: Option<i16>,
}

/// Everything registered that the figures of a quarter need, as known on `bekend_op`.
pub async fn load_feiten(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    bekend_op: Moment,
) -> Result<Feiten, DbError> {
    let eerste = Maand::of(Feiten::first_day(kwartaal));
    let laatste = kwartaal.last_month();
    let leveringen = list_leveringen(tx, eerste, laatste, bekend_op).await?;
    Ok(Feiten {
        uitkeringen: list_uitkeringen(tx, eerste, laatste, bekend_op, &leveringen).await?,
        maanden: list_maandfeiten(tx, laatste, bekend_op).await?,
        metingen: list_metingen(tx, kwartaal, bekend_op).await?,
        voorzieningen: list_voorzieningen(tx, laatste, bekend_op).await?,
        begeleiding: list_begeleiding(tx, laatste, bekend_op).await?,
        contacten: list_contacten(tx, kwartaal, bekend_op).await?,
        formatie: formatie::list_regels(tx, bekend_op).await?,
        leveringen,
    })
}

async fn list_leveringen(
    tx: &mut TenantTx,
    eerste: Maand,
    laatste: Maand,
    bekend_op: Moment,
) -> Result<Vec<Levering>, DbError> {
    let rows: Vec<LeveringRow> = sql_query(include_str!("sql/leveringen.sql"))
        .bind::<Date, _>(eerste.first_day().to_diesel())
        .bind::<Date, _>(laatste.first_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let read = |row: LeveringRow| {
        let soort = match row.soort.as_str() {
            "bus" => Leveringsoort::Bus,
            "srg" => Leveringsoort::Srg,
            _ => return Err(DbError::inconsistent("levering", "soort", row.maand)),
        };
        let maand = Maand::of(row.maand);
        Ok(Levering { soort, maand })
    };
    rows.into_iter().map(read).collect()
}

async fn list_uitkeringen(
    tx: &mut TenantTx,
    eerste: Maand,
    laatste: Maand,
    bekend_op: Moment,
    leveringen: &[Levering],
) -> Result<Vec<Uitkeringsdeel>, DbError> {
    let rows: Vec<UitkeringRow> = sql_query(include_str!("sql/uitkeringen.sql"))
        .bind::<Date, _>(eerste.first_day().to_diesel())
        .bind::<Date, _>(laatste.first_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let geleverd: Vec<Maand> = leveringen
        .iter()
        .filter(|l| l.soort == Leveringsoort::Bus)
        .map(|l| l.maand)
        .collect();
    rows.into_iter()
        .map(|row| row.into_deel(&geleverd))
        .collect()
}

impl UitkeringRow {
    /// `geleverd` are the months for which BUS was received, earliest first.
    fn into_deel(self, geleverd: &[Maand]) -> Result<Uitkeringsdeel, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("maandregel", kolom, self.inwoner);
        let regeling = match self.statistiekcode.as_str() {
            "01" => Regeling::Participatiewet,
            "02" => Regeling::Ioaw,
            "03" => Regeling::Ioaz,
            "14" => Regeling::Bbz,
            _ => return Err(inconsistent("statistiekcode")),
        };
        // The statutory end date is the last day; a period ends before its end.
        let geregistreerd = self
            .einddatum
            .map(|dag| dag.saturating_add(jiff::Span::new().days(1)));
        let tot = geregistreerd.or_else(|| self.vanished_on(geleverd));
        let periode = Periode::try_new(self.aanvangsdatum, tot);
        Ok(Uitkeringsdeel {
            dossier: DossierId::new(self.inwoner),
            uitkering: UitkeringId::new(self.uitkering),
            regeling,
            geboortedatum: self.geboortedatum,
            periode: periode.map_err(|_| inconsistent("einddatum"))?,
            ingevoerd_op: self.datum_invoering,
            eindreden: self.reden_einde.as_deref().map(read_eindreden),
        })
    }

    /// A record that is in a month and not in the next one that was delivered has ended, whatever its end date:
    /// not before the benefit began, and at the latest on the first day of that next month.
    fn vanished_on(&self, geleverd: &[Maand]) -> Option<Datum> {
        let volgende = geleverd
            .iter()
            .find(|maand| maand.first_day() > self.maand)?;
        Some(volgende.first_day())
    }
}

/// BUS field 34.
fn read_eindreden(code: &str) -> Eindreden {
    match code {
        "11" | "13" => Eindreden::Werk,
        "03" => Eindreden::AowLeeftijd,
        _ => Eindreden::Anders,
    }
}

async fn list_maandfeiten(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Vec<Maandfeit>, DbError> {
    let rows: Vec<MaandfeitRow> = sql_query(include_str!("sql/maandfeiten.sql"))
        .bind::<Date, _>(maand.first_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let read = |row: MaandfeitRow| Maandfeit {
        dossier: DossierId::new(row.inwoner),
        maand,
        // Four digits of euros fit in cents.
        inkomen_uit_werk: Geld::from_cents(row.inkomen.saturating_mul(100)),
        is_ontheven: row.ontheven,
    };
    Ok(rows.into_iter().map(read).collect())
}

async fn list_begeleiding(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Vec<Begeleiding>, DbError> {
    let rows: Vec<BegeleidingRow> = sql_query(include_str!("sql/begeleiding.sql"))
        .bind::<Date, _>(maand.first_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let inconsistent = |_| DbError::inconsistent("deelname", "maand", maand);
    let periode = Periode::try_new(maand.first_day(), Some(maand.plus(1).first_day()));
    let periode = periode.map_err(inconsistent)?;
    let read = |row: BegeleidingRow| Begeleiding {
        dossier: DossierId::new(row.inwoner),
        periode,
    };
    Ok(rows.into_iter().map(read).collect())
}

async fn list_contacten(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    bekend_op: Moment,
) -> Result<Vec<Contact>, DbError> {
    let rows: Vec<ContactRow> = sql_query(include_str!("sql/contacten.sql"))
        .bind::<Date, _>(kwartaal.last_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let read = |row: ContactRow| Contact {
        dossier: DossierId::new(row.inwoner),
        datum: row.datum,
    };
    Ok(rows.into_iter().map(read).collect())
}

async fn list_metingen(
    tx: &mut TenantTx,
    kwartaal: Kwartaal,
    bekend_op: Moment,
) -> Result<Vec<Laddermeting>, DbError> {
    let rows: Vec<MetingRow> = sql_query(include_str!("sql/metingen.sql"))
        .bind::<Date, _>(kwartaal.first_day().to_diesel())
        .bind::<Date, _>(kwartaal.last_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let read = |row: MetingRow| {
        let trede = u8::try_from(row.trede)
            .ok()
            .and_then(|nummer| Trede::try_new(nummer).ok());
        Ok(Laddermeting {
            dossier: DossierId::new(row.inwoner),
            gemeten_op: row.begindatum,
            trede: trede
                .ok_or_else(|| DbError::inconsistent("trede_meting", "trede", row.inwoner))?,
        })
    };
    rows.into_iter().map(read).collect()
}

async fn list_voorzieningen(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Vec<Voorziening>, DbError> {
    let rows: Vec<VoorzieningRow> = sql_query(include_str!("sql/voorzieningen.sql"))
        .bind::<Date, _>(maand.first_day().to_diesel())
        .bind::<Timestamptz, _>(bekend_op.to_diesel())
        .load(tx.conn())
        .await?;
    let read = |row: VoorzieningRow| {
        let inconsistent = |kolom| DbError::inconsistent("voorziening", kolom, row.inwoner);
        let tot = row
            .einddatum
            .map(|dag| dag.saturating_add(jiff::Span::new().days(1)));
        let loonwaarde = row.loonwaarde.map(u32::try_from).transpose();
        Ok(Voorziening {
            dossier: DossierId::new(row.inwoner),
            soort: Voorzieningsoort::Loonkostensubsidie,
            periode: Periode::try_new(row.begindatum, tot)
                .map_err(|_| inconsistent("einddatum"))?,
            loonwaarde: loonwaarde
                .map_err(|_| inconsistent("loonwaarde"))?
                .map(Percentage::from_whole),
        })
    };
    rows.into_iter().map(read).collect()
}
