//! The index of words: derived from the records, brought up to date by every operation that changes one.
//!
//! Owns how text is folded, what stands in the index, and how hits are shown in their surroundings.

mod context;
mod fold;
mod index;
mod query;
mod words;

pub use context::Piece;
pub use fold::holds_words;
pub(crate) use index::{index_changed, reindex, stale};
pub use query::Found;
pub(crate) use words::Words;
