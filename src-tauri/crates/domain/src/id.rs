//! Record ids: UUIDv7 in a type of their own per record, so that ids of two records cannot be swapped.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS};
use uuid::Uuid;

use crate::columns::as_word;

/// What every record id can do, whatever record it names.
pub trait RecordId: Copy + Eq + Ord + fmt::Debug + fmt::Display + FromStr + Send + Sync + 'static {
    /// The id around a UUID.
    fn from_uuid(id: Uuid) -> Self;
    /// The UUID inside.
    fn uuid(self) -> Uuid;
}

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl RecordId for $name {
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

        as_word!($name, ToString::to_string);

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
    AccountId,
    /// Names one attachment.
    AttachmentId,
    /// Names the workspace's own brand.
    BrandId,
    /// Names one checklist.
    ChecklistId,
    /// Names one step of a checklist.
    ChecklistStepId,
    /// Names one template of a checklist.
    ChecklistTemplateId,
    /// Names one contact.
    ContactId,
    /// Names one touchpoint.
    TouchpointId,
    /// Names one workshop.
    WorkshopId,
    /// Names the command plan of an account.
    CommandPlanId,
    /// Names one success plan.
    PlanId,
    /// Names one version of a plan.
    PlanVersionId,
    /// Names one sign-off.
    SignOffId,
    /// Names one dependency.
    DependencyId,
    /// Names one objective.
    ObjectiveId,
    /// Names one success criterion.
    CriterionId,
    /// Names one reading.
    ReadingId,
    /// Names one initiative.
    InitiativeId,
    /// Names one task.
    TaskId,
    /// Names one template.
    TemplateId,
    /// Names one use of a template.
    TemplateUseId,
    /// Names the workspace's own user.
    MeId,
}
