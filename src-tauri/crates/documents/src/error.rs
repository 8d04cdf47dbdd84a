//! What can go wrong while a document is made. Nothing here comes from a customer's text: that never fails.

/// A document that could not be made. The details are for the log, not for the user.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// The data could not be written as JSON.
    #[error("the document's data could not be written: {0}")]
    Data(#[from] serde_json::Error),
    /// A template did not compile.
    #[error("the document could not be set: {0}")]
    Typeset(String),
    /// The pages could not be written as PDF/UA-1.
    #[error("the document could not be written as PDF: {0}")]
    Pdf(String),
}
