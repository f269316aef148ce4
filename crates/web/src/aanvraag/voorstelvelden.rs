//! The fields of a proposal, and reading them.

use std::collections::BTreeMap;

use application::aanvraag::Voorstelopdracht;
use domain::aanvraag::{Afweegpunt, Afweging, Besluitsoort, Ontheffinggrond};
use domain::dossier::Vrijetekst;
use domain::recht::Regeling;
use domain::recht::regelingen::Regelingsfeiten;
use primitives::{
    AanvraagId, Datum, DossierId, Geld, Veldcontrole, Veldfouten, geld_nl, parse_datum_nl,
};
use serde::Deserialize;

use super::feitvelden::{DAG, Feitinvoer};

/// Strings with `default`: a missing field is an empty one, and what was typed can be shown again.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Invoer {
    #[serde(default)]
    pub(super) gezien: String,
    #[serde(default)]
    pub(super) besluit: String,
    #[serde(default)]
    pub(super) ingang: String,
    #[serde(default)]
    pub(super) motivering: String,
    #[serde(default)]
    pub(super) ontheffing: String,
    #[serde(default, rename = "ontheffingTot")]
    pub(super) ontheffing_tot: String,
    /// Filled by the button that asks for one more group of fields.
    #[serde(default)]
    pub(super) meer: String,
    /// Filled by the button that asks for the fields of one more cost.
    #[serde(default, rename = "meerKosten")]
    pub(super) meer_kosten: String,
    #[serde(flatten)]
    pub(super) feiten: Feitinvoer,
    /// `afweging-1`, `keuze-1`, `waarom-1`, `afweging-2` and on.
    #[serde(flatten)]
    pub(super) rest: BTreeMap<String, String>,
}

/// A group of fields about one choice.
pub(super) struct Afweeggroep {
    pub(super) nummer: usize,
    pub(super) veld_punt: String,
    pub(super) punt: String,
    pub(super) veld_keuze: String,
    pub(super) keuze: String,
    pub(super) veld_waarom: String,
    pub(super) waarom: String,
}

impl Afweeggroep {
    fn is_leeg(&self) -> bool {
        [&self.punt, &self.keuze, &self.waarom]
            .iter()
            .all(|tekst| tekst.trim().is_empty())
    }
}

impl Invoer {
    /// The form as it was sent, with the fields of a scheme in their place.
    pub(crate) fn placed(mut self) -> Self {
        self.feiten = self.feiten.with_regeling(&self.rest);
        if !self.meer_kosten.is_empty() {
            self.feiten.regeling = self.feiten.regeling.with_post();
        }
        self
    }

    /// The form about a case of which so many acts are shown.
    pub(crate) fn on_akten(self, gezien: usize) -> Self {
        Self {
            gezien: gezien.to_string(),
            ..self
        }
    }

    /// Whether only more fields are asked for, and nothing is sent in yet.
    pub(crate) fn asks_meer(&self) -> bool {
        !self.meer.is_empty() || !self.meer_kosten.is_empty()
    }

    /// The groups to show: those that were filled in, and one more where that is asked for; never none.
    pub(super) fn groepen(&self) -> Vec<Afweeggroep> {
        let mut groepen = self.filled_groepen();
        let meer = usize::from(!self.meer.is_empty());
        let aantal = (groepen.len() + meer).clamp(1, Afweegpunt::ALL.len());
        let volgende = groepen.len() + 1;
        groepen.extend((volgende..=aantal).map(|nummer| self.groep(nummer)));
        groepen
    }

    /// Every group up to the last that was filled in.
    fn filled_groepen(&self) -> Vec<Afweeggroep> {
        let mut groepen: Vec<_> = (1..=Afweegpunt::ALL.len())
            .map(|nummer| self.groep(nummer))
            .collect();
        let gevuld = groepen.iter().rposition(|groep| !groep.is_leeg());
        groepen.truncate(gevuld.map_or(0, |plek| plek + 1));
        groepen
    }

    fn groep(&self, nummer: usize) -> Afweeggroep {
        let typed = |veld: &str| self.rest.get(veld).cloned().unwrap_or_default();
        let [veld_punt, veld_keuze, veld_waarom] =
            ["afweging", "keuze", "waarom"].map(|soort| format!("{soort}-{nummer}"));
        Afweeggroep {
            nummer,
            punt: typed(&veld_punt),
            keuze: typed(&veld_keuze),
            waarom: typed(&veld_waarom),
            veld_punt,
            veld_keuze,
            veld_waarom,
        }
    }

