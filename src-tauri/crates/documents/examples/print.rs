//! Prints the sample plan for a look at the pages: `cargo run -p cairn-documents --example print -- FOLDER`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::{path::PathBuf, time::Instant};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write to"));
    for (name, plan) in [
        ("customer", sample::nordwind()),
        ("internal", sample::nordwind_internal()),
        ("empty", sample::empty()),
    ] {
        let start = Instant::now();
        let rendered = cairn_documents::success_plan::render(&plan).expect("the sample prints");
        println!("{name}: {} pages, {} bytes, {:?}", rendered.pages, rendered.pdf.len(), start.elapsed());
        println!("  missing {:?}, cut {:?}", rendered.missing, rendered.cut);
        std::fs::write(folder.join(name).with_extension("pdf"), rendered.pdf)
            .expect("a folder that can be written");
    }
}
