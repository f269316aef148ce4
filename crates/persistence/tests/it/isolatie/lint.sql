-- Every row is a violation. Run as superuser after the migrations.
WITH gemeente AS (SELECT oid, nspname FROM pg_namespace WHERE nspname ~ '^gm[0-9]{4}$'),
onze_rol AS (
  SELECT oid, rolname FROM pg_roles
  WHERE rolname ~ '^(gm[0-9]{4}_|stuurhuis_|platform_)'
),
recht AS (
  SELECT n.nspname, c.relname AS ding, coalesce(r.rolname, 'PUBLIC') AS wie, a.privilege_type AS wat
  FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
  CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE n.nspname ~ '^gm[0-9]{4}$' OR n.nspname IN ('platform', 'sturing', 'bedrijf')
  UNION ALL
  SELECT n.nspname, c.relname || '.' || t.attname, coalesce(r.rolname, 'PUBLIC'), a.privilege_type
  FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
  JOIN pg_attribute t ON t.attrelid = c.oid AND t.attacl IS NOT NULL
  CROSS JOIN LATERAL aclexplode(t.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE n.nspname ~ '^gm[0-9]{4}$' OR n.nspname IN ('platform', 'sturing', 'bedrijf')
)
SELECT soort || ': ' || wat AS overtreding FROM (
  SELECT 'a role of elsewhere in a municipality' AS soort, nspname || '.' || ding || ' ' || wat || ' to ' || wie AS wat
  FROM recht WHERE nspname ~ '^gm' AND wie NOT LIKE nspname || '\_%'
  UNION ALL
  SELECT 'a municipality''s own role on a shared table', nspname || '.' || ding || ' ' || wat || ' to ' || wie
  FROM recht WHERE nspname !~ '^gm' AND (wie ~ '^gm' OR wie = 'PUBLIC')
  UNION ALL
  SELECT 'execution may write policy', nspname || '.' || ding || ' ' || wat
  FROM recht WHERE wie LIKE '%\_uitvoering' AND split_part(ding, '.', 1) IN ('besluit', 'bekendmaking', 'parameterwaarde', 'voorstel', 'voorstelakte', 'voorstelopenbaar', 'bijlage', 'besluitgrondslag', 'opdrachtakte', 'zienswijzeakte', 'mandaat') AND wat <> 'SELECT'
  UNION ALL
  SELECT 'who asks of the organisation may answer for it', nspname || '.' || ding || ' ' || wat || ' to ' || wie
  FROM recht WHERE wie !~ '_(uitvoering|eigenaar)$' AND split_part(ding, '.', 1) IN ('uitvoeringsplan', 'onderdeelstand') AND wat <> 'SELECT'
  UNION ALL
  SELECT 'council or college may touch dossiers', nspname || '.' || ding || ' ' || wat || ' to ' || wie
  FROM recht WHERE nspname ~ '^gm' AND wie ~ '_(raad|college|opdrachtgever)$'
    AND split_part(ding, '.', 1) NOT IN ('besluit', 'bekendmaking', 'parameterwaarde', 'doorrekening', 'voorstel', 'voorstelakte', 'voorstelopenbaar', 'bijlage', 'besluitgrondslag',
      'opdrachtakte', 'uitvoeringsplan', 'onderdeelstand', 'zienswijzeakte', 'audit', 'mandaat')
  UNION ALL
  SELECT 'policy can be changed afterwards', nspname || '.' || ding || ' ' || wat || ' to ' || wie
  FROM recht WHERE split_part(ding, '.', 1) IN ('besluit', 'bekendmaking', 'parameterwaarde', 'doorrekening', 'voorstel', 'voorstelakte', 'voorstelopenbaar', 'bijlage', 'besluitgrondslag',
      'opdrachtakte', 'uitvoeringsplan', 'onderdeelstand', 'opdrachtregel', 'werkinstructie', 'werkwaarde', 'zienswijzeakte', 'antwoordakte',
      'zienswijze', 'zienswijzepunt', 'zienswijzeantwoord', 'zienswijzereactie', 'zienswijzeronde', 'zienswijzeronde_einde', 'zienswijzestuk', 'mandaat', 'aanvraag', 'aanvraagakte', 'aanvraagberekening', 'beschikking', 'bezwaar', 'bezwaarakte', 'bezwaarbesluit')
    AND wat NOT IN ('INSERT', 'SELECT') AND wie NOT LIKE '%\_eigenaar'
  UNION ALL
  SELECT 'an organ may write for the other', n.nspname || '.' || c.relname FROM gemeente n
  JOIN pg_class c ON c.relnamespace = n.oid
  WHERE c.relname IN ('besluit', 'bekendmaking', 'parameterwaarde', 'voorstel', 'voorstelakte', 'voorstelopenbaar', 'bijlage', 'besluitgrondslag', 'opdrachtakte')
    AND c.relkind = 'r' AND NOT c.relrowsecurity
  UNION ALL
  SELECT 'figures may name a person', nspname || '.' || ding
  FROM recht WHERE wie LIKE '%\_rapportage' AND wat = 'SELECT'
    AND (ding ~ '\.(bsn|iban|naam)' OR ding = 'inwoner')
  UNION ALL
  SELECT 'supervision may do more than read the log and say so', nspname || '.' || ding || ' ' || wat
  FROM recht WHERE wie LIKE '%\_toezicht' AND NOT (split_part(ding, '.', 1) = 'audit' AND wat = 'INSERT')
    AND (wat <> 'SELECT' OR split_part(ding, '.', 1) NOT IN ('audit', 'verwerking') OR ding = 'audit.toelichting')
  UNION ALL
  SELECT 'somebody else than supervision reads the log', nspname || '.' || ding || ' ' || wat || ' to ' || wie
  FROM recht WHERE nspname ~ '^gm' AND wat = 'SELECT' AND split_part(ding, '.', 1) IN ('audit', 'audit_kop', 'verwerking')
    AND wie !~ '_(toezicht|eigenaar)$'
  UNION ALL
  SELECT 'the audit chain can be changed', nspname || '.' || ding || ' ' || wat || ' to ' || wie
  FROM recht WHERE split_part(ding, '.', 1) IN ('audit', 'audit_kop', 'verwerking')
    AND wat NOT IN ('INSERT', 'SELECT') AND wie NOT LIKE '%\_eigenaar'
  UNION ALL
  SELECT 'wrong owner', n.nspname || '.' || c.relname FROM gemeente n
  JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname <> n.nspname || '_eigenaar'
  UNION ALL
  SELECT 'schema of another', n.nspname || ' to ' || coalesce(r.rolname, 'PUBLIC') FROM gemeente g
  JOIN pg_namespace n ON n.oid = g.oid CROSS JOIN LATERAL aclexplode(n.nspacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE coalesce(r.rolname, 'PUBLIC') NOT LIKE n.nspname || '\_%'
  UNION ALL
  SELECT 'a login role has a right of its own', wie || ' on ' || nspname || '.' || ding
  FROM recht WHERE wie IN ('stuurhuis_uitvoering', 'stuurhuis_bestuur', 'stuurhuis_sturing', 'stuurhuis_portaal', 'stuurhuis_beheer')
  UNION ALL
  SELECT 'a dangerous role', rolname FROM pg_roles r
  WHERE rolname ~ '^(gm[0-9]{4}_|stuurhuis_|platform_)' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolreplication
    OR (rolcreaterole AND rolname <> 'stuurhuis_beheer') OR (rolcanlogin AND rolinherit))
  UNION ALL
  SELECT 'a login role may take a role of another duty', u.rolname || ' takes ' || g.rolname
  FROM pg_auth_members m JOIN pg_roles u ON u.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
  WHERE u.rolcanlogin AND u.rolname LIKE 'stuurhuis\_%' AND NOT CASE u.rolname
    WHEN 'stuurhuis_uitvoering' THEN g.rolname ~ '^gm[0-9]{4}_(uitvoering|rapportage|toezicht)$'
    WHEN 'stuurhuis_bestuur' THEN g.rolname ~ '^gm[0-9]{4}_(raad|college)$'
    WHEN 'stuurhuis_sturing' THEN g.rolname ~ '^gm[0-9]{4}_opdrachtgever$'
    WHEN 'stuurhuis_portaal' THEN g.rolname = 'platform_dienst'
    WHEN 'stuurhuis_beheer' THEN g.rolname ~ '^(gm[0-9]{4}_eigenaar|stuurhuis_eigenaar)$'
    ELSE false END
  UNION ALL
  SELECT 'a municipality''s role is member of more than its kind', u.rolname || ' in ' || g.rolname
  FROM pg_auth_members m JOIN pg_roles u ON u.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
  WHERE u.rolname ~ '^gm[0-9]{4}_' AND g.rolname <> 'platform_' || split_part(u.rolname, '_', 2)
    AND NOT (u.rolname LIKE '%\_eigenaar' AND g.rolname = 'stuurhuis_ddl')
  UNION ALL
  SELECT 'a definer function without a fixed path', n.nspname || '.' || p.proname
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.prosecdef AND n.nspname <> 'pg_catalog' AND NOT coalesce(p.proconfig::text LIKE '%search_path=%', false)
  UNION ALL
  SELECT 'a definer function for everybody', n.nspname || '.' || p.proname
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.prosecdef AND n.nspname <> 'pg_catalog'
    AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
  UNION ALL
  SELECT 'a function that changes role or runs a text', p.oid::regprocedure::text || ' for ' || r.rolname
  FROM pg_proc p CROSS JOIN onze_rol r
  WHERE p.pronamespace = 'pg_catalog'::regnamespace
    AND p.proname IN ('set_config', 'query_to_xml', 'query_to_xmlschema', 'query_to_xml_and_xmlschema', 'table_to_xml',
      'schema_to_xml', 'database_to_xml', 'cursor_to_xml', 'ts_stat', 'ts_rewrite', 'pg_notify')
    AND NOT (p.proname = 'ts_rewrite' AND p.pronargs = 3)
    AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
    AND NOT (p.proname = 'set_config' AND (SELECT rolcanlogin FROM pg_roles x WHERE x.oid = r.oid))
  UNION ALL
  SELECT 'everybody may make temporary tables or connect', d.datname || ' ' || a.privilege_type
  FROM pg_database d CROSS JOIN LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
  WHERE d.datname = current_database() AND a.grantee = 0
  UNION ALL
  SELECT 'everybody may use a language or the schema public', naam FROM (
    SELECT 'plpgsql' AS naam, coalesce(lanacl, acldefault('l', lanowner)) AS acl FROM pg_language WHERE lanname = 'plpgsql'
    UNION ALL SELECT 'public', coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace WHERE nspname = 'public') x
  CROSS JOIN LATERAL aclexplode(x.acl) a WHERE a.grantee = 0
  UNION ALL
  SELECT 'a type of its own in a municipality', n.nspname || '.' || t.typname FROM gemeente n JOIN pg_type t ON t.typnamespace = n.oid
  WHERE t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND t.typrelid NOT IN (SELECT oid FROM pg_class WHERE relkind IN ('r', 'v')))
  UNION ALL
  SELECT 'a shared table that municipalities use without row security', n.nspname || '.' || c.relname
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a
  JOIN pg_roles r ON r.oid = a.grantee
  WHERE n.nspname IN ('platform', 'sturing', 'bedrijf') AND c.relkind = 'r' AND NOT c.relrowsecurity
    AND r.rolname ~ '^platform_(uitvoering|raad|college|opdrachtgever|rapportage)$'
    AND EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = 'gemeente')
  UNION ALL
  SELECT 'tables differ between municipalities', x.relname FROM (
    SELECT c.relname, count(*) FROM gemeente n JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'v') GROUP BY 1
    HAVING count(*) <> (SELECT count(*) FROM gemeente)) x
) alles ORDER BY 1
