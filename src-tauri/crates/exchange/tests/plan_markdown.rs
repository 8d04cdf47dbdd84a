//! A plan written as Markdown and read back: whatever its texts hold, every field that Markdown holds comes back equal.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_documents::{
    Brand, Language, Paper,
    success_plan::{Agreement, Author, Criterion, Initiative, Objective, Reader, Reading, SuccessPlan, Task},
};
use cairn_domain::{
    Audience, Calendars, CriterionId, CriterionKind, Direction, InitiativeStatus, Kind, Level, ObjectiveId,
    ObjectiveStatus, PlanId, PlanType, RecordId, Side, TaskStatus, UseCase, VerifiableOutcomeStage,
    gitlab::normalized,
};
use cairn_exchange::{Content, Row, plan_markdown};
use chrono::NaiveDate;
use proptest::{prelude::*, sample::select};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A text of one line that tries to be structure. Something of it is seen, as every title's must be.
fn name() -> BoxedStrategy<String> {
    let part = "[a-z]|[ \t\n]|[*_`~#<>&|@,;:()\\[\\]\\\\!=/-]|due 2027-01-01|baseline 3|<!-- cairn:task 1 -->|-->|&amp;|\u{e9}|\u{a0}|\u{2028}";
    proptest::collection::vec(part, 0..12).prop_map(|parts| format!("x{}", parts.concat())).boxed()
}

/// An id that nothing is known by.
fn fixed<T: RecordId>() -> T {
    T::from_uuid(Uuid::from_u128(1))
}

/// A record of nothing but what is said of it.
fn record<R: DeserializeOwned>(said: Value) -> R {
    serde_json::from_value(said).unwrap()
}

/// A name that may be missing.
fn maybe() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), name(), name().prop_map(|name| name[1..].to_owned())]
        .prop_map(|name| if name.trim().is_empty() { String::new() } else { name })
        .boxed()
}

/// An author's text that tries to be structure.
fn prose() -> impl Strategy<Value = String> {
    let part = "[a-z ]{0,6}|\n|\r\n|\n\n|## Update|# Objective: A|### Risks|/close|\\\\|```|~~~|<!--|-->|<script>|<div>|- a|1. b|> c|===|---|    d|\\[x\\]: y|\\*\\*";
    proptest::collection::vec(part, 0..10).prop_map(|parts| parts.concat())
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    proptest::option::of(
        (0..40_000_i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(720_000 + day).unwrap()),
    )
}

fn number(kind: CriterionKind) -> BoxedStrategy<Option<f64>> {
    let any = prop_oneof![
        // As large as a number in a field may be.
        -1.0e15..1.0e15_f64,
        (-100..100_i32).prop_map(f64::from)
    ];
    match kind {
        CriterionKind::YesNo => proptest::option::of(select(vec![0.0, 1.0])).boxed(),
        _ => proptest::option::of(any.prop_map(|n| if n == 0.0 { 0.0 } else { n })).boxed(),
    }
}

fn id<T: RecordId>() -> impl Strategy<Value = T> {
    any::<u128>().prop_map(|bits| T::from_uuid(Uuid::from_u128(bits)))
}

fn word<T: Clone + std::fmt::Debug + 'static>(words: &[T]) -> impl Strategy<Value = T> + use<T> {
    select(words.to_vec())
}

prop_compose! {
    fn criterion()(kind in word(&[CriterionKind::Number, CriterionKind::Percent, CriterionKind::Count, CriterionKind::Duration, CriterionKind::Money, CriterionKind::YesNo]))(
        kind in Just(kind), id in id(), name in name(), unit in maybe(),
        direction in word(&[Direction::HigherIsBetter, Direction::LowerIsBetter, Direction::InRange]),
        baseline in number(kind), ends in [number(kind), number(kind), number(kind)], target_date in day(),
        read in proptest::option::of((day(), number(kind))),
    ) -> Criterion {
        let [target, target_min, target_max] = ends;
        let readings = read.and_then(|(date, value)| Some(Reading {
            id: fixed(),
            record: record(json!({ "criterion_id": fixed::<CriterionId>(), "date": date?, "value": value? })),
        }));
        let said = json!({
            "objective_id": fixed::<ObjectiveId>(), "name": name, "unit": unit, "kind": kind, "direction": direction,
            "baseline": baseline, "target": target, "target_min": target_min, "target_max": target_max,
            "target_date": target_date,
        });
        Criterion { id, record: record(said), progress: None, projected: None, readings: readings.into_iter().collect() }
    }
}

