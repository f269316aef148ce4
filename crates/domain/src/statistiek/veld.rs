//! The attributes of the records in the order of the files: the one table of column and element names.

/// How a value may be shown in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Veldsoort {
    /// Never: bsn, date of birth, name.
    Persoonlijk,
    /// As it stands: eight digits are a day.
    Datum,
    /// As it stands, unless it is long enough to be a bsn or date that slipped into the wrong column.
    Overig,
}

/// One attribute of a statutory record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Veld {
    /// The column name in the CSV file (contract 2.2).
    pub naam: &'static str,
    /// The element name in the XML file. CBS gives its own names in guidelines that are not at hand, so it is
    /// the column name until then; change it here and nowhere else.
    pub element: &'static str,
    /// How a value may be shown.
    pub soort: Veldsoort,
}

const fn gewoon(naam: &'static str) -> Veld {
    of(naam, Veldsoort::Overig)
}

const fn datum(naam: &'static str) -> Veld {
    of(naam, Veldsoort::Datum)
}

const fn persoonlijk(naam: &'static str) -> Veld {
    of(naam, Veldsoort::Persoonlijk)
}

const fn of(naam: &'static str, soort: Veldsoort) -> Veld {
    Veld {
        naam,
        element: naam,
        soort,
    }
}

/// The 34 attributes of BUS. Regeling statistiek Participatiewet, IOAW en IOAZ 2015 annex 1.
pub const BUS_VELDEN: [Veld; 34] = [
    gewoon("statistiekjaar"),
    gewoon("statistiekmaand"),
    gewoon("berichtgevercode"),
    gewoon("gemeentecode"),
    gewoon("softwarepakket"),
    gewoon("release"),
    gewoon("registratienummer"),
    gewoon("statistiekcode"),
    gewoon("classificatie_bbz"),
    gewoon("leefvorm"),
    gewoon("aantal_kostendelers"),
    gewoon("bedrag_norm"),
    gewoon("bedrag_vermindering"),
    gewoon("bedrag_inkomsten"),
    gewoon("betaalbaar_gesteld"),
    datum("datum_invoering"),
    gewoon("cluster_bijzondere_bijstand"),
    persoonlijk("bsn"),
    persoonlijk("geboortedatum"),
    gewoon("geslacht"),
    gewoon("huisvesting"),
    datum("aanvangsdatum"),
    datum("einddatum"),
    gewoon("ontheffing"),
    datum("einddatum_ontheffing"),
    gewoon("reden_einde_ontheffing"),
    gewoon("tegenprestatie"),
    gewoon("reden_vermindering"),
    datum("aanvang_vermindering"),
    datum("einde_vermindering"),
    gewoon("soort_inkomsten"),
    gewoon("bedrag_inkomsten_persoon"),
    gewoon("vrijlating"),
    gewoon("reden_einde"),
];

/// The 19 attributes of SRG. Regeling statistiek Participatiewet, IOAW en IOAZ 2015 annex 2.
pub const SRG_VELDEN: [Veld; 19] = [
    gewoon("statistiekjaar"),
    gewoon("statistiekmaand"),
    gewoon("statistiekcode"),
    gewoon("softwarepakket"),
    gewoon("release"),
    gewoon("gemeentecode"),
    gewoon("berichtgevercode"),
    persoonlijk("bsn"),
    persoonlijk("geboortedatum"),
    gewoon("geslacht"),
    gewoon("trede"),
    datum("begindatum_trede"),
    gewoon("arbeidsvermogen"),
    gewoon("registratienummer_voorziening"),
    gewoon("type_voorziening"),
    datum("begindatum"),
    datum("einddatum"),
    gewoon("reden_einde"),
    gewoon("loonwaarde"),
];

/// The list of names beside the records: no statutory record, names are not in BUS.
pub const NAMEN_VELDEN: [Veld; 2] = [persoonlijk("bsn"), persoonlijk("naam")];

/// The list of casusregisseurs of a caseload that is taken over: no statutory record.
pub const REGISSEUR_VELDEN: [Veld; 4] = [
    persoonlijk("bsn"),
    gewoon("medewerker"),
    gewoon("naam"),
    datum("sinds"),
];

/// The list of areas of residents: no statutory record.
pub const WOONGEBIED_VELDEN: [Veld; 3] = [persoonlijk("bsn"), gewoon("gebied"), datum("sinds")];

/// The notes of a caseload that is taken over: no statutory record.
pub const NOTITIE_VELDEN: [Veld; 6] = [
    persoonlijk("bsn"),
    gewoon("medewerker"),
    gewoon("naam"),
    gewoon("soort"),
    datum("datum"),
    persoonlijk("tekst"),
];

/// The staffing of a municipality: no statutory record, nothing personal.
pub const FORMATIE_VELDEN: [Veld; 5] = [
    gewoon("functie"),
    gewoon("doelgroep"),
    datum("van"),
    gewoon("fte"),
    datum("bekend_op"),
];
