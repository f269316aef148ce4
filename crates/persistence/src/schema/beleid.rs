//! Decisions, their publication and their values; and the catalogue that the database checks them by.

diesel::table! {
    platform.catalogus (sleutel, van) {
        sleutel -> Text,
        van -> Date,
        tot -> Nullable<Date>,
        orgaan -> Text,
        soort -> Text,
        minimum -> Nullable<Numeric>,
        maximum -> Nullable<Numeric>,
        gesloten -> Bool,
    }
}
diesel::table! {
    besluit (id) {
        id -> Uuid,
        orgaan -> Text,
        nummer -> Text,
        titel -> Text,
        vergaderdatum -> Date,
        toelichting -> Nullable<Text>,
        inwerkingtreding -> Date,
        beslissing -> Text,
        amendement -> Nullable<Text>,
        stemming -> Nullable<Text>,
        stemmen_voor -> Nullable<Int4>,
        stemmen_tegen -> Nullable<Int4>,
        uitgereikt_bij -> Nullable<Text>,
        opmerkingen -> Nullable<Text>,
        aanvaard -> Bool,
        vastgelegd_op -> Timestamptz,
        vastgelegd_door -> Text,
        herkomst -> Text,
        vastgelegd_door_id -> Text,
        voorstel_id -> Nullable<Uuid>,
        kaders -> Array<Text>,
        terugwerkend -> Nullable<Text>,
    }
}
diesel::table! {
    bekendmaking (besluit_id) {
        besluit_id -> Uuid,
        orgaan -> Text,
        aanvaard -> Bool,
        plaats -> Text,
        nummer -> Text,
        datum -> Date,
        inwerkingtreding -> Date,
        bekend_op -> Timestamptz,
        vastgelegd_door -> Text,
        vastgelegd_door_id -> Text,
    }
}
diesel::table! {
    parameterwaarde (id) {
        id -> Uuid,
        besluit_id -> Uuid,
        orgaan -> Text,
        volgnummer -> Int4,
        sleutel -> Text,
        waarde -> Nullable<Text>,
        geldig_van -> Date,
        geldig_tot -> Nullable<Date>,
        corrigeert -> Nullable<Uuid>,
        bekend_op -> Nullable<Timestamptz>,
        reden -> Nullable<Text>,
        vastgelegd_door -> Nullable<Text>,
        gebied -> Nullable<Text>,
    }
}
diesel::joinable!(bekendmaking -> besluit (besluit_id));
diesel::joinable!(parameterwaarde -> besluit (besluit_id));
diesel::allow_tables_to_appear_in_same_query!(besluit, bekendmaking, parameterwaarde);
