//! Who may decide on an objection, and what fits its being late and the hearing.

use primitives::Datum;

use super::state::refuse;
use super::{
    Bezwaar, BezwaarGeweigerd, Bezwaarbesluit, Bezwaarstand, Bezwaaruitkomst, Horen, Tijdigheid,
};
use crate::aanvraag::{Mandaatbesluit, Mandaatregister, Namens};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;

impl Bezwaar {
    /// The role by which somebody may decide now by the register, or why not.
    pub fn decide(
        &self,
        namens: Namens,
        register: &Mandaatregister,
        door: &Persoon,
        rollen: &[Rol],
        besloten_op: Datum,
    ) -> Result<Rol, BezwaarGeweigerd> {
        self.check_beslisser(door, besloten_op)?;
        if namens == Namens::AdviesAanCollege {
            return Err(self.refused());
        }
        if self.horen().is_none() {
            return Err(BezwaarGeweigerd::NietGehoord);
        }
        let regeling = self.kop.bestreden.regeling;
        let mandaat = register.find(regeling, Mandaatbesluit::Bezwaar, besloten_op, rollen)?;
        Ok(mandaat.rol)
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
        if (besluit.uitkomst == Bezwaaruitkomst::Gegrond) != besluit.in_plaats_daarvan.is_some() {
            let melding =
                "vul dit in als het bezwaar gegrond is, en anders niet (Awb art. 7:11 lid 2)";
            return Err(refuse("inPlaatsDaarvan", melding));
        }
        match self.horen() {
            Some(Horen::NietGehoord(grond, _)) => grond.check_uitkomst(besluit.uitkomst),
            // Decisions from before the hearing was recorded have none; `decide` asks for it.
            Some(Horen::Gehoord(_)) | None => Ok(()),
        }
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
