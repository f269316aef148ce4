DROP TABLE doorrekening;
