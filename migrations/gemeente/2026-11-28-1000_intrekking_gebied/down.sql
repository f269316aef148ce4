DELETE FROM parameterwaarde WHERE waarde IS NULL AND corrigeert IS NULL AND gebied IS NOT NULL;
CREATE OR REPLACE FUNCTION toets_gebied() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.gebied IS NOT NULL AND NOT EXISTS (
    SELECT FROM platform.gebied g
    WHERE g.code = NEW.gebied AND g.opgegaan_in = upper('{{gemeente}}') AND NEW.geldig_tot <= (g.opgegaan_op + interval '2 years')::date) THEN
    RAISE EXCEPTION 'area % is not of this municipality on these days', NEW.gebied
      USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_gebied';
  END IF;
  RETURN NEW;
END $$;
