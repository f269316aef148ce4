DROP TABLE zienswijzeakte, antwoordakte;
DROP FUNCTION toets_ontwerpakte();
