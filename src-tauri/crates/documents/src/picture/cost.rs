//! What drawing a read drawing takes, counted in pixels before any is painted.
//!
//! A shape costs the pixels it covers, a group that is blended as a whole those of its layer, an effect those it works
//! over. Patterns, masks and clips are drawn each time they are used. Counting stops where the limit is reached, so that
//! it costs no more than the drawing may.

use resvg::usvg::{ClipPath, Group, ImageKind, Mask, Node, Paint, Rect, filter};

use super::{PictureError, within};

/// Most pixels that are painted, one over another: some eight hundred layers of a whole picture.
const PAINTED_MAX: f64 = 2.0e9;
/// What a shape costs beside its pixels.
const SHAPE: f64 = 200.0;
/// Effects work through a layer several times.
const EFFECT: f64 = 4.0;
/// A layer with an effect may be so many times as large as the picture: twice its size on every side.
const AROUND: f64 = 25.0;

const COSTLY: PictureError = PictureError::Costly("it takes too long to draw");
const EFFECTS: PictureError = PictureError::Costly("it has an effect that is not drawn here");

/// The work that is left.
pub(super) struct Cost {
    left: f64,
    /// Pixels of the picture.
    canvas: f64,
    /// Pixels of a unit of the drawing, one side.
    scale: f64,
}

impl Cost {
    pub(super) fn of(group: &Group, canvas: f64, scale: f64) -> Result<(), PictureError> {
        Self { left: PAINTED_MAX, canvas, scale }.group(group)
    }

    fn spend(&mut self, pixels: f64) -> Result<(), PictureError> {
        self.left -= SHAPE + pixels;
        // A number that is none is no end either.
        if self.left > 0.0 { Ok(()) } else { Err(COSTLY) }
    }

    /// The pixels of a place, at most so many times those of the picture.
    fn area(&self, place: Rect, times: f64) -> f64 {
        let pixels = f64::from(place.width()) * f64::from(place.height()) * self.scale * self.scale;
        let most = self.canvas * times;
        if pixels.is_finite() { pixels.min(most) } else { most }
    }

    fn group(&mut self, group: &Group) -> Result<(), PictureError> {
        let place = group.abs_layer_bounding_box().to_rect();
        if group.should_isolate() {
            self.spend(self.area(place, AROUND))?;
        }
        for primitive in group.filters().iter().flat_map(|filter| filter.primitives()) {
            is_drawn(primitive.kind())?;
            self.spend(self.area(place, AROUND) * EFFECT)?;
        }
        if let Some(clip) = group.clip_path() {
            self.clip(clip)?;
        }
        if let Some(mask) = group.mask() {
            self.mask(mask)?;
        }
        group.children().iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &Node) -> Result<(), PictureError> {
        match node {
            Node::Group(group) => self.group(group),
            Node::Text(text) => self.group(text.flattened()),
            Node::Path(path) => {
                self.spend(self.area(path.abs_stroke_bounding_box(), 1.0) + corners(path.data().len()))?;
                let paints =
                    [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
                for paint in paints.into_iter().flatten() {
                    if let Paint::Pattern(pattern) = paint {
                        self.spend(self.canvas)?;
                        self.group(pattern.root())?;
                    }
                }
                Ok(())
            }
            Node::Image(image) => {
                let pixels = picture(image.kind())?;
                self.spend(pixels + self.area(image.abs_bounding_box(), 1.0))
            }
        }
    }

    fn clip(&mut self, clip: &ClipPath) -> Result<(), PictureError> {
        self.spend(self.canvas)?;
        self.group(clip.root())?;
        clip.clip_path().map_or(Ok(()), |clip| self.clip(clip))
    }

    fn mask(&mut self, mask: &Mask) -> Result<(), PictureError> {
        self.spend(self.canvas)?;
        self.group(mask.root())?;
        mask.mask().map_or(Ok(()), |mask| self.mask(mask))
    }
}

/// Refuses effects whose work grows by more than the picture does.
fn is_drawn(effect: &filter::Kind) -> Result<(), PictureError> {
    match effect {
        filter::Kind::Blend(_)
        | filter::Kind::ColorMatrix(_)
        | filter::Kind::ComponentTransfer(_)
        | filter::Kind::Composite(_)
        | filter::Kind::DropShadow(_)
        | filter::Kind::Flood(_)
        | filter::Kind::GaussianBlur(_)
        | filter::Kind::Merge(_)
        | filter::Kind::Offset(_) => Ok(()),
        filter::Kind::ConvolveMatrix(_)
        | filter::Kind::DiffuseLighting(_)
        | filter::Kind::DisplacementMap(_)
        | filter::Kind::Image(_)
        | filter::Kind::Morphology(_)
        | filter::Kind::SpecularLighting(_)
        | filter::Kind::Tile(_)
        | filter::Kind::Turbulence(_) => Err(EFFECTS),
    }
}

/// What the corners of a path cost.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn corners(count: usize) -> f64 {
    count as f64 * 4.0
}

/// The pixels of a picture within a drawing, which has the limits of every picture.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn picture(kind: &ImageKind) -> Result<f64, PictureError> {
    let data = match kind {
        ImageKind::JPEG(data) | ImageKind::PNG(data) | ImageKind::GIF(data) | ImageKind::WEBP(data) => data,
        ImageKind::SVG(_) => return Err(PictureError::Active("it holds another drawing")),
    };
    let size = imagesize::blob_size(data).map_err(|_| PictureError::Broken)?;
    within(size.width, size.height)?;
    Ok((size.width * size.height) as f64)
}
