//! Templates of checklists: those of the program, as files, and what one would make for an account.

use std::{collections::BTreeSet, sync::LazyLock};

use cairn_domain::{
    Checklist, ChecklistTemplate, ChecklistTemplateId, Hash, Kind, OffsetFrom, Problem, Reason, Record as _,
    RecordId as _, Stored, TemplateAnchor, TemplatePhase, outline, step_dates,
};
use cairn_wire::{
    AnchorWanted, ChecklistPreview, ChecklistTemplateExport, ChecklistTemplateTaken, Failure,
    PreviewChecklist, PreviewStep, TemplatePath,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::start::{both, is_onboarding, running};
use crate::{
    context::Context,
    error::Result,
    library::{self, Carried, Library, Written},
    shift::calendars,
};

/// The program's, in the order in which they are offered.
const FILES: [&str; 9] = [
    include_str!("built_in/csa_onboarding.json"),
    include_str!("built_in/csm_onboarding.json"),
    include_str!("built_in/ultimate_onboarding.json"),
    include_str!("built_in/self_managed_technical.json"),
    include_str!("built_in/saas_technical.json"),
    include_str!("built_in/public_sector_onboarding.json"),
    include_str!("built_in/account_handoff.json"),
    include_str!("built_in/success_tier_onboarding.json"),
    include_str!("built_in/center_of_excellence.json"),
];

static ALL: LazyLock<Vec<Stored<ChecklistTemplate>>> = LazyLock::new(|| library::from_files(&FILES));

/// A template as a file: its header and its phases, side by side.
#[derive(Serialize, Deserialize)]
struct TemplateFile {
    id: ChecklistTemplateId,
    version: i64,
    title: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    anchors: Vec<TemplateAnchor>,
    phases: Vec<TemplatePhase>,
    #[serde(default)]
    contents: Vec<Carried>,
}

impl Library for ChecklistTemplate {
    fn built_in() -> &'static [Stored<Self>] {
        &ALL
    }

    fn contents(&self) -> Vec<Hash> {
        let files = self.steps().flat_map(|(step, _)| &step.files).map(|file| file.hash.clone());
        files.collect::<BTreeSet<Hash>>().into_iter().collect()
    }

    fn read(text: &str) -> Result<Written<Self>, Failure> {
        let TemplateFile { id, version, title, summary, anchors, phases, contents } = library::parse(text)?;
        let record = Self { title, summary, anchors, phases };
        record.check(NaiveDate::default())?;
        Ok(Written { id, version, record, contents })
    }

    fn text(Written { id, version, record, contents }: Written<Self>) -> Result<String> {
        let Self { title, summary, anchors, phases } = record;
        library::pretty(&TemplateFile { id, version, title, summary, anchors, phases, contents })
    }
}

/// Writes a template to a file.
pub(crate) async fn export(context: &Context, request: ChecklistTemplateExport) -> Result<TemplatePath> {
    let ChecklistTemplateExport { id, path, force } = request;
    library::export::<ChecklistTemplate>(context, id, path, force).await
}

/// Reads a file. A template that came from the same origin before is changed, any other is added.
pub(crate) async fn import(context: &Context, request: TemplatePath) -> Result<ChecklistTemplateTaken> {
    let answer = |template, what| ChecklistTemplateTaken { template, what };
    library::import::<ChecklistTemplate, _>(context, request, answer).await
}

/// What a template would make for an account, and what it would leave out.
pub(crate) async fn preview(context: &Context, request: PreviewChecklist) -> Result<ChecklistPreview> {
    let PreviewChecklist { template_id, account_id, anchors, phases } = request;
    let today = context.today().await?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let (account, mut template) = both(rows, account_id, template_id).await?;
    if let Some(phases) = phases {
        template.record.phases = phases;
        template.record.check(today)?;
    }
    let profile = library::profile(rows, account).await?;
    let (parts, left_out) = template.record.parts_for(&profile);
    let gate_shut = match template.record.check_gates(&parts) {
        Err(Problem { reason: Reason::GateShut { phase }, .. }) => Some(phase),
        _ => None,
    };
    let days = template.record.anchors_from(&anchors, today)?;
    let steps = outline(&parts)?;
    let dates = step_dates(&steps, &days, &calendars(rows, account_id).await?)?;
    let mut wanted: Vec<AnchorWanted> = Vec::new();
    for key in steps.iter().filter_map(|step| step.offset_from.as_ref().and_then(OffsetFrom::anchor)) {
        if !wanted.iter().any(|met| met.key == key) {
            let title = template.record.anchor_title(key).unwrap_or_default().to_owned();
            wanted.push(AnchorWanted { key: key.to_owned(), title, day: days.get(key).copied() });
        }
    }
    let others: Vec<Stored<Checklist>> = rows.under(Kind::Account, [account_id.uuid()]).await?;
    let steps = steps.into_iter().zip(dates).map(|(step, date)| PreviewStep {
        key: step.key,
        title: step.title,
        phase: step.phase,
        depth: step.depth,
        due: date.due,
        provisional: date.provisional,
        required: step.required,
        owner_side: step.owner_side,
        visibility: step.visibility,
    });
    Ok(ChecklistPreview {
        title: template.record.title.clone(),
        anchors: wanted,
        steps: steps.collect(),
        left_out,
        gate_shut,
        runs_already: running(rows, &others, template_id).await?.map(|other| other.id),
        primary: is_onboarding(&profile.account, &others),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::{BTreeMap, BTreeSet};

    use cairn_domain::{Account, Calendars};
    use serde_json::json;

    use super::*;

    #[test]
    fn every_template_of_the_program_starts_for_any_account_from_the_contract_alone() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let given = BTreeMap::from([("contract".to_owned(), today)]);
        for text in FILES {
            let begins: String = text.chars().take(120).collect();
            let Written { record, .. } =
                ChecklistTemplate::read(text).unwrap_or_else(|failure| panic!("{begins}: {failure:?}"));
            assert!(!record.summary.is_empty(), "{} does not say for whom it is", record.title);
            for hosting in ["self_managed_on_prem", "sm_cloud", "sm_hybrid", "gitlab_com", "dedicated"] {
                for public in [true, false] {
                    for tier in ["on_demand", "essentials", "advanced", "signature"] {
                        for plan in ["free", "premium", "ultimate"] {
                            let account = json!({ "name": "A", "hosting": hosting, "public_sector": public,
                                "success_tier": tier, "subscription_plan": plan });
                            let account: Account = serde_json::from_value(account).unwrap();
                            let (parts, _) = record.parts_for(&account.into());
                            record.check_gates(&parts).unwrap();
                            let days = record.anchors_from(&given, today).unwrap();
                            let steps = outline(&parts).unwrap();
                            let dates = step_dates(&steps, &days, &Calendars::default()).unwrap();
                            for (step, date) in steps.iter().zip(dates) {
                                assert!(date.due.is_some(), "{}: {} has no date", record.title, step.title);
                            }
                        }
                    }
                }
            }
        }
        let ids: BTreeSet<_> = ChecklistTemplate::built_in().iter().map(|template| template.id).collect();
        assert_eq!(ids.len(), FILES.len(), "each has an id of its own");
    }
}
