//! Documents: the filter by audience, the preview, and the file on disk.

mod account;
mod comments;
mod draft;
mod earlier;
mod export;
mod hand_off;
mod labels;
mod left_out;
mod made;
mod onboarding;
mod people;
mod plan;
mod preview;
mod redact;
mod request;
mod run;
mod sealed;
mod success_plan;

pub(crate) use export::{export, write};
pub(crate) use labels::labels;
pub(crate) use preview::preview;
