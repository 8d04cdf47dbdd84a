//! From a file to a content: what it is, without what it tells of who made it and where.

use std::path::Path;

use cairn_domain::{BLOB_MAX, Hash, Problem, Reason};
use img_parts::{DynImage, ImageEXIF as _, ImageICC as _};
use sha2::{Digest as _, Sha256};

use crate::{error::Result, file};

/// What has no known beginning.
const ANY: &str = "application/octet-stream";
const SVG: &str = "image/svg+xml";

/// A content read from a file.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) hash: Hash,
    pub(super) name: String,
    pub(super) media_type: String,
    pub(super) bytes: Vec<u8>,
}

/// Reads a file of at most [`BLOB_MAX`] bytes.
pub(super) fn take(path: &Path) -> Result<Taken> {
    let bytes = file::read(path, BLOB_MAX)?;
    let (media_type, bytes) = clean(bytes)?;
    let hash = hash_of(&bytes)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Taken { hash, name, media_type, bytes })
}

/// The name of a content.
pub(crate) fn hash_of(bytes: &[u8]) -> Result<Hash, Problem> {
    let digits: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Hash::try_from(digits).map_err(|error| refused(error.to_string()))
}

fn refused(why: impl Into<String>) -> Problem {
    Problem::new("path", Reason::BadFile { why: why.into() })
}

/// The media type by the content, never by the name; pictures lose place, time and camera.
pub(crate) fn clean(bytes: Vec<u8>) -> Result<(String, Vec<u8>), Problem> {
    if let Some(kind) = infer::get(&bytes).filter(|kind| kind.mime_type() != "text/xml") {
        let media_type = kind.mime_type().to_owned();
        return match media_type.as_str() {
            "image/jpeg" | "image/png" | "image/webp" => Ok((media_type, stripped(bytes)?)),
            _ => Ok((media_type, bytes)),
        };
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) if looks_like_svg(text) => {
            check_svg(text)?;
            Ok((SVG.to_owned(), bytes))
        }
        Ok(_) => Ok(("text/plain".to_owned(), bytes)),
        Err(_) => Ok((ANY.to_owned(), bytes)),
    }
}

/// A picture without the parts that tell of its making; the colour profile stays, it belongs to the picture.
fn stripped(bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    let broken = || refused("it begins like an image and is none");
    let mut image = DynImage::from_bytes(bytes.into()).map_err(|_| broken())?.ok_or_else(broken)?;
    image.set_exif(None);
    let profile = image.icc_profile();
    match &mut image {
        DynImage::Jpeg(jpeg) => {
            // APP1 to APP15 and comments: Exif, XMP, IPTC, and what makers put there; APP14 says how colours are coded.
            jpeg.segments_mut().retain(|segment| {
                let marker = segment.marker();
                !(0xe1..=0xef).contains(&marker) && marker != 0xfe || marker == 0xee
            });
        }
        DynImage::Png(png) => {
            const TELLING: [[u8; 4]; 5] = [*b"tEXt", *b"zTXt", *b"iTXt", *b"tIME", *b"eXIf"];
            png.chunks_mut().retain(|chunk| !TELLING.contains(&chunk.kind()));
        }
        DynImage::WebP(webp) => {
            webp.remove_chunks_by_id(*b"XMP ");
        }
    }
    image.set_icc_profile(profile);
    Ok(image.encoder().bytes().to_vec())
}

fn looks_like_svg(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg")
}

/// True where a style takes something from elsewhere: an import, or an address that is neither a part of the
/// drawing nor a picture inside of it.
fn reaches_out(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let address = |rest: &str| {
        let rest = rest.trim_start_matches(['"', '\'']);
        !(rest.starts_with('#') || rest.starts_with("data:image/"))
    };
    style.contains("@import") || style.split("url(").skip(1).any(address)
}

/// A drawing that only draws: no script, no handler, nothing from elsewhere.
fn check_svg(text: &str) -> Result<(), Problem> {
    let options = roxmltree::ParsingOptions { allow_dtd: false, ..Default::default() };
    let tree = roxmltree::Document::parse_with_options(text, options)
        .map_err(|error| refused(format!("it is no drawing that can be read: {error}")))?;
    if tree.root_element().tag_name().name() != "svg" {
        return Err(refused("it is no drawing"));
    }
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        if matches!(node.tag_name().name(), "script" | "foreignObject" | "iframe" | "handler") {
            return Err(refused("it holds a script or another page"));
        }
        if node.tag_name().name() == "style" && node.text().is_some_and(reaches_out) {
            return Err(refused("its style points to something outside of it"));
        }
        for attribute in node.attributes() {
            let value = attribute.value().trim();
            if attribute.name().to_ascii_lowercase().starts_with("on") {
                return Err(refused("it holds a script"));
            }
            if reaches_out(value) {
                return Err(refused("it points to something outside of it"));
            }
            if attribute.name() == "href" && !(value.starts_with('#') || value.starts_with("data:image/")) {
                return Err(refused("it points to something outside of it"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(bytes: &[u8]) -> String {
        clean(bytes.to_vec()).err().map(|problem| problem.reason.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_drawing_with_a_script_is_refused() {
        let svg = |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
        for inside in [
            "<script>alert(1)</script>",
            "<rect onclick='x()'/>",
            "<a href='https://example.org/'/>",
            "<foreignObject/>",
            "<style>@import url(https://example.org/a.css)</style>",
            "<rect style='fill: url( https://example.org/a )'/>",
        ] {
            assert!(!why(svg(inside).as_bytes()).is_empty(), "{inside} must not come in");
        }
        let (media_type, _) =
            clean(svg("<style>rect { fill: url(#a) }</style><rect width='3'/>").into_bytes())
                .unwrap_or_default();
        assert_eq!(media_type, SVG, "one that only draws comes in");
    }

    #[test]
    fn what_is_no_image_is_named_by_its_content() {
        let (media_type, _) = clean(b"%PDF-1.7 and more".to_vec()).unwrap_or_default();
        assert_eq!(media_type, "application/pdf", "whatever the file is called");
        assert!(
            why(b"\x89PNG\r\n\x1a\nnothing").contains("is none"),
            "a broken picture is said to be broken"
        );
    }

    #[test]
    fn a_picture_loses_what_tells_of_its_making() {
        // A PNG of one pixel with a text chunk that says who drew it.
        let png = include_bytes!("../../tests/fixtures/told.png");
        assert!(png.windows(6).any(|part| part == b"secret"), "the fixture tells");
        let (media_type, bytes) = clean(png.to_vec()).unwrap_or_default();
        assert_eq!(media_type, "image/png", "still a picture");
        assert!(!bytes.windows(6).any(|part| part == b"secret"), "the workspace does not");
    }
}
