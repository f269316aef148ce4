//! The costs of bijzondere bijstand: one or more, each with what the caseworker found about it.

use domain::recht::regelingen::{Kostenoordeel, Kostenpost};
use primitives::Veldcontrole;

use super::invoer::find_veld;
use crate::dossier::regelingvelden::{take_geld, take_ja_nee, take_leengrond, take_or_leeg};

/// The longest name of a kind of costs.
const KOSTEN_MAX: usize = 200;
/// As many costs as one application is about.
pub(super) const POSTEN_MAX: usize = 10;

/// A cost as it was typed.
#[derive(Clone, Default)]
pub(super) struct Post {
    /// What stands behind the names of its fields: nothing for the first, `.2` for the second.
    pub(super) achter: String,
    /// `Kosten 2`; empty where there is one cost.
    pub(super) titel: String,
    pub(super) soort: String,
    pub(super) bedrag: String,
    pub(super) noodzakelijk: String,
    pub(super) bijzonder: String,
    pub(super) voorliggend: String,
    pub(super) leengrond: String,
    pub(super) lening: String,
}

impl Post {
    /// The costs that were sent, at least one.
    pub(super) fn list(velden: &[(String, String)]) -> Vec<Self> {
        let mut posten = vec![Self::read(velden, 1)];
        for nummer in 2..=POSTEN_MAX {
            if velden
                .iter()
                .any(|(veld, _)| *veld == format!("soortKosten.{nummer}"))
            {
                posten.push(Self::read(velden, nummer));
            }
        }
        posten
    }

    /// The next one, for a form that gets one more.
    pub(super) fn new(nummer: usize) -> Self {
        Self {
            achter: suffix(nummer),
            titel: format!("Kosten {nummer}"),
            ..Self::default()
        }
    }

    fn read(velden: &[(String, String)], nummer: usize) -> Self {
        let find = |naam: &str| find_veld(velden, &format!("{naam}{}", suffix(nummer)));
        Self {
            soort: find("soortKosten"),
            bedrag: find("kosten"),
            noodzakelijk: find("noodzakelijk"),
            bijzonder: find("bijzonder"),
            voorliggend: find("voorliggend"),
            leengrond: find("leengrond"),
            lening: find("lening"),
            ..Self::new(nummer)
        }
    }

    /// The name of a field of this cost.
    pub(super) fn veld(&self, naam: &str) -> String {
        format!("{naam}{}", self.achter)
    }

    pub(super) fn take(&self, c: &mut Veldcontrole) -> Option<Kostenpost> {
        let soort = self.soort.trim();
        let is_leesbaar = !soort.is_empty()
            && soort.chars().count() <= KOSTEN_MAX
            && !soort.chars().any(char::is_control);
        let soort = is_leesbaar
            .then(|| soort.to_owned())
            .ok_or("vul in waarvoor de kosten zijn, in hoogstens 200 tekens");
        let soort = c.take(&self.veld("soortKosten"), soort);
        let bedrag = take_geld(c, &self.veld("kosten"), &self.bedrag);
        let noodzakelijk = take_ja_nee(c, &self.veld("noodzakelijk"), &self.noodzakelijk);
        let bijzonder = take_ja_nee(c, &self.veld("bijzonder"), &self.bijzonder);
        let elders = take_ja_nee(c, &self.veld("voorliggend"), &self.voorliggend);
        let veld = self.veld("leengrond");
        let leengrond = take_or_leeg(c, &veld, &self.leengrond, take_leengrond);
        Some(Kostenpost {
            soort: soort?,
            bedrag: bedrag?,
            oordeel: Kostenoordeel::of(noodzakelijk?, bijzonder?, elders?),
            leengrond,
            is_lening: self.lening == "ja",
        })
    }
}

fn suffix(nummer: usize) -> String {
    if nummer == 1 {
        String::new()
    } else {
        format!(".{nummer}")
    }
}
