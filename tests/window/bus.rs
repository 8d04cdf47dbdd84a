//! A session bus of its own, as a desktop has one, and what a desktop does on it.

use std::{
    collections::HashMap,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, Sender, channel},
};

use zbus::{blocking::connection, zvariant::OwnedValue};

/// A bus that starts nothing by itself.
const CONFIG: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"#;

/// A session bus of its own, as a desktop has one; ends with the value.
pub(crate) struct Bus {
    daemon: Child,
    pub(crate) address: String,
}

impl Bus {
    pub(crate) fn start(folder: &Path) -> Self {
        let config = folder.join("bus.conf");
        std::fs::write(&config, CONFIG).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", config.display()))
            .args(["--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is installed: `cargo xtask test` sees to it");
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { daemon, address: address.trim().to_owned() }
    }

    /// The title and the text of every notification that is shown from now on.
    pub(crate) fn notifications(&self) -> Notifications {
        let (shown, told) = channel();
        let desktop = connection::Builder::address(self.address.as_str())
            .and_then(|builder| builder.name("org.freedesktop.Notifications"))
            .and_then(|builder| builder.serve_at("/org/freedesktop/Notifications", Desktop { shown }))
            .and_then(connection::Builder::build)
            .unwrap();
        Notifications { told, _desktop: desktop }
    }
}

/// What was shown, while the desktop is there.
pub(crate) struct Notifications {
    pub(crate) told: Receiver<[String; 2]>,
    _desktop: zbus::blocking::Connection,
}

/// The side of the desktop that shows notifications.
struct Desktop {
    shown: Sender<[String; 2]>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Desktop {
    #[expect(clippy::too_many_arguments, reason = "the desktop's standard has them")]
    fn notify(
        &self,
        _program: &str,
        _instead: u32,
        _icon: &str,
        title: &str,
        text: &str,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _wait: i32,
    ) -> u32 {
        let _ = self.shown.send([title, text].map(str::to_owned));
        1
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
