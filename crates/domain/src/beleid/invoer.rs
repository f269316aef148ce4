//! What a clerk types about a decision, and the way from there to a decision that is right.
//!
//! Page, API and demo data share this door, so that the same faults get the same words at the same fields.

use primitives::{
    BesluitId, Datum, GemeenteCode, IdGenerator, Moment, Periode, Veldfouten, WaardeId, datum_lang,
};
use serde::Deserialize;

use super::besluit::{BeslotenWaarde, Besluit, Besluitkop};
use super::catalogus::{Catalogus, Gebruik, Parameter};
use super::invoer_uitkomst::UitkomstInvoer;
use super::lezer::{Lezer, Notatie};
use super::rules::{Strijd, check_waarde};
use super::samenhang::check_samenhang;
use super::terugwerking::check_terugwerking;
use super::{Beleid, Orgaan, Waarde};
use crate::gemeente::Gebied;

/// The most values that one decision sets; far above the catalogue, far below harm.
const WAARDEN_MAX: usize = 100;

/// A decision as typed. An empty text is a field that was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct BesluitInvoer {
    /// The number by which people cite it.
    pub nummer: String,
    /// The title.
    pub titel: String,
    /// The day of the meeting.
    pub vergaderdatum: String,
    /// What it is about.
    pub toelichting: String,
    /// Frames in words, each a sentence of its own; an empty one falls away.
    pub kaders: Vec<String>,
    /// What the meeting decided.
    pub uitkomst: UitkomstInvoer,
    /// The day on which it is meant to enter into force.
    pub inwerkingtreding: String,
    /// Why it works back in time; empty where it does not.
    pub terugwerkend: String,
    /// The values.
    pub waarden: Vec<WaardeInvoer>,
    /// What it takes back of earlier decisions.
    pub intrekkingen: Vec<IntrekkingInvoer>,
}

/// A withdrawal as typed: from a day on nothing is decided for a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct IntrekkingInvoer {
    /// The key of the parameter.
    pub sleutel: String,
    /// The first day without a value, or empty for the entry into force.
    pub vanaf: String,
    /// The code of the former municipality whose own values end, or empty for the whole municipality.
    pub gebied: String,
}

/// One value as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct WaardeInvoer {
    /// The key of the parameter.
    pub sleutel: String,
    /// The value in the notation of its kind.
    pub waarde: String,
    /// The first day, or empty for the entry into force.
    pub van: String,
    /// The first day after it, or empty.
    pub tot: String,
    /// The code of the former municipality for whose area it holds, or empty for the whole municipality.
    pub gebied: String,
}

/// What surrounds a decision when it is judged.
#[derive(Clone, Copy, Debug)]
pub struct Omgeving<'a> {
    /// The parameters.
    pub catalogus: &'a Catalogus,
    /// What was published before.
    pub beleid: &'a Beleid,
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// The former municipalities that merged into it.
    pub gebieden: &'a [Gebied],
    /// The present day.
    pub vandaag: Datum,
    /// How the texts are written.
    pub notatie: Notatie,
}

impl Omgeving<'_> {
    /// The area of a code as typed; none for the whole municipality.
    pub(super) fn find_gebied(&self, getypt: &str) -> Result<Option<&Gebied>, &'static str> {
        let getypt = getypt.trim();
        if getypt.is_empty() {
            return Ok(None);
        }
        let gevonden = self.gebieden.iter().find(|g| g.code.to_string() == getypt);
        let melding = "kies een vroegere gemeente die in deze gemeente is opgegaan";
        gevonden.map(Some).ok_or(melding)
    }
}

