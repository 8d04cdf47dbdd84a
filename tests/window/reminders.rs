//! Reminders are off until somebody asks for them, go through the desktop, and stay as they were set.

use std::time::Duration;

use crate::{
    bus::Bus,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn reminders_are_off_until_they_are_asked_for_and_then_come_through_the_desktop() {
    let sample = Sample::make();
    let bus = Bus::start(sample.home());
    let shown = bus.notifications();
    let window = sample.open_with(&[("DBUS_SESSION_BUS_ADDRESS", &bus.address)]).await;
    go(&window, "#/settings/window").await;
    let box_of = "//label[contains(., \"Remind me\")]/input";
    let reminders = window.find(box_of).await;
    assert!(!reminders.is_selected().await.unwrap(), "off at first");
    assert!(shown.told.try_recv().is_err(), "nothing is told until it is asked for");
    reminders.click().await.unwrap();
    let first = shown.told.recv_timeout(Duration::from_secs(20)).unwrap();
    assert_eq!(first, ["Reminders are on", "They look like this."]);
    go(&window, "#/today").await;
    window.see("Nordwind AG").await;
    go(&window, "#/settings/window").await;
    assert!(window.find(box_of).await.is_selected().await.unwrap(), "kept");
    window.quit().await;
}
