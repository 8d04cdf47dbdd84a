//! A template as a file: what a colleague sends, and what comes with the program.

use cairn_domain::{
    PlanType, Problem, Record as _, Template, TemplateContent, TemplateId, TemplateObjective,
};
use cairn_wire::Failure;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::library;

/// The file: the template's header and its content, side by side.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct TemplateFile {
    id: TemplateId,
    title: String,
    #[serde(default)]
    summary: String,
    version: i64,
    plan_type: PlanType,
    weeks: u32,
    #[serde(default)]
    strategy: String,
    objectives: Vec<TemplateObjective>,
}

impl TemplateFile {
    /// Reads and checks a file's text.
    ///
    /// # Errors
    /// `unknown_field`, `invalid` or `dependency_loop`, with the path of what is wrong.
    pub(super) fn read(text: &str) -> Result<Self, Failure> {
        let file: Self = library::parse(text)?;
        let (_, _, record) = file.clone().into_record();
        record.check(NaiveDate::default()).map_err(|Problem { field, reason }| {
            // The file has no level between the header and the content.
            let field = field.strip_prefix("content.").map(str::to_owned).unwrap_or(field);
            Problem { field, reason }
        })?;
        Ok(file)
    }

    /// A template as a file of it.
    pub(super) fn of(id: TemplateId, version: i64, template: Template) -> Self {
        let Template { title, summary, content } = template;
        let TemplateContent { plan_type, weeks, strategy, objectives } = content;
        Self { id, title, summary, version, plan_type, weeks, strategy, objectives }
    }

    /// Its id, its version and the template.
    pub(super) fn into_record(self) -> (TemplateId, i64, Template) {
        let Self { id, title, summary, version, plan_type, weeks, strategy, objectives } = self;
        let content = TemplateContent { plan_type, weeks, strategy, objectives };
        (id, version, Template { title, summary, content })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use cairn_wire::Code;
    use serde_json::{Value, json};

    use super::*;

    fn file() -> Value {
        json!({
            "id": "0199f3a4-0000-7000-8000-00000000aaaa", "title": "Test", "version": 1,
            "plan_type": "stage_adoption", "weeks": 12,
            "objectives": [{
                "key": "ship", "title": "Ship every week",
                "criteria": [{ "key": "days", "name": "Lead time", "target": 5, "target_day": 40 }],
                "initiatives": [{ "key": "pilot", "title": "Pilot", "tasks": [
                    { "key": "one", "title": "First" },
                    { "key": "two", "title": "Second", "after": [{ "key": "one" }] }
                ]}]
            }]
        })
    }

    fn refused(change: impl Fn(&mut Value)) -> (Code, String) {
        let mut file = file();
        change(&mut file);
        let failure = TemplateFile::read(&file.to_string()).unwrap_err();
        (failure.code, failure.field.unwrap_or_default())
    }

    #[test]
    fn a_file_that_was_written_reads_as_the_same_template() {
        let read = TemplateFile::read(&file().to_string()).unwrap();
        assert_eq!(
            TemplateFile::read(&library::pretty(&read).unwrap()).unwrap(),
            read,
            "nothing is lost on the way"
        );
        assert!(!library::pretty(&read).unwrap().contains("null"), "and it reads well");
    }

    #[test]
    fn what_is_wrong_in_a_file_is_said_by_its_place() {
        let set = |path: &'static str, value: Value| {
            refused(move |file| *file.pointer_mut(path).unwrap() = value.clone())
        };
        let tasks = "/objectives/0/initiatives/0/tasks";
        assert_eq!(
            refused(|file| file["objectives"][0]["colour"] = "red".into()),
            (Code::UnknownField, "objectives[0].colour".into()),
            "a key that no template has"
        );
        assert_eq!(
            refused(|file| {
                let tasks = file.pointer_mut(tasks).unwrap().as_array_mut().unwrap();
                tasks.push(tasks[0].clone());
            }),
            (Code::Invalid, "objectives[0].initiatives[0].tasks[2].key".into()),
            "a key that is there twice"
        );
        assert_eq!(
            refused(|file| {
                file.pointer_mut(tasks).unwrap()[0]["after"] = json!([{ "key": "two" }]);
            })
            .0,
            Code::DependencyLoop,
            "tasks that wait for each other"
        );
        assert_eq!(
            refused(|file| file["objectives"][0]["when"] = json!([{ "field": "weather", "is": ["sun"] }])),
            (Code::Invalid, "objectives[0].when[0].field".into()),
            "a field that no account has"
        );
        assert_eq!(
            refused(|file| file["objectives"][0]["when"] = json!([{ "field": "hosting", "is": ["moon"] }])),
            (Code::Invalid, "objectives[0].when[0].is".into()),
            "a value that the field cannot have"
        );
        assert_eq!(
            set("/objectives/0/initiatives/0/tasks/1/after/0/key", "three".into()),
            (Code::Invalid, "objectives[0].initiatives[0].tasks[1].after[0].key".into()),
            "a task that is not there"
        );
        assert_eq!(set("/weeks", 0.into()), (Code::Invalid, "weeks".into()), "a plan without a period");
        assert_eq!(
            set("/objectives/0/criteria/0/name", "".into()),
            (Code::Invalid, "objectives[0].criteria[0].name".into()),
            "a part that could not become its record"
        );
    }

    #[test]
    fn a_key_of_the_file_that_stands_twice_is_refused() {
        let text = file().to_string().replacen("\"weeks\":12", "\"weeks\":12,\"weeks\":13", 1);
        assert!(TemplateFile::read(&text).is_err(), "nobody can say which of the two is meant");
    }
}
