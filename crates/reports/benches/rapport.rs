//! How long a quarterly report takes: `cargo bench -p reports`. Each form is written into `DIR` when that is
//! given as argument, to look at.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a bench stops at the first fault"
)]

#[path = "../tests/it/voorbeeld.rs"]
mod voorbeeld;

use std::path::PathBuf;
use std::time::Instant;

use reports::kwartaal::{Rapportformaat, render_kwartaalrapport};

fn main() {
    let map = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
        .map(PathBuf::from);
    let rapport = voorbeeld::rapport();
    for formaat in Rapportformaat::ALLE {
        let begin = Instant::now();
        let bytes = render_kwartaalrapport(&rapport, formaat).unwrap();
        let eerste = begin.elapsed();
        println!(
            "{:5} {:>8} bytes, first {eerste:>10.1?}",
            formaat.extension(),
            bytes.len()
        );
        if let Some(map) = &map {
            std::fs::write(map.join(rapport.file_name(formaat)), &bytes).unwrap();
        }
    }
    let mut ander = rapport;
    let begin = Instant::now();
    for versie in 2..=11 {
        ander.sluiting.versie = versie;
        render_kwartaalrapport(&ander, Rapportformaat::Pdf).unwrap();
    }
    println!(
        "pdf   next with other figures: {:.1?} each",
        begin.elapsed() / 10
    );
    for indicator in ander
        .hoofdstukken
        .iter_mut()
        .flat_map(|hoofdstuk| &mut hoofdstuk.indicatoren)
    {
        indicator.trend.clear();
        indicator.verdelingen.clear();
    }
    let begin = Instant::now();
    render_kwartaalrapport(&ander, Rapportformaat::Pdf).unwrap();
    println!("pdf   without charts: {:.1?}", begin.elapsed());
}
