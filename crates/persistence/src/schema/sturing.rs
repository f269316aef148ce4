//! Shared tables of steering and staffing.

diesel::table! {
    sturing.sluiting (id) {
        id -> Uuid,
        gemeente -> Text,
        kwartaal -> Text,
        versie -> Int2,
        bekend_op -> Timestamptz,
        gesloten_op -> Timestamptz,
        gesloten_door -> Text,
        toelichting -> Nullable<Text>,
        hash -> Bytea,
        inbeeld_termijn -> Int2,
        inbeeld_besluit -> Nullable<Text>,
        aandachtspunten -> Array<Text>,
    }
}
diesel::table! {
    sturing.cijfer (sluiting, indicator, klasse) {
        sluiting -> Uuid,
        gemeente -> Text,
        indicator -> Text,
        klasse -> Text,
        versie -> Int2,
        uitkomst -> Text,
        waarde -> Nullable<Numeric>,
        teller -> Nullable<Numeric>,
        noemer -> Nullable<Numeric>,
    }
}
diesel::table! {
    sturing.opdrachtregel (sluiting, nummer) {
        sluiting -> Uuid,
        gemeente -> Text,
        nummer -> Int4,
        opdrachtversie -> Int4,
        prestatie -> Text,
        grond -> Array<Text>,
        aanpak -> Nullable<Text>,
        trekker -> Nullable<Text>,
        gereed -> Nullable<Date>,
        stand -> Nullable<Text>,
        toelichting -> Nullable<Text>,
        indicator -> Nullable<Text>,
        kant -> Nullable<Text>,
        norm -> Nullable<Numeric>,
        marge -> Nullable<Numeric>,
        oordeel -> Nullable<Text>,
    }
}
diesel::table! {
    sturing.kwaliteit (sluiting, regel) {
        sluiting -> Uuid,
        gemeente -> Text,
        regel -> Text,
        oordeel -> Text,
    }
}
diesel::table! {
    sturing.toelichting (id) {
        id -> Uuid,
        gemeente -> Text,
        kwartaal -> Text,
        indicator -> Nullable<Text>,
        tekst -> Text,
        door -> Text,
        rol -> Text,
        op -> Timestamptz,
    }
}
diesel::table! {
    sturing.overleg (id) {
        id -> Uuid,
        datum -> Date,
        kwartaal -> Text,
        plaats -> Text,
        vastgelegd_op -> Nullable<Timestamptz>,
        versie -> Int4,
        stukken_verstuurd_op -> Nullable<Timestamptz>,
    }
}
diesel::table! {
    sturing.overlegbericht (overleg, adreshash) {
        overleg -> Uuid,
        adreshash -> Bytea,
        gemeente -> Text,
        vastgelegd_op -> Timestamptz,
    }
}
diesel::table! {
    sturing.agendapunt (overleg, nummer) {
        overleg -> Uuid,
        nummer -> Int2,
        titel -> Text,
        toelichting -> Nullable<Text>,
        besluit -> Nullable<Text>,
    }
}
diesel::table! {
    sturing.afspraak (id) {
        id -> Uuid,
        overleg -> Uuid,
        tekst -> Text,
        eigenaar -> Text,
        uiterlijk -> Date,
        gemeente -> Nullable<Text>,
        gemaakt_op -> Timestamptz,
    }
}
diesel::table! {
    sturing.afspraak_einde (afspraak) {
        afspraak -> Uuid,
        soort -> Text,
        op -> Date,
        tekst -> Text,
        vastgelegd_op -> Timestamptz,
    }
}
diesel::table! {
    sturing.ontvanger (id) {
        id -> Uuid,
        gemeente -> Text,
        rol -> Text,
        email -> Text,
        vastgelegd_op -> Timestamptz,
        vervallen_op -> Nullable<Timestamptz>,
    }
}
diesel::table! {
    bedrijf.formatie (gemeente, functie, doelgroep, van, bekend_op) {
        gemeente -> Text,
        functie -> Text,
        doelgroep -> Text,
        van -> Date,
        bekend_op -> Timestamptz,
        fte -> Numeric,
        vastgelegd_door -> Text,
    }
}
diesel::table! {
    bedrijf.werkinstructie (id, nummer) {
        id -> Uuid,
        nummer -> Int4,
        titel -> Text,
        tekst -> Text,
        sleutels -> Array<Text>,
        van -> Date,
        tot -> Nullable<Date>,
        gemeente -> Text,
        op -> Timestamptz,
        door_id -> Text,
        door -> Text,
    }
}
diesel::table! {
    bedrijf.werkwaarde (werkinstructie, nummer, sleutel) {
        werkinstructie -> Uuid,
        nummer -> Int4,
        sleutel -> Text,
        waarde -> Text,
    }
}
diesel::table! {
    sturing.overlegverzending (overleg, gemeente) {
        overleg -> Uuid,
        gemeente -> Text,
        vastgelegd_op -> Timestamptz,
    }
}
diesel::joinable!(afspraak_einde -> afspraak (afspraak));
diesel::joinable!(afspraak -> overleg (overleg));
diesel::allow_tables_to_appear_in_same_query!(overleg, afspraak, afspraak_einde);
