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
        rij -> Text,
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
diesel::table! {
    platform.populatierun (id) {
        id -> Uuid,
        naam -> Text,
        van -> Date,
        tot -> Date,
        grens -> Numeric,
        bekend_op -> Timestamptz,
        gestart_op -> Timestamptz,
        gestart_door_id -> Text,
        gestart_door -> Text,
        van_bekend_op -> Nullable<Date>,
        tot_bekend_op -> Nullable<Date>,
    }
}
diesel::table! {
    platform.populatierun_gemeente (run, gemeente) {
        run -> Uuid,
        gemeente -> Text,
        stand -> Text,
        maand -> Nullable<Date>,
        totaal -> Nullable<Int4>,
        gedaan -> Int4,
        uitzonderingen -> Nullable<Int4>,
        oud -> Nullable<Numeric>,
        nieuw -> Nullable<Numeric>,
        fout -> Nullable<Text>,
        bijgewerkt_op -> Timestamptz,
    }
}

diesel::joinable!(populatierun_gemeente -> populatierun (run));
diesel::allow_tables_to_appear_in_same_query!(populatierun, populatierun_gemeente);
