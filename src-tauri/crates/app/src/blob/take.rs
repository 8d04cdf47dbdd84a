//! From a file to a content: what it is, without what it tells of who made it and where.

use std::path::Path;

use cairn_documents::picture;
use cairn_domain::{BLOB_MAX, Hash, Problem, Reason};
use cairn_store::content_hash;
use img_parts::{DynImage, ImageEXIF as _, ImageICC as _};

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
    Hash::try_from(content_hash(bytes)).map_err(|error| refused(error.to_string()))
}

fn refused(why: impl Into<String>) -> Problem {
    Problem::new("path", Reason::BadFile { why: why.into() })
}

/// The media type by the content, never by the name; pictures lose place, time and camera, and are within the limits
/// of every picture. Long work for a drawing.
pub(crate) fn clean(bytes: Vec<u8>) -> Result<(String, Vec<u8>), Problem> {
    picture::check(&bytes).map_err(|error| refused(error.to_string()))?;
    if picture::is_drawing(&bytes) {
        return Ok((SVG.to_owned(), bytes));
    }
    if let Some(kind) = infer::get(&bytes).filter(|kind| kind.mime_type() != "text/xml") {
        let media_type = kind.mime_type().to_owned();
        return match media_type.as_str() {
            "image/jpeg" | "image/png" | "image/webp" => Ok((media_type, stripped(bytes)?)),
            _ => Ok((media_type, bytes)),
        };
    }
    let media_type = if std::str::from_utf8(&bytes).is_ok() { "text/plain" } else { ANY };
    Ok((media_type.to_owned(), bytes))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn why(bytes: &[u8]) -> String {
        clean(bytes.to_vec()).err().map(|problem| problem.reason.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_drawing_with_a_script_is_refused() {
        let svg = |inside: &str| {
            format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>")
        };
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
