//! Who may decide on an objection, and what fits its being late and the hearing.

use primitives::Datum;

use super::state::refuse;
use super::{
    Bezwaar, BezwaarGeweigerd, Bezwaarbesluit, Bezwaarstand, Bezwaaruitkomst, Horen, Tijdigheid,
};
use crate::aanvraag::{Mandaat, Mandaatbesluit, Mandaatregister, Namens};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;

impl Bezwaar {
    /// The mandate by which somebody may decide now, or why not.
    pub fn decide<'a>(
        &self,
        namens: Namens,
        register: &'a Mandaatregister,
        door: &Persoon,
        rollen: &[Rol],
        besloten_op: Datum,
    ) -> Result<&'a Mandaat, BezwaarGeweigerd> {
        self.check_beslisser(door, besloten_op)?;
        if namens == Namens::AdviesAanCollege {
            return Err(self.refused());
        }
        if self.horen().is_none() {
            return Err(BezwaarGeweigerd::NietGehoord);
        }
        let regeling = self.kop.bestreden.regeling;
        Ok(register.find(regeling, Mandaatbesluit::Bezwaar, besloten_op, rollen)?)
    }

    /// Whether the register asks somebody else than who made the last new calculation to decide by it: with the objection, or with
    /// a decision that the calculation takes.
    pub fn needs_vier_ogen(
        &self,
        register: &Mandaatregister,
        mandaat: &Mandaat,
        dag: Datum,
    ) -> bool {
        let Some((_, heroverweging)) = self.find_heroverweging() else {
            return false;
        };
        let nieuw = &heroverweging.nieuw;
        let regeling = self.kop.bestreden.regeling;
        let besluiten = nieuw.list_besluiten().into_iter();
        let rijen = besluiten
            .filter_map(|besluit| register.find(regeling, besluit, dag, &[mandaat.rol]).ok());
        rijen
            .chain([mandaat])
            .any(|rij| rij.needs_tweede_persoon(nieuw.bedrag(), nieuw.is_afgewogen()))
    }

    /// Whether somebody made the last new calculation.
    pub fn is_herrekend_door(&self, wie: &Persoon) -> bool {
        self.last_heroverweging()
            .is_some_and(|(_, _, door)| door.sub == wie.sub)
    }

    pub(super) fn check_besluit(
        &self,
        besluit: &Bezwaarbesluit,
        door: &Persoon,
        vandaag: Datum,
    ) -> Result<(), BezwaarGeweigerd> {
        self.check_beslisser(door, vandaag)?;
        let is_beoordeeld = besluit.uitkomst != Bezwaaruitkomst::NietOntvankelijk;
        let is_te_laat = self.tijdigheid() == Tijdigheid::TeLaat;
        if is_te_laat && is_beoordeeld && besluit.verschoonbaar.is_none() {
            let melding = "het bezwaar kwam te laat: schrijf op waarom dat te begrijpen is, of kies niet-ontvankelijk (Awb art. 6:11)";
            return Err(refuse("verschoonbaar", melding));
        }
        if besluit.verschoonbaar.is_some() && !(is_te_laat && is_beoordeeld) {
            let melding = "laat dit leeg: het bezwaar kwam op tijd of wordt niet beoordeeld";
            return Err(refuse("verschoonbaar", melding));
        }
        self.check_vervanging(besluit, door)?;
        match self.horen() {
            Some(Horen::NietGehoord(grond, _)) => grond.check_uitkomst(besluit.uitkomst),
            // Decisions from before the hearing was recorded have none; `decide` asks for it.
            Some(Horen::Gehoord(_)) | None => Ok(()),
        }
    }

    /// A decision that is withdrawn makes place for a new calculation, for something in words, or for both. Awb art. 7:11 lid 2.
    fn check_vervanging(
        &self,
        besluit: &Bezwaarbesluit,
        door: &Persoon,
    ) -> Result<(), BezwaarGeweigerd> {
        let is_gegrond = besluit.uitkomst == Bezwaaruitkomst::Gegrond;
        let is_vervangen = besluit.in_plaats_daarvan.is_some() || besluit.heroverweging.is_some();
        if is_gegrond != is_vervangen {
            let melding =
                "vul dit in als het bezwaar gegrond is, en anders niet (Awb art. 7:11 lid 2)";
            return Err(refuse("inPlaatsDaarvan", melding));
        }
        let Some(nummer) = besluit.heroverweging else {
            return Ok(());
        };
        let laatste = self.find_heroverweging();
        let Some((_, laatste)) = laatste.filter(|(laatste, _)| *laatste == nummer) else {
            let melding = "dit is niet de laatste berekening: bekijk het bezwaar opnieuw";
            return Err(refuse("nieuw", melding));
        };
        if laatste.is_slechter() {
            let melding = "de nieuwe berekening is slechter voor de inwoner: wie bezwaar maakt, wordt daar niet slechter van. Bereken opnieuw, of kies iets anders";
            return Err(refuse("nieuw", melding));
        }
        if besluit.vier_ogen && self.is_herrekend_door(door) {
            let melding = "u maakte deze berekening zelf: een collega beslist, want twee mensen kijken ernaar";
            return Err(refuse("nieuw", melding));
        }
        Ok(())
    }

    /// Not by who took the first decision. Awb art. 10:3 lid 3. While something may still be added, nothing is decided.
    fn check_beslisser(&self, door: &Persoon, dag: Datum) -> Result<(), BezwaarGeweigerd> {
        let is_verstreken =
            matches!(self.stand, Bezwaarstand::Herstel { uiterlijk } if dag > uiterlijk);
        if self.stand != Bezwaarstand::InBehandeling && !is_verstreken {
            return Err(self.refused());
        }
        if self.kop.bestreden.beslisser == door.sub {
            return Err(BezwaarGeweigerd::EigenBesluit);
        }
        Ok(())
    }
}
