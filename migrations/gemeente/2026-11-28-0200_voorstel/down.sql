DROP TABLE bijlage;
DROP TRIGGER toets_intrekking ON parameterwaarde;
DROP FUNCTION toets_intrekking();
ALTER TABLE parameterwaarde DROP CONSTRAINT parameterwaarde_correctie;
-- A withdrawal has no place in the version before: the decision stays, what it took back comes back.
DELETE FROM parameterwaarde WHERE waarde IS NULL AND corrigeert IS NULL;
ALTER TABLE parameterwaarde ADD CONSTRAINT parameterwaarde_correctie CHECK (CASE WHEN corrigeert IS NULL
  THEN waarde IS NOT NULL AND bekend_op IS NULL AND reden IS NULL AND vastgelegd_door IS NULL
  ELSE bekend_op IS NOT NULL AND coalesce(reden, '') <> '' AND coalesce(vastgelegd_door, '') <> '' END);
COMMENT ON COLUMN parameterwaarde.waarde IS 'In the form of contract 2.1; a list has a line for each item. Empty: the correction takes the value back.';
DROP TRIGGER toets_publicatie ON bekendmaking;
DROP FUNCTION toets_publicatie();
-- What works back in time has no place in the version before: it takes effect on the first day that was allowed then.
UPDATE bekendmaking SET inwerkingtreding = datum WHERE inwerkingtreding < datum;
ALTER TABLE bekendmaking ADD CONSTRAINT bekendmaking_niet_terug CHECK (inwerkingtreding >= datum);
ALTER TABLE bekendmaking DROP COLUMN vastgelegd_door_id;
DROP POLICY openbaar ON voorstel;
DROP POLICY openbaar ON voorstelakte;
DROP TABLE voorstelopenbaar;
DROP TABLE voorstelakte;
UPDATE besluit SET inwerkingtreding = vergaderdatum WHERE inwerkingtreding < vergaderdatum;
ALTER TABLE besluit DROP CONSTRAINT besluit_niet_terug;
ALTER TABLE besluit ADD CONSTRAINT besluit_niet_terug CHECK (inwerkingtreding >= vergaderdatum);
ALTER TABLE besluit DROP CONSTRAINT besluit_overname, DROP CONSTRAINT besluit_uit_voorstel, DROP CONSTRAINT besluit_voorstel;
ALTER TABLE besluit DROP COLUMN herkomst, DROP COLUMN vastgelegd_door_id, DROP COLUMN voorstel_id, DROP COLUMN kaders, DROP COLUMN terugwerkend;
DROP TABLE voorstel;
DROP FUNCTION toets_voorstelakte();
DROP FUNCTION maak_voorstel_openbaar();
