//! `#[derive(Declared)]`: what is said of a field is said beside it, once.
//!
//! ```text
//! #[derive(Declared)]
//! pub struct Objective {
//!     /// The outcome, in a line.
//!     #[field(title, required, customer = always)]
//!     pub title: String,
//!     /// What could go wrong.
//!     #[field(prose, search, customer = by(risks_visibility))]
//!     pub risks: String,
//!     /// First day of work.
//!     #[field(value, customer = always)]
//!     pub start: Option<NaiveDate>,
//! }
//! ```
//!
//! In this order: **what it holds**, which is a sort of text (`title`, `name`, `person`, `prose`, `host`, `code`, `link`),
//! `parts` of a type that is declared itself, or `value`, which is no text; then, in any order, `required` (a text that is not
//! blank; of a list, each of it), `search` (found by its words, beside the title) and **who on the customer's side sees it**:
//! `customer = always`, `screen` (on a customer-safe screen, in no document), `never`, or `by(<the field that says so>)`.
//! A field without the last does not compile. A part of a record is seen where the field is that holds it: such a type says
//! `#[field(part)]` on itself, and its fields say nothing of the customer.
//!
//! The derive writes `impl Declared`: the table `FIELDS`, and the walk over all texts. What follows from them is written by hand
//! in `cairn-domain`, in `declared.rs`: this crate knows words and no rule. It is used there alone.

use proc_macro::TokenStream;
use proc_macro2::{Span, TokenStream as Tokens};
use quote::quote;
use syn::{
    Data, DeriveInput, Error, Field, Fields, Ident, Result, ext::IdentExt as _, meta::ParseNestedMeta,
    parenthesized, parse_macro_input, spanned::Spanned as _,
};

/// The sorts of text, with the variant of `Sort` that each is.
const TEXTS: [(&str, &str); 7] = [
    ("title", "Title"),
    ("name", "Name"),
    ("person", "Person"),
    ("prose", "Prose"),
    ("host", "Host"),
    ("code", "Code"),
    ("link", "Link"),
];
const SORTS: &str = "title, name, person, prose, host, code, link, parts or value";
const UNDECIDED: &str = "who on the customer's side sees this? say `customer = always`, `screen`, `never`, or \
                         `by(<the field of an audience>)`";

/// Writes `impl Declared` for a record, or for a part of one. See the crate's own page for what is said of a field.
#[proc_macro_derive(Declared, attributes(field))]
pub fn declared(input: TokenStream) -> TokenStream {
    implementation(&parse_macro_input!(input as DeriveInput)).unwrap_or_else(Error::into_compile_error).into()
}

fn implementation(input: &DeriveInput) -> Result<Tokens> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new(input.span(), "only a struct is declared"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new(input.span(), "fields are declared by their names"));
    };
    let is_part = is_part(input)?;
    let said = fields.named.iter().map(|field| Said::of(field, is_part)).collect::<Result<Vec<_>>>()?;
    let names: Vec<&Ident> = said.iter().map(|said| said.ident).collect();
    if let Some(unknown) = said.iter().find_map(|said| match &said.customer {
        Some(Customer::By(by)) if !names.contains(&by) => Some(by),
        _ => None,
    }) {
        return Err(Error::new(unknown.span(), "there is no such field"));
    }
    let table = said.iter().map(Said::entry);
    let texts = said.iter().enumerate().filter(|(_, said)| said.sort != "Value");
    let reads = texts.map(|(at, said)| said.read(at));
    let name = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl crate::declared::Declared for #name {
            const FIELDS: &'static [crate::declared::Field] = &[#(#table),*];

            fn read_texts<'a>(&'a self, within: Option<&'static str>, read: crate::declared::Read<'_, 'a>) {
                #(#reads)*
            }
        }
    })
}

/// Whether a type is a part of a record.
fn is_part(input: &DeriveInput) -> Result<bool> {
    let mut is_part = false;
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("field")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("part") {
                is_part = true;
                return Ok(());
            }
            Err(meta.error("a type says nothing but `part`"))
        })?;
    }
    Ok(is_part)
}

/// Who on the customer's side sees a field.
enum Customer {
    Always,
    Screen,
    Never,
    By(Ident),
}

impl Customer {
    fn read(meta: &ParseNestedMeta<'_>) -> Result<Self> {
        let value = meta.value()?;
        let word: Ident = value.parse()?;
        match word.to_string().as_str() {
            "always" => Ok(Self::Always),
            "screen" => Ok(Self::Screen),
            "never" => Ok(Self::Never),
            "by" => {
                let field;
                parenthesized!(field in value);
                Ok(Self::By(field.parse()?))
            }
            _ => Err(Error::new(word.span(), UNDECIDED)),
        }
    }
}

