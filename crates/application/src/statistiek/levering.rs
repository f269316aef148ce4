//! Taking over a delivery: what differs from what was known becomes new rows.

use std::collections::{BTreeSet, HashSet};

use domain::bevoegdheid::{Actor, Permission};
use domain::statistiek::{Leveringskop, Maandregel};
use persistence::audit::{self, Handeling};
use persistence::dossier::refresh_dossierstand;
use persistence::statistiek::{
    BusVerschil, Inwoners, Leveringsoort, NieuweLevering, SrgVerschil, Telling,
    calculate_bus_verschil, calculate_srg_verschil, insert_bus, insert_inwoners, insert_levering,
    insert_srg, load_inwoners, load_laatst_bekend, lock_import, update_namen,
};
use persistence::verwerking::{self, Activiteit};
use persistence::{DbError, TenantTx};
use primitives::{
    Bsn, IdGenerator, LeveringId, Maand, Moment, begin_in_nederland, datum_in_nederland,
};

use super::error::LeveringError;
use super::opdracht::{Aanlevering, Leveringsopdracht, Wijze};
use super::verslag::{Bestandsverslag, Importverslag, Namenverslag};
use crate::dossier::{record_notitielijst, record_regisseurlijst, record_woongebiedlijst};

/// Takes over the files of a delivery, all or nothing. The same files again change nothing.
///
/// A file is the whole of the months that it describes: what was known of them and is not in it lapses.
pub async fn record_levering(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    opdracht: &Leveringsopdracht,
) -> Result<Importverslag, LeveringError> {
    actor.require(Permission::BestandImporteren, tx.gemeente())?;
    let bekend_op = known_at(opdracht, now)?;
    lock_import(tx).await?;
    let vergelijking = Vergelijking::load(tx, ids, opdracht).await?;
    let mut verslag = vergelijking.verslag(opdracht);
    check_volgorde(tx, bekend_op, &verslag).await?;
    if opdracht.wijze == Wijze::Definitief {
        let schrijver = Schrijver {
            actor,
            now,
            bekend_op,
            ids,
        };
        schrijver
            .write(tx, opdracht, vergelijking, &mut verslag)
            .await?;
    }
    let verwacht = list_bsns(opdracht);
    if let Some(lijst) = &opdracht.lijsten.regisseurs {
        let gedaan =
            record_regisseurlijst(tx, actor, now, lijst, opdracht.wijze, &verwacht).await?;
        verslag.regisseurs = Some(gedaan);
    }
    if let Some(lijst) = &opdracht.lijsten.notities {
        let gedaan =
            record_notitielijst(tx, actor, now, ids, lijst, opdracht.wijze, &verwacht).await?;
        verslag.notities = Some(gedaan);
    }
    if let Some(lijst) = &opdracht.lijsten.woongebieden {
        let gedaan =
            record_woongebiedlijst(tx, actor, now, lijst, opdracht.wijze, &verwacht).await?;
        verslag.woongebieden = Some(gedaan);
    }
    Ok(verslag)
}

/// Who the files are about: a trial writes nobody, and its lists may still speak of them.
fn list_bsns(opdracht: &Leveringsopdracht) -> HashSet<&Bsn> {
    let bus = opdracht.bus.iter().flat_map(|a| a.bestand.regels());
    let srg = opdracht.srg.iter().flat_map(|a| a.bestand.regels());
    bus.map(|regel| &regel.persoon.wie.bsn)
        .chain(srg.map(|regel| &regel.wie.bsn))
        .collect()
}

/// The moment from which the content counts as known.
fn known_at(opdracht: &Leveringsopdracht, now: Moment) -> Result<Moment, LeveringError> {
    let Some(dag) = opdracht.bekend_op else {
        return Ok(now);
    };
    let begin = begin_in_nederland(dag);
    if begin > now {
        Err(LeveringError::BekendInToekomst)
    } else {
        Ok(begin)
    }
}

