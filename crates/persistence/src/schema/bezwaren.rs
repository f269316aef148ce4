//! Objections to decisions.

diesel::table! {
    bezwaar (id) {
        id -> Uuid,
        inwoner -> Uuid,
        aanvraag_id -> Nullable<Uuid>,
        herziening_id -> Nullable<Uuid>,
        nummer -> Int4,
        regeling -> Text,
        bekendgemaakt_op -> Date,
        beslisser -> Text,
    }
}
diesel::table! {
    bezwaarakte (bezwaar_id, nummer) {
        bezwaar_id -> Uuid,
        nummer -> Int4,
        soort -> Text,
        inhoud -> Jsonb,
        stand -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
        termijn -> Nullable<Date>,
    }
}
diesel::table! {
    bezwaarstand (bezwaar_id) {
        bezwaar_id -> Uuid,
        nummer -> Int4,
        stand -> Text,
        termijn -> Nullable<Date>,
    }
}
diesel::table! {
    bezwaarberekening (bezwaar_id, nummer) {
        bezwaar_id -> Uuid,
        nummer -> Int4,
        vraag -> Text,
        antwoord -> Text,
        bekend_op -> Timestamptz,
        hash -> Bytea,
    }
}
diesel::table! {
    bezwaarbesluit (bezwaar_id) {
        bezwaar_id -> Uuid,
        nummer -> Int4,
        brief -> Jsonb,
    }
}
diesel::joinable!(bezwaarstand -> bezwaar (bezwaar_id));
diesel::allow_tables_to_appear_in_same_query!(bezwaar, bezwaarstand);
