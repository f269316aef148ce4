//! What the council decided about the toeslag. Participatiewet art. 8 lid 1 onder b and lid 2.

use primitives::{Datum, Geld, Moment, Percentage};

use crate::beleid::{Beleid, Gebruik, Geldend, Lijst, Staffel};
use crate::recht::regelingen::{Leemte, Waarden, required};
use crate::recht::{Leefvorm, Onbepaald};

/// The council's values, as far as it decided them. The law has no default: without a value the toeslag
/// cannot be determined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IitBeleid {
    /// `iit.bedrag.alleenstaande`: per year.
    pub bedrag_alleenstaande: Option<Geldend<Geld>>,
    /// `iit.bedrag.alleenstaande-ouder`: per year.
    pub bedrag_alleenstaande_ouder: Option<Geldend<Geld>>,
    /// `iit.bedrag.gehuwden`: per year, together.
    pub bedrag_gehuwden: Option<Geldend<Geld>>,
    /// `iit.referteperiode`: how many months an income must have been low.
    pub referteperiode: Option<Geldend<u32>>,
    /// `iit.inkomensgrens`: up to which percentage of the norm an income is low, over the whole period.
    pub inkomensgrens: Option<Geldend<Percentage>>,
    /// `iit.inkomensgrens.peildatum`: the same on the day of the application, where the council tests twice.
    pub inkomensgrens_peildatum: Option<Geldend<Percentage>>,
    /// `iit.kindtoeslag.eerste`: per year for the first child.
    pub kindtoeslag_eerste: Option<Geldend<Geld>>,
    /// `iit.kindtoeslag.volgende`: per year for each other child.
    pub kindtoeslag_volgende: Option<Geldend<Geld>>,
    /// `iit.deels-boven-grens`: whether there is a part of it just above a limit.
    pub deels_boven_grens: Option<Geldend<bool>>,
    /// `iit.deel.staffel`: which part that is, by the income as a percentage of the norm.
    pub deel_staffel: Option<Geldend<Staffel>>,
    /// `iit.overgang.bedrag`: once, for who gets nothing any more by new rules.
    pub overgang_bedrag: Option<Geldend<Geld>>,
    /// `iit.overgang.einddatum`: the last day of that.
    pub overgang_einddatum: Option<Geldend<Datum>>,
    /// `iit.weigeringsgronden`: when the municipality expects a higher income.
    pub weigeringsgronden: Option<Geldend<Lijst>>,
}

impl IitBeleid {
    /// The limit at which a steady income is too high first; none without a limit over the reference period.
    pub fn laagste_grens(&self) -> Option<&Geldend<Percentage>> {
        let over_periode = self.inkomensgrens.as_ref()?;
        let op_dag = self.inkomensgrens_peildatum.as_ref();
        let lager = op_dag.filter(|grens| grens.waarde < over_periode.waarde);
        Some(lager.unwrap_or(over_periode))
    }

    /// The values in force on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, peildatum: Datum, bekend_op: Moment) -> Self {
        let gebruik = Gebruik::IndividueleInkomenstoeslag;
        Self::read(&Waarden::in_force(gebruik, beleid, peildatum, bekend_op))
    }

    /// The policy of the council, with what holds where it decided nothing.
    pub fn read(waarden: &Waarden) -> Self {
        Self {
            bedrag_alleenstaande: waarden.bedrag("iit.bedrag.alleenstaande"),
            bedrag_alleenstaande_ouder: waarden.bedrag("iit.bedrag.alleenstaande-ouder"),
            bedrag_gehuwden: waarden.bedrag("iit.bedrag.gehuwden"),
            referteperiode: waarden.maanden("iit.referteperiode"),
            inkomensgrens: waarden.percentage("iit.inkomensgrens"),
            inkomensgrens_peildatum: waarden.percentage("iit.inkomensgrens.peildatum"),
            kindtoeslag_eerste: waarden.bedrag("iit.kindtoeslag.eerste"),
            kindtoeslag_volgende: waarden.bedrag("iit.kindtoeslag.volgende"),
            deels_boven_grens: waarden.ja_nee("iit.deels-boven-grens"),
            deel_staffel: waarden.staffel("iit.deel.staffel"),
            overgang_bedrag: waarden.bedrag("iit.overgang.bedrag"),
            overgang_einddatum: waarden.datum("iit.overgang.einddatum"),
            weigeringsgronden: waarden.lijst("iit.weigeringsgronden"),
        }
    }

    /// What there is a year for so many dependent children, with their number; none where there is nothing. How many there
    /// are need not be known where the council gives nothing for them. Participatiewet art. 8 lid 2.
    pub fn kindtoeslag(&self, aantal: Option<u32>) -> Result<Option<(u32, Geld)>, Onbepaald> {
        let eerste = required(self.kindtoeslag_eerste.as_ref(), "iit.kindtoeslag.eerste")?.waarde;
        let volgende = required(
            self.kindtoeslag_volgende.as_ref(),
            "iit.kindtoeslag.volgende",
        )?
        .waarde;
        if eerste.is_nul() && volgende.is_nul() {
            return Ok(None);
        }
        let aantal = aantal.ok_or_else(|| Onbepaald::from(Leemte::AantalKinderen))?;
        let Some(anderen) = aantal.checked_sub(1) else {
            return Ok(None);
        };
        Ok(Some((
            aantal,
            eerste + volgende.fraction(i64::from(anderen), 1),
        )))
    }

    /// The parts that are given above the limit, as tiers of the norm: to which amount, and which part; the lowest first.
    /// None where the ordinance gives none, or does not say how large they are.
    pub fn delen(&self, norm: Geld) -> Vec<(Option<Geld>, Percentage)> {
        let geeft = self.deels_boven_grens.as_ref().is_some_and(|d| d.waarde);
        let staffel = self.deel_staffel.as_ref().filter(|_| geeft);
        let treden = staffel.map_or(&[][..], |staffel| staffel.waarde.treden());
        treden
            .iter()
            .map(|trede| {
                // A limit beyond any percentage lies above every income, as does the last tier.
                let tot = trede.tot.and_then(|tot| Percentage::try_new(tot).ok());
                let deel = Percentage::try_new(trede.waarde).unwrap_or(Percentage::HONDERD);
                (tot.map(|tot| norm.part(tot)), deel)
            })
            .collect()
    }

    /// The amount for a form of living.
    pub fn bedrag(&self, leefvorm: Option<Leefvorm>) -> Result<&Geldend<Geld>, Onbepaald> {
        let (waarde, sleutel) = match leefvorm {
            Some(Leefvorm::Alleenstaande) => {
                (&self.bedrag_alleenstaande, "iit.bedrag.alleenstaande")
            }
            Some(Leefvorm::AlleenstaandeOuder) => (
                &self.bedrag_alleenstaande_ouder,
                "iit.bedrag.alleenstaande-ouder",
            ),
            Some(Leefvorm::Gehuwden) => (&self.bedrag_gehuwden, "iit.bedrag.gehuwden"),
            None => return Err(Onbepaald::KinderenOnbekend),
        };
        required(waarde.as_ref(), sleutel)
    }
}
