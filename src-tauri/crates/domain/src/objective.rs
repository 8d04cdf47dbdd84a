//! The objective: one business outcome of the customer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{ObjectiveId, PlanId, RecordId},
    kind::Kind,
    plan::not_before,
    position::Position,
    problem::{Problem, Reason},
    progress::Progress,
    record::Record,
    text,
    words::{Audience, Level, ObjectiveStatus, UseCase, VerifiableOutcomeStage},
};

/// A confirmation that stands no more, and why. It is kept: somebody said it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[serde(deny_unknown_fields)]
#[field(part)]
pub struct PastConfirmation {
    /// Who had confirmed the outcome.
    #[field(person)]
    pub by: String,
    /// The day they had.
    #[field(value)]
    pub on: NaiveDate,
    /// In which words.
    #[field(prose)]
    pub words: String,
    /// True where it was taken back, false where another stands instead of it.
    #[field(value)]
    pub withdrawn: bool,
    /// Why.
    #[field(prose)]
    pub reason: String,
    /// The day it was corrected or taken back.
    #[field(value)]
    pub ended_on: NaiveDate,
}

/// A customer business outcome, with its status and, kept apart, its verifiable-outcome stage.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Objective {
    /// The plan it belongs to.
    #[field(value, customer = key, label = "plan")]
    pub plan_id: PlanId,
    /// The outcome, in a line.
    #[field(title, required, customer = always, workbook(1, "Name", "Objective", "Outcome"), label = "field_title")]
    pub title: String,
    /// What and why for the business, written for executives.
    #[serde(default)]
    #[field(prose, search, customer = always, workbook(10, "Description"), markdown(6, "## Summary"))]
    pub summary: String,
    /// What went well.
    #[serde(default)]
    #[field(prose, search, customer = always, workbook(12), markdown(7, "### Successes"), paper = "doc_successes")]
    pub successes: String,
    /// What could go wrong.
    #[serde(default)]
    #[field(prose, search, customer = by(risks_visibility), workbook(13), markdown(8, "### Risks"), paper = "doc_risks")]
    pub risks: String,
    /// Who may read the risks.
    #[serde(default)]
    #[field(value, customer = never, workbook(14, "Who sees the risks", "Risks are for"), markdown(4, "Risks for"))]
    pub risks_visibility: Audience,
    /// The effect on the business, in the customer's own words.
    #[serde(default)]
    #[field(prose, search, customer = always, workbook(11, "Impact", "What it means to the business"), markdown(9, "### Business Impact", "Impact"), paper = "doc_impact")]
    pub business_impact: String,
    /// What part of the platform it rests on.
    #[serde(default)]
    #[field(value, customer = always, workbook(8))]
    pub use_case: Option<UseCase>,
    /// How important it is.
    #[serde(default)]
    #[field(value, customer = always, workbook(9))]
    pub priority: Option<Level>,
    /// How it is going.
    #[serde(default)]
    #[field(value, customer = always, workbook(2), paper = "doc_status")]
    pub status: ObjectiveStatus,
    /// How far it is agreed and confirmed.
    #[serde(default)]
    #[field(value, customer = always, workbook(3, "Verifiable outcome", "Verifiable outcome stage"), label = "outcome_stage", paper = "doc_outcome_stage")]
    pub stage: VerifiableOutcomeStage,
    /// Who on the customer's side confirmed the outcome.
    #[serde(default)]
    #[field(person, customer = always)]
    pub confirmed_by: String,
    /// The day they confirmed it.
    #[serde(default)]
    #[field(value, customer = always)]
    pub confirmed_on: Option<NaiveDate>,
    /// In which words.
    #[serde(default)]
    #[field(prose, customer = always)]
    pub confirmed_words: String,
    /// What was confirmed and then corrected or taken back, the oldest first.
    #[serde(default)]
    #[field(parts, customer = never)]
    pub past_confirmations: Vec<PastConfirmation>,
    /// Who answers for it on our side.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(4, "Our owner"), markdown(1, "Owner", "DRI"), paper = "doc_owner")]
    pub owner: String,
    /// Who answers for it on the customer's side.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(5), markdown(2, "Customer owner", "Customer DRI"), paper = "doc_customer_owner")]
    pub customer_owner: String,
    /// First day of work.
    #[serde(default)]
    #[field(value, customer = always, workbook(6, "Start date"), markdown(3, "Start", "Start date"), paper = "doc_start")]
    pub start: Option<NaiveDate>,
    /// Target completion.
    #[serde(default)]
    #[field(value, customer = always, workbook(7, "Due date", "Target date", "End", "End date"), paper = "doc_due")]
    pub due: Option<NaiveDate>,
    /// Why it was closed (`docs/practice.md`, Closing an objective). Internal.
    #[serde(default)]
    #[field(name, customer = never, workbook(15), markdown(5, "Close reason"))]
    pub close_reason: String,
    /// What came of it.
    #[serde(default)]
    #[field(prose, search, customer = never, workbook(16, "Outcome summary"), markdown(11, "## Updates"))]
    pub summary_of_outcome: String,
    /// Its place in the plan.
    #[serde(default)]
    #[field(value, customer = always, label = "place_in_list")]
    pub position: Position,
}

