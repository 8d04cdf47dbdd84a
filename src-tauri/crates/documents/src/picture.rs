//! Pictures from outside: how large one may be, and a drawing (SVG) made into a picture of pixels.
//!
//! The one check for every door that a picture comes in by, and the one way to what is shown and printed. A drawing is
//! a program of somebody else's: it is never handed to a web view or to the page, only what was drawn of it here, by a
//! library that knows no scripts, no network and no files, within limits that are counted before the work is done.

mod cost;
mod drawing;
mod source;

use imagesize::ImageType;

/// Longest side of a picture, in pixels.
pub const SIDE_MAX: usize = 30_000;
/// Most pixels of a picture: one of 64 million takes 256 MB once it is unpacked. Cameras of phones make 50 million.
pub const PIXELS_MAX: usize = 64_000_000;

const PNG: &str = "image/png";

/// Why a picture is not taken, shown or printed; what follows "because" in a sentence.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// The file promises a picture and holds none.
    #[error("it begins like a picture and is none")]
    Broken,
    /// A picture without a pixel.
    #[error("it is 0 pixels wide or high; save it again from the program that made it")]
    Empty,
    /// None of the kinds that are shown.
    #[error("it is no picture that can be shown; PNG, JPEG, WebP, GIF and SVG can")]
    Unknown,
    /// More pixels than are unpacked anywhere.
    #[error(
        "it is {width} by {height} pixels; at most {SIDE_MAX} a side and {} million in all are shown, so make it smaller",
        PIXELS_MAX / 1_000_000
    )]
    TooLarge {
        /// In pixels.
        width: usize,
        /// In pixels.
        height: usize,
    },
    /// A drawing that would have to be run, not drawn, or that reaches beyond itself.
    #[error("{0}; save it as a plain drawing or as PNG")]
    Active(&'static str),
    /// A drawing that takes more than a picture is worth.
    #[error("{0}; save it as PNG")]
    Costly(&'static str),
    /// A drawing that cannot be read.
    #[error("it is no drawing that can be read: {0}")]
    Unreadable(String),
}

/// What may be shown: the bytes, and what they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Never that of a drawing.
    pub media_type: String,
    /// As the media type says.
    pub bytes: Vec<u8>,
}

/// Whether a content that comes in may be shown, if it is a picture. What is no picture is no matter of this check.
///
/// Long work for a drawing: it is drawn for it.
///
/// # Errors
/// What is wrong with the picture.
pub fn check(bytes: &[u8]) -> Result<(), PictureError> {
    match source::svg(bytes) {
        Some(text) => drawing::draw(text).map(drop),
        None => raster(bytes).map(drop),
    }
}

/// A content as the window may show it: a drawing as the picture that was drawn of it, a picture within the limits as
/// it is, anything else as it is unless it was called a picture.
///
/// # Errors
/// As [`check`]; and where it is called a picture and is none.
pub fn shown(media_type: &str, bytes: Vec<u8>) -> Result<Shown, PictureError> {
    if let Some(text) = source::svg(&bytes) {
        return Ok(Shown { media_type: PNG.to_owned(), bytes: drawing::draw(text)? });
    }
    let media_type = match raster(&bytes)? {
        Some(known) => known,
        None if media_type.starts_with("image/") => return Err(PictureError::Unknown),
        None => media_type,
    };
    Ok(Shown { media_type: media_type.to_owned(), bytes })
}

/// True where a content begins like a drawing (SVG).
#[must_use]
pub fn is_drawing(bytes: &[u8]) -> bool {
    source::svg(bytes).is_some()
}

/// The media type of a picture of pixels, by its head; `None` for what is none.
fn raster(bytes: &[u8]) -> Result<Option<&'static str>, PictureError> {
    let media_type = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) => PNG,
        Ok(ImageType::Jpeg) => "image/jpeg",
        Ok(ImageType::Webp) => "image/webp",
        Ok(ImageType::Gif) => "image/gif",
        Ok(ImageType::Bmp) => "image/bmp",
        // Others are no pictures to a web view, or are guessed from too little.
        Ok(_) | Err(_) => return Ok(None),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| PictureError::Broken)?;
    if size.width == 0 || size.height == 0 {
        return Err(PictureError::Empty);
    }
    within(size.width, size.height).map(|()| Some(media_type))
}

fn within(width: usize, height: usize) -> Result<(), PictureError> {
    let fits = width.max(height) <= SIDE_MAX && width.saturating_mul(height) <= PIXELS_MAX;
    if fits { Ok(()) } else { Err(PictureError::TooLarge { width, height }) }
}

#[cfg(test)]
#[path = "picture/tests.rs"]
mod tests;
