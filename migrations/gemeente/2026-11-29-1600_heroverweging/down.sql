-- A new calculation has no place in what was before: a step back is only taken where there is none.
DO $$ BEGIN
  IF EXISTS (SELECT FROM bezwaarakte WHERE soort = 'heroverwogen') OR EXISTS (SELECT FROM herziening WHERE bezwaar_id IS NOT NULL) THEN
    RAISE EXCEPTION 'new calculations are recorded in objections here: they do not fit in what was before';
  END IF;
END $$;
DROP TABLE bezwaarberekening;
ALTER TABLE herziening DROP COLUMN bezwaar_id;
ALTER TABLE bezwaar DROP CONSTRAINT bezwaar_van_wie;
ALTER TABLE bezwaarakte DROP CONSTRAINT bezwaarakte_soort;
ALTER TABLE bezwaarakte ADD CONSTRAINT bezwaarakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'verdaagd',
  'uitgesteld', 'gehoord', 'niet-gehoord', 'besloten', 'bekendgemaakt', 'ingetrokken'));
ALTER TABLE herzieningakte DROP CONSTRAINT herzieningakte_stand;
ALTER TABLE herzieningakte ADD CONSTRAINT herzieningakte_stand CHECK (stand IN ('in-bewerking', 'voorgesteld', 'besloten', 'geadviseerd',
  'bekendgemaakt', 'gestaakt'));
CREATE OR REPLACE FUNCTION toets_herzieningakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  voorstel record;
  m record;
  wat text;
  dag date;
BEGIN
  IF NEW.nummer = 1 THEN
    IF NEW.stand <> 'in-bewerking' THEN
      RAISE EXCEPTION 'a review begins in the making' USING ERRCODE = 'check_violation', CONSTRAINT = 'herzieningakte_volgorde';
    END IF;
    RETURN NEW;
  END IF;
  SELECT stand INTO eerder FROM herzieningakte WHERE herziening_id = NEW.herziening_id AND nummer = NEW.nummer - 1;
  IF NOT coalesce(CASE NEW.soort
    WHEN 'feit-vastgelegd' THEN eerder = 'in-bewerking' AND NEW.stand = eerder
    WHEN 'feit-vervallen' THEN eerder = 'in-bewerking' AND NEW.stand = eerder
    WHEN 'beoordeeld' THEN eerder = 'in-bewerking' AND NEW.stand = eerder
    WHEN 'voorgesteld' THEN eerder = 'in-bewerking' AND NEW.stand = 'voorgesteld'
    WHEN 'teruggegeven' THEN eerder = 'voorgesteld' AND NEW.stand = 'in-bewerking'
    WHEN 'besloten' THEN eerder = 'voorgesteld'
      AND NEW.stand = CASE NEW.inhoud ->> 'namens' WHEN 'advies-aan-college' THEN 'geadviseerd' ELSE 'besloten' END
    WHEN 'bekendgemaakt' THEN eerder = 'besloten' AND NEW.stand = 'bekendgemaakt'
    WHEN 'gestaakt' THEN eerder IN ('in-bewerking', 'voorgesteld') AND NEW.stand = 'gestaakt'
  END, false) THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder USING ERRCODE = 'check_violation', CONSTRAINT = 'herzieningakte_volgorde';
  END IF;
  IF NEW.soort <> 'besloten' THEN
    RETURN NEW;
  END IF;
  dag := (NEW.inhoud ->> 'beslotenOp')::date;
  SELECT a.inhoud, a.door_id INTO voorstel FROM herzieningakte a
    WHERE a.herziening_id = NEW.herziening_id AND a.soort = 'voorgesteld' ORDER BY a.nummer DESC LIMIT 1;
  IF coalesce(jsonb_array_length(voorstel.inhoud -> 'besluiten'), 0) = 0 THEN
    RAISE EXCEPTION 'nothing is decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'herzieningakte_mandaat';
  END IF;
  FOR wat IN SELECT jsonb_array_elements_text(voorstel.inhoud -> 'besluiten') LOOP
    SELECT * INTO m FROM mandaat WHERE regeling = 'algemene-bijstand' AND besluit = wat AND rol = NEW.inhoud ->> 'rol' AND van <= dag
      ORDER BY van DESC LIMIT 1;
    IF NOT FOUND OR m.tot <= dag THEN
      RAISE EXCEPTION 'no mandate' USING ERRCODE = 'check_violation', CONSTRAINT = 'herzieningakte_mandaat';
    ELSIF voorstel.door_id = NEW.door_id AND (m.vier_ogen = 'altijd'
      OR (m.vier_ogen = 'bij-afweging' AND jsonb_array_length(voorstel.inhoud -> 'afwegingen') > 0)
      OR (voorstel.inhoud ->> 'bedrag')::numeric >= m.vier_ogen_vanaf) THEN
      RAISE EXCEPTION 'a second person decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'herzieningakte_tweede_persoon';
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM platform.gemeente g WHERE g.code = upper('{{gemeente}}') AND NEW.inhoud ->> 'namens' = CASE g.uitvoeringsvorm
    WHEN 'gedelegeerd' THEN 'dagelijks-bestuur' WHEN 'gemandateerd' THEN 'college' ELSE 'advies-aan-college' END) THEN
    RAISE EXCEPTION 'on behalf of another organ' USING ERRCODE = 'check_violation', CONSTRAINT = 'herzieningakte_namens';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION toets_bezwaarakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  is_open boolean;
  zaak record;
  m record;
  dag date;
