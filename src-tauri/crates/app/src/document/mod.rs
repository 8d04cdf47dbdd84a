//! Documents: the filter by audience, and the file on disk.

mod export;
mod success_plan;

pub(crate) use export::export;
