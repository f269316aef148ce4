COMMENT ON TABLE sturing.ontvanger IS 'Commissioners and board members who are told by e-mail that a quarter is closed, and that the documents of a meeting are ready.';
REVOKE SELECT (rol) ON sturing.ontvanger FROM platform_rapportage;
DELETE FROM sturing.ontvanger WHERE rol = 'griffie';
ALTER TABLE sturing.ontvanger DROP CONSTRAINT ontvanger_rol;
ALTER TABLE sturing.ontvanger ADD CONSTRAINT ontvanger_rol CHECK (rol IN ('opdrachtgever', 'bestuur'));
DROP TABLE sturing.zienswijzeverzending, sturing.zienswijzebericht, sturing.planstap, sturing.zienswijzereactie, sturing.zienswijzeantwoord,
  sturing.zienswijzepunt, sturing.zienswijze, sturing.zienswijzestuk, sturing.zienswijzeronde_einde, sturing.zienswijzeronde;
REVOKE SELECT (code, naam, aangesloten_op, uitgetreden_op) ON gemeente FROM platform_uitvoering;
