//! Rows that are no records, as reports have them, and records that look like such rows.

use super::*;

fn read(text: &str, keep: &[u32]) -> RecordList {
    let keep = keep.iter().map(|row| RowPlace { sheet: None, row: Some(*row) }).collect();
    let choices = Choices { keep, ..Choices::default() };
    open(Kind::Account, text.as_bytes(), None)
        .map(|opened| opened.read(&choices))
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Names of the records, lines that were left out, and lines that are asked about.
fn parted(text: &str, keep: &[u32]) -> (Vec<String>, Vec<u32>, Vec<u32>) {
    let record_list = read(text, keep);
    let rows = record_list.rows.iter().filter(|row| !row.broken);
    let names = rows.filter_map(Row::title).map(str::to_owned).collect();
    let left = record_list.left_out.iter().filter_map(|left| left.place.row).collect();
    assert!(
        record_list.row_errors.iter().all(|row_error| row_error.doubt),
        "{text}: {:?}",
        record_list.row_errors
    );
    (names, left, record_list.row_errors.iter().filter_map(|row_error| row_error.place.row).collect())
}

/// Tries a list: its records, the lines that are left out, and those that are asked about.
fn is(text: &str, names: &[&str], left: &[u32], asked: &[u32], why: &str) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(parted(text, &[]), (names, left.to_vec(), asked.to_vec()), "{why}: {text}");
}

const BOTH: &[&str] = &["Alpha", "Beta"];

#[test]
fn a_sum_has_two_words_or_further_columns() {
    is(
        "Industry  ↑;Account Name;ARR\nRetail;Alpha;100\n;Beta;200\nSubtotal;Sum;300\n;Count;2\nTotal;Sum;300\n;Count;2\n",
        BOTH,
        &[4, 5, 6, 7],
        &[],
        "as formatted reports are exported, with the kind of sum in the next column",
    );
    is(
        "Billing Country;Account Name;ARR\nFrance;Alpha;100\n;Beta;200\nSubtotal;Sum;300\n;Count;2\nTotal;Sum;300\n;Count;2\n",
        BOTH,
        &[4, 5, 6, 7],
        &[],
        "whatever the first column holds",
    );
    is(
        "Account Name,ARR,Seats,Health\nAlpha,100,10,80%\nBeta,50,5,70%\nEMEA Total,150,15,75%\n",
        BOTH,
        &[4],
        &[],
        "a share has no sum",
    );
    is(
        "Account Name,CSM,ARR\nAlpha,A,100\nBeta,B,200\nEMEA Total,2 owners,300\n",
        BOTH,
        &[4],
        &[],
        "a count of something",
    );
    is(
        "Account Name,City,ARR,Seats\nAlpha,A,100,\nBeta,B,200,\nEMEA Total,-,300,-\n",
        BOTH,
        &[4],
        &[],
        "a dash is nothing",
    );
    is(
        "Account Name,ARR,Seats\nAlpha,100,10\nBeta,200,20\nEMEA Total,300,99\n",
        BOTH,
        &[],
        &[4],
        "what fits in part only is asked",
    );
}

#[test]
fn a_word_in_the_column_of_ids_is_no_id() {
    is(
        "Account ID,Account Name,ARR\n001A,Alpha,100\n001B,Beta,200\nSubtotal,2 records,300\nTotal,,300\n001C,Gamma,1\n",
        &["Alpha", "Beta", "Gamma"],
        &[4, 5],
        &[],
        "with the count where the name stands",
    );
}

#[test]
fn other_spreadsheets_have_other_words() {
    for (group, whole) in [
        ("EMEA Ergebnis", "Gesamtergebnis"),
        ("Totaal EMEA", "Eindtotaal"),
        ("EMEA Subtotaal", "Eindtotaal"),
        ("Totale EMEA", "Totale complessivo"),
        ("EMEA 集計", "総計"),
        ("EMEA合計", "合計"),
        ("EMEA 小計", "合計"),
        ("EMEA 汇总", "总计"),
        ("EMEA 요약", "총합계"),
        ("Summa EMEA", "Totalsumma"),
        ("EMEA Suma", "Suma końcowa"),
        ("EMEA Razem", "Razem"),
        ("EMEA Итог", "Общий итог"),
        ("EMEA Toplam", "Genel Toplam"),
    ] {
        let text = format!("Account Name,ARR\nAlpha,100\nBeta,200\n{group},300\nGamma,50\n{whole},350\n");
        is(&text, &["Alpha", "Beta", "Gamma"], &[4, 6], &[], "a word of another language");
    }
    is(
        "Account Name,ARR\nAlpha,100\nBeta,200\nEMEA Max,200\n",
        BOTH,
        &[],
        &[4],
        "the largest may be anybody's",
    );
    is(
        "Account Name,Region,ARR,Seats\nAlpha,EMEA,100,7\nBeta,EMEA,200,8\nEMEA,,300,15\nGamma,AMER,50,1\n",
        &["Alpha", "Beta", "Gamma"],
        &[],
        &[4],
        "a sum without any word",
    );
    is(
        "Account Name,ARR,Seats\nAlpha,1000,1\nBeta,2000,2\nGamma,3000,3\n",
        &["Alpha", "Beta", "Gamma"],
        &[],
        &[],
        "figures that only count on are no sums",
    );
}

