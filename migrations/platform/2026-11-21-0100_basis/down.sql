DROP FUNCTION enqueue_job(uuid, text, jsonb, timestamptz, text);
DROP TABLE job;
DROP TABLE gebied;
DROP TABLE gemeente;
REVOKE USAGE ON SCHEMA platform FROM platform_dienst, platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
REVOKE USAGE ON SCHEMA sturing FROM platform_uitvoering, platform_raad, platform_college, platform_opdrachtgever, platform_rapportage;
