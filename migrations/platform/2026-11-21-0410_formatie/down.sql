DROP TABLE bedrijf.formatie;
REVOKE USAGE ON SCHEMA bedrijf FROM platform_uitvoering, platform_opdrachtgever, platform_rapportage;
