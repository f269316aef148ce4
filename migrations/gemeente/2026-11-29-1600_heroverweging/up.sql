-- A new calculation inside an objection: what would take the place of the decision, frozen beside the act (Awb art. 7:11). Earlier
-- months are calculated again in a review that belongs to the objection, with which is decided on it (ADR 21).
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only.

ALTER TABLE bezwaarakte DROP CONSTRAINT bezwaarakte_soort;
ALTER TABLE bezwaarakte ADD CONSTRAINT bezwaarakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'verdaagd',
  'uitgesteld', 'gehoord', 'niet-gehoord', 'heroverwogen', 'besloten', 'bekendgemaakt', 'ingetrokken'));

CREATE TABLE bezwaarberekening (
  bezwaar_id uuid NOT NULL,
  nummer integer NOT NULL,
  vraag text NOT NULL CONSTRAINT bezwaarberekening_vraag CHECK (jsonb_typeof(vraag::jsonb) = 'object'),
  antwoord text NOT NULL CONSTRAINT bezwaarberekening_antwoord CHECK (jsonb_typeof(antwoord::jsonb) = 'object'),
  bekend_op timestamptz NOT NULL,
  hash bytea NOT NULL CONSTRAINT bezwaarberekening_heel CHECK (hash = sha256(convert_to(vraag || E'\n' || antwoord, 'UTF8'))),
  CONSTRAINT bezwaarberekening_pkey PRIMARY KEY (bezwaar_id, nummer),
  CONSTRAINT bezwaarberekening_akte FOREIGN KEY (bezwaar_id, nummer) REFERENCES bezwaarakte (bezwaar_id, nummer)
);
COMMENT ON TABLE bezwaarberekening IS 'The calculation under a new calculation in an objection, frozen: question and answer of contract 2.1, or the months with the facts of a review and what came out.';
COMMENT ON COLUMN bezwaarberekening.bekend_op IS 'What was known then of law and policy was calculated with.';

ALTER TABLE bezwaar ADD CONSTRAINT bezwaar_van_wie UNIQUE (id, inwoner);
ALTER TABLE herziening ADD COLUMN bezwaar_id uuid,
  ADD CONSTRAINT herziening_in_bezwaar FOREIGN KEY (bezwaar_id, inwoner) REFERENCES bezwaar (id, inwoner);
COMMENT ON COLUMN herziening.bezwaar_id IS 'The objection in which the months are calculated again, of the same resident; none for a review of its own.';
CREATE INDEX herziening_van_bezwaar ON herziening (bezwaar_id) WHERE bezwaar_id IS NOT NULL;
ALTER TABLE herzieningakte DROP CONSTRAINT herzieningakte_stand;
ALTER TABLE herzieningakte ADD CONSTRAINT herzieningakte_stand CHECK (stand IN ('in-bewerking', 'voorgesteld', 'in-bezwaar', 'besloten',
  'geadviseerd', 'bekendgemaakt', 'gestaakt'));

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
    WHEN 'voorgesteld' THEN eerder = 'in-bewerking' AND NEW.stand = CASE
      WHEN (SELECT bezwaar_id FROM herziening WHERE id = NEW.herziening_id) IS NULL THEN 'voorgesteld' ELSE 'in-bezwaar' END
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

-- As before, and: what takes the place of a decision is the last new calculation, on which somebody else decides than who made it
-- where the register asks that.
CREATE OR REPLACE FUNCTION toets_bezwaarakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  is_open boolean;
  zaak record;
  m record;
  dag date;
  nieuw record;
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
    WHEN 'heroverwogen' THEN is_open AND NEW.stand = eerder
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
  IF NEW.inhoud ->> 'heroverweging' IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT nummer, door_id, inhoud -> 'nieuw' -> 'voorstel' AS voorstel INTO nieuw FROM bezwaarakte
    WHERE bezwaar_id = NEW.bezwaar_id AND soort = 'heroverwogen' ORDER BY nummer DESC LIMIT 1;
  IF NOT FOUND OR nieuw.nummer <> (NEW.inhoud ->> 'heroverweging')::integer OR NEW.inhoud ->> 'uitkomst' <> 'gegrond' THEN
    RAISE EXCEPTION 'not the last new calculation of an objection that is gegrond' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_heroverweging';
  ELSIF nieuw.door_id = NEW.door_id AND EXISTS (
    SELECT FROM (
      SELECT DISTINCT ON (besluit) * FROM mandaat WHERE regeling = zaak.regeling AND rol = NEW.inhoud ->> 'rol' AND van <= dag
        AND (besluit IN ('bezwaar', nieuw.voorstel ->> 'besluit') OR nieuw.voorstel -> 'besluiten' ? besluit)
      ORDER BY besluit, van DESC) r
    WHERE (r.tot IS NULL OR r.tot > dag) AND (r.vier_ogen = 'altijd'
      OR (r.vier_ogen = 'bij-afweging' AND jsonb_array_length(nieuw.voorstel -> 'afwegingen') > 0)
      OR (nieuw.voorstel ->> 'bedrag')::numeric >= r.vier_ogen_vanaf)) THEN
    RAISE EXCEPTION 'a second person decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'bezwaarakte_tweede_persoon';
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT, INSERT ON bezwaarberekening TO {{gemeente}}_uitvoering;
