//! SRG: comparing a file with what was known of its months, writing what differs, reading a month back.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::statistiek::{Code, SrgVoorziening};
use domain::statistiek::{Leveringskop, Persoonsgegevens, SrgBestand, SrgRegel};
use jiff_diesel::ToDiesel;
use primitives::{Bsn, Datum, DossierId, Maand, Moment};
use uuid::Uuid;

use super::inwoner::Inwoners;
use super::levering::{Leveringsoort, NieuweLevering, Telling, days, load_kop};
use super::traject::{
    DeelnameRow, Deelnameinhoud, TredeMetingRow, VoorzieningRow, Voorzieninginhoud, trede_nummer,
};
use super::versie::{Bekend, Stand, Verschil, compare};
use crate::geheim::Soort;
use crate::schema::{deelname, inwoner, trede_meting, voorziening};
use crate::{DbError, TenantTx};

/// PostgreSQL takes 65.535 parameters a statement; the widest row has eleven.
const BLOK: usize = 5_000;

/// The source of measurements that come with SRG.
const BRON: &str = "srg";

type Deelnamesleutel = (Datum, Uuid);
type Voorzieningsleutel = (Datum, Uuid, String);
type Meting = (Uuid, Datum, i16);

/// What a file of SRG changes.
pub struct SrgVerschil {
    deelnames: Verschil<Deelnamesleutel, Deelnameinhoud>,
    voorzieningen: Verschil<Voorzieningsleutel, Voorzieninginhoud>,
    metingen: Vec<Meting>,
    telling: Telling,
}

impl SrgVerschil {
    /// The numbers, by record of the file: a record is new or changed when its resident or its provision is.
    pub const fn telling(&self) -> Telling {
        self.telling
    }
}

/// Compares a file with what was known of its months. Writes nothing.
pub async fn calculate_srg_verschil(
    tx: &mut TenantTx,
    bestand: &SrgBestand,
    inwoners: &Inwoners,
) -> Result<SrgVerschil, DbError> {
    // Every person of the file is in the map, which was made from it.
    let regels: Vec<_> = bestand
        .regels()
        .iter()
        .filter_map(|regel| Some((regel, inwoners.get(&regel.wie.bsn)?.uuid())))
        .collect();
    // Records of one person agree on the person (a rule of the file), so that any of them will do.
    let personen: BTreeMap<_, _> = regels
        .iter()
        .map(|(regel, inwoner)| {
            (
                deelnamesleutel(regel, *inwoner),
                Deelnameinhoud::from(*regel),
            )
        })
        .collect();
    let geleverd = regels
        .iter()
        .filter_map(|(regel, inwoner)| {
            let voorziening = regel.voorziening.as_ref()?;
            let sleutel = voorzieningsleutel(regel, *inwoner, voorziening);
            Some((sleutel, Voorzieninginhoud::from(voorziening)))
        })
        .collect();
    let deelnames = compare(
        load_deelnames(tx, bestand).await?,
        personen.into_iter().collect(),
    );
    let voorzieningen = compare(load_voorzieningen(tx, bestand).await?, geleverd);
    let standen = regels.iter().map(|(regel, inwoner)| {
        let persoon = deelnames.standen.get(&deelnamesleutel(regel, *inwoner));
        let voorziening = regel.voorziening.as_ref().and_then(|v| {
            voorzieningen
                .standen
                .get(&voorzieningsleutel(regel, *inwoner, v))
        });
        persoon
            .max(voorziening)
            .copied()
            .unwrap_or(Stand::Ongewijzigd)
    });
    let telling = Telling::of(standen, deelnames.vervallen + voorzieningen.vervallen);
    let metingen = calculate_metingen(tx, &regels).await?;
    Ok(SrgVerschil {
        deelnames,
        voorzieningen,
        metingen,
        telling,
    })
}

