DROP TABLE parameterwaarde, bekendmaking, besluit;
DROP FUNCTION toets_bekendmaking();
DROP FUNCTION toets_parameterwaarde();
DROP FUNCTION toets_waarde(text, text, text, date, date);
