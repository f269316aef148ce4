//! The dossier of a resident.

use super::statistiek::{inwoner, trede_meting};

diesel::table! {
    medewerker (sub) {
        sub -> Text,
        naam -> Text,
        gezien_op -> Date,
    }
}
diesel::table! {
    casusregie (inwoner, volgnummer) {
        inwoner -> Uuid,
        volgnummer -> Int2,
        vorige -> Nullable<Int2>,
        medewerker -> Text,
        vanaf -> Timestamptz,
        tot -> Nullable<Timestamptz>,
        overlegd_op -> Nullable<Date>,
        reden -> Nullable<Text>,
        vastgelegd_door -> Text,
    }
}
diesel::table! {
    notitie (id) {
        id -> Uuid,
        inwoner -> Uuid,
        soort -> Text,
        datum -> Date,
        tekst -> Text,
        geschreven_door -> Text,
        geschreven_door_naam -> Text,
        bekend_op -> Timestamptz,
    }
}
diesel::table! {
    trede_onderbouwing (inwoner, begindatum, bron, bekend_op) {
        inwoner -> Uuid,
        begindatum -> Date,
        bron -> Text,
        bekend_op -> Timestamptz,
        criterium -> Text,
        antwoorden -> Jsonb,
        gemeten_door -> Text,
        gemeten_door_naam -> Text,
    }
}
diesel::table! {
    dossierstand (inwoner) {
        inwoner -> Uuid,
        is_actief -> Bool,
        heeft_uitkering -> Bool,
        trede -> Nullable<Int2>,
        meting_op -> Nullable<Date>,
        contact_op -> Nullable<Date>,
        casusregisseur -> Nullable<Text>,
        meting_sleutel -> Date,
        gezien_sleutel -> Date,
    }
}
diesel::table! {
    woongebied (inwoner, sinds, bekend_op) {
        inwoner -> Uuid,
        sinds -> Date,
        bekend_op -> Timestamptz,
        gebied -> Nullable<Text>,
        vastgelegd_door -> Text,
        vastgelegd_door_naam -> Text,
    }
}
diesel::joinable!(casusregie -> medewerker (medewerker));
diesel::joinable!(dossierstand -> inwoner (inwoner));
diesel::joinable!(dossierstand -> medewerker (casusregisseur));
diesel::allow_tables_to_appear_in_same_query!(inwoner, casusregie, dossierstand, medewerker);
diesel::allow_tables_to_appear_in_same_query!(trede_meting, trede_onderbouwing);
