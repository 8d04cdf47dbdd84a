//! Which file of a crate uses which: read from its `use` lines and paths, through what modules export again.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use syn::{Item, UseTree, visit::Visit};

type Module = Vec<String>;

/// The files of a crate by module, each with what it uses and what it exports again.
pub(crate) struct Crate {
    files: BTreeMap<Module, Uses>,
}

#[derive(Default)]
struct Uses {
    /// Paths as they are written.
    paths: BTreeSet<Vec<String>>,
    /// What `pub use` and `pub(crate) use` give a name here.
    exports: BTreeMap<String, Vec<String>>,
}

impl Crate {
    /// Reads the sources under a folder.
    pub(crate) fn read(folder: &Path, files: &[std::path::PathBuf]) -> Self {
        let read = |file: &std::path::PathBuf| {
            let source = syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap();
            let mut uses = Uses::default();
            uses.visit_file(&source);
            (module_of(file.strip_prefix(folder).unwrap()), uses)
        };
        Self { files: files.iter().map(read).collect() }
    }

    /// The circles of its files, a parent and its children not counted: each as the names of those in it.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let mut left: BTreeMap<&Module, BTreeSet<&Module>> =
            self.files.keys().map(|module| (module, self.used_by(module))).collect();
        // Whoever uses nothing that is left is in no circle, and neither is whom nobody left uses.
        loop {
            let before = left.len();
            let names: BTreeSet<&Module> = left.keys().copied().collect();
            left.values_mut().for_each(|used| used.retain(|one| names.contains(*one)));
            left.retain(|_, used| !used.is_empty());
            let used: BTreeSet<&Module> = left.values().flatten().copied().collect();
            left.retain(|module, _| used.contains(*module));
            if left.len() == before {
                break;
            }
        }
        let arrows = left.iter().flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
        arrows.map(|(from, to)| vec![from.join("::"), to.join("::")]).collect()
    }

    fn used_by(&self, module: &Module) -> BTreeSet<&Module> {
        let is_family = |other: &Module| other.starts_with(module) || module.starts_with(other);
        let uses = self.files[module].paths.iter();
        uses.filter_map(|path| self.file_of(module, path, 0)).filter(|used| !is_family(used)).collect()
    }

    /// The file that a path written in a module leads to; none where it leads out of the crate.
    fn file_of(&self, from: &Module, path: &[String], depth: usize) -> Option<&Module> {
        let (first, mut rest) = path.split_first()?;
        let mut at: Module = match first.as_str() {
            "crate" => Vec::new(),
            "self" => from.clone(),
            "super" => {
                let mut above = from.clone();
                above.pop();
                while let [next, tail @ ..] = rest
                    && next == "super"
                {
                    above.pop();
                    rest = tail;
                }
                above
            }
            child => {
                let mut inside = from.clone();
                inside.push(child.to_owned());
                self.files.contains_key(&inside).then_some(inside)?
            }
        };
        while let [next, tail @ ..] = rest {
            let mut inside = at.clone();
            inside.push(next.clone());
            if self.files.contains_key(&inside) {
                (at, rest) = (inside, tail);
                continue;
            }
            let again = self.files.get(&at).and_then(|uses| uses.exports.get(next)).filter(|_| depth < 8);
            return match again.and_then(|path| self.file_of(&at, path, depth + 1)) {
                Some(file) => Some(file),
                None => self.files.get_key_value(&at).map(|(module, _)| module),
            };
        }
        self.files.get_key_value(&at).map(|(module, _)| module)
    }
}

/// `crud/change.rs` is `crud::change`, `crud/mod.rs` and `crud.rs` are `crud`, and `lib.rs` is the root.
fn module_of(file: &Path) -> Module {
    let mut parts: Module =
        file.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if parts.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        parts.pop();
    }
    parts
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            // Tests stand inside of what they test.
            Item::Mod(module) if module.content.is_some() => {}
            Item::Use(line) => {
                let mut paths = Vec::new();
                flatten(&line.tree, &mut Vec::new(), &mut paths);
                for (name, path) in paths {
                    if !matches!(line.vis, syn::Visibility::Inherited) {
                        self.exports.insert(name, path.clone());
                    }
                    self.paths.insert(path);
                }
            }
            other => syn::visit::visit_item(self, other),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if parts.len() > 1 {
            self.paths.insert(parts);
        }
        syn::visit::visit_path(self, path);
    }
}

fn flatten(tree: &UseTree, before: &mut Vec<String>, found: &mut Vec<(String, Vec<String>)>) {
    let whole = |last: &str| before.iter().cloned().chain([last.to_owned()]).collect::<Vec<_>>();
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, found);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            let last = before.last().cloned().unwrap_or_default();
            found.push((last, before.clone()));
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            found.push((name.clone(), whole(&name)));
        }
        UseTree::Rename(rename) => found.push((rename.rename.to_string(), whole(&rename.ident.to_string()))),
        UseTree::Glob(_) => found.push(("*".to_owned(), before.clone())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, found)),
    }
}
