-- Second of two: prepares the database itself. Run once by a superuser, in that database; safe to run again.

-- Nobody gets anything by being somebody.
DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()); END $$;
DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO stuurhuis_uitvoering, stuurhuis_bestuur, stuurhuis_sturing, stuurhuis_portaal, stuurhuis_beheer', current_database()); END $$;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO stuurhuis_beheer', current_database()); END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO stuurhuis_ddl;

-- Functions by which one SELECT could change role, or run a text as a query (postgres.md section 3).
REVOKE EXECUTE ON FUNCTION
  pg_catalog.set_config(text,text,boolean),
  pg_catalog.query_to_xml(text,boolean,boolean,text),
  pg_catalog.query_to_xmlschema(text,boolean,boolean,text),
  pg_catalog.query_to_xml_and_xmlschema(text,boolean,boolean,text),
  pg_catalog.table_to_xml(regclass,boolean,boolean,text),
  pg_catalog.schema_to_xml(name,boolean,boolean,text),
  pg_catalog.database_to_xml(boolean,boolean,text),
  pg_catalog.cursor_to_xml(refcursor,int,boolean,boolean,text),
  pg_catalog.ts_stat(text),
  pg_catalog.ts_stat(text,text),
  pg_catalog.ts_rewrite(tsquery,text),
  pg_catalog.pg_notify(text,text)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text,text,boolean)
  TO stuurhuis_uitvoering, stuurhuis_bestuur, stuurhuis_sturing, stuurhuis_portaal, stuurhuis_beheer;

CREATE SCHEMA IF NOT EXISTS platform AUTHORIZATION stuurhuis_eigenaar;
CREATE SCHEMA IF NOT EXISTS bedrijf AUTHORIZATION stuurhuis_eigenaar;
CREATE SCHEMA IF NOT EXISTS sturing AUTHORIZATION stuurhuis_eigenaar;