/// What is said of one field.
struct Said<'a> {
    ident: &'a Ident,
    /// The variant of `Sort`.
    sort: &'static str,
    required: bool,
    search: bool,
    customer: Option<Customer>,
}

impl<'a> Said<'a> {
    fn of(field: &'a Field, is_part: bool) -> Result<Self> {
        let Some(ident) = &field.ident else { return Err(Error::new(field.span(), "a field has a name")) };
        let (mut sort, mut required, mut search, mut customer) = (None, false, false, None);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("field")) {
            attribute.parse_nested_meta(|meta| {
                let word = meta.path.require_ident()?.to_string();
                match word.as_str() {
                    "required" => required = true,
                    "search" => search = true,
                    "customer" => customer = Some(Customer::read(&meta)?),
                    _ => match sort_of(&word) {
                        Some(found) if sort.is_none() => sort = Some(found),
                        Some(_) => return Err(meta.error("a field holds one sort of value")),
                        None => return Err(meta.error(format!("a field holds {SORTS}"))),
                    },
                }
                Ok(())
            })?;
        }
        let Some(sort) = sort else {
            return Err(Error::new(
                ident.span(),
                format!("what does this hold? say `#[field(..)]`: {SORTS}"),
            ));
        };
        match (&customer, is_part) {
            (None, false) => Err(Error::new(ident.span(), UNDECIDED)),
            (Some(_), true) => {
                Err(Error::new(ident.span(), "a part is seen where the field is that holds it"))
            }
            _ => Ok(Self { ident, sort, required, search, customer }),
        }
    }

    /// As requests and columns call it.
    fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// Its line of the table.
    fn entry(&self) -> Tokens {
        let (name, sort) = (self.name(), Ident::new(self.sort, Span::call_site()));
        let Self { required, search, .. } = self;
        let customer = match &self.customer {
            // Seen where the field is that holds it.
            None | Some(Customer::Always) => quote!(Always),
            Some(Customer::Screen) => quote!(Screen),
            Some(Customer::Never) => quote!(Never),
            Some(Customer::By(by)) => {
                let by = by.unraw().to_string();
                quote!(By(#by))
            }
        };
        quote! {
            crate::declared::Field {
                name: #name,
                sort: crate::declared::Sort::#sort,
                required: #required,
                search: #search,
                customer: crate::declared::Customer::#customer,
            }
        }
    }

    /// How its texts are shown.
    fn read(&self, at: usize) -> Tokens {
        let (ident, name) = (self.ident, self.name());
        quote! {
            let field = &<Self as crate::declared::Declared>::FIELDS[#at];
            crate::declared::Texts::read_texts(&self.#ident, within.unwrap_or(#name), field, read);
        }
    }
}

fn sort_of(word: &str) -> Option<&'static str> {
    match word {
        "parts" => Some("Parts"),
        "value" => Some("Value"),
        _ => TEXTS.iter().find(|(name, _)| *name == word).map(|(_, sort)| *sort),
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn refused(input: &DeriveInput) -> String {
        implementation(input).map(|_| String::new()).unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn a_field_on_whose_customer_nobody_decided_does_not_compile() {
        let said = refused(&parse_quote! {
            struct Risk {
                #[field(prose, search)]
                mitigation: String,
            }
        });
        assert!(said.starts_with("who on the customer's side sees this?"), "{said}");
        let said = refused(&parse_quote! {
            struct Risk {
                mitigation: String,
            }
        });
        assert!(said.starts_with("what does this hold?"), "{said}");
    }

    #[test]
    fn a_switch_that_is_no_field_is_refused_and_so_is_a_part_that_decides_for_itself() {
        let said = refused(&parse_quote! {
            struct Risk {
                #[field(prose, customer = by(visibility))]
                mitigation: String,
            }
        });
        assert_eq!(said, "there is no such field");
        let said = refused(&parse_quote! {
            #[field(part)]
            struct Step {
                #[field(name, customer = never)]
                title: String,
            }
        });
        assert!(said.starts_with("a part is seen where the field is"), "{said}");
    }

    #[test]
    fn a_sort_is_said_once_and_is_one_of_those_that_there_are() {
        for input in [
            parse_quote! { struct Risk { #[field(prose, name, customer = never)] title: String } },
            parse_quote! { struct Risk { #[field(poem, customer = never)] title: String } },
        ] {
            assert!(refused(&input).starts_with("a field holds"), "{}", refused(&input));
        }
    }
}
