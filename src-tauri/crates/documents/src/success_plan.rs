//! The success plan as a document: what it may show (this file) and how to make it ([`render`]).
//!
//! These structs are the allow-list: a value that has no field here cannot reach the page. Whoever fills
//! them filters by audience first: what the audience may not see is `None` or absent. Internal facts of the
//! account exist only inside [`Reader::Internal`], so a customer's copy has no place to carry them.

mod build;
mod objective;
mod outcome;
mod people;
mod plan;
mod sheet;
mod stand;
mod states;

pub use outcome::{Criterion, Initiative, Objective, Reading, ServedBy, Task};
pub use plan::{Author, Closure, Internal, Note, Person, Reader, Role, Section, SuccessPlan};

use crate::{DocumentError, Rendered, press};

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
    press::print(&job(plan)?)
}

/// What the press is to print.
pub(crate) fn job(plan: &SuccessPlan) -> Result<press::Job, DocumentError> {
    let (data, cut) = build::data(plan)?;
    Ok(press::Job { template: "/success_plan.typ", data, ident: plan.plan_id.to_string(), cut })
}
