DROP TABLE bedrijf.werkwaarde, bedrijf.werkinstructie;
DROP FUNCTION bedrijf.toets_werkwaarde(), bedrijf.toets_werkinstructie();
REVOKE SELECT ON catalogus FROM platform_uitvoering;
