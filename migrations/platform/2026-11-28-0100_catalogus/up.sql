-- All layers of policy and all kinds of values. Runs as stuurhuis_eigenaar with search_path = platform.
ALTER TABLE catalogus DROP CONSTRAINT catalogus_orgaan, DROP CONSTRAINT catalogus_soort,
  ADD CONSTRAINT catalogus_orgaan CHECK (orgaan IN ('rijk', 'raad', 'college', 'uitvoering')),
  ADD CONSTRAINT catalogus_soort CHECK (soort IN ('bedrag', 'percentage', 'maanden', 'weken', 'uren', 'getal', 'ja-nee', 'datum', 'lijst',
    'tarieven', 'staffel', 'regel', 'document'));
COMMENT ON COLUMN catalogus.orgaan IS 'The layer that decides. Only what raad or college decides can be set by a besluit.';
-- A value may hold for the area of a former municipality; the database checks that it is one.
GRANT SELECT ON gebied TO platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
