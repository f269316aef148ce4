//! A form with files that came from our own page.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use futures_util::TryStreamExt;

use crate::formulier::{check_origin, vreemd_formulier};
use crate::leesbaar::{is_text, unreadable};
use crate::{Aangemeld, Fout, Soort};

/// All files of one form together: far more than the statutory records of the largest municipality.
const BESTANDEN_MAX: usize = 64 * 1024 * 1024;
/// One field of text.
const VELD_MAX: usize = 64 * 1024;
/// Fields and files together.
const AANTAL_MAX: usize = 50;
/// What is too large is still read up to here and thrown away: a browser that is cut off halfway shows its own
/// message instead of ours.
const WEGLEZEN_MAX: usize = 512 * 1024 * 1024;

/// The fields and files of a form, after the check that it came from our own page in the same session.
///
/// The form has `enctype="multipart/form-data"`, and `csrf` is its first field.
///
/// `MAX` is the most that all files together may be, in bytes; a page that takes small files says so.
#[derive(Debug, Default)]
pub struct Upload<const MAX: usize = BESTANDEN_MAX> {
    velden: HashMap<String, String>,
    bestanden: Vec<Bestand>,
}

/// A file that somebody sent.
#[derive(Debug)]
pub struct Bestand {
    /// Name of the field.
    pub veld: String,
    /// Name of the file on the sender's machine; to show, never to use as a path.
    pub naam: String,
    /// What is in it.
    pub inhoud: Vec<u8>,
}

impl<const MAX: usize> Upload<MAX> {
    /// What was typed in a field; empty when it was not sent.
    pub fn veld(&self, naam: &str) -> &str {
        self.velden.get(naam).map_or("", String::as_str)
    }

    /// The file of a field, if one was chosen.
    pub fn bestand(&self, veld: &str) -> Option<&Bestand> {
        self.bestanden.iter().find(|bestand| bestand.veld == veld)
    }

    async fn read(mut delen: Multipart, aangemeld: Aangemeld) -> Result<Self, Fout> {
        let mut upload = Self::default();
        let (mut is_eigen, mut gelezen, mut aantal) = (false, 0, 0);
        while let Some(mut deel) = delen.try_next().await? {
            aantal += 1;
            if aantal > AANTAL_MAX {
                return Err(Fout::te_groot());
            }
            let veld = deel.name().unwrap_or_default().to_owned();
            let bestandsnaam = deel
                .content_disposition()
                .and_then(|kop| kop.get_filename())
                .map(str::to_owned);
            let max = match bestandsnaam {
                Some(_) if !is_eigen => return Err(vreemd_formulier()),
                Some(_) => MAX.saturating_sub(gelezen),
                None => VELD_MAX,
            };
            let Some(inhoud) = read_part(&mut deel, max).await? else {
                drop(deel);
                discard_rest(delen).await;
                return Err(Fout::groter_dan(MAX));
            };
            gelezen += inhoud.len();
            match bestandsnaam {
                // A browser sends a file field that was left empty as a file without name and content.
                Some(naam) if naam.is_empty() && inhoud.is_empty() => {}
                Some(naam) => upload.bestanden.push(Bestand { veld, naam, inhoud }),
                None => {
                    if !is_text(&inhoud) {
                        return Err(unreadable());
                    }
                    let tekst = String::from_utf8(inhoud).map_err(|_| Fout::afgebroken())?;
                    is_eigen |= veld == "_csrf" && aangemeld.is_own_form(&tekst);
                    upload.velden.insert(veld, tekst);
                }
            }
        }
        if is_eigen {
            Ok(upload)
        } else {
            Err(vreemd_formulier())
        }
    }
}

impl<const MAX: usize> FromRequest for Upload<MAX> {
    type Error = Fout;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fout>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let aangemeld = Aangemeld::from_request(req, &mut Payload::None);
        let is_delen = req
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|soort| soort.as_bytes().starts_with(b"multipart/form-data"));
        let delen = is_delen.then(|| Multipart::new(req.headers(), payload.take()));
        let req = req.clone();
        Box::pin(async move {
            let aangemeld = aangemeld.await?;
            check_origin(&req)?;
            let delen = delen.ok_or_else(|| {
                Fout::new(
                    Soort::MediatypeNietOndersteund,
                    "Dit formulier kwam niet aan in een vorm die wij lezen.",
                )
            })?;
            Self::read(delen, aangemeld).await
        })
    }
}

/// The content of a part, or none when it is larger than `max`; then it has been read to its end.
async fn read_part(deel: &mut Field, max: usize) -> Result<Option<Vec<u8>>, Fout> {
    let (mut inhoud, mut weggelezen) = (Vec::new(), 0);
    while let Some(stuk) = deel.try_next().await? {
        if weggelezen == 0 && inhoud.len() + stuk.len() <= max {
            inhoud.extend_from_slice(&stuk);
            continue;
        }
        inhoud = Vec::new();
        weggelezen += stuk.len();
        if weggelezen > WEGLEZEN_MAX {
            return Err(Fout::te_groot());
        }
    }
    Ok((weggelezen == 0).then_some(inhoud))
}

async fn discard_rest(mut delen: Multipart) {
    // Whatever goes wrong here: the answer is already that it was too large.
    while let Ok(Some(mut deel)) = delen.try_next().await {
        while let Ok(Some(_)) = deel.try_next().await {}
    }
}

impl From<MultipartError> for Fout {
    fn from(_: MultipartError) -> Self {
        Self::afgebroken()
    }
}
