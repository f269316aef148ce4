//! Recording that from a day on so many full-time posts work for a municipality.

use domain::bevoegdheid::{Actor, Permission};
use domain::formatie::{Doelgroep, Formatiestap, Fte, FteError, Functie};
use persistence::audit::Handeling;
use persistence::{TenantTx, audit, formatie};
use primitives::{Datum, Moment, Veldcontrole, Veldfouten, datum_lang, getal_nl, parse_datum_nl};

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
        let fte = controle.take("fte", parse_fte(&self.fte));
        let van = parse_datum_nl(&self.van).filter(|dag| is_denkbaar(*dag));
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
    formatie::insert_stap(tx, &stap, &actor.naam, now).await?;
    let object = format!(
        "formatie {} {}",
        stap.functie.sleutel(),
        stap.doelgroep.sleutel()
    );
    let fte = stap
        .fte
        .map_or_else(|| "0".to_owned(), |fte| getal_nl(fte.decimal(), 2));
    let reden = format!("{fte} fte vanaf {}", datum_lang(stap.van));
    audit::record(tx, actor, now, Handeling::Formatie, &object, Some(&reden)).await?;
    Ok(stap)
}

/// Zero ends a post; every other number is one of full-time posts.
fn parse_fte(tekst: &str) -> Result<Option<Fte>, FteError> {
    let is_nul = !tekst.trim().is_empty()
        && tekst
            .trim()
            .bytes()
            .all(|b| matches!(b, b'0' | b',' | b'.'))
        && tekst.contains('0');
    if is_nul {
        return Ok(None);
    }
    Fte::parse(tekst).map(Some)
}

/// Staffing is of this time: nothing of before the law, nothing of generations to come.
fn is_denkbaar(dag: Datum) -> bool {
    (2015..=2100).contains(&dag.year())
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

    #[test]
    fn zero_ends_a_post() {
        for tekst in ["0", "0,00", " 0 "] {
            assert_eq!(parse_fte(tekst), Ok(None), "{tekst}");
        }
        assert_eq!(parse_fte(","), Err(FteError::Vorm));
        assert!(matches!(parse_fte("1,67"), Ok(Some(_))));
    }
}
