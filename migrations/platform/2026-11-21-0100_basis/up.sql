-- The registry of municipalities and the job queue. Runs as stuurhuis_eigenaar with search_path = platform.
GRANT USAGE ON SCHEMA platform TO platform_dienst, platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
GRANT USAGE ON SCHEMA sturing TO platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;

CREATE TABLE gemeente (
  code text NOT NULL CONSTRAINT gemeente_pkey PRIMARY KEY CONSTRAINT gemeente_code_vorm CHECK (code ~ '^GM[0-9]{4}$'),
  naam text NOT NULL CONSTRAINT gemeente_naam_gevuld CHECK (naam <> ''),
  uitvoeringsvorm text NOT NULL CONSTRAINT gemeente_uitvoeringsvorm CHECK (uitvoeringsvorm IN ('gedelegeerd', 'gemandateerd', 'advies')),
  aangesloten_op date NOT NULL,
  uitgetreden_op date CONSTRAINT gemeente_uittreding CHECK (uitgetreden_op > aangesloten_op),
  themakleur text NOT NULL CONSTRAINT gemeente_themakleur CHECK (themakleur ~ '^#[0-9a-f]{6}$')
);
COMMENT ON TABLE gemeente IS 'Municipalities of the scheme, each with a schema of its own: GM0294 has gm0294.';
COMMENT ON COLUMN gemeente.uitvoeringsvorm IS 'Participatiewet art. 7 lid 4 and 8c: gedelegeerd, gemandateerd, or advies (the municipality itself decides on income).';

CREATE TABLE gebied (
  code text NOT NULL CONSTRAINT gebied_pkey PRIMARY KEY CONSTRAINT gebied_code_vorm CHECK (code ~ '^GM[0-9]{4}$'),
  naam text NOT NULL,
  opgegaan_in text NOT NULL CONSTRAINT gebied_gemeente REFERENCES gemeente (code),
  opgegaan_op date NOT NULL
);
COMMENT ON TABLE gebied IS 'Former municipalities and the one into which they merged (Wet arhi): policy may still differ by area for two years (art. 28).';

CREATE TABLE job (
  id uuid NOT NULL CONSTRAINT job_pkey PRIMARY KEY,
  gemeente text CONSTRAINT job_gemeente REFERENCES gemeente (code),
  soort text NOT NULL,
  inhoud jsonb NOT NULL,
  uit_te_voeren_op timestamptz NOT NULL,
  pogingen integer NOT NULL DEFAULT 0,
  pogingen_max integer NOT NULL DEFAULT 8 CONSTRAINT job_pogingen_max CHECK (pogingen_max BETWEEN 1 AND 20),
  geleend_tot timestamptz,
  status text NOT NULL DEFAULT 'wacht' CONSTRAINT job_status CHECK (status IN ('wacht', 'mislukt')),
  uniek text CONSTRAINT job_uniek UNIQUE,
  laatste_fout text
);
COMMENT ON TABLE job IS 'Work that must follow a committed change. Carries ids, never personal data. A finished job is deleted.';
COMMENT ON COLUMN job.geleend_tot IS 'A worker holds the job until this moment; after it another may take it.';
CREATE INDEX job_volgende ON job (uit_te_voeren_op) WHERE status = 'wacht';

-- Tenant roles add jobs through this function only: the municipality is that of the role, not of the caller's word.
CREATE FUNCTION enqueue_job(p_id uuid, p_soort text, p_inhoud jsonb, p_uit_te_voeren_op timestamptz, p_uniek text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = platform, pg_catalog, pg_temp AS $$
  INSERT INTO job (id, gemeente, soort, inhoud, uit_te_voeren_op, uniek)
  VALUES (p_id, upper(split_part(current_setting('role'), '_', 1)), p_soort, p_inhoud, p_uit_te_voeren_op, p_uniek)
  ON CONFLICT ON CONSTRAINT job_uniek DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text) TO platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;

GRANT SELECT ON gemeente, gebied TO platform_dienst;
GRANT SELECT, INSERT, DELETE, UPDATE (uit_te_voeren_op, pogingen, geleend_tot, status, laatste_fout) ON job TO platform_dienst;
