-- Decisions of council and college, and the values that they set. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
-- Append only: nobody may update or delete. What holds on a date follows from these rows (domain::beleid::Beleid).
CREATE TABLE besluit (
  id uuid NOT NULL CONSTRAINT besluit_pkey PRIMARY KEY,
  orgaan text NOT NULL CONSTRAINT besluit_orgaan CHECK (orgaan IN ('raad', 'college')),
  nummer text NOT NULL CONSTRAINT besluit_nummer_gevuld CHECK (nummer <> ''),
  titel text NOT NULL CONSTRAINT besluit_titel_gevuld CHECK (titel <> ''),
  vergaderdatum date NOT NULL,
  toelichting text,
  inwerkingtreding date NOT NULL,
  beslissing text NOT NULL CONSTRAINT besluit_beslissing CHECK (beslissing IN
    ('conform-voorstel', 'aangenomen', 'aangenomen-met-amendement', 'aangehouden', 'verworpen', 'in-handen-van-benw')),
  amendement text,
  stemming text CONSTRAINT besluit_stemming CHECK (stemming IN ('zonder-hoofdelijke-stemming', 'algemene-stemmen', 'geteld')),
  stemmen_voor integer,
  stemmen_tegen integer,
  uitgereikt_bij text,
  opmerkingen text,
  aanvaard boolean NOT NULL GENERATED ALWAYS AS (beslissing IN ('conform-voorstel', 'aangenomen', 'aangenomen-met-amendement')) STORED,
  vastgelegd_op timestamptz NOT NULL,
  vastgelegd_door text NOT NULL,
  CONSTRAINT besluit_nummer_uniek UNIQUE (orgaan, nummer),
  CONSTRAINT besluit_orgaan_uniek UNIQUE (id, orgaan),
  CONSTRAINT besluit_aanvaard_uniek UNIQUE (id, orgaan, aanvaard),
  CONSTRAINT besluit_niet_terug CHECK (inwerkingtreding >= vergaderdatum),
  CONSTRAINT besluit_amendement CHECK ((beslissing = 'aangenomen-met-amendement') = (amendement IS NOT NULL)),
  CONSTRAINT besluit_raad_verwijst CHECK (beslissing <> 'in-handen-van-benw' OR orgaan = 'raad'),
  CONSTRAINT besluit_stemmen CHECK (CASE WHEN coalesce(stemming, '') = 'geteld'
    THEN coalesce(stemmen_voor >= 0 AND stemmen_tegen >= 0 AND stemmen_voor + stemmen_tegen > 0, false)
    ELSE stemmen_voor IS NULL AND stemmen_tegen IS NULL END)
);
COMMENT ON TABLE besluit IS 'A decision of council or college with the outcome of the decision form (seed 000, last page).';
COMMENT ON COLUMN besluit.inwerkingtreding IS 'As the decision says. The day that counts stands with its publication.';
COMMENT ON COLUMN besluit.aanvaard IS 'Whether the organ took it: only then can it be published.';
CREATE INDEX besluit_volgorde ON besluit (vergaderdatum DESC, id DESC);

CREATE TABLE bekendmaking (
  besluit_id uuid NOT NULL CONSTRAINT bekendmaking_pkey PRIMARY KEY,
  orgaan text NOT NULL,
  aanvaard boolean NOT NULL DEFAULT true CONSTRAINT bekendmaking_aanvaard CHECK (aanvaard),
  plaats text NOT NULL CONSTRAINT bekendmaking_plaats CHECK (plaats IN ('gemeenteblad', 'cvdr', 'anders')),
  nummer text NOT NULL CONSTRAINT bekendmaking_nummer_gevuld CHECK (nummer <> ''),
  datum date NOT NULL,
  inwerkingtreding date NOT NULL,
  bekend_op timestamptz NOT NULL,
  vastgelegd_door text NOT NULL,
  CONSTRAINT bekendmaking_besluit FOREIGN KEY (besluit_id, orgaan, aanvaard) REFERENCES besluit (id, orgaan, aanvaard),
  CONSTRAINT bekendmaking_niet_terug CHECK (inwerkingtreding >= datum)
);
COMMENT ON TABLE bekendmaking IS 'The publication of a decision that was taken: from then on its values bind, not before its entry into force.';
COMMENT ON COLUMN bekendmaking.bekend_op IS 'When it was recorded: since when the values are known.';

