-- On whose behalf a decision is taken follows from how the municipality has the law executed (Participatiewet art. 7 lid 4 and 8c).
-- Runs as stuurhuis_eigenaar with search_path = platform.
GRANT SELECT (uitvoeringsvorm) ON gemeente TO platform_uitvoering;
