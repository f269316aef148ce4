//! `testpg setup` is the setup script of nextest; `testpg bewaak PID` is the guard that it starts.

use std::path::PathBuf;

use anyhow::{Context, bail};
use testkit::guard;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let map = guard::directory();
    let argumenten: Vec<String> = std::env::args().skip(1).collect();
    match argumenten
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["setup"] => {
            let testpg: PathBuf = std::env::current_exe()?;
            guard::start_guard(&testpg, &map, std::os::unix::process::parent_id())
        }
        ["bewaak", pid] => guard::watch(&map, pid.parse().context("a process id")?).await,
        _ => bail!("usage: testpg setup | testpg bewaak PID"),
    }
}
