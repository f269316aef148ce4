-- The proposed reviews that one person may decide on: by the first of the roles that has a mandate for every decision in it, unless
-- one of those asks a second person and this one proposed it. $1 the roles in order, $2 the day, $3 the person.
SELECT count(*) AS aantal
FROM herzieningakte v
CROSS JOIN LATERAL (
  SELECT bool_or(coalesce(m.vier_ogen = 'altijd' OR (m.vier_ogen = 'bij-afweging' AND jsonb_array_length(v.inhoud -> 'afwegingen') > 0)
    OR (v.inhoud ->> 'bedrag')::numeric >= m.vier_ogen_vanaf, false)) AS tweede
  FROM unnest($1::text[]) WITH ORDINALITY AS r (rol, plek)
  CROSS JOIN jsonb_array_elements_text(v.inhoud -> 'besluiten') AS b (besluit)
  LEFT JOIN LATERAL (
    SELECT l.vier_ogen, l.vier_ogen_vanaf FROM (
      SELECT * FROM mandaat WHERE regeling = 'algemene-bijstand' AND mandaat.besluit = b.besluit AND mandaat.rol = r.rol AND van <= $2
      ORDER BY van DESC LIMIT 1) l WHERE l.tot IS NULL OR l.tot > $2) m ON true
  GROUP BY r.rol, r.plek HAVING bool_and(m.vier_ogen IS NOT NULL)
  ORDER BY r.plek LIMIT 1) m
WHERE v.stand = 'voorgesteld'
  AND NOT EXISTS (SELECT FROM herzieningakte l WHERE l.herziening_id = v.herziening_id AND l.nummer > v.nummer)
  AND NOT (m.tweede AND v.door_id = $3)
