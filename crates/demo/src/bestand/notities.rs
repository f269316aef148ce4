//! What casusregisseurs wrote down: short invented notes of the last months.

use anyhow::anyhow;
use domain::dossier::{Notitielijst, Notitieregel, Notitiesoort, Notitietekst, Regisseurlijst};
use primitives::Datum;

use super::regisseurs::mix;
use super::toeval::plus_dagen;

/// Of a thousand residents so many have a note of the last months (voorbeeldwaarde).
const MET_NOTITIE_PROMILLE: u64 = 450;
/// Notes are of so many days before the end (voorbeeldwaarde).
const DAGEN: u64 = 150;

const TEKSTEN: [(Notitiesoort, &str); 8] = [
    (
        Notitiesoort::Gesprek,
        "Besproken hoe het gaat en welke stap nu past. Over drie maanden spreken we elkaar weer.",
    ),
    (
        Notitiesoort::Telefoongesprek,
        "Gebeld over de vrijwilligersplek. Het bevalt, de dagen blijven zo.",
    ),
    (
        Notitiesoort::Gesprek,
        "Voortgang van de taalcursus doorgenomen. Wil daarna graag kijken naar werk in de zorg.",
    ),
    (
        Notitiesoort::Telefoongesprek,
        "Vraag over de inkomsten van vorige maand beantwoord. Loonstrook volgt.",
    ),
    (
        Notitiesoort::Huisbezoek,
        "Kennisgemaakt en verteld wie waarvoor te bellen is.",
    ),
    (
        Notitiesoort::Gesprek,
        "Gesprek met de jobcoach erbij. De uren gaan stap voor stap omhoog.",
    ),
    (
        Notitiesoort::Notitie,
        "Afspraak verzet naar volgende week, op eigen verzoek.",
    ),
    (
        Notitiesoort::Telefoongesprek,
        "Gebeld zonder bijzonderheden. Alles loopt door zoals afgesproken.",
    ),
];

/// A note about nearly half of the residents who have a casusregisseur, by that colleague.
pub(super) fn of_regisseurs(
    regisseurs: &Regisseurlijst,
    laatste_dag: Datum,
) -> anyhow::Result<Notitielijst> {
    let mut regels = Vec::new();
    for regel in regisseurs.regels() {
        let worp = mix(&regel.bsn);
        if worp / 7 % 1_000 >= MET_NOTITIE_PROMILLE {
            continue;
        }
        let Some((soort, tekst)) = TEKSTEN.iter().cycle().nth(usize::try_from(worp % 8)?) else {
            continue;
        };
        let dagen = i32::try_from(worp / 11 % DAGEN)?;
        let datum = plus_dagen(laatste_dag, -dagen);
        regels.push(Notitieregel {
            bsn: regel.bsn.clone(),
            medewerker: regel.medewerker.clone(),
            soort: *soort,
            datum: regel
                .sinds
                .map_or(datum, |sinds| datum.max(sinds))
                .min(laatste_dag),
            tekst: Notitietekst::parse(tekst)?,
        });
    }
    Notitielijst::try_new(regisseurs.gemeente(), regels).map_err(|fouten| anyhow!("{fouten}"))
}
