//! Takes the letters for documents from the workspace's `node_modules`, where `npm ci` put them.

use std::path::{Path, PathBuf};
use std::{env, fs};

const PAKKET: &str = "node_modules/@expo-google-fonts/noto-sans";
const LETTERS: [(&str, &str); 3] = [
    ("400Regular/NotoSans_400Regular.ttf", "regular.ttf"),
    ("700Bold/NotoSans_700Bold.ttf", "bold.ttf"),
    (
        "400Regular_Italic/NotoSans_400Regular_Italic.ttf",
        "italic.ttf",
    ),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=templates");
    let hier = Path::new(env!("CARGO_MANIFEST_DIR"));
    let uit = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (bron, doel) in LETTERS {
        let Some(bron) = find_letter(hier, bron) else {
            println!(
                "cargo::rerun-if-changed={}",
                hier.join("../../node_modules").display()
            );
            println!("cargo::error=the letters for documents are missing: run cargo xtask assets");
            return;
        };
        println!("cargo::rerun-if-changed={}", bron.display());
        if let Err(fout) = fs::copy(&bron, uit.join(doel)) {
            println!("cargo::error=cannot copy {}: {fout}", bron.display());
        }
    }
}

/// Looks for the package as Node does: in this folder, and then in each folder above it.
fn find_letter(hier: &Path, letter: &str) -> Option<PathBuf> {
    hier.ancestors()
        .map(|map| map.join(PAKKET).join(letter))
        .find(|pad| pad.is_file())
}
