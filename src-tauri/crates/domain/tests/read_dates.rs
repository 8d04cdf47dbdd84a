//! Days and times, read as they are written everywhere; a reader of its own checks them all.

use cairn_domain::{
    DateOrder,
    read::{DateTerms, NoDate, Way, date, time, typed_date},
};
use chrono::{Datelike as _, Days, NaiveDate};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_else(|| panic!("{year}-{month}-{day} is a day"))
}

/// In a file: nobody knows today.
fn in_file(text: &str, order: Option<DateOrder>) -> Result<NaiveDate, NoDate> {
    date(text, &DateTerms { order, ..DateTerms::default() })
}

/// Typed on Monday 30 November 2026.
fn typed(text: &str, way: Way) -> Option<String> {
    let terms = DateTerms { today: Some(day(2026, 11, 30)), order: Some(DateOrder::Dmy), way };
    date(text, &terms).ok().map(|day| day.to_string())
}

#[test]
fn a_day_is_read_as_every_system_writes_it() {
    for text in [
        "2027-01-15",
        "2027/1/15",
        "2027.01.15",
        "20270115",
        "2027-01-15T00:00:00Z",
        "2027-01-15 00:00:00.000",
        "2027-01-15T11:33:00+02:00",
        "15.01.27",
        "15.1.2027",
        "15. 1. 2027",
        "15.01.2027 14:30 Uhr",
        "15-Jan-27",
        "15-Jan-2027",
        "15 Jan 2027",
        "15 January 2027",
        "Jan 15, 2027",
        "January 15th, 2027",
        "15th of January 2027",
        "Fri, Jan 15, 2027",
        "Friday 15 January 2027",
        "Fri 15/01/2027",
        "15 janv. 2027",
        "ven. 15 janv. 2027",
        "15. Januar 2027",
        "Freitag, 15. Januar 2027",
        "15 de enero de 2027",
        "15 gennaio 2027",
        "15 stycznia 2027",
        "2027. január 15.",
        "15 января 2027",
        "15 janeiro 2027",
        "2027年1月15日",
        "2027년 1월 15일",
        "２０２７年１月１５日",
        "15 Jan '27",
        "15jan2027",
        "1/15/2027, 11:33 AM",
        "1/15/2027 11:33",
        "15/01/2027",
        "01/15/2027",
        "15-01-2027",
        "2027-Jan-15",
        "15 Ιανουαρίου 2027",
    ] {
        assert_eq!(in_file(text, None), Ok(day(2027, 1, 15)), "{text}");
    }
    for text in
        ["1. März 2027", "1 mars 2027", "1er mars 2027", "1 marzo 2027", "1 marca 2027", "1. Marz 2027"]
    {
        assert_eq!(in_file(text, None), Ok(day(2027, 3, 1)), "{text}");
    }
    assert_eq!(
        in_file("1.2.27", Some(DateOrder::Mdy)),
        Ok(day(2027, 2, 1)),
        "with points the day stands first"
    );
    assert_eq!(in_file("3/4/69", Some(DateOrder::Dmy)), Ok(day(1969, 4, 3)), "as POSIX agreed on");
}

#[test]
fn which_number_is_the_month_is_asked_where_nothing_tells() {
    assert_eq!(in_file("03/04/2026", None), Err(NoDate::Either));
    assert_eq!(in_file("03/04/2026", Some(DateOrder::Dmy)), Ok(day(2026, 4, 3)));
    assert_eq!(in_file("03/04/2026", Some(DateOrder::Mdy)), Ok(day(2026, 3, 4)));
    assert_eq!(in_file("26-03-04", Some(DateOrder::Ymd)), Ok(day(2026, 3, 4)));
    assert_eq!(in_file("04/04/2026", None), Ok(day(2026, 4, 4)), "either way the same day");
    assert_eq!(in_file("31/12/2026", Some(DateOrder::Mdy)), Err(NoDate::OtherOrder));
}

