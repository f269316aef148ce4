-- On which shared base a decision rests, and why it deviates. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Append only.
CREATE TABLE besluitgrondslag (
  besluit_id uuid NOT NULL CONSTRAINT besluitgrondslag_pkey PRIMARY KEY,
  orgaan text NOT NULL,
  basisset uuid NOT NULL,
  naam text NOT NULL CONSTRAINT besluitgrondslag_naam_gevuld CHECK (naam <> ''),
  versie smallint NOT NULL CONSTRAINT besluitgrondslag_versie CHECK (versie > 0),
  sleutels text[] NOT NULL,
  redenen text[] NOT NULL,
  CONSTRAINT besluitgrondslag_besluit FOREIGN KEY (besluit_id, orgaan) REFERENCES besluit (id, orgaan),
  CONSTRAINT besluitgrondslag_paren CHECK (cardinality(sleutels) = cardinality(redenen)
    AND array_position(redenen, NULL) IS NULL AND array_position(redenen, '') IS NULL)
);
COMMENT ON TABLE besluitgrondslag IS 'The version of a shared base (sturing.basisversie) on which a decision rests. The decision binds by itself: no foreign key, so that a municipality can be moved.';
COMMENT ON COLUMN besluitgrondslag.sleutels IS 'Parameters for which the decision deviates; why stands in redenen at the same place.';

ALTER TABLE besluitgrondslag ENABLE ROW LEVEL SECURITY;
CREATE POLICY lezen ON besluitgrondslag FOR SELECT USING (true);
CREATE POLICY raad ON besluitgrondslag FOR INSERT TO {{gemeente}}_raad WITH CHECK (orgaan = 'raad');
CREATE POLICY college ON besluitgrondslag FOR INSERT TO {{gemeente}}_college WITH CHECK (orgaan = 'college');
GRANT SELECT ON besluitgrondslag TO {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever;
GRANT INSERT ON besluitgrondslag TO {{gemeente}}_raad, {{gemeente}}_college;
