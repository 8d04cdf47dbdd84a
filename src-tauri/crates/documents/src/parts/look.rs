//! What every page of a document has: colour, logo, running lines, the file's own description.

use chrono::Datelike as _;
use serde::Serialize;
use serde_json::Value;

use cairn_domain::Paper;
use chrono::NaiveDate;

use crate::{Brand, Language, colour::legible, logo::Logo, text::Copyist};

/// The colour of a document whose house has none.
const ACCENT: &str = "#2456c9";

/// What `theme.typ` reads.
#[derive(Serialize)]
struct Look {
    lang: &'static str,
    paper: &'static str,
    /// Year, month, day.
    date: (i32, u32, u32),
    title: String,
    author: String,
    accent: String,
    /// On every page of an internal copy.
    banner: Option<String>,
    /// At the head and the foot of every page.
    classification: Option<String>,
    /// Left, middle, and the house's own line below.
    footer: [String; 3],
    company: String,
    logo: Option<Mark>,
}

/// The logo on the page.
#[derive(Serialize)]
struct Mark {
    path: &'static str,
    alt: String,
}

/// What the look of a document follows from.
pub(crate) struct Dress<'a> {
    pub(crate) language: Language,
    pub(crate) paper: Paper,
    /// The day of this copy.
    pub(crate) today: NaiveDate,
    pub(crate) title: &'a str,
    pub(crate) account: &'a str,
    /// Who made it, by name.
    pub(crate) author: &'a str,
    /// True for our own copy: every page says so.
    pub(crate) internal: bool,
    pub(crate) brand: &'a Brand,
    pub(crate) classification: Option<&'a str>,
}

/// The look of a document, and its logo if it has one that can be set.
pub(crate) fn look(
    copyist: &mut Copyist,
    dress: &Dress<'_>,
) -> Result<(Value, Option<Logo>), serde_json::Error> {
    let words = copyist.words;
    let (title, account) = (copyist.heading(dress.title), copyist.heading(dress.account));
    let company = copyist.running_or_empty(&dress.brand.company);
    let logo = logo(copyist, dress);
    let look = Look {
        lang: dress.language.code(),
        paper: crate::paper::engine_name(dress.paper),
        date: (dress.today.year(), dress.today.month(), dress.today.day()),
        title: words.fill("doc_file_title", &[("title", &title), ("account", &account)]),
        author: copyist.cell(dress.author),
        accent: accent(copyist, dress),
        banner: dress.internal.then(|| words.get("doc_internal_banner")),
        classification: classification(copyist, dress),
        footer: [
            copyist.running(dress.account),
            words.fill(
                "doc_footer",
                &[("title", &copyist.running(dress.title)), ("date", &words.date(dress.today))],
            ),
            copyist.line(&dress.brand.footer),
        ],
        logo: logo.as_ref().map(|logo| Mark {
            path: logo.path,
            alt: match company.as_str() {
                "" => words.get("doc_logo"),
                company => words.fill("doc_logo_of", &[("company", company)]),
            },
        }),
        company,
    };
    Ok((serde_json::to_value(look)?, logo))
}

fn classification(copyist: &mut Copyist, dress: &Dress<'_>) -> Option<String> {
    let line = copyist.line(dress.classification?);
    if line.is_empty() {
        copyist.remark(copyist.words.get("doc_classification_missing"));
    }
    Some(line).filter(|line| !line.is_empty())
}

fn accent(copyist: &mut Copyist, dress: &Dress<'_>) -> String {
    let asked = copyist.running_or_empty(&dress.brand.colour);
    if asked.is_empty() {
        return ACCENT.to_owned();
    }
    let words = copyist.words;
    match legible(&asked) {
        Some(colour) if colour.darker => {
            copyist.remark(words.fill("doc_colour_darker", &[("colour", &asked), ("used", &colour.hex)]));
            colour.hex
        }
        Some(colour) => colour.hex,
        None => {
            copyist.remark(words.fill("doc_colour_unknown", &[("colour", &asked)]));
            ACCENT.to_owned()
        }
    }
}

fn logo(copyist: &mut Copyist, dress: &Dress<'_>) -> Option<Logo> {
    let logo = Logo::read(dress.brand.logo.as_deref()?);
    if logo.is_none() {
        copyist.remark(copyist.words.get("doc_logo_left_out"));
    }
    logo
}
