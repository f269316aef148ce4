-- Each member has the sending of documents in its own audit chain, once. Runs as stuurhuis_eigenaar with search_path = platform.
CREATE TABLE sturing.overlegverzending (
  overleg uuid NOT NULL CONSTRAINT overlegverzending_overleg REFERENCES sturing.overleg (id),
  gemeente text NOT NULL CONSTRAINT overlegverzending_gemeente REFERENCES gemeente (code),
  vastgelegd_op timestamptz NOT NULL,
  CONSTRAINT overlegverzending_pkey PRIMARY KEY (overleg, gemeente)
);
COMMENT ON TABLE sturing.overlegverzending IS 'A member whose audit chain has the sending of the documents of a meeting, however often the job runs. The sender is not in it: its chain has the act itself.';

-- Written only, for the own municipality.
ALTER TABLE sturing.overlegverzending ENABLE ROW LEVEL SECURITY;
CREATE POLICY overlegverzending_eigen ON sturing.overlegverzending FOR INSERT TO platform_opdrachtgever
  WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT INSERT ON sturing.overlegverzending TO platform_opdrachtgever;
