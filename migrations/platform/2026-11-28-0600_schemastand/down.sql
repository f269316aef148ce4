REVOKE SELECT (schema, versie) ON migratie FROM platform_dienst;
