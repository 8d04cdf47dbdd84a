//! What each document is made of, and how: its pages, its other formats, and what of a customer's file is hidden in it.
//!
//! A document is what [`Document`] says of its input. Which formats and audiences it comes in says
//! [`cairn_wire::DocumentKind::entry`].

use std::any::Any;

use cairn_documents::{
    DocumentError, Preview,
    hand_off::{self, HandOff},
    onboarding::{self, Brief, Checklist, Report},
    success_plan::{self, Reader, SuccessPlan},
};
use cairn_domain::RecordId as _;
use cairn_exchange::{WriteError, checklist, plan_markdown, tasks, workbook};
use cairn_wire::DocumentFormat;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{comments, sealed};
use crate::seal::Seal;

/// Everything that stands in a document, which can be set and written.
pub(super) trait Document: std::fmt::Debug + Send + Sync + 'static {
    /// Sets the pages. Long work: seconds for a large plan.
    fn set(&self) -> Result<Preview, DocumentError>;

    /// The bytes of a format other than pages; none where it does not come in it.
    fn written(&self, _format: DocumentFormat) -> Result<Option<Vec<u8>>, WriteError> {
        Ok(None)
    }

    /// Takes out of a customer's file what its authors hid in their texts.
    fn take_out_comments(&mut self) {}

    /// The record and the day by which the ids in a customer's file are sealed; none where it holds none, or is ours.
    fn sealed_by(&self) -> Option<(Uuid, NaiveDate)> {
        None
    }

    /// Seals them: `home` is for the record that the document is about.
    fn seal(&mut self, _records: &Seal, _home: &Seal) {}

    /// True where the other would look the same.
    fn is_same(&self, other: &dyn Document) -> bool;

    /// The same again.
    fn again(&self) -> Box<dyn Document>;

    /// For [`Document::is_same`].
    fn any(&self) -> &dyn Any;
}

/// One page of a plan.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Summary(pub(super) SuccessPlan);

/// What each input says of itself alike.
macro_rules! same_by_value {
    () => {
        fn is_same(&self, other: &dyn Document) -> bool {
            other.any().downcast_ref::<Self>() == Some(self)
        }

        fn again(&self) -> Box<dyn Document> {
            Box::new(self.clone())
        }

        fn any(&self) -> &dyn Any {
            self
        }
    };
}

impl Document for SuccessPlan {
    same_by_value!();

    fn set(&self) -> Result<Preview, DocumentError> {
        success_plan::preview(self)
    }

    fn written(&self, format: DocumentFormat) -> Result<Option<Vec<u8>>, WriteError> {
        Ok(match format {
            DocumentFormat::Pdf => None,
            DocumentFormat::Md => Some(plan_markdown::write(self)?.into_bytes()),
            DocumentFormat::Csv => Some(tasks::write(self)?),
            DocumentFormat::Xlsx => Some(workbook::write_plan(self)?),
        })
    }

    fn take_out_comments(&mut self) {
        if self.reader == Reader::Customer {
            comments::of_plan(self);
        }
    }

    fn sealed_by(&self) -> Option<(Uuid, NaiveDate)> {
        (self.reader == Reader::Customer).then(|| (self.plan_id.uuid(), self.today))
    }

    fn seal(&mut self, records: &Seal, home: &Seal) {
        sealed::plan(self, records, home);
    }
}

impl Document for Summary {
    same_by_value!();

    fn set(&self) -> Result<Preview, DocumentError> {
        success_plan::summary::preview(&self.0)
    }
}

impl Document for Report {
    same_by_value!();

    fn set(&self) -> Result<Preview, DocumentError> {
        onboarding::report(self)
    }
}

impl Document for Checklist {
    same_by_value!();

    fn set(&self) -> Result<Preview, DocumentError> {
        onboarding::checklist(self)
    }

    fn written(&self, format: DocumentFormat) -> Result<Option<Vec<u8>>, WriteError> {
        Ok(match format {
            DocumentFormat::Md => Some(checklist::write(self).into_bytes()),
            DocumentFormat::Xlsx => Some(workbook::write_checklist(self)?),
            DocumentFormat::Pdf | DocumentFormat::Csv => None,
        })
    }

    fn take_out_comments(&mut self) {
        if !self.frame.internal {
            comments::of_checklist(self);
        }
    }

    fn sealed_by(&self) -> Option<(Uuid, NaiveDate)> {
        (!self.frame.internal).then(|| (self.run.id.uuid(), self.frame.today))
    }

    fn seal(&mut self, records: &Seal, home: &Seal) {
        sealed::checklist(self, records, home);
    }
}

impl Document for Brief {
    same_by_value!();

    fn set(&self) -> Result<Preview, DocumentError> {
        onboarding::brief(self)
    }
}

impl Document for HandOff {
    same_by_value!();

    fn set(&self) -> Result<Preview, DocumentError> {
        hand_off::brief(self)
    }
}
