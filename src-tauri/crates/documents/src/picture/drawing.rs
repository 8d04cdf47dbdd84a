//! From a drawing's text to a picture: read by a library that knows only shapes, counted, and painted once.

use std::{
    sync::{Arc, LazyLock, mpsc},
    thread,
    time::Duration,
};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{ImageHrefResolver, ImageKind, Options, Tree, fontdb},
};

use super::{PictureError, cost::Cost, source};
use crate::fonts;

/// The longer side of what is drawn, in pixels: sharp on paper as wide as a page, 10 MB unpacked at most.
const SIDE: f32 = 1600.0;
/// Room on the stack for the deepest drawing that is read, in bytes.
const STACK: usize = 32 * 1024 * 1024;
/// However slow the machine: after this a drawing is not waited for any more. What was counted before ends it by
/// itself soon after.
const PATIENCE: Duration = Duration::from_secs(8);

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in fonts::FACES {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    // Letters of a face that is not here are set in ours and not left out.
    fonts.set_serif_family("Inter");
    fonts.set_sans_serif_family("Inter");
    fonts.set_monospace_family("Inter");
    fonts.set_cursive_family("Inter");
    fonts.set_fantasy_family("Inter");
    Arc::new(fonts)
});

/// Draws an SVG as PNG. The same text gives the same bytes.
pub(super) fn draw(text: &str) -> Result<Vec<u8>, PictureError> {
    source::check(text)?;
    let text = text.to_owned();
    let (tell, told) = mpsc::channel();
    thread::Builder::new()
        .name("drawing".to_owned())
        .stack_size(STACK)
        .spawn(move || tell.send(painted(&text)))
        .map_err(|error| PictureError::Unreadable(error.to_string()))?;
    match told.recv_timeout(PATIENCE) {
        Ok(drawn) => drawn,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(PictureError::Costly("it takes too long to draw")),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(PictureError::Unreadable("it breaks off while it is drawn".to_owned()))
        }
    }
}

fn painted(text: &str) -> Result<Vec<u8>, PictureError> {
    let unreadable = |error: String| PictureError::Unreadable(error);
    let tree = Tree::from_str(text, &options()).map_err(|error| unreadable(error.to_string()))?;
    let size = tree.size();
    let scale = SIDE / size.width().max(size.height());
    let (width, height) = (pixels(size.width() * scale), pixels(size.height() * scale));
    let mut canvas = Pixmap::new(width, height).ok_or_else(|| unreadable("it has no size".to_owned()))?;
    Cost::of(tree.root(), f64::from(width * height), f64::from(scale))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    canvas.encode_png().map_err(|error| unreadable(error.to_string()))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 1600")]
fn pixels(length: f32) -> u32 {
    length.round().clamp(1.0, SIDE) as u32
}

/// No file, no address, no drawing within a drawing.
fn options() -> Options<'static> {
    let pictures = ImageHrefResolver {
        resolve_data: Box::new(|media_type, data, _| match media_type {
            "image/jpg" | "image/jpeg" => Some(ImageKind::JPEG(data)),
            "image/png" => Some(ImageKind::PNG(data)),
            "image/gif" => Some(ImageKind::GIF(data)),
            "image/webp" => Some(ImageKind::WEBP(data)),
            _ => None,
        }),
        resolve_string: Box::new(|_, _| None),
    };
    Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::clone(&FONTS),
        image_href_resolver: pictures,
        ..Options::default()
    }
}
