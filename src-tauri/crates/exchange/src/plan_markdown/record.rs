//! From a part of the text to rows: an epic with its criteria, an issue with its tasks.

use std::ops::Range;

use cairn_domain::{
    Audience, Holds, InitiativeStatus, Kind, Level, Means, ObjectiveStatus, Side, State as _, TaskStatus,
    UseCase, VerifiableOutcomeStage, Word as _, WordList,
    gitlab::{self, Label, OBJECTIVE_LABEL, normalized, unguard},
    markdown_facts, markdown_sections,
    read::Mark,
};
use serde_json::Value;

use super::{
    criterion, facts,
    facts::{Listed, Tick},
    outline::shown,
    part::{Part, Section, What},
    preamble::{self, DUE, Preamble},
    said::{Fields, place},
    task::{self, no_word_of},
    value::date,
};
use crate::{Content, ParsedFile, Row};

/// Where the reading stands.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    /// True for a copy that holds what is ours alone.
    pub(super) internal: bool,
    /// The line of the objective that initiatives belong to.
    pub(super) above: Option<u32>,
    /// The mark of fractions, where the text shows which it is.
    pub(super) decimal: Option<Mark>,
}

/// A row without fields.
pub(super) fn row(kind: Kind, line: u32) -> Row {
    Row { kind, place: place(line), id: None, by_title: true, broken: false, fields: Vec::new() }
}

/// Takes the id of a mark; one that is none, or another kind's, is wrong.
fn identify(row: &mut Row, fields: &mut Fields, mark: Option<&(String, String)>) {
    let Some((what, id)) = mark else { return };
    match id.parse() {
        Ok(id) if what == row.kind.word() => (row.id, row.by_title) = (Some(id), false),
        Ok(_) => {
            fields
                .refuse("id", format!("The id in the comment is that of another kind of record, “{what}”."));
        }
        Err(_) => fields.refuse("id", format!("“{id}” is no id.")),
    }
}

