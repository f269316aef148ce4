//! Statements tried as the login roles of production, each with what must happen.

use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};
use testkit::TestDb;

/// A statement and whether the database must allow it.
pub struct Poging {
    /// Login role.
    login: &'static str,
    /// Role that the transaction takes; empty for none.
    rol: &'static str,
    /// What is tried.
    sql: &'static str,
    /// What must happen.
    mag: bool,
}

const fn poging(login: &'static str, rol: &'static str, sql: &'static str, mag: bool) -> Poging {
    Poging {
        login,
        rol,
        sql,
        mag,
    }
}

const UITVOERING: &str = "stuurhuis_uitvoering";
const BESTUUR: &str = "stuurhuis_bestuur";
const STURING: &str = "stuurhuis_sturing";
const PORTAAL: &str = "stuurhuis_portaal";

/// Adds an audit row as a use case does.
const AUDIT: &str = "insert into audit (moment, actor, actor_naam, handeling, object, trace) \
                     values (now(), 'a', 'A', 'dossier', 'dossier 1', decode(repeat('00', 16), 'hex'))";

/// Adds a decision of the council with a value of the council, in one transaction.
const RAADSBESLUIT: &str = "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, \
     vastgelegd_op, vastgelegd_door, vastgelegd_door_id) values ('00000000-0000-7000-8000-000000000001', 'raad', '1', 'V', '2025-12-11', \
     '2026-01-01', 'aangenomen', now(), 'G', 'g'); \
     insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van) values \
     ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'raad', 0, 'iit.referteperiode', '36', '2026-01-01')";

/// The same decision in the name of the college.
const COLLEGEBESLUIT: &str = "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, \
     vastgelegd_op, vastgelegd_door, vastgelegd_door_id) values ('00000000-0000-7000-8000-000000000001', 'college', '1', 'V', '2025-12-11', \
     '2026-01-01', 'aangenomen', now(), 'C', 'c')";

/// A value for a parameter that the college decides about, in a decision of the council.
const RAAD_OVER_COLLEGE: &str = "insert into besluit (id, orgaan, nummer, titel, vergaderdatum, inwerkingtreding, beslissing, \
     vastgelegd_op, vastgelegd_door, vastgelegd_door_id) values ('00000000-0000-7000-8000-000000000001', 'raad', '1', 'V', '2025-12-11', \
     '2026-01-01', 'aangenomen', now(), 'G', 'g'); \
     insert into parameterwaarde (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van) values \
     ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'raad', 0, 'voorschot.percentage', '95', '2026-01-01')";

/// Adds a proposal to the council with its first text.
const VOORSTEL: &str = "insert into voorstel (id, orgaan) values ('00000000-0000-7000-8000-000000000005', 'raad'); \
     insert into voorstelakte (voorstel_id, nummer, orgaan, soort, inhoud, stand, op, door_id, door) values \
     ('00000000-0000-7000-8000-000000000005', 1, 'raad', 'opgesteld', '{}', 'concept', now(), 'g', 'G')";

/// The closing of a quarter, of the own municipality and of another.
const SLUITING: &str = "insert into sturing.sluiting (id, gemeente, kwartaal, versie, bekend_op, gesloten_op, gesloten_door, hash, \
     inbeeld_termijn, aandachtspunten) values ('00000000-0000-7000-8000-000000000003', 'GM0294', '2026-K1', 1, now(), now(), 'D', \
     sha256('x'), 6, '{}')";
const SLUITING_VAN_ANDER: &str = "insert into sturing.sluiting (id, gemeente, kwartaal, versie, bekend_op, gesloten_op, gesloten_door, \
     hash, inbeeld_termijn, aandachtspunten) values ('00000000-0000-7000-8000-000000000003', 'GM0267', '2026-K1', 1, now(), now(), 'D', \
     sha256('x'), 6, '{}')";

/// A comment on the figures of the own municipality and of another.
const TOELICHTING: &str = "insert into sturing.toelichting (id, gemeente, kwartaal, tekst, door, rol, op) values \
     ('00000000-0000-7000-8000-000000000004', 'GM0294', '2026-K1', 'T', 'O', 'opdrachtgever', now())";
const TOELICHTING_VAN_ANDER: &str = "insert into sturing.toelichting (id, gemeente, kwartaal, tekst, door, rol, op) values \
     ('00000000-0000-7000-8000-000000000004', 'GM0267', '2026-K1', 'T', 'O', 'opdrachtgever', now())";

/// Staffing of the own municipality and of another.
const FORMATIE: &str = "insert into bedrijf.formatie (gemeente, functie, doelgroep, van, bekend_op, fte, vastgelegd_door) values \
     ('GM0294', 'klantmanager', 'alle', '2026-01-01', now(), 1, 'D')";
const FORMATIE_VAN_ANDER: &str = "insert into bedrijf.formatie (gemeente, functie, doelgroep, van, bekend_op, fte, vastgelegd_door) \
     values ('GM0267', 'klantmanager', 'alle', '2026-01-01', now(), 1, 'D')";

