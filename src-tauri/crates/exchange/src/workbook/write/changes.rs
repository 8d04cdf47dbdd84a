//! The last sheet: what changed since the plan's last version. It is for reading; nothing of it is brought back.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use super::hidden::Hidden;
use crate::tasks::looks_like_formula;
use cairn_documents::{
    Words,
    success_plan::{SuccessPlan, changed_rows},
};

const COLUMNS: [(&str, f64); 5] = [
    ("doc_outcome", 36.0),
    ("doc_what", 42.0),
    ("doc_change", 22.0),
    ("doc_change_from", 30.0),
    ("doc_change_to", 30.0),
];

/// Writes the sheet, unless nothing changed.
pub(super) fn write(
    book: &mut Workbook,
    hidden: &mut Hidden,
    words: Words<'_>,
    plan: &SuccessPlan,
) -> Result<(), XlsxError> {
    let rows = changed_rows(plan);
    if rows.is_empty() {
        return Ok(());
    }
    let name = words.get("workbook_sheet_changes");
    hidden.prose(&name);
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let quoted = text.clone().set_quote_prefix();
    let head = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00EF_EDE8))
        .set_border_bottom(FormatBorder::Thin);
    let sheet = book.add_worksheet();
    sheet.set_name(&name)?.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    if let Some(line) = &plan.classification {
        let line: String = line.replace('&', "&&").chars().take(200).collect();
        sheet.set_header(format!("&C{line}")).set_footer(format!("&C{line}"));
    }
    for (at, (key, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, words.get(key), &head)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            let format = if looks_like_formula(&cell) { &quoted } else { &text };
            sheet.write_string_with_format(row, column, cell, format)?;
        }
    }
    Ok(())
}
