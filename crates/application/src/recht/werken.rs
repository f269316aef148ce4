//! What more work would give a resident's household, on the record of its last month. Nothing is stored.

use domain::bevoegdheid::{Actor, Permission};
use domain::recht::armoedeval::{
    Armoedeval, Kindertelling, Lokaalbeleid, Werkpunt, Werkrekenaar, Werkvraag,
};
use domain::recht::bericht::Antwoord;
use domain::recht::{
    Inkomst, Inkomstensoort, Kinderen, Leefsituatie, Leefvorm, Onbepaald, Persoon, Verlaging,
    Vrijlating,
};
use persistence::recht::{self, Maanduitkering};
use persistence::verwerking::Activiteit;
use persistence::{TenantTx, beleid};
use primitives::{DossierId, Geld, Maand, Moment};

use super::inwoner::peildatum;
use crate::dossier::{
    DossierError, Dossierhoofd, find_gezamenlijke_woonplek, read_hoofd, record_use,
};

/// What somebody wants to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkenvraag {
    /// The exemption that the college grants for the wage, not used before; none without one.
    pub vrijlating: Option<Vrijlating>,
    /// The gross wage to explain.
    pub bruto: Geld,
    /// The ages of the children younger than 18, which no record tells; none where they were not told.
    pub kinderen: Option<Vec<u8>>,
}

/// The page of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkenpagina {
    /// What stands above it.
    pub hoofd: Dossierhoofd,
    /// The month of the record, what came out, or why it cannot be determined; none without algemene bijstand.
    pub uitkomst: Option<(Maand, Result<Werkenuitkomst, String>)>,
}

/// What more work gives, and one wage explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkenuitkomst {
    /// Every step.
    pub val: Armoedeval,
    /// What there is at the wage that was asked for.
    pub punt: Werkpunt,
    /// The same explained.
    pub uitleg: Antwoord,
}

/// What more work would give the household of a resident, by the norms and the policy of the month of its record. The
/// processing log gets a row for everyone in it. Runs as execution.
pub async fn load_werken(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    dossier: DossierId,
    vraag: &Werkenvraag,
) -> Result<Werkenpagina, DossierError> {
    actor.require(Permission::RechtBerekenen, tx.gemeente())?;
    let hoofd = read_hoofd(tx, actor, dossier).await?;
    let (uitkering, _) = recht::find_maanduitkering(tx, dossier, None).await?;
    let uitkomst = match &uitkering {
        None => None,
        Some(uitkering) => {
            let dag = peildatum(uitkering);
            let beleid = beleid::load_beleid(tx).await?;
            let plek = find_gezamenlijke_woonplek(tx, &uitkering.dossiers, dag).await?;
            let lokaal = beleid.read_at(plek, |daar| Lokaalbeleid::in_force(daar, dag, now));
            let lokaal = lokaal.ok_or_else(|| Onbepaald::Woonplek.to_string());
            let uitkomst = lokaal.and_then(|lokaal| calculate(uitkering, vraag, &lokaal));
            Some((uitkering.maand, uitkomst))
        }
    };
    let houders = uitkering.as_ref().map_or(&[][..], |u| &u.dossiers);
    let activiteit = Activiteit::RechtBerekenen;
    record_use(tx, actor, now, activiteit, &hoofd, houders, "werken").await?;
    Ok(Werkenpagina { hoofd, uitkomst })
}

/// The household with the children that were told, unless the record says otherwise.
fn with_kinderen(situatie: Leefsituatie, jaren: Option<&[u8]>) -> Result<Leefsituatie, String> {
    let Some(jaren) = jaren else {
        return Ok(situatie);
    };
    match (situatie.leefvorm(), jaren.iter().min()) {
        (Some(Leefvorm::Alleenstaande), Some(_)) => {
            Err("Volgens de levering zijn er geen kinderen jonger dan 18 jaar. Laat de leeftijden leeg, of kijk de levering na.".to_owned())
        }
        (Some(Leefvorm::AlleenstaandeOuder), None) => {
            Err("Volgens de levering zijn er kinderen jonger dan 18 jaar. Vul hun leeftijden in, of kijk de levering na.".to_owned())
        }
        (_, jongste) => Ok(situatie.with_kinderen(match jongste {
            None => Kinderen::Geen,
            Some(jongste) => Kinderen::TenLaste {
                jongste: Some(*jongste),
            },
        })),
    }
}

fn calculate(
    uitkering: &Maanduitkering,
    vraag: &Werkenvraag,
    lokaal: &Lokaalbeleid,
) -> Result<Werkenuitkomst, String> {
    let (beeld, dag) = (&uitkering.beeld, peildatum(uitkering));
    let situatie = beeld.leefsituatie(dag).map_err(|fout| fout.to_string())?;
    let situatie = with_kinderen(situatie, vraag.kinderen.as_deref())?;
    let bestaand = Inkomst {
        persoon: Persoon::Aanvrager,
        soort: Inkomstensoort::Overig,
        bedrag: beeld.inkomsten.not_below_zero(),
        vrijlating: None,
        maanden_gebruikt: None,
    };
    let heeft_verlaging = beeld.vermindering > Geld::NUL;
    let werkvraag = Werkvraag {
        dag,
        situatie,
        inkomsten: Vec::from_iter((!bestaand.bedrag.is_nul()).then_some(bestaand)),
        kinderen: vraag
            .kinderen
            .as_ref()
            .map(|jaren| Kindertelling::of_ages(jaren.iter().copied())),
        vermogen: None,
        verlaging: heeft_verlaging.then_some(Verlaging::Bedrag(beeld.vermindering)),
        vrijlating: vraag.vrijlating,
        maanden_gebruikt: Some(0),
    };
    let uitkomst = || {
        let rekenaar = Werkrekenaar::try_new(werkvraag, lokaal)?;
        let val = Armoedeval::calculate(&rekenaar)?;
        let (punt, uitleg) = rekenaar.explain(vraag.bruto)?;
        Ok(Werkenuitkomst { val, punt, uitleg })
    };
    uitkomst().map_err(|reden: Onbepaald| reden.to_string())
}
