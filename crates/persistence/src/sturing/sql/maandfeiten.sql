-- Income from work and exemptions of month $1, as known on $2. What is neither is left out.
SELECT r.inwoner, CASE WHEN r.soort_inkomsten = '11' THEN coalesce(r.bedrag_inkomsten_persoon, 0) ELSE 0 END AS inkomen,
  coalesce(r.ontheffing IN ('4', '5', '6'), false) AS ontheven
FROM (
  SELECT DISTINCT ON (m.uitkering, m.inwoner)
    m.inwoner, m.vervallen, m.statistiekcode, m.soort_inkomsten, m.bedrag_inkomsten_persoon, m.ontheffing
  FROM maandregel m
  WHERE m.maand = $1 AND m.bekend_op <= $2
  ORDER BY m.uitkering DESC, m.inwoner DESC, m.bekend_op DESC
) r
WHERE NOT r.vervallen AND r.statistiekcode IN ('01', '02', '03', '14')
  AND (r.soort_inkomsten = '11' OR r.ontheffing IN ('4', '5', '6'))
