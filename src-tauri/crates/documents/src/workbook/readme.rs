//! The first sheet: for whom the workbook is, of which plan, from when, and how it is edited and brought back.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use super::hidden::Hidden;
use crate::{
    success_plan::{Reader, SuccessPlan},
    words::Words,
};

/// As wide as the text, in characters.
const WIDE: u16 = 90;
/// As high as a line, in points.
const LINE: u16 = 16;

/// Writes the sheet.
pub(super) fn write(
    book: &mut Workbook,
    hidden: &mut Hidden,
    words: Words<'_>,
    plan: &SuccessPlan,
) -> Result<(), XlsxError> {
    let name = words.get("workbook_sheet_readme");
    hidden.prose(&name);
    let text =
        || Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap().set_quote_prefix();
    let title = text().set_bold().set_font_size(16);
    let strong = text().set_bold();
    let text = text();
    let audience = match &plan.reader {
        Reader::Customer => words.fill("workbook_readme_customer", &[("account", &plan.account)]),
        Reader::Internal(_) => words.get("workbook_readme_internal"),
    };
    let facts = [
        ("workbook_readme_account", plan.account.clone()),
        ("workbook_readme_date", words.date(plan.today)),
        ("workbook_readme_audience", audience),
    ];
    let rules = [
        "workbook_readme_edit",
        "workbook_readme_new",
        "workbook_readme_delete",
        "workbook_readme_id",
        "workbook_readme_formula",
        "workbook_readme_return",
    ];
    let sheet = book.add_worksheet();
    sheet.set_name(&name)?.set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 16)?.set_column_width(1, WIDE)?;
    let mut row = 0;
    if let Some(line) = &plan.classification {
        sheet.write_string_with_format(row, 1, line, &strong)?;
        row += 1;
    }
    sheet.set_row_height(row, LINE * 2)?;
    sheet.write_string_with_format(row, 1, &plan.title, &title)?;
    for (key, value) in facts {
        row += 1;
        sheet.write_string_with_format(row, 0, words.get(key), &strong)?;
        sheet.write_string_with_format(row, 1, value, &text)?;
    }
    row += 1;
    for key in rules {
        row += 1;
        let rule = words.get(key);
        // Not every program makes room for a second line by itself.
        let lines = rule.chars().count().div_ceil(usize::from(WIDE) - 10);
        sheet.set_row_height(row, LINE * u16::try_from(lines).unwrap_or(1))?;
        sheet.write_string_with_format(row, 1, rule, &text)?;
    }
    Ok(())
}
