DROP TABLE sturing.basisversie;
DROP TABLE sturing.basisakte;
DROP TABLE sturing.basisset;
DROP FUNCTION sturing.toets_basisversie();
DROP FUNCTION sturing.toets_basisakte();
