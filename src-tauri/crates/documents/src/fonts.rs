//! The fonts: four faces of Inter in the program, and the machine's own for what they lack.
//!
//! Inter covers Latin, Greek, Cyrillic and Vietnamese. The machine's fonts are looked for only when a text
//! needs them, once per process: the first look can take seconds.

use std::sync::LazyLock;

use typst::{foundations::Bytes, text::Font};
use typst_kit::fonts::{FontStore, system};

macro_rules! face {
    ($path:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../ui/node_modules/@expo-google-fonts/inter/",
            $path
        ))
    };
}

/// Regular and italic for text, medium for labels, semi-bold for headings.
pub(crate) static FACES: [&[u8]; 4] = [
    face!("400Regular/Inter_400Regular.ttf"),
    face!("400Regular_Italic/Inter_400Regular_Italic.ttf"),
    face!("500Medium/Inter_500Medium.ttf"),
    face!("600SemiBold/Inter_600SemiBold.ttf"),
];

static SHIPPED: LazyLock<FontStore> = LazyLock::new(shipped);

static WITH_SYSTEM: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = shipped();
    store.extend(system());
    store
});

fn shipped() -> FontStore {
    let mut store = FontStore::new();
    let fonts = FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face)));
    store.extend(fonts.map(|font| (font.clone(), font.info().clone())));
    store
}

/// Which fonts a document may use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fonts {
    /// Those in the program: the same on every machine.
    Shipped,
    /// Those, and this machine's.
    WithSystem,
}

impl Fonts {
    /// The loaded set.
    pub(crate) fn store(self) -> &'static FontStore {
        match self {
            Self::Shipped => &SHIPPED,
            Self::WithSystem => &WITH_SYSTEM,
        }
    }

    /// Whether any font of the set has this character.
    pub(crate) fn cover(self, c: char) -> bool {
        let book = self.store().book();
        (0..).map_while(|index| book.info(index)).any(|info| info.coverage.contains(c.into()))
    }
}
