//! Drawings that came in another way than by a file dialog: the window shows why it shows none, and goes on.

use serde_json::json;

use crate::{
    is_accessible,
    sample::{Sample, go},
};

/// Ten lines that come to a hundred million shapes.
fn nested() -> String {
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect id=\"a0\" width=\"1\" height=\"1\"/>".to_owned();
    for level in 1..=8 {
        let uses = format!("<use href=\"#a{}\"/>", level - 1).repeat(10);
        svg.push_str(&format!("<g id=\"a{level}\">{uses}</g>"));
    }
    svg + "</svg>"
}

#[tokio::test]
async fn an_account_with_a_drawing_of_a_hundred_million_shapes_opens_and_says_why_it_is_not_shown() {
    let sample = Sample::make();
    let account = sample.id("account.list", "name", "Nordwind");
    // No door takes it in, so a drawing as long as it is changed in the file, as a workspace of before may hold it.
    let nested = nested();
    let (head, tail) =
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><!--", "--></svg>");
    let plain = format!("{head}{}{tail}", "x".repeat(nested.len() - head.len() - tail.len()));
    let path = sample.home().join("network.svg");
    std::fs::write(&path, &plain).unwrap();
    let kept = sample.call("blob.put", &json!({ "path": path }));
    let file = json!({ "account_id": account, "name": "network.svg", "hash": kept["hash"] });
    sample.call("attachment.create", &file);
    let workspace = sample.home().join("sample.cairn");
    let mut bytes = std::fs::read(&workspace).unwrap();
    let at =
        bytes.windows(plain.len()).position(|part| part == plain.as_bytes()).expect("it lies in one piece");
    bytes[at..at + nested.len()].copy_from_slice(nested.as_bytes());
    std::fs::write(&workspace, bytes).unwrap();

    let window = sample.open().await;
    go(&window, &format!("#/account/{account}")).await;
    let save = "//button[@aria-label='Save network.svg as']";
    window.find(save).await;
    window.see("This file cannot be taken: it comes to more shapes than can be drawn; save it as PNG.").await;
    is_accessible(&window, "drawing-refused").await;
    go(&window, &format!("#/account/{account}/people")).await;
    window.gone(save).await;
    window.quit().await;
}
