//! From the report of the domain to the report on paper: which indicator stands in which chapter, and in which
//! words.

use domain::sturing::{
    self, Afspraakstand, Groepscijfer, Indicator, Klasse, Oordeel, PubliekCijfer, Reekspunt,
    Toelichting, Uitkomst,
};
use primitives::{GemeenteCode, datum_in_nederland};
use rust_decimal::Decimal;

use super::model::{
    Afspraakregel, Datakwaliteit, Hoofdstuk, Indicatorcijfer, Kwartaalrapport, Overlegverslag,
    Sluiting, Stand, Trendpunt, Verdeling, Verdelingsregel,
};
use super::opdracht;
use crate::{Cijfer, Eenheid, Kleur};

/// The looks of a report, which no closing knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opmaak {
    /// The organisation that executes for the municipality.
    pub organisatie: String,
    /// The colour of the municipality's theme.
    pub kleur: Kleur,
}

/// The chapters: title, introduction, indicators. Every indicator stands in exactly one. Pages use the same.
pub const HOOFDSTUKKEN: [(&str, &str, &[Indicator]); 5] = [
    (
        "Bestand",
        "Hoeveel uitkeringen en personen er zijn, en hoe dat verandert.",
        &[
            Indicator::BestandUitkeringen,
            Indicator::BestandPersonen,
            Indicator::Volumeontwikkeling,
            Indicator::VolumeontwikkelingJaar,
            Indicator::Uitkeringsduur,
        ],
    ),
    (
        "Instroom en uitstroom",
        "Wie er een uitkering bij kreeg, wie eruit ging en waarheen.",
        &[
            Indicator::Instroom,
            Indicator::Uitstroom,
            Indicator::UitstroomNaarWerk,
            Indicator::Terugkeer,
        ],
    ),
    (
        "Werk naast of in plaats van een uitkering",
        "Wie inkomen uit werk heeft, en wie met steun bij een werkgever werkt.",
        &[
            Indicator::InkomenUitWerk,
            Indicator::GemiddeldInkomenUitWerk,
            Indicator::Ontheffing,
            Indicator::Loonkostensubsidie,
            Indicator::Loonwaarde,
            Indicator::BanenafspraakZonderUitkering,
        ],
    ),
    (
        "Ontwikkeling van inwoners",
        "Of inwoners in beeld zijn en waar zij staan op de Participatieladder. Een stap terug is gewoon en \
         is geen mislukking.",
        &[
            Indicator::InBeeld,
            Indicator::TredeVerdeling,
            Indicator::TredeBeweging,
            Indicator::TredeStap,
            Indicator::Metingsdekking,
        ],
    ),
    (
        "Uitvoering",
        "Hoe snel wordt vastgelegd en hoeveel inwoners elke medewerker begeleidt.",
        &[Indicator::Invoertermijn, Indicator::CaseloadPerFte],
    ),
];

/// Why growth and the difference from the quarter before do not add up (definition 2, volumeontwikkeling).
pub const TOEN_EN_NU: &str = "Het vorige kwartaal staat er zoals het toen is vastgesteld, maar de \
    volumeontwikkeling is berekend met wat nu bekend is: daarom passen die cijfers niet altijd precies bij elkaar.";

/// What a chapter is about, with what must be known to read its figures together.
pub fn render_inleiding(inleiding: &str, indicatoren: &[Indicator]) -> String {
    if indicatoren.contains(&Indicator::Volumeontwikkeling) {
        format!("{inleiding} {TOEN_EN_NU}")
    } else {
        inleiding.to_owned()
    }
}

/// The figures on the first page.
const KERNCIJFERS: [Indicator; 6] = [
    Indicator::BestandUitkeringen,
    Indicator::Volumeontwikkeling,
    Indicator::UitstroomNaarWerk,
    Indicator::InBeeld,
    Indicator::TredeStap,
    Indicator::CaseloadPerFte,
];

impl Kwartaalrapport {
    /// The report on paper of a closing.
    pub fn new(bron: &sturing::Kwartaalrapport, opmaak: &Opmaak) -> Self {
        let sluiting = &bron.sluiting;
        let hoofdstukken = HOOFDSTUKKEN
            .iter()
            .map(|(titel, inleiding, indicatoren)| Hoofdstuk {
                titel: (*titel).to_owned(),
                inleiding: render_inleiding(inleiding, indicatoren),
                indicatoren: indicatoren
                    .iter()
                    .filter_map(|soort| convert_indicator(bron, *soort))
                    .collect(),
            });
        let over_geheel = bron
            .toelichtingen
            .iter()
            .filter(|gezegd| gezegd.indicator.is_none());
        let bij_sluiting = sluiting
            .toelichting
            .iter()
            .map(|tekst| format!("Bij de sluiting: {tekst}"));
        Self {
            gemeente: sluiting.gemeente,
            gemeentenaam: bron.gemeente_naam.clone(),
            organisatie: opmaak.organisatie.clone(),
            kleur: opmaak.kleur,
            kwartaal: sluiting.kwartaal,
            sluiting: Sluiting {
                id: sluiting.id,
                versie: u32::from(sluiting.versie),
                bekend_op: datum_in_nederland(sluiting.bekend_op),
                gesloten_op: sluiting.gesloten_op,
                gesloten_door: sluiting.gesloten_door.clone(),
                controlegetal: sluiting.hash.to_string(),
            },
            andere_gemeenten: count_others(bron),
            kenmerken: vec![calculation(bron)],
            samenvatting: over_geheel.map(quote).chain(bij_sluiting).collect(),
            aandachtspunten: bron.aandachtspunten.clone(),
            hoofdstukken: hoofdstukken
                .filter(|deel| !deel.indicatoren.is_empty())
                .collect(),
            opdracht: opdracht::convert(bron),
            overleg: bron
                .overleg
                .as_ref()
                .map(|overleg| convert_overleg(overleg, sluiting.gemeente)),
        }
    }
}

