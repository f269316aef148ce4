DROP TABLE woongebied;
DROP FUNCTION toets_woongebied();
