//! What has the focus, as somebody without a pointer knows it: by its name, and by seeing it.

use std::time::{Duration, Instant};

use fantoccini::key::Key;
use serde::Deserialize;

use crate::Window;

/// How long the focus may take to get where it belongs; what it belongs to may have to be fetched first.
const PATIENCE: Duration = Duration::from_secs(20);

/// The element that has the focus.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Focus {
    /// Its name as a screen reader says it; a region without one by its tag.
    pub name: String,
    /// Its tag, in small letters; `body` where nothing has the focus.
    pub tag: String,
    /// The text that it holds, if text is typed into it.
    pub text: Option<String>,
    /// What is wrong with how it shows: empty where a ring can be seen on the screen.
    pub hidden: String,
}

/// Names it, and looks for its ring: on itself, on what stands for it, or on the row that it is in.
const LOOK: &str = r#"
const el = document.activeElement ?? document.body;
const text = (id) => document.getElementById(id)?.textContent ?? "";
const label = el.id ? document.querySelector(`label[for="${CSS.escape(el.id)}"]`) : null;
const around = el.closest("label");
const region = ["MAIN", "SECTION", "BODY", "DIALOG"].includes(el.tagName);
const name = (el.getAttribute("aria-label")
    ?? (el.getAttribute("aria-labelledby") ?? "").split(" ").map(text).join(" ").trim())
    || label?.textContent || around?.textContent || (region ? el.tagName.toLowerCase() : el.textContent)
    || el.placeholder || el.tagName.toLowerCase();
const clean = (words) => words.replace(/\s+/g, " ").trim();
const ringed = (one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    // A control that is drawn by something else is itself as small as can be.
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && one.offsetWidth > 4;
};
const caret = el.matches("dialog input") && getComputedStyle(el).outlineStyle === "none" ? el : null;
const active = document.getElementById(el.getAttribute("aria-activedescendant"));
const places = [active, el, el.nextElementSibling, el.parentElement, el.closest("tr"), el.closest("label")];
const ring = places.find(ringed) ?? caret;
let hidden = "";
if (el === document.body) hidden = "nothing has the focus";
else if (!ring) hidden = "no ring";
else {
    let { left, right, top, bottom } = ring.getBoundingClientRect();
    // What can be seen of it: its part inside the window, and inside everything that scrolls it.
    const clip = (box) => {
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    };
    clip({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    for (let up = ring.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflowY !== "visible") clip(up.getBoundingClientRect());
        // A dialog lies over everything: what it stands in hides nothing of it.
        if (up.tagName === "DIALOG") break;
    }
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (right - left < 4 || bottom - top < 4) hidden = "out of sight";
    else if (!hit || !(ring.contains(hit) || hit.contains(ring))) hidden = `under ${hit?.outerHTML.slice(0, 200)}`;
}
const typed = el.matches("textarea, input:not([type=checkbox], [type=radio])");
return { name: clean(name), tag: el.tagName.toLowerCase(), text: typed ? el.value : null, hidden };
"#;

impl Window {
    /// What has the focus now.
    ///
    /// # Panics
    /// Where the page cannot be asked.
    pub async fn focus(&self) -> Focus {
        serde_json::from_value(self.script(LOOK, vec![]).await).expect("a page that knows its focus")
    }

    /// Waits until what has a name has the focus, and shows it.
    ///
    /// # Panics
    /// Where it does not get there, or cannot be seen there.
    pub async fn focused(&self, name: &str) -> Focus {
        let begun = Instant::now();
        loop {
            let focus = self.focus().await;
            if focus.name == name && focus.hidden.is_empty() {
                return focus;
            }
            if begun.elapsed() > PATIENCE {
                self.shot("failed").await;
                panic!("the focus is not on {name}, or not to be seen there: {focus:?}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Presses Tab until what has a name has the focus; every stop on the way has to show it.
    ///
    /// # Panics
    /// Where the way is longer than `stops`, or the focus cannot be seen on it.
    pub async fn tab_to(&self, name: &str, stops: usize) -> Focus {
        self.walk_to(&[Key::Tab.into()], name, stops).await
    }

    /// As [`Window::tab_to`], backwards.
    ///
    /// # Panics
    /// As [`Window::tab_to`].
    pub async fn tab_back_to(&self, name: &str, stops: usize) -> Focus {
        self.walk_to(&[Key::Shift.into(), Key::Tab.into()], name, stops).await
    }

    async fn walk_to(&self, step: &[char], name: &str, stops: usize) -> Focus {
        let mut way = Vec::new();
        for _ in 0..=stops {
            self.hold(step).await;
            let focus = self.settled().await;
            if !focus.hidden.is_empty() {
                self.shot("failed").await;
                panic!("on the way to {name} the focus is not to be seen: {focus:?} after {way:?}");
            }
            if focus.name == name {
                return focus;
            }
            way.push(focus.name);
        }
        self.shot("failed").await;
        panic!("{name} is not reached within {stops} stops: {way:?}");
    }

    /// What has the focus, once it shows: a page scrolls and draws a moment later.
    ///
    /// # Panics
    /// As [`Window::focus`].
    pub async fn settled(&self) -> Focus {
        let mut focus = self.focus().await;
        for _ in 0..100 {
            if focus.hidden.is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
            focus = self.focus().await;
        }
        focus
    }
}
