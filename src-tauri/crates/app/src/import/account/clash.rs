//! Two records that both sides made and of which only one can stay, such as two readings of a day: somebody says which.
//! Nothing is dropped unasked, and only the pair waits for the answer.

use cairn_domain::{Kind, PlanVersionId};
use cairn_store::{Clash, Transfer, TransferDifference, Tx};
use cairn_wire::{FieldChoice, ImportChoice, ImportLine, ImportProblem, ImportReport, ImportWhat};

use super::Wishes;
use crate::{
    error::{AppError, Result},
    rules,
};

impl Wishes<'_> {
    /// Takes of each pair the one that was chosen; answers the ids of what is here and goes for it.
    pub(super) async fn resolve(
        &self,
        tx: &Tx,
        clashes: &[Clash],
        transfer: &mut Transfer,
        difference: &mut TransferDifference,
        report: &mut ImportReport,
    ) -> Result<Vec<String>> {
        let mut gone = Vec::new();
        for clash in clashes {
            if clash.alike {
                transfer.leave_out(difference, clash.kind, &clash.there);
                continue;
            }
            let said = self.said_of(&key_of(clash));
            let said = if said == Some(FieldChoice::There) && is_signed(tx, clash).await? {
                let message = format!(
                    "the version “{}” is signed here and stays: choose `here` for {}, or give it another name there",
                    clash.title,
                    key_of(clash)
                );
                report.problems.push(problem(message));
                None
            } else {
                if said.is_none() {
                    report.problems.push(problem(question(clash)));
                }
                said
            };
            report.lines.push(line(clash, said.unwrap_or(FieldChoice::Here)));
            match said {
                Some(FieldChoice::There) => {
                    difference.let_go(clash.kind, &clash.here);
                    gone.push(clash.here.clone());
                }
                Some(_) | None => transfer.leave_out(difference, clash.kind, &clash.there),
            }
        }
        Ok(gone)
    }
}

/// How such a pair is called in `choices`.
pub(super) fn key_of(clash: &Clash) -> String {
    format!("{}.{}", clash.there, clash.field)
}

async fn is_signed(tx: &Tx, clash: &Clash) -> Result<bool> {
    let Some(id) = clash.here.parse::<PlanVersionId>().ok().filter(|_| clash.kind == Kind::PlanVersion)
    else {
        return Ok(false);
    };
    match rules::unsigned(tx.rows(), id).await {
        Ok(()) => Ok(false),
        Err(AppError::Rule(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

fn question(clash: &Clash) -> String {
    let Clash { kind, field, title, says: (here, there), .. } = clash;
    let (key, word) = (key_of(clash), kind.word());
    let same = if *kind == Kind::Dependency { "two tasks" } else { field };
    format!(
        "the {word} “{title}” in it and one that was made here have the same {same}, and say {there} and {here}: choose \
         `here` or `there` for {key}"
    )
}

fn problem(message: String) -> ImportProblem {
    ImportProblem { field: Some("choices".into()), message, ..ImportProblem::default() }
}

fn line(clash: &Clash, chosen: FieldChoice) -> ImportLine {
    let Clash { kind, field, title, says: (here, there), .. } = clash.clone();
    ImportLine {
        what: ImportWhat::Conflict,
        kind,
        sheet: None,
        row: None,
        title,
        field: Some(field.into()),
        from: here,
        to: there,
        choice: Some(ImportChoice { key: key_of(clash), chosen, both: false }),
        near: None,
    }
}
