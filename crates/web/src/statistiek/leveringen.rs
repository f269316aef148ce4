//! `/{gemeente}/bestand/leveringen.{formaat}`: the history as a file, and its rows on the page.

use actix_web::web::{Data, Path};
use application::statistiek::{Levering, list_leveringen};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{Maand, datum_in_nederland, datum_kort, maand_lang, moment_nl};
use reports::lijst::{Cel, Kolom, Lijst, Lijstformaat};

use crate::pagina::{Antwoord, render_lijstbestand};

/// More deliveries than a municipality makes in a lifetime: two a month for two centuries.
const RIJEN_MAX: usize = 5_000;

/// A row of the history.
pub(super) struct Leveringregel {
    pub(super) ingelezen: String,
    pub(super) soort: String,
    pub(super) maanden: String,
    pub(super) regels: usize,
    pub(super) nieuw: usize,
    pub(super) gewijzigd: usize,
    pub(super) vervallen: usize,
    pub(super) inwoners_nieuw: usize,
    pub(super) bekend: String,
    pub(super) door: String,
}

impl From<&Levering> for Leveringregel {
    fn from(levering: &Levering) -> Self {
        let telling = levering.telling;
        Self {
            ingelezen: moment_nl(levering.ingelezen_op),
            soort: levering.soort.naam().to_uppercase(),
            maanden: maanden(levering.eerste_maand, levering.laatste_maand),
            regels: telling.regels(),
            nieuw: telling.nieuw,
            gewijzigd: telling.gewijzigd,
            vervallen: telling.vervallen,
            inwoners_nieuw: levering.inwoners_nieuw,
            bekend: datum_kort(datum_in_nederland(levering.bekend_op)),
            door: levering.ingelezen_door.clone(),
        }
    }
}

pub(super) async fn download(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::BestandImporteren)?;
    let formaat = Lijstformaat::parse(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let actor = wie.actor();
    let lijst = state
        .db
        .in_tenant(
            "list_leveringen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_leveringen(tx, actor, None, RIJEN_MAX).await,
        )
        .await?;
    let naam = format!("leveringen-{}", wie.code());
    let lijst = list_of(&lijst.leveringen);
    render_lijstbestand(&lijst, formaat, &naam, state.clock.now())
}

fn list_of(leveringen: &[Levering]) -> Lijst {
    let rijen = leveringen.iter().map(|levering| {
        let telling = levering.telling;
        vec![
            Cel::text(moment_nl(levering.ingelezen_op)),
            Cel::text(levering.soort.naam().to_uppercase()),
            Cel::text(levering.eerste_maand.to_string()),
            Cel::text(levering.laatste_maand.to_string()),
            Cel::number(telling.regels()),
            Cel::number(telling.nieuw),
            Cel::number(telling.gewijzigd),
            Cel::number(telling.ongewijzigd),
            Cel::number(telling.vervallen),
            Cel::number(levering.inwoners_nieuw),
            Cel::Datum(datum_in_nederland(levering.bekend_op)),
            Cel::text(&levering.ingelezen_door),
        ]
    });
    let kolommen = [
        ("ingelezen op", 18),
        ("soort", 8),
        ("eerste maand", 14),
        ("laatste maand", 14),
        ("regels", 10),
        ("nieuw", 10),
        ("gewijzigd", 10),
        ("gelijk", 10),
        ("vervallen", 10),
        ("nieuwe inwoners", 16),
        ("bekend op", 12),
        ("door", 30),
    ];
    Lijst {
        titel: "Leveringen".to_owned(),
        kolommen: kolommen
            .map(|(naam, breedte)| Kolom::new(naam, breedte))
            .to_vec(),
        rijen: rijen.collect(),
    }
}

fn maanden(eerste: Maand, laatste: Maand) -> String {
    if eerste == laatste {
        maand_lang(eerste)
    } else {
        format!("{} tot en met {}", maand_lang(eerste), maand_lang(laatste))
    }
}
