DROP TABLE populatieuitzondering;
DROP TABLE populatiesom;
