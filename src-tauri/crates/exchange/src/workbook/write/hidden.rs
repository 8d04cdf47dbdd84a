//! The hidden sheet: what the workbook is of, how its sheets and columns are called, and the fingerprint of every
//! value it was written from. `cairn-exchange` reads it back.

use cairn_domain::Kind;
use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The sheet's name.
const NAME: &str = "_cairn";
/// The form of this workbook; a reader refuses one it does not know.
const FORM: &str = "1";

/// The lines of the sheet, collected while the others are written.
pub(super) struct Hidden {
    lines: Vec<Vec<String>>,
}

impl Hidden {
    /// `of` is the kind of record that the workbook is of, `id` which.
    pub(super) fn new(of: Kind, id: String) -> Self {
        Self { lines: vec![vec!["form".into(), FORM.into()], vec![of.word().into(), id]] }
    }

    /// A copy that is not taken back: names or hosts gave way to marks.
    pub(super) fn redacted(&mut self) {
        self.lines.push(vec!["redacted".into()]);
    }

    /// The ids are sealed, by this day.
    pub(super) fn sealed(&mut self, day: NaiveDate) {
        self.lines.push(vec!["sealed".into(), day.to_string()]);
    }

    /// A sheet without records.
    pub(super) fn prose(&mut self, name: &str) {
        self.lines.push(vec!["prose".into(), name.into()]);
    }

    /// A sheet of records.
    pub(super) fn sheet(&mut self, name: &str, kind: Kind) {
        self.lines.push(vec!["sheet".into(), name.into(), kind.word().into()]);
    }

    /// A column of a sheet.
    pub(super) fn column(&mut self, kind: Kind, heading: &str, field: &str) {
        self.lines.push(vec!["column".into(), kind.word().into(), heading.into(), field.into()]);
    }

    /// A record, with the fingerprint of each field that the workbook shows.
    pub(super) fn record(&mut self, kind: Kind, id: String, fields: &[(&str, String)]) {
        let fields =
            fields.iter().map(|(field, print)| format!("{field}={print}")).collect::<Vec<_>>().join(";");
        self.lines.push(vec!["record".into(), kind.word().into(), id, fields]);
    }

    /// Writes the sheet, where no menu shows it.
    pub(super) fn write(self, book: &mut Workbook) -> Result<(), XlsxError> {
        let text = Format::new().set_num_format("@");
        let sheet = book.add_worksheet();
        sheet.set_name(NAME)?.set_very_hidden(true);
        for (row, line) in (0..).zip(&self.lines) {
            for (column, cell) in (0..).zip(line) {
                sheet.write_string_with_format(row, column, cell, &text)?;
            }
        }
        Ok(())
    }
}
