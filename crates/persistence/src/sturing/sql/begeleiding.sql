-- Residents in SRG in month $1, as known on $2.
SELECT r.inwoner
FROM (
  SELECT DISTINCT ON (d.inwoner) d.inwoner, d.vervallen
  FROM deelname d
  WHERE d.maand = $1 AND d.bekend_op <= $2
  ORDER BY d.inwoner DESC, d.bekend_op DESC
) r
WHERE NOT r.vervallen
