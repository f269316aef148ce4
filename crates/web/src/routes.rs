//! Every page of the service. A subject adds one line.

use actix_web::web::ServiceConfig;

/// Registers the pages. Addresses without a municipality come first: `/{gemeente}` would take them.
pub fn configure(cfg: &mut ServiceConfig) {
    crate::assets::configure(cfg);
    crate::statisch::configure(cfg);
    crate::gemeente::configure(cfg);
    crate::ontwikkeling::configure(cfg);
    crate::aanvraag::configure(cfg);
    crate::bezwaar::configure(cfg);
    crate::herziening::configure(cfg);
    crate::dossier::configure(cfg);
    crate::recht::configure(cfg);
    crate::statistiek::configure(cfg);
    crate::sturing::configure(cfg);
    crate::opdracht::configure(cfg);
    crate::werkinstructie::configure(cfg);
    crate::toezicht::configure(cfg);
    crate::doorrekening::configure(cfg);
    crate::start::configure(cfg);
    crate::beleid::configure(cfg);
}
