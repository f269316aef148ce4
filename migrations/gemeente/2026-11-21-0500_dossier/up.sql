-- The dossier of a resident: one casusregisseur, notes, the grounds of a measurement, and what the work list sorts on.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}. Seed 002 (Samen aan het stuur), piketpalen 2, 4, 5 and 7.

CREATE TABLE medewerker (
  sub text NOT NULL CONSTRAINT medewerker_pkey PRIMARY KEY CONSTRAINT medewerker_sub_lengte CHECK (length(sub) BETWEEN 1 AND 255),
  naam text NOT NULL CONSTRAINT medewerker_naam_gevuld CHECK (naam <> ''),
  gezien_op date NOT NULL
);
COMMENT ON TABLE medewerker IS 'A colleague who can be casusregisseur here: who may change dossiers and was seen at work. Names come from the identity provider.';
COMMENT ON COLUMN medewerker.gezien_op IS 'The last day on which the colleague used the work list; who is away for a year is no longer offered.';

-- An unbroken chain for each resident: a casusregisseur begins at the very moment at which the one before ended.
-- So there is none too many (one row without end), and none too few (no gap) from the first one on.
CREATE TABLE casusregie (
  inwoner uuid NOT NULL CONSTRAINT casusregie_inwoner REFERENCES inwoner (id),
  volgnummer smallint NOT NULL CONSTRAINT casusregie_volgnummer CHECK (volgnummer >= 1),
  vorige smallint GENERATED ALWAYS AS ((nullif(volgnummer, 1) - 1)::smallint) STORED,
  medewerker text NOT NULL CONSTRAINT casusregie_medewerker REFERENCES medewerker (sub),
  vanaf timestamptz NOT NULL,
  tot timestamptz CONSTRAINT casusregie_tot_na_vanaf CHECK (tot >= vanaf),
  overlegd_op date,
  reden text CONSTRAINT casusregie_reden_lengte CHECK (length(reden) BETWEEN 1 AND 500),
  vastgelegd_door text NOT NULL,
  CONSTRAINT casusregie_pkey PRIMARY KEY (inwoner, volgnummer),
  CONSTRAINT casusregie_einde UNIQUE (inwoner, volgnummer, tot),
  CONSTRAINT casusregie_sluit_aan FOREIGN KEY (inwoner, vorige, vanaf) REFERENCES casusregie (inwoner, volgnummer, tot),
  CONSTRAINT casusregie_in_overleg CHECK (volgnummer = 1 OR (overlegd_op IS NOT NULL AND reden IS NOT NULL))
);
COMMENT ON TABLE casusregie IS 'Who directs the case of a resident, from moment to moment (piketpaal 2 and 4). Only the end of the last row is ever filled in.';
COMMENT ON COLUMN casusregie.overlegd_op IS 'When the handover was discussed in the sociaal team (piketpaal 4); not needed for the first.';
CREATE UNIQUE INDEX casusregie_een_tegelijk ON casusregie (inwoner) WHERE tot IS NULL;

CREATE TABLE notitie (
  id uuid NOT NULL CONSTRAINT notitie_pkey PRIMARY KEY,
  inwoner uuid NOT NULL CONSTRAINT notitie_inwoner REFERENCES inwoner (id),
  soort text NOT NULL CONSTRAINT notitie_soort CHECK (soort IN ('gesprek', 'telefoongesprek', 'huisbezoek', 'notitie')),
  datum date NOT NULL,
  tekst text NOT NULL CONSTRAINT notitie_tekst_lengte CHECK (length(tekst) BETWEEN 1 AND 4000),
  geschreven_door text NOT NULL,
  geschreven_door_naam text NOT NULL,
  bekend_op timestamptz NOT NULL
);
COMMENT ON TABLE notitie IS 'A note in a dossier; never changed, a correction is a new note. All kinds but notitie are contact with the resident (indicator 28).';
CREATE INDEX notitie_laatste ON notitie (inwoner, datum DESC, id DESC);

