//! What the build, the tests, the package and the bench need from the system, and who packages it.
//!
//! Owns: the list. A need is met when its probe answers, however it got there; a system package is
//! only asked for when it does not. The C compiler is not in the list: this program could not have
//! been linked without it.

use std::process::Command;

use crate::shell::{self, Failure, Outcome};
use crate::system::{self, System};

/// What a command is about to do; a later purpose needs all of the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// Build and run the program.
    Build,
    /// Run every test.
    Test,
    /// Make and try the package.
    Package,
    /// Race the peers.
    Bench,
}

/// How a need is found.
#[derive(Clone, Copy, Debug)]
enum Probe {
    /// A program on the search path.
    Program(&'static str),
    /// A library with headers, known to pkg-config.
    Library(&'static str),
}

/// One thing that has to be on the system. A package name of `""` says: nothing to install there.
#[derive(Clone, Copy, Debug)]
struct Need {
    purpose: Purpose,
    linux_only: bool,
    probe: Probe,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
    mac: &'static str,
    windows: &'static str,
}

/// Only Linux asks for packages to build: macOS and Windows bring their web view along.
const NEEDS: &[Need] = &[
    Need {
        probe: Probe::Program("pkg-config"),
        debian: "pkg-config",
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
        ..TO_BUILD
    },
    Need {
        probe: Probe::Library("webkit2gtk-4.1"),
        debian: "libwebkit2gtk-4.1-dev",
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
        ..TO_BUILD
    },
    Need {
        probe: Probe::Library("dbus-1"),
        debian: "libdbus-1-dev",
        fedora: "dbus-devel",
        arch: "dbus",
        ..TO_BUILD
    },
    Need {
        probe: Probe::Program("pdfinfo"),
        debian: "poppler-utils",
        fedora: "poppler-utils",
        arch: "poppler",
        mac: "poppler",
        windows: "poppler",
        ..TO_TEST
    },
    Need {
        probe: Probe::Program("qpdf"),
        debian: "qpdf",
        fedora: "qpdf",
        arch: "qpdf",
        mac: "qpdf",
        windows: "qpdf",
        ..TO_TEST
    },
    Need {
        probe: Probe::Program("Xvfb"),
        linux_only: true,
        debian: "xvfb",
        fedora: "xorg-x11-server-Xvfb",
        arch: "xorg-server-xvfb",
        ..TO_TEST
    },
    Need {
        probe: Probe::Program("WebKitWebDriver"),
        linux_only: true,
        debian: "webkit2gtk-driver",
        fedora: "/usr/bin/WebKitWebDriver",
        arch: "webkit2gtk-4.1",
        ..TO_TEST
    },
    Need {
        probe: Probe::Program("dbus-daemon"),
        linux_only: true,
        debian: "dbus-daemon",
        fedora: "dbus-daemon",
        arch: "dbus",
        ..TO_TEST
    },
    Need {
        probe: Probe::Program("localc"),
        linux_only: true,
        debian: "libreoffice-calc",
        fedora: "libreoffice-calc",
        arch: "libreoffice-fresh",
        ..TO_TEST
    },
    Need { probe: Probe::Program("dpkg"), debian: "dpkg", ..TO_PACKAGE },
    Need { probe: Probe::Program("fakeroot"), debian: "fakeroot", ..TO_PACKAGE },
    Need { probe: Probe::Program("gio"), debian: "libglib2.0-bin", ..TO_PACKAGE },
    Need { probe: Probe::Program("update-mime-database"), debian: "shared-mime-info", ..TO_PACKAGE },
    Need { probe: Probe::Program("desktop-file-validate"), debian: "desktop-file-utils", ..TO_PACKAGE },
    Need { probe: Probe::Program("chromium"), debian: "chromium", ..TO_BENCH },
    Need { probe: Probe::Program("lowriter"), debian: "libreoffice-writer", ..TO_BENCH },
    Need { probe: Probe::Program("time"), debian: "time", ..TO_BENCH },
];

const TO_BUILD: Need = Need {
    purpose: Purpose::Build,
    linux_only: true,
    probe: Probe::Library(""),
    debian: "",
    fedora: "",
    arch: "",
    mac: "",
    windows: "",
};
const TO_TEST: Need = Need { purpose: Purpose::Test, linux_only: false, ..TO_BUILD };
const TO_PACKAGE: Need = Need { purpose: Purpose::Package, ..TO_BUILD };
const TO_BENCH: Need = Need { purpose: Purpose::Bench, ..TO_BUILD };

/// Makes sure that everything for this purpose is there: installs it on Debian and Ubuntu, names
/// the packages and stops elsewhere.
pub(crate) fn meet(purpose: Purpose) -> Outcome {
    let system = System::current();
    let missing = missing(purpose);
    if missing.is_empty() {
        return Ok(());
    }
    if system != System::Debian {
        return Err(Failure::new(by_hand(&missing, system)));
    }
    let packages: Vec<_> = missing.iter().map(|need| need.package(system)).collect();
    system::apt_install(&packages)?;
    match self::missing(purpose).first() {
        None => Ok(()),
        Some(need) => {
            let (package, what) = (need.package(system), need.what());
            Err(Failure::new(format!("{package} is installed, but {what} still does not answer")))
        }
    }
}

fn missing(purpose: Purpose) -> Vec<&'static Need> {
    let here = |need: &&Need| cfg!(target_os = "linux") || !need.linux_only;
    let wanted = NEEDS.iter().filter(|need| need.purpose <= purpose).filter(here);
    wanted.filter(|need| !need.is_met()).collect()
}

/// The sentence for a system where xtask installs nothing itself.
fn by_hand(missing: &[&Need], system: System) -> String {
    let named = |text: fn(&Need, System) -> &'static str| {
        let mut names: Vec<_> = missing.iter().map(|need| text(need, system)).collect();
        names.retain(|name| !name.is_empty());
        names.dedup();
        names.join(" ")
    };
    let packages = named(Need::package);
    match system.install_words() {
        Some(words) if !packages.is_empty() => {
            format!("packages are missing; install them and start again:\n  {words} {packages}")
        }
        _ => format!("these have to be installed first: {}", named(|need, _| need.what())),
    }
}

