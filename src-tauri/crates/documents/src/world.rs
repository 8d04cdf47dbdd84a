//! The engine's world: the templates, one document's files, the fonts. No disk, no network, no packages, no clock.

use std::sync::LazyLock;

use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts::Fonts;

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        [$((concat!("/", $name), include_str!(concat!("../templates/", $name)))),+]
    };
}

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    templates![
        "changes.typ",
        "charts.typ",
        "checklist.typ",
        "hand_off.typ",
        "logo.typ",
        "objective.typ",
        "onboarding_report.typ",
        "parts.typ",
        "people.typ",
        "readings.typ",
        "sign_off.typ",
        "overview.typ",
        "success_plan.typ",
        "summary.typ",
        "theme.typ",
        "timeline.typ",
        "transition_brief.typ",
    ]
    .into_iter()
    .filter_map(|(path, text)| Some(Source::new(file(path)?, text.to_owned())))
    .collect()
});

/// The extras are the header cells of rows, which the tables of facts need.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// What one compilation sees.
pub(crate) struct PageWorld {
    main: FileId,
    files: Vec<(FileId, Bytes)>,
    fonts: Fonts,
}

impl PageWorld {
    /// A template and nothing else; `None` if there is no such template.
    pub(crate) fn new(template: &str, fonts: Fonts) -> Option<Self> {
        let main = SOURCES.iter().map(Source::id).find(|id| id.vpath().get_with_slash() == template)?;
        Some(Self { main, files: Vec::new(), fonts })
    }

    /// Lays a file beside it, for the template to read.
    pub(crate) fn lay(&mut self, path: &str, bytes: Bytes) {
        self.files.extend(file(path).map(|id| (id, bytes)));
    }
}

impl World for PageWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store().book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let laid = self.files.iter().find(|(laid, _)| *laid == id);
        laid.map(|(_, bytes)| bytes.clone()).ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store().font(index)
    }

    /// None: a date on the page is always handed over with the data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}