/// Writes what a file changes. The delivery and its residents stand there already.
pub async fn insert_srg(
    tx: &mut TenantTx,
    levering: &NieuweLevering,
    verschil: SrgVerschil,
) -> Result<(), DbError> {
    let (id, bekend_op) = (levering.id.uuid(), levering.bekend_op.to_diesel());
    let mut deelnames = verschil
        .deelnames
        .wijzigingen
        .into_iter()
        .map(|wijziging| DeelnameRow {
            maand: wijziging.sleutel.0.to_diesel(),
            inwoner: wijziging.sleutel.1,
            bekend_op,
            levering: id,
            vervallen: wijziging.vervallen,
            inhoud: wijziging.inhoud,
        });
    while let Some(rows) = next_block(&mut deelnames) {
        diesel::insert_into(deelname::table)
            .values(rows)
            .execute(tx.conn())
            .await?;
    }
    let mut voorzieningen = verschil
        .voorzieningen
        .wijzigingen
        .into_iter()
        .map(|wijziging| VoorzieningRow {
            maand: wijziging.sleutel.0.to_diesel(),
            inwoner: wijziging.sleutel.1,
            registratienummer: wijziging.sleutel.2,
            bekend_op,
            levering: id,
            vervallen: wijziging.vervallen,
            inhoud: wijziging.inhoud,
        });
    while let Some(rows) = next_block(&mut voorzieningen) {
        diesel::insert_into(voorziening::table)
            .values(rows)
            .execute(tx.conn())
            .await?;
    }
    let mut metingen = verschil
        .metingen
        .into_iter()
        .map(|(inwoner, begindatum, trede)| TredeMetingRow {
            inwoner,
            begindatum: begindatum.to_diesel(),
            bron: BRON,
            bekend_op,
            trede,
            levering: id,
        });
    while let Some(rows) = next_block(&mut metingen) {
        diesel::insert_into(trede_meting::table)
            .values(rows)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// The records of a month as known on `bekend_op`, with the dossier of each; none when no delivery held the month.
///
/// In the order in which residents first appeared.
pub async fn load_srg(
    tx: &mut TenantTx,
    maand: Maand,
    bekend_op: Moment,
) -> Result<Option<Vec<(DossierId, SrgRegel)>>, DbError> {
    let Some(kop) = load_kop(tx, Leveringsoort::Srg, maand, bekend_op).await? else {
        return Ok(None);
    };
    let deelnames: Vec<(DeelnameRow, Vec<u8>)> = deelname::table
        .inner_join(inwoner::table)
        .filter(deelname::maand.eq(maand.first_day().to_diesel()))
        .filter(deelname::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on(deelname::inwoner)
        .order((deelname::inwoner, deelname::bekend_op.desc()))
        .select((DeelnameRow::as_select(), inwoner::bsn_geheim))
        .load(tx.conn())
        .await?;
    let voorzieningen: Vec<VoorzieningRow> = voorziening::table
        .filter(voorziening::maand.eq(maand.first_day().to_diesel()))
        .filter(voorziening::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on((voorziening::inwoner, voorziening::registratienummer))
        .order((
            voorziening::inwoner,
            voorziening::registratienummer,
            voorziening::bekend_op.desc(),
        ))
        .select(VoorzieningRow::as_select())
        .load(tx.conn())
        .await?;
    let mut per_inwoner: HashMap<Uuid, Vec<VoorzieningRow>> = HashMap::new();
    for row in voorzieningen.into_iter().filter(|row| !row.vervallen) {
        per_inwoner.entry(row.inwoner).or_default().push(row);
    }
    let sleutels = tx.sleutels();
    let mut regels = Vec::with_capacity(deelnames.len());
    for (row, geheim) in deelnames.into_iter().filter(|(row, _)| !row.vervallen) {
        let bsn = sleutels.decrypt(Soort::Bsn, &geheim)?;
        let van_inwoner = per_inwoner.remove(&row.inwoner).unwrap_or_default();
        for regel in records(&row, &kop, &bsn, &van_inwoner)? {
            regels.push((DossierId::new(row.inwoner), regel));
        }
    }
    Ok(Some(regels))
}

/// A record for each provision of a resident, or one without.
fn records(
    row: &DeelnameRow,
    kop: &Leveringskop,
    bsn: &str,
    voorzieningen: &[VoorzieningRow],
) -> Result<Vec<SrgRegel>, DbError> {
    let kaal = SrgRegel {
        kop: kop.clone(),
        wie: Persoonsgegevens {
            bsn: Bsn::parse(bsn)
                .map_err(|_| DbError::inconsistent("inwoner", "bsn_geheim", row.inwoner))?,
            geboortedatum: row.inhoud.geboortedatum.to_jiff(),
            geslacht: Code::parse(&row.inhoud.geslacht)
                .map_err(|_| row.inconsistent("geslacht"))?,
        },
        positie: row.positie()?,
        arbeidsvermogen: row.arbeidsvermogen()?,
        voorziening: None,
    };
    if voorzieningen.is_empty() {
        return Ok(vec![kaal]);
    }
    voorzieningen
        .iter()
        .map(|voorziening| {
            Ok(SrgRegel {
                voorziening: Some(voorziening.voorziening()?),
                ..kaal.clone()
            })
        })
        .collect()
}

/// The measurements that are not known yet, or known with another step.
async fn calculate_metingen(
    tx: &mut TenantTx,
    regels: &[(&SrgRegel, Uuid)],
) -> Result<Vec<Meting>, DbError> {
    let mut geleverd: BTreeMap<(Uuid, Datum), (Maand, i16)> = BTreeMap::new();
    for (regel, inwoner) in regels {
        let Some(positie) = regel.positie else {
            continue;
        };
        let nieuw = (regel.kop.maand, trede_nummer(positie.trede));
        // Where two months name the same day with another step, the last month knows better.
        geleverd
            .entry((*inwoner, positie.begindatum))
            .and_modify(|eerder| *eerder = nieuw.max(*eerder))
            .or_insert(nieuw);
    }
    let inwoners: Vec<_> = geleverd.keys().map(|(inwoner, _)| *inwoner).collect();
    let bekend: Vec<(Uuid, jiff_diesel::Date, i16)> = trede_meting::table
        .filter(trede_meting::bron.eq(BRON))
        .filter(trede_meting::inwoner.eq_any(inwoners))
        .distinct_on((trede_meting::inwoner, trede_meting::begindatum))
        .order((
            trede_meting::inwoner,
            trede_meting::begindatum,
            trede_meting::bekend_op.desc(),
        ))
        .select((
            trede_meting::inwoner,
            trede_meting::begindatum,
            trede_meting::trede,
        ))
        .load(tx.conn())
        .await?;
    let bekend: HashMap<_, _> = bekend
        .into_iter()
        .map(|(inwoner, dag, trede)| ((inwoner, dag.to_jiff()), trede))
        .collect();
    Ok(geleverd
        .into_iter()
        .filter(|(sleutel, (_, trede))| bekend.get(sleutel) != Some(trede))
        .map(|((inwoner, dag), (_, trede))| (inwoner, dag, trede))
        .collect())
}

async fn load_deelnames(
    tx: &mut TenantTx,
    bestand: &SrgBestand,
) -> Result<HashMap<Deelnamesleutel, Bekend<Deelnameinhoud>>, DbError> {
    let rows: Vec<DeelnameRow> = deelname::table
        .filter(deelname::maand.eq_any(days(bestand.maanden())))
        .distinct_on((deelname::maand, deelname::inwoner))
        .order((
            deelname::maand,
            deelname::inwoner,
            deelname::bekend_op.desc(),
        ))
        .select(DeelnameRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let (inhoud, vervallen) = (row.inhoud, row.vervallen);
            (
                (row.maand.to_jiff(), row.inwoner),
                Bekend { inhoud, vervallen },
            )
        })
        .collect())
}

async fn load_voorzieningen(
    tx: &mut TenantTx,
    bestand: &SrgBestand,
) -> Result<HashMap<Voorzieningsleutel, Bekend<Voorzieninginhoud>>, DbError> {
    let rows: Vec<VoorzieningRow> = voorziening::table
        .filter(voorziening::maand.eq_any(days(bestand.maanden())))
        .distinct_on((
            voorziening::maand,
            voorziening::inwoner,
            voorziening::registratienummer,
        ))
        .order((
            voorziening::maand,
            voorziening::inwoner,
            voorziening::registratienummer,
            voorziening::bekend_op.desc(),
        ))
        .select(VoorzieningRow::as_select())
        .load(tx.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let sleutel = (row.maand.to_jiff(), row.inwoner, row.registratienummer);
            let (inhoud, vervallen) = (row.inhoud, row.vervallen);
            (sleutel, Bekend { inhoud, vervallen })
        })
        .collect())
}

fn deelnamesleutel(regel: &SrgRegel, inwoner: Uuid) -> Deelnamesleutel {
    (regel.kop.maand.first_day(), inwoner)
}

fn voorzieningsleutel(
    regel: &SrgRegel,
    inwoner: Uuid,
    voorziening: &SrgVoorziening,
) -> Voorzieningsleutel {
    let nummer = voorziening.registratienummer.as_str().to_owned();
    (regel.kop.maand.first_day(), inwoner, nummer)
}

fn next_block<T>(rows: &mut impl Iterator<Item = T>) -> Option<Vec<T>> {
    let blok: Vec<_> = rows.take(BLOK).collect();
    (!blok.is_empty()).then_some(blok)
}
