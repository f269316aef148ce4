-- The rest of the life of an application: advances (Participatiewet art. 52), a decision of the college itself after advice, an
-- objection (Awb chapters 6 and 7); and how each application stands now, so that the work list is read in order of its terms.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.

ALTER TABLE aanvraagakte DROP CONSTRAINT aanvraagakte_soort, DROP CONSTRAINT aanvraagakte_stand;
ALTER TABLE aanvraagakte
  ADD CONSTRAINT aanvraagakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'opgeschort', 'hervat',
    'verdaagd', 'voorgesteld', 'teruggegeven', 'besloten', 'bekendgemaakt', 'bezwaar-ontvangen', 'ingetrokken',
    'voorschot-verleend', 'voorschot-geweigerd', 'besloten-door-college', 'bezwaar-herstel-gevraagd', 'bezwaar-aangevuld',
    'bezwaar-verdaagd', 'bezwaar-besloten', 'bezwaar-bekendgemaakt', 'bezwaar-ingetrokken')),
  ADD CONSTRAINT aanvraagakte_stand CHECK (stand IN ('in-behandeling', 'herstel', 'opgeschort', 'voorgesteld', 'besloten',
    'geadviseerd', 'bekendgemaakt', 'ingetrokken', 'door-college-besloten', 'bezwaar', 'bezwaar-herstel', 'bezwaar-besloten', 'bezwaar-afgehandeld'));
ALTER TABLE mandaat DROP CONSTRAINT mandaat_besluit;
ALTER TABLE mandaat ADD CONSTRAINT mandaat_besluit CHECK (besluit IN ('toekenning', 'gedeeltelijk', 'afwijzing', 'buiten-behandeling', 'bezwaar'));

UPDATE aanvraagakte SET stand = 'bezwaar' WHERE soort = 'bezwaar-ontvangen';
ALTER TABLE aanvraagakte ADD COLUMN termijn date, ADD COLUMN voorschot_op date;
COMMENT ON COLUMN aanvraagakte.termijn IS 'The last day to act after this act, if nothing else happens (Awb arts 4:13 to 4:15, 7:10); none while the clock stands still without an end, and where nothing waits.';
COMMENT ON COLUMN aanvraagakte.voorschot_op IS 'The day on which the next advance is due after this act (Participatiewet art. 52 lid 1); none where none is.';

CREATE TABLE aanvraagstand (
  aanvraag_id uuid NOT NULL CONSTRAINT aanvraagstand_pkey PRIMARY KEY CONSTRAINT aanvraagstand_aanvraag REFERENCES aanvraag (id),
  nummer integer NOT NULL,
  stand text NOT NULL,
  termijn date,
  voorschot_op date,
  volgorde date NOT NULL GENERATED ALWAYS AS (coalesce(termijn, DATE '9999-12-31')) STORED,
  CONSTRAINT aanvraagstand_akte FOREIGN KEY (aanvraag_id, nummer) REFERENCES aanvraagakte (aanvraag_id, nummer)
);
COMMENT ON TABLE aanvraagstand IS 'How an application stands after its last act: that act, repeated by a trigger in the transaction that adds it.';
COMMENT ON COLUMN aanvraagstand.volgorde IS 'Where it stands on the work list: what has no last day comes last.';
CREATE INDEX aanvraagstand_wachtend ON aanvraagstand (volgorde, aanvraag_id) WHERE stand IN ('in-behandeling', 'herstel', 'opgeschort',
  'voorgesteld', 'besloten', 'geadviseerd', 'bezwaar', 'bezwaar-herstel', 'bezwaar-besloten');
CREATE INDEX aanvraagstand_voorschot ON aanvraagstand (voorschot_op) WHERE voorschot_op IS NOT NULL;

-- As the owner, so that nobody else can write how an application stands.
CREATE FUNCTION zet_aanvraagstand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO aanvraagstand (aanvraag_id, nummer, stand, termijn, voorschot_op)
    VALUES (NEW.aanvraag_id, NEW.nummer, NEW.stand, NEW.termijn, NEW.voorschot_op)
    ON CONFLICT (aanvraag_id) DO UPDATE SET nummer = EXCLUDED.nummer, stand = EXCLUDED.stand, termijn = EXCLUDED.termijn,
      voorschot_op = EXCLUDED.voorschot_op;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION zet_aanvraagstand() FROM PUBLIC;
CREATE TRIGGER zet_aanvraagstand AFTER INSERT ON aanvraagakte FOR EACH ROW EXECUTE FUNCTION zet_aanvraagstand();

-- Applications from before: eight weeks after receipt where something waits, until the next act says it to the day.
INSERT INTO aanvraagstand (aanvraag_id, nummer, stand, termijn)
  SELECT DISTINCT ON (k.aanvraag_id) k.aanvraag_id, k.nummer, k.stand,
    CASE WHEN k.stand IN ('in-behandeling', 'herstel', 'voorgesteld', 'besloten', 'geadviseerd', 'bezwaar') THEN a.ontvangen_op + 56 END
  FROM aanvraagakte k JOIN aanvraag a ON a.id = k.aanvraag_id ORDER BY k.aanvraag_id, k.nummer DESC;

CREATE TABLE bezwaarbesluit (
  aanvraag_id uuid NOT NULL CONSTRAINT bezwaarbesluit_pkey PRIMARY KEY CONSTRAINT bezwaarbesluit_beschikking REFERENCES beschikking (aanvraag_id),
  nummer integer NOT NULL,
  brief jsonb NOT NULL CONSTRAINT bezwaarbesluit_brief CHECK (jsonb_typeof(brief) = 'object'),
  CONSTRAINT bezwaarbesluit_akte FOREIGN KEY (aanvraag_id, nummer) REFERENCES aanvraagakte (aanvraag_id, nummer)
);
COMMENT ON TABLE bezwaarbesluit IS 'The decision on an objection: which act, and its letter as it was decided (Awb arts 7:11 and 7:12).';

COMMENT ON TABLE aanvraagberekening IS 'The calculation under a proposal or an advance, frozen: the question and answer of contract 2.1, so that it can be made again.';

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

GRANT SELECT ON aanvraagstand TO {{gemeente}}_uitvoering;
GRANT SELECT, INSERT ON bezwaarbesluit TO {{gemeente}}_uitvoering;
