//! The leak check of an onboarding's documents: what a customer's copy of the report and of a checklist may show.

use serde_json::json;

use super::{
    Workspace,
    customer::{self, Printed},
    read::Copy,
    word,
};
use cairn_wire::DocumentFormat;

/// The briefs of an account, which are ours alone.
const BRIEFS: [&str; 2] = ["transition-brief", "account"];

/// Each document with its formats.
const DOCUMENTS: [(&str, &[DocumentFormat]); 2] = [
    ("onboarding", &[DocumentFormat::Pdf]),
    ("checklist", &[DocumentFormat::Pdf, DocumentFormat::Md, DocumentFormat::Xlsx]),
];

/// Fields that a customer's copy may show.
fn allowed(document: &str, field: &str) -> bool {
    let (record, rest) = field.split_once('.').unwrap();
    let kind = match record {
        "checklist_step"
        | "open_checklist_step"
        | "our_open_checklist_step"
        | "advised_open_checklist_step" => "checklist_step",
        kind => kind,
    };
    match customer::printed("onboarding", kind, rest) {
        // When both sides met, and about what.
        Printed::Always => kind != "touchpoint" || document == "onboarding",
        // Why and how a step is done is theirs to read where it is not ours to do, and was written for them.
        Printed::Switched("guidance_for") => record == "open_checklist_step",
        Printed::Switched(other) => panic!("{other} is no switch of these records"),
        Printed::Never => false,
    }
}

/// What each of them must at least tell.
fn told(document: &str, format: DocumentFormat) -> &'static [&'static str] {
    match (document, format) {
        ("onboarding", _) => {
            &["checklist_step.title", "open_checklist_step.due", "touchpoint.", "checklist."]
        }
        (_, DocumentFormat::Pdf) => &[
            "checklist_step.title",
            "checklist_step.evidence",
            "open_checklist_step.why",
            "open_checklist_step.how",
            "our_open_checklist_step.title",
            "open_checklist_step.links.",
            "open_checklist_step.due",
            "open_checklist_step.assignee",
            "checklist.",
        ],
        (_, DocumentFormat::Md) => &[
            "checklist_step.title",
            "open_checklist_step.title",
            "open_checklist_step.due",
            "checklist.title",
        ],
        (_, DocumentFormat::Xlsx | DocumentFormat::Csv) => &[
            "checklist_step.title",
            "checklist_step.assignee",
            "checklist_step.role",
            "checklist_step.evidence",
            "open_checklist_step.due",
        ],
    }
}

impl Workspace {
    fn copies(&mut self, more: &serde_json::Value) -> Vec<(&'static str, DocumentFormat, Copy)> {
        let mut copies = Vec::new();
        for (document, formats) in DOCUMENTS {
            let id = if document == "checklist" { self.checklist.clone() } else { self.account.clone() };
            for format in formats {
                let mut request = json!({ "document": document, "id": id, "format": word(*format) });
                request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                copies.push((document, *format, self.export(&request)));
            }
        }
        copies
    }

    /// Nothing but what is allowed stands in the customer's copies, and our own have more.
    pub(super) fn check_onboarding(&mut self) {
        for (document, format, copy) in self.copies(&json!({})) {
            for (field, mark) in self.marks.all() {
                let (shown, may) = (copy.holds(mark), allowed(document, field));
                assert!(may || !shown, "{document} {format:?}: {field} ({mark:?}) is not for the customer");
                // The day a step was due stands nowhere once it is done, and who does it is one of two.
                let absent = field == "checklist_step.due" || field.ends_with("evidence_wanted");
                let must =
                    may && !absent && told(document, format).iter().any(|told| field.starts_with(told));
                assert!(
                    shown || !must,
                    "{document} {format:?}: {field} ({mark:?}) is not there: {}",
                    copy.text()
                );
            }
            for word in ["PR1", "Essentials", "Champion", "Negative", "Will churn", "Time to engage"] {
                assert!(!copy.text().contains(word), "{document} {format:?}: {word} is a word of ours");
            }
        }
        let mark = |workspace: &Self, name: &str| {
            workspace.marks.all().find(|(field, _)| *field == name).unwrap().1.clone()
        };
        for (document, format, copy) in self.copies(&json!({ "audience": "internal" })) {
            if format != DocumentFormat::Md {
                let note = mark(self, "checklist_step.note");
                let hidden = mark(self, "hidden_checklist_step.title");
                assert!(copy.holds(&hidden), "{document} {format:?}: our own copy has it");
                for field in ["our_checklist.title", "our_checklist.anchors.contract"] {
                    let list = mark(self, field);
                    assert!(document == "checklist" || copy.holds(&list), "{field}: and a list of ours");
                }
                assert!(
                    document == "onboarding" || copy.holds(&note),
                    "{document} {format:?}: and its notes"
                );
                let why = mark(self, "our_open_checklist_step.why");
                let tells_why = document == "checklist" && format == DocumentFormat::Pdf;
                assert!(!tells_why || copy.holds(&why), "and why we do what is ours to do");
            }
        }
        let ours = mark(self, "our_checklist.title").to_string();
        let preview = json!({ "document": "onboarding", "id": self.account });
        let preview = self.sitting.call("document.preview", &preview);
        let named = preview["left_out"].as_array().unwrap().iter().find(|one| one["what"] == "checklists");
        assert_eq!(named.unwrap()["items"], json!([ours]), "whoever sends it reads what it lacks");
        for document in BRIEFS {
            let brief = json!({ "document": document, "id": self.account, "format": "pdf" });
            let path = self.bench.path("brief.pdf");
            let mut request = brief.clone();
            request["path"] = json!(path);
            let refused = self.sitting.ask("document.export", &request).unwrap_err();
            assert_eq!(refused["field"], "audience", "the brief has no customer's copy: {refused}");
            let mut request = brief;
            request["audience"] = json!("internal");
            let ours = self.export(&request);
            for field in ["command_plan.why_now", "account.account_team.0.name", "account.arr.minor"] {
                let mark = mark(self, field);
                assert!(ours.holds(&mark), "our own {document} has {field}: {}", ours.text());
            }
        }
    }

    /// No name and no host of an onboarding is in a redacted copy.
    pub(super) fn check_redaction(&mut self) {
        let names: Vec<String> = self
            .marks
            .all()
            .filter(|(field, _)| {
                matches!(
                    *field,
                    "me.name"
                        | "contact.name"
                        | "checklist_step.assignee"
                        | "open_checklist_step.assignee"
                        | "our_open_checklist_step.assignee"
                        | "advised_open_checklist_step.assignee"
                )
            })
            .map(|(_, mark)| mark.to_string())
            .collect();
        assert_eq!(names.len(), 6, "people stand in these: {names:?}");
        for audience in ["customer", "internal"] {
            let redact = json!({ "audience": audience, "redact": ["names", "hosts"] });
            for (document, format, copy) in self.copies(&redact) {
                for name in &names {
                    assert!(!copy.says(name), "{document} {format:?} {audience}: {name}: {}", copy.text());
                }
            }
        }
        for document in BRIEFS {
            let redact = json!({ "document": document, "id": self.account, "format": "pdf",
                "audience": "internal", "redact": ["names", "hosts"] });
            let copy = self.export(&redact);
            for name in &names {
                assert!(!copy.says(name), "{document}: {name}: {}", copy.text());
            }
        }
    }
}
