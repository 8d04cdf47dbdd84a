//! What stands around the steps of a text: below a step it is said of that step, all else is told with its lines, so that
//! nothing vanishes.

use cairn_domain::gitlab::normalized;

use crate::{ParsedFile, plan_markdown::date};

/// Most characters of a text that is told.
const TOLD: usize = 60;

/// Lines that follow each other.
#[derive(Default)]
struct Block {
    first: u32,
    last: u32,
    lines: Vec<String>,
    /// The row of the step that they stand below.
    under: Option<usize>,
    /// True for what stands before the first phase or step, as the dates do in a text of Cairn's.
    ahead: bool,
    /// True for what follows a phase's heading, as its gate does there.
    opens: bool,
}

/// All of them, in order.
#[derive(Default)]
pub(super) struct Loose {
    blocks: Vec<Block>,
    /// The step above, as long as what follows may be said of it.
    step: Option<usize>,
    /// True behind a blank line.
    gap: bool,
    /// True where the next line goes on with the last block.
    goes_on: bool,
    begun: bool,
    opens: bool,
}

impl Loose {
    pub(super) fn heading(&mut self) {
        (self.step, self.goes_on, self.gap, self.opens) = (None, false, false, true);
    }

    pub(super) fn group(&mut self) {
        (self.step, self.goes_on, self.gap, self.opens, self.begun) = (None, false, false, false, true);
    }

    /// A step, by its row.
    pub(super) fn step(&mut self, row: usize) {
        self.group();
        self.step = Some(row);
    }

    /// A line that is none of a list.
    pub(super) fn line(&mut self, line: &str, number: u32) {
        let start = line.trim();
        if start.is_empty() {
            self.gap = true;
            return;
        }
        let inner = line.starts_with("  ") || line.starts_with('\t');
        let structure = start.starts_with(['|', '>']);
        if !inner && (self.gap || structure) {
            self.step = None;
        }
        let under = self.step;
        let gap = std::mem::take(&mut self.gap);
        match self
            .blocks
            .last_mut()
            .filter(|block| self.goes_on && block.under == under && (!gap || under.is_some()))
        {
            Some(block) => {
                if gap {
                    block.lines.push(String::new());
                }
                block.lines.push(line.to_owned());
                block.last = number;
            }
            None => self.blocks.push(Block {
                first: number,
                last: number,
                lines: vec![line.to_owned()],
                under,
                ahead: !self.begun,
                opens: self.opens,
            }),
        }
        self.goes_on = true;
    }

    /// Says it: in the note of a step that is new here or known by its title, else among what was left. A step with an id
    /// keeps its note, which its line does not hold. In a text that Cairn wrote, dates and gates are its own.
    pub(super) fn finish(self, parsed: &mut ParsedFile, written: bool) {
        for block in self.blocks {
            let own = written
                && (block.ahead && block.is_dates() || (block.ahead || block.opens) && block.is_quote());
            if own {
                continue;
            }
            let row = block.under.and_then(|row| parsed.rows.get_mut(row)).filter(|row| row.id.is_none());
            match row {
                Some(row) if row.plain("note").is_none() => row.say("note", block.text().into()),
                _ => parsed.ignored.push(block.told()),
            }
        }
    }
}

impl Block {
    /// Its lines without the indentation that they share.
    fn text(&self) -> String {
        let indent = |line: &String| line.len() - line.trim_start().len();
        let shared = self.lines.iter().filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
        let lines: Vec<&str> = self.lines.iter().map(|line| line.get(shared..).unwrap_or_default()).collect();
        normalized(&lines.join("\n"))
    }

    fn told(&self) -> String {
        let text = self.lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        let short: String = text.chars().take(TOLD).collect();
        let more = if short.len() < text.len() { "…" } else { "" };
        let (first, last) = (self.first, self.last);
        let lines = if first == last { format!("line {first}") } else { format!("lines {first} to {last}") };
        format!("{lines}: “{short}{more}”")
    }

    /// `- Contract: 2026-11-02`, as Cairn writes them.
    fn is_dates(&self) -> bool {
        self.lines.iter().all(|line| {
            line.strip_prefix("- ")
                .and_then(|line| line.rsplit_once(": "))
                .is_some_and(|(_, day)| date(day).is_some())
        })
    }

    fn is_quote(&self) -> bool {
        self.lines.iter().all(|line| line.starts_with('>'))
    }
}
