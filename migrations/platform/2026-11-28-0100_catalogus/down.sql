REVOKE SELECT ON gebied FROM platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
-- The catalogue is written anew by every migration run of the build that knows it.
DELETE FROM catalogus WHERE orgaan NOT IN ('raad', 'college') OR soort NOT IN ('bedrag', 'percentage', 'maanden', 'getal', 'lijst');
ALTER TABLE catalogus DROP CONSTRAINT catalogus_orgaan, DROP CONSTRAINT catalogus_soort,
  ADD CONSTRAINT catalogus_orgaan CHECK (orgaan IN ('raad', 'college')),
  ADD CONSTRAINT catalogus_soort CHECK (soort IN ('bedrag', 'percentage', 'maanden', 'getal', 'lijst'));
COMMENT ON COLUMN catalogus.orgaan IS NULL;
