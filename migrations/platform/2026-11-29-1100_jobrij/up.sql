-- Calculation waits in a queue of its own, so that mail never waits for it. Runs as stuurhuis_eigenaar with search_path = platform.
ALTER TABLE job ADD COLUMN rij text NOT NULL DEFAULT 'bericht' CONSTRAINT job_rij CHECK (rij IN ('bericht', 'rekenwerk'));
COMMENT ON COLUMN job.rij IS 'The queue. A worker takes from each of them at once, one job at a time.';
UPDATE job SET rij = 'rekenwerk' WHERE soort = 'reken_populatie';
DROP INDEX job_volgende;
CREATE INDEX job_volgende ON job (rij, uit_te_voeren_op) WHERE status = 'wacht';

-- A call with five arguments, of a server that is one version behind, adds to the queue of messages.
DROP FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text);
CREATE FUNCTION enqueue_job(p_id uuid, p_soort text, p_inhoud jsonb, p_uit_te_voeren_op timestamptz, p_uniek text, p_rij text DEFAULT 'bericht') RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = platform, pg_catalog, pg_temp AS $$
  INSERT INTO job (id, gemeente, soort, inhoud, uit_te_voeren_op, uniek, rij)
  VALUES (p_id, upper(split_part(current_setting('role'), '_', 1)), p_soort, p_inhoud, p_uit_te_voeren_op, p_uniek, p_rij)
  ON CONFLICT ON CONSTRAINT job_uniek DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text, text) TO platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
