DROP TABLE sessie;
