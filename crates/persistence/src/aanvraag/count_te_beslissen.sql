-- The proposals on applications that one person may decide on: by the last row of the register for the first of the roles that
-- has one, unless a second person is needed and this one proposed it. $1 the roles in order, $2 the day, $3 the person.
SELECT count(*) AS aantal
FROM aanvraagstand s
JOIN aanvraag a ON a.id = s.aanvraag_id
CROSS JOIN LATERAL (
  SELECT k.inhoud, k.door_id FROM aanvraagakte k WHERE k.aanvraag_id = s.aanvraag_id AND k.soort = 'voorgesteld'
  ORDER BY k.nummer DESC LIMIT 1) v
CROSS JOIN LATERAL (
  SELECT l.vier_ogen, l.vier_ogen_vanaf FROM (
    SELECT DISTINCT ON (m.rol) m.rol, m.vier_ogen, m.vier_ogen_vanaf, m.tot FROM mandaat m
    WHERE m.regeling = a.regeling AND m.besluit = v.inhoud ->> 'besluit' AND m.rol = ANY ($1) AND m.van <= $2
    ORDER BY m.rol, m.van DESC) l
  WHERE l.tot IS NULL OR l.tot > $2 ORDER BY array_position($1, l.rol) LIMIT 1) m
WHERE s.stand = 'voorgesteld' AND NOT (v.door_id = $3 AND (m.vier_ogen = 'altijd'
  OR (m.vier_ogen = 'bij-afweging' AND jsonb_array_length(v.inhoud -> 'afwegingen') > 0)
  OR coalesce((v.inhoud ->> 'bedrag')::numeric >= m.vier_ogen_vanaf, false)))
