CREATE OR REPLACE FUNCTION toets_aanvraagakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  is_open boolean;
  voorstel record;
  m record;
  dag date;
BEGIN
  IF NEW.nummer = 1 THEN
    IF NEW.stand <> 'in-behandeling' THEN
      RAISE EXCEPTION 'an application begins in treatment' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_volgorde';
    END IF;
    RETURN NEW;
  END IF;
  SELECT stand INTO eerder FROM aanvraagakte WHERE aanvraag_id = NEW.aanvraag_id AND nummer = NEW.nummer - 1;
  is_open := eerder IN ('in-behandeling', 'herstel', 'opgeschort', 'voorgesteld');
  IF NOT coalesce(CASE NEW.soort
    WHEN 'herstel-gevraagd' THEN eerder = 'in-behandeling' AND NEW.stand = 'herstel'
    WHEN 'aangevuld' THEN eerder = 'herstel' AND NEW.stand = 'in-behandeling'
    WHEN 'opgeschort' THEN eerder = 'in-behandeling' AND NEW.stand = 'opgeschort'
    WHEN 'hervat' THEN eerder = 'opgeschort' AND NEW.stand = 'in-behandeling'
    WHEN 'verdaagd' THEN is_open AND NEW.stand = eerder
    WHEN 'voorgesteld' THEN eerder IN ('in-behandeling', 'herstel') AND NEW.stand = 'voorgesteld'
    WHEN 'teruggegeven' THEN eerder = 'voorgesteld' AND NEW.stand = 'in-behandeling'
    WHEN 'besloten' THEN eerder = 'voorgesteld'
      AND NEW.stand = CASE NEW.inhoud ->> 'namens' WHEN 'advies-aan-college' THEN 'geadviseerd' ELSE 'besloten' END
    WHEN 'bekendgemaakt' THEN eerder = 'besloten' AND NEW.stand = 'bekendgemaakt'
    WHEN 'bezwaar-ontvangen' THEN eerder = 'bekendgemaakt' AND NEW.stand = eerder
    WHEN 'ingetrokken' THEN is_open AND NEW.stand = 'ingetrokken'
  END, false) THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_volgorde';
  END IF;
  IF NEW.soort <> 'besloten' THEN
    RETURN NEW;
  END IF;
  dag := (NEW.inhoud ->> 'beslotenOp')::date;
  SELECT a.inhoud, a.door_id, v.regeling INTO voorstel FROM aanvraagakte a JOIN aanvraag v ON v.id = a.aanvraag_id
    WHERE a.aanvraag_id = NEW.aanvraag_id AND a.soort = 'voorgesteld' ORDER BY a.nummer DESC LIMIT 1;
  SELECT * INTO m FROM mandaat WHERE regeling = voorstel.regeling AND besluit = voorstel.inhoud ->> 'besluit'
    AND rol = NEW.inhoud ->> 'rol' AND van <= dag ORDER BY van DESC LIMIT 1;
  IF NOT FOUND OR m.tot <= dag THEN
    RAISE EXCEPTION 'no mandate' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_mandaat';
  ELSIF voorstel.door_id = NEW.door_id AND (m.vier_ogen = 'altijd'
    OR (m.vier_ogen = 'bij-afweging' AND jsonb_array_length(voorstel.inhoud -> 'afwegingen') > 0)
    OR (voorstel.inhoud ->> 'bedrag')::numeric >= m.vier_ogen_vanaf) THEN
    RAISE EXCEPTION 'a second person decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_tweede_persoon';
  ELSIF NOT EXISTS (SELECT FROM platform.gemeente g WHERE g.code = upper('{{gemeente}}') AND NEW.inhoud ->> 'namens' = CASE g.uitvoeringsvorm
    WHEN 'gedelegeerd' THEN 'dagelijks-bestuur' WHEN 'gemandateerd' THEN 'college' ELSE 'advies-aan-college' END) THEN
    RAISE EXCEPTION 'on behalf of another organ' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_namens';
  END IF;
  RETURN NEW;
END $$;

DROP TABLE bezwaarbesluit;
DROP TRIGGER zet_aanvraagstand ON aanvraagakte;
DROP FUNCTION zet_aanvraagstand();
DROP TABLE aanvraagstand;
ALTER TABLE aanvraagakte DROP COLUMN termijn, DROP COLUMN voorschot_op;
COMMENT ON TABLE aanvraagberekening IS 'The calculation under a proposal, frozen: the question and answer of contract 2.1, so that it can be made again.';
UPDATE aanvraagakte SET stand = 'bekendgemaakt' WHERE stand = 'bezwaar';
ALTER TABLE aanvraagakte DROP CONSTRAINT aanvraagakte_soort, DROP CONSTRAINT aanvraagakte_stand;
ALTER TABLE aanvraagakte
  ADD CONSTRAINT aanvraagakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'opgeschort', 'hervat',
    'verdaagd', 'voorgesteld', 'teruggegeven', 'besloten', 'bekendgemaakt', 'bezwaar-ontvangen', 'ingetrokken')),
  ADD CONSTRAINT aanvraagakte_stand CHECK (stand IN ('in-behandeling', 'herstel', 'opgeschort', 'voorgesteld', 'besloten',
    'geadviseerd', 'bekendgemaakt', 'ingetrokken'));
ALTER TABLE mandaat DROP CONSTRAINT mandaat_besluit;
ALTER TABLE mandaat ADD CONSTRAINT mandaat_besluit CHECK (besluit IN ('toekenning', 'gedeeltelijk', 'afwijzing', 'buiten-behandeling'));
