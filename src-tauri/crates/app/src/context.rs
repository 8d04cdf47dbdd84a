//! The program, and the context of one call: who asks, through which door, in which workspace, when.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex as Guarded, PoisonError},
    time::Duration,
};

use cairn_domain::{Kind, Me, Stored, Zone};
use cairn_store::{OpHead, Store, StoreError, Tx};
use cairn_wire::Source;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use tokio::{
    sync::{OnceCell, RwLock},
    time::sleep,
};

use crate::{
    error::{AppError, Result},
    kept::Kept,
    settings::Settings,
    single_id::Single as _,
};

/// The program behind every door. One workspace is open at a time.
#[derive(Debug)]
pub struct App {
    pub(crate) settings: Settings,
    /// Where the workspace is, opened when a command first needs it.
    path: RwLock<Option<PathBuf>>,
    open: RwLock<Option<Arc<Open>>>,
    /// What features keep between calls.
    kept: Kept,
}

/// How often, and how long apart, it is tried to find the file unused: for 10 s together.
const TRIES: u32 = 100;
const AGAIN: Duration = Duration::from_millis(100);

/// An open workspace.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) store: Store,
    /// The newest operation when it was opened; newer ones belong to this sitting.
    pub(crate) since: i64,
}

impl App {
    /// The program with a workspace, or without one until `workspace.open`.
    #[must_use]
    pub fn new(settings: Settings, workspace: Option<PathBuf>) -> Arc<Self> {
        Arc::new(Self {
            settings,
            path: RwLock::new(workspace),
            open: RwLock::new(None),
            kept: Kept::default(),
        })
    }

    /// What a feature keeps between calls, of its own type; made when it is first asked for.
    pub(crate) fn kept<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.kept.get()
    }

    /// Closes the workspace, if one is open.
    pub async fn close(&self) {
        let open = self.open.write().await.take();
        close(open).await;
    }

    /// Makes `store` the open workspace.
    pub(crate) async fn adopt(&self, store: Store) -> Result<Arc<Open>> {
        let since = store.rows().last_op().await?;
        *self.path.write().await = Some(store.path().to_owned());
        let open = Arc::new(Open { store, since });
        let before = self.open.write().await.replace(Arc::clone(&open));
        close(before).await;
        Ok(open)
    }

    /// Where the workspace is that is worked in, opened already or not.
    pub(crate) async fn workspace_path(&self) -> Option<PathBuf> {
        self.path.read().await.clone()
    }

    /// The open workspace, if a command needed it already.
    pub(crate) async fn opened(&self) -> Option<Arc<Open>> {
        self.open.read().await.clone()
    }

    /// Does what needs the file alone. It waits for a moment when no call uses the workspace and closes it; the next
    /// call waits for the end of this and opens it again. Until then calls go on as ever: one that holds the workspace
    /// may ask for it again, so making it wait could wait forever.
    pub(crate) async fn alone<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        for _ in 0..TRIES {
            let mut slot = self.open.write().await;
            if slot.as_ref().is_none_or(|open| Arc::strong_count(open) == 1) {
                close(slot.take()).await;
                return work.await;
            }
            drop(slot);
            sleep(AGAIN).await;
        }
        let path = self.path().await?.display().to_string();
        Err(StoreError::Held { path, by: "this window".into() }.into())
    }

    pub(crate) async fn path(&self) -> Result<PathBuf> {
        self.path.read().await.clone().ok_or(AppError::NoWorkspace)
    }

    /// The workspace, opened if it is not yet.
    pub(crate) async fn workspace(&self) -> Result<Arc<Open>> {
        if let Some(open) = self.open.read().await.as_ref() {
            return Ok(Arc::clone(open));
        }
        let store = Store::open(&self.path().await?).await?;
        self.adopt(store).await
    }

    /// The workspace, made where none is.
    async fn workspace_or_new(&self) -> Result<Arc<Open>> {
        match self.workspace().await {
            Err(AppError::Store(StoreError::Missing { .. })) => {
                match self.create(&self.path().await?).await {
                    // Made by somebody else at the same moment.
                    Err(AppError::Store(StoreError::Exists { .. })) => self.workspace().await,
                    made => made,
                }
            }
            other => other,
        }
    }

    /// Makes a workspace and opens it.
    pub(crate) async fn create(&self, path: &Path) -> Result<Arc<Open>> {
        // The suggested folder is ours to make; any other must be there, so that a slip of the pen makes none.
        if path == self.settings.default_path {
            make_folder_of(path)?;
        }
        let store = Store::create(path).await?;
        log::info!("Made a new workspace at {}.", path.display());
        self.adopt(store).await
    }
}

