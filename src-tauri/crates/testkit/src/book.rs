//! A workbook as another program reads and writes it: cells alone, no formats, no hidden sheets.

use std::path::Path;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(NaiveDate),
    /// A formula.
    Formula(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A sheet: its rows, the headings first.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows, of one length.
    pub rows: Vec<Vec<Cell>>,
}

/// A workbook.
#[derive(Clone, PartialEq, Debug)]
pub struct Book {
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// Reads a file.
    pub fn read(path: &Path) -> Self {
        let mut file: Xlsx<_> = open_workbook(path).expect("a workbook");
        let sheets = file.worksheets().into_iter().map(|(name, range)| {
            let formulas = file.worksheet_formula(&name).expect("a sheet's formulas");
            assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name} holds a formula");
            Sheet { name, rows: range.rows().map(|row| row.iter().map(cell).collect()).collect() }
        });
        Self { sheets: sheets.collect() }
    }

    /// A sheet by its name.
    pub fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
    }

    /// Writes a file.
    pub fn save(&self, path: &Path) {
        let mut book = Workbook::new();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for Sheet { name, rows } in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(name).expect("a name");
            for (at, row) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(row) {
                    match cell {
                        Cell::Empty => continue,
                        Cell::Text(text) => sheet.write_string(at, column, text),
                        Cell::Number(number) => sheet.write_number(at, column, *number),
                        Cell::Date(date) => {
                            let date = ExcelDateTime::parse_from_str(&date.to_string()).expect("a date");
                            sheet.write_datetime_with_format(at, column, &date, &day)
                        }
                        Cell::Formula(formula) => sheet.write_formula(at, column, Formula::new(formula)),
                    }
                    .expect("a cell");
                }
            }
        }
        book.save(path).expect("the file");
    }
}

impl Sheet {
    /// The column of a heading.
    pub fn column(&self, heading: &str) -> usize {
        let heads = self.rows.first().expect("headings");
        heads.iter().position(|cell| *cell == heading.into()).unwrap_or_else(|| panic!("no column {heading}"))
    }

    /// The first row whose cell under a heading is that text.
    pub fn row(&self, heading: &str, text: &str) -> usize {
        let column = self.column(heading);
        let found = self.rows.iter().position(|row| row.get(column) == Some(&text.into()));
        found.unwrap_or_else(|| panic!("no {heading} {text}"))
    }

    /// A cell.
    pub fn cell(&mut self, row: usize, heading: &str) -> &mut Cell {
        let column = self.column(heading);
        &mut self.rows[row][column]
    }

    /// Adds a row that has these cells under their headings.
    pub fn add(&mut self, cells: &[(&str, Cell)]) {
        let mut row = vec![Cell::Empty; self.rows[0].len()];
        for (heading, cell) in cells {
            row[self.column(heading)] = cell.clone();
        }
        self.rows.push(row);
    }
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => text.as_str().into(),
        Data::Float(number) => Cell::Number(*number),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::DateTime(instant) => {
            let (year, month, day, ..) = instant.to_ymd_hms_milli();
            let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
            Cell::Date(date.expect("a date"))
        }
        other => panic!("{other:?} stands in no workbook of ours"),
    }
}
