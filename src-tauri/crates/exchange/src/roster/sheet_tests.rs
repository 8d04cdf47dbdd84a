//! Lists in workbooks, as other programs write them.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::json;

use super::*;

fn book(write: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    write(&mut book).and_then(|()| book.save_to_buffer()).unwrap_or_else(|error| panic!("{error}"))
}

fn read(bytes: &[u8]) -> Roster {
    open(Kind::Account, bytes, None)
        .map(|opened| opened.read(&Choices::default()))
        .unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn a_sheet_that_nobody_sees_does_not_stand_for_the_list() {
    for very in [false, true] {
        let bytes = book(|book| {
            let hidden = book.add_worksheet().set_name("Old")?;
            if very {
                hidden.set_very_hidden(true)
            } else {
                hidden.set_hidden(true)
            };
            for (column, head) in ["Account Name", "ARR", "Industry", "CSM"].iter().enumerate() {
                hidden.write(0, u16::try_from(column).unwrap_or_default(), *head)?.write(1, 0, "Ghost")?;
            }
            let seen = book.add_worksheet().set_name("Accounts")?.set_active(true);
            seen.write(0, 0, "Account Name")?.write(1, 0, "Nordwind")?;
            Ok(())
        });
        let roster = read(&bytes);
        assert_eq!(
            roster.rows.iter().filter_map(Row::title).collect::<Vec<_>>(),
            ["Nordwind"],
            "very: {very}"
        );
        assert_eq!(roster.ignored, ["the hidden sheet “Old”"], "it is named");
    }
}

#[test]
fn a_key_that_a_format_shows_with_zeros_is_that_text() {
    let bytes = book(|book| {
        let key = Format::new().set_num_format("00000000");
        let parts = Format::new().set_num_format("000-000");
        let money = Format::new().set_num_format("#,##0.00");
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Account ID")?.write(0, 1, "Account Name")?.write(0, 2, "Seats")?;
        sheet.write_with_format(1, 0, 42, &key)?.write(1, 1, "A")?.write_with_format(1, 2, 1200, &money)?;
        sheet.write_with_format(2, 0, 12_345, &parts)?.write(2, 1, "B")?.write(3, 0, 42)?.write(3, 1, "C")?;
        Ok(())
    });
    let roster = read(&bytes);
    let ids: Vec<_> =
        roster.rows.iter().filter_map(|row| row.plain("external_id")).map(|id| id["id"].clone()).collect();
    assert_eq!(ids, ["00000042", "012-345", "42"], "as each is shown");
    assert_eq!(roster.rows[0].plain("licensed_seats"), Some(&json!(1200)), "an amount stays one");
}

#[test]
fn a_merged_cell_holds_in_every_row_that_it_covers() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 2, "My accounts", &plain)?;
        sheet.write(1, 0, "Region")?.write(1, 1, "Account Name")?.write(1, 2, "Industry")?;
        sheet.merge_range(2, 0, 4, 0, "EMEA", &plain)?;
        for (row, name) in [(2, "A"), (3, "B"), (4, "C"), (5, "D")] {
            sheet.write(row, 1, name)?;
        }
        sheet.merge_range(4, 2, 5, 2, "Rail", &plain)?;
        Ok(())
    });
    let roster = read(&bytes);
    let of = |field: &str| roster.rows.iter().map(|row| row.plain(field).cloned()).collect::<Vec<_>>();
    let text = |text: &str| Some(json!(text));
    assert_eq!(of("region"), [text("EMEA"), text("EMEA"), text("EMEA"), None]);
    assert_eq!(of("industry"), [None, None, text("Rail"), text("Rail")], "and what stands behind it");
    assert_eq!(of("name").len(), 4, "a title over all columns is no row");
}