/// Closes a workspace if nobody else holds it; otherwise whoever lets go of it last closes it.
async fn close(open: Option<Arc<Open>>) {
    if let Some(open) = open.and_then(Arc::into_inner) {
        open.store.close().await;
    }
}

#[expect(clippy::disallowed_methods, reason = "a new user's data folder")]
fn make_folder_of(path: &Path) -> Result<()> {
    path.parent().map_or(Ok(()), |folder| {
        std::fs::create_dir_all(folder).map_err(|error| AppError::write(folder, error))
    })
}

/// The context of one call.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) app: Arc<App>,
    pub(crate) source: Source,
    pub(crate) request_id: Option<String>,
    changed: Guarded<BTreeSet<Kind>>,
    me: OnceCell<Option<Stored<Me>>>,
}

impl Context {
    pub(crate) fn new(app: Arc<App>, source: Source, request_id: Option<String>) -> Self {
        Self { app, source, request_id, changed: Guarded::default(), me: OnceCell::new() }
    }

    /// The open workspace.
    pub(crate) async fn workspace(&self) -> Result<Arc<Open>> {
        self.app.workspace().await
    }

    /// The open workspace for a command that writes: made where none is.
    pub(crate) async fn workspace_to_write(&self) -> Result<Arc<Open>> {
        self.app.workspace_or_new().await
    }

    /// Who works here, if they said so and a workspace is there: as they were when the call first asked.
    pub(crate) async fn me(&self) -> Result<Option<&Stored<Me>>> {
        let read = async || match self.workspace().await {
            Ok(open) => Ok(open.store.rows().find(Me::id()).await?),
            Err(AppError::NoWorkspace | AppError::Store(StoreError::Missing { .. })) => Ok(None),
            Err(error) => Err(error),
        };
        Ok(self.me.get_or_try_init(read).await?.as_ref())
    }

    /// The instant.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.app.settings.clock.moment().at
    }

    /// The date where the user is.
    pub(crate) async fn today(&self) -> Result<NaiveDate> {
        Ok(self.today_of(self.me().await?))
    }

    /// The date where `me` is; without a word from them, where the machine is.
    pub(crate) fn today_of(&self, me: Option<&Stored<Me>>) -> NaiveDate {
        let now = self.app.settings.clock.moment().at;
        let zone = me.and_then(|me| me.record.zone).or(self.app.settings.guess.zone);
        zone.map_or(now.date_naive(), |zone: Zone| zone.date_at(now))
    }

    /// What is known of the operation that this call is.
    pub(crate) async fn head(&self, name: &'static str) -> Result<OpHead> {
        Ok(OpHead {
            name,
            request_id: self.request_id.clone(),
            actor: self.me().await?.map(|me| me.record.name.clone()).unwrap_or_default(),
            source: self.source.into(),
            moment: self.app.settings.clock.moment(),
        })
    }

    /// Opens the operation that this call is.
    pub(crate) async fn begin(&self, open: &Open, name: &'static str) -> Result<Tx> {
        Ok(open.store.begin(self.head(name).await?).await?)
    }

    /// Commits the operation, and remembers what changed for the answer.
    pub(crate) async fn commit_as_is<T: Serialize + Sync>(&self, tx: Tx, result: T) -> Result<T> {
        let changed = tx.commit(&result).await?;
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).extend(changed);
        Ok(result)
    }

    /// The kinds of record that this call changed.
    pub(crate) fn changed(&self) -> Vec<Kind> {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
    }
}
