//! Rows of a file against the records of a plan: what is new, what changes, what is in the way.
//!
//! Knows no form of file. Rules are those of every door: a row is created or updated as a request would be.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cairn_domain::{
    AccountId, ChecklistStep, Criterion, Dependency, Initiative, Kind, Objective, Plan, PlanId, Problem,
    Reading, Reason, RecordId as _, Task, TaskStatus, fingerprint,
};
use cairn_exchange::{Content, ParsedField, ParsedFile, Row, RowError, RowPlace};
use cairn_store::{StoreError, Tx};
use cairn_wire::{ImportReport, RequestBody};
use serde_json::Value;
use uuid::Uuid;

mod write_row;

use super::{
    Pass,
    boxed::boxed,
    known::{Records, noun},
    order::as_written,
    plausibility::Plausibility,
    report::Report,
    sealed::Waits,
    write::Ends,
};
use crate::{crud::Resource, error::Result, plan, roadmap::in_conflict};

/// Takes rows into a plan, inside the operation `tx`.
pub(super) async fn into_plan(
    pass: Pass<'_>,
    tx: &mut Tx,
    plan: PlanId,
    parsed: ParsedFile,
    account: Option<AccountId>,
) -> Result<ImportReport> {
    let outline = plan::read(tx.rows(), plan).await?;
    if outline.plan.stored.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Plan }.into());
    }
    if account.is_some_and(|account| account != outline.account.stored.id) {
        return Err(Problem::new("account_id", Reason::Elsewhere).into());
    }
    let records = Records::of(outline)?;
    let before = in_conflict(tx.rows(), plan).await?;
    let waits = Waits::of(tx.rows(), &parsed, pass.today).await?;
    let mut merge = Merge { waits, ..Merge::over(pass, tx, plan.uuid(), records).await? };
    merge.boxes.clone_from(&parsed.boxes);
    merge.all(&parsed.rows).await?;
    let ignored = parsed.ignored.clone();
    let report = merge.into_report(parsed).into_report(Some(plan), ignored);
    // Dates of the file are taken as they are and move nothing else. Links that they break are reported.
    let mut date_conflicts = in_conflict(tx.rows(), plan).await?;
    date_conflicts.retain(|conflict| !before.contains(conflict));
    Ok(ImportReport { date_conflicts, ..report })
}

/// Rows that meet the records of a plan or of a checklist.
pub(super) struct Merge<'a> {
    tx: &'a mut Tx,
    pass: Pass<'a>,
    /// The plan or the checklist.
    home: Uuid,
    records: Records,
    doubt: Plausibility,
    /// Every record that a row stood for, with its row.
    seen: HashMap<Uuid, RowPlace>,
    made: BTreeSet<Uuid>,
    /// By the number of its line, what a box says where that differs from the line's own status.
    boxes: BTreeMap<u32, TaskStatus>,
    ends: Ends,
    waits: Waits,
    report: Report,
}

impl<'a> Merge<'a> {
    /// Begins with the records that are here.
    pub(super) async fn over(pass: Pass<'a>, tx: &'a mut Tx, home: Uuid, records: Records) -> Result<Self> {
        let doubt = Plausibility::by(tx.rows()).await?;
        let (seen, made, ends) = (HashMap::new(), BTreeSet::new(), Ends::default());
        let (waits, report) = (Waits::default(), Report::default());
        Ok(Self { tx, pass, home, records, doubt, seen, made, boxes: BTreeMap::new(), ends, waits, report })
    }

    /// What was found and done, with what the file itself could not say, and what is not in it any more.
    pub(super) fn into_report(self, parsed: ParsedFile) -> Report {
        let ParsedFile {
            home: _,
            sealed: _,
            rows: _,
            row_errors,
            kinds,
            written,
            ignored: _,
            boxes: _,
            left,
        } = parsed;
        let Self { records, seen, mut report, .. } = self;
        report.row_errors_first(row_errors);
        for (id, known) in records.all() {
            let was_there = written.as_ref().is_none_or(|written: &BTreeSet<Uuid>| written.contains(&id));
            let is_said = seen.contains_key(&id) || left.contains(&id);
            if was_there && kinds.contains(&known.kind) && !is_said {
                report.missing(known.kind, known.title.clone());
            }
        }
        report
    }

