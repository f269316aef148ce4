//! Which value holds on a date, as known on a moment.

use primitives::{BesluitId, Datum, Geld, GemeenteCode, Moment, Percentage, Periode, WaardeId};

use super::catalogus::{Catalogus, Parameter, Regime, ZonderBesluit, catalogus};
use super::rules::Strijd;
use super::samenhang::find_in_samenhang;
use super::{Geldend, Orgaan, Sleutel, Waarde};

/// Every value that was ever published for a municipality, with its corrections, seen from the whole
/// municipality or from one of its areas.
#[derive(Clone, Debug, Default)]
pub struct Beleid {
    waarden: Vec<Vastgesteld>,
    gebied: Option<GemeenteCode>,
}

/// A value that binds from a day on, because a published decision says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vastgesteld {
    /// Its id.
    pub id: WaardeId,
    /// Its parameter.
    pub sleutel: Sleutel,
    /// The value. None where a correction says that the decision does not set it, and where a later decision takes
    /// back what was set (then it corrects nothing): from that day nothing is decided.
    pub waarde: Option<Waarde>,
    /// When it binds: from the later of its own day and the entry into force of its decision.
    pub periode: Periode,
    /// The former municipality for whose area it holds; none for the whole municipality.
    pub gebied: Option<GemeenteCode>,
    /// The decision.
    pub besluit: Besluitverwijzing,
    /// Since when it is known: the moment at which the publication, or the correction, was recorded.
    pub bekend_op: Moment,
    /// The value that this one corrects.
    pub corrigeert: Option<WaardeId>,
}

/// What people need to cite and find a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besluitverwijzing {
    /// Its id.
    pub id: BesluitId,
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// Who decided.
    pub orgaan: Orgaan,
    /// Its number.
    pub nummer: String,
    /// Its title.
    pub titel: String,
    /// The day of the meeting.
    pub vergaderdatum: Datum,
}

/// What holds for a parameter on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand<'a> {
    /// The law knows no such parameter on that day.
    BestaatNiet,
    /// A decided value.
    Besloten(&'a Vastgesteld),
    /// A decided value that the law does not allow on that day. Nothing may be calculated with it.
    InStrijd(&'a Vastgesteld, Strijd),
    /// Nothing was decided.
    ZonderBesluit(&'a ZonderBesluit),
}

/// A stretch of time in which the same holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tijdvak<'a> {
    /// The days.
    pub periode: Periode,
    /// What holds.
    pub stand: Stand<'a>,
}

/// A decided value that the law does not allow from a day on.
#[derive(Clone, Debug, PartialEq)]
pub struct Strijdig<'a> {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// The value.
    pub vastgesteld: &'a Vastgesteld,
    /// The first day on which the law does not allow it.
    pub vanaf: Datum,
    /// Why.
    pub strijd: Strijd,
}

impl Beleid {
    /// Gathers published values; their order does not matter.
    pub const fn new(waarden: Vec<Vastgesteld>) -> Self {
        Self {
            waarden,
            gebied: None,
        }
    }

    /// The same policy as it holds in the area of a former municipality (Wet arhi art. 28): its own values count
    /// beside those of the whole municipality, and the later decision goes first.
    #[must_use]
    pub fn in_gebied(mut self, gebied: Option<GemeenteCode>) -> Self {
        self.gebied = gebied;
        self
    }

    /// The area from which it is seen; none for the whole municipality.
    pub const fn gebied(&self) -> Option<GemeenteCode> {
        self.gebied
    }

    /// Every value and correction, as given.
    pub fn waarden(&self) -> &[Vastgesteld] {
        &self.waarden
    }

    /// What holds for `parameter` on `peildatum`, as known on `bekend_op`.
    ///
    /// The later decision goes before the earlier one, which comes back where the later one gave an end date.
    /// A value of an organ that no longer decides has lapsed.
    pub fn stand_on<'a>(
        &'a self,
        parameter: &'a Parameter,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Stand<'a> {
        let Some(regime) = parameter.regime_on(peildatum) else {
            return Stand::BestaatNiet;
        };
        let vastgesteld = self.find_vastgesteld(parameter, regime, peildatum, bekend_op);
        let Some((vastgesteld, waarde)) = vastgesteld else {
            return Stand::ZonderBesluit(&regime.zonder_besluit);
        };
        let strijd = Strijd::find_in_grenzen(parameter, regime, waarde).or_else(|| {
            let wanneer = (peildatum, bekend_op);
            find_in_samenhang(catalogus(), regime, waarde, self, wanneer)
        });
        match strijd {
            None => Stand::Besloten(vastgesteld),
            Some(strijd) => Stand::InStrijd(vastgesteld, strijd),
        }
    }

