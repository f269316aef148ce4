-- A caseload of {{aantal}} residents in {{schema}} over the months from {{eerste}} to {{laatste}}, the same every time. Run as superuser.
SET LOCAL search_path = {{schema}};

CREATE TEMPORARY TABLE wie ON COMMIT DROP AS
SELECT i, md5('inwoner' || i)::uuid AS inwoner,
  -- Of every ten: seven have a benefit all the time, one enters, one leaves, one is guided without a benefit.
  CASE WHEN i % 10 < 7 THEN 'blijft' WHEN i % 10 = 7 THEN 'komt' WHEN i % 10 = 8 THEN 'gaat' ELSE 'begeleid' END AS soort,
  -- Every fortieth has the benefit together with the next.
  md5('uitkering' || CASE WHEN i % 40 = 1 THEN i - 1 ELSE i END)::uuid AS uitkering,
  date '1960-01-15' + (i * 97 % 16000) AS geboortedatum
FROM generate_series(1, {{aantal}}) i;

CREATE TEMPORARY TABLE maanden ON COMMIT DROP AS
SELECT maand::date AS maand, (maand + interval '1 month 10 days')::date AT TIME ZONE 'UTC' AS bekend_op
FROM generate_series(date '{{eerste}}', date '{{laatste}}', interval '1 month') maand;

INSERT INTO levering (id, soort, vingerafdruk, regels, nieuw, gewijzigd, ongewijzigd, vervallen, inwoners_nieuw, bekend_op, ingelezen_op, ingelezen_door)
SELECT md5(soort || maand)::uuid, soort, sha256(convert_to(soort || maand, 'UTF8')), 1, 1, 0, 0, 0, 0, bekend_op, bekend_op, 'test'
FROM maanden CROSS JOIN (VALUES ('bus'), ('srg')) s (soort);
INSERT INTO levering_maand (levering, maand, berichtgevercode, softwarepakket)
SELECT md5(soort || maand)::uuid, maand, '0001', 'and' FROM maanden CROSS JOIN (VALUES ('bus'), ('srg')) s (soort);

INSERT INTO inwoner (id, bsn_geheim, bsn_zoek, geboortedatum, geslacht, herkomst)
SELECT inwoner, '\x00', sha256(convert_to('bsn' || i, 'UTF8')), geboortedatum, (1 + i % 2)::text, md5('bus' || date '{{eerste}}')::uuid FROM wie;
INSERT INTO uitkering (id, registratienummer, herkomst)
SELECT DISTINCT ON (uitkering) uitkering, 'U' || i, md5('bus' || date '{{eerste}}')::uuid FROM wie WHERE soort <> 'begeleid' ORDER BY uitkering, i;

-- Who enters does so on a day spread over the months, who leaves likewise; every third goes to work.
INSERT INTO maandregel (maand, uitkering, inwoner, bekend_op, levering, vervallen, statistiekcode, betaalbaar_gesteld, datum_invoering,
  geboortedatum, geslacht, aanvangsdatum, einddatum, reden_einde, ontheffing, soort_inkomsten, bedrag_inkomsten_persoon)
SELECT m.maand, w.uitkering, w.inwoner, m.bekend_op, md5('bus' || m.maand)::uuid, false, '01', 1000, w.van + 20,
  w.geboortedatum, (1 + w.i % 2)::text, w.van, CASE WHEN w.tot < m.maand + interval '1 month' THEN w.tot END,
  CASE WHEN w.tot < m.maand + interval '1 month' THEN CASE WHEN w.i % 3 = 0 THEN '11' ELSE '32' END END,
  CASE WHEN w.i % 9 = 0 THEN '4' ELSE '2' END, CASE WHEN w.i % 12 = 0 THEN '11' END, CASE WHEN w.i % 12 = 0 THEN 530 END
FROM (SELECT *, CASE soort WHEN 'komt' THEN date '{{eerste}}' + i * 37 % (date '{{laatste}}' - date '{{eerste}}') ELSE date '2019-01-01' + i % 1800 END AS van,
    CASE soort WHEN 'gaat' THEN date '{{eerste}}' + i * 37 % (date '{{laatste}}' - date '{{eerste}}') END AS tot FROM wie) w
JOIN maanden m ON w.van < m.maand + interval '1 month' AND (w.tot IS NULL OR w.tot >= m.maand)
WHERE w.soort <> 'begeleid';

INSERT INTO deelname (maand, inwoner, bekend_op, levering, vervallen, geboortedatum, geslacht, trede, begindatum_trede)
SELECT m.maand, w.inwoner, m.bekend_op, md5('srg' || m.maand)::uuid, false, w.geboortedatum, (1 + w.i % 2)::text, 1 + w.i % 6, m.maand
FROM wie w CROSS JOIN maanden m WHERE w.soort IN ('blijft', 'begeleid');
-- Measured every quarter; every fifth a step up after the first measurement.
INSERT INTO trede_meting (inwoner, begindatum, bron, bekend_op, trede, levering)
SELECT w.inwoner, m.maand + 14, 'srg', m.bekend_op, least(6, 1 + w.i % 6 + CASE WHEN w.i % 5 = 0 AND m.maand > date '{{eerste}}' THEN 1 ELSE 0 END), md5('srg' || m.maand)::uuid
FROM wie w CROSS JOIN maanden m WHERE w.soort IN ('blijft', 'begeleid') AND extract(month FROM m.maand)::int % 3 = 2;
INSERT INTO voorziening (maand, inwoner, registratienummer, bekend_op, levering, vervallen, soort, begindatum, loonwaarde)
SELECT m.maand, w.inwoner, 'V' || w.i, m.bekend_op, md5('srg' || m.maand)::uuid, false, '04', date '2023-01-01', 30 + w.i % 60
FROM wie w CROSS JOIN maanden m WHERE w.i % 25 = 3;
