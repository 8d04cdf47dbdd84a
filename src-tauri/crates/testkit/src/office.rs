//! LibreOffice, as its user: what it opens and saves is what customers send back.

use std::{fs, path::Path, process::Command};

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
