-- Households for the caseload in {{schema}}, the same every time: of every twenty benefits eleven alone, seven single
-- parents and two with a partner without a right; some live in, some keep no dwelling, some have an income.
SET LOCAL search_path = {{schema}};
UPDATE maandregel SET
  leefvorm = CASE WHEN plek < 11 THEN '1' WHEN plek < 18 THEN '2' ELSE '3' END,
  aantal_kostendelers = CASE WHEN plek < 18 THEN 1 ELSE 2 END,
  huisvesting = CASE WHEN plek IN (3, 12) THEN '3' WHEN plek IN (4, 5) THEN '5' ELSE '1' END,
  bedrag_norm = 1419,
  bedrag_vermindering = 0,
  bedrag_inkomsten = CASE WHEN plek IN (6, 7, 13) THEN 200 + 50 * (plek % 3) ELSE 0 END
FROM (SELECT id, abs(hashtext(id::text)) % 20 AS plek FROM uitkering) u WHERE u.id = maandregel.uitkering;
