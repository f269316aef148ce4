//! What a certified provider and we make of each other.

use domain::bevoegdheid::Rol;
use identity::{AanmeldFout, Clientbewijs, Geheim, Identity};
use openidconnect::core::CoreRsaPrivateSigningKey;
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use primitives::{Clock, GemeenteCode, SystemClock};
use rsa::pkcs1::EncodeRsaPrivateKey;
use rsa::pkcs8::EncodePrivateKey;

use crate::proef::{Proefaanbieder, STUURHUIS, log_in, secret};

#[tokio::test(flavor = "multi_thread")]
async fn roles_come_from_userinfo_when_the_token_holds_none() {
    let aanbieder = Proefaanbieder::start(None).await;
    let aangemelde = log_in(aanbieder.settings(secret()), "consulent")
        .await
        .unwrap();
    let nijkerk = GemeenteCode::parse("GM0267").unwrap();
    let rollen: Vec<_> = aangemelde.actor.rollen_in(nijkerk).collect();
    assert_eq!(rollen, [Rol::Consulent]);
    assert_eq!(aangemelde.actor.sub, "consulent");
    assert_eq!(aangemelde.actor.naam, "Cor Consulent");
    let directie = log_in(aanbieder.settings(secret()), "directie")
        .await
        .unwrap();
    assert_eq!(directie.actor.rollen_in(nijkerk).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_role_is_told_which_claim_is_missing() {
    let aanbieder = Proefaanbieder::start(None).await;
    let fout = log_in(aanbieder.settings(secret()), "zonder")
        .await
        .unwrap_err();
    assert!(
        matches!(&fout, AanmeldFout::GeenRol(geen) if geen.claim == "rollen"),
        "{fout:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lower_level_of_assurance_than_was_asked_does_not_do() {
    let aanbieder = Proefaanbieder::start(None).await;
    let fout = log_in(aanbieder.settings(secret()), "consulent&acr=laag")
        .await
        .unwrap_err();
    assert!(
        matches!(&fout, AanmeldFout::Token(waarom) if waarom.contains("acr")),
        "{fout:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_gets_no_token() {
    let aanbieder = Proefaanbieder::start(None).await;
    let bewijs = Clientbewijs::ClientSecretBasic {
        geheim: Geheim::new("ander-geheim".to_owned()),
    };
    let fout = log_in(aanbieder.settings(bewijs), "consulent")
        .await
        .unwrap_err();
    assert!(matches!(fout, AanmeldFout::Aanbieder(_)), "{fout:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_key_proves_who_we_are() {
    let sleutel = rsa::RsaPrivateKey::new(&mut rand::rngs::OsRng, 2048).unwrap();
    let pkcs1 = sleutel
        .to_pkcs1_pem(rsa::pkcs1::LineEnding::LF)
        .unwrap()
        .to_string();
    let pkcs8 = sleutel
        .to_pkcs8_pem(rsa::pkcs8::LineEnding::LF)
        .unwrap()
        .to_string();
    let kid = Some(JsonWebKeyId::new("test-1".to_owned()));
    let openbaar = CoreRsaPrivateSigningKey::from_pem(&pkcs1, kid)
        .unwrap()
        .as_verification_key();
    let jwks = serde_json::json!({ "keys": [openbaar] }).to_string();
    let aanbieder = Proefaanbieder::start(Some(&jwks)).await;
    for pem in [pkcs1, pkcs8] {
        let bewijs = Clientbewijs::PrivateKeyJwt {
            sleutel: Geheim::new(pem),
            kid: Some("test-1".to_owned()),
        };
        let settings = aanbieder.settings(bewijs);
        assert_eq!(settings.check(true), Ok(()));
        let aangemelde = log_in(settings, "griffie").await.unwrap();
        assert_eq!(aangemelde.actor.toekenningen[0].rol, Rol::Griffie);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_goes_past_the_provider() {
    let aanbieder = Proefaanbieder::start(None).await;
    let settings = aanbieder.settings(secret());
    let aangemelde = log_in(settings.clone(), "consulent").await.unwrap();
    let identity = Identity::try_new(settings, format!("{STUURHUIS}/login/terug"), true).unwrap();
    let terug = format!("{STUURHUIS}/uitgelogd");
    let url = identity
        .logout_url(SystemClock.now(), Some(&aangemelde.id_token), &terug)
        .await
        .unwrap();
    let antwoord = reqwest::get(url).await.unwrap();
    assert!(antwoord.status().is_success(), "{:?}", antwoord.status());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_access_token_of_the_login_is_no_bearer_token_of_ours() {
    let aanbieder = Proefaanbieder::start(None).await;
    let settings = aanbieder.settings(secret());
    let aangemelde = log_in(settings.clone(), "consulent").await.unwrap();
    let identity = Identity::try_new(settings, format!("{STUURHUIS}/login/terug"), true).unwrap();
    let uitkomst = identity
        .verify_bearer(SystemClock.now(), &aangemelde.id_token)
        .await;
    assert!(uitkomst.is_err());
}
