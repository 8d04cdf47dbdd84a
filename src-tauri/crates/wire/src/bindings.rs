//! The TypeScript of the wire, made from the command list: one file, no imports.

mod fields;
mod words;

pub use fields::fields;
pub use words::words;

use std::{collections::BTreeMap, fmt::Write as _};

use cairn_domain::{Customer, Field, Kind, Reason, StatesOf, fields_of, states_of, whole_of};
use strum::VariantArray;
use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    commands::{Access, commands, visit_types},
    failure::{Code, Failure},
    verbs::{Answer, DocumentEntry, DocumentKind},
};

/// The generic shapes every record shares (`requests.rs` and `view.rs` say what they mean).
const PRELUDE: &str = r#"// Made from the Rust command list. Do not edit: run the bindings command of the README.

/** A request that changes something may carry an id made by the client: sent twice, done once. */
export type Once = { request_id?: string };
/** Make a record: its required fields, and any other. */
export type Create<Fields, Required extends keyof Fields> = Pick<Fields, Required> & Partial<Fields> & Once;
/** Change a record that was read at `version`: only the fields that change; null clears. */
export type Update<Id, Fields> = { id: Id; version: number } & Nullable<Fields> & Once;
/** Change the workspace's one record of its kind, read at `version` (0 if there is none yet). */
export type UpdateSingle<Fields> = { version: number } & Nullable<Fields> & Once;
/** Any of the fields, each of which null clears. */
export type Nullable<Fields> = { [Key in keyof Fields]?: Fields[Key] | null };
/** One record. */
export type ById<Id> = { id: Id } & Once;
/** Delete a record, at a version if one is given. */
export type Delete<Id> = { id: Id; version?: number } & Once;
/** The same change to several records, as one step: all of them or none. */
export type UpdateMany<Id, Fields> = { items: Seen<Id>[]; changes: Nullable<Fields> } & Once;
/** Delete several records as one step. */
export type DeleteMany<Id> = { items: Seen<Id>[] } & Once;
/** A record at the version that was read. */
export type Seen<Id> = { id: Id; version: number };
/** Move a record behind a sibling (null: to the first place), or under another parent of the same kind. */
export type Move<Id> = { id: Id; version?: number; after?: Id | null; parent?: string } & Once;
/** A record with its header and its computed fields. */
export type Stored<Id, Fields, Derived> = {
  id: Id;
  version: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  deleted_at: string | null;
} & Fields &
  Derived;
"#;

/// The whole of `ui/src/lib/gen/wire.ts`.
#[must_use]
pub fn typescript() -> String {
    let cfg = Config::default().with_large_int("number");
    let mut types = Declarations { cfg: &cfg, found: BTreeMap::new() };
    visit_types(&mut types);
    types.visit::<Failure>();
    types.visit::<Answer>();
    types.visit::<Reason>();
    types.visit::<Access>();

    let mut text = PRELUDE.to_owned();
    for (docs, declaration) in types.found.values() {
        let _ = write!(text, "\n{docs}export {declaration}\n");
    }
    text.push_str(
        "\n/** Every command: what it is asked with, what it answers. */\nexport type RpcSchema = {\n",
    );
    for command in commands() {
        let _ = writeln!(text, "  \"{}\": [{}, {}];", command.name, command.request, command.result);
    }
    text.push_str(
        "};\n\n/** Every command: whether it changes something, and which kinds of record it reads. */\n",
    );
    text.push_str("export const COMMANDS = {\n");
    for command in commands() {
        let reads: Vec<_> = command.reads.iter().map(|kind| format!("\"{}\"", kind.word())).collect();
        let access = match command.access {
            Access::Read => "read",
            Access::Write => "write",
        };
        let _ = writeln!(
            text,
            "  \"{}\": {{ access: \"{access}\", reads: [{}] }},",
            command.name,
            reads.join(", "),
        );
    }
    text.push_str(
        "} as const satisfies Record<keyof RpcSchema, { access: Access; reads: readonly Kind[] }>;\n",
    );
    let codes: Vec<_> = Code::VARIANTS.iter().filter_map(|code| serde_json::to_string(code).ok()).collect();
    let kinds: Vec<_> = Kind::VARIANTS.iter().map(|kind| format!("\"{}\"", kind.word())).collect();
    let _ = write!(
        text,
        "\n/** Every error code. */\nexport const CODES = [{}] as const satisfies readonly Code[];\n\
         \n/** Every kind of record. */\nexport const KINDS = [{}] as const satisfies readonly Kind[];\n",
        codes.join(", "),
        kinds.join(", "),
    );
    text.push_str(&records());
    text.push_str(&shown());
    text.push_str(&states());
    text.push_str(&documents());
    text
}

