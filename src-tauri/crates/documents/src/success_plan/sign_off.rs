//! The sign-off page: who signed the last version, when, in which words, and lines to sign for those who are asked.

use cairn_domain::is_same;

use super::{
    Agreement, Ended, SuccessPlan, Version,
    pages::{SignOff, Signer},
};
use crate::{
    letters::is_blank,
    parts::{Cell, Table, table},
    text::TextFitter,
};

/// The page; `None` if nobody signed and nobody is asked.
pub(super) fn sign_off(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<SignOff> {
    let words = fitter.words;
    let agreement = &plan.agreement;
    let asked: Vec<Signer> = agreement
        .asked
        .iter()
        .filter(|asked| !is_blank(&asked.name))
        .map(|asked| Signer { name: fitter.title(&asked.name), role: fitter.cell(&asked.role) })
        .collect();
    if agreement.signed.is_empty() && asked.is_empty() {
        return None;
    }
    Some(SignOff {
        heading: words.get("doc_sign_off"),
        lead: agreement.version.as_ref().map(|version| lead(fitter, plan, version)),
        signed: signed(fitter, plan),
        open: (!asked.is_empty()).then(|| words.get("doc_sign_off_open")),
        asked,
        labels: ["doc_signature", "doc_signature_date"].map(|key| words.get(key)),
    })
}

/// Of which version the signatures are, whether this copy still says the same, who agreed to it, and who is to. Only a
/// signature is an agreement: whoever was named when the version was made and has not signed is still to agree.
fn lead(fitter: &mut TextFitter, plan: &SuccessPlan, version: &Version) -> String {
    let words = fitter.words;
    let Agreement { version: _, changes, signed, asked } = &plan.agreement;
    let of = [("version", &*named(fitter, version))];
    // What was withdrawn, or stands corrected elsewhere in the list, is nobody's agreement.
    let agreed: Vec<&str> =
        signed.iter().filter(|signed| signed.ended.is_none()).map(|signed| signed.person.as_str()).collect();
    let key = match (agreed.is_empty(), changes.changes.is_empty()) {
        (false, true) => "doc_sign_off_same",
        (false, false) => "doc_sign_off_changed",
        (true, true) => "doc_sign_off_proposed",
        (true, false) => "doc_sign_off_proposed_changed",
    };
    let mut open: Vec<&str> = Vec::new();
    let named = each_of(&version.agreed_by).chain(asked.iter().map(|asked| asked.name.as_str()));
    for name in named.filter(|name| !is_blank(name)) {
        if !agreed.iter().chain(&open).any(|known| is_same(known, name)) {
            open.push(name);
        }
    }
    let mut said = vec![words.fill(key, &of)];
    for (key, names) in [("doc_sign_off_agreed", agreed), ("doc_sign_off_to_agree", open)] {
        let names: Vec<String> = names.into_iter().map(|name| fitter.cell(name)).collect();
        if !names.is_empty() {
            said.push(words.fill(key, &[("names", &names.join(", "))]));
        }
    }
    said.join(" ")
}

/// Each of the people that a line names.
fn each_of(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', ';', '&', '\n']).flat_map(|part| part.split(" and ")).map(str::trim)
}

/// A version by its name and its day.
pub(super) fn named(fitter: &mut TextFitter, version: &Version) -> String {
    let name = fitter.line(&version.name);
    fitter.words.fill("doc_version", &[("name", &name), ("date", &fitter.words.date(version.frozen_on))])
}

fn signed(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Table> {
    let words = fitter.words;
    let mut rows = Vec::new();
    for signature in &plan.agreement.signed {
        let said = fitter.cell(&signature.words);
        let said = if said.is_empty() { said } else { words.fill("doc_quoted", &[("text", &said)]) };
        let ended = signature.ended.as_ref().map(|ended| no_more(fitter, ended)).unwrap_or_default();
        rows.push(vec![
            Cell::text(fitter.title(&signature.person)).strong().with_sub(fitter.cell(&signature.role)),
            Cell::text(words.date(signature.on)),
            Cell::text(said).with_sub(ended),
        ]);
    }
    table(words, "doc_sign_off_signed", &["doc_person", "doc_date_label", "doc_their_words"], rows)
}

/// That a signature stands no more, and why.
fn no_more(fitter: &mut TextFitter, ended: &Ended) -> String {
    let words = fitter.words;
    let reason = fitter.cell(&ended.reason);
    match ended.withdrawn {
        Some(day) => {
            let parts = [("date", &*words.date(day)), ("reason", &reason)];
            words.fill("doc_sign_off_withdrawn", &parts)
        }
        None => words.fill("doc_sign_off_corrected", &[("reason", &reason)]),
    }
}
