//! Rows of the tables `besluit`, `bekendmaking` and `parameterwaarde`.

use diesel::prelude::*;
use domain::beleid::{
    Bekendmaking, Beslissing, Beslissingsoort, BeslotenWaarde, Besluit, Besluitkop,
    Besluitverwijzing, Correctie, Correctieakte, CvdrNummer, Herkomst, Intrekking, Orgaan, Persoon,
    Publicatie, Publicatieplaats, Sleutel, Stemming, Stemmingsoort, Uitkomst, Vastgesteld, Waarde,
    catalogus,
};
use jiff_diesel::ToDiesel;
use primitives::{BesluitId, Datum, GemeenteCode, Moment, Periode, VoorstelId, WaardeId};
use uuid::Uuid;

use crate::DbError;
use crate::schema::{bekendmaking, besluit, parameterwaarde};

#[derive(Queryable, Selectable)]
#[diesel(table_name = besluit)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BesluitRow {
    pub(super) id: Uuid,
    orgaan: String,
    nummer: String,
    titel: String,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    vergaderdatum: Datum,
    toelichting: Option<String>,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    inwerkingtreding: Datum,
    beslissing: String,
    amendement: Option<String>,
    stemming: Option<String>,
    stemmen_voor: Option<i32>,
    stemmen_tegen: Option<i32>,
    uitgereikt_bij: Option<String>,
    opmerkingen: Option<String>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub(super) vastgelegd_op: Moment,
    pub(super) vastgelegd_door: String,
    herkomst: String,
    vastgelegd_door_id: String,
    voorstel_id: Option<Uuid>,
    kaders: Vec<String>,
    terugwerkend: Option<String>,
}

#[derive(Insertable)]
#[diesel(table_name = besluit)]
pub(super) struct NewBesluitRow<'a> {
    id: Uuid,
    orgaan: &'static str,
    nummer: &'a str,
    titel: &'a str,
    vergaderdatum: jiff_diesel::Date,
    toelichting: Option<&'a str>,
    inwerkingtreding: jiff_diesel::Date,
    beslissing: &'static str,
    amendement: Option<&'a str>,
    stemming: Option<&'static str>,
    stemmen_voor: Option<i32>,
    stemmen_tegen: Option<i32>,
    uitgereikt_bij: Option<&'a str>,
    opmerkingen: Option<&'a str>,
    vastgelegd_op: jiff_diesel::Timestamp,
    vastgelegd_door: &'a str,
    herkomst: &'static str,
    vastgelegd_door_id: &'a str,
    voorstel_id: Option<Uuid>,
    kaders: &'a [String],
    terugwerkend: Option<&'a str>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = bekendmaking)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BekendmakingRow {
    pub(super) besluit_id: Uuid,
    plaats: String,
    nummer: String,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    datum: Datum,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    inwerkingtreding: Datum,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    bekend_op: Moment,
}

#[derive(Insertable)]
#[diesel(table_name = bekendmaking)]
pub(super) struct NewBekendmakingRow<'a> {
    besluit_id: Uuid,
    orgaan: &'static str,
    plaats: &'static str,
    nummer: String,
    datum: jiff_diesel::Date,
    inwerkingtreding: jiff_diesel::Date,
    bekend_op: jiff_diesel::Timestamp,
    vastgelegd_door: &'a str,
    vastgelegd_door_id: &'a str,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = parameterwaarde)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct WaardeRow {
    id: Uuid,
    pub(super) besluit_id: Uuid,
    sleutel: String,
    waarde: Option<String>,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    geldig_van: Datum,
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    geldig_tot: Option<Datum>,
    corrigeert: Option<Uuid>,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    bekend_op: Option<Moment>,
    reden: Option<String>,
    vastgelegd_door: Option<String>,
    gebied: Option<String>,
}

#[derive(Insertable)]
#[diesel(table_name = parameterwaarde)]
pub(super) struct NewWaardeRow<'a> {
    id: Uuid,
    besluit_id: Uuid,
    orgaan: &'static str,
    volgnummer: i32,
    sleutel: &'a str,
    waarde: Option<String>,
    geldig_van: jiff_diesel::Date,
    geldig_tot: Option<jiff_diesel::Date>,
    corrigeert: Option<Uuid>,
    bekend_op: Option<jiff_diesel::Timestamp>,
    reden: Option<&'a str>,
    vastgelegd_door: Option<&'a str>,
    gebied: Option<String>,
}

/// What [`Vastgesteld`] needs of a decision and its publication.
#[derive(Queryable)]
pub(super) struct GeldigRow {
    pub(super) waarde: WaardeRow,
    pub(super) besluit: BesluitRow,
    pub(super) bekendmaking: BekendmakingRow,
}

