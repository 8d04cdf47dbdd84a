//! `cargo xtask bench`: the program as users get it, against its peers.
//!
//! Owns: bringing the peers onto the machine and building the release. The race itself is the
//! program in `benches/`; what dragging costs is measured in a page, by `ui/bench/`.

use crate::dev::Core;
use crate::needs::Purpose;
use crate::shell::{self, Outcome};
use crate::{places, setup};

/// What races, and the core that the dragged page stands before.
const BUILD: [&str; 7] = ["build", "--release", "--bins", "--package", "cairn", "--package", "cairn-devhost"];

/// Builds what races and starts the race.
pub(crate) fn bench() -> Outcome {
    setup::ready(Purpose::Bench)?;
    setup::build_front_end()?;
    shell::run(&mut shell::cargo(&BUILD))?;
    let race = ["run", "--release", "--package", "cairn-benches", "--"];
    shell::run(shell::cargo(&race).arg(places::program("release", "cairn")))?;
    let core = Core::start("release", &[])?;
    shell::run(shell::npm(&["run", "--silent", "bench"]).env("CAIRN_CORE", &core.address))
}
