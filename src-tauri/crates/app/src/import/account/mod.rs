//! An account that a colleague handed over. It comes as it is: the records keep their ids and their history.
//!
//! Where both went on with it, nothing is lost: a field that was changed on one side becomes what that side says, and
//! what is here alone stays. Of a field that both changed, prose keeps both texts and any other what it says here, unless
//! somebody chose. Only where somebody said so the whole account becomes what the file says.

mod lawful;

use std::path::Path;

use cairn_domain::{Account, AccountId, Blob, NAME_MAX, Problem, Reason, Stored, TEXT_MAX, is_prose};
use cairn_store::{
    Chosen, Fate, FieldChange, KindCount, Moved, Parcel, ParcelDifference, ParcelFile, StoreError,
    StoredBlob, Tx,
};
use cairn_wire::{
    Failure, FieldChoice, HandedAccount, HandedKind, ImportAsk, ImportChoice, ImportLine, ImportReport,
    ImportRequest, ImportWhat, OnConflict,
};
use chrono::NaiveDate;
use serde_json::Value;

use super::Pass;
use crate::{
    blob::{clean, hash_of},
    error::{AppError, Result},
    hand_over::open_items,
};

/// A file that was opened, and what it holds.
pub(super) struct Handed {
    file: ParcelFile,
    account: AccountId,
    parcel: Parcel,
    about: HandedAccount,
}

/// Opens a copy of a file that hands one account over.
///
/// It takes no lock on the workspace: however long it takes, nobody waits for it.
pub(super) async fn open(path: &Path) -> Result<Handed> {
    let about_path = |error| refused(path, error);
    let file = ParcelFile::open(path).await.map_err(about_path)?;
    let (accounts, count) = file.accounts().await?;
    let bad = |why: String| Problem::new("path", Reason::BadFile { why });
    let account: Stored<Account> = match (accounts.into_iter().next(), count) {
        (Some(account), 1) => account,
        (None, _) => return Err(bad("it holds no account".into()).into()),
        (Some(_), n) => {
            return Err(bad(format!("it holds {n} accounts, and a hand-over is of one")).into());
        }
    };
    let parcel = file.parcel(account.id).await.map_err(about_path)?;
    for hash in parcel.contents() {
        let StoredBlob { about, bytes } = file.rows().blob_bytes(hash).await.map_err(about_path)?;
        if hash_of(&bytes)? != *hash {
            return Err(bad("it is damaged: a content is not what its name says".into()).into());
        }
        tokio::task::spawn_blocking(move || check_content(&about, bytes)).await??;
    }
    let (made_by, made_at) = match file.made().await? {
        Some((by, at)) => (by, Some(at)),
        None => (String::new(), None),
    };
    let about = HandedAccount {
        id: account.id,
        name: account.record.name,
        made_by,
        made_at,
        kinds: Vec::new(),
        open: open_items(file.rows(), account.id).await?,
    };
    Ok(Handed { file, account: account.id, parcel, about })
}

/// Says of the file what the store says of a workspace.
fn refused(path: &Path, error: StoreError) -> AppError {
    match error {
        StoreError::Missing { .. } => AppError::read(path, std::io::ErrorKind::NotFound.into()),
        other => Failure::from(AppError::from(other)).about("path").into(),
    }
}

