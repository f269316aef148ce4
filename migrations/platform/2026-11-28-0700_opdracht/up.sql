-- How the items of the assignment stood at a closing. Runs as stuurhuis_eigenaar with search_path = platform.
CREATE TABLE sturing.opdrachtregel (
  sluiting uuid NOT NULL,
  gemeente text NOT NULL,
  nummer integer NOT NULL CONSTRAINT opdrachtregel_nummer CHECK (nummer > 0),
  opdrachtversie integer NOT NULL,
  prestatie text NOT NULL CONSTRAINT opdrachtregel_prestatie CHECK (prestatie <> ''),
  grond text[] NOT NULL CONSTRAINT opdrachtregel_grond CHECK (cardinality(grond) > 0),
  aanpak text,
  trekker text,
  gereed date,
  stand text CONSTRAINT opdrachtregel_stand CHECK (stand IN ('op-koers', 'aandacht', 'niet-op-koers', 'afgerond')),
  toelichting text,
  indicator text,
  kant text CONSTRAINT opdrachtregel_kant CHECK (kant IN ('minstens', 'hoogstens')),
  norm numeric,
  marge numeric CONSTRAINT opdrachtregel_marge CHECK (marge >= 0),
  oordeel text CONSTRAINT opdrachtregel_oordeel CHECK (oordeel IN ('gehaald', 'binnen-marge', 'niet-gehaald', 'niet-vast-te-stellen')),
  CONSTRAINT opdrachtregel_pkey PRIMARY KEY (sluiting, nummer),
  CONSTRAINT opdrachtregel_sluiting FOREIGN KEY (sluiting, gemeente) REFERENCES sturing.sluiting (id, gemeente),
  CONSTRAINT opdrachtregel_stand_met_toelichting CHECK ((stand IS NULL) = (toelichting IS NULL)),
  CONSTRAINT opdrachtregel_norm_heel CHECK (num_nonnulls(indicator, kant, norm, marge, oordeel) IN (0, 5))
);
COMMENT ON TABLE sturing.opdrachtregel IS 'An item of the assignment as it stood when the quarter was closed: the report reads it here, so the same closing gives the same bytes.';
COMMENT ON COLUMN sturing.opdrachtregel.grond IS 'The frames in words from which it follows, or why it follows from none.';
COMMENT ON COLUMN sturing.opdrachtregel.oordeel IS 'Whether the published figure of the closing meets the norm.';

-- A municipality reads its own only: what it asks of the organisation is no figure to compare.
ALTER TABLE sturing.opdrachtregel ENABLE ROW LEVEL SECURITY;
CREATE POLICY opdrachtregel_eigen ON sturing.opdrachtregel TO platform_rapportage
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY opdrachtregel_lezen ON sturing.opdrachtregel FOR SELECT TO platform_opdrachtgever
  USING (gemeente = sturing.eigen_gemeente());
GRANT SELECT, INSERT ON sturing.opdrachtregel TO platform_rapportage;
GRANT SELECT ON sturing.opdrachtregel TO platform_opdrachtgever;
