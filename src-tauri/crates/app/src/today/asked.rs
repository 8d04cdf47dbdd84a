//! What a question about today is answered by: the file, the day where the user is, their calendar and targets.

use cairn_domain::{
    OnboardingTargets, WorkingCalendar, Zone,
    today::{SOON_DAYS, Urgency},
};
use cairn_store::{Rows, Sector, WorkDays};
use chrono::{NaiveDate, TimeDelta};

use crate::{context::Context, error::Result};

/// A question about today.
pub(super) struct Asked<'a> {
    pub(super) rows: Rows<'a>,
    /// The day where the user is.
    pub(super) today: NaiveDate,
    /// The zone in which they are, if that is known.
    pub(super) zone: Option<Zone>,
    /// Their working days.
    pub(super) calendar: WorkingCalendar,
    /// How long an onboarding may take.
    pub(super) targets: Vec<OnboardingTargets>,
    /// Whose records count.
    pub(super) sector: Sector,
}

impl<'a> Asked<'a> {
    pub(super) async fn of(context: &Context, rows: Rows<'a>, sector: Sector) -> Result<Self> {
        let me = context.me().await?;
        let zone = me.and_then(|me| me.record.zone).or(context.app.settings.guess.zone);
        let record = me.map(|me| me.record.clone()).unwrap_or_default();
        let calendar = WorkingCalendar::new(&record.working_week, []);
        let today = context.today_of(me);
        Ok(Self { rows, today, zone, calendar, targets: record.onboarding_targets, sector })
    }

    /// The days that divide work by its urgency.
    pub(super) fn work_days(&self) -> WorkDays {
        let soon = Urgency::Soon.due_days(self.today);
        WorkDays { today: self.today, soon: soon.map_or(self.today, |days| *days.end()) }
    }

    /// Today and the days that count as soon.
    pub(super) fn days_ahead(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let today = self.today;
        (0..=SOON_DAYS).map(move |days| today + TimeDelta::days(days))
    }

    /// So many days before today.
    pub(super) fn ago(&self, days: i64) -> NaiveDate {
        self.today - TimeDelta::days(days)
    }
}
