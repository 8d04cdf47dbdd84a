//! The success plan as a document ([`render`], [`preview`]) and as one page of it ([`summary`]).
//!
//! The input holds records as their reader sees them: the application makes it from [`cairn_domain::Seen`] alone, which
//! drops what is not for them. Internal facts of the account exist only inside [`Reader::Internal`], so a customer's copy
//! has no place to carry them.

mod agreement;
mod build;
mod changes;
mod internal;
mod objective;
mod outcome;
mod overview;
mod pages;
mod people;
mod people_page;
mod plan;
mod readings;
mod sign_off;
mod states;
pub mod summary;
mod timeline;

pub use agreement::{Agreement, Asked, Ended, Signature, Version};
pub use cairn_domain::Section;
pub use changes::changed_rows;
pub(crate) use internal::promised;
pub use outcome::{Criterion, Initiative, Objective, Reading, ServedBy, Task};
pub(crate) use pages::Promised;
pub use plan::{Author, Closure, Internal, Note, Person, Reader, Role, SuccessPlan, TaskLink};
pub(crate) use states::objective as objective_state;

use serde_json::Value;

use crate::{
    DocumentError, Preview, Rendered,
    parts::{self, PageStyle},
    text::TextFitter,
    typeset::{self, Job},
    words::Words,
};

/// Makes the document.
///
/// Any text in any field is set as that text: it is never markup. A character that no font has becomes
/// U+25A1 and is named in [`Rendered::missing`]; text too long for its place is cut and named in
/// [`Rendered::cut`]. Same input, same bytes, as long as the shipped fonts have every character; where they
/// do not, this machine's fonts help out.
///
/// # Errors
/// Only for a fault of the program itself (a template, the engine); never for the text of a record.
pub fn render(plan: &SuccessPlan) -> Result<Rendered, DocumentError> {
    preview(plan)?.print()
}

/// Sets the document for a look at its pages; printing it from there does not set it again.
///
/// # Errors
/// As [`render`].
pub fn preview(plan: &SuccessPlan) -> Result<Preview, DocumentError> {
    typeset::tidily(|| typeset::set(job(plan)?).map(Preview::new))
}

/// What is to be typeset.
pub(crate) fn job(plan: &SuccessPlan) -> Result<Job, DocumentError> {
    let mut fitter = TextFitter::new(Words::new(plan.language, &plan.labels));
    let data = build::data(&mut fitter, plan)?;
    finish(fitter, plan, "/success_plan.typ", data)
}

/// A job from its data: the look is the same for every document of the plan.
fn finish(
    fitter: TextFitter<'_>,
    plan: &SuccessPlan,
    template: &'static str,
    data: Value,
) -> Result<Job, DocumentError> {
    let style = PageStyle {
        language: plan.language,
        paper: plan.paper,
        today: plan.today,
        title: &plan.title,
        account: &plan.account,
        author: &plan.author.name,
        internal: matches!(plan.reader, Reader::Internal(_)),
        brand: &plan.brand,
        classification: plan.classification.as_deref(),
    };
    parts::job(fitter, &style, template, plan.plan_id.to_string(), data)
}
