-- One line per column, constraint, index, grant, policy, trigger, function and comment of a schema.
SELECT regel FROM (
  SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || ' ' || a.attidentity::text
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || coalesce(' -- ' || col_description(c.oid, a.attnum), '') AS regel
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = $1::text::regnamespace AND c.relkind IN ('r', 'v') AND c.relname <> 'migratie'
  UNION ALL
  SELECT 'constraint ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = $1::text::regnamespace AND c.relname <> 'migratie'
  UNION ALL
  SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = $1::text AND tablename <> 'migratie'
  UNION ALL
  SELECT 'grant ' || c.relname || ' ' || r.rolname || ' ' || a.privilege_type
  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
  WHERE c.relnamespace = $1::text::regnamespace AND c.relname <> 'migratie' AND r.rolname !~ '_eigenaar$'
  UNION ALL
  SELECT 'grant ' || c.relname || '.' || t.attname || ' ' || r.rolname || ' ' || a.privilege_type
  FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid CROSS JOIN LATERAL aclexplode(t.attacl) a JOIN pg_roles r ON r.oid = a.grantee
  WHERE c.relnamespace = $1::text::regnamespace
  UNION ALL
  SELECT 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
  FROM pg_policies WHERE schemaname = $1::text
  UNION ALL
  SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = $1::text::regnamespace AND NOT t.tgisinternal
  UNION ALL
  SELECT 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce((SELECT string_agg(x.acl::text, ',' ORDER BY x.acl::text) FROM unnest(p.proacl) x(acl)), '')
  FROM pg_proc p WHERE p.pronamespace = $1::text::regnamespace
  UNION ALL
  SELECT 'comment ' || c.relname || ' ' || obj_description(c.oid, 'pg_class') FROM pg_class c
  WHERE c.relnamespace = $1::text::regnamespace AND obj_description(c.oid, 'pg_class') IS NOT NULL AND c.relname <> 'migratie'
) alles ORDER BY 1
