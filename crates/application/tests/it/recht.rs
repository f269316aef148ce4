//! The right of a resident and of a caseload, on records that were taken over.

use application::dossier::DossierError;
use application::recht::{RechtError, calculate_bestand, load_recht, load_rechtbeleid};
use application::statistiek::{Leveringsopdracht, Ontvangen, Wijze, record_levering};
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::bevoegdheid::{Geweigerd, Rol};
use domain::dossier::Zoekopdracht;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{Bsn, DossierId, Maand, SystemIds};
use testkit::{Maandbestand, TestDb, actor, consulent, nijkerk, nu, winterswijk};

const KOP: &str = "statistiekjaar;statistiekmaand;berichtgevercode;gemeentecode;softwarepakket;release;\
registratienummer;statistiekcode;classificatie_bbz;leefvorm;aantal_kostendelers;bedrag_norm;bedrag_vermindering;\
bedrag_inkomsten;betaalbaar_gesteld;datum_invoering;cluster_bijzondere_bijstand;bsn;geboortedatum;geslacht;\
huisvesting;aanvangsdatum;einddatum;ontheffing;einddatum_ontheffing;reden_einde_ontheffing;tegenprestatie;\
reden_vermindering;aanvang_vermindering;einde_vermindering;soort_inkomsten;bedrag_inkomsten_persoon;vrijlating;\
reden_einde";

/// A record of October 2026; the norms of the second half of that year hold.
struct Regel {
    uitkering: &'static str,
    persoon: usize,
    code: &'static str,
    leefvorm: &'static str,
    kostendelers: &'static str,
    norm: u32,
    inkomsten: u32,
    betaalbaar: u32,
    huisvesting: &'static str,
    aanvang: &'static str,
}

const ALLEEN: Regel = Regel {
    uitkering: "U1",
    persoon: 1,
    code: "01",
    leefvorm: "1",
    kostendelers: "01",
    norm: 1419,
    inkomsten: 0,
    betaalbaar: 1348,
    huisvesting: "1",
    aanvang: "20250401",
};

fn bsn(nummer: usize) -> Bsn {
    (999_900_000..)
        .filter_map(|getal: u32| Bsn::parse(&getal.to_string()).ok())
        .nth(nummer)
        .unwrap()
}

impl Regel {
    fn csv(&self) -> String {
        let Self {
            uitkering,
            code,
            leefvorm,
            kostendelers,
            norm,
            inkomsten,
            betaalbaar,
            ..
        } = self;
        let inkomen = if *inkomsten > 0 {
            format!("11;+{inkomsten:04};2")
        } else {
            ";;".to_owned()
        };
        format!(
            "2026;10;0294;0294;gws;2026.1;{uitkering};{code};;{leefvorm};{kostendelers};{norm:04};+0000;+{inkomsten:04};\
             {betaalbaar:06};20250402;;{};19880412;2;{};{};;2;;;2;;;;{inkomen};",
            bsn(self.persoon).expose(),
            self.huisvesting,
            self.aanvang,
        )
    }
}

async fn in_tenant<T, E, F>(test: &TestDb, werk: F) -> Result<T, E>
where
    F: AsyncFn(&mut TenantTx) -> Result<T, E>,
    E: From<DbError> + std::error::Error + 'static,
{
    test.db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, werk)
        .await
}

async fn take_over(test: &TestDb, regels: &[Regel]) {
    let regels: Vec<String> = regels.iter().map(Regel::csv).collect();
    take_over_file(test, &format!("{KOP}\n{}\n", regels.join("\n"))).await;
}

async fn take_over_file(test: &TestDb, bus: &str) {
    let ontvangen = Ontvangen {
        bus: Some(bus.as_bytes()),
        srg: None,
        namen: None,
    };
    let opdracht = Leveringsopdracht::parse(winterswijk(), ontvangen, Wijze::Definitief).unwrap();
    let teamleider = actor(Rol::Teamleider, winterswijk());
    in_tenant(test, async |tx: &mut TenantTx| {
        record_levering(tx, &teamleider, nu(), &SystemIds, &opdracht).await
    })
    .await
    .unwrap();
}

