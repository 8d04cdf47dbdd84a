//! What the templates read: finished strings in their places, nothing left to format or to decide.
//!
//! One struct per part of a page; the templates name the same fields. Widths, sizes and colours are theirs.

use serde::Serialize;

use crate::chart::{Chart, Spark};

/// The whole document.
#[derive(Serialize)]
pub(super) struct Sheet {
    pub(super) lang: &'static str,
    pub(super) paper: &'static str,
    /// Year, month, day.
    pub(super) date: (i32, u32, u32),
    pub(super) title: String,
    pub(super) author: String,
    /// On every page of an internal copy.
    pub(super) banner: Option<String>,
    pub(super) footer: [String; 2],
    pub(super) cover: Cover,
    pub(super) stand: Stand,
    pub(super) objectives: Vec<Objective>,
    pub(super) internal: Option<Facts>,
}

#[derive(Serialize)]
pub(super) struct Cover {
    pub(super) eyebrow: String,
    pub(super) title: String,
    pub(super) account: String,
    pub(super) facts: Vec<[String; 2]>,
}

/// "Where we stand".
#[derive(Serialize)]
pub(super) struct Stand {
    pub(super) heading: String,
    pub(super) lead: Paragraphs,
    pub(super) metrics: Vec<Metric>,
    pub(super) outcomes: Option<Table>,
    /// Said where there are no outcomes.
    pub(super) empty: Option<String>,
    pub(super) next: Option<Table>,
    pub(super) strategy: Option<Section>,
}

#[derive(Serialize)]
pub(super) struct Metric {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) tone: Tone,
}

/// One objective's pages.
#[derive(Serialize)]
pub(super) struct Objective {
    pub(super) eyebrow: String,
    pub(super) title: String,
    pub(super) facts: Table,
    /// Whether the last fact is the dates.
    pub(super) dated: bool,
    pub(super) summary: Paragraphs,
    pub(super) impact: Option<Section>,
    pub(super) know: Know,
    pub(super) successes: Option<Section>,
    pub(super) risks: Option<Section>,
    pub(super) work: Option<Table>,
}

/// "How we will know".
#[derive(Serialize)]
pub(super) struct Know {
    pub(super) heading: String,
    /// How far, in words; or that there is no measure yet.
    pub(super) remark: Option<String>,
    pub(super) table: Option<Table>,
    pub(super) charts: Vec<Chart>,
    pub(super) notes: Option<Table>,
}

/// The internal page.
#[derive(Serialize)]
pub(super) struct Facts {
    pub(super) heading: String,
    pub(super) facts: Vec<[String; 2]>,
    pub(super) closures: Option<Table>,
    pub(super) notes: Option<Table>,
}

/// Prose: paragraphs of lines.
pub(super) type Paragraphs = Vec<Vec<String>>;

/// Prose under a heading.
#[derive(Serialize)]
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) paragraphs: Paragraphs,
}

/// A table under a heading.
#[derive(Serialize)]
pub(super) struct Table {
    pub(super) heading: String,
    pub(super) remark: Option<String>,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(super) enum Cell {
    /// A text, with a second, quieter line under it.
    Text { text: String, sub: Option<String>, strong: bool, indent: bool, glyph: Option<Glyph>, tone: Tone },
    /// A state: shape and word.
    State { glyph: Glyph, tone: Tone, word: String },
    /// How many of four steps are taken, and the word for the last.
    Steps { taken: u8, word: String },
    /// The readings, drawn small; nothing where there are none.
    Spark { spark: Option<Spark> },
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            sub: None,
            strong: false,
            indent: false,
            glyph: None,
            tone: Tone::Plain,
        }
    }

    /// With a second line, unless that is empty.
    pub(super) fn with_sub(self, line: impl Into<String>) -> Self {
        let line = Some(line.into()).filter(|line| !line.is_empty());
        match self {
            Self::Text { text, strong, indent, glyph, tone, .. } => {
                Self::Text { text, sub: line, strong, indent, glyph, tone }
            }
            other => other,
        }
    }

    pub(super) fn strong(self) -> Self {
        match self {
            Self::Text { text, sub, indent, glyph, tone, .. } => {
                Self::Text { text, sub, strong: true, indent, glyph, tone }
            }
            other => other,
        }
    }

    pub(super) fn toned(self, tone: Tone) -> Self {
        match self {
            Self::Text { text, sub, strong, indent, glyph, .. } => {
                Self::Text { text, sub, strong, indent, glyph, tone }
            }
            other => other,
        }
    }

    /// Under the row above it, with a shape of its own if it has one.
    pub(super) fn indented(self, glyph: Option<Glyph>) -> Self {
        match self {
            Self::Text { text, sub, strong, tone, .. } => {
                Self::Text { text, sub, strong, indent: true, glyph, tone }
            }
            other => other,
        }
    }
}

/// A shape that means one thing, also without colour.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Glyph {
    /// Not begun.
    Ring,
    /// Under way.
    Dot,
    /// On track.
    Disc,
    /// To be watched.
    Half,
    /// Of concern.
    Triangle,
    /// Blocked.
    Square,
    /// Done.
    Tick,
    /// Lost.
    Cross,
    /// Closed, no more to it.
    Bar,
    /// A milestone.
    Diamond,
}

/// A meaning that has a colour.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Tone {
    Plain,
    Muted,
    Accent,
    Good,
    Watch,
    Bad,
}
