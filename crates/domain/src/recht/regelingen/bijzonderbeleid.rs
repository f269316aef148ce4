//! What the college decided about bijzondere bijstand. Participatiewet arts 35, 48 and 51.

use primitives::{Geld, Percentage};

use super::bijzonder::{Kostenoordeel, Kostenpost, Kostentelling, Leengrond, Vorm};
use super::{Leemte, Regelingsaanvraag, Waarden, Weigering, fact, required};
use crate::beleid::{Geldend, Lijst, Staffel, Tarieven};
use crate::recht::{Leefsituatie, Norm, Normen, Onbepaald, Reden, norm};

const VRIJ_ALLEENSTAANDE: &str = "bijzondere-bijstand.draagkracht.vrij-bedrag.alleenstaande";
const VRIJ_GEHUWDEN: &str = "bijzondere-bijstand.draagkracht.vrij-bedrag.gehuwden";

/// The college's values, as far as it decided them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bijzonderbeleid {
    /// `bijzondere-bijstand.drempel`: up to and with this the college refuses.
    pub drempel: Option<Geldend<Geld>>,
    /// `bijzondere-bijstand.norm.kostendelers`: whether housemates who share costs lower the norm that means are measured by.
    pub met_kostendelers: Option<Geldend<bool>>,
    /// `bijzondere-bijstand.norm.verlaging`: whether the lowering of arts 27 and 28 does.
    pub met_verlaging: Option<Geldend<bool>>,
    /// `bijzondere-bijstand.draagkracht.vrij-bedrag.alleenstaande`: what stays free above the limit, per month.
    pub vrij_alleenstaande: Option<Geldend<Geld>>,
    /// `bijzondere-bijstand.draagkracht.vrij-bedrag.gehuwden`: the same for a couple together.
    pub vrij_gehuwden: Option<Geldend<Geld>>,
    /// `bijzondere-bijstand.draagkracht.volledig`: the kinds of costs for which all income above the limit counts.
    pub volledig: Option<Geldend<Lijst>>,
    /// `bijzondere-bijstand.draagkracht.begin-maand`: whether the period begins on the first day of the month of the
    /// application.
    pub begin_maand: Option<Geldend<bool>>,
    /// `bijzondere-bijstand.draagkracht.vrij-tot`.
    pub vrij_tot: Option<Geldend<Percentage>>,
    /// `bijzondere-bijstand.draagkracht.percentage`.
    pub percentage: Option<Geldend<Percentage>>,
    /// `bijzondere-bijstand.draagkracht.staffel`: goes before the two above.
    pub staffel: Option<Geldend<Staffel>>,
    /// `bijzondere-bijstand.draagkracht.vermogen`.
    pub vermogen: Option<Geldend<Percentage>>,
    /// `bijzondere-bijstand.draagkracht.periode`, in months.
    pub periode: Option<Geldend<u32>>,
    /// `bijzondere-bijstand.kosten`: the most for a kind of costs.
    pub kosten: Option<Geldend<Tarieven>>,
    /// `bijzondere-bijstand.leenvorm`: the kinds of costs for which it lends.
    pub leenvorm: Option<Geldend<Lijst>>,
    /// `bijzondere-bijstand.leenvorm.duur`, in months.
    pub leenvorm_duur: Option<Geldend<u32>>,
}

impl Bijzonderbeleid {
    /// The policy of the college, with what holds where it decided nothing.
    pub fn read(waarden: &Waarden) -> Self {
        Self {
            drempel: waarden.bedrag("bijzondere-bijstand.drempel"),
            met_kostendelers: waarden.ja_nee("bijzondere-bijstand.norm.kostendelers"),
            met_verlaging: waarden.ja_nee("bijzondere-bijstand.norm.verlaging"),
            vrij_alleenstaande: waarden.bedrag(VRIJ_ALLEENSTAANDE),
            vrij_gehuwden: waarden.bedrag(VRIJ_GEHUWDEN),
            volledig: waarden.lijst("bijzondere-bijstand.draagkracht.volledig"),
            begin_maand: waarden.ja_nee("bijzondere-bijstand.draagkracht.begin-maand"),
            vrij_tot: waarden.percentage("bijzondere-bijstand.draagkracht.vrij-tot"),
            percentage: waarden.percentage("bijzondere-bijstand.draagkracht.percentage"),
            staffel: waarden.staffel("bijzondere-bijstand.draagkracht.staffel"),
            vermogen: waarden.percentage("bijzondere-bijstand.draagkracht.vermogen"),
            periode: waarden.maanden("bijzondere-bijstand.draagkracht.periode"),
            kosten: waarden.tarieven("bijzondere-bijstand.kosten"),
            leenvorm: waarden.lijst("bijzondere-bijstand.leenvorm"),
            leenvorm_duur: waarden.maanden("bijzondere-bijstand.leenvorm.duur"),
        }
    }

