//! Reading a JSON body.

use actix_web::web::{Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

/// Reads the body after the token was checked: as an extractor beside the token it could answer first, and tell
/// somebody without a token about the body.
pub(crate) async fn read_json<T: DeserializeOwned + 'static>(
    req: &HttpRequest,
    payload: Payload,
) -> Result<T, Error> {
    let inhoud = Json::<T>::from_request(req, &mut payload.into_inner()).await?;
    Ok(inhoud.into_inner())
}
