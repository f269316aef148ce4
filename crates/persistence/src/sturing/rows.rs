//! Rows of the tables in the schema `sturing`.

use diesel::{Identifiable, Insertable, Queryable, Selectable};
use domain::sturing::{
    Afspraak, Afspraakstand, Agendapunt, Cijferhash, Indicator, Klasse, Overleg, Overlegstand,
    PubliekCijfer, Sluiting, Toelichting, Uitkomst,
};
use primitives::{AfspraakId, Datum, GemeenteCode, Kwartaal, Moment, OverlegId, SluitingId};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::DbError;
use crate::schema::sturing::{
    afspraak, afspraak_einde, agendapunt, cijfer, kwaliteit, overleg, sluiting, toelichting,
};

/// A municipality of the scheme as others may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeentenaam {
    /// CBS code.
    pub code: GemeenteCode,
    /// Name, without the word "gemeente".
    pub naam: String,
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sluiting)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct SluitingRow {
    pub(super) id: Uuid,
    pub(super) gemeente: String,
    pub(super) kwartaal: String,
    pub(super) versie: i16,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    pub(super) bekend_op: Moment,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    pub(super) gesloten_op: Moment,
    pub(super) gesloten_door: String,
    pub(super) toelichting: Option<String>,
    pub(super) hash: Vec<u8>,
    pub(super) inbeeld_termijn: i16,
    pub(super) inbeeld_besluit: Option<String>,
    pub(super) aandachtspunten: Vec<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = cijfer)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct CijferRow {
    pub(super) sluiting: Uuid,
    pub(super) gemeente: String,
    pub(super) indicator: String,
    pub(super) klasse: String,
    pub(super) versie: i16,
    pub(super) uitkomst: String,
    pub(super) waarde: Option<Decimal>,
    pub(super) teller: Option<Decimal>,
    pub(super) noemer: Option<Decimal>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = kwaliteit)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct KwaliteitRow {
    pub(super) sluiting: Uuid,
    pub(super) gemeente: String,
    pub(super) regel: String,
    pub(super) oordeel: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = toelichting)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct ToelichtingRow {
    pub(super) id: Uuid,
    pub(super) gemeente: String,
    pub(super) kwartaal: String,
    pub(super) indicator: Option<String>,
    pub(super) tekst: String,
    pub(super) door: String,
    pub(super) rol: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    pub(super) op: Moment,
}

#[derive(Queryable, Selectable, Insertable, Identifiable)]
#[diesel(table_name = overleg)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct OverlegRow {
    pub(super) id: Uuid,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    pub(super) datum: Datum,
    pub(super) kwartaal: String,
    pub(super) plaats: String,
    #[diesel(serialize_as = jiff_diesel::NullableTimestamp, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub(super) vastgelegd_op: Option<Moment>,
    #[diesel(serialize_as = jiff_diesel::NullableTimestamp, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub(super) stukken_verstuurd_op: Option<Moment>,
    pub(super) versie: i32,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = agendapunt)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct AgendapuntRow {
    pub(super) overleg: Uuid,
    pub(super) nummer: i16,
    pub(super) titel: String,
    pub(super) toelichting: Option<String>,
    pub(super) besluit: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = afspraak)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct AfspraakRow {
    pub(super) id: Uuid,
    pub(super) overleg: Uuid,
    pub(super) tekst: String,
    pub(super) eigenaar: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    pub(super) uiterlijk: Datum,
    pub(super) gemeente: Option<String>,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    pub(super) gemaakt_op: Moment,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = afspraak_einde)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct AfspraakEindeRow {
    pub(super) afspraak: Uuid,
    pub(super) soort: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    pub(super) op: Datum,
    pub(super) tekst: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    pub(super) vastgelegd_op: Moment,
}

impl TryFrom<SluitingRow> for Sluiting {
    type Error = DbError;

    fn try_from(row: SluitingRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("sluiting", kolom, row.id);
        let hash = <[u8; 32]>::try_from(row.hash.as_slice());
        Ok(Self {
            id: SluitingId::new(row.id),
            gemeente: GemeenteCode::parse(&row.gemeente).map_err(|_| inconsistent("gemeente"))?,
            kwartaal: Kwartaal::parse(&row.kwartaal).map_err(|_| inconsistent("kwartaal"))?,
            versie: u16::try_from(row.versie).map_err(|_| inconsistent("versie"))?,
            hash: Cijferhash::new(hash.map_err(|_| inconsistent("hash"))?),
            bekend_op: row.bekend_op,
            gesloten_op: row.gesloten_op,
            gesloten_door: row.gesloten_door,
            toelichting: row.toelichting,
        })
    }
}

