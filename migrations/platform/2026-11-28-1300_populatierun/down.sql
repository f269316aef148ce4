DROP TABLE populatierun_gemeente;
DROP TABLE populatierun;
