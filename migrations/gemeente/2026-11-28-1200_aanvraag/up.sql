-- Applications under the Awb, the decisions on them, and the register of who may decide.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only: a decision that was taken stays as it was taken.

CREATE TABLE mandaat (
  regeling text NOT NULL CONSTRAINT mandaat_regeling CHECK (regeling IN ('algemene-bijstand', 'individuele-inkomenstoeslag',
    'bijzondere-bijstand', 'minimaregeling', 'studietoeslag', 'loonkostensubsidie', 'beschut-werk', 'premie')),
  besluit text NOT NULL CONSTRAINT mandaat_besluit CHECK (besluit IN ('toekenning', 'gedeeltelijk', 'afwijzing', 'buiten-behandeling')),
  rol text NOT NULL CONSTRAINT mandaat_rol CHECK (rol IN ('consulent', 'teamleider')),
  van date NOT NULL,
  tot date CONSTRAINT mandaat_tot_na_van CHECK (tot >= van),
  vier_ogen text NOT NULL CONSTRAINT mandaat_vier_ogen CHECK (vier_ogen IN ('altijd', 'bij-afweging', 'nooit')),
  vier_ogen_vanaf numeric(12, 2) CONSTRAINT mandaat_vier_ogen_vanaf CHECK (vier_ogen_vanaf >= 0),
  bron text NOT NULL CONSTRAINT mandaat_bron_gevuld CHECK (bron <> ''),
  vastgelegd_op timestamptz NOT NULL,
  vastgelegd_door_id text NOT NULL CONSTRAINT mandaat_door_id_gevuld CHECK (vastgelegd_door_id <> ''),
  vastgelegd_door text NOT NULL CONSTRAINT mandaat_door_gevuld CHECK (vastgelegd_door <> ''),
  CONSTRAINT mandaat_pkey PRIMARY KEY (regeling, besluit, rol, van)
);
COMMENT ON TABLE mandaat IS 'Who may take which decision (Awb art. 10:3, 10:11). A row with a later first day takes the place of an earlier one. Without a row nobody decides.';
COMMENT ON COLUMN mandaat.tot IS 'The first day on which it holds no more; van itself makes a row that ends the one before.';
COMMENT ON COLUMN mandaat.vier_ogen_vanaf IS 'From this amount on a second person decides, whatever vier_ogen says.';

CREATE TABLE aanvraag (
  id uuid NOT NULL CONSTRAINT aanvraag_pkey PRIMARY KEY,
  inwoner uuid NOT NULL CONSTRAINT aanvraag_inwoner REFERENCES inwoner (id),
  regeling text NOT NULL CONSTRAINT aanvraag_regeling CHECK (regeling IN ('algemene-bijstand', 'individuele-inkomenstoeslag',
    'bijzondere-bijstand', 'minimaregeling', 'studietoeslag', 'loonkostensubsidie', 'beschut-werk', 'premie')),
  ontvangen_op date NOT NULL,
  CONSTRAINT aanvraag_eenmaal UNIQUE (inwoner, regeling, ontvangen_op)
);
COMMENT ON TABLE aanvraag IS 'An application (Participatiewet art. 41, Awb art. 4:1). How it stands follows from its acts.';

CREATE TABLE aanvraagakte (
  aanvraag_id uuid NOT NULL CONSTRAINT aanvraagakte_aanvraag REFERENCES aanvraag (id),
  nummer integer NOT NULL CONSTRAINT aanvraagakte_nummer CHECK (nummer > 0),
  soort text NOT NULL CONSTRAINT aanvraagakte_soort CHECK (soort IN ('ontvangen', 'herstel-gevraagd', 'aangevuld', 'opgeschort', 'hervat',
    'verdaagd', 'voorgesteld', 'teruggegeven', 'besloten', 'bekendgemaakt', 'bezwaar-ontvangen', 'ingetrokken')),
  inhoud jsonb NOT NULL CONSTRAINT aanvraagakte_inhoud CHECK (inhoud ->> 'soort' = soort),
  stand text NOT NULL CONSTRAINT aanvraagakte_stand CHECK (stand IN ('in-behandeling', 'herstel', 'opgeschort', 'voorgesteld', 'besloten',
    'geadviseerd', 'bekendgemaakt', 'ingetrokken')),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT aanvraagakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT aanvraagakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT aanvraagakte_pkey PRIMARY KEY (aanvraag_id, nummer),
  CONSTRAINT aanvraagakte_begin CHECK ((nummer = 1) = (soort = 'ontvangen'))
);
COMMENT ON TABLE aanvraagakte IS 'An act in the life of an application, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN aanvraagakte.stand IS 'How the application stands after this act.';
COMMENT ON COLUMN aanvraagakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';

-- An act fits what went before; who decides has a mandate, decides on behalf of the right organ, and did not propose it where two are needed.
CREATE FUNCTION toets_aanvraagakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
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
REVOKE EXECUTE ON FUNCTION toets_aanvraagakte() FROM PUBLIC;
CREATE TRIGGER toets_aanvraagakte BEFORE INSERT ON aanvraagakte FOR EACH ROW EXECUTE FUNCTION toets_aanvraagakte();

CREATE TABLE aanvraagberekening (
  aanvraag_id uuid NOT NULL,
  nummer integer NOT NULL,
  vraag text NOT NULL CONSTRAINT aanvraagberekening_vraag CHECK (jsonb_typeof(vraag::jsonb) = 'object'),
  antwoord text NOT NULL CONSTRAINT aanvraagberekening_antwoord CHECK (jsonb_typeof(antwoord::jsonb) = 'object'),
  bekend_op timestamptz NOT NULL,
  hash bytea NOT NULL CONSTRAINT aanvraagberekening_heel CHECK (hash = sha256(convert_to(vraag || E'\n' || antwoord, 'UTF8'))),
  CONSTRAINT aanvraagberekening_pkey PRIMARY KEY (aanvraag_id, nummer),
  CONSTRAINT aanvraagberekening_akte FOREIGN KEY (aanvraag_id, nummer) REFERENCES aanvraagakte (aanvraag_id, nummer)
);
COMMENT ON TABLE aanvraagberekening IS 'The calculation under a proposal, frozen: the question and answer of contract 2.1, so that it can be made again.';
COMMENT ON COLUMN aanvraagberekening.bekend_op IS 'What was known then of law and policy was calculated with.';

CREATE TABLE beschikking (
  aanvraag_id uuid NOT NULL CONSTRAINT beschikking_pkey PRIMARY KEY,
  nummer integer NOT NULL,
  voorstelnummer integer NOT NULL CONSTRAINT beschikking_volgorde CHECK (voorstelnummer < nummer),
  brief jsonb NOT NULL CONSTRAINT beschikking_brief CHECK (jsonb_typeof(brief) = 'object'),
  CONSTRAINT beschikking_besluit FOREIGN KEY (aanvraag_id, nummer) REFERENCES aanvraagakte (aanvraag_id, nummer),
  CONSTRAINT beschikking_voorstel FOREIGN KEY (aanvraag_id, voorstelnummer) REFERENCES aanvraagakte (aanvraag_id, nummer)
);
COMMENT ON TABLE beschikking IS 'The decision on an application: which acts, and its letter as it was decided (Awb art. 1:3, 3:46).';

GRANT SELECT, INSERT ON aanvraag, aanvraagakte, aanvraagberekening, beschikking TO {{gemeente}}_uitvoering;
GRANT SELECT ON mandaat TO {{gemeente}}_uitvoering;
GRANT SELECT, INSERT ON mandaat TO {{gemeente}}_college;