#[test]
fn a_year_of_two_digits_may_stand_first() {
    for text in ["27/01/15", "27-02-03", "15/01/27", "31/12/26", "27. 1. 15.", "15. 1. 27."] {
        assert_eq!(in_file(text, None), Err(NoDate::Either), "{text}: first or last, nobody can tell");
    }
    assert_eq!(in_file("27/01/15", Some(DateOrder::Ymd)), Ok(day(2027, 1, 15)));
    assert_eq!(in_file("27. 1. 15.", Some(DateOrder::Ymd)), Ok(day(2027, 1, 15)), "as Koreans write it");
    assert_eq!(in_file("15. 1. 27.", Some(DateOrder::Mdy)), Ok(day(2027, 1, 15)), "as Croats do");
    assert_eq!(in_file("01/31/27", None), Ok(day(2027, 1, 31)), "31 is no month");
    assert_eq!(in_file("99-01-15", None), Ok(day(1999, 1, 15)), "99 is no day");
    assert_eq!(in_file("15-01-99", None), Ok(day(1999, 1, 15)));
    assert_eq!(in_file("15/01/27", Some(DateOrder::Dmy)), Ok(day(2027, 1, 15)));
    assert_eq!(in_file("15/31/27", Some(DateOrder::Ymd)), Err(NoDate::Nothing), "in no order");
    assert_eq!(in_file("2027. 1. 15.", None), Ok(day(2027, 1, 15)), "four digits are the year");
}

#[test]
fn what_is_typed_in_another_order_is_read_where_it_can_be_one_day_only() {
    let typed =
        |text: &str, order| typed_date(text, &DateTerms { order: Some(order), ..DateTerms::default() });
    assert_eq!(typed("1/15/2027, 11:33 AM", DateOrder::Dmy), Ok(day(2027, 1, 15)), "copied from the US");
    assert_eq!(typed("15/01/2027", DateOrder::Mdy), Ok(day(2027, 1, 15)));
    assert_eq!(typed("15/01/2027", DateOrder::Ymd), Ok(day(2027, 1, 15)));
    assert_eq!(typed("03/04/2027", DateOrder::Dmy), Ok(day(2027, 4, 3)), "one's own order comes first");
    assert_eq!(typed("30/02/26", DateOrder::Dmy), Err(NoDate::OtherOrder), "nobody means 2030");
    assert_eq!(typed("15/13/2027", DateOrder::Dmy), Err(NoDate::Nothing));
    assert_eq!(
        in_file("12/31/2026", Some(DateOrder::Dmy)),
        Err(NoDate::OtherOrder),
        "in a file it is a slip"
    );
}

#[test]
fn a_day_is_read_in_the_words_of_each_language() {
    for text in [
        "15 janv. 2027",
        "sexta-feira, 15 de janeiro de 2027",
        "sex., 15 de jan. de 2027",
        "sexta-feira, 15/01/2027",
        "15. januára 2027",
        "piatok 15. januára 2027",
        "15. tammikuuta 2027",
        "perjantai 15. tammikuuta 2027",
        "15 января 2027 г.",
        "пятница, 15 января 2027 г.",
        "15 января 2027 года",
        "15.01.2027 г.",
        "15.01.2027 r.",
        "15 януари 2027 г.",
        "15 січня 2027 р.",
        "п’ятниця, 15 січня 2027 р.",
        "пʼятниця, 15 січня 2027 р.",
        "2027 m. sausio 15 d.",
        "2027 m. sausio 15 d., penktadienis",
        "2027. gada 15. janvāris",
        "piektdiena, 2027. gada 15. janvārī",
        "15. jaan 2027",
        "reede, 15. jaanuar 2027",
        "divendres, 15 de gener del 2027",
        "2027年1月15日金曜日",
        "2027年1月15日(金)",
        "2027年1月15日（金）",
        "2027년 1월 15일 금요일",
        "2027년 1월 15일 (금)",
        "2027年1月15日 星期五",
        "2027年1月15日星期五",
        "2027年1月15日周五",
        "15/01/2027 (Fri)",
    ] {
        assert_eq!(in_file(text, None), Ok(day(2027, 1, 15)), "{text}");
    }
    for (text, month) in [
        ("15 avr. 2027", 4),
        ("15 d’abril de 2027", 4),
        ("15 d'abril 2027", 4),
        ("15. dets 2027", 12),
        ("15 févr. 2027", 2),
        ("15 juil. 2027", 7),
        ("15. syysk. 2027", 9),
        ("2027年11月15日月曜日", 11),
        ("2027년 11월 15일 월요일", 11),
    ] {
        assert_eq!(in_file(text, None), Ok(day(2027, month, 15)), "{text}");
    }
    for text in [
        "15 lis 2027",
        "15 srp. 2027",
        "15 ju 2027",
        "15 avrx 2027",
        "15 januaryish 2027",
        "15 de 01 de 27",
        "10 d 11 m 12",
        "2027年1月15日 soon",
        "15 2027 jan",
    ] {
        assert!(in_file(text, None).is_err(), "{text} is another month elsewhere, or none");
    }
}

