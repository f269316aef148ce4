//! Rounds of zienswijzen: drafts in the schema of a municipality, what is public in the schema `sturing`.

diesel::table! {
    zienswijzeakte (ronde_id, nummer) {
        ronde_id -> Uuid,
        nummer -> Int4,
        soort -> Text,
        inhoud -> Jsonb,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    antwoordakte (ronde_id, nummer) {
        ronde_id -> Uuid,
        nummer -> Int4,
        soort -> Text,
        inhoud -> Jsonb,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    sturing.zienswijzeronde (id) {
        id -> Uuid,
        soort -> Text,
        titel -> Text,
        jaar -> Int2,
        toelichting -> Nullable<Text>,
        verwijzing -> Nullable<Text>,
        verzonden_op -> Date,
        uiterlijk -> Date,
        bestuur_op -> Date,
        geopend_op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    sturing.zienswijzeronde_einde (ronde) {
        ronde -> Uuid,
        soort -> Text,
        tekst -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    sturing.zienswijzestuk (id) {
        id -> Uuid,
        ronde -> Uuid,
        naam -> Text,
        omvang -> Int4,
        sha256 -> Bytea,
        inhoud -> Bytea,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    sturing.zienswijze (ronde, gemeente) {
        ronde -> Uuid,
        gemeente -> Text,
        strekking -> Text,
        besluit_nummer -> Nullable<Text>,
        besluit_datum -> Nullable<Date>,
        op -> Timestamptz,
    }
}
diesel::table! {
    sturing.zienswijzepunt (ronde, gemeente, nummer) {
        ronde -> Uuid,
        gemeente -> Text,
        nummer -> Int2,
        onderwerp -> Nullable<Text>,
        tekst -> Text,
    }
}
diesel::table! {
    sturing.zienswijzeantwoord (ronde, gemeente) {
        ronde -> Uuid,
        gemeente -> Text,
        op -> Timestamptz,
    }
}
diesel::table! {
    sturing.zienswijzereactie (ronde, gemeente, nummer) {
        ronde -> Uuid,
        gemeente -> Text,
        nummer -> Int2,
        oordeel -> Text,
        toelichting -> Text,
    }
}
diesel::table! {
    sturing.planstap (stap, jaar) {
        stap -> Text,
        jaar -> Int2,
        gedaan_op -> Date,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    sturing.zienswijzebericht (ronde, moment, gemeente, adreshash) {
        ronde -> Uuid,
        moment -> Text,
        gemeente -> Text,
        adreshash -> Bytea,
        vastgelegd_op -> Timestamptz,
    }
}
diesel::table! {
    sturing.zienswijzeverzending (ronde, gemeente) {
        ronde -> Uuid,
        gemeente -> Text,
        vastgelegd_op -> Timestamptz,
    }
}
diesel::joinable!(zienswijzeronde_einde -> zienswijzeronde (ronde));
diesel::allow_tables_to_appear_in_same_query!(zienswijzeronde, zienswijzeronde_einde);
