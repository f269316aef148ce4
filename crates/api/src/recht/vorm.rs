//! The question and the answer as the OpenAPI document describes them. Reading is done by `domain`, which
//! names every wrong field at once; the forms of the question only document it, and a test compares the two.

use std::collections::BTreeMap;

use domain::recht::bericht::Antwoord;
use domain::recht::uitleg;
use primitives::Geld;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::regelingsvorm::{Beschut, BijzondereBijstand, Loonkosten, Minima, Premie, Studie};

/// Writes forms that are only shown in the document.
macro_rules! vormen {
    ($($(#[$doc:meta])* $naam:ident { $($(#[$veld_doc:meta])* $veld:ident: $soort:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(ToSchema)]
            #[schema(rename_all = "camelCase")]
            #[expect(dead_code, reason = "describes what domain reads; a test compares the two")]
            pub(crate) struct $naam { $($(#[$veld_doc])* $veld: $soort,)* }
        )*
    };
}

pub(super) use vormen;

vormen! {
    /// De vraag naar het recht van een huishouden in een kalendermaand.
    Berekeningsvraag {
        /// CBS-code van de gemeente.
        #[schema(example = "GM0294")]
        gemeente: String,
        /// CBS-code van de vroegere gemeente waarin het huishouden woont, als haar eigen regels nog kunnen gelden.
        #[schema(example = "GM1651")]
        gebied: Option<String>,
        /// De dag waarvan de feiten voor de hele maand gelden.
        #[schema(format = Date, example = "2026-03-01")]
        peildatum: String,
        /// De dag waarop de bedragen van de wet bekend waren. Weglaten betekent: zoals nu bekend. Een gecorrigeerd bedrag is daarmee nog na te rekenen.
        #[schema(format = Date, example = "2024-02-01")]
        bekend_op: Option<String>,
        /// algemene-bijstand, individuele-inkomenstoeslag, bijzondere-bijstand, minimaregeling, studietoeslag, loonkostensubsidie, beschut-werk of premie.
        #[schema(example = "algemene-bijstand")]
        regeling: String,
        /// De personen en hoe zij wonen.
        huishouden: Huishouden,
        /// Inkomsten van de maand. Weglaten betekent: geen.
        inkomsten: Option<Vec<Inkomst>>,
        /// Bezittingen en schulden. Weglaten betekent: geen.
        vermogen: Option<Vermogen>,
        /// Een verlaging omdat een plicht niet is nagekomen.
        maatregel: Option<Maatregel>,
        /// Feiten voor de individuele inkomenstoeslag.
        toeslag: Option<Toeslag>,
        /// Feiten voor bijzondere bijstand.
        bijzondere_bijstand: Option<BijzondereBijstand>,
        /// Feiten voor een minimaregeling.
        minima: Option<Minima>,
        /// Feiten voor de studietoeslag.
        studie: Option<Studie>,
        /// Feiten voor loonkostensubsidie.
        loonkosten: Option<Loonkosten>,
        /// Feiten voor beschut werk.
        beschut: Option<Beschut>,
        /// Feiten voor een premie.
        premie: Option<Premie>,
        /// Waarden van de gemeente, per sleutel van de catalogus. Weglaten betekent: de waarden die gelden.
        #[schema(value_type = Option<Object>)]
        parameters: Option<BTreeMap<String, Value>>,
    }
    /// Een huishouden.
    Huishouden {
        /// Wie de aanvraag doet.
        aanvrager: Aanvrager,
        /// Met wie de aanvrager getrouwd is of samenwoont.
        partner: Option<Partner>,
        /// Eigen kinderen en stiefkinderen.
        kinderen: Option<Vec<Kind>>,
        /// Anderen in de woning.
        medebewoners: Option<Vec<Medebewoner>>,
        /// huurder, eigenaar, inwonend, inrichting of adresloos.
        #[schema(example = "huurder")]
        huisvesting: String,
        /// gewoon, lager of nachtopvang: of het huishouden minder kosten heeft aan wonen (artikel 27). Weglaten betekent: gewoon.
        #[schema(example = "gewoon")]
        woonkosten: Option<String>,
    }
    /// Wie de aanvraag doet.
    Aanvrager {
        /// Geboortedatum.
        #[schema(format = Date, example = "1988-04-12")]
        geboortedatum: String,
        /// Voor wie 18, 19 of 20 is: toereikend, niet-toereikend of niet-te-gelde, of de ouders kunnen bijdragen (artikel 20 lid 3).
        ouders: Option<String>,
        /// Of de persoon hier tijdelijk woont om intensieve mantelzorg te geven (artikel 22a lid 4).
        mantelzorg_elders: Option<bool>,
        /// De dag waarop een opleiding met recht op studiefinanciering eindigde (artikel 28).
        #[schema(format = Date)]
        opleiding_beeindigd_op: Option<String>,
    }
    /// De partner.
    Partner {
        /// Geboortedatum.
        #[schema(format = Date, example = "1990-01-30")]
        geboortedatum: String,
        /// Of de partner zelf recht heeft op algemene bijstand.
        heeft_recht: bool,
        /// Hoe de partner woont, als dat anders is dan het huishouden.
        huisvesting: Option<String>,
        /// Als bij de aanvrager.
        ouders: Option<String>,
        /// Als bij de aanvrager.
        mantelzorg_elders: Option<bool>,
        /// Als bij de aanvrager.
        #[schema(format = Date)]
        opleiding_beeindigd_op: Option<String>,
    }
    /// Een kind.
    Kind {
        /// Geboortedatum.
        #[schema(format = Date, example = "2015-06-01")]
        geboortedatum: String,
    }
    /// Iemand anders in de woning.
    Medebewoner {
        /// Geboortedatum.
        #[schema(format = Date, example = "1970-01-01")]
        geboortedatum: String,
        /// overig, commercieel, student, ouder of kind.
        #[schema(example = "overig")]
        soort: String,
    }
    /// Een netto inkomen van de maand, met de vakantietoeslag die erbij hoort.
    Inkomst {
        /// aanvrager of partner.
        #[schema(example = "aanvrager")]
        persoon: String,
        /// arbeid, uitkering, aow, pensioen, alimentatie, heffingskorting, vermogen, verhuur, studiefinanciering (het normbedrag van die wet), premie,
        /// vrijwilligersvergoeding, schadevergoeding, gift, kostenbesparing of overig; of wat nooit meetelt: voor-een-ander, kinderbijslag,
        /// jonggehandicaptenkorting, toeslagen, eigenwoningbijdrage, teruggave-kosten, vergoeding-werk, inkomen-kind, rente-vrij-vermogen,
        /// energietoeslag, tegemoetkoming-anw, tegemoetkoming-zorg, vergoeding-inburgering, tegemoetkoming-ziekte, mantelzorgwaardering,
        /// tegemoetkoming-78gg of voedselbank.
        #[schema(example = "arbeid")]
        soort: String,
        /// Bedrag met twee decimalen.
        #[schema(example = "800.00")]
        bedrag: String,
        /// Letter van artikel 31 lid 2 van de Participatiewet: n, r, y, z of aa.
        vrijlating: Option<String>,
        /// Hoeveel maanden van deze vrijlating al zijn gebruikt voor deze maand. Nodig bij n, r en z.
        maanden_gebruikt: Option<u32>,
        /// Wat eerder dit kalenderjaar al vrij bleef. Nodig bij premie, vrijwilligersvergoeding, gift en kostenbesparing (bij de laatste twee: giften en bijdragen samen).
        #[schema(example = "0.00")]
        eerder_dit_jaar: Option<String>,
        /// Hoeveel premies er eerder dit kalenderjaar waren. Nodig bij premie.
        keer_eerder_dit_jaar: Option<u32>,
        /// Of de persoon hoort bij de doelgroep loonkostensubsidie. Alleen bij premie.
        doelgroep_loonkostensubsidie: Option<bool>,
        /// inbegrepen of niet-inbegrepen: of de vakantietoeslag al in het bedrag zit. Weglaten betekent: inbegrepen. Alleen bij arbeid, uitkering, aow en pensioen.
        #[schema(example = "inbegrepen")]
        vakantietoeslag: Option<String>,
        /// Of bij het netto bedrag geen algemene heffingskorting is gerekend. Alleen als de vakantietoeslag niet is inbegrepen.
        zonder_heffingskorting: Option<bool>,
        /// inkomen of vermogen: wat een gift boven de grens is. Alleen bij gift.
        aard: Option<String>,
    }
    /// Wat het huishouden heeft en schuldig is.
    Vermogen {
        /// Bezittingen zonder de eigen woning.
        #[schema(example = "5000.00")]
        bezittingen: Option<String>,
        /// Schulden zonder de hypotheek.
        #[schema(example = "0.00")]
        schulden: Option<String>,
        /// Waarde van de eigen woning boven de hypotheek.
        #[schema(example = "0.00")]
        overwaarde_woning: Option<String>,
        /// Welk deel van de bezittingen is gespaard tijdens de bijstand. Dat telt niet mee.
        spaargeld: Option<String>,
        /// Welk deel van de bezittingen een vergoeding voor immateriële schade is. Dat telt niet mee.
        immateriele_schade: Option<String>,
        /// Wat er bij het begin van de bijstand was. Tot 1 januari 2026 telt dat, met wat er daarna is ontvangen.
        bij_aanvang: Option<Beginvermogen>,
        /// Wat er sinds het begin van de bijstand is ontvangen en geen inkomen is, zoals een erfenis. Nodig bij bijAanvang tot 1 januari 2026.
        ontvangen: Option<String>,
    }
    /// Wat het huishouden bij het begin van de bijstand had en schuldig was.
    Beginvermogen {
        /// Bezittingen zonder de eigen woning.
        #[schema(example = "3000.00")]
        bezittingen: String,
        /// Schulden zonder de hypotheek.
        #[schema(example = "0.00")]
        schulden: String,
    }
    /// Een verlaging omdat een plicht niet is nagekomen.
    Maatregel {
        /// Percentage van de norm, van 0 tot en met 100.
        #[schema(example = 30)]
        percentage: f64,
    }
    /// Feiten voor de individuele inkomenstoeslag.
    Toeslag {
        /// Hoeveel maanden het inkomen laag is.
        #[schema(example = 40)]
        maanden_laag_inkomen: u32,
        /// Inkomen per maand van het huishouden.
        #[schema(example = "1380.00")]
        inkomen: String,
        /// Inkomen in de maand van de aanvraag. Nodig als de raad het inkomen twee keer toetst.
        inkomen_peildatum: Option<String>,
        /// Welk deel in procenten de verordening geeft bij een inkomen net boven een grens.
        deel: Option<f64>,
        /// De dag van de laatste toekenning.
        #[schema(format = Date, example = "2024-11-02")]
        laatste_toekenning: Option<String>,
        /// Of het college een hoger inkomen verwacht.
        uitzicht_op_verbetering: bool,
    }
}

/// De uitkomst. Een bedrag waar de berekening niet aan toe kwam is null.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Berekening {
    /// recht, geen-recht of onbepaald.
    #[schema(example = "recht")]
    uitkomst: &'static str,
    /// Norm per maand, met vakantietoeslag.
    #[schema(value_type = Option<String>, example = "2002.13")]
    norm: Option<Geld>,
    /// Inkomen dat meetelt.
    #[schema(value_type = Option<String>, example = "600.00")]
    middelen: Option<Geld>,
    /// Verlaging door een maatregel.
    #[schema(value_type = Option<String>, example = "0.00")]
    verlaging: Option<Geld>,
    /// Norm min middelen min verlaging. Bij een toeslag: het bedrag per jaar. Bij een andere regeling: het bedrag ervan.
    #[schema(value_type = Option<String>, example = "1402.13")]
    bedrag: Option<Geld>,
    /// Vakantietoeslag, die wordt gereserveerd.
    #[schema(value_type = Option<String>, example = "70.11")]
    vakantietoeslag: Option<Geld>,
    /// Wat deze maand wordt betaald.
    #[schema(value_type = Option<String>, example = "1332.02")]
    uitbetaling: Option<Geld>,
    /// Waarom er geen recht is, of waarom het niet te bepalen is.
    reden: Option<String>,
    /// De stappen van de berekening.
    uitleg: Vec<Stap>,
}

/// Een stap van de berekening.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Stap {
    /// Welke stap.
    #[schema(example = "norm")]
    stap: &'static str,
    /// Het artikel.
    #[schema(example = "Participatiewet art. 21 onder b")]
    grondslag: &'static str,
    /// Het besluit waarmee de gemeente een waarde vaststelde.
    besluit: Option<String>,
    /// Wat eruit komt.
    #[schema(example = "2002.13")]
    waarde: Option<String>,
    /// De zin met de berekening.
    tekst: String,
}

impl From<Antwoord> for Berekening {
    fn from(antwoord: Antwoord) -> Self {
        Self {
            uitkomst: antwoord.uitkomst,
            norm: antwoord.norm,
            middelen: antwoord.middelen,
            verlaging: antwoord.verlaging,
            bedrag: antwoord.bedrag,
            vakantietoeslag: antwoord.vakantietoeslag,
            uitbetaling: antwoord.uitbetaling,
            reden: antwoord.reden,
            uitleg: antwoord.uitleg.into_iter().map(Stap::from).collect(),
        }
    }
}

impl From<uitleg::Stap> for Stap {
    fn from(stap: uitleg::Stap) -> Self {
        Self {
            stap: stap.stap,
            grondslag: stap.grondslag,
            besluit: stap.besluit,
            waarde: stap.waarde,
            tekst: stap.tekst,
        }
    }
}
