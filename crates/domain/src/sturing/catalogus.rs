//! The printed definitions. A change of meaning raises `versie`; a snapshot test keeps text and version together.

use super::eenheid::{Eenheid as E, Richting as R};
use super::indicator::{Definitie, Herkomst as H, Indicator as I};
use super::klasse::Dimensie as D;
use super::kwaliteit::Kwaliteitsregel as K;

const STROOM: &[K] = &[K::BusVolledig, K::TijdigGeregistreerd];
const UITSTROOM: &[K] = &[K::BusVolledig, K::EindredenBekend];
const BUS: &[K] = &[K::BusVolledig];
const LADDER: &[K] = &[K::BusVolledig, K::SrgVolledig, K::LadderBekend];

/// The definition of an indicator.
pub(super) const fn definitie(indicator: I) -> &'static Definitie {
    match indicator {
        I::BestandUitkeringen => &BESTAND_UITKERINGEN,
        I::BestandPersonen => &BESTAND_PERSONEN,
        I::Volumeontwikkeling => &VOLUMEONTWIKKELING,
        I::VolumeontwikkelingJaar => &VOLUMEONTWIKKELING_JAAR,
        I::Instroom => &INSTROOM,
        I::Uitstroom => &UITSTROOM_DEFINITIE,
        I::UitstroomNaarWerk => &UITSTROOM_NAAR_WERK,
        I::Terugkeer => &TERUGKEER,
        I::Invoertermijn => &INVOERTERMIJN,
        I::Uitkeringsduur => &UITKERINGSDUUR,
        I::InkomenUitWerk => &INKOMEN_UIT_WERK,
        I::GemiddeldInkomenUitWerk => &GEMIDDELD_INKOMEN_UIT_WERK,
        I::Ontheffing => &ONTHEFFING,
        I::Loonkostensubsidie => &LOONKOSTENSUBSIDIE,
        I::Loonwaarde => &LOONWAARDE,
        I::BanenafspraakZonderUitkering => &BANENAFSPRAAK_ZONDER_UITKERING,
        I::InBeeld => &IN_BEELD,
        I::TredeVerdeling => &TREDE_VERDELING,
        I::TredeBeweging => &TREDE_BEWEGING,
        I::TredeStap => &TREDE_STAP,
        I::Metingsdekking => &METINGSDEKKING,
        I::CaseloadPerFte => &CASELOAD_PER_FTE,
    }
}

const BESTAND_UITKERINGEN: Definitie = Definitie {
    nummer: 1,
    sleutel: "bestand-uitkeringen",
    naam: "Uitkeringen",
    formule: "Aantal uitkeringen dat loopt op de laatste dag van het kwartaal.",
    toelichting: "Algemene bijstand (Participatiewet), IOAW, IOAZ en Bbz. Een paar heeft samen één uitkering. Bijzondere bijstand telt niet mee.",
    eenheid: E::Aantal,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Cbs,
    dimensies: &[D::Totaal, D::Regeling, D::Duur],
    kwaliteitsregels: STROOM,
};

const BESTAND_PERSONEN: Definitie = Definitie {
    nummer: 1,
    sleutel: "bestand-personen",
    naam: "Personen met een uitkering",
    formule: "Aantal personen met een uitkering op de laatste dag van het kwartaal.",
    toelichting: "Bij een paar tellen beide personen, zoals CBS doet sinds 2013. Wie twee uitkeringen heeft telt één keer. Leeftijd op de laatste dag van het kwartaal.",
    eenheid: E::Aantal,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Cbs,
    dimensies: &[D::Totaal, D::Leeftijd],
    kwaliteitsregels: STROOM,
};

const VOLUMEONTWIKKELING: Definitie = Definitie {
    nummer: 2,
    sleutel: "volumeontwikkeling",
    naam: "Volumeontwikkeling in het kwartaal",
    formule: "(Uitkeringen op de laatste dag van dit kwartaal min uitkeringen op de laatste dag van het vorige kwartaal) gedeeld door uitkeringen op de laatste dag van het vorige kwartaal.",
    toelichting: "Beide standen zoals bekend op dezelfde datum, zodat een late registratie de ontwikkeling niet vertekent.",
    eenheid: E::Procent,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: STROOM,
};

