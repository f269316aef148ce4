ALTER TABLE sessie DROP COLUMN zoekvraag, DROP COLUMN zoekvraag_op;
