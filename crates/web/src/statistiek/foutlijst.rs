//! The faults of one file, as a table and as a file to send back to who made it.

use domain::statistiek::{Bestandsfout, Bestandsfouten};
use http_base::Fout;
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use reports::lijst::{Cel, Kolom, Lijst, render_csv};

/// The faults of one file.
#[derive(Debug)]
pub(super) struct Foutlijst {
    /// The kind of file: BUS.
    pub(super) naam: &'static str,
    /// For ids in the page.
    pub(super) sleutel: &'static str,
    /// The faults, at most a thousand.
    pub(super) fouten: Vec<Bestandsfout>,
    /// How many there are in all.
    pub(super) totaal: usize,
    /// The same list as CSV inside its own address: nothing of a refused file is kept on the server.
    pub(super) download: String,
}

impl Foutlijst {
    pub(super) fn new(
        naam: &'static str,
        sleutel: &'static str,
        fouten: &Bestandsfouten,
    ) -> Result<Self, Fout> {
        let csv = render_csv(&list_of(fouten)).map_err(Fout::storing)?;
        let inhoud = percent_encode(&csv, NON_ALPHANUMERIC);
        Ok(Self {
            naam,
            sleutel,
            fouten: fouten.list().to_vec(),
            totaal: fouten.totaal(),
            download: format!("data:text/csv;charset=utf-8,{inhoud}"),
        })
    }

    /// Whether there are more faults than are shown.
    pub(super) fn is_ingekort(&self) -> bool {
        self.totaal > self.fouten.len()
    }
}

fn list_of(fouten: &Bestandsfouten) -> Lijst {
    let rijen = fouten.list().iter().map(|fout| {
        vec![
            Cel::number(fout.regel),
            Cel::text(fout.veld),
            Cel::text(&fout.waarde),
            Cel::text(fout.voorschrift.as_ref()),
        ]
    });
    Lijst {
        titel: "Fouten".to_owned(),
        kolommen: vec![
            Kolom::new("regel", 8),
            Kolom::new("veld", 24),
            Kolom::new("waarde", 24),
            Kolom::new("voorschrift", 80),
        ],
        rijen: rijen.collect(),
    }
}