/// Refuses what would come between states that are known already: the later ones would count on.
async fn check_volgorde(
    tx: &mut TenantTx,
    bekend_op: Moment,
    verslag: &Importverslag,
) -> Result<(), LeveringError> {
    for (soort, bestand) in verslag.bestanden().filter(|(_, b)| !b.telling.is_gelijk()) {
        let laatst = load_laatst_bekend(tx, soort, bestand.maanden.iter().copied()).await?;
        if let Some(laatst) = laatst.filter(|laatst| *laatst >= bekend_op) {
            return Err(LeveringError::AlNieuwerBekend(datum_in_nederland(laatst)));
        }
    }
    Ok(())
}

/// Both files against what was known, before anything is written.
struct Vergelijking {
    inwoners: Inwoners,
    bus: Option<BusVerschil>,
    srg: Option<SrgVerschil>,
}

impl Vergelijking {
    async fn load(
        tx: &mut TenantTx,
        ids: &dyn IdGenerator,
        opdracht: &Leveringsopdracht,
    ) -> Result<Self, DbError> {
        let bus = opdracht.bus.iter().flat_map(|a| a.bestand.regels());
        let srg = opdracht.srg.iter().flat_map(|a| a.bestand.regels());
        let personen = bus
            .map(|regel| &regel.persoon.wie)
            .chain(srg.map(|regel| &regel.wie));
        let inwoners = load_inwoners(tx, ids, personen).await?;
        let bus = match &opdracht.bus {
            Some(a) => Some(calculate_bus_verschil(tx, ids, &a.bestand, &inwoners).await?),
            None => None,
        };
        let srg = match &opdracht.srg {
            Some(a) => Some(calculate_srg_verschil(tx, &a.bestand, &inwoners).await?),
            None => None,
        };
        Ok(Self { inwoners, bus, srg })
    }

    fn verslag(&self, opdracht: &Leveringsopdracht) -> Importverslag {
        let bus = opdracht.bus.as_ref().zip(self.bus.as_ref());
        let srg = opdracht.srg.as_ref().zip(self.srg.as_ref());
        Importverslag {
            wijze: opdracht.wijze,
            bus: bus.map(|(a, verschil)| self.of_file(a, verschil.telling(), &bus_bsns(a))),
            srg: srg.map(|(a, verschil)| self.of_file(a, verschil.telling(), &srg_bsns(a))),
            namen: opdracht.namen.as_ref().map(|namen| Namenverslag {
                regels: namen.regels().len(),
                gewijzigd: None,
            }),
            regisseurs: None,
            notities: None,
            woongebieden: None,
        }
    }

    fn of_file<R: Maandregel>(
        &self,
        aanlevering: &Aanlevering<R>,
        telling: Telling,
        personen: &HashSet<&Bsn>,
    ) -> Bestandsverslag {
        Bestandsverslag {
            levering: None,
            maanden: aanlevering.bestand.maanden(),
            telling,
            inwoners: personen.len(),
            inwoners_nieuw: self
                .inwoners
                .nieuw()
                .filter(|bsn| personen.contains(bsn))
                .count(),
        }
    }
}

/// Who writes, when, and since when it was known.
struct Schrijver<'a> {
    actor: &'a Actor,
    now: Moment,
    bekend_op: Moment,
    ids: &'a dyn IdGenerator,
}

