//! Which backups go: the newest stay, then the last of each day, then the last of each week.

use std::collections::BTreeSet;

use cairn_domain::BackupReason;
use chrono::{DateTime, Datelike as _, TimeDelta, Utc};

use super::Backup;

/// The newest, whatever their day.
const RECENT: usize = 10;
/// The last of each of so many days.
const DAYS: i64 = 14;
/// The last of each of so many weeks.
const WEEKS: i64 = 12;
/// What stood where a backup was put back stays so long, so that it can be taken back.
const REPLACED: i64 = 30;

/// Those that are too many, of a list that begins with the newest. One from a day to come was made by a clock that ran
/// ahead: it is the last of its day, and takes nobody's place among the newest.
pub(super) fn too_many(now: DateTime<Utc>, backups: Vec<Backup>) -> Vec<Backup> {
    let (mut days, mut weeks, mut recent) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut stays = |backup: &Backup| {
        let age = now - backup.at;
        let day = backup.at.date_naive();
        // Both sets are filled by every backup, so that the newest of a day is the one that stays for it.
        let of_day = days.insert(day) && age < TimeDelta::days(DAYS);
        let of_week =
            weeks.insert((day.iso_week().year(), day.iso_week().week())) && age < TimeDelta::weeks(WEEKS);
        let replaced = backup.reason == BackupReason::Restore && age < TimeDelta::days(REPLACED);
        recent += usize::from(backup.at <= now);
        let newest = backup.at <= now && recent <= RECENT;
        newest || of_day || of_week || replaced
    };
    let judged: Vec<(bool, Backup)> = backups.into_iter().map(|backup| (stays(&backup), backup)).collect();
    judged.into_iter().filter(|(stays, _)| !stays).map(|(_, backup)| backup).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64, hour: i64) -> DateTime<Utc> {
        // Monday 4 January 2027, 00:00.
        DateTime::from_timestamp(1_799_020_800, 0).unwrap_or_default()
            + TimeDelta::days(day)
            + TimeDelta::hours(hour)
    }

    /// As if one was made every hour, and those that are too many went after each.
    fn made(hours: i64, reason: BackupReason) -> Vec<Backup> {
        let mut kept: Vec<Backup> = Vec::new();
        for hour in 0..hours {
            let now = at(0, hour);
            let reason = if hour == 5 { reason } else { BackupReason::Due };
            kept.insert(0, Backup { path: format!("{hour}").into(), at: now, op: hour, reason, size: 1 });
            let gone = too_many(now, kept.clone());
            kept.retain(|backup| !gone.contains(backup));
        }
        kept
    }

    #[test]
    fn of_a_year_of_hours_the_newest_the_days_and_the_weeks_stay() {
        let kept = made(365 * 24, BackupReason::Due);
        let newest = kept.first().map_or_else(|| at(0, 0), |backup| backup.at);
        assert_eq!(newest, at(0, 365 * 24 - 1), "the newest is never thinned");
        assert!(
            kept.len() <= RECENT + DAYS as usize + WEEKS as usize,
            "they do not fill the disk: {}",
            kept.len()
        );
        for days in 1..DAYS - 1 {
            let day = (newest - TimeDelta::days(days)).date_naive();
            let of_day = kept.iter().filter(|backup| backup.at.date_naive() == day).count();
            assert_eq!(of_day, 1, "one of the day {days} days ago");
        }
        for weeks in 1..WEEKS - 1 {
            let week = (newest - TimeDelta::weeks(weeks)).date_naive().iso_week();
            let found = kept.iter().any(|backup| backup.at.date_naive().iso_week() == week);
            assert!(found, "one of the week {weeks} weeks ago");
        }
    }

    #[test]
    fn a_clock_that_ran_ahead_leaves_one_of_each_day_and_takes_no_place_of_the_newest() {
        let of = |at: DateTime<Utc>| Backup {
            path: at.to_string().into(),
            at,
            op: 1,
            reason: BackupReason::Due,
            size: 1,
        };
        let ahead = (0..20).rev().map(|hour| of(at(1_000, hour)));
        let past = (0..20).rev().map(|hour| of(at(0, hour)));
        let gone = too_many(at(0, 20), ahead.chain(past).collect());
        let stayed =
            |days: i64| 20 - gone.iter().filter(|one| (one.at - at(0, 0)).num_days() == days).count();
        assert_eq!((stayed(1_000), stayed(0)), (1, RECENT), "the last of that day, and the newest of today");
    }

    #[test]
    fn what_a_restore_replaced_stays_for_a_month() {
        let is_there = |hours| made(hours, BackupReason::Restore).iter().any(|backup| backup.op == 5);
        assert!(is_there(29 * 24), "the restore can still be taken back");
        assert!(!is_there(40 * 24), "and not for ever");
    }
}
