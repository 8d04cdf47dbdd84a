//! The first thread without a pointer: every step by keys alone, and after every one the focus can be seen
//! where it is expected.

use cairn_testkit::{Key, Window};

use crate::{
    keys::{enter, escape, press, redo, run, type_over, undo},
    program,
    sample::{Sample, go},
    shots,
    tour::screens,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_user_gets_from_the_first_start_to_a_plan_on_disk_without_a_pointer() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::start(program(), home.path(), &shots()).await;

    window.focused("Your name").await;
    window.keys("Ana Lind").await;
    enter(&window).await;

    // What had the focus is gone with its room: the next room has it.
    window.see("Add the first account").await;
    window.focused("main").await;
    window.tab_to("Add the first account", 5).await;
    enter(&window).await;
    window.focused("Name of the customer").await;
    escape(&window).await;
    window.focused("Add the first account").await;
    enter(&window).await;
    window.focused("Name of the customer").await;
    window.keys("Nordwind AG").await;
    enter(&window).await;

    window.see("Start a success plan").await;
    window.focused("main").await;
    run(&window, "New plan for Nordwind").await;
    window.focused("Title of the plan").await;
    window.keys("Success plan FY27").await;
    enter(&window).await;

    window.see("No objective yet").await;
    window.focused("main").await;
    plan(&window).await;
    undo_and_redo(&window).await;
    let pdf = home.path().join("plan.pdf");
    export(&window, &pdf).await;
    window.quit().await;
    let text = std::process::Command::new("pdftotext")
        .args(["-layout", pdf.to_str().unwrap(), "-"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&text.stdout);
    for said in ["Nordwind AG", "Halve the lead time", "Median lead time", "40 %", "Pilot with five services"]
    {
        assert!(text.contains(said), "the document says {said}: {text}");
    }

    let again = Window::start(program(), home.path(), &shots()).await;
    again.focused("Document").await;
    again.tab_back_to("Outline", 12).await;
    enter(&again).await;
    again.focused("main").await;
    for kept in
        ["Halve the lead time", "Median lead time", "Shared pipeline templates", "Pilot with five services"]
    {
        again.see(kept).await;
    }
    again.hold(&[Key::Alt.into(), Key::Left.into()]).await;
    again.see("Fit width").await;
    again.hold(&[Key::Alt.into(), Key::Right.into()]).await;
    again.find(&outlined("Pilot with five services")).await;
    again.quit().await;
}

/// A row of the outline.
fn outlined(title: &str) -> String {
    format!("//a[contains(@class, \"open\") and normalize-space(.)=\"{title}\"]")
}

/// An objective with its measure and two readings, an initiative, a task.
async fn plan(window: &Window) {
    window.keys("n").await;
    window.focused("Add an objective").await;
    window.keys("Halve the lead time").await;
    enter(window).await;
    window.see("Halve the lead time").await;
    let next = window.focused("Add an objective").await;
    assert_eq!(next.text.as_deref(), Some(""), "the next row waits");
    escape(window).await;
    window.focused("main").await;

    window.keys("j").await;
    window.keys("j").await;
    window.focused("Halve the lead time").await;
    window.keys("c").await;
    window.focused("Add a criterion").await;
    window.keys("Median lead time").await;
    enter(window).await;
    window.see("How it is measured").await;
    let next = window.focused("Add a criterion").await;
    assert_eq!(next.text.as_deref(), Some(""), "the next row waits");
    escape(window).await;
    window.focused("Halve the lead time").await;
    press(window, Key::Down).await;
    window.focused("Median lead time").await;
    enter(window).await;
    window.focused("Success criterion").await;
    // Letters look for a value in an open list, and Esc closes the list alone.
    let kind = "//*[@aria-label=\"Kind\"][normalize-space(.)=\"Duration\"]";
    window.tab_to("Kind", 12).await;
    enter(window).await;
    window.find("//*[@role=\"option\"][normalize-space(.)=\"Duration\"]").await;
    window.keys("dur").await;
    enter(window).await;
    window.find(kind).await;
    window.gone("//*[@role=\"option\"]").await;
    enter(window).await;
    window.find("//*[@role=\"option\"][normalize-space(.)=\"Duration\"]").await;
    window.keys("c").await;
    escape(window).await;
    window.gone("//*[@role=\"option\"]").await;
    window.focused("Kind").await;
    window.find(kind).await;
    for (field, value) in [("Unit", "days"), ("Baseline", "20"), ("Target", "10")] {
        window.tab_to(field, 12).await;
        window.keys(value).await;
        enter(window).await;
        window.focused(field).await;
    }
    escape(window).await;
    window.focused("Success criterion").await;

    window.keys("r").await;
    for (day, value) in [("2026-10-15", "22"), ("2026-11-20", "16")] {
        window.focused("New value").await;
        window.keys(value).await;
        window.tab_to("Read on", 1).await;
        type_over(window, day).await;
        enter(window).await;
        window.find(&format!("//table//td[normalize-space(.)=\"{value}\"]")).await;
        let next = window.focused("New value").await;
        assert_eq!(next.text.as_deref(), Some(""), "the next reading waits");
    }
    window.find("//td[normalize-space(.)=\"40 %\"]").await;
    escape(window).await;
    window.focused("Median lead time").await;

    for (letter, field, title) in [
        ("i", "Add an initiative", "Shared pipeline templates"),
        ("t", "Add a task", "Pilot with five services"),
    ] {
        window.keys(letter).await;
        window.focused(field).await;
        window.keys(title).await;
        enter(window).await;
        window.find(&outlined(title)).await;
        window.focused(field).await;
        escape(window).await;
        window.focused("Median lead time").await;
    }
}

async fn undo_and_redo(window: &Window) {
    let task = outlined("Pilot with five services");
    undo(window).await;
    window.see("Undone:").await;
    window.gone(&task).await;
    window.focused("Median lead time").await;
    redo(window).await;
    window.see("Done again:").await;
    window.find(&task).await;
    // One stays where one works.
    window.focused("Median lead time").await;
}

/// From the outline to the pages, and to a file of them.
async fn export(window: &Window, pdf: &std::path::Path) {
    run(window, "Export Success plan").await;
    window.focused("Document").await;
    window.find("//main//img").await;
    window.tab_to("PDF file", 18).await;
    type_over(window, pdf.to_str().unwrap()).await;
    enter(window).await;
    window.see("Show in folder").await;
    window.focused("PDF file").await;
    assert!(pdf.is_file(), "the file is where it was asked for");
    window.tab_to("Export", 2).await;
    enter(window).await;
    window.see("Show in folder").await;
    window.focused("Export").await;
}

/// Stops of Tab on one screen at most; what is longer is more of the same.
const STOPS: usize = 70;

#[tokio::test(flavor = "multi_thread")]
async fn every_stop_of_tab_on_every_screen_of_the_sample_can_be_seen() {
    let sample = Sample::make();
    let window = sample.open().await;
    window.see("Nordwind AG").await;
    let mut found = Vec::new();
    for (screen, place, word) in screens(&sample) {
        go(&window, &place).await;
        window.see(word).await;
        for _ in 0..STOPS {
            press(&window, Key::Tab).await;
            let focus = window.settled().await;
            // Behind the last stop the window itself has the focus, and the next one is the first.
            if focus.tag == "body" {
                break;
            }
            if !focus.hidden.is_empty() {
                window.shot(&format!("{screen}-focus")).await;
                found.push(format!("{screen}: {} ({}) is {}", focus.name, focus.tag, focus.hidden));
            }
        }
    }
    window.quit().await;
    assert_eq!(found, Vec::<String>::new(), "what has the focus can be seen");
}
