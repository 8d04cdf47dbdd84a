//! The wire: what crosses every door, declared once.
//!
//! Owns the command list, requests, views, the result of a list, error codes, and the TypeScript that is
//! generated from them. Deliberately runs nothing: the bodies live in `app`.

pub mod bindings;
mod body;
mod commands;
mod failure;
mod requests;
mod verbs;
mod view;

pub use body::{Request, RequestBody, unknown_key};
pub use commands::{Access, CommandInfo, command_name, commands};
pub use failure::{Code, Failure};
pub use requests::{
    ById, Create, Delete, DeleteMany, ListQuery, Listing, Move, Nothing, PageOf, Seen, SortBy, Update,
    UpdateMany, UpdateSingle,
};
pub use verbs::{
    AcceptTemplate, Answer, ApplyTemplate, Arithmetic, AttachmentExport, Baseline, BaselineBar, BaselineOf,
    BlobContent, BlobFile, BlobGet, BlobInfo, BlobPut, CalendarYear, CalendarYearRequest, Change,
    CheckReport, CheckRequest, ChosenOutcome, CloseObjective, CommandPlanUpdate, Compare, CriterionTerm,
    CriticalTasks, DaysOff, DaysOffRequest, DocumentFormat, DocumentKind, Draft, DraftKey, DraftText,
    DrawnPage, ExportRequest, Exported, FinishWorkshop, Freeze, Guess, HandOver, HandedOver, HeldMilestone,
    HistoryEntry, HistoryOf, ImportKind, ImportLine, ImportProblem, ImportReport, ImportRequest, ImportWhat,
    Label, LabelsRequest, LeftOut, LeftOutWhat, LogWarning, Logged, LoggedAction, MadePart, MoveReason,
    Moved, NamedPlace, ObjectivesMade, OfAccount, OfPlan, OnConflict, OutcomeChoice, OutlineCriterion,
    OutlineInitiative, OutlineObjective, PlaceRef, PlanOutline, PlanState, Preference, Preview,
    PreviewRequest, Redaction, SampleReport, SampleRequest, SaveAsTemplate, ScheduleWorkshop, SearchHit,
    SearchHits, SearchPiece, SearchRequest, ShiftApply, ShiftMany, ShiftPreview, ShiftRequest, SignVersion,
    SmartCheck, Source, Step, StepGuard, TakenAs, TaskRoom, TemplateDiff, TemplateExport, TemplateMade,
    TemplatePath, TemplateTaken, TemplateUsed, Timeline, TimelineEntry, TimelineKind, TimelineOf,
    TimelineWhat, ToObjectives, TouchpointLog, VerifyObjective, ViewerCheck, WorkspaceInfo, WorkspacePath,
    WorkspaceStatus,
};
pub use view::View;