impl BesluitInvoer {
    /// Reads and judges a decision of `orgaan`; every fault at once, each at its field.
    pub fn parse(
        &self,
        orgaan: Orgaan,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
    ) -> Result<Besluit, Veldfouten> {
        let mut lezer = Lezer::new(omgeving.notatie);
        let nummer = lezer.parse_regel("nummer", &self.nummer, 40);
        let titel = lezer.parse_regel("titel", &self.titel, 200);
        let vergaderdatum = lezer.parse_vergaderdatum(&self.vergaderdatum, omgeving.vandaag);
        let toelichting = lezer.parse_alinea("toelichting", &self.toelichting);
        let kaders = lezer.parse_kaders(&self.kaders);
        let uitkomst = self.uitkomst.parse(orgaan, &mut lezer);
        let inwerkingtreding = lezer.parse_datum("inwerkingtreding", &self.inwerkingtreding);
        let terugwerkend = lezer.parse_optionele_regel("terugwerkend", &self.terugwerkend, 400);
        let is_terug = inwerkingtreding < vergaderdatum && inwerkingtreding.is_some();
        if is_terug && self.terugwerkend.trim().is_empty() {
            lezer.controle.refuse(
                "inwerkingtreding",
                "een besluit gaat niet in vóór de dag van de vergadering. Bevoordeelt het inwoners, schrijf dan op waarom het terugwerkt",
            );
        }
        let waarden = self.parse_waarden(orgaan, inwerkingtreding, omgeving, ids, &mut lezer);
        let intrekkingen =
            self.parse_intrekkingen(orgaan, inwerkingtreding, omgeving, ids, &mut lezer);
        let (
            Some(nummer),
            Some(titel),
            Some(vergaderdatum),
            Some(uitkomst),
            Some(inwerkingtreding),
        ) = (nummer, titel, vergaderdatum, uitkomst, inwerkingtreding)
        else {
            // A field that gave no value was refused above.
            lezer.controle.finish()?;
            return Err(Veldfouten::single("", "het besluit is niet volledig"));
        };
        let kop = Besluitkop {
            id: BesluitId::new(ids.next()),
            gemeente: omgeving.gemeente,
            orgaan,
            nummer,
            titel,
            vergaderdatum,
            toelichting,
            kaders,
            inwerkingtreding,
            terugwerkend,
            uitkomst,
        };
        let besluit = Besluit::new(kop, waarden, intrekkingen);
        if lezer.controle.is_schoon() && besluit.kop().uitkomst.is_aanvaard() {
            check_besluit(&besluit, inwerkingtreding, omgeving, &mut lezer);
            check_terugwerking(
                &besluit,
                inwerkingtreding,
                vergaderdatum,
                omgeving,
                &mut lezer,
            );
        }
        lezer.controle.finish().map(|()| besluit)
    }

    fn parse_waarden(
        &self,
        orgaan: Orgaan,
        inwerkingtreding: Option<Datum>,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
        lezer: &mut Lezer,
    ) -> Vec<BeslotenWaarde> {
        if self.waarden.len() > WAARDEN_MAX {
            lezer.controle.refuse(
                "waarden",
                format!("een besluit heeft ten hoogste {WAARDEN_MAX} waarden"),
            );
            return Vec::new();
        }
        let mut waarden: Vec<BeslotenWaarde> = Vec::new();
        for (plek, invoer) in self.waarden.iter().enumerate() {
            let veld = |naam: &str| format!("waarden.{plek}.{naam}");
            let periode = invoer.parse_periode(inwerkingtreding, lezer, &veld);
            let Some((parameter, waarde)) = invoer.parse_waarde(omgeving.catalogus, lezer, &veld)
            else {
                continue;
            };
            let Some(periode) = periode else { continue };
            let waarvan = (parameter, periode);
            let Ok(gebied) = invoer.parse_gebied(waarvan, &omgeving, lezer, &veld) else {
                continue;
            };
            if let Err(strijd) = check_waarde(parameter, &waarde, orgaan, periode) {
                lezer.controle.refuse(veld("waarde"), strijd.to_string());
            }
            let is_dubbel = waarden.iter().any(|w| {
                w.sleutel == parameter.sleutel && w.gebied == gebied && w.periode.overlaps(periode)
            });
            if is_dubbel {
                lezer.controle.refuse(
                    veld("sleutel"),
                    "dit gegeven staat al in dit besluit voor dezelfde dagen",
                );
            }
            waarden.push(BeslotenWaarde {
                id: WaardeId::new(ids.next()),
                sleutel: parameter.sleutel.clone(),
                waarde,
                periode,
                gebied,
            });
        }
        waarden
    }
}

