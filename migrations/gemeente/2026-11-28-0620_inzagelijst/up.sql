-- A list is one row of the log: its residents are found by transaction and activity. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
CREATE INDEX verwerking_lijst ON verwerking (trace, activiteit, id);
-- The new index begins with the same column.
DROP INDEX verwerking_trace;
