//! What every page of a document has: colour, logo, running lines, the file's own description.

use chrono::Datelike as _;
use serde::Serialize;
use serde_json::Value;

use cairn_domain::Paper;
use chrono::NaiveDate;

use crate::{Brand, Language, colour::legible, text::TextFitter, typeset::Logo};

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
pub(crate) struct PageStyle<'a> {
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
    fitter: &mut TextFitter,
    style: &PageStyle<'_>,
) -> Result<(Value, Option<Logo>), serde_json::Error> {
    let words = fitter.words;
    let (title, account) = (fitter.heading(style.title), fitter.heading(style.account));
    let company = fitter.running_or_empty(&style.brand.company);
    let logo = logo(fitter, style);
    let look = Look {
        lang: style.language.code(),
        paper: crate::paper::engine_name(style.paper),
        date: (style.today.year(), style.today.month(), style.today.day()),
        title: words.fill("doc_file_title", &[("title", &title), ("account", &account)]),
        author: fitter.cell(style.author),
        accent: accent(fitter, style),
        banner: style.internal.then(|| words.get("doc_internal_banner")),
        classification: classification(fitter, style),
        footer: [
            fitter.running(style.account),
            words.fill(
                "doc_footer",
                &[("title", &fitter.running(style.title)), ("date", &words.date(style.today))],
            ),
            fitter.line(&style.brand.footer),
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

fn classification(fitter: &mut TextFitter, style: &PageStyle<'_>) -> Option<String> {
    let line = fitter.line(style.classification?);
    if line.is_empty() {
        fitter.remark(fitter.words.get("doc_classification_missing"));
    }
    Some(line).filter(|line| !line.is_empty())
}

fn accent(fitter: &mut TextFitter, style: &PageStyle<'_>) -> String {
    let asked = fitter.running_or_empty(&style.brand.colour);
    if asked.is_empty() {
        return ACCENT.to_owned();
    }
    let words = fitter.words;
    match legible(&asked) {
        Some(colour) if colour.darker => {
            fitter.remark(words.fill("doc_colour_darker", &[("colour", &asked), ("used", &colour.hex)]));
            colour.hex
        }
        Some(colour) => colour.hex,
        None => {
            fitter.remark(words.fill("doc_colour_unknown", &[("colour", &asked)]));
            ACCENT.to_owned()
        }
    }
}

fn logo(fitter: &mut TextFitter, style: &PageStyle<'_>) -> Option<Logo> {
    let logo = Logo::read(style.brand.logo.as_deref()?);
    if logo.is_none() {
        fitter.remark(fitter.words.get("doc_logo_left_out"));
    }
    logo
}
