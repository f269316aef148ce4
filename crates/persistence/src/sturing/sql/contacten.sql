-- The last contact with each resident up to and including $1, as known on $2. A mere note is no contact.
SELECT n.inwoner, max(n.datum) AS datum
FROM notitie n
WHERE n.soort <> 'notitie' AND n.datum <= $1 AND n.bekend_op <= $2
GROUP BY n.inwoner
