//! `calendar.year` and `calendar.regions`: the days of a year that are not as the week says, and the parts of a country
//! between which they differ.

use cairn_domain::{Account, Me, calendar_year, holiday_regions, parts_of};
use cairn_wire::{
    CalendarRegion, CalendarRegions, CalendarRegionsRequest, CalendarYear, CalendarYearRequest,
};

use crate::{context::Context, error::Result, single_id::Single as _};

/// An account's, or mine.
pub(crate) async fn year(context: &Context, request: CalendarYearRequest) -> Result<CalendarYear> {
    let CalendarYearRequest { account_id, year } = request;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let days = match account_id {
        Some(id) => {
            let account = rows.get::<Account>(id).await?.record;
            calendar_year(account.country.as_ref(), &account.subdivision, &account.holidays, year)
        }
        None => {
            let me = rows.find::<Me>(Me::id()).await?.map(|me| me.record).unwrap_or_default();
            calendar_year(me.country.as_ref(), &me.subdivision, &me.holidays, year)
        }
    };
    Ok(CalendarYear { days })
}

/// The parts of a country whose holidays differ.
pub(crate) async fn regions(_: &Context, request: CalendarRegionsRequest) -> Result<CalendarRegions> {
    let CalendarRegionsRequest { country } = request;
    let regions = holiday_regions(&country)
        .into_iter()
        .map(|region| CalendarRegion {
            code: region.code.to_owned(),
            name: region.name.to_owned(),
            parts: parts_of(&country, region.code).iter().map(|&part| part.to_owned()).collect(),
        })
        .collect();
    Ok(CalendarRegions { regions })
}
