-- The program asks which municipalities have a schema that it supports. Runs as stuurhuis_eigenaar with search_path = platform.
GRANT SELECT (schema, versie) ON migratie TO platform_dienst;
