-- Proposals before a decision, attachments, two people, withdrawal of values and frames in words.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only, as the decisions themselves.

-- A proposal and everything that happens to it. What it says stands as JSON: it binds nobody, and its values are judged by the database
-- when they become those of a decision.
CREATE TABLE voorstel (
  id uuid NOT NULL CONSTRAINT voorstel_pkey PRIMARY KEY,
  orgaan text NOT NULL CONSTRAINT voorstel_orgaan CHECK (orgaan IN ('raad', 'college')),
  CONSTRAINT voorstel_orgaan_uniek UNIQUE (id, orgaan)
);
COMMENT ON TABLE voorstel IS 'A proposal to council or college (seed 004). How it stands follows from its acts.';

CREATE TABLE voorstelakte (
  voorstel_id uuid NOT NULL,
  nummer integer NOT NULL,
  orgaan text NOT NULL,
  soort text NOT NULL CONSTRAINT voorstelakte_soort CHECK (soort IN
    ('opgesteld', 'gewijzigd', 'inbreng', 'reactie', 'ingediend', 'behandeld', 'ingetrokken')),
  inhoud jsonb NOT NULL,
  stand text NOT NULL CONSTRAINT voorstelakte_stand CHECK (stand IN
    ('concept', 'teruggegeven', 'ingediend', 'aangehouden', 'aangenomen', 'verworpen', 'ingetrokken')),
  besluit_id uuid,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT voorstelakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT voorstelakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT voorstelakte_pkey PRIMARY KEY (voorstel_id, nummer),
  CONSTRAINT voorstelakte_voorstel FOREIGN KEY (voorstel_id, orgaan) REFERENCES voorstel (id, orgaan),
  CONSTRAINT voorstelakte_besluit FOREIGN KEY (besluit_id, orgaan) REFERENCES besluit (id, orgaan),
  CONSTRAINT voorstelakte_aangenomen CHECK ((stand = 'aangenomen') = (besluit_id IS NOT NULL)),
  CONSTRAINT voorstelakte_begin CHECK ((nummer = 1) = (soort = 'opgesteld')),
  CONSTRAINT voorstelakte_concept CHECK (soort NOT IN ('opgesteld', 'gewijzigd') OR stand = 'concept')
);
COMMENT ON TABLE voorstelakte IS 'An act in the life of a proposal, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN voorstelakte.stand IS 'How the proposal stands after this act.';
COMMENT ON COLUMN voorstelakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';

CREATE TABLE voorstelopenbaar (
  voorstel_id uuid NOT NULL,
  nummer integer NOT NULL,
  orgaan text NOT NULL,
  CONSTRAINT voorstelopenbaar_pkey PRIMARY KEY (voorstel_id, nummer),
  CONSTRAINT voorstelopenbaar_voorstel FOREIGN KEY (voorstel_id, orgaan) REFERENCES voorstel (id, orgaan)
);
COMMENT ON TABLE voorstelopenbaar IS 'Up to which act a proposal is public: to the council once it is submitted, to the college once it is decided.';

-- An act fits what went before, and who wrote a proposal does not submit it.
CREATE FUNCTION toets_voorstelakte() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
  is_schrijver boolean;
BEGIN
  IF NEW.nummer = 1 THEN
    RETURN NEW;
  END IF;
  SELECT stand INTO eerder FROM voorstelakte WHERE voorstel_id = NEW.voorstel_id AND nummer = NEW.nummer - 1;
  is_schrijver := EXISTS (SELECT FROM voorstelakte
    WHERE voorstel_id = NEW.voorstel_id AND soort IN ('opgesteld', 'gewijzigd') AND door_id = NEW.door_id);
  IF NOT coalesce(CASE NEW.soort
    WHEN 'gewijzigd' THEN eerder IN ('concept', 'teruggegeven')
    WHEN 'ingediend' THEN eerder = 'concept' AND NEW.stand = 'ingediend'
    WHEN 'behandeld' THEN eerder IN ('ingediend', 'aangehouden')
      AND NEW.stand IN ('aangehouden', 'aangenomen', 'verworpen', 'teruggegeven')
    WHEN 'ingetrokken' THEN eerder IN ('concept', 'teruggegeven', 'ingediend', 'aangehouden') AND NEW.stand = 'ingetrokken' AND is_schrijver
    ELSE eerder IN ('concept', 'teruggegeven', 'ingediend', 'aangehouden') AND NEW.stand = eerder
  END, false) THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder USING ERRCODE = 'check_violation', CONSTRAINT = 'voorstelakte_volgorde';
  ELSIF NEW.soort = 'ingediend' AND is_schrijver THEN
    RAISE EXCEPTION 'a second person submits' USING ERRCODE = 'check_violation', CONSTRAINT = 'voorstelakte_tweede_persoon';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_voorstelakte() FROM PUBLIC;
