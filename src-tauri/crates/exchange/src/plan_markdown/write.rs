//! The success plan as Markdown: an epic for each objective, an issue for each initiative, with the labels and
//! headings that GitLab's success-plan viewer reads, in one file.
//!
//! Owns the layout; the words and marks are [`cairn_domain::gitlab`]'s, `docs/decisions/0014-markdown.md` has the
//! form. From the same input as the pages, so what an audience may not see cannot stand here either.

mod facts;
mod fields;
mod head;

use cairn_domain::{
    Kind, State as _,
    gitlab::{Guard, Label, OBJECTIVE_LABEL, guard, name, normalized, unguard},
    markdown_sections,
};
use chrono::NaiveDate;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use crate::WriteError;
use cairn_documents::success_plan::{Initiative, Objective, Reader, SuccessPlan};
use fields::Fields;

/// Writes the plan. Read back, every text is what it was, but for blank lines around it.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn write(plan: &SuccessPlan) -> Result<String, WriteError> {
    let ours = matches!(plan.reader, Reader::Internal(_));
    let mut page = Page(head::head(plan));
    page.line("\n# Success Plan");
    page.prose("## Strategy", &plan.strategy);
    page.prose("## Highlights", &plan.highlights);
    for objective in &plan.objectives {
        epic(&mut page, objective, ours)?;
        for initiative in &objective.initiatives {
            issue(&mut page, initiative, ours)?;
        }
    }
    Ok(page.0)
}

fn epic(page: &mut Page, objective: &Objective, ours: bool) -> Result<(), WriteError> {
    page.title("Objective", &objective.title, &format!("objective {}", objective.id));
    let labels = [
        Some(OBJECTIVE_LABEL.to_owned()),
        Some(objective.status.label()),
        Some(objective.stage.label()),
        objective.use_case.map(Label::label),
        objective.priority.map(Label::label),
    ];
    page.labels(labels.into_iter().flatten());
    page.due(objective.due);
    if !objective.status.is_open() {
        page.line("/close");
    }
    let fields = Fields::of(Kind::Objective, &objective.record, ours)?;
    page.list(&fields.facts());
    page.sections(&fields, &objective.criteria.iter().map(facts::criterion).collect::<Vec<_>>());
    Ok(())
}

fn issue(page: &mut Page, initiative: &Initiative, ours: bool) -> Result<(), WriteError> {
    page.title("Initiative", &initiative.title, &format!("initiative {}", initiative.id));
    page.labels([initiative.status.label()]);
    page.due(initiative.due);
    if !initiative.status.is_open() {
        page.line("/close");
    }
    let fields = Fields::of(Kind::Initiative, &initiative.record, ours)?;
    page.list(&fields.facts());
    page.sections(&fields, &initiative.tasks.iter().map(facts::task).collect::<Vec<_>>());
    Ok(())
}

/// The text so far.
struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn title(&mut self, what: &str, title: &str, mark: &str) {
        self.line(&format!("\n# {what}: {}\n\n<!-- cairn:{mark} -->\n", name(title)));
    }

    fn labels(&mut self, labels: impl IntoIterator<Item = String>) {
        let labels: Vec<_> = labels.into_iter().map(|label| format!("~\"{label}\"")).collect();
        self.line(&format!("/label {}", labels.join(" ")));
    }

    fn due(&mut self, due: Option<NaiveDate>) {
        if let Some(due) = due {
            self.line(&format!("/due {due}"));
        }
    }

    /// What has no quick action; what is empty is not said.
    fn list(&mut self, facts: &[(&str, String)]) {
        let said: Vec<_> = facts.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        if !said.is_empty() {
            self.line("");
        }
        for (key, value) in said {
            self.line(&format!("- {key}: {}", name(value)));
        }
    }

    /// The sections of a record, and the list of what hangs under it.
    fn sections(&mut self, fields: &Fields, list: &[String]) {
        for section in markdown_sections(fields.kind) {
            let is_list = section.declared.is_none();
            let text = if is_list { "" } else { fields.text(section.field) };
            if section.is_viewed() || (is_list && !list.is_empty()) {
                self.always(section.heading, text);
            } else {
                self.prose(section.heading, text);
            }
            if is_list {
                self.items(list);
            }
        }
    }

    /// A heading with its prose, if there is any.
    fn prose(&mut self, heading: &str, text: &str) {
        if !normalized(text).is_empty() {
            self.always(heading, text);
        }
    }

    /// A heading that must be there, with its prose.
    fn always(&mut self, heading: &str, text: &str) {
        self.line(&format!("\n{heading}"));
        let text = sealed(&normalized(text));
        if !text.is_empty() {
            self.line(&format!("\n{text}"));
        }
    }

    fn items(&mut self, items: &[String]) {
        for (at, item) in items.iter().enumerate() {
            let before = if at == 0 { "\n" } else { "" };
            self.line(&format!("{before}- {item}"));
        }
    }
}

/// A prose after which the next heading is a heading again, and that holds none itself.
fn sealed(text: &str) -> String {
    let lines = guard(text, Guard::Lines);
    let end = format!("{lines}\n\n## x\n");
    let heading = Parser::new(&end).into_offset_iter().any(|(event, range)| {
        let opens = matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }));
        opens && range.start >= lines.len()
    });
    debug_assert_eq!(unguard(&lines), text, "a guarded text reads back");
    if heading { lines } else { guard(text, Guard::Blocks) }
}
