//! The engine's world: the templates, one document's data, the fonts. No disk, no network, no packages, no clock.

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
    templates!["charts.typ", "objective.typ", "parts.typ", "success_plan.typ", "theme.typ"]
        .into_iter()
        .filter_map(|(path, text)| Some(Source::new(file(path)?, text.to_owned())))
        .collect()
});

/// The extras are the header cells of rows, which the tables of facts need.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

static DATA: &str = "/data.json";

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// What one compilation sees.
pub(crate) struct Desk {
    main: FileId,
    data_file: FileId,
    data: Bytes,
    fonts: Fonts,
}

impl Desk {
    /// A template with its data; `None` if there is no such template.
    pub(crate) fn new(template: &str, data: Vec<u8>, fonts: Fonts) -> Option<Self> {
        let main = SOURCES.iter().map(Source::id).find(|id| id.vpath().get_with_slash() == template)?;
        Some(Self { main, data_file: file(DATA)?, data: Bytes::new(data), fonts })
    }
}

impl World for Desk {
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
        if id == self.data_file {
            return Ok(self.data.clone());
        }
        Err(not_found(id))
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
