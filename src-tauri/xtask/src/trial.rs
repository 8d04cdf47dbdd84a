//! `cargo xtask package --try`: a package's whole life in a root of its own, away from the developer's system.
//!
//! Owns: installing, asking the system what it now knows, opening the window the way a file manager
//! does, removing, and looking for what stayed. Does not own what the window can do (`tests/window`).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::needs::{self, Purpose};
use crate::places;
use crate::shell::{self, Failure, Outcome};

/// What a workspace is to the system.
const MIME: &str = "application/x-cairn";

/// How long a window may take on a busy machine without a graphics card.
const PATIENCE: Duration = Duration::from_secs(60);

/// An empty screen has one colour and a blank page a handful; smoothed text alone has hundreds.
const COLOURS_OF_A_PAGE: usize = 200;

/// Installs the package, uses it, removes it, and fails where anything is not as it should be.
pub(crate) fn run(package: &Path) -> Outcome {
    needs::meet(Purpose::Package)?;
    let place = Place::new()?;
    let outcome = life(&place, package);
    let _ = fs::remove_dir_all(&place.folder);
    outcome
}

fn life(place: &Place, package: &Path) -> Outcome {
    shell::run(place.dpkg().arg("--install").arg(package))?;
    place.run_triggers()?;
    let entry = place.root.join("usr/share/applications/Cairn.desktop");
    shell::run(Command::new("desktop-file-validate").arg(&entry))?;
    for document in ["copyright", "LICENSE-MIT", "LICENSE-APACHE", "OFL.txt"] {
        expect(place.root.join("usr/share/doc/cairn").join(document).is_file(), document)?;
    }

    // A space and no ending: the first is common, the second has to be known by what stands inside.
    let (workspace, nameless) = (place.home.join("Our customers.cairn"), place.home.join("copy"));
    let program = place.root.join("usr/bin/cairn");
    shell::capture(place.user(&program).arg("demo").arg(&workspace))?;
    fs::copy(&workspace, &nameless).map_err(Failure::at(&nameless))?;
    for file in [&workspace, &nameless] {
        let kind = shell::capture(
            place.user("gio").args(["info", "--attributes=standard::content-type"]).arg(file),
        )?;
        expect(kind.contains(MIME), &format!("{} is a {MIME}: {kind}", file.display()))?;
    }
    let opener = shell::capture(place.user("gio").args(["mime", MIME]))?;
    expect(opener.contains("Cairn.desktop"), &format!("{MIME} is opened by Cairn: {opener}"))?;

    let libraries = shell::capture(Command::new("ldd").arg(&program))?;
    expect(!libraries.contains("webkit"), "the command line starts without a browser engine")?;
    let bare = vec!["cairn".to_owned()];
    for words in [bare, opening(&entry, &workspace)?] {
        place.open_window(&words)?;
    }
    let listed = shell::capture(place.user(&program).arg("--workspace").arg(&workspace).args(["check"]))?;
    expect(listed.contains("\"ok\":true"), "the workspace is sound after the window was killed")?;

    shell::run(place.dpkg().args(["--purge", "cairn"]))?;
    place.run_triggers()?;
    let left = place.left()?;
    expect(left.is_empty(), &format!("nothing is left behind: {left:?}"))?;
    expect(workspace.is_file(), "a workspace is its owner's, not the package's")?;
    println!("\nThe package installs, opens workspaces, and goes without a trace.");
    Ok(())
}

fn expect(holds: bool, what: &str) -> Outcome {
    if holds { Ok(()) } else { Err(Failure::new(format!("not so: {what}"))) }
}

/// The command that a file manager makes of a desktop entry and a file (freedesktop.org: `%f`).
fn opening(entry: &Path, file: &Path) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(entry).map_err(Failure::at(entry))?;
    let line = text.lines().find_map(|line| line.strip_prefix("Exec="));
    let line = line.ok_or_else(|| Failure::new("the desktop entry starts nothing"))?;
    expect(line.contains("%f"), "the desktop entry takes a file")?;
    Ok(line.split(' ').map(|word| word.replace("%f", &file.display().to_string())).collect())
}

/// A root to install into and a home of somebody who uses it.
struct Place {
    folder: PathBuf,
    root: PathBuf,
    home: PathBuf,
}

impl Place {
    fn new() -> Outcome<Self> {
        let folder = places::scratch("package");
        let (root, home) = (folder.join("root"), folder.join("home"));
        for part in [root.join("var/lib/dpkg/info"), root.join("var/lib/dpkg/updates"), home.join("run")] {
            fs::create_dir_all(&part).map_err(Failure::at(&part))?;
        }
        let status = root.join("var/lib/dpkg/status");
        fs::write(&status, "").map_err(Failure::at(&status))?;
        Ok(Self { folder, root, home })
    }

    /// dpkg over this root. It has no other packages, so what the package depends upon is looked for on
    /// the system that runs it: the programs are started there.
    fn dpkg(&self) -> Command {
        let mut command = Command::new("fakeroot");
        command.args(["dpkg", "--force-depends", "--force-script-chrootless", "--log=/dev/null"]);
        command.arg(format!("--root={}", self.root.display()));
        command
    }

