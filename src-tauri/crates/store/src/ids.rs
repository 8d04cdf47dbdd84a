//! Time and ids of one operation, both made from what the caller's clock says.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The instant of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The instant, in whole milliseconds.
    pub at: DateTime<Utc>,
    /// True where the clock was fixed by the caller: ids are then made from the operation's number, so that
    /// the same calls on the same workspace give the same bytes.
    pub fixed: bool,
}

/// Makes the ids of one operation.
#[derive(Debug)]
pub(crate) struct Ids {
    moment: Moment,
    op: u64,
    made: u64,
}

impl Ids {
    pub(crate) fn new(moment: Moment, op: i64) -> Self {
        Self { moment, op: op.unsigned_abs(), made: 0 }
    }

    /// The next id: UUIDv7 with the moment's milliseconds.
    #[expect(clippy::disallowed_methods, reason = "this is the id source")]
    pub(crate) fn next(&mut self) -> Uuid {
        let millis = u64::try_from(self.moment.at.timestamp_millis()).unwrap_or(0);
        self.made += 1;
        let rest = if self.moment.fixed {
            let mut rest = [0; 10];
            for (place, byte) in
                rest.iter_mut().zip(self.op.to_be_bytes()[3..].iter().chain(&self.made.to_be_bytes()[3..]))
            {
                *place = *byte;
            }
            rest
        } else {
            let mut rest = [0; 10];
            rest.copy_from_slice(&Uuid::now_v7().into_bytes()[6..]);
            // The count within the operation stands before what is random, so that ids sort as they were made;
            // it steps over the bits that say which kind of UUID this is.
            let count = self.made.to_be_bytes();
            rest[0] = (self.made >> 22) as u8 & 0x0f;
            rest[1] = (self.made >> 14) as u8;
            rest[2] = (self.made >> 8) as u8 & 0x3f;
            rest[3] = count[7];
            rest
        };
        uuid::Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(fixed: bool) -> Moment {
        Moment { at: DateTime::from_timestamp_millis(1_763_888_400_000).unwrap_or_default(), fixed }
    }

    #[test]
    fn ids_of_one_operation_sort_as_they_were_made() {
        for fixed in [true, false] {
            let mut ids = Ids::new(moment(fixed), 7);
            let made: Vec<Uuid> = (0..70_000).map(|_| ids.next()).collect();
            assert!(made.is_sorted(), "siblings without a place of their own stand in this order");
        }
    }

    #[test]
    fn a_fixed_clock_makes_the_same_ids_again_and_never_one_twice() {
        let mut ids: Vec<Uuid> = Vec::new();
        for op in 1..20 {
            let (mut first, mut again) = (Ids::new(moment(true), op), Ids::new(moment(true), op));
            for _ in 0..20 {
                let id = first.next();
                assert_eq!(id, again.next(), "same moment, same operation, same place: same id");
                assert_eq!(id.get_version_num(), 7, "every id is a UUIDv7");
                ids.push(id);
            }
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "no id may be made twice");
    }

    #[test]
    fn a_running_clock_never_makes_an_id_twice() {
        let mut ids: Vec<Uuid> = (0..1000).map(|_| Ids::new(moment(false), 1).next()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 1000, "the rest of the id is random");
    }
}
