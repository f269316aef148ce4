-- Wage-cost subsidies of the Participatiewet (SRG code 04) in month $1, as known on $2.
SELECT r.inwoner, r.begindatum, r.einddatum, r.loonwaarde
FROM (
  SELECT DISTINCT ON (v.inwoner, v.registratienummer)
    v.inwoner, v.vervallen, v.soort, v.begindatum, v.einddatum, v.loonwaarde
  FROM voorziening v
  WHERE v.maand = $1 AND v.bekend_op <= $2
  ORDER BY v.inwoner DESC, v.registratienummer DESC, v.bekend_op DESC
) r
WHERE NOT r.vervallen AND r.soort = '04'