impl Reader<'_> {
    /// The plan's own prose. What stands beside its sections goes to `others`.
    pub(super) fn plan(&self, part: &Part, fields: &mut Fields, others: &mut Vec<String>) {
        for form in markdown_sections(Kind::Plan) {
            if let Some(section) = part.section(form.field) {
                fields.line = Some(section.line);
                fields.say(form.field, self.prose(&section.body));
            }
        }
        fields.line = None;
        others.push(self.prose(&part.preamble));
        others.extend(part.others().map(|section| self.prose(&section.body)));
        others.retain(|prose| !prose.is_empty());
    }

    /// A prose as its author wrote it. Only our own copy keeps what its author hid: all others are shown to somebody.
    fn prose(&self, body: &Range<usize>) -> String {
        let said = normalized(&unguard(&normalized(self.text.get(body.clone()).unwrap_or_default())));
        if self.internal { said } else { normalized(&shown(&said)) }
    }

    fn section(&self, part: &Part, field: &str) -> Option<String> {
        part.section(field).map(|section| self.prose(&section.body))
    }

    /// An epic or an issue with what belongs to it.
    pub(super) fn part(&mut self, part: &Part, parsed: &mut ParsedFile) {
        let first = part.line + 1;
        let mut preamble = preamble::read(self.text.get(part.preamble.clone()).unwrap_or_default(), first);
        let mark = preamble.mark.take();
        let mut fields = Fields::default();
        fields.say("title", part.title.as_str());
        let kind = if part.what == What::Initiative { Kind::Initiative } else { Kind::Objective };
        let list = part.section(if kind == Kind::Objective { "criteria" } else { "tasks" });
        let listed = list.map(|section| self.listed(section, kind == Kind::Objective)).unwrap_or_default();
        let mut others = std::mem::take(&mut preamble.others);
        others.extend(part.others().map(|section| self.prose(&section.body)));
        // What stands among criteria or tasks and is none stays text of what they belong to.
        others.extend(Some(normalized(&unguard(&listed.rest))).filter(|rest| !rest.is_empty()));
        let mut listed_rows = ParsedFile::default();
        if kind == Kind::Objective {
            others.extend(self.criteria(&listed, part.line, &mut listed_rows));
        } else {
            self.tasks(&listed, part.line, &mut listed_rows);
        }
        let others = others.join("\n\n");
        let mut own = row(kind, part.line);
        let marked = mark.is_some();
        identify(&mut own, &mut fields, mark.map(|(_, what, id)| (what, id)).as_ref());
        if part.title.trim().is_empty() {
            fields.refuse("title", "This heading has no title.");
        }
        preamble_facts(&mut fields, kind, &preamble);
        if kind == Kind::Objective {
            self.above = Some(part.line);
            self.proses(part, &mut fields, &others, marked);
            if marked {
                fields.or_all(&["use_case", "priority"], &Value::Null);
            }
        } else {
            match self.above {
                Some(line) => fields.name("objective_id", Content::Line(Kind::Objective, line)),
                None => fields.refuse("objective_id", "No objective stands above this initiative."),
            }
            self.proses(part, &mut fields, &others, marked);
        }
        parsed.rows.push(fields.into_row(own, &mut parsed.row_errors));
        parsed.rows.append(&mut listed_rows.rows);
        parsed.row_errors.append(&mut listed_rows.row_errors);
        parsed.boxes.append(&mut listed_rows.boxes);
    }

    /// The proses of a record, and what a copy of it that comes back says by saying nothing.
    fn proses(&self, part: &Part, fields: &mut Fields, others: &str, marked: bool) {
        let kind = part.what.kind();
        for section in markdown_sections(kind).into_iter().filter(|section| section.declared.is_some()) {
            let prose = self.section(part, section.field);
            // What stands under headings of the author's own goes with what is always there.
            let prose = if section.is_needed() { with(prose, others) } else { prose };
            // A heading of Cairn's own that stays empty says nothing in a customer's copy.
            let own = section.is_viewed() && !section.is_needed();
            let kept = |prose: &String| !own || !prose.is_empty() || (marked && self.internal);
            if let Some(prose) = prose.filter(kept) {
                fields.say(section.field, prose);
            }
        }
        if marked {
            let sections = markdown_sections(kind).into_iter().filter(|section| !section.is_needed());
            let declared = sections.filter_map(|section| section.declared);
            let declared = declared.chain(markdown_facts(kind).into_iter().map(|fact| fact.field));
            for field in declared.filter(|field| field.empties() && (self.internal || !field.may_be_hidden()))
            {
                let nothing = if field.holds == Holds::Text { "".into() } else { Value::Null };
                fields.or(field.name, nothing);
            }
            fields.or("due", Value::Null);
        }
    }

    fn listed(&self, section: &Section, nested: bool) -> Listed {
        facts::listed(self.text.get(section.body.clone()).unwrap_or_default(), section.line + 1, nested)
    }

    /// Answers what ticks say that no value does.
    fn criteria(&self, listed: &Listed, parent: u32, parsed: &mut ParsedFile) -> Option<String> {
        let mut reached = Vec::new();
        for item in &listed.items {
            let named = facts::named(&item.raw, criterion::is_fact);
            // Cairn writes points; a line by hand is read as its text shows.
            let decimal = item.mark.as_ref().map(|_| Mark::Point).or(self.decimal);
            let mut measured = criterion::read(&named.facts, decimal, item.mark.is_some());
            if let Some(tick) = item.ticked.filter(|_| item.mark.is_none())
                && !measured.boxed(tick == Tick::Done)
            {
                reached.push(format!("- [x] {}", item.raw));
            }
            let (mut own, way) = (row(Kind::Criterion, item.line), measured.way());
            let fields = &mut measured.fields;
            identify(&mut own, fields, item.mark.as_ref());
            fields.say("name", named.name);
            fields.name("objective_id", Content::Line(Kind::Objective, parent));
            if let Some(way) = way {
                fields.or("direction", way.word());
            }
            if item.mark.is_some() {
                let range = fields.text("direction") == Some("in_range");
                let ends: &[&str] = if range { &["target_min", "target_max"] } else { &["target"] };
                fields.or_all(ends, &Value::Null);
                fields.or_all(&["baseline", "target_date"], &Value::Null);
            }
            parsed.rows.push(measured.fields.into_row(own, &mut parsed.row_errors));
            if let Some((value, day)) = measured.current {
                let mut fields = Fields::default();
                fields.name("criterion_id", Content::Line(Kind::Criterion, item.line));
                fields.say("value", value);
                if let Some(day) = day {
                    fields.say("date", day.to_string());
                }
                parsed.rows.push(fields.into_row(row(Kind::Reading, item.line), &mut parsed.row_errors));
            }
        }
        (!reached.is_empty()).then(|| reached.join("\n"))
    }

    fn tasks(&self, listed: &Listed, parent: u32, parsed: &mut ParsedFile) {
        for item in &listed.items {
            let named = facts::named(&item.raw, task::is_fact);
            let (mut own, mut fields) = (row(Kind::Task, item.line), task::read(&named.facts));
            identify(&mut own, &mut fields, item.mark.as_ref());
            fields.say("title", named.name);
            fields.name("initiative_id", Content::Line(Kind::Initiative, parent));
            let marked = item.mark.is_some();
            if let Some(tick) = item.ticked
                && let Some(status) = contradicted(tick, fields.text("status"))
            {
                parsed.boxes.insert(item.line, status);
            }
            match item.ticked {
                Some(Tick::Done) => fields.or("status", TaskStatus::ClosedSuccess.word()),
                // It is not open, and nobody did it.
                Some(Tick::Dropped) => fields.or("status", TaskStatus::Closed.word()),
                // By hand, a box without a tick says no more than that it is not done.
                Some(Tick::Open) | None if marked => fields.or("status", TaskStatus::New.word()),
                Some(Tick::Open) | None => {}
            }
            if marked {
                fields.or_all(&["owner", "customer_dri"], &"".into());
                fields.or("owner_side", Side::Ours.word());
                fields.or_all(&["start", "due"], &Value::Null);
                // A tick without a day says that it is done, and not when.
                if item.ticked != Some(Tick::Done) {
                    fields.or_all(&["done_date"], &Value::Null);
                }
                fields.or("milestone", false);
                if self.internal {
                    fields.or_all(&["priority", "milestone_risk"], &Value::Null);
                    fields.or("blocked_reason", "");
                    fields.or("visibility", Audience::Customer.word());
                }
            }
            parsed.rows.push(fields.into_row(own, &mut parsed.row_errors));
        }
    }
}

