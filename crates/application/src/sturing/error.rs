//! Why something about figures or meetings is not done.

use domain::bevoegdheid::Geweigerd;
use domain::sturing::{OverlegGeweigerd, SluitingGeweigerd};
use persistence::DbError;
use primitives::{Kwartaal, Veldfouten};

/// Why a quarter is not closed.
#[derive(Debug, thiserror::Error)]
pub enum SluitError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// The quarter is not ready, or nobody said why it is closed all the same.
    #[error(transparent)]
    Sluiting(#[from] SluitingGeweigerd),
    /// Somebody else closed it at the same moment.
    #[error("iemand anders heeft dit kwartaal net gesloten: bekijk de cijfers opnieuw")]
    NetGesloten,
    /// Broken.
    #[error("the quarter cannot be closed")]
    Db(#[from] DbError),
}

/// Why figures are not shown or commented on.
#[derive(Debug, thiserror::Error)]
pub enum KwartaalError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// There is no closing, or not this version.
    #[error("het kwartaal {0} is nog niet gesloten: er zijn nog geen vaste cijfers")]
    NietGesloten(Kwartaal),
    /// The receiver is not there or was ended before.
    #[error("deze ontvanger staat niet meer in de lijst")]
    GeenOntvanger,
    /// Broken.
    #[error("the figures cannot be read or stored")]
    Db(#[from] DbError),
}

/// Why a meeting is not shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum OverlegError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// The meeting or agreement does not allow it, or what was typed is wrong.
    #[error(transparent)]
    Overleg(#[from] OverlegGeweigerd),
    /// No such meeting or agreement.
    #[error("dit overleg of deze afspraak bestaat niet")]
    Afwezig,
    /// There is a meeting on this day already.
    #[error("op deze dag is al een overleg gepland: kies een andere dag")]
    DagBezet,
    /// Somebody else changed the meeting since it was read.
    #[error("iemand anders heeft dit overleg net gewijzigd: bekijk het opnieuw")]
    Gewijzigd,
    /// Broken.
    #[error("the meeting cannot be read or stored")]
    Db(#[from] DbError),
}
