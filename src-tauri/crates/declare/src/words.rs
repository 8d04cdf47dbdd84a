//! What is said of a field beside its sort: who sees it, and what files call it.

use proc_macro2::TokenStream as Tokens;
use quote::{ToTokens, quote};
use syn::{
    Error, Ident, LitInt, LitStr, Result, Token, ext::IdentExt as _, meta::ParseNestedMeta, parenthesized,
};

use crate::UNDECIDED;

/// Who on the customer's side sees a field.
pub(crate) enum Customer {
    Always,
    Screen,
    Key,
    Never,
    By(Ident),
}

impl Customer {
    /// The field that says who sees it.
    pub(crate) const fn switch(&self) -> Option<&Ident> {
        match self {
            Self::By(by) => Some(by),
            _ => None,
        }
    }

    pub(crate) fn read(meta: &ParseNestedMeta<'_>) -> Result<Self> {
        let value = meta.value()?;
        let word: Ident = value.parse()?;
        match word.to_string().as_str() {
            "always" => Ok(Self::Always),
            "screen" => Ok(Self::Screen),
            "key" => Ok(Self::Key),
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

impl ToTokens for Customer {
    fn to_tokens(&self, tokens: &mut Tokens) {
        let said = match self {
            Self::Always => quote!(Always),
            Self::Screen => quote!(Screen),
            Self::Key => quote!(Key),
            Self::Never => quote!(Never),
            Self::By(by) => {
                let by = by.unraw().to_string();
                quote!(By(#by))
            }
        };
        tokens.extend(quote!(crate::declared::Customer::#said));
    }
}

/// How a field is called in a file, and where it stands there.
pub(crate) struct Called {
    place: LitInt,
    names: Vec<LitStr>,
}

impl Called {
    pub(crate) fn read(meta: &ParseNestedMeta<'_>) -> Result<Self> {
        let said;
        parenthesized!(said in meta.input);
        let place = said.parse()?;
        let mut names = Vec::new();
        while said.parse::<Option<Token![,]>>()?.is_some() && !said.is_empty() {
            names.push(said.parse()?);
        }
        Ok(Self { place, names })
    }
}

impl ToTokens for Called {
    fn to_tokens(&self, tokens: &mut Tokens) {
        let Self { place, names } = self;
        tokens.extend(quote!(crate::declared::Called { place: #place, names: &[#(#names),*] }));
    }
}

/// What may be said or not.
pub(crate) fn optional(said: Option<&impl ToTokens>) -> Tokens {
    said.map_or_else(|| quote!(None), |said| quote!(Some(#said)))
}
