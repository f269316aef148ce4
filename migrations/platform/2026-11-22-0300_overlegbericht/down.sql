COMMENT ON TABLE sturing.ontvanger IS 'Commissioners and board members who are told by e-mail that a quarter is closed.';
DROP TABLE sturing.overlegbericht;
ALTER TABLE sturing.overleg DROP COLUMN stukken_verstuurd_op;
