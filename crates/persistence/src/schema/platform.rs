//! Shared tables: the registry and the queue.

diesel::table! {
    platform.gemeente (code) {
        code -> Text,
        naam -> Text,
        uitvoeringsvorm -> Text,
        aangesloten_op -> Date,
        uitgetreden_op -> Nullable<Date>,
        themakleur -> Text,
    }
}
diesel::table! {
    platform.gebied (code) {
        code -> Text,
        naam -> Text,
        opgegaan_in -> Text,
        opgegaan_op -> Date,
    }
}
diesel::table! {
    platform.job (id) {
        id -> Uuid,
        gemeente -> Nullable<Text>,
        soort -> Text,
        inhoud -> Jsonb,
        uit_te_voeren_op -> Timestamptz,
        pogingen -> Int4,
        pogingen_max -> Int4,
        geleend_tot -> Nullable<Timestamptz>,
        status -> Text,
        uniek -> Nullable<Text>,
        laatste_fout -> Nullable<Text>,
    }
}
diesel::table! {
    platform.sessie (token_hash) {
        token_hash -> Bytea,
        actor -> Nullable<Jsonb>,
        aanmelding -> Nullable<Jsonb>,
        csrf -> Text,
        melding -> Nullable<Text>,
        id_token -> Nullable<Text>,
        aangemaakt_op -> Timestamptz,
        gezien_op -> Timestamptz,
        verloopt_op -> Timestamptz,
        zoekvraag -> Nullable<Bytea>,
        zoekvraag_op -> Nullable<Timestamptz>,
    }
}
