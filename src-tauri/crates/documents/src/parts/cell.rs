//! Tables and what stands in their cells: texts, states, drawings, each finished.

use serde::Serialize;

use crate::chart::Spark;

/// A table under a heading.
#[derive(Serialize)]
pub(crate) struct Table {
    pub(crate) heading: String,
    pub(crate) remark: Option<String>,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Cell {
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
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            sub: None,
            strong: false,
            indent: false,
            glyph: None,
            tone: Tone::Plain,
        }
    }

    /// The first line alone; of a drawing nothing.
    pub(crate) fn into_text(self) -> String {
        match self {
            Self::Text { text, .. } | Self::State { word: text, .. } | Self::Steps { word: text, .. } => text,
            Self::Spark { .. } => String::new(),
        }
    }

    /// With a second line, unless that is empty.
    pub(crate) fn with_sub(self, line: impl Into<String>) -> Self {
        let line = Some(line.into()).filter(|line| !line.is_empty());
        match self {
            Self::Text { text, strong, indent, glyph, tone, .. } => {
                Self::Text { text, sub: line, strong, indent, glyph, tone }
            }
            other => other,
        }
    }

    pub(crate) fn strong(self) -> Self {
        match self {
            Self::Text { text, sub, indent, glyph, tone, .. } => {
                Self::Text { text, sub, strong: true, indent, glyph, tone }
            }
            other => other,
        }
    }

    pub(crate) fn toned(self, tone: Tone) -> Self {
        match self {
            Self::Text { text, sub, strong, indent, glyph, .. } => {
                Self::Text { text, sub, strong, indent, glyph, tone }
            }
            other => other,
        }
    }

    /// Under the row above it, with a shape of its own if it has one.
    pub(crate) fn indented(self, glyph: Option<Glyph>) -> Self {
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
pub(crate) enum Glyph {
    /// Not begun.
    Ring,
    /// To be ticked.
    Box,
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
pub(crate) enum Tone {
    Plain,
    Muted,
    Accent,
    Good,
    Watch,
    Bad,
}
