//! Requests and views of the commands that not every record has, one file per area.

mod account_transfer;
mod backup;
mod bin;
mod blob;
mod calendar;
mod checklist;
mod checklist_step;
mod command_plan;
mod document;
mod draft;
mod import;
mod import_kind;
mod journal;
mod objective;
mod onboarding;
mod outline;
mod people;
mod preference;
mod read;
mod roadmap;
mod runs;
mod sample;
mod search;
mod shift;
mod template;
mod timeline;
mod today;
mod touchpoint;
mod version;
mod workshop;
mod workspace;

pub use account_transfer::{
    AccountExport, AccountExported, CarriedKind, OpenItem, TransferredAccount, TransferredKind,
};
pub use backup::{
    BackupCreate, BackupInfo, BackupList, BackupMade, BackupPlace, BackupRestore, BackupRestored, BackupTest,
    BackupTested, SecondPlace,
};
pub use bin::{BinEntry, BinPreview, BinQuery, BinWeight};
pub use blob::{AttachmentExport, BlobContent, BlobFile, BlobGet, BlobInfo, BlobPut, BlobSave};
pub use calendar::{
    CalendarRegion, CalendarRegions, CalendarRegionsRequest, CalendarYear, CalendarYearRequest,
};
pub use checklist::{
    AcceptChecklist, AnchorDays, AnchorMoves, AnchorWanted, ChecklistDiff, ChecklistPreview,
    ChecklistStarted, CloseChecklist, PreviewChecklist, PreviewStep, StartChecklist,
};
pub use checklist_step::{
    AddStep, FollowStep, IndentStep, MoveStep, OfStep, PreviewStepChange, StepChanged, StepDue, StepLine,
    StepMoveReason, StepMoved, StepMoves, StepVerb, StepWithReason, TickStep,
};
pub use command_plan::{
    ChosenOutcome, CommandPlanUpdate, ObjectivesMade, OfAccount, OutcomeChoice, ToObjectives,
};
pub use document::{
    DocumentEntry, DocumentFormat, DocumentKind, DrawnPage, ExportRequest, Exported, Label, LabelsRequest,
    LeftOut, LeftOutWhat, Preview, PreviewRequest, Redaction,
};
pub use draft::{Draft, DraftKey, DraftText};
pub use import::{
    FieldChoice, ImportAsk, ImportChoice, ImportColumn, ImportDates, ImportEncoding, ImportLeftOut,
    ImportLine, ImportProblem, ImportProgress, ImportReading, ImportReport, ImportRequest, ImportRow,
    ImportWhat, OnConflict,
};
pub use import_kind::ImportKind;
pub use journal::{Change, HistoryEntry, HistoryOf, Source, Step, StepGuard};
pub use objective::{
    Arithmetic, CloseObjective, CorrectVerification, CriterionTerm, SmartCheck, VerifyObjective, ViewerCheck,
    WithdrawVerification,
};
pub use onboarding::{Onboarding, OnboardingOf, Onboardings};
pub use outline::{OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline};
pub use people::{NamedPlace, PlaceRef, Reassign, Reassigned};
pub use preference::Preference;
pub use read::{AmountRead, DateRead, NumberRead, ReadAmount, ReadDate, ReadNumber, ReadTime, TimeRead};
pub use roadmap::{
    CriticalTasks, DateConflicts, DatesInConflict, DaysOff, DaysOffRequest, NamedDayOff, TaskRoom,
};
pub use runs::{LateStep, RunOverview, RunPortfolio};
pub use sample::{SampleReport, SampleRequest};
pub use search::{SearchHit, SearchHits, SearchPiece, SearchRequest};
pub use shift::{HeldMilestone, MoveReason, Moved, ShiftApply, ShiftMany, ShiftPreview, ShiftRequest};
pub use template::{
    AcceptTemplate, ApplyTemplate, ChecklistTemplateExport, ChecklistTemplateTaken, MadePart, OfPlan,
    SaveAsTemplate, TakenAs, TemplateDiff, TemplateExport, TemplateMade, TemplatePath, TemplateTaken,
    TemplateUsed,
};
pub use timeline::{Timeline, TimelineEntry, TimelineKind, TimelineOf, TimelineWhat};
pub use today::{Today, TodayCount, TodayDay, TodayItem, TodayQuery, TodayReminders, TodayWeekOf};
pub use touchpoint::{LogWarning, Logged, LoggedAction, MetPerson, TouchpointLog, learned, within_learned};
pub use version::{
    Baseline, BaselineBar, BaselineOf, Compare, CorrectSignOff, Freeze, PlanState, SignVersion,
    WithdrawSignOff,
};
pub use workshop::{FinishWorkshop, ScheduleWorkshop};
pub use workspace::{
    Answer, CheckReport, CheckRequest, Guess, WorkspaceInfo, WorkspacePath, WorkspaceStatus,
};
