-- In which part of the municipality a resident lives, where parts have rules of their own after a merger
-- (Wet algemene regels herindeling art. 28). Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.

CREATE TABLE woongebied (
  inwoner uuid NOT NULL CONSTRAINT woongebied_inwoner REFERENCES inwoner (id),
  sinds date NOT NULL,
  bekend_op timestamptz NOT NULL,
  gebied text CONSTRAINT woongebied_gebied_vorm CHECK (gebied ~ '^GM[0-9]{4}$'),
  vastgelegd_door text NOT NULL,
  vastgelegd_door_naam text NOT NULL CONSTRAINT woongebied_door_gevuld CHECK (vastgelegd_door_naam <> ''),
  CONSTRAINT woongebied_pkey PRIMARY KEY (inwoner, sinds, bekend_op),
  CONSTRAINT woongebied_niet_vooruit CHECK (sinds <= (bekend_op AT TIME ZONE 'Europe/Amsterdam')::date)
);
COMMENT ON TABLE woongebied IS 'Where a resident lives from a day on. Never changed: of the rows that begin on or before a day the last one holds, and of two that begin on the same day the one that was known last.';
COMMENT ON COLUMN woongebied.gebied IS 'The code of the former municipality; null is elsewhere in the municipality.';

CREATE FUNCTION toets_woongebied() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.gebied IS NOT NULL AND NOT EXISTS (
    SELECT FROM platform.gebied g WHERE g.code = NEW.gebied AND g.opgegaan_in = upper('{{gemeente}}')) THEN
    RAISE EXCEPTION 'area % is not of this municipality', NEW.gebied
      USING ERRCODE = 'check_violation', CONSTRAINT = 'woongebied_gebied';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER woongebied_gebied BEFORE INSERT ON woongebied FOR EACH ROW EXECUTE FUNCTION toets_woongebied();

GRANT SELECT, INSERT ON woongebied TO {{gemeente}}_uitvoering;
-- A simulation of policy needs to know whose rules hold, and nothing of who recorded it.
GRANT SELECT (inwoner, sinds, bekend_op, gebied) ON woongebied TO {{gemeente}}_rapportage;