#[test]
fn what_is_no_day_is_not_read() {
    for text in [
        "",
        "soon",
        "31 apr 2027",
        "2027-02-30",
        "29 feb 2027",
        "30/02/2027",
        "99/99/2027",
        "13.13.2027",
        "Q1 2027",
        "next year 2027",
        "January 2027",
        "2027",
        "15 Jan",
        "15.1.",
        "1.5",
        "1 2 3",
        "12345",
        "15 listopad 2027",
        "15 foo 2027",
        "1,5 jan",
        "$15 jan 2027",
        "15/01-2027",
        "15 2027 jan",
        "1/2",
        "15 jan 027",
        "11:30",
    ] {
        assert!(in_file(text, Some(DateOrder::Dmy)).is_err(), "{text}");
    }
}

#[test]
fn a_year_that_is_a_slip_of_the_hand_is_refused() {
    for text in ["15/01/0027", "0027-01-15", "1899-12-31", "2201-01-01", "15 Jan 9999"] {
        assert!(matches!(in_file(text, Some(DateOrder::Dmy)), Err(NoDate::Year(_))), "{text}");
    }
    assert!(in_file("+20270-01-15", None).is_err(), "five digits are no year");
    assert_eq!(typed("+9999y", Way::Ahead), None, "nor is one that is counted to");
    assert_eq!(in_file("1900-01-01", None), Ok(day(1900, 1, 1)));
    assert_eq!(in_file("2200-12-31", None), Ok(day(2200, 12, 31)));
}

