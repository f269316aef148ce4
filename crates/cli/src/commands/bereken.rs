//! `stuurhuis bereken`: the right of one household, or of many in a stream, as JSON (contract 2.1).

use std::collections::HashMap;
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use application::beleid::{BeleidError, load_beleid};
use domain::beleid::Beleid;
use domain::bevoegdheid::{Actor, Rol};
use domain::recht::bericht::{Herzieningsvraag, Reeksvraag, Vraag, Werkberekeningsvraag};
use persistence::{DbError, DbRol, PlatformTx, TenantTx, gemeente};
use primitives::{Clock, GemeenteCode, Moment, SystemClock, Veldfouten};
use serde_json::json;

use crate::log;
use crate::omgeving::Omgeving;

/// A question of a household fits many times in this; a longer one is refused, so that memory stays flat.
const VRAAG_MAX: usize = 1024 * 1024;

/// De vraag staat op de standaardinvoer.
#[derive(clap::Args)]
pub struct Args {
    /// Eén vraag per regel; de antwoorden komen in dezelfde volgorde, ook een per regel.
    #[arg(long)]
    stroom: bool,
    #[command(flatten)]
    soort: Soortkeuze,
    /// Laat de uitleg weg.
    #[arg(long)]
    zonder_uitleg: bool,
}

/// Waar een vraag over gaat; zonder keuze over een huishouden in een maand.
#[derive(clap::Args)]
#[group(multiple = false)]
struct Soortkeuze {
    /// Elke vraag gaat over een huishouden door de maanden heen (docs/berekeningsreeks.md).
    #[arg(long)]
    maanden: bool,
    /// Elke vraag legt een eerder besluit naast wat nu bekend is (docs/herziening.md).
    #[arg(long)]
    herziening: bool,
    /// Elke vraag gaat over wat meer werken oplevert (docs/armoedeval.md).
    #[arg(long)]
    werken: bool,
}

impl Soortkeuze {
    const fn read(&self) -> Soort {
        if self.herziening {
            Soort::Herziening
        } else if self.maanden {
            Soort::Maanden
        } else if self.werken {
            Soort::Werken
        } else {
            Soort::Maand
        }
    }
}

/// Runs the command.
pub async fn run(config: &Path, args: &Args) -> anyhow::Result<()> {
    let mut rekenaar = Rekenaar {
        config,
        now: SystemClock.now(),
        zonder_uitleg: args.zonder_uitleg,
        soort: args.soort.read(),
        omgeving: None,
        beleid: HashMap::new(),
    };
    if args.stroom {
        answer_stream(&mut rekenaar).await
    } else {
        answer_one(&mut rekenaar).await
    }
}

async fn answer_one(rekenaar: &mut Rekenaar<'_>) -> anyhow::Result<()> {
    let mut json = Vec::new();
    let grens = u64::try_from(VRAAG_MAX + 1).unwrap_or(u64::MAX);
    io::stdin()
        .lock()
        .take(grens)
        .read_to_end(&mut json)
        .context("de vraag op de standaardinvoer is niet te lezen")?;
    let antwoord = if json.len() > VRAAG_MAX {
        Err(too_long())
    } else {
        rekenaar.answer(&json).await?
    };
    match antwoord {
        Ok(antwoord) => log::say(&antwoord),
        Err(fouten) => {
            let velden: Vec<String> = fouten
                .list()
                .iter()
                .map(|fout| format!("\n- {}: {}", fout.veld, fout.melding))
                .collect();
            bail!(
                "de vraag klopt niet. Verbeter dit en stel de vraag opnieuw:{}",
                velden.concat()
            )
        }
    }
}