#[test]
fn reports_of_all_kinds_hold_no_sum_among_their_records() {
    for (text, names, left, why) in [
        (
            "Account Name,ARR\nAlpha,100\nBeta,200\nEMEA Count,2\nEMEA Total,300\nGamma,50\nAMER Count,1\nAMER Total,50\n\
             Grand Count,3\nGrand Total,350\n",
            &["Alpha", "Beta", "Gamma"][..],
            &[4, 5, 7, 8, 9, 10][..],
            "sums and counts of groups",
        ),
        (
            "Account Name,ARR\nA,100\nB,200\nNorth Total,300\nC,10\nD,20\nSouth Total,30\nEMEA Total,330\nGrand Total,330\n",
            &["A", "B", "C", "D"],
            &[4, 7, 8, 9],
            "groups of groups",
        ),
        (
            "Account Name;ARR\nA;1.200,50 €\nB;-200,25 €\nTotal EMEA;1.000,25 €\nC;5,00 €\n",
            &["A", "B", "C"],
            &[4],
            "as in Germany, with what is below zero",
        ),
        (
            "Account Name,ARR\nA,KWD 12.500\nB,KWD 0.250\nTotal EMEA,KWD 12.750\nC,KWD 1.000\n",
            &["A", "B", "C"],
            &[4],
            "in a currency of three digits",
        ),
        (
            "Account Name,ARR\nAlpha,100\nEMEA Total,100\nBeta,50\nAMER Total,50\nGrand Total,150\n",
            BOTH,
            &[3, 5, 6],
            "groups of one row each",
        ),
        (
            "Account Name,Region,ARR\nAlpha,EMEA,100\nEMEA Total,,100\nBeta,AMER,50\nGamma,AMER,20\n",
            &["Alpha", "Beta", "Gamma"],
            &[3],
            "a group that the row above names",
        ),
    ] {
        is(text, names, left, &[], why);
    }
}

#[test]
fn a_total_may_stand_over_its_group() {
    is(
        "Account Name,ARR,Seats\nEMEA Total,300,3\nAlpha,100,1\nBeta,200,2\nAMER Total,50,1\nGamma,50,1\n",
        &["Alpha", "Beta", "Gamma"],
        &[2, 5],
        &[],
        "each is the sum of what follows",
    );
}

#[test]
fn what_was_rounded_sums_up_as_well() {
    is("Account Name,ARR\nA,33k\nB,33k\nC,33k\nEMEA Total,100k\n", &["A", "B", "C"], &[5], &[], "thousands");
    is("Account Name,ARR\nAlpha,100.45\nBeta,50.45\nEMEA Total,150.91\n", BOTH, &[4], &[], "cents");
    is(
        "Account Name,ARR\nAlpha,100\nBeta,50\nEMEA Total,151\n",
        BOTH,
        &[],
        &[4],
        "whole numbers may be exact",
    );
    is(
        "Account Name,ARR\nAlpha,100\nBeta,50\nEMEA Total,170\n",
        &["Alpha", "Beta", "EMEA Total"],
        &[],
        &[],
        "no sum",
    );
}

#[test]
fn a_customer_called_total_is_asked_about_and_can_be_kept() {
    let text = "Account Name,ARR,Seats\nAlpha,1000,10\nTotal Quality,1000,10\nBeta,1000,10\n";
    is(text, BOTH, &[], &[3], "a sum of a single row is none by itself");
    let all = ["Alpha", "Total Quality", "Beta"].map(str::to_owned).to_vec();
    assert_eq!(parted(text, &[3]), (all, Vec::new(), Vec::new()), "it is kept where somebody says so");
    let left = "Account Name,ARR\nAlpha,100\nBeta,200\nTotal Rail,300\nSubtotal,300\nGrand Total,300\n";
    is(left, BOTH, &[4, 5, 6], &[], "one that is exactly a sum is left out");
    let kept = ["Alpha", "Beta", "Total Rail"].map(str::to_owned).to_vec();
    assert_eq!(parted(left, &[4]), (kept, vec![5, 6], Vec::new()), "until somebody keeps it");
    let kept = ["Alpha", "Beta", "Grand Total"].map(str::to_owned).to_vec();
    assert_eq!(parted(left, &[6]), (kept, vec![4, 5], Vec::new()), "what stands under the rows too");
    is(
        "Account Name,ARR\nAlpha,100\nBeta,200\nTotal,900\n",
        BOTH,
        &[],
        &[4],
        "a total at the end that sums up nothing may be a customer",
    );
    is(
        "Account Name,City,ARR\nAlpha,Bonn,100\nBeta,Kiel,200\nTotal Rail,Lyon,300\n",
        BOTH,
        &[],
        &[4],
        "a text of its own speaks for a record, its figures against it",
    );
    let message = read(text, &[]).row_errors.remove(0).message;
    for part in ["“Total Quality”", "--skip-row", "--keep-row"] {
        assert!(message.contains(part), "{part} is missing: {message}");
    }
}

#[test]
fn what_heads_a_group_is_no_account() {
    is(
        "Account Name,ARR,Seats\nRegion: EMEA,,\nAlpha,100,1\nBeta,200,2\nEMEA Total,300,3\nRegion: AMER,,\nGamma,50,1\n",
        &["Alpha", "Beta", "Gamma"],
        &[2, 5],
        &[6],
        "left out where a sum of its name follows, else asked",
    );
    is(
        "Account Name,ARR,Seats\nEMEA,,\nAlpha,100,1\nBeta,200,2\nEMEA Total,300,3\nSable,,\n",
        &["Alpha", "Beta", "Sable"],
        &[2, 5],
        &[],
        "a name alone stays a record",
    );
}
