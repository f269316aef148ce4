-- What figures need besides the records themselves. Runs as {{gemeente}}_eigenaar with search_path = {{gemeente}}.
-- Without the number a later version of a provision cannot be told from a second provision of the same resident.
GRANT SELECT (registratienummer) ON voorziening TO {{gemeente}}_rapportage;
