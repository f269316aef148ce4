//! SRG in its file: the order of the 19 columns, read and written.

use super::bestand::{Overtreding, Regel};
use super::bus::{of_leeg, read_einde, read_gemeente, read_wie};
use super::code::Code;
use super::error::Fouten;
use super::lezer::Rij;
use super::rules;
use super::state::{EindeVoorziening, Leveringskop, Positie, SrgRegel, SrgVoorziening};
use super::veld::{SRG_VELDEN, Veld};
use super::waarde::{
    self, Berichtgevercode, Loonwaarde, Registratienummer, Release, Voorschrift, jjjjmmdd,
    parse_cijfer, parse_jjjjmmdd,
};
use crate::ontwikkeling::Trede;

/// The statistical code of SRG itself (annex 2 item 3).
const STATISTIEKCODE: &str = "10";

impl Regel for SrgRegel {
    const VELDEN: &'static [Veld] = &SRG_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let kop = read_kop(rij);
        let wie = read_wie(rij);
        let trede = rij.mogelijk(parse_trede);
        let begindatum = rij.mogelijk(parse_jjjjmmdd);
        let arbeidsvermogen = rij.mogelijk(parse_cijfer);
        let voorziening = read_voorziening(rij);
        let positie = match (trede, begindatum) {
            (Some(trede), Some(begindatum)) => Some(Positie { trede, begindatum }),
            (None, None) => None,
            (Some(_), None) => {
                rij.refuse_leeg("begindatum_trede", "verplicht bij een trede");
                None
            }
            (None, Some(_)) => {
                rij.refuse_leeg("trede", "verplicht bij een begindatum van de trede");
                None
            }
        };
        Some(Self {
            kop: kop?,
            wie: wie?,
            positie,
            arbeidsvermogen,
            voorziening,
        })
    }

    fn waarden(&self) -> Vec<String> {
        let dag = self.kop.maand.first_day();
        let voorziening = self.voorziening.as_ref();
        let einde = voorziening.and_then(|v| v.einde);
        vec![
            format!("{:04}", dag.year()),
            format!("{:02}", dag.month()),
            STATISTIEKCODE.to_owned(),
            self.kop.softwarepakket.code().to_owned(),
            of_leeg(self.kop.release.as_ref().map(Release::as_str)),
            self.kop.gemeente.cijfers(),
            self.kop.berichtgevercode.to_string(),
            self.wie.bsn.expose().to_owned(),
            jjjjmmdd(self.wie.geboortedatum),
            self.wie.geslacht.code().to_owned(),
            of_leeg(self.positie.map(|positie| positie.trede.nummer())),
            of_leeg(self.positie.map(|positie| jjjjmmdd(positie.begindatum))),
            of_leeg(self.arbeidsvermogen),
            of_leeg(voorziening.map(|v| v.registratienummer.as_str())),
            of_leeg(voorziening.map(|v| v.soort.code())),
            of_leeg(voorziening.map(|v| jjjjmmdd(v.begindatum))),
            of_leeg(einde.map(|einde| jjjjmmdd(einde.datum))),
            of_leeg(einde.map(|einde| einde.reden.code())),
            of_leeg(
                voorziening
                    .and_then(|v| v.loonwaarde)
                    .map(|loonwaarde| format!("{:03}", loonwaarde.procent())),
            ),
        ]
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        rules::srg_overtredingen(self)
    }

    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten) {
        rules::check_koppen(regels, fouten);
        rules::check_trajecten(regels, fouten);
    }
}

fn read_kop(rij: &mut Rij<'_>) -> Option<Leveringskop> {
    let jaar = rij.vereist(waarde::parse_jaar);
    let nummer = rij.vereist(waarde::parse_maandnummer);
    let statistiekcode = rij.vereist(|tekst| {
        if tekst == STATISTIEKCODE {
            Ok(())
        } else {
            Err("altijd 10 in een bestand van SRG")
        }
    });
    let softwarepakket = rij.vereist(Code::parse);
    let release = rij.mogelijk(Release::parse);
    let gemeente = read_gemeente(rij);
    let berichtgevercode = rij.vereist(Berichtgevercode::parse);
    statistiekcode?;
    Some(Leveringskop {
        maand: waarde::maand(jaar, nummer)?,
        berichtgevercode: berichtgevercode?,
        gemeente: gemeente?,
        softwarepakket: softwarepakket?,
        release,
    })
}

fn read_voorziening(rij: &mut Rij<'_>) -> Option<SrgVoorziening> {
    let registratienummer = rij.mogelijk(Registratienummer::parse);
    let soort = rij.mogelijk(Code::parse);
    let begindatum = rij.mogelijk(parse_jjjjmmdd);
    let einddatum = rij.mogelijk(parse_jjjjmmdd);
    let reden_einde = rij.mogelijk(Code::parse);
    let loonwaarde = rij.mogelijk(Loonwaarde::parse);
    let is_gevuld = registratienummer.is_some()
        || soort.is_some()
        || begindatum.is_some()
        || einddatum.is_some()
        || reden_einde.is_some()
        || loonwaarde.is_some();
    if !is_gevuld {
        return None;
    }
    let verplicht = [
        ("registratienummer_voorziening", registratienummer.is_some()),
        ("type_voorziening", soort.is_some()),
        ("begindatum", begindatum.is_some()),
    ];
    for (veld, _) in verplicht.iter().filter(|(_, is_gevuld)| !is_gevuld) {
        rij.refuse_leeg(veld, "verplicht bij een voorziening");
    }
    Some(SrgVoorziening {
        registratienummer: registratienummer?,
        soort: soort?,
        begindatum: begindatum?,
        einde: read_einde(rij, einddatum, reden_einde)
            .map(|(datum, reden)| EindeVoorziening { datum, reden }),
        loonwaarde,
    })
}

fn parse_trede(tekst: &str) -> Result<Trede, Voorschrift> {
    let nummer = parse_cijfer(tekst)?;
    Trede::try_new(nummer).map_err(|fout| fout.to_string().into())
}
