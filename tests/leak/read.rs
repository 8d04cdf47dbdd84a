//! Everything that can be read out of a written document: its text, its metadata, its raw contents.

use std::{path::Path, process::Command};

use chrono::{Datelike, NaiveDate};

use super::marks::Mark;

/// What was read.
pub(crate) struct Copy {
    text: String,
    /// Without spaces, in lower case.
    squeezed: String,
    /// The same of what stands beside the text: descriptions, objects, streams.
    beside: String,
}

/// Reads a document.
pub(crate) fn read(path: &Path, format: &str) -> Copy {
    let file = path.to_str().unwrap();
    let (text, beside) = match format {
        "pdf" => (out("pdftotext", &["-layout", file, "-"]), pdf(file)),
        // Its parts are compressed one by one.
        "xlsx" => (out("unzip", &["-p", file]), out("unzip", &["-l", file])),
        _ => (std::fs::read_to_string(path).unwrap(), String::new()),
    };
    Copy {
        squeezed: squeezed(&text),
        beside: squeezed(&beside),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn squeezed(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// A PDF's description, its objects with their texts, and every stream unpacked.
fn pdf(file: &str) -> String {
    let unpacked = format!("{file}.unpacked");
    out("qpdf", &["--qdf", "--object-streams=disable", file, &unpacked]);
    let raw = std::fs::read(&unpacked).unwrap();
    let raw: String = raw.iter().map(|byte| char::from(*byte)).collect();
    [out("pdfinfo", &[file]), out("pdfinfo", &["-meta", file]), out("qpdf", &["--json=2", file]), raw]
        .join("\n")
}

fn out(program: &str, arguments: &[&str]) -> String {
    let output =
        Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

impl Copy {
    /// The text as a reader sees it, on one line.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether a text is anywhere in it, however it is broken and in whatever case.
    pub(crate) fn says(&self, text: &str) -> bool {
        let text = squeezed(text);
        self.squeezed.contains(&text) || self.beside.contains(&text)
    }

    /// Whether a mark is anywhere in it, in any way that it could be written.
    pub(crate) fn holds(&self, mark: &Mark) -> bool {
        match mark {
            Mark::Text(text) => self.says(text),
            Mark::Date(date) => dates(*date).iter().any(|date| self.says(date)),
            Mark::Number(number) => [number.to_string(), grouped(*number, ','), grouped(*number, '.')]
                .iter()
                // Beside the text there are numbers of all kinds.
                .any(|number| self.squeezed.contains(number)),
        }
    }
}

/// As `1 Mar 1999`, `1 Mar 99`, `1999-03-01`, and as the number of a spreadsheet's cell.
fn dates(date: NaiveDate) -> [String; 4] {
    let month = date.format("%b");
    [
        format!("{} {month} {}", date.day(), date.year()),
        // With a letter behind it a short year would be the beginning of anything.
        format!("{} {month} {:02} ", date.day(), date.year() % 100),
        date.to_string(),
        format!(
            "<v>{}</v>",
            date.num_days_from_ce() - NaiveDate::from_ymd_opt(1899, 12, 30).unwrap().num_days_from_ce()
        ),
    ]
}

fn grouped(number: i64, mark: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}
