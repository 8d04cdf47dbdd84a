//! The workbook that people edit and bring back: its sheets, and the columns that fields stand in.
//!
//! Written by `cairn-documents`, read by `cairn-exchange`, both from here. What is called how, and in which order, is declared
//! beside each field.

use crate::{
    columns::{Holds, Means, WordList},
    declared::{Customer, Field, Sort},
    fields::fields_of,
    kind::Kind,
};

/// One sheet: records of a kind, a row a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkbookSheet {
    /// Which.
    pub kind: Kind,
    /// The key of its name in the catalogue.
    pub key: &'static str,
    /// What it may be called when it comes back; the first is how messages write it.
    pub names: &'static [&'static str],
}

/// The sheets of a plan, parents before children.
pub const PLAN_SHEETS: &[WorkbookSheet] = &[
    WorkbookSheet {
        kind: Kind::Objective,
        key: "workbook_sheet_objective",
        names: &["Objectives", "Objective", "Outcomes", "Business outcomes"],
    },
    WorkbookSheet {
        kind: Kind::Criterion,
        key: "workbook_sheet_criterion",
        names: &["KPIs", "KPI", "Criteria", "Success criteria", "Metrics"],
    },
    WorkbookSheet {
        kind: Kind::Reading,
        key: "workbook_sheet_reading",
        names: &["KPI readings", "Readings", "KPI values"],
    },
    WorkbookSheet {
        kind: Kind::Initiative,
        key: "workbook_sheet_initiative",
        names: &["Initiatives", "Initiative", "Action plans"],
    },
    WorkbookSheet { kind: Kind::Task, key: "workbook_sheet_task", names: &["Tasks", "Task", "Steps"] },
    WorkbookSheet {
        kind: Kind::Dependency,
        key: "workbook_sheet_dependency",
        names: &["Dependencies", "Dependency", "Links"],
    },
];

/// The sheet of a checklist.
pub const CHECKLIST_SHEETS: &[WorkbookSheet] = &[WorkbookSheet {
    kind: Kind::ChecklistStep,
    key: "workbook_sheet_checklist",
    names: &["Steps", "Step", "Checklist"],
}];

/// A column of a sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SheetColumn {
    /// The field, by its name on the wire.
    pub field: &'static str,
    /// What the column may be called beside that.
    pub names: &'static [&'static str],
    /// What its cells hold.
    pub holds: SheetCell,
    /// True where only our own copy has it.
    pub ours: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetCell {
    /// A title.
    Title,
    /// A name, or a few words.
    Name,
    /// Prose.
    Prose,
    /// A date.
    Date,
    /// A number.
    Number,
    /// A number in the unit of the row's criterion.
    Measure,
    /// Yes or no.
    Flag,
    /// A word of a list.
    Word(WordList),
    /// Another record, by its title or id.
    Record(Kind),
    /// Several records, one a line.
    Records(Kind),
    /// Dated values: `2027-03-31: 20; 2027-06-30: 10`.
    Interim,
    /// Yes or no, only to be read: it is computed, and is not read back.
    Shown,
}

/// A computed column, behind the date of a step.
const PROVISIONAL: (u8, SheetColumn) = (
    9,
    SheetColumn {
        field: "provisional",
        names: &["May still move", "Expected"],
        holds: SheetCell::Shown,
        ours: false,
    },
);

/// The columns of a kind, in order.
#[must_use]
pub fn sheet_columns(kind: Kind) -> Vec<SheetColumn> {
    let declared = fields_of(kind).iter().filter_map(|field| {
        let called = field.workbook?;
        let (names, holds, ours) = (called.names, SheetCell::of(field), is_ours(kind, field));
        Some((called.place, SheetColumn { field: field.name, names, holds, ours }))
    });
    let reckoned = (kind == Kind::ChecklistStep).then_some(PROVISIONAL);
    let mut columns: Vec<_> = declared.chain(reckoned).collect();
    columns.sort_by_key(|(place, _)| *place);
    columns.into_iter().map(|(_, column)| column).collect()
}

/// True where a customer's copy has no such column.
fn is_ours(kind: Kind, field: &Field) -> bool {
    match (kind, field.name) {
        // A customer may choose Blocked, so there has to be a place for their reason. Ours is not shown: it stays
        // empty.
        (Kind::Task, "blocked_reason") => false,
        // A page of the plan says which other outcomes it serves; a customer's workbook does not.
        (Kind::Initiative, "also_serves") => true,
        _ => matches!(field.customer, Customer::Never),
    }
}

impl SheetCell {
    fn of(field: &Field) -> Self {
        match (field.means, field.holds, field.sort) {
            (Means::Word(list), ..) => Self::Word(list),
            (Means::Record(kind), ..) => Self::Record(kind),
            (.., Sort::Measure) => Self::Measure,
            (.., Sort::Title) => Self::Title,
            (.., Sort::Prose) => Self::Prose,
            (_, Holds::Day, _) => Self::Date,
            (_, Holds::Whole | Holds::Real, _) => Self::Number,
            (_, Holds::Flag, _) => Self::Flag,
            // The type of a list does not say what is in it, so the two that people edit are told apart by name.
            (_, Holds::Json, _) if field.name == "also_serves" => Self::Records(Kind::Objective),
            (_, Holds::Json, _) if field.name == "interim_targets" => Self::Interim,
            (_, Holds::Text | Holds::Instant | Holds::Json, _) => Self::Name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_called_by_one_field_of_its_sheet() {
        let bare = |name: &str| name.replace(['_', ' '], "").to_lowercase();
        for WorkbookSheet { kind, .. } in PLAN_SHEETS.iter().chain(CHECKLIST_SHEETS) {
            let columns = sheet_columns(*kind);
            assert!(!columns.is_empty(), "{kind:?} has columns");
            let mut names: Vec<_> = columns
                .iter()
                .flat_map(|column| column.names.iter().chain([&column.field]).map(|name| bare(name)))
                .collect();
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{kind:?}: one name is said of two columns, or twice of one");
        }
    }

    #[test]
    fn what_the_customer_never_sees_has_no_column_in_their_copy() {
        let ours = |kind| -> Vec<_> {
            sheet_columns(kind).into_iter().filter(|column| column.ours).map(|column| column.field).collect()
        };
        assert_eq!(ours(Kind::Objective), ["risks_visibility", "close_reason", "summary_of_outcome"]);
        assert_eq!(ours(Kind::Criterion), ["interim_targets", "weight", "source"]);
        assert_eq!(ours(Kind::Reading), ["note_visibility", "evidence", "who"]);
        assert_eq!(ours(Kind::Initiative), ["also_serves", "visibility"]);
        assert_eq!(ours(Kind::Task), ["priority", "milestone_risk", "visibility"]);
        assert_eq!(ours(Kind::ChecklistStep), ["reason", "note", "visibility"]);
    }
}
