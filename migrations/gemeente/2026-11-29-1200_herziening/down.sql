DROP TABLE herzieningsbesluit;
DROP TABLE herzieningsberekening;
DROP TABLE herzieningakte;
DROP FUNCTION toets_herzieningakte();
DROP TABLE herziening;
-- The first list of decisions again. Rows for the others must be ended first; a mandate is never removed by a step back.
ALTER TABLE mandaat DROP CONSTRAINT mandaat_besluit;
ALTER TABLE mandaat ADD CONSTRAINT mandaat_besluit CHECK (besluit IN ('toekenning', 'gedeeltelijk', 'afwijzing', 'buiten-behandeling', 'bezwaar'));
