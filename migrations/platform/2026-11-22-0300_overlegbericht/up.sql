-- Commissioners and board are told once that the documents of a meeting are ready. Runs as stuurhuis_eigenaar with search_path = platform.
ALTER TABLE sturing.overleg ADD COLUMN stukken_verstuurd_op timestamptz;
COMMENT ON COLUMN sturing.overleg.stukken_verstuurd_op IS 'When commissioners and board were told that its documents are ready; empty: not yet.';
GRANT UPDATE (stukken_verstuurd_op) ON sturing.overleg TO platform_opdrachtgever;

CREATE TABLE sturing.overlegbericht (
  overleg uuid NOT NULL CONSTRAINT overlegbericht_overleg REFERENCES sturing.overleg (id),
  adreshash bytea NOT NULL CONSTRAINT overlegbericht_adreshash CHECK (octet_length(adreshash) = 32),
  gemeente text NOT NULL CONSTRAINT overlegbericht_gemeente REFERENCES gemeente (code),
  vastgelegd_op timestamptz NOT NULL,
  CONSTRAINT overlegbericht_pkey PRIMARY KEY (overleg, adreshash)
);
COMMENT ON TABLE sturing.overlegbericht IS 'An address that is told of a meeting, once, however many municipalities list it and however often the job runs.';
COMMENT ON COLUMN sturing.overlegbericht.adreshash IS 'SHA-256 of the id of the meeting and the address in lower case.';

-- Written only: which addresses the others list is not for reading.
ALTER TABLE sturing.overlegbericht ENABLE ROW LEVEL SECURITY;
CREATE POLICY overlegbericht_eigen ON sturing.overlegbericht FOR INSERT TO platform_opdrachtgever
  WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT INSERT ON sturing.overlegbericht TO platform_opdrachtgever;

COMMENT ON TABLE sturing.ontvanger IS 'Commissioners and board members who are told by e-mail that a quarter is closed, and that the documents of a meeting are ready.';
