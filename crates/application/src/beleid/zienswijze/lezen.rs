//! Reading rounds: what everybody may see, and the drafts of the own side.

use domain::beleid::zienswijze::{
    Antwoord, Beantwoording, Gemeentestand, Ingediend, Ronde, Zienswijze,
};
use domain::bevoegdheid::{Actor, Permission};
use persistence::beleid::{Bijlageregel, zienswijze};
use persistence::sturing::{self, Gemeentenaam};
use persistence::{DbError, TenantTx};
use primitives::{GemeenteCode, ZienswijzerondeId};

use super::ZienswijzeError;

/// A round with everything that is public of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rondebeeld {
    /// The round.
    pub ronde: Ronde,
    /// Its documents; empty in a list.
    pub stukken: Vec<Bijlageregel>,
    /// The members on the last day for councils, by name.
    pub leden: Vec<Gemeentenaam>,
    /// What councils brought in.
    pub ingediend: Vec<Ingediend>,
    /// What the board answered.
    pub antwoorden: Vec<Antwoord>,
}

impl Rondebeeld {
    /// What a council brought in.
    pub fn find_ingediend(&self, gemeente: GemeenteCode) -> Option<&Ingediend> {
        self.ingediend.iter().find(|i| i.gemeente == gemeente)
    }

    /// What the board answered to a council.
    pub fn find_antwoord(&self, gemeente: GemeenteCode) -> Option<&Antwoord> {
        self.antwoorden.iter().find(|a| a.gemeente == gemeente)
    }

    /// How the round stands with each member. A view without points needs no answer.
    pub fn gemeentestanden(&self) -> Vec<Gemeentestand> {
        let stand = |lid: &Gemeentenaam| {
            let punten = self.find_ingediend(lid.code).map(|i| i.tekst.punten.len());
            Gemeentestand {
                gemeente: lid.code,
                naam: lid.naam.clone(),
                punten,
                is_beantwoord: punten == Some(0) || self.find_antwoord(lid.code).is_some(),
            }
        };
        self.leden.iter().map(stand).collect()
    }

    /// How many members brought in a view, of how many.
    pub fn telling(&self) -> (usize, usize) {
        let is_binnen = |lid: &&Gemeentenaam| self.find_ingediend(lid.code).is_some();
        (
            self.leden.iter().filter(is_binnen).count(),
            self.leden.len(),
        )
    }
}

/// Every round with its views and answers, the last sent first. Runs as commissioner.
pub async fn list_rondebeelden(
    tx: &mut TenantTx,
    actor: &Actor,
) -> Result<Vec<Rondebeeld>, ZienswijzeError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(load_all(tx).await?)
}

/// A round with its documents, views and answers. Runs as commissioner.
pub async fn load_rondebeeld(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ZienswijzerondeId,
) -> Result<Rondebeeld, ZienswijzeError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    load_beeld(tx, id).await
}

/// The view of this municipality's council, drafts included. Runs as council.
pub async fn find_zienswijze(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ZienswijzerondeId,
) -> Result<Option<Zienswijze>, ZienswijzeError> {
    actor.require(Permission::ZienswijzeVastleggen, tx.gemeente())?;
    Ok(zienswijze::find_zienswijze(tx, id).await?)
}

/// The answer to this municipality's council, drafts included. Runs as execution.
pub async fn find_antwoord(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ZienswijzerondeId,
) -> Result<Option<Beantwoording>, ZienswijzeError> {
    actor.require(Permission::ZienswijzerondeVoorbereiden, tx.gemeente())?;
    Ok(zienswijze::find_antwoord(tx, id).await?)
}

/// The round itself.
pub(super) async fn load_ronde(
    tx: &mut TenantTx,
    id: ZienswijzerondeId,
) -> Result<Ronde, ZienswijzeError> {
    let ronde = zienswijze::find_ronde(tx, id).await?;
    ronde.ok_or(ZienswijzeError::Onbekend)
}

/// The round with everything, as execution or commissioner.
pub(super) async fn load_beeld(
    tx: &mut TenantTx,
    id: ZienswijzerondeId,
) -> Result<Rondebeeld, ZienswijzeError> {
    let ronde = load_ronde(tx, id).await?;
    Ok(Rondebeeld {
        stukken: zienswijze::list_stukken(tx, id).await?,
        leden: sturing::list_leden(tx, ronde.kop.uiterlijk).await?,
        ingediend: zienswijze::list_ingediend(tx, &[id]).await?,
        antwoorden: zienswijze::list_antwoorden(tx, &[id]).await?,
        ronde,
    })
}

/// Every round, in a few statements whatever their number.
pub(super) async fn load_all(tx: &mut TenantTx) -> Result<Vec<Rondebeeld>, DbError> {
    let rondes = zienswijze::list_rondes(tx).await?;
    let ids: Vec<_> = rondes.iter().map(|ronde| ronde.kop.id).collect();
    let mut ingediend = zienswijze::list_ingediend(tx, &ids).await?;
    let mut antwoorden = zienswijze::list_antwoorden(tx, &ids).await?;
    let mut beelden = Vec::with_capacity(rondes.len());
    for ronde in rondes {
        let id = ronde.kop.id;
        beelden.push(Rondebeeld {
            stukken: Vec::new(),
            leden: sturing::list_leden(tx, ronde.kop.uiterlijk).await?,
            ingediend: ingediend.extract_if(.., |i| i.ronde == id).collect(),
            antwoorden: antwoorden.extract_if(.., |a| a.ronde == id).collect(),
            ronde,
        });
    }
    Ok(beelden)
}
