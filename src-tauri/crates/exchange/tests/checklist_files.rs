//! A checklist written as Markdown and as a workbook, and read back: whatever its texts hold, nothing seems edited.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use cairn_documents::{
    Brand, Frame, Language, Paper,
    onboarding::{Anchor, Checklist, Phase, ShownChecklist, Step},
    success_plan::Author,
};
use cairn_domain::{Audience, ChecklistState, RecordId, Seen, StepSide, StepState, Word as _};
use cairn_exchange::{Content, ParsedFile, Row, Wording, checklist, workbook};
use chrono::NaiveDate;
use proptest::{prelude::*, sample::select};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A text of one line that tries to be structure. Something of it is seen, as every title's must be.
fn name() -> BoxedStrategy<String> {
    let part = "[a-z]|[ \t]|[*_`~#<>&|@,;:()\\[\\]\\\\!=/-]|due 2027-01-01|blocked|optional|\\[x\\]|<!-- cairn:step 1 -->|-->|&amp;|\u{e9}|\u{a0}|\u{2028}";
    proptest::collection::vec(part, 0..10).prop_map(|parts| format!("x{}", parts.concat())).boxed()
}

fn maybe() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), name()].boxed()
}

/// An author's text that tries to be structure.
fn prose() -> impl Strategy<Value = String> {
    let part = "[a-z ]{1,6}|\n|\n\n|## Update|- \\[ \\] a|/close|\\\\|```|<!--|-->|> c|---";
    proptest::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..40_000_i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(720_000 + day).unwrap())
}

fn id<T: RecordId>() -> impl Strategy<Value = T> {
    any::<u128>().prop_map(|bits| T::from_uuid(Uuid::from_u128(bits)))
}

prop_compose! {
    fn step()(
        id in id(), title in name(), group in maybe(), texts in [maybe(), maybe()], evidence in [prose(), prose()],
        owner_side in select(vec![StepSide::Ours, StepSide::Customer, StepSide::Partner]),
        flags in any::<(bool, bool)>(), depth in 0..3_i64, due in proptest::option::of(day()), on in day(),
        state in select(vec![StepState::Open, StepState::Done, StepState::Skipped, StepState::Blocked]),
        ours in (maybe(), prose(), select(vec![Audience::Internal, Audience::Customer])),
    ) -> Step {
        let [role, assignee] = texts;
        let [evidence_wanted, evidence] = evidence;
        let (reason, note, visibility) = ours;
        let said = json!({
            "checklist_id": Uuid::nil(), "title": title, "group_title": group, "owner_side": owner_side, "role": role,
            "assignee": assignee, "required": flags.0, "evidence_wanted": evidence_wanted, "evidence": evidence,
            "depth": depth, "due": due, "state": state, "done_on": (state == StepState::Done).then_some(on),
            "reason": reason, "note": note, "visibility": visibility,
        });
        Step { id, record: serde_json::from_value(said).unwrap(), provisional: flags.1 }
    }
}

prop_compose! {
    fn written()(
        internal in any::<bool>(), id in id(), titles in [name(), name()], gate in prose(),
        steps in proptest::collection::vec(step(), 1..6), at in any::<prop::sample::Index>(),
        anchor in day(),
    ) -> Checklist {
        let [account, title] = titles;
        let mut steps = steps;
        if !internal {
            for step in &mut steps {
                step.visibility = Audience::Customer;
                step.record = Seen::of(step.record.clone(), Audience::Customer).unwrap().into_inner();
            }
        }
        let late = steps.split_off(at.index(steps.len() + 1));
        let phase = |title: String, steps| Phase { title, gate: gate.clone(), open: true, held: false, steps };
        let frame = Frame {
            id: String::new(), today: anchor, language: Language::En, paper: Paper::A4, internal, account,
            title: title.clone(), author: Author::default(), brand: Brand::default(), classification: None,
            redacted: false, sealed: false, labels: BTreeMap::new(),
        };
        Checklist {
            frame,
            run: ShownChecklist {
                id, title: title.clone(), state: ChecklistState::Running, started_on: anchor, closed_on: None,
                anchors: vec![Anchor { key: "contract".into(), day: anchor }],
                phases: vec![phase(String::new(), steps), phase(format!("{title} 2"), late)], delay_reason: None,
            },
        }
    }
}

fn read(bytes: &[u8]) -> ParsedFile {
    checklist::read(bytes, &Wording::default())
}

fn said(row: &Row) -> Value {
    let plain = row.fields.iter().filter_map(|said| match &said.content {
        Content::Plain(value) => Some((said.field.clone(), value.clone())),
        Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
    });
    Value::Object(plain.collect::<Map<_, _>>())
}

fn untouched(input: &Checklist, parsed: &ParsedFile) -> Result<(), TestCaseError> {
    prop_assert_eq!(&parsed.row_errors, &[], "nothing is wrong");
    prop_assert_eq!(parsed.home, Some(input.run.id.uuid()), "which checklist it is");
    let steps: Vec<&Step> = input.run.phases.iter().flat_map(|phase| &phase.steps).collect();
    let ids: Vec<_> = parsed.rows.iter().filter_map(|row| row.id).collect();
    prop_assert_eq!(ids, steps.iter().map(|step| step.id.uuid()).collect::<Vec<_>>(), "every step, in order");
    for row in &parsed.rows {
        for said in &row.fields {
            prop_assert!(said.untouched, "{} is as it was written: {:?}", said.field, said);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_text_nobody_touched_says_so_of_every_field(input in written()) {
        let text = checklist::write(&input);
        let parsed = read(text.as_bytes());
        untouched(&input, &parsed)?;
        let steps = input.run.phases.iter().flat_map(|phase| &phase.steps);
        for (row, step) in parsed.rows.iter().zip(steps) {
            let said = said(row);
            prop_assert_eq!(&said["title"], &json!(step.title), "the title: {}", text);
            prop_assert_eq!(&said["state"], &json!(step.state.word()), "the box: {}", text);
            prop_assert_eq!(&said["due"], &json!(step.due), "the day: {}", text);
            prop_assert_eq!(&said["assignee"], &json!(step.assignee), "who: {}", text);
            prop_assert_eq!(said.get("reason").is_some(), input.frame.internal, "only our copy has reasons");
        }
    }

    #[test]
    fn a_ticked_box_is_all_that_changes(input in written(), at in any::<prop::sample::Index>()) {
        let text = checklist::write(&input);
        let empty: Vec<_> = text.match_indices("- [ ] **").map(|(at, _)| at).collect();
        prop_assume!(!empty.is_empty());
        let at = empty[at.index(empty.len())];
        let parsed = read(format!("{}- [x] **{}", &text[..at], &text[at + 8..]).as_bytes());
        prop_assert_eq!(&parsed.row_errors, &[], "nothing is wrong: {}", text);
        let touched: Vec<_> = parsed.rows.iter().flat_map(|row| &row.fields).filter(|said| !said.untouched).collect();
        prop_assert_eq!(touched.len(), 1, "one field of one step: {:?}", touched);
        prop_assert_eq!(&touched[0].content, &Content::Plain(json!("done")));
    }

}

proptest! {
    // A workbook takes as long as a hundred texts.
    #![proptest_config(ProptestConfig { cases: 16, ..Default::default() })]

    #[test]
    fn a_workbook_nobody_touched_says_so_of_every_field(input in written()) {
        untouched(&input, &read(&workbook::write_checklist(&input).unwrap()))?;
    }
}
