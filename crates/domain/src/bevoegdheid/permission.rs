//! The one table of who may do what.

use super::Rol;

/// Something that a person can be allowed to do in a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Permission {
    /// See the policy parameters and decisions.
    BeleidLezen,
    /// Record a decision of the council and its values.
    RaadsbesluitVastleggen,
    /// Record a decision of the college and its values.
    CollegebesluitVastleggen,
    /// Draft and publish a shared base of policy with other municipalities.
    BasissetOpstellen,
    /// See what other policy would mean for the own caseload: counts and costs, nobody's data.
    BeleidDoorrekenen,
    /// Import the statutory records of a caseload.
    BestandImporteren,
    /// Write the statutory records of a caseload.
    BestandExporteren,
    /// Search residents and read their dossiers.
    DossierLezen,
    /// Write notes, measure the ladder, change the casusregisseur.
    DossierBijwerken,
    /// Record an application and what happens to it, and propose a decision.
    AanvraagBehandelen,
    /// Decide on an application, as far as the mandate register says so.
    BeschikkingNemen,
    /// Record who may decide on applications.
    MandaatVastleggen,
    /// See who may decide on applications.
    MandaatLezen,
    /// Calculate the right of a household that is described in the question.
    RechtBerekenen,
    /// Let the right of every household be calculated on two days, follow and interrupt that: numbers, nobody's data.
    PopulatierunUitvoeren,
    /// See figures, benchmark, reports and meetings.
    CijfersLezen,
    /// Comment on figures, and prepare the meeting.
    OverlegVoorbereiden,
    /// Write and bring in the view of the council on a document of the organisation.
    ZienswijzeVastleggen,
    /// Open rounds of zienswijzen, prepare the answer of the board, keep the calendar.
    ZienswijzerondeVoorbereiden,
    /// Confirm the answer of the board, and end a round.
    ZienswijzerondeVaststellen,
    /// Close a quarter.
    KwartaalSluiten,
    /// Record the staffing.
    FormatieVastleggen,
    /// Write what the municipality asks of the organisation.
    OpdrachtVoorbereiden,
    /// Give what was written to the organisation.
    OpdrachtVerstrekken,
    /// Answer the assignment, and say how its items stand.
    UitvoeringsplanVastleggen,
    /// Record how the organisation works.
    WerkinstructieVastleggen,
    /// Read who looked at whose file.
    InzagelogLezen,
    /// Municipalities, migrations, jobs.
    PlatformBeheren,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 28] = [
        Self::BeleidLezen,
        Self::RaadsbesluitVastleggen,
        Self::CollegebesluitVastleggen,
        Self::BasissetOpstellen,
        Self::BeleidDoorrekenen,
        Self::BestandImporteren,
        Self::BestandExporteren,
        Self::DossierLezen,
        Self::DossierBijwerken,
        Self::AanvraagBehandelen,
        Self::BeschikkingNemen,
        Self::MandaatVastleggen,
        Self::MandaatLezen,
        Self::RechtBerekenen,
        Self::PopulatierunUitvoeren,
        Self::CijfersLezen,
        Self::OverlegVoorbereiden,
        Self::ZienswijzeVastleggen,
        Self::ZienswijzerondeVoorbereiden,
        Self::ZienswijzerondeVaststellen,
        Self::KwartaalSluiten,
        Self::FormatieVastleggen,
        Self::OpdrachtVoorbereiden,
        Self::OpdrachtVerstrekken,
        Self::UitvoeringsplanVastleggen,
        Self::WerkinstructieVastleggen,
        Self::InzagelogLezen,
        Self::PlatformBeheren,
    ];

    /// Whether a role gives this permission: the table itself.
    pub const fn is_given_to(self, rol: Rol) -> bool {
        use Rol as R;
        match self {
            Self::BeleidLezen => !matches!(rol, R::Beheerder),
            Self::RaadsbesluitVastleggen => matches!(rol, R::Griffie),
            Self::CollegebesluitVastleggen => matches!(rol, R::College),
            Self::BasissetOpstellen => {
                matches!(rol, R::Griffie | R::College | R::Opdrachtgever)
            }
            Self::BeleidDoorrekenen => {
                matches!(
                    rol,
                    R::Griffie | R::College | R::Opdrachtgever | R::Directie
                )
            }
            Self::BestandImporteren | Self::BestandExporteren => matches!(rol, R::Teamleider),
            Self::DossierLezen => {
                matches!(
                    rol,
                    R::SociaalTeam
                        | R::Consulent
                        | R::Accountmanager
                        | R::Teamleider
                        | R::Kwaliteit
                )
            }
            Self::DossierBijwerken => matches!(rol, R::SociaalTeam | R::Consulent | R::Teamleider),
            Self::AanvraagBehandelen | Self::BeschikkingNemen => {
                matches!(rol, R::Consulent | R::Teamleider)
            }
            Self::MandaatVastleggen => matches!(rol, R::College),
            Self::MandaatLezen => matches!(
                rol,
                R::Consulent | R::Teamleider | R::College | R::Opdrachtgever | R::Fg | R::Directie
            ),
            Self::RechtBerekenen => !matches!(rol, R::Fg | R::Beheerder),
            Self::PopulatierunUitvoeren => matches!(rol, R::Directie | R::Beheerder),
            Self::CijfersLezen => !matches!(rol, R::Fg | R::Beheerder),
            Self::OverlegVoorbereiden => matches!(rol, R::Opdrachtgever | R::Directie | R::Bestuur),
            Self::ZienswijzeVastleggen => matches!(rol, R::Griffie),
            Self::ZienswijzerondeVoorbereiden => matches!(rol, R::Directie | R::Bestuur),
            Self::ZienswijzerondeVaststellen => matches!(rol, R::Bestuur),
            Self::KwartaalSluiten => matches!(rol, R::Directie),
            Self::FormatieVastleggen => matches!(rol, R::Directie | R::Bestuur),
            Self::OpdrachtVoorbereiden => matches!(rol, R::Opdrachtgever | R::College),
            Self::OpdrachtVerstrekken => matches!(rol, R::College),
            Self::UitvoeringsplanVastleggen | Self::WerkinstructieVastleggen => {
                matches!(rol, R::Directie)
            }
            Self::InzagelogLezen => matches!(rol, R::Fg),
            Self::PlatformBeheren => matches!(rol, R::Beheerder),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table_is_a_golden_file() {
        let mut tabel = String::new();
        for permission in Permission::ALL {
            let rollen = Rol::ALL
                .into_iter()
                .filter(|rol| permission.is_given_to(*rol));
            let namen: Vec<_> = rollen.map(Rol::claim).collect();
            tabel += &format!("{permission:?}: {}\n", namen.join(", "));
        }
        insta::assert_snapshot!("bevoegdheden", tabel);
    }
}
