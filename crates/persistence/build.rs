//! The migrations are compiled in by a macro that does not watch its directory: cargo does it.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
