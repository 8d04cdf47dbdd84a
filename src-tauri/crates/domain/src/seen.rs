//! What an audience may see of records: the one way to a customer's copy.
//!
//! Owns the rule over whole records and trees of them; what each field allows is declared beside it.

use crate::words::Audience;

/// Something as its reader may see it. Only [`Seen::of`] makes it, and that drops what the declarations do not allow.
#[derive(Clone, PartialEq, Debug)]
pub struct Seen<T>(T);

impl<T: ForCustomer> Seen<T> {
    /// What `audience` may see of it; none where that is nothing.
    #[must_use]
    pub fn of(whole: T, audience: Audience) -> Option<Self> {
        match audience {
            Audience::Internal => Some(Self(whole)),
            Audience::Customer => whole.for_customer().map(Self),
        }
    }
}

impl<T> Seen<T> {
    /// What is seen.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> std::ops::Deref for Seen<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What has a copy for the customer: records, by `#[derive(Declared)]`, and what is made of them.
pub trait ForCustomer: Sized {
    /// The customer's copy. A field that is not for them gets the same value whatever it held, so that no comparison
    /// gives it away. None where they see nothing of it at all.
    fn for_customer(self) -> Option<Self>;
}

/// Whether the customer sees anything of it.
#[must_use]
pub fn is_for_customer<T: ForCustomer + Clone>(whole: &T) -> bool {
    whole.clone().for_customer().is_some()
}

impl<T: ForCustomer> ForCustomer for Vec<T> {
    fn for_customer(self) -> Option<Self> {
        Some(self.into_iter().filter_map(ForCustomer::for_customer).collect())
    }
}
