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

pub use body::{Request, RequestBody, nul_in, unknown_key};
pub use commands::{Access, CommandInfo, command_name, commands};
pub use failure::{Code, Failure};
pub use requests::{
    ById, Create, Delete, DeleteMany, ListQuery, Listing, Move, Nothing, PageOf, Seen, SortBy, Update,
    UpdateMany, UpdateSingle,
};
pub use verbs::{
    AcceptChecklist, AcceptTemplate, AccountExport, AccountExported, AddStep, AmountRead, AnchorDays,
    AnchorMoves, AnchorWanted, Answer, ApplyTemplate, Arithmetic, AttachmentExport, BackupCreate, BackupInfo,
    BackupList, BackupMade, BackupPlace, BackupRestore, BackupRestored, BackupTest, BackupTested, Baseline,
    BaselineBar, BaselineOf, BinEntry, BinPreview, BinQuery, BinWeight, BlobContent, BlobFile, BlobGet,
    BlobInfo, BlobPut, BlobSave, CalendarRegion, CalendarRegions, CalendarRegionsRequest, CalendarYear,
    CalendarYearRequest, CarriedKind, Change, CheckReport, CheckRequest, ChecklistDiff, ChecklistPreview,
    ChecklistStarted, ChecklistTemplateExport, ChecklistTemplateTaken, ChosenOutcome, CloseChecklist,
    CloseObjective, CommandPlanUpdate, Compare, CorrectSignOff, CorrectVerification, CriterionTerm,
    CriticalTasks, DateConflicts, DateRead, DatesInConflict, DaysOff, DaysOffRequest, DocumentEntry,
    DocumentFormat, DocumentKind, Draft, DraftKey, DraftText, DrawnPage, ExportRequest, Exported,
    FieldChoice, FinishWorkshop, FollowStep, Freeze, Guess, HeldMilestone, HistoryEntry, HistoryOf,
    ImportAsk, ImportChoice, ImportColumn, ImportDates, ImportEncoding, ImportKind, ImportLeftOut,
    ImportLine, ImportProblem, ImportProgress, ImportReading, ImportReport, ImportRequest, ImportRow,
    ImportWhat, IndentStep, Label, LabelsRequest, LateStep, LeftOut, LeftOutWhat, LogWarning, Logged,
    LoggedAction, MadePart, MetPerson, MoveReason, MoveStep, Moved, NamedDayOff, NamedPlace, NumberRead,
    ObjectivesMade, OfAccount, OfPlan, OfStep, OnConflict, Onboarding, OnboardingOf, Onboardings, OpenItem,
    OutcomeChoice, OutlineCriterion, OutlineInitiative, OutlineObjective, PlaceRef, PlanOutline, PlanState,
    Preference, Preview, PreviewChecklist, PreviewRequest, PreviewStep, PreviewStepChange, ReadAmount,
    ReadDate, ReadNumber, ReadTime, Reassign, Reassigned, Redaction, RunOverview, RunPortfolio, SampleReport,
    SampleRequest, SaveAsTemplate, ScheduleWorkshop, SearchHit, SearchHits, SearchPiece, SearchRequest,
    SecondPlace, ShiftApply, ShiftMany, ShiftPreview, ShiftRequest, SignVersion, SmartCheck, Source,
    StartChecklist, Step, StepChanged, StepDue, StepGuard, StepLine, StepMoveReason, StepMoved, StepMoves,
    StepVerb, StepWithReason, TakenAs, TaskRoom, TemplateDiff, TemplateExport, TemplateMade, TemplatePath,
    TemplateTaken, TemplateUsed, TickStep, TimeRead, Timeline, TimelineEntry, TimelineKind, TimelineOf,
    TimelineWhat, ToObjectives, Today, TodayCount, TodayDay, TodayItem, TodayQuery, TodayReminders,
    TodayWeekOf, TouchpointLog, TransferredAccount, TransferredKind, VerifyObjective, ViewerCheck,
    WithdrawSignOff, WithdrawVerification, WorkspaceInfo, WorkspacePath, WorkspaceStatus, learned,
    within_learned,
};
pub use view::View;
