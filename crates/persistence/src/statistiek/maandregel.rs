//! Rows of the table `maandregel`: a record of BUS in a version.

use diesel::{Insertable, Queryable, Selectable};
use domain::statistiek::{
    Bedrag, BusPersoon, BusRegel, BusUitkering, Code, Einde, Leveringskop, Persoonsgegevens,
    Registratienummer, Vermindering,
};
use jiff_diesel::{Date, Timestamp, ToDiesel};
use primitives::Bsn;
use uuid::Uuid;

use crate::DbError;
use crate::schema::maandregel;

/// A version of a record.
#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = maandregel)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct MaandregelRow {
    pub(super) maand: Date,
    pub(super) uitkering: Uuid,
    pub(super) inwoner: Uuid,
    pub(super) bekend_op: Timestamp,
    pub(super) levering: Uuid,
    pub(super) vervallen: bool,
    #[diesel(embed)]
    pub(super) inhoud: Maandinhoud,
}

/// What a record says; two versions with the same content are one.
#[derive(Clone, PartialEq, Eq, Insertable, Queryable, Selectable)]
#[diesel(table_name = maandregel)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct Maandinhoud {
    statistiekcode: String,
    classificatie_bbz: Option<String>,
    leefvorm: Option<String>,
    aantal_kostendelers: Option<i16>,
    bedrag_norm: Option<i32>,
    bedrag_vermindering: Option<i32>,
    bedrag_inkomsten: Option<i32>,
    betaalbaar_gesteld: i32,
    datum_invoering: Option<Date>,
    cluster: Option<String>,
    geboortedatum: Date,
    geslacht: String,
    huisvesting: Option<String>,
    aanvangsdatum: Date,
    einddatum: Option<Date>,
    reden_einde: Option<String>,
    ontheffing: Option<String>,
    einddatum_ontheffing: Option<Date>,
    reden_einde_ontheffing: Option<String>,
    tegenprestatie: Option<String>,
    reden_vermindering: Option<String>,
    aanvang_vermindering: Option<Date>,
    einde_vermindering: Option<Date>,
    soort_inkomsten: Option<String>,
    bedrag_inkomsten_persoon: Option<i32>,
    vrijlating: Option<String>,
}

impl From<&BusRegel> for Maandinhoud {
    fn from(regel: &BusRegel) -> Self {
        let (uitkering, persoon) = (&regel.uitkering, &regel.persoon);
        let (einde, vermindering) = (persoon.einde, persoon.vermindering);
        Self {
            statistiekcode: uitkering.statistiekcode.code().to_owned(),
            classificatie_bbz: code(uitkering.classificatie_bbz),
            leefvorm: code(uitkering.leefvorm),
            aantal_kostendelers: uitkering.aantal_kostendelers.map(i16::from),
            bedrag_norm: uitkering.bedrag_norm.map(Bedrag::euros),
            bedrag_vermindering: uitkering.bedrag_vermindering.map(Bedrag::euros),
            bedrag_inkomsten: uitkering.bedrag_inkomsten.map(Bedrag::euros),
            betaalbaar_gesteld: uitkering.betaalbaar_gesteld.euros(),
            datum_invoering: uitkering.datum_invoering.map(ToDiesel::to_diesel),
            cluster: code(uitkering.cluster),
            geboortedatum: persoon.wie.geboortedatum.to_diesel(),
            geslacht: persoon.wie.geslacht.code().to_owned(),
            huisvesting: code(persoon.huisvesting),
            aanvangsdatum: persoon.aanvangsdatum.to_diesel(),
            einddatum: einde.map(|einde| einde.datum.to_diesel()),
            reden_einde: code(einde.map(|einde| einde.reden)),
            ontheffing: code(persoon.ontheffing),
            einddatum_ontheffing: persoon.einddatum_ontheffing.map(ToDiesel::to_diesel),
            reden_einde_ontheffing: code(persoon.reden_einde_ontheffing),
            tegenprestatie: code(persoon.tegenprestatie),
            reden_vermindering: code(vermindering.map(|v| v.reden)),
            aanvang_vermindering: vermindering.map(|v| v.aanvang.to_diesel()),
            einde_vermindering: vermindering.and_then(|v| v.einde).map(ToDiesel::to_diesel),
            soort_inkomsten: code(persoon.soort_inkomsten),
            bedrag_inkomsten_persoon: persoon.bedrag_inkomsten.map(Bedrag::euros),
            vrijlating: code(persoon.vrijlating),
        }
    }
}

