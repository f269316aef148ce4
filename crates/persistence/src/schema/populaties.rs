//! What population runs found in a municipality.

use super::statistiek::inwoner;

diesel::table! {
    populatiesom (run) {
        run -> Uuid,
        maand -> Date,
        totaal -> Int4,
        na -> Nullable<Uuid>,
        huishoudens -> Int4,
        hoger -> Int4,
        lager -> Int4,
        gelijk -> Int4,
        onbepaald -> Int4,
        uitzonderingen -> Int4,
        oud -> Numeric,
        nieuw -> Numeric,
        signalen -> Array<Int4>,
        klassen -> Array<Int4>,
        beleid_in_strijd -> Array<Text>,
    }
}
diesel::table! {
    populatieuitzondering (run, uitkering) {
        run -> Uuid,
        uitkering -> Uuid,
        inwoner -> Uuid,
        signalen -> Array<Text>,
        reden -> Nullable<Text>,
        oud -> Nullable<Numeric>,
        nieuw -> Nullable<Numeric>,
    }
}

diesel::joinable!(populatieuitzondering -> inwoner (inwoner));
diesel::allow_tables_to_appear_in_same_query!(populatieuitzondering, inwoner);
