-- What is recorded of an objection since then has no place among the acts of an application: two at once, a hearing, an objection
-- to a review. So a step back is only taken where there is none.
DO $$ BEGIN
  IF EXISTS (SELECT FROM bezwaar) THEN
    RAISE EXCEPTION 'objections are recorded here: they do not fit in what was before';
  END IF;
END $$;
DROP TABLE bezwaarbesluit, bezwaarstand, bezwaarakte, bezwaar;
DROP FUNCTION toets_bezwaar();
DROP FUNCTION toets_bezwaarakte();
DROP FUNCTION zet_bezwaarstand();
CREATE TABLE bezwaarbesluit (
  aanvraag_id uuid NOT NULL CONSTRAINT bezwaarbesluit_pkey PRIMARY KEY CONSTRAINT bezwaarbesluit_beschikking REFERENCES beschikking (aanvraag_id),
  nummer integer NOT NULL,
  brief jsonb NOT NULL CONSTRAINT bezwaarbesluit_brief CHECK (jsonb_typeof(brief) = 'object'),
  CONSTRAINT bezwaarbesluit_akte FOREIGN KEY (aanvraag_id, nummer) REFERENCES aanvraagakte (aanvraag_id, nummer)
);
COMMENT ON TABLE bezwaarbesluit IS 'The decision on an objection: which act, and its letter as it was decided (Awb arts 7:11 and 7:12).';
GRANT SELECT, INSERT ON bezwaarbesluit TO {{gemeente}}_uitvoering;
DROP INDEX aanvraagstand_wachtend;
CREATE INDEX aanvraagstand_wachtend ON aanvraagstand (volgorde, aanvraag_id) WHERE stand IN ('in-behandeling', 'herstel', 'opgeschort',
  'voorgesteld', 'besloten', 'geadviseerd', 'bezwaar', 'bezwaar-herstel', 'bezwaar-besloten');
ALTER TABLE aanvraagakte DROP CONSTRAINT aanvraagakte_soort, DROP CONSTRAINT aanvraagakte_stand;
ALTER TABLE aanvraagakte
  ADD CONSTRAINT aanvraagakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'opgeschort', 'hervat',
    'verdaagd', 'voorgesteld', 'teruggegeven', 'besloten', 'bekendgemaakt', 'bezwaar-ontvangen', 'ingetrokken',
    'voorschot-verleend', 'voorschot-geweigerd', 'besloten-door-college', 'bezwaar-herstel-gevraagd', 'bezwaar-aangevuld',
    'bezwaar-verdaagd', 'bezwaar-besloten', 'bezwaar-bekendgemaakt', 'bezwaar-ingetrokken')),
  ADD CONSTRAINT aanvraagakte_stand CHECK (stand IN ('in-behandeling', 'herstel', 'opgeschort', 'voorgesteld', 'besloten',
    'geadviseerd', 'bekendgemaakt', 'ingetrokken', 'door-college-besloten', 'bezwaar', 'bezwaar-herstel', 'bezwaar-besloten', 'bezwaar-afgehandeld'));
COMMENT ON COLUMN aanvraagakte.termijn IS 'The last day to act after this act, if nothing else happens (Awb arts 4:13 to 4:15, 7:10); none while the clock stands still without an end, and where nothing waits.';
CREATE OR REPLACE FUNCTION toets_aanvraagakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  is_open boolean;
  voorstel record;
  m record;
  eerste text;
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
    WHEN 'voorschot-verleend' THEN is_open AND NEW.stand = eerder
    WHEN 'voorschot-geweigerd' THEN is_open AND NEW.stand = eerder
    WHEN 'besloten-door-college' THEN eerder = 'geadviseerd' AND NEW.stand = 'door-college-besloten'
    WHEN 'bezwaar-ontvangen' THEN eerder = 'bekendgemaakt' AND NEW.stand = 'bezwaar'
    WHEN 'bezwaar-herstel-gevraagd' THEN eerder = 'bezwaar' AND NEW.stand = 'bezwaar-herstel'
    WHEN 'bezwaar-aangevuld' THEN eerder = 'bezwaar-herstel' AND NEW.stand = 'bezwaar'
    WHEN 'bezwaar-verdaagd' THEN eerder IN ('bezwaar', 'bezwaar-herstel') AND NEW.stand = eerder
    WHEN 'bezwaar-besloten' THEN eerder IN ('bezwaar', 'bezwaar-herstel') AND NEW.stand = 'bezwaar-besloten'
    WHEN 'bezwaar-bekendgemaakt' THEN eerder = 'bezwaar-besloten' AND NEW.stand = 'bezwaar-afgehandeld'
    WHEN 'bezwaar-ingetrokken' THEN eerder IN ('bezwaar', 'bezwaar-herstel') AND NEW.stand = 'bekendgemaakt'
    WHEN 'ingetrokken' THEN is_open AND NEW.stand = 'ingetrokken'
  END, false) THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_volgorde';
  END IF;
  IF NEW.soort NOT IN ('besloten', 'bezwaar-besloten') THEN
    RETURN NEW;
  END IF;
  dag := (NEW.inhoud ->> 'beslotenOp')::date;
  SELECT a.inhoud, a.door_id, v.regeling INTO voorstel FROM aanvraagakte a JOIN aanvraag v ON v.id = a.aanvraag_id
    WHERE a.aanvraag_id = NEW.aanvraag_id AND a.soort = 'voorgesteld' ORDER BY a.nummer DESC LIMIT 1;
  SELECT * INTO m FROM mandaat WHERE regeling = voorstel.regeling
    AND besluit = CASE NEW.soort WHEN 'bezwaar-besloten' THEN 'bezwaar' ELSE voorstel.inhoud ->> 'besluit' END
    AND rol = NEW.inhoud ->> 'rol' AND van <= dag ORDER BY van DESC LIMIT 1;
  IF NOT FOUND OR m.tot <= dag THEN
    RAISE EXCEPTION 'no mandate' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_mandaat';
  ELSIF NEW.soort = 'bezwaar-besloten' THEN
    SELECT door_id INTO eerste FROM aanvraagakte WHERE aanvraag_id = NEW.aanvraag_id AND soort = 'besloten';
    IF eerste = NEW.door_id THEN
      RAISE EXCEPTION 'not by who took the first decision (Awb art. 10:3 lid 3)' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_eerste_besluit';
    END IF;
  ELSIF voorstel.door_id = NEW.door_id AND (m.vier_ogen = 'altijd'
    OR (m.vier_ogen = 'bij-afweging' AND jsonb_array_length(voorstel.inhoud -> 'afwegingen') > 0)
    OR (voorstel.inhoud ->> 'bedrag')::numeric >= m.vier_ogen_vanaf) THEN
    RAISE EXCEPTION 'a second person decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_tweede_persoon';
  END IF;
  IF NOT EXISTS (SELECT FROM platform.gemeente g WHERE g.code = upper('{{gemeente}}') AND NEW.inhoud ->> 'namens' = CASE g.uitvoeringsvorm
    WHEN 'gedelegeerd' THEN 'dagelijks-bestuur' WHEN 'gemandateerd' THEN 'college' ELSE 'advies-aan-college' END) THEN
    RAISE EXCEPTION 'on behalf of another organ' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_namens';
  END IF;
  RETURN NEW;
END $$;