const VOLUMEONTWIKKELING_JAAR: Definitie = Definitie {
    nummer: 2,
    sleutel: "volumeontwikkeling-jaar",
    naam: "Volumeontwikkeling in een jaar",
    formule: "(Uitkeringen op de laatste dag van dit kwartaal min uitkeringen op dezelfde dag een jaar eerder) gedeeld door uitkeringen een jaar eerder.",
    toelichting: "Beide standen zoals bekend op dezelfde datum.",
    eenheid: E::Procent,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: STROOM,
};

const INSTROOM: Definitie = Definitie {
    nummer: 4,
    sleutel: "instroom",
    naam: "Instroom",
    formule: "Uitkeringen die in het kwartaal beginnen, gedeeld door uitkeringen op de laatste dag van het vorige kwartaal.",
    toelichting: "Telt niet als instroom: een uitkering van iemand die minder dan 30 dagen zonder uitkering zat, of die van de ene naar de andere uitkering gaat (bijvoorbeeld na een scheiding). Zie Participatiewet artikel 45 lid 3 onder a.",
    eenheid: E::Procent,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: STROOM,
};

const UITSTROOM_DEFINITIE: Definitie = Definitie {
    nummer: 5,
    sleutel: "uitstroom",
    naam: "Uitstroom",
    formule: "Uitkeringen waarvan de eerste dag zonder uitkering in het kwartaal valt, gedeeld door uitkeringen op de laatste dag van het vorige kwartaal.",
    toelichting: "Telt niet als uitstroom: wie minder dan 30 dagen zonder uitkering is, en wie de AOW-leeftijd bereikt (CBS laat die ook weg).",
    eenheid: E::Procent,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: UITSTROOM,
};

const UITSTROOM_NAAR_WERK: Definitie = Definitie {
    nummer: 6,
    sleutel: "uitstroom-naar-werk",
    naam: "Uitstroom naar werk",
    formule: "Uitgestroomde uitkeringen met als reden inkomsten uit arbeid of ziekte (code 11) of een zelfstandig beroep (code 13), gedeeld door alle uitgestroomde uitkeringen.",
    toelichting: "Wie minder dan 30 dagen zonder uitkering is telt niet mee. CBS kijkt een maand later ook of er echt een baan is; dat gegeven heeft dit systeem niet.",
    eenheid: E::Procent,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: UITSTROOM,
};

const TERUGKEER: Definitie = Definitie {
    nummer: 9,
    sleutel: "terugkeer",
    naam: "Terugkeer binnen een jaar",
    formule: "Uitkeringen die in hetzelfde kwartaal een jaar eerder uitstroomden en waarvan iemand binnen 12 maanden weer een uitkering kreeg, gedeeld door alle uitkeringen die toen uitstroomden.",
    toelichting: "Kijkt een jaar terug, zodat van iedereen het hele jaar bekend is. Alleen terugkeer in dezelfde gemeente. Wie minder dan 30 dagen weg was telt niet als uitstroom en dus ook niet als terugkeer.",
    eenheid: E::Procent,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Eigen,
    dimensies: &[D::Totaal],
    kwaliteitsregels: UITSTROOM,
};

const INVOERTERMIJN: Definitie = Definitie {
    nummer: 14,
    sleutel: "invoertermijn",
    naam: "Binnen acht weken ingevoerd",
    formule: "Uitkeringen die in het kwartaal zijn ingevoerd binnen 56 dagen na de ingangsdatum, gedeeld door alle uitkeringen die in het kwartaal zijn ingevoerd.",
    toelichting: "Van de ingangsdatum van de uitkering (BUS-kenmerk 22) tot de datum van invoering in de administratie (BUS-kenmerk 16). De dag van aanvraag en de dag van besluit zijn nog niet bekend; dit is dus niet de beslistermijn zelf, en een opschorting is niet afgetrokken.",
    eenheid: E::Procent,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Eigen,
    dimensies: &[D::Totaal],
    kwaliteitsregels: BUS,
};