async fn answer_stream(rekenaar: &mut Rekenaar<'_>) -> anyhow::Result<()> {
    let mut invoer = io::stdin().lock();
    let mut uitvoer = BufWriter::new(io::stdout());
    let mut regel = Vec::new();
    let (mut nummer, mut fout_aantal) = (0_u64, 0_u64);
    loop {
        let gelezen = read_regel(&mut invoer, &mut regel)
            .context("de vragen op de standaardinvoer zijn niet te lezen")?;
        nummer += 1;
        let antwoord = match gelezen {
            Gelezen::Einde => break,
            Gelezen::Regel if regel.trim_ascii().is_empty() => continue,
            Gelezen::Regel => rekenaar.answer(&regel).await?,
            Gelezen::TeLang => Err(too_long()),
        };
        let json = match antwoord {
            Ok(antwoord) => antwoord,
            Err(fouten) => {
                fout_aantal += 1;
                json!({ "uitkomst": "fout", "regel": nummer, "fouten": fouten.list() }).to_string()
            }
        };
        writeln!(uitvoer, "{json}").context("de uitvoer kan niet worden geschreven")?;
    }
    uitvoer
        .flush()
        .context("de uitvoer kan niet worden geschreven")?;
    if fout_aantal > 0 {
        bail!(
            "{fout_aantal} vragen kloppen niet. Zoek in de uitvoer naar \"uitkomst\":\"fout\", verbeter die regels en stel ze opnieuw"
        );
    }
    Ok(())
}

fn too_long() -> Veldfouten {
    Veldfouten::single("bericht", "deze vraag is langer dan 1 MB")
}

/// What was found on the input.
enum Gelezen {
    Regel,
    TeLang,
    Einde,
}

/// Reads a line into `regel`; of a line that is too long the rest is skipped.
fn read_regel(invoer: &mut impl BufRead, regel: &mut Vec<u8>) -> io::Result<Gelezen> {
    regel.clear();
    let grens = u64::try_from(VRAAG_MAX + 1).unwrap_or(u64::MAX);
    if invoer.by_ref().take(grens).read_until(b'\n', regel)? == 0 {
        return Ok(Gelezen::Einde);
    }
    if regel.last() == Some(&b'\n') || regel.len() <= VRAAG_MAX {
        return Ok(Gelezen::Regel);
    }
    loop {
        let stuk = invoer.fill_buf()?;
        let Some(plek) = stuk.iter().position(|byte| *byte == b'\n') else {
            let lengte = stuk.len();
            invoer.consume(lengte);
            if lengte == 0 {
                return Ok(Gelezen::TeLang);
            }
            continue;
        };
        invoer.consume(plek + 1);
        return Ok(Gelezen::TeLang);
    }
}

/// Answers questions; reaches for the database only when a question needs a council's values.
struct Rekenaar<'a> {
    config: &'a Path,
    now: Moment,
    zonder_uitleg: bool,
    soort: Soort,
    omgeving: Option<Omgeving>,
    /// By municipality and area, as it holds there; none for one that does not take part.
    beleid: HashMap<(GemeenteCode, Option<GemeenteCode>), Option<Beleid>>,
}

/// What a question is about.
#[derive(Clone, Copy)]
enum Soort {
    Maand,
    Maanden,
    Herziening,
    Werken,
}