prop_compose! {
    fn task()(
        id in id(), title in name(), owner in maybe(), customer_dri in maybe(), days in [day(), day(), day()],
        status in word(&[TaskStatus::New, TaskStatus::WorkInProgress, TaskStatus::Blocked, TaskStatus::ClosedSuccess, TaskStatus::Closed]),
        owner_side in word(&[Side::Ours, Side::Customer]), milestone in any::<bool>(),
        levels in [proptest::option::of(word(&[Level::Low, Level::High])), proptest::option::of(word(&[Level::Low, Level::Medium]))],
        blocked_reason in maybe(), visibility in word(&[Audience::Internal, Audience::Customer]),
    ) -> Task {
        let ([start, due, done_date], [priority, milestone_risk]) = (days, levels);
        let said = json!({
            "title": title, "status": status, "owner": owner, "owner_side": owner_side, "customer_dri": customer_dri,
            "start": start, "due": due, "done_date": done_date, "milestone": milestone, "priority": priority,
            "milestone_risk": milestone_risk, "blocked_reason": blocked_reason, "visibility": visibility,
        });
        Task { id, record: record(said) }
    }
}

prop_compose! {
    fn initiative()(
        id in id(), title in name(), dri in maybe(), customer_dri in maybe(), due in day(), update_text in prose(),
        status in word(&[InitiativeStatus::NotStarted, InitiativeStatus::Watchpoint, InitiativeStatus::ClosedSuccess]),
        tasks in proptest::collection::vec(task(), 0..4), visibility in word(&[Audience::Internal, Audience::Customer]),
    ) -> Initiative {
        let said = json!({
            "objective_id": fixed::<ObjectiveId>(), "title": title, "status": status, "dri": dri,
            "customer_dri": customer_dri, "due": due, "update_text": update_text, "visibility": visibility,
        });
        Initiative { id, record: record(said), start: None, tasks }
    }
}

prop_compose! {
    fn objective()(
        id in id(), names in [name(), maybe(), maybe(), maybe()], proses in [prose(), prose(), prose(), prose(), prose()],
        days in [day(), day()], use_case in proptest::option::of(word(&[UseCase::Ci, UseCase::DeveloperExperience])),
        priority in proptest::option::of(word(&[Level::Low, Level::High])),
        status in word(&[ObjectiveStatus::NotStarted, ObjectiveStatus::OnTrack, ObjectiveStatus::ClosedLost]),
        stage in word(&[VerifiableOutcomeStage::Proposed, VerifiableOutcomeStage::Verified]),
        criteria in proptest::collection::vec(criterion(), 0..4),
        initiatives in proptest::collection::vec(initiative(), 0..3),
        risks_visibility in word(&[Audience::Internal, Audience::Customer]),
    ) -> Objective {
        let [title, owner, customer_owner, close_reason] = names;
        let [summary, successes, risks, business_impact, summary_of_outcome] = proses;
        let [start, due] = days;
        let said = json!({
            "plan_id": fixed::<PlanId>(), "title": title, "status": status, "stage": stage, "use_case": use_case,
            "priority": priority, "summary": summary, "successes": successes, "risks": risks,
            "risks_visibility": risks_visibility, "business_impact": business_impact, "owner": owner,
            "customer_owner": customer_owner, "start": start, "due": due, "close_reason": close_reason,
            "summary_of_outcome": summary_of_outcome,
        });
        Objective {
            id, record: record(said), outcome_progress: None, work_progress: None, criteria, initiatives,
            served_by: Vec::new(),
        }
    }
}

prop_compose! {
    fn plan()(
        plan_id in id(), texts in [name(), name(), maybe()], proses in [prose(), prose()], days in [day(), day()],
        plan_type in word(&[PlanType::RoiSuccessPlan, PlanType::StageAdoption]),
        objectives in proptest::collection::vec(objective(), 1..4),
    ) -> SuccessPlan {
        let ([account, title, sponsor], [strategy, highlights], [period_start, period_end]) = (texts, proses, days);
        SuccessPlan {
            plan_id, today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(), calendars: Calendars::default(), language: Language::En, paper: Paper::A4,
            reader: Reader::Internal(Box::default()), redacted: false, sealed: false, account, title, plan_type, period_start, period_end, sponsor,
            author: Author::default(), strategy, highlights, outcome_progress: None, objectives, people: Vec::new(),
            agreement: Agreement::default(),
            brand: Brand::default(), classification: None, sections: Default::default(), labels: Default::default(),
        }
    }
}

/// What of a record must come back: these fields, a prose as it is kept.
fn back(record: &impl Serialize, fields: &[&str], proses: &[&str]) -> Value {
    let whole = serde_json::to_value(record).unwrap();
    let plain = fields.iter().map(|field| ((*field).to_owned(), whole[*field].clone()));
    let proses =
        proses.iter().map(|field| ((*field).to_owned(), json!(normalized(whole[*field].as_str().unwrap()))));
    Value::Object(plain.chain(proses).collect())
}

