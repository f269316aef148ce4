DROP TABLE trede_meting;
DROP TABLE voorziening;
DROP TABLE deelname;
DROP TABLE maandregel;
DROP TABLE uitkering;
DROP TABLE inwoner;
DROP TABLE levering_maand;
DROP TABLE levering;
