//! How an operation ends: what follows the records it changed is done before it is committed.
//!
//! Apart from the context, which knows no feature: a new thing that follows is a line here.

use cairn_store::Tx;
use serde::Serialize;

use crate::{checklist, context::Context, error::Result};

impl Context {
    /// Commits the operation with what follows the records it changed, and remembers what changed for the answer.
    pub(crate) async fn commit<T: Serialize + Sync>(&self, mut tx: Tx, result: T) -> Result<T> {
        checklist::sync(&mut tx, || self.today()).await?;
        self.commit_as_is(tx, result).await
    }
}
