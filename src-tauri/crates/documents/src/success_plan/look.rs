//! What every page of a document has: colour, logo, running lines, the file's own description.

use chrono::Datelike;
use serde::Serialize;
use serde_json::Value;

use super::{Reader, SuccessPlan};
use crate::{colour::legible, logo::Logo, text::Copyist};

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

/// The look of a plan's document, and its logo if it has one that can be set.
pub(super) fn look(
    copyist: &mut Copyist,
    plan: &SuccessPlan,
) -> Result<(Value, Option<Logo>), serde_json::Error> {
    let words = copyist.words;
    let (title, account) = (copyist.heading(&plan.title), copyist.heading(&plan.account));
    let company = copyist.running_or_empty(&plan.brand.company);
    let logo = logo(copyist, plan);
    let look = Look {
        lang: plan.language.code(),
        paper: crate::paper::engine_name(plan.paper),
        date: (plan.today.year(), plan.today.month(), plan.today.day()),
        title: words.fill("doc_file_title", &[("title", &title), ("account", &account)]),
        author: copyist.cell(&plan.author.name),
        accent: accent(copyist, plan),
        banner: matches!(plan.reader, Reader::Internal(_)).then(|| words.get("doc_internal_banner")),
        classification: classification(copyist, plan),
        footer: [
            copyist.running(&plan.account),
            words.fill(
                "doc_footer",
                &[("title", &copyist.running(&plan.title)), ("date", &words.date(plan.today))],
            ),
            copyist.line(&plan.brand.footer),
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

fn classification(copyist: &mut Copyist, plan: &SuccessPlan) -> Option<String> {
    let line = copyist.line(plan.classification.as_deref()?);
    if line.is_empty() {
        copyist.remark(copyist.words.get("doc_classification_missing"));
    }
    Some(line).filter(|line| !line.is_empty())
}

fn accent(copyist: &mut Copyist, plan: &SuccessPlan) -> String {
    let asked = copyist.running_or_empty(&plan.brand.colour);
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

fn logo(copyist: &mut Copyist, plan: &SuccessPlan) -> Option<Logo> {
    let logo = Logo::read(plan.brand.logo.as_deref()?);
    if logo.is_none() {
        copyist.remark(copyist.words.get("doc_logo_left_out"));
    }
    logo
}