impl Rekenaar<'_> {
    /// The answer as JSON on one line.
    async fn answer(&mut self, json: &[u8]) -> anyhow::Result<Result<String, Veldfouten>> {
        match self.soort {
            Soort::Maand => self.answer_maand(json).await,
            Soort::Maanden => self.answer_maanden(json).await,
            Soort::Herziening => self.answer_herziening(json).await,
            Soort::Werken => self.answer_werken(json).await,
        }
    }

    async fn answer_werken(&mut self, json: &[u8]) -> anyhow::Result<Result<String, Veldfouten>> {
        let vraag = match Werkberekeningsvraag::parse(json) {
            Ok(vraag) => vraag,
            Err(fouten) => return Ok(Err(fouten)),
        };
        let (now, zonder_uitleg) = (self.now, self.zonder_uitleg);
        let mut antwoord = match self.beleid(vraag.gemeente, vraag.gebied).await? {
            Ok(beleid) => vraag.calculate(beleid, now),
            Err(fouten) => return Ok(Err(fouten)),
        };
        if zonder_uitleg {
            antwoord.uitleg.clear();
        }
        Ok(Ok(serde_json::to_string(&antwoord)?))
    }

    async fn answer_herziening(
        &mut self,
        json: &[u8],
    ) -> anyhow::Result<Result<String, Veldfouten>> {
        let mut vraag = match Herzieningsvraag::parse(json) {
            Ok(vraag) => vraag,
            Err(fouten) => return Ok(Err(fouten)),
        };
        if vraag.needs_beleid() {
            let now = self.now;
            match self.beleid(vraag.gemeente(), vraag.gebied()).await? {
                Ok(beleid) => vraag = vraag.with_beleid(beleid, now),
                Err(fouten) => return Ok(Err(fouten)),
            }
        }
        let antwoord = if self.zonder_uitleg {
            vraag.calculate_zonder_uitleg()
        } else {
            vraag.calculate()
        };
        Ok(Ok(serde_json::to_string(&antwoord)?))
    }

    async fn answer_maanden(&mut self, json: &[u8]) -> anyhow::Result<Result<String, Veldfouten>> {
        let mut vraag = match Reeksvraag::parse(json) {
            Ok(vraag) => vraag,
            Err(fouten) => return Ok(Err(fouten)),
        };
        if vraag.needs_beleid() {
            let now = self.now;
            match self.beleid(vraag.gemeente, vraag.gebied).await? {
                Ok(beleid) => vraag = vraag.with_beleid(beleid.clone(), now),
                Err(fouten) => return Ok(Err(fouten)),
            }
        }
        let antwoord = if self.zonder_uitleg {
            vraag.calculate_zonder_uitleg()
        } else {
            vraag.calculate()
        };
        Ok(Ok(serde_json::to_string(&antwoord)?))
    }

    async fn answer_maand(&mut self, json: &[u8]) -> anyhow::Result<Result<String, Veldfouten>> {
        let mut vraag = match Vraag::parse(json) {
            Ok(vraag) => vraag,
            Err(fouten) => return Ok(Err(fouten)),
        };
        if vraag.needs_beleid() {
            let now = self.now;
            match self.beleid(vraag.gemeente, vraag.gebied).await? {
                Ok(beleid) => vraag = vraag.with_geldend_beleid(beleid, now),
                Err(fouten) => return Ok(Err(fouten)),
            }
        }
        let antwoord = if self.zonder_uitleg {
            vraag.calculate_zonder_uitleg()
        } else {
            vraag.calculate()
        };
        Ok(Ok(serde_json::to_string(&antwoord)?))
    }

    /// The policy of a municipality, read once, as it holds in an area; a fault when it does not take part.
    async fn beleid(
        &mut self,
        code: GemeenteCode,
        gebied: Option<GemeenteCode>,
    ) -> anyhow::Result<Result<&Beleid, Veldfouten>> {
        let plek = (code, gebied);
        if !self.beleid.contains_key(&plek) {
            let beleid = self.load_beleid(code).await?;
            let daar = beleid.map(|beleid| beleid.in_gebied(gebied));
            self.beleid.insert(plek, daar);
        }
        Ok(match self.beleid.get(&plek).and_then(Option::as_ref) {
            Some(beleid) => Ok(beleid),
            None => Err(Veldfouten::single(
                "gemeente",
                "deze gemeente doet niet mee aan de samenwerking",
            )),
        })
    }

    async fn load_beleid(&mut self, code: GemeenteCode) -> anyhow::Result<Option<Beleid>> {
        let omgeving = if let Some(omgeving) = self.omgeving.take() {
            self.omgeving.insert(omgeving)
        } else {
            let omgeving = Omgeving::start(self.config).await.context(
                "de waarden van de gemeente staan in de database; geef ze op als parameters of verbeter dit",
            )?;
            self.omgeving.insert(omgeving)
        };
        let gemeenten = omgeving
            .db
            .in_platform(
                "list_gemeenten",
                async |tx: &mut PlatformTx| -> Result<_, DbError> { gemeente::list(tx).await },
            )
            .await
            .context("de gemeenten zijn niet te lezen")?;
        if !gemeenten.iter().any(|gemeente| gemeente.code == code) {
            return Ok(None);
        }
        let actor = Actor::system("bereken", Rol::Consulent);
        let beleid = omgeving
            .db
            .in_tenant(
                "load_beleid",
                code,
                DbRol::Uitvoering,
                async |tx: &mut TenantTx| -> Result<_, BeleidError> {
                    load_beleid(tx, &actor).await
                },
            )
            .await
            .with_context(|| format!("het beleid van {code} is niet te lezen"))?;
        Ok(Some(beleid))
    }
}
