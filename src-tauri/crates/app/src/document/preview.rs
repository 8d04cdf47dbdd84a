//! `document.preview`: the document's pages while it is worked on. The newest request wins.

use std::sync::{Arc, Mutex, PoisonError};

use cairn_documents::Preview as Pages;
use cairn_wire::{DrawnPage, Preview, PreviewRequest};

use super::{
    draft::draft,
    made::Document,
    request::{DocumentRequest, Draft},
};
use crate::{
    context::Context,
    error::{AppError, Result},
};

/// Where previews are set: one at a time, the last one kept, so that turning a page is quick.
#[derive(Default)]
pub(crate) struct PreviewCache {
    state: Mutex<State>,
    turn: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    /// Counts what was asked for; only the newest is set.
    asked: u64,
    wanted: Option<Box<dyn Document>>,
    cached: Option<(Box<dyn Document>, Arc<Pages>)>,
}

impl std::fmt::Debug for PreviewCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PreviewCache").finish_non_exhaustive()
    }
}

impl PreviewCache {
    fn with<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        look(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The pages of an input, if they are there already.
    pub(super) fn cached(&self, input: &dyn Document) -> Option<Arc<Pages>> {
        self.with(|state| {
            let (cached, pages) = state.cached.as_ref()?;
            cached.is_same(input).then(|| Arc::clone(pages))
        })
    }

    /// The pages of an input; an error where a newer one was asked for meanwhile.
    async fn pages(&self, input: Box<dyn Document>) -> Result<Arc<Pages>> {
        let ticket = self.with(|state| {
            if !state.wanted.as_ref().is_some_and(|wanted| wanted.is_same(input.as_ref())) {
                state.asked += 1;
                state.wanted = Some(input.again());
            }
            state.asked
        });
        if let Some(pages) = self.cached(input.as_ref()) {
            return Ok(pages);
        }
        let _turn = self.turn.lock().await;
        if let Some(pages) = self.cached(input.as_ref()) {
            return Ok(pages);
        }
        let overtaken = || self.with(|state| state.asked != ticket);
        if overtaken() {
            return Err(AppError::Overtaken);
        }
        let set = input.again();
        let pages = Arc::new(tokio::task::spawn_blocking(move || set.set()).await??);
        if overtaken() {
            return Err(AppError::Overtaken);
        }
        self.with(|state| state.cached = Some((input, Arc::clone(&pages))));
        Ok(pages)
    }
}

/// Sets a document, or takes the one that is there, and draws the pages asked for.
pub(crate) async fn preview(context: &Context, request: PreviewRequest) -> Result<Preview> {
    let PreviewRequest { document, id, audience, paper, lang, sections, redact, pages } = request;
    let request = DocumentRequest { document, id, audience, paper, lang, sections, redact };
    let Draft { input, left_out, mut remarks } = draft(context, request).await?;
    let set = context.app.kept::<PreviewCache>().pages(input).await?;
    let drawn = {
        let set = Arc::clone(&set);
        tokio::task::spawn_blocking(move || draw(&set, &pages)).await?
    };
    remarks.extend_from_slice(set.remarks());
    Ok(Preview {
        pages: u32::try_from(set.pages()).unwrap_or(u32::MAX),
        drawn,
        missing: set.missing().into_iter().map(String::from).collect(),
        cut: set.cut().to_vec(),
        remarks,
        left_out,
    })
}

fn draw(set: &Pages, pages: &[u32]) -> Vec<DrawnPage> {
    let one = |page: &u32| {
        let index = usize::try_from(*page).ok()?;
        let (width, height) = set.size(index)?;
        Some(DrawnPage { page: *page, width, height, svg: set.svg(index)? })
    };
    pages.iter().filter_map(one).collect()
}
