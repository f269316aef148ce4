REVOKE SELECT (registratienummer) ON voorziening FROM {{gemeente}}_rapportage;