/// What there is to say of each document.
fn documents() -> String {
    let mut text = "
/** The documents: what each is about, for whom it is made, in which formats, and whether its parts can be chosen. */
export const DOCUMENTS = {
"
    .to_owned();
    for document in DocumentKind::ALL {
        let DocumentEntry { about, audiences, formats, has_sections } = document.entry();
        let _ = writeln!(
            text,
            "  \"{}\": {{ about: \"{}\", audiences: {}, formats: {}, hasSections: {has_sections} }},",
            document.word(),
            about.word(),
            listed(&audiences),
            listed(&formats),
        );
    }
    text.push_str(
        "} as const satisfies Record<
  DocumentKind,
  { about: Kind; audiences: readonly Audience[]; formats: readonly DocumentFormat[]; hasSections: boolean }
>;
",
    );
    text
}

fn listed(words: &impl serde::Serialize) -> String {
    serde_json::to_string(words).unwrap_or_default().replace("\",\"", "\", \"")
}

/// The kinds whose records are changed field by field: what is sent of each, and its fields.
fn records() -> String {
    let commands = commands();
    let updated =
        |kind: &Kind| commands.iter().find(|command| command.name == format!("{}.update", kind.word()));
    let mut text =
        "\n/** A record of each kind that has fields to change, as it is sent. */\nexport type RecordOf = {\n".to_owned();
    for (kind, command) in Kind::ALL.iter().filter_map(|kind| Some((kind, updated(kind)?))) {
        let _ = writeln!(text, "  {}: {};", kind.word(), command.result);
    }
    text.push_str("};\n\n/** The fields of each of them: all but the header and what is computed. */\nexport type FieldsOf = {\n");
    for kind in Kind::ALL.iter().filter(|kind| updated(kind).is_some()) {
        let _ = writeln!(text, "  {}: {kind:?};", kind.word());
    }
    text.push_str("};\n");
    text
}

/// Who on the customer's side sees which field, as it is declared beside each.
fn shown() -> String {
    let mut text = "
/**
 * Which fields of a record the customer sees: true in documents and on the screen, `screen` on the screen alone, false nowhere,
 * and otherwise as the field of that name says.
 */
export const SHOWN = {
"
    .to_owned();
    for kind in Kind::VARIANTS {
        let _ = writeln!(text, "  {}: {{", kind.word());
        for Field { name, customer, .. } in fields_of(*kind) {
            let _ = writeln!(text, "    {name}: {},", seen_by(*customer));
        }
        text.push_str("  },\n");
    }
    text.push_str(
        "} as const satisfies Record<Kind, Record<string, boolean | string>>;

/** Whether the customer sees anything of a record of a kind: always, never, or as the field of that name says. */
export const WHOLE = {
",
    );
    for kind in Kind::VARIANTS {
        let _ = writeln!(text, "  {}: {},", kind.word(), seen_by(whole_of(*kind)));
    }
    text.push_str("} as const satisfies Record<Kind, boolean | string>;\n");
    text
}

/// Where the records of each kind that comes to an end stand, as the domain says it.
fn states() -> String {
    let mut text = "
/** Of the kinds whose records come to an end: the field that says so, what it is where a tick was given, and where nothing is left to do. */
export const STATES = {
"
    .to_owned();
    for kind in Kind::VARIANTS {
        if let Some(StatesOf { field, done, over }) = states_of(*kind) {
            let (kind, over) = (kind.word(), listed(&over));
            let _ = writeln!(text, "  {kind}: {{ field: \"{field}\", done: \"{done}\", over: {over} }},");
        }
    }
    text.push_str("} as const satisfies Partial<Record<Kind, { field: string; done: string; over: readonly string[] }>>;\n");
    text
}

fn seen_by(customer: Customer) -> String {
    match customer {
        Customer::Always => "true".to_owned(),
        Customer::Never => "false".to_owned(),
        Customer::Screen | Customer::Key => "\"screen\"".to_owned(),
        Customer::By(field) => format!("\"{field}\""),
    }
}

struct Declarations<'cfg> {
    cfg: &'cfg Config,
    found: BTreeMap<String, (String, String)>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types that ts-rs would give a file of their own have a declaration.
        if T::output_path().is_some() {
            let name = T::ident(self.cfg);
            if self.found.contains_key(&name) {
                // A list is declared once; what it is a list of may be new.
                T::visit_generics(self);
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.found.insert(name, (docs, T::decl(self.cfg)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
