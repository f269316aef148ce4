//! The letter of a decision on an objection, in Dutch of level B1. Awb arts 7:11, 7:12 and 3:45.

use primitives::datum_lang;

use super::brief::signature;
use super::{
    Aanvraag, Bezwaarbesluit, Bezwaarstand, Bezwaaruitkomst, Brief, Briefblok, Briefgegevens,
};

impl Brief {
    /// The letter of the decision on an objection; none where there is no such decision.
    pub fn of_bezwaar(aanvraag: &Aanvraag, gegevens: &Briefgegevens) -> Option<Self> {
        let besluit = aanvraag.bezwaarbesluit()?;
        let mut blokken = vec![decision(aanvraag, besluit)];
        blokken.extend(on_time(aanvraag, besluit));
        blokken.push(Briefblok::new(
            "Waarom dit besluit?",
            vec![besluit.motivering.clone()],
        ));
        if let Some(nieuw) = &besluit.in_plaats_daarvan {
            let kop = "Wat verandert er?";
            blokken.push(Briefblok::new(kop, vec![nieuw.clone()]));
        }
        blokken.push(Briefblok {
            punten: rules(aanvraag, besluit),
            ..Briefblok::new("Welke regels gebruikten wij?", Vec::new())
        });
        let titel = match besluit.uitkomst {
            Bezwaaruitkomst::Gegrond => "U krijgt gelijk met uw bezwaar",
            Bezwaaruitkomst::Ongegrond => "Ons besluit blijft zoals het was",
            Bezwaaruitkomst::NietOntvankelijk => "Wij kunnen uw bezwaar niet beoordelen",
        };
        Some(Self::with_kop(
            aanvraag.kop().id.to_string(),
            gegevens,
            titel.to_owned(),
            blokken,
            signature(besluit.namens, gegevens),
        ))
    }

    /// The letter as it is sent, with how to appeal. Awb arts 3:45, 6:7 and 8:1.
    #[must_use]
    pub fn with_beroep(mut self, aanvraag: &Aanvraag) -> Self {
        let Some((op, einde)) = aanvraag.beroep_uiterlijk() else {
            return self;
        };
        self.datum = Some(datum_lang(op));
        self.blokken.push(Briefblok::new(
            "Bent u het niet eens met dit besluit?",
            vec![format!(
                "U kunt in beroep gaan bij de rechtbank. Dat kan tot en met {}. De termijn van zes weken begint op de dag na de datum van deze brief. Stuur een kopie van deze brief mee. U betaalt griffierecht.",
                datum_lang(einde.dag)
            )],
        ));
        self
    }
}

fn decision(aanvraag: &Aanvraag, besluit: &Bezwaarbesluit) -> Briefblok {
    let wanneer = aanvraag.bezwaar_ontvangen_op().map(datum_lang);
    let eerst = aanvraag.bekendgemaakt_op().map(datum_lang);
    let vraag = format!(
        "Op {} kregen wij uw bezwaar. Het gaat over ons besluit van {}.",
        wanneer.unwrap_or_default(),
        eerst.unwrap_or_default()
    );
    let uitkomst = match besluit.uitkomst {
        Bezwaaruitkomst::Gegrond => {
            "Uw bezwaar is gegrond: u krijgt gelijk. Wij trekken ons besluit in."
        }
        Bezwaaruitkomst::Ongegrond => "Uw bezwaar is ongegrond: wij veranderen ons besluit niet.",
        Bezwaaruitkomst::NietOntvankelijk => {
            "Uw bezwaar is niet-ontvankelijk. Dat betekent: wij kijken niet of u gelijk heeft."
        }
    };
    Briefblok::new("Ons besluit", vec![vraag, uitkomst.to_owned()])
}

/// What is said about being late. Awb arts 6:7 to 6:9 and 6:11.
fn on_time(aanvraag: &Aanvraag, besluit: &Bezwaarbesluit) -> Option<Briefblok> {
    let einde = aanvraag.bezwaar_uiterlijk()?;
    let te_laat = aanvraag.bezwaarstand() == Some(Bezwaarstand::TeLaat);
    te_laat.then(|| {
        let gevolg = match &besluit.verschoonbaar {
            Some(reden) => format!("Dat nemen wij u niet kwalijk. {reden}"),
            None => "Wij zagen geen goede reden daarvoor.".to_owned(),
        };
        let zin = format!(
            "U kon bezwaar maken tot en met {}. Uw bezwaar kwam later. {gevolg}",
            datum_lang(einde.dag)
        );
        Briefblok::new("Was uw bezwaar op tijd?", vec![zin])
    })
}

fn rules(aanvraag: &Aanvraag, besluit: &Bezwaarbesluit) -> Vec<String> {
    let mut regels = vec!["Algemene wet bestuursrecht (Awb) art. 7:11 en 7:12".to_owned()];
    if aanvraag.bezwaarstand() == Some(Bezwaarstand::TeLaat) {
        regels.push("Awb art. 6:7, 6:8, 6:9 en 6:11".to_owned());
    } else if besluit.uitkomst == Bezwaaruitkomst::NietOntvankelijk {
        regels.push("Awb art. 6:5 en 6:6".to_owned());
    }
    regels
}
