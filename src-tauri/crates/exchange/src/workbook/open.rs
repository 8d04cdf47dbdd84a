//! From bytes to an open workbook, without trusting how large it says it is.

use std::io::{Cursor, Read as _};

use calamine::{Reader as _, Xlsx};
use zip::ZipArchive;

/// Most bytes that the parts of a workbook unpack to.
const UNPACKED_MAX: u64 = 300_000_000;
/// Most parts.
const PARTS_MAX: usize = 1_000;

/// An open workbook.
pub(crate) type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Opens a workbook, or says why it cannot be read.
pub(crate) fn open(bytes: &[u8]) -> Result<Book<'_>, String> {
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
    Xlsx::new(Cursor::new(bytes)).map_err(|_| none())
}

/// The names of its sheets, in order.
pub(crate) fn names(book: &Book<'_>) -> Vec<String> {
    book.sheet_names()
}
