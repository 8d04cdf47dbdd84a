//! The committed TypeScript is what the command list makes today.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::path::PathBuf;

fn committed() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/gen/wire.ts")
}

#[test]
fn the_committed_bindings_are_fresh() {
    let fresh = cairn_wire::bindings::typescript();
    if std::env::var_os("CAIRN_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(committed().parent().unwrap()).unwrap();
        std::fs::write(committed(), &fresh).unwrap();
    }
    let standing = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(standing == fresh, "ui/src/lib/gen/wire.ts is stale: run `cargo xtask bindings`");
}

#[test]
fn every_command_has_its_types_and_its_access_in_the_bindings() {
    let text = cairn_wire::bindings::typescript();
    for command in cairn_wire::commands() {
        let line = format!("\"{}\": [{}, {}];", command.name, command.request, command.result);
        assert!(text.contains(&line), "{line} must stand in the schema");
    }
}