/// A file of the account obeys the rules of any file that is taken in: what is shown as a picture is one.
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
    let Handed { file, account, parcel, about } = handed;
    let (request, mut parcel, about) = (pass.request, parcel.clone(), about.clone());
    let mut difference = tx.compare(*account, &parcel).await?;
    let mut report = ImportReport::default();
    if difference.replaces() {
        let wishes = Wishes { request, who: &about.made_by, day: about.made_at.map(|at| at.date_naive()) };
        wishes.refuse_unknown(&difference)?;
        report.lines = difference.lines.iter().filter_map(|line| wishes.line(line)).collect();
        report.asks = vec![ImportAsk::Replace];
        if !request.replace {
            parcel.merge(&mut difference, |line| wishes.chosen(line));
        }
    }
    if !difference.is_empty() {
        tx.receive(parcel, &difference, file).await?;
        report.problems = lawful::broken(tx, &difference, pass.today).await?;
    }
    let kinds: Vec<HandedKind> = difference.kinds.iter().map(handed_kind).collect();
    let sum = |of: fn(&HandedKind) -> u32| kinds.iter().map(of).sum();
    (report.new, report.changed) = (sum(|kind| kind.new), sum(|kind| kind.changed));
    (report.same, report.missing) = (sum(|kind| kind.same), sum(|kind| kind.missing));
    report.handed = Some(HandedAccount { kinds, ..about });
    Ok(report)
}

/// What somebody wants to become of what both sides changed.
struct Wishes<'a> {
    request: &'a ImportRequest,
    /// Whose texts are put below ours, and when they handed them over.
    who: &'a str,
    day: Option<NaiveDate>,
}

impl Wishes<'_> {
    /// A choice about a field that was not changed on both sides would be passed over in silence.
    fn refuse_unknown(&self, difference: &ParcelDifference) -> Result<(), Problem> {
        let known = |key: &String| difference.lines.iter().any(|line| asked(line) && key_of(line) == *key);
        match self.request.choices.keys().find(|key| !known(key)) {
            None => Ok(()),
            Some(key) => Err(Problem::new("choices", Reason::NoPart { key: key.clone() })),
        }
    }

    fn choice(&self, line: &FieldChange) -> FieldChoice {
        let both = texts(line).is_some();
        match self.request.choices.get(&key_of(line)) {
            Some(FieldChoice::Both) if !both => FieldChoice::Here,
            Some(choice) => *choice,
            None if self.request.conflicts == OnConflict::Take => FieldChoice::There,
            None if both => FieldChoice::Both,
            None => FieldChoice::Here,
        }
    }

    fn chosen(&self, line: &FieldChange) -> Chosen {
        match line.moved {
            Moved::Here => Chosen::Here,
            Moved::There => Chosen::There,
            Moved::Both => match (self.choice(line), texts(line)) {
                (FieldChoice::Here, _) => Chosen::Here,
                (FieldChoice::There, _) | (FieldChoice::Both, None) => Chosen::There,
                (FieldChoice::Both, Some((here, there))) => Chosen::Text(self.joined(here, there)),
            },
        }
    }

    /// Ours, then theirs under their name; a text that holds the other already is enough.
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

    /// What is told of a difference; nothing of what was changed here alone and stays.
    fn line(&self, change: &FieldChange) -> Option<ImportLine> {
        let what = match change.fate {
            Fate::New => ImportWhat::New,
            Fate::OnlyHere if self.request.replace => ImportWhat::Gone,
            Fate::OnlyHere => ImportWhat::Missing,
            Fate::Changed if self.request.replace || change.moved == Moved::There => ImportWhat::Changed,
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

fn asked(line: &FieldChange) -> bool {
    line.fate == Fate::Changed && line.moved == Moved::Both
}

/// The parts of an amount are chosen together.
fn key_of(line: &FieldChange) -> String {
    let field = line.field.as_deref().and_then(|field| field.split('.').next()).unwrap_or_default();
    format!("{}.{field}", line.id)
}

/// Both texts of a field that holds prose and has room for both.
fn texts(line: &FieldChange) -> Option<(&str, &str)> {
    let prose = line.field.as_deref().is_some_and(is_prose);
    let (Value::String(here), Value::String(there)) = (&line.here, &line.there) else { return None };
    let fits = here.chars().count() + there.chars().count() + NAME_MAX + 20 < TEXT_MAX;
    (prose && fits).then_some((here, there))
}

fn handed_kind(count: &KindCount) -> HandedKind {
    let KindCount { kind, new, changed, same, only_here } = *count;
    HandedKind { kind, new, changed, same, missing: only_here }
}
