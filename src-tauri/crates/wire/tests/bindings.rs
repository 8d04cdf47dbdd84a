//! The committed TypeScript is what the command list, the declared fields and the lists of words make today.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::path::PathBuf;

use cairn_wire::bindings::{fields, typescript, words};

#[test]
fn the_committed_bindings_are_fresh() {
    for (name, fresh) in [("wire.ts", typescript()), ("fields.ts", fields()), ("words.ts", words())] {
        let committed = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/gen").join(name);
        if std::env::var_os("CAIRN_WRITE_BINDINGS").is_some() {
            std::fs::create_dir_all(committed.parent().unwrap()).unwrap();
            std::fs::write(&committed, &fresh).unwrap();
        }
        let standing = std::fs::read_to_string(&committed).unwrap_or_default();
        assert!(standing == fresh, "ui/src/lib/gen/{name} is stale: run `cargo xtask bindings`");
    }
}

#[test]
fn every_command_has_its_types_and_its_access_in_the_bindings() {
    let text = typescript();
    for command in cairn_wire::commands() {
        let line = format!("\"{}\": [{}, {}];", command.name, command.request, command.result);
        assert!(text.contains(&line), "{line} must stand in the schema");
    }
}
