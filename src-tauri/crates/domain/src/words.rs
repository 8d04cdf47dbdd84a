//! The words of every picklist, as the field writes them; where each is from says `docs/practice.md`, Words.
//!
//! On the wire and in the file a word is the snake_case of the term; what people read comes from the message
//! catalogue under `<list>_<word>`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use crate::columns::{Means, WordList, as_word};

/// A closed list of terms.
pub trait Word: Copy + Into<&'static str> + std::str::FromStr + VariantArray {
    /// The list.
    const LIST: WordList;

    /// The term on the wire and in the file, in snake_case.
    fn word(self) -> &'static str {
        self.into()
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(as $list:ident)? { $($(#[$attr:meta])* $variant:ident),+ $(,)? })+) => {
        /// Every list, by the name of its type.
        pub const WORD_LISTS: &[(&str, WordList)] = &[$((stringify!($name), <$name as Word>::LIST)),+];

        $($(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
            EnumString, IntoStaticStr, VariantArray, VariantNames, TS,
        )]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        #[ts(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "the variants are the field's own terms")]
        pub enum $name { $($(#[$attr])* $variant),+ }

        impl Word for $name {
            const LIST: WordList =
                WordList { name: words!(@list $name $($list)?), words: <Self as VariantNames>::VARIANTS };
        }
        as_word!($name, |word| word.word().to_owned(), Means::Word(<$name as Word>::LIST));)+
    };
    (@list $name:ident) => { stringify!($name) };
    (@list $name:ident $list:ident) => { stringify!($list) };
}

words! {
    /// Why a backup was made; `restore` is what stood where a backup was put back.
    BackupReason { #[default] Asked, Due, Import, Deletion, Restore }
    /// The service level a customer bought.
    SuccessTier { #[default] OnDemand, Essentials, Advanced, Signature }
    /// How much of the architect's attention an account gets.
    Priority { Pr1, Pr2, #[default] Pr3, Pr4 }
    /// Where an account stands in the customer journey; the last is "Optimize & Renew".
    LifecycleStage { #[default] Align, Onboard, Enable, Expand, OptimizeRenew }
    /// What the customer subscribes to.
    SubscriptionPlan { #[default] Free, Premium, Ultimate }
    /// Where the customer runs the product.
    Hosting { SelfManagedOnPrem, SmCloud, SmHybrid, #[default] GitlabCom, Dedicated }
    /// In whose machines the product runs.
    Provider { #[default] OnPrem, Aws, Gcp, Azure, GitlabCom, MultiCloud, Other }
    /// Who set the product up.
    Deployer { #[default] Customer, GitlabServices, Partner }
    /// An answer that may be unknown as long as nobody asked.
    YesNo { #[default] Yes, No }
    /// How a measure of the onboarding stands.
    MeasureState { OnTrack, Behind, Stuck, Met, Missed, #[default] Unknown }
    /// How the architect judges an account, by hand.
    AccountSentiment { #[default] Green, Yellow, Red, WillChurn }
    /// A part of the customer's tool chain.
    ToolArea { #[default] Scm, Ci, Cd, Package, Security, Monitoring, Agile }
    /// What a contact is to the account.
    Persona {
        ExecutiveSponsor, EconomicBuyer, Champion, DecisionMaker, Influencer, DevelopmentLead, SecurityLead,
        GitlabAdmin, #[default] User,
    }
    /// How a contact feels about us.
    Sentiment { Positive, #[default] Neutral, Negative }
    /// What a success plan is for.
    PlanType { #[default] RoiSuccessPlan, StageAdoption }
    /// Whether a plan is worked on.
    PlanStatus { #[default] Draft, Active, Completed, Archived }
    /// How an objective is going. Kept apart from its verifiable-outcome stage.
    ObjectiveStatus {
        #[default] NotStarted, OnTrack, Watchpoint, Concern, ClosedSuccess, ClosedLost, Closed,
    }
    /// How far an outcome is agreed and confirmed by the customer.
    VerifiableOutcomeStage { #[default] Proposed, Accepted, Delivered, Verified }
    /// What part of the platform an objective rests on.
    UseCase {
        Ai, Cd, Ci, Dedicated, DeveloperExperience, Infrastructure, #[default] Other, Plan, Scm, Security,
    }
    /// The letters of SMART.
    Smart { #[default] Specific, Measurable, Achievable, Relevant, TimeBound }
    /// How an objective ends.
    Ending { #[default] ClosedSuccess, ClosedLost, Closed }
    /// Importance of an objective or a task.
    Level { Low, #[default] Medium, High }
    /// What a criterion counts.
    CriterionKind { #[default] Number, Percent, Count, Duration, Money, YesNo }
    /// Where a criterion's readings come from.
    CriterionSource { #[default] Manual, UsageMetric }
    /// Which way a criterion improves.
    Direction { #[default] HigherIsBetter, LowerIsBetter, InRange }
    /// How an initiative is going.
    InitiativeStatus { #[default] NotStarted, OnTrack, Watchpoint, Concern, ClosedSuccess, Closed }
    /// How the customer was met, or what was noted between. Where nobody answered, nobody was met.
    TouchpointType {
        #[default] CustomerCall, InPersonMeeting, Email, Update, HealthUpdate, Ebr, Kickoff, Enablement, NoAnswer,
    }
    /// How far a workshop is.
    WorkshopState { #[default] Planned, Scheduled, Running, Done, Cancelled }
    /// How a task is going.
    TaskStatus { #[default] New, WorkInProgress, Blocked, ClosedSuccess, Closed }
    /// What a recurring task counts from one time to the next.
    RecurrenceUnit { Days, #[default] Weeks, Months }
    /// Where a day off comes from: the country's table, or somebody's own calendar.
    DayOffSource { #[default] Country, Own }
    /// Whether a checklist is worked on: complete once all that is required is done or skipped.
    ChecklistState { #[default] Running, Complete, Closed }
    /// Whether a step of a checklist is done.
    StepState { #[default] Open, Done, Skipped, Blocked }
    /// Who does a step of a checklist; called as the sides of a task are.
    StepSide as Side { #[default] Ours, Customer, Partner }
    /// Which days are counted.
    DayCount { #[default] Working, Calendar }
    /// The kinds of record that a step of a checklist can follow.
    FollowedKind { #[default] Task, Workshop, Touchpoint, Objective }
    /// Who works: we, or the customer.
    Side { #[default] Ours, Customer }
    /// Who may see it: us alone, or the customer too.
    Audience { #[default] Internal, Customer }
    /// A part of a success plan's document, in the order of its pages.
    Section { #[default] Cover, WhereWeStand, Changes, Timeline, Objectives, People, SignOff, Readings }
    /// The paper a document is set for: 210 x 297 mm, or 8.5 x 11 in.
    Paper { #[default] A4, Letter }
    /// The order of day, month and year where the user is.
    DateOrder { #[default] Dmy, Mdy, Ymd }
    /// A day of the week.
    Weekday { #[default] Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }
}

impl From<Ending> for ObjectiveStatus {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::ClosedSuccess => Self::ClosedSuccess,
            Ending::ClosedLost => Self::ClosedLost,
            Ending::Closed => Self::Closed,
        }
    }
}

impl Section {
    /// Every part.
    #[must_use]
    pub fn all() -> BTreeSet<Self> {
        <Self as VariantArray>::VARIANTS.iter().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_the_same_on_the_wire_and_in_the_file() {
        fn same<W: Word + Serialize>() {
            for &word in W::VARIANTS {
                let wire = serde_json::to_value(word).unwrap_or_default();
                assert_eq!(wire, word.word(), "the file and the wire must not drift apart");
            }
        }
        same::<Priority>();
        same::<LifecycleStage>();
        same::<PlanType>();
        same::<ObjectiveStatus>();
        same::<UseCase>();
        same::<Smart>();
        same::<Ending>();
        same::<CriterionKind>();
        same::<TaskStatus>();
        same::<TouchpointType>();
        same::<WorkshopState>();
        same::<Hosting>();
        same::<Persona>();
        same::<Paper>();
        assert_eq!(Priority::Pr1.word(), "pr1", "PR1 has no inner word boundary");
        assert_eq!(PlanType::RoiSuccessPlan.word(), "roi_success_plan", "an abbreviation is one word");
    }
}
