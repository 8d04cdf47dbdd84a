//! What independent programs say of a PDF: its text, its pages as pictures, and whether it keeps to PDF/UA-1.
#![allow(dead_code, reason = "each test program uses its own part of this")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a check that cannot run is a failed test"
)]

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use cairn_documents::{
    Preview, Rendered,
    success_plan::{SuccessPlan, render, summary},
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// A printed document in a folder of its own.
pub(crate) struct Printed {
    pub(crate) rendered: Rendered,
    folder: tempfile::TempDir,
}

/// Prints a plan.
pub(crate) fn print(plan: &SuccessPlan) -> Printed {
    stop_at_warnings();
    keep(render(plan).expect("a plan always prints"))
}

/// Prints a plan on one page.
pub(crate) fn print_summary(plan: &SuccessPlan) -> Printed {
    stop_at_warnings();
    keep(summary::render(plan).expect("a summary always prints"))
}

/// Prints what was set.
pub(crate) fn keep_preview(preview: &Preview) -> Printed {
    stop_at_warnings();
    keep(preview.print().expect("what is set prints"))
}

fn keep(rendered: Rendered) -> Printed {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.pdf"), &rendered.pdf).unwrap();
    Printed { rendered, folder }
}

/// A warning of the engine is a fault of a template: in the product it goes to the log, here it fails the test.
fn stop_at_warnings() {
    struct Stop;
    impl log::Log for Stop {
        fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
            metadata.target().starts_with("cairn")
        }
        fn log(&self, record: &log::Record<'_>) {
            assert!(!self.enabled(record.metadata()), "{}", record.args());
        }
        fn flush(&self) {}
    }
    // Every test of a program comes here; the first one sets it.
    let _ = log::set_logger(&Stop);
    log::set_max_level(log::LevelFilter::Warn);
}

impl Printed {
    fn file(&self) -> PathBuf {
        self.folder.path().join("plan.pdf")
    }

    /// The text as it lies on the pages.
    pub(crate) fn layout(&self) -> String {
        run("pdftotext", &["-layout".as_ref(), &self.file(), "-".as_ref()])
            .replace('\u{c}', "\n--- page ---\n")
    }

    /// The text in reading order, every run of white space as one space.
    pub(crate) fn text(&self) -> String {
        let text = run("pdftotext", &["-raw".as_ref(), &self.file(), "-".as_ref()]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text without any white space: where a word was broken does not matter.
    pub(crate) fn letters(&self) -> String {
        self.text().replace(' ', "")
    }

    /// The file's own description: title, tags, pages.
    pub(crate) fn info(&self) -> String {
        run("pdfinfo", &[&self.file()])
    }

    /// The tags with their text, as a screen reader walks them.
    pub(crate) fn structure(&self) -> String {
        run("pdfinfo", &["-struct-text".as_ref(), &self.file()])
    }

    /// What is heard in the place of pictures.
    pub(crate) fn spoken(&self) -> Vec<String> {
        let json = run("qpdf", &["--json=2".as_ref(), "--json-key=qpdf".as_ref(), &self.file()]);
        let file: serde_json::Value = serde_json::from_str(&json).unwrap();
        let objects = file["qpdf"][1].as_object().unwrap().values();
        let texts = objects.filter_map(|object| object["value"]["/Alt"].as_str());
        texts.map(|text| text.trim_start_matches("u:").to_owned()).collect()
    }

    /// The text of one page, every run of white space as one space.
    pub(crate) fn page(&self, page: usize) -> String {
        let page = page.to_string();
        let options = ["-raw", "-f", &page, "-l", &page].map(Path::new);
        let text = run("pdftotext", &[&options[..], &[&self.file(), Path::new("-")]].concat());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The titles of the bookmarks, as the file's outline lists them.
    pub(crate) fn bookmarks(&self) -> Vec<String> {
        let json = run("qpdf", &["--json".as_ref(), "--json-key=outlines".as_ref(), &self.file()]);
        let outline: serde_json::Value = serde_json::from_str(&json).unwrap();
        let mut titles = Vec::new();
        let mut open = vec![&outline["outlines"]];
        while let Some(entries) = open.pop() {
            for entry in entries.as_array().into_iter().flatten() {
                titles.push(entry["title"].as_str().unwrap_or_default().to_owned());
                open.push(&entry["kids"]);
            }
        }
        titles
    }

    /// A page as a grey picture: width, height, one byte for each point, 0 black.
    pub(crate) fn picture(&self, page: usize) -> Vec<u8> {
        let (root, page) = (self.folder.path().join("page"), page.to_string());
        let options = ["-gray", "-singlefile", "-r", "12", "-f", &page, "-l", &page].map(Path::new);
        run("pdftoppm", &[&options[..], &[&self.file(), &root]].concat());
        std::fs::read(root.with_extension("pgm")).unwrap()
    }

    /// Both checkers accept the file, and it says that it is tagged and what it is called.
    pub(crate) fn is_sound(&self, title: &str) {
        run("qpdf", &["--check".as_ref(), &self.file()]);
        let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
        let report = validate_pdf_bytes(&self.rendered.pdf, &options).expect("a PDF that can be read");
        let failures: Vec<_> = report.failures.iter().map(ToString::to_string).collect();
        assert!(failures.is_empty(), "the second checker finds fault with PDF/UA-1: {failures:#?}");
        let info = self.info();
        assert!(info.contains("Tagged:          yes"), "a screen reader needs the tags: {info}");
        assert!(
            info.contains(&format!("Title:           {title}\n")),
            "the window's title is the document's: {info}"
        );
        assert!(
            info.contains(&format!("Pages:           {}\n", self.rendered.pages)),
            "the page count is true: {info}"
        );
    }
}

fn run(program: &str, arguments: &[&Path]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output
        .unwrap_or_else(|error| panic!("{program} is needed by this test (qpdf, poppler-utils): {error}"));
    assert!(
        output.status.success(),
        "{program} refuses the file: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Compares a page with its kept picture. A renderer's own version of smooth edges does not matter; a part
/// that moved, grew or vanished does. Without a kept picture it is written, to be looked at and committed.
pub(crate) fn looks_like(printed: &Printed, page: usize, name: &str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name).with_extension("pgm");
    let now = printed.picture(page);
    let Ok(kept) = std::fs::read(&golden) else {
        std::fs::write(&golden, &now).unwrap();
        panic!("there was no picture {name}: it is written now; look at the page, then keep it");
    };
    assert_eq!(kept.len(), now.len(), "{name}: the page has another size");
    let apart: Vec<u8> = kept.iter().zip(&now).map(|(kept, now)| kept.abs_diff(*now)).collect();
    let mean = apart.iter().map(|apart| f64::from(*apart)).sum::<f64>() / apart.len() as f64;
    let far = apart.iter().filter(|apart| **apart > 64).count();
    assert!(
        mean < 0.6 && far < 12,
        "{name}: the page looks different ({mean:.2} on average, {far} points far off); if it should, delete the \
         picture, run again and look"
    );
}
