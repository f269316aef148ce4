-- Objections to a decision, on an application or on earlier months: each a case of its own, with its acts, how it stands, the
-- decision on it and its letter (ADR 19). What stood of them among the acts of an application moves here.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only.

CREATE TABLE bezwaar (
  id uuid NOT NULL CONSTRAINT bezwaar_pkey PRIMARY KEY,
  inwoner uuid NOT NULL CONSTRAINT bezwaar_inwoner REFERENCES inwoner (id),
  aanvraag_id uuid CONSTRAINT bezwaar_beschikking REFERENCES beschikking (aanvraag_id),
  herziening_id uuid CONSTRAINT bezwaar_herzieningsbesluit REFERENCES herzieningsbesluit (herziening_id),
  nummer integer NOT NULL CONSTRAINT bezwaar_nummer CHECK (nummer > 0),
  regeling text NOT NULL,
  bekendgemaakt_op date NOT NULL,
  beslisser text NOT NULL,
  CONSTRAINT bezwaar_een_besluit CHECK (num_nonnulls(aanvraag_id, herziening_id) = 1),
  CONSTRAINT bezwaar_aanvraag_nummer UNIQUE (aanvraag_id, nummer),
  CONSTRAINT bezwaar_herziening_nummer UNIQUE (herziening_id, nummer)
);
COMMENT ON TABLE bezwaar IS 'An objection to one decision (Awb art. 6:4). Two people may object to the same one. How it stands follows from its acts.';
COMMENT ON COLUMN bezwaar.nummer IS 'The how manieth objection to that decision, from 1: who records one on what he did not see collides on it.';
COMMENT ON COLUMN bezwaar.bekendgemaakt_op IS 'The day on which the decision was made known (Awb art. 6:8); a trigger compares it, as regeling and beslisser.';
COMMENT ON COLUMN bezwaar.beslisser IS 'The lasting id of who took the decision, and who does not decide on the objection (Awb art. 10:3 lid 3).';
CREATE INDEX bezwaar_van_inwoner ON bezwaar (inwoner);

CREATE TABLE bezwaarakte (
  bezwaar_id uuid NOT NULL CONSTRAINT bezwaarakte_bezwaar REFERENCES bezwaar (id),
  nummer integer NOT NULL CONSTRAINT bezwaarakte_nummer CHECK (nummer > 0),
  soort text NOT NULL CONSTRAINT bezwaarakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'verdaagd', 'uitgesteld',
    'gehoord', 'niet-gehoord', 'besloten', 'bekendgemaakt', 'ingetrokken')),
  inhoud jsonb NOT NULL CONSTRAINT bezwaarakte_inhoud CHECK (inhoud ->> 'soort' = soort),
  stand text NOT NULL CONSTRAINT bezwaarakte_stand CHECK (stand IN ('in-behandeling', 'herstel', 'besloten', 'afgehandeld', 'ingetrokken')),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT bezwaarakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT bezwaarakte_door_gevuld CHECK (door <> ''),
  termijn date,
  CONSTRAINT bezwaarakte_pkey PRIMARY KEY (bezwaar_id, nummer),
  CONSTRAINT bezwaarakte_begin CHECK ((nummer = 1) = (soort = 'ontvangen'))
);
COMMENT ON TABLE bezwaarakte IS 'An act in the life of an objection, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN bezwaarakte.stand IS 'How the objection stands after this act.';
COMMENT ON COLUMN bezwaarakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';
COMMENT ON COLUMN bezwaarakte.termijn IS 'The last day to act after this act, if nothing else happens (Awb art. 7:10); none where nothing waits.';

CREATE TABLE bezwaarstand (
  bezwaar_id uuid NOT NULL CONSTRAINT bezwaarstand_pkey PRIMARY KEY CONSTRAINT bezwaarstand_bezwaar REFERENCES bezwaar (id),
  nummer integer NOT NULL,
  stand text NOT NULL,
  termijn date,
  CONSTRAINT bezwaarstand_akte FOREIGN KEY (bezwaar_id, nummer) REFERENCES bezwaarakte (bezwaar_id, nummer)
);
COMMENT ON TABLE bezwaarstand IS 'How an objection stands after its last act: that act, repeated by a trigger in the transaction that adds it.';
CREATE INDEX bezwaarstand_wachtend ON bezwaarstand (termijn, bezwaar_id) WHERE stand IN ('in-behandeling', 'herstel', 'besloten');

