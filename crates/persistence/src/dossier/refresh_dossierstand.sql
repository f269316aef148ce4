-- Who belongs to the caseload of the last delivered month, and where each resident stands on the ladder.
with laatste as (
  select max(m.maand) filter (where l.soort = 'bus') as bus, max(m.maand) filter (where l.soort = 'srg') as srg
  from levering_maand m join levering l on l.id = m.levering
), uitkering_nu as (
  select distinct inwoner from (
    select distinct on (uitkering, inwoner) inwoner, vervallen, einddatum, statistiekcode
    from maandregel where maand = (select bus from laatste)
    order by uitkering, inwoner, bekend_op desc
  ) r
  -- Cost of living and Bbz; special assistance alone makes no caseload.
  where not vervallen and statistiekcode in ('01', '02', '03', '14')
    and (einddatum is null or einddatum >= (select (bus + interval '1 month - 1 day')::date from laatste))
), deelname_nu as (
  select inwoner from (
    select distinct on (inwoner) inwoner, vervallen
    from deelname where maand = (select srg from laatste)
    order by inwoner, bekend_op desc
  ) d where not vervallen
), meting as (
  select distinct on (inwoner) inwoner, trede, begindatum
  from trede_meting order by inwoner, begindatum desc, bekend_op desc
)
insert into dossierstand as s (inwoner, is_actief, heeft_uitkering, trede, meting_op)
select i.id, u.inwoner is not null or d.inwoner is not null, u.inwoner is not null, m.trede, m.begindatum
from inwoner i
left join uitkering_nu u on u.inwoner = i.id
left join deelname_nu d on d.inwoner = i.id
left join meting m on m.inwoner = i.id
on conflict (inwoner) do update
set is_actief = excluded.is_actief, heeft_uitkering = excluded.heeft_uitkering, trede = excluded.trede, meting_op = excluded.meting_op
where (s.is_actief, s.heeft_uitkering, s.trede, s.meting_op)
  is distinct from (excluded.is_actief, excluded.heeft_uitkering, excluded.trede, excluded.meting_op)
