//! What every municipality has: the audit chain and the processing log.

diesel::table! {
    audit (nummer) {
        nummer -> Int8,
        moment -> Timestamptz,
        actor -> Text,
        actor_naam -> Text,
        rol -> Text,
        handeling -> Text,
        object -> Text,
        toelichting -> Nullable<Text>,
        trace -> Bytea,
        vorige_hash -> Bytea,
        hash -> Bytea,
        rollen -> Nullable<Text>,
    }
}
diesel::table! {
    verwerking (id) {
        id -> Int8,
        trace -> Bytea,
        span -> Bytea,
        naam -> Text,
        status -> Text,
        moment -> Timestamptz,
        activiteit -> Text,
        betrokkene -> Uuid,
    }
}
