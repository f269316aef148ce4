-- Staffing. Runs as stuurhuis_eigenaar with search_path = platform.
GRANT USAGE ON SCHEMA bedrijf TO platform_uitvoering, platform_opdrachtgever, platform_rapportage;

CREATE TABLE bedrijf.formatie (
  gemeente text NOT NULL CONSTRAINT formatie_gemeente REFERENCES gemeente (code),
  functie text NOT NULL CONSTRAINT formatie_functie CHECK (functie IN ('klantmanager', 'accountmanager', 'administratie', 'jobcoach', 'teamleider')),
  doelgroep text NOT NULL CONSTRAINT formatie_doelgroep CHECK (doelgroep IN ('alle', 'regulier', 'statushouders', 'doelgroepregister')),
  van date NOT NULL,
  bekend_op timestamptz NOT NULL,
  fte numeric(6, 2) NOT NULL CONSTRAINT formatie_fte CHECK (fte BETWEEN 0 AND 1000),
  vastgelegd_door text NOT NULL,
  CONSTRAINT formatie_pkey PRIMARY KEY (gemeente, functie, doelgroep, van, bekend_op)
);
COMMENT ON TABLE bedrijf.formatie IS 'From this day on so many full-time posts work for the municipality, until a later day says otherwise. A correction is a row with a later bekend_op.';
COMMENT ON COLUMN bedrijf.formatie.fte IS 'Zero: the post ends.';

ALTER TABLE bedrijf.formatie ENABLE ROW LEVEL SECURITY;
CREATE POLICY formatie_eigen ON bedrijf.formatie TO platform_uitvoering
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY formatie_lezen ON bedrijf.formatie FOR SELECT TO platform_opdrachtgever, platform_rapportage
  USING (gemeente = sturing.eigen_gemeente());
GRANT SELECT, INSERT ON bedrijf.formatie TO platform_uitvoering;
GRANT SELECT ON bedrijf.formatie TO platform_opdrachtgever, platform_rapportage;
