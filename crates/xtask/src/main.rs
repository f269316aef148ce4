//! Development tasks: `cargo xtask demo | test | tidy | assets | bench`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task talks to the developer"
)]

mod assets;
mod bench;
mod demo;
mod install;
mod run;
mod test;
mod tidy;

use std::process::ExitCode;

const GEBRUIK: &str = "\
gebruik: cargo xtask TAAK

  demo [--poort 8080] [--schoon]   installeert wat ontbreekt, bouwt, vult en start een werkend systeem
  test                             alles wat het product bewaakt: opmaak, lints, regels, tests
  tidy                             alleen de regels van het huis (snel)
  assets                           haalt de stijlbladen en lettertypen op (npm)
  bench                            meet de getallen van docs/metingen.md";

fn main() -> ExitCode {
    let argumenten: Vec<String> = std::env::args().skip(1).collect();
    let uitkomst = match argumenten.split_first() {
        Some((taak, rest)) => match (taak.as_str(), rest) {
            ("demo", opties) => demo::start(opties),
            ("test", []) => test::run_all(),
            ("tidy", []) => tidy::check(),
            ("assets", []) => install::ensure(install::ASSETS).and_then(|()| assets::ensure()),
            ("bench", []) => bench::run_all(),
            _ => return usage(),
        },
        None => return usage(),
    };
    match uitkomst {
        Ok(()) => ExitCode::SUCCESS,
        Err(fout) => {
            eprintln!("\nxtask: {fout}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{GEBRUIK}");
    ExitCode::from(2)
}
