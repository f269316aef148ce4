//! Files of BUS and SRG for one month, row by row.

use std::sync::LazyLock;

use primitives::{Bsn, GemeenteCode};

const BUS_KOP: &str = "statistiekjaar;statistiekmaand;berichtgevercode;gemeentecode;softwarepakket;release;\
registratienummer;statistiekcode;classificatie_bbz;leefvorm;aantal_kostendelers;bedrag_norm;bedrag_vermindering;\
bedrag_inkomsten;betaalbaar_gesteld;datum_invoering;cluster_bijzondere_bijstand;bsn;geboortedatum;geslacht;\
huisvesting;aanvangsdatum;einddatum;ontheffing;einddatum_ontheffing;reden_einde_ontheffing;tegenprestatie;\
reden_vermindering;aanvang_vermindering;einde_vermindering;soort_inkomsten;bedrag_inkomsten_persoon;vrijlating;\
reden_einde";
const SRG_KOP: &str = "statistiekjaar;statistiekmaand;statistiekcode;softwarepakket;release;gemeentecode;\
berichtgevercode;bsn;geboortedatum;geslacht;trede;begindatum_trede;arbeidsvermogen;registratienummer_voorziening;\
type_voorziening;begindatum;einddatum;reden_einde;loonwaarde";

/// The files of one month of 2026. Everybody in them was born on 12 April 1988.
pub struct Maandbestand {
    cijfers: String,
    maand: &'static str,
    bus: Vec<String>,
    srg: Vec<String>,
}

impl Maandbestand {
    /// Of a month written as `10`.
    pub fn new(gemeente: GemeenteCode, maand: &'static str) -> Self {
        Self {
            cijfers: gemeente.cijfers(),
            maand,
            bus: Vec::new(),
            srg: Vec::new(),
        }
    }

    /// A single resident with a benefit, whose number is U and the number of the person.
    #[must_use]
    pub fn alleenstaande(self, nummer: usize) -> Self {
        self.houder(nummer, nummer, "1", "01")
    }

    /// Two residents who hold one benefit and share their costs with one other.
    #[must_use]
    pub fn gehuwden(self, nummer: usize, partner: usize) -> Self {
        self.houder(nummer, nummer, "3", "03")
            .houder(nummer, partner, "3", "03")
    }

    /// A position on the ladder since a day written as `20260212`, and a provision.
    #[must_use]
    pub fn op_trede(mut self, nummer: usize, trede: u8, sinds: &str) -> Self {
        let (maand, cijfers) = (self.maand, &self.cijfers);
        self.srg.push(format!(
            "2026;{maand};10;gws;2026.1;{cijfers};{cijfers};{};19880412;2;{trede};{sinds};1;V{nummer};04;20250901;;;051",
            bsn(nummer).expose(),
        ));
        self
    }

    /// The file of BUS; none without rows.
    pub fn bus(&self) -> Option<String> {
        file(BUS_KOP, &self.bus)
    }

    /// The file of SRG; none without rows.
    pub fn srg(&self) -> Option<String> {
        file(SRG_KOP, &self.srg)
    }

    fn houder(mut self, uitkering: usize, persoon: usize, leefvorm: &str, kosten: &str) -> Self {
        let (maand, cijfers) = (self.maand, &self.cijfers);
        self.bus.push(format!(
            "2026;{maand};{cijfers};{cijfers};gws;2026.1;U{uitkering};01;;{leefvorm};{kosten};1402;+0000;+0000;001332;\
             20250402;;{};19880412;2;1;20250401;;2;;;2;;;;;;;",
            bsn(persoon).expose(),
        ));
        self
    }
}

fn file(kop: &str, regels: &[String]) -> Option<String> {
    (!regels.is_empty()).then(|| format!("{kop}\n{}\n", regels.join("\n")))
}

/// The fictional bsn of a person by number: every number of 9999xxxxx that passes the eleven test.
///
/// # Panics
/// From about nine thousand on, where they run out.
pub fn bsn(nummer: usize) -> Bsn {
    static ALLE: LazyLock<Vec<Bsn>> = LazyLock::new(|| {
        (999_900_000..=999_999_999_u32)
            .filter_map(|getal| Bsn::parse(&getal.to_string()).ok())
            .collect()
    });
    ALLE.get(nummer)
        .expect("a number below nine thousand")
        .clone()
}
