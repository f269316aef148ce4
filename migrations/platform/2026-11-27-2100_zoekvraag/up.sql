-- The last search of a session, so that its result has an address of its own. Runs as stuurhuis_eigenaar with search_path = platform.
ALTER TABLE sessie
  ADD COLUMN zoekvraag bytea CONSTRAINT sessie_zoekvraag_lengte CHECK (octet_length(zoekvraag) <= 1000),
  ADD COLUMN zoekvraag_op timestamptz,
  ADD CONSTRAINT sessie_zoekvraag CHECK ((zoekvraag IS NULL) = (zoekvraag_op IS NULL));
COMMENT ON COLUMN sessie.zoekvraag IS 'Municipality and words of the last search, encrypted with a key made from the token in the cookie, which is not kept: nobody reads it without the cookie.';
COMMENT ON COLUMN sessie.zoekvraag_op IS 'When was searched: a quarter of an hour later nobody finds it any more.';
GRANT UPDATE (zoekvraag, zoekvraag_op) ON sessie TO platform_dienst;
