//! Why a file from outside cannot be read. Each says what is wrong and what to do, in Dutch.

/// A file that is no policy in our form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BestandError {
    /// More bytes than are read.
    #[error(
        "dit bestand is groter dan 1 MB: zoveel regels heeft beleid niet. Deel het op of haal weg wat geen beleid is"
    )]
    TeGroot,
    /// The end of the name tells no form.
    #[error("kies een bestand dat eindigt op .yaml of .xlsx")]
    Formaat,
    /// Bytes that are no text.
    #[error("dit bestand is geen leesbare tekst: sla het op als UTF-8")]
    GeenTekst,
    /// Not the structure of YAML.
    #[error(
        "regel {regel}: dit is geen YAML die wij kunnen lezen. Let op inspringen, dubbele punten en aanhalingstekens"
    )]
    GeenYaml {
        /// The line.
        regel: u64,
    },
    /// Anchors or references.
    #[error(
        "regel {regel}: gebruik geen ankers (&) en verwijzingen (*): schrijf elke waarde voluit"
    )]
    Ankers {
        /// The line.
        regel: u64,
    },
    /// Deeper or larger than policy is.
    #[error(
        "regel {regel}: dit bestand is dieper genest of heeft meer onderdelen dan beleid nodig heeft"
    )]
    TeVeel {
        /// The line.
        regel: u64,
    },
    /// A name twice in one place.
    #[error("regel {regel}: ‘{naam}’ staat hier twee keer")]
    Dubbel {
        /// The line.
        regel: u64,
        /// The name.
        naam: String,
    },
    /// A name that the form does not have.
    #[error("regel {regel}: ‘{naam}’ kennen wij hier niet: kies uit {keuzes}")]
    OnbekendeNaam {
        /// The line.
        regel: u64,
        /// The name.
        naam: String,
        /// What it can be.
        keuzes: String,
    },
    /// A name that must be there.
    #[error("regel {regel}: ‘{naam}’ ontbreekt")]
    Ontbreekt {
        /// The line.
        regel: u64,
        /// The name.
        naam: String,
    },
    /// A list or group where a text is due.
    #[error("regel {regel}: schrijf hier een tekst; meer regels schrijft u na een |")]
    GeenWaarde {
        /// The line.
        regel: u64,
    },
    /// Another form or another version of the form.
    #[error("dit is geen beleidsbestand van Stuurhuis: schrijf bovenaan ‘vorm: {0}’")]
    AndereVorm(&'static str),
    /// Bytes that are no workbook.
    #[error(
        "dit is geen XLSX-bestand, of het is beschadigd: sla het opnieuw op als werkmap (.xlsx)"
    )]
    GeenWerkmap,
    /// An archive that unpacks to more than is read.
    #[error(
        "deze werkmap is uitgepakt veel te groot om beleid te zijn: maak haar opnieuw met alleen het blad Beleid"
    )]
    TeGrootUitgepakt,
    /// The sheet is not there.
    #[error("het blad ‘{0}’ ontbreekt in deze werkmap")]
    GeenBlad(&'static str),
    /// Columns are not there.
    #[error("op het blad Beleid ontbreekt: {}. De namen staan op de eerste rij", .0.join(", "))]
    GeenKolom(Vec<&'static str>),
    /// A column twice.
    #[error("op het blad Beleid staat de kolom ‘{0}’ twee keer")]
    DubbeleKolom(&'static str),
    /// Cells that a spreadsheet program calculates.
    #[error("er staan formules in cel {}: plak daar de uitkomst als waarde", .0.join(", "))]
    Formules(Vec<String>),
    /// More rows than are read.
    #[error("dit blad heeft meer dan {0} rijen: zoveel regels heeft beleid niet")]
    TeVeelRijen(u16),
}