impl MaandregelRow {
    /// The record again, with what stands in other tables.
    pub(super) fn regel(
        &self,
        kop: Leveringskop,
        registratienummer: &str,
        bsn: Bsn,
    ) -> Result<BusRegel, DbError> {
        let fout = |kolom| self.inconsistent(kolom);
        let inhoud = &self.inhoud;
        let uitkering = BusUitkering {
            registratienummer: Registratienummer::parse(registratienummer)
                .map_err(|_| fout("uitkering"))?,
            statistiekcode: Code::parse(&inhoud.statistiekcode)
                .map_err(|_| fout("statistiekcode"))?,
            classificatie_bbz: self
                .parse("classificatie_bbz", inhoud.classificatie_bbz.as_ref())?,
            leefvorm: self.parse("leefvorm", inhoud.leefvorm.as_ref())?,
            aantal_kostendelers: inhoud
                .aantal_kostendelers
                .map(u8::try_from)
                .transpose()
                .map_err(|_| fout("aantal_kostendelers"))?,
            bedrag_norm: self.bedrag("bedrag_norm", inhoud.bedrag_norm)?,
            bedrag_vermindering: self.bedrag("bedrag_vermindering", inhoud.bedrag_vermindering)?,
            bedrag_inkomsten: self.bedrag("bedrag_inkomsten", inhoud.bedrag_inkomsten)?,
            betaalbaar_gesteld: Bedrag::try_new(inhoud.betaalbaar_gesteld)
                .map_err(|_| fout("betaalbaar_gesteld"))?,
            datum_invoering: inhoud.datum_invoering.map(Date::to_jiff),
            cluster: self.parse("cluster", inhoud.cluster.as_ref())?,
        };
        Ok(BusRegel {
            kop,
            uitkering,
            persoon: self.persoon(bsn)?,
        })
    }

    fn persoon(&self, bsn: Bsn) -> Result<BusPersoon, DbError> {
        let inhoud = &self.inhoud;
        let geslacht = Code::parse(&inhoud.geslacht).map_err(|_| self.inconsistent("geslacht"))?;
        let reden_einde = self.parse("reden_einde", inhoud.reden_einde.as_ref())?;
        let reden = self.parse("reden_vermindering", inhoud.reden_vermindering.as_ref())?;
        Ok(BusPersoon {
            wie: Persoonsgegevens {
                bsn,
                geboortedatum: inhoud.geboortedatum.to_jiff(),
                geslacht,
            },
            huisvesting: self.parse("huisvesting", inhoud.huisvesting.as_ref())?,
            aanvangsdatum: inhoud.aanvangsdatum.to_jiff(),
            einde: inhoud
                .einddatum
                .zip(reden_einde)
                .map(|(datum, reden)| Einde {
                    datum: datum.to_jiff(),
                    reden,
                }),
            ontheffing: self.parse("ontheffing", inhoud.ontheffing.as_ref())?,
            einddatum_ontheffing: inhoud.einddatum_ontheffing.map(Date::to_jiff),
            reden_einde_ontheffing: self.parse(
                "reden_einde_ontheffing",
                inhoud.reden_einde_ontheffing.as_ref(),
            )?,
            tegenprestatie: self.parse("tegenprestatie", inhoud.tegenprestatie.as_ref())?,
            vermindering: inhoud
                .aanvang_vermindering
                .zip(reden)
                .map(|(aanvang, reden)| Vermindering {
                    reden,
                    aanvang: aanvang.to_jiff(),
                    einde: inhoud.einde_vermindering.map(Date::to_jiff),
                }),
            soort_inkomsten: self.parse("soort_inkomsten", inhoud.soort_inkomsten.as_ref())?,
            bedrag_inkomsten: self
                .bedrag("bedrag_inkomsten_persoon", inhoud.bedrag_inkomsten_persoon)?,
            vrijlating: self.parse("vrijlating", inhoud.vrijlating.as_ref())?,
        })
    }

    fn parse<C: Code>(
        &self,
        kolom: &'static str,
        tekst: Option<&String>,
    ) -> Result<Option<C>, DbError> {
        tekst
            .map(|tekst| C::parse(tekst))
            .transpose()
            .map_err(|_| self.inconsistent(kolom))
    }

    fn bedrag<const CIJFERS: usize, const GETEKEND: bool>(
        &self,
        kolom: &'static str,
        euros: Option<i32>,
    ) -> Result<Option<Bedrag<CIJFERS, GETEKEND>>, DbError> {
        euros
            .map(Bedrag::try_new)
            .transpose()
            .map_err(|_| self.inconsistent(kolom))
    }

    fn inconsistent(&self, kolom: &'static str) -> DbError {
        DbError::inconsistent("maandregel", kolom, self.uitkering)
    }
}

fn code(code: Option<impl Code>) -> Option<String> {
    code.map(|code| code.code().to_owned())
}
