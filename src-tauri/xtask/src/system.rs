//! Which kind of system this is and how packages get onto it.
//!
//! Owns: telling systems apart, and apt. On every other system a developer installs by hand: a
//! command that guesses at someone's package manager is worse than a list of names.

use std::process::Command;

use crate::shell::{self, Failure, Outcome};

/// A system whose package names are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    /// Debian, Ubuntu and what is made from them.
    Debian,
    /// Fedora and what is made from it.
    Fedora,
    /// Arch and what is made from it.
    Arch,
    /// macOS with Homebrew.
    Mac,
    /// Windows with Scoop.
    Windows,
    /// Anything else.
    Other,
}

impl System {
    /// The system xtask runs on.
    pub(crate) fn current() -> Self {
        match std::env::consts::OS {
            "macos" => Self::Mac,
            "windows" => Self::Windows,
            "linux" => {
                let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
                Self::of_linux(&release)
            }
            _ => Self::Other,
        }
    }

    /// Reads `ID` and `ID_LIKE` of an os-release file (freedesktop.org: os-release).
    fn of_linux(os_release: &str) -> Self {
        let value_of = |key: &str| {
            let line = os_release.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_default().trim_matches(['"', '\''])
        };
        let families = value_of("ID=").split(' ').chain(value_of("ID_LIKE=").split(' '));
        let known = families.filter_map(|family| match family {
            "debian" | "ubuntu" => Some(Self::Debian),
            "fedora" => Some(Self::Fedora),
            "arch" => Some(Self::Arch),
            _ => None,
        });
        known.into_iter().next().unwrap_or(Self::Other)
    }

    /// The words a developer types to install packages, where they are known.
    pub(crate) fn install_words(self) -> Option<&'static str> {
        match self {
            Self::Debian => Some("apt-get install"),
            Self::Fedora => Some("dnf install"),
            Self::Arch => Some("pacman -S"),
            Self::Mac => Some("brew install"),
            Self::Windows => Some("scoop install"),
            Self::Other => None,
        }
    }
}

/// Installs Debian packages, as root or through sudo.
pub(crate) fn apt_install(packages: &[&str]) -> Outcome {
    shell::run(apt()?.arg("update"))?;
    shell::run(apt()?.args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// apt-get without questions, with the rights it needs.
fn apt() -> Outcome<Command> {
    let mut command = if is_root() {
        Command::new("env")
    } else if shell::is_on_path("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        return Err(Failure::new("packages are missing, and neither root nor sudo is at hand"));
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    Ok(command)
}

fn is_root() -> bool {
    shell::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::System;

    #[test]
    fn a_derived_system_counts_as_its_family() {
        let cases = [
            ("ID=debian\nVERSION_ID=\"12\"", System::Debian),
            ("NAME=\"Pop\"\nID=pop\nID_LIKE=\"ubuntu debian\"", System::Debian),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", System::Fedora),
            ("ID=endeavouros\nID_LIKE='arch'", System::Arch),
            ("ID=nixos", System::Other),
            ("", System::Other),
        ];
        for (release, system) in cases {
            assert_eq!(System::of_linux(release), system, "for {release:?}");
        }
    }
}
