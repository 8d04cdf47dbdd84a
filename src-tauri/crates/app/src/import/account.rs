//! An account that a colleague handed over. It comes as it is: the records keep their ids and their history.
//!
//! What is here already and says otherwise becomes what the file says only where somebody said so, and then all of it
//! does: what the file no longer has goes to the trash, so that no half of one state meets half of another.

use std::path::Path;

use cairn_domain::{Account, AccountId, Problem, Reason, Stored};
use cairn_store::{
    Fate, FieldChange, KindCount, Parcel, ParcelDifference, ParcelFile, StoreError, StoredBlob, Tx,
};
use cairn_wire::{
    Failure, HandedAccount, HandedKind, ImportAsk, ImportLine, ImportProblem, ImportReport, ImportWhat,
};

use crate::{
    blob::hash_of,
    error::{AppError, Result},
    hand_over::open_items,
};

/// A file that was opened, and what it holds.
struct Handed {
    file: ParcelFile,
    account: AccountId,
    parcel: Parcel,
    about: HandedAccount,
}

/// Opens a copy of a file that hands one account over.
async fn open(path: &Path) -> Result<Handed> {
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
        let StoredBlob { about: _, bytes } = file.rows().blob_bytes(hash).await.map_err(about_path)?;
        if hash_of(&bytes)? != *hash {
            return Err(bad("it is damaged: a content is not what its name says".into()).into());
        }
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

/// Takes the account in, unless something here would have to give way and nobody said that it may.
pub(super) async fn take(tx: &mut Tx, path: &Path, replace: bool) -> Result<ImportReport> {
    let Handed { file, account, parcel, about } = open(path).await?;
    let difference = tx.compare(account, &parcel).await?;
    let report = report(&difference, about, replace);
    if report.problems.is_empty() && !difference.is_empty() {
        tx.receive(parcel, &difference, &file).await?;
    }
    file.close().await;
    Ok(report)
}

fn report(difference: &ParcelDifference, about: HandedAccount, replace: bool) -> ImportReport {
    let kinds: Vec<HandedKind> = difference.kinds.iter().map(handed_kind).collect();
    let sum = |of: fn(&HandedKind) -> u32| kinds.iter().map(of).sum();
    let mut report = ImportReport {
        new: sum(|kind| kind.new),
        changed: sum(|kind| kind.changed),
        same: sum(|kind| kind.same),
        missing: sum(|kind| kind.missing),
        ..ImportReport::default()
    };
    // Of an account that is new here everything is new: the counts say it all.
    if difference.replaces() {
        report.lines = difference.lines.iter().cloned().map(line).collect();
        report.asks = vec![ImportAsk::Replace];
        if !replace {
            report.problems = vec![ImportProblem {
                sheet: None,
                row: None,
                field: Some("replace".into()),
                message: format!(
                    "{} is here already and says otherwise: {} changed, {} only here. Say whether it is replaced.",
                    about.name, report.changed, report.missing
                ),
            }];
        }
    }
    report.handed = Some(HandedAccount { kinds, ..about });
    report
}

fn handed_kind(count: &KindCount) -> HandedKind {
    let KindCount { kind, new, changed, same, only_here } = *count;
    HandedKind { kind, new, changed, same, missing: only_here }
}

fn line(change: FieldChange) -> ImportLine {
    let FieldChange { fate, kind, title, field, here, there } = change;
    let what = match fate {
        Fate::New => ImportWhat::New,
        Fate::Changed => ImportWhat::Changed,
        Fate::OnlyHere => ImportWhat::Gone,
    };
    ImportLine { what, kind, sheet: None, row: None, title, field, from: here, to: there }
}
