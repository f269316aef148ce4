-- Sets of values that several municipalities work out together. Runs as stuurhuis_eigenaar with search_path = platform.
-- A base binds nobody; what it says stands as JSON and is judged by the database when it becomes a value of a decision.
CREATE TABLE sturing.basisset (
  id uuid NOT NULL CONSTRAINT basisset_pkey PRIMARY KEY,
  naam text NOT NULL CONSTRAINT basisset_naam_uniek UNIQUE CONSTRAINT basisset_naam_lengte CHECK (length(naam) BETWEEN 1 AND 120),
  leden text[] NOT NULL CONSTRAINT basisset_leden CHECK (cardinality(leden) >= 2 AND array_position(leden, NULL) IS NULL)
);
COMMENT ON TABLE sturing.basisset IS 'A set of values from which several councils and colleges each take their own decision.';
COMMENT ON COLUMN sturing.basisset.leden IS 'The municipalities of the last text: they read the draft and write the next one.';

CREATE TABLE sturing.basisakte (
  basisset uuid NOT NULL CONSTRAINT basisakte_basisset REFERENCES sturing.basisset (id),
  nummer integer NOT NULL,
  soort text NOT NULL CONSTRAINT basisakte_soort CHECK (soort IN ('opgesteld', 'gewijzigd', 'gepubliceerd')),
  inhoud jsonb,
  namens text NOT NULL CONSTRAINT basisakte_namens REFERENCES gemeente (code),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT basisakte_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT basisakte_door_gevuld CHECK (door <> ''),
  CONSTRAINT basisakte_pkey PRIMARY KEY (basisset, nummer),
  CONSTRAINT basisakte_begin CHECK ((nummer = 1) = (soort = 'opgesteld')),
  CONSTRAINT basisakte_inhoud CHECK ((soort = 'gepubliceerd') = (inhoud IS NULL))
);
COMMENT ON TABLE sturing.basisakte IS 'An act in the life of a base, numbered from 1: who acts on what he did not see collides on the key.';
COMMENT ON COLUMN sturing.basisakte.door_id IS 'The lasting id by which two people are told apart; door is the name for readers.';

CREATE TABLE sturing.basisversie (
  basisset uuid NOT NULL CONSTRAINT basisversie_basisset REFERENCES sturing.basisset (id),
  versie smallint NOT NULL CONSTRAINT basisversie_versie CHECK (versie > 0),
  naam text NOT NULL,
  inhoud jsonb NOT NULL,
  gepubliceerd_op timestamptz NOT NULL,
  gepubliceerd_door text NOT NULL CONSTRAINT basisversie_door_gevuld CHECK (gepubliceerd_door <> ''),
  CONSTRAINT basisversie_pkey PRIMARY KEY (basisset, versie)
);
COMMENT ON TABLE sturing.basisversie IS 'A published version of a base: public, and never changed.';

-- An act fits what went before, and who wrote a version does not publish it; only the command line takes over.
CREATE FUNCTION sturing.toets_basisakte() RETURNS trigger LANGUAGE plpgsql SET search_path = sturing, pg_catalog, pg_temp AS $$
DECLARE
  eerder text;
BEGIN
  IF NEW.nummer = 1 THEN
    RETURN NEW;
  END IF;
  SELECT soort INTO eerder FROM basisakte WHERE basisset = NEW.basisset AND nummer = NEW.nummer - 1;
  IF eerder IS NULL OR (NEW.soort = 'gepubliceerd' AND eerder = 'gepubliceerd') THEN
    RAISE EXCEPTION '% does not follow %', NEW.soort, eerder USING ERRCODE = 'check_violation', CONSTRAINT = 'basisakte_volgorde';
  ELSIF NEW.soort = 'gepubliceerd' AND NEW.door_id NOT LIKE 'systeem:%' AND EXISTS (SELECT FROM basisakte a
    WHERE a.basisset = NEW.basisset AND a.soort <> 'gepubliceerd' AND a.door_id = NEW.door_id
    AND NOT EXISTS (SELECT FROM basisakte p WHERE p.basisset = a.basisset AND p.soort = 'gepubliceerd' AND p.nummer > a.nummer)) THEN
    RAISE EXCEPTION 'a second person publishes' USING ERRCODE = 'check_violation', CONSTRAINT = 'basisakte_tweede_persoon';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION sturing.toets_basisakte() FROM PUBLIC;
CREATE TRIGGER toets_basisakte BEFORE INSERT ON sturing.basisakte FOR EACH ROW EXECUTE FUNCTION sturing.toets_basisakte();

-- A version is the text that was last written, under the number of its publication.
CREATE FUNCTION sturing.toets_basisversie() RETURNS trigger LANGUAGE plpgsql SET search_path = sturing, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.versie <> (SELECT count(*) FROM basisakte WHERE basisset = NEW.basisset AND soort = 'gepubliceerd')
    OR NEW.naam IS DISTINCT FROM (SELECT naam FROM basisset WHERE id = NEW.basisset)
    OR NEW.inhoud IS DISTINCT FROM (SELECT inhoud FROM basisakte
      WHERE basisset = NEW.basisset AND soort <> 'gepubliceerd' ORDER BY nummer DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a version is what was published' USING ERRCODE = 'check_violation', CONSTRAINT = 'basisversie_gepubliceerd';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION sturing.toets_basisversie() FROM PUBLIC;
CREATE TRIGGER toets_basisversie BEFORE INSERT ON sturing.basisversie FOR EACH ROW EXECUTE FUNCTION sturing.toets_basisversie();

-- Drafts are for the members; a published version is for everybody, as policy is.
ALTER TABLE sturing.basisset ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.basisakte ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.basisversie ENABLE ROW LEVEL SECURITY;
CREATE POLICY basisset_leden ON sturing.basisset TO platform_opdrachtgever
  USING (sturing.eigen_gemeente() = ANY (leden)) WITH CHECK (sturing.eigen_gemeente() = ANY (leden));
CREATE POLICY basisakte_leden ON sturing.basisakte TO platform_opdrachtgever
  USING (EXISTS (SELECT FROM sturing.basisset s WHERE s.id = basisset))
  WITH CHECK (namens = sturing.eigen_gemeente() AND EXISTS (SELECT FROM sturing.basisset s WHERE s.id = basisset));
CREATE POLICY basisversie_lezen ON sturing.basisversie FOR SELECT TO platform_opdrachtgever, platform_raad, platform_college
  USING (true);
CREATE POLICY basisversie_leden ON sturing.basisversie FOR INSERT TO platform_opdrachtgever
  WITH CHECK (EXISTS (SELECT FROM sturing.basisset s WHERE s.id = basisset));
GRANT SELECT, INSERT ON sturing.basisset, sturing.basisakte, sturing.basisversie TO platform_opdrachtgever;
GRANT UPDATE (leden) ON sturing.basisset TO platform_opdrachtgever;
GRANT SELECT ON sturing.basisversie TO platform_raad, platform_college;
