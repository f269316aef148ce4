-- The amounts of the law of each day of a run as they were known on a day: a published amount can be corrected afterwards.
-- Runs as stuurhuis_eigenaar with search_path = platform.
ALTER TABLE populatierun
  ADD COLUMN van_bekend_op date,
  ADD COLUMN tot_bekend_op date,
  DROP CONSTRAINT populatierun_dagen,
  ADD CONSTRAINT populatierun_dagen CHECK (
    van < tot OR (van = tot AND van_bekend_op IS NOT NULL AND (tot_bekend_op IS NULL OR van_bekend_op < tot_bekend_op)));
COMMENT ON COLUMN populatierun.van_bekend_op IS 'The amounts of the law of the first day as they were known on this day; none for the latest.';
COMMENT ON COLUMN populatierun.tot_bekend_op IS 'The same of the second day.';
