//! Record ids: UUIDv7 in a type of their own per record, so that ids of two records cannot be swapped.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS};
use uuid::Uuid;

use crate::{
    Kind,
    columns::{Means, as_word},
};

/// What every record id can do, whatever record it names.
pub trait RecordId: Copy + Eq + Ord + fmt::Debug + fmt::Display + FromStr + Send + Sync + 'static {
    /// The kind of record that it names.
    const KIND: Kind;

    /// The id around a UUID.
    fn from_uuid(id: Uuid) -> Self;
    /// The UUID inside.
    fn uuid(self) -> Uuid;
}

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident of $kind:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl RecordId for $name {
            const KIND: Kind = Kind::$kind;

            fn from_uuid(id: Uuid) -> Self {
                Self(id)
            }
            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        as_word!($name, ToString::to_string, Means::Record(Kind::$kind));

        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(_: &Config) -> String {
                stringify!($name).into()
            }
            fn inline(_: &Config) -> String {
                concat!("string & { readonly __brand: \"", stringify!($name), "\" }").into()
            }
            fn decl(cfg: &Config) -> String {
                format!("type {} = {};", Self::name(cfg), Self::inline(cfg))
            }
            fn decl_concrete(cfg: &Config) -> String {
                Self::decl(cfg)
            }
            fn output_path() -> Option<std::path::PathBuf> {
                Some("wire.ts".into())
            }
        }
    )+};
}

record_ids! {
    /// Names one account.
    AccountId of Account,
    /// Names one attachment.
    AttachmentId of Attachment,
    /// Names the workspace's own brand.
    BrandId of Brand,
    /// Names one checklist.
    ChecklistId of Checklist,
    /// Names one step of a checklist.
    ChecklistStepId of ChecklistStep,
    /// Names one template of a checklist.
    ChecklistTemplateId of ChecklistTemplate,
    /// Names one contact.
    ContactId of Contact,
    /// Names one touchpoint.
    TouchpointId of Touchpoint,
    /// Names one workshop.
    WorkshopId of Workshop,
    /// Names the command plan of an account.
    CommandPlanId of CommandPlan,
    /// Names one success plan.
    PlanId of Plan,
    /// Names one version of a plan.
    PlanVersionId of PlanVersion,
    /// Names one sign-off.
    SignOffId of SignOff,
    /// Names one dependency.
    DependencyId of Dependency,
    /// Names one objective.
    ObjectiveId of Objective,
    /// Names one success criterion.
    CriterionId of Criterion,
    /// Names one reading.
    ReadingId of Reading,
    /// Names one initiative.
    InitiativeId of Initiative,
    /// Names one task.
    TaskId of Task,
    /// Names one template.
    TemplateId of Template,
    /// Names one use of a template.
    TemplateUseId of TemplateUse,
    /// Names the workspace's own user.
    MeId of Me,
}
