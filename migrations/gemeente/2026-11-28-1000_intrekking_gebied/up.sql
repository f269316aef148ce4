-- A withdrawal may be about the own values of an area alone. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
-- It has no end, and begins while those values can still hold.
CREATE OR REPLACE FUNCTION toets_gebied() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.gebied IS NOT NULL AND NOT EXISTS (
    SELECT FROM platform.gebied g
    WHERE g.code = NEW.gebied AND g.opgegaan_in = upper('{{gemeente}}') AND CASE
      WHEN NEW.waarde IS NULL AND NEW.corrigeert IS NULL THEN NEW.geldig_van < (g.opgegaan_op + interval '2 years')::date
      ELSE NEW.geldig_tot <= (g.opgegaan_op + interval '2 years')::date END) THEN
    RAISE EXCEPTION 'area % is not of this municipality on these days', NEW.gebied
      USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_gebied';
  END IF;
  RETURN NEW;
END $$;
