//! Keys as somebody presses them who has no pointer.

use cairn_testkit::{Key, Window};

/// Presses one key that types nothing.
pub(crate) async fn press(window: &Window, key: Key) {
    window.keys(&char::from(key).to_string()).await;
}

pub(crate) async fn enter(window: &Window) {
    press(window, Key::Enter).await;
}

pub(crate) async fn escape(window: &Window) {
    press(window, Key::Escape).await;
}

pub(crate) async fn undo(window: &Window) {
    window.hold(&[Key::Control.into(), 'z']).await;
}

pub(crate) async fn redo(window: &Window) {
    window.hold(&[Key::Control.into(), Key::Shift.into(), 'z']).await;
}

/// Does what the dialog that is open is for.
pub(crate) async fn submit(window: &Window) {
    window.hold(&[Key::Control.into(), Key::Enter.into()]).await;
}

/// Switches the customer-safe screen on or off.
pub(crate) async fn safe(window: &Window) {
    window.hold(&[Key::Control.into(), Key::Shift.into(), 'h']).await;
}

/// Types over what stands in the field that has the focus.
pub(crate) async fn type_over(window: &Window, text: &str) {
    window.hold(&[Key::Control.into(), 'a']).await;
    window.keys(text).await;
}

/// Opens the palette and types into it.
pub(crate) async fn ask(window: &Window, words: &str) {
    window.hold(&[Key::Control.into(), 'k']).await;
    window.focused("Find a record or a verb").await;
    window.keys(words).await;
}

/// Runs the verb that the palette finds first; `words` is how its line begins.
pub(crate) async fn run(window: &Window, words: &str) {
    ask(window, words).await;
    window
        .find(&format!(
            "//*[contains(@class, 'palette-item')][@data-selected][starts-with(normalize-space(.), \"{words}\")]"
        ))
        .await;
    enter(window).await;
}
