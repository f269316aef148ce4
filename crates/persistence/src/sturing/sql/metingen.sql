-- Of each resident the last measurement before $1, and the last from $1 up to and including $2, as known on $3.
SELECT DISTINCT ON (t.inwoner, t.begindatum >= $1) t.inwoner, t.begindatum, t.trede
FROM trede_meting t
WHERE t.begindatum <= $2 AND t.bekend_op <= $3
ORDER BY t.inwoner, t.begindatum >= $1, t.begindatum DESC, t.bekend_op DESC
