//! Where a calculation takes the values of council and college from.

use application::recht::{RechtError, check_vraag, load_rechtbeleid};
use domain::beleid::Beleid;
use domain::bevoegdheid::Actor;
use http_base::{AppState, DbRol, Fout, TenantTx};
use primitives::{GemeenteCode, Veldfouten};

/// Whose values a question is about.
pub(super) struct Bron {
    pub(super) gemeente: GemeenteCode,
    pub(super) gebied: Option<GemeenteCode>,
    /// Whether the values in force are needed: none are given where something asks for them.
    pub(super) needs_beleid: bool,
}

impl Bron {
    /// The values in force if they are needed. Refuses who may not ask, and a municipality that does not take part;
    /// whoever hears the second has a role in all of them.
    pub(super) async fn load(
        &self,
        state: &AppState,
        actor: &Actor,
    ) -> Result<Option<Beleid>, Fout> {
        check_vraag(actor, self.gemeente)?;
        let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
        let Some(gemeente) = alle.iter().find(|gemeente| gemeente.code == self.gemeente) else {
            let melding = "deze gemeente doet niet mee aan de samenwerking";
            return Err(Veldfouten::single("gemeente", melding).into());
        };
        if !self.needs_beleid {
            return Ok(None);
        }
        state.gemeenten.require_bijgewerkt(gemeente)?;
        self.load_beleid(state, actor).await.map(Some)
    }

    /// Policy is public: the role that reads the least is enough.
    async fn load_beleid(&self, state: &AppState, actor: &Actor) -> Result<Beleid, Fout> {
        let load = async |tx: &mut TenantTx| load_rechtbeleid(tx, actor, self.gebied).await;
        let rol = DbRol::Opdrachtgever;
        let geladen = state
            .db
            .in_tenant("load_rechtbeleid", self.gemeente, rol, load)
            .await;
        geladen.map_err(|fout| match fout {
            RechtError::Geweigerd(geweigerd) => geweigerd.into(),
            RechtError::Db(fout) => fout.into(),
        })
    }
}
