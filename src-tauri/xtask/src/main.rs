//! Developer commands: set-up, run, test, bindings, bench
fn main() {}
