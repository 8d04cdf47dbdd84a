//! A small workspace, made through the built program's own command line.
//!
//! Owns: reading `sample.txt` and feeding it to `cairn call`. Every line there is a name for the new
//! record, a command, and its request, in which `$name` stands for the id of an earlier record. Does
//! not own a JSON parser: of an answer it needs the id and nothing else.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use crate::shell::{self, Failure, Outcome};

const LINES: &str = include_str!("../sample.txt");

/// Makes the workspace and gives its plan's id.
pub(crate) fn make(program: &Path, workspace: &Path) -> Outcome<String> {
    let mut ids = HashMap::new();
    for line in LINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, command, request) = parts(line, &ids)?;
        let answer = shell::capture(cairn(program, workspace).args(["call", command, &request]))?;
        let id = id_in(&answer).ok_or_else(|| Failure::new(format!("{command} answered no id: {answer}")))?;
        ids.insert(name, id.to_owned());
    }
    ids.remove("plan").ok_or_else(|| Failure::new("the sample names no plan"))
}

/// Exports the plan as the customer's PDF.
pub(crate) fn export(program: &Path, workspace: &Path, plan: &str, pdf: &Path) -> Outcome {
    let words = ["export", "success-plan", plan, "--format", "pdf", "-o"];
    shell::run(cairn(program, workspace).args(words).arg(pdf))
}

fn cairn(program: &Path, workspace: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("--workspace").arg(workspace);
    command
}

/// Splits a line and puts the ids of earlier records into its request.
fn parts<'a>(line: &'a str, ids: &HashMap<&str, String>) -> Outcome<(&'a str, &'a str, String)> {
    let mut words = line.splitn(3, ' ');
    let (Some(name), Some(command), Some(request)) = (words.next(), words.next(), words.next()) else {
        return Err(Failure::new(format!("the sample's line is not `name command request`: {line}")));
    };
    let filled = ids.iter().fold(request.to_owned(), |text, (known, id)| {
        text.replace(&format!("\"${known}\""), &format!("\"{id}\""))
    });
    match filled.contains("\"$") {
        false => Ok((name, command, filled)),
        true => Err(Failure::new(format!("the sample's line names a record that is not there: {line}"))),
    }
}

/// The first `id` of a JSON answer: a record's header comes before its fields.
fn id_in(answer: &str) -> Option<&str> {
    let (_, after) = answer.split_once("\"id\"")?;
    after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]
    use super::{LINES, id_in, parts};
    use std::collections::HashMap;

    #[test]
    fn every_line_of_the_sample_leans_only_on_lines_before_it() {
        let mut ids = HashMap::new();
        for line in LINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, _, request) = parts(line, &ids).unwrap();
            assert!(request.starts_with('{') && request.ends_with('}'), "an object: {request}");
            assert!(ids.insert(name, format!("id-of-{name}")).is_none(), "{name} stands twice");
        }
        assert!(ids.contains_key("plan"), "the sample is there for its plan");
    }

    #[test]
    fn a_record_that_was_never_made_is_named() {
        let failure = parts("x task.create {\"initiative_id\":\"$nobody\"}", &HashMap::new()).unwrap_err();
        assert!(failure.to_string().contains("$nobody"), "{failure}");
    }

    #[test]
    fn the_id_of_an_answer_is_found_however_it_is_spaced() {
        assert_eq!(id_in("{\"id\":\"a\",\"plan_id\":\"b\"}"), Some("a"));
        assert_eq!(id_in("{\n  \"id\" : \"a\"\n}"), Some("a"));
        assert_eq!(id_in("{\"total\":1}"), None);
    }
}
