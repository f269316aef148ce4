//! A small caseload in Winterswijk, taken over as the statutory records deliver it.

use std::sync::LazyLock;

use application::dossier::{DossierError, Lijstfilter, Zoekpagina, list_gevonden};
use application::statistiek::{Leveringsopdracht, Ontvangen, Wijze, record_levering};
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::bevoegdheid::{Actor, Rol};
use domain::dossier::{Medewerker, Zoekopdracht};
use persistence::dossier::record_gezien;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{Bsn, DossierId, Moment, SystemIds, datum_in_nederland};
use testkit::{TestDb, actor, consulent, nu, winterswijk};

const BUS_KOP: &str = "statistiekjaar;statistiekmaand;berichtgevercode;gemeentecode;softwarepakket;release;\
registratienummer;statistiekcode;classificatie_bbz;leefvorm;aantal_kostendelers;bedrag_norm;bedrag_vermindering;\
bedrag_inkomsten;betaalbaar_gesteld;datum_invoering;cluster_bijzondere_bijstand;bsn;geboortedatum;geslacht;\
huisvesting;aanvangsdatum;einddatum;ontheffing;einddatum_ontheffing;reden_einde_ontheffing;tegenprestatie;\
reden_vermindering;aanvang_vermindering;einde_vermindering;soort_inkomsten;bedrag_inkomsten_persoon;vrijlating;\
reden_einde";
const SRG_KOP: &str = "statistiekjaar;statistiekmaand;statistiekcode;softwarepakket;release;gemeentecode;\
berichtgevercode;bsn;geboortedatum;geslacht;trede;begindatum_trede;arbeidsvermogen;registratienummer_voorziening;\
type_voorziening;begindatum;einddatum;reden_einde;loonwaarde";

/// The files of one month, row by row.
pub struct Maandbestand {
    maand: &'static str,
    bus: Vec<String>,
    srg: Vec<String>,
}

impl Maandbestand {
    /// Of a month written as `10`, in 2026.
    pub fn new(maand: &'static str) -> Self {
        Self {
            maand,
            bus: Vec::new(),
            srg: Vec::new(),
        }
    }

    /// A single resident with a benefit, number U and the number of the person.
    pub fn alleenstaande(self, nummer: usize) -> Self {
        self.houder(nummer, nummer, "1", "01")
    }

    /// Two residents who hold one benefit and share their costs with one other.
    pub fn gehuwden(self, nummer: usize, partner: usize) -> Self {
        self.houder(nummer, nummer, "3", "03")
            .houder(nummer, partner, "3", "03")
    }

    fn houder(mut self, uitkering: usize, persoon: usize, leefvorm: &str, kosten: &str) -> Self {
        self.bus.push(format!(
            "2026;{};0294;0294;gws;2026.1;U{uitkering};01;;{leefvorm};{kosten};1402;+0000;+0000;001332;20250402;;{};\
             19880412;2;1;20250401;;2;;;2;;;;;;;",
            self.maand,
            bsn(persoon).expose(),
        ));
        self
    }

    /// A position on the ladder since a day written as `20260212`, and a provision.
    pub fn op_trede(mut self, nummer: usize, trede: u8, sinds: &str) -> Self {
        self.srg.push(format!(
            "2026;{};10;gws;2026.1;0294;0294;{};19880412;2;{trede};{sinds};1;V{nummer};04;20250901;;;051",
            self.maand,
            bsn(nummer).expose(),
        ));
        self
    }

    /// Takes the files over.
    pub async fn take_over(self, test: &TestDb, now: Moment) {
        let file = |kop: &str, regels: &[String]| format!("{kop}\n{}\n", regels.join("\n"));
        let (bus, srg) = (file(BUS_KOP, &self.bus), file(SRG_KOP, &self.srg));
        let ontvangen = Ontvangen {
            bus: (!self.bus.is_empty()).then_some(bus.as_bytes()),
            srg: (!self.srg.is_empty()).then_some(srg.as_bytes()),
            namen: None,
        };
        let opdracht =
            Leveringsopdracht::parse(winterswijk(), ontvangen, Wijze::Definitief).unwrap();
        let teamleider = actor(Rol::Teamleider, winterswijk());
        in_tenant(test, async |tx: &mut TenantTx| {
            record_levering(tx, &teamleider, now, &SystemIds, &opdracht).await
        })
        .await
        .unwrap();
    }
}

/// The fictional bsn of a person by number: every number of 9999xxxxx that passes the eleven test.
pub fn bsn(nummer: usize) -> Bsn {
    static ALLE: LazyLock<Vec<Bsn>> = LazyLock::new(|| {
        (999_900_000..=999_999_999_u32)
            .filter_map(|getal| Bsn::parse(&getal.to_string()).ok())
            .collect()
    });
    ALLE.get(nummer).unwrap().clone()
}

/// Work in Winterswijk as the execution does it.
pub async fn in_tenant<T, E, F>(test: &TestDb, werk: F) -> Result<T, E>
where
    F: AsyncFn(&mut TenantTx) -> Result<T, E>,
    E: From<DbError> + std::error::Error + 'static,
{
    test.db
        .in_tenant("test", winterswijk(), DbRol::Uitvoering, werk)
        .await
}

/// What is found by a search.
pub async fn search(test: &TestDb, tekst: &str) -> Zoekpagina {
    let opdracht = Zoekopdracht::parse(tekst).unwrap();
    in_tenant(test, async |tx: &mut TenantTx| {
        list_gevonden(tx, &consulent(), nu(), &opdracht, None).await
    })
    .await
    .unwrap()
}

/// The dossier of a person by number.
pub async fn dossier_of(test: &TestDb, nummer: usize) -> DossierId {
    let gevonden = search(test, bsn(nummer).expose()).await;
    gevonden.regels.as_slice().first().unwrap().dossier
}

/// The filter of the whole list.
pub fn alles() -> Lijstfilter {
    Lijstfilter::default()
}

/// Makes colleagues known here.
pub async fn colleagues(test: &TestDb, namen: &[&str]) {
    in_tenant(
        test,
        async |tx: &mut TenantTx| -> Result<(), DossierError> {
            for naam in namen {
                let (sub, naam) = (naam.to_lowercase(), (*naam).to_owned());
                record_gezien(tx, &Medewerker { sub, naam }, datum_in_nederland(nu())).await?;
            }
            Ok(())
        },
    )
    .await
    .unwrap();
}

/// A case worker of Winterswijk by name.
pub fn collega(naam: &str) -> Actor {
    Actor {
        sub: naam.to_lowercase(),
        naam: naam.to_owned(),
        ..consulent()
    }
}

#[derive(QueryableByName)]
struct Aantal {
    #[diesel(sql_type = BigInt)]
    aantal: i64,
}

/// How many rows a condition holds for, seen by a superuser.
pub async fn count(test: &TestDb, van: &str) -> i64 {
    let rij: Aantal = sql_query(format!("select count(*) as aantal from gm0294.{van}"))
        .get_result(&mut test.superuser().await)
        .await
        .unwrap();
    rij.aantal
}

#[derive(QueryableByName)]
struct Tekst {
    #[diesel(sql_type = Text)]
    tekst: String,
}

/// The last audit row as `handeling | object | toelichting`.
pub async fn last_audit(test: &TestDb) -> String {
    let rij: Tekst = sql_query(
        "select concat_ws(' | ', handeling, object, toelichting) as tekst from gm0294.audit order by nummer desc limit 1",
    )
    .get_result(&mut test.superuser().await)
    .await
    .unwrap();
    rij.tekst
}
