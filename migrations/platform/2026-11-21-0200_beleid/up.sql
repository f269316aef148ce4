-- The catalogue of policy parameters as the database itself checks it. Runs as stuurhuis_eigenaar with search_path = platform.
-- Filled from the compiled-in catalogue (crates/domain/data/catalogus.json) by every migration run.
CREATE TABLE catalogus (
  sleutel text NOT NULL CONSTRAINT catalogus_sleutel_vorm CHECK (sleutel ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$'),
  van date NOT NULL,
  tot date,
  orgaan text NOT NULL CONSTRAINT catalogus_orgaan CHECK (orgaan IN ('raad', 'college')),
  soort text NOT NULL CONSTRAINT catalogus_soort CHECK (soort IN ('bedrag', 'percentage', 'maanden', 'getal', 'lijst')),
  minimum numeric,
  maximum numeric,
  gesloten boolean NOT NULL,
  CONSTRAINT catalogus_pkey PRIMARY KEY (sleutel, van),
  CONSTRAINT catalogus_periode CHECK (tot > van),
  CONSTRAINT catalogus_grenzen CHECK (minimum <= maximum)
);
COMMENT ON TABLE catalogus IS 'Who decides about a parameter in a period, and within which bounds of the law. One row per regime.';
COMMENT ON COLUMN catalogus.gesloten IS 'No value can be recorded for this period: its bound is not known.';
GRANT SELECT ON catalogus TO platform_raad, platform_college;