impl WaardeInvoer {
    fn parse_waarde<'a>(
        &self,
        catalogus: &'a Catalogus,
        lezer: &mut Lezer,
        veld: &impl Fn(&str) -> String,
    ) -> Option<(&'a Parameter, Waarde)> {
        let Some(parameter) = catalogus.find(self.sleutel.trim()) else {
            lezer
                .controle
                .refuse(veld("sleutel"), "kies een gegeven uit de catalogus");
            return None;
        };
        match lezer.notatie.parse_waarde(parameter.soort, &self.waarde) {
            Ok(waarde) => Some((parameter, waarde)),
            Err(fout) => {
                let artikel = parameter.regimes.last().map_or("", |r| r.artikel.as_str());
                lezer
                    .controle
                    .refuse(veld("waarde"), format!("{fout} ({artikel})"));
                None
            }
        }
    }

    fn parse_periode(
        &self,
        inwerkingtreding: Option<Datum>,
        lezer: &mut Lezer,
        veld: &impl Fn(&str) -> String,
    ) -> Option<Periode> {
        let van = if self.van.trim().is_empty() {
            inwerkingtreding?
        } else {
            lezer.parse_datum(&veld("van"), &self.van)?
        };
        if inwerkingtreding.is_some_and(|dag| van < dag) {
            lezer
                .controle
                .refuse(veld("van"), "een waarde gaat niet in vóór het besluit zelf");
            return None;
        }
        let tot = if self.tot.trim().is_empty() {
            None
        } else {
            Some(lezer.parse_datum(&veld("tot"), &self.tot)?)
        };
        lezer
            .controle
            .take(&veld("tot"), Periode::try_new(van, tot))
    }
}

impl WaardeInvoer {
    /// The area, or none for the whole municipality. What is refused stands with its field.
    fn parse_gebied(
        &self,
        (parameter, periode): (&Parameter, Periode),
        omgeving: &Omgeving<'_>,
        lezer: &mut Lezer,
        veld: &impl Fn(&str) -> String,
    ) -> Result<Option<GemeenteCode>, Geweigerd> {
        let gebied = match omgeving.find_gebied(&self.gebied) {
            Ok(None) => return Ok(None),
            Ok(Some(gebied)) => gebied,
            Err(melding) => {
                lezer.controle.refuse(veld("gebied"), melding);
                return Err(Geweigerd);
            }
        };
        if parameter.gebruik.contains(&Gebruik::IndicatorInBeeld) {
            let melding = "dit gegeven telt mee in de kwartaalcijfers van de hele gemeente: het kan niet per gebied verschillen";
            lezer.controle.refuse(veld("gebied"), melding);
            return Err(Geweigerd);
        }
        let uiterlijk = gebied.eigen_regels_tot();
        if periode.tot().is_none_or(|tot| tot > uiterlijk) {
            let (naam, uiterlijk) = (&gebied.naam, datum_lang(uiterlijk));
            lezer.controle.refuse(veld("tot"), format!("eigen regels van {naam} gelden niet langer dan tot {uiterlijk}: vul die dag in of een eerdere (Wet algemene regels herindeling art. 28)"));
            return Err(Geweigerd);
        }
        Ok(Some(gebied.code))
    }
}

/// A field was refused; why stands with it.
struct Geweigerd;

/// Holds every value against the law and against the other values, as it would bind with this entry into force.
pub(super) fn check_besluit(
    besluit: &Besluit,
    inwerkingtreding: Datum,
    omgeving: Omgeving<'_>,
    lezer: &mut Lezer,
) {
    let nieuw = besluit.list_vastgesteld_from(inwerkingtreding, Moment::MAX);
    let mut straks = omgeving.beleid.waarden().to_vec();
    straks.extend(nieuw);
    let mut straks = Beleid::new(straks);
    let mut tabellen = Vec::new();
    for (plek, besloten) in besluit.waarden().iter().enumerate() {
        let Some(parameter) = omgeving.catalogus.find(besloten.sleutel.as_str()) else {
            continue;
        };
        let Some(periode) = besloten.periode_from(inwerkingtreding) else {
            continue;
        };
        straks = straks.in_gebied(besloten.gebied);
        let uitkomst = check_waarde(parameter, &besloten.waarde, besluit.kop().orgaan, periode)
            .and_then(|()| check_samenhang(omgeving.catalogus, parameter, &straks, periode));
        if let Err(strijd) = uitkomst {
            // A table that is not complete is told once, not at each of its rows.
            if let Strijd::TabelOnvolledig { tabel, .. } = &strijd {
                if tabellen.contains(tabel) {
                    continue;
                }
                tabellen.push(tabel.clone());
            }
            lezer
                .controle
                .refuse(format!("waarden.{plek}.waarde"), strijd.to_string());
        }
    }
}
