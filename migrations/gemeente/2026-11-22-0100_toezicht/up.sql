-- Supervision: the data protection officer reads who looked at whose file, and nothing else (ADR 7).
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.

ALTER TABLE audit ADD COLUMN rollen text CONSTRAINT audit_rollen_lengte CHECK (length(rollen) BETWEEN 1 AND 300);
COMMENT ON COLUMN audit.rollen IS 'Roles of the actor in this municipality at that moment, as the identity provider names them. Empty in rows from before this column.';

-- As it was, with the roles as a last field where there are any: rows from before keep their hash.
CREATE OR REPLACE FUNCTION audit_schakel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
DECLARE kop audit_kop;
BEGIN
  SELECT * INTO STRICT kop FROM audit_kop FOR UPDATE;
  NEW.nummer := kop.nummer + 1;
  NEW.rol := current_setting('role');
  NEW.vorige_hash := kop.hash;
  NEW.hash := sha256(kop.hash || convert_to(
    audit_veld(NEW.nummer::text)
    || audit_veld((extract(epoch FROM NEW.moment) * 1000000)::bigint::text)
    || audit_veld(NEW.actor) || audit_veld(NEW.actor_naam) || audit_veld(NEW.rol)
    || audit_veld(NEW.handeling) || audit_veld(NEW.object) || audit_veld(NEW.toelichting)
    || audit_veld(encode(NEW.trace, 'hex'))
    || CASE WHEN NEW.rollen IS NULL THEN '' ELSE audit_veld(NEW.rollen) END, 'UTF8'));
  UPDATE audit_kop SET nummer = NEW.nummer, hash = NEW.hash;
  RETURN NEW;
END $$;
GRANT INSERT (rollen) ON audit
  TO {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;

-- The log is read from the newest back, and from an employee to the persons whose data were used.
CREATE INDEX verwerking_moment ON verwerking (moment, id);
CREATE INDEX verwerking_trace ON verwerking (trace);

-- Not the reason in words (toelichting): it may say something of a resident. Not the hashes: nobody needs them to read.
GRANT USAGE ON SCHEMA {{gemeente}} TO {{gemeente}}_toezicht;
GRANT SELECT (nummer, moment, actor, actor_naam, rollen, handeling, object, trace) ON audit TO {{gemeente}}_toezicht;
GRANT SELECT (id, trace, moment, activiteit, betrokkene) ON verwerking TO {{gemeente}}_toezicht;
-- Reading the log is written down too.
GRANT INSERT (moment, actor, actor_naam, handeling, object, toelichting, trace, rollen) ON audit TO {{gemeente}}_toezicht;
