-- Reviews of months that were decided on, the decisions on them, and their place in the register of who may decide.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only: what was decided before stays as it was.

ALTER TABLE mandaat DROP CONSTRAINT mandaat_besluit;
ALTER TABLE mandaat ADD CONSTRAINT mandaat_besluit CHECK (besluit IN ('toekenning', 'gedeeltelijk', 'afwijzing', 'buiten-behandeling', 'bezwaar',
  'herziening', 'intrekking', 'terugvordering'));

CREATE TABLE herziening (
  id uuid NOT NULL CONSTRAINT herziening_pkey PRIMARY KEY,
  inwoner uuid NOT NULL CONSTRAINT herziening_inwoner REFERENCES inwoner (id),
  van date NOT NULL CONSTRAINT herziening_van CHECK (extract(day FROM van) = 1),
  tot_en_met date NOT NULL CONSTRAINT herziening_tot_en_met CHECK (extract(day FROM tot_en_met) = 1 AND tot_en_met >= van)
);
COMMENT ON TABLE herziening IS 'A review of months that were decided on (Participatiewet art. 54 lid 3, 58). How it stands follows from its acts.';
COMMENT ON COLUMN herziening.van IS 'The first month, as its first day; tot_en_met is the last month.';
CREATE INDEX herziening_van_inwoner ON herziening (inwoner);

CREATE TABLE herzieningakte (
  herziening_id uuid NOT NULL CONSTRAINT herzieningakte_herziening REFERENCES herziening (id),
  nummer integer NOT NULL CONSTRAINT herzieningakte_nummer CHECK (nummer > 0),
  soort text NOT NULL CONSTRAINT herzieningakte_soort CHECK (soort IN ('begonnen', 'feit-vastgelegd', 'feit-vervallen', 'beoordeeld',
    'voorgesteld', 'teruggegeven', 'besloten', 'bekendgemaakt', 'gestaakt')),
  inhoud jsonb NOT NULL CONSTRAINT herzieningakte_inhoud CHECK (inhoud ->> 'soort' = soort),
  stand text NOT NULL CONSTRAINT herzieningakte_stand CHECK (stand IN ('in-bewerking', 'voorgesteld', 'besloten', 'geadviseerd',
    'bekendgemaakt', 'gestaakt')),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT herzieningakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT herzieningakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT herzieningakte_pkey PRIMARY KEY (herziening_id, nummer),
  CONSTRAINT herzieningakte_begin CHECK ((nummer = 1) = (soort = 'begonnen'))
);
COMMENT ON TABLE herzieningakte IS 'An act in a review, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN herzieningakte.stand IS 'How the review stands after this act.';
COMMENT ON COLUMN herzieningakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';

-- An act fits what went before; who decides has a mandate for every decision in it, decides on behalf of the right organ, and did not
-- propose it where two are needed.
CREATE FUNCTION toets_herzieningakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
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
REVOKE EXECUTE ON FUNCTION toets_herzieningakte() FROM PUBLIC;
CREATE TRIGGER toets_herzieningakte BEFORE INSERT ON herzieningakte FOR EACH ROW EXECUTE FUNCTION toets_herzieningakte();

CREATE TABLE herzieningsberekening (
  herziening_id uuid NOT NULL,
  nummer integer NOT NULL,
  vraag text NOT NULL CONSTRAINT herzieningsberekening_vraag CHECK (jsonb_typeof(vraag::jsonb) = 'object'),
  antwoord text NOT NULL CONSTRAINT herzieningsberekening_antwoord CHECK (jsonb_typeof(antwoord::jsonb) = 'object'),
  bekend_op timestamptz NOT NULL,
  hash bytea NOT NULL CONSTRAINT herzieningsberekening_heel CHECK (hash = sha256(convert_to(vraag || E'\n' || antwoord, 'UTF8'))),
  CONSTRAINT herzieningsberekening_pkey PRIMARY KEY (herziening_id, nummer),
  CONSTRAINT herzieningsberekening_akte FOREIGN KEY (herziening_id, nummer) REFERENCES herzieningakte (herziening_id, nummer)
);
COMMENT ON TABLE herzieningsberekening IS 'The calculation under a proposal, frozen: the months as delivered, the other facts, and what came out.';
COMMENT ON COLUMN herzieningsberekening.bekend_op IS 'What was known then of the law was calculated with.';

CREATE TABLE herzieningsbesluit (
  herziening_id uuid NOT NULL CONSTRAINT herzieningsbesluit_pkey PRIMARY KEY,
  nummer integer NOT NULL,
  voorstelnummer integer NOT NULL CONSTRAINT herzieningsbesluit_volgorde CHECK (voorstelnummer < nummer),
  brief jsonb NOT NULL CONSTRAINT herzieningsbesluit_brief CHECK (jsonb_typeof(brief) = 'object'),
  CONSTRAINT herzieningsbesluit_akte FOREIGN KEY (herziening_id, nummer) REFERENCES herzieningakte (herziening_id, nummer),
  CONSTRAINT herzieningsbesluit_voorstel FOREIGN KEY (herziening_id, voorstelnummer) REFERENCES herzieningakte (herziening_id, nummer)
);
COMMENT ON TABLE herzieningsbesluit IS 'The decision on a review: which acts, and its letter as it was decided (Participatiewet art. 54 lid 3; Awb art. 3:46).';

GRANT SELECT, INSERT ON herziening, herzieningakte, herzieningsberekening, herzieningsbesluit TO {{gemeente}}_uitvoering;