/// What a record must come back as.
fn expected(plan: &SuccessPlan) -> Vec<(Kind, Option<Uuid>, Value)> {
    let mut rows = Vec::new();
    for objective in &plan.objectives {
        let mut fields = back(
            &objective.record,
            &[
                "title",
                "status",
                "stage",
                "use_case",
                "priority",
                "owner",
                "customer_owner",
                "start",
                "due",
                "close_reason",
            ],
            &["summary", "successes", "business_impact", "summary_of_outcome", "risks"],
        );
        if fields["risks"] != "" {
            fields["risks_visibility"] = json!(objective.risks_visibility);
        }
        rows.push((Kind::Objective, Some(objective.id.uuid()), fields));
        for criterion in &objective.criteria {
            let ends: &[&str] = match criterion.direction {
                Direction::InRange => &["target_min", "target_max"],
                Direction::HigherIsBetter | Direction::LowerIsBetter => &["target"],
            };
            let told = ["name", "unit", "kind", "direction", "baseline", "target_date"];
            let fields = back(&criterion.record, &[&told, ends].concat(), &[]);
            rows.push((Kind::Criterion, Some(criterion.id.uuid()), fields));
            for reading in &criterion.readings {
                rows.push((Kind::Reading, None, back(&reading.record, &["date", "value"], &[])));
            }
        }
        for initiative in &objective.initiatives {
            let told = ["title", "status", "dri", "customer_dri", "due", "visibility"];
            let fields = back(&initiative.record, &told, &["update_text"]);
            rows.push((Kind::Initiative, Some(initiative.id.uuid()), fields));
            for task in &initiative.tasks {
                let mut told = vec![
                    "title",
                    "status",
                    "owner",
                    "owner_side",
                    "customer_dri",
                    "start",
                    "due",
                    "done_date",
                    "milestone",
                    "priority",
                    "milestone_risk",
                    "blocked_reason",
                    "visibility",
                ];
                // A tick without a day says that it is done, and not when.
                let ticked = matches!(task.status, TaskStatus::ClosedSuccess | TaskStatus::Closed);
                if ticked && task.done_date.is_none() {
                    told.retain(|field| *field != "done_date");
                }
                rows.push((Kind::Task, Some(task.id.uuid()), back(&task.record, &told, &[])));
            }
        }
    }
    rows
}

/// The plain fields of a row, in the order of the alphabet.
fn plain(row: &Row) -> Value {
    let mut fields: Vec<_> = row
        .fields
        .iter()
        .filter_map(|said| match &said.content {
            Content::Plain(value) => Some((said.field.clone(), value.clone())),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
        })
        .collect();
    fields.sort_by(|one, other| one.0.cmp(&other.0));
    Value::Object(fields.into_iter().collect())
}

fn sorted(value: &Value) -> Value {
    let mut fields: Vec<_> = value.as_object().cloned().unwrap_or_default().into_iter().collect();
    fields.sort_by(|one, other| one.0.cmp(&other.0));
    Value::Object(fields.into_iter().collect::<Map<_, _>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_plan_written_as_markdown_reads_back_equal(plan in plan()) {
        let text = plan_markdown::write(&plan).unwrap();
        let read = plan_markdown::read(text.as_bytes());
        prop_assert_eq!(&read.parsed.row_errors, &[], "{}", text);
        prop_assert_eq!(read.account.as_ref(), Some(&plan.account), "{}", text);
        prop_assert_eq!(read.parsed.home, Some(plan.plan_id.uuid()), "{}", text);
        let mut rows = read.parsed.rows.iter();
        let head = rows.next().unwrap();
        prop_assert_eq!(head.plain("title"), Some(&json!(plan.title)), "{}", text);
        prop_assert_eq!(head.plain("sponsor").cloned().unwrap_or(json!("")), json!(plan.sponsor), "{}", text);
        prop_assert_eq!(head.plain("strategy").cloned().unwrap_or(json!("")), json!(normalized(&plan.strategy)), "{}", text);
        prop_assert_eq!(head.plain("period_end").cloned().unwrap_or_default(), json!(plan.period_end), "{}", text);
        let found: Vec<_> = rows.map(|row| (row.kind, row.id, plain(row))).collect();
        let expected: Vec<_> = expected(&plan).iter().map(|(kind, id, fields)| (*kind, *id, sorted(fields))).collect();
        prop_assert_eq!(found, expected, "{}", text);
    }
}
