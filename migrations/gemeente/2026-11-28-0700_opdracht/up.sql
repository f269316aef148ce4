-- The assignment of a municipality to the organisation ("wat"), the plan that answers it ("hoe"), and how each item stands by quarter.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only.

CREATE TABLE opdrachtakte (
  jaar smallint NOT NULL CONSTRAINT opdrachtakte_jaar CHECK (jaar BETWEEN 2015 AND 2200),
  nummer integer NOT NULL CONSTRAINT opdrachtakte_nummer CHECK (nummer > 0),
  soort text NOT NULL CONSTRAINT opdrachtakte_soort CHECK (soort IN ('opgesteld', 'verstrekt')),
  versie integer NOT NULL CONSTRAINT opdrachtakte_versie CHECK (versie > 0),
  inhoud jsonb NOT NULL CONSTRAINT opdrachtakte_onderdelen CHECK (jsonb_array_length(inhoud -> 'onderdelen') > 0),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT opdrachtakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT opdrachtakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT opdrachtakte_pkey PRIMARY KEY (jaar, nummer)
);
COMMENT ON TABLE opdrachtakte IS 'An act in the life of the assignment of a year, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN opdrachtakte.versie IS 'Which version it writes or gives; the next one begins when a given assignment is changed.';
COMMENT ON COLUMN opdrachtakte.inhoud IS 'All items. The act that gives repeats what it gives, so that it can be read without the drafts.';
COMMENT ON COLUMN opdrachtakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';
CREATE UNIQUE INDEX opdrachtakte_eenmaal_verstrekt ON opdrachtakte (jaar, versie) WHERE soort = 'verstrekt';

-- An act fits what went before, who wrote does not give, and a frame that is named stands in a decision that was taken.
CREATE FUNCTION toets_opdrachtakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder record;
BEGIN
  SELECT soort, versie, inhoud INTO eerder FROM opdrachtakte WHERE jaar = NEW.jaar AND nummer = NEW.nummer - 1;
  IF NOT coalesce(CASE
    WHEN NEW.nummer = 1 THEN NEW.soort = 'opgesteld' AND NEW.versie = 1
    WHEN NEW.soort = 'verstrekt' THEN eerder.soort = 'opgesteld' AND NEW.versie = eerder.versie AND NEW.inhoud = eerder.inhoud
    WHEN eerder.soort = 'verstrekt' THEN NEW.versie = eerder.versie + 1
    ELSE NEW.versie = eerder.versie
  END, false) THEN
    RAISE EXCEPTION '% does not follow', NEW.soort USING ERRCODE = 'check_violation', CONSTRAINT = 'opdrachtakte_volgorde';
  ELSIF NEW.soort = 'verstrekt' AND EXISTS (SELECT FROM opdrachtakte a
    WHERE a.jaar = NEW.jaar AND a.versie = NEW.versie AND a.soort = 'opgesteld' AND a.door_id = NEW.door_id) THEN
    RAISE EXCEPTION 'a second person gives' USING ERRCODE = 'check_violation', CONSTRAINT = 'opdrachtakte_tweede_persoon';
  ELSIF EXISTS (
    SELECT FROM jsonb_array_elements(NEW.inhoud -> 'onderdelen') o CROSS JOIN LATERAL jsonb_array_elements(o -> 'kaders') k
    WHERE NOT EXISTS (SELECT FROM besluit b
      WHERE b.id = (k ->> 'besluit')::uuid AND b.aanvaard AND (k ->> 'kader')::integer BETWEEN 1 AND cardinality(b.kaders))) THEN
    RAISE EXCEPTION 'no such frame' USING ERRCODE = 'check_violation', CONSTRAINT = 'opdrachtakte_kader';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_opdrachtakte() FROM PUBLIC;
CREATE TRIGGER toets_opdrachtakte BEFORE INSERT ON opdrachtakte FOR EACH ROW EXECUTE FUNCTION toets_opdrachtakte();

CREATE TABLE uitvoeringsplan (
  jaar smallint NOT NULL,
  nummer integer NOT NULL CONSTRAINT uitvoeringsplan_nummer CHECK (nummer > 0),
  opdrachtversie integer NOT NULL,
  inhoud jsonb NOT NULL,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT uitvoeringsplan_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT uitvoeringsplan_door_gevuld CHECK (door <> ''),
  CONSTRAINT uitvoeringsplan_pkey PRIMARY KEY (jaar, nummer)
);
COMMENT ON TABLE uitvoeringsplan IS 'What the organisation answers to the assignment. The last one counts; those before stay.';
COMMENT ON COLUMN uitvoeringsplan.opdrachtversie IS 'The given version that it answers.';
COMMENT ON COLUMN uitvoeringsplan.inhoud IS 'An answer for each item that has one: what is done, who carries it, by when.';

