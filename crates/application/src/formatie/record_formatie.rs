//! Recording that from a day on so many full-time posts work for a municipality.

use domain::bevoegdheid::{Actor, Permission};
use domain::formatie::{BekendeStap, Doelgroep, Formatiestap, Functie};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, formatie};
use primitives::{
    Moment, Veldcontrole, Veldfouten, datum_in_nederland, datum_lang, getal_nl, parse_datum_nl,
};

use super::FormatieError;

/// Staffing as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatieopdracht {
    /// The name of the post.
    pub functie: String,
    /// The name of the target group.
    pub doelgroep: String,
    /// How many full-time posts; `0` ends the post.
    pub fte: String,
    /// From which day, as people write it: `1-1-2026`.
    pub van: String,
}

impl Formatieopdracht {
    /// Reads every field and names every wrong one.
    pub fn parse(&self) -> Result<Formatiestap, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let functie = Functie::from_sleutel(&self.functie).ok_or("kies een functie uit de lijst");
        let functie = controle.take("functie", functie);
        let doelgroep =
            Doelgroep::from_sleutel(&self.doelgroep).ok_or("kies een doelgroep uit de lijst");
        let doelgroep = controle.take("doelgroep", doelgroep);
        let fte = controle.take("fte", Formatiestap::parse_fte(&self.fte));
        let van = parse_datum_nl(&self.van).filter(|dag| Formatiestap::is_denkbaar(*dag));
        let van = controle.take("van", van.ok_or("schrijf een bestaande dag als 1-1-2026"));
        match (functie, doelgroep, fte, van) {
            (Some(functie), Some(doelgroep), Some(fte), Some(van)) => Ok(Formatiestap {
                functie,
                doelgroep,
                van,
                fte,
            }),
            _ => Err(controle
                .finish()
                .err()
                .unwrap_or_else(|| Veldfouten::single("functie", "kies een functie uit de lijst"))),
        }
    }
}

/// Records a step of the staffing of this municipality. Runs as execution.
pub async fn record_formatie(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Formatieopdracht,
) -> Result<Formatiestap, FormatieError> {
    actor.require(Permission::FormatieVastleggen, tx.gemeente())?;
    let stap = opdracht.parse()?;
    insert(
        tx,
        actor,
        now,
        &BekendeStap {
            stap,
            bekend_op: now,
        },
    )
    .await?;
    Ok(stap)
}

/// Stores one step with its audit line.
pub(super) async fn insert(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    BekendeStap { stap, bekend_op }: &BekendeStap,
) -> Result<(), FormatieError> {
    formatie::insert_stap(tx, stap, &actor.naam, *bekend_op).await?;
    let object = format!(
        "formatie {} {}",
        stap.functie.sleutel(),
        stap.doelgroep.sleutel()
    );
    let fte = stap
        .fte
        .map_or_else(|| "0".to_owned(), |fte| getal_nl(fte.decimal(), 2));
    let mut reden = format!("{fte} fte vanaf {}", datum_lang(stap.van));
    if *bekend_op != now {
        reden += &format!(", bekend op {}", datum_lang(datum_in_nederland(*bekend_op)));
    }
    audit::record(tx, actor, now, Handeling::Formatie, &object, Some(&reden)).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named() {
        let opdracht = Formatieopdracht {
            functie: "baas".into(),
            doelgroep: String::new(),
            fte: "veel".into(),
            van: "31-2-2026".into(),
        };
        let fouten = opdracht.parse().unwrap_err();
        let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
        assert_eq!(velden, ["functie", "doelgroep", "fte", "van"]);
    }
}
