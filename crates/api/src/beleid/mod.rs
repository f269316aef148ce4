//! Policy: what holds, and the decisions that say so.

mod basissethandelingen;
mod basissets;
mod basissetvorm;
mod bekendmaking;
mod beleidsbestanden;
mod besluiten;
mod bestandvorm;
mod bijlagen;
mod lezen;
mod omzetting;
mod parameters;
mod vergelijking;
mod vergelijkingvorm;
mod voorstelhandelingen;
mod voorstellen;
mod voorstellezen;
mod voorstelomzetting;
mod voorstelvorm;
mod vorm;
mod zienswijzehandelingen;
mod zienswijzerondes;
mod zienswijzevorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

pub(crate) use lezen::beleid_of;

#[derive(OpenApi)]
#[openapi(
    paths(
        parameters::list,
        parameters::show,
        vergelijking::show,
        besluiten::list,
        besluiten::create,
        besluiten::show,
        bekendmaking::create,
        bijlagen::list_van_besluit,
        bijlagen::create_van_besluit,
        bijlagen::show_van_besluit,
        bijlagen::list_van_voorstel,
        bijlagen::create_van_voorstel,
        bijlagen::show_van_voorstel,
        voorstellen::list,
        voorstellen::create,
        voorstellen::show,
        voorstellen::change,
        voorstelhandelingen::advise,
        voorstelhandelingen::answer,
        voorstelhandelingen::submit,
        voorstelhandelingen::treat,
        voorstelhandelingen::withdraw,
        basissets::list,
        basissethandelingen::show,
        basissethandelingen::create,
        basissethandelingen::change,
        basissethandelingen::publish,
        beleidsbestanden::show,
        beleidsbestanden::check,
        zienswijzerondes::list,
        zienswijzerondes::create,
        zienswijzerondes::show,
        zienswijzerondes::finish,
        zienswijzehandelingen::write,
        zienswijzehandelingen::submit,
        zienswijzehandelingen::answer,
        zienswijzehandelingen::confirm
    ),
    components(schemas(
        vorm::Parameterlijst,
        vorm::Parameter,
        vorm::Standvorm,
        vorm::Parameterverloop,
        vorm::Tijdvak,
        bijlagen::Bijlagenlijst,
        bijlagen::Bijlage,
        vergelijkingvorm::Vergelijking,
        vergelijkingvorm::Vergelekengegeven,
        vergelijkingvorm::Vergelekenwaarde,
        vergelijkingvorm::Vergelekenhuishouden,
        vergelijkingvorm::Huishoudgemeente,
        vergelijkingvorm::Huishoudbedrag,
        vergelijkingvorm::Huishouddeel,
        vorm::Grens,
        vorm::Besluitverwijzing,
        vorm::Besluitenlijst,
        vorm::Besluit,
        vorm::Uitkomst,
        vorm::Waarde,
        vorm::Intrekking,
        vorm::Correctie,
        vorm::Bekendmaking,
        vorm::NieuwBesluit,
        vorm::NieuweUitkomst,
        vorm::NieuweWaarde,
        vorm::NieuweIntrekking,
        vorm::NieuweBekendmaking,
        voorstelvorm::Voorstellenlijst,
        voorstelvorm::Voorstel,
        voorstelvorm::Voorsteltekst,
        voorstelvorm::Grondslag,
        voorstelvorm::Afwijking,
        voorstelvorm::NieuweGrondslag,
        voorstelvorm::Handeling,
        voorstelvorm::Inbreng,
        voorstelvorm::Reactie,
        voorstelvorm::Behandeling,
        voorstelvorm::NieuwVoorstel,
        voorstelvorm::NieuweTekst,
        voorstelvorm::NieuweWijziging,
        voorstelvorm::NieuweInbreng,
        voorstelvorm::NieuweReactie,
        voorstelvorm::NieuweIndiening,
        voorstelvorm::NieuweBehandeling,
        voorstelvorm::NieuweReden,
        bestandvorm::NieuweProef,
        bestandvorm::Proef,
        bestandvorm::Proefuitslag,
        bestandvorm::Proeffout,
        bestandvorm::Proefvoorstel,
        bestandvorm::Proefwaarde,
        bestandvorm::Basissetlijst,
        bestandvorm::Basissetversie,
        bestandvorm::Basissetwaarde,
        basissetvorm::Basisset,
        basissetvorm::NieuweBasisset,
        basissetvorm::NieuweBasistekst,
        basissetvorm::NieuweBasiswaarde,
        basissetvorm::NieuweBasiswijziging,
        basissetvorm::NieuweBasispublicatie,
        zienswijzevorm::Zienswijzerondelijst,
        zienswijzevorm::Zienswijzeronde,
        zienswijzevorm::WettelijkeTermijn,
        zienswijzevorm::Zienswijze,
        zienswijzevorm::Zienswijzepunt,
        zienswijzevorm::Zienswijzeconcept,
        zienswijzevorm::NieuweZienswijzeronde,
        zienswijzevorm::NieuwEinde,
        zienswijzevorm::NieuweZienswijze,
        zienswijzevorm::NieuwPunt,
        zienswijzevorm::NieuweZienswijzeindiening,
        zienswijzevorm::NieuwAntwoord,
        zienswijzevorm::NieuwePuntreactie,
        zienswijzevorm::NieuweVaststelling
    ))
)]
pub(crate) struct BeleidApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    const GEMEENTE: &str = "/v1/gemeenten/{gemeente}";
    let basisset = |deel: &str| Pad::new(&format!("{GEMEENTE}/basissets/{{basisset}}{deel}"));
    cfg.service(
        Pad::new(&format!("{GEMEENTE}/basissets"))
            .get(basissets::list)
            .post(basissethandelingen::create),
    )
    .service(basisset("").get(basissethandelingen::show))
    .service(basisset("/wijzigingen").post(basissethandelingen::change))
    .service(basisset("/publicatie").post(basissethandelingen::publish))
    .service(Pad::new(&format!("{GEMEENTE}/beleidsbestand")).get(beleidsbestanden::show))
    .service(Pad::new(&format!("{GEMEENTE}/beleidsbestand/_proef")).post(beleidsbestanden::check));
    let voorstel = |deel: &str| Pad::new(&format!("{GEMEENTE}/voorstellen/{{voorstel}}{deel}"));
    cfg.service(Pad::new(&format!("{GEMEENTE}/parameters")).get(parameters::list))
        .service(Pad::new(&format!("{GEMEENTE}/parameters/{{sleutel}}")).get(parameters::show))
        .service(Pad::new(&format!("{GEMEENTE}/beleidsvergelijking")).get(vergelijking::show))
        .service(
            Pad::new(&format!("{GEMEENTE}/besluiten"))
                .get(besluiten::list)
                .post(besluiten::create),
        )
        .service(Pad::new(&format!("{GEMEENTE}/besluiten/{{besluit}}")).get(besluiten::show))
        .service(
            Pad::new(&format!("{GEMEENTE}/besluiten/{{besluit}}/bekendmaking"))
                .post(bekendmaking::create),
        )
        .service(
            Pad::new(&format!("{GEMEENTE}/voorstellen"))
                .get(voorstellen::list)
                .post(voorstellen::create),
        )
        .service(
            Pad::new(&format!("{GEMEENTE}/besluiten/{{besluit}}/bijlagen"))
                .get(bijlagen::list_van_besluit)
                .post(bijlagen::create_van_besluit),
        )
        .service(
            Pad::new(&format!(
                "{GEMEENTE}/besluiten/{{besluit}}/bijlagen/{{bijlage}}"
            ))
            .get(bijlagen::show_van_besluit),
        )
        .service(
            voorstel("/bijlagen")
                .get(bijlagen::list_van_voorstel)
                .post(bijlagen::create_van_voorstel),
        )
        .service(voorstel("/bijlagen/{bijlage}").get(bijlagen::show_van_voorstel))
        .service(voorstel("").get(voorstellen::show))
        .service(voorstel("/wijzigingen").post(voorstellen::change))
        .service(voorstel("/adviezen").post(voorstelhandelingen::advise))
        .service(voorstel("/reacties").post(voorstelhandelingen::answer))
        .service(voorstel("/indiening").post(voorstelhandelingen::submit))
        .service(voorstel("/behandelingen").post(voorstelhandelingen::treat))
        .service(voorstel("/intrekking").post(voorstelhandelingen::withdraw));
    let ronde = |deel: &str| Pad::new(&format!("{GEMEENTE}/zienswijzerondes/{{ronde}}{deel}"));
    cfg.service(
        Pad::new(&format!("{GEMEENTE}/zienswijzerondes"))
            .get(zienswijzerondes::list)
            .post(zienswijzerondes::create),
    )
    .service(ronde("").get(zienswijzerondes::show))
    .service(ronde("/afronding").post(zienswijzerondes::finish))
    .service(ronde("/zienswijze").post(zienswijzehandelingen::write))
    .service(ronde("/indiening").post(zienswijzehandelingen::submit))
    .service(ronde("/antwoord").post(zienswijzehandelingen::answer))
    .service(ronde("/vaststelling").post(zienswijzehandelingen::confirm));
}
