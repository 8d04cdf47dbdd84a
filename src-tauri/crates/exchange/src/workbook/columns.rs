//! The sheets of a plan's workbook and their columns, each by the names that people give it.

use cairn_domain::{
    Audience, CriterionKind, CriterionSource, Direction, InitiativeStatus, Kind, Level, ObjectiveStatus,
    Side, StepSide, StepState, TaskStatus, UseCase, VerifiableOutcomeStage, Word,
};

/// One sheet: records of a kind.
#[derive(Debug)]
pub(super) struct SheetForm {
    pub(super) kind: Kind,
    /// Its names; the first as messages write it.
    pub(super) names: &'static [&'static str],
    pub(super) columns: &'static [Column],
}

/// One column: a field of the record.
#[derive(Debug)]
pub(super) struct Column {
    /// The field on the wire; `id` for the record's own id.
    pub(super) field: &'static str,
    pub(super) sort: Sort,
    /// Names beside the field's own.
    names: &'static [&'static str],
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sort {
    /// The record's id.
    Id,
    Text,
    Date,
    Number,
    /// Yes or no.
    Flag,
    /// A word of a list: from what people write to the word on the wire, and all words.
    Word(fn(&str) -> Option<&'static str>, fn() -> Vec<String>),
    /// Another record, by id or title.
    Record(Kind),
    /// Several records, one a line.
    Records(Kind),
    /// Dated values: `2027-03-31: 20; 2027-06-30: 10`.
    Interim,
    /// Shown only: what stands there is not read.
    Shown,
}

impl Sort {
    /// The words that a cell can hold, where it holds one of a list.
    pub(super) fn words(self) -> Vec<String> {
        if let Self::Word(_, all) = self { all() } else { Vec::new() }
    }
}

impl Column {
    /// True where a heading of a file means this column. Case, spaces and signs do not count.
    pub(super) fn is_called(&self, heading: &str) -> bool {
        let heading = bare(heading);
        bare(self.field) == heading || self.names.iter().any(|name| bare(name) == heading)
    }
}

/// Letters and digits only, in lower case.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

const fn column(field: &'static str, sort: Sort, names: &'static [&'static str]) -> Column {
    Column { field, sort, names }
}

const fn word<W: Word>() -> Sort {
    Sort::Word(word_of::<W>, words_of::<W>)
}

fn word_of<W: Word>(text: &str) -> Option<&'static str> {
    let said = bare(text);
    if let Some(own) = W::VARIANTS.iter().map(|variant| variant.word()).find(|word| bare(word) == said) {
        return Some(own);
    }
    let text = match said.as_str() {
        "yesorno" => "yesno".to_owned(),
        "byhand" => "manual".to_owned(),
        "us" | "our" | "ourside" => "ours".to_owned(),
        "customers" | "customerside" => "customer".to_owned(),
        "done" | "closedsuccessful" => "closedsuccess".to_owned(),
        other => other.to_owned(),
    };
    W::VARIANTS.iter().map(|variant| variant.word()).find(|word| bare(word) == text)
}

fn words_of<W: Word>() -> Vec<String> {
    W::VARIANTS.iter().map(|variant| variant.word().replace('_', " ")).collect()
}

const ID: Column = column("id", Sort::Id, &["External Id", "Cairn Id", "Record Id"]);

/// Every sheet, parents before children.
pub(super) const SHEETS: &[SheetForm] = &[
    SheetForm {
        kind: Kind::Objective,
        names: &["Objectives", "Objective", "Outcomes", "Business outcomes"],
        columns: &[
            ID,
            column("title", Sort::Text, &["Name", "Objective", "Outcome"]),
            column("status", word::<ObjectiveStatus>(), &[]),
            column(
                "stage",
                word::<VerifiableOutcomeStage>(),
                &["Verifiable outcome", "Verifiable outcome stage"],
            ),
            column("owner", Sort::Text, &["Our owner"]),
            column("customer_owner", Sort::Text, &[]),
            column("start", Sort::Date, &["Start date"]),
            column("due", Sort::Date, &["Due date", "Target date", "End", "End date"]),
            column("summary", Sort::Text, &["Description"]),
            column("business_impact", Sort::Text, &["Impact", "What it means to the business"]),
            column("successes", Sort::Text, &[]),
            column("risks", Sort::Text, &[]),
            column("risks_visibility", word::<Audience>(), &["Who sees the risks", "Risks are for"]),
            column("use_case", word::<UseCase>(), &[]),
            column("priority", word::<Level>(), &[]),
            column("close_reason", Sort::Text, &[]),
            column("summary_of_outcome", Sort::Text, &["Outcome summary"]),
        ],
    },
    SheetForm {
        kind: Kind::Criterion,
        names: &["KPIs", "KPI", "Criteria", "Success criteria", "Metrics"],
        columns: &[
            ID,
            column("objective_id", Sort::Record(Kind::Objective), &["Objective", "Outcome"]),
            column("name", Sort::Text, &["Title", "KPI", "Criterion", "Metric"]),
            column("kind", word::<CriterionKind>(), &["Type"]),
            column("unit", Sort::Text, &["Units"]),
            column("direction", word::<Direction>(), &["Better"]),
            column("baseline", Sort::Number, &["From"]),
            column("target", Sort::Number, &["Goal", "To"]),
            column("target_min", Sort::Number, &["Target from", "Target minimum", "Minimum"]),
            column("target_max", Sort::Number, &["Target to", "Target maximum", "Maximum"]),
            column("target_date", Sort::Date, &["Due", "By", "Due date"]),
            column("interim_targets", Sort::Interim, &["Targets on the way"]),
            column("weight", Sort::Number, &[]),
            column("source", word::<CriterionSource>(), &["Readings come from"]),
        ],
    },
    SheetForm {
        kind: Kind::Reading,
        names: &["KPI readings", "Readings", "KPI values"],
        columns: &[
            ID,
            column("criterion_id", Sort::Record(Kind::Criterion), &["KPI", "Criterion", "Metric"]),
            column("date", Sort::Date, &["Day", "Read on"]),
            column("value", Sort::Number, &["Reading"]),
            column("note", Sort::Text, &["Notes", "Comment"]),
            column("note_visibility", word::<Audience>(), &["Who sees the note", "The note is for"]),
            column("evidence", Sort::Text, &["Evidence or link"]),
            column("who", Sort::Text, &["Read by"]),
        ],
    },
    SheetForm {
        kind: Kind::Initiative,
        names: &["Initiatives", "Initiative", "Action plans"],
        columns: &[
            ID,
            column("objective_id", Sort::Record(Kind::Objective), &["Objective", "Outcome"]),
            column("title", Sort::Text, &["Name", "Initiative"]),
            column("status", word::<InitiativeStatus>(), &[]),
            column("dri", Sort::Text, &["Our DRI", "Owner"]),
            column("customer_dri", Sort::Text, &[]),
            column("due", Sort::Date, &["Due date", "End"]),
            column("update_text", Sort::Text, &["Update", "Updates"]),
            column("also_serves", Sort::Records(Kind::Objective), &[]),
            column("visibility", word::<Audience>(), &["Visible to", "Who sees it", "Audience"]),
        ],
    },
    SheetForm {
        kind: Kind::Task,
        names: &["Tasks", "Task", "Steps"],
        columns: &[
            ID,
            column("initiative_id", Sort::Record(Kind::Initiative), &["Initiative"]),
            column("title", Sort::Text, &["Name", "Task", "Step"]),
            column("status", word::<TaskStatus>(), &["State"]),
            column("owner", Sort::Text, &["Assignee", "Who"]),
            column("owner_side", word::<Side>(), &["Side", "Owner is"]),
            column("customer_dri", Sort::Text, &[]),
            column("start", Sort::Date, &["Start date"]),
            column("due", Sort::Date, &["Due date", "End"]),
            column("done_date", Sort::Date, &["Done", "Done on"]),
            column("milestone", Sort::Flag, &[]),
            column("priority", word::<Level>(), &[]),
            column("milestone_risk", word::<Level>(), &[]),
            column("blocked_reason", Sort::Text, &["Blocked by", "Waits for"]),
            column("visibility", word::<Audience>(), &["Visible to", "Who sees it", "Audience"]),
        ],
    },
    SheetForm {
        kind: Kind::Dependency,
        names: &["Dependencies", "Dependency", "Links"],
        columns: &[
            ID,
            column("predecessor_id", Sort::Record(Kind::Task), &["Predecessor", "First", "Before"]),
            column("successor_id", Sort::Record(Kind::Task), &["Successor", "Then", "After"]),
            column("lag_days", Sort::Number, &["Lag", "Lag in working days"]),
        ],
    },
];

/// The sheet of a checklist's workbook.
pub(super) const CHECKLIST: &[SheetForm] = &[SheetForm {
    kind: Kind::ChecklistStep,
    names: &["Steps", "Step", "Checklist"],
    columns: &[
        ID,
        column("phase", Sort::Text, &["Phases"]),
        column("group_title", Sort::Text, &["Group"]),
        column("title", Sort::Text, &["Name", "Step", "What"]),
        column("owner_side", word::<StepSide>(), &["Side", "Owner is"]),
        column("role", Sort::Text, &["In which role"]),
        column("assignee", Sort::Text, &["Done by", "Who", "Assigned to", "Owner"]),
        column("required", Sort::Flag, &["Must"]),
        column("due", Sort::Date, &["Due date", "By"]),
        column("provisional", Sort::Shown, &["May still move", "Expected"]),
        column("state", word::<StepState>(), &["Status"]),
        column("done_on", Sort::Date, &["Done", "Done date"]),
        column("evidence_wanted", Sort::Text, &["To be shown by"]),
        column("evidence", Sort::Text, &["Shown by"]),
        column("reason", Sort::Text, &["Because"]),
        column("note", Sort::Text, &["Notes", "Comment"]),
        column("visibility", word::<Audience>(), &["Visible to", "Who sees it", "Audience"]),
    ],
}];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_means_two_columns_of_a_sheet() {
        for sheet in SHEETS.iter().chain(CHECKLIST) {
            for column in sheet.columns {
                for name in column.names.iter().chain([&column.field]) {
                    let meant: Vec<_> = sheet
                        .columns
                        .iter()
                        .filter(|other| other.is_called(name))
                        .map(|other| other.field)
                        .collect();
                    assert_eq!(meant, [column.field], "{:?}: {name}", sheet.kind);
                }
            }
        }
    }

    #[test]
    fn a_word_is_known_as_people_and_as_the_wire_write_it() {
        assert_eq!(word_of::<ObjectiveStatus>("On Track"), Some("on_track"), "with a space");
        assert_eq!(word_of::<ObjectiveStatus>("on_track"), Some("on_track"), "as the wire has it");
        assert_eq!(word_of::<CriterionKind>("Yes or no"), Some("yes_no"), "as the catalogue words it");
        assert_eq!(
            word_of::<StepState>("Done"),
            Some("done"),
            "a word goes before what people write for another"
        );
        assert_eq!(word_of::<ObjectiveStatus>("Nearly"), None, "what is on no list");
    }
}
