//! The ids in a customer's files.
//!
//! Our ids begin with the millisecond in which the record was made, which tells how late a plan was written, or in
//! which minute a date was agreed. A customer's file holds each id encrypted as one block. The key comes from the
//! workspace's secret, the record that the file is about, and the day of the copy. So nothing has to be stored for a
//! copy, the same copy has the same bytes, two copies cannot be matched by their ids, and a copy that comes back can be
//! opened. Which rows a file has is not known here.

use aes::{
    Aes128,
    cipher::{Array, BlockCipherDecrypt as _, BlockCipherEncrypt as _, KeyInit as _},
};
use cairn_domain::RecordId;
use cairn_store::{Result, Rows};
use chrono::{Datelike as _, NaiveDate};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Seals the ids of one copy, and opens them.
#[derive(Clone, Debug)]
pub(crate) struct Seal(Aes128);

impl Seal {
    /// That of the records of a plan or a checklist in a copy of this day.
    pub(crate) async fn of(rows: Rows<'_>, home: Uuid, day: NaiveDate) -> Result<Self> {
        Ok(Self::by(&rows.secret().await?, home, day))
    }

    /// That of the plan or the checklist itself: it is opened before anything is known of the file.
    pub(crate) async fn of_home(rows: Rows<'_>, day: NaiveDate) -> Result<Self> {
        Self::of(rows, Uuid::nil(), day).await
    }

    /// Each part has its length, so that no two keys come from the same bytes.
    fn by(secret: &[u8; 32], home: Uuid, day: NaiveDate) -> Self {
        let hash = Sha256::new()
            .chain_update(b"cairn ids of a copy 1")
            .chain_update(secret)
            .chain_update(home.as_bytes())
            .chain_update(day.num_days_from_ce().to_be_bytes())
            .finalize();
        let mut key = [0; 16];
        key.iter_mut().zip(hash).for_each(|(part, byte)| *part = byte);
        Self(Aes128::new(&Array::from(key)))
    }

    /// What a file holds instead of an id.
    pub(crate) fn seal<I: RecordId>(&self, id: &mut I) {
        let mut block = Array::from(id.uuid().into_bytes());
        self.0.encrypt_block(&mut block);
        *id = I::from_uuid(Uuid::from_bytes(block.into()));
    }

    /// The id that was sealed, or one that means nothing where this seal did not seal it.
    pub(crate) fn open(&self, sealed: Uuid) -> Uuid {
        let mut block = Array::from(sealed.into_bytes());
        self.0.decrypt_block(&mut block);
        Uuid::from_bytes(block.into())
    }
}

#[cfg(test)]
mod tests {
    use cairn_domain::TaskId;
    use proptest::prelude::*;

    use super::*;

    fn day(day: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default()
    }

    proptest! {
        #[test]
        fn what_is_sealed_is_opened_by_the_same_plan_and_day_alone(
            secret in any::<[u8; 32]>(), other in any::<[u8; 32]>(), home in any::<u128>(), id in any::<u128>(), on in 1..4_000_000
        ) {
            let (home, id) = (Uuid::from_u128(home), Uuid::from_u128(id));
            let seal = Seal::by(&secret, home, day(on));
            let mut sealed = TaskId::from_uuid(id);
            seal.seal(&mut sealed);
            let mut again = TaskId::from_uuid(id);
            Seal::by(&secret, home, day(on)).seal(&mut again);
            prop_assert_eq!(sealed, again, "the same copy has the same bytes");
            prop_assert_eq!(seal.open(sealed.uuid()), id, "it comes back");
            let changed = Uuid::from_u128(home.as_u128() ^ 1);
            for wrong in [Seal::by(&secret, home, day(on + 1)), Seal::by(&secret, changed, day(on)), Seal::by(&other, home, day(on))] {
                prop_assert_ne!(wrong.open(sealed.uuid()), id, "another day, plan or workspace does not open it");
            }
        }
    }
}
