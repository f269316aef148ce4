//! What a decision would be with what is known now, laid beside what it was: per month the difference, and what the
//! law lets the college do with it. Participatiewet arts 54 lid 3, 58 and 60a lid 4.
//!
//! The decision that was taken stays as it was taken: this proposes a new one. What the law leaves to the college
//! is proposed as a power and not as a duty, and a cause that nobody named is never guessed.

mod afzien;
mod feiten;
mod kwijtschelding;
mod lening;
mod maandstand;
mod voorstel;
mod vordering;

pub use afzien::Afzien;
pub use feiten::{Herzieningsfeiten, Oorzaak, Oorzaakperiode};
pub use kwijtschelding::{Aflosverloop, Kwijtgrond, Kwijtschelding};
pub use lening::{Bestemming, Bestemmingoordeel, Leenvorm, Lening, Leningoordeel};
pub use voorstel::{
    Besluitsoort, GeenReden, Herziening, Herzieningonbepaald, Maandherziening, Maandpaar,
    Maandstand, Voorstel, calculate_herziening,
};
pub use vordering::{Aansprakelijk, Jaarvordering, gross_up};
