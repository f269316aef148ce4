-- The page of the mandate register says on whose behalf is decided; who reads it is no execution alone.
-- Runs as stuurhuis_eigenaar with search_path = platform.
GRANT SELECT (uitvoeringsvorm) ON gemeente TO platform_opdrachtgever;
