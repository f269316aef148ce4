-- Rounds in which councils give their view on documents of the organisation, and what is public of it (Wgr arts 1, 34b and 35).
-- Runs as stuurhuis_eigenaar with search_path = platform. No personal data of residents. Drafts stand in the schema of the municipality.

-- Execution finishes a round when every member has its answer: it knows who the members are, by name.
GRANT SELECT (code, naam, aangesloten_op, uitgetreden_op) ON gemeente TO platform_uitvoering;

CREATE TABLE sturing.zienswijzeronde (
  id uuid NOT NULL CONSTRAINT zienswijzeronde_pkey PRIMARY KEY,
  soort text NOT NULL CONSTRAINT zienswijzeronde_soort CHECK (soort IN
    ('kadernota', 'ontwerpbegroting', 'begrotingswijziging', 'regelingswijziging', 'nota')),
  titel text NOT NULL CONSTRAINT zienswijzeronde_titel CHECK (length(titel) BETWEEN 1 AND 200),
  jaar smallint NOT NULL CONSTRAINT zienswijzeronde_jaar CHECK (jaar BETWEEN 2016 AND 2199),
  toelichting text CONSTRAINT zienswijzeronde_toelichting CHECK (length(toelichting) BETWEEN 1 AND 4000),
  verwijzing text CONSTRAINT zienswijzeronde_verwijzing CHECK (length(verwijzing) BETWEEN 1 AND 300),
  verzonden_op date NOT NULL,
  uiterlijk date NOT NULL,
  bestuur_op date NOT NULL,
  geopend_op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT zienswijzeronde_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT zienswijzeronde_door_gevuld CHECK (door <> ''),
  CONSTRAINT zienswijzeronde_dagen CHECK (verzonden_op < uiterlijk AND uiterlijk <= bestuur_op)
);
COMMENT ON TABLE sturing.zienswijzeronde IS 'A round: documents on which every council may give its view before the general board decides. Its days never change; the program holds them against data/wgr.json.';
COMMENT ON COLUMN sturing.zienswijzeronde.uiterlijk IS 'The last day for councils. What comes later is late, and counts.';
COMMENT ON COLUMN sturing.zienswijzeronde.bestuur_op IS 'The day on which the general board is planned to treat it.';

CREATE TABLE sturing.zienswijzeronde_einde (
  ronde uuid NOT NULL CONSTRAINT zienswijzeronde_einde_pkey PRIMARY KEY
    CONSTRAINT zienswijzeronde_einde_ronde REFERENCES sturing.zienswijzeronde (id),
  soort text NOT NULL CONSTRAINT zienswijzeronde_einde_soort CHECK (soort IN ('afgerond', 'ingetrokken')),
  tekst text NOT NULL CONSTRAINT zienswijzeronde_einde_tekst CHECK (length(tekst) BETWEEN 1 AND 4000),
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT zienswijzeronde_einde_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT zienswijzeronde_einde_door_gevuld CHECK (door <> '')
);
COMMENT ON TABLE sturing.zienswijzeronde_einde IS 'The end of a round: finished with the list of decisions, or taken back for a reason. Once only.';

CREATE TABLE sturing.zienswijzestuk (
  id uuid NOT NULL CONSTRAINT zienswijzestuk_pkey PRIMARY KEY,
  ronde uuid NOT NULL CONSTRAINT zienswijzestuk_ronde REFERENCES sturing.zienswijzeronde (id),
  naam text NOT NULL CONSTRAINT zienswijzestuk_naam_gevuld CHECK (naam <> ''),
  omvang integer NOT NULL CONSTRAINT zienswijzestuk_omvang CHECK (omvang BETWEEN 1 AND 20 * 1024 * 1024),
  sha256 bytea NOT NULL,
  inhoud bytea NOT NULL,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT zienswijzestuk_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT zienswijzestuk_door_gevuld CHECK (door <> ''),
  CONSTRAINT zienswijzestuk_heel CHECK (octet_length(inhoud) = omvang AND sha256 = sha256(inhoud)),
  CONSTRAINT zienswijzestuk_pdf CHECK (substr(inhoud, 1, 5) = '\x255044462d'::bytea)
);
ALTER TABLE sturing.zienswijzestuk ALTER COLUMN inhoud SET STORAGE EXTERNAL;
COMMENT ON TABLE sturing.zienswijzestuk IS 'A PDF that a round is about, kept with its SHA-256.';
CREATE INDEX zienswijzestuk_ronde ON sturing.zienswijzestuk (ronde);

