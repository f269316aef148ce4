//! What playing applications and reviews in a demonstration share: who plays, where, and objections.

use anyhow::{Context, ensure};
use application::aanvraag::Afzender;
use application::bezwaar::{
    BezwaarError, Bezwaarontvangst, Bezwaaropdracht, record_bezwaar, record_bezwaarbesluit,
    record_bezwaarhandeling,
};
use application::dossier::{DossierError, find_enige};
use domain::bevoegdheid::{Actor, Rol, Toekenning, Werkgebied};
use domain::bezwaar::{Bestredenbesluit, Bezwaarhandeling, Bezwaaruitkomst, Indiener};
use domain::dossier::Zoekopdracht;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{Clock, Datum, DossierId, GemeenteCode, SystemClock, SystemIds};
use serde::Deserialize;

use crate::omgeving::Omgeving;

/// Who acts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Speler {
    sub: String,
    naam: String,
    rol: String,
}

/// An objection, what happened to it, and the decision where there is one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Bezwaarregel {
    ontvangen_op: Datum,
    met_commissie: bool,
    indiener: Indiener,
    #[serde(default)]
    handelingen: Vec<Bezwaarhandeling>,
    #[serde(default)]
    besluit: Option<Besluitregel>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Besluitregel {
    door: Speler,
    uitkomst: Bezwaaruitkomst,
    motivering: String,
}

/// A municipality of a demonstration or a test in which is played.
pub(super) struct Toneel<'a> {
    omgeving: &'a Omgeving,
    code: GemeenteCode,
    /// How letters are signed.
    pub(super) afzender: Afzender,
}

impl<'a> Toneel<'a> {
    /// The municipality, only where everybody is made up: a decision is taken by people.
    pub(super) async fn new(omgeving: &'a Omgeving, code: GemeenteCode) -> anyhow::Result<Self> {
        ensure!(
            omgeving.settings.http.omgeving.is_verzonnen(),
            "naspelen kan alleen in een demo of een test: een besluit neemt een mens zelf"
        );
        omgeving.require_gemeente(code).await?;
        let http = &omgeving.settings.http;
        let adres = http.gemeente_adressen.get(&code);
        Ok(Self {
            omgeving,
            code,
            afzender: Afzender {
                organisatie: http.organisatie.clone(),
                adres_organisatie: http.organisatie_adres.clone(),
                adres_gemeente: adres.cloned().unwrap_or_default(),
            },
        })
    }

    /// One use case in the role of the execution.
    pub(super) async fn act<T, E>(
        &self,
        naam: &'static str,
        doe: impl AsyncFn(&mut TenantTx) -> Result<T, E>,
    ) -> Result<T, E>
    where
        E: From<DbError> + std::error::Error + 'static,
    {
        let db = &self.omgeving.db;
        db.in_tenant(naam, self.code, DbRol::Uitvoering, doe).await
    }

    /// The resident of this bsn.
    pub(super) async fn find_dossier(&self, actor: &Actor, bsn: &str) -> anyhow::Result<DossierId> {
        let zoek = Zoekopdracht::parse(bsn)?;
        let gevonden: Result<_, DossierError> = self
            .act("find_enige", async |tx: &mut TenantTx| {
                find_enige(tx, actor, SystemClock.now(), &zoek).await
            })
            .await;
        gevonden?.context("deze inwoner is hier niet bekend")
    }

    /// Objections to a decision, one after another, with what happened to each.
    pub(super) async fn object(
        &self,
        actor: &Actor,
        (dossier, tegen): (DossierId, Bestredenbesluit),
        regels: &[Bezwaarregel],
    ) -> anyhow::Result<()> {
        for (gezien, regel) in regels.iter().enumerate() {
            let ontvangst = Bezwaarontvangst {
                dossier,
                tegen,
                gezien,
                ontvangen_op: regel.ontvangen_op,
                verzonden_op: None,
                met_commissie: regel.met_commissie,
                reden_te_laat: None,
                indiener: regel.indiener.clone(),
            };
            let now = || SystemClock.now();
            let gespeeld: Result<_, BezwaarError> = self
                .act("naspelen", async |tx: &mut TenantTx| {
                    let nieuw = record_bezwaar(tx, actor, now(), &SystemIds, &ontvangst).await?;
                    let wat = (dossier, nieuw.kop().id);
                    let mut gezien = 1;
                    for handeling in &regel.handelingen {
                        let handeling = handeling.clone();
                        record_bezwaarhandeling(tx, actor, now(), wat, gezien, handeling).await?;
                        gezien += 1;
                    }
                    Ok((nieuw.kop().id, gezien))
                })
                .await;
            let (bezwaar, gezien) = gespeeld.with_context(|| format!("bezwaar {}", gezien + 1))?;
            if let Some(besluit) = &regel.besluit {
                let opdracht = Bezwaaropdracht {
                    dossier,
                    bezwaar,
                    gezien,
                    uitkomst: besluit.uitkomst,
                    motivering: besluit.motivering.clone(),
                    in_plaats_daarvan: None,
                    met_berekening: false,
                    verschoonbaar: None,
                    afzender: self.afzender.clone(),
                };
                let beslisser = besluit.door.actor()?;
                let besloten: Result<_, BezwaarError> = self
                    .act("naspelen", async |tx: &mut TenantTx| {
                        record_bezwaarbesluit(tx, &beslisser, now(), &opdracht).await
                    })
                    .await;
                besloten.context("besluit op bezwaar")?;
            }
        }
        Ok(())
    }
}

impl Speler {
    /// This person, with the role everywhere.
    pub(super) fn actor(&self) -> anyhow::Result<Actor> {
        let rol = Rol::from_claim(&self.rol).context("onbekende rol")?;
        Ok(Actor {
            sub: self.sub.clone(),
            naam: self.naam.clone(),
            toekenningen: vec![Toekenning {
                rol,
                werkgebied: Werkgebied::Alle,
            }],
        })
    }
}
