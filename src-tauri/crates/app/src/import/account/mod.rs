//! An account that a colleague handed over. It comes as it is: the records keep their ids and their history.
//!
//! Where both sides went on working with it, nothing is lost. A field that only one side changed becomes what that side
//! says, and what is only here stays. Of a field that both changed, prose keeps both texts and anything else stays as
//! it is here, unless somebody chose; where two texts do not fit into one field, somebody has to choose. The whole
//! account becomes what the file says only if somebody asks for that.

mod clash;
mod lawful;

use std::path::Path;

use cairn_domain::{Account, AccountId, Blob, NAME_MAX, Problem, Reason, Stored, TEXT_MAX, is_prose};
use cairn_store::{
    Chosen, Clash, Fate, FieldChange, KindCount, Moved, StoreError, StoredBlob, Transfer, TransferDifference,
    TransferFile, Tx,
};
use cairn_wire::{
    Failure, FieldChoice, ImportAsk, ImportChoice, ImportLine, ImportProblem, ImportReport, ImportRequest,
    ImportWhat, OnConflict, TransferredAccount, TransferredKind,
};
use chrono::NaiveDate;
use serde_json::Value;

use super::Pass;
use crate::{
    account_transfer::open_items,
    blob::{clean, hash_of},
    error::{AppError, Result},
};

const WORKSPACE: &str = "it is a whole workspace, and no account that was handed over; open it, or put it in the place of \
                         this one with `cairn restore`; one account of it comes by `cairn export account` there";

/// A file that was opened, and what it holds.
pub(super) struct Handed {
    file: TransferFile,
    account: AccountId,
    transfer: Transfer,
    about: TransferredAccount,
}

/// Opens a copy of a file that hands one account over.
///
/// It takes no lock on the workspace: however long it takes, nobody waits for it.
pub(super) async fn open(path: &Path) -> Result<Handed> {
    let about_path = |error| refused(path, error);
    let file = TransferFile::open(path).await.map_err(about_path)?;
    let bad = |why: String| Problem::new("path", Reason::BadFile { why });
    let Some((made_by, made_at)) = file.made().await? else {
        return Err(bad(WORKSPACE.to_owned()).into());
    };
    let (accounts, count) = file.accounts().await?;
    let account: Stored<Account> = match (accounts.into_iter().next(), count) {
        (Some(account), 1) => account,
        (None, _) => return Err(bad("it holds no account".into()).into()),
        (Some(_), n) => {
            return Err(bad(format!("it holds {n} accounts, and a hand-over is of one")).into());
        }
    };
    let transfer = file.transfer(account.id).await.map_err(about_path)?;
    for hash in transfer.contents() {
        let StoredBlob { about, bytes } = file.rows().blob_bytes(hash).await.map_err(about_path)?;
        if hash_of(&bytes)? != *hash {
            return Err(bad("it is damaged: a content is not what its name says".into()).into());
        }
        tokio::task::spawn_blocking(move || check_content(&about, bytes)).await??;
    }
    let about = TransferredAccount {
        id: account.id,
        name: account.record.name,
        made_by,
        made_at: Some(made_at),
        kinds: Vec::new(),
        open: open_items(file.rows(), account.id).await?,
    };
    Ok(Handed { file, account: account.id, transfer, about })
}

/// Says of the file what the store says of a workspace.
fn refused(path: &Path, error: StoreError) -> AppError {
    match error {
        StoreError::Missing { .. } => AppError::read(path, std::io::ErrorKind::NotFound.into()),
        other => Failure::from(AppError::from(other)).about("path").into(),
    }
}

/// Contents of the account obey the rules of any file that is taken in: what is shown as a picture is one.
fn check_content(about: &Blob, bytes: Vec<u8>) -> Result<(), Problem> {
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let (media_type, _) = clean(bytes)?;
    let picture = |media_type: &str| media_type.starts_with("image/");
    if (picture(&about.media_type) || picture(&media_type)) && about.media_type != media_type
        || about.size != size
    {
        let why = format!("a content of it is no {}", about.media_type);
        return Err(Problem::new("path", Reason::BadFile { why }));
    }
    Ok(())
}

impl Handed {
    /// Lets go of the file.
    pub(super) async fn close(self) {
        self.file.close().await;
    }
}