CREATE TRIGGER toets_voorstelakte BEFORE INSERT ON voorstelakte FOR EACH ROW EXECUTE FUNCTION toets_voorstelakte();

CREATE FUNCTION maak_voorstel_openbaar() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.stand = 'aangenomen' OR (NEW.orgaan = 'raad' AND NEW.stand <> 'concept'
    AND (NEW.soort = 'ingediend' OR EXISTS (SELECT FROM voorstelopenbaar WHERE voorstel_id = NEW.voorstel_id))) THEN
    INSERT INTO voorstelopenbaar (voorstel_id, nummer, orgaan) VALUES (NEW.voorstel_id, NEW.nummer, NEW.orgaan);
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION maak_voorstel_openbaar() FROM PUBLIC;
CREATE TRIGGER maak_voorstel_openbaar AFTER INSERT ON voorstelakte FOR EACH ROW EXECUTE FUNCTION maak_voorstel_openbaar();

-- How a decision came into the file. Rows from before this column count as taken over: nobody told people apart then.
ALTER TABLE besluit ADD COLUMN herkomst text NOT NULL DEFAULT 'overname'
  CONSTRAINT besluit_herkomst CHECK (herkomst IN ('vastgelegd', 'voorstel', 'overname'));
ALTER TABLE besluit ALTER COLUMN herkomst SET DEFAULT 'vastgelegd';
ALTER TABLE besluit ADD COLUMN vastgelegd_door_id text NOT NULL DEFAULT 'systeem:migratie'
  CONSTRAINT besluit_vastgelegd_door_id_gevuld CHECK (vastgelegd_door_id <> '');
ALTER TABLE besluit ALTER COLUMN vastgelegd_door_id DROP DEFAULT;
ALTER TABLE besluit ADD CONSTRAINT besluit_overname CHECK (herkomst <> 'overname' OR vastgelegd_door_id LIKE 'systeem:%');
ALTER TABLE besluit ADD COLUMN voorstel_id uuid CONSTRAINT besluit_voorstel_eenmaal UNIQUE;
ALTER TABLE besluit ADD CONSTRAINT besluit_voorstel FOREIGN KEY (voorstel_id, orgaan) REFERENCES voorstel (id, orgaan);
ALTER TABLE besluit ADD CONSTRAINT besluit_uit_voorstel CHECK ((herkomst = 'voorstel') = (voorstel_id IS NOT NULL));
ALTER TABLE besluit ADD COLUMN kaders text[] NOT NULL DEFAULT '{}'
  CONSTRAINT besluit_kaders CHECK (array_position(kaders, NULL) IS NULL AND array_position(kaders, '') IS NULL);
ALTER TABLE besluit ADD COLUMN terugwerkend text CONSTRAINT besluit_terugwerkend_gevuld CHECK (terugwerkend <> '');
ALTER TABLE besluit DROP CONSTRAINT besluit_niet_terug;
ALTER TABLE besluit ADD CONSTRAINT besluit_niet_terug CHECK (inwerkingtreding >= vergaderdatum OR terugwerkend IS NOT NULL);
COMMENT ON COLUMN besluit.terugwerkend IS 'Why it works back in time. That every value favours residents, the program judges.';
COMMENT ON COLUMN besluit.herkomst IS 'Recorded by hand, arisen from a proposal, or taken over from a file by the command line (then one person may publish).';
COMMENT ON COLUMN besluit.vastgelegd_door_id IS 'The lasting id by which two people are told apart.';
COMMENT ON COLUMN besluit.kaders IS 'Frames in words, each a sentence (seed 004 lists five).';
ALTER TABLE bekendmaking ADD COLUMN vastgelegd_door_id text NOT NULL DEFAULT 'systeem:migratie'
  CONSTRAINT bekendmaking_vastgelegd_door_id_gevuld CHECK (vastgelegd_door_id <> '');
