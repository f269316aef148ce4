DROP TRIGGER toets_gebied ON parameterwaarde;
DROP FUNCTION toets_gebied();
CREATE OR REPLACE FUNCTION toets_waarde(p_sleutel text, p_waarde text, p_orgaan text, p_van date, p_tot date) RETURNS void
LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  regime record;
  getal numeric;
BEGIN
  SELECT * INTO regime FROM platform.catalogus c
  WHERE c.sleutel = p_sleutel AND c.van <= p_van AND (c.tot IS NULL OR p_van < c.tot);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no parameter % on %', p_sleutel, p_van USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bestaat';
  ELSIF regime.orgaan <> p_orgaan THEN
    RAISE EXCEPTION '% is decided by %', p_sleutel, regime.orgaan USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bevoegd';
  ELSIF regime.soort <> 'lijst' AND p_waarde !~ '^[0-9]{1,12}(\.[0-9]{1,2})?$' THEN
    RAISE EXCEPTION '% takes a number', p_sleutel USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_vorm';
  END IF;
  IF regime.soort <> 'lijst' THEN
    getal := p_waarde::numeric;
  END IF;
  PERFORM FROM platform.catalogus c
  WHERE c.sleutel = p_sleutel AND c.orgaan = p_orgaan
    AND (p_tot IS NULL OR c.van < p_tot) AND (c.tot IS NULL OR p_van < c.tot)
    AND (c.gesloten OR getal < c.minimum OR getal > c.maximum);
  IF FOUND THEN
    RAISE EXCEPTION '% is outside the bounds of the law', p_sleutel USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_grens';
  END IF;
END $$;
DROP FUNCTION getallen_van(text, text);
DROP INDEX parameterwaarde_eenmaal;
CREATE UNIQUE INDEX parameterwaarde_eenmaal ON parameterwaarde (besluit_id, sleutel, geldig_van) WHERE corrigeert IS NULL;
ALTER TABLE parameterwaarde DROP COLUMN gebied;
