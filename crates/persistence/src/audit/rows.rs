//! Rows of the table `audit`.

use diesel::Insertable;
use domain::bevoegdheid::{Actor, Rol};
use primitives::{GemeenteCode, Moment};

use crate::schema::audit;

/// What was done. The name in the table is lasting: a name that was used keeps its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handeling {
    /// Personal data of residents were read.
    Raadpleging,
    /// A decision of council or college was recorded.
    Besluit,
    /// A proposal was written, changed, advised on, submitted, treated or withdrawn.
    Voorstel,
    /// A shared base was drafted, changed or published.
    Basisset,
    /// A file was added to a proposal or decision.
    Bijlage,
    /// A decision was published.
    Bekendmaking,
    /// A mistake in a recorded value was put right.
    Correctie,
    /// Statutory records were imported.
    Import,
    /// Statutory records were written.
    Export,
    /// A dossier was changed.
    Dossier,
    /// A case was handed over to another casusregisseur.
    Overdracht,
    /// A note was written.
    Notitie,
    /// The ladder was measured.
    Meting,
    /// An application came in, or something happened to it.
    Aanvraag,
    /// A decision on an application, on earlier months or on an objection was taken.
    Beschikking,
    /// A review of earlier months began, or something happened in it.
    Herziening,
    /// An objection came in, or something happened to it.
    Bezwaar,
    /// Who may decide was recorded.
    Mandaat,
    /// Rights were calculated and stored.
    Berekening,
    /// A quarter was closed.
    Sluiting,
    /// A figure was commented on.
    Toelichting,
    /// A meeting, its agenda or its agreements were changed.
    Overleg,
    /// A round of zienswijzen, a view on it, an answer or the calendar was changed.
    Zienswijze,
    /// Staffing was recorded.
    Formatie,
    /// What the municipality asks of the organisation was written or given.
    Opdracht,
    /// The organisation answered the assignment, or said how an item stands.
    Uitvoeringsplan,
    /// A work rule of the organisation was recorded.
    Werkinstructie,
    /// The municipality itself was changed: keys, membership.
    Beheer,
}

impl Handeling {
    const fn naam(self) -> &'static str {
        match self {
            Self::Raadpleging => "raadpleging",
            Self::Besluit => "besluit",
            Self::Voorstel => "voorstel",
            Self::Basisset => "basisset",
            Self::Bijlage => "bijlage",
            Self::Bekendmaking => "bekendmaking",
            Self::Correctie => "correctie",
            Self::Import => "import",
            Self::Export => "export",
            Self::Dossier => "dossier",
            Self::Overdracht => "overdracht",
            Self::Notitie => "notitie",
            Self::Meting => "meting",
            Self::Aanvraag => "aanvraag",
            Self::Beschikking => "beschikking",
            Self::Herziening => "herziening",
            Self::Bezwaar => "bezwaar",
            Self::Mandaat => "mandaat",
            Self::Berekening => "berekening",
            Self::Sluiting => "sluiting",
            Self::Toelichting => "toelichting",
            Self::Overleg => "overleg",
            Self::Zienswijze => "zienswijze",
            Self::Formatie => "formatie",
            Self::Opdracht => "opdracht",
            Self::Uitvoeringsplan => "uitvoeringsplan",
            Self::Werkinstructie => "werkinstructie",
            Self::Beheer => "beheer",
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = audit)]
pub(super) struct NewAuditRow<'a> {
    moment: jiff_diesel::Timestamp,
    actor: &'a str,
    actor_naam: &'a str,
    handeling: &'a str,
    object: &'a str,
    toelichting: Option<&'a str>,
    trace: &'a [u8],
    rollen: Option<String>,
}

impl<'a> NewAuditRow<'a> {
    pub(super) fn new(
        actor: &'a Actor,
        now: Moment,
        handeling: Handeling,
        object: &'a str,
        toelichting: Option<&'a str>,
        (gemeente, trace): (GemeenteCode, &'a [u8]),
    ) -> Self {
        let rollen: Vec<_> = actor.rollen_in(gemeente).map(Rol::claim).collect();
        Self {
            moment: now.into(),
            actor: &actor.sub,
            actor_naam: &actor.naam,
            handeling: handeling.naam(),
            object,
            toelichting,
            trace,
            rollen: (!rollen.is_empty()).then(|| rollen.join(", ")),
        }
    }
}
