//! The front matter: which plan of whom this is, and for whom the copy was made. Values are JSON, which is YAML too.

use cairn_domain::{PlanType, gitlab};
use serde_json::Value;

use cairn_documents::success_plan::{Reader, SuccessPlan};

pub(super) fn head(plan: &SuccessPlan) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let text = |text: &str| Value::from(text).to_string();
    let kind = match plan.plan_type {
        PlanType::RoiSuccessPlan => "ROI Success Plan".to_owned(),
        PlanType::StageAdoption => gitlab::term(PlanType::StageAdoption),
    };
    let audience = match plan.reader {
        Reader::Customer => "customer",
        Reader::Internal(_) => "internal",
    };
    let said_if = |so: bool| if so { "true".to_owned() } else { String::new() };
    let said = |value: &str, written: String| if value.is_empty() { String::new() } else { written };
    let lines = [
        ("document", "success-plan".to_owned()),
        ("audience", audience.to_owned()),
        ("redacted", said_if(plan.redacted)),
        ("sealed", if plan.sealed { plan.today.to_string() } else { String::new() }),
        ("classification", plan.classification.as_deref().map(text).unwrap_or_default()),
        ("account", text(&plan.account)),
        ("plan", text(&plan.title)),
        ("plan_id", plan.plan_id.to_string()),
        ("type", kind),
        ("period_start", day(plan.period_start)),
        ("period_end", day(plan.period_end)),
        ("sponsor", said(&plan.sponsor, text(&plan.sponsor))),
        ("date", plan.today.to_string()),
    ];
    let lines = lines.iter().filter(|(_, value)| !value.is_empty());
    let lines: String = lines.map(|(key, value)| format!("{key}: {value}\n")).collect();
    format!("---\n{lines}---\n")
}
