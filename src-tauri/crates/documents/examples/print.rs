//! Prints the sample plan for a look at the pages: `cargo run -p cairn-documents --example print -- FOLDER`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::{path::PathBuf, time::Instant};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write to"));
    let mut large = sample::nordwind();
    large.objectives = large.objectives.iter().cycle().take(15).cloned().collect();
    let plans = [
        ("large", large),
        ("customer", sample::nordwind()),
        ("internal", sample::nordwind_internal()),
        ("empty", sample::empty()),
    ];
    for (name, plan) in plans {
        let start = Instant::now();
        let rendered = cairn_documents::success_plan::render(&plan).expect("the sample prints");
        println!("{name}: {} pages, {} bytes, {:?}", rendered.pages, rendered.pdf.len(), start.elapsed());
        std::fs::write(folder.join(name).with_extension("pdf"), rendered.pdf)
            .expect("a folder that can be written");
    }
}
