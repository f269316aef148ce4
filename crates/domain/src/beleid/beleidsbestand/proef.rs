//! The trial of a file: what it would change, and everything that is wrong with it.

use primitives::{Datum, GemeenteCode, IdGenerator, Moment, Periode, Veldfout, Veldfouten};

use super::rapport::{Proefrapport, Proefregel, Regelfout, Uitslag};

use crate::beleid::catalogus::{Parameter, catalogus};
use crate::beleid::gelding::Vastgesteld;
use crate::beleid::invoer::{Omgeving, WaardeInvoer};
use crate::beleid::lezer::Lezer;
use crate::beleid::rules::check_waarde;
use crate::beleid::{Beleid, Orgaan, VoorstelInvoer, Waarde};

/// The most lines of a file: far above the catalogue times the areas of the largest merger.
pub const BESTANDSREGELS_MAX: u16 = 1000;

/// A file as read: texts as they stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beleidsbestandinvoer {
    /// The day on which the file says what holds.
    pub peildatum: String,
    /// The lines.
    pub regels: Vec<RegelInvoer>,
}

/// A line of a file as read. An empty text was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegelInvoer {
    /// Where it stands: the line of a text, the row of a sheet.
    pub plaats: u64,
    /// The key of the parameter.
    pub sleutel: String,
    /// The code of the area.
    pub gebied: String,
    /// The value.
    pub waarde: String,
    /// The first day.
    pub van: String,
    /// The first day after it.
    pub tot: String,
    /// Who decides; checked where it is filled in.
    pub orgaan: String,
}

/// A line that can be read.
struct Gelezen {
    parameter: &'static Parameter,
    waarde: Waarde,
    van: Option<Datum>,
    tot: Option<Datum>,
    gebied: Option<GemeenteCode>,
}

impl Beleidsbestandinvoer {
    /// Tells what the file would change from `inwerkingtreding` on, with every fault at once. Nothing is stored.
    ///
    /// A line is held against what holds on its first day, or on the day of the file where that is later. What the file
    /// does not name stays as it is.
    pub fn compare(
        &self,
        inwerkingtreding: &str,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
    ) -> Result<Proefrapport, Veldfouten> {
        let mut lezer = Lezer::new(omgeving.notatie);
        let peildatum = lezer.parse_datum("peildatum", &self.peildatum);
        let ingang = lezer.parse_datum("inwerkingtreding", inwerkingtreding);
        if self.regels.len() > usize::from(BESTANDSREGELS_MAX) {
            let melding = format!("een bestand heeft ten hoogste {BESTANDSREGELS_MAX} regels");
            lezer.controle.refuse("bestand", melding);
        }
        if self.regels.is_empty() {
            let melding = "dit bestand heeft geen regels met waarden";
            lezer.controle.refuse("bestand", melding);
        }
        lezer.controle.finish()?;
        let (Some(peildatum), Some(ingang)) = (peildatum, ingang) else {
            // A field that gave no value was refused above.
            return Err(Veldfouten::single("", "de proef is niet volledig"));
        };
        let gebieden = omgeving.gebieden.iter().map(|gebied| Some(gebied.code));
        let plaatsen = [None].into_iter().chain(gebieden);
        let mut proef = Proef {
            peildatum,
            ingang,
            omgeving,
            plaatsen: plaatsen
                .map(|plaats| omgeving.beleid.clone().in_gebied(plaats))
                .collect(),
            gezien: Vec::new(),
            voorstellen: Orgaan::ALL
                .map(|orgaan| (orgaan, Vec::new(), Vec::new()))
                .into(),
        };
        let regels = self.regels.iter().enumerate();
        let mut regels: Vec<_> = regels
            .map(|(plek, regel)| proef.judge(plek, regel))
            .collect();
        let (voorstellen, fouten) = proef.finish(inwerkingtreding, &mut regels, ids);
        Ok(Proefrapport {
            regels,
            fouten,
            voorstellen,
        })
    }
}

/// A trial that is under way.
struct Proef<'a> {
    peildatum: Datum,
    ingang: Datum,
    omgeving: Omgeving<'a>,
    /// The policy seen from the whole municipality and from each of its areas.
    plaatsen: Vec<Beleid>,
    /// What came before: key, area and first day with the place.
    gezien: Vec<(&'static str, Option<GemeenteCode>, Option<Datum>, u64)>,
    /// For each organ the values to propose, each with the position of its line.
    voorstellen: Vec<(Orgaan, Vec<WaardeInvoer>, Vec<usize>)>,
}

