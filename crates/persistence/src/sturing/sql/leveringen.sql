-- Which statutory files describe a month from $1 to $2, as known on $3.
SELECT DISTINCT l.soort, m.maand
FROM levering_maand m JOIN levering l ON l.id = m.levering
WHERE m.maand BETWEEN $1 AND $2 AND l.bekend_op <= $3
ORDER BY m.maand, l.soort
