//! From a template and its data to set pages and a PDF/UA-1 file, whatever characters the data holds.
//!
//! Owns the passes over the fonts and the reports. What is on the page is the template's business.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::{
    diag::{SourceDiagnostic, Warned},
    foundations::{Bytes, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{DocumentError, fonts::Fonts, glyphs, world::PageWorld};

/// A picture that the engine can set.
#[derive(Clone, Debug)]
pub(crate) struct Logo {
    /// What the templates call it; its ending is its kind.
    pub(crate) path: &'static str,
    pub(crate) bytes: Bytes,
}

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
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// Path of the main template.
    pub(crate) template: &'static str,
    /// What the template reads as `/data.json`.
    pub(crate) data: Value,
    /// What every page has, read as `/look.json`. Apart from the data, so that a change of a value on one page
    /// does not lay out all the others again.
    pub(crate) look: Value,
    /// The picture that the look names.
    pub(crate) logo: Option<Logo>,
    /// The file's lasting identity.
    pub(crate) ident: String,
    /// What the data already lost.
    pub(crate) cut: Vec<String>,
    /// What else there is to say.
    pub(crate) remarks: Vec<String>,
}

/// A document that is set.
pub(crate) struct Set {
    pub(crate) job: Job,
    pub(crate) document: PagedDocument,
    pub(crate) missing: BTreeSet<char>,
    fonts: Fonts,
}

/// Makes one document, however often that sets type, and then forgets what the last few did not use.
pub(crate) fn tidily<T>(make: impl FnOnce() -> T) -> T {
    let made = make();
    typst::comemo::evict(KEPT);
    made
}

/// Sets with the shipped fonts; only if they lack a glyph, with this machine's; what those lack becomes a box.
pub(crate) fn set(job: Job) -> Result<Set, DocumentError> {
    set_with(job, Fonts::WithSystem)
}

/// As [`set`], falling back no further than to `last`.
fn set_with(job: Job, last: Fonts) -> Result<Set, DocumentError> {
    let document = compile(&job, Fonts::Shipped)?;
    if glyphs::missing(&document, Fonts::Shipped).is_empty() {
        return Ok(Set { job, document, missing: BTreeSet::new(), fonts: Fonts::Shipped });
    }
    boxed(job, last)
}

/// Sets with `fonts`, boxes what they lack, and repeats until nothing is missing.
fn boxed(mut job: Job, fonts: Fonts) -> Result<Set, DocumentError> {
    let mut missing = BTreeSet::new();
    let mut document = compile(&job, fonts)?;
    for _ in 0..ROUNDS {
        let found = glyphs::missing(&document, fonts);
        if found.is_empty() {
            break;
        }
        glyphs::replace(&mut job.data, &found);
        glyphs::replace(&mut job.look, &found);
        missing.extend(found);
        document = compile(&job, fonts)?;
    }
    Ok(Set { job, document, missing, fonts })
}

fn compile(job: &Job, fonts: Fonts) -> Result<PagedDocument, DocumentError> {
    let files = [("/data.json", &job.data), ("/look.json", &job.look)];
    let mut world = PageWorld::new(job.template, fonts)
        .ok_or_else(|| DocumentError::Typeset(format!("no template {}", job.template)))?;
    for (path, value) in files {
        world.lay(path, Bytes::new(serde_json::to_vec(value)?));
    }
    if let Some(logo) = &job.logo {
        world.lay(logo.path, logo.bytes.clone());
    }
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    // A fault of the template, such as a font family that is not there. The tests' log stops at it.
    if !warnings.is_empty() {
        log::warn!("the template warns: {}", told(&warnings));
    }
    output.map_err(|faults| DocumentError::Typeset(told(&faults)))
}

impl Set {
    /// Writes the file.
    pub(crate) fn print(&self) -> Result<Rendered, DocumentError> {
        match self.write() {
            // A font of this machine may be one that the writer cannot embed: the shipped ones always can be.
            Err(_) if self.fonts == Fonts::WithSystem => {
                boxed(self.job.clone(), Fonts::Shipped).and_then(|set| set.write())
            }
            written => written,
        }
    }

    fn write(&self) -> Result<Rendered, DocumentError> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|fault| DocumentError::Pdf(fault.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(self.job.ident.clone()),
            creator: Smart::Custom(Some("Cairn".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let pdf =
            typst_pdf::pdf(&self.document, &options).map_err(|faults| DocumentError::Pdf(told(&faults)))?;
        Ok(Rendered {
            pdf,
            pages: self.document.pages().len(),
            missing: self.missing.iter().copied().collect(),
            cut: self.job.cut.clone(),
            remarks: self.job.remarks.clone(),
        })
    }
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
            "reader": "customer", "redacted": false, "account": "\u{5317}\u{98a8} k\u{1cf03}", "title": "FY27",
            "plan_type": "roi_success_plan", "period_start": null, "period_end": null, "sponsor": "",
            "author": {"name": "", "title": ""}, "strategy": "", "highlights": "", "outcome_progress": null,
            "objectives": [], "people": [], "sections": ["cover"], "labels": {}, "classification": null,
            "brand": {"company": "", "colour": "", "footer": "", "logo": null},
        });
        let job = crate::success_plan::job(&serde_json::from_value(plan).unwrap()).unwrap();
        let printed = set_with(job, Fonts::Shipped).unwrap().print().unwrap();
        assert_eq!(
            printed.missing,
            ['\u{5317}', '\u{98a8}', '\u{1cf03}'],
            "each is named once; the k that shares a cluster with one is not"
        );
        assert!(printed.pdf.starts_with(b"%PDF-1.7"), "and the file is made");
    }

    #[test]
    fn a_template_that_is_not_there_is_said() {
        let job = Job {
            template: "/nowhere.typ",
            data: Value::Null,
            look: Value::Null,
            logo: None,
            ident: String::new(),
            cut: Vec::new(),
            remarks: Vec::new(),
        };
        let said = set(job).err().unwrap().to_string();
        assert!(said.contains("/nowhere.typ"), "the log can name it: {said}");
    }
}