fn quote(gezegd: &Toelichting) -> String {
    format!("{} ({}, {})", gezegd.tekst, gezegd.door, gezegd.rol)
}

/// The most municipalities that any figure of this quarter is compared with.
/// How many other municipalities had closed this quarter, by the indicator that most of them show.
fn count_others(bron: &sturing::Kwartaalrapport) -> u32 {
    let laatste = bron.verloop.values().filter_map(|punten| punten.last());
    let meeste = laatste.map(|punt| punt.anderen).max().unwrap_or_default();
    u32::try_from(meeste).unwrap_or(u32::MAX)
}

fn calculation(bron: &sturing::Kwartaalrapport) -> (String, String) {
    let termijn = &bron.rekenwijze.inbeeld_termijn;
    let waarde = match &termijn.besluit {
        Some(besluit) => format!("{} maanden ({besluit})", termijn.waarde),
        None => format!("{} maanden (voorbeeldwaarde, geen besluit)", termijn.waarde),
    };
    ("In beeld na contact of meting binnen".to_owned(), waarde)
}

/// The figures of one indicator; none when the closing has none, because its definition is younger.
fn convert_indicator(bron: &sturing::Kwartaalrapport, soort: Indicator) -> Option<Indicatorcijfer> {
    let eerste = bron
        .cijfers
        .iter()
        .find(|cijfer| cijfer.indicator == soort)?;
    let definitie = soort.definitie();
    let trend: Vec<Trendpunt> = history(bron, soort, Klasse::Totaal)
        .iter()
        .map(|punt| trend_point(soort, punt))
        .collect();
    let gezegd: Vec<String> = bron
        .toelichtingen
        .iter()
        .filter(|over| over.indicator == Some(soort))
        .map(quote)
        .collect();
    Some(Indicatorcijfer {
        nummer: u32::from(definitie.nummer),
        sleutel: definitie.sleutel.to_owned(),
        naam: definitie.naam.to_owned(),
        definitie: format!("{} {}", definitie.formule, definitie.toelichting),
        definitieversie: u32::from(eerste.versie),
        bron: definitie.herkomst.naam().to_owned(),
        eenheid: definitie.eenheid,
        is_kerncijfer: KERNCIJFERS.contains(&soort),
        stand: bron
            .find(soort, Klasse::Totaal)
            .map(|uitkomst| convert_stand(bron, &trend, uitkomst)),
        datakwaliteit: quality(bron, soort),
        toelichting: (!gezegd.is_empty()).then(|| gezegd.join(" ")),
        trend,
        verdelingen: divisions(bron, soort),
    })
}

fn convert_stand(
    bron: &sturing::Kwartaalrapport,
    trend: &[Trendpunt],
    uitkomst: Uitkomst,
) -> Stand {
    let kwartaal = bron.sluiting.kwartaal;
    let earlier = |stappen: i32| {
        let toen = kwartaal.plus(-stappen);
        trend
            .iter()
            .find(|punt| punt.kwartaal == toen)
            .map_or(Cijfer::Ontbreekt, |punt| punt.cijfer)
    };
    let nu = trend.iter().find(|punt| punt.kwartaal == kwartaal);
    let (teller, noemer) = match uitkomst {
        Uitkomst::Bekend { teller, noemer, .. } => (noemer.map(|_| teller), noemer),
        Uitkomst::Onderdrukt | Uitkomst::Ontbreekt => (None, None),
    };
    Stand {
        cijfer: Cijfer::from(uitkomst),
        teller: teller.map(Cijfer::Bekend),
        noemer: noemer.map(Cijfer::Bekend),
        vorig_kwartaal: earlier(1),
        jaar_eerder: earlier(4),
        groepsmediaan: nu.map_or(Cijfer::Ontbreekt, |punt| punt.groepsmediaan),
    }
}

fn history(bron: &sturing::Kwartaalrapport, soort: Indicator, klasse: Klasse) -> &[Reekspunt] {
    bron.verloop
        .get(&(soort, klasse))
        .map(Vec::as_slice)
        .unwrap_or_default()
}

