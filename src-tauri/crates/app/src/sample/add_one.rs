//! One record of the sample.

use cairn_domain::{Record, Stored};
use cairn_store::Tx;
use chrono::NaiveDate;

use super::content::Part;
use crate::{
    crud::{New, put_new},
    error::Result,
};

/// Adds a record behind its siblings, by its own rules; those among records are kept by the content, and by tests.
pub(super) async fn add_one<R: Record>(
    tx: &mut Tx,
    part: Part,
    parent: &[(&str, String)],
    today: NaiveDate,
) -> Result<Stored<R>> {
    let record: R = part.read(parent, today)?;
    record.check(today)?;
    put_new(tx, New::last(record)).await
}