ALTER TABLE bekendmaking ALTER COLUMN vastgelegd_door_id DROP DEFAULT;

-- Who recorded a decision does not record its publication, and it works back only where the decision says why.
ALTER TABLE bekendmaking DROP CONSTRAINT bekendmaking_niet_terug;
CREATE FUNCTION toets_publicatie() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM besluit b
    WHERE b.id = NEW.besluit_id AND b.herkomst <> 'overname' AND b.vastgelegd_door_id = NEW.vastgelegd_door_id) THEN
    RAISE EXCEPTION 'a second person publishes' USING ERRCODE = 'check_violation', CONSTRAINT = 'bekendmaking_tweede_persoon';
  ELSIF NEW.inwerkingtreding < NEW.datum AND EXISTS (SELECT FROM besluit b WHERE b.id = NEW.besluit_id AND b.terugwerkend IS NULL) THEN
    RAISE EXCEPTION 'nobody is bound before publication' USING ERRCODE = 'check_violation', CONSTRAINT = 'bekendmaking_niet_terug';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_publicatie() FROM PUBLIC;
CREATE TRIGGER toets_publicatie BEFORE INSERT ON bekendmaking FOR EACH ROW EXECUTE FUNCTION toets_publicatie();

-- A row without a value that corrects nothing takes back what earlier decisions set, from its first day on.
ALTER TABLE parameterwaarde DROP CONSTRAINT parameterwaarde_correctie;
ALTER TABLE parameterwaarde ADD CONSTRAINT parameterwaarde_correctie CHECK (CASE WHEN corrigeert IS NULL
  THEN (waarde IS NOT NULL OR geldig_tot IS NULL) AND bekend_op IS NULL AND reden IS NULL AND vastgelegd_door IS NULL
  ELSE bekend_op IS NOT NULL AND coalesce(reden, '') <> '' AND coalesce(vastgelegd_door, '') <> '' END);
COMMENT ON COLUMN parameterwaarde.waarde IS 'In the form of contract 2.1; a list has a line for each item. Empty in a correction: the decision does not set it. Empty otherwise: the decision takes earlier values back from geldig_van on.';
CREATE FUNCTION toets_intrekking() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM platform.catalogus c
    WHERE c.sleutel = NEW.sleutel AND c.orgaan = NEW.orgaan AND c.van <= NEW.geldig_van AND (c.tot IS NULL OR NEW.geldig_van < c.tot)) THEN
    RAISE EXCEPTION '% is not for % to take back', NEW.sleutel, NEW.orgaan
      USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bevoegd';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_intrekking() FROM PUBLIC;
CREATE TRIGGER toets_intrekking BEFORE INSERT ON parameterwaarde FOR EACH ROW
  WHEN (NEW.waarde IS NULL AND NEW.corrigeert IS NULL) EXECUTE FUNCTION toets_intrekking();

