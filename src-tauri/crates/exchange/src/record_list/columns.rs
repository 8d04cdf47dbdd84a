//! Which column of a list is which field: as it was said, else by its heading.

use std::collections::BTreeMap;

use cairn_domain::{Kind, read};

use super::line::Head;

/// A list of records of one kind.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) kind: Kind,
    pub(super) columns: &'static [Column],
    /// A heading that tells that others mean something else: an opportunity has a stage of its own.
    pub(super) foreign: &'static [(&'static str, &'static str)],
}

/// One field.
#[derive(Debug)]
pub(super) struct Column {
    /// The field on the wire, or what becomes part of one.
    pub(super) field: &'static str,
    pub(super) sort: Sort,
    pub(super) names: &'static [&'static str],
}

/// Columns of a file, counted from 0, with the field that each is.
pub(super) type Assigned = Vec<(u32, &'static Column)>;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sort {
    Text,
    /// A day that is over or to come.
    Day,
    /// A whole number.
    Whole,
    /// An amount of money.
    Amount,
    /// Three letters, or a sign.
    Currency,
    /// A country, by name or letters.
    Country,
    /// Yes or no.
    Flag,
    /// A month, by number or name.
    Month,
    /// The id in another system.
    Id,
    /// A word of a list: from what people write to the word on the wire, and all words.
    Word(fn(&str) -> Option<&'static str>, fn() -> Vec<String>),
}

impl Sort {
    /// The words that a cell can hold, where it holds one of a list.
    pub(super) fn words(self) -> Vec<String> {
        if let Self::Word(_, all) = self { all() } else { Vec::new() }
    }
}

impl Column {
    pub(super) const fn is_day(&self) -> bool {
        matches!(self.sort, Sort::Day)
    }

    pub(super) const fn is_number(&self) -> bool {
        matches!(self.sort, Sort::Amount | Sort::Whole)
    }

    fn is_called(&self, heading: &str) -> bool {
        let heading = bare(heading);
        bare(self.field) == heading || self.names.iter().any(|name| bare(name) == heading)
    }
}

impl Form {
    /// True where a heading means something here.
    pub(super) fn knows(&self, heading: &str) -> bool {
        self.named(heading).is_some()
    }

    fn named(&self, heading: &str) -> Option<&'static Column> {
        let is_it = |column: &&'static Column| column.is_called(plain(heading));
        self.columns.iter().find(is_it).or_else(|| {
            // “ARR (EUR)” is the ARR.
            let (rest, _) = with_currency(heading)?;
            self.columns.iter().find(|column| matches!(column.sort, Sort::Amount) && column.is_called(rest))
        })
    }

    /// How well headings fit such a list: those that are known, and twice those that it cannot do without.
    pub(super) fn fits(&self, heads: &[Head]) -> usize {
        let found: Vec<&str> = heads.iter().filter_map(|head| Some(self.named(&head.text)?.field)).collect();
        let own: &[&str] = match self.kind {
            Kind::Contact => &["email", "first_name", "last_name", "title", "persona"],
            _ => &["arr", "renewal_date", "success_tier", "licensed_seats", "lifecycle_stage", "external_id"],
        };
        found.len() + found.iter().filter(|field| own.contains(field)).count()
    }

    /// What no list can do without, and the sentence for it.
    pub(super) fn lacks(&self, assigned: &[(u32, &'static Column)]) -> Option<(&'static str, String)> {
        let has = |field: &str| assigned.iter().any(|(_, column)| column.field == field);
        let named = has("name") || (has("first_name") && has("last_name")) || has("last_name");
        // An account is known by its id too, a person by the mail address.
        let known = match self.kind {
            Kind::Contact => named || has("email") || has("id"),
            _ => named || has("external_id"),
        };
        (!known).then(|| ("name", "No column is known to hold the name; say which one does.".to_owned()))
    }
}

/// Which column is which field: as it was said, else by its heading; the first of two.
pub(super) fn assign(
    form: &'static Form,
    heads: &[Head],
    map: &BTreeMap<String, String>,
) -> Result<Assigned, (Option<&'static str>, String)> {
    let said = |head: &Head| {
        map.iter().find(|(name, _)| bare(name) == bare(&head.text)).map(|(_, field)| field.trim())
    };
    let mut assigned = Assigned::new();
    for head in heads {
        let Some(field) = said(head).filter(|field| !field.is_empty()) else { continue };
        let Some(column) = form.columns.iter().find(|column| column.field == field) else {
            let all: Vec<&str> = form.columns.iter().map(|column| column.field).collect();
            let message = format!("“{field}” is no field of such a list; there are: {}.", all.join(", "));
            return Err((Some("map"), message));
        };
        if assigned.iter().any(|(_, before)| before.field == column.field) {
            return Err((Some(column.field), format!("Two columns are said to be {field}.")));
        }
        assigned.push((head.at, column));
    }
    let is_foreign = |column: &Column| {
        let told = |(heading, field): &(&str, &str)| {
            *field == column.field && heads.iter().any(|head| bare(&head.text) == bare(heading))
        };
        form.foreign.iter().any(told)
    };
    for head in heads.iter().filter(|head| said(head).is_none()) {
        let Some(column) = form.named(&head.text) else { continue };
        let taken = assigned.iter().any(|(_, before)| before.field == column.field);
        if !taken && !is_foreign(column) {
            assigned.push((head.at, column));
        }
    }
    assigned.sort_by_key(|(at, _)| *at);
    Ok(assigned)
}

/// Letters and digits only, in lower case.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A heading without what systems add to fields of one's own.
fn plain(heading: &str) -> &str {
    let heading = heading.trim();
    ["__gc", "__c", "__pc"].iter().find_map(|end| heading.strip_suffix(end)).unwrap_or(heading)
}

/// A heading that names its currency, and the currency as it is written there.
pub(super) fn with_currency(heading: &str) -> Option<(&str, &str)> {
    let heading = heading.trim().trim_end_matches(')');
    let (rest, last) = heading.rsplit_once([' ', '('])?;
    read::currencies(last)?;
    let rest = rest.trim().trim_end_matches('(').trim_end();
    Some((rest.strip_suffix(" in").unwrap_or(rest), last))
}

#[cfg(test)]
mod tests {
    use super::{
        super::forms::{ACCOUNTS, CONTACTS},
        *,
    };

    #[test]
    fn no_heading_means_two_fields_of_a_list() {
        for form in [&ACCOUNTS, &CONTACTS] {
            for column in form.columns {
                for name in column.names.iter().chain([&column.field]) {
                    let meant = form.columns.iter().filter(|other| other.is_called(name));
                    let meant: Vec<_> = meant.map(|other| other.field).collect();
                    assert_eq!(meant, [column.field], "{:?}: {name}", form.kind);
                }
            }
        }
    }

    #[test]
    fn a_heading_is_known_with_what_systems_add_to_it() {
        let field = |heading: &str| ACCOUNTS.named(heading).map(|column| column.field);
        assert_eq!(field("ARR (EUR)"), Some("arr"), "with its currency");
        assert_eq!(field("ARR in USD"), Some("arr"));
        assert_eq!(field("ARR €"), Some("arr"));
        assert_eq!(field("success_tier__gc"), Some("success_tier"), "a field of one's own");
        assert_eq!(field("NPS®"), None, "what means nothing here");
    }

    #[test]
    fn what_was_said_of_a_column_holds() {
        let heads = ["Name", "Stage", "Opportunity Name", "Wer", "Account Owner"];
        let heads: Vec<Head> = (0..).zip(heads).map(|(at, text)| Head { at, text: text.into() }).collect();
        let fields = |map: &[(&str, &str)]| {
            let map = map.iter().map(|(head, field)| ((*head).to_owned(), (*field).to_owned())).collect();
            assign(&ACCOUNTS, &heads, &map)
                .map(|found| found.into_iter().map(|(at, column)| (at, column.field)).collect::<Vec<_>>())
        };
        assert_eq!(
            fields(&[]),
            Ok(vec![(0, "name")]),
            "an opportunity's stage and owner are not the account's"
        );
        let said = fields(&[("Stage", "lifecycle_stage"), ("wer", "ae")]);
        assert_eq!(said, Ok(vec![(0, "name"), (1, "lifecycle_stage"), (3, "ae")]));
        assert_eq!(fields(&[("Name", "")]), Ok(Vec::new()), "a column can be passed over");
        assert!(fields(&[("Name", "colour")]).is_err(), "there is no such field");
        assert!(fields(&[("Name", "ae"), ("Wer", "ae")]).is_err(), "two cannot be one");
    }
}
