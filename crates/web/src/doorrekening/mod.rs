//! What other policy would mean: values on the left, their effect on the right; kept calculations.

mod bewaard;
mod doorrekenen;
mod effect;
mod grafieken;
mod lezen;
mod loon;
mod waarden;

use actix_web::web::ServiceConfig;
use http_base::Pad;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const PAD: &str = "/{gemeente:GM[0-9]{4}}/doorrekenen";
    cfg.service(Pad::new(PAD).get(doorrekenen::show).post(bewaard::record))
        // Before the kept ones: `uitkomst` is no id.
        .service(Pad::new(&format!("{PAD}/uitkomst")).get(doorrekenen::show_effect))
        .service(Pad::new(&format!("{PAD}/{{doorrekening}}")).get(bewaard::show));
}