-- What stood among the acts of applications: every objection received begins one, in order. Decisions of then have no hearing.
CREATE TABLE bezwaar_oud AS SELECT * FROM bezwaarbesluit;
DROP TABLE bezwaarbesluit;
CREATE TABLE bezwaarakte_oud AS
  SELECT *, row_number() OVER (PARTITION BY aanvraag_id, bezwaar ORDER BY nummer)::integer AS plek FROM (
    SELECT k.*, count(*) FILTER (WHERE soort = 'bezwaar-ontvangen') OVER (PARTITION BY aanvraag_id ORDER BY nummer)::integer AS bezwaar
    FROM aanvraagakte k WHERE soort LIKE 'bezwaar-%') geteld;
INSERT INTO bezwaar (id, inwoner, aanvraag_id, nummer, regeling, bekendgemaakt_op, beslisser)
  SELECT gen_random_uuid(), a.inwoner, a.id, o.bezwaar, a.regeling, (bekend.inhoud ->> 'bekendgemaaktOp')::date, besloten.door_id
  FROM bezwaarakte_oud o JOIN aanvraag a ON a.id = o.aanvraag_id
  JOIN aanvraagakte bekend ON bekend.aanvraag_id = a.id AND bekend.soort = 'bekendgemaakt'
  JOIN aanvraagakte besloten ON besloten.aanvraag_id = a.id AND besloten.soort = 'besloten'
  WHERE o.soort = 'bezwaar-ontvangen';
INSERT INTO bezwaarakte (bezwaar_id, nummer, soort, inhoud, stand, op, door_id, door, termijn)
  SELECT b.id, o.plek, substr(o.soort, 9),
    jsonb_set(o.inhoud, '{soort}', to_jsonb(substr(o.soort, 9)))
      || CASE o.soort WHEN 'bezwaar-ontvangen' THEN
        jsonb_build_object('indiener', jsonb_build_object('wie', 'inwoner'), 'metCommissie', coalesce(o.inhoud -> 'metCommissie', 'false')) ELSE '{}' END,
    CASE o.stand WHEN 'bezwaar' THEN 'in-behandeling' WHEN 'bezwaar-herstel' THEN 'herstel' WHEN 'bezwaar-besloten' THEN 'besloten'
      WHEN 'bezwaar-afgehandeld' THEN 'afgehandeld' ELSE 'ingetrokken' END,
    o.op, o.door_id, o.door, CASE WHEN o.soort <> 'bezwaar-ingetrokken' THEN o.termijn END
  FROM bezwaarakte_oud o JOIN bezwaar b ON b.aanvraag_id = o.aanvraag_id AND b.nummer = o.bezwaar;
INSERT INTO bezwaarstand (bezwaar_id, nummer, stand, termijn)
  SELECT DISTINCT ON (bezwaar_id) bezwaar_id, nummer, stand, termijn FROM bezwaarakte ORDER BY bezwaar_id, nummer DESC;

CREATE TABLE bezwaarbesluit (
  bezwaar_id uuid NOT NULL CONSTRAINT bezwaarbesluit_pkey PRIMARY KEY,
  nummer integer NOT NULL,
  brief jsonb NOT NULL CONSTRAINT bezwaarbesluit_brief CHECK (jsonb_typeof(brief) = 'object'),
  CONSTRAINT bezwaarbesluit_akte FOREIGN KEY (bezwaar_id, nummer) REFERENCES bezwaarakte (bezwaar_id, nummer)
);
COMMENT ON TABLE bezwaarbesluit IS 'The decision on an objection: which act, and its letter as it was decided (Awb arts 7:11 and 7:12).';
INSERT INTO bezwaarbesluit (bezwaar_id, nummer, brief)
  SELECT b.id, o.plek, oud.brief FROM bezwaar_oud oud JOIN bezwaarakte_oud o ON o.aanvraag_id = oud.aanvraag_id AND o.nummer = oud.nummer
  JOIN bezwaar b ON b.aanvraag_id = o.aanvraag_id AND b.nummer = o.bezwaar;
UPDATE aanvraagstand s SET nummer = l.nummer, stand = l.stand, termijn = l.termijn FROM (
  SELECT DISTINCT ON (aanvraag_id) aanvraag_id, nummer, stand, termijn FROM aanvraagakte WHERE soort NOT LIKE 'bezwaar-%'
  ORDER BY aanvraag_id, nummer DESC) l WHERE l.aanvraag_id = s.aanvraag_id AND l.nummer <> s.nummer;
DELETE FROM aanvraagakte WHERE soort LIKE 'bezwaar-%';
DROP TABLE bezwaarakte_oud, bezwaar_oud;

DROP INDEX aanvraagstand_wachtend;
CREATE INDEX aanvraagstand_wachtend ON aanvraagstand (volgorde, aanvraag_id) WHERE stand IN ('in-behandeling', 'herstel', 'opgeschort',
  'voorgesteld', 'besloten', 'geadviseerd');