CREATE TABLE trede_onderbouwing (
  inwoner uuid NOT NULL,
  begindatum date NOT NULL,
  bron text NOT NULL DEFAULT 'stuurhuis' CONSTRAINT trede_onderbouwing_bron CHECK (bron = 'stuurhuis'),
  bekend_op timestamptz NOT NULL,
  criterium text NOT NULL CONSTRAINT trede_onderbouwing_criterium CHECK (criterium IN ('zonder-ondersteuning', 'met-uitkering', 'met-begeleiding', 'met-voorziening', 'in-opleiding', 'verantwoordelijk-werk', 'wekelijkse-activiteit', 'wekelijks-contact', 'weinig-contact')),
  antwoorden jsonb NOT NULL CONSTRAINT trede_onderbouwing_antwoorden CHECK (jsonb_typeof(antwoorden) = 'object'),
  gemeten_door text NOT NULL,
  gemeten_door_naam text NOT NULL,
  CONSTRAINT trede_onderbouwing_pkey PRIMARY KEY (inwoner, begindatum, bron, bekend_op),
  CONSTRAINT trede_onderbouwing_meting FOREIGN KEY (inwoner, begindatum, bron, bekend_op) REFERENCES trede_meting (inwoner, begindatum, bron, bekend_op)
);
COMMENT ON TABLE trede_onderbouwing IS 'Why a measurement that was made here has its step: the answers to the published criteria and the one that decided (domein/instrumenten-en-indicatoren.md B.1).';
COMMENT ON COLUMN trede_onderbouwing.antwoorden IS 'Question to answer, ja or nee; only those on the way through the decision tree.';

-- Derived from the tables above and from the statutory records; persistence::dossier keeps it, a test compares it.
CREATE TABLE dossierstand (
  inwoner uuid NOT NULL CONSTRAINT dossierstand_pkey PRIMARY KEY CONSTRAINT dossierstand_inwoner REFERENCES inwoner (id),
  is_actief boolean NOT NULL,
  heeft_uitkering boolean NOT NULL CONSTRAINT dossierstand_uitkering_is_actief CHECK (is_actief OR NOT heeft_uitkering),
  trede smallint CONSTRAINT dossierstand_trede CHECK (trede BETWEEN 1 AND 6),
  meting_op date,
  contact_op date,
  casusregisseur text CONSTRAINT dossierstand_casusregisseur REFERENCES medewerker (sub),
  -- Never measured or seen sorts before every day, so that one comparison pages through both.
  meting_sleutel date NOT NULL GENERATED ALWAYS AS (coalesce(meting_op, date '0001-01-01')) STORED,
  gezien_sleutel date NOT NULL GENERATED ALWAYS AS (coalesce(greatest(meting_op, contact_op), date '0001-01-01')) STORED,
  CONSTRAINT dossierstand_trede_met_dag CHECK ((trede IS NULL) = (meting_op IS NULL))
);
COMMENT ON TABLE dossierstand IS 'What is known last of a resident, for the list of residents and the work list: twenty rows without sorting the whole caseload.';
COMMENT ON COLUMN dossierstand.is_actief IS 'Has a benefit for the cost of living or Bbz, or stands in SRG, in the last month that was delivered.';
CREATE INDEX dossierstand_meting ON dossierstand (meting_sleutel, inwoner) WHERE is_actief;
CREATE INDEX dossierstand_gezien ON dossierstand (gezien_sleutel, inwoner) WHERE is_actief;
CREATE INDEX dossierstand_casus_meting ON dossierstand (casusregisseur, meting_sleutel, inwoner) WHERE is_actief;
CREATE INDEX dossierstand_casus_gezien ON dossierstand (casusregisseur, gezien_sleutel, inwoner) WHERE is_actief;

-- Words of a name by their beginning, without accents: "jans" finds J. de Vries-Jansen.
CREATE INDEX inwoner_naamwoorden ON inwoner USING gin (to_tsvector('simple', translate(lower(naam), 'áàâäãåéèêëíìîïóòôöõúùûüýÿçñ', 'aaaaaaeeeeiiiiooooouuuuyycn')));

GRANT SELECT, INSERT ON medewerker, casusregie, notitie, trede_onderbouwing, dossierstand TO {{gemeente}}_uitvoering;
GRANT UPDATE (naam, gezien_op) ON medewerker TO {{gemeente}}_uitvoering;
GRANT UPDATE (tot) ON casusregie TO {{gemeente}}_uitvoering;
GRANT UPDATE (is_actief, heeft_uitkering, trede, meting_op, contact_op, casusregisseur) ON dossierstand TO {{gemeente}}_uitvoering;

-- Figures need to know that there was contact, never what was said.
GRANT SELECT (inwoner, soort, datum, bekend_op) ON notitie TO {{gemeente}}_rapportage;
