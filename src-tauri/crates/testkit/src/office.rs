//! LibreOffice, as its user: what it opens and saves is what customers send back.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Opens a workbook in LibreOffice and saves it where it is, in its own words.
///
/// # Panics
/// Where LibreOffice cannot open it.
pub fn resave(workbook: &Path) {
    let own = workbook.with_extension("office");
    let profile = format!("-env:UserInstallation=file://{}", own.join("profile").display());
    let output = Command::new("localc")
        .args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .args([&own, workbook])
        .output()
        .expect("LibreOffice Calc is installed");
    let saved = own.join(workbook.file_name().expect("a file"));
    assert!(saved.exists(), "LibreOffice saved nothing: {}", String::from_utf8_lossy(&output.stderr));
    fs::rename(saved, workbook).expect("the workbook can be replaced");
}

/// Opens a list of comma-separated text as somebody does whose spreadsheet has this language (a code of Windows, such as
/// 1031 for German), and saves what was understood as a workbook beside it.
///
/// # Panics
/// Where LibreOffice cannot open it.
#[must_use]
pub fn understood(list: &Path, language: u16) -> PathBuf {
    let own = list.with_extension("office");
    let profile = format!("-env:UserInstallation=file://{}", own.join("profile").display());
    // Commas, quotation marks, UTF-8, from the first line, in the language, with its dates and numbers.
    let read_as = format!("--infilter=CSV:44,34,76,1,,{language},false,true");
    let output = Command::new("localc")
        .args([&profile, "--headless", &read_as, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .args([&own, list])
        .output()
        .expect("LibreOffice Calc is installed");
    let saved = own.join(list.with_extension("xlsx").file_name().expect("a file"));
    assert!(saved.exists(), "LibreOffice saved nothing: {}", String::from_utf8_lossy(&output.stderr));
    saved
}
