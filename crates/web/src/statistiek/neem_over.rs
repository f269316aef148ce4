//! `POST /{gemeente}/bestand`: tries or takes over the files that were chosen.

use actix_web::web::{self, Data};
use application::statistiek::{
    Leveringsopdracht, Ontvangen, Ontvangstfouten, Wijze, record_levering,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, Upload};
use primitives::{GemeenteCode, Veldfouten};

use super::bestand::{Uitkomst, page};
use super::foutlijst::Foutlijst;
use crate::pagina::{Antwoord, render, render_invalid};

pub(super) async fn record(state: Data<AppState>, wie: InGemeente, upload: Upload) -> Antwoord {
    wie.require(Permission::BestandImporteren)?;
    let wijze = if upload.veld("proef") == "ja" {
        Wijze::Proef
    } else {
        Wijze::Definitief
    };
    let is_proef = wijze == Wijze::Proef;
    if ["bus", "srg", "namen"]
        .iter()
        .all(|veld| upload.bestand(veld).is_none())
    {
        let fouten = Veldfouten::single("bus", "Kies minstens één bestand.");
        let uitkomst = Uitkomst {
            fouten: fouten.into(),
            is_proef,
            ..Uitkomst::default()
        };
        return render_invalid(&page(&state, &wie, None, uitkomst).await?);
    }
    let opdracht = match read(wie.code(), upload, wijze).await? {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            let uitkomst = Uitkomst {
                foutlijsten: lists_of(&fouten)?,
                is_proef,
                ..Uitkomst::default()
            };
            return render_invalid(&page(&state, &wie, None, uitkomst).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let verslag = state
        .db
        .in_tenant(
            "record_levering",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_levering(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await?;
    let regels = verslag.zinnen();
    if is_proef {
        let uitkomst = Uitkomst {
            proef: regels,
            is_proef,
            ..Uitkomst::default()
        };
        return render(&page(&state, &wie, None, uitkomst).await?);
    }
    wie.redirect(&state, "/bestand", &regels.join(" ")).await
}

/// Reads the files on a thread of their own: millions of fields would hold up other visitors.
async fn read(
    gemeente: GemeenteCode,
    upload: Upload,
    wijze: Wijze,
) -> Result<Result<Leveringsopdracht, Ontvangstfouten>, Fout> {
    let gelezen = web::block(move || {
        let bytes = |veld: &str| {
            upload
                .bestand(veld)
                .map(|bestand| bestand.inhoud.as_slice())
        };
        let ontvangen = Ontvangen {
            bus: bytes("bus"),
            srg: bytes("srg"),
            namen: bytes("namen"),
        };
        Leveringsopdracht::parse(gemeente, ontvangen, wijze)
    });
    gelezen.await.map_err(Fout::storing)
}

fn lists_of(fouten: &Ontvangstfouten) -> Result<Vec<Foutlijst>, Fout> {
    [
        ("BUS", "bus", &fouten.bus),
        ("SRG", "srg", &fouten.srg),
        ("namen", "namen", &fouten.namen),
    ]
    .into_iter()
    .filter_map(|(naam, sleutel, fouten)| Some(Foutlijst::new(naam, sleutel, fouten.as_ref()?)))
    .collect()
}