pub const POGINGEN: &[Poging] = &[
    // A login role by itself has nothing.
    poging(UITVOERING, "", "select * from gm0294.audit", false),
    poging(UITVOERING, "", "select * from platform.gemeente", false),
    poging(UITVOERING, "", "create table public.x (i int)", false),
    poging(UITVOERING, "", "create temp table x (i int)", false),
    poging(UITVOERING, "", "set role gm0294_eigenaar", false),
    poging(UITVOERING, "", "set role platform", false),
    // A login role takes the roles of its own duty only.
    poging(UITVOERING, "", "set role gm0294_raad", false),
    poging(UITVOERING, "", "set role gm0294_college", false),
    poging(UITVOERING, "", "set role gm0294_opdrachtgever", false),
    poging(UITVOERING, "", "set role platform_dienst", false),
    poging(BESTUUR, "", "set role gm0294_uitvoering", false),
    poging(BESTUUR, "", "set role gm0294_rapportage", false),
    poging(BESTUUR, "", "set role gm0294_raad", true),
    poging(STURING, "", "set role gm0294_uitvoering", false),
    poging(STURING, "", "set role gm0294_raad", false),
    poging(STURING, "", "set role gm0294_rapportage", false),
    poging(PORTAAL, "", "set role gm0294_uitvoering", false),
    poging(PORTAAL, "", "set role stuurhuis_eigenaar", false),
    // Inside one municipality nothing of another is in reach.
    poging(UITVOERING, "gm0294_uitvoering", AUDIT, true),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "insert into gm0267.verwerking (trace) values ('')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select * from gm0267.audit",
        false,
    ),
    poging(BESTUUR, "gm0294_raad", "select * from gm0267.audit", false),
    // Supervision reads the log and says that it did; it sees no dossier, no policy, nothing of another.
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select actor, actor_naam, rollen, handeling, object, betrokkene, activiteit from audit join verwerking using (trace)",
        true,
    ),
    poging(UITVOERING, "gm0294_toezicht", AUDIT, true),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select toelichting from audit",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select id from inwoner",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select naam from medewerker",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select sleutel from parameterwaarde",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select actor from gm0267.audit",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "select code from platform.gemeente",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "delete from verwerking",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_toezicht",
        "insert into verwerking (naam) values ('x')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select actor from audit",
        false,
    ),
    poging(BESTUUR, "", "set role gm0294_toezicht", false),
    poging(STURING, "", "set role gm0294_toezicht", false),
    poging(PORTAAL, "", "set role gm0294_toezicht", false),
    // The chain can only grow.
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "update audit set actor = 'x'",
        false,
    ),
    poging(UITVOERING, "gm0294_uitvoering", "delete from audit", false),
    poging(UITVOERING, "gm0294_uitvoering", "truncate audit", false),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "update audit_kop set nummer = 0",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "drop trigger audit_schakel on audit",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "insert into audit (nummer, hash) values (1, '')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select gm0294.audit_schakel()",
        false,
    ),
    // Policy: each organ under its own name, execution not at all, nobody afterwards.
    poging(BESTUUR, "gm0294_raad", RAADSBESLUIT, true),
    poging(BESTUUR, "gm0294_college", RAADSBESLUIT, false),
    poging(UITVOERING, "gm0294_uitvoering", RAADSBESLUIT, false),
    poging(UITVOERING, "gm0294_rapportage", RAADSBESLUIT, false),
    poging(STURING, "gm0294_opdrachtgever", RAADSBESLUIT, false),
    poging(BESTUUR, "gm0294_college", COLLEGEBESLUIT, true),
    poging(BESTUUR, "gm0294_raad", COLLEGEBESLUIT, false),
    poging(BESTUUR, "gm0294_raad", RAAD_OVER_COLLEGE, false),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select * from parameterwaarde, besluit, bekendmaking",
        true,
    ),
    poging(
        STURING,
        "gm0294_opdrachtgever",
        "select * from parameterwaarde",
        true,
    ),
    poging(
        BESTUUR,
        "gm0294_raad",
        "select * from gm0267.parameterwaarde",
        false,
    ),
    poging(
        BESTUUR,
        "gm0294_raad",
        "update besluit set titel = 'x'",
        false,
    ),
    poging(BESTUUR, "gm0294_raad", "delete from parameterwaarde", false),
    poging(BESTUUR, "gm0294_raad", "truncate besluit cascade", false),
    poging(
        BESTUUR,
        "gm0294_raad",
        "update platform.catalogus set maximum = null",
        false,
    ),
    poging(
        BESTUUR,
        "gm0294_raad",
        "alter table parameterwaarde disable trigger all",
        false,
    ),
    // Proposals: as decisions, and nobody else looks into a draft.
    poging(BESTUUR, "gm0294_raad", VOORSTEL, true),
    poging(BESTUUR, "gm0294_college", VOORSTEL, false),
    poging(UITVOERING, "gm0294_uitvoering", VOORSTEL, false),
    poging(STURING, "gm0294_opdrachtgever", VOORSTEL, false),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select * from voorstelakte, bijlage",
        true,
    ),
    poging(
        UITVOERING,
        "gm0294_rapportage",
        "select * from voorstelakte",
        false,
    ),
    poging(
        BESTUUR,
        "gm0294_raad",
        "select * from gm0267.voorstelakte",
        false,
    ),
    poging(
        BESTUUR,
        "gm0294_raad",
        "update voorstelakte set stand = 'aangenomen'",
        false,
    ),
    poging(BESTUUR, "gm0294_raad", "delete from bijlage", false),
    // No way around by what PostgreSQL offers everybody.
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "do 'begin perform 1; end'",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "create function f() returns int language sql as 'select 1'",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select set_config('role', 'gm0267_uitvoering', true)",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select query_to_xml('select 1', true, false, '')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select * from ts_stat('select 1')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select pg_notify('x', 'y')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select pg_read_file('/etc/passwd')",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "copy audit to program 'cat'",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "set session_replication_role = replica",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "set session authorization gm0267_uitvoering",
        false,
    ),
    // The queue is shared: a municipality adds to it under its own name, and sees nothing of it.
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select * from platform.job",
        false,
    ),
    poging(
        PORTAAL,
        "platform_dienst",
        "select * from platform.job",
        true,
    ),
    poging(
        PORTAAL,
        "platform_dienst",
        "select * from gm0294.audit",
        false,
    ),
    poging(
        PORTAAL,
        "platform_dienst",
        "insert into platform.gemeente (code) values ('GM9999')",
        false,
    ),
    // Figures are closed by the reporting role, for its own municipality, once and for all.
    poging(UITVOERING, "gm0294_rapportage", SLUITING, true),
    poging(UITVOERING, "gm0294_rapportage", SLUITING_VAN_ANDER, false),
    poging(
        UITVOERING,
        "gm0294_rapportage",
        "update sturing.sluiting set versie = 2",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_rapportage",
        "delete from sturing.cijfer",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_rapportage",
        "select email from sturing.ontvanger",
        false,
    ),
    poging(
        UITVOERING,
        "gm0294_uitvoering",
        "select * from sturing.cijfer",
        false,
    ),
    poging(
        BESTUUR,
        "gm0294_raad",
        "select * from sturing.cijfer",
        false,
    ),
    // Commissioners read figures and comment; they change none.
    poging(
        STURING,
        "gm0294_opdrachtgever",
        "select * from sturing.cijfer",
        true,
    ),
    poging(STURING, "gm0294_opdrachtgever", SLUITING, false),
    poging(
        STURING,
        "gm0294_opdrachtgever",
        "update sturing.cijfer set waarde = 1",
        false,
    ),
    poging(STURING, "gm0294_opdrachtgever", TOELICHTING, true),
    poging(
        STURING,
        "gm0294_opdrachtgever",
        TOELICHTING_VAN_ANDER,
        false,
    ),
    poging(
        STURING,
        "gm0294_opdrachtgever",
        "delete from sturing.afspraak",
        false,
    ),
    // Staffing is kept by execution, for each municipality apart.
    poging(UITVOERING, "gm0294_uitvoering", FORMATIE, true),
    poging(UITVOERING, "gm0294_uitvoering", FORMATIE_VAN_ANDER, false),
    poging(STURING, "gm0294_opdrachtgever", FORMATIE, false),
];

