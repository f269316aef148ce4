-- What a population run found in this municipality. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
CREATE TABLE populatiesom (
  run uuid NOT NULL CONSTRAINT populatiesom_pkey PRIMARY KEY,
  maand date NOT NULL CONSTRAINT populatiesom_eerste_dag CHECK (extract(day FROM maand) = 1),
  totaal integer NOT NULL,
  na uuid,
  huishoudens integer NOT NULL,
  hoger integer NOT NULL,
  lager integer NOT NULL,
  gelijk integer NOT NULL,
  onbepaald integer NOT NULL,
  uitzonderingen integer NOT NULL,
  oud numeric(14,2) NOT NULL,
  nieuw numeric(14,2) NOT NULL,
  signalen integer[] NOT NULL,
  klassen integer[] NOT NULL,
  beleid_in_strijd text[] NOT NULL,
  CONSTRAINT populatiesom_telt_op CHECK (huishoudens = hoger + lager + gelijk + onbepaald)
);
COMMENT ON TABLE populatiesom IS 'The sums of a run (platform.populatierun) so far. Written by each batch together with its exceptions and the cursor.';
COMMENT ON COLUMN populatiesom.na IS 'The cursor: the last benefit that was done, in order of its id.';
COMMENT ON COLUMN populatiesom.signalen IS 'Households per reason, in the order of domain::recht::populatie::Signaal; klassen: per class of change.';
COMMENT ON COLUMN populatiesom.beleid_in_strijd IS 'Keys of policy values that the law does not admit on the second day.';

CREATE TABLE populatieuitzondering (
  run uuid NOT NULL CONSTRAINT populatieuitzondering_run REFERENCES populatiesom (run),
  uitkering uuid NOT NULL CONSTRAINT populatieuitzondering_uitkering REFERENCES uitkering (id),
  inwoner uuid NOT NULL CONSTRAINT populatieuitzondering_inwoner REFERENCES inwoner (id),
  signalen text[] NOT NULL CONSTRAINT populatieuitzondering_signalen CHECK (cardinality(signalen) > 0),
  reden text,
  oud numeric(9,2),
  nieuw numeric(9,2),
  CONSTRAINT populatieuitzondering_pkey PRIMARY KEY (run, uitkering)
);
COMMENT ON TABLE populatieuitzondering IS 'A household that somebody should look at, with the reasons. Amounts per month, holiday pay included.';

GRANT SELECT, INSERT, UPDATE (na, huishoudens, hoger, lager, gelijk, onbepaald, uitzonderingen, oud, nieuw, signalen, klassen) ON populatiesom TO {{gemeente}}_uitvoering;
GRANT SELECT, INSERT ON populatieuitzondering TO {{gemeente}}_uitvoering;
