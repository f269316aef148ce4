-- Values of every kind, and values for the area of a former municipality. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
ALTER TABLE parameterwaarde ADD COLUMN gebied text CONSTRAINT parameterwaarde_gebied_vorm CHECK (gebied ~ '^GM[0-9]{4}$');
COMMENT ON COLUMN parameterwaarde.gebied IS 'The former municipality for whose area it holds (Wet arhi art. 28); empty: the whole municipality.';
DROP INDEX parameterwaarde_eenmaal;
CREATE UNIQUE INDEX parameterwaarde_eenmaal ON parameterwaarde (besluit_id, sleutel, coalesce(gebied, ''), geldig_van) WHERE corrigeert IS NULL;
GRANT INSERT (gebied) ON parameterwaarde TO {{gemeente}}_raad, {{gemeente}}_college;

-- The numbers in a value: one, those of each category or tier, or none where the kind has no bound.
CREATE FUNCTION getallen_van(p_soort text, p_waarde text) RETURNS SETOF numeric
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT p_waarde::numeric WHERE p_soort IN ('bedrag', 'percentage', 'maanden', 'weken', 'uren', 'getal')
  UNION ALL
  SELECT substring(regel FROM '([0-9]+(\.[0-9]{1,2})?)$')::numeric FROM regexp_split_to_table(p_waarde, '\n') regel
  WHERE p_soort IN ('tarieven', 'staffel')
$$;
REVOKE EXECUTE ON FUNCTION getallen_van(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION getallen_van(text, text) TO {{gemeente}}_raad, {{gemeente}}_college;

-- Holds a value against the law, on the day from which it binds: who decides, and the bounds of every day until it ends.
CREATE OR REPLACE FUNCTION toets_waarde(p_sleutel text, p_waarde text, p_orgaan text, p_van date, p_tot date) RETURNS void
LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  regime record;
BEGIN
  SELECT * INTO regime FROM platform.catalogus c
  WHERE c.sleutel = p_sleutel AND c.van <= p_van AND (c.tot IS NULL OR p_van < c.tot);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no parameter % on %', p_sleutel, p_van USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bestaat';
  ELSIF regime.orgaan <> p_orgaan THEN
    RAISE EXCEPTION '% is decided by %', p_sleutel, regime.orgaan USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bevoegd';
  ELSIF NOT (CASE
    WHEN regime.soort IN ('bedrag', 'percentage', 'uren', 'getal') THEN p_waarde ~ '^[0-9]{1,12}(\.[0-9]{1,2})?$'
    WHEN regime.soort IN ('maanden', 'weken') THEN p_waarde ~ '^[0-9]{1,3}$'
    WHEN regime.soort = 'ja-nee' THEN p_waarde IN ('ja', 'nee')
    WHEN regime.soort = 'datum' THEN p_waarde ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    WHEN regime.soort = 'tarieven' THEN p_waarde ~ '^([^\n]+: [0-9]{1,12}\.[0-9]{2}(\n|$))+$'
    WHEN regime.soort = 'staffel' THEN
      p_waarde ~ '^(tot [0-9]{1,7}(\.[0-9]{1,2})?: [0-9]{1,7}(\.[0-9]{1,2})?\n)*daarboven: [0-9]{1,7}(\.[0-9]{1,2})?$'
    ELSE true
  END) THEN
    RAISE EXCEPTION '% takes a %', p_sleutel, regime.soort USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_vorm';
  END IF;
  PERFORM FROM platform.catalogus c
  WHERE c.sleutel = p_sleutel AND c.orgaan = p_orgaan
    AND (p_tot IS NULL OR c.van < p_tot) AND (c.tot IS NULL OR p_van < c.tot)
    AND (c.gesloten OR EXISTS (SELECT FROM getallen_van(c.soort, p_waarde) getal WHERE getal < c.minimum OR getal > c.maximum));
  IF FOUND THEN
    RAISE EXCEPTION '% is outside the bounds of the law', p_sleutel USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_grens';
  END IF;
END $$;

-- An area is one of this municipality, and its own rules end two years after the merger.
CREATE FUNCTION toets_gebied() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.gebied IS NOT NULL AND NOT EXISTS (
    SELECT FROM platform.gebied g
    WHERE g.code = NEW.gebied AND g.opgegaan_in = upper('{{gemeente}}') AND NEW.geldig_tot <= (g.opgegaan_op + interval '2 years')::date) THEN
    RAISE EXCEPTION 'area % is not of this municipality on these days', NEW.gebied
      USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_gebied';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_gebied() FROM PUBLIC;
CREATE TRIGGER toets_gebied BEFORE INSERT ON parameterwaarde FOR EACH ROW EXECUTE FUNCTION toets_gebied();
