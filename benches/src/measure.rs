//! Wall time and peak memory of one process tree.
//!
//! Owns: what is counted. Memory is the larger of two lower bounds, by the same rule for everybody:
//! the kernel's largest resident size of any one process (`time`), and the largest sampled sum of
//! proportional sizes over the whole tree, in which a shared page counts once.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::racers::Racer;

/// What a racer cost in each round.
#[derive(Clone, Default)]
pub(crate) struct Cost {
    pub(crate) seconds: Vec<f64>,
    pub(crate) mebibytes: Vec<f64>,
}

/// How often the tree is looked at.
const SAMPLE_EVERY: Duration = Duration::from_millis(8);

/// Seconds from the start of the process to its end.
pub(crate) fn seconds(racer: &Racer) -> Outcome<f64> {
    let mut command = racer.command();
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("{} did not start: {error}", racer.name))?;
    let took = start.elapsed().as_secs_f64();
    if status.success() { Ok(took) } else { Err(format!("{} failed ({status})", racer.name).into()) }
}

/// Peak memory of the process and all that it starts, in MiB.
pub(crate) fn peak_mebibytes(racer: &Racer) -> Outcome<f64> {
    let told = racer.pdf.with_extension("kib");
    let told_words = told.display().to_string();
    let mut child = racer.behind(&["time", "--format=%M", "--output", &told_words]).spawn()?;
    let mut whole_tree = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        whole_tree = whole_tree.max(descendants(child.id()).map(proportional_kib).sum());
        std::thread::sleep(SAMPLE_EVERY);
    };
    if !status.success() {
        return Err(format!("{} failed ({status})", racer.name).into());
    }
    let largest: u64 = std::fs::read_to_string(&told)?.trim().parse()?;
    Ok(largest.max(whole_tree) as f64 / 1024.0)
}

/// All living processes below this one, itself left out.
fn descendants(root: u32) -> impl Iterator<Item = u32> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    for process in entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()) {
        if let Some(parent) = parent(process) {
            children.entry(parent).or_default().push(process);
        }
    }
    let mut waiting = vec![root];
    std::iter::from_fn(move || {
        let next = waiting.pop()?;
        waiting.extend(children.remove(&next).unwrap_or_default());
        Some(next)
    })
    .skip(1)
}

/// The parent in `/proc/PID/stat`: the second field after the name, which may hold anything but ends
/// with the last parenthesis.
fn parent(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn proportional_kib(process: u32) -> u64 {
    let sizes = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("smaps_rollup"));
    let sizes = sizes.unwrap_or_default();
    let pss = sizes.lines().find_map(|line| line.strip_prefix("Pss:"));
    pss.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]
    use super::{descendants, proportional_kib};
    use std::process::Command;

    #[test]
    fn a_grandchild_counts() {
        let mut shell = Command::new("sh").args(["-c", "sleep 20 & wait"]).spawn().unwrap();
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(5);
        let mut found: Vec<u32> = Vec::new();
        while found.is_empty() && std::time::Instant::now() < deadline {
            found = descendants(std::process::id()).filter(|process| *process != shell.id()).collect();
        }
        assert!(proportional_kib(shell.id()) > 0, "a living process has a size");
        for process in &found {
            Command::new("kill").arg(process.to_string()).status().unwrap();
        }
        shell.wait().unwrap();
        assert!(!found.is_empty(), "the sleeper below the shell belongs to the tree");
    }
}
