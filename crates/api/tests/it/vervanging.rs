//! An application whose decision was replaced after an objection, over the API.

use actix_web::http::Method;
use application::aanvraag::{
    Afzender, Voorstelopdracht, record_besluit, record_handeling, record_mandaten, record_voorstel,
};
use application::bezwaar::{
    BezwaarError, Bezwaarontvangst, Bezwaaropdracht, record_bezwaar, record_bezwaarbesluit,
    record_bezwaarhandeling, record_heroverweging,
};
use domain::aanvraag::{
    Aanvraaghandeling, Bekendmaakwijze, Besluitsoort, Mandaat, Mandaatbesluit, Rekenfeiten,
    VierOgen,
};
use domain::bevoegdheid::Rol;
use domain::bezwaar::{
    Bestredenbesluit, Bezwaarhandeling, Bezwaaruitkomst, Gehoord, Indiener, Indienersoort,
};
use domain::recht::Regeling;
use http_base::DbRol;
use primitives::{AanvraagId, Datum, DossierId, Geld, SystemIds, parse_datum};
use serde_json::json;
use testkit::{actor, bsn, collega, consulent, nu, winterswijk};

use crate::app::{Api, post, read};
use crate::dossier::{BASIS, caseload};

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

/// What somebody who rents and owns so many euros asks, and gets or not.
fn proposal(
    (dossier, aanvraag): (DossierId, AanvraagId),
    gezien: usize,
    (besluit, euro): (Besluitsoort, i32),
) -> Voorstelopdracht {
    let ingang = dag("2026-11-02");
    Voorstelopdracht {
        dossier,
        aanvraag,
        gezien,
        besluit,
        ingang: Some(ingang),
        motivering: "Daarom.".to_owned(),
        afwegingen: Vec::new(),
        ontheffing: None,
        feiten: Some(Rekenfeiten {
            peildatum: ingang,
            partner: None,
            kinderen: Vec::new(),
            medebewoners: Vec::new(),
            huisvesting: "huurder",
            woonkosten: "gewoon",
            inkomsten: Vec::new(),
            bezittingen: Geld::from_cents(euro * 100),
            schulden: Geld::NUL,
            overwaarde_woning: None,
            toeslag: None,
            regeling: None,
        }),
    }
}

async fn give_mandate(api: &Api) {
    let mandaat = |besluit| Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit,
        rol: Rol::Teamleider,
        vier_ogen: VierOgen::Altijd,
        vier_ogen_vanaf: None,
        van: dag("2026-01-01"),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    let mandaten = [Besluitsoort::Afwijzing.into(), Mandaatbesluit::Bezwaar].map(mandaat);
    let college = actor(Rol::College, winterswijk());
    let db = &api.app.state.db;
    db.in_tenant("test", winterswijk(), DbRol::College, async |tx| {
        record_mandaten(tx, &college, nu(), &mandaten).await
    })
    .await
    .unwrap();
}

/// Refused, objected to, calculated again and decided on.
async fn replace(api: &Api, wat: (DossierId, AanvraagId)) {
    let (wie, eerste) = (consulent(), actor(Rol::Teamleider, winterswijk()));
    let ander = collega(Rol::Teamleider, winterswijk());
    let vandaag = dag("2026-11-21");
    let weigering = proposal(wat, 1, (Besluitsoort::Afwijzing, 50_000));
    let beter = proposal(wat, 2, (Besluitsoort::Toekenning, 1_000));
    let bekend = Aanvraaghandeling::Bekendgemaakt {
        bekendgemaakt_op: vandaag,
        wijze: Bekendmaakwijze::Post,
    };
    let ontvangst = Bezwaarontvangst {
        dossier: wat.0,
        tegen: Bestredenbesluit::Aanvraag(wat.1),
        gezien: 0,
        ontvangen_op: vandaag,
        verzonden_op: None,
        met_commissie: false,
        reden_te_laat: None,
        indiener: Indiener {
            wie: Indienersoort::Inwoner,
            naam: None,
        },
    };
    let gehoord = Bezwaarhandeling::Gehoord(Gehoord {
        gehoord_op: vandaag,
        wie: "u".to_owned(),
        verslag: "U heeft minder.".to_owned(),
    });
    let db = &api.app.state.db;
    db.in_tenant("test", winterswijk(), DbRol::Uitvoering, async |tx| {
        record_voorstel(tx, &wie, nu(), &weigering).await?;
        record_besluit(tx, &eerste, nu(), wat, 2, &Afzender::default()).await?;
        record_handeling(tx, &wie, nu(), wat, 3, bekend.clone()).await?;
        let bezwaar = record_bezwaar(tx, &wie, nu(), &SystemIds, &ontvangst).await?;
        let id = bezwaar.kop().id;
        record_bezwaarhandeling(tx, &wie, nu(), (wat.0, id), 1, gehoord.clone()).await?;
        record_heroverweging(tx, &wie, nu(), id, &beter).await?;
        let besluit = Bezwaaropdracht {
            dossier: wat.0,
            bezwaar: id,
            gezien: 3,
            uitkomst: Bezwaaruitkomst::Gegrond,
            motivering: "U heeft gelijk.".to_owned(),
            in_plaats_daarvan: None,
            met_berekening: true,
            verschoonbaar: None,
            afzender: Afzender::default(),
        };
        record_bezwaarbesluit(tx, &ander, nu(), &besluit).await?;
        Ok::<_, BezwaarError>(())
    })
    .await
    .unwrap();
}

#[actix_web::test]
async fn a_decision_that_was_replaced_says_by_what() {
    let (api, token) = caseload().await;
    give_mandate(&api).await;
    let zoek = json!({ "bsn": bsn(3).expose() });
    let gevonden = read(&post(&api, &format!("{BASIS}/_zoek"), &token, &zoek).await);
    let dossier = gevonden["inwoners"][0]["dossier"].as_str().unwrap();
    let lijst = format!("{BASIS}/{dossier}/aanvragen");
    let nieuw = json!({ "regeling": "algemene-bijstand", "ontvangenOp": "2026-11-02", "kanaal": "digitaal" });
    let klaar = post(&api, &lijst, &token, &nieuw).await;
    let adres = klaar.kop("location").to_owned();
    let vooraf = read(&klaar);
    assert_eq!(vooraf["vervanging"], json!(null));
    let wat = (
        DossierId::parse(dossier).unwrap(),
        AanvraagId::parse(vooraf["id"].as_str().unwrap()).unwrap(),
    );
    replace(&api, wat).await;
    let een = read(&api.ask(&Method::GET, &adres, Some(&token)).await);
    assert_eq!(een["besluit"]["besluit"], "afwijzing", "as it was taken");
    let vervanging = &een["vervanging"];
    assert_eq!(vervanging["besluit"], "toekenning");
    assert_eq!(vervanging["bedrag"], "1419.46");
    assert_eq!(vervanging["ingang"], "2026-11-02");
    let alle = read(&api.ask(&Method::GET, &lijst, Some(&token)).await);
    assert_eq!(alle["aanvragen"][0]["vervanging"], *vervanging);
}
