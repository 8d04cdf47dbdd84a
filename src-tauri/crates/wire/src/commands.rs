//! The command list: the one place where a command is declared. Every door is made from it.

use cairn_domain::{
    Account, Attachment, Brand, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Comparison,
    Contact, Criterion, Dependency, Initiative, Kind, Me, Objective, OnboardingTargets, Plan, PlanVersion,
    Reading, Task, Template, Touchpoint, Workshop,
};
use serde::{Deserialize, Serialize};
use strum::VariantArray as _;
use ts_rs::{Config, TS};

use crate::{requests::*, verbs::*, view::View};

/// Hands the whole list to a macro of the caller: `with_commands!(callback)`.
///
/// `records` have the commands `create get list update delete restore` and, for several at once as one step,
/// `update_many delete_many`; the kinds in brackets are what their views are computed from. `ordered` are the
/// records that can be moved among their siblings. `verbs` are all others: access, name, body, request,
/// result, kinds read, which may be `[All]`.
#[macro_export]
macro_rules! with_commands {
    ($callback:ident) => {
        $callback! {
            records {
                account: Account [Account, Touchpoint, Workshop];
                contact: Contact [Contact, Touchpoint, Workshop];
                touchpoint: Touchpoint [Touchpoint];
                workshop: Workshop [Workshop];
                plan: Plan [Plan, Objective, Criterion, Reading, Initiative, Task];
                objective: Objective [Objective, Criterion, Reading, Initiative, Task];
                criterion: Criterion [Criterion, Reading];
                reading: Reading [Reading];
                initiative: Initiative [Initiative];
                task: Task [Task];
                dependency: Dependency [Dependency];
                attachment: Attachment [Attachment];
                checklist: Checklist [Checklist, ChecklistStep];
                checklist_step: ChecklistStep [Me, Account, Checklist, ChecklistStep];
            }
            ordered {
                objective: Objective;
                criterion: Criterion;
                initiative: Initiative;
                task: Task;
            }
            verbs {
                read "me.get": single::get(Nothing) -> View<Me> [Me];
                write "me.update": single::update(UpdateSingle<Me>) -> View<Me> [];
                read "brand.get": single::get(Nothing) -> View<Brand> [Brand];
                write "brand.update": single::update(UpdateSingle<Brand>) -> View<Brand> [];
                read "read.date": read::date(ReadDate) -> DateRead [Me];
                read "read.number": read::number(ReadNumber) -> NumberRead [];
                read "read.amount": read::amount(ReadAmount) -> AmountRead [];
                read "read.time": read::time(ReadTime) -> TimeRead [];
                read "search": search::search(SearchRequest) -> SearchHits [All];
                write "blob.put": blob::put(BlobPut) -> BlobInfo [];
                read "blob.get": blob::get(BlobGet) -> BlobContent [];
                read "blob.save": blob::save(BlobSave) -> BlobFile [];
                read "attachment.export": blob::export(AttachmentExport) -> BlobFile [];
                write "sample.add": sample::add(SampleRequest) -> SampleReport [];
                write "sample.remove": sample::remove(Nothing) -> SampleReport [];
                read "preference.list": preference::list(Nothing) -> Vec<Preference> [];
                write "preference.save": preference::save(Preference) -> Preference [];
                read "command_plan.get": command_plan::get(OfAccount) -> View<CommandPlan>
                    [CommandPlan, Plan, Objective, Criterion];
                write "command_plan.update": command_plan::update(CommandPlanUpdate) -> View<CommandPlan> [];
                write "command_plan.to_objectives": command_plan::to_objectives(ToObjectives) -> ObjectivesMade [];
                write "objective.verify": objective::verify(VerifyObjective) -> View<Objective> [];
                write "objective.withdraw_verification": objective::withdraw(WithdrawVerification) -> View<Objective> [];
                write "objective.correct_verification": objective::correct(CorrectVerification) -> View<Objective> [];
                write "objective.close": objective::close(CloseObjective) -> View<Objective> [];
                read "objective.viewer_check": objective::viewer_check(ById<Objective>) -> ViewerCheck
                    [Objective, Criterion];
                read "objective.smart_check": objective::smart_check(ById<Objective>) -> SmartCheck
                    [Objective, Criterion, Initiative];
                write "plan.freeze": version::freeze(Freeze) -> View<PlanVersion> [];
                read "plan_version.list": crud::list(ListQuery) -> Listing<View<PlanVersion>> [Plan, PlanVersion, SignOff];
                read "plan_version.get": crud::get(ById<PlanVersion>) -> View<PlanVersion> [Plan, PlanVersion, SignOff];
                write "plan_version.update": crud::update(Update<PlanVersion>) -> View<PlanVersion> [];
                write "plan_version.delete": version::delete(Delete<PlanVersion>) -> View<PlanVersion> [];
                write "plan_version.restore": crud::restore(ById<PlanVersion>) -> View<PlanVersion> [];
                write "plan.sign_off": version::sign_off(SignVersion) -> View<PlanVersion> [];
                write "sign_off.withdraw": version::withdraw(WithdrawSignOff) -> View<PlanVersion> [];
                write "sign_off.correct": version::correct(CorrectSignOff) -> View<PlanVersion> [];
                read "plan.compare": version::compare(Compare) -> Comparison
                    [Plan, PlanVersion, Objective, Criterion, Reading, Initiative, Task, Dependency];
                read "plan.baseline": version::baseline(BaselineOf) -> Baseline [PlanVersion];
                read "objective.arithmetic": objective::arithmetic(ById<Objective>) -> Arithmetic
                    [Objective, Criterion, Reading, Initiative, Task];
                write "touchpoint.log": touchpoint::log(TouchpointLog) -> Logged [];
                write "workshop.schedule": workshop::schedule(ScheduleWorkshop) -> View<Workshop> [];
                write "workshop.done": workshop::done(FinishWorkshop) -> View<Workshop> [];
                read "onboarding.handbook": onboarding::handbook(Nothing) -> OnboardingTargets [];
                read "onboarding.measures": onboarding::measures(OnboardingOf) -> Onboardings
                    [Me, Account, Touchpoint, Workshop, Checklist, ChecklistStep];
                read "account.timeline": timeline::timeline(TimelineOf) -> Timeline
                    [Me, Account, Contact, Touchpoint, Workshop, Plan, Objective, Criterion, Reading, Initiative, Task,
                    Checklist, ChecklistStep];
                read "calendar.year": calendar::year(CalendarYearRequest) -> CalendarYear [Me, Account];
                read "calendar.regions": calendar::regions(CalendarRegionsRequest) -> CalendarRegions [];
                read "account.tasks": agreed::tasks(OfAccount) -> Vec<View<Task>> [Task, Touchpoint, Workshop];
                read "contact.places": people::places(OfAccount) -> Vec<NamedPlace>
                    [Contact, Touchpoint, Workshop, Plan, Objective, Initiative, Task, Checklist, ChecklistStep];
                write "contact.hand_over": people::reassign(Reassign) -> Reassigned [];
                read "today.list": today::list(TodayQuery) -> Today
                    [Me, Account, Contact, Touchpoint, Workshop, Plan, Objective, Criterion, Reading, Initiative, Task, Dependency, Checklist, ChecklistStep];
                read "today.count": today::count(Nothing) -> TodayCount
                    [Me, Account, Touchpoint, Workshop, Plan, Objective, Initiative, Task, Checklist, ChecklistStep];
                read "today.week": today::week(TodayWeekOf) -> Vec<TodayDay>
                    [Me, Account, Touchpoint, Workshop, Plan, Objective, Initiative, Task, Dependency, Checklist, ChecklistStep];
                read "today.reminders": today::reminders(Nothing) -> TodayReminders
                    [Me, Account, Touchpoint, Workshop, Plan, Objective, Initiative, Task, Dependency, Checklist, ChecklistStep];
                read "onboarding.portfolio": runs::portfolio(Nothing) -> RunPortfolio
                    [Me, Account, Touchpoint, Workshop, Checklist, ChecklistStep];
                read "plan.outline": plan::outline(ById<Plan>) -> PlanOutline
                    [Account, Contact, Touchpoint, Workshop, Plan, Objective, Criterion, Reading, Initiative, Task, Dependency];
                read "plan.preview_shift": shift::preview(ShiftRequest) -> ShiftPreview
                    [Me, Account, Plan, Objective, Initiative, Task, Dependency];
                write "plan.shift": shift::apply(ShiftApply) -> ShiftPreview [];
                read "plan.preview_shift_many": shift::preview_many(ShiftMany) -> ShiftPreview
                    [Me, Account, Plan, Objective, Initiative, Task, Dependency];
                write "plan.shift_many": shift::apply_many(ShiftMany) -> ShiftPreview [];
                read "plan.critical_path": roadmap::critical(ById<Plan>) -> CriticalTasks
                    [Me, Account, Plan, Objective, Initiative, Task, Dependency];
                read "plan.date_conflicts": roadmap::conflicts(ById<Plan>) -> DateConflicts
                    [Me, Account, Plan, Objective, Initiative, Task, Dependency];
                read "plan.days_off": roadmap::days_off(DaysOffRequest) -> DaysOff [Me, Account, Plan];
                read "template.list": library::list(ListQuery) -> Listing<View<Template>> [Template];
                read "template.get": library::get(ById<Template>) -> View<Template> [Template];
                write "template.create": library::create(Create<Template>) -> View<Template> [];
                write "template.update": library::update(Update<Template>) -> View<Template> [];
                write "template.delete": library::delete(Delete<Template>) -> View<Template> [];
                write "template.restore": library::restore(ById<Template>) -> View<Template> [];
                read "template.preview": template::preview(ApplyTemplate) -> TemplateMade
                    [Me, Account, Plan, Objective, Template];
                write "template.apply": template::apply(ApplyTemplate) -> TemplateMade [];
                read "template.diff": template::diff(OfPlan) -> TemplateDiff
                    [Me, Account, Plan, Objective, Criterion, Initiative, Task, Dependency, Template, TemplateUse, ChecklistTemplate, Checklist, ChecklistStep];
                write "template.accept": template::accept(AcceptTemplate) -> TemplateDiff [];
                write "plan.save_as_template": template::save(SaveAsTemplate) -> View<Template> [];
                read "template.export": template::export(TemplateExport) -> TemplatePath [];
                write "template.import": template::import(TemplatePath) -> TemplateTaken [];
                read "checklist_template.list": library::list(ListQuery) -> Listing<View<ChecklistTemplate>>
                    [ChecklistTemplate];
                read "checklist_template.get": library::get(ById<ChecklistTemplate>) -> View<ChecklistTemplate>
                    [ChecklistTemplate];
                write "checklist_template.create": library::create(Create<ChecklistTemplate>) -> View<ChecklistTemplate> [];
                write "checklist_template.update": library::update(Update<ChecklistTemplate>) -> View<ChecklistTemplate> [];
                write "checklist_template.delete": library::delete(Delete<ChecklistTemplate>) -> View<ChecklistTemplate> [];
                write "checklist_template.restore": library::restore(ById<ChecklistTemplate>) -> View<ChecklistTemplate> [];
                read "checklist_template.preview": checklist::preview(PreviewChecklist) -> ChecklistPreview
                    [Me, Account, Plan, Objective, ChecklistTemplate, Checklist];
                read "checklist_template.export": checklist::export(ChecklistTemplateExport) -> TemplatePath [];
                write "checklist_template.import": checklist::import(TemplatePath) -> ChecklistTemplateTaken [];
                write "checklist.start": checklist::start(StartChecklist) -> ChecklistStarted [];
                write "checklist.tick": checklist::tick(TickStep) -> StepChanged [];
                read "checklist.preview_change": checklist::preview_change(PreviewStepChange) -> StepMoves
                    [Me, Account, Contact, Checklist, ChecklistStep];
                read "checklist.preview_step": checklist::preview_step(Update<ChecklistStep>) -> StepMoves
                    [Me, Account, Contact, Checklist, ChecklistStep];
                read "checklist.preview_remove": checklist::preview_remove(OfStep) -> StepMoves
                    [Me, Account, Checklist, ChecklistStep];
                write "checklist.skip": checklist::skip(StepWithReason) -> StepChanged [];
                write "checklist.block": checklist::block(StepWithReason) -> StepChanged [];
                write "checklist.reopen": checklist::reopen(OfStep) -> StepChanged [];
                write "checklist.set_due": checklist::set_due(StepDue) -> StepChanged [];
                write "checklist.add_step": checklist::add_step(AddStep) -> View<ChecklistStep> [];
                write "checklist.move_step": checklist::move_step(MoveStep) -> View<ChecklistStep> [];
                write "checklist.indent_step": checklist::indent_step(IndentStep) -> View<ChecklistStep> [];
                read "checklist.preview_anchor": checklist::preview_anchor(AnchorDays) -> AnchorMoves
                    [Me, Account, Checklist, ChecklistStep, ChecklistTemplate];
                write "checklist.set_anchor": checklist::set_anchor(AnchorDays) -> AnchorMoves [];
                read "checklist.preview_follow": checklist::preview_follow(FollowStep) -> StepMoves
                    [Me, Account, Task, Objective, Workshop, Touchpoint, Checklist, ChecklistStep];
                write "checklist.follow": checklist::follow(FollowStep) -> StepChanged [];
                write "checklist.close": checklist::close(CloseChecklist) -> View<Checklist> [];
                read "checklist.diff": checklist::diff(ById<Checklist>) -> ChecklistDiff
                    [Account, Plan, Objective, Checklist, ChecklistStep, ChecklistTemplate];
                read "checklist.preview_accept": checklist::preview_accept(AcceptChecklist) -> StepMoves
                    [Me, Account, Plan, Objective, Checklist, ChecklistStep, ChecklistTemplate];
                write "checklist.accept": checklist::accept(AcceptChecklist) -> ChecklistDiff [];
                write "undo": journal::undo(StepGuard) -> Step [];
                write "redo": journal::redo(StepGuard) -> Step [];
                read "bin.list": bin::list(BinQuery) -> Listing<BinEntry> [All];
                read "bin.preview": bin::preview(BinPreview) -> BinWeight [All];
                read "history": journal::history(HistoryOf) -> Vec<HistoryEntry> [All];
                read "draft.list": draft::list(Nothing) -> Vec<Draft> [];
                write "draft.save": draft::save(DraftText) -> Draft [];
                write "draft.drop": draft::drop(DraftKey) -> Nothing [];
                read "document.export": document::export(ExportRequest) -> Exported [];
                read "document.preview": document::preview(PreviewRequest) -> Preview
                    [Me, Brand, Account, Contact, CommandPlan, Plan, PlanVersion, SignOff, Objective, Criterion, Reading, Initiative, Task, Dependency, Attachment, Touchpoint, Checklist, ChecklistStep];
                read "document.labels": document::labels(LabelsRequest) -> Vec<Label> [Brand];
                read "account.export": account_transfer::export(AccountExport) -> AccountExported [];
                read "import.preview": import::preview(ImportRequest) -> ImportReport [All];
                write "import.apply": import::apply(ImportRequest) -> ImportReport [];
                read "import.progress": import::progress(Nothing) -> ImportProgress [];
                read "import.cancel": import::cancel(Nothing) -> ImportProgress [];
                read "workspace.status": workspace::status(Nothing) -> WorkspaceStatus [All];
                write "workspace.create": workspace::create(WorkspacePath) -> WorkspaceStatus [];
                write "workspace.open": workspace::open(WorkspacePath) -> WorkspaceStatus [];
                read "backup.list": backup::list(Nothing) -> BackupList [];
                read "backup.create": backup::create(BackupCreate) -> BackupMade [];
                read "backup.test": backup::test(BackupTest) -> BackupTested [];
                write "backup.second_place": backup::second_place(BackupPlace) -> BackupList [];
                write "backup.restore": backup::restore(BackupRestore) -> BackupRestored [];
                write "workspace.check": workspace::check(CheckRequest) -> CheckReport [];
            }
        }
    };
}

