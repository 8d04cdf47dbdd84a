//! From a template and its data to a PDF/UA-1 file, whatever characters the data holds.
//!
//! Owns the passes over the fonts and the reports. What is on the page is the template's business.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::{
    diag::{SourceDiagnostic, Warned},
    foundations::Smart,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{DocumentError, fonts::Fonts, glyphs, world::Desk};

/// How many documents' worth of the engine's memory is kept; two keeps a preview quick and memory flat.
const KEPT: usize = 2;
/// After so many rounds of replacing what has no glyph there is nothing left to find.
const ROUNDS: usize = 4;

/// A finished document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// The PDF file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font has; the page shows U+25A1 in their place. Sorted, each once.
    pub missing: Vec<char>,
    /// What was cut to fit its place, in sentences.
    pub cut: Vec<String>,
    /// What else the reader of the report should know, in sentences: a logo left out, a colour made darker.
    pub remarks: Vec<String>,
}

/// What to print.
pub(crate) struct Job {
    /// Path of the main template.
    pub(crate) template: &'static str,
    /// What the template reads as `/data.json`.
    pub(crate) data: Value,
    /// The file's lasting identity.
    pub(crate) ident: String,
    /// What the data already lost.
    pub(crate) cut: Vec<String>,
}

/// Prints with the shipped fonts; only if they lack a glyph, with this machine's; what those lack becomes a box.
pub(crate) fn print(job: &Job) -> Result<Rendered, DocumentError> {
    print_with(job, Fonts::WithSystem)
}

/// As [`print`], falling back no further than to `last`.
pub(crate) fn print_with(job: &Job, last: Fonts) -> Result<Rendered, DocumentError> {
    let printed = passes(job, last);
    typst::comemo::evict(KEPT);
    printed
}

fn passes(job: &Job, last: Fonts) -> Result<Rendered, DocumentError> {
    let document = set(job.template, &job.data, Fonts::Shipped)?;
    if glyphs::missing(&document, Fonts::Shipped).is_empty() {
        return finish(job, &document, BTreeSet::new());
    }
    let helped = boxed(job, last);
    // A font of this machine may be one that the writer cannot embed: the shipped ones always can be.
    if last == Fonts::Shipped { helped } else { helped.or_else(|_| boxed(job, Fonts::Shipped)) }
}

/// Sets with `fonts`, boxes what they lack, and repeats until nothing is missing.
fn boxed(job: &Job, fonts: Fonts) -> Result<Rendered, DocumentError> {
    let mut data = job.data.clone();
    let mut missing = BTreeSet::new();
    let mut document = set(job.template, &data, fonts)?;
    for _ in 0..ROUNDS {
        let found = glyphs::missing(&document, fonts);
        if found.is_empty() {
            break;
        }
        glyphs::replace(&mut data, &found);
        missing.extend(found);
        document = set(job.template, &data, fonts)?;
    }
    finish(job, &document, missing)
}

fn set(template: &str, data: &Value, fonts: Fonts) -> Result<PagedDocument, DocumentError> {
    let desk = Desk::new(template, serde_json::to_vec(data)?, fonts)
        .ok_or_else(|| DocumentError::Typeset(format!("no template {template}")))?;
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
    // A warning is a fault of the template, such as a font family that is not there: text would vanish.
    debug_assert!(warnings.is_empty(), "the template warns: {}", told(&warnings));
    output.map_err(|faults| DocumentError::Typeset(told(&faults)))
}

fn finish(job: &Job, document: &PagedDocument, missing: BTreeSet<char>) -> Result<Rendered, DocumentError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|fault| DocumentError::Pdf(fault.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(job.ident.clone()),
        creator: Smart::Custom(Some("Cairn".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(document, &options).map_err(|faults| DocumentError::Pdf(told(&faults)))?;
    Ok(Rendered {
        pdf,
        pages: document.pages().len(),
        missing: missing.into_iter().collect(),
        cut: job.cut.clone(),
        remarks: Vec::new(),
    })
}

fn told(faults: &[SourceDiagnostic]) -> String {
    let told = faults.iter().map(|fault| {
        let hints: String = fault.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
        format!("{}{hints}", fault.message)
    });
    told.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn a_machine_without_fonts_prints_boxes_and_names_what_they_stand_for() {
        // A plan of our own words, which Inter has, and a name, which it has not.
        let plan = json!({
            "plan_id": "0199f3a4-0000-7000-8000-000000000001", "today": "2026-11-23", "language": "en", "paper": "a4",
            "reader": "customer", "account": "\u{5317}\u{98a8} k\u{1cf03}", "title": "FY27",
            "plan_type": "roi_success_plan", "period_start": null, "period_end": null, "sponsor": "",
            "author": {"name": "", "title": ""}, "strategy": "", "highlights": "", "outcome_progress": null,
            "objectives": [], "people": [], "sections": ["cover"], "labels": {}, "classification": null,
            "brand": {"company": "", "colour": "", "footer": "", "logo": null},
        });
        let job = crate::success_plan::job(&serde_json::from_value(plan).unwrap()).unwrap();
        let printed = print_with(&job, Fonts::Shipped).unwrap();
        assert_eq!(
            printed.missing,
            ['\u{5317}', '\u{98a8}', '\u{1cf03}'],
            "each is named once; the k that shares a cluster with one is not"
        );
        assert!(printed.pdf.starts_with(b"%PDF-1.7"), "and the file is made");
    }

    #[test]
    fn a_template_that_is_not_there_is_said() {
        let job = Job { template: "/nowhere.typ", data: Value::Null, ident: String::new(), cut: Vec::new() };
        let said = print_with(&job, Fonts::Shipped).unwrap_err().to_string();
        assert!(said.contains("/nowhere.typ"), "the log can name it: {said}");
    }
}