/// Every attempt that went otherwise than it must.
pub async fn list_verrassingen(test: &TestDb) -> Vec<String> {
    let mut verrassingen = Vec::new();
    for poging in POGINGEN {
        let mut conn = test.connect_as(poging.login).await;
        let mocht = attempt(&mut conn, poging).await;
        if mocht != poging.mag {
            verrassingen.push(format!(
                "{} {}: {} → {mocht}",
                poging.login, poging.rol, poging.sql
            ));
        }
    }
    verrassingen
}

async fn attempt(conn: &mut AsyncPgConnection, poging: &Poging) -> bool {
    if !poging.rol.is_empty() {
        let schema = poging.rol.split('_').next().unwrap_or_default();
        let context = format!(
            "begin; set local role {}; set local search_path = {schema}, pg_catalog, pg_temp",
            poging.rol
        );
        conn.batch_execute(&context).await.unwrap();
    }
    conn.batch_execute(poging.sql).await.is_ok()
}

#[tokio::test]
async fn every_statement_does_what_its_role_may_and_no_more() {
    let test = TestDb::new().await;
    assert_eq!(list_verrassingen(&test).await, Vec::<String>::new());
}

#[tokio::test]
async fn role_and_path_end_with_the_transaction() {
    let test = TestDb::new().await;
    for einde in ["commit", "rollback"] {
        let mut conn = test.connect_as(UITVOERING).await;
        let context = "begin; set local role gm0294_uitvoering; set local search_path = gm0294, pg_catalog, pg_temp";
        conn.batch_execute(context).await.unwrap();
        conn.batch_execute(AUDIT).await.unwrap();
        conn.batch_execute(einde).await.unwrap();
        assert!(conn.batch_execute(AUDIT).await.is_err(), "after {einde}");
    }
}