impl Need {
    fn is_met(&self) -> bool {
        match self.probe {
            Probe::Program(name) => shell::is_on_path(name),
            Probe::Library(name) => shell::succeeds(Command::new("pkg-config").args(["--exists", name])),
        }
    }

    /// The name of the program or library itself.
    fn what(&self) -> &'static str {
        match self.probe {
            Probe::Program(name) | Probe::Library(name) => name,
        }
    }

    fn package(&self, system: System) -> &'static str {
        match system {
            System::Debian => self.debian,
            System::Fedora => self.fedora,
            System::Arch => self.arch,
            System::Mac => self.mac,
            System::Windows => self.windows,
            System::Other => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NEEDS, Need, Purpose, System, by_hand};

    #[test]
    fn every_need_has_a_debian_package() {
        for need in NEEDS {
            assert!(!need.debian.is_empty(), "{} could never be installed", need.what());
        }
    }

    #[test]
    fn another_linux_names_exactly_its_own_packages() {
        let tests: Vec<&Need> = NEEDS.iter().filter(|need| need.purpose <= Purpose::Test).collect();
        let fedora = by_hand(&tests, System::Fedora);
        assert!(fedora.contains("dnf install pkgconf-pkg-config webkit2gtk4.1-devel"), "{fedora}");
        assert!(!fedora.contains("libwebkit2gtk"), "no Debian name may slip in: {fedora}");
    }

    #[test]
    fn an_unknown_system_is_told_what_is_missing_instead_of_a_package() {
        let said = by_hand(&NEEDS.iter().collect::<Vec<_>>(), System::Other);
        assert!(said.contains("WebKitWebDriver") && said.contains("webkit2gtk-4.1"), "{said}");
    }
}
