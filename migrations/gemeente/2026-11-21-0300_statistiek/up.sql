-- The caseload as the statutory records BUS and SRG deliver it. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
-- Regeling statistiek Participatiewet, IOAW en IOAZ 2015 (RsPw), annexes 1 and 2. Nothing is overwritten: what changes is a new row
-- with a later bekend_op. A figure asks for the last row known on a date.

CREATE TABLE levering (
  id uuid NOT NULL CONSTRAINT levering_pkey PRIMARY KEY,
  soort text NOT NULL CONSTRAINT levering_soort CHECK (soort IN ('bus', 'srg')),
  vingerafdruk bytea NOT NULL CONSTRAINT levering_vingerafdruk_lengte CHECK (octet_length(vingerafdruk) = 32),
  regels integer NOT NULL CONSTRAINT levering_regels CHECK (regels > 0),
  nieuw integer NOT NULL,
  gewijzigd integer NOT NULL,
  ongewijzigd integer NOT NULL,
  vervallen integer NOT NULL,
  inwoners_nieuw integer NOT NULL,
  bekend_op timestamptz NOT NULL,
  ingelezen_op timestamptz NOT NULL CONSTRAINT levering_bekend_voor_ingelezen CHECK (bekend_op <= ingelezen_op),
  ingelezen_door text NOT NULL
);
COMMENT ON TABLE levering IS 'A delivered file of statutory records (RsPw art. 2), taken over as a whole. The file itself is not kept.';
COMMENT ON COLUMN levering.vingerafdruk IS 'SHA-256 of the file, to recognise it.';
COMMENT ON COLUMN levering.bekend_op IS 'When the municipality knew this: the moment of import, or the date of the source administration in a takeover.';
CREATE INDEX levering_ingelezen ON levering (ingelezen_op DESC, id DESC);

CREATE TABLE levering_maand (
  levering uuid NOT NULL CONSTRAINT levering_maand_levering REFERENCES levering (id),
  maand date NOT NULL CONSTRAINT levering_maand_eerste_dag CHECK (extract(day FROM maand) = 1),
  berichtgevercode text NOT NULL CONSTRAINT levering_maand_berichtgevercode CHECK (berichtgevercode ~ '^[0-9]{4}$'),
  softwarepakket text NOT NULL CONSTRAINT levering_maand_softwarepakket CHECK (softwarepakket IN ('sam', 'gws', 'soc', 'aio', 'ebb', 'cso', 'and')),
  release text,
  CONSTRAINT levering_maand_pkey PRIMARY KEY (levering, maand)
);
COMMENT ON TABLE levering_maand IS 'The months that a delivery describes, each of them as a whole: who is not in it any more has lapsed for that month.';
CREATE INDEX levering_maand_maand ON levering_maand (maand);

CREATE TABLE inwoner (
  id uuid NOT NULL CONSTRAINT inwoner_pkey PRIMARY KEY,
  bsn_geheim bytea NOT NULL,
  bsn_zoek bytea NOT NULL CONSTRAINT inwoner_bsn_zoek UNIQUE CONSTRAINT inwoner_bsn_zoek_lengte CHECK (octet_length(bsn_zoek) = 32),
  geboortedatum date NOT NULL,
  geslacht text NOT NULL CONSTRAINT inwoner_geslacht CHECK (geslacht IN ('1', '2')),
  naam text CONSTRAINT inwoner_naam_gevuld CHECK (naam <> ''),
  herkomst uuid NOT NULL CONSTRAINT inwoner_herkomst REFERENCES levering (id)
);
COMMENT ON TABLE inwoner IS 'A resident known to the execution: the dossier. Holds what is known of the person now; figures use the date of birth of the month record.';
COMMENT ON COLUMN inwoner.bsn_geheim IS 'The bsn, encrypted with the key of the municipality, which is not in the database.';
COMMENT ON COLUMN inwoner.bsn_zoek IS 'Keyed hash of the bsn, to find it again.';
COMMENT ON COLUMN inwoner.naam IS 'The statutory records hold no names; this comes from a list of names.';
COMMENT ON COLUMN inwoner.herkomst IS 'The delivery in which the resident appeared first.';
CREATE INDEX inwoner_naam ON inwoner (lower(naam) text_pattern_ops, id);
CREATE INDEX inwoner_geboortedatum ON inwoner (geboortedatum, id);

CREATE TABLE uitkering (
  id uuid NOT NULL CONSTRAINT uitkering_pkey PRIMARY KEY,
  registratienummer text NOT NULL CONSTRAINT uitkering_registratienummer UNIQUE CONSTRAINT uitkering_registratienummer_lengte CHECK (length(registratienummer) BETWEEN 1 AND 15),
  herkomst uuid NOT NULL CONSTRAINT uitkering_herkomst REFERENCES levering (id)
);
COMMENT ON TABLE uitkering IS 'A benefit, held by one or two residents (RsPw annex 1 item 7). What it is stands in maandregel.';

