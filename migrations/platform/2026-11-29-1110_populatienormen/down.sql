-- Refused while there is a run that lays one day beside itself: it cannot be said without these columns.
ALTER TABLE populatierun
  DROP CONSTRAINT populatierun_dagen,
  ADD CONSTRAINT populatierun_dagen CHECK (van < tot),
  DROP COLUMN van_bekend_op,
  DROP COLUMN tot_bekend_op;
