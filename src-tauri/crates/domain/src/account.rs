//! The customer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    id::AccountId,
    money::Money,
    place::{Country, Zone},
    problem::{Problem, Reason},
    record::{Bare, Kind, Record},
    text,
    words::{LifecycleStage, Priority, SubscriptionPlan, SuccessTier},
};

/// A customer in the architect's book.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Account {
    /// The customer's name.
    pub name: String,
    /// The service level bought.
    #[serde(default)]
    pub success_tier: Option<SuccessTier>,
    /// How much attention it gets.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// Where it stands in the customer journey.
    #[serde(default)]
    pub lifecycle_stage: LifecycleStage,
    /// Where it is.
    #[serde(default)]
    pub country: Option<Country>,
    /// Its time zone.
    #[serde(default)]
    pub time_zone: Option<Zone>,
    /// Annual recurring revenue. Internal.
    #[serde(default)]
    pub arr: Option<Money>,
    /// When the subscription renews. Internal.
    #[serde(default)]
    pub renewal_date: Option<NaiveDate>,
    /// What it subscribes to.
    #[serde(default)]
    pub subscription_plan: Option<SubscriptionPlan>,
    /// Seats paid for.
    #[serde(default)]
    pub licensed_seats: Option<i64>,
}

impl Record for Account {
    type Id = AccountId;
    type Derived = Bare;
    const KIND: Kind = Kind::Account;
    const REQUIRED: &'static [&'static str] = &["name"];
    const PARENT: Option<(&'static str, Kind)> = None;

    fn label(&self) -> String {
        self.name.clone()
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        text::required("name", &self.name)?;
        if let Some(arr) = self.arr {
            arr.check_owed("arr")?;
        }
        match self.licensed_seats {
            Some(seats) if seats < 0 => Err(Problem::new("licensed_seats", Reason::Negative)),
            _ => Ok(()),
        }
    }
}
