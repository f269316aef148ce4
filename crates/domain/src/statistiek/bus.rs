//! BUS in its file: the order of the 34 columns, read and written.

use primitives::{Bsn, GemeenteCode};

use super::bestand::{Overtreding, Regel};
use super::code::Code;
use super::error::Fouten;
use super::lezer::Rij;
use super::rules;
use super::state::{
    BusPersoon, BusRegel, BusUitkering, Einde, Leveringskop, Persoonsgegevens, Vermindering,
};
use super::veld::{BUS_VELDEN, Veld};
use super::waarde::{
    self, Bedrag, Berichtgevercode, Registratienummer, Release, jjjjmmdd, parse_aantal,
    parse_jjjjmmdd,
};

impl Regel for BusRegel {
    const VELDEN: &'static [Veld] = &BUS_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let kop = read_kop(rij);
        let uitkering = read_uitkering(rij);
        let persoon = read_persoon(rij);
        Some(Self {
            kop: kop?,
            uitkering: uitkering?,
            persoon: persoon?,
        })
    }

    fn waarden(&self) -> Vec<String> {
        let mut waarden = Vec::with_capacity(BUS_VELDEN.len());
        waarden.extend(kop_waarden(&self.kop));
        waarden.extend(uitkering_waarden(&self.uitkering));
        waarden.extend(persoon_waarden(&self.persoon));
        waarden
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        rules::bus_overtredingen(self)
    }

    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten) {
        rules::check_koppen(regels, fouten);
        rules::check_uitkeringen(regels, fouten);
    }
}

fn read_kop(rij: &mut Rij<'_>) -> Option<Leveringskop> {
    let jaar = rij.vereist(waarde::parse_jaar);
    let nummer = rij.vereist(waarde::parse_maandnummer);
    let berichtgevercode = rij.vereist(Berichtgevercode::parse);
    let gemeente = read_gemeente(rij);
    let softwarepakket = rij.vereist(Code::parse);
    let release = rij.mogelijk(Release::parse);
    Some(Leveringskop {
        maand: waarde::maand(jaar, nummer)?,
        berichtgevercode: berichtgevercode?,
        gemeente: gemeente?,
        softwarepakket: softwarepakket?,
        release,
    })
}

fn read_uitkering(rij: &mut Rij<'_>) -> Option<BusUitkering> {
    let registratienummer = rij.vereist(Registratienummer::parse);
    let statistiekcode = rij.vereist(Code::parse);
    let classificatie_bbz = rij.mogelijk(Code::parse);
    let leefvorm = rij.mogelijk(Code::parse);
    let aantal_kostendelers = rij.mogelijk(parse_aantal);
    let bedrag_norm = rij.mogelijk(Bedrag::parse);
    let bedrag_vermindering = rij.mogelijk(Bedrag::parse);
    let bedrag_inkomsten = rij.mogelijk(Bedrag::parse);
    let betaalbaar_gesteld = rij.vereist(Bedrag::parse);
    let datum_invoering = rij.mogelijk(parse_jjjjmmdd);
    let cluster = rij.mogelijk(Code::parse);
    Some(BusUitkering {
        registratienummer: registratienummer?,
        statistiekcode: statistiekcode?,
        classificatie_bbz,
        leefvorm,
        aantal_kostendelers,
        bedrag_norm,
        bedrag_vermindering,
        bedrag_inkomsten,
        betaalbaar_gesteld: betaalbaar_gesteld?,
        datum_invoering,
        cluster,
    })
}

fn read_persoon(rij: &mut Rij<'_>) -> Option<BusPersoon> {
    let wie = read_wie(rij);
    let huisvesting = rij.mogelijk(Code::parse);
    let aanvangsdatum = rij.vereist(parse_jjjjmmdd);
    let einddatum = rij.mogelijk(parse_jjjjmmdd);
    let ontheffing = rij.mogelijk(Code::parse);
    let einddatum_ontheffing = rij.mogelijk(parse_jjjjmmdd);
    let reden_einde_ontheffing = rij.mogelijk(Code::parse);
    let tegenprestatie = rij.mogelijk(Code::parse);
    let reden_vermindering = rij.mogelijk(Code::parse);
    let aanvang_vermindering = rij.mogelijk(parse_jjjjmmdd);
    let einde_vermindering = rij.mogelijk(parse_jjjjmmdd);
    let soort_inkomsten = rij.mogelijk(Code::parse);
    let bedrag_inkomsten = rij.mogelijk(Bedrag::parse);
    let vrijlating = rij.mogelijk(Code::parse);
    let reden_einde = rij.mogelijk(Code::parse);
    let vermindering = match (reden_vermindering, aanvang_vermindering) {
        (Some(reden), Some(aanvang)) => Some(Vermindering {
            reden,
            aanvang,
            einde: einde_vermindering,
        }),
        (Some(_), None) => {
            rij.refuse_leeg(
                "aanvang_vermindering",
                "verplicht bij een reden van vermindering",
            );
            None
        }
        (None, aanvang) => {
            if aanvang.or(einde_vermindering).is_some() {
                rij.refuse_leeg(
                    "reden_vermindering",
                    "verplicht bij een datum van vermindering",
                );
            }
            None
        }
    };
    Some(BusPersoon {
        wie: wie?,
        huisvesting,
        aanvangsdatum: aanvangsdatum?,
        einde: read_einde(rij, einddatum, reden_einde).map(|(datum, reden)| Einde { datum, reden }),
        ontheffing,
        einddatum_ontheffing,
        reden_einde_ontheffing,
        tegenprestatie,
        vermindering,
        soort_inkomsten,
        bedrag_inkomsten,
        vrijlating,
    })
}