CREATE FUNCTION toets_uitvoeringsplan() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM opdrachtakte a WHERE a.jaar = NEW.jaar AND a.versie = NEW.opdrachtversie AND a.soort = 'verstrekt') THEN
    RAISE EXCEPTION 'this version was not given' USING ERRCODE = 'check_violation', CONSTRAINT = 'uitvoeringsplan_verstrekt';
  ELSIF NEW.nummer > 1 AND NOT EXISTS (SELECT FROM uitvoeringsplan p WHERE p.jaar = NEW.jaar AND p.nummer = NEW.nummer - 1) THEN
    RAISE EXCEPTION 'a plan was skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'uitvoeringsplan_volgorde';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_uitvoeringsplan() FROM PUBLIC;
CREATE TRIGGER toets_uitvoeringsplan BEFORE INSERT ON uitvoeringsplan FOR EACH ROW EXECUTE FUNCTION toets_uitvoeringsplan();

CREATE TABLE onderdeelstand (
  kwartaal text NOT NULL CONSTRAINT onderdeelstand_kwartaal CHECK (kwartaal ~ '^[0-9]{4}-K[1-4]$'),
  onderdeel integer NOT NULL,
  nummer integer NOT NULL CONSTRAINT onderdeelstand_nummer CHECK (nummer > 0),
  stand text NOT NULL CONSTRAINT onderdeelstand_stand CHECK (stand IN ('op-koers', 'aandacht', 'niet-op-koers', 'afgerond')),
  toelichting text NOT NULL CONSTRAINT onderdeelstand_toelichting CHECK (length(toelichting) BETWEEN 1 AND 2000),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT onderdeelstand_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT onderdeelstand_door_gevuld CHECK (door <> ''),
  CONSTRAINT onderdeelstand_pkey PRIMARY KEY (kwartaal, onderdeel, nummer)
);
COMMENT ON TABLE onderdeelstand IS 'How an item of the assignment stands in a quarter, as management sees it. The last number counts; those before stay.';

CREATE FUNCTION toets_onderdeelstand() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM opdrachtakte a CROSS JOIN LATERAL jsonb_array_elements(a.inhoud -> 'onderdelen') o
    WHERE a.soort = 'verstrekt' AND a.jaar = left(NEW.kwartaal, 4)::smallint AND (o ->> 'nummer')::integer = NEW.onderdeel) THEN
    RAISE EXCEPTION 'no such item' USING ERRCODE = 'check_violation', CONSTRAINT = 'onderdeelstand_onderdeel';
  ELSIF NEW.nummer > 1 AND NOT EXISTS (SELECT FROM onderdeelstand s
    WHERE s.kwartaal = NEW.kwartaal AND s.onderdeel = NEW.onderdeel AND s.nummer = NEW.nummer - 1) THEN
    RAISE EXCEPTION 'a state was skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'onderdeelstand_volgorde';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_onderdeelstand() FROM PUBLIC;
CREATE TRIGGER toets_onderdeelstand BEFORE INSERT ON onderdeelstand FOR EACH ROW EXECUTE FUNCTION toets_onderdeelstand();

-- Drafts are of who prepares and who gives; what was given is for everybody who works with it.
ALTER TABLE opdrachtakte ENABLE ROW LEVEL SECURITY;
CREATE POLICY verstrekt ON opdrachtakte FOR SELECT USING (soort = 'verstrekt');
CREATE POLICY concept ON opdrachtakte FOR SELECT TO {{gemeente}}_opdrachtgever, {{gemeente}}_college USING (true);
CREATE POLICY opdrachtgever ON opdrachtakte FOR INSERT TO {{gemeente}}_opdrachtgever WITH CHECK (soort = 'opgesteld');
CREATE POLICY college ON opdrachtakte FOR INSERT TO {{gemeente}}_college WITH CHECK (true);

GRANT SELECT ON opdrachtakte, uitvoeringsplan, onderdeelstand
  TO {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;
GRANT INSERT ON opdrachtakte TO {{gemeente}}_opdrachtgever, {{gemeente}}_college;
GRANT INSERT ON uitvoeringsplan, onderdeelstand TO {{gemeente}}_uitvoering;
