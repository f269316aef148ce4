//! The directory of key files, one per municipality: `gm0294.json`, readable by the service only.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use primitives::GemeenteCode;

use super::sleutels::Versie;
use super::{GeheimError, Sleutels};

/// Reads each key file when it is first needed, and again when it has changed: a rotation by another process is
/// seen at once.
pub struct Kluis {
    map: PathBuf,
    gelezen: Mutex<HashMap<GemeenteCode, Gelezen>>,
}

struct Gelezen {
    gewijzigd: SystemTime,
    sleutels: Arc<Sleutels>,
}

impl Kluis {
    /// Keys in the directory `map`.
    pub fn new(map: &Path) -> Self {
        Self {
            map: map.to_owned(),
            gelezen: Mutex::default(),
        }
    }

    /// The keys of a municipality.
    pub fn sleutels(&self, gemeente: GemeenteCode) -> Result<Arc<Sleutels>, GeheimError> {
        let gewijzigd = self.modified(gemeente)?;
        let mut gelezen = self.gelezen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(eerder) = gelezen
            .get(&gemeente)
            .filter(|eerder| eerder.gewijzigd == gewijzigd)
        {
            return Ok(Arc::clone(&eerder.sleutels));
        }
        let versies = self
            .read(gemeente)?
            .ok_or(GeheimError::GeenSleutel(gemeente))?;
        let sleutels = Arc::new(Sleutels::try_new(gemeente, versies)?);
        gelezen.insert(
            gemeente,
            Gelezen {
                gewijzigd,
                sleutels: Arc::clone(&sleutels),
            },
        );
        Ok(sleutels)
    }

    /// Makes the first version of a municipality's keys, unless it has some.
    pub fn create_if_absent(&self, gemeente: GemeenteCode) -> Result<(), GeheimError> {
        if self.read(gemeente)?.is_some() {
            return Ok(());
        }
        fs::create_dir_all(&self.map).map_err(GeheimError::Bestand)?;
        self.write(gemeente, &[Versie::random(1)])
    }

    /// Adds a version, which encrypts from now on; the earlier ones stay to decrypt. Gives its number.
    ///
    /// The key of the search hash stays: another one would hide every resident until all hashes are made anew.
    pub fn add_version(&self, gemeente: GemeenteCode) -> Result<u16, GeheimError> {
        let mut versies = self
            .read(gemeente)?
            .ok_or(GeheimError::GeenSleutel(gemeente))?;
        let nieuwste = versies
            .iter()
            .max_by_key(|versie| versie.nummer())
            .ok_or(GeheimError::Vorm)?;
        let volgende = nieuwste.successor();
        let nummer = volgende.nummer();
        versies.push(volgende);
        self.write(gemeente, &versies)?;
        Ok(nummer)
    }

    fn modified(&self, gemeente: GemeenteCode) -> Result<SystemTime, GeheimError> {
        match fs::metadata(self.path(gemeente)).and_then(|gegevens| gegevens.modified()) {
            Ok(moment) => Ok(moment),
            Err(fout) if fout.kind() == std::io::ErrorKind::NotFound => {
                Err(GeheimError::GeenSleutel(gemeente))
            }
            Err(fout) => Err(GeheimError::Bestand(fout)),
        }
    }

    fn read(&self, gemeente: GemeenteCode) -> Result<Option<Vec<Versie>>, GeheimError> {
        match fs::read(self.path(gemeente)) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|_| GeheimError::Vorm),
            Err(fout) if fout.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(fout) => Err(GeheimError::Bestand(fout)),
        }
    }

    /// Writes beside the file and renames, so that a crash leaves the old keys or the new ones.
    fn write(&self, gemeente: GemeenteCode, versies: &[Versie]) -> Result<(), GeheimError> {
        let tekst = serde_json::to_vec_pretty(versies).map_err(|_| GeheimError::Vorm)?;
        let nieuw = self.path(gemeente).with_extension("nieuw");
        let mut bestand = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&nieuw)
            .map_err(GeheimError::Bestand)?;
        bestand
            .write_all(&tekst)
            .and_then(|()| bestand.sync_all())
            .map_err(GeheimError::Bestand)?;
        fs::rename(&nieuw, self.path(gemeente)).map_err(GeheimError::Bestand)
    }

    fn path(&self, gemeente: GemeenteCode) -> PathBuf {
        self.map.join(format!("{}.json", gemeente.schema()))
    }
}
