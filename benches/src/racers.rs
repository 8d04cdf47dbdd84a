//! Who races: the command line of each, as a user would type it in a script.
//!
//! Owns: the racers and what can be asked of their result. Does not own when they run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

/// One program that makes the PDF in one process tree of its own.
pub(crate) struct Racer {
    pub(crate) name: &'static str,
    pub(crate) program: PathBuf,
    pub(crate) words: Vec<String>,
    pub(crate) pdf: PathBuf,
}

impl Racer {
    /// The command, silent, in no one's folder.
    pub(crate) fn command(&self) -> Command {
        self.behind(&[])
    }

    /// The command behind the words of a program that starts it.
    pub(crate) fn behind(&self, words: &[&str]) -> Command {
        let mut command = match words {
            [] => Command::new(&self.program),
            [first, others @ ..] => {
                let mut command = Command::new(first);
                command.args(others).arg(&self.program);
                command
            }
        };
        command.args(&self.words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

/// Cairn first, then its peers. Chromium runs without its sandbox, which root cannot have and which
/// would cost it time; LibreOffice has a profile of its own, made in the round that is not counted.
pub(crate) fn all(program: &Path, folder: &Path, plan: &str) -> [Racer; 3] {
    let file = |name: &str| folder.join(name).display().to_string();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let page = file("plan.html");
    let (workspace, cairn_pdf) = (file("plan.cairn"), file("cairn.pdf"));
    let print_to = format!("--print-to-pdf={}", file("chromium.pdf"));
    let chromium_profile = format!("--user-data-dir={}", file("chromium-profile"));
    let office_profile = format!("-env:UserInstallation=file://{}", file("office-profile"));
    let out = file("");
    [
        Racer {
            name: "cairn",
            program: program.to_path_buf(),
            words: words(&[
                "--workspace",
                &workspace,
                "export",
                "success-plan",
                plan,
                "--format",
                "pdf",
                // What the peers' page holds too.
                "--sections",
                "cover,where_we_stand,objectives",
                "-o",
                &cairn_pdf,
            ]),
            pdf: folder.join("cairn.pdf"),
        },
        Racer {
            name: "chromium",
            program: "chromium".into(),
            words: words(&[
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                &chromium_profile,
                &print_to,
                &format!("file://{page}"),
            ]),
            pdf: folder.join("chromium.pdf"),
        },
        Racer {
            name: "libreoffice",
            program: "soffice".into(),
            words: words(&[
                &office_profile,
                "--headless",
                "--convert-to",
                "pdf:writer_web_pdf_Export",
                "--outdir",
                &out,
                &page,
            ]),
            pdf: folder.join("plan.pdf"),
        },
    ]
}

/// The pages of a PDF, by poppler.
pub(crate) fn pages(pdf: &Path) -> Outcome<u32> {
    let output = Command::new("pdfinfo").arg(pdf).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let pages = text.lines().find_map(|line| line.strip_prefix("Pages:"));
    Ok(pages.ok_or("pdfinfo told no number of pages")?.trim().parse()?)
}

/// What the program calls itself.
pub(crate) fn version(racer: &Racer) -> String {
    let output = Command::new(&racer.program).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or_default().trim().to_owned()
}
