-- Closed figures, comments and meetings. Runs as stuurhuis_eigenaar with search_path = platform. No personal data of residents.
-- Who reads and writes which rows follows from the role: gm0294_rapportage is of GM0294.

-- What commissioners may know of each other's municipality: name and membership.
GRANT SELECT (code, naam, aangesloten_op, uitgetreden_op) ON gemeente TO platform_opdrachtgever;

CREATE FUNCTION sturing.eigen_gemeente() RETURNS text LANGUAGE sql STABLE
RETURN upper(split_part(current_user::text, '_', 1));
COMMENT ON FUNCTION sturing.eigen_gemeente() IS 'The municipality of the role that asks: GM0294 for gm0294_opdrachtgever.';

-- Members of the scheme see each other's closed figures; who left sees and shows only its own.
CREATE FUNCTION sturing.deelt_cijfers(p_gemeente text) RETURNS boolean LANGUAGE sql STABLE
RETURN (SELECT count(*) = 2 FROM platform.gemeente g
  WHERE g.code IN (p_gemeente, sturing.eigen_gemeente()) AND (g.uitgetreden_op IS NULL OR g.uitgetreden_op > current_date));

CREATE TABLE sturing.sluiting (
  id uuid NOT NULL CONSTRAINT sluiting_pkey PRIMARY KEY,
  gemeente text NOT NULL CONSTRAINT sluiting_gemeente REFERENCES gemeente (code),
  kwartaal text NOT NULL CONSTRAINT sluiting_kwartaal CHECK (kwartaal ~ '^[0-9]{4}-K[1-4]$'),
  versie smallint NOT NULL CONSTRAINT sluiting_versie CHECK (versie > 0),
  bekend_op timestamptz NOT NULL,
  gesloten_op timestamptz NOT NULL,
  gesloten_door text NOT NULL CONSTRAINT sluiting_gesloten_door CHECK (gesloten_door <> ''),
  toelichting text CONSTRAINT sluiting_toelichting CHECK (length(toelichting) BETWEEN 1 AND 2000),
  hash bytea NOT NULL CONSTRAINT sluiting_hash CHECK (octet_length(hash) = 32),
  inbeeld_termijn smallint NOT NULL CONSTRAINT sluiting_inbeeld_termijn CHECK (inbeeld_termijn BETWEEN 1 AND 120),
  inbeeld_besluit text,
  aandachtspunten text[] NOT NULL,
  CONSTRAINT sluiting_versie_uniek UNIQUE (gemeente, kwartaal, versie),
  CONSTRAINT sluiting_gemeente_uniek UNIQUE (id, gemeente),
  CONSTRAINT sluiting_bekend_voor_gesloten CHECK (bekend_op <= gesloten_op),
  CONSTRAINT sluiting_opnieuw_met_reden CHECK (versie = 1 OR toelichting IS NOT NULL)
);
COMMENT ON TABLE sturing.sluiting IS 'The closing of a quarter of a municipality. Its figures never change; closing again is the next version.';
COMMENT ON COLUMN sturing.sluiting.bekend_op IS 'Registrations up to this moment count.';
COMMENT ON COLUMN sturing.sluiting.hash IS 'SHA-256 over the rows of sturing.cijfer (domain::sturing::render_vastgelegd).';
COMMENT ON COLUMN sturing.sluiting.inbeeld_termijn IS 'Months of the college parameter inbeeld.termijn that were used, with the decision.';
COMMENT ON COLUMN sturing.sluiting.aandachtspunten IS 'The remarks at the moment of closing, each a sentence.';
CREATE INDEX sluiting_kwartaal ON sturing.sluiting (kwartaal, gemeente, versie DESC);

CREATE TABLE sturing.cijfer (
  sluiting uuid NOT NULL,
  gemeente text NOT NULL,
  indicator text NOT NULL,
  klasse text NOT NULL,
  versie smallint NOT NULL CONSTRAINT cijfer_versie CHECK (versie > 0),
  uitkomst text NOT NULL CONSTRAINT cijfer_uitkomst CHECK (uitkomst IN ('bekend', 'onderdrukt', 'ontbreekt')),
  waarde numeric,
  teller numeric,
  noemer numeric,
  CONSTRAINT cijfer_pkey PRIMARY KEY (sluiting, indicator, klasse),
  CONSTRAINT cijfer_sluiting FOREIGN KEY (sluiting, gemeente) REFERENCES sturing.sluiting (id, gemeente),
  CONSTRAINT cijfer_alleen_bekend CHECK (CASE WHEN uitkomst = 'bekend'
    THEN waarde IS NOT NULL AND teller IS NOT NULL
    ELSE waarde IS NULL AND teller IS NULL AND noemer IS NULL END)
);
COMMENT ON TABLE sturing.cijfer IS 'A figure of a closing as it may be published: what is about fewer than ten persons is not stored at all.';
COMMENT ON COLUMN sturing.cijfer.versie IS 'Version of the printed definition (domain::sturing::Definitie).';
CREATE INDEX cijfer_indicator ON sturing.cijfer (indicator, sluiting);

