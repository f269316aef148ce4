//! The dossier in an address.

use actix_web::web::Path;
use http_base::Fout;
use primitives::DossierId;

/// Municipality and dossier of an address.
pub(crate) type Dossierpad = Path<(String, String)>;

/// The dossier of an address; anything else than an id is an address that does not exist.
pub(crate) fn dossier_of(pad: &Dossierpad) -> Result<DossierId, Fout> {
    DossierId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())
}
