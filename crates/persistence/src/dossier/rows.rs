//! Rows of the tables of the dossier.

use diesel::{Insertable, NullableExpressionMethods, Queryable, Selectable};
use domain::dossier::{
    Casusregisseur, Medewerker, Notitie, Notitiesoort, Notitietekst, Overdracht, Reden,
};
use domain::ontwikkeling::Trede;
use jiff_diesel::{Date, Timestamp, ToDiesel};
use primitives::{DossierId, Moment, NotitieId};
use uuid::Uuid;

use super::lijst::Inwonerregel;
use crate::DbError;
use crate::schema::{casusregie, dossierstand, inwoner, medewerker, notitie};

/// A resident in a list.
#[derive(Queryable, Selectable)]
#[diesel(table_name = dossierstand)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct InwonerregelRow {
    inwoner: Uuid,
    is_actief: bool,
    heeft_uitkering: bool,
    trede: Option<i16>,
    meting_op: Option<Date>,
    contact_op: Option<Date>,
    #[diesel(select_expression = inwoner::naam)]
    naam: Option<String>,
    #[diesel(select_expression = inwoner::geboortedatum)]
    geboortedatum: Date,
    #[diesel(select_expression = medewerker::naam.nullable())]
    casusregisseur: Option<String>,
}

impl TryFrom<InwonerregelRow> for Inwonerregel {
    type Error = DbError;

    fn try_from(row: InwonerregelRow) -> Result<Self, DbError> {
        let trede = row
            .trede
            .map(|nummer| parse_trede(nummer, row.inwoner))
            .transpose()?;
        Ok(Self {
            dossier: DossierId::new(row.inwoner),
            naam: row.naam,
            geboortedatum: row.geboortedatum.to_jiff(),
            is_actief: row.is_actief,
            heeft_uitkering: row.heeft_uitkering,
            meting: trede.zip(row.meting_op.map(Date::to_jiff)),
            contact_op: row.contact_op.map(Date::to_jiff),
            casusregisseur: row.casusregisseur,
        })
    }
}

/// A step that is stored as a number.
pub(crate) fn parse_trede(nummer: i16, inwoner: Uuid) -> Result<Trede, DbError> {
    u8::try_from(nummer)
        .ok()
        .and_then(|nummer| Trede::try_new(nummer).ok())
        .ok_or_else(|| DbError::inconsistent("trede_meting", "trede", inwoner))
}

/// A casusregisseur with the name of the colleague.
#[derive(Queryable, Selectable)]
#[diesel(table_name = casusregie)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct CasusregieRow {
    pub(super) inwoner: Uuid,
    volgnummer: i16,
    #[diesel(column_name = medewerker)]
    sub: String,
    #[diesel(select_expression = medewerker::naam)]
    naam: String,
    vanaf: Timestamp,
    overlegd_op: Option<Date>,
    reden: Option<String>,
}

impl CasusregieRow {
    pub(super) fn casusregisseur(&self) -> Result<Casusregisseur, DbError> {
        let volgnummer = u16::try_from(self.volgnummer)
            .map_err(|_| DbError::inconsistent("casusregie", "volgnummer", self.inwoner))?;
        Ok(Casusregisseur {
            medewerker: Medewerker {
                sub: self.sub.clone(),
                naam: self.naam.clone(),
            },
            sinds: self.vanaf.to_jiff(),
            volgnummer,
        })
    }

    /// The act by which this row came, given the row before it.
    pub(super) fn overdracht(&self, vorige: Option<&Self>) -> Result<Overdracht, DbError> {
        let reden = self.reden.as_deref().map(Reden::parse).transpose();
        Ok(Overdracht {
            van: vorige.map(Self::casusregisseur).transpose()?,
            naar: self.casusregisseur()?,
            overlegd_op: self.overlegd_op.map(Date::to_jiff),
            reden: reden.map_err(|_| DbError::inconsistent("casusregie", "reden", self.inwoner))?,
        })
    }
}

#[derive(Insertable)]
#[diesel(table_name = casusregie)]
pub(super) struct NewCasusregieRow<'a> {
    pub(super) inwoner: Uuid,
    pub(super) volgnummer: i16,
    pub(super) medewerker: &'a str,
    pub(super) vanaf: Timestamp,
    pub(super) overlegd_op: Option<Date>,
    pub(super) reden: Option<&'a str>,
    pub(super) vastgelegd_door: &'a str,
}

/// A note.
#[derive(Queryable, Selectable)]
#[diesel(table_name = notitie)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct NotitieRow {
    id: Uuid,
    soort: String,
    datum: Date,
    tekst: String,
    geschreven_door_naam: String,
}

impl TryFrom<NotitieRow> for Notitie {
    type Error = DbError;

    fn try_from(row: NotitieRow) -> Result<Self, DbError> {
        let fout = |kolom| DbError::inconsistent("notitie", kolom, row.id);
        let datum = row.datum.to_jiff();
        Self::try_new(
            NotitieId::new(row.id),
            Notitiesoort::parse(&row.soort).ok_or_else(|| fout("soort"))?,
            datum,
            Notitietekst::parse(&row.tekst).map_err(|_| fout("tekst"))?,
            row.geschreven_door_naam,
            // The day was checked against that of writing; a note does not become wrong by growing old.
            datum,
        )
        .map_err(|_| DbError::inconsistent("notitie", "datum", row.id))
    }
}

#[derive(Insertable)]
#[diesel(table_name = notitie)]
pub(super) struct NewNotitieRow<'a> {
    id: Uuid,
    inwoner: Uuid,
    soort: &'static str,
    datum: Date,
    tekst: &'a str,
    geschreven_door: &'a str,
    geschreven_door_naam: &'a str,
    bekend_op: Timestamp,
}

impl<'a> NewNotitieRow<'a> {
    pub(super) fn new(dossier: DossierId, notitie: &'a Notitie, sub: &'a str, now: Moment) -> Self {
        Self {
            id: notitie.id.uuid(),
            inwoner: dossier.uuid(),
            soort: notitie.soort.naam(),
            datum: notitie.datum().to_diesel(),
            tekst: notitie.tekst.as_str(),
            geschreven_door: sub,
            geschreven_door_naam: &notitie.door,
            bekend_op: now.into(),
        }
    }
}
