DROP TABLE onderdeelstand, uitvoeringsplan, opdrachtakte;
DROP FUNCTION toets_onderdeelstand(), toets_uitvoeringsplan(), toets_opdrachtakte();
