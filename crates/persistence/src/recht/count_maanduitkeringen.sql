-- Benefits of algemene bijstand in a month as known on a moment: a lapsed record counts for nothing.
select count(distinct uitkering) as aantal from (
  select distinct on (uitkering, inwoner) uitkering, vervallen, statistiekcode from maandregel
  where maand = $1 and bekend_op <= $2 order by uitkering, inwoner, bekend_op desc
) laatste where not vervallen and statistiekcode = '01'
