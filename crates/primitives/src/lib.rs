//! Values that every crate shares: money, dates, codes, ids, the clock.
//!
//! A value that exists is valid: each type has one door (`parse` or `try_new`), which serde, forms and
//! the database pass too. Depends on no crate of ours.

mod bsn;
mod clock;
mod emailadres;
mod geld;
mod gemeente;
mod ids;
mod invoer;
mod kwartaal;
mod notatie;
mod percentage;
mod tijd;

pub use bsn::{Bsn, BsnError};
pub use clock::{Clock, FixedClock, IdGenerator, SystemClock, SystemIds, id_at};
pub use emailadres::{Emailadres, EmailadresError};
pub use geld::{Geld, GeldError};
pub use gemeente::{GemeenteCode, GemeenteCodeError};
pub use ids::IdError;
pub use ids::{
    AanvraagId, AfspraakId, BasissetId, BesluitId, BezwaarId, BijlageId, DoorrekeningId, DossierId,
    HerzieningId, LeveringId, NotitieId, OntvangerId, OverlegId, PopulatierunId, SluitingId,
    UitkeringId, VoorstelId, WaardeId, WerkinstructieId, ZienswijzerondeId,
};
pub use invoer::{Veldcontrole, Veldfout, Veldfouten};
pub use kwartaal::{Kwartaal, KwartaalError, Maand, MaandError};
pub use notatie::{
    GeldNl, aantal_nl, datum_kort, datum_lang, geld_nl, getal_nl, maand_lang, moment_nl,
    parse_datum_nl, parse_getal_nl,
};
pub use percentage::{Percentage, PercentageError};
pub use tijd::{
    Datum, Moment, Periode, PeriodeError, begin_in_nederland, datum_in_nederland,
    einde_in_nederland, leeftijd_op, parse_datum,
};