    async fn all(&mut self, rows: &[Row]) -> Result<()> {
        let rows = self.found(rows).await?;
        let of = |kind: Kind| rows.iter().filter(move |(row, _)| row.kind == kind);
        for (row, id) in of(Kind::Criterion) {
            self.row::<Criterion>(row, *id).await?;
        }
        for (row, id) in of(Kind::Reading) {
            self.row::<Reading>(row, *id).await?;
        }
        for (row, id) in of(Kind::Initiative) {
            self.row::<Initiative>(row, *id).await?;
        }
        for (row, id) in of(Kind::Task) {
            self.row::<Task>(row, *id).await?;
        }
        for (row, id) in of(Kind::Dependency) {
            self.row::<Dependency>(row, *id).await?;
        }
        for (row, id) in of(Kind::Plan) {
            self.row::<Plan>(row, *id).await?;
        }
        // Objectives are filled last, because what Accepted needs may be in their criteria.
        for (row, id) in of(Kind::Objective) {
            self.row::<Objective>(row, *id).await?;
        }
        as_written::<Objective>(self.tx, &rows, &self.records, &self.made).await?;
        as_written::<Criterion>(self.tx, &rows, &self.records, &self.made).await?;
        as_written::<Initiative>(self.tx, &rows, &self.records, &self.made).await?;
        as_written::<Task>(self.tx, &rows, &self.records, &self.made).await
    }

