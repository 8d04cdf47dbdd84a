//! What only a whole record has: its row, and the customer's copy of it.

use std::collections::BTreeSet;

use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Field, Ident, Token, ext::IdentExt as _, punctuated::Punctuated};

use crate::{Customer, Said};

/// Writes `impl AsRow` and `impl ForCustomer`. `whole` says who sees the record at all.
pub(crate) fn implementations(
    name: &Ident,
    fields: &Punctuated<Field, Token![,]>,
    said: &[Said<'_>],
    whole: &Customer,
) -> Tokens {
    let (as_row, for_customer) = (as_row(name, fields), for_customer(name, said, whole));
    quote!(#as_row #for_customer)
}

/// Writes `impl AsRow`: each field's columns follow from its type. A part of a record stands in a column of the record's.
fn as_row(name: &Ident, fields: &Punctuated<Field, Token![,]>) -> Tokens {
    let idents: Vec<_> = fields.iter().filter_map(|field| field.ident.as_ref()).collect();
    let names: Vec<_> = idents.iter().map(|ident| ident.unraw().to_string()).collect();
    let types: Vec<_> = fields.iter().map(|field| &field.ty).collect();
    quote! {
        #[automatically_derived]
        impl crate::columns::AsRow for #name {
            fn columns() -> Vec<crate::columns::Column> {
                let mut all = Vec::new();
                #(for (part, holds) in <#types as crate::columns::Columns>::COLUMNS {
                    all.push(crate::columns::Column { field: #names, part, holds: *holds });
                })*
                all
            }

            fn to_row(&self, row: &mut Vec<crate::columns::Cell>) {
                #(crate::columns::Columns::write(&self.#idents, row);)*
            }

            fn from_row(
                row: &mut [crate::columns::Cell],
            ) -> Result<Self, (&'static str, crate::columns::NotReadable)> {
                let mut cells = row;
                Ok(Self {
                    #(#idents: crate::columns::take(&mut cells).map_err(|why| (#names, why))?),*
                })
            }
        }
    }
}

/// Writes `impl ForCustomer`: what they do not see takes its default.
fn for_customer(name: &Ident, said: &[Said<'_>], whole: &Customer) -> Tokens {
    if matches!(whole, Customer::Never) {
        return quote! {
            #[automatically_derived]
            impl crate::seen::ForCustomer for #name {
                fn for_customer(self) -> Option<Self> {
                    None
                }
            }
        };
    }
    let hidden = whole.switch();
    let hidden = hidden.map(|by| quote!(if self.#by != crate::Audience::Customer { return None; }));
    let switched = || said.iter().filter_map(|said| Some((said.ident, said.customer.as_ref()?.switch()?)));
    let switches: BTreeSet<_> = switched().map(|(_, by)| by).chain(whole.switch()).collect();
    let switched = switched().map(
        |(ident, by)| quote!(if self.#by != crate::Audience::Customer { self.#ident = Default::default(); }),
    );
    let cleared =
        said.iter().filter(|said| matches!(said.customer, Some(Customer::Never | Customer::Screen)));
    let cleared = cleared.map(|said| said.ident).filter(|ident| !switches.contains(ident));
    // The switches say at last that what is left is theirs: the copy of a copy is that copy.
    let switches = switches.iter();
    quote! {
        #[automatically_derived]
        impl crate::seen::ForCustomer for #name {
            fn for_customer(mut self) -> Option<Self> {
                #hidden
                #(#switched)*
                #(self.#cleared = Default::default();)*
                #(self.#switches = crate::Audience::Customer;)*
                Some(self)
            }
        }
    }
}