impl Schrijver<'_> {
    async fn write(
        &self,
        tx: &mut TenantTx,
        opdracht: &Leveringsopdracht,
        vergelijking: Vergelijking,
        verslag: &mut Importverslag,
    ) -> Result<(), LeveringError> {
        let bus = match (&opdracht.bus, &mut verslag.bus) {
            (Some(a), Some(verslag)) => self.deliver(tx, Leveringsoort::Bus, a, verslag).await?,
            _ => None,
        };
        let srg = match (&opdracht.srg, &mut verslag.srg) {
            (Some(a), Some(verslag)) => self.deliver(tx, Leveringsoort::Srg, a, verslag).await?,
            _ => None,
        };
        let in_bus = opdracht.bus.as_ref().map(bus_bsns).unwrap_or_default();
        if let Some(eerste) = bus.as_ref().or(srg.as_ref()) {
            let herkomst = |bsn: &Bsn| match &srg {
                Some(srg) if !in_bus.contains(bsn) => srg.id,
                _ => eerste.id,
            };
            insert_inwoners(tx, herkomst, &vergelijking.inwoners).await?;
            let dossiers = vergelijking.inwoners.dossiers();
            let activiteit = Activiteit::StatistiekVerwerken;
            verwerking::record(tx, self.now, activiteit, &dossiers).await?;
        }
        if let Some((levering, verschil)) = bus.as_ref().zip(vergelijking.bus) {
            insert_bus(tx, levering, verschil).await?;
        }
        if let Some((levering, verschil)) = srg.as_ref().zip(vergelijking.srg) {
            insert_srg(tx, levering, verschil).await?;
        }
        refresh_dossierstand(tx).await?;
        self.write_namen(tx, opdracht, verslag).await
    }

    /// Records the delivery of one file with its audit line; none when the file changes nothing.
    async fn deliver<R: Maandregel>(
        &self,
        tx: &mut TenantTx,
        soort: Leveringsoort,
        aanlevering: &Aanlevering<R>,
        verslag: &mut Bestandsverslag,
    ) -> Result<Option<NieuweLevering>, LeveringError> {
        if verslag.telling.is_gelijk() {
            return Ok(None);
        }
        let levering = NieuweLevering {
            id: LeveringId::new(self.ids.next()),
            soort,
            vingerafdruk: aanlevering.vingerafdruk,
            bekend_op: self.bekend_op,
            ingelezen_op: self.now,
            ingelezen_door: self.actor.naam.clone(),
            telling: verslag.telling,
            inwoners_nieuw: verslag.inwoners_nieuw,
        };
        let koppen: Vec<&Leveringskop> = aanlevering.bestand.koppen().into_values().collect();
        insert_levering(tx, &levering, &koppen).await?;
        let object = format!("levering {}", levering.id);
        let toelichting = describe(&levering, &verslag.maanden);
        let handeling = Handeling::Import;
        audit::record(
            tx,
            self.actor,
            self.now,
            handeling,
            &object,
            Some(&toelichting),
        )
        .await?;
        verslag.levering = Some(levering.id);
        Ok(Some(levering))
    }

    async fn write_namen(
        &self,
        tx: &mut TenantTx,
        opdracht: &Leveringsopdracht,
        verslag: &mut Importverslag,
    ) -> Result<(), LeveringError> {
        let Some((namen, verslag)) = opdracht.namen.as_ref().zip(verslag.namen.as_mut()) else {
            return Ok(());
        };
        let dossiers = update_namen(tx, namen.regels()).await?;
        verslag.gewijzigd = Some(dossiers.len());
        if dossiers.is_empty() {
            return Ok(());
        }
        let toelichting = format!("{} namen", dossiers.len());
        let handeling = Handeling::Import;
        audit::record(
            tx,
            self.actor,
            self.now,
            handeling,
            "namenlijst",
            Some(&toelichting),
        )
        .await?;
        verwerking::record(tx, self.now, Activiteit::StatistiekVerwerken, &dossiers).await?;
        Ok(())
    }
}

/// The delivery in words for the audit line, without personal data.
fn describe(levering: &NieuweLevering, maanden: &BTreeSet<Maand>) -> String {
    let telling = levering.telling;
    let maanden: Vec<_> = [maanden.first(), maanden.last()]
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    format!(
        "{} {}: {} nieuw, {} gewijzigd, {} ongewijzigd, {} vervallen; bekend op {}",
        levering.soort.naam(),
        maanden.join(" tot en met "),
        telling.nieuw,
        telling.gewijzigd,
        telling.ongewijzigd,
        telling.vervallen,
        datum_in_nederland(levering.bekend_op),
    )
}

fn bus_bsns(aanlevering: &Aanlevering<domain::statistiek::BusRegel>) -> HashSet<&Bsn> {
    let regels = aanlevering.bestand.regels().iter();
    regels.map(|regel| &regel.persoon.wie.bsn).collect()
}

fn srg_bsns(aanlevering: &Aanlevering<domain::statistiek::SrgRegel>) -> HashSet<&Bsn> {
    let regels = aanlevering.bestand.regels().iter();
    regels.map(|regel| &regel.wie.bsn).collect()
}
