//! The built program in a real window, driven over W3C WebDriver by WebKitWebDriver.
//!
//! Owns the two processes and the few moves a user makes: read, type, press. Every move waits for what it
//! needs, so no test sleeps. Deliberately knows no screen.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command},
    time::Duration,
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    key::Key,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::{Mutex, MutexGuard};

/// How long a move waits for what it needs; long, because a slow machine is no failure.
const PATIENCE: Duration = Duration::from_secs(60);

/// One window at a time: two on a screen take the keyboard from each other, and only one shows its focus.
static ALONE: Mutex<()> = Mutex::const_new(());

/// A running window.
#[derive(Debug)]
pub struct Window {
    client: Client,
    driver: Child,
    shots: PathBuf,
    _alone: MutexGuard<'static, ()>,
}

impl Window {
    /// Starts the program with `home` as its user's folder. Screenshots go to `shots`.
    ///
    /// # Panics
    /// Where the driver is not installed or the window does not open.
    pub async fn start(program: &Path, home: &Path, shots: &Path) -> Self {
        Self::start_with(program, &[], &[], home, shots).await
    }

    /// As [`Window::start`], with arguments and more of an environment.
    ///
    /// # Panics
    /// As [`Window::start`].
    pub async fn start_with(
        program: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        home: &Path,
        shots: &Path,
    ) -> Self {
        let alone = ALONE.lock().await;
        std::fs::create_dir_all(shots).expect("a folder for screenshots");
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|socket| socket.local_addr())
            .expect("a free port")
            .port();
        let driver = Command::new("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env_remove("CAIRN_WORKSPACE")
            .env_remove("CAIRN_NOW")
            // A window that is open on this desktop is not to be spoken to.
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .envs(environment.iter().copied())
            .spawn()
            .expect("WebKitWebDriver is installed: `cargo xtask test` sees to it");
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program, "args": arguments } });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object is an object") };
        let url = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        for attempt in 0.. {
            match builder.connect(&url).await {
                Ok(client) => return Self { client, driver, shots: shots.to_owned(), _alone: alone },
                Err(error) if attempt > 100 => panic!("the window did not open: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
        unreachable!("the loop ends by returning or by panicking")
    }

    /// Waits for an element by XPath.
    ///
    /// # Panics
    /// Where it does not come.
    pub async fn find(&self, xpath: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(xpath)).await {
            Ok(element) => element,
            Err(error) => {
                self.shot("failed").await;
                panic!("{xpath} did not come: {error}");
            }
        }
    }

    /// Waits until a text can be read.
    pub async fn see(&self, text: &str) {
        self.find(&format!("//*[contains(normalize-space(.), \"{text}\")][not(self::script)]")).await;
    }

    /// The input with a label, as a screen reader names it.
    pub async fn field(&self, label: &str) -> Element {
        self.find(&format!(
            "//*[self::input or self::textarea or self::select][@aria-label=\"{label}\" or @id=//label[normalize-space(.)=\"{label}\"]/@for]"
        ))
        .await
    }

    /// Types over what stands in a field.
    ///
    /// # Panics
    /// Where the field takes no text.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.clear().await.expect("a field that can be cleared");
        field.send_keys(text).await.expect("a field that takes text");
    }

    /// Presses the button or link with a name, once it can be: one that is busy does nothing.
    ///
    /// # Panics
    /// Where it cannot be pressed.
    pub async fn press(&self, name: &str) {
        let xpath = format!(
            "//*[self::button or self::a][normalize-space(.)=\"{name}\" or @aria-label=\"{name}\"][not(@disabled or @aria-disabled)]"
        );
        let begun = std::time::Instant::now();
        // What was just drawn anew, or still moves, is pressed where it stands then, as a hand does.
        while let Err(error) = self.find(&xpath).await.click().await {
            if begun.elapsed() > PATIENCE {
                self.shot("failed").await;
                panic!("{name} cannot be pressed: {error}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types over what stands in a field, and ends with Enter.
    ///
    /// # Panics
    /// Where the field takes no text.
    pub async fn enter(&self, label: &str, text: &str) {
        self.fill(label, text).await;
        self.field(label)
            .await
            .send_keys(&char::from(Key::Enter).to_string())
            .await
            .expect("a field that takes Enter");
    }

    /// Presses keys together, outside any field.
    ///
    /// # Panics
    /// Where the window takes no keys.
    pub async fn chord(&self, keys: &[char]) {
        self.script("document.activeElement?.blur()", vec![]).await;
        self.hold(keys).await;
    }

    /// Types keys one after the other into whatever has the focus, as a keyboard does.
    ///
    /// # Panics
    /// Where the window takes no keys.
    pub async fn keys(&self, keys: &str) {
        let typed = keys.chars().fold(KeyActions::new("keys".into()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(typed).await.expect("a window that takes keys");
    }

    /// Presses keys together, wherever the focus is.
    ///
    /// # Panics
    /// Where the window takes no keys.
    pub async fn hold(&self, keys: &[char]) {
        let down = keys
            .iter()
            .fold(KeyActions::new("keys".into()), |keys, &value| keys.then(KeyAction::Down { value }));
        let up = keys.iter().rev().fold(down, |keys, &value| keys.then(KeyAction::Up { value }));
        self.client.perform_actions(up).await.expect("a window that takes keys");
    }

    /// Takes what stands at a point of the page and lets it go at another, over some points in between, as a hand
    /// does.
    ///
    /// # Panics
    /// Where the window takes no pointer.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let at = |part: f64| PointerAction::MoveTo {
            duration: None,
            x: from.0 + (to.0 - from.0) * part,
            y: from.1 + (to.1 - from.1) * part,
        };
        let taken = MouseActions::new("hand".into())
            .then(at(0.0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        let moved = [0.25, 0.5, 0.75, 1.0].into_iter().fold(taken, |hand, part| hand.then(at(part)));
        let dropped = moved.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(dropped).await.expect("a window that takes a pointer");
    }

    /// Makes the window this many pixels wide and high. At 640 by 400 it shows what one of 1280 by 800 shows at
    /// 200 % zoom.
    ///
    /// # Panics
    /// Where the window keeps its size.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("a window that can be resized");
    }

    /// Waits until an element is no longer there.
    ///
    /// # Panics
    /// Where it stays.
    pub async fn gone(&self, xpath: &str) {
        let begun = std::time::Instant::now();
        // Asked of the page in one go: the driver trips over what goes while it hands it out.
        let there =
            "return document.evaluate(arguments[0], document, null, XPathResult.ANY_UNORDERED_NODE_TYPE)
                         .singleNodeValue !== null";
        while self.script(there, vec![xpath.into()]).await == true {
            if begun.elapsed() > PATIENCE {
                self.shot("failed").await;
                panic!("{xpath} stayed");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Runs a script and gives its value.
    ///
    /// # Panics
    /// Where the script fails.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.expect("a script that runs")
    }

    /// Runs a script that ends by calling its last argument, and gives what it was called with.
    ///
    /// # Panics
    /// Where the script fails.
    pub async fn script_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute_async(script, arguments).await.expect("a script that runs")
    }

    /// Keeps a picture of the window.
    ///
    /// # Panics
    /// Where no picture can be taken.
    pub async fn shot(&self, name: &str) {
        let picture = self.client.screenshot().await.expect("a picture");
        std::fs::write(self.shots.join(format!("{name}.png")), picture).expect("a folder that takes it");
    }

    /// Closes the window and ends the driver.
    ///
    /// # Panics
    /// Where the window does not close.
    pub async fn quit(self) {
        self.client.clone().close().await.expect("a window that closes");
    }
}

impl Drop for Window {
    /// Ends the driver also where a test fails, and what it started: it would hold the test's output open for
    /// ever, and a window on a screen that nobody looks at.
    fn drop(&mut self) {
        let started = children(self.driver.id());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        for id in started {
            let _ = Command::new("kill").arg(id).status();
        }
    }
}

/// The processes that one has started, as Linux tells of each: `<id> (<name>) <state> <parent> ..`.
fn children(parent: u32) -> Vec<String> {
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let stats = all.filter_map(|process| std::fs::read_to_string(process.path().join("stat")).ok());
    let of_parent = stats.filter(|stat| {
        let behind_name = stat.rsplit(')').next().unwrap_or_default();
        behind_name.split_whitespace().nth(1) == Some(&parent.to_string())
    });
    of_parent.filter_map(|stat| stat.split(' ').next().map(str::to_owned)).collect()
}