impl<'a> NewBesluitRow<'a> {
    pub(super) fn new(
        kop: &'a Besluitkop,
        herkomst: &Herkomst,
        door: &'a Persoon,
        now: Moment,
    ) -> Self {
        let uitkomst = &kop.uitkomst;
        let geteld = uitkomst.stemming.and_then(Stemming::geteld);
        Self {
            id: kop.id.uuid(),
            orgaan: kop.orgaan.code(),
            nummer: &kop.nummer,
            titel: &kop.titel,
            vergaderdatum: kop.vergaderdatum.to_diesel(),
            toelichting: kop.toelichting.as_deref(),
            inwerkingtreding: kop.inwerkingtreding.to_diesel(),
            beslissing: uitkomst.beslissing.soort().code(),
            amendement: uitkomst.beslissing.amendement(),
            stemming: uitkomst.stemming.map(|stemming| stemming.soort().code()),
            stemmen_voor: geteld.map(|(voor, _)| voor.into()),
            stemmen_tegen: geteld.map(|(_, tegen)| tegen.into()),
            uitgereikt_bij: uitkomst.uitgereikt_bij.as_deref(),
            opmerkingen: uitkomst.opmerkingen.as_deref(),
            vastgelegd_op: now.to_diesel(),
            vastgelegd_door: &door.naam,
            herkomst: herkomst.code(),
            vastgelegd_door_id: &door.sub,
            voorstel_id: herkomst.voorstel().map(VoorstelId::uuid),
            kaders: &kop.kaders,
            terugwerkend: kop.terugwerkend.as_deref(),
        }
    }
}

impl<'a> NewBekendmakingRow<'a> {
    pub(super) fn new(
        besluit: &Besluitkop,
        bekendmaking: &Bekendmaking,
        door: &'a Persoon,
        now: Moment,
    ) -> Self {
        Self {
            besluit_id: besluit.id.uuid(),
            orgaan: besluit.orgaan.code(),
            plaats: bekendmaking.publicatie.plaats().code(),
            nummer: bekendmaking.publicatie.nummer(),
            datum: bekendmaking.datum.to_diesel(),
            inwerkingtreding: bekendmaking.inwerkingtreding.to_diesel(),
            bekend_op: now.to_diesel(),
            vastgelegd_door: &door.naam,
            vastgelegd_door_id: &door.sub,
        }
    }
}

impl<'a> NewWaardeRow<'a> {
    pub(super) fn new(kop: &Besluitkop, volgnummer: usize, besloten: &'a BeslotenWaarde) -> Self {
        Self {
            id: besloten.id.uuid(),
            besluit_id: kop.id.uuid(),
            orgaan: kop.orgaan.code(),
            // A decision has at most a hundred values.
            volgnummer: i32::try_from(volgnummer).unwrap_or(i32::MAX),
            sleutel: besloten.sleutel.as_str(),
            waarde: Some(besloten.waarde.to_string()),
            geldig_van: besloten.periode.van().to_diesel(),
            geldig_tot: besloten.periode.tot().map(ToDiesel::to_diesel),
            corrigeert: None,
            bekend_op: None,
            reden: None,
            vastgelegd_door: None,
            gebied: besloten.gebied.map(|gebied| gebied.to_string()),
        }
    }

    pub(super) fn withdrawal(
        kop: &Besluitkop,
        volgnummer: usize,
        intrekking: &'a Intrekking,
    ) -> Self {
        Self {
            id: intrekking.id.uuid(),
            besluit_id: kop.id.uuid(),
            orgaan: kop.orgaan.code(),
            volgnummer: i32::try_from(volgnummer).unwrap_or(i32::MAX),
            sleutel: intrekking.sleutel.as_str(),
            waarde: None,
            geldig_van: intrekking.vanaf.to_diesel(),
            geldig_tot: None,
            corrigeert: None,
            bekend_op: None,
            reden: None,
            vastgelegd_door: None,
            gebied: intrekking.gebied.map(|gebied| gebied.to_string()),
        }
    }

    pub(super) fn correction(correctie: &'a Correctie, door: &'a str, now: Moment) -> Self {
        Self {
            id: correctie.id.uuid(),
            besluit_id: correctie.besluit.uuid(),
            orgaan: correctie.orgaan.code(),
            volgnummer: 0,
            sleutel: correctie.sleutel.as_str(),
            waarde: correctie.waarde.as_ref().map(ToString::to_string),
            geldig_van: correctie.periode.van().to_diesel(),
            geldig_tot: correctie.periode.tot().map(ToDiesel::to_diesel),
            corrigeert: Some(correctie.corrigeert.uuid()),
            bekend_op: Some(now.to_diesel()),
            reden: Some(&correctie.reden),
            vastgelegd_door: Some(door),
            gebied: correctie.gebied.map(|gebied| gebied.to_string()),
        }
    }
}