ALTER TABLE aanvraagakte DROP CONSTRAINT aanvraagakte_soort, DROP CONSTRAINT aanvraagakte_stand;
ALTER TABLE aanvraagakte
  ADD CONSTRAINT aanvraagakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'opgeschort', 'hervat',
    'verdaagd', 'voorgesteld', 'teruggegeven', 'besloten', 'bekendgemaakt', 'ingetrokken', 'voorschot-verleend', 'voorschot-geweigerd',
    'besloten-door-college')),
  ADD CONSTRAINT aanvraagakte_stand CHECK (stand IN ('in-behandeling', 'herstel', 'opgeschort', 'voorgesteld', 'besloten',
    'geadviseerd', 'bekendgemaakt', 'ingetrokken', 'door-college-besloten'));
COMMENT ON COLUMN aanvraagakte.termijn IS 'The last day to act after this act, if nothing else happens (Awb arts 4:13 to 4:15); none while the clock stands still without an end, and where nothing waits.';

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
    WHEN 'voorschot-verleend' THEN is_open AND NEW.stand = eerder
    WHEN 'voorschot-geweigerd' THEN is_open AND NEW.stand = eerder
    WHEN 'besloten-door-college' THEN eerder = 'geadviseerd' AND NEW.stand = 'door-college-besloten'
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
  SELECT * INTO m FROM mandaat WHERE regeling = voorstel.regeling
    AND besluit = voorstel.inhoud ->> 'besluit'
    AND rol = NEW.inhoud ->> 'rol' AND van <= dag ORDER BY van DESC LIMIT 1;
  IF NOT FOUND OR m.tot <= dag THEN
    RAISE EXCEPTION 'no mandate' USING ERRCODE = 'check_violation', CONSTRAINT = 'aanvraagakte_mandaat';
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

-- The decision is one that was made known here, as the row says it.
CREATE FUNCTION toets_bezwaar() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM aanvraag a JOIN aanvraagakte bekend ON bekend.aanvraag_id = a.id AND bekend.soort = 'bekendgemaakt'
      JOIN aanvraagakte besloten ON besloten.aanvraag_id = a.id AND besloten.soort = 'besloten'
      WHERE a.id = NEW.aanvraag_id AND a.inwoner = NEW.inwoner AND a.regeling = NEW.regeling AND besloten.door_id = NEW.beslisser
      AND (bekend.inhoud ->> 'bekendgemaaktOp')::date = NEW.bekendgemaakt_op
    UNION ALL
    SELECT FROM herziening h JOIN herzieningakte bekend ON bekend.herziening_id = h.id AND bekend.soort = 'bekendgemaakt'
      JOIN herzieningakte besloten ON besloten.herziening_id = h.id AND besloten.soort = 'besloten'
      WHERE h.id = NEW.herziening_id AND h.inwoner = NEW.inwoner AND NEW.regeling = 'algemene-bijstand' AND besloten.door_id = NEW.beslisser
      AND (bekend.inhoud ->> 'bekendgemaaktOp')::date = NEW.bekendgemaakt_op) THEN
    RAISE EXCEPTION 'no such decision was made known' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaar_bestreden';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_bezwaar() FROM PUBLIC;
CREATE TRIGGER toets_bezwaar BEFORE INSERT ON bezwaar FOR EACH ROW EXECUTE FUNCTION toets_bezwaar();

-- An act fits what went before; who decides has a mandate, decides on behalf of the right organ, after a hearing or with why there
-- was none, and did not take the decision that is objected to.
CREATE FUNCTION toets_bezwaarakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
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
REVOKE EXECUTE ON FUNCTION toets_bezwaarakte() FROM PUBLIC;
CREATE TRIGGER toets_bezwaarakte BEFORE INSERT ON bezwaarakte FOR EACH ROW EXECUTE FUNCTION toets_bezwaarakte();

-- As the owner, so that nobody else can write how an objection stands.
CREATE FUNCTION zet_bezwaarstand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO bezwaarstand (bezwaar_id, nummer, stand, termijn) VALUES (NEW.bezwaar_id, NEW.nummer, NEW.stand, NEW.termijn)
    ON CONFLICT (bezwaar_id) DO UPDATE SET nummer = EXCLUDED.nummer, stand = EXCLUDED.stand, termijn = EXCLUDED.termijn;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION zet_bezwaarstand() FROM PUBLIC;
CREATE TRIGGER zet_bezwaarstand AFTER INSERT ON bezwaarakte FOR EACH ROW EXECUTE FUNCTION zet_bezwaarstand();

GRANT SELECT, INSERT ON bezwaar, bezwaarakte, bezwaarbesluit TO {{gemeente}}_uitvoering;
GRANT SELECT ON bezwaarstand TO {{gemeente}}_uitvoering;
