//! The assignment, the plan that answers it, and how its items stand.

diesel::table! {
    opdrachtakte (jaar, nummer) {
        jaar -> Int2,
        nummer -> Int4,
        soort -> Text,
        versie -> Int4,
        inhoud -> Jsonb,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    uitvoeringsplan (jaar, nummer) {
        jaar -> Int2,
        nummer -> Int4,
        opdrachtversie -> Int4,
        inhoud -> Jsonb,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    onderdeelstand (kwartaal, onderdeel, nummer) {
        kwartaal -> Text,
        onderdeel -> Int4,
        nummer -> Int4,
        stand -> Text,
        toelichting -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
