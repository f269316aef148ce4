//! Making, starting and stopping the private server.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, User, geteuid};

use super::binaries;
use crate::db::Login;

const OPSTARTTIJD: Duration = Duration::from_mins(2);
const STOPTIJD: Duration = Duration::from_secs(20);
/// A socket address holds 107 bytes at most; the name of the socket itself takes 15.
const PAD_MAX: usize = 90;
const SUPERUSER: &str = "platform";

/// Whether the data must survive a power failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Veiligheid {
    /// Real data: PostgreSQL's own safe settings.
    Duurzaam,
    /// Tests: nothing is written through to disk.
    Vluchtig,
}

/// Why the private server did not start.
#[derive(Debug, thiserror::Error)]
pub enum PriveError {
    /// No server programs, or not of the version that made the data.
    #[error("geen PostgreSQL gevonden voor {}: installeer het met `apt-get install postgresql-15`", .0.display())]
    NietGevonden(PathBuf),
    /// The path of the directory is too long for a socket.
    #[error("het pad {} is te lang: kies een map met een pad van hoogstens {PAD_MAX} tekens", .0.display())]
    PadTeLang(PathBuf),
    /// A file or program could not be used.
    #[error("de databasemap {} kan niet worden gebruikt", .map.display())]
    Io {
        /// The directory.
        map: PathBuf,
        /// Why.
        #[source]
        oorzaak: io::Error,
    },
    /// The server ended or was not ready in time; its last words.
    #[error("PostgreSQL start niet: {0}")]
    StartNiet(String),
}

/// A running private server, or one that another process of ours already started in the same directory.
#[derive(Debug)]
pub struct PrivePostgres {
    map: PathBuf,
    child: Option<Child>,
}

impl PrivePostgres {
    /// Starts the server in `map`, and makes its data there first if needed. Call it on the main thread: the
    /// server is told to stop when the thread that started it ends.
    pub fn start(map: &Path, veiligheid: Veiligheid) -> Result<Self, PriveError> {
        let fout = |oorzaak| PriveError::Io {
            map: map.to_owned(),
            oorzaak,
        };
        fs::create_dir_all(map).map_err(fout)?;
        let map = map.canonicalize().map_err(fout)?;
        if map.as_os_str().len() > PAD_MAX {
            return Err(PriveError::PadTeLang(map));
        }
        let mut server = Self { map, child: None };
        if server.is_ready(None) {
            return Ok(server);
        }
        let bin = binaries::find(&server.data())
            .ok_or_else(|| PriveError::NietGevonden(server.map.clone()))?;
        server.initialise(&bin, veiligheid)?;
        server.run(&bin, veiligheid)?;
        Ok(server)
    }

    /// The address of the database `naam` for a login role.
    pub fn address(&self, login: Login, naam: &str) -> String {
        self.address_of(login.naam(), naam)
    }

    /// The address of the database `naam` for the superuser, to prepare it.
    pub fn superuser_address(&self, naam: &str) -> String {
        self.address_of(SUPERUSER, naam)
    }

    /// Stops the server if this process started it, and waits until it is gone.
    pub fn stop(mut self) {
        self.stop_child();
    }

    /// The process id of the server, if this process started it.
    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    fn address_of(&self, gebruiker: &str, naam: &str) -> String {
        let socket = self
            .run_dir()
            .to_string_lossy()
            .replace('%', "%25")
            .replace('/', "%2F");
        format!("postgres://{gebruiker}@{socket}/{naam}")
    }

    fn data(&self) -> PathBuf {
        self.map.join("data")
    }

    fn run_dir(&self) -> PathBuf {
        self.map.join("run")
    }

    fn initialise(&self, bin: &Path, veiligheid: Veiligheid) -> Result<(), PriveError> {
        let fout = |oorzaak| PriveError::Io {
            map: self.map.clone(),
            oorzaak,
        };
        fs::create_dir_all(self.run_dir()).map_err(fout)?;
        self.hand_over().map_err(fout)?;
        if self.data().join("PG_VERSION").is_file() {
            return Ok(());
        }
        let mut initdb = self.command(&bin.join("initdb"));
        initdb.arg("-D").arg(self.data()).args([
            "-U",
            SUPERUSER,
            "--auth-local=trust",
            "--auth-host=reject",
        ]);
        initdb.args(["-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"]);
        if veiligheid == Veiligheid::Vluchtig {
            initdb.arg("--no-sync");
        }
        let uitkomst = initdb.output().map_err(fout)?;
        if uitkomst.status.success() {
            Ok(())
        } else {
            Err(PriveError::StartNiet(
                String::from_utf8_lossy(&uitkomst.stderr).trim().to_owned(),
            ))
        }
    }