-- 32 columns is the most that a table may have. Who delivered it, with which software, stands in levering_maand.
CREATE TABLE maandregel (
  maand date NOT NULL CONSTRAINT maandregel_eerste_dag CHECK (extract(day FROM maand) = 1),
  uitkering uuid NOT NULL CONSTRAINT maandregel_uitkering REFERENCES uitkering (id),
  inwoner uuid NOT NULL CONSTRAINT maandregel_inwoner REFERENCES inwoner (id),
  bekend_op timestamptz NOT NULL,
  levering uuid NOT NULL CONSTRAINT maandregel_levering REFERENCES levering (id),
  vervallen boolean NOT NULL,
  statistiekcode text NOT NULL CONSTRAINT maandregel_statistiekcode CHECK (statistiekcode IN ('01', '02', '03', '11', '12', '14')),
  classificatie_bbz text CONSTRAINT maandregel_classificatie_bbz CHECK (classificatie_bbz IN ('1', '2', '3', '5')),
  leefvorm text CONSTRAINT maandregel_leefvorm CHECK (leefvorm IN ('1', '2', '3', '4')),
  aantal_kostendelers smallint CONSTRAINT maandregel_aantal_kostendelers CHECK (aantal_kostendelers BETWEEN 0 AND 99),
  bedrag_norm integer CONSTRAINT maandregel_bedrag_norm CHECK (bedrag_norm BETWEEN 0 AND 9999),
  bedrag_vermindering integer CONSTRAINT maandregel_bedrag_vermindering CHECK (bedrag_vermindering BETWEEN -9999 AND 9999),
  bedrag_inkomsten integer CONSTRAINT maandregel_bedrag_inkomsten CHECK (bedrag_inkomsten BETWEEN -9999 AND 9999),
  betaalbaar_gesteld integer NOT NULL CONSTRAINT maandregel_betaalbaar_gesteld CHECK (betaalbaar_gesteld BETWEEN 0 AND 999999),
  datum_invoering date,
  cluster text CONSTRAINT maandregel_cluster CHECK (cluster IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm')),
  geboortedatum date NOT NULL,
  geslacht text NOT NULL CONSTRAINT maandregel_geslacht CHECK (geslacht IN ('1', '2')),
  huisvesting text CONSTRAINT maandregel_huisvesting CHECK (huisvesting IN ('1', '2', '3', '4', '5', '6')),
  aanvangsdatum date NOT NULL,
  einddatum date CONSTRAINT maandregel_einddatum CHECK (einddatum >= aanvangsdatum),
  reden_einde text CONSTRAINT maandregel_reden_einde CHECK (reden_einde IN ('01', '02', '03', '04', '05', '06', '07', '11', '13', '14', '15', '17', '18', '19', '31', '32', '33', '34', '35', '97', '98')),
  ontheffing text CONSTRAINT maandregel_ontheffing CHECK (ontheffing IN ('2', '4', '5', '6')),
  einddatum_ontheffing date,
  reden_einde_ontheffing text CONSTRAINT maandregel_reden_einde_ontheffing CHECK (reden_einde_ontheffing IN ('1', '2', '3', '4', '5')),
  tegenprestatie text CONSTRAINT maandregel_tegenprestatie CHECK (tegenprestatie IN ('1', '2')),
  reden_vermindering text CONSTRAINT maandregel_reden_vermindering CHECK (reden_vermindering IN ('01', '03', '05', '06', '07', '08', '98')),
  aanvang_vermindering date,
  einde_vermindering date,
  soort_inkomsten text CONSTRAINT maandregel_soort_inkomsten CHECK (soort_inkomsten IN ('11', '18', '23', '24', '31', '98')),
  bedrag_inkomsten_persoon integer CONSTRAINT maandregel_bedrag_inkomsten_persoon CHECK (bedrag_inkomsten_persoon BETWEEN -9999 AND 9999),
  vrijlating text CONSTRAINT maandregel_vrijlating CHECK (vrijlating IN ('1', '2')),
  CONSTRAINT maandregel_pkey PRIMARY KEY (maand, uitkering, inwoner, bekend_op),
  CONSTRAINT maandregel_einde_met_reden CHECK ((einddatum IS NULL) = (reden_einde IS NULL)),
  CONSTRAINT maandregel_vermindering_met_reden CHECK ((reden_vermindering IS NULL) = (aanvang_vermindering IS NULL))
);
COMMENT ON TABLE maandregel IS 'A record of BUS (RsPw annex 1): a benefit of a resident in a month, in versions by bekend_op. Amounts in whole euros.';
COMMENT ON COLUMN maandregel.vervallen IS 'A later delivery of this month no longer holds the record: it counts for nothing from bekend_op on.';
COMMENT ON COLUMN maandregel.aantal_kostendelers IS 'People who share costs, those entitled included (our reading of item 11); 0 and 1, and 2 for a couple, are none.';
COMMENT ON COLUMN maandregel.betaalbaar_gesteld IS 'Excluding holiday pay; the other amounts include it.';
COMMENT ON COLUMN maandregel.einddatum IS 'The last day of the benefit for this resident.';
CREATE INDEX maandregel_inwoner_maand ON maandregel (inwoner, maand DESC);

CREATE TABLE deelname (
  maand date NOT NULL CONSTRAINT deelname_eerste_dag CHECK (extract(day FROM maand) = 1),
  inwoner uuid NOT NULL CONSTRAINT deelname_inwoner REFERENCES inwoner (id),
  bekend_op timestamptz NOT NULL,
  levering uuid NOT NULL CONSTRAINT deelname_levering REFERENCES levering (id),
  vervallen boolean NOT NULL,
  geboortedatum date NOT NULL,
  geslacht text NOT NULL CONSTRAINT deelname_geslacht CHECK (geslacht IN ('1', '2')),
  trede smallint CONSTRAINT deelname_trede CHECK (trede BETWEEN 1 AND 6),
  begindatum_trede date,
  arbeidsvermogen smallint CONSTRAINT deelname_arbeidsvermogen CHECK (arbeidsvermogen BETWEEN 0 AND 9),
  CONSTRAINT deelname_pkey PRIMARY KEY (maand, inwoner, bekend_op),
  CONSTRAINT deelname_trede_met_datum CHECK ((trede IS NULL) = (begindatum_trede IS NULL))
);
COMMENT ON TABLE deelname IS 'A resident in SRG in a month (RsPw annex 2 items 8-13), in versions by bekend_op. Without a benefit in that month: banenafspraak (seed 004).';
CREATE INDEX deelname_inwoner_maand ON deelname (inwoner, maand DESC);

CREATE TABLE voorziening (
  maand date NOT NULL CONSTRAINT voorziening_eerste_dag CHECK (extract(day FROM maand) = 1),
  inwoner uuid NOT NULL CONSTRAINT voorziening_inwoner REFERENCES inwoner (id),
  registratienummer text NOT NULL CONSTRAINT voorziening_registratienummer_lengte CHECK (length(registratienummer) BETWEEN 1 AND 15),
  bekend_op timestamptz NOT NULL,
  levering uuid NOT NULL CONSTRAINT voorziening_levering REFERENCES levering (id),
  vervallen boolean NOT NULL,
  soort text NOT NULL CONSTRAINT voorziening_soort CHECK (soort IN ('01', '02', '03', '04', '05', '06', '07', '08', '99')),
  begindatum date NOT NULL,
  einddatum date CONSTRAINT voorziening_einddatum CHECK (einddatum >= begindatum),
  reden_einde text CONSTRAINT voorziening_reden_einde CHECK (reden_einde IN ('1', '2', '3')),
  loonwaarde smallint CONSTRAINT voorziening_loonwaarde CHECK (loonwaarde BETWEEN 0 AND 100),
  CONSTRAINT voorziening_pkey PRIMARY KEY (maand, inwoner, registratienummer, bekend_op),
  CONSTRAINT voorziening_einde_met_reden CHECK ((einddatum IS NULL) = (reden_einde IS NULL))
);
COMMENT ON TABLE voorziening IS 'A re-integration provision of a resident in a month (RsPw annex 2 items 14-19), in versions by bekend_op.';
CREATE INDEX voorziening_inwoner_maand ON voorziening (inwoner, maand DESC);

CREATE TABLE trede_meting (
  inwoner uuid NOT NULL CONSTRAINT trede_meting_inwoner REFERENCES inwoner (id),
  begindatum date NOT NULL,
  bron text NOT NULL CONSTRAINT trede_meting_bron CHECK (bron IN ('srg', 'stuurhuis')),
  bekend_op timestamptz NOT NULL,
  trede smallint NOT NULL CONSTRAINT trede_meting_trede CHECK (trede BETWEEN 1 AND 6),
  levering uuid CONSTRAINT trede_meting_levering REFERENCES levering (id),
  CONSTRAINT trede_meting_pkey PRIMARY KEY (inwoner, begindatum, bron, bekend_op),
  CONSTRAINT trede_meting_herkomst CHECK ((bron = 'srg') = (levering IS NOT NULL))
);
COMMENT ON TABLE trede_meting IS 'A measurement of the Participatieladder: from SRG or made here. The position on a date is the row with the last begindatum, then the last bekend_op.';
CREATE INDEX trede_meting_laatste ON trede_meting (inwoner, begindatum DESC, bekend_op DESC);

GRANT SELECT, INSERT ON levering, levering_maand, inwoner, uitkering, maandregel, deelname, voorziening, trede_meting TO {{gemeente}}_uitvoering;
GRANT UPDATE (geboortedatum, geslacht, naam) ON inwoner TO {{gemeente}}_uitvoering;

-- Figures need what people have and do, never who they are: no bsn, no name, no number of another administration.
GRANT SELECT ON levering_maand, maandregel, deelname, trede_meting TO {{gemeente}}_rapportage;
GRANT SELECT (id, soort, regels, bekend_op, ingelezen_op) ON levering TO {{gemeente}}_rapportage;
GRANT SELECT (id, geboortedatum, geslacht) ON inwoner TO {{gemeente}}_rapportage;
GRANT SELECT (id) ON uitkering TO {{gemeente}}_rapportage;
GRANT SELECT (maand, inwoner, bekend_op, vervallen, soort, begindatum, einddatum, reden_einde, loonwaarde) ON voorziening TO {{gemeente}}_rapportage;
