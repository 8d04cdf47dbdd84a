//! What is declared of the fields of every kind.

use crate::{
    declared::{Customer, Declared, Field, Sort},
    kind::Kind,
};

macro_rules! by_kind {
    ($($record:ident),+ $(,)?) => {
        /// What is declared of the fields of a kind, in their order.
        #[must_use]
        pub fn fields_of(kind: Kind) -> &'static [Field] {
            match kind {
                $(Kind::$record => <crate::$record as Declared>::FIELDS,)+
            }
        }

        /// Who on the customer's side sees anything of a record of a kind.
        #[must_use]
        pub fn whole_of(kind: Kind) -> Customer {
            match kind {
                $(Kind::$record => <crate::$record as Declared>::WHOLE,)+
            }
        }
    };
}
by_kind!(
    Me,
    Brand,
    Account,
    Contact,
    Touchpoint,
    Workshop,
    CommandPlan,
    Plan,
    PlanVersion,
    SignOff,
    Objective,
    Criterion,
    Reading,
    Initiative,
    Task,
    Dependency,
    Attachment,
    Template,
    TemplateUse,
    ChecklistTemplate,
    Checklist,
    ChecklistStep,
);

/// Whether a field of a kind holds prose.
#[must_use]
pub fn is_prose(kind: Kind, field: &str) -> bool {
    fields_of(kind).iter().any(|one| one.name == field && one.sort == Sort::Prose)
}