impl TryFrom<CijferRow> for PubliekCijfer {
    type Error = DbError;

    fn try_from(row: CijferRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("cijfer", kolom, row.sluiting);
        let uitkomst = match (row.uitkomst.as_str(), row.waarde, row.teller) {
            ("bekend", Some(waarde), Some(teller)) => Uitkomst::Bekend {
                waarde,
                teller,
                noemer: row.noemer,
            },
            ("onderdrukt", None, None) => Uitkomst::Onderdrukt,
            ("ontbreekt", None, None) => Uitkomst::Ontbreekt,
            _ => return Err(inconsistent("uitkomst")),
        };
        Ok(Self {
            indicator: Indicator::from_sleutel(&row.indicator)
                .ok_or_else(|| inconsistent("indicator"))?,
            versie: u16::try_from(row.versie).map_err(|_| inconsistent("versie"))?,
            klasse: Klasse::from_sleutel(&row.klasse).ok_or_else(|| inconsistent("klasse"))?,
            uitkomst,
        })
    }
}

impl TryFrom<ToelichtingRow> for Toelichting {
    type Error = DbError;

    fn try_from(row: ToelichtingRow) -> Result<Self, DbError> {
        let inconsistent = || DbError::inconsistent("toelichting", "indicator", row.id);
        let read = |sleutel: String| Indicator::from_sleutel(&sleutel).ok_or_else(inconsistent);
        Ok(Self {
            indicator: row.indicator.map(read).transpose()?,
            tekst: row.tekst,
            door: row.door,
            rol: row.rol,
            op: row.op,
        })
    }
}

impl OverlegRow {
    /// The meeting with its agenda and agreements.
    pub(super) fn restore(
        self,
        agenda: Vec<AgendapuntRow>,
        afspraken: Vec<(AfspraakRow, Option<AfspraakEindeRow>)>,
    ) -> Result<Overleg, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("overleg", kolom, self.id);
        let stand = self
            .vastgelegd_op
            .map_or(Overlegstand::Gepland, |op| Overlegstand::Gehouden {
                vastgelegd_op: op,
            });
        let agenda = agenda.into_iter().map(Agendapunt::try_from);
        let afspraken = afspraken.into_iter().map(restore_afspraak);
        Ok(Overleg {
            id: OverlegId::new(self.id),
            datum: self.datum,
            kwartaal: Kwartaal::parse(&self.kwartaal).map_err(|_| inconsistent("kwartaal"))?,
            versie: u32::try_from(self.versie).map_err(|_| inconsistent("versie"))?,
            stand,
            agenda: agenda.collect::<Result<_, _>>()?,
            afspraken: afspraken.collect::<Result<_, _>>()?,
            stukken_verstuurd_op: self.stukken_verstuurd_op,
            plaats: self.plaats,
        })
    }
}

impl TryFrom<AgendapuntRow> for Agendapunt {
    type Error = DbError;

    fn try_from(row: AgendapuntRow) -> Result<Self, DbError> {
        let inconsistent = |_| DbError::inconsistent("agendapunt", "nummer", row.overleg);
        Ok(Self {
            nummer: u16::try_from(row.nummer).map_err(inconsistent)?,
            titel: row.titel,
            toelichting: row.toelichting,
            besluit: row.besluit,
        })
    }
}

/// The agreement with its end, if it has one.
pub(super) fn restore_afspraak(
    (row, einde): (AfspraakRow, Option<AfspraakEindeRow>),
) -> Result<Afspraak, DbError> {
    let inconsistent = |kolom| DbError::inconsistent("afspraak", kolom, row.id);
    let stand = match einde {
        None => Afspraakstand::Open,
        Some(einde) => match einde.soort.as_str() {
            "afgerond" => Afspraakstand::Afgerond {
                op: einde.op,
                resultaat: einde.tekst,
            },
            "vervallen" => Afspraakstand::Vervallen {
                op: einde.op,
                reden: einde.tekst,
            },
            _ => return Err(inconsistent("soort")),
        },
    };
    let gemeente = row.gemeente.as_deref().map(GemeenteCode::parse).transpose();
    Ok(Afspraak {
        id: AfspraakId::new(row.id),
        gemeente: gemeente.map_err(|_| inconsistent("gemeente"))?,
        tekst: row.tekst,
        eigenaar: row.eigenaar,
        uiterlijk: row.uiterlijk,
        stand,
    })
}
