//! The sign-off page: who signed the last version, when, in which words, and lines to sign for those who are asked.

use super::{
    SuccessPlan, Version,
    sheet::{SignOff, Signer},
};
use crate::{
    parts::{Cell, Table, table},
    text::{Copyist, is_blank},
};

/// The page; `None` if nobody signed and nobody is asked.
pub(super) fn sign_off(copyist: &mut Copyist, plan: &SuccessPlan) -> Option<SignOff> {
    let words = copyist.words;
    let agreement = &plan.agreement;
    let asked: Vec<Signer> = agreement
        .asked
        .iter()
        .filter(|asked| !is_blank(&asked.name))
        .map(|asked| Signer { name: copyist.title(&asked.name), role: copyist.cell(&asked.role) })
        .collect();
    if agreement.signed.is_empty() && asked.is_empty() {
        return None;
    }
    Some(SignOff {
        heading: words.get("doc_sign_off"),
        lead: agreement.version.as_ref().map(|version| lead(copyist, plan, version)),
        signed: signed(copyist, plan),
        open: (!asked.is_empty()).then(|| words.get("doc_sign_off_open")),
        asked,
        labels: ["doc_signature", "doc_signature_date"].map(|key| words.get(key)),
    })
}

/// Of which version the signatures are, who agreed to it, and whether this copy still says the same.
fn lead(copyist: &mut Copyist, plan: &SuccessPlan, version: &Version) -> String {
    let words = copyist.words;
    let of = [("version", &*named(copyist, version))];
    let same = plan.agreement.changes.changes.is_empty();
    let key = if same { "doc_sign_off_same" } else { "doc_sign_off_changed" };
    let agreed = copyist.cell(&version.agreed_by);
    let agreed = (!agreed.is_empty()).then(|| words.fill("doc_sign_off_agreed", &[("names", &agreed)]));
    [Some(words.fill(key, &of)), agreed].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A version by its name and its day.
pub(super) fn named(copyist: &mut Copyist, version: &Version) -> String {
    let name = copyist.line(&version.name);
    copyist.words.fill("doc_version", &[("name", &name), ("date", &copyist.words.date(version.frozen_on))])
}

fn signed(copyist: &mut Copyist, plan: &SuccessPlan) -> Option<Table> {
    let words = copyist.words;
    let mut rows = Vec::new();
    for signature in &plan.agreement.signed {
        let said = copyist.cell(&signature.words);
        rows.push(vec![
            Cell::text(copyist.title(&signature.person)).strong().with_sub(copyist.cell(&signature.role)),
            Cell::text(words.date(signature.on)),
            Cell::text(words.fill("doc_quoted", &[("text", &said)])),
        ]);
    }
    table(words, "doc_sign_off_signed", &["doc_person", "doc_date_label", "doc_their_words"], rows)
}
