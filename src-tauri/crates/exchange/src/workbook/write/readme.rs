//! The first sheet: for whom the workbook is, of what, from when, and how it is edited and brought back.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use super::hidden::Hidden;
use cairn_documents::Words;

/// As wide as the text, in characters.
const WIDE: u16 = 90;
/// As high as a line, in points.
const LINE: u16 = 16;

/// What the sheet tells.
pub(super) struct Readme<'a> {
    pub(super) title: &'a str,
    pub(super) account: &'a str,
    pub(super) internal: bool,
    pub(super) today: NaiveDate,
    pub(super) classification: Option<&'a str>,
    /// How it is edited and brought back: keys of sentences.
    pub(super) rules: &'a [&'static str],
}

/// Writes the sheet.
pub(super) fn write(
    book: &mut Workbook,
    hidden: &mut Hidden,
    words: Words<'_>,
    readme: &Readme<'_>,
) -> Result<(), XlsxError> {
    let name = words.get("workbook_sheet_readme");
    hidden.prose(&name);
    let text =
        || Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap().set_quote_prefix();
    let title = text().set_bold().set_font_size(16);
    let strong = text().set_bold();
    let text = text();
    let audience = if readme.internal {
        words.get("workbook_readme_internal")
    } else {
        words.fill("workbook_readme_customer", &[("account", readme.account)])
    };
    let facts = [
        ("workbook_readme_account", readme.account.to_owned()),
        ("workbook_readme_date", words.date(readme.today)),
        ("workbook_readme_audience", audience),
    ];
    let sheet = book.add_worksheet();
    sheet.set_name(&name)?.set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 16)?.set_column_width(1, WIDE)?;
    let mut row = 0;
    if let Some(line) = readme.classification {
        sheet.write_string_with_format(row, 1, line, &strong)?;
        row += 1;
    }
    sheet.set_row_height(row, LINE * 2)?;
    sheet.write_string_with_format(row, 1, readme.title, &title)?;
    for (key, value) in facts {
        row += 1;
        sheet.write_string_with_format(row, 0, words.get(key), &strong)?;
        sheet.write_string_with_format(row, 1, value, &text)?;
    }
    row += 1;
    for key in readme.rules {
        row += 1;
        let rule = words.get(key);
        // Not every program makes room for a second line by itself.
        let lines = rule.chars().count().div_ceil(usize::from(WIDE) - 10);
        sheet.set_row_height(row, LINE * u16::try_from(lines).unwrap_or(1))?;
        sheet.write_string_with_format(row, 1, rule, &text)?;
    }
    Ok(())
}
