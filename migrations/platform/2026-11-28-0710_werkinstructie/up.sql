-- Execution policy of the organisation: the fourth layer. Runs as stuurhuis_eigenaar with search_path = platform. Append only.
GRANT SELECT ON catalogus TO platform_uitvoering;

CREATE TABLE bedrijf.werkinstructie (
  id uuid NOT NULL,
  nummer integer NOT NULL CONSTRAINT werkinstructie_nummer CHECK (nummer > 0),
  titel text NOT NULL CONSTRAINT werkinstructie_titel CHECK (length(titel) BETWEEN 1 AND 200),
  tekst text NOT NULL CONSTRAINT werkinstructie_tekst CHECK (length(tekst) BETWEEN 1 AND 4000),
  sleutels text[] NOT NULL CONSTRAINT werkinstructie_sleutels CHECK (cardinality(sleutels) > 0),
  van date NOT NULL,
  tot date CONSTRAINT werkinstructie_periode CHECK (tot > van),
  gemeente text NOT NULL CONSTRAINT werkinstructie_gemeente REFERENCES gemeente (code),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT werkinstructie_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT werkinstructie_door_gevuld CHECK (door <> ''),
  CONSTRAINT werkinstructie_pkey PRIMARY KEY (id, nummer)
);
COMMENT ON TABLE bedrijf.werkinstructie IS 'How the organisation works within the policy of all municipalities. The last number of an id counts; those before stay.';
COMMENT ON COLUMN bedrijf.werkinstructie.sleutels IS 'Which parameters it elaborates.';
COMMENT ON COLUMN bedrijf.werkinstructie.gemeente IS 'In whose audit chain it stands that it was recorded. It holds for all.';

CREATE TABLE bedrijf.werkwaarde (
  werkinstructie uuid NOT NULL,
  nummer integer NOT NULL,
  sleutel text NOT NULL,
  waarde text NOT NULL CONSTRAINT werkwaarde_gevuld CHECK (waarde <> ''),
  CONSTRAINT werkwaarde_pkey PRIMARY KEY (werkinstructie, nummer, sleutel),
  CONSTRAINT werkwaarde_werkinstructie FOREIGN KEY (werkinstructie, nummer) REFERENCES bedrijf.werkinstructie (id, nummer)
);
COMMENT ON TABLE bedrijf.werkwaarde IS 'A value that the organisation sets itself: only where no organ of state or municipality decides.';

-- A version follows the one before it, and every parameter that it names exists.
CREATE FUNCTION bedrijf.toets_werkinstructie() RETURNS trigger LANGUAGE plpgsql SET search_path = platform, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.nummer > 1 AND NOT EXISTS (SELECT FROM bedrijf.werkinstructie w WHERE w.id = NEW.id AND w.nummer = NEW.nummer - 1) THEN
    RAISE EXCEPTION 'a version was skipped' USING ERRCODE = 'check_violation', CONSTRAINT = 'werkinstructie_volgorde';
  ELSIF EXISTS (SELECT FROM unnest(NEW.sleutels) s WHERE NOT EXISTS (SELECT FROM catalogus c WHERE c.sleutel = s)) THEN
    RAISE EXCEPTION 'no such parameter' USING ERRCODE = 'check_violation', CONSTRAINT = 'werkinstructie_sleutel';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION bedrijf.toets_werkinstructie() FROM PUBLIC;
CREATE TRIGGER toets_werkinstructie BEFORE INSERT ON bedrijf.werkinstructie FOR EACH ROW EXECUTE FUNCTION bedrijf.toets_werkinstructie();

-- A value is of the organisation from its first day: where state, council or college decide, there is none.
CREATE FUNCTION bedrijf.toets_werkwaarde() RETURNS trigger LANGUAGE plpgsql SET search_path = platform, pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM bedrijf.werkinstructie w JOIN catalogus c ON c.sleutel = NEW.sleutel
      AND c.van <= w.van AND (c.tot IS NULL OR w.van < c.tot)
    WHERE w.id = NEW.werkinstructie AND w.nummer = NEW.nummer AND NEW.sleutel = ANY (w.sleutels) AND c.orgaan = 'uitvoering') THEN
    RAISE EXCEPTION '% is not for the organisation to decide', NEW.sleutel
      USING ERRCODE = 'check_violation', CONSTRAINT = 'werkwaarde_bevoegd';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION bedrijf.toets_werkwaarde() FROM PUBLIC;
CREATE TRIGGER toets_werkwaarde BEFORE INSERT ON bedrijf.werkwaarde FOR EACH ROW EXECUTE FUNCTION bedrijf.toets_werkwaarde();

ALTER TABLE bedrijf.werkinstructie ENABLE ROW LEVEL SECURITY;
ALTER TABLE bedrijf.werkwaarde ENABLE ROW LEVEL SECURITY;
CREATE POLICY lezen ON bedrijf.werkinstructie FOR SELECT TO platform_uitvoering, platform_opdrachtgever USING (true);
CREATE POLICY lezen ON bedrijf.werkwaarde FOR SELECT TO platform_uitvoering, platform_opdrachtgever USING (true);
CREATE POLICY uitvoering ON bedrijf.werkinstructie FOR INSERT TO platform_uitvoering WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY uitvoering ON bedrijf.werkwaarde FOR INSERT TO platform_uitvoering WITH CHECK (true);
GRANT SELECT, INSERT ON bedrijf.werkinstructie, bedrijf.werkwaarde TO platform_uitvoering;
GRANT SELECT ON bedrijf.werkinstructie, bedrijf.werkwaarde TO platform_opdrachtgever;
