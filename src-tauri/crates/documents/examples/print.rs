//! Prints the sample plan for a look at the pages: `cargo run -p cairn-documents --example print -- FOLDER [NAME]`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::{path::PathBuf, time::Instant};

use cairn_documents::success_plan::{render, summary};
use cairn_domain::{Declared as _, Sort};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write to"));
    let mut large = sample::nordwind();
    large.objectives = large.objectives.iter().cycle().take(15).cloned().collect();
    let mut scripts = sample::nordwind();
    scripts.account = "\u{5317}\u{98a8} \u{682a}\u{5f0f}\u{4f1a}\u{793e}".into();
    scripts.objectives[0].owner = "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{5db}\u{5d4}\u{5df}".into();
    scripts.objectives[0].customer_owner = "\u{645}\u{631}\u{62d}\u{628}\u{627} 12".into();
    scripts.objectives[0].title = "\u{645}\u{631}\u{62d}\u{628}\u{627} \u{1f600} \u{10fffd} Lead time".into();
    let mut prose = sample::nordwind();
    prose.objectives[0].summary = "First **delivery**, then _findings_:\n\n- templates once\n- waves, see \
                                   [the board](https://example.org/board)\n\n1. pilot\n2. the rest"
        .into();
    let text = prose.objectives[0].summary.clone();
    prose.objectives[0].edit_texts(&mut |field, place| {
        if field.sort == Sort::Prose {
            place.clone_from(&text);
        }
    });
    prose.highlights = prose.objectives[0].summary.clone();
    let plans = [
        ("scripts", scripts),
        ("large", large),
        ("customer", sample::nordwind()),
        ("internal", sample::nordwind_internal()),
        ("empty", sample::empty()),
        ("branded", sample::branded()),
        ("years", sample::years(40)),
        ("long", sample::long(8, 12)),
        ("prose", prose),
        ("summary", sample::branded()),
        ("summary_verified", sample::verified()),
        ("summary_many", sample::many(40)),
        ("summary_large", sample::years(400)),
    ];
    // A second word names the samples that are wanted.
    let wanted = std::env::args().nth(2).unwrap_or_default();
    for (name, plan) in plans.into_iter().filter(|(name, _)| name.starts_with(&wanted)) {
        let start = Instant::now();
        let print = if name.starts_with("summary") { summary::render } else { render };
        let rendered = print(&plan).expect("the sample prints");
        println!("{name}: {} pages, {} bytes, {:?}", rendered.pages, rendered.pdf.len(), start.elapsed());
        for said in rendered.cut.iter().chain(&rendered.remarks) {
            println!("    {said}");
        }
        std::fs::write(folder.join(name).with_extension("pdf"), rendered.pdf)
            .expect("a folder that can be written");
    }
}
