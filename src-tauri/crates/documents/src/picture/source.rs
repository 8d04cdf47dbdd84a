//! A drawing's text before any of it is worked on: that it only draws, and how many shapes it comes to.
//!
//! `<use>` repeats what it names, and that may hold a `<use>` again: ten lines come to a hundred million shapes. They are
//! counted here without repeating anything.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId, ParsingOptions};

use super::PictureError;

/// Largest text of a drawing, in bytes; pictures within it are part of it.
const TEXT_MAX: usize = 8_000_000;
/// Most shapes, repeated ones included.
const SHAPES_MAX: u64 = 50_000;
/// Deepest nesting, repeated ones included.
const DEPTH_MAX: usize = 100;
/// Most rules of style times shapes: each rule is held against each shape.
const STYLED_MAX: u64 = 20_000_000;
/// Elements that run, move or hold another page.
const ACTIVE: [&str; 10] = [
    "script",
    "foreignobject",
    "iframe",
    "handler",
    "listener",
    "set",
    "animate",
    "animatetransform",
    "animatemotion",
    "discard",
];
/// What stands before the data of a picture within a drawing.
const PICTURES: [&str; 5] =
    ["data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;", "data:image/webp;"];

const RUNS: PictureError = PictureError::Active("it holds a script, a movement or another page");
const REACHES: PictureError = PictureError::Active("it points to something outside of it");
const MANY: PictureError = PictureError::Costly("it comes to more shapes than can be drawn");

/// A drawing's text, where a content begins like one.
pub(super) fn svg(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    (start.starts_with('<') && text.contains("<svg")).then_some(text)
}

/// Refuses a text that does more than draw, or that comes to too much.
pub(super) fn check(text: &str) -> Result<(), PictureError> {
    if text.len() > TEXT_MAX {
        return Err(PictureError::Costly("its text is longer than 8 MB"));
    }
    let nodes_limit = u32::try_from(SHAPES_MAX * 10).unwrap_or(u32::MAX);
    let options = ParsingOptions { allow_dtd: false, nodes_limit, ..Default::default() };
    let tree = Document::parse_with_options(text, options)
        .map_err(|error| PictureError::Unreadable(error.to_string()))?;
    if tree.root_element().tag_name().name() != "svg" {
        return Err(PictureError::Unreadable("it is no drawing".to_owned()));
    }
    let mut count = Count { ids: HashMap::new(), known: HashMap::new() };
    let mut rules = 0;
    for node in tree.descendants() {
        if node.pi().is_some_and(|pi| pi.target.eq_ignore_ascii_case("xml-stylesheet")) {
            return Err(REACHES);
        }
        if node.is_element() {
            element(&node)?;
            if let Some(id) = node.attribute("id") {
                count.ids.entry(id).or_insert(node);
            }
            rules += node.tag_name().name().eq("style").then(|| style_of(&node)).transpose()?.unwrap_or(0);
        }
    }
    let shapes = count.of(tree.root_element(), 0, &mut Vec::new())?.shapes;
    if shapes.saturating_mul(rules) > STYLED_MAX {
        return Err(PictureError::Costly("it has more rules of style than can be held against its shapes"));
    }
    // A mark at every corner of a line repeats like `<use>`; one within another would do so without end.
    for marker in tree.descendants().filter(|node| node.has_tag_name_of("marker")) {
        let mut around = marker.ancestors().chain(marker.descendants());
        if around.any(|node| node.attributes().any(|at| sets_marker(at.name(), at.value()))) {
            return Err(PictureError::Costly("its line ends have line ends of their own"));
        }
    }
    Ok(())
}

