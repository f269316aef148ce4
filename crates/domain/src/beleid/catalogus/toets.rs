//! What catalogue data must obey, so that no page or rule meets a gap, an overlap or a bound without its article.

use super::{Catalogus, Grens, Grensregel, Parameter, Regime};
use crate::beleid::{Bevoegd, Sleutel, Soort};

type Toets = Result<(), &'static str>;

impl Catalogus {
    pub(super) fn check_parameter(&self, parameter: &Parameter) -> Toets {
        let dubbel = self
            .parameters
            .iter()
            .filter(|p| p.sleutel == parameter.sleutel);
        if dubbel.count() != 1 {
            return Err("de sleutel staat er vaker in");
        }
        if parameter.regimes.is_empty() {
            return Err("geen periode");
        }
        let naden = parameter
            .regimes
            .iter()
            .zip(parameter.regimes.iter().skip(1));
        if naden
            .into_iter()
            .any(|(eerder, later)| eerder.periode.tot() != Some(later.periode.van()))
        {
            return Err("de perioden sluiten niet op elkaar aan");
        }
        if let Some(plek) = &parameter.tabel {
            let is_rij = parameter.sleutel.is_within(&plek.tabel);
            if self.find_tabel(&plek.tabel).is_none() || !is_rij {
                return Err("een rij van een onbekende tabel");
            }
        }
        parameter
            .regimes
            .iter()
            .try_for_each(|regime| self.check_regime(parameter, regime))
    }

    fn check_regime(&self, parameter: &Parameter, regime: &Regime) -> Toets {
        if !is_artikel(&regime.artikel) {
            return Err("een periode zonder artikel");
        }
        let standaard = regime.zonder_besluit.waarde.as_ref();
        if standaard.is_some_and(|waarde| waarde.soort() != parameter.soort) {
            return Err("wat zonder besluit geldt is van een andere soort");
        }
        if regime.bevoegd == Bevoegd::Rijk && !regime.grenzen.is_empty() {
            return Err("een grens aan wat de wet zelf bepaalt");
        }
        for grens in &regime.grenzen {
            self.check_grens(parameter, grens)?;
            if standaard.is_some_and(|waarde| !grens.admits(waarde)) {
                return Err("wat zonder besluit geldt ligt buiten de grens");
            }
        }
        Ok(())
    }

    fn check_grens(&self, parameter: &Parameter, grens: &Grens) -> Toets {
        if !is_artikel(&grens.artikel) {
            return Err("een grens zonder artikel");
        }
        if !parameter.soort.is_te_begrenzen() {
            return Err("een grens aan iets zonder getal");
        }
        match &grens.regel {
            Grensregel::Minimum { .. } | Grensregel::Maximum { .. } => Ok(()),
            Grensregel::MeerDan { sleutel } | Grensregel::MinderDan { sleutel } => {
                let soort = self.find(sleutel.as_str()).map(|p| p.soort);
                if soort == Some(parameter.soort) {
                    Ok(())
                } else {
                    Err("een grens die naar een onbekend of ander soort gegeven wijst")
                }
            }
            Grensregel::SamenHoogstens { delen, .. } => {
                let is_eigen = |sleutel: &Sleutel| *sleutel == parameter.sleutel;
                let is_bedrag = |sleutel: &Sleutel| {
                    let soort = self.find(sleutel.as_str()).map(|p| p.soort);
                    matches!(soort, Some(Soort::Bedrag | Soort::Staffel))
                };
                if delen.iter().any(|deel| is_eigen(&deel.sleutel))
                    && delen.iter().all(|deel| is_bedrag(&deel.sleutel))
                {
                    Ok(())
                } else {
                    Err("een som van onbekende gegevens, of zonder het gegeven zelf")
                }
            }
        }
    }
}

fn is_artikel(artikel: &str) -> bool {
    artikel.contains("art. ")
}
