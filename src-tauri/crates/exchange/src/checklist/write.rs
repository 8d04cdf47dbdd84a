//! A checklist as Markdown: one GitLab issue with a box to tick for each step.
//!
//! Behind each step a comment keeps its id and the fingerprint of every value the line was written from, so that what
//! comes back tells what was edited. `cairn-exchange` reads it.

use cairn_domain::{
    Audience, StepSide, StepState, Word as _, fingerprint,
    gitlab::{Guard, guard, name, normalized},
};
use serde_json::{Value, json};

use cairn_documents::{
    Frame,
    onboarding::{Checklist, Phase, Step},
};

/// Writes the checklist.
#[must_use]
pub fn write(input: &Checklist) -> String {
    let Checklist { frame, run } = input;
    let words = frame.words();
    let mut page = head(frame, &run.id.to_string());
    // Pasted into an issue a text loses its head; the comment stays.
    let sealed = if frame.sealed { format!(" sealed {}", frame.today) } else { String::new() };
    page.push_str(&format!("\n# {}\n\n<!-- cairn:checklist {}{sealed} -->\n", name(&run.title), run.id));
    for anchor in &run.anchors {
        page.push_str(&format!("- {}: {}\n", name(&anchor.title(words)), anchor.day));
    }
    for phase in &run.phases {
        phase_text(&mut page, phase);
    }
    page
}

/// The front matter. Values are JSON, which is YAML too.
fn head(frame: &Frame, id: &str) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let audience = if frame.internal { "internal" } else { "customer" };
    let classification = frame.classification.as_deref().filter(|line| !line.trim().is_empty());
    let mut lines = vec!["document: checklist".to_owned(), format!("audience: {audience}")];
    lines.extend(classification.map(|line| format!("classification: {}", text(line))));
    lines.extend(frame.redacted.then(|| "redacted: true".to_owned()));
    lines.extend(frame.sealed.then(|| format!("sealed: {}", frame.today)));
    lines.push(format!("account: {}", text(&frame.account)));
    lines.push(format!("checklist_id: {id}"));
    lines.push(format!("date: {}", frame.today));
    format!("---\n{}\n---\n", lines.join("\n"))
}

fn phase_text(page: &mut String, phase: &Phase) {
    if phase.steps.is_empty() {
        return;
    }
    if !normalized(&phase.title).is_empty() {
        page.push_str(&format!("\n## {}\n", name(&phase.title)));
    }
    let gate = normalized(&phase.gate);
    if !gate.is_empty() {
        page.push_str(&format!("\n> {}\n", guard(&gate, Guard::Blocks).replace('\n', "\n> ")));
    }
    let mut group = "";
    let mut listed = false;
    for step in &phase.steps {
        if step.group_title != group && !normalized(&step.group_title).is_empty() {
            page.push_str(&format!("\n**{}**\n", name(&step.group_title)));
            listed = false;
        }
        group = &step.group_title;
        if !listed {
            page.push('\n');
            listed = true;
        }
        page.push_str(&line(step));
    }
}

/// What a line says, and from which values.
#[derive(Default)]
struct Line {
    facts: Vec<String>,
    prints: Vec<String>,
}

impl Line {
    /// A value that the line holds.
    fn keep(&mut self, field: &str, value: &Value) {
        self.prints.push(format!("{field}={}", fingerprint(value)));
    }

    /// A fact, unless its text says nothing.
    fn text(&mut self, word: &str, field: &str, text: &str) {
        if !text.trim().is_empty() {
            self.facts.push(format!("{word} {}", name(text)));
            self.keep(field, &json!(text));
        }
    }
}

/// `- [ ] **Hold the kickoff**: us, assignee Mara Lindt, due 2026-11-20 <!-- cairn:step 0199.. title=..;state=.. -->`
fn line(step: &Step) -> String {
    let tick = match step.state {
        StepState::Open | StepState::Blocked => ' ',
        StepState::Done => 'x',
        // GitLab's own mark for what does not apply.
        StepState::Skipped => '~',
    };
    let side = match step.owner_side {
        StepSide::Ours => "us",
        StepSide::Customer => "customer",
        StepSide::Partner => "partner",
    };
    let mut line = Line::default();
    line.keep("title", &json!(step.title));
    line.keep("state", &json!(step.state.word()));
    line.keep("owner_side", &json!(step.owner_side.word()));
    line.facts.push(side.to_owned());
    line.text("role", "role", &step.role);
    line.text("assignee", "assignee", &step.assignee);
    if let Some(due) = step.due {
        // What may still move is expected, not due.
        let word = if step.provisional { "expected" } else { "due" };
        line.facts.push(format!("{word} {due}"));
        line.keep("due", &json!(due));
    }
    if let Some(day) = step.done_on {
        line.facts.push(format!("done {day}"));
        line.keep("done_on", &json!(day));
    }
    if step.state == StepState::Blocked {
        line.facts.push("blocked".to_owned());
    }
    if !step.required {
        line.facts.push("optional".to_owned());
        line.keep("required", &json!(false));
    }
    line.text("because", "reason", &step.reason);
    if step.visibility == Audience::Internal {
        line.facts.push("internal".to_owned());
        line.keep("visibility", &json!(step.visibility.word()));
    }
    let Line { facts, prints } = line;
    let depth = usize::try_from(step.depth).unwrap_or_default();
    format!(
        "{}- [{tick}] **{}**: {} <!-- cairn:step {} {} -->\n",
        "  ".repeat(depth),
        name(&step.title),
        facts.join(", "),
        step.id,
        prints.join(";")
    )
}
