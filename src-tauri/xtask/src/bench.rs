//! `cargo xtask bench`: the program as users get it, against its peers.
//!
//! Owns: bringing the peers onto the machine and building the release. The race itself is the
//! program in `benches/`; what dragging costs is measured in a page, by `ui/bench/`.

use crate::needs::Purpose;
use crate::shell::{self, Outcome};
use crate::{places, setup};

/// Builds what races and starts the race.
pub(crate) fn bench() -> Outcome {
    setup::ready(Purpose::Bench)?;
    setup::build_front_end()?;
    shell::run(&mut shell::cargo(&["build", "--release", "--bins"]))?;
    let race = ["run", "--release", "--package", "cairn-benches", "--"];
    shell::run(shell::cargo(&race).arg(places::program("release")))?;
    shell::run(&mut shell::npm(&["run", "--silent", "bench"]))
}
