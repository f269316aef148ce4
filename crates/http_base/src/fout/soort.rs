//! The table.

use actix_web::http::StatusCode;

/// A kind of error: one row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Soort {
    /// Something that was sent does not keep to the rules.
    OngeldigeInvoer,
    /// Nobody is logged in, or the token does not hold.
    NietAangemeld,
    /// The role does not reach this far.
    NietToegestaan,
    /// Not there, or not yours.
    NietGevonden,
    /// The address exists, not with this method.
    MethodeNietToegestaan,
    /// No form of answer that the caller accepts.
    NietAcceptabel,
    /// The situation has changed, or does not allow this.
    Conflict,
    /// More than is accepted.
    TeGroot,
    /// The form of the body is not accepted.
    MediatypeNietOndersteund,
    /// Something of ours is broken.
    Storing,
    /// Something that we need does not answer now.
    NietBeschikbaar,
}

impl Soort {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::OngeldigeInvoer,
        Self::NietAangemeld,
        Self::NietToegestaan,
        Self::NietGevonden,
        Self::MethodeNietToegestaan,
        Self::NietAcceptabel,
        Self::Conflict,
        Self::TeGroot,
        Self::MediatypeNietOndersteund,
        Self::Storing,
        Self::NietBeschikbaar,
    ];

    /// The status of HTTP.
    pub const fn status(self) -> StatusCode {
        self.row().0
    }

    /// The last part of the `type` of problem details: `urn:stuurhuis:fout:ongeldige-invoer`.
    pub const fn naam(self) -> &'static str {
        self.row().1
    }

    /// The title, in Dutch.
    pub const fn titel(self) -> &'static str {
        self.row().2
    }

    /// The kind that belongs to a status that actix itself gave.
    pub fn from_status(status: StatusCode) -> Self {
        Self::ALL
            .into_iter()
            .find(|soort| soort.status() == status)
            .unwrap_or(if status.is_server_error() {
                Self::Storing
            } else {
                Self::OngeldigeInvoer
            })
    }

    const fn row(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::OngeldigeInvoer => (
                StatusCode::BAD_REQUEST,
                "ongeldige-invoer",
                "Niet goed ingevuld",
            ),
            Self::NietAangemeld => (StatusCode::UNAUTHORIZED, "niet-aangemeld", "Niet ingelogd"),
            Self::NietToegestaan => (StatusCode::FORBIDDEN, "niet-toegestaan", "Geen toegang"),
            Self::NietGevonden => (StatusCode::NOT_FOUND, "niet-gevonden", "Niet gevonden"),
            Self::MethodeNietToegestaan => (
                StatusCode::METHOD_NOT_ALLOWED,
                "methode-niet-toegestaan",
                "Methode niet toegestaan",
            ),
            Self::NietAcceptabel => (
                StatusCode::NOT_ACCEPTABLE,
                "niet-acceptabel",
                "Vorm van het antwoord niet mogelijk",
            ),
            Self::Conflict => (StatusCode::CONFLICT, "conflict", "Dit kan nu niet"),
            Self::TeGroot => (StatusCode::PAYLOAD_TOO_LARGE, "te-groot", "Te groot"),
            Self::MediatypeNietOndersteund => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "mediatype-niet-ondersteund",
                "Vorm van de inhoud niet mogelijk",
            ),
            Self::Storing => (StatusCode::INTERNAL_SERVER_ERROR, "storing", "Storing"),
            Self::NietBeschikbaar => (
                StatusCode::SERVICE_UNAVAILABLE,
                "niet-beschikbaar",
                "Even niet beschikbaar",
            ),
        }
    }
}
