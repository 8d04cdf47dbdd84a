//! The words by which a row calls itself a sum, a count, a mean or an extreme of others.

use std::sync::LazyLock;

use super::super::line::Line;
use crate::workbook::cell::Cell;

/// What a row says that it tells of others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Sum,
    Count,
    Mean,
    /// The largest or the smallest.
    Extreme,
}

/// Where the word stands among others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Form {
    /// It stands alone.
    Whole,
    /// Before the name of a group.
    First,
    /// Behind it.
    Last,
}

/// How a row is called, if it is called as a sum is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Label {
    /// Its column.
    pub(super) at: u32,
    pub(super) sort: Sort,
    pub(super) form: Form,
    pub(super) word: &'static str,
    /// The name of the group, in lower case.
    pub(super) group: String,
    /// True for what no record is called.
    pub(super) never: bool,
}

/// What stands before or behind the name of a group, in lower case. Customers can be called so too.
const WORDS: [(&str, Sort); 62] = [
    ("total", Sort::Sum),
    ("totals", Sort::Sum),
    ("subtotal", Sort::Sum),
    ("subtotals", Sort::Sum),
    ("sub-total", Sort::Sum),
    ("sum", Sort::Sum),
    ("summe", Sort::Sum),
    ("zwischensumme", Sort::Sum),
    ("gesamt", Sort::Sum),
    ("gesamtsumme", Sort::Sum),
    ("ergebnis", Sort::Sum),
    ("teilergebnis", Sort::Sum),
    ("gesamtergebnis", Sort::Sum),
    ("totaux", Sort::Sum),
    ("sous-total", Sort::Sum),
    ("somme", Sort::Sum),
    ("totaal", Sort::Sum),
    ("subtotaal", Sort::Sum),
    ("eindtotaal", Sort::Sum),
    ("totale", Sort::Sum),
    ("subtotale", Sort::Sum),
    ("somma", Sort::Sum),
    ("suma", Sort::Sum),
    ("soma", Sort::Sum),
    ("razem", Sort::Sum),
    ("summa", Sort::Sum),
    ("delsumma", Sort::Sum),
    ("totalsumma", Sort::Sum),
    ("totalsum", Sort::Sum),
    ("hovedtotal", Sort::Sum),
    ("celkem", Sort::Sum),
    ("celkom", Sort::Sum),
    ("összesen", Sort::Sum),
    ("yhteensä", Sort::Sum),
    ("toplam", Sort::Sum),
    ("итого", Sort::Sum),
    ("всего", Sort::Sum),
    ("итог", Sort::Sum),
    ("σύνολο", Sort::Sum),
    ("小計", Sort::Sum),
    ("合計", Sort::Sum),
    ("総計", Sort::Sum),
    ("集計", Sort::Sum),
    ("小计", Sort::Sum),
    ("合计", Sort::Sum),
    ("总计", Sort::Sum),
    ("汇总", Sort::Sum),
    ("소계", Sort::Sum),
    ("합계", Sort::Sum),
    ("총합계", Sort::Sum),
    ("요약", Sort::Sum),
    ("count", Sort::Count),
    ("anzahl", Sort::Count),
    ("average", Sort::Mean),
    ("avg", Sort::Mean),
    ("mittelwert", Sort::Mean),
    ("durchschnitt", Sort::Mean),
    ("moyenne", Sort::Mean),
    ("max", Sort::Extreme),
    ("min", Sort::Extreme),
    ("maximum", Sort::Extreme),
    ("minimum", Sort::Extreme),
];

/// What no record is called, as a whole.
const NEVER_A_NAME: [&str; 62] = [
    "subtotal",
    "subtotals",
    "sub total",
    "sub-total",
    "grand total",
    "grand totals",
    "overall total",
    "grand count",
    "grand average",
    "grand max",
    "grand min",
    "zwischensumme",
    "teilergebnis",
    "gesamtsumme",
    "gesamtergebnis",
    "gesamtanzahl",
    "gesamtmittelwert",
    "sous-total",
    "total général",
    "total general",
    "total geral",
    "totaux",
    "suma total",
    "eindtotaal",
    "algemeen totaal",
    "subtotaal",
    "subtotale",
    "totale complessivo",
    "totale generale",
    "suma końcowa",
    "suma częściowa",
    "razem",
    "delsumma",
    "totalsumma",
    "totalsum",
    "hovedtotal",
    "celkový součet",
    "mezisoučet",
    "celkový súčet",
    "végösszeg",
    "részösszeg",
    "összesen",
    "yhteensä",
    "kaikki yhteensä",
    "välisumma",
    "genel toplam",
    "ara toplam",
    "итого",
    "общий итог",
    "промежуточный итог",
    "γενικό σύνολο",
    "小計",
    "合計",
    "総計",
    "集計",
    "小计",
    "合计",
    "总计",
    "总和",
    "소계",
    "합계",
    "총합계",
];

/// Words that stand at the end of a text without a space before them.
static EASTERN: LazyLock<Vec<(&str, Sort)>> = LazyLock::new(|| {
    let is_eastern = |word: &str| word.chars().next().is_some_and(|sign| u32::from(sign) > 0x2e80);
    WORDS.into_iter().filter(|(word, _)| is_eastern(word)).collect()
});

/// How a row is called: as a whole by the first such text. Two of them in one row are no name of anybody.
pub(super) fn of(line: &Line) -> Option<Label> {
    let mut labels = line.cells.iter().filter_map(|(at, cell)| {
        let Cell::Text(text) = cell else { return None };
        in_text(*at, text)
    });
    let mut first = labels.next()?;
    let is_bare = |label: &Label| label.form == Form::Whole && label.sort != Sort::Extreme;
    if is_bare(&first) && labels.any(|label| label.form == Form::Whole) {
        first.never = true;
    }
    Some(first)
}

/// True where a text is such a word and nothing else.
pub(super) fn is_bare(text: &str) -> bool {
    in_text(0, text).is_some_and(|label| label.form == Form::Whole)
}

fn in_text(at: u32, text: &str) -> Option<Label> {
    let text = text.trim().trim_end_matches([':', '：']).to_lowercase();
    // “Total (12 records)”
    let text = text.split_once(['(', '（']).map_or(text.as_str(), |(before, _)| before).trim_end();
    let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
    let known = |word: &str| WORDS.iter().copied().find(|(known, _)| *known == word);
    let label = |(word, sort), form, group: String| Label { at, sort, form, word, group, never: false };
    if let Some(word) = NEVER_A_NAME.iter().copied().find(|name| *name == text) {
        return Some(Label { never: true, ..label((word, Sort::Sum), Form::Whole, String::new()) });
    }
    if let Some(word) = known(text) {
        return Some(label(word, Form::Whole, String::new()));
    }
    if let Some((first, rest)) = text.split_once(char::is_whitespace)
        && let Some(word) = known(&bare(first))
    {
        return Some(label(word, Form::First, rest.trim().to_owned()));
    }
    if let Some((rest, last)) = text.rsplit_once(char::is_whitespace)
        && let Some(word) = known(&bare(last))
    {
        return Some(label(word, Form::Last, bare(rest)));
    }
    let word = EASTERN.iter().copied().find(|(word, _)| text.ends_with(word))?;
    Some(label(word, Form::Last, text.trim_end_matches(word.0).trim().to_owned()))
}