#[test]
fn a_day_is_typed_in_words() {
    for (text, expected) in [
        ("today", "2026-11-30"),
        ("Tomorrow", "2026-12-01"),
        ("yesterday", "2026-11-29"),
        ("fri", "2026-12-04"),
        ("next fri", "2026-12-04"),
        ("mon", "2026-12-07"),
        ("last fri", "2026-11-27"),
        ("+2w", "2026-12-14"),
        ("+3", "2026-12-03"),
        ("-1m", "2026-10-30"),
        ("in 2 weeks", "2026-12-14"),
        ("3 days ago", "2026-11-27"),
        ("eom", "2026-11-30"),
        ("end of month", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("eoq", "2026-12-31"),
        ("end of quarter", "2026-12-31"),
        ("eoy", "2026-12-31"),
        ("eow", "2026-12-04"),
        ("end of q1", "2027-03-31"),
        ("end of February", "2027-02-28"),
        ("next week", "2026-12-07"),
        ("next month", "2026-12-01"),
        ("next quarter", "2027-01-01"),
        ("15 jan", "2027-01-15"),
        ("jan 15", "2027-01-15"),
        ("15 January 2028", "2028-01-15"),
        ("29 feb", "2028-02-29"),
        ("30.6.27", "2027-06-30"),
        ("30.6.", "2027-06-30"),
        ("1.2.27", "2027-02-01"),
        ("1/12", "2026-12-01"),
        ("1月15日", "2027-01-15"),
    ] {
        assert_eq!(typed(text, Way::Ahead).as_deref(), Some(expected), "{text}");
    }
    for text in ["", "soon", "31 apr", "fr", "0 jan", "99/99", "may", "next", "end of", "in weeks", "+", "5"]
    {
        assert_eq!(typed(text, Way::Ahead), None, "{text}");
    }
}

#[test]
fn a_day_without_its_year_lies_on_the_side_that_the_field_looks_to() {
    assert_eq!(typed("23 nov", Way::Back).as_deref(), Some("2026-11-23"), "a reading is over");
    assert_eq!(typed("23 nov", Way::Ahead).as_deref(), Some("2027-11-23"), "a due day is to come");
    assert_eq!(typed("1 dec", Way::Back).as_deref(), Some("2025-12-01"), "never after today");
    assert_eq!(typed("30 nov", Way::Back).as_deref(), Some("2026-11-30"), "today is on both sides");
    assert_eq!(typed("29 feb", Way::Back).as_deref(), Some("2024-02-29"));
    for (text, day, why) in [
        ("23 nov", "2026-11-23", "a contract that has begun"),
        ("15 jan", "2027-01-15", "one that begins soon"),
        ("30 nov", "2026-11-30", "today is nearest"),
        ("29 feb", "2028-02-29", "1 March 2024 is farther away"),
        ("fri", "2026-11-27", "three days ago, not four ahead"),
        ("tue", "2026-12-01", "tomorrow"),
        ("mon", "2026-11-30", "today"),
        ("1.6.", "2026-06-01", "182 days ago, 183 ahead"),
    ] {
        assert_eq!(typed(text, Way::Nearest).as_deref(), Some(day), "{text}: {why}");
    }
    assert_eq!(typed("fri", Way::Back).as_deref(), Some("2026-11-27"), "the last Friday");
    assert_eq!(
        typed("tomorrow", Way::Back).as_deref(),
        Some("2026-12-01"),
        "what is said plainly is taken so"
    );
}

#[test]
fn a_time_is_read_as_people_type_it() {
    let read = |text: &str| time(text).map(|time| time.format("%H:%M").to_string());
    for (text, expected) in [
        ("9", "09:00"),
        ("930", "09:30"),
        ("9:30", "09:30"),
        ("0930", "09:30"),
        ("14.15", "14:15"),
        ("1pm", "13:00"),
        ("9am", "09:00"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("9:30 a.m.", "09:30"),
        ("14h30", "14:30"),
        ("noon", "12:00"),
        ("14:30 Uhr", "14:30"),
        ("１３：００", "13:00"),
        ("9 PM", "21:00"),
    ] {
        assert_eq!(read(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["", "25", "9:75", "soon", "13pm", "0am", "9:5", "24:00", "12345"] {
        assert_eq!(read(text), None, "{text}");
    }
}

/// The day that lies so many days after the first of March of the year 0, by the count of months from March on: a
/// calendar of its own.
fn counted(days: i64) -> (i64, i64, i64) {
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

proptest! {
    #[test]
    fn every_day_is_read_back_however_it_is_written(number in 0_u64..109_938, style in 0_usize..12) {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let (year, month, day) = counted(693_901 + i64::try_from(number).unwrap_or_default());
        let name = MONTHS[usize::try_from(month - 1).unwrap_or_default()];
        let (text, order) = match style {
            0 => (format!("{year:04}-{month:02}-{day:02}"), None),
            1 => (format!("{day}.{month}.{year}"), None),
            2 => (format!("{day:02}/{month:02}/{year}"), Some(DateOrder::Dmy)),
            3 => (format!("{month}/{day}/{year}"), Some(DateOrder::Mdy)),
            4 => (format!("{day} {name} {year}"), None),
            5 => (format!("{name} {day}, {year}"), None),
            6 => (format!("{day:02}-{name}-{year}"), None),
            7 => (format!("{year:04}{month:02}{day:02}"), None),
            8 => (format!("{year}年{month}月{day}日"), None),
            9 => (format!("{month}/{day}/{year}, 11:33 PM"), Some(DateOrder::Mdy)),
            10 => (format!("{year:04}-{month:02}-{day:02}T23:59:59Z"), None),
            _ => (format!("{day}. {month}. {year}"), None),
        };
        let read = in_file(&text, order).map(|read| (i64::from(read.year()), i64::from(read.month()), i64::from(read.day())));
        prop_assert_eq!(read, Ok((year, month, day)), "{}", text);
    }

    #[test]
    fn a_day_without_its_year_is_the_nearest_on_its_side(ahead in -400_i64..400, back in any::<bool>()) {
        let today = day(2026, 11, 30);
        let meant = if ahead < 0 { today - Days::new(ahead.unsigned_abs()) } else { today + Days::new(ahead.unsigned_abs()) };
        prop_assume!((meant.month(), meant.day()) != (2, 29));
        let way = if back { Way::Back } else { Way::Ahead };
        let text = meant.format("%-d %b").to_string();
        let read = typed(&text, way).and_then(|text| text.parse::<NaiveDate>().ok());
        let away = read.map(|read| (read - today).num_days());
        let on_side = away.is_some_and(|away| if back { (-366..=0).contains(&away) } else { (0..=366).contains(&away) });
        prop_assert!(on_side, "{} is {:?}", text, read);
        prop_assert_eq!(read.map(|read| (read.month(), read.day())), Some((meant.month(), meant.day())));
    }

    #[test]
    fn nothing_that_is_typed_ends_the_reader(text in "\\PC{0,40}") {
        let _ = (in_file(&text, None), typed(&text, Way::Back), time(&text));
    }
}