const UITKERINGSDUUR: Definitie = Definitie {
    nummer: 19,
    sleutel: "uitkeringsduur",
    naam: "Gemiddelde duur van een uitkering",
    formule: "Som van het aantal maanden dat elke lopende uitkering duurt, gedeeld door het aantal lopende uitkeringen, op de laatste dag van het kwartaal.",
    toelichting: "Vanaf de ingangsdatum van de uitkering. Een maand is een twaalfde van 365,25 dagen. De verdeling over klassen staat bij het aantal uitkeringen.",
    eenheid: E::Maanden,
    richting: R::Neutraal,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: BUS,
};

const INKOMEN_UIT_WERK: Definitie = Definitie {
    nummer: 20,
    sleutel: "inkomen-uit-werk",
    naam: "Personen met inkomen uit werk",
    formule: "Personen met een uitkering die in de laatste maand van het kwartaal inkomen uit werk hadden, gedeeld door personen met een uitkering op de laatste dag van het kwartaal.",
    toelichting: "Inkomen uit een dienstbetrekking (soort inkomsten 11) van meer dan nul euro.",
    eenheid: E::Procent,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: BUS,
};

const GEMIDDELD_INKOMEN_UIT_WERK: Definitie = Definitie {
    nummer: 21,
    sleutel: "gemiddeld-inkomen-uit-werk",
    naam: "Gemiddeld inkomen uit werk",
    formule: "Som van het inkomen uit werk in de laatste maand van het kwartaal, gedeeld door de personen met een uitkering die toen inkomen uit werk hadden.",
    toelichting: "Het bedrag met de vakantietoeslag die bij de maand hoort, zoals in BUS (kenmerk 32).",
    eenheid: E::Euro,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: BUS,
};

const ONTHEFFING: Definitie = Definitie {
    nummer: 22,
    sleutel: "ontheffing",
    naam: "Ontheffing van de arbeidsplicht",
    formule: "Personen met een ontheffing in de laatste maand van het kwartaal, gedeeld door personen met een uitkering op de laatste dag van het kwartaal.",
    toelichting: "Ontheffing volgens Participatiewet artikel 9 of artikel 9a (BUS-kenmerk 24, codes 4, 5 en 6). De gemeente verstrekt bijstand tot de AOW-leeftijd (artikel 47a), daarom telt iedereen mee.",
    eenheid: E::Procent,
    richting: R::Neutraal,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: BUS,
};

const LOONKOSTENSUBSIDIE: Definitie = Definitie {
    nummer: 23,
    sleutel: "loonkostensubsidie",
    naam: "Loonkostensubsidies",
    formule: "Aantal loonkostensubsidies dat loopt op de laatste dag van het kwartaal.",
    toelichting: "Loonkostensubsidie volgens Participatiewet artikel 10d (SRG-code 04). Tijdelijke loonkostensubsidie (code 01) telt niet mee.",
    eenheid: E::Aantal,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal],
    kwaliteitsregels: &[K::SrgVolledig],
};

const LOONWAARDE: Definitie = Definitie {
    nummer: 24,
    sleutel: "loonwaarde",
    naam: "Gemiddelde loonwaarde",
    formule: "Som van de loonwaarde bij lopende loonkostensubsidies, gedeeld door het aantal daarvan met een bekende loonwaarde, op de laatste dag van het kwartaal.",
    toelichting: "Loonwaarde in procenten van het wettelijk minimumloon. De klassen geven het deel van de loonkostensubsidies met een bekende loonwaarde, samen precies 100,0%.",
    eenheid: E::Procent,
    richting: R::Neutraal,
    versie: 1,
    herkomst: H::Divosa,
    dimensies: &[D::Totaal, D::Loonwaarde],
    kwaliteitsregels: &[K::SrgVolledig, K::LoonwaardeBekend],
};

const BANENAFSPRAAK_ZONDER_UITKERING: Definitie = Definitie {
    nummer: 27,
    sleutel: "banenafspraak-zonder-uitkering",
    naam: "Banenafspraak zonder uitkering",
    formule: "Aantal inwoners dat op de laatste dag van het kwartaal wordt begeleid en geen uitkering heeft.",
    toelichting: "Begeleid betekent: in het SRG-bestand van de laatste maand. Het doelgroepregister zelf is niet gekoppeld.",
    eenheid: E::Aantal,
    richting: R::Neutraal,
    versie: 1,
    herkomst: H::Gemeente,
    dimensies: &[D::Totaal],
    kwaliteitsregels: &[K::BusVolledig, K::SrgVolledig],
};

