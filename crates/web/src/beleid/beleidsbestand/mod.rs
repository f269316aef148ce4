//! Policy as a file: taking it along as YAML or XLSX, and trying a file that somebody filled in.

mod proef;
mod rapport;
mod uitvoer;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(super) fn configure(cfg: &mut ServiceConfig) {
    const PAD: &str = "/{gemeente:GM[0-9]{4}}/beleid/bestand";
    const BASIS: &str = "/{gemeente:GM[0-9]{4}}/beleid/basis/{basisset}/bestand.{formaat}";
    cfg.service(Pad::new(PAD).get(proef::show).post(proef::record))
        .service(Pad::new(&format!("{PAD}/beleid.{{formaat}}")).get(uitvoer::download))
        .service(Pad::new(BASIS).get(uitvoer::download_basis));
}
