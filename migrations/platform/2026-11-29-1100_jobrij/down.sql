DROP FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text, text);
CREATE FUNCTION enqueue_job(p_id uuid, p_soort text, p_inhoud jsonb, p_uit_te_voeren_op timestamptz, p_uniek text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = platform, pg_catalog, pg_temp AS $$
  INSERT INTO job (id, gemeente, soort, inhoud, uit_te_voeren_op, uniek)
  VALUES (p_id, upper(split_part(current_setting('role'), '_', 1)), p_soort, p_inhoud, p_uit_te_voeren_op, p_uniek)
  ON CONFLICT ON CONSTRAINT job_uniek DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text) TO platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
DROP INDEX job_volgende;
CREATE INDEX job_volgende ON job (uit_te_voeren_op) WHERE status = 'wacht';
ALTER TABLE job DROP COLUMN rij;
