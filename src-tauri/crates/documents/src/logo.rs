//! The logo of a house: a picture from outside, tried before it may stand on a page.
//!
//! A file that is no picture, or one that the engine chokes on, must never stop a document. So it is set and
//! printed alone first; only if that goes well is it a logo. A drawing is printed as the picture that was made of it.
//!
//! The last file tried is kept with its answer: a preview asks for the same logo with every change of a word, and to
//! draw it anew would take longer than to set the pages.

use std::sync::{Mutex, PoisonError};

use serde_json::json;
use typst::foundations::Bytes;

use crate::{
    picture::{self, Shown},
    typeset::{self, Job, Logo},
};

/// Largest file of a logo, in bytes: enough for print, little enough to carry in every document.
const LOGO_MAX: usize = 5 * 1024 * 1024;

/// The last file that was tried, and what came of it.
static LAST: Mutex<Option<(Vec<u8>, Option<Logo>)>> = Mutex::new(None);

impl Logo {
    /// The logo of a file; `None` if it is none.
    pub(crate) fn read(file: &[u8]) -> Option<Self> {
        if file.len() > LOGO_MAX {
            return None;
        }
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((tried, logo)) if tried == file => logo.clone(),
            _ => last.insert((file.to_vec(), Self::tried(file))).1.clone(),
        }
    }

    /// Sets and prints a file as a logo.
    fn tried(file: &[u8]) -> Option<Self> {
        let Shown { media_type, bytes } = picture::shown("image/*", file.to_vec()).ok()?;
        let path = match media_type.as_str() {
            "image/png" => "/logo.png",
            "image/jpeg" => "/logo.jpg",
            "image/webp" => "/logo.webp",
            _ => return None,
        };
        let logo = Self { path, bytes: Bytes::new(bytes) };
        let trial = Job {
            template: "/logo.typ",
            data: json!(path),
            look: json!(null),
            logo: Some(logo.clone()),
            ident: String::new(),
            cut: Vec::new(),
            remarks: Vec::new(),
        };
        typeset::set(trial).and_then(|set| set.print()).is_ok().then_some(logo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="#123456"/></svg>"##;

    #[test]
    fn a_picture_is_a_logo() {
        assert_eq!(
            Logo::read(SVG.as_bytes()).map(|logo| logo.path),
            Some("/logo.png"),
            "a drawing, as the picture of it"
        );
    }

    #[test]
    fn what_is_no_picture_is_no_logo() {
        let cut = &SVG.as_bytes()[..60];
        let outside = SVG.replace("<rect", r#"<image href="/etc/hostname" width="9" height="9"/><rect"#);
        for (file, why) in [
            (&b""[..], "nothing"),
            (b"GIF89a", "a kind that is not taken"),
            (b"%PDF-1.7 <svg", "half a drawing"),
            (b"\x89PNG\r\n\x1a\n and then nothing", "a picture in name only"),
            (b"\xff\xd8\xff\xe0", "cut off at once"),
            (b"RIFF\0\0\0\0WEBP", "an empty picture"),
            (cut, "cut off in the middle"),
            (outside.as_bytes(), "a drawing that asks for a file of this machine"),
            (&vec![b' '; LOGO_MAX + 1], "too large"),
        ] {
            assert!(Logo::read(file).is_none(), "{why} is no logo");
        }
    }
}
