REVOKE SELECT (regeling, besluit, rol, van, tot, vier_ogen, vier_ogen_vanaf, bron) ON mandaat FROM {{gemeente}}_opdrachtgever;