    /// What dpkg's triggers do on a whole system.
    fn run_triggers(&self) -> Outcome {
        let share = self.root.join("usr/share");
        for folder in ["mime/packages", "applications"] {
            let folder = share.join(folder);
            fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
        }
        shell::run(self.user("update-mime-database").arg(share.join("mime")))?;
        shell::run(self.user("update-desktop-database").arg(share.join("applications")))
    }

    /// A command of somebody who has the package, and nothing of the developer's session.
    fn user(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.root.join("usr/bin")).chain(std::env::split_paths(&path));
        let share = self.root.join("usr/share");
        command
            .env("PATH", std::env::join_paths(folders).unwrap_or(path))
            .env("HOME", &self.home)
            .env("XDG_RUNTIME_DIR", self.home.join("run"))
            .env("XDG_DATA_DIRS", format!("{}:/usr/local/share:/usr/share", share.display()))
            .env("LC_ALL", "C.UTF-8");
        for name in ["DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "CAIRN_WORKSPACE", "CAIRN_NOW"] {
            command.env_remove(name);
        }
        for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
            command.env_remove(name);
        }
        command
    }

    /// Opens the window on a screen of its own, and waits until a page stands there.
    fn open_window(&self, words: &[String]) -> Outcome {
        let shown = words.join(" ");
        println!("$ {shown}");
        let pictures = self.folder.join("screen");
        fs::create_dir_all(&pictures).map_err(Failure::at(&pictures))?;
        let display = Display::start_with(&["-fbdir".as_ref(), pictures.as_os_str()])?;
        let (name, arguments) = words.split_first().ok_or_else(|| Failure::new("no command"))?;
        let program = self.root.join("usr/bin").join(name);
        let window = self
            .user(&program)
            .args(arguments)
            .env("DISPLAY", &display.name)
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdin(Stdio::null())
            .spawn()
            .map_err(Failure::at(&program))?;
        let mut window = Window(window);
        let start = Instant::now();
        let screen = pictures.join("Xvfb_screen0");
        loop {
            if let Some(status) = window.0.try_wait().map_err(Failure::at(&program))? {
                return Err(Failure::new(format!("`{shown}` ended instead of showing a window ({status})")));
            }
            let drawn = colours(&screen) >= COLOURS_OF_A_PAGE;
            let opened = arguments.iter().all(|file| window.has_open(Path::new(file)));
            match (drawn, opened) {
                (true, true) => return Ok(()),
                _ if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(200)),
                (false, _) => return Err(Failure::new(format!("`{shown}` draws nothing"))),
                (true, false) => return Err(Failure::new(format!("`{shown}` does not open the file"))),
            }
        }
    }

    /// Files of the package that are still there. Folders and the indexes that the triggers make are not its.
    fn left(&self) -> Outcome<Vec<PathBuf>> {
        let share = self.root.join("usr/share");
        let globs = share.join("mime/globs2");
        let known = fs::read_to_string(&globs).unwrap_or_default();
        expect(!known.contains(MIME), "the system has forgotten the kind of file")?;
        let mut left = Vec::new();
        let mut folders = vec![self.root.join("usr")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).map_err(Failure::at(&folder))?.flatten() {
                let path = entry.path();
                let index = path.starts_with(share.join("mime")) || path.ends_with("mimeinfo.cache");
                match path.is_dir() {
                    true => folders.push(path),
                    false if index => {}
                    false => left.push(path),
                }
            }
        }
        Ok(left)
    }
}

/// A running window, ended with the value that holds it.
struct Window(Child);

impl Window {
    /// Does the process hold the file open?
    fn has_open(&self, file: &Path) -> bool {
        let handles = fs::read_dir(format!("/proc/{}/fd", self.0.id())).into_iter().flatten().flatten();
        handles.filter_map(|handle| fs::read_link(handle.path()).ok()).any(|open| open == file)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How many colours a screen shows: its picture is four bytes a pixel behind a header, which adds few.
fn colours(picture: &Path) -> usize {
    let bytes = fs::read(picture).unwrap_or_default();
    bytes.get(4_096..).unwrap_or_default().chunks_exact(4).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]
    use super::{colours, opening};
    use crate::places;
    use std::path::Path;

    #[test]
    fn a_desktop_entry_is_started_with_the_file_as_one_word() {
        let entry = places::root().join("src-tauri/linux/cairn.desktop");
        let words = opening(&entry, Path::new("/a b.cairn")).unwrap();
        assert_eq!(words, ["cairn-window", "/a b.cairn"], "a space in a name is no second file");
    }

    #[test]
    fn a_blank_screen_has_no_colours() {
        let picture = std::env::temp_dir().join(format!("cairn-blank-{}", std::process::id()));
        std::fs::write(&picture, vec![7; 100_000]).unwrap();
        assert_eq!(colours(&picture), 1, "one colour over and over is no page");
        std::fs::remove_file(&picture).unwrap();
    }
}