async fn dossier_of(test: &TestDb, nummer: usize) -> DossierId {
    let opdracht = Zoekopdracht::parse(bsn(nummer).expose()).unwrap();
    let gevonden = in_tenant(test, async |tx: &mut TenantTx| {
        application::dossier::list_gevonden(tx, &consulent(), nu(), &opdracht, None).await
    })
    .await
    .unwrap();
    gevonden.regels.as_slice().first().unwrap().dossier
}

#[derive(QueryableByName)]
struct Aantal {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

/// How many rows of the processing log name an activity; only the owner reads it without being logged.
async fn logged(test: &TestDb, activiteit: &str) -> i64 {
    let mut conn = test.owner_of(winterswijk()).await;
    let vraag = sql_query(
        "SELECT count(*) AS aantal FROM gm0294.verwerking WHERE activiteit LIKE '%' || $1",
    );
    let rij: Aantal = vraag
        .bind::<Text, _>(activiteit)
        .get_result(&mut conn)
        .await
        .unwrap();
    rij.aantal
}

#[tokio::test]
async fn a_resident_sees_the_right_by_law_beside_what_was_delivered() {
    let test = TestDb::new().await;
    let partner = Regel {
        persoon: 3,
        ..samen()
    };
    take_over(&test, &[ALLEEN, samen(), partner]).await;
    let dossier = dossier_of(&test, 3).await;
    let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
        load_recht(tx, &consulent(), nu(), dossier, None).await
    })
    .await
    .unwrap();
    let recht = pagina.recht.unwrap();
    // Two spouses and one other of 27 or older: A = 3, B = 2.027,79; 878,71 each.
    assert_eq!(recht.antwoord.norm.unwrap().to_string(), "1757.42");
    assert_eq!(recht.antwoord.middelen.unwrap().to_string(), "400.00");
    assert_eq!(recht.antwoord.bedrag.unwrap().to_string(), "1357.42");
    assert_eq!(recht.geleverde_norm.unwrap().to_string(), "1757.00");
    assert_eq!(recht.maand.to_string(), "2026-10");
    assert_eq!(pagina.maanden, [recht.maand]);
    assert!(!recht.is_deel_van_maand());
    let eerste = recht.antwoord.uitleg.as_slice().first().unwrap();
    assert_eq!(eerste.grondslag, "Participatiewet art. 22a lid 2");
    // Both spouses are in the record, so both are logged.
    assert_eq!(logged(&test, "recht-berekenen").await, 2);
}

#[tokio::test]
async fn who_was_in_the_benefit_of_an_earlier_month_is_logged_too() {
    let test = TestDb::new().await;
    let maanden = [
        Maandbestand::new(winterswijk(), "09").gehuwden(2, 3),
        Maandbestand::new(winterswijk(), "10").alleenstaande(3),
    ];
    for bestand in maanden {
        take_over_file(&test, &bestand.bus().unwrap()).await;
    }
    let (dossier, partner) = (dossier_of(&test, 3).await, dossier_of(&test, 2).await);
    let maand = Maand::parse("2026-09").unwrap();
    let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
        load_recht(tx, &consulent(), nu(), dossier, Some(maand)).await
    });
    assert_eq!(pagina.await.unwrap().recht.unwrap().maand, maand);
    let mut conn = test.owner_of(winterswijk()).await;
    let vraag = sql_query(
        "SELECT count(*) AS aantal FROM gm0294.verwerking \
         WHERE activiteit LIKE '%recht-berekenen' AND betrokkene = $1",
    );
    let partner: Aantal = vraag
        .bind::<diesel::sql_types::Uuid, _>(partner.uuid())
        .get_result(&mut conn)
        .await
        .unwrap();
    assert_eq!(
        partner.aantal, 1,
        "no longer in the household, but her data decided the norm"
    );
}

