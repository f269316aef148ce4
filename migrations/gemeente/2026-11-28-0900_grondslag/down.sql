DROP TABLE besluitgrondslag;
