-- A note that says the same about the same resident and day is the same note: a list can be taken over again.
insert into notitie (id, inwoner, soort, datum, tekst, geschreven_door, geschreven_door_naam, bekend_op)
select n.id, n.inwoner, n.soort, n.datum, n.tekst, n.door, n.naam, $8
from unnest($1, $2, $3, $4, $5, $6, $7) as n (id, inwoner, soort, datum, tekst, door, naam)
where not exists (
  select from notitie o
  where (o.inwoner, o.soort, o.datum, o.tekst) = (n.inwoner, n.soort, n.datum, n.tekst)
)
returning inwoner