    /// The proposal that was filled in; every fault at once.
    pub(crate) fn parse(
        &self,
        (dossier, aanvraag): (DossierId, AanvraagId),
        regeling: Regeling,
    ) -> Result<Voorstelopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let gezien = self.gezien.parse().map_err(|_| "open de pagina opnieuw");
        let gezien = controle.take("besluit", gezien);
        let besluit = Besluitsoort::from_code(&self.besluit).ok_or("kies een besluit");
        let besluit = controle.take("besluit", besluit);
        let motivering = controle.take("motivering", Vrijetekst::<2000>::parse(&self.motivering));
        let mut afwegingen = self.read_afwegingen(&mut controle);
        // Without a choice the facts are judged too, so that every fault is told at once.
        let is_behandeld = besluit != Some(Besluitsoort::BuitenBehandeling);
        let feiten = is_behandeld
            .then(|| {
                let ingang = controle.take("ingang", parse_datum_nl(&self.ingang).ok_or(DAG));
                self.feiten.read(&mut controle, regeling, ingang)
            })
            .flatten();
        if let Some(Regelingsfeiten::BijzondereBijstand(kosten)) =
            feiten.as_ref().and_then(|feiten| feiten.regeling.as_ref())
        {
            self.weigh_afwijking(&mut controle, kosten.afwijking, &mut afwegingen);
        }
        let ontheffing = self.read_ontheffing(&mut controle);
        controle.finish()?;
        let (Some(gezien), Some(besluit), Some(motivering)) = (gezien, besluit, motivering) else {
            return Err(Veldfouten::single(
                "besluit",
                "vul het formulier opnieuw in",
            ));
        };
        Ok(Voorstelopdracht {
            dossier,
            aanvraag,
            gezien,
            besluit,
            ingang: feiten.as_ref().map(|feiten| feiten.peildatum),
            motivering: motivering.as_str().to_owned(),
            afwegingen,
            ontheffing,
            feiten,
        })
    }

    fn read_ontheffing(&self, controle: &mut Veldcontrole) -> Option<(Ontheffinggrond, Datum)> {
        let is_leeg = self.ontheffing.is_empty() && self.ontheffing_tot.trim().is_empty();
        if is_leeg {
            return None;
        }
        let grond = Ontheffinggrond::from_code(&self.ontheffing).ok_or("kies waarom");
        let grond = controle.take("ontheffing", grond);
        let tot = parse_datum_nl(&self.ontheffing_tot).ok_or(DAG);
        grond.zip(controle.take("ontheffingTot", tot))
    }

    /// Another amount than the rules give is a choice, which is kept with its reason. Participatiewet art. 18 lid 1.
    fn weigh_afwijking(
        &self,
        controle: &mut Veldcontrole,
        afwijking: Option<Geld>,
        afwegingen: &mut Vec<Afweging>,
    ) {
        let Some(bedrag) = afwijking else { return };
        let punt = Afweegpunt::Individualisering;
        if afwegingen.iter().any(|eerder| eerder.punt == punt) {
            let melding = "hierop is hieronder ook afgewogen: schrijf de hele reden hier";
            controle.refuse("afwijkingReden", melding);
            return;
        }
        if !self.feiten.regeling.has_reden() {
            // Its own field has said so.
            return;
        }
        let reden = Vrijetekst::<500>::parse(&self.feiten.regeling.afwijking_reden);
        let reden = controle.take("afwijkingReden", reden);
        afwegingen.extend(reden.map(|reden| Afweging {
            punt,
            keuze: format!(
                "Wij geven {} in plaats van wat de regels geven.",
                geld_nl(bedrag)
            ),
            reden: reden.as_str().to_owned(),
        }));
    }

    fn read_afwegingen(&self, controle: &mut Veldcontrole) -> Vec<Afweging> {
        let mut afwegingen: Vec<Afweging> = Vec::new();
        for groep in self.filled_groepen() {
            let Some(afweging) = read_afweging(controle, &groep) else {
                continue;
            };
            if afwegingen.iter().any(|eerder| eerder.punt == afweging.punt) {
                let melding = "hierop is hierboven al afgewogen: zet het bij elkaar";
                controle.refuse(groep.veld_punt, melding);
            } else {
                afwegingen.push(afweging);
            }
        }
        afwegingen
    }
}

/// A choice; none where nothing was filled in, or where a fault was told.
fn read_afweging(controle: &mut Veldcontrole, groep: &Afweeggroep) -> Option<Afweging> {
    if groep.is_leeg() {
        return None;
    }
    let punt = Afweegpunt::from_code(&groep.punt).ok_or("kies waarop u heeft afgewogen");
    let punt = controle.take(&groep.veld_punt, punt);
    let keuze = controle.take(&groep.veld_keuze, Vrijetekst::<500>::parse(&groep.keuze));
    let reden = controle.take(&groep.veld_waarom, Vrijetekst::<500>::parse(&groep.waarom));
    Some(Afweging {
        punt: punt?,
        keuze: keuze?.as_str().to_owned(),
        reden: reden?.as_str().to_owned(),
    })
}
