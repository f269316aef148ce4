//! The norm per month. Participatiewet arts 20 to 24.

use primitives::Geld;

use super::opbouw::is_jongerenbedrag;
use super::verhoging::raise;
use super::{
    Deel, Deelsoort, GeenRecht, Kinderen, Leefsituatie, Leeftijd, Normbedrag, Normen,
    Normpercentage, Normverlaging, Onbepaald, Opbouw, Partner, Reden, Verblijf, Verhoging,
};

/// The norm of a household and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Norm {
    /// Per month, holiday pay included.
    pub bedrag: Geld,
    /// The same before it was raised or lowered.
    pub basis: Geld,
    /// How that came about.
    pub opbouw: Opbouw,
    /// The raise for young people. Participatiewet art. 20 lid 3.
    pub verhoging: Option<Verhoging>,
    /// What the college takes off. Participatiewet arts 27 and 28.
    pub verlagingen: [Option<Normverlaging>; 2],
}

/// Refuses who is excluded by art. 13, and facts that give a partner a right that art. 13 takes away.
pub fn check_uitsluiting(situatie: &Leefsituatie) -> Result<(), Reden> {
    if situatie.aanvrager().is_minderjarig() {
        return Err(GeenRecht::JongerDan18.into());
    }
    if situatie.aanvrager().is_jongere() && situatie.is_aanvrager_in_inrichting() {
        return Err(GeenRecht::JongereInInrichting.into());
    }
    let is_uitgesloten = |leeftijd: Leeftijd| {
        leeftijd.is_minderjarig() || leeftijd.is_jongere() && situatie.is_partner_in_inrichting()
    };
    match situatie.partner() {
        Some(Partner {
            leeftijd: Some(leeftijd),
            heeft_recht: true,
        }) if is_uitgesloten(leeftijd) => Err(Onbepaald::PartnerHeeftGeenRecht.into()),
        _ => Ok(()),
    }
}

/// The norm of the law that holds for the household, with the raise of art. 20 lid 3; the college may set it
/// lower ([`super::normverlaging`]).
pub fn calculate_norm(situatie: &Leefsituatie, normen: &Normen) -> Result<Norm, Onbepaald> {
    let norm = calculate_basis(situatie, normen)?;
    raise(norm, situatie, normen)
}

/// What the norm would be if everybody were 21 or older, and younger than the pension age.
pub(super) fn calculate_vanaf_21(
    situatie: &Leefsituatie,
    normen: &Normen,
) -> Result<Geld, Onbepaald> {
    let rekenaar = Rekenaar { situatie, normen };
    let medebewoners = rekenaar.kostendelers()?;
    let echtgenoten = 1 + u16::from(situatie.partner().is_some());
    if medebewoners == 0 {
        return normen.bedrag(match echtgenoten {
            1 => Normbedrag::Alleenstaande,
            _ => Normbedrag::Gehuwden,
        });
    }
    let personen = medebewoners.saturating_add(echtgenoten);
    let deel = rekenaar.aandeel(Normbedrag::Gehuwden, personen)?;
    Ok(deel.bedrag.fraction(i64::from(echtgenoten), 1))
}

fn calculate_basis(situatie: &Leefsituatie, normen: &Normen) -> Result<Norm, Onbepaald> {
    let rekenaar = Rekenaar { situatie, normen };
    match situatie.partner() {
        None => {
            let is_inrichting = situatie.is_aanvrager_in_inrichting();
            rekenaar
                .alleenstaande(situatie.aanvrager(), is_inrichting)
                .map(Norm::enkel)
        }
        Some(Partner {
            leeftijd: Some(partner),
            heeft_recht: true,
        }) => rekenaar.gehuwden(partner),
        Some(partner) => rekenaar.niet_rechthebbend(partner.leeftijd),
    }
}