impl BesluitRow {
    /// The decision without its publication.
    pub(super) fn into_kop(self, gemeente: GemeenteCode) -> Result<Besluitkop, DbError> {
        let uitkomst = self.uitkomst()?;
        Ok(Besluitkop {
            id: BesluitId::new(self.id),
            gemeente,
            orgaan: self.orgaan()?,
            nummer: self.nummer,
            titel: self.titel,
            vergaderdatum: self.vergaderdatum,
            toelichting: self.toelichting,
            kaders: self.kaders,
            terugwerkend: self.terugwerkend,
            inwerkingtreding: self.inwerkingtreding,
            uitkomst,
        })
    }

    fn orgaan(&self) -> Result<Orgaan, DbError> {
        Orgaan::from_code(&self.orgaan).ok_or_else(|| self.inconsistent("orgaan"))
    }

    fn uitkomst(&self) -> Result<Uitkomst, DbError> {
        let beslissing = Beslissingsoort::from_code(&self.beslissing)
            .and_then(|soort| Beslissing::try_new(soort, self.amendement.clone()))
            .ok_or_else(|| self.inconsistent("beslissing"))?;
        Ok(Uitkomst {
            beslissing,
            stemming: self.stemming()?,
            uitgereikt_bij: self.uitgereikt_bij.clone(),
            opmerkingen: self.opmerkingen.clone(),
        })
    }

    fn stemming(&self) -> Result<Option<Stemming>, DbError> {
        let Some(code) = &self.stemming else {
            return Ok(None);
        };
        let stemmen = |aantal: Option<i32>| aantal.and_then(|aantal| u16::try_from(aantal).ok());
        let geteld = stemmen(self.stemmen_voor).zip(stemmen(self.stemmen_tegen));
        let stemming = Stemmingsoort::from_code(code)
            .and_then(|soort| Stemming::try_new(soort, geteld))
            .ok_or_else(|| self.inconsistent("stemming"))?;
        Ok(Some(stemming))
    }

    /// How it came into the file.
    pub(super) fn herkomst(&self) -> Result<Herkomst, DbError> {
        let sub = self.vastgelegd_door_id.clone();
        match (self.herkomst.as_str(), self.voorstel_id) {
            ("vastgelegd", None) => Ok(Herkomst::Vastgelegd { sub }),
            ("voorstel", Some(voorstel)) => Ok(Herkomst::Voorstel {
                sub,
                voorstel: VoorstelId::new(voorstel),
            }),
            ("overname", None) => Ok(Herkomst::Overname),
            _ => Err(self.inconsistent("herkomst")),
        }
    }

    fn verwijzing(self, gemeente: GemeenteCode) -> Result<Besluitverwijzing, DbError> {
        Ok(Besluitverwijzing {
            id: BesluitId::new(self.id),
            gemeente,
            orgaan: self.orgaan()?,
            nummer: self.nummer,
            titel: self.titel,
            vergaderdatum: self.vergaderdatum,
        })
    }

    fn inconsistent(&self, kolom: &'static str) -> DbError {
        DbError::inconsistent("besluit", kolom, self.id)
    }
}

impl BekendmakingRow {
    pub(super) fn into_bekendmaking(self) -> Result<(Bekendmaking, Moment), DbError> {
        let inconsistent = |kolom| DbError::inconsistent("bekendmaking", kolom, self.besluit_id);
        let nummer = self.nummer;
        let publicatie = match Publicatieplaats::from_code(&self.plaats) {
            Some(Publicatieplaats::Gemeenteblad) => Publicatie::Gemeenteblad { nummer },
            Some(Publicatieplaats::Cvdr) => Publicatie::Cvdr {
                nummer: CvdrNummer::parse(&nummer).map_err(|_| inconsistent("nummer"))?,
            },
            Some(Publicatieplaats::Anders) => Publicatie::Anders {
                omschrijving: nummer,
            },
            None => return Err(inconsistent("plaats")),
        };
        let bekendmaking = Bekendmaking {
            publicatie,
            datum: self.datum,
            inwerkingtreding: self.inwerkingtreding,
        };
        Ok((bekendmaking, self.bekend_op))
    }
}

impl WaardeRow {
    pub(super) const fn is_correctie(&self) -> bool {
        self.corrigeert.is_some()
    }

