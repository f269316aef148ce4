-- Benefits by person that are in BUS for any month from $1 to $2, as known on $3: one row for each start date.
-- The last month tells how it stands: when that is not the last month that was delivered, the record vanished.
SELECT DISTINCT ON (r.uitkering, r.inwoner, r.aanvangsdatum)
  r.inwoner, r.uitkering, r.maand, r.statistiekcode, r.geboortedatum, r.aanvangsdatum, r.einddatum, r.reden_einde,
  r.datum_invoering
FROM (
  SELECT DISTINCT ON (m.maand, m.uitkering, m.inwoner)
    m.maand, m.uitkering, m.inwoner, m.vervallen, m.statistiekcode, m.geboortedatum, m.aanvangsdatum, m.einddatum,
    m.reden_einde, m.datum_invoering
  FROM maandregel m
  WHERE m.maand BETWEEN $1 AND $2 AND m.bekend_op <= $3
  ORDER BY m.maand DESC, m.uitkering DESC, m.inwoner DESC, m.bekend_op DESC
) r
-- General assistance, IOAW, IOAZ and Bbz; special assistance is no benefit to live on.
WHERE NOT r.vervallen AND r.statistiekcode IN ('01', '02', '03', '14')
ORDER BY r.uitkering, r.inwoner, r.aanvangsdatum, r.maand DESC