impl Record for Objective {
    type Id = ObjectiveId;
    type Derived = Progress;
    const KIND: Kind = Kind::Objective;
    const REQUIRED: &'static [&'static str] = &["plan_id", "title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("plan_id", Kind::Plan)];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Plan, self.plan_id.uuid()))
    }

    fn position_mut(&mut self) -> Option<&mut Position> {
        Some(&mut self.position)
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        not_before("due", self.due, self.start)?;
        self.check_confirmed_on(today)?;
        self.check_close()
    }
}

impl Objective {
    /// The objective once the customer confirmed its outcome: who, when, and in which words. What is verified
    /// was delivered before (`docs/practice.md`, Stages of an outcome).
    ///
    /// # Errors
    /// `not_delivered_yet` on the stage, or `needed_to_verify` on what is not said.
    pub fn verified(mut self, by: String, on: NaiveDate, words: String) -> Result<Self, Problem> {
        use VerifiableOutcomeStage::{Delivered, Verified};
        if self.stage == Verified {
            return Err(Problem::new("stage", Reason::Confirmed));
        }
        if self.stage != Delivered {
            return Err(Problem::new("stage", Reason::NotDeliveredYet));
        }
        for (field, text) in [("confirmed_by", &by), ("words", &words)] {
            if text.trim().is_empty() {
                return Err(Problem::new(field, Reason::NeededToVerify));
            }
        }
        (self.stage, self.confirmed_by, self.confirmed_on, self.confirmed_words) =
            (Verified, by, Some(on), words);
        Ok(self)
    }

    /// The objective once its confirmation was taken back: delivered again, and what was said is kept with the reason.
    ///
    /// # Errors
    /// `not_confirmed` on the stage, or `empty` on the reason.
    pub fn unverified(mut self, reason: String, today: NaiveDate) -> Result<Self, Problem> {
        self.end_confirmation(true, reason, today)?;
        (self.stage, self.confirmed_by, self.confirmed_on, self.confirmed_words) =
            (VerifiableOutcomeStage::Delivered, String::new(), None, String::new());
        Ok(self)
    }

    /// The objective once another confirmation stands instead of the one it has, which is kept with the reason.
    ///
    /// # Errors
    /// As [`Self::unverified`] and [`Self::verified`].
    pub fn verified_anew(
        mut self,
        by: String,
        on: NaiveDate,
        words: String,
        reason: String,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        self.end_confirmation(false, reason, today)?;
        self.stage = VerifiableOutcomeStage::Delivered;
        self.verified(by, on, words)
    }