    /// Whether the row takes earlier values back.
    pub(super) const fn is_intrekking(&self) -> bool {
        self.waarde.is_none() && self.corrigeert.is_none()
    }

    pub(super) fn into_intrekking(self) -> Result<Intrekking, DbError> {
        Ok(Intrekking {
            id: WaardeId::new(self.id),
            sleutel: self.sleutel()?,
            vanaf: self.geldig_van,
            gebied: self.gebied()?,
        })
    }

    pub(super) fn into_besloten(self) -> Result<BeslotenWaarde, DbError> {
        let waarde = self.waarde()?.ok_or_else(|| self.inconsistent("waarde"))?;
        Ok(BeslotenWaarde {
            id: WaardeId::new(self.id),
            sleutel: self.sleutel()?,
            waarde,
            periode: self.periode()?,
            gebied: self.gebied()?,
        })
    }

    pub(super) fn into_correctie(self, orgaan: Orgaan) -> Result<Correctieakte, DbError> {
        let (Some(corrigeert), Some(vastgelegd_op)) = (self.corrigeert, self.bekend_op) else {
            return Err(self.inconsistent("corrigeert"));
        };
        let correctie = Correctie {
            id: WaardeId::new(self.id),
            besluit: BesluitId::new(self.besluit_id),
            orgaan,
            sleutel: self.sleutel()?,
            corrigeert: WaardeId::new(corrigeert),
            waarde: self.waarde()?,
            periode: self.periode()?,
            gebied: self.gebied()?,
            reden: self.reden.unwrap_or_default(),
        };
        Ok(Correctieakte {
            correctie,
            vastgelegd_op,
            vastgelegd_door: self.vastgelegd_door.unwrap_or_default(),
        })
    }

    fn sleutel(&self) -> Result<Sleutel, DbError> {
        Sleutel::parse(&self.sleutel).map_err(|_| self.inconsistent("sleutel"))
    }

    fn waarde(&self) -> Result<Option<Waarde>, DbError> {
        let Some(tekst) = &self.waarde else {
            return Ok(None);
        };
        let parameter = catalogus()
            .find(&self.sleutel)
            .ok_or_else(|| self.inconsistent("sleutel"))?;
        match Waarde::parse(parameter.soort, tekst) {
            Ok(waarde) => Ok(Some(waarde)),
            Err(_) => Err(self.inconsistent("waarde")),
        }
    }

    fn gebied(&self) -> Result<Option<GemeenteCode>, DbError> {
        let gebied = self.gebied.as_deref().map(GemeenteCode::parse).transpose();
        gebied.map_err(|_| self.inconsistent("gebied"))
    }

    fn periode(&self) -> Result<Periode, DbError> {
        Periode::try_new(self.geldig_van, self.geldig_tot)
            .map_err(|_| self.inconsistent("geldig_tot"))
    }

    fn inconsistent(&self, kolom: &'static str) -> DbError {
        DbError::inconsistent("parameterwaarde", kolom, self.id)
    }
}

impl GeldigRow {
    /// The value as it binds; none where it had ended when its decision entered into force.
    pub(super) fn into_vastgesteld(
        self,
        gemeente: GemeenteCode,
    ) -> Result<Option<Vastgesteld>, DbError> {
        let Self {
            waarde,
            besluit,
            bekendmaking,
        } = self;
        let van = waarde.geldig_van.max(bekendmaking.inwerkingtreding);
        let Ok(periode) = Periode::try_new(van, waarde.geldig_tot) else {
            return Ok(None);
        };
        let eerst_bekend = bekendmaking.bekend_op;
        Ok(Some(Vastgesteld {
            id: WaardeId::new(waarde.id),
            sleutel: waarde.sleutel()?,
            waarde: waarde.waarde()?,
            periode,
            gebied: waarde.gebied()?,
            besluit: besluit.verwijzing(gemeente)?,
            bekend_op: waarde
                .bekend_op
                .map_or(eerst_bekend, |op| op.max(eerst_bekend)),
            corrigeert: waarde.corrigeert.map(WaardeId::new),
        }))
    }
}

/// The decision with its values, publication and corrections.
pub(super) fn restore_besluit(
    kop: Besluitkop,
    waarden: Vec<BeslotenWaarde>,
    intrekkingen: Vec<Intrekking>,
    bekendmaking: Option<BekendmakingRow>,
) -> Result<Besluit, DbError> {
    let id = kop.id;
    let bekendmaking = bekendmaking
        .map(BekendmakingRow::into_bekendmaking)
        .transpose()?;
    Besluit::restore(kop, waarden, intrekkingen, bekendmaking)
        .map_err(|_| DbError::inconsistent("bekendmaking", "aanvaard", id))
}
