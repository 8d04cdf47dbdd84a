//! Table `touchpoint`: calls, meetings, mails and notes.

use cairn_domain::{AccountId, RecordId, Stored, Touchpoint, Word};
use sea_orm::entity::prelude::*;

use crate::{
    error::Result,
    tables::{Header, JsonText, Row, json, maybe_word, to_json, word, word_text},
};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "touchpoint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TextUuid,
    pub version: i64,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub updated_at: ChronoDateTimeUtc,
    pub updated_by: String,
    pub deleted_at: Option<ChronoDateTimeUtc>,
    pub account_id: TextUuid,
    pub touchpoint_type: String,
    pub subject: String,
    pub held_on: ChronoDate,
    pub our_attendees: JsonText,
    pub contact_ids: JsonText,
    pub others: String,
    pub sponsor_present: bool,
    pub sentiment: Option<String>,
    pub notes: String,
    pub meeting_type: String,
    pub visibility: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Row for Touchpoint {
    type Entity = Entity;

    fn into_model(stored: Stored<Self>) -> Model {
        let (header, record) = Header::split(stored);
        let Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at } = header;
        let Touchpoint {
            account_id,
            touchpoint_type,
            subject,
            held_on,
            our_attendees,
            contact_ids,
            others,
            sponsor_present,
            sentiment,
            notes,
            meeting_type,
            visibility,
        } = record;
        Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            account_id: TextUuid(account_id.uuid()),
            touchpoint_type: touchpoint_type.word().into(),
            subject,
            held_on,
            our_attendees: to_json(&our_attendees),
            contact_ids: to_json(&contact_ids),
            others,
            sponsor_present,
            sentiment: sentiment.map(word_text),
            notes,
            meeting_type,
            visibility: visibility.word().into(),
        }
    }

    fn from_model(model: Model) -> Result<Stored<Self>> {
        let Model {
            id,
            version,
            created_at,
            created_by,
            updated_at,
            updated_by,
            deleted_at,
            account_id,
            touchpoint_type,
            subject,
            held_on,
            our_attendees,
            contact_ids,
            others,
            sponsor_present,
            sentiment,
            notes,
            meeting_type,
            visibility,
        } = model;
        let header = Header { id, version, created_at, created_by, updated_at, updated_by, deleted_at };
        let record = Touchpoint {
            account_id: AccountId::from_uuid(account_id.0),
            touchpoint_type: word("touchpoint_type", &touchpoint_type)?,
            subject,
            held_on,
            our_attendees: json("our_attendees", &our_attendees)?,
            contact_ids: json("contact_ids", &contact_ids)?,
            others,
            sponsor_present,
            sentiment: maybe_word("sentiment", sentiment)?,
            notes,
            meeting_type,
            visibility: word("visibility", &visibility)?,
        };
        Ok(header.join(record))
    }
}
