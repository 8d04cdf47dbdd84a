//! Records of which a workspace has one, and by which id.

use cairn_domain::{Brand, Me, Record, RecordId};
use uuid::Uuid;

/// A record of which a workspace has one: empty until somebody fills it.
pub(crate) trait Single: Record + Default {
    /// The command that changes it.
    const UPDATE: &'static str;

    /// Its id: that of its name.
    fn id() -> Self::Id {
        let name = format!("cairn:{}", Self::KIND.word());
        Self::Id::from_uuid(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
    }
}

impl Single for Me {
    const UPDATE: &'static str = "me.update";
}

impl Single for Brand {
    const UPDATE: &'static str = "brand.update";
}