/// What a command does to the workspace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Changes nothing in the workspace.
    Read,
    /// Changes something: records as one operation that can be undone, or what is kept beside them.
    Write,
}

/// One command of the list.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CommandInfo {
    /// `record.verb`.
    pub name: &'static str,
    /// The request's type in TypeScript.
    pub request: String,
    /// The result's type in TypeScript.
    pub result: String,
    /// What it does to the workspace.
    pub access: Access,
    /// The kinds of record its result is made from.
    pub reads: &'static [Kind],
}

macro_rules! access {
    (read) => {
        Access::Read
    };
    (write) => {
        Access::Write
    };
}

macro_rules! reads {
    (All) => {
        Kind::VARIANTS
    };
    ($($read:ident),*) => {
        &[$(Kind::$read),*]
    };
}

macro_rules! list {
    (
        records { $($area:ident: $record:ident [$($of:ident),*];)+ }
        ordered { $($place:ident: $moved:ident;)+ }
        verbs { $($access:ident $name:literal: $module:ident::$verb:ident($request:ty) -> $result:ty [$($read:ident),*];)+ }
    ) => {
        /// Every command, records first.
        #[must_use]
        pub fn commands() -> Vec<CommandInfo> {
            let cfg = Config::default();
            let mut list = Vec::new();
            $({
                const READS: &[Kind] = reads!($($of),*);
                let mut add = |name, request: String, result: String, access| {
                    list.push(CommandInfo { name, request, result, access, reads: READS });
                };
                let view = || View::<$record>::name(&cfg);
                let listing = Listing::<View<$record>>::name(&cfg);
                add(concat!(stringify!($area), ".create"), Create::<$record>::name(&cfg), view(), Access::Write);
                add(concat!(stringify!($area), ".get"), ById::<$record>::name(&cfg), view(), Access::Read);
                add(concat!(stringify!($area), ".list"), ListQuery::name(&cfg), listing, Access::Read);
                add(concat!(stringify!($area), ".update"), Update::<$record>::name(&cfg), view(), Access::Write);
                add(concat!(stringify!($area), ".delete"), Delete::<$record>::name(&cfg), view(), Access::Write);
                add(concat!(stringify!($area), ".restore"), ById::<$record>::name(&cfg), view(), Access::Write);
                let views = || Vec::<View<$record>>::name(&cfg);
                add(
                    concat!(stringify!($area), ".update_many"),
                    UpdateMany::<$record>::name(&cfg),
                    views(),
                    Access::Write,
                );
                add(
                    concat!(stringify!($area), ".delete_many"),
                    DeleteMany::<$record>::name(&cfg),
                    views(),
                    Access::Write,
                );
            })+
            $(list.push(CommandInfo {
                name: concat!(stringify!($place), ".move"),
                request: Move::<$moved>::name(&cfg),
                result: View::<$moved>::name(&cfg),
                access: Access::Write,
                reads: &[],
            });)+
            $(list.push(CommandInfo {
                name: $name,
                request: <$request as TS>::name(&cfg),
                result: <$result as TS>::name(&cfg),
                access: access!($access),
                reads: reads!($($read),*),
            });)+
            list
        }

        /// The name of a command that a kind of record has.
        #[must_use]
        pub fn command_name(kind: Kind, verb: &str) -> &'static str {
            let all = [$(
                concat!(stringify!($area), ".create"),
                concat!(stringify!($area), ".get"),
                concat!(stringify!($area), ".list"),
                concat!(stringify!($area), ".update"),
                concat!(stringify!($area), ".delete"),
                concat!(stringify!($area), ".restore"),
                concat!(stringify!($area), ".update_many"),
                concat!(stringify!($area), ".delete_many"),
                concat!(stringify!($area), ".move"),
            )+ $($name,)*];
            let named = |name: &&&str| name.split_once('.') == Some((kind.word(), verb));
            all.iter().find(named).copied().unwrap_or(kind.word())
        }

        /// Shows every type of the list to a visitor.
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(visitor.visit::<View<$record>>(); visitor.visit::<Listing<View<$record>>>();)+
            visitor.visit::<ListQuery>();
            $(visitor.visit::<$request>(); visitor.visit::<$result>();)+
        }
    };
}
with_commands!(list);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_command_is_declared_twice() {
        let mut names: Vec<_> = commands().iter().map(|command| command.name).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "two commands with one name would hide each other");
    }
}
