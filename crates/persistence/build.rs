//! The migrations are compiled in by a macro that does not watch its directory: cargo does it.

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script talks to cargo"
)]
fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
