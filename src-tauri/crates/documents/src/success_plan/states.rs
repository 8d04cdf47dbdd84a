//! The states of records as shape, colour and word.

use cairn_domain::{InitiativeStatus, ObjectiveStatus, TaskStatus, VerifiableOutcomeStage};

use crate::{
    parts::{Cell, Glyph, Tone},
    words::Words,
};

pub(crate) fn objective(words: Words<'_>, status: ObjectiveStatus) -> Cell {
    let (glyph, tone) = match status {
        ObjectiveStatus::NotStarted => (Glyph::Ring, Tone::Muted),
        ObjectiveStatus::OnTrack => (Glyph::Disc, Tone::Good),
        ObjectiveStatus::Watchpoint => (Glyph::Half, Tone::Watch),
        ObjectiveStatus::Concern => (Glyph::Triangle, Tone::Bad),
        ObjectiveStatus::ClosedSuccess => (Glyph::Tick, Tone::Good),
        ObjectiveStatus::ClosedLost => (Glyph::Cross, Tone::Bad),
        ObjectiveStatus::Closed => (Glyph::Bar, Tone::Muted),
    };
    Cell::State { glyph, tone, word: words.word("objective_status", status) }
}

pub(super) fn initiative(words: Words<'_>, status: InitiativeStatus) -> Cell {
    let (glyph, tone) = match status {
        InitiativeStatus::NotStarted => (Glyph::Ring, Tone::Muted),
        InitiativeStatus::OnTrack => (Glyph::Disc, Tone::Good),
        InitiativeStatus::Watchpoint => (Glyph::Half, Tone::Watch),
        InitiativeStatus::Concern => (Glyph::Triangle, Tone::Bad),
        InitiativeStatus::ClosedSuccess => (Glyph::Tick, Tone::Good),
        InitiativeStatus::Closed => (Glyph::Bar, Tone::Muted),
    };
    Cell::State { glyph, tone, word: words.word("initiative_status", status) }
}

pub(super) fn task(words: Words<'_>, status: TaskStatus) -> Cell {
    let (glyph, tone) = match status {
        TaskStatus::New => (Glyph::Ring, Tone::Muted),
        TaskStatus::WorkInProgress => (Glyph::Dot, Tone::Accent),
        TaskStatus::Blocked => (Glyph::Square, Tone::Bad),
        TaskStatus::ClosedSuccess => (Glyph::Tick, Tone::Good),
        TaskStatus::Closed => (Glyph::Bar, Tone::Muted),
    };
    Cell::State { glyph, tone, word: words.word("task_status", status) }
}

pub(super) fn stage(words: Words<'_>, stage: VerifiableOutcomeStage) -> Cell {
    let taken = match stage {
        VerifiableOutcomeStage::Proposed => 1,
        VerifiableOutcomeStage::Accepted => 2,
        VerifiableOutcomeStage::Delivered => 3,
        VerifiableOutcomeStage::Verified => 4,
    };
    Cell::Steps { taken, word: words.word("verifiable_outcome_stage", stage) }
}
