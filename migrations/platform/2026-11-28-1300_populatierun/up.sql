-- Population runs: what was asked, and how far each municipality is. Runs as stuurhuis_eigenaar with search_path = platform.
-- No personal data: sums of fewer than ten households are not stored here; households and the cursor stand in the schema of the municipality.
CREATE TABLE populatierun (
  id uuid NOT NULL CONSTRAINT populatierun_pkey PRIMARY KEY,
  naam text NOT NULL CONSTRAINT populatierun_naam CHECK (length(naam) BETWEEN 1 AND 120),
  van date NOT NULL,
  tot date NOT NULL,
  grens numeric(6,2) NOT NULL CONSTRAINT populatierun_grens CHECK (grens BETWEEN 0 AND 1000),
  bekend_op timestamptz NOT NULL,
  gestart_op timestamptz NOT NULL,
  gestart_door_id text NOT NULL CONSTRAINT populatierun_gestart_door_id_gevuld CHECK (gestart_door_id <> ''),
  gestart_door text NOT NULL CONSTRAINT populatierun_gestart_door_gevuld CHECK (gestart_door <> ''),
  CONSTRAINT populatierun_dagen CHECK (van < tot)
);
COMMENT ON TABLE populatierun IS 'The right of every household on two days beside each other. What was asked never changes; how far it is follows from populatierun_gemeente.';
COMMENT ON COLUMN populatierun.grens IS 'A change by more than this percentage of the old amount is a reason to look.';
COMMENT ON COLUMN populatierun.bekend_op IS 'Records that were known later do not count.';
CREATE INDEX populatierun_gestart ON populatierun (gestart_op DESC, id DESC);

CREATE TABLE populatierun_gemeente (
  run uuid NOT NULL CONSTRAINT populatierun_gemeente_run REFERENCES populatierun (id),
  gemeente text NOT NULL CONSTRAINT populatierun_gemeente_gemeente REFERENCES gemeente (code),
  stand text NOT NULL CONSTRAINT populatierun_gemeente_stand CHECK (stand IN ('wacht', 'bezig', 'klaar', 'onderbroken', 'mislukt')),
  maand date CONSTRAINT populatierun_gemeente_eerste_dag CHECK (extract(day FROM maand) = 1),
  totaal integer CONSTRAINT populatierun_gemeente_totaal CHECK (totaal >= 0),
  gedaan integer NOT NULL DEFAULT 0 CONSTRAINT populatierun_gemeente_gedaan CHECK (gedaan >= 0),
  uitzonderingen integer,
  oud numeric(14,2),
  nieuw numeric(14,2),
  fout text CONSTRAINT populatierun_gemeente_fout CHECK (length(fout) BETWEEN 1 AND 500),
  bijgewerkt_op timestamptz NOT NULL,
  CONSTRAINT populatierun_gemeente_pkey PRIMARY KEY (run, gemeente),
  CONSTRAINT populatierun_gemeente_genoeg CHECK ((oud IS NULL AND nieuw IS NULL AND uitzonderingen IS NULL) OR (stand = 'klaar' AND gedaan >= 10)),
  CONSTRAINT populatierun_gemeente_tien CHECK (uitzonderingen IS NULL OR uitzonderingen = 0 OR uitzonderingen >= 10),
  CONSTRAINT populatierun_gemeente_mislukt CHECK ((stand = 'mislukt') = (fout IS NOT NULL))
);
COMMENT ON TABLE populatierun_gemeente IS 'How far a run is in a municipality. Its lock puts workers in line: a batch holds it until it commits.';
COMMENT ON COLUMN populatierun_gemeente.maand IS 'The month of the records, once begun.';
COMMENT ON COLUMN populatierun_gemeente.oud IS 'What all households get together per month on the first day, when done and about ten households at least; nieuw: on the second.';

ALTER TABLE populatierun_gemeente ENABLE ROW LEVEL SECURITY;
CREATE POLICY populatierun_gemeente_eigen ON populatierun_gemeente TO platform_uitvoering
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY populatierun_gemeente_dienst ON populatierun_gemeente TO platform_dienst USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON populatierun, populatierun_gemeente TO platform_dienst;
-- A municipality that cannot be reached at all is said to have failed by who could not reach it.
GRANT UPDATE (stand, fout, bijgewerkt_op) ON populatierun_gemeente TO platform_dienst;
GRANT SELECT ON populatierun, populatierun_gemeente TO platform_uitvoering;
GRANT UPDATE (stand, maand, totaal, gedaan, uitzonderingen, oud, nieuw, fout, bijgewerkt_op) ON populatierun_gemeente TO platform_uitvoering;