/// What a box says where the status behind it says otherwise.
fn contradicted(tick: Tick, status: Option<&str>) -> Option<TaskStatus> {
    let status: TaskStatus = status?.parse().ok()?;
    let means = match tick {
        Tick::Open => TaskStatus::New,
        Tick::Done => TaskStatus::DONE,
        Tick::Dropped => TaskStatus::Closed,
    };
    let agree = match tick {
        Tick::Open => status.is_open(),
        // Cairn ticks what is over, however it ended.
        Tick::Done => !status.is_open(),
        Tick::Dropped => status == TaskStatus::Closed,
    };
    (!agree).then_some(means)
}

/// A prose with what stands under headings of the author's own.
pub(super) fn with(prose: Option<String>, others: &str) -> Option<String> {
    let prose = prose?;
    Some(match (prose.is_empty(), others.is_empty()) {
        (_, true) => prose,
        (true, false) => others.to_owned(),
        (false, false) => format!("{prose}\n\n{others}"),
    })
}

/// Labels, quick actions and the list of facts.
fn preamble_facts(fields: &mut Fields, kind: Kind, preamble: &Preamble) {
    let objective = kind == Kind::Objective;
    for (line, label) in &preamble.labels {
        fields.line = Some(*line);
        let Some((scope, term)) = label.rsplit_once("::") else { continue };
        let of = |known: &str| scope.trim().eq_ignore_ascii_case(known);
        if objective {
            set::<ObjectiveStatus>(fields, "status", of, term);
            set::<VerifiableOutcomeStage>(fields, "stage", of, term);
            set::<UseCase>(fields, "use_case", of, term);
            set::<Level>(fields, "priority", of, term);
        } else if of("EP Initiative::Status") && term.eq_ignore_ascii_case("Proposal") {
            fields.say("status", InitiativeStatus::NotStarted.word());
        } else if of("EP Initiative::Status") {
            set::<InitiativeStatus>(fields, "status", |_| true, term);
        } else {
            set::<InitiativeStatus>(fields, "status", of, term);
        }
    }
    let wrong_epic = !objective && preamble.labels.iter().any(|(_, label)| label == OBJECTIVE_LABEL);
    if wrong_epic {
        fields.refuse("status", format!("An initiative does not carry the label “{OBJECTIVE_LABEL}”."));
    }
    let (ours, theirs) = if objective { ("owner", "customer_owner") } else { ("dri", "customer_dri") };
    let facts = markdown_facts(kind);
    for (line, key, value) in &preamble.facts {
        fields.line = Some(*line);
        if DUE.contains(&key.as_str()) {
            day(fields, "due", value);
        }
        let Some(fact) = facts.iter().find(|fact| fact.is_called(key)) else { continue };
        match (fact.field.means, fact.field.holds) {
            (Means::Word(list), _) => word(fields, fact.field.name, list, value),
            (_, Holds::Day) => day(fields, fact.field.name, value),
            _ => fields.say(fact.field.name, value.as_str()),
        }
    }
    for (line, action, rest) in &preamble.actions {
        fields.line = Some(*line);
        match action.as_str() {
            "due" | "due_date" => day(fields, "due", rest),
            "assign" => {
                let mut names = rest.split_whitespace().filter_map(task::handle);
                for field in [ours, theirs] {
                    if let Some(name) = names.next() {
                        fields.or(field, name);
                    }
                }
            }
            _ => {}
        }
    }
    fields.line = None;
}

fn set<L: Label>(fields: &mut Fields, field: &str, of: impl Fn(&str) -> bool, term: &str) {
    if of(L::SCOPE) {
        match L::of_term(term) {
            Some(word) => fields.say(field, word.word()),
            None => fields.refuse(field, no_label::<L>(term)),
        }
    }
}

fn no_label<L: Label>(term: &str) -> String {
    let terms: Vec<_> = L::VARIANTS.iter().map(|word| word.term()).collect();
    format!("“{term}” is no value of the label “{}”, which has {}.", L::SCOPE, terms.join(", "))
}

fn day(fields: &mut Fields, field: &str, said: &str) {
    match date(said) {
        Some(day) => fields.say(field, day.to_string()),
        None => fields.refuse(field, criterion::no_date(said)),
    }
}

fn word(fields: &mut Fields, field: &str, list: WordList, said: &str) {
    match gitlab::word_of_term(list, said) {
        Some(word) => fields.say(field, word),
        None => fields.refuse(field, no_word_of(list, said)),
    }
}