    fn run(&mut self, bin: &Path, veiligheid: Veiligheid) -> Result<(), PriveError> {
        let fout = |oorzaak| PriveError::Io {
            map: self.map.clone(),
            oorzaak,
        };
        let logboek = File::create(self.map.join("postgres.log")).map_err(fout)?;
        let mut postgres = self.command(&bin.join("postgres"));
        postgres
            .arg("-D")
            .arg(self.data())
            .arg("-k")
            .arg(self.run_dir());
        for instelling in settings(veiligheid) {
            postgres.args(["-c", instelling]);
        }
        // A group of its own: Ctrl-C in the terminal reaches us first, so that we can finish our transactions.
        postgres
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(logboek)
            .process_group(0);
        self.child = Some(postgres.spawn().map_err(fout)?);
        self.wait_until_ready()
    }

    fn wait_until_ready(&mut self) -> Result<(), PriveError> {
        let begin = Instant::now();
        while begin.elapsed() < OPSTARTTIJD {
            let pid = self.pid();
            if self.is_ready(pid) {
                return Ok(());
            }
            let is_ended = self
                .child
                .as_mut()
                .and_then(|child| child.try_wait().ok().flatten())
                .is_some();
            if is_ended {
                // Another process of ours may have won the race for the directory.
                self.child = None;
                return if self.is_ready(None) {
                    Ok(())
                } else {
                    Err(PriveError::StartNiet(self.last_words()))
                };
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        self.stop_child();
        Err(PriveError::StartNiet(self.last_words()))
    }

    /// Whether a server is ready here: the eighth line of its pid file says so, and the process lives.
    fn is_ready(&self, verwacht: Option<u32>) -> bool {
        let Ok(tekst) = fs::read_to_string(self.data().join("postmaster.pid")) else {
            return false;
        };
        let regels: Vec<_> = tekst.lines().map(str::trim).collect();
        let pid = regels.first().and_then(|regel| regel.parse::<u32>().ok());
        let is_klaar = regels.get(7).is_some_and(|regel| *regel == "ready");
        let leeft = |pid: u32| Path::new("/proc").join(pid.to_string()).exists();
        is_klaar && pid.is_some_and(|pid| verwacht.map_or_else(|| leeft(pid), |eigen| eigen == pid))
    }

    fn last_words(&self) -> String {
        let tekst = fs::read_to_string(self.map.join("postgres.log")).unwrap_or_default();
        let regels: Vec<_> = tekst.lines().rev().take(3).collect();
        regels.into_iter().rev().collect::<Vec<_>>().join(" ")
    }

    /// A command in a clean environment that, as root, runs as the server's own user.
    fn command(&self, programma: &Path) -> Command {
        let mut command = Command::new("setpriv");
        // The kernel stops the server when we are gone, even by SIGKILL.
        command.args(["--pdeathsig", "INT"]);
        if let Some(gebruiker) = server_user() {
            command
                .arg(format!("--reuid={}", gebruiker.uid))
                .arg(format!("--regid={}", gebruiker.gid));
            command.arg("--clear-groups");
        }
        command.arg("--").arg(programma);
        command
            .env_clear()
            .env("LC_ALL", "C.UTF-8")
            .env("PATH", "/usr/bin:/bin")
            .current_dir(&self.map);
        command
    }

    fn hand_over(&self) -> io::Result<()> {
        for map in [&self.map, &self.run_dir()] {
            if let Some(gebruiker) = server_user() {
                std::os::unix::fs::chown(
                    map,
                    Some(gebruiker.uid.as_raw()),
                    Some(gebruiker.gid.as_raw()),
                )?;
            }
            fs::set_permissions(map, Permissions::from_mode(0o700))?;
        }
        Ok(())
    }

    fn stop_child(&mut self) {
        let Some(mut child) = self.child.take() else {
            return;
        };
        for signaal in [Signal::SIGINT, Signal::SIGQUIT] {
            let Ok(pid) = i32::try_from(child.id()) else {
                return;
            };
            if kill(Pid::from_raw(pid), signaal).is_err() {
                break;
            }
            let begin = Instant::now();
            while begin.elapsed() < STOPTIJD {
                if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
                    return;
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

impl Drop for PrivePostgres {
    fn drop(&mut self) {
        self.stop_child();
    }
}

fn settings(veiligheid: Veiligheid) -> Vec<&'static str> {
    let mut instellingen = vec![
        "listen_addresses=",
        "unix_socket_permissions=0700",
        "lc_messages=C",
        "max_locks_per_transaction=1024",
        // A restart after a crash reads all files with the default (86 s against 0,7 s: postgres.md, finding 5).
        "recovery_init_sync_method=syncfs",
        "max_connections=200",
    ];
    if veiligheid == Veiligheid::Vluchtig {
        instellingen.extend([
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "autovacuum=off",
            "max_wal_size=2GB",
            "checkpoint_timeout=1h",
        ]);
    }
    instellingen
}

/// The user as whom the server runs when we are root.
fn server_user() -> Option<User> {
    if !geteuid().is_root() {
        return None;
    }
    ["postgres", "nobody"]
        .into_iter()
        .find_map(|naam| User::from_name(naam).ok().flatten())
}
