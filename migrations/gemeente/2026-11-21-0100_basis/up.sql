-- Audit chain and processing log (standards.md section 4). Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
GRANT USAGE ON SCHEMA {{gemeente}} TO {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;

CREATE TABLE audit (
  nummer bigint NOT NULL CONSTRAINT audit_pkey PRIMARY KEY,
  moment timestamptz NOT NULL,
  actor text NOT NULL,
  actor_naam text NOT NULL,
  rol text NOT NULL DEFAULT current_setting('role'),
  handeling text NOT NULL,
  object text NOT NULL,
  toelichting text,
  trace bytea NOT NULL CONSTRAINT audit_trace_lengte CHECK (octet_length(trace) = 16),
  vorige_hash bytea NOT NULL,
  hash bytea NOT NULL
);
COMMENT ON TABLE audit IS 'Who did or saw what (BIO2 8.15.01). Append only; each row holds the hash of the row before it.';
CREATE INDEX audit_actor ON audit (actor, nummer);
CREATE INDEX audit_trace ON audit (trace);

CREATE TABLE audit_kop (
  enig boolean NOT NULL DEFAULT true CONSTRAINT audit_kop_pkey PRIMARY KEY CONSTRAINT audit_kop_enig CHECK (enig),
  nummer bigint NOT NULL,
  hash bytea NOT NULL
);
COMMENT ON TABLE audit_kop IS 'Number and hash of the last audit row; its lock puts writers in line.';
INSERT INTO audit_kop (nummer, hash) VALUES (0, '\x');

-- Length before each field, so that no two rows give the same text. The same function stands in Rust (persistence::audit).
CREATE FUNCTION audit_veld(waarde text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN coalesce(octet_length(waarde)::text || ':' || waarde, '-');

CREATE FUNCTION audit_schakel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{gemeente}}, pg_catalog, pg_temp AS $$
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
REVOKE EXECUTE ON FUNCTION audit_schakel() FROM PUBLIC;
CREATE TRIGGER audit_schakel BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_schakel();
GRANT INSERT (moment, actor, actor_naam, handeling, object, toelichting, trace) ON audit
  TO {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;

CREATE TABLE verwerking (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT verwerking_pkey PRIMARY KEY,
  trace bytea NOT NULL CONSTRAINT verwerking_trace_lengte CHECK (octet_length(trace) = 16),
  span bytea NOT NULL CONSTRAINT verwerking_span_lengte CHECK (octet_length(span) = 8),
  naam text NOT NULL,
  status text NOT NULL CONSTRAINT verwerking_status CHECK (status IN ('Unset', 'Ok', 'Error')),
  moment timestamptz NOT NULL,
  activiteit text NOT NULL,
  betrokkene uuid NOT NULL
);
COMMENT ON TABLE verwerking IS 'Logboek Dataverwerkingen (Logius LDV): one row per person whose data were used; no identity of the user. trace ties it to audit.';
COMMENT ON COLUMN verwerking.betrokkene IS 'dpl.core.data_subject_id: the id of the dossier, a pseudonym.';
COMMENT ON COLUMN verwerking.activiteit IS 'dpl.core.processing_activity_id: address in the register of processing activities.';
CREATE INDEX verwerking_betrokkene ON verwerking (betrokkene, id);
GRANT INSERT (trace, span, naam, status, moment, activiteit, betrokkene) ON verwerking TO {{gemeente}}_uitvoering, {{gemeente}}_rapportage;

