-- The mandate register is read by who is neither execution nor college too (Awb art. 10:5); not who wrote a row down.
-- Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
GRANT SELECT (regeling, besluit, rol, van, tot, vier_ogen, vier_ogen_vanaf, bron) ON mandaat TO {{gemeente}}_opdrachtgever;