/// Takes the account in.
pub(super) async fn take(pass: Pass<'_>, tx: &mut Tx, handed: &Handed) -> Result<ImportReport> {
    let Handed { file, account, transfer, about } = handed;
    let (request, mut transfer, about) = (pass.request, transfer.clone(), about.clone());
    let mut difference = tx.compare(*account, &transfer).await?;
    let mut report = ImportReport::default();
    if difference.replaces() {
        let wishes = Wishes { request, who: &about.made_by, day: about.made_at.map(|at| at.date_naive()) };
        let clashes = if request.replace { Vec::new() } else { transfer.clashes(&difference) };
        wishes.refuse_unknown(&difference, &clashes)?;
        report.asks = vec![ImportAsk::Replace];
        let mut gone = Vec::new();
        if !request.replace {
            report.problems = difference.lines.iter().filter_map(|line| wishes.undecided(line)).collect();
            transfer.merge(&mut difference, |line| wishes.chosen(line));
            gone = wishes.resolve(tx, &clashes, &mut transfer, &mut difference, &mut report).await?;
        }
        let told = difference.lines.iter().filter_map(|line| wishes.line(line, gone.contains(&line.id)));
        report.lines.splice(0..0, told);
    }
    if !difference.is_empty() {
        tx.receive(transfer, &difference, file).await?;
        report.problems.extend(lawful::broken(tx, &difference, pass.today).await?);
    }
    let kinds: Vec<TransferredKind> = difference.kinds.iter().map(handed_kind).collect();
    let sum = |of: fn(&TransferredKind) -> u32| kinds.iter().map(of).sum();
    (report.new, report.changed) = (sum(|kind| kind.new), sum(|kind| kind.changed));
    (report.same, report.missing) = (sum(|kind| kind.same), sum(|kind| kind.missing));
    report.handed = Some(TransferredAccount { kinds, ..about });
    Ok(report)
}

/// What somebody asked for, where both sides changed something.
struct Wishes<'a> {
    request: &'a ImportRequest,
    /// Who wrote the file, and when: it stands above their text where both are kept.
    who: &'a str,
    day: Option<NaiveDate>,
}