const IN_BEELD: Definitie = Definitie {
    nummer: 28,
    sleutel: "in-beeld",
    naam: "Inwoners in beeld",
    formule: "Inwoners met wie binnen de termijn van de gemeente contact was of bij wie de trede is gemeten, gedeeld door de hele caseload op de laatste dag van het kwartaal.",
    toelichting: "De caseload is iedereen met een uitkering en iedereen die zonder uitkering wordt begeleid. De termijn is een besluit van het college (inbeeld.termijn) en staat bij het cijfer.",
    eenheid: E::Procent,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Gemeente,
    dimensies: &[D::Totaal],
    kwaliteitsregels: &[K::BusVolledig, K::SrgVolledig],
};

const TREDE_VERDELING: Definitie = Definitie {
    nummer: 29,
    sleutel: "trede-verdeling",
    naam: "Verdeling over de Participatieladder",
    formule: "Inwoners per trede, gedeeld door alle inwoners van de caseload van wie een trede bekend is, op de laatste dag van het kwartaal.",
    toelichting: "De laatste meting telt, hoe oud ook. De aandelen zijn zo afgerond dat ze samen precies 100,0% zijn.",
    eenheid: E::Procent,
    richting: R::Neutraal,
    versie: 1,
    herkomst: H::Gemeente,
    dimensies: &[D::Trede],
    kwaliteitsregels: LADDER,
};

const TREDE_BEWEGING: Definitie = Definitie {
    nummer: 30,
    sleutel: "trede-beweging",
    naam: "Beweging op de Participatieladder",
    formule: "Inwoners die omhoog gingen, gelijk bleven of omlaag gingen, gedeeld door alle inwoners van de caseload die in het kwartaal zijn gemeten en ook daarvoor al eens.",
    toelichting: "Vergelijkt de laatste meting in het kwartaal met de laatste meting van vóór het kwartaal. Een stap terug is gewoon en is geen mislukking. De aandelen zijn samen precies 100,0%.",
    eenheid: E::Procent,
    richting: R::Neutraal,
    versie: 1,
    herkomst: H::Gemeente,
    dimensies: &[D::Beweging],
    kwaliteitsregels: LADDER,
};

const TREDE_STAP: Definitie = Definitie {
    nummer: 30,
    sleutel: "trede-stap",
    naam: "Gemiddelde stap op de Participatieladder",
    formule: "Som van de stappen omhoog min de stappen omlaag, gedeeld door alle inwoners van de caseload die in het kwartaal zijn gemeten en ook daarvoor al eens.",
    toelichting: "Hoort bij de beweging op de ladder en wordt niet getoond als een deel daarvan niet getoond wordt.",
    eenheid: E::Treden,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Eigen,
    dimensies: &[D::Totaal],
    kwaliteitsregels: LADDER,
};

const METINGSDEKKING: Definitie = Definitie {
    nummer: 31,
    sleutel: "metingsdekking",
    naam: "Gemeten in het kwartaal",
    formule: "Inwoners van de caseload van wie de trede in het kwartaal is gemeten, gedeeld door de hele caseload op de laatste dag van het kwartaal.",
    toelichting: "De raad van Nijkerk vraagt elk kwartaal een meting (raadsvoorstel 2018-077).",
    eenheid: E::Procent,
    richting: R::HogerIsBeter,
    versie: 1,
    herkomst: H::Eigen,
    dimensies: &[D::Totaal],
    kwaliteitsregels: &[K::BusVolledig, K::SrgVolledig],
};

const CASELOAD_PER_FTE: Definitie = Definitie {
    nummer: 42,
    sleutel: "caseload-per-fte",
    naam: "Caseload per klantmanager",
    formule: "De caseload gedeeld door het aantal fte klantmanager, op de laatste dag van het kwartaal.",
    toelichting: "De caseload is iedereen met een uitkering en iedereen die zonder uitkering wordt begeleid. Alleen de functie klantmanager telt; accountmanagers en administratie niet.",
    eenheid: E::PerFte,
    richting: R::LagerIsBeter,
    versie: 1,
    herkomst: H::Gemeente,
    dimensies: &[D::Totaal],
    kwaliteitsregels: &[K::BusVolledig, K::FormatieBekend],
};
