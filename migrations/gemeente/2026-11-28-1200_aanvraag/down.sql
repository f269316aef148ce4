DROP TABLE beschikking;
DROP TABLE aanvraagberekening;
DROP TABLE aanvraagakte;
DROP FUNCTION toets_aanvraagakte();
DROP TABLE aanvraag;
DROP TABLE mandaat;