BEGIN
  IF NEW.nummer = 1 THEN
    IF NEW.stand <> 'in-behandeling' THEN
      RAISE EXCEPTION 'an objection begins in treatment' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_volgorde';
    END IF;
    RETURN NEW;
  END IF;
  SELECT stand INTO eerder FROM bezwaarakte WHERE bezwaar_id = NEW.bezwaar_id AND nummer = NEW.nummer - 1;
  is_open := eerder IN ('in-behandeling', 'herstel');
  IF NOT coalesce(CASE NEW.soort
    WHEN 'herstel-gevraagd' THEN eerder = 'in-behandeling' AND NEW.stand = 'herstel'
    WHEN 'aangevuld' THEN eerder = 'herstel' AND NEW.stand = 'in-behandeling'
    WHEN 'verdaagd' THEN is_open AND NEW.stand = eerder
    WHEN 'uitgesteld' THEN is_open AND NEW.stand = eerder
    WHEN 'gehoord' THEN is_open AND NEW.stand = eerder
    WHEN 'niet-gehoord' THEN is_open AND NEW.stand = eerder
    WHEN 'besloten' THEN is_open AND NEW.stand = 'besloten'
    WHEN 'bekendgemaakt' THEN eerder = 'besloten' AND NEW.stand = 'afgehandeld'
    WHEN 'ingetrokken' THEN is_open AND NEW.stand = 'ingetrokken'
  END, false) THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_volgorde';
  END IF;
  IF NEW.soort <> 'besloten' THEN
    RETURN NEW;
  END IF;
  dag := (NEW.inhoud ->> 'beslotenOp')::date;
  SELECT regeling, beslisser INTO zaak FROM bezwaar WHERE id = NEW.bezwaar_id;
  SELECT * INTO m FROM mandaat WHERE regeling = zaak.regeling AND besluit = 'bezwaar' AND rol = NEW.inhoud ->> 'rol' AND van <= dag
    ORDER BY van DESC LIMIT 1;
  IF NOT FOUND OR m.tot <= dag THEN
    RAISE EXCEPTION 'no mandate' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_mandaat';
  ELSIF zaak.beslisser = NEW.door_id THEN
    RAISE EXCEPTION 'not by who took the first decision (Awb art. 10:3 lid 3)' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_eerste_besluit';
  ELSIF NOT EXISTS (SELECT FROM bezwaarakte WHERE bezwaar_id = NEW.bezwaar_id AND soort IN ('gehoord', 'niet-gehoord')) THEN
    RAISE EXCEPTION 'neither heard nor why not (Awb arts 7:2 and 7:3)' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_gehoord';
  ELSIF NOT EXISTS (SELECT FROM platform.gemeente g WHERE g.code = upper('{{gemeente}}') AND NEW.inhoud ->> 'namens' = CASE g.uitvoeringsvorm
    WHEN 'gedelegeerd' THEN 'dagelijks-bestuur' WHEN 'gemandateerd' THEN 'college' END) THEN
    RAISE EXCEPTION 'on behalf of another organ' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_namens';
  END IF;
  RETURN NEW;
END $$;