    /// The value that was decided, or the law's own, before it is held against any bound.
    pub(super) fn find_ongetoetst<'a>(
        &'a self,
        parameter: &'a Parameter,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<&'a Waarde> {
        let regime = parameter.regime_on(peildatum)?;
        match self.find_vastgesteld(parameter, regime, peildatum, bekend_op) {
            Some((_, waarde)) => Some(waarde),
            None => regime.zonder_besluit.waarde.as_ref(),
        }
    }

    fn find_vastgesteld<'a>(
        &'a self,
        parameter: &'a Parameter,
        regime: &Regime,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<(&'a Vastgesteld, &'a Waarde)> {
        let op_die_dag = || {
            self.candidates(parameter, bekend_op)
                .filter(|v| v.periode.contains(peildatum) && regime.bevoegd.is(v.besluit.orgaan))
        };
        let is_einde_gebied = |v: &&Vastgesteld| v.waarde.is_none() && v.gebied.is_some();
        // What ends the own values of an area is no value itself: those of the whole municipality remain.
        let einde = op_die_dag()
            .filter(is_einde_gebied)
            .map(Vastgesteld::rang)
            .max();
        let geldend = op_die_dag()
            .filter(|v| !is_einde_gebied(v))
            .filter(|v| v.gebied.is_none() || Some(v.rang()) > einde)
            .max_by_key(|v| v.rang())?;
        Some((geldend, geldend.waarde.as_ref()?))
    }

    /// What the law obliges `orgaan` to decide and what has no value on `peildatum`, in the order of the catalogue.
    pub fn list_te_besluiten(
        &self,
        orgaan: Orgaan,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Vec<&'static Parameter> {
        let is_open = |parameter: &&Parameter| {
            let regime = parameter.regime_on(peildatum);
            regime.is_some_and(|r| r.is_verplicht && r.bevoegd.is(orgaan))
                && matches!(
                    self.stand_on(parameter, peildatum, bekend_op),
                    Stand::ZonderBesluit(_)
                )
        };
        catalogus().parameters().iter().filter(is_open).collect()
    }

