//! Drawings that would hold the machine up, run, or reach out; and those that only draw.

#![allow(clippy::unwrap_used)]

use super::*;

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='10'>{inside}</svg>"
    )
}

fn why(inside: &str) -> String {
    check(svg(inside).as_bytes()).err().map(|error| error.to_string()).unwrap_or_default()
}

/// A drawing in which each part repeats the one before ten times.
fn nested(levels: usize) -> String {
    let mut defs = "<rect id='a0' width='1' height='1'/>".to_owned();
    for level in 1..=levels {
        let uses = format!("<use href='#a{}'/>", level - 1).repeat(10);
        defs.push_str(&format!("<g id='a{level}'>{uses}</g>"));
    }
    format!("<defs>{defs}</defs><use href='#a{levels}'/>")
}

/// The head of a PNG of this size, and nothing behind it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    png.extend(b"\x08\x06\0\0\0");
    png
}

#[test]
fn what_repeats_itself_a_hundred_million_times_is_refused_before_it_is_drawn() {
    for (inside, what) in [
        (nested(8), "ten lines of uses"),
        (nested(30), "thirty"),
        ("<g id='a'><use href='#b'/></g><g id='b'><use xlink:href='#a'/></g>".into(), "two that use each other"),
        ("<g>".repeat(5000) + &"</g>".repeat(5000), "a deep nest"),
        (
            "<marker id='a'><path d='M0 0h1v1' marker-mid='url(#b)'/></marker><marker id='b'><path d='M0 0h1v1' marker-mid='url(#a)'/></marker><path d='M0 0h1v1' marker-mid='url(#a)'/>".into(),
            "line ends with line ends",
        ),
        (
            "<pattern id='p' width='1' height='1'><rect width='9' height='9'/></pattern>".to_owned()
                + &"<rect width='40' height='10' opacity='.5' fill='url(#p)'/>".repeat(9000),
            "patterns over patterns",
        ),
        (
            "<filter id='f'><feTurbulence numOctaves='9999'/></filter><rect width='40' height='10' filter='url(#f)'/>".into(),
            "an effect without end",
        ),
        ("<g opacity='.9'>".to_owned() + &"<g opacity='.9'><rect width='40' height='10'/><circle r='9'/></g>".repeat(9000) + "</g>", "thousands of layers"),
    ] {
        assert!(!why(&inside).is_empty(), "{what} must not be drawn");
    }
    assert_eq!(why(&nested(3)), "", "a thousand shapes are drawn");
}

#[test]
fn what_runs_or_reaches_out_is_refused_in_every_spelling() {
    let inner = "data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=";
    for inside in [
        "<rect><set attributeName='onmouseover' to='x()'/></rect>",
        "<a><animate attributeName='href' values='javascript:x()'/></a>",
        "<rect style='fill:u\\72l(http://example.org/a)'/>",
        "<rect fill='u\\72l(http://example.org/a)'/>",
        "<style>rect{fill:u\\000072l(http://example.org/a)}</style>",
        "<style><![CDATA[@import 'http://example.org/a.css';]]></style>",
        &format!("<image href='{inner}' width='9' height='9'/>"),
        "<image xlink:href='DATA:image/svg+xml,%3Csvg%3E' width='9' height='9'/>",
        "<image href='file:///etc/hostname' width='9' height='9'/>",
        "<use href='other.svg#a'/>",
        "<rect ONCLICK='x()'/>",
        "<SCRIPT>x()</SCRIPT>",
        "<foreignObject/>",
        "<?xml-stylesheet href='http://example.org/a.css'?>",
        "<rect mask='url( &quot;http://example.org/a&quot; )'/>",
    ] {
        assert!(!why(inside).is_empty(), "{inside} must not come in");
    }
}

#[test]
fn what_only_draws_is_shown_as_pixels_and_alike_every_time() {
    let inside = "<style>.a{fill:url(#g)}</style><linearGradient id='g'><stop stop-color='#123456'/></linearGradient>\
         <marker id='m'><path d='M0 0h1v1'/></marker><path d='M0 0h9v9' marker-end='url(#m)'/>\
         <rect class='a' width='40' height='10'/><text x='2' y='8' font-family='Nowhere'>Cairn</text>\
         <filter id='f'><feGaussianBlur stdDeviation='2'/></filter><circle r='3' filter='url(#f)'/>";
    assert_eq!(why(inside), "", "it comes in");
    let text = svg(inside);
    let drawn = || shown("image/svg+xml", text.clone().into_bytes()).unwrap();
    let Shown { media_type, bytes } = drawn();
    assert_eq!(media_type, "image/png", "the web view gets no drawing");
    let size = imagesize::blob_size(&bytes).unwrap();
    assert_eq!((size.width, size.height), (1600, 400), "in its proportions, sharp enough to print");
    assert_eq!(drawn().bytes, bytes, "the same drawing gives the same picture");
    let without = svg(&inside.replace(">Cairn<", "><"));
    assert_ne!(
        shown("", without.into_bytes()).unwrap().bytes,
        bytes,
        "letters of a face that is not here are drawn"
    );
}

#[test]
fn a_picture_is_refused_by_its_head_before_it_is_unpacked() {
    let small = |width, height| check(&png(width, height));
    assert_eq!(small(8064, 6048), Ok(()), "what a phone takes");
    for (width, height) in
        [(40_000, 40_000), (40_000, 1), (1, 40_000), (10_000, 10_000), (u32::MAX, u32::MAX)]
    {
        let error = small(width, height).unwrap_err();
        assert!(error.to_string().contains(&width.to_string()), "{error}: it says how large it is");
        assert!(shown("text/plain", png(width, height)).is_err(), "whatever it is called");
    }
    for (width, height) in [(0, 0), (0, 9), (9, 0)] {
        assert_eq!(small(width, height), Err(PictureError::Empty), "{width} x {height} shows nothing");
    }
    let mut gif = b"GIF89a".to_vec();
    gif.extend(60_000_u16.to_le_bytes().repeat(2));
    gif.extend([0; 16]);
    assert!(check(&gif).is_err(), "in every kind of file");
    let within = svg(
        "<image href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAnEAAAJxACAYAAAA=' width='9' height='9'/>",
    );
    assert!(check(within.as_bytes()).is_err(), "and within a drawing");
}

#[test]
fn what_is_called_a_picture_and_is_none_is_not_handed_over() {
    assert_eq!(
        shown("image/svg+xml", b"\xff\xfe<\0s\0v\0g\0".to_vec()),
        Err(PictureError::Unknown),
        "in UTF-16"
    );
    assert_eq!(shown("image/png", b"<html>".to_vec()), Err(PictureError::Unknown), "a page");
    assert!(shown("application/pdf", b"%PDF-1.7".to_vec()).is_ok(), "a file that is none and says so");
    assert_eq!(check(b"\x89PNG\r\n\x1a\nnothing"), Err(PictureError::Broken), "half a picture");
}
