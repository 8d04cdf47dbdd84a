//! What a document shows of a record is that record, as its reader sees it, with what was reckoned from it.

/// Lets each of these be read, and in tests be changed, as the record that it holds in `record`.
macro_rules! is_its_record {
    ($($shown:ident => $record:path),+ $(,)?) => {$(
        impl std::ops::Deref for $shown {
            type Target = $record;

            fn deref(&self) -> &Self::Target {
                &self.record
            }
        }

        impl std::ops::DerefMut for $shown {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.record
            }
        }
    )+};
}
pub(crate) use is_its_record;
