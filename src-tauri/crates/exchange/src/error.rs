//! What can go wrong while a file is written. Nothing here comes from a customer's text: that never fails.

/// A file that could not be written. The details are for the log, not for the user.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A record could not be written as JSON.
    #[error("a record could not be written: {0}")]
    Data(#[from] serde_json::Error),
    /// The tasks could not be written as CSV.
    #[error("the tasks could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
