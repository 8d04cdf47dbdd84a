//! The router: from a command's name and JSON to its body, made from the command list.

use std::{pin::Pin, sync::Arc};

use cairn_domain::{Problem, Reason};
use cairn_store::StoreError;
use cairn_wire::{Answer, Code, Failure, Request, RequestBody, Source, nul_in, with_commands};
use serde::Serialize;
use serde_json::Value;

use crate::{
    context::{App, Context},
    error::{AppError, Result},
};

/// Longest request id, in characters; a UUID has 36.
const REQUEST_ID_MAX: usize = 100;

impl App {
    /// Runs one command as a task of its own, so that a caller who goes away cannot halve it.
    ///
    /// # Errors
    /// A [`Failure`] whose code says what kind it is.
    pub async fn call(
        self: &Arc<Self>,
        source: Source,
        name: &str,
        request: Value,
    ) -> Result<Answer, Failure> {
        let (app, name) = (Arc::clone(self), name.to_owned());
        let task = tokio::spawn(async move {
            let (request_id, body) = open_request(request)?;
            let context = Context::new(app, source, request_id);
            match route(&context, &name, body).await {
                Ok(result) => Ok(Answer { result, changed: context.changed() }),
                // Sent twice, done once: the first result, and nothing changed now.
                Err(AppError::Store(StoreError::Repeated(result))) => {
                    Ok(Answer { result, changed: Vec::new() })
                }
                Err(error) => Err(error.into()),
            }
        });
        task.await.unwrap_or_else(|error| Err(AppError::Task(error).into()))
    }
}

/// The request's id and its fields.
fn open_request(request: Value) -> Result<(Option<String>, RequestBody), Failure> {
    let invalid = |field: &str, message: &str| Failure::new(Code::Invalid, message).about(field);
    let Value::Object(mut body) = request else {
        return Err(invalid("request", "A request is a JSON object."));
    };
    if let Some(field) = nul_in(&body) {
        return Err(
            Problem::new(field, Reason::Unreadable { why: "it holds the character NUL".into() }).into()
        );
    }
    match body.shift_remove("request_id") {
        None | Some(Value::Null) => Ok((None, body)),
        Some(Value::String(id)) if !id.is_empty() && id.chars().count() <= REQUEST_ID_MAX => {
            Ok((Some(id), body))
        }
        Some(_) => Err(invalid("request_id", "A request id is a text of 1 to 100 characters.")),
    }
}

/// The body of a command, boxed: together, the futures of all bodies would be larger than a thread's stack.
fn run<'a, Asked, Answered, Body, Running>(
    context: &'a Context,
    request: RequestBody,
    body: Body,
) -> Pin<Box<dyn Future<Output = Result<Value>> + Send + 'a>>
where
    Asked: Request + Send,
    Answered: Serialize,
    Body: FnOnce(&'a Context, Asked) -> Running + Send + 'a,
    Running: Future<Output = Result<Answered>> + Send,
{
    Box::pin(async move {
        let request = Asked::parse(request)?;
        Ok(serde_json::to_value(body(context, request).await?)?)
    })
}

macro_rules! router {
    (
        records { $($area:ident: $record:ident [$($of:ident),*];)+ }
        ordered { $($place:ident: $moved:ident;)+ }
        verbs { $($access:ident $name:literal: $module:ident::$verb:ident($request:ty) -> $result:ty [$($read:ident),*];)+ }
    ) => {
        async fn route(context: &Context, name: &str, body: RequestBody) -> Result<Value> {
            use cairn_domain::*;
            use cairn_wire::*;
            macro_rules! run {
                ($body:path, $asked:ty, $answered:ty) => {
                    run::<$asked, $answered, _, _>(context, body, $body).await
                };
            }
            match name {
                $(
                    concat!(stringify!($area), ".create") =>
                        run!(crate::crud::create, Create<$record>, View<$record>),
                    concat!(stringify!($area), ".get") => run!(crate::crud::get, ById<$record>, View<$record>),
                    concat!(stringify!($area), ".list") =>
                        run!(crate::crud::list::<$record>, ListQuery, Listing<View<$record>>),
                    concat!(stringify!($area), ".update") =>
                        run!(crate::crud::update, Update<$record>, View<$record>),
                    concat!(stringify!($area), ".delete") =>
                        run!(crate::crud::delete, Delete<$record>, View<$record>),
                    concat!(stringify!($area), ".restore") =>
                        run!(crate::crud::restore, ById<$record>, View<$record>),
                    concat!(stringify!($area), ".update_many") =>
                        run!(crate::crud::update_many, UpdateMany<$record>, Vec<View<$record>>),
                    concat!(stringify!($area), ".delete_many") =>
                        run!(crate::crud::delete_many, DeleteMany<$record>, Vec<View<$record>>),
                )+
                $(concat!(stringify!($place), ".move") =>
                    run!(crate::crud::place, Move<$moved>, View<$moved>),)+
                $($name => run!(crate::$module::$verb, $request, $result),)+
                _ => Err(unknown(name).into()),
            }
        }
    };
}
with_commands!(router);

fn unknown(name: &str) -> Failure {
    Failure::new(
        Code::UnknownCommand,
        format!("There is no command `{name}`. `cairn commands` lists them all."),
    )
}