fn samen() -> Regel {
    Regel {
        uitkering: "U2",
        persoon: 2,
        leefvorm: "3",
        kostendelers: "03",
        norm: 1757,
        inkomsten: 400,
        betaalbaar: 1290,
        ..ALLEEN
    }
}

#[tokio::test]
async fn who_never_had_algemene_bijstand_has_no_right_to_show() {
    let test = TestDb::new().await;
    take_over(
        &test,
        &[Regel {
            code: "02",
            ..ALLEEN
        }],
    )
    .await;
    let dossier = dossier_of(&test, 1).await;
    let load = async |rol| {
        let wie = actor(rol, winterswijk());
        in_tenant(&test, async |tx: &mut TenantTx| {
            load_recht(tx, &wie, nu(), dossier, None).await
        })
        .await
    };
    assert_eq!(load(Rol::Consulent).await.unwrap().recht, None);
    for rol in [Rol::Opdrachtgever, Rol::Griffie, Rol::Fg] {
        assert!(matches!(
            load(rol).await,
            Err(DossierError::Geweigerd(Geweigerd::RolSchietTekort(_)))
        ));
    }
}

#[tokio::test]
async fn a_caseload_is_calculated_and_compared_as_a_whole() {
    let test = TestDb::new().await;
    let partner = Regel {
        persoon: 3,
        ..samen()
    };
    let begint_later = Regel {
        uitkering: "U3",
        persoon: 4,
        aanvang: "20261015",
        ..ALLEEN
    };
    let te_hoog = Regel {
        uitkering: "U4",
        persoon: 5,
        norm: 1500,
        inkomsten: 1450,
        betaalbaar: 48,
        ..ALLEEN
    };
    let anders = Regel {
        uitkering: "U5",
        persoon: 6,
        leefvorm: "4",
        ..ALLEEN
    };
    let ioaw = Regel {
        uitkering: "U6",
        persoon: 7,
        code: "02",
        ..ALLEEN
    };
    take_over(
        &test,
        &[
            ALLEEN,
            samen(),
            partner,
            begint_later,
            te_hoog,
            anders,
            ioaw,
        ],
    )
    .await;
    let voor = logged(&test, "recht-berekenen").await;
    let maand = Maand::parse("2026-10").unwrap();
    let bestand = in_tenant(&test, async |tx: &mut TenantTx| {
        calculate_bestand(tx, &consulent(), nu(), maand).await
    })
    .await
    .unwrap();
    assert_eq!(
        (bestand.uitkeringen, bestand.recht, bestand.geen_recht),
        (5, 3, 1)
    );
    let redenen: Vec<_> = bestand.onbepaald.into_iter().collect();
    assert_eq!(
        redenen,
        [(
            "De leefvorm in de levering zegt niet welke norm geldt.".to_owned(),
            1
        )]
    );
    assert_eq!(bestand.norm_wijkt_af, 1);
    // 1.419,46 less 5% is 1.348,49, twice; 1.357,42 less 5% is 1.289,55.
    assert_eq!(bestand.uitbetaling.to_string(), "3986.53");
    assert_eq!(bestand.betaalbaar_gesteld.to_string(), "3986.00");
    assert_eq!(logged(&test, "recht-berekenen").await, voor + 6);
}

#[tokio::test]
async fn council_values_are_for_who_may_calculate_there() {
    let test = TestDb::new().await;
    let load = async |rol, gemeente| {
        let wie = actor(rol, gemeente);
        in_tenant(&test, async |tx: &mut TenantTx| {
            load_rechtbeleid(tx, &wie, None).await
        })
        .await
    };
    assert!(load(Rol::Griffie, winterswijk()).await.is_ok());
    assert!(matches!(
        load(Rol::Fg, winterswijk()).await,
        Err(RechtError::Geweigerd(Geweigerd::RolSchietTekort(_)))
    ));
    assert!(matches!(
        load(Rol::Consulent, nijkerk()).await,
        Err(RechtError::Geweigerd(Geweigerd::GeenRol(_)))
    ));
}
