//! Taking over what was written about residents, beside the caseload itself.

use std::collections::HashSet;

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::{Notitie, Notitielijst};
use persistence::audit::{self, Handeling};
use persistence::dossier::NieuweNotitie;
use persistence::verwerking::{self, Activiteit};
use persistence::{TenantTx, dossier};
use primitives::{
    Bsn, IdGenerator, Moment, NotitieId, Veldcontrole, datum_in_nederland, datum_kort,
};

use super::error::DossierError;
use crate::statistiek::Wijze;

/// What a list of notes did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notitieverslag {
    /// Notes in the list.
    pub regels: usize,
    /// Notes that were written; none when it was only tried.
    pub nieuw: Option<usize>,
    /// Notes about who is not known here.
    pub onbekend: usize,
}

/// Takes over notes with who wrote them, all or nothing. They are known from now on, so that no figure of before
/// changes; the same list again changes nothing. `verwacht` are the residents of the same delivery.
pub(crate) async fn record_notitielijst(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    ids: &dyn IdGenerator,
    lijst: &Notitielijst,
    wijze: Wijze,
    verwacht: &HashSet<&Bsn>,
) -> Result<Notitieverslag, DossierError> {
    actor.require(Permission::DossierBijwerken, tx.gemeente())?;
    let bsns: Vec<_> = lijst.regels().iter().map(|regel| &regel.bsn).collect();
    let dossiers = dossier::list_dossiers_by_bsn(tx, &bsns).await?;
    let vandaag = datum_in_nederland(now);
    let mut notities = Vec::new();
    let mut controle = Veldcontrole::default();
    let mut onbekend = 0;
    for (nummer, regel) in (1..).zip(lijst.regels()) {
        let notitie = Notitie::try_new(
            NotitieId::new(ids.next()),
            regel.soort,
            regel.datum,
            regel.tekst.clone(),
            regel.medewerker.naam.clone(),
            vandaag,
        );
        let notitie = match notitie {
            Ok(notitie) => notitie,
            Err(fout) => {
                let dag = datum_kort(regel.datum);
                controle.refuse(
                    "datum",
                    format!("notitie {nummer} in de lijst, {dag}: {fout}"),
                );
                continue;
            }
        };
        match dossiers.get(&regel.bsn) {
            Some(dossier) => notities.push(NieuweNotitie {
                dossier: *dossier,
                notitie,
                door: &regel.medewerker.sub,
            }),
            // A trial did not write who comes with the same files.
            None if wijze == Wijze::Proef && verwacht.contains(&regel.bsn) => {}
            None => onbekend += 1,
        }
    }
    controle.finish()?;
    let mut verslag = Notitieverslag {
        regels: lijst.regels().len(),
        nieuw: None,
        onbekend,
    };
    if wijze == Wijze::Proef {
        return Ok(verslag);
    }
    let mut geschreven = dossier::insert_notities(tx, &notities, now).await?;
    verslag.nieuw = Some(geschreven.len());
    if !geschreven.is_empty() {
        let toelichting = format!("{} notities", geschreven.len());
        let handeling = Handeling::Notitie;
        audit::record(
            tx,
            actor,
            now,
            handeling,
            "notitielijst",
            Some(&toelichting),
        )
        .await?;
        geschreven.sort_unstable();
        geschreven.dedup();
        verwerking::record(tx, now, Activiteit::StatistiekVerwerken, &geschreven).await?;
    }
    Ok(verslag)
}

impl Notitieverslag {
    /// What happened, in a sentence of Dutch.
    pub fn zin(self) -> String {
        let delen = [
            Some(format!("{} in de lijst", self.regels)),
            self.nieuw.map(|nieuw| format!("{nieuw} vastgelegd")),
            (self.onbekend > 0).then(|| format!("{} over wie hier niet bekend is", self.onbekend)),
        ];
        let delen: Vec<_> = delen.into_iter().flatten().collect();
        format!("Notities: {}.", delen.join(", "))
    }
}
