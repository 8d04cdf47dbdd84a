//! The door of the page in a browser: `POST /call/NAME`, a command's request as JSON, answered by what `App::call` says.
//!
//! 200 is an `Answer` and 422 a `Failure`, each as the window's own door hands it to the page; every other status is this
//! door's own, in words. Nobody is let in but a page of this machine that has the token.

use std::{convert::Infallible, sync::Arc};

use cairn_app::App;
use cairn_wire::{Answer, Code, Failure, Source};
use http_body_util::{BodyExt as _, Full};
use hyper::{
    HeaderMap, Method, Request, Response, StatusCode, Uri,
    body::{Bytes, Incoming},
    header::{self, HeaderName},
    http::uri::Authority,
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde::Serialize;
use tokio::net::TcpListener;

type Reply = Response<Full<Bytes>>;

/// Takes connections until it is dropped.
pub(crate) async fn serve(app: Arc<App>, listener: TcpListener, token: String) {
    let key: Arc<str> = format!("Bearer {token}").into();
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                log::warn!("A connection could not be taken: {error}");
                continue;
            }
        };
        let (app, key) = (Arc::clone(&app), Arc::clone(&key));
        let service = service_fn(move |request| {
            let (app, key) = (Arc::clone(&app), Arc::clone(&key));
            async move { Ok::<_, Infallible>(reply(&app, &key, request).await) }
        });
        tokio::spawn(async move {
            // Whoever goes away early is told nothing more.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn reply(app: &Arc<App>, key: &str, request: Request<Incoming>) -> Reply {
    if let Err(why) = admit(request.headers(), key) {
        return said(StatusCode::FORBIDDEN, why);
    }
    let Some(name) = request.uri().path().strip_prefix("/call/").map(str::to_owned) else {
        return said(StatusCode::NOT_FOUND, "A command is asked for at /call/NAME.");
    };
    if request.method() != Method::POST {
        return said(StatusCode::METHOD_NOT_ALLOWED, "A command is asked for by POST.");
    }
    let Ok(body) = request.into_body().collect().await else {
        return said(StatusCode::BAD_REQUEST, "The request broke off.");
    };
    match call(app, &name, &body.to_bytes()).await {
        Ok(answer) => json(StatusCode::OK, &answer),
        Err(failure) => json(StatusCode::UNPROCESSABLE_ENTITY, &failure),
    }
}

async fn call(app: &Arc<App>, name: &str, body: &[u8]) -> Result<Answer, Failure> {
    let request = serde_json::from_slice(body).map_err(|error| {
        Failure::new(Code::Invalid, format!("The request is not JSON: {error}.")).about("request")
    })?;
    app.call(Source::Window, name, request).await
}

/// Lets in who knows the token and comes from this machine: a name of elsewhere that leads here is refused by `Host`, a
/// page of elsewhere by `Origin`.
fn admit(headers: &HeaderMap, key: &str) -> Result<(), &'static str> {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let host = text(header::HOST).and_then(|host| host.parse().ok());
    if !host.is_some_and(|host| is_loopback(&host)) {
        return Err("The host is not this machine.");
    }
    let near =
        |origin: &str| origin.parse::<Uri>().is_ok_and(|origin| origin.authority().is_some_and(is_loopback));
    if !text(header::ORIGIN).is_none_or(near) {
        return Err("The page is not from this machine.");
    }
    if text(header::AUTHORIZATION) != Some(key) {
        return Err("The token is another one: open the address that was printed.");
    }
    Ok(())
}

fn is_loopback(authority: &Authority) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].contains(&authority.host())
}

fn json(status: StatusCode, value: &impl Serialize) -> Reply {
    match serde_json::to_vec(value) {
        Ok(bytes) => respond(status, "application/json", bytes.into()),
        Err(error) => respond(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", error.to_string().into()),
    }
}

fn said(status: StatusCode, words: &'static str) -> Reply {
    respond(status, "text/plain", words.into())
}

fn respond(status: StatusCode, kind: &'static str, body: Bytes) -> Reply {
    let mut reply = Response::new(Full::new(body));
    *reply.status_mut() = status;
    reply.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    reply
}
