DROP TABLE catalogus;