/// The norm that would hold if both spouses had a right, to measure income against. Participatiewet art. 32 lid 3.
pub fn calculate_gehuwdennorm(
    situatie: &Leefsituatie,
    normen: &Normen,
    partner: Option<Leeftijd>,
) -> Result<Norm, Onbepaald> {
    let partner = partner.ok_or(Onbepaald::PartnerleeftijdOnbekend)?;
    if partner.is_minderjarig() {
        return Err(Onbepaald::GehuwdennormOnbekend);
    }
    Rekenaar { situatie, normen }.gehuwden(partner)
}

impl Norm {
    const fn new(bedrag: Geld, opbouw: Opbouw) -> Self {
        Self {
            bedrag,
            basis: bedrag,
            opbouw,
            verhoging: None,
            verlagingen: [None; 2],
        }
    }

    const fn enkel(deel: Deel) -> Self {
        Self::new(deel.bedrag, Opbouw::Enkel(deel))
    }

    fn som(grondslag: &'static str, delen: [Deel; 2]) -> Self {
        let bedrag = delen.iter().map(|deel| deel.bedrag).sum();
        Self::new(bedrag, Opbouw::Som { grondslag, delen })
    }

    /// Whether an amount for somebody of 18, 19 or 20 is in it.
    pub const fn has_jongere(&self) -> bool {
        let soort = match &self.opbouw {
            Opbouw::Enkel(deel) | Opbouw::Helft { van: deel, .. } => deel.soort,
            Opbouw::Som {
                delen: [_, tweede], ..
            } => tweede.soort,
        };
        match soort {
            Deelsoort::Tabel(norm) => is_jongerenbedrag(norm),
            _ => false,
        }
    }

    /// Whether it was raised or lowered.
    pub fn is_aangepast(&self) -> bool {
        self.verhoging.is_some() || self.verlagingen.iter().any(Option::is_some)
    }

    /// The article that sets this norm, as people cite it.
    pub const fn grondslag(&self) -> &'static str {
        match self.opbouw {
            Opbouw::Enkel(deel) => deel.grondslag(),
            Opbouw::Som { grondslag, .. } | Opbouw::Helft { grondslag, .. } => grondslag,
        }
    }
}

struct Rekenaar<'a> {
    situatie: &'a Leefsituatie,
    normen: &'a Normen,
}

