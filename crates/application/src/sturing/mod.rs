//! The quarter, the benchmark and the meeting.

mod afspraken;
mod close_kwartaal;
mod error;
mod load_benchmark;
mod load_kwartaal;
mod load_rapport;
mod ontvangers;
mod overleg;
mod overlegbericht;
mod record_overleggen;
mod record_toelichting;
mod sluitbericht;

pub use afspraken::{
    Afspraakeinde, Afspraakopdracht, record_afspraak, record_afspraak_afgerond,
    record_afspraak_vervallen,
};
pub use close_kwartaal::{Sluitopdracht, close_kwartaal};
pub use domain::sturing::Aanleiding;
pub use error::{KwartaalError, OverlegError, SluitError};
pub use load_benchmark::{
    Kwartaalbeeld, Vergelijking, load_benchmark, load_kwartaalbeeld, load_overzicht,
};
pub use load_kwartaal::{
    Kwartaaloverzicht, Voorlopig, calculate_voorlopig, list_kwartalen, load_kwartaal,
};
pub use load_rapport::load_rapport;
pub use ontvangers::{
    Ontvangeropdracht, list_ontvangers, record_ontvanger, record_ontvanger_einde,
};
pub use overleg::{
    Agendapuntopdracht, Overlegopdracht, Overlegstukken, Verslagopdracht, list_overleggen,
    load_overleg, record_agendapunt, record_overleg, record_overleg_gehouden,
};
pub use overlegbericht::{
    MeldOverleg, Overlegbericht, VerdeelOverlegbericht, Verzendopdracht, enqueue_overlegberichten,
    list_overleggemeenten, load_overlegbericht, record_stukken_verstuurd,
};
pub use persistence::sturing::{Gemeentenaam, Ontvanger, Ontvangerrol, Sluitingakte};
pub use record_overleggen::{Overlegbestand, Overlegovername, record_overleggen};
pub use record_toelichting::{Toelichtingopdracht, record_toelichting};
pub use sluitbericht::{MeldSluiting, Sluitbericht, load_sluitbericht};