/// The municipality, which must be that of the delivery; a column that BUS and SRG share.
pub(super) fn read_gemeente(rij: &mut Rij<'_>) -> Option<GemeenteCode> {
    let verwacht = rij.gemeente();
    rij.vereist(|tekst| {
        if tekst == verwacht.cijfers() {
            Ok(verwacht)
        } else {
            Err(format!(
                "de gemeente van deze levering: {}",
                verwacht.cijfers()
            ))
        }
    })
}

/// Who a record is about: three columns that BUS and SRG share.
pub(super) fn read_wie(rij: &mut Rij<'_>) -> Option<Persoonsgegevens> {
    let bsn = rij.vereist(|tekst| Bsn::parse(tekst).map_err(|fout| fout.to_string()));
    let geboortedatum = rij.vereist(parse_jjjjmmdd);
    let geslacht = rij.vereist(Code::parse);
    Some(Persoonsgegevens {
        bsn: bsn?,
        geboortedatum: geboortedatum?,
        geslacht: geslacht?,
    })
}

/// An end date and its reason, which stand together or not at all; BUS and SRG share the column names.
pub(super) fn read_einde<D, T>(
    rij: &mut Rij<'_>,
    einddatum: Option<D>,
    reden: Option<T>,
) -> Option<(D, T)> {
    match (einddatum, reden) {
        (Some(datum), Some(reden)) => Some((datum, reden)),
        (None, None) => None,
        (Some(_), None) => {
            rij.refuse_leeg("reden_einde", "verplicht bij een einddatum");
            None
        }
        (None, Some(_)) => {
            rij.refuse_leeg("einddatum", "verplicht bij een reden van beëindiging");
            None
        }
    }
}

fn kop_waarden(kop: &Leveringskop) -> [String; 6] {
    let dag = kop.maand.first_day();
    [
        format!("{:04}", dag.year()),
        format!("{:02}", dag.month()),
        kop.berichtgevercode.to_string(),
        kop.gemeente.cijfers(),
        kop.softwarepakket.code().to_owned(),
        of_leeg(kop.release.as_ref().map(Release::as_str)),
    ]
}

/// The values of the benefit, which both partners have in common.
pub(super) fn uitkering_waarden(uitkering: &BusUitkering) -> [String; 11] {
    [
        uitkering.registratienummer.as_str().to_owned(),
        uitkering.statistiekcode.code().to_owned(),
        of_leeg(uitkering.classificatie_bbz.map(Code::code)),
        of_leeg(uitkering.leefvorm.map(Code::code)),
        of_leeg(
            uitkering
                .aantal_kostendelers
                .map(|aantal| format!("{aantal:02}")),
        ),
        of_leeg(uitkering.bedrag_norm),
        of_leeg(uitkering.bedrag_vermindering),
        of_leeg(uitkering.bedrag_inkomsten),
        uitkering.betaalbaar_gesteld.to_string(),
        of_leeg(uitkering.datum_invoering.map(jjjjmmdd)),
        of_leeg(uitkering.cluster.map(Code::code)),
    ]
}

fn persoon_waarden(persoon: &BusPersoon) -> [String; 17] {
    let vermindering = persoon.vermindering;
    [
        persoon.wie.bsn.expose().to_owned(),
        jjjjmmdd(persoon.wie.geboortedatum),
        persoon.wie.geslacht.code().to_owned(),
        of_leeg(persoon.huisvesting.map(Code::code)),
        jjjjmmdd(persoon.aanvangsdatum),
        of_leeg(persoon.einde.map(|einde| jjjjmmdd(einde.datum))),
        of_leeg(persoon.ontheffing.map(Code::code)),
        of_leeg(persoon.einddatum_ontheffing.map(jjjjmmdd)),
        of_leeg(persoon.reden_einde_ontheffing.map(Code::code)),
        of_leeg(persoon.tegenprestatie.map(Code::code)),
        of_leeg(vermindering.map(|v| v.reden.code())),
        of_leeg(vermindering.map(|v| jjjjmmdd(v.aanvang))),
        of_leeg(vermindering.and_then(|v| v.einde).map(jjjjmmdd)),
        of_leeg(persoon.soort_inkomsten.map(Code::code)),
        of_leeg(persoon.bedrag_inkomsten),
        of_leeg(persoon.vrijlating.map(Code::code)),
        of_leeg(persoon.einde.map(|einde| einde.reden.code())),
    ]
}

/// A value as text, or the empty text.
pub(super) fn of_leeg(waarde: Option<impl ToString>) -> String {
    waarde.map(|waarde| waarde.to_string()).unwrap_or_default()
}
