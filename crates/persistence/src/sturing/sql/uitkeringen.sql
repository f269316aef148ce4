-- Benefits by person that are in BUS for any month from $1 to $2, as known on $3: one row for each start date.
-- The last month tells how it stands: when that is not the last month that was delivered, the record vanished.
-- Grouped before the rows are fetched: sorting all versions of all months takes twice as long.
SELECT r.inwoner, r.uitkering, r.maand, r.statistiekcode, r.geboortedatum, r.aanvangsdatum, r.einddatum, r.reden_einde,
  r.datum_invoering
FROM (
  SELECT m.uitkering, m.inwoner, m.aanvangsdatum, max(m.maand) AS maand
  FROM maandregel m
  WHERE m.maand BETWEEN $1 AND $2 AND m.bekend_op <= $3 AND NOT m.vervallen
    -- General assistance, IOAW, IOAZ and Bbz; special assistance is no benefit to live on.
    AND m.statistiekcode IN ('01', '02', '03', '14')
    AND NOT EXISTS (
      SELECT FROM maandregel later
      WHERE later.maand BETWEEN $1 AND $2 AND later.maand = m.maand AND later.uitkering = m.uitkering
        AND later.inwoner = m.inwoner AND later.bekend_op > m.bekend_op AND later.bekend_op <= $3)
  GROUP BY m.uitkering, m.inwoner, m.aanvangsdatum
) laatste
CROSS JOIN LATERAL (
  SELECT m.inwoner, m.uitkering, m.maand, m.statistiekcode, m.geboortedatum, m.aanvangsdatum, m.einddatum, m.reden_einde,
    m.datum_invoering
  FROM maandregel m
  WHERE m.maand = laatste.maand AND m.uitkering = laatste.uitkering AND m.inwoner = laatste.inwoner AND m.bekend_op <= $3
  ORDER BY m.bekend_op DESC LIMIT 1
) r
ORDER BY r.uitkering, r.inwoner, r.aanvangsdatum