impl Wishes<'_> {
    /// Refuses choices that would have no effect: about a field that is the same on both sides, or `both` for what is
    /// no text or has no room for two.
    fn refuse_unknown(&self, difference: &TransferDifference, clashes: &[Clash]) -> Result<(), Problem> {
        for (key, choice) in &self.request.choices {
            if clashes.iter().any(|clash| clash::key_of(clash) == *key) {
                if *choice == FieldChoice::Both {
                    let why = format!("only one of both can be there: say `here` or `there` for {key}");
                    return Err(Problem::new("choices", Reason::Unreadable { why }));
                }
                continue;
            }
            let mut of =
                difference.lines.iter().filter(|line| differs(line) && key_of(line) == *key).peekable();
            if of.peek().is_none() {
                return Err(Problem::new("choices", Reason::NoPart { key: key.clone() }));
            }
            if *choice == FieldChoice::Both && of.any(|line| texts(line).is_none()) {
                let why = format!(
                    "{key} cannot be `both`: it is no text, or has no room for two; say `here` or `there`"
                );
                return Err(Problem::new("choices", Reason::Unreadable { why }));
            }
        }
        Ok(())
    }

    /// What becomes of a pair of records, where somebody said so.
    fn said_of(&self, key: &str) -> Option<FieldChoice> {
        let take = (self.request.conflicts == OnConflict::Take).then_some(FieldChoice::There);
        self.request.choices.get(key).copied().or(take)
    }

    /// What somebody said of this very field, also where it was decided before or only one side changed it.
    fn said(&self, line: &FieldChange) -> Option<FieldChoice> {
        self.request.choices.get(&key_of(line)).copied()
    }

    fn choice(&self, line: &FieldChange) -> FieldChoice {
        let both = texts(line).is_some();
        match self.said(line) {
            Some(choice) => choice,
            None if self.request.conflicts == OnConflict::Take => FieldChoice::There,
            None if both => FieldChoice::Both,
            None => FieldChoice::Here,
        }
    }

    /// Prose that both sides changed and that does not fit into one field: one text would be dropped, so somebody has
    /// to say which.
    fn undecided(&self, line: &FieldChange) -> Option<ImportProblem> {
        let prose = is_asked(line) && line.field.as_deref().is_some_and(|field| is_prose(line.kind, field));
        let told = self.said(line).is_some() || self.request.conflicts == OnConflict::Take;
        let (Value::String(here), Value::String(there)) = (&line.here, &line.there) else { return None };
        if !prose || told || texts(line).is_some() {
            return None;
        }
        let field = line.field.clone().unwrap_or_default();
        let kind = line.kind.word();
        let title = if line.title.is_empty() { String::new() } else { format!(" “{}”", line.title) };
        let (here, there, key) = (here.chars().count(), there.chars().count(), key_of(line));
        let message = format!(
            "the {field} of the {kind}{title} were changed here ({here} characters) and in the file ({there}), and a field \
             holds {TEXT_MAX} of both: choose `here` or `there` for {key}, or the file's for all with `--take-conflicts`"
        );
        Some(ImportProblem { field: Some("choices".into()), message, ..ImportProblem::default() })
    }

    fn chosen(&self, line: &FieldChange) -> Chosen {
        match (line.moved, self.said(line)) {
            (Moved::Here, None) => Chosen::Here,
            (Moved::There, None) => Chosen::There,
            (Moved::Both, _) | (_, Some(_)) => match (self.choice(line), texts(line)) {
                (FieldChoice::Here, _) => Chosen::Here,
                (FieldChoice::There, _) | (FieldChoice::Both, None) => Chosen::There,
                (FieldChoice::Both, Some((here, there))) => Chosen::Text(self.joined(here, there)),
            },
        }
    }

    /// Our text, then theirs under their name. Where one contains the other, it is enough.
    fn joined(&self, here: &str, there: &str) -> String {
        if here.contains(there) || there.trim().is_empty() {
            return here.to_owned();
        }
        if there.contains(here) || here.trim().is_empty() {
            return there.to_owned();
        }
        let day = self.day.map(|day| day.to_string());
        let from: Vec<&str> =
            [Some(self.who), day.as_deref()].into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let from = if from.is_empty() { String::new() } else { format!("({})\n", from.join(", ")) };
        format!("{}\n\n{from}{}", here.trim_end(), there.trim_start())
    }

    /// How a difference is reported; not at all where only this side changed it and it stays.
    fn line(&self, change: &FieldChange, goes: bool) -> Option<ImportLine> {
        let what = match change.fate {
            Fate::New => ImportWhat::New,
            Fate::OnlyHere if self.request.replace || goes => ImportWhat::Gone,
            Fate::OnlyHere => ImportWhat::Missing,
            Fate::Changed if self.request.replace => ImportWhat::Changed,
            Fate::Changed if self.said(change).is_some() => ImportWhat::Conflict,
            Fate::Changed if change.moved == Moved::There => ImportWhat::Changed,
            Fate::Changed if change.moved == Moved::Here => return None,
            Fate::Changed => ImportWhat::Conflict,
        };
        let choice = (what == ImportWhat::Conflict).then(|| ImportChoice {
            key: key_of(change),
            chosen: self.choice(change),
            both: texts(change).is_some(),
        });
        let FieldChange { kind, title, field, here, there, .. } = change.clone();
        Some(ImportLine {
            what,
            kind,
            sheet: None,
            row: None,
            title,
            field,
            from: here,
            to: there,
            choice,
            near: None,
        })
    }
}

fn differs(line: &FieldChange) -> bool {
    line.fate == Fate::Changed
}

fn is_asked(line: &FieldChange) -> bool {
    differs(line) && line.moved == Moved::Both
}

/// The name of a field in `choices`. Amount and currency of one field are chosen together.
fn key_of(line: &FieldChange) -> String {
    let field = line.field.as_deref().and_then(|field| field.split('.').next()).unwrap_or_default();
    format!("{}.{field}", line.id)
}

/// Both texts of a field that holds prose and has room for both.
fn texts(line: &FieldChange) -> Option<(&str, &str)> {
    let prose = line.field.as_deref().is_some_and(|field| is_prose(line.kind, field));
    let (Value::String(here), Value::String(there)) = (&line.here, &line.there) else { return None };
    let fits = here.chars().count() + there.chars().count() + NAME_MAX + 20 < TEXT_MAX;
    (prose && fits).then_some((here, there))
}

fn handed_kind(count: &KindCount) -> TransferredKind {
    let KindCount { kind, new, changed, same, only_here } = *count;
    TransferredKind { kind, new, changed, same, missing: only_here }
}
