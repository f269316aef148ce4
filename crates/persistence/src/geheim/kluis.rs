//! The directory of key files, one per municipality: `gm0294.json`, readable by the service only.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use primitives::GemeenteCode;

use super::sleutels::Versie;
use super::{GeheimError, Sleutels};

/// Reads each key file when it is first needed, and again when it has changed: a rotation by another process is
/// seen at once.
pub struct Kluis {
    map: PathBuf,
    gelezen: Mutex<HashMap<GemeenteCode, Gelezen>>,
}

/// Which file it was: its inode, and when it was written. Two rotations within one tick of the clock of the file
/// system have the same time, and still another inode, because each writes a new file.
type Afdruk = (u64, i64, i64);

struct Gelezen {
    afdruk: Afdruk,
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
        let afdruk = self.print_of(gemeente)?;
        let mut gelezen = self.gelezen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(eerder) = gelezen
            .get(&gemeente)
            .filter(|eerder| eerder.afdruk == afdruk)
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
                afdruk,
                sleutels: Arc::clone(&sleutels),
            },
        );
        Ok(sleutels)
    }

    /// Makes the first version of a municipality's keys, unless it has some.
    pub fn create_if_absent(&self, gemeente: GemeenteCode) -> Result<(), GeheimError> {
        fs::create_dir_all(&self.map).map_err(GeheimError::Bestand)?;
        let _slot = self.lock()?;
        if self.read(gemeente)?.is_some() {
            return Ok(());
        }
        self.write(gemeente, &[Versie::random(1)])
    }

    /// Adds a version, which encrypts from now on; the earlier ones stay to decrypt. Gives its number.
    ///
    /// The key of the search hash stays: another one would hide every resident until all hashes are made anew.
    pub fn add_version(&self, gemeente: GemeenteCode) -> Result<u16, GeheimError> {
        let _slot = self.lock()?;
        let mut versies = self
            .read(gemeente)?
            .ok_or(GeheimError::GeenSleutel(gemeente))?;
        let nieuwste = versies
            .iter()
            .max_by_key(|versie| versie.nummer())
            .ok_or(GeheimError::Vorm)?;
        let volgende = nieuwste.successor().ok_or(GeheimError::Vorm)?;
        let nummer = volgende.nummer();
        versies.push(volgende);
        self.write(gemeente, &versies)?;
        Ok(nummer)
    }

    /// One writer at a time, over processes: two that read the same file would each add a version, and the key of
    /// the first, with which values are encrypted by then, would be gone. Released when the file is dropped.
    fn lock(&self) -> Result<File, GeheimError> {
        let slot = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(self.map.join("slot"))
            .map_err(GeheimError::Bestand)?;
        slot.lock().map_err(GeheimError::Bestand)?;
        Ok(slot)
    }

    fn print_of(&self, gemeente: GemeenteCode) -> Result<Afdruk, GeheimError> {
        match fs::metadata(self.path(gemeente)) {
            Ok(gegevens) => Ok((gegevens.ino(), gegevens.mtime(), gegevens.mtime_nsec())),
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

    /// Writes beside the file and renames, so that a crash leaves the old keys or the new ones. The directory is
    /// written to disk too: a key must not get lost after values were encrypted with it.
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
        fs::rename(&nieuw, self.path(gemeente))
            .and_then(|()| File::open(&self.map))
            .and_then(|map| map.sync_all())
            .map_err(GeheimError::Bestand)
    }

    fn path(&self, gemeente: GemeenteCode) -> PathBuf {
        self.map.join(format!("{}.json", gemeente.schema()))
    }
}
