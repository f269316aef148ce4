//! Why something about an application is not shown or not done.

use domain::aanvraag::AanvraagGeweigerd;
use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

use crate::dossier::DossierError;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum AanvraagError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// No such resident or application here.
    #[error("deze aanvraag is hier niet bekend")]
    NietGevonden,
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The application is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Stand(AanvraagGeweigerd),
    /// Somebody else recorded something since the form was opened.
    #[error("iemand anders legde intussen iets vast: bekijk de aanvraag opnieuw")]
    Verouderd,
    /// Broken.
    #[error("the application cannot be read or stored")]
    Db(#[from] DbError),
}

impl From<AanvraagGeweigerd> for AanvraagError {
    fn from(reden: AanvraagGeweigerd) -> Self {
        match reden {
            AanvraagGeweigerd::Invoer(fouten) => Self::Invoer(fouten),
            ander => Self::Stand(ander),
        }
    }
}

impl From<DossierError> for AanvraagError {
    fn from(fout: DossierError) -> Self {
        match fout {
            DossierError::Geweigerd(geweigerd) => Self::Geweigerd(geweigerd),
            DossierError::NietGevonden => Self::NietGevonden,
            DossierError::Invoer(fouten) => Self::Invoer(fouten),
            DossierError::Verouderd(_) => Self::Verouderd,
            DossierError::Db(fout) => Self::Db(fout),
        }
    }
}

impl AanvraagError {
    /// The faults of the form that was sent in; a refusal by how it stands is one at `veld`. What no form can mend comes back.
    pub fn into_fouten(self, veld: &str) -> Result<Veldfouten, Self> {
        match self {
            Self::Invoer(fouten) => Ok(fouten),
            Self::Stand(reden) => Ok(Veldfouten::single(veld, reden.to_string())),
            // The form keeps what was typed, and is about what stands there now.
            Self::Verouderd => Ok(Veldfouten::single(
                veld,
                "er is intussen iets anders vastgelegd: bekijk de aanvraag eerst. Wat u invulde staat hier nog; u kunt het opnieuw versturen",
            )),
            ander => Err(ander),
        }
    }

    /// A refusal by a key is somebody else who was first.
    pub(super) fn of_sleutel(fout: DbError) -> Self {
        if fout.is_refused_by("aanvraagakte_pkey") || fout.is_refused_by("mandaat_pkey") {
            Self::Verouderd
        } else {
            fout.into()
        }
    }
}
