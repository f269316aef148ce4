//! Shared bases of policy, and which decision rests on which.

diesel::table! {
    sturing.basisset (id) {
        id -> Uuid,
        naam -> Text,
        leden -> Array<Text>,
    }
}
diesel::table! {
    sturing.basisakte (basisset, nummer) {
        basisset -> Uuid,
        nummer -> Int4,
        soort -> Text,
        inhoud -> Nullable<Jsonb>,
        namens -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    sturing.basisversie (basisset, versie) {
        basisset -> Uuid,
        versie -> Int2,
        naam -> Text,
        inhoud -> Jsonb,
        gepubliceerd_op -> Timestamptz,
        gepubliceerd_door -> Text,
    }
}
diesel::table! {
    besluitgrondslag (besluit_id) {
        besluit_id -> Uuid,
        orgaan -> Text,
        basisset -> Uuid,
        naam -> Text,
        versie -> Int2,
        sleutels -> Array<Text>,
        redenen -> Array<Text>,
    }
}