CREATE TABLE sturing.zienswijze (
  ronde uuid NOT NULL CONSTRAINT zienswijze_ronde REFERENCES sturing.zienswijzeronde (id),
  gemeente text NOT NULL CONSTRAINT zienswijze_gemeente REFERENCES gemeente (code),
  strekking text NOT NULL CONSTRAINT zienswijze_strekking CHECK (strekking IN ('punten', 'instemming', 'geen-zienswijze')),
  besluit_nummer text CONSTRAINT zienswijze_besluit_nummer CHECK (length(besluit_nummer) BETWEEN 1 AND 40),
  besluit_datum date,
  op timestamptz NOT NULL,
  CONSTRAINT zienswijze_pkey PRIMARY KEY (ronde, gemeente),
  CONSTRAINT zienswijze_besluit CHECK ((besluit_nummer IS NULL) = (besluit_datum IS NULL)),
  CONSTRAINT zienswijze_zonder_besluit CHECK (besluit_nummer IS NOT NULL OR strekking = 'geen-zienswijze')
);
COMMENT ON TABLE sturing.zienswijze IS 'The view of a council from the moment at which it is brought in: public for all members. Whether it was in time follows from op and the last day of the round. It names nobody: an employee is known in the own municipality only.';

CREATE TABLE sturing.zienswijzepunt (
  ronde uuid NOT NULL,
  gemeente text NOT NULL,
  nummer smallint NOT NULL CONSTRAINT zienswijzepunt_nummer CHECK (nummer BETWEEN 1 AND 50),
  onderwerp text CONSTRAINT zienswijzepunt_onderwerp CHECK (length(onderwerp) BETWEEN 1 AND 120),
  tekst text NOT NULL CONSTRAINT zienswijzepunt_tekst CHECK (length(tekst) BETWEEN 1 AND 4000),
  CONSTRAINT zienswijzepunt_pkey PRIMARY KEY (ronde, gemeente, nummer),
  CONSTRAINT zienswijzepunt_zienswijze FOREIGN KEY (ronde, gemeente) REFERENCES sturing.zienswijze (ronde, gemeente)
);
COMMENT ON TABLE sturing.zienswijzepunt IS 'A point that a council brought in.';

CREATE TABLE sturing.zienswijzeantwoord (
  ronde uuid NOT NULL,
  gemeente text NOT NULL,
  op timestamptz NOT NULL,
  CONSTRAINT zienswijzeantwoord_pkey PRIMARY KEY (ronde, gemeente),
  CONSTRAINT zienswijzeantwoord_zienswijze FOREIGN KEY (ronde, gemeente) REFERENCES sturing.zienswijze (ronde, gemeente)
);
COMMENT ON TABLE sturing.zienswijzeantwoord IS 'The answer of the board to a council, from the moment at which it was confirmed.';

CREATE TABLE sturing.zienswijzereactie (
  ronde uuid NOT NULL,
  gemeente text NOT NULL,
  nummer smallint NOT NULL,
  oordeel text NOT NULL CONSTRAINT zienswijzereactie_oordeel CHECK (oordeel IN ('overgenomen', 'deels-overgenomen', 'niet-overgenomen')),
  toelichting text NOT NULL CONSTRAINT zienswijzereactie_toelichting CHECK (length(toelichting) BETWEEN 1 AND 4000),
  CONSTRAINT zienswijzereactie_pkey PRIMARY KEY (ronde, gemeente, nummer),
  CONSTRAINT zienswijzereactie_antwoord FOREIGN KEY (ronde, gemeente) REFERENCES sturing.zienswijzeantwoord (ronde, gemeente),
  CONSTRAINT zienswijzereactie_punt FOREIGN KEY (ronde, gemeente, nummer) REFERENCES sturing.zienswijzepunt (ronde, gemeente, nummer)
);
COMMENT ON TABLE sturing.zienswijzereactie IS 'What the board does with a point, and why.';

CREATE TABLE sturing.planstap (
  stap text NOT NULL CONSTRAINT planstap_stap CHECK (stap IN
    ('kaders-naar-raden', 'voorlopige-jaarrekening-naar-raden', 'jaarrekening-naar-gs', 'begroting-naar-gs')),
  jaar smallint NOT NULL,
  gedaan_op date NOT NULL,
  op timestamptz NOT NULL,
  door_id text NOT NULL CONSTRAINT planstap_door_id_gevuld CHECK (door_id <> ''),
  door text NOT NULL CONSTRAINT planstap_door_gevuld CHECK (door <> ''),
  CONSTRAINT planstap_pkey PRIMARY KEY (stap, jaar)
);
COMMENT ON TABLE sturing.planstap IS 'A step of the planning and control cycle of which somebody recorded that it is done.';
COMMENT ON COLUMN sturing.planstap.jaar IS 'The year that it is about, not the year in which it is done.';

CREATE TABLE sturing.zienswijzebericht (
  ronde uuid NOT NULL CONSTRAINT zienswijzebericht_ronde REFERENCES sturing.zienswijzeronde (id),
  moment text NOT NULL CONSTRAINT zienswijzebericht_moment CHECK (moment IN ('geopend', 'vier-weken', 'een-week', 'dag-erna', 'beantwoord')),
  gemeente text NOT NULL CONSTRAINT zienswijzebericht_gemeente REFERENCES gemeente (code),
  adreshash bytea NOT NULL CONSTRAINT zienswijzebericht_adreshash CHECK (octet_length(adreshash) = 32),
  vastgelegd_op timestamptz NOT NULL,
  CONSTRAINT zienswijzebericht_pkey PRIMARY KEY (ronde, moment, gemeente, adreshash)
);
COMMENT ON TABLE sturing.zienswijzebericht IS 'An address that is told something of a round on behalf of a municipality, once, however often the job runs and in however many capacities it is listed.';
COMMENT ON COLUMN sturing.zienswijzebericht.adreshash IS 'SHA-256 of the id of the round and the address in lower case.';

