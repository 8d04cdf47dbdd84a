//! From the first start to the customer's PDF, and back after a restart.

use cairn_testkit::{Key, Window};
use serde_json::json;

use crate::{is_accessible, program, shots};

/// The name of a task, an initiative or a criterion as the outline shows it.
fn row(title: &str) -> String {
    format!("//a[contains(@class, \"open\") and normalize-space(.)=\"{title}\"]")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_user_gets_from_the_first_start_to_a_plan_on_disk_and_finds_it_again() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::start(program(), home.path(), &shots()).await;

    window.see("Who you are").await;
    is_accessible(&window, "first-run").await;
    window.fill("Your name", "Ana Lind").await;
    window.press("Create workspace").await;

    window.see("Add the first account").await;
    is_accessible(&window, "portfolio-empty").await;
    window.press("Add the first account").await;
    window.fill("Name of the customer", "Nordwind AG").await;
    window.press("Create account").await;

    window.see("Start a success plan").await;
    is_accessible(&window, "account").await;
    window.press("Start a success plan").await;
    window.fill("Title of the plan", "Success plan FY27").await;
    window.press("Create plan").await;

    window.see("No objective yet").await;
    is_accessible(&window, "plan-empty").await;
    window.enter("Add an objective", "Halve the lead time").await;
    window.press("Add a criterion").await;
    window.enter("Add a criterion", "Median lead time").await;
    for (field, value) in [("Unit", "days"), ("Baseline", "20"), ("Target", "10")] {
        window.enter(field, value).await;
    }
    for (day, value) in [("2026-10-15", "22"), ("2026-11-20", "16")] {
        window.fill("Read on", day).await;
        window.enter("New value", value).await;
        window.find(&format!("//table//td[normalize-space(.)=\"{value}\"]")).await;
    }
    window.find("//td[normalize-space(.)=\"40 %\"]").await;
    is_accessible(&window, "criterion").await;

    // A refused value is answered at its field and keeps what was typed.
    window.enter("Target", "30").await;
    window.see("go the other way").await;
    window.find("//*[@role=\"alert\"]").await;
    let on_screen = "const { top, bottom } = document.querySelector('[role=alert]').getBoundingClientRect();
                     return top >= 0 && bottom <= document.querySelector('.pane').getBoundingClientRect().bottom + 1";
    assert_eq!(
        window.script(on_screen, vec![]).await,
        json!(true),
        "the reason is on the screen, not below it"
    );
    assert_eq!(
        window.field("Target").await.prop("value").await.unwrap().as_deref(),
        Some("30"),
        "what was typed is kept"
    );
    window.shot("refused").await;
    window.enter("Target", "10").await;

    window.press("Close the detail").await;
    window.press("Add an initiative").await;
    window.enter("Add an initiative", "Shared pipeline templates").await;
    window.find(&row("Shared pipeline templates")).await;
    window.press("Add a task").await;
    window.enter("Add a task", "Pilot with five services").await;
    window.find(&row("Pilot with five services")).await;

    window.chord(&[Key::Control.into(), 'z']).await;
    window.see("Undone:").await;
    window.gone(&row("Pilot with five services")).await;
    window.chord(&[Key::Control.into(), Key::Shift.into(), 'z']).await;
    window.see("Done again:").await;
    window.find(&row("Pilot with five services")).await;
    window.chord(&[Key::Escape.into()]).await;
    is_accessible(&window, "plan").await;

    window.press("Export PDF").await;
    let pdf = home.path().join("plan.pdf");
    window.fill("PDF file", pdf.to_str().unwrap()).await;
    window.press("Export").await;
    window.see("Show in folder").await;
    is_accessible(&window, "export").await;
    window.quit().await;
    let text = std::process::Command::new("pdftotext")
        .args(["-layout", pdf.to_str().unwrap(), "-"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&text.stdout);
    for said in [
        "Nordwind AG",
        "Halve the lead time",
        "Median lead time",
        "40 %",
        "Pilot with five services",
        "Ana Lind",
    ] {
        assert!(text.contains(said), "the document says {said}: {text}");
    }

    // It opens where it was left: among the pages.
    let again = Window::start(program(), home.path(), &shots()).await;
    again.press("Outline").await;
    for kept in
        ["Halve the lead time", "Median lead time", "Shared pipeline templates", "Pilot with five services"]
    {
        again.see(kept).await;
    }
    is_accessible(&again, "second-start").await;
    again.quit().await;
}
