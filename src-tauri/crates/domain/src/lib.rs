//! The domain: what a customer success architect works with, and the rules that hold for it.
//!
//! Owns the records, their value types, the words of every picklist, the checks of a single record and the
//! formulas of progress. Deliberately knows no file, no clock, no database, no window: dates that mean
//! "today" come in as arguments.

mod account;
mod attachment;
mod blob;
mod brand;
mod calendar;
mod cascade;
mod checklist;
mod columns;
mod command_plan;
mod comparison;
mod contact;
mod criterion;
mod critical;
mod declared;
mod dependency;
mod fields;
mod fingerprint;
pub mod gitlab;
mod holidays;
mod home;
mod id;
mod initiative;
mod kind;
mod markdown;
mod me;
mod money;
mod named;
mod number;
mod objective;
mod onboarding;
mod outcome;
mod own_holiday;
mod place;
mod plan;
mod plan_content;
mod plan_version;
mod position;
mod problem;
mod progress;
mod projection;
pub mod read;
mod reading;
mod record;
mod recurrence;
mod regions;
pub mod runs;
mod seen;
mod sign_off;
mod state;
mod task;
mod template;
mod text;
pub mod today;
mod touchpoint;
mod words;
mod workbook;
mod workshop;

pub use account::{Account, Link, TeamMember, ToolUse};
pub use attachment::Attachment;
pub use blob::{BLOB_MAX, Blob, Hash};
pub use brand::Brand;
pub use calendar::WorkingCalendar;
pub use cascade::{
    Bar, Calendars, Cascade, DateConflict, Held, Shift, TaskLink, Wish, cascade, cascade_of, closed_loop,
    date_conflicts, wish_by,
};
pub use checklist::{
    ANCHOR_YEARS, ANCHORS, Checklist, ChecklistPhase, ChecklistStep, ChecklistTemplate, Forecast, Offset,
    OffsetFrom, PhaseProgress, Standing, StepDate, StepFile, StepLink, StepStanding, TemplateAnchor,
    TemplatePhase, TemplateStep, anchor_range, check_anchors, check_step_order, checklist_part, hanging_on,
    outline, step_dates, step_of, step_standings,
};
pub use columns::{AsRow, Cell, Column, Columns, Holds, Means, NotReadable, WordList};
pub use command_plan::{CommandPlan, CriterionLink, LinkChange, OutcomeLink, Taken, TakenLine, TakenOutcome};
pub use comparison::{ChangeCounts, ChangeWhat, Comparison, FieldChange, RecordChange, compare};
pub use contact::Contact;
pub use criterion::{Criterion, InterimTarget, Latest, Measure, NextInterim};
pub use critical::{CriticalPath, Slack, critical_path};
pub use declared::{Called, Customer, Declared, Edit, Field, Read, Sort, Text, Texts};
pub use dependency::Dependency;
pub use fields::{fields_of, is_prose, whole_of};
pub use fingerprint::fingerprint;
pub use holidays::{HOLIDAY_YEARS, check_region, holiday_regions, holidays};
pub use home::{Home, Homed};
pub use id::{
    AccountId, AttachmentId, BrandId, ChecklistId, ChecklistStepId, ChecklistTemplateId, CommandPlanId,
    ContactId, CriterionId, DependencyId, InitiativeId, MeId, ObjectiveId, PlanId, PlanVersionId, ReadingId,
    RecordId, SignOffId, TaskId, TemplateId, TemplateUseId, TouchpointId, WorkshopId,
};
pub use initiative::Initiative;
pub use iso_currency::Currency;
pub use kind::Kind;
pub use markdown::{MarkdownFact, MarkdownSection, markdown_facts, markdown_sections};
pub use me::{Leave, Me};
pub use money::Money;
pub use named::NamesCustomers;
pub use number::NUMBER_MAX;
pub use objective::{Objective, PastConfirmation};
pub use onboarding::{MeasureFact, Measured, Measures, OnboardingFacts, OnboardingTargets, measures};
pub use outcome::SmartHint;
pub use own_holiday::{CalendarDay, OwnHoliday, calendar_year, days_off};
pub use place::{Country, Region, Zone};
pub use plan::{Approver, Plan};
pub use plan_content::{Entry, PLAN_CONTENT_TYPE, PlanContent};
pub use plan_version::{PlanVersion, Signing};
pub use position::Position;
pub use problem::{Problem, Reason};
pub use progress::{
    Progress, TaskCount, Term, criterion_progress, outcome_progress, outcome_terms, plan_progress,
    work_progress,
};
pub use projection::{next_interim, projected};
pub use reading::Reading;
pub use record::{Bare, Record, Stored};
pub use recurrence::Recurrence;
pub use regions::parts_of;
pub use seen::{ForCustomer, Seen, is_for_customer};
pub use sign_off::{SignEntry, SignOff};
pub use state::{State, StatesOf, states_of};
pub use task::Task;
pub use template::{
    After, Condition, ConditionField, ConditionValue, Fields, LeftOutPart, LeftOutWhy, Live, PLAN_KEY, Part,
    PartId, Profile, Steps, Template, TemplateContent, TemplateCriterion, TemplateInitiative, TemplateLine,
    TemplateObjective, TemplateOrigin, TemplateTask, TemplateUse, TemplateWhat, differences, handled,
    with_dates, with_needed,
};
pub use text::{NAME_MAX, TEXT_MAX, folded, is_same, loosened};
pub use touchpoint::{LastMet, LastTouch, Touchpoint, cadence};
pub use words::{
    AccountSentiment, Audience, BackupReason, ChecklistState, CriterionKind, CriterionSource, DateOrder,
    DayCount, DayOffSource, Deployer, Direction, Ending, FollowedKind, Hosting, InitiativeStatus, Level,
    LifecycleStage, MeasureState, ObjectiveStatus, Paper, Persona, PlanStatus, PlanType, Priority, Provider,
    RecurrenceUnit, Section, Sentiment, Side, Smart, StepSide, StepState, SubscriptionPlan, SuccessTier,
    TaskStatus, ToolArea, TouchpointType, UseCase, VerifiableOutcomeStage, WORD_LISTS, Weekday, Word,
    WorkshopState, YesNo,
};
pub use workbook::{CHECKLIST_SHEETS, PLAN_SHEETS, SheetCell, SheetColumn, WorkbookSheet, sheet_columns};
pub use workshop::Workshop;
