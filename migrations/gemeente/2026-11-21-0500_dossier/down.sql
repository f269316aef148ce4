DROP INDEX inwoner_naamwoorden;
DROP TABLE dossierstand;
DROP TABLE trede_onderbouwing;
DROP TABLE notitie;
DROP TABLE casusregie;
DROP TABLE medewerker;
