//! From bytes to an open workbook, without trusting how large it says it is.

use std::io::{Cursor, Read as _};

use calamine::{Reader as _, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::formats::Formats;
use crate::limits::UNPACKED_MAX;

/// Most parts.
const PARTS_MAX: usize = 1_000;

/// An open workbook.
pub(crate) struct OpenWorkbook<'a> {
    pub(super) file: Xlsx<Cursor<&'a [u8]>>,
    pub(super) formats: Formats<'a>,
}

/// Opens a workbook, or says why it cannot be read.
pub(crate) fn open(bytes: &[u8]) -> Result<OpenWorkbook<'_>, String> {
    let none = || "This is no workbook (XLSX) that can be read.".to_owned();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| none())?;
    if archive.len() > PARTS_MAX {
        return Err("This workbook has too many parts to be read.".into());
    }
    // Unpacked once to nowhere: what the file says of its own size may be wrong.
    let mut left = UNPACKED_MAX;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|_| none())?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| none())?;
        left = left.checked_sub(size).ok_or("This workbook is too large to be read.")?;
    }
    let file = Xlsx::new(Cursor::new(bytes)).map_err(|_| none())?;
    Ok(OpenWorkbook { file, formats: Formats::of(bytes) })
}

/// A sheet of a workbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SheetName {
    pub(crate) name: String,
    /// True where whoever opens the workbook does not see it.
    pub(crate) hidden: bool,
}

/// Its sheets: those that can be seen, then the others, each in their order.
pub(crate) fn sheets(book: &OpenWorkbook<'_>) -> Vec<SheetName> {
    let sheets = book.file.sheets_metadata().iter();
    let mut sheets: Vec<SheetName> = sheets
        .map(|sheet| SheetName { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect();
    sheets.sort_by_key(|sheet| sheet.hidden);
    sheets
}
