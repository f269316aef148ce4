//! Applications, the decisions on them, and who may decide.

diesel::table! {
    mandaat (regeling, besluit, rol, van) {
        regeling -> Text,
        besluit -> Text,
        rol -> Text,
        van -> Date,
        tot -> Nullable<Date>,
        vier_ogen -> Text,
        vier_ogen_vanaf -> Nullable<Numeric>,
        bron -> Text,
        vastgelegd_op -> Timestamptz,
        vastgelegd_door_id -> Text,
        vastgelegd_door -> Text,
    }
}
diesel::table! {
    aanvraag (id) {
        id -> Uuid,
        inwoner -> Uuid,
        regeling -> Text,
        ontvangen_op -> Date,
    }
}
diesel::table! {
    aanvraagakte (aanvraag_id, nummer) {
        aanvraag_id -> Uuid,
        nummer -> Int4,
        soort -> Text,
        inhoud -> Jsonb,
        stand -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
        termijn -> Nullable<Date>,
        voorschot_op -> Nullable<Date>,
    }
}
diesel::table! {
    aanvraagstand (aanvraag_id) {
        aanvraag_id -> Uuid,
        nummer -> Int4,
        stand -> Text,
        termijn -> Nullable<Date>,
        voorschot_op -> Nullable<Date>,
        volgorde -> Date,
    }
}
diesel::table! {
    aanvraagberekening (aanvraag_id, nummer) {
        aanvraag_id -> Uuid,
        nummer -> Int4,
        vraag -> Text,
        antwoord -> Text,
        bekend_op -> Timestamptz,
        hash -> Bytea,
    }
}
diesel::table! {
    beschikking (aanvraag_id) {
        aanvraag_id -> Uuid,
        nummer -> Int4,
        voorstelnummer -> Int4,
        brief -> Jsonb,
    }
}
diesel::joinable!(aanvraagstand -> aanvraag (aanvraag_id));
diesel::allow_tables_to_appear_in_same_query!(aanvraag, aanvraagstand);
