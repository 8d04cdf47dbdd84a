//! A record as it is shown: what is stored, and what is computed from it.

use cairn_domain::{ForCustomer, Record, Stored};
use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS, TypeVisitor};

/// A stored record with its computed fields, in one flat object.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct View<R: Record> {
    /// Header and fields.
    #[serde(flatten)]
    pub stored: Stored<R>,
    /// Computed, never stored.
    #[serde(flatten)]
    pub derived: R::Derived,
}

impl<R: Record> ForCustomer for View<R> {
    fn for_customer(self) -> Option<Self> {
        Some(Self { stored: self.stored.for_customer()?, ..self })
    }
}

impl<R: Record> TS for View<R> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(cfg: &Config) -> String {
        format!("Stored<{}, {}, {}>", R::Id::name(cfg), R::name(cfg), R::Derived::name(cfg))
    }

    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }

    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<R::Id>();
        visitor.visit::<R>();
        visitor.visit::<R::Derived>();
    }
}
