//! The files of a crate and which of its own files each one needs.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItemFn, ItemFn, ItemImpl, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// File → the files that define what it names.
pub(crate) type Needs = BTreeMap<String, BTreeSet<String>>;

/// The segments of a path.
type Segments = Vec<String>;

/// Imports that lead to imports; a longer chain is taken for another crate's.
const LONGEST_CHAIN: u8 = 16;

/// Returns the arrows between the files of one crate. `sources` holds the text of each file under its path from
/// `src`. Modules for tests are left out. `mod x;` and re-exports are no arrows, and neither is `x::item` beside its
/// `mod x;`: a module calls its children, and they may know what they share in it.
pub(crate) fn needs(sources: &BTreeMap<String, String>) -> Needs {
    let mut needs = Needs::new();
    for root in sources.keys().filter(|file| matches!(file.as_str(), "lib.rs" | "main.rs")) {
        let mut reader = Reader { sources, modules: Vec::new(), at: 0 };
        reader.read(Module::new(root, "", None));
        let tree = Tree(reader.modules);
        for (at, module) in tree.0.iter().enumerate() {
            let outward = module.paths.iter().filter(|path| !module.children.contains_key(&path[0]));
            let found = outward.filter_map(|path| match tree.find(at, path, LONGEST_CHAIN) {
                Some(Place::Item(file)) if *file != module.file => Some(file.clone()),
                Some(Place::Item(_) | Place::Module(_)) | None => None,
            });
            needs.entry(module.file.clone()).or_default().extend(found);
        }
    }
    needs
}

struct Module {
    file: String,
    /// The folder of its children's files: empty, or with a slash at the end.
    folder: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    /// Name → the path from which it was imported, publicly or not.
    imports: BTreeMap<String, Segments>,
    /// Paths that the code names.
    paths: Vec<Segments>,
}

impl Module {
    fn new(file: &str, folder: &str, parent: Option<usize>) -> Self {
        Self {
            file: file.to_owned(),
            folder: folder.to_owned(),
            parent,
            children: BTreeMap::new(),
            imports: BTreeMap::new(),
            paths: Vec::new(),
        }
    }
}

/// The modules of a crate; the first is its root.
struct Tree(Vec<Module>);

/// The module or item that a path leads to inside the crate.
enum Place<'a> {
    Module(usize),
    /// The file that defines the item.
    Item(&'a String),
}

impl Tree {
    /// Returns none for what other crates define.
    fn find(&self, at: usize, path: &[String], chain: u8) -> Option<Place<'_>> {
        let (last, outer) = path.split_last()?;
        let mut place = if path[0] == "crate" { Place::Module(0) } else { Place::Module(at) };
        for (n, name) in outer.iter().enumerate().filter(|(_, name)| *name != "crate") {
            let Place::Module(module) = place else { return Some(place) };
            place = match self.child(module, name) {
                Some(child) => Place::Module(child),
                None => self.item(module, name, n == 0, chain)?,
            };
        }
        let Place::Module(module) = place else { return Some(place) };
        self.item(module, last, outer.is_empty(), chain)
    }

    fn child(&self, at: usize, name: &str) -> Option<usize> {
        match name {
            "self" => Some(at),
            "super" => self.0[at].parent,
            name => self.0[at].children.get(name).copied(),
        }
    }

    /// A name that is neither imported nor a module is defined in that file, be it by a macro; at the beginning of a
    /// path it is another crate's.
    fn item(&self, at: usize, name: &str, is_first: bool, chain: u8) -> Option<Place<'_>> {
        match (self.0[at].imports.get(name), self.child(at, name)) {
            (Some(path), _) => self.find(at, path, chain.checked_sub(1)?),
            (None, Some(child)) => Some(Place::Module(child)),
            (None, None) => (!is_first).then(|| Place::Item(&self.0[at].file)),
        }
    }
}

/// Collects the modules of a crate and the paths that they name.
struct Reader<'a> {
    sources: &'a BTreeMap<String, String>,
    modules: Vec<Module>,
    at: usize,
}

impl Reader<'_> {
    /// Reads a file as a module, and the files of its children.
    fn read(&mut self, module: Module) -> usize {
        let file = module.file.clone();
        let syntax = syn::parse_file(&self.sources[&file]).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.inside(module, |reader| reader.visit_file(&syntax))
    }

    fn inside(&mut self, module: Module, visit: impl FnOnce(&mut Self)) -> usize {
        let (outer, inner) = (self.at, self.modules.len());
        self.modules.push(module);
        self.at = inner;
        visit(self);
        self.at = outer;
        inner
    }

    fn here(&mut self) -> &mut Module {
        &mut self.modules[self.at]
    }

    fn import(&mut self, tree: &UseTree, mut path: Segments, is_arrow: bool) {
        let name = match tree {
            UseTree::Path(part) => {
                path.push(part.ident.to_string());
                return self.import(&part.tree, path, is_arrow);
            }
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(tree, path.clone(), is_arrow));
            }
            UseTree::Name(leaf) if leaf.ident == "self" => path.last().cloned().unwrap_or_default(),
            UseTree::Name(leaf) => {
                path.push(leaf.ident.to_string());
                leaf.ident.to_string()
            }
            UseTree::Rename(leaf) => {
                path.push(leaf.ident.to_string());
                leaf.rename.to_string()
            }
            UseTree::Glob(_) => {
                path.push("*".to_owned());
                "*".to_owned()
            }
        };
        if is_arrow {
            self.here().paths.push(path.clone());
        }
        self.here().imports.insert(name, path);
    }

    /// Finds paths among the words of a macro's call.
    fn scan(&mut self, tokens: TokenStream) {
        let mut path = Segments::new();
        let mut n_colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == ':' && !path.is_empty() => n_colons += 1,
                TokenTree::Ident(word) if n_colons == 2 => {
                    path.push(word.to_string());
                    n_colons = 0;
                }
                TokenTree::Ident(word) => {
                    self.end(&mut path);
                    path.push(word.to_string());
                    n_colons = 0;
                }
                TokenTree::Group(group) => {
                    self.end(&mut path);
                    self.scan(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => self.end(&mut path),
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Segments) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.here().paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if is_for_tests(&item.attrs) {
            return;
        }
        let (name, parent, here) = (item.ident.to_string(), self.at, &self.modules[self.at]);
        let stem = format!("{}{name}", here.folder);
        let folder = format!("{stem}/");
        let child = if let Some((_, items)) = &item.content {
            let module = Module::new(&here.file, &folder, Some(parent));
            self.inside(module, |reader| items.iter().for_each(|item| reader.visit_item(item)))
        } else {
            let files = [format!("{stem}.rs"), format!("{folder}mod.rs")];
            let file = files.iter().find(|file| self.sources.contains_key(*file));
            let file = file.unwrap_or_else(|| panic!("{}: there is no file of `mod {name}`", here.file));
            self.read(Module::new(file, &folder, Some(parent)))
        };
        self.here().children.insert(name, child);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_for_tests(&item.attrs) && item.leading_colon.is_none() {
            let is_arrow = matches!(item.vis, Visibility::Inherited);
            self.import(&item.tree, Segments::new(), is_arrow);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() && path.segments.len() > 1 {
            let segments = path.segments.iter().map(|segment| segment.ident.to_string());
            self.here().paths.push(segments.collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        self.scan(call.tokens.clone());
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| {
        let condition = attribute.parse_args::<syn::Path>();
        attribute.path().is_ident("cfg") && condition.is_ok_and(|condition| condition.is_ident("test"))
    };
    attributes.iter().any(is_test)
}