CREATE TABLE parameterwaarde (
  id uuid NOT NULL CONSTRAINT parameterwaarde_pkey PRIMARY KEY,
  besluit_id uuid NOT NULL,
  orgaan text NOT NULL,
  volgnummer integer NOT NULL,
  sleutel text NOT NULL,
  waarde text CONSTRAINT parameterwaarde_gevuld CHECK (waarde <> ''),
  geldig_van date NOT NULL,
  geldig_tot date,
  corrigeert uuid CONSTRAINT parameterwaarde_een_correctie UNIQUE,
  bekend_op timestamptz,
  reden text,
  vastgelegd_door text,
  CONSTRAINT parameterwaarde_besluit FOREIGN KEY (besluit_id, orgaan) REFERENCES besluit (id, orgaan),
  CONSTRAINT parameterwaarde_zelfde UNIQUE (id, besluit_id, sleutel),
  CONSTRAINT parameterwaarde_corrigeert FOREIGN KEY (corrigeert, besluit_id, sleutel) REFERENCES parameterwaarde (id, besluit_id, sleutel),
  CONSTRAINT parameterwaarde_periode CHECK (geldig_tot > geldig_van),
  CONSTRAINT parameterwaarde_correctie CHECK (CASE WHEN corrigeert IS NULL
    THEN waarde IS NOT NULL AND bekend_op IS NULL AND reden IS NULL AND vastgelegd_door IS NULL
    ELSE bekend_op IS NOT NULL AND coalesce(reden, '') <> '' AND coalesce(vastgelegd_door, '') <> '' END)
);
COMMENT ON TABLE parameterwaarde IS 'A value that a decision sets. It counts once the decision is published; a correction is a new row.';
COMMENT ON COLUMN parameterwaarde.waarde IS 'In the form of contract 2.1; a list has a line for each item. Empty: the correction takes the value back.';
COMMENT ON COLUMN parameterwaarde.geldig_van IS 'As the decision says. It binds from the later of this day and the entry into force.';
COMMENT ON COLUMN parameterwaarde.bekend_op IS 'When a correction became known; that of the value itself stands with the publication.';
CREATE UNIQUE INDEX parameterwaarde_eenmaal ON parameterwaarde (besluit_id, sleutel, geldig_van) WHERE corrigeert IS NULL;

-- Holds a value against the law, on the day from which it binds: who decides, and the bounds of every day until it ends.
CREATE FUNCTION toets_waarde(p_sleutel text, p_waarde text, p_orgaan text, p_van date, p_tot date) RETURNS void
LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE
  regime record;
  getal numeric;