CREATE TABLE sturing.zienswijzeverzending (
  ronde uuid NOT NULL CONSTRAINT zienswijzeverzending_ronde REFERENCES sturing.zienswijzeronde (id),
  gemeente text NOT NULL CONSTRAINT zienswijzeverzending_gemeente REFERENCES gemeente (code),
  vastgelegd_op timestamptz NOT NULL,
  CONSTRAINT zienswijzeverzending_pkey PRIMARY KEY (ronde, gemeente)
);
COMMENT ON TABLE sturing.zienswijzeverzending IS 'A member whose audit chain has the opening of a round. The municipality in whose name it was opened is not in it: its chain has the act itself.';

ALTER TABLE sturing.zienswijze ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.zienswijzepunt ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.zienswijzeantwoord ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.zienswijzereactie ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.zienswijzebericht ENABLE ROW LEVEL SECURITY;
ALTER TABLE sturing.zienswijzeverzending ENABLE ROW LEVEL SECURITY;

-- The organisation opens and ends rounds; everybody reads them.
GRANT SELECT ON sturing.zienswijzeronde, sturing.zienswijzeronde_einde TO platform_uitvoering, platform_raad, platform_opdrachtgever;
GRANT SELECT ON sturing.zienswijzestuk, sturing.planstap TO platform_uitvoering, platform_opdrachtgever;
GRANT INSERT ON sturing.zienswijzeronde, sturing.zienswijzeronde_einde, sturing.zienswijzestuk, sturing.planstap TO platform_uitvoering;

-- A council brings in its own view and nobody else's; every member reads what members brought in.
CREATE POLICY zienswijze_raad ON sturing.zienswijze TO platform_raad
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY zienswijzepunt_raad ON sturing.zienswijzepunt TO platform_raad
  USING (gemeente = sturing.eigen_gemeente()) WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT SELECT, INSERT ON sturing.zienswijze, sturing.zienswijzepunt TO platform_raad;
CREATE POLICY zienswijze_leden ON sturing.zienswijze FOR SELECT TO platform_opdrachtgever, platform_uitvoering
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
CREATE POLICY zienswijzepunt_leden ON sturing.zienswijzepunt FOR SELECT TO platform_opdrachtgever, platform_uitvoering
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
GRANT SELECT ON sturing.zienswijze, sturing.zienswijzepunt TO platform_opdrachtgever, platform_uitvoering;

-- The answer of the board is written for one municipality at a time.
CREATE POLICY zienswijzeantwoord_eigen ON sturing.zienswijzeantwoord FOR INSERT TO platform_uitvoering
  WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY zienswijzereactie_eigen ON sturing.zienswijzereactie FOR INSERT TO platform_uitvoering
  WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT INSERT ON sturing.zienswijzeantwoord, sturing.zienswijzereactie TO platform_uitvoering;
CREATE POLICY zienswijzeantwoord_leden ON sturing.zienswijzeantwoord FOR SELECT TO platform_opdrachtgever, platform_uitvoering
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
CREATE POLICY zienswijzereactie_leden ON sturing.zienswijzereactie FOR SELECT TO platform_opdrachtgever, platform_uitvoering
  USING (gemeente = sturing.eigen_gemeente() OR sturing.deelt_cijfers(gemeente));
GRANT SELECT ON sturing.zienswijzeantwoord, sturing.zienswijzereactie TO platform_opdrachtgever, platform_uitvoering;

-- Written only, for the own municipality.
CREATE POLICY zienswijzebericht_eigen ON sturing.zienswijzebericht FOR INSERT TO platform_opdrachtgever
  WITH CHECK (gemeente = sturing.eigen_gemeente());
CREATE POLICY zienswijzeverzending_eigen ON sturing.zienswijzeverzending FOR INSERT TO platform_opdrachtgever
  WITH CHECK (gemeente = sturing.eigen_gemeente());
GRANT INSERT ON sturing.zienswijzebericht, sturing.zienswijzeverzending TO platform_opdrachtgever;

-- The clerk of the council is told of rounds, and of nothing else: who closes a quarter must be able to tell receivers apart.
ALTER TABLE sturing.ontvanger DROP CONSTRAINT ontvanger_rol;
ALTER TABLE sturing.ontvanger ADD CONSTRAINT ontvanger_rol CHECK (rol IN ('opdrachtgever', 'bestuur', 'griffie'));
GRANT SELECT (rol) ON sturing.ontvanger TO platform_rapportage;
COMMENT ON TABLE sturing.ontvanger IS 'Who is told by e-mail: commissioners and board of closed quarters and meetings, commissioners and clerk of the council of rounds of zienswijzen.';
