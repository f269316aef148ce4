//! Makes one style sheet of the NL Design System components, the tokens that they use and our own rules,
//! and embeds it with the fonts under an address that changes with the content.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _, fs};

use sha2::{Digest, Sha256};

/// Components in the order in which they may override each other; our own rules come last.
const COMPONENTEN: &[&str] = &[
    "@utrecht/root-css/dist/index.css",
    "@utrecht/document-css/dist/index.css",
    "@utrecht/page-layout-css/dist/index.css",
    "@utrecht/page-body-css/dist/index.css",
    "@utrecht/page-header-css/dist/index.css",
    "@utrecht/page-footer-css/dist/index.css",
    "@utrecht/nav-bar-css/dist/index.css",
    "@utrecht/breadcrumb-nav-css/dist/index.css",
    "@utrecht/alert-css/dist/index.css",
    "@utrecht/status-badge-css/dist/index.css",
    "@utrecht/table-css/dist/index.css",
    "@utrecht/data-list-css/dist/index.css",
    "@utrecht/unordered-list-css/dist/index.css",
    "@utrecht/ordered-list-css/dist/index.css",
    "@utrecht/form-field-css/dist/index.css",
    "@utrecht/form-field-description-css/dist/index.css",
    "@utrecht/form-field-error-message-css/dist/index.css",
    "@utrecht/form-fieldset-css/dist/index.css",
    "@utrecht/form-label-css/dist/index.css",
    "@utrecht/textbox-css/dist/index.css",
    "@utrecht/textarea-css/dist/index.css",
    "@utrecht/select-css/dist/index.css",
    "@utrecht/checkbox-css/dist/index.css",
    "@utrecht/radio-button-css/dist/index.css",
    "@utrecht/pagination-css/dist/index.css",
    "@utrecht/action-group-css/dist/index.css",
    "@nl-design-system-candidate/button-css/dist/button.css",
    "@nl-design-system-candidate/data-badge-css/dist/data-badge.css",
    "@nl-design-system-candidate/heading-css/dist/heading.css",
    "@nl-design-system-candidate/link-css/dist/link.css",
    "@nl-design-system-candidate/number-badge-css/dist/number-badge.css",
    "@nl-design-system-candidate/paragraph-css/dist/paragraph.css",
    "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
];

const THEMA: &str = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

const LETTERTYPEN: &[(&str, &str)] = &[
    (
        "noto-sans-latin.woff2",
        "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2",
    ),
    (
        "noto-sans-latin-ext.woff2",
        "@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-normal.woff2",
    ),
];

/// Our own rules and script, in order.
const EIGEN: &[&str] = &[
    "basis.css",
    "schil.css",
    "onderdelen.css",
    "dossier.css",
    "sturing.css",
    "doorrekenen.css",
    "druk.css",
];
const SCRIPT: &str = "stuurhuis.js";

fn main() {
    let crate_map = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let uit = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    let modules = crate_map.join("../../node_modules");
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=../../package-lock.json");
    println!("cargo::rerun-if-changed=../../node_modules/.package-lock.json");
    if !modules.join(THEMA).exists() {
        println!(
            "cargo::error=node_modules is missing or incomplete: run `cargo xtask assets` (or npm ci --legacy-peer-deps --ignore-scripts)"
        );
        return;
    }

    let mut regels = String::new();
    for component in COMPONENTEN {
        regels.push_str(&without_comments(&read(&modules.join(component))));
    }
    for eigen in EIGEN {
        regels.push_str(&without_comments(&read(
            &crate_map.join("assets").join(eigen),
        )));
    }
    let thema = used_tokens(&without_comments(&read(&modules.join(THEMA))), &regels);
    let stijl = compact(&format!("{thema}{regels}"));
    let script = read(&crate_map.join("assets").join(SCRIPT));

    let mut hash = Sha256::new();
    hash.update(&stijl);
    hash.update(&script);
    let mut bestanden = vec![
        ("stuurhuis.css".to_owned(), "text/css; charset=utf-8"),
        (SCRIPT.to_owned(), "text/javascript; charset=utf-8"),
    ];
    write(&uit.join("stuurhuis.css"), stijl.as_bytes());
    write(&uit.join(SCRIPT), script.as_bytes());
    for (naam, pad) in LETTERTYPEN {
        let inhoud = fs::read(modules.join(pad)).unwrap_or_else(|fout| panic!("{pad}: {fout}"));
        hash.update(&inhoud);
        write(&uit.join(naam), &inhoud);
        bestanden.push(((*naam).to_owned(), "font/woff2"));
    }
    let kenmerk: String = hash
        .finalize()
        .iter()
        .take(6)
        .fold(String::new(), |mut tekst, byte| {
            write!(tekst, "{byte:02x}").expect("a string accepts all");
            tekst
        });

    let mut bron = format!(
        "/// Changes with the content of the files.\npub const KENMERK: &str = \"{kenmerk}\";\n"
    );
    bron.push_str("const BESTANDEN: &[(&str, &str, &[u8])] = &[\n");
    for (naam, soort) in bestanden {
        writeln!(
            bron,
            "    ({naam:?}, {soort:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{naam}\"))),"
        )
        .expect("a string accepts all");
    }
    bron.push_str("];\n");
    write(&uit.join("bestanden.rs"), bron.as_bytes());
}

fn read(pad: &Path) -> String {
    fs::read_to_string(pad).unwrap_or_else(|fout| panic!("{}: {fout}", pad.display()))
}

fn write(pad: &Path, inhoud: &[u8]) {
    fs::write(pad, inhoud).unwrap_or_else(|fout| panic!("{}: {fout}", pad.display()));
}

fn without_comments(css: &str) -> String {
    let mut uit = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((voor, na)) = rest.split_once("/*") {
        uit.push_str(voor);
        rest = na.split_once("*/").map_or("", |(_, na)| na);
    }
    uit.push_str(rest);
    uit
}

/// The declarations of the theme that `regels` use, themselves or through another declaration.
///
/// The whole theme is 208 kB and serves every component of five suppliers; we use a quarter.
fn used_tokens(thema: &str, regels: &str) -> String {
    let blok = thema
        .split_once('{')
        .and_then(|(_, rest)| rest.rsplit_once('}'))
        .expect("the theme is one rule")
        .0;
    let declaraties: BTreeMap<&str, &str> = blok
        .split(';')
        .filter_map(|regel| regel.split_once(':'))
        .map(|(naam, waarde)| (naam.trim(), waarde.trim()))
        .collect();
    let mut gebruikt = BTreeMap::new();
    let mut te_doen: Vec<String> = variables(regels);
    while let Some(naam) = te_doen.pop() {
        if let Some((naam, waarde)) = declaraties.get_key_value(naam.as_str())
            && gebruikt.insert(*naam, *waarde).is_none()
        {
            te_doen.extend(variables(waarde));
        }
    }
    let mut uit = String::from(".voorbeeld-theme{");
    for (naam, waarde) in gebruikt {
        write!(uit, "{naam}:{waarde};").expect("a string accepts all");
    }
    uit.push_str("}\n");
    uit
}

/// Names of custom properties that are read: `var(--name`.
fn variables(css: &str) -> Vec<String> {
    css.split("var(")
        .skip(1)
        .map(|rest| {
            rest.trim_start()
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                .collect()
        })
        .collect()
}

/// Drops indentation and empty lines.
fn compact(css: &str) -> String {
    css.lines()
        .map(str::trim)
        .filter(|regel| !regel.is_empty() && !regel.starts_with("@charset"))
        .collect::<Vec<_>>()
        .join("\n")
}
