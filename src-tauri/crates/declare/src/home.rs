//! The kinds that a record may hang under: `home(Initiative, Account)`. The word of each is its key, its label and its place.

use heck::ToSnakeCase as _;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Ident, Result, Token, meta::ParseNestedMeta, parenthesized, punctuated::Punctuated};

/// The kinds in the parentheses.
pub(crate) fn read(meta: &ParseNestedMeta<'_>) -> Result<Vec<Ident>> {
    let listed;
    parenthesized!(listed in meta.input);
    let kinds = Punctuated::<Ident, Token![,]>::parse_terminated(&listed)?;
    if kinds.is_empty() {
        return Err(meta.error("under which kinds of record? say `home(Initiative, Account)`"));
    }
    Ok(kinds.into_iter().collect())
}

/// As requests call the home of a kind.
pub(crate) fn key(kind: &Ident) -> String {
    format!("{}_id", word(kind))
}

/// Its label in the catalogue is that of the kind.
pub(crate) fn label(kind: &Ident) -> String {
    format!("kind_{}", word(kind))
}

fn word(kind: &Ident) -> String {
    kind.to_string().to_snake_case()
}

/// Writes `impl Homed`.
pub(crate) fn listed(name: &Ident, kinds: &[Ident]) -> Tokens {
    let keys = kinds.iter().map(key);
    quote! {
        #[automatically_derived]
        impl crate::home::Homed for #name {
            const HOMES: &'static [(&'static str, crate::Kind)] = &[#((#keys, crate::Kind::#kinds)),*];
        }
    }
}
