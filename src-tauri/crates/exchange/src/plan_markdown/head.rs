//! The front matter: which plan of whom the text is of, and for whom it was written.

use cairn_domain::{Audience, PlanType, Word, gitlab};
use serde_json::Value;

use super::{criterion::no_date, said::Fields, task::no_word, value::date};

/// What the head of a file says.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The plan's own fields.
    pub(super) fields: Fields,
    /// The plan's id.
    pub(super) plan: Option<uuid::Uuid>,
    /// For whom the copy was made.
    pub(super) audience: Option<Audience>,
    /// The account's name.
    pub(super) account: Option<String>,
    /// True where names or hosts gave way to marks.
    pub(super) redacted: bool,
    /// The day of a copy whose ids are sealed.
    pub(super) sealed: Option<chrono::NaiveDate>,
    /// Where the text behind it begins.
    pub(super) end: usize,
}

/// Reads the front matter, if the text begins with one.
pub(super) fn read(text: &str) -> Head {
    let mut head = Head::default();
    let Some(inner) = text.strip_prefix("---\n") else { return head };
    let Some(end) = inner
        .find("\n---")
        .filter(|end| inner.get(end + 4..).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n')))
    else {
        return head;
    };
    for (line, number) in inner.get(..end).unwrap_or_default().split('\n').zip(2..) {
        head.fields.line = Some(number);
        if let Some((key, value)) = line.split_once(':') {
            head.line(key.trim(), &scalar(value.trim()));
        }
    }
    head.fields.line = None;
    head.end = (4 + end + 5).min(text.len());
    head
}

/// A value in quotes, or bare.
pub(crate) fn scalar(text: &str) -> String {
    let quoted = serde_json::from_str::<String>(text).ok();
    let single = || {
        text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).map(|inner| inner.replace("''", "'"))
    };
    quoted.or_else(single).unwrap_or_else(|| text.to_owned())
}

impl Head {
    fn line(&mut self, key: &str, value: &str) {
        match key {
            "plan" | "title" => self.fields.say("title", value),
            "account" => self.account = Some(value.to_owned()).filter(|name| !name.trim().is_empty()),
            "redacted" => self.redacted = value == "true",
            "sealed" => self.sealed = date(value),
            "plan_id" => match value.parse() {
                Ok(id) => self.plan = Some(id),
                Err(_) => self.fields.refuse("plan_id", format!("“{value}” is no id of a plan.")),
            },
            "audience" => match gitlab::of_term::<Audience>(value) {
                Some(audience) => self.audience = Some(audience),
                None => self.fields.refuse("audience", no_word::<Audience>(value)),
            },
            "type" => match gitlab::of_term::<PlanType>(value) {
                Some(kind) => self.fields.say("type", kind.word()),
                None => self.fields.refuse("type", no_word::<PlanType>(value)),
            },
            "period_start" | "period_end" => match date(value) {
                Some(day) => self.fields.say(key, day.to_string()),
                None if value.is_empty() => self.fields.say(key, Value::Null),
                None => self.fields.refuse(key, no_date(value)),
            },
            "sponsor" => self.fields.say("sponsor", value),
            _ => {}
        }
    }
}