    fn end_confirmation(&mut self, withdrawn: bool, reason: String, today: NaiveDate) -> Result<(), Problem> {
        if self.stage != VerifiableOutcomeStage::Verified {
            return Err(Problem::new("stage", Reason::NotConfirmed));
        }
        text::required("reason", &reason)?;
        self.past_confirmations.push(PastConfirmation {
            by: self.confirmed_by.clone(),
            on: self.confirmed_on.unwrap_or(today),
            words: self.confirmed_words.clone(),
            withdrawn,
            reason,
            ended_on: today,
        });
        Ok(())
    }

    /// What an ordinary change may not do to a confirmation: make one, or touch one that was made.
    ///
    /// # Errors
    /// `only_by_verify` or `confirmed`, with the field.
    pub fn check_confirmation(&self, before: Option<&Self>) -> Result<(), Problem> {
        use VerifiableOutcomeStage::Verified;
        let past = before.map_or(&[][..], |before| &before.past_confirmations);
        if self.past_confirmations != past {
            return Err(Problem::new("past_confirmations", Reason::Confirmed));
        }
        match before.filter(|before| before.stage == Verified) {
            None if self.stage == Verified => Err(Problem::new("stage", Reason::OnlyByVerify)),
            None => Ok(()),
            Some(before) => {
                let touched = [
                    ("stage", self.stage != before.stage),
                    ("confirmed_by", self.confirmed_by != before.confirmed_by),
                    ("confirmed_on", self.confirmed_on != before.confirmed_on),
                    ("confirmed_words", self.confirmed_words != before.confirmed_words),
                ];
                match touched.into_iter().find(|(_, touched)| *touched) {
                    Some((field, _)) => Err(Problem::new(field, Reason::Confirmed)),
                    None => Ok(()),
                }
            }
        }
    }

    /// What is verified says by whom, when, and in which words, wherever it was verified.
    ///
    /// # Errors
    /// `needed_to_verify` on what is not said.
    pub fn check_told(&self) -> Result<(), Problem> {
        let said = [
            ("confirmed_by", !self.confirmed_by.trim().is_empty()),
            ("confirmed_on", self.confirmed_on.is_some()),
            ("confirmed_words", !self.confirmed_words.trim().is_empty()),
        ];
        match said.into_iter().find(|(_, said)| !said) {
            Some((field, _)) if self.stage == VerifiableOutcomeStage::Verified => {
                Err(Problem::new(field, Reason::NeededToVerify))
            }
            _ => Ok(()),
        }
    }

    /// Nobody confirmed anything tomorrow.
    fn check_confirmed_on(&self, today: NaiveDate) -> Result<(), Problem> {
        match self.confirmed_on {
            Some(day) if day > today => Err(Problem::new("confirmed_on", Reason::AfterToday { today })),
            _ => Ok(()),
        }
    }

    /// Closed Success needs an outcome delivered or verified; Closed Lost and Closed need a reason and a
    /// summary of the outcome (`docs/practice.md`, Closing an objective).
    fn check_close(&self) -> Result<(), Problem> {
        use VerifiableOutcomeStage::{Accepted, Delivered, Proposed, Verified};
        match self.status {
            ObjectiveStatus::ClosedSuccess => match self.stage {
                Delivered | Verified => Ok(()),
                Proposed | Accepted => Err(Problem::new("status", Reason::NotDelivered)),
            },
            ObjectiveStatus::ClosedLost | ObjectiveStatus::Closed => {
                if self.close_reason.trim().is_empty() {
                    Err(Problem::new("close_reason", Reason::NeededToClose))
                } else if self.summary_of_outcome.trim().is_empty() {
                    Err(Problem::new("summary_of_outcome", Reason::NeededToClose))
                } else {
                    Ok(())
                }
            }
            ObjectiveStatus::NotStarted
            | ObjectiveStatus::OnTrack
            | ObjectiveStatus::Watchpoint
            | ObjectiveStatus::Concern => Ok(()),
        }
    }
}