    /// Every row with the record it stands for. New objectives are made at once, with nothing but their title, so that
    /// other rows can name them. A title in the file counts before the title that the record has here.
    pub(super) async fn found<'r>(&mut self, rows: &'r [Row]) -> Result<Vec<(&'r Row, Option<Uuid>)>> {
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(id) = row.id else {
                found.push((row, None));
                continue;
            };
            if let Some(first) = self.seen.get(&id) {
                let first = first.row;
                let message = format!(
                    "This External Id stands in row {} already; leave it empty for a new record.",
                    first.unwrap_or_default()
                );
                self.report.row_error(RowError::at(&row.place, Some("id"), message).after(first));
                continue;
            }
            self.stands(row, id);
            if self.records.get(row.kind, id).is_none() {
                let message = self.why_unknown(row.kind, id).await?;
                self.report.row_error(RowError::at(&row.place, Some("id"), message));
                continue;
            }
            if let Some(title) = row.title() {
                self.records.called(row.kind, title, id);
            }
            found.push((row, Some(id)));
        }
        for (row, id) in &mut found {
            if row.kind == Kind::Objective && id.is_none() && !row.broken {
                *id = self.new_objective(row).await?;
            }
        }
        Ok(found)
    }

    /// Why the plan has no such record.
    async fn why_unknown(&self, kind: Kind, id: Uuid) -> Result<String> {
        let deleted = match kind {
            Kind::Objective => self.is_deleted::<Objective>(id).await?,
            Kind::Criterion => self.is_deleted::<Criterion>(id).await?,
            Kind::Reading => self.is_deleted::<Reading>(id).await?,
            Kind::Initiative => self.is_deleted::<Initiative>(id).await?,
            Kind::Task => self.is_deleted::<Task>(id).await?,
            Kind::Dependency => self.is_deleted::<Dependency>(id).await?,
            Kind::ChecklistStep => self.is_deleted::<ChecklistStep>(id).await?,
            // No other kind hangs under a plan or a checklist.
            _ => None,
        };
        Ok(match deleted {
            Some(true) => {
                format!("This {} was deleted in Cairn; restore it there, or take the row out.", noun(kind))
            }
            Some(false) if kind == Kind::ChecklistStep => {
                "This step belongs to another checklist.".to_owned()
            }
            Some(false) => format!("This {} belongs to another plan.", noun(kind)),
            None => format!("No {} has this External Id; leave the cell empty for a new one.", noun(kind)),
        })
    }

    async fn is_deleted<R: Resource>(&self, id: Uuid) -> Result<Option<bool>> {
        let found = self.tx.rows().find::<R>(R::Id::from_uuid(id)).await?;
        Ok(found.map(|found| found.deleted_at.is_some()))
    }

    async fn new_objective(&mut self, row: &Row) -> Result<Option<Uuid>> {
        let title = row.title().unwrap_or_default();
        if let Some(id) = self.records.under(Kind::Objective, Some(self.home), title).filter(|_| row.by_title)
        {
            self.stands(row, id);
            return Ok(Some(id));
        }
        let fields = [("plan_id", self.home.to_string()), ("title", title.to_owned())];
        let fields = fields.map(|(field, text)| (field.to_owned(), text.into())).into_iter().collect();
        self.make::<Objective>(row, fields).await
    }

    pub(super) async fn row<R: Resource>(&mut self, row: &Row, id: Option<Uuid>) -> Result<()> {
        self.pass.watch.step()?;
        if row.broken {
            return Ok(());
        }
        if self.hangs(row) {
            self.report.hung(&row.place, row.title().unwrap_or_default());
            return Ok(());
        }
        let mut values = Vec::new();
        for said in &row.fields {
            match self.value(said, id.is_some()) {
                Ok(None) => {}
                Ok(Some(value)) => values.push((said, value)),
                Err(message) => {
                    self.report.row_error(RowError::at(&row.place, Some(&said.field), message));
                    return Ok(());
                }
            }
        }
        let id = id.or_else(|| self.by_title::<R>(row, &values));
        let known = id.and_then(|id| self.records.get(R::KIND, id));
        if let Err(message) =
            boxed(row, self.boxes.get(&row.place.row.unwrap_or_default()), known, &mut values)
        {
            self.report.row_error(RowError::at(&row.place, Some("status"), message));
            return Ok(());
        }
        if let Some((field, message)) = self.doubt.about(&self.records, R::KIND, id, &values) {
            self.report.row_error(RowError::at(&row.place, Some(&field), message));
            return Ok(());
        }
        match id {
            Some(id) => self.change::<R>(row, id, values).await,
            None if R::KIND == Kind::Objective => Ok(()),
            None => {
                let mut fields: RequestBody =
                    values.into_iter().map(|(said, value)| (said.field.clone(), value)).collect();
                self.waits.reason(R::KIND, &mut fields);
                self.make::<R>(row, fields).await.map(drop)
            }
        }
    }

    /// What a field says, as the wire writes it; nothing where nobody touched it.
    fn value(&self, said: &ParsedField, is_known: bool) -> Result<Option<Value>, String> {
        if said.untouched && is_known {
            return Ok(None);
        }
        match &said.content {
            Content::Plain(value) => Ok(Some(value.clone())),
            Content::Record(_, text) if text.is_empty() => Ok(Some(Value::Null)),
            Content::Record(kind, text) => Ok(Some(self.records.meant(*kind, text)?.to_string().into())),
            Content::Line(kind, line) => {
                Ok(self.records.of_row(*kind, *line).map(|id| id.to_string().into()))
            }
            Content::Records(kind, texts) => {
                let ids = texts.iter().map(|text| self.records.meant(*kind, text).map(|id| id.to_string()));
                Ok(Some(Value::from(ids.collect::<Result<Vec<_>, _>>()?)))
            }
        }
    }

    fn by_title<R: Resource>(&mut self, row: &Row, values: &[(&ParsedField, Value)]) -> Option<Uuid> {
        let is_home = |field: &str| R::PARENTS.iter().any(|(home, _)| *home == field);
        let (_, parent) = values.iter().find(|(said, _)| is_home(&said.field))?;
        let parent = parent.as_str().and_then(|id| id.parse().ok());
        let id = match R::KIND {
            // A criterion is read once a day. A value without a day is the newest reading, if it has that value.
            Kind::Reading if row.by_title => {
                let day = row.plain("date").and_then(Value::as_str);
                let id = self.records.reading(parent, day)?;
                let value = self.records.get(R::KIND, id).and_then(|known| known.fields.get("value"));
                Some(id).filter(|_| {
                    day.is_some() || value.map(fingerprint) == row.plain("value").map(fingerprint)
                })
            }
            _ => self.records.under(R::KIND, parent, row.title().filter(|_| row.by_title)?),
        }?;
        let first = !self.seen.contains_key(&id);
        self.stands(row, id);
        first.then_some(id)
    }

    /// A row stands for a record.
    fn stands(&mut self, row: &Row, id: Uuid) {
        self.seen.insert(id, row.place.clone());
        self.records.stands(row.kind, row.place.row, id);
    }

    /// True where the row that this one hangs under could not be taken in; that is reported there.
    fn hangs(&self, row: &Row) -> bool {
        row.fields.iter().any(|said| match said.content {
            Content::Line(kind, line) => self.records.of_row(kind, line).is_none(),
            Content::Plain(_) | Content::Record(..) | Content::Records(..) => false,
        })
    }
}
