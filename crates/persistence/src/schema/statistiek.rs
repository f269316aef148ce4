//! The caseload as the statutory records deliver it.

diesel::table! {
    levering (id) {
        id -> Uuid,
        soort -> Text,
        vingerafdruk -> Bytea,
        regels -> Int4,
        nieuw -> Int4,
        gewijzigd -> Int4,
        ongewijzigd -> Int4,
        vervallen -> Int4,
        inwoners_nieuw -> Int4,
        bekend_op -> Timestamptz,
        ingelezen_op -> Timestamptz,
        ingelezen_door -> Text,
    }
}
diesel::table! {
    levering_maand (levering, maand) {
        levering -> Uuid,
        maand -> Date,
        berichtgevercode -> Text,
        softwarepakket -> Text,
        release -> Nullable<Text>,
    }
}
diesel::table! {
    inwoner (id) {
        id -> Uuid,
        bsn_geheim -> Bytea,
        bsn_zoek -> Bytea,
        geboortedatum -> Date,
        geslacht -> Text,
        naam -> Nullable<Text>,
        herkomst -> Uuid,
    }
}
diesel::table! {
    uitkering (id) {
        id -> Uuid,
        registratienummer -> Text,
        herkomst -> Uuid,
    }
}
diesel::table! {
    maandregel (maand, uitkering, inwoner, bekend_op) {
        maand -> Date,
        uitkering -> Uuid,
        inwoner -> Uuid,
        bekend_op -> Timestamptz,
        levering -> Uuid,
        vervallen -> Bool,
        statistiekcode -> Text,
        classificatie_bbz -> Nullable<Text>,
        leefvorm -> Nullable<Text>,
        aantal_kostendelers -> Nullable<Int2>,
        bedrag_norm -> Nullable<Int4>,
        bedrag_vermindering -> Nullable<Int4>,
        bedrag_inkomsten -> Nullable<Int4>,
        betaalbaar_gesteld -> Int4,
        datum_invoering -> Nullable<Date>,
        cluster -> Nullable<Text>,
        geboortedatum -> Date,
        geslacht -> Text,
        huisvesting -> Nullable<Text>,
        aanvangsdatum -> Date,
        einddatum -> Nullable<Date>,
        reden_einde -> Nullable<Text>,
        ontheffing -> Nullable<Text>,
        einddatum_ontheffing -> Nullable<Date>,
        reden_einde_ontheffing -> Nullable<Text>,
        tegenprestatie -> Nullable<Text>,
        reden_vermindering -> Nullable<Text>,
        aanvang_vermindering -> Nullable<Date>,
        einde_vermindering -> Nullable<Date>,
        soort_inkomsten -> Nullable<Text>,
        bedrag_inkomsten_persoon -> Nullable<Int4>,
        vrijlating -> Nullable<Text>,
    }
}
diesel::table! {
    deelname (maand, inwoner, bekend_op) {
        maand -> Date,
        inwoner -> Uuid,
        bekend_op -> Timestamptz,
        levering -> Uuid,
        vervallen -> Bool,
        geboortedatum -> Date,
        geslacht -> Text,
        trede -> Nullable<Int2>,
        begindatum_trede -> Nullable<Date>,
        arbeidsvermogen -> Nullable<Int2>,
    }
}
diesel::table! {
    voorziening (maand, inwoner, registratienummer, bekend_op) {
        maand -> Date,
        inwoner -> Uuid,
        registratienummer -> Text,
        bekend_op -> Timestamptz,
        levering -> Uuid,
        vervallen -> Bool,
        soort -> Text,
        begindatum -> Date,
        einddatum -> Nullable<Date>,
        reden_einde -> Nullable<Text>,
        loonwaarde -> Nullable<Int2>,
    }
}
diesel::table! {
    trede_meting (inwoner, begindatum, bron, bekend_op) {
        inwoner -> Uuid,
        begindatum -> Date,
        bron -> Text,
        bekend_op -> Timestamptz,
        trede -> Int2,
        levering -> Nullable<Uuid>,
    }
}
diesel::joinable!(levering_maand -> levering (levering));
diesel::joinable!(maandregel -> inwoner (inwoner));
diesel::joinable!(maandregel -> uitkering (uitkering));
diesel::joinable!(deelname -> inwoner (inwoner));
diesel::allow_tables_to_appear_in_same_query!(
    levering,
    levering_maand,
    inwoner,
    uitkering,
    maandregel,
    deelname,
    voorziening,
    trede_meting,
);
