//! The window, as a program of its own; `cairn` starts it.

// No console beside the window on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    cairn_shell::run_window()
}