CREATE TABLE bijlage (
  id uuid NOT NULL CONSTRAINT bijlage_pkey PRIMARY KEY,
  orgaan text NOT NULL CONSTRAINT bijlage_orgaan CHECK (orgaan IN ('raad', 'college')),
  voorstel_id uuid,
  besluit_id uuid,
  naam text NOT NULL CONSTRAINT bijlage_naam_gevuld CHECK (naam <> ''),
  omvang integer NOT NULL CONSTRAINT bijlage_omvang CHECK (omvang BETWEEN 1 AND 20 * 1024 * 1024),
  sha256 bytea NOT NULL,
  inhoud bytea NOT NULL,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT bijlage_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT bijlage_door_gevuld CHECK (door <> ''),
  CONSTRAINT bijlage_waarvan CHECK (num_nonnulls(voorstel_id, besluit_id) = 1),
  CONSTRAINT bijlage_voorstel FOREIGN KEY (voorstel_id, orgaan) REFERENCES voorstel (id, orgaan),
  CONSTRAINT bijlage_besluit FOREIGN KEY (besluit_id, orgaan) REFERENCES besluit (id, orgaan),
  CONSTRAINT bijlage_heel CHECK (octet_length(inhoud) = omvang AND sha256 = sha256(inhoud)),
  CONSTRAINT bijlage_pdf CHECK (substr(inhoud, 1, 5) = '\x255044462d'::bytea)
);
ALTER TABLE bijlage ALTER COLUMN inhoud SET STORAGE EXTERNAL;
COMMENT ON TABLE bijlage IS 'A PDF that belongs to a proposal or a decision, kept with its SHA-256.';
COMMENT ON COLUMN bijlage.naam IS 'Cleaned: letters, digits, spaces, points, dashes, .pdf.';
CREATE INDEX bijlage_van_voorstel ON bijlage (voorstel_id);
CREATE INDEX bijlage_van_besluit ON bijlage (besluit_id);

-- Each organ reads and writes its own proposals; of the other, and for everybody else, what is public.
ALTER TABLE voorstel ENABLE ROW LEVEL SECURITY;
ALTER TABLE voorstelakte ENABLE ROW LEVEL SECURITY;
ALTER TABLE voorstelopenbaar ENABLE ROW LEVEL SECURITY;
ALTER TABLE bijlage ENABLE ROW LEVEL SECURITY;
CREATE POLICY openbaar ON voorstel FOR SELECT
  USING (EXISTS (SELECT FROM voorstelopenbaar o WHERE o.voorstel_id = voorstel.id));
CREATE POLICY openbaar ON voorstelakte FOR SELECT
  USING (EXISTS (SELECT FROM voorstelopenbaar o WHERE o.voorstel_id = voorstelakte.voorstel_id AND o.nummer >= voorstelakte.nummer));
CREATE POLICY lezen ON voorstelopenbaar FOR SELECT USING (true);
CREATE POLICY openbaar ON bijlage FOR SELECT
  USING (besluit_id IS NOT NULL OR EXISTS (SELECT FROM voorstelopenbaar o WHERE o.voorstel_id = bijlage.voorstel_id));
CREATE POLICY raad_leest ON voorstel FOR SELECT TO {{gemeente}}_raad USING (orgaan = 'raad');
CREATE POLICY raad_leest ON voorstelakte FOR SELECT TO {{gemeente}}_raad USING (orgaan = 'raad');
CREATE POLICY raad_leest ON bijlage FOR SELECT TO {{gemeente}}_raad USING (orgaan = 'raad');
CREATE POLICY college_leest ON voorstel FOR SELECT TO {{gemeente}}_college USING (orgaan = 'college');
CREATE POLICY college_leest ON voorstelakte FOR SELECT TO {{gemeente}}_college USING (orgaan = 'college');
CREATE POLICY college_leest ON bijlage FOR SELECT TO {{gemeente}}_college USING (orgaan = 'college');
CREATE POLICY raad ON voorstel FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY raad ON voorstelakte FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY raad ON voorstelopenbaar FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY raad ON bijlage FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY college ON voorstel FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');
CREATE POLICY college ON voorstelakte FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');
CREATE POLICY college ON voorstelopenbaar FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');
CREATE POLICY college ON bijlage FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');

GRANT SELECT ON voorstel, voorstelakte, voorstelopenbaar, bijlage
  TO {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever;
GRANT INSERT (id, orgaan) ON voorstel TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (voorstel_id, nummer, orgaan, soort, inhoud, stand, besluit_id, op, door_id, door) ON voorstelakte
  TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (voorstel_id, nummer, orgaan) ON voorstelopenbaar TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (id, orgaan, voorstel_id, besluit_id, naam, omvang, sha256, inhoud, op, door_id, door) ON bijlage
  TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (herkomst, vastgelegd_door_id, voorstel_id, kaders, terugwerkend) ON besluit TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (vastgelegd_door_id) ON bekendmaking TO {{gemeente}}_raad, {{gemeente}}_college;