impl Rekenaar<'_> {
    /// The housemates who share in the costs, unless the persons live there for a time to care for somebody.
    /// Participatiewet art. 22a lid 4; for a couple of which one does so the text gives no norm.
    fn kostendelers(&self) -> Result<u16, Onbepaald> {
        let aantal = self.situatie.kostendelende_medebewoners();
        let feiten = self.situatie.normfeiten();
        let aanvrager = feiten.aanvrager.is_mantelzorger_elders;
        let partner = match self.situatie.partner() {
            Some(partner) if partner.heeft_recht => feiten.partner.is_mantelzorger_elders,
            _ => aanvrager,
        };
        match (aanvrager, partner) {
            (false, false) => Ok(aantal),
            (true, true) => Ok(0),
            _ if aantal == 0 => Ok(0),
            _ => Err(Onbepaald::MantelzorgVanEen),
        }
    }

    /// One person, alone or with children. Participatiewet arts 20, 21, 22, 22a, 23.
    fn alleenstaande(&self, leeftijd: Leeftijd, is_inrichting: bool) -> Result<Deel, Onbepaald> {
        if is_inrichting {
            return self.inrichting(
                Normbedrag::InrichtingAlleenstaande,
                Normbedrag::InrichtingVerhogingAlleenstaande,
            );
        }
        if leeftijd.is_jongere() {
            return self.naar_kinderen(
                Normbedrag::JongereAlleenstaande,
                Normbedrag::JongereAlleenstaandeOuder,
            );
        }
        match self.kostendelers()? {
            0 if leeftijd.is_pensioengerechtigd() => self.tabel(Normbedrag::PensioenAlleenstaande),
            0 => self.tabel(Normbedrag::Alleenstaande),
            medebewoners => self.kostendeler(leeftijd, None, medebewoners.saturating_add(1)),
        }
    }

    /// Two persons who both have a right.
    fn gehuwden(&self, partner: Leeftijd) -> Result<Norm, Onbepaald> {
        let aanvrager = self.situatie.aanvrager();
        match self.situatie.verblijf() {
            Verblijf::Inrichting => self
                .inrichting(
                    Normbedrag::InrichtingGehuwden,
                    Normbedrag::InrichtingVerhogingGehuwden,
                )
                .map(Norm::enkel),
            Verblijf::AanvragerInInrichting | Verblijf::PartnerInInrichting => {
                let is_aanvrager = self.situatie.is_aanvrager_in_inrichting();
                let delen = [
                    self.alleenstaande(aanvrager, is_aanvrager)?,
                    self.alleenstaande(partner, !is_aanvrager)?,
                ];
                Ok(Norm::som("Participatiewet art. 23 lid 3", delen))
            }
            Verblijf::Woning => match (aanvrager.is_jongere(), partner.is_jongere()) {
                (true, true) => self.jongeren().map(Norm::enkel),
                (true, false) => self.jongere_en_oudere(partner, aanvrager),
                (false, true) => self.jongere_en_oudere(aanvrager, partner),
                (false, false) => self.beiden_vanaf_21(aanvrager, partner),
            },
        }
    }

    /// Both 18, 19 or 20; housemates do not matter. Participatiewet art. 20 lid 1 onder b, lid 2 onder b.
    fn jongeren(&self) -> Result<Deel, Onbepaald> {
        self.naar_kinderen(
            Normbedrag::JongerenGehuwd,
            Normbedrag::JongerenGehuwdMetKind,
        )
    }

    /// One of 18, 19 or 20 and one of 21 or older. Arts 20 and 22a lid 3 set no upper age for the latter,
    /// unlike arts 21 and 22, so they hold with a spouse of pension age too.
    fn jongere_en_oudere(&self, oudere: Leeftijd, jongere: Leeftijd) -> Result<Norm, Onbepaald> {
        let medebewoners = self.kostendelers()?;
        if medebewoners == 0 {
            return self
                .naar_kinderen(
                    Normbedrag::JongereEnOudere,
                    Normbedrag::JongereEnOudereMetKind,
                )
                .map(Norm::enkel);
        }
        let deel = self.naar_kinderen(
            Normbedrag::KostendelendeJongere,
            Normbedrag::KostendelendeJongereMetKind,
        )?;
        // A counts the spouse only from 21 on, so here the older one stands alone.
        let personen = medebewoners.saturating_add(1);
        let delen = [self.kostendeler(oudere, Some(jongere), personen)?, deel];
        Ok(Norm::som(deel.grondslag(), delen))
    }

    /// Both 21 or older. Participatiewet art. 21 onder b, 22 onder b and c, 22a lid 2.
    fn beiden_vanaf_21(&self, aanvrager: Leeftijd, partner: Leeftijd) -> Result<Norm, Onbepaald> {
        let medebewoners = self.kostendelers()?;
        if medebewoners == 0 {
            let pensioen = (
                aanvrager.is_pensioengerechtigd(),
                partner.is_pensioengerechtigd(),
            );
            let norm = match pensioen {
                (true, true) => Normbedrag::PensioenBeiden,
                (false, false) => Normbedrag::Gehuwden,
                _ => Normbedrag::PensioenEen,
            };
            return self.tabel(norm).map(Norm::enkel);
        }
        let personen = medebewoners.saturating_add(2);
        let delen = [
            self.kostendeler(aanvrager, Some(partner), personen)?,
            self.kostendeler(partner, Some(aanvrager), personen)?,
        ];
        Ok(Norm::som("Participatiewet art. 22a lid 2", delen))
    }

    /// The partner has no right. Participatiewet art. 24; with housemates art. 22a lid 1 for the applicant alone.
    fn niet_rechthebbend(&self, partner: Option<Leeftijd>) -> Result<Norm, Onbepaald> {
        let aanvrager = self.situatie.aanvrager();
        match self.situatie.verblijf() {
            Verblijf::AanvragerInInrichting | Verblijf::PartnerInInrichting => {
                Err(Onbepaald::InrichtingZonderRecht)
            }
            Verblijf::Inrichting => {
                let van = self.inrichting(
                    Normbedrag::InrichtingGehuwden,
                    Normbedrag::InrichtingVerhogingGehuwden,
                )?;
                self.helft("Participatiewet art. 24 onder a", van)
            }
            Verblijf::Woning if aanvrager.is_jongere() => {
                self.helft("Participatiewet art. 24 onder b", self.jongeren()?)
            }
            Verblijf::Woning => match self.kostendelers()? {
                0 => {
                    // "A spouse of his age": both of pension age, or neither.
                    let norm = if aanvrager.is_pensioengerechtigd() {
                        Normbedrag::PensioenBeiden
                    } else {
                        Normbedrag::Gehuwden
                    };
                    self.helft("Participatiewet art. 24 onder a", self.tabel(norm)?)
                }
                medebewoners => {
                    let partner = partner.ok_or(Onbepaald::PartnerleeftijdOnbekend)?;
                    let personen = medebewoners
                        .saturating_add(1)
                        .saturating_add(u16::from(partner.is_vanaf_21()));
                    self.kostendeler(aanvrager, Some(partner), personen)
                        .map(Norm::enkel)
                }
            },
        }
    }

    fn helft(&self, grondslag: &'static str, van: Deel) -> Result<Norm, Onbepaald> {
        let percentage = self
            .normen
            .percentage(Normpercentage::NietRechthebbendePartner)?;
        let bedrag = van.bedrag.part(percentage);
        Ok(Norm::new(bedrag, Opbouw::Helft { grondslag, van }))
    }

    fn tabel(&self, norm: Normbedrag) -> Result<Deel, Onbepaald> {
        Ok(Deel {
            bedrag: self.normen.bedrag(norm)?,
            soort: Deelsoort::Tabel(norm),
        })
    }

    fn naar_kinderen(&self, zonder: Normbedrag, met: Normbedrag) -> Result<Deel, Onbepaald> {
        match self.situatie.kinderen() {
            Kinderen::Onbekend => Err(Onbepaald::KinderenOnbekend),
            Kinderen::Geen => self.tabel(zonder),
            Kinderen::TenLaste { .. } => self.tabel(met),
        }
    }

    fn inrichting(&self, norm: Normbedrag, verhoging: Normbedrag) -> Result<Deel, Onbepaald> {
        let basis = self.normen.bedrag(norm)?;
        let verhoging = self.normen.bedrag(verhoging)?;
        Ok(Deel {
            bedrag: basis + verhoging,
            soort: Deelsoort::Inrichting {
                norm,
                basis,
                verhoging,
            },
        })
    }

    /// ((40% + A x 30%) / A) x B, rounded to the cent for each person. Participatiewet art. 22a lid 1.
    fn kostendeler(
        &self,
        leeftijd: Leeftijd,
        echtgenoot: Option<Leeftijd>,
        personen: u16,
    ) -> Result<Deel, Onbepaald> {
        let gehuwdennorm = if leeftijd.is_pensioengerechtigd() {
            Normbedrag::PensioenBeiden
        } else if echtgenoot.is_some_and(Leeftijd::is_pensioengerechtigd) {
            Normbedrag::PensioenEen
        } else {
            Normbedrag::Gehuwden
        };
        self.aandeel(gehuwdennorm, personen)
    }

    fn aandeel(&self, gehuwdennorm: Normbedrag, personen: u16) -> Result<Deel, Onbepaald> {
        let van = self.normen.bedrag(gehuwdennorm)?;
        let basis = self.normen.percentage(Normpercentage::KostendelersBasis)?;
        let opslag = self.normen.percentage(Normpercentage::KostendelersOpslag)?;
        let aandeel =
            i64::from(basis.hundredths()) + i64::from(personen) * i64::from(opslag.hundredths());
        Ok(Deel {
            bedrag: van.fraction(aandeel, 10_000 * i64::from(personen)),
            soort: Deelsoort::Kostendeler {
                personen,
                gehuwdennorm,
                van,
            },
        })
    }
}