/// What a name of an element is asked by; a namespace of its own makes no other element of it.
trait Named {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

fn element(node: &Node<'_, '_>) -> Result<(), PictureError> {
    let name = node.tag_name().name().to_ascii_lowercase();
    if ACTIVE.contains(&name.as_str()) {
        return Err(RUNS);
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value().trim());
        if name.starts_with("on") {
            return Err(RUNS);
        }
        if name == "href" || name == "src" {
            let lower: String = value.chars().take(32).collect::<String>().to_ascii_lowercase();
            if !(value.is_empty()
                || lower.starts_with('#')
                || PICTURES.iter().any(|kind| lower.starts_with(kind)))
            {
                return Err(REACHES);
            }
        } else if attribute.namespace().is_none() && reaches_out(value) {
            return Err(REACHES);
        }
    }
    Ok(())
}

/// How many rules a style has.
fn style_of(node: &Node<'_, '_>) -> Result<u64, PictureError> {
    let text: String = node.descendants().filter_map(|part| part.text()).collect();
    if reaches_out(&text) {
        return Err(REACHES);
    }
    if text.contains("marker-") || text.replace(' ', "").contains("marker:url") {
        return Err(PictureError::Costly("its line ends are set by a style sheet"));
    }
    Ok(u64::try_from(text.matches('{').count()).unwrap_or(u64::MAX))
}

fn sets_marker(name: &str, value: &str) -> bool {
    name.starts_with("marker-") || name == "marker" || name == "style" && value.contains("marker")
}

/// True where a style takes something from elsewhere: an import, or an address that is no part of the drawing. A
/// backslash may write any of it in other letters.
fn reaches_out(style: &str) -> bool {
    if style.contains('\\') && style.contains('(') {
        return true;
    }
    let style: String = style.to_ascii_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let inside = |rest: &str| rest.trim_start_matches(['"', '\'']).starts_with('#');
    let font = |rest: &str| rest.trim_start_matches(['"', '\'']).starts_with("data:font/");
    style.contains("@import") || style.split("url(").skip(1).any(|rest| !inside(rest) && !font(rest))
}

/// What a part of a drawing comes to.
#[derive(Clone, Copy)]
struct Extent {
    shapes: u64,
    /// How deep it goes below itself.
    depth: usize,
}

struct Count<'a, 'input> {
    ids: HashMap<&'a str, Node<'a, 'input>>,
    known: HashMap<NodeId, Extent>,
}

impl<'a, 'input> Count<'a, 'input> {
    /// Counts what stands in a node and what it repeats. `above` are those it stands in.
    fn of(
        &mut self,
        node: Node<'a, 'input>,
        depth: usize,
        above: &mut Vec<NodeId>,
    ) -> Result<Extent, PictureError> {
        if above.contains(&node.id()) {
            return Err(PictureError::Costly("it repeats itself without end"));
        }
        let deeper = |extent: Extent| {
            let fits = depth + extent.depth <= DEPTH_MAX;
            if fits { Ok(extent) } else { Err(PictureError::Costly("it is nested too deeply")) }
        };
        if let Some(known) = self.known.get(&node.id()) {
            return deeper(*known);
        }
        deeper(Extent { shapes: 0, depth: 0 })?;
        above.push(node.id());
        let mut extent = Extent { shapes: 1, depth: 0 };
        let repeated = node.has_tag_name_of("use").then(|| self.meant(&node)).flatten();
        for part in node.children().filter(Node::is_element).chain(repeated) {
            let Extent { shapes, depth: below } = self.of(part, depth + 1, above)?;
            extent.shapes = extent.shapes.saturating_add(shapes);
            extent.depth = extent.depth.max(below + 1);
        }
        above.pop();
        if extent.shapes > SHAPES_MAX {
            return Err(MANY);
        }
        self.known.insert(node.id(), extent);
        Ok(extent)
    }

    /// The part that a `<use>` names.
    fn meant(&self, node: &Node<'a, 'input>) -> Option<Node<'a, 'input>> {
        let href = node.attributes().find(|attribute| attribute.name() == "href")?;
        self.ids.get(href.value().trim().strip_prefix('#')?).copied()
    }
}