CREATE TABLE sturing.kwaliteit (
  sluiting uuid NOT NULL,
  gemeente text NOT NULL,
  regel text NOT NULL,
  oordeel text NOT NULL CONSTRAINT kwaliteit_oordeel CHECK (oordeel IN ('goed', 'matig', 'onvoldoende')),
  CONSTRAINT kwaliteit_pkey PRIMARY KEY (sluiting, regel),
  CONSTRAINT kwaliteit_sluiting FOREIGN KEY (sluiting, gemeente) REFERENCES sturing.sluiting (id, gemeente)
);
COMMENT ON TABLE sturing.kwaliteit IS 'How well the registrations behind the figures of a closing are kept, by rule.';

CREATE TABLE sturing.toelichting (
  id uuid NOT NULL CONSTRAINT toelichting_pkey PRIMARY KEY,
  gemeente text NOT NULL CONSTRAINT toelichting_gemeente REFERENCES gemeente (code),
  kwartaal text NOT NULL CONSTRAINT toelichting_kwartaal CHECK (kwartaal ~ '^[0-9]{4}-K[1-4]$'),
  indicator text,
  tekst text NOT NULL CONSTRAINT toelichting_tekst CHECK (length(tekst) BETWEEN 1 AND 2000),
  door text NOT NULL,
  rol text NOT NULL,
  op timestamptz NOT NULL
);
COMMENT ON TABLE sturing.toelichting IS 'What somebody said about a figure, or about the quarter as a whole (no indicator).';
CREATE INDEX toelichting_kwartaal ON sturing.toelichting (gemeente, kwartaal, op);

