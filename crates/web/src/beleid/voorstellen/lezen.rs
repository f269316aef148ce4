//! What the pages of a proposal read, and say in the same words.

use domain::beleid::{
    Beleid, BeslotenWaarde, Intrekking, Orgaan, Voorstel, Voorstelstand, Voorsteltekst, catalogus,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente, find_leesbaar_voorstel};
use primitives::{Datum, Moment, datum_kort};

use crate::beleid::lezen::{render_periode, render_stand};
use crate::onderdelen::{Status, Toon};
use crate::schil::Schil;

/// The proposal of the address, if this reader may see it.
pub(super) async fn voorstel_of(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Voorstel, Fout> {
    wie.require(Permission::BeleidLezen)?;
    find_leesbaar_voorstel(state, wie.actor(), wie.code(), kenmerk).await
}

/// The proposal of the address, if this person acts for its organ.
pub(super) async fn eigen_voorstel(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Voorstel, Fout> {
    let voorstel = voorstel_of(state, wie, kenmerk).await?;
    wie.require(voorstel.kop().orgaan.permission())?;
    Ok(voorstel)
}

/// The address of a proposal.
pub(super) fn pad_of(voorstel: &Voorstel) -> String {
    let kop = voorstel.kop();
    format!("/{}/voorstellen/{}", kop.gemeente, kop.id)
}

/// The frame of a page under a proposal.
pub(super) fn schil_onder(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    titel: &str,
) -> Schil {
    Schil::in_gemeente(state, wie, "/voorstellen", titel)
        .kruimel("Voorstellen", format!("/{}/voorstellen", wie.code()))
        .kruimel(voorstel.tekst().titel.clone(), pad_of(voorstel))
}

/// How a proposal is called: `Voorstel aan de raad`.
pub(super) const fn soortnaam(orgaan: Orgaan) -> &'static str {
    match orgaan {
        Orgaan::Raad => "Voorstel aan de raad",
        Orgaan::College => "Voorstel aan het college",
    }
}

/// How far a proposal has come.
pub(super) fn status_of(stand: Voorstelstand) -> Status {
    let (toon, woord) = match stand {
        Voorstelstand::Concept => (Toon::Neutraal, "concept"),
        Voorstelstand::Teruggegeven { .. } => (Toon::Aandacht, "in handen van B&W gesteld"),
        Voorstelstand::Ingediend => (Toon::Aandacht, "ingediend, wacht op behandeling"),
        Voorstelstand::Aangehouden { .. } => (Toon::Aandacht, "aangehouden"),
        Voorstelstand::Aangenomen { .. } => (Toon::Goed, "aangenomen"),
        Voorstelstand::Verworpen { .. } => (Toon::Fout, "verworpen"),
        Voorstelstand::Ingetrokken => (Toon::Neutraal, "ingetrokken"),
    };
    Status::new(toon, woord)
}

/// A line of what a proposal changes: the parameter, its address, what held before, what it becomes, from when.
pub(super) struct Wijzigregel {
    pub(super) naam: String,
    pub(super) href: String,
    pub(super) was: String,
    pub(super) wordt: String,
    pub(super) wanneer: String,
}

/// What a text changes against the policy as known on a moment.
pub(super) fn list_wijzigingen(
    tekst: &Voorsteltekst,
    beleid: &Beleid,
    beleid_pad: &str,
    bekend_op: Moment,
) -> Vec<Wijzigregel> {
    let regel = |sleutel: &str, (van, gebied), wordt: Option<&BeslotenWaarde>| {
        let parameter = catalogus().find(sleutel)?;
        let daar = beleid.clone().in_gebied(gebied);
        let dag_ervoor = Datum::yesterday(van).unwrap_or(van);
        let was = daar.stand_on(parameter, dag_ervoor, bekend_op);
        let weg = match gebied {
            None => "Ingetrokken: niets meer vastgesteld",
            Some(_) => "Eigen waarde ingetrokken: die van de hele gemeente geldt",
        };
        Some(Wijzigregel {
            naam: gebied.map_or_else(
                || parameter.naam.clone(),
                |code| format!("{} in het gebied {code}", parameter.naam),
            ),
            href: format!("{beleid_pad}/{sleutel}"),
            was: render_stand(parameter, &was),
            wordt: wordt.map_or_else(
                || weg.to_owned(),
                |besloten| parameter.render(&besloten.waarde),
            ),
            wanneer: wordt.map_or_else(
                || format!("vanaf {}", datum_kort(van)),
                |besloten| render_periode(van, besloten.periode.tot()),
            ),
        })
    };
    let waarden = tekst
        .waarden
        .iter()
        .filter_map(|w| regel(w.sleutel.as_str(), (w.periode.van(), w.gebied), Some(w)));
    let intrekkingen = tekst
        .intrekkingen
        .iter()
        .filter_map(|i: &Intrekking| regel(i.sleutel.as_str(), (i.vanaf, i.gebied), None));
    waarden.chain(intrekkingen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::beleid::{Besluitverwijzing, Sleutel, Vastgesteld, Waarde};
    use jiff::civil::date;
    use primitives::{BesluitId, GemeenteCode, Periode, WaardeId, id_at};

    const SLEUTEL: &str = "iit.referteperiode";

    fn code(tekst: &str) -> GemeenteCode {
        GemeenteCode::parse(tekst).unwrap()
    }

    fn vastgesteld(maanden: u16, gebied: Option<GemeenteCode>) -> Vastgesteld {
        let nu = Moment::UNIX_EPOCH;
        Vastgesteld {
            id: WaardeId::new(id_at(nu, maanden.into())),
            sleutel: Sleutel::parse(SLEUTEL).unwrap(),
            waarde: Some(Waarde::Maanden(maanden)),
            periode: Periode::try_new(date(2025, 1, 1), gebied.map(|_| date(2027, 1, 1))).unwrap(),
            gebied,
            besluit: Besluitverwijzing {
                id: BesluitId::new(id_at(nu, 0)),
                gemeente: code("GM0294"),
                orgaan: Orgaan::Raad,
                nummer: "1".into(),
                titel: "Verordening".into(),
                vergaderdatum: date(2024, 12, if gebied.is_some() { 2 } else { 1 }),
            },
            bekend_op: nu,
            corrigeert: None,
        }
    }

    #[test]
    fn a_withdrawal_in_an_area_names_it_and_its_own_value() {
        let eemsmond = code("GM1651");
        let beleid = Beleid::new(vec![vastgesteld(36, None), vastgesteld(12, Some(eemsmond))]);
        let intrekking = |gebied| Intrekking {
            id: WaardeId::new(id_at(Moment::UNIX_EPOCH, 9)),
            sleutel: Sleutel::parse(SLEUTEL).unwrap(),
            vanaf: date(2026, 1, 1),
            gebied,
        };
        let tekst = Voorsteltekst {
            titel: "Regels van Eemsmond".into(),
            toelichting: None,
            kaders: Vec::new(),
            inwerkingtreding: date(2026, 1, 1),
            terugwerkend: None,
            waarden: Vec::new(),
            intrekkingen: vec![intrekking(Some(eemsmond)), intrekking(None)],
            doorrekeningen: Vec::new(),
            grondslag: None,
        };
        let regels = list_wijzigingen(&tekst, &beleid, "/GM0294/beleid", Moment::UNIX_EPOCH);
        let [daar, overal] = &regels[..] else {
            panic!("{} lines", regels.len());
        };
        assert!(daar.naam.ends_with("in het gebied GM1651"), "{}", daar.naam);
        assert!(daar.was.contains("12"), "{}", daar.was);
        assert!(
            daar.wordt.contains("die van de hele gemeente"),
            "{}",
            daar.wordt
        );
        assert!(!overal.naam.contains("gebied"), "{}", overal.naam);
        assert!(overal.was.contains("36"), "{}", overal.was);
        assert_eq!(overal.wordt, "Ingetrokken: niets meer vastgesteld");
    }
}
