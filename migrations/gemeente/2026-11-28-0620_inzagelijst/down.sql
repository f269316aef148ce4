CREATE INDEX verwerking_trace ON verwerking (trace);
DROP INDEX verwerking_lijst;
