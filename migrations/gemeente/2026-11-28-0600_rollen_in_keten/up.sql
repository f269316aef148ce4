-- The roles in audit rows are part of their hash: who takes the column away breaks the chain (ADR 9).
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. The guard itself stands in down.sql.
COMMENT ON COLUMN audit.rollen IS 'Roles of the actor in this municipality at that moment, as the identity provider names them. Empty in rows from before this column. Last field of the hash where it is filled: a schema with such rows does not go back below this version (ADR 9).';