impl Proef<'_> {
    fn judge(&mut self, plek: usize, regel: &RegelInvoer) -> Proefregel {
        let parameter = catalogus().find(regel.sleutel.trim());
        let uitslag = self
            .read(regel)
            .and_then(|gelezen| self.compare(plek, regel, &gelezen));
        Proefregel {
            plaats: regel.plaats,
            sleutel: shorten(&regel.sleutel),
            gebied: shorten(&regel.gebied),
            parameter,
            uitslag: uitslag.unwrap_or_else(Uitslag::Geweigerd),
        }
    }

    /// Reads the fields of a line, or everything that is wrong with them.
    fn read(&self, regel: &RegelInvoer) -> Result<Gelezen, Vec<Regelfout>> {
        let mut lezer = Lezer::new(self.omgeving.notatie);
        let parameter = catalogus().find(regel.sleutel.trim());
        if parameter.is_none() {
            let melding = "deze sleutel staat niet in de catalogus";
            lezer.controle.refuse("sleutel", melding);
        }
        let waarde = parameter.and_then(|parameter| {
            let gelezen = lezer.notatie.parse_waarde(parameter.soort, &regel.waarde);
            lezer.controle.take("waarde", gelezen)
        });
        let dag = |lezer: &mut Lezer, veld: &str, tekst: &str| {
            let is_leeg = tekst.trim().is_empty();
            (!is_leeg).then(|| lezer.parse_datum(veld, tekst)).flatten()
        };
        let van = dag(&mut lezer, "van", &regel.van);
        let tot = dag(&mut lezer, "tot", &regel.tot);
        if let (Some(van), Some(tot)) = (van, tot) {
            lezer.controle.take("tot", Periode::try_new(van, Some(tot)));
        }
        let gebied = self.read_gebied(&mut lezer, &regel.gebied);
        match lezer.controle.finish() {
            Err(fouten) => Err(fouten.list().iter().map(Regelfout::from).collect()),
            Ok(()) => match parameter.zip(waarde) {
                Some((parameter, waarde)) => Ok(Gelezen {
                    parameter,
                    waarde,
                    van,
                    tot,
                    gebied,
                }),
                None => Err(Vec::new()),
            },
        }
    }

    fn read_gebied(&self, lezer: &mut Lezer, tekst: &str) -> Option<GemeenteCode> {
        let tekst = tekst.trim();
        if tekst.is_empty() {
            return None;
        }
        let gebied = self
            .omgeving
            .gebieden
            .iter()
            .find(|g| g.code.to_string() == tekst);
        if gebied.is_none() {
            let melding = "dit is geen vroegere gemeente die in deze gemeente is opgegaan";
            lezer.controle.refuse("gebied", melding);
        }
        gebied.map(|g| g.code)
    }

    /// Holds a line against what holds, and keeps it for a proposal where something changes.
    fn compare(
        &mut self,
        plek: usize,
        regel: &RegelInvoer,
        gelezen: &Gelezen,
    ) -> Result<Uitslag, Vec<Regelfout>> {
        self.check_dubbel(regel, gelezen)?;
        let huidig = self.find_huidig(gelezen);
        let was = huidig.and_then(|v| Some((v.waarde.clone()?, v.periode.tot())));
        let wordt = (gelezen.waarde.clone(), gelezen.tot);
        if was.as_ref() == Some(&wordt) {
            return Ok(Uitslag::Ongewijzigd);
        }
        let orgaan = self.find_orgaan(gelezen)?;
        check_genoemd(regel, orgaan)?;
        if gelezen.tot.is_some_and(|tot| tot <= self.ingang) {
            let melding = "deze waarde eindigt vóór de dag waarop het voorstel ingaat: er is niets te besluiten";
            return Err(vec![Regelfout::new("tot", melding)]);
        }
        let is_later = gelezen.van.is_some_and(|van| van > self.ingang);
        let waarde = WaardeInvoer {
            sleutel: gelezen.parameter.sleutel.to_string(),
            waarde: regel.waarde.clone(),
            van: if is_later {
                regel.van.clone()
            } else {
                String::new()
            },
            tot: regel.tot.clone(),
            gebied: regel.gebied.trim().to_owned(),
        };
        for (van, waarden, plekken) in &mut self.voorstellen {
            if *van == orgaan {
                waarden.push(waarde.clone());
                plekken.push(plek);
            }
        }
        Ok(match was {
            None => Uitslag::Nieuw { wordt: wordt.0 },
            Some(was) => Uitslag::Gewijzigd { was, wordt },
        })
    }

    fn check_dubbel(
        &mut self,
        regel: &RegelInvoer,
        gelezen: &Gelezen,
    ) -> Result<(), Vec<Regelfout>> {
        let sleutel: &'static str = gelezen.parameter.sleutel.as_str();
        let eerder = self.gezien.iter().find(|(s, gebied, van, _)| {
            *s == sleutel && *gebied == gelezen.gebied && *van == gelezen.van
        });
        if let Some((_, _, _, plaats)) = eerder {
            let melding =
                format!("dit gegeven staat ook op regel {plaats}, voor dezelfde begindag");
            return Err(vec![Regelfout::new("sleutel", melding)]);
        }
        self.gezien
            .push((sleutel, gelezen.gebied, gelezen.van, regel.plaats));
        Ok(())
    }

    /// The value of the same place that holds on the day of the line.
    fn find_huidig(&self, gelezen: &Gelezen) -> Option<&Vastgesteld> {
        let dag = gelezen
            .van
            .map_or(self.peildatum, |van| van.max(self.peildatum));
        let beleid = self
            .plaatsen
            .iter()
            .find(|p| p.gebied() == gelezen.gebied)?;
        let stand = beleid.stand_on(gelezen.parameter, dag, Moment::MAX);
        stand.vastgesteld().filter(|v| v.gebied == gelezen.gebied)
    }

    /// Who would decide, or the rule by which nobody here can.
    fn find_orgaan(&self, gelezen: &Gelezen) -> Result<Orgaan, Vec<Regelfout>> {
        let dag = gelezen.van.map_or(self.ingang, |van| van.max(self.ingang));
        let regime = gelezen.parameter.regime_on(dag);
        if let Some(orgaan) = regime.and_then(|regime| regime.bevoegd.orgaan()) {
            return Ok(orgaan);
        }
        let periode = Periode::try_new(dag, None);
        let strijd = periode.ok().and_then(|periode| {
            check_waarde(gelezen.parameter, &gelezen.waarde, Orgaan::Raad, periode).err()
        });
        let melding = strijd.map_or_else(
            || "hierover beslist geen raad of college".to_owned(),
            |strijd| strijd.to_string(),
        );
        Err(vec![Regelfout::new("sleutel", melding)])
    }

    /// Judges the values of each organ as the proposal that they would be; what is refused goes to its line.
    fn finish(
        self,
        inwerkingtreding: &str,
        regels: &mut [Proefregel],
        ids: &dyn IdGenerator,
    ) -> (Vec<(Orgaan, VoorstelInvoer)>, Vec<Veldfout>) {
        let (mut voorstellen, mut algemeen) = (Vec::new(), Vec::new());
        for (orgaan, waarden, plekken) in self.voorstellen {
            if waarden.is_empty() {
                continue;
            }
            let voorstel = VoorstelInvoer {
                titel: "Beleid uit een bestand".to_owned(),
                inwerkingtreding: inwerkingtreding.to_owned(),
                waarden,
                ..VoorstelInvoer::default()
            };
            if let Err(fouten) = voorstel.parse(orgaan, self.omgeving, ids) {
                for fout in fouten.list() {
                    match place_of(&fout.veld, &plekken)
                        .and_then(|(plek, veld)| Some((regels.get_mut(plek)?, veld)))
                    {
                        Some((regel, veld)) => regel.refuse(veld, &fout.melding),
                        None if algemeen.contains(fout) => {}
                        None => algemeen.push(fout.clone()),
                    }
                }
            }
            voorstellen.push((orgaan, voorstel));
        }
        (voorstellen, algemeen)
    }
}

/// Refuses where the file names another organ than the law does.
fn check_genoemd(regel: &RegelInvoer, orgaan: Orgaan) -> Result<(), Vec<Regelfout>> {
    let genoemd = regel.orgaan.trim().to_lowercase();
    if genoemd.is_empty() || genoemd == orgaan.code() {
        return Ok(());
    }
    let melding = format!("hierover beslist {orgaan}, niet ‘{}’", shorten(&genoemd));
    Err(vec![Regelfout::new("orgaan", melding)])
}

/// The line and the field of a fault in a proposal: `waarden.3.tot`.
fn place_of<'f>(veld: &'f str, plekken: &[usize]) -> Option<(usize, &'f str)> {
    let (nummer, naam) = veld.strip_prefix("waarden.")?.split_once('.')?;
    Some((*plekken.get(nummer.parse::<usize>().ok()?)?, naam))
}

/// The begin of a text from a file, for a message.
fn shorten(tekst: &str) -> String {
    tekst.trim().chars().take(80).collect()
}