    /// The values of `orgaan` that the law does not allow, now or from a day to come on: each with the first day
    /// on which that is so, which may be past. A bound that changes by a new law or a new year makes them.
    pub fn list_strijdig(
        &self,
        orgaan: Orgaan,
        vandaag: Datum,
        bekend_op: Moment,
    ) -> Vec<Strijdig<'_>> {
        let parameters = catalogus().parameters().iter();
        let eigen = parameters.filter(|parameter| parameter.is_ooit_van(orgaan));
        eigen
            .filter_map(|parameter| {
                let vakken = self.list_tijdvakken(parameter, bekend_op);
                let mut loopt: Option<Strijdig<'_>> = None;
                for vak in vakken {
                    loopt = match vak.stand {
                        Stand::InStrijd(vastgesteld, strijd)
                            if vastgesteld.besluit.orgaan == orgaan =>
                        {
                            // A bound that moves on leaves the value in conflict since the first day.
                            let eerder = loopt.filter(|s| s.vastgesteld.id == vastgesteld.id);
                            Some(eerder.unwrap_or_else(|| Strijdig {
                                parameter,
                                vastgesteld,
                                vanaf: vak.periode.van(),
                                strijd,
                            }))
                        }
                        _ => None,
                    };
                    if loopt.is_some() && vak.periode.tot().is_none_or(|tot| tot > vandaag) {
                        return loopt;
                    }
                }
                None
            })
            .collect()
    }

    /// What held, holds and will hold for `parameter`, as known on `bekend_op`; without gaps.
    pub fn list_tijdvakken<'a>(
        &'a self,
        parameter: &'a Parameter,
        bekend_op: Moment,
    ) -> Vec<Tijdvak<'a>> {
        let mut uit: Vec<Tijdvak<'a>> = Vec::new();
        let dagen = self.list_wisseldagen(parameter, bekend_op);
        for (van, tot) in dagen
            .iter()
            .zip(dagen.iter().skip(1).map(Some).chain([None]))
        {
            let stand = self.stand_on(parameter, *van, bekend_op);
            if let Some(laatste) = uit.last_mut().filter(|vak| vak.stand == stand) {
                if let Ok(langer) = Periode::try_new(laatste.periode.van(), tot.copied()) {
                    laatste.periode = langer;
                }
            } else if let Ok(periode) = Periode::try_new(*van, tot.copied()) {
                uit.push(Tijdvak { periode, stand });
            }
        }
        uit.retain(|vak| vak.stand != Stand::BestaatNiet);
        uit
    }

    /// The days on which something may change for a parameter, in order, each once.
    pub fn list_wisseldagen(&self, parameter: &Parameter, bekend_op: Moment) -> Vec<Datum> {
        let van_regime = |r: &Regime| [Some(r.periode.van()), r.periode.tot()];
        let mut dagen: Vec<Datum> = parameter
            .regimes
            .iter()
            .flat_map(van_regime)
            .chain(
                self.candidates(parameter, bekend_op)
                    .flat_map(|v| [Some(v.periode.van()), v.periode.tot()]),
            )
            .flatten()
            .collect();
        dagen.sort_unstable();
        dagen.dedup();
        dagen
    }

    /// The decided value or the law's own default, with its decision; none where nothing can be used.
    pub fn find_geldend(
        &self,
        catalogus: &Catalogus,
        sleutel: &str,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<Geldend<Waarde>> {
        let parameter = catalogus.find(sleutel)?;
        match self.stand_on(parameter, peildatum, bekend_op) {
            Stand::Besloten(vastgesteld) => Some(Geldend {
                waarde: vastgesteld.waarde.clone()?,
                besluit: Some(vastgesteld.besluit.to_string()),
            }),
            Stand::ZonderBesluit(standaard) => standaard.waarde.clone().map(Geldend::given),
            Stand::BestaatNiet | Stand::InStrijd(..) => None,
        }
    }

    /// [`Beleid::find_geldend`] for an amount.
    pub fn find_bedrag(
        &self,
        sleutel: &str,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<Geldend<Geld>> {
        let geldend = self.find_geldend(catalogus(), sleutel, peildatum, bekend_op)?;
        let Waarde::Bedrag(waarde) = geldend.waarde else {
            return None;
        };
        let besluit = geldend.besluit;
        Some(Geldend { waarde, besluit })
    }

    /// [`Beleid::find_geldend`] for a percentage.
    pub fn find_percentage(
        &self,
        sleutel: &str,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<Geldend<Percentage>> {
        let geldend = self.find_geldend(catalogus(), sleutel, peildatum, bekend_op)?;
        let Waarde::Percentage(waarde) = geldend.waarde else {
            return None;
        };
        let besluit = geldend.besluit;
        Some(Geldend { waarde, besluit })
    }

    /// [`Beleid::find_geldend`] for a duration in months.
    pub fn find_maanden(
        &self,
        sleutel: &str,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<Geldend<u32>> {
        let geldend = self.find_geldend(catalogus(), sleutel, peildatum, bekend_op)?;
        let Waarde::Maanden(waarde) = geldend.waarde else {
            return None;
        };
        let (waarde, besluit) = (waarde.into(), geldend.besluit);
        Some(Geldend { waarde, besluit })
    }

    /// The values that were known on a moment and were not corrected or taken back by then.
    fn candidates<'a>(
        &'a self,
        parameter: &'a Parameter,
        bekend_op: Moment,
    ) -> impl Iterator<Item = &'a Vastgesteld> {
        let known = move |v: &&Vastgesteld| {
            // A withdrawal (no value, corrects nothing) counts: it keeps an older value from coming back.
            v.sleutel == parameter.sleutel
                && v.bekend_op <= bekend_op
                && (v.waarde.is_some() || v.corrigeert.is_none())
                && (v.gebied.is_none() || v.gebied == self.gebied)
        };
        self.waarden.iter().filter(known).filter(move |v| {
            !self
                .waarden
                .iter()
                .any(|later| later.corrigeert == Some(v.id) && later.bekend_op <= bekend_op)
        })
    }
}

impl Vastgesteld {
    /// What goes first on a day: the later decision, then what was known later.
    const fn rang(&self) -> (Datum, Moment, WaardeId) {
        (self.besluit.vergaderdatum, self.bekend_op, self.id)
    }

    /// Whether a later row corrected this one by `bekend_op`.
    pub fn is_gecorrigeerd(&self, beleid: &Beleid, bekend_op: Moment) -> bool {
        beleid
            .waarden
            .iter()
            .any(|v| v.corrigeert == Some(self.id) && v.bekend_op <= bekend_op)
    }
}

impl<'a> Stand<'a> {
    /// The value to calculate with: the decided one, else the law's own.
    pub fn waarde(&self) -> Option<&'a Waarde> {
        match self {
            Self::Besloten(vastgesteld) => vastgesteld.waarde.as_ref(),
            Self::ZonderBesluit(standaard) => standaard.waarde.as_ref(),
            Self::BestaatNiet | Self::InStrijd(..) => None,
        }
    }

    /// The decided value, allowed or not.
    pub const fn vastgesteld(&self) -> Option<&'a Vastgesteld> {
        match self {
            Self::Besloten(vastgesteld) | Self::InStrijd(vastgesteld, _) => Some(vastgesteld),
            Self::BestaatNiet | Self::ZonderBesluit(_) => None,
        }
    }
}

/// As people cite it: `Raadsbesluit 2025-118 (GM0294)`.
impl std::fmt::Display for Besluitverwijzing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let soort = self.orgaan.besluitnaam();
        write!(f, "{soort} {} ({})", self.nummer, self.gemeente)
    }
}
