//! Checks that the fonts the documents are set in are there before the crate includes them.

#![allow(clippy::disallowed_methods, reason = "a build script is told where it is by its environment")]

use std::path::Path;

/// Where `npm ci` puts the fonts, from this crate's folder.
const FONTS: &str = "../../../ui/node_modules/@expo-google-fonts/inter";
/// The faces that `src/fonts.rs` includes.
const FACES: [&str; 4] = [
    "400Regular/Inter_400Regular.ttf",
    "400Regular_Italic/Inter_400Regular_Italic.ttf",
    "500Medium/Inter_500Medium.ttf",
    "600SemiBold/Inter_600SemiBold.ttf",
];

fn main() {
    // Read when it runs: clones may share one build folder, and with it this program.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&package).join(FONTS);
    for face in FACES {
        let file = folder.join(face);
        println!("cargo::rerun-if-changed={}", file.display());
        if !file.exists() {
            println!(
                "cargo::error=the documents' fonts are not installed: run `cargo xtask test` (or `run`), which runs \
                 `npm ci`; looked for {}",
                file.display()
            );
        }
    }
}
