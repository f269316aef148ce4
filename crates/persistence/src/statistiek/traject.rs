//! Rows of `deelname`, `voorziening` and `trede_meting`: a record of SRG in versions.

use diesel::{Insertable, Queryable, Selectable};
use domain::ontwikkeling::Trede;
use domain::statistiek::{
    Code, EindeVoorziening, Loonwaarde, Positie, Registratienummer, SrgRegel, SrgVoorziening,
};
use jiff_diesel::{Date, Timestamp, ToDiesel};
use uuid::Uuid;

use crate::DbError;
use crate::schema::{deelname, trede_meting, voorziening};

/// A version of a resident in a month.
#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = deelname)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct DeelnameRow {
    pub(super) maand: Date,
    pub(super) inwoner: Uuid,
    pub(super) bekend_op: Timestamp,
    pub(super) levering: Uuid,
    pub(super) vervallen: bool,
    #[diesel(embed)]
    pub(super) inhoud: Deelnameinhoud,
}

/// What SRG says about a resident.
#[derive(Clone, PartialEq, Eq, Insertable, Queryable, Selectable)]
#[diesel(table_name = deelname)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct Deelnameinhoud {
    pub(super) geboortedatum: Date,
    pub(super) geslacht: String,
    trede: Option<i16>,
    begindatum_trede: Option<Date>,
    arbeidsvermogen: Option<i16>,
}

impl From<&SrgRegel> for Deelnameinhoud {
    fn from(regel: &SrgRegel) -> Self {
        Self {
            geboortedatum: regel.wie.geboortedatum.to_diesel(),
            geslacht: regel.wie.geslacht.code().to_owned(),
            trede: regel.positie.map(|positie| trede_nummer(positie.trede)),
            begindatum_trede: regel.positie.map(|positie| positie.begindatum.to_diesel()),
            arbeidsvermogen: regel.arbeidsvermogen.map(i16::from),
        }
    }
}

impl DeelnameRow {
    /// The position on the ladder.
    pub(super) fn positie(&self) -> Result<Option<Positie>, DbError> {
        let trede = self.inhoud.trede.map(parse_trede).transpose();
        let trede = trede.map_err(|()| self.inconsistent("trede"))?;
        Ok(trede
            .zip(self.inhoud.begindatum_trede)
            .map(|(trede, begindatum)| Positie {
                trede,
                begindatum: begindatum.to_jiff(),
            }))
    }

    /// The capacity for work, one digit.
    pub(super) fn arbeidsvermogen(&self) -> Result<Option<u8>, DbError> {
        self.inhoud
            .arbeidsvermogen
            .map(u8::try_from)
            .transpose()
            .map_err(|_| self.inconsistent("arbeidsvermogen"))
    }

    /// A stored value that does not fit.
    pub(super) fn inconsistent(&self, kolom: &'static str) -> DbError {
        DbError::inconsistent("deelname", kolom, self.inwoner)
    }
}

/// A version of a provision in a month.
#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = voorziening)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct VoorzieningRow {
    pub(super) maand: Date,
    pub(super) inwoner: Uuid,
    pub(super) registratienummer: String,
    pub(super) bekend_op: Timestamp,
    pub(super) levering: Uuid,
    pub(super) vervallen: bool,
    #[diesel(embed)]
    pub(super) inhoud: Voorzieninginhoud,
}

/// What SRG says about a provision.
#[derive(Clone, PartialEq, Eq, Insertable, Queryable, Selectable)]
#[diesel(table_name = voorziening)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct Voorzieninginhoud {
    soort: String,
    begindatum: Date,
    einddatum: Option<Date>,
    reden_einde: Option<String>,
    loonwaarde: Option<i16>,
}

impl From<&SrgVoorziening> for Voorzieninginhoud {
    fn from(voorziening: &SrgVoorziening) -> Self {
        let einde = voorziening.einde;
        Self {
            soort: voorziening.soort.code().to_owned(),
            begindatum: voorziening.begindatum.to_diesel(),
            einddatum: einde.map(|einde| einde.datum.to_diesel()),
            reden_einde: einde.map(|einde| einde.reden.code().to_owned()),
            loonwaarde: voorziening
                .loonwaarde
                .map(|loonwaarde| i16::from(loonwaarde.procent())),
        }
    }
}

impl VoorzieningRow {
    /// The provision again.
    pub(super) fn voorziening(&self) -> Result<SrgVoorziening, DbError> {
        let inhoud = &self.inhoud;
        let fout = |kolom| DbError::inconsistent("voorziening", kolom, self.inwoner);
        let reden = inhoud.reden_einde.as_deref().map(Code::parse).transpose();
        let reden = reden.map_err(|_| fout("reden_einde"))?;
        let loonwaarde = inhoud.loonwaarde.map(u8::try_from).transpose();
        let loonwaarde = loonwaarde.map_err(|_| fout("loonwaarde"))?;
        Ok(SrgVoorziening {
            registratienummer: Registratienummer::parse(&self.registratienummer)
                .map_err(|_| fout("registratienummer"))?,
            soort: Code::parse(&inhoud.soort).map_err(|_| fout("soort"))?,
            begindatum: inhoud.begindatum.to_jiff(),
            einde: inhoud
                .einddatum
                .zip(reden)
                .map(|(datum, reden)| EindeVoorziening {
                    datum: datum.to_jiff(),
                    reden,
                }),
            loonwaarde: loonwaarde
                .map(Loonwaarde::try_new)
                .transpose()
                .map_err(|_| fout("loonwaarde"))?,
        })
    }
}

/// A measurement of the ladder that SRG brought.
#[derive(Insertable)]
#[diesel(table_name = trede_meting)]
pub(super) struct TredeMetingRow {
    pub(super) inwoner: Uuid,
    pub(super) begindatum: Date,
    pub(super) bron: &'static str,
    pub(super) bekend_op: Timestamp,
    pub(super) trede: i16,
    pub(super) levering: Uuid,
}

/// The number of a step, as the tables hold it.
pub(super) fn trede_nummer(trede: Trede) -> i16 {
    i16::from(trede.nummer())
}

fn parse_trede(nummer: i16) -> Result<Trede, ()> {
    let nummer = u8::try_from(nummer).map_err(drop)?;
    Trede::try_new(nummer).map_err(drop)
}
