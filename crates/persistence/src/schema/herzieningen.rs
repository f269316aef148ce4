//! Reviews of months that were decided on, and the decisions on them.

diesel::table! {
    herziening (id) {
        id -> Uuid,
        inwoner -> Uuid,
        van -> Date,
        tot_en_met -> Date,
        bezwaar_id -> Nullable<Uuid>,
    }
}
diesel::table! {
    herzieningakte (herziening_id, nummer) {
        herziening_id -> Uuid,
        nummer -> Int4,
        soort -> Text,
        inhoud -> Jsonb,
        stand -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    herzieningsberekening (herziening_id, nummer) {
        herziening_id -> Uuid,
        nummer -> Int4,
        vraag -> Text,
        antwoord -> Text,
        bekend_op -> Timestamptz,
        hash -> Bytea,
    }
}
diesel::table! {
    herzieningsbesluit (herziening_id) {
        herziening_id -> Uuid,
        nummer -> Int4,
        voorstelnummer -> Int4,
        brief -> Jsonb,
    }
}
diesel::joinable!(herzieningakte -> herziening (herziening_id));
diesel::allow_tables_to_appear_in_same_query!(herziening, herzieningakte);
