-- Steps are taken back from the newest to the oldest, so this guard comes before the step that drops the column.
DO $$ BEGIN
  IF EXISTS (SELECT FROM audit WHERE rollen IS NOT NULL) THEN
    RAISE EXCEPTION 'de auditketen van {{gemeente}} heeft regels met rollen, en zou breken'
      USING HINT = 'Zet een reservekopie van voor deze versie terug, of herstel met een nieuwe stap vooruit (ADR 9).';
  END IF;
END $$;
COMMENT ON COLUMN audit.rollen IS 'Roles of the actor in this municipality at that moment, as the identity provider names them. Empty in rows from before this column.';
