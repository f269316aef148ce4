//! Calculations of other policy that were kept.

diesel::table! {
    doorrekening (id) {
        id -> Uuid,
        naam -> Text,
        vanaf -> Date,
        maand -> Date,
        bekend_op -> Timestamptz,
        sleutels -> Array<Text>,
        waarden -> Array<Text>,
        uitkomst -> Text,
        hash -> Bytea,
        gemaakt_op -> Timestamptz,
        gemaakt_door -> Text,
    }
}