fn trend_point(soort: Indicator, punt: &Reekspunt) -> Trendpunt {
    let vergelijkbaar = punt.groep.filter(|_| soort.is_vergelijkbaar());
    let mediaan =
        |groep: Groepscijfer| Cijfer::Bekend(soort.definitie().eenheid.round(groep.mediaan));
    Trendpunt {
        kwartaal: punt.kwartaal,
        cijfer: punt.eigen.map_or(Cijfer::Ontbreekt, Cijfer::from),
        groepsmediaan: vergelijkbaar.map_or(Cijfer::Ontbreekt, mediaan),
    }
}

impl From<Uitkomst> for Cijfer {
    fn from(uitkomst: Uitkomst) -> Self {
        match uitkomst {
            Uitkomst::Bekend { waarde, .. } => Self::Bekend(waarde),
            Uitkomst::Onderdrukt => Self::Onderdrukt,
            Uitkomst::Ontbreekt => Self::Ontbreekt,
        }
    }
}

/// The judgement, with what the rules found that led to it.
fn quality(bron: &sturing::Kwartaalrapport, soort: Indicator) -> Datakwaliteit {
    let oordeel = bron.oordeel(soort);
    let bevindingen: Vec<&str> = bron
        .list_bevindingen(soort)
        .filter(|(_, gevonden)| oordeel == Oordeel::Goed || *gevonden != Oordeel::Goed)
        .map(|(regel, gevonden)| regel.bevinding(gevonden))
        .collect();
    Datakwaliteit {
        oordeel,
        toelichting: bevindingen.join(" "),
    }
}

/// The figure split, one table for each way of splitting.
fn divisions(bron: &sturing::Kwartaalrapport, soort: Indicator) -> Vec<Verdeling> {
    let definitie = soort.definitie();
    let eenheid = definitie.eenheid;
    let dimensies = definitie.dimensies.iter().map(|dimensie| {
        let klassen: Vec<&PubliekCijfer> = bron
            .list_klassen(soort)
            .filter(|cijfer| cijfer.klasse.dimensie() == *dimensie)
            .collect();
        let regel = |cijfer: &&PubliekCijfer| Verdelingsregel {
            sleutel: cijfer.klasse.sleutel().to_owned(),
            naam: cijfer.klasse.naam().to_owned(),
            cijfer: Cijfer::from(cijfer.uitkomst),
            vorig_kwartaal: previous(bron, soort, cijfer.klasse),
        };
        Verdeling {
            naam: dimensie.naam().to_owned(),
            eenheid,
            regels: klassen.iter().map(regel).collect(),
            totaal: (eenheid == Eenheid::Procent).then_some(Decimal::ONE_HUNDRED),
            aantal: klassen
                .iter()
                .filter_map(|cijfer| divisor(cijfer.uitkomst))
                .max(),
            is_ladder: soort == Indicator::TredeVerdeling,
        }
    });
    dimensies
        .filter(|verdeling| !verdeling.regels.is_empty())
        .collect()
}

const fn divisor(uitkomst: Uitkomst) -> Option<Decimal> {
    match uitkomst {
        Uitkomst::Bekend { noemer, .. } => noemer,
        Uitkomst::Onderdrukt | Uitkomst::Ontbreekt => None,
    }
}

fn previous(bron: &sturing::Kwartaalrapport, soort: Indicator, klasse: Klasse) -> Cijfer {
    let vorig = bron.sluiting.kwartaal.plus(-1);
    let punt = history(bron, soort, klasse)
        .iter()
        .find(|punt| punt.kwartaal == vorig);
    punt.and_then(|punt| punt.eigen)
        .map_or(Cijfer::Ontbreekt, Cijfer::from)
}

/// The agreements for all municipalities and those for this one.
fn convert_overleg(overleg: &sturing::Overleg, gemeente: GemeenteCode) -> Overlegverslag {
    let afspraken = overleg
        .afspraken
        .iter()
        .filter(|afspraak| afspraak.gemeente.is_none_or(|van| van == gemeente));
    Overlegverslag {
        datum: overleg.datum,
        afspraken: afspraken
            .map(|afspraak| Afspraakregel {
                tekst: afspraak.tekst.clone(),
                houder: afspraak.eigenaar.clone(),
                uiterlijk: Some(afspraak.uiterlijk),
                stand: state_in_words(&afspraak.stand),
            })
            .collect(),
    }
}

fn state_in_words(stand: &Afspraakstand) -> String {
    match stand {
        Afspraakstand::Open => "open".to_owned(),
        Afspraakstand::Afgerond { op, resultaat } => {
            format!("afgerond op {}: {resultaat}", primitives::datum_kort(*op))
        }
        Afspraakstand::Vervallen { op, reden } => {
            format!("vervallen op {}: {reden}", primitives::datum_kort(*op))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_indicator_stands_in_exactly_one_chapter() {
        let mut geplaatst: Vec<Indicator> = HOOFDSTUKKEN
            .iter()
            .flat_map(|(_, _, indicatoren)| indicatoren.iter().copied())
            .collect();
        geplaatst.sort_unstable();
        let mut alle = Indicator::ALL.to_vec();
        alle.sort_unstable();
        assert_eq!(geplaatst, alle);
    }
}