BEGIN
  SELECT * INTO regime FROM platform.catalogus c
  WHERE c.sleutel = p_sleutel AND c.van <= p_van AND (c.tot IS NULL OR p_van < c.tot);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no parameter % on %', p_sleutel, p_van USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bestaat';
  ELSIF regime.orgaan <> p_orgaan THEN
    RAISE EXCEPTION '% is decided by %', p_sleutel, regime.orgaan USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_bevoegd';
  ELSIF regime.soort <> 'lijst' AND p_waarde !~ '^[0-9]{1,12}(\.[0-9]{1,2})?$' THEN
    RAISE EXCEPTION '% takes a number', p_sleutel USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_vorm';
  END IF;
  IF regime.soort <> 'lijst' THEN
    getal := p_waarde::numeric;
  END IF;
  PERFORM FROM platform.catalogus c
  WHERE c.sleutel = p_sleutel AND c.orgaan = p_orgaan
    AND (p_tot IS NULL OR c.van < p_tot) AND (c.tot IS NULL OR p_van < c.tot)
    AND (c.gesloten OR getal < c.minimum OR getal > c.maximum);
  IF FOUND THEN
    RAISE EXCEPTION '% is outside the bounds of the law', p_sleutel USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_grens';
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION toets_waarde(text, text, text, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toets_waarde(text, text, text, date, date) TO {{gemeente}}_raad, {{gemeente}}_college;

CREATE FUNCTION toets_parameterwaarde() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  -- A value comes with its decision, in the same transaction: nobody adds one to a decision that others have read.
  IF NEW.corrigeert IS NULL AND NOT EXISTS (
    SELECT FROM besluit b WHERE b.id = NEW.besluit_id AND b.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a value comes with its decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'parameterwaarde_met_besluit';
  END IF;
  IF NEW.waarde IS NOT NULL THEN
    PERFORM toets_waarde(NEW.sleutel, NEW.waarde, NEW.orgaan, greatest(NEW.geldig_van, b.inwerkingtreding, k.inwerkingtreding), NEW.geldig_tot)
    FROM besluit b LEFT JOIN bekendmaking k ON k.besluit_id = b.id
    WHERE b.id = NEW.besluit_id
      AND (NEW.geldig_tot IS NULL OR greatest(NEW.geldig_van, b.inwerkingtreding, k.inwerkingtreding) < NEW.geldig_tot);
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_parameterwaarde() FROM PUBLIC;
CREATE TRIGGER toets_parameterwaarde BEFORE INSERT ON parameterwaarde FOR EACH ROW EXECUTE FUNCTION toets_parameterwaarde();

CREATE FUNCTION toets_bekendmaking() RETURNS trigger LANGUAGE plpgsql SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
BEGIN
  PERFORM toets_waarde(w.sleutel, w.waarde, w.orgaan, greatest(w.geldig_van, NEW.inwerkingtreding), w.geldig_tot)
  FROM parameterwaarde w
  WHERE w.besluit_id = NEW.besluit_id AND w.waarde IS NOT NULL
    AND (w.geldig_tot IS NULL OR greatest(w.geldig_van, NEW.inwerkingtreding) < w.geldig_tot)
    AND NOT EXISTS (SELECT FROM parameterwaarde later WHERE later.corrigeert = w.id);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION toets_bekendmaking() FROM PUBLIC;
CREATE TRIGGER toets_bekendmaking BEFORE INSERT ON bekendmaking FOR EACH ROW EXECUTE FUNCTION toets_bekendmaking();

-- Each organ writes under its own name only.
ALTER TABLE besluit ENABLE ROW LEVEL SECURITY;
ALTER TABLE bekendmaking ENABLE ROW LEVEL SECURITY;
ALTER TABLE parameterwaarde ENABLE ROW LEVEL SECURITY;
CREATE POLICY lezen ON besluit FOR SELECT USING (true);
CREATE POLICY lezen ON bekendmaking FOR SELECT USING (true);
CREATE POLICY lezen ON parameterwaarde FOR SELECT USING (true);
CREATE POLICY raad ON besluit FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY raad ON bekendmaking FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY raad ON parameterwaarde FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY college ON besluit FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');
CREATE POLICY college ON bekendmaking FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');
CREATE POLICY college ON parameterwaarde FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');

GRANT SELECT ON besluit, bekendmaking, parameterwaarde
  TO {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;
GRANT INSERT (id, orgaan, nummer, titel, vergaderdatum, toelichting, inwerkingtreding, beslissing, amendement, stemming, stemmen_voor,
  stemmen_tegen, uitgereikt_bij, opmerkingen, vastgelegd_op, vastgelegd_door) ON besluit TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (besluit_id, orgaan, plaats, nummer, datum, inwerkingtreding, bekend_op, vastgelegd_door) ON bekendmaking
  TO {{gemeente}}_raad, {{gemeente}}_college;
GRANT INSERT (id, besluit_id, orgaan, volgnummer, sleutel, waarde, geldig_van, geldig_tot, corrigeert, bekend_op, reden, vastgelegd_door)
  ON parameterwaarde TO {{gemeente}}_raad, {{gemeente}}_college;
