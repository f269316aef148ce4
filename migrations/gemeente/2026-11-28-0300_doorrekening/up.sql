-- Calculations of other policy that council or college keeps. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.

CREATE TABLE doorrekening (
  id uuid CONSTRAINT doorrekening_pkey PRIMARY KEY,
  naam text NOT NULL CONSTRAINT doorrekening_naam_lengte CHECK (length(naam) BETWEEN 1 AND 120),
  vanaf date NOT NULL,
  maand date NOT NULL CONSTRAINT doorrekening_eerste_dag CHECK (extract(day FROM maand) = 1),
  bekend_op timestamptz NOT NULL,
  sleutels text[] NOT NULL,
  waarden text[] NOT NULL,
  uitkomst text NOT NULL,
  hash bytea NOT NULL CONSTRAINT doorrekening_hash_klopt CHECK (hash = sha256(convert_to(uitkomst, 'UTF8'))),
  gemaakt_op timestamptz NOT NULL,
  gemaakt_door text NOT NULL CONSTRAINT doorrekening_door_lengte CHECK (length(gemaakt_door) BETWEEN 1 AND 200),
  CONSTRAINT doorrekening_naam_uniek UNIQUE (naam),
  CONSTRAINT doorrekening_paren CHECK (cardinality(sleutels) = cardinality(waarden) AND cardinality(sleutels) BETWEEN 1 AND 100)
);
COMMENT ON TABLE doorrekening IS 'The effect of other values on the own caseload, kept under a name. Holds groups of at least ten households only (ADR 10). Never changed: the same inputs give the same uitkomst to the byte.';
COMMENT ON COLUMN doorrekening.vanaf IS 'From which day the other values would hold.';
COMMENT ON COLUMN doorrekening.maand IS 'The month of the caseload.';
COMMENT ON COLUMN doorrekening.bekend_op IS 'Records and decisions known later do not count.';
COMMENT ON COLUMN doorrekening.sleutels IS 'Which parameters were changed; their values stand in waarden at the same place.';
COMMENT ON COLUMN doorrekening.uitkomst IS 'JSON, as it was shown.';
CREATE INDEX doorrekening_nieuwste ON doorrekening (gemaakt_op DESC, id DESC);

GRANT SELECT ON doorrekening TO {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;
GRANT INSERT ON doorrekening TO {{gemeente}}_raad, {{gemeente}}_college;
