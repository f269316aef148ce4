DROP TABLE verwerking;
DROP TABLE audit;
DROP FUNCTION audit_schakel();
DROP FUNCTION audit_veld(text);
DROP TABLE audit_kop;
REVOKE USAGE ON SCHEMA {{gemeente}} FROM {{gemeente}}_uitvoering, {{gemeente}}_raad, {{gemeente}}_college, {{gemeente}}_opdrachtgever, {{gemeente}}_rapportage;