CREATE TABLE sturing.overleg (
  id uuid NOT NULL CONSTRAINT overleg_pkey PRIMARY KEY,
  datum date NOT NULL CONSTRAINT overleg_datum UNIQUE,
  kwartaal text NOT NULL CONSTRAINT overleg_kwartaal CHECK (kwartaal ~ '^[0-9]{4}-K[1-4]$'),
  plaats text NOT NULL CONSTRAINT overleg_plaats CHECK (length(plaats) BETWEEN 1 AND 200),
  vastgelegd_op timestamptz,
  versie integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE sturing.overleg IS 'The strategic meeting of commissioners and organisation (seed 002, chapter 5), shared by all members.';
COMMENT ON COLUMN sturing.overleg.vastgelegd_op IS 'When its decisions were recorded; empty: still to be held.';

CREATE TABLE sturing.agendapunt (
  overleg uuid NOT NULL CONSTRAINT agendapunt_overleg REFERENCES sturing.overleg (id),
  nummer smallint NOT NULL CONSTRAINT agendapunt_nummer CHECK (nummer > 0),
  titel text NOT NULL CONSTRAINT agendapunt_titel CHECK (length(titel) BETWEEN 1 AND 200),
  toelichting text CONSTRAINT agendapunt_toelichting CHECK (length(toelichting) BETWEEN 1 AND 2000),
  besluit text CONSTRAINT agendapunt_besluit CHECK (length(besluit) BETWEEN 1 AND 2000),
  CONSTRAINT agendapunt_pkey PRIMARY KEY (overleg, nummer)
);
COMMENT ON TABLE sturing.agendapunt IS 'A point of the agenda, with what was decided.';

CREATE TABLE sturing.afspraak (
  id uuid NOT NULL CONSTRAINT afspraak_pkey PRIMARY KEY,
  overleg uuid NOT NULL CONSTRAINT afspraak_overleg REFERENCES sturing.overleg (id),
  tekst text NOT NULL CONSTRAINT afspraak_tekst CHECK (length(tekst) BETWEEN 1 AND 2000),
  eigenaar text NOT NULL CONSTRAINT afspraak_eigenaar CHECK (length(eigenaar) BETWEEN 1 AND 200),
  uiterlijk date NOT NULL,
  gemeente text CONSTRAINT afspraak_gemeente REFERENCES gemeente (code),
  gemaakt_op timestamptz NOT NULL
);
COMMENT ON TABLE sturing.afspraak IS 'What was agreed in a meeting: who does what by when.';
COMMENT ON COLUMN sturing.afspraak.gemeente IS 'For one municipality only; empty: for all.';
CREATE INDEX afspraak_overleg ON sturing.afspraak (overleg, id);

CREATE TABLE sturing.afspraak_einde (
  afspraak uuid NOT NULL CONSTRAINT afspraak_einde_pkey PRIMARY KEY CONSTRAINT afspraak_einde_afspraak REFERENCES sturing.afspraak (id),
  soort text NOT NULL CONSTRAINT afspraak_einde_soort CHECK (soort IN ('afgerond', 'vervallen')),
  op date NOT NULL,
  tekst text NOT NULL CONSTRAINT afspraak_einde_tekst CHECK (length(tekst) BETWEEN 1 AND 2000),
  vastgelegd_op timestamptz NOT NULL
);
COMMENT ON TABLE sturing.afspraak_einde IS 'The end of an agreement: done with a result, or dropped for a reason. Once only.';

CREATE TABLE sturing.ontvanger (
  id uuid NOT NULL CONSTRAINT ontvanger_pkey PRIMARY KEY,
  gemeente text NOT NULL CONSTRAINT ontvanger_gemeente REFERENCES gemeente (code),
  rol text NOT NULL CONSTRAINT ontvanger_rol CHECK (rol IN ('opdrachtgever', 'bestuur')),
  email text NOT NULL CONSTRAINT ontvanger_email CHECK (length(email) BETWEEN 3 AND 254),
  vastgelegd_op timestamptz NOT NULL,
  vervallen_op timestamptz CONSTRAINT ontvanger_vervallen CHECK (vervallen_op >= vastgelegd_op)
);
COMMENT ON TABLE sturing.ontvanger IS 'Commissioners and board members who are told by e-mail that a quarter is closed.';
CREATE UNIQUE INDEX ontvanger_eenmaal ON sturing.ontvanger (gemeente, rol, lower(email)) WHERE vervallen_op IS NULL;

ALTER TABLE sturing.sluiting ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.cijfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.kwaliteit ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.toelichting ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.afspraak ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.ontvanger ENABLE ROW LEVEL SECURITY;

-- Closing: the reporting role writes for its own municipality only, and reads back what it closed before.
CREATE POLICY sluiting_eigen ON sturing.sluiting TO platform_rapportage
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY cijfer_eigen ON sturing.cijfer TO platform_rapportage
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY kwaliteit_eigen ON sturing.kwaliteit TO platform_rapportage
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT SELECT, INSERT ON sturing.sluiting TO platform_rapportage;
GRANT INSERT ON sturing.cijfer, sturing.kwaliteit TO platform_rapportage;

-- Reading: the own figures, and those of the other members.
CREATE POLICY sluiting_leden ON sturing.sluiting FOR SELECT TO platform_opdrachtgever
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
CREATE POLICY cijfer_leden ON sturing.cijfer FOR SELECT TO platform_opdrachtgever
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
CREATE POLICY kwaliteit_leden ON sturing.kwaliteit FOR SELECT TO platform_opdrachtgever
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
GRANT SELECT ON sturing.sluiting, sturing.cijfer, sturing.kwaliteit TO platform_opdrachtgever;

CREATE POLICY toelichting_eigen ON sturing.toelichting TO platform_opdrachtgever
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT SELECT, INSERT ON sturing.toelichting TO platform_opdrachtgever;

-- The meeting is of all members together: everybody reads and prepares it. Agreements are never changed, only ended.
CREATE POLICY afspraak_leden ON sturing.afspraak TO platform_opdrachtgever USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON sturing.overleg, sturing.agendapunt, sturing.afspraak, sturing.afspraak_einde TO platform_opdrachtgever;
GRANT UPDATE (vastgelegd_op, versie) ON sturing.overleg TO platform_opdrachtgever;
GRANT UPDATE (titel, toelichting, besluit) ON sturing.agendapunt TO platform_opdrachtgever;

-- Addresses: kept by the commissioners; who closes knows only that there are receivers, not their addresses.
CREATE POLICY ontvanger_eigen ON sturing.ontvanger TO platform_opdrachtgever
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY ontvanger_bericht ON sturing.ontvanger FOR SELECT TO platform_rapportage
  USING (gemeente = sturing.eigen_gemeente());
GRANT SELECT, INSERT, UPDATE (vervallen_op) ON sturing.ontvanger TO platform_opdrachtgever;
GRANT SELECT (id, gemeente, vervallen_op) ON sturing.ontvanger TO platform_rapportage;