    pub(super) fn count(&self, post: &Kostenpost, plek: usize) -> Result<Kostentelling, Onbepaald> {
        let hoogstens = self.hoogstens(&post.soort);
        if post.oordeel != Kostenoordeel::Telt {
            return Ok(Kostentelling {
                telt: Geld::NUL,
                hoogstens,
                vorm: None,
            });
        }
        let kosten = post.totaal();
        let telt = match hoogstens {
            Some(_) if post.maanden.is_some() => return Err(Leemte::HoogstensPerMaand.into()),
            Some(hoogstens) => hoogstens.min(kosten),
            None => kosten,
        };
        Ok(Kostentelling {
            telt,
            hoogstens,
            vorm: Some(self.vorm(post, plek)?),
        })
    }

    /// The most for a kind of costs; without one the college decides for each application.
    fn hoogstens(&self, soort: &str) -> Option<Geld> {
        let tarieven = self.kosten.as_ref()?.waarde.tarieven();
        let tarief = tarieven
            .iter()
            .find(|tarief| is_same(&tarief.naam, soort))?;
        Some(tarief.bedrag)
    }

    /// A loan needs a ground of the law as well as the will of the college. Participatiewet arts 48 and 51.
    fn vorm(&self, post: &Kostenpost, plek: usize) -> Result<Vorm, Onbepaald> {
        if !post.is_lening && !self.is_op_leenlijst(&post.soort) {
            return Ok(Vorm::Gift);
        }
        let pad = format!("bijzondereBijstand.kosten[{plek}].leengrond");
        match fact(post.leengrond, &pad)? {
            Leengrond::Geen => Ok(Vorm::Gift),
            grond => Ok(Vorm::Lening(grond)),
        }
    }

    /// Whether the college lends for this kind of costs.
    pub fn is_op_leenlijst(&self, soort: &str) -> bool {
        is_named(self.leenvorm.as_ref(), soort)
    }

    /// Whether all income above the limit counts for the costs; where it does for some of them and not for others, that
    /// cannot be told.
    pub(super) fn is_volledig(&self, posten: &[Kostenpost]) -> Option<bool> {
        let mut tellen = posten
            .iter()
            .filter(|post| post.oordeel == Kostenoordeel::Telt)
            .map(|post| is_named(self.volledig.as_ref(), &post.soort));
        let eerste = tellen.next().unwrap_or(false);
        tellen.all(|ander| ander == eerste).then_some(eerste)
    }

    /// What stays free above the limit.
    pub fn vrij_bedrag(&self, situatie: &Leefsituatie) -> Result<&Geldend<Geld>, Onbepaald> {
        match situatie.partner() {
            None => required(self.vrij_alleenstaande.as_ref(), VRIJ_ALLEENSTAANDE),
            Some(_) => required(self.vrij_gehuwden.as_ref(), VRIJ_GEHUWDEN),
        }
    }

    /// The household as its norm is measured: with those who share its costs, or as if there were none.
    pub fn gemeten(&self, situatie: &Leefsituatie) -> Result<Leefsituatie, Onbepaald> {
        let sleutel = "bijzondere-bijstand.norm.kostendelers";
        let telt = required(self.met_kostendelers.as_ref(), sleutel)?.waarde;
        Ok(if telt {
            *situatie
        } else {
            situatie.without_kostendelers()
        })
    }

    /// The norm that means are measured by: that of art. 5 onder c, unless the college leaves out what lowers it.
    pub(super) fn norm(
        &self,
        aanvraag: &Regelingsaanvraag<'_>,
        normen: &Normen,
    ) -> Result<Norm, Onbepaald> {
        let situatie = self.gemeten(aanvraag.situatie)?;
        let sleutel = "bijzondere-bijstand.norm.verlaging";
        if required(self.met_verlaging.as_ref(), sleutel)?.waarde {
            let gemeten = Regelingsaanvraag {
                situatie: &situatie,
                ..*aanvraag
            };
            gemeten.bijstandsnorm(normen)
        } else {
            norm::calculate_norm(&situatie, normen)
        }
    }

    /// The college may refuse costs that are not above the threshold; above it they count as a whole.
    /// Participatiewet art. 35 lid 2.
    pub(super) fn check_drempel(&self, kosten: Geld) -> Result<(), Reden> {
        let drempel = required(self.drempel.as_ref(), "bijzondere-bijstand.drempel")?.waarde;
        if drempel > Geld::NUL && kosten <= drempel {
            return Err(Weigering::Drempel { kosten, drempel }.into());
        }
        Ok(())
    }
}

/// Whether a list of the college names a kind of costs.
fn is_named(lijst: Option<&Geldend<Lijst>>, soort: &str) -> bool {
    lijst.is_some_and(|lijst| {
        let mut items = lijst.waarde.items().iter();
        items.any(|item| is_same(item, soort))
    })
}

/// The same words, whatever the capitals.
fn is_same(een: &str, twee: &str) -> bool {
    een.trim().to_lowercase() == twee.trim().to_lowercase()
}
