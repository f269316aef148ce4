-- The view of the council while it is written, and the answer of the board while it is prepared. What is public of both stands in the
-- schema sturing. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only.

CREATE TABLE zienswijzeakte (
  ronde_id uuid NOT NULL,
  nummer integer NOT NULL,
  soort text NOT NULL CONSTRAINT zienswijzeakte_soort CHECK (soort IN ('opgesteld', 'gewijzigd', 'bevestigd')),
  inhoud jsonb NOT NULL,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT zienswijzeakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT zienswijzeakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT zienswijzeakte_pkey PRIMARY KEY (ronde_id, nummer),
  CONSTRAINT zienswijzeakte_begin CHECK ((nummer = 1) = (soort = 'opgesteld'))
);
COMMENT ON TABLE zienswijzeakte IS 'An act in the life of the view of the council on a round, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN zienswijzeakte.ronde_id IS 'sturing.zienswijzeronde; shared tables are not referenced from here, so that a municipality can be taken out as a whole.';
COMMENT ON COLUMN zienswijzeakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';

CREATE TABLE antwoordakte (
  ronde_id uuid NOT NULL,
  nummer integer NOT NULL,
  soort text NOT NULL CONSTRAINT antwoordakte_soort CHECK (soort IN ('opgesteld', 'gewijzigd', 'bevestigd')),
  inhoud jsonb NOT NULL,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT antwoordakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT antwoordakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT antwoordakte_pkey PRIMARY KEY (ronde_id, nummer),
  CONSTRAINT antwoordakte_begin CHECK ((nummer = 1) = (soort = 'opgesteld'))
);
COMMENT ON TABLE antwoordakte IS 'An act in the life of the answer of the board to the view of this council, numbered from 1.';

-- An act fits what went before, and who wrote does not confirm.
CREATE FUNCTION toets_ontwerpakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  is_schrijver boolean;
BEGIN
  IF NEW.nummer = 1 THEN
    RETURN NEW;
  ELSIF TG_TABLE_NAME = 'zienswijzeakte' THEN
    SELECT soort INTO eerder FROM zienswijzeakte WHERE ronde_id = NEW.ronde_id AND nummer = NEW.nummer - 1;
    is_schrijver := EXISTS (SELECT FROM zienswijzeakte WHERE ronde_id = NEW.ronde_id AND door_id = NEW.door_id);
  ELSE
    SELECT soort INTO eerder FROM antwoordakte WHERE ronde_id = NEW.ronde_id AND nummer = NEW.nummer - 1;
    is_schrijver := EXISTS (SELECT FROM antwoordakte WHERE ronde_id = NEW.ronde_id AND door_id = NEW.door_id);
  END IF;
  IF eerder IS NULL OR eerder = 'bevestigd' THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_volgorde';
  ELSIF NEW.soort = 'bevestigd' AND is_schrijver THEN
    RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_tweede_persoon';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_ontwerpakte() FROM PUBLIC;
CREATE TRIGGER toets_zienswijzeakte BEFORE INSERT ON zienswijzeakte FOR EACH ROW EXECUTE FUNCTION toets_ontwerpakte();
CREATE TRIGGER toets_antwoordakte BEFORE INSERT ON antwoordakte FOR EACH ROW EXECUTE FUNCTION toets_ontwerpakte();

GRANT SELECT, INSERT ON zienswijzeakte TO {{gemeente}}_raad;
GRANT SELECT, INSERT ON antwoordakte TO {{gemeente}}_uitvoering;
