REVOKE ALL ON audit, verwerking FROM {{gemeente}}_toezicht;
REVOKE USAGE ON SCHEMA {{gemeente}} FROM {{gemeente}}_toezicht;
DROP INDEX verwerking_trace;
DROP INDEX verwerking_moment;
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
    || audit_veld(encode(NEW.trace, 'hex')), 'UTF8'));
  UPDATE audit_kop SET nummer = NEW.nummer, hash = NEW.hash;
  RETURN NEW;
END $$;
ALTER TABLE audit DROP COLUMN rollen;
