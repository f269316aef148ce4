//! The register of processing activities: why personal data are used.

/// Why personal data are used: an entry of the register of processing activities (AVG art. 30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Activiteit {
    /// Searching and listing residents.
    InwonersZoeken,
    /// Reading a dossier.
    DossierRaadplegen,
    /// Changing a dossier.
    DossierBijwerken,
    /// Treating an application.
    AanvraagBehandelen,
    /// Reviewing months that were decided on.
    Herzien,
    /// Dealing with an objection.
    BezwaarBehandelen,
    /// Calculating a right.
    RechtBerekenen,
    /// Taking over or delivering statutory records.
    StatistiekVerwerken,
}

impl Activiteit {
    /// Every activity.
    pub const ALL: [Self; 8] = [
        Self::InwonersZoeken,
        Self::DossierRaadplegen,
        Self::DossierBijwerken,
        Self::AanvraagBehandelen,
        Self::Herzien,
        Self::BezwaarBehandelen,
        Self::RechtBerekenen,
        Self::StatistiekVerwerken,
    ];

    /// The address in the register of processing activities.
    pub const fn uri(self) -> &'static str {
        match self {
            Self::InwonersZoeken => "urn:stuurhuis:verwerkingsactiviteit:inwoners-zoeken",
            Self::DossierRaadplegen => "urn:stuurhuis:verwerkingsactiviteit:dossier-raadplegen",
            Self::DossierBijwerken => "urn:stuurhuis:verwerkingsactiviteit:dossier-bijwerken",
            Self::AanvraagBehandelen => "urn:stuurhuis:verwerkingsactiviteit:aanvraag-behandelen",
            Self::Herzien => "urn:stuurhuis:verwerkingsactiviteit:herzien",
            Self::BezwaarBehandelen => "urn:stuurhuis:verwerkingsactiviteit:bezwaar-behandelen",
            Self::RechtBerekenen => "urn:stuurhuis:verwerkingsactiviteit:recht-berekenen",
            Self::StatistiekVerwerken => "urn:stuurhuis:verwerkingsactiviteit:statistiek-verwerken",
        }
    }

    /// The activity of an address in the register, if it is one of ours.
    pub fn from_uri(uri: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|activiteit| activiteit.uri() == uri)
    }

    /// The last part of the address, for a choice in a form: `dossier-raadplegen`.
    pub fn sleutel(self) -> &'static str {
        self.uri().rsplit(':').next().unwrap_or_default()
    }

    /// What was done, for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::InwonersZoeken => "Inwoners zoeken of in een lijst zien",
            Self::DossierRaadplegen => "Dossier bekijken",
            Self::DossierBijwerken => "Dossier bijwerken",
            Self::AanvraagBehandelen => "Aanvraag behandelen",
            Self::Herzien => "Eerdere maanden herzien",
            Self::BezwaarBehandelen => "Bezwaar behandelen",
            Self::RechtBerekenen => "Recht berekenen",
            Self::StatistiekVerwerken => "Maandbestand inlezen of maken",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_activity_is_found_by_its_address() {
        for activiteit in Activiteit::ALL {
            assert_eq!(Activiteit::from_uri(activiteit.uri()), Some(activiteit));
            assert!(!activiteit.sleutel().contains(':'));
        }
        assert_eq!(Activiteit::from_uri("urn:stuurhuis:anders"), None);
    }
}
