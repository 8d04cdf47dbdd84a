//! Lists in workbooks, as other programs write them.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::json;

use super::*;

fn book(write: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    write(&mut book).and_then(|()| book.save_to_buffer()).unwrap_or_else(|error| panic!("{error}"))
}

fn read(bytes: &[u8]) -> RecordList {
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
        let record_list = read(&bytes);
        assert_eq!(
            record_list.rows.iter().filter_map(Row::title).collect::<Vec<_>>(),
            ["Nordwind"],
            "very: {very}"
        );
        assert_eq!(record_list.ignored, ["the hidden sheet “Old”"], "it is named");
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
    let record_list = read(&bytes);
    let ids: Vec<_> = record_list
        .rows
        .iter()
        .filter_map(|row| row.plain("external_id"))
        .map(|id| id["id"].clone())
        .collect();
    assert_eq!(ids, ["00000042", "012-345", "42"], "as each is shown");
    assert_eq!(record_list.rows[0].plain("licensed_seats"), Some(&json!(1200)), "an amount stays one");
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
    let record_list = read(&bytes);
    let of = |field: &str| record_list.rows.iter().map(|row| row.plain(field).cloned()).collect::<Vec<_>>();
    let text = |text: &str| Some(json!(text));
    assert_eq!(of("region"), [text("EMEA"), text("EMEA"), text("EMEA"), None]);
    assert_eq!(of("industry"), [None, None, text("Rail"), text("Rail")], "and what stands behind it");
    assert_eq!(of("name").len(), 4, "a title over all columns is no row");
}

#[test]
fn an_amount_is_in_the_currency_that_its_cell_shows() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Account Name")?.write(0, 1, "ARR")?;
        for (row, code) in (1..).zip([
            "[$$-409]#,##0.00",
            "#,##0.00 [$€-407]",
            "[$£-809]#,##0",
            "#,##0.000 [$KWD]",
            "#,##0.00",
        ]) {
            let format = Format::new().set_num_format(code);
            sheet.write(row, 0, code)?.write_with_format(row, 1, 12_500.5, &format)?;
        }
        Ok(())
    });
    let shown: Vec<_> = read(&bytes)
        .rows
        .iter()
        .filter_map(|row| row.plain("arr"))
        .map(|arr| (arr["number"].clone(), arr["shown"]["sign"].clone(), arr["shown"]["likely"].clone()))
        .collect();
    let number = json!(12_500.5);
    assert_eq!(
        shown,
        [
            (number.clone(), json!("$"), json!("USD")),
            (number.clone(), json!("€"), json!(null)),
            (number.clone(), json!("£"), json!("GBP")),
            (number.clone(), json!("KWD"), json!(null)),
            (number, json!(null), json!(null)),
        ],
        "by its sign, and by the country where several use it"
    );
}

#[test]
fn a_merged_amount_is_not_so_much_for_each_row() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Account Name")?.write(0, 1, "ARR")?.write(0, 2, "Seats")?;
        sheet.merge_range(1, 1, 3, 1, "", &Format::new())?.write(1, 1, 300)?;
        sheet.merge_range(1, 2, 3, 2, "30", &Format::new())?;
        for (row, name) in [(1, "A"), (2, "B"), (3, "C")] {
            sheet.write(row, 0, name)?;
        }
        Ok(())
    });
    let record_list = read(&bytes);
    assert_eq!(record_list.row_errors, []);
    let of = |field: &str| record_list.rows.iter().filter(|row| row.plain(field).is_some()).count();
    assert_eq!(
        (record_list.rows.len(), of("arr"), of("licensed_seats")),
        (3, 1, 1),
        "it stands in its first row"
    );
}

#[test]
fn a_formatted_report_with_merged_groups_has_no_sums_among_its_accounts() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        let plain = Format::new();
        for (column, head) in (0..).zip(["Region", "Account Name", "ARR"]) {
            sheet.write(0, column, head)?;
        }
        sheet.merge_range(1, 0, 2, 0, "EMEA", &plain)?;
        sheet.write(1, 1, "Alpha")?.write(1, 2, 100)?.write(2, 1, "Beta")?.write(2, 2, 250)?;
        sheet.merge_range(3, 0, 6, 0, "Total", &plain)?;
        for (row, (word, number)) in
            (3..).zip([("Sum", 350.0), ("Avg", 175.0), ("Count", 2.0), ("Max", 250.0)])
        {
            sheet.write(row, 1, word)?.write(row, 2, number)?;
        }
        Ok(())
    });
    let record_list = read(&bytes);
    let names: Vec<_> = record_list.rows.iter().filter_map(Row::title).collect();
    assert_eq!(
        (names, record_list.left_out.len(), record_list.row_errors),
        (vec!["Alpha", "Beta"], 4, Vec::new())
    );
}
