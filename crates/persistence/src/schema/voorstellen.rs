//! Proposals with their acts, and files.

diesel::table! {
    voorstel (id) {
        id -> Uuid,
        orgaan -> Text,
    }
}
diesel::table! {
    voorstelakte (voorstel_id, nummer) {
        voorstel_id -> Uuid,
        nummer -> Int4,
        orgaan -> Text,
        soort -> Text,
        inhoud -> Jsonb,
        stand -> Text,
        besluit_id -> Nullable<Uuid>,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    voorstelopenbaar (voorstel_id, nummer) {
        voorstel_id -> Uuid,
        nummer -> Int4,
        orgaan -> Text,
    }
}
diesel::table! {
    bijlage (id) {
        id -> Uuid,
        orgaan -> Text,
        voorstel_id -> Nullable<Uuid>,
        besluit_id -> Nullable<Uuid>,
        naam -> Text,
        omvang -> Int4,
        sha256 -> Bytea,
        inhoud -> Bytea,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::joinable!(voorstelakte -> voorstel (voorstel_id));
diesel::allow_tables_to_appear_in_same_query!(voorstel, voorstelakte);
