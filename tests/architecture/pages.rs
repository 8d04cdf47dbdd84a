//! What sources and pages cite is there: the file, the heading of it, and the target of every link.

use std::fs;
use std::path::{Path, PathBuf};

use super::{files, root, shown, sources, ui_sources};

/// A page that is named in a text.
#[derive(Debug, PartialEq, Eq)]
struct Citation<'a> {
    path: &'a str,
    /// What stands behind it.
    rest: &'a str,
}

#[test]
fn a_comment_cites_only_pages_and_headings_that_are_there() {
    let mut found = 0;
    let ours = sources(&["rs", "toml", "typ"]).into_iter().chain(ui_sources(&["ts", "svelte", "js"]));
    for file in ours.chain(["Cargo.toml", "clippy.toml", "deny.toml"].map(|name| root().join(name))) {
        let comments = comments(&fs::read_to_string(&file).unwrap());
        for Citation { path, rest } in cited(&comments) {
            found += 1;
            let Some(page) = page(&file, path) else {
                panic!("{} cites {path}, which is not in the repository", shown(&file))
            };
            // "`docs/data-rules.md`, Records": the words behind the comma begin with a heading.
            let Some(said) = rest.trim_start_matches('`').strip_prefix(", ") else { continue };
            if path.starts_with("docs/") && said.starts_with(char::is_uppercase) {
                let headings = headings(&fs::read_to_string(page).unwrap());
                assert!(
                    headings.iter().any(|heading| said.starts_with(heading.as_str())),
                    "{} cites {path}, {:.40}..., which is none of its headings: {headings:?}",
                    shown(&file),
                    said
                );
            }
        }
    }
    assert!(found > 10, "the law is about citations that exist");
}

#[test]
fn a_page_links_only_to_what_is_there() {
    let mut found = 0;
    for file in pages() {
        let text = prose(&fs::read_to_string(&file).unwrap());
        for target in links(&text) {
            found += 1;
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let there = if path.is_empty() { file.clone() } else { file.parent().unwrap().join(path) };
            assert!(there.exists(), "{} links to {target}, which is not there", shown(&file));
            if !anchor.is_empty() {
                let headings = headings(&fs::read_to_string(&there).unwrap());
                let is_there = headings.iter().any(|heading| anchor_of(heading) == anchor);
                assert!(is_there, "{} links to {target}, and no heading is called so", shown(&file));
            }
        }
        for Citation { path, .. } in cited(&text) {
            assert!(page(&file, path).is_some(), "{} names {path}, which is not there", shown(&file));
        }
    }
    assert!(found > 50, "the law is about links that exist");
}

#[test]
fn citations_and_links_are_found_where_they_stand() {
    let source = "//! The rule (`docs/a.md`, What\n//! is so). See b/c.md too.\nlet path = \"plan.md\"; // as in `d.md`";
    let comments = comments(source);
    let found: Vec<_> = cited(&comments).into_iter().map(|citation| citation.path).collect();
    assert_eq!(found, ["docs/a.md", "b/c.md"], "in whole lines of comments, not in strings");
    assert!(cited(&comments)[0].rest.starts_with("`, What is so"), "over the end of a line");
    let page = prose("# One\n```\ncairn -o plan.md\n```\n[a](b.md#two-words) and [c](https://d.org)");
    assert_eq!(links(&page), ["b.md#two-words"], "neither examples nor addresses");
    assert_eq!(
        anchor_of("GitLab's `two` words, and 3"),
        "gitlabs-two-words-and-3",
        "as GitLab and GitHub make them"
    );
}

/// Every page of the repository.
fn pages() -> Vec<PathBuf> {
    let folders = ["docs", "migrations", "tests", "src-tauri"];
    let mut found: Vec<_> = folders.iter().flat_map(|folder| files(root().join(folder), &["md"])).collect();
    found.extend(["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(|name| root().join(name)));
    found
}

/// The file that is meant: named from the top, or from where it is named.
fn page(from: &Path, path: &str) -> Option<PathBuf> {
    [root(), from.parent()?.to_owned()]
        .into_iter()
        .map(|folder| folder.join(path))
        .find(|page| page.is_file())
}

/// The lines that are nothing but comment, as one text.
fn comments(source: &str) -> String {
    let marks = ["//!", "///", "//", "/**", "/*", "*/", "*", "#", "<!--"];
    let comment = |line: &str| {
        let line = line.trim();
        marks.iter().find_map(|mark| line.strip_prefix(mark)).map(|rest| rest.trim().to_owned())
    };
    source.lines().filter_map(comment).collect::<Vec<_>>().join(" ")
}

/// A page without its examples.
fn prose(page: &str) -> String {
    page.split("```").step_by(2).collect()
}

/// The pages that a text names.
fn cited(text: &str) -> Vec<Citation<'_>> {
    let ends = text.match_indices(".md").map(|(at, end)| at + end.len());
    ends.filter_map(|end| {
        let rest = &text[end..];
        if rest.starts_with(|next: char| next.is_alphanumeric() || next == '/') {
            return None;
        }
        let part = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
        let path = text[..end].rsplit(|c| !part(c)).next().unwrap_or_default();
        (path.len() > ".md".len()).then_some(Citation { path, rest })
    })
    .collect()
}

/// Where its links lead within the repository.
fn links(page: &str) -> Vec<&str> {
    let targets = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://") && !target.contains(' ')).collect()
}

/// The headings of a page, without the mark of their level.
fn headings(page: &str) -> Vec<String> {
    let heading = |line: &str| line.starts_with('#').then(|| line.trim_start_matches('#').trim().to_owned());
    prose(page).lines().filter_map(heading).collect()
}

/// What a link to a heading is called.
fn anchor_of(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || " -_".contains(*c);
    heading.to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}
