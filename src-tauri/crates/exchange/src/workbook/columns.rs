//! The sheets of a workbook and their columns as they are read back: each by the names that people give it.

use std::sync::LazyLock;

use cairn_domain::{
    CHECKLIST_SHEETS, Kind, PLAN_SHEETS, SheetCell, SheetColumn, WordList, WorkbookSheet, sheet_columns,
};

/// One sheet: records of a kind.
#[derive(Debug)]
pub(super) struct SheetForm {
    pub(super) kind: Kind,
    /// Its names; the first as messages write it.
    pub(super) names: &'static [&'static str],
    pub(super) columns: Vec<Column>,
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
    /// A field.
    Field(SheetCell),
}

impl Sort {
    /// The words that a cell can hold, where it holds one of a list.
    pub(super) fn words(self) -> Vec<String> {
        match self {
            Self::Field(SheetCell::Word(list)) => words_of(list),
            Self::Id | Self::Field(_) => Vec::new(),
        }
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

/// The word of a list that a text means.
pub(super) fn word_of(list: WordList, text: &str) -> Option<&'static str> {
    let said = bare(text);
    let is = |said: &str| list.words.iter().copied().find(|word| bare(word) == said);
    is(&said).or_else(|| {
        is(match said.as_str() {
            "yesorno" => "yesno",
            "byhand" => "manual",
            "us" | "our" | "ourside" => "ours",
            "customers" | "customerside" => "customer",
            "done" | "closedsuccessful" => "closedsuccess",
            _ => return None,
        })
    })
}

/// The words of a list as people write them.
pub(super) fn words_of(list: WordList) -> Vec<String> {
    list.words.iter().map(|word| word.replace('_', " ")).collect()
}

/// The sheets of a plan, parents before children.
pub(super) fn of_plan() -> &'static [SheetForm] {
    static FORMS: LazyLock<Vec<SheetForm>> = LazyLock::new(|| PLAN_SHEETS.iter().map(form).collect());
    &FORMS
}

/// The sheet of a checklist.
pub(super) fn of_checklist() -> &'static [SheetForm] {
    static FORMS: LazyLock<Vec<SheetForm>> = LazyLock::new(|| CHECKLIST_SHEETS.iter().map(form).collect());
    &FORMS
}

fn form(WorkbookSheet { kind, key: _, names }: &WorkbookSheet) -> SheetForm {
    let id = Column { field: "id", sort: Sort::Id, names: &["External Id", "Cairn Id", "Record Id"] };
    let column =
        |SheetColumn { field, names, holds, ours: _ }| Column { field, sort: Sort::Field(holds), names };
    let columns = std::iter::once(id).chain(sheet_columns(*kind).into_iter().map(column)).collect();
    SheetForm { kind: *kind, names, columns }
}

#[cfg(test)]
mod tests {
    use cairn_domain::{CriterionKind, ObjectiveStatus, StepState, Word as _};

    use super::*;

    #[test]
    fn no_heading_means_two_columns_of_a_sheet() {
        for sheet in of_plan().iter().chain(of_checklist()) {
            for column in &sheet.columns {
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
        assert_eq!(word_of(ObjectiveStatus::LIST, "On Track"), Some("on_track"), "with a space");
        assert_eq!(word_of(ObjectiveStatus::LIST, "on_track"), Some("on_track"), "as the wire has it");
        assert_eq!(word_of(CriterionKind::LIST, "Yes or no"), Some("yes_no"), "as the catalogue words it");
        assert_eq!(
            word_of(StepState::LIST, "Done"),
            Some("done"),
            "a word goes before what people write for another"
        );
        assert_eq!(word_of(ObjectiveStatus::LIST, "Nearly"), None, "what is on no list");
    }
}
