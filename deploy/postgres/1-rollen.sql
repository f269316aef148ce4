-- First of two: roles of the database server. Run once by a superuser; safe to run again.
-- Afterwards give the login roles a password or certificate, and put their addresses in the configuration.

-- Login roles, one per duty, without any right of their own (docs/adr/0001). Only "beheer" may make roles.
DO $$
DECLARE naam text;
BEGIN
  FOREACH naam IN ARRAY ARRAY['stuurhuis_uitvoering','stuurhuis_bestuur','stuurhuis_sturing','stuurhuis_portaal','stuurhuis_beheer'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', naam);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
  FOREACH naam IN ARRAY ARRAY['stuurhuis_ddl','stuurhuis_eigenaar','platform_dienst','platform_uitvoering','platform_raad','platform_college','platform_opdrachtgever','platform_rapportage'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', naam);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
ALTER ROLE stuurhuis_beheer CREATEROLE;
ALTER ROLE platform_dienst NOINHERIT;
GRANT stuurhuis_ddl TO stuurhuis_eigenaar;
GRANT stuurhuis_eigenaar TO stuurhuis_beheer;
GRANT platform_dienst TO stuurhuis_portaal;

-- platform_uitvoering and its sisters hold what gm...._uitvoering of every municipality may do with shared tables.

-- A statement that hangs, or a client that left, does not hold others up. The migrations need more time.
ALTER ROLE stuurhuis_uitvoering SET statement_timeout = '30s';
ALTER ROLE stuurhuis_bestuur SET statement_timeout = '10s';
ALTER ROLE stuurhuis_sturing SET statement_timeout = '10s';
ALTER ROLE stuurhuis_portaal SET statement_timeout = '10s';
ALTER ROLE stuurhuis_uitvoering SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE stuurhuis_bestuur SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE stuurhuis_sturing SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE stuurhuis_portaal SET idle_in_transaction_session_timeout = '60s';
