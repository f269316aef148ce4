//! The facts of the schemes beside algemene bijstand, as the OpenAPI document describes them (docs/regelingen.md).

use utoipa::ToSchema;

use super::vorm::vormen;

vormen! {
    /// Feiten voor bijzondere bijstand.
    BijzondereBijstand {
        /// De kosten van de aanvraag.
        kosten: Vec<Kosten>,
        /// Bijzondere kosten eerder in dezelfde twaalf maanden.
        #[schema(example = "0.00")]
        eerdere_kosten: String,
        /// Inkomen per maand van het huishouden.
        #[schema(example = "1800.00")]
        inkomen: String,
        /// Wat het huishouden in dezelfde periode al zelf betaalde.
        #[schema(example = "0.00")]
        draagkracht_gebruikt: String,
        /// De periode in maanden die het college voor deze aanvraag kiest. Nodig als er geen besluit over is.
        draagkracht_maanden: Option<u32>,
        /// Het bedrag dat het college geeft gelet op de omstandigheden, in plaats van wat de regels geven.
        afwijking: Option<String>,
    }
    /// Kosten, met wat het college erover vond.
    Kosten {
        /// Waarvoor, zoals de lijst van het college het noemt.
        #[schema(example = "Uitvaart")]
        soort: String,
        /// Bedrag met twee decimalen.
        #[schema(example = "3000.00")]
        bedrag: String,
        /// Of de kosten noodzakelijk zijn.
        noodzakelijk: bool,
        /// Of ze uit bijzondere omstandigheden komen.
        bijzondere_omstandigheden: bool,
        /// Of iets anders ze vergoedt.
        voorliggende_voorziening: bool,
        /// Waarom een lening mag: a, b, c of d van artikel 48 lid 2, duurzaam (artikel 51) of geen. Nodig als het college voor deze kosten leent.
        leengrond: Option<String>,
        /// Of het college voor deze aanvraag leent.
        lening: Option<bool>,
    }
    /// Feiten voor een minimaregeling.
    Minima {
        /// meedoen of zorgverzekering.
        #[schema(example = "meedoen")]
        soort: String,
        /// Inkomen per maand van het huishouden.
        #[schema(example = "1500.00")]
        inkomen: String,
    }
    /// Feiten voor de studietoeslag.
    Studie {
        /// Of de student door ziekte of gebrek niet naast de studie kan werken.
        kan_niet_werken: bool,
        /// Of de student studiefinanciering of een tegemoetkoming voor schoolkosten krijgt.
        studiefinanciering: bool,
        /// Of de student recht heeft op Wajong.
        wajong: bool,
        /// Inkomsten uit stage in de maand.
        #[schema(example = "0.00")]
        stage_inkomsten: String,
    }
    /// Feiten voor loonkostensubsidie.
    Loonkosten {
        /// Of het college vaststelde dat de werknemer bij de doelgroep hoort.
        doelgroep: bool,
        /// Eerste dag van de baan.
        #[schema(format = Date, example = "2026-01-01")]
        begin: String,
        /// Afgesproken uren per week.
        #[schema(example = 24)]
        uren: f64,
        /// Uren van een voltijdbaan. Nodig boven 36 uur.
        voltijd_uren: Option<f64>,
        /// Loonwaarde in procenten van het minimumloon. Weglaten betekent: nog niet gemeten.
        #[schema(example = 60)]
        loonwaarde: Option<f64>,
        /// Of het werk onder de Wet sociale werkvoorziening valt.
        sociale_werkvoorziening: bool,
        /// Of er voor deze baan een andere subsidie voor de loonkosten is.
        andere_subsidie: bool,
    }
    /// Feiten voor beschut werk.
    Beschut {
        /// Of UWV advies gaf.
        advies_uwv: bool,
        /// Of het college vaststelde dat de inwoner alleen in een beschutte omgeving kan werken.
        alleen_beschut: bool,
        /// Hoeveel plaatsen de minister dit jaar vraagt.
        #[schema(example = 10)]
        plaatsen_minister: u32,
        /// Hoeveel plaatsen er al zijn.
        #[schema(example = 9)]
        gerealiseerd: u32,
    }
    /// Feiten voor een premie.
    Premie {
        /// participatieplaats, uitstroom, proefplaats of leerstage.
        #[schema(example = "participatieplaats")]
        soort: String,
        /// Of het college akkoord is: genoeg meegewerkt, of goed voor de arbeidsinschakeling.
        akkoord_college: bool,
        /// Maanden onbetaald werk sinds de vorige premie. Nodig bij participatieplaats.
        maanden_gewerkt: Option<u32>,
        /// Maanden met bijstand. Nodig bij uitstroom.
        maanden_bijstand: Option<u32>,
        /// Wat eerder dit kalenderjaar aan premies is betaald.
        #[schema(example = "0.00")]
        eerder_dit_jaar: String,
        /// Hoeveel premies dat waren.
        #[schema(example = 0)]
        keer_eerder_dit_jaar: u32,
        /// Of de inwoner hoort bij de doelgroep loonkostensubsidie.
        doelgroep_loonkostensubsidie: bool,
    }
}
