//! `workspace.status`, `workspace.create`, `workspace.open`, `workspace.check`.

use std::path::Path;

use cairn_domain::Me;
use cairn_store::{Findings, Store, StoreError};
use cairn_wire::{CheckReport, CheckRequest, Nothing, WorkspaceInfo, WorkspacePath, WorkspaceStatus};

use crate::{
    backup,
    context::{Context, Open},
    crud::view,
    error::{AppError, Result},
    journal, sample,
    single_id::Single as _,
};

/// What the frame shows; answers without a workspace too.
pub(crate) async fn status(context: &Context, _: Nothing) -> Result<WorkspaceStatus> {
    let settings = &context.app.settings;
    let mut status = WorkspaceStatus {
        workspace: None,
        me: None,
        default_path: settings.default_path.display().to_string(),
        guess: settings.guess.clone(),
        today: context.today_of(None),
        last_op: 0,
        undo: None,
        redo: None,
        undo_count: 0,
        sample: false,
        backup: None,
    };
    let open = match context.workspace().await {
        Ok(open) => open,
        Err(AppError::NoWorkspace | AppError::Store(StoreError::Missing { .. })) => return Ok(status),
        Err(error) => return Err(error),
    };
    // Checked here, so that the window says early on that the file was written over.
    if let Err(error) = open.store.stands().await {
        log::debug!("the workspace: {error}");
    }
    let rows = open.store.rows();
    let me = rows.find(Me::id()).await?;
    status.workspace = Some(info(&open));
    status.backup = backup::newest(&open.store, context.now());
    status.today = context.today_of(me.as_ref());
    status.last_op = rows.last_op().await?;
    status.undo_count = rows.undo_count().await?;
    status.sample = sample::is_there(rows).await?;
    if let Some(step) = rows.undo_step().await? {
        status.undo = Some(journal::shown(&open, step)?);
    }
    if let Some(step) = rows.redo_step().await? {
        status.redo = Some(journal::shown(&open, step)?);
    }
    if let Some(me) = me {
        status.me = Some(view(rows, me).await?);
    }
    Ok(status)
}

fn info(open: &Open) -> WorkspaceInfo {
    let path = open.store.path();
    WorkspaceInfo {
        path: path.display().to_string(),
        name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        read_only: open.store.is_read_only(),
        moved: open.store.is_moved(),
        overwritten: open.store.is_overwritten(),
        set_aside: open.store.set_aside().iter().map(|path| path.display().to_string()).collect(),
    }
}

/// Makes a workspace where nothing is, and opens it.
pub(crate) async fn create(
    context: &Context,
    WorkspacePath { path }: WorkspacePath,
) -> Result<WorkspaceStatus> {
    let path = Path::new(&path);
    context.app.create(path).await?;
    status(context, Nothing {}).await
}

/// Opens a workspace in place of the open one.
pub(crate) async fn open(
    context: &Context,
    WorkspacePath { path }: WorkspacePath,
) -> Result<WorkspaceStatus> {
    let store = Store::open(Path::new(&path)).await?;
    context.app.adopt(store).await?;
    status(context, Nothing {}).await
}

/// Checks the file.
pub(crate) async fn check(context: &Context, CheckRequest { repair }: CheckRequest) -> Result<CheckReport> {
    let Findings { damage, repaired } = context.workspace().await?.store.check(repair).await?;
    Ok(CheckReport { ok: damage.is_empty(), damage, repaired })
}
