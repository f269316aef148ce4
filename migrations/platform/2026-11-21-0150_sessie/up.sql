-- Who is logged in. Runs as stuurhuis_eigenaar with search_path = platform.
CREATE TABLE sessie (
  token_hash bytea NOT NULL CONSTRAINT sessie_pkey PRIMARY KEY CONSTRAINT sessie_token_hash_lengte CHECK (octet_length(token_hash) = 32),
  actor jsonb,
  aanmelding jsonb,
  csrf text NOT NULL CONSTRAINT sessie_csrf_vorm CHECK (csrf ~ '^[0-9a-f]{64}$'),
  melding text CONSTRAINT sessie_melding_lengte CHECK (length(melding) BETWEEN 1 AND 500),
  id_token text,
  aangemaakt_op timestamptz NOT NULL,
  gezien_op timestamptz NOT NULL,
  verloopt_op timestamptz NOT NULL CONSTRAINT sessie_verloop CHECK (verloopt_op > aangemaakt_op),
  CONSTRAINT sessie_soort CHECK ((actor IS NULL) <> (aanmelding IS NULL))
);
COMMENT ON TABLE sessie IS 'Sessions on the server: ending one ends it at once, everywhere. Rows vanish after their end.';
COMMENT ON COLUMN sessie.token_hash IS 'SHA-256 of the token in the cookie: who reads this table cannot log in with it.';
COMMENT ON COLUMN sessie.actor IS 'Who is logged in, with the roles that the identity provider gave.';
COMMENT ON COLUMN sessie.aanmelding IS 'State of a login that is under way: state, nonce, PKCE secret, where to go back to.';
COMMENT ON COLUMN sessie.melding IS 'What to tell at the top of the next page.';
COMMENT ON COLUMN sessie.id_token IS 'Kept to log out at the identity provider too.';
COMMENT ON COLUMN sessie.gezien_op IS 'Written at most once a minute: a write per request costs sixteen times a read (postgres.md, finding 9).';
CREATE INDEX sessie_verloopt_op ON sessie (verloopt_op);

GRANT SELECT, INSERT, DELETE, UPDATE (melding, gezien_op) ON sessie TO platform_dienst;
