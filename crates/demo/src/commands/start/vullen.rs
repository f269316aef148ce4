//! Filling the demo the first time, by the commands that an operator would use.

use std::fs;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, anyhow, bail};
use demo::aanvragen::{AANVRAGERS, render_aanvragen};
use demo::herzieningen::{HERZIENEN, render_herzieningen};
use primitives::{Bsn, Clock, Maand, SystemClock, datum_in_nederland};
use tokio::process::Command;

use super::configuratie::Configuratie;

/// The six municipalities of the seeds: code, name, first day, on whose behalf, colour.
const GEMEENTEN: [[&str; 5]; 6] = [
    [
        "GM1859",
        "Berkelland",
        "2021-01-01",
        "gedelegeerd",
        "#005b82",
    ],
    [
        "GM1586",
        "Oost Gelre",
        "2021-01-01",
        "gedelegeerd",
        "#7a1f5c",
    ],
    [
        "GM0294",
        "Winterswijk",
        "2021-01-01",
        "gedelegeerd",
        "#0b5e54",
    ],
    [
        "GM1509",
        "Oude IJsselstreek",
        "2021-01-01",
        "advies",
        "#8a3b12",
    ],
    ["GM0267", "Nijkerk", "2021-01-01", "gemandateerd", "#1d4f91"],
    [
        "GM1966",
        "Het Hogeland",
        "2021-01-01",
        "gedelegeerd",
        "#3d5a1e",
    ],
];

/// A municipality that became part of Het Hogeland on 1 January 2019: code and name (design section 3).
const VROEGER: [[&str; 2]; 1] = [["GM1651", "Eemsmond"]];

/// Quarters that are closed in the demo, and the day up to which registrations count: the first on which every file
/// is due. The next one waits for whoever tries the demo as management.
const KWARTALEN: [[&str; 2]; 8] = [
    ["2024-K3", "2024-10-28"],
    ["2024-K4", "2025-01-28"],
    ["2025-K1", "2025-04-28"],
    ["2025-K2", "2025-07-28"],
    ["2025-K3", "2025-10-28"],
    ["2025-K4", "2026-01-28"],
    ["2026-K1", "2026-04-28"],
    ["2026-K2", "2026-07-28"],
];
/// Who is told of what comes next: a commissioner and the clerk of the council for each municipality, and the board of all.
const BESTUUR: &str = "bestuur@werkleerbedrijf.example";
const TOELICHTING: &str = "Demo: gesloten met de gegevens die toen bekend waren.";
/// The municipality whose data are worse, and why (docs/demo-gegevens.md).
const TOELICHTING_LAAT: &str = "GM1509=Demo: Oude IJsselstreek beslist zelf, na advies. De uitvoering hoort laat van een toekenning en voert uitkeringen daardoor laat in. De instroom is nog niet volledig.";

/// Fills the demo, unless that was done before; a filling that was interrupted is done again, which does no harm.
pub async fn fill_once(configuratie: &Configuratie) -> anyhow::Result<()> {
    let gevuld = configuratie.map.join("gevuld");
    if gevuld.is_file() {
        return Ok(());
    }
    let begin = Instant::now();
    println!("De demo wordt gevuld (eenmalig).");
    let bestanden = configuratie.map.join("bestanden").display().to_string();
    run_line(&configuratie.demo(&["genereer", "--uit", &bestanden])).await?;
    for [code, naam, aangesloten_op, uitvoeringsvorm, kleur] in GEMEENTEN {
        println!("  {code} {naam}: schema, sleutel, beleid en 28 maanden bestand");
        let gemeente = [
            "gemeente",
            "toevoegen",
            code,
            "--naam",
            naam,
            "--aangesloten-op",
            aangesloten_op,
        ];
        let vorm = ["--uitvoeringsvorm", uitvoeringsvorm, "--themakleur", kleur];
        run_line(&configuratie.stuurhuis(&[gemeente.as_slice(), &vorm].concat())).await?;
        let map = format!("{bestanden}/{code}");
        let besluiten = format!("{bestanden}/besluiten-{code}.json");
        let inhoud = demo::beleid::find_besluiten(code).context("geen besluiten")?;
        fs::write(&besluiten, inhoud)?;
        run_line(&configuratie.stuurhuis(&["beleid", "importeer", code, &besluiten])).await?;
        run_line(&configuratie.stuurhuis(&["gemeente", "importeer", code, "--map", &map])).await?;
        let formatie = format!("{bestanden}/formatie-{code}.csv");
        let inhoud = demo::formatie::find_formatie(code).context("geen formatie")?;
        fs::write(&formatie, inhoud)?;
        run_line(&configuratie.stuurhuis(&["formatie", "importeer", code, &formatie])).await?;
        let mandaten = format!("{bestanden}/mandaten.json");
        fs::write(&mandaten, demo::mandaten::MANDATEN)?;
        run_line(&configuratie.stuurhuis(&["mandaat", "importeer", code, &mandaten])).await?;
    }
    add_basis(configuratie, &bestanden).await?;
    for [gebied, naam] in VROEGER {
        let gebied = [
            "--gebied",
            gebied,
            "--naam",
            naam,
            "--opgegaan-op",
            "2019-01-01",
        ];
        let regel = [["gemeente", "gebied", "GM1966"].as_slice(), &gebied].concat();
        run_line(&configuratie.stuurhuis(&regel)).await?;
    }
    add_opdrachten(configuratie, &bestanden).await?;
    for [kwartaal, bekend_op] in KWARTALEN {
        println!("  {kwartaal} sluiten voor alle gemeenten");
        let sluit = [
            "kwartaal",
            "sluit",
            kwartaal,
            "--bekend-op",
            bekend_op,
            "--toelichting",
            TOELICHTING,
            "--toelichting-voor",
            TOELICHTING_LAAT,
        ];
        run_line(&configuratie.stuurhuis(&sluit)).await?;
    }
    let instructies = format!("{bestanden}/werkinstructies.json");
    fs::write(&instructies, demo::opdracht::WERKINSTRUCTIES)?;
    run_line(&configuratie.stuurhuis(&["werkinstructie", "importeer", "GM0294", &instructies]))
        .await?;
    let overleggen = format!("{bestanden}/overleggen.json");
    fs::write(&overleggen, demo::overleggen::OVERLEGGEN)?;
    run_line(&configuratie.stuurhuis(&["overleg", "importeer", "GM0294", &overleggen])).await?;
    let zienswijzen = format!("{bestanden}/zienswijzen.json");
    fs::write(&zienswijzen, demo::zienswijzen::ZIENSWIJZEN)?;
    run_line(&configuratie.stuurhuis(&["zienswijze", "importeer", "GM0294", &zienswijzen])).await?;
    add_aanvragen(configuratie, &bestanden).await?;
    add_herzieningen(configuratie, &bestanden).await?;
    add_ontvangers(configuratie).await?;
    fs::write(&gevuld, "")?;
    println!(
        "De demo is gevuld in {:.0} s.",
        begin.elapsed().as_secs_f64()
    );
    Ok(())
}

/// The shared base, once every municipality that takes part is there, and the decisions that rest on it.
async fn add_basis(configuratie: &Configuratie, bestanden: &str) -> anyhow::Result<()> {
    let basissets = format!("{bestanden}/basissets.json");
    fs::write(&basissets, demo::beleid::BASISSETS)?;
    run_line(&configuratie.stuurhuis(&["beleid", "basis", "GM0294", &basissets])).await?;
    for [code, ..] in GEMEENTEN {
        let Some(inhoud) = demo::beleid::find_besluiten_op_basis(code) else {
            continue;
        };
        let besluiten = format!("{bestanden}/besluiten-basis-{code}.json");
        fs::write(&besluiten, inhoud)?;
        run_line(&configuratie.stuurhuis(&["beleid", "importeer", code, &besluiten])).await?;
    }
    Ok(())
}

/// Before the closings, which keep how its items stood.
async fn add_opdrachten(configuratie: &Configuratie, bestanden: &str) -> anyhow::Result<()> {
    for [code, ..] in GEMEENTEN {
        let Some(inhoud) = demo::opdracht::find_opdracht(code) else {
            continue;
        };
        let opdracht = format!("{bestanden}/opdracht-{code}.json");
        fs::write(&opdracht, inhoud)?;
        run_line(&configuratie.stuurhuis(&["opdracht", "importeer", code, &opdracht])).await?;
    }
    Ok(())
}

/// Applications in different states, so that nobody begins with an empty work list. After the closings: they are of today.
async fn add_aanvragen(configuratie: &Configuratie, bestanden: &str) -> anyhow::Result<()> {
    let vandaag = datum_in_nederland(SystemClock.now());
    for [code, _, _, uitvoeringsvorm, _] in GEMEENTEN {
        let Ok(regels) = fs::read_to_string(format!("{bestanden}/aanvragers-{code}.txt")) else {
            println!("  {code}: te weinig mensen zonder uitkering voor aanvragen");
            continue;
        };
        let bsns: Result<Vec<_>, _> = regels.lines().map(Bsn::parse).collect();
        let bsns: [Bsn; AANVRAGERS] = bsns?
            .try_into()
            .map_err(|_| anyhow!("aanvragers-{code}.txt heeft een ander aantal regels"))?;
        let aanvragen = format!("{bestanden}/aanvragen-{code}.json");
        let inhoud = render_aanvragen(&bsns, vandaag, uitvoeringsvorm == "advies");
        fs::write(&aanvragen, inhoud)?;
        run_line(&configuratie.stuurhuis(&["aanvraag", "naspelen", code, &aanvragen])).await?;
    }
    Ok(())
}

/// Reviews of the last delivered month in different states: what was paid on it is looked at again.
async fn add_herzieningen(configuratie: &Configuratie, bestanden: &str) -> anyhow::Result<()> {
    let vandaag = datum_in_nederland(SystemClock.now());
    for [code, _, _, uitvoeringsvorm, _] in GEMEENTEN {
        let Ok(regels) = fs::read_to_string(format!("{bestanden}/herzienen-{code}.txt")) else {
            println!("  {code}: te weinig mensen met een uitkering voor herzieningen");
            continue;
        };
        let mut regels = regels.lines();
        let maand = Maand::parse(regels.next().unwrap_or_default())?;
        let bsns: Result<Vec<_>, _> = regels.map(Bsn::parse).collect();
        let bsns: [Bsn; HERZIENEN] = bsns?
            .try_into()
            .map_err(|_| anyhow!("herzienen-{code}.txt heeft een ander aantal regels"))?;
        let herzieningen = format!("{bestanden}/herzieningen-{code}.json");
        let inhoud = render_herzieningen(&bsns, maand, vandaag, uitvoeringsvorm == "advies");
        fs::write(&herzieningen, inhoud)?;
        run_line(&configuratie.stuurhuis(&["herziening", "naspelen", code, &herzieningen])).await?;
    }
    Ok(())
}

/// After the closings of the past, of which nobody needs to hear any more.
async fn add_ontvangers(configuratie: &Configuratie) -> anyhow::Result<()> {
    for [code, naam, ..] in GEMEENTEN {
        let opdrachtgever = format!(
            "opdrachtgever@{}.example",
            naam.to_lowercase().replace(' ', "-")
        );
        let griffie = opdrachtgever.replacen("opdrachtgever", "griffie", 1);
        for (rol, email) in [
            ("opdrachtgever", opdrachtgever.as_str()),
            ("bestuur", BESTUUR),
            ("griffie", griffie.as_str()),
        ] {
            let ontvanger = [
                "kwartaal",
                "ontvanger",
                code,
                "--rol",
                rol,
                "--email",
                email,
            ];
            run_line(&configuratie.stuurhuis(&ontvanger)).await?;
        }
    }
    Ok(())
}

/// Runs one command; its complaint is ours.
async fn run_line(regel: &[String]) -> anyhow::Result<()> {
    let (programma, rest) = regel.split_first().context("geen programma")?;
    let uitkomst = Command::new(programma)
        .args(rest)
        .stdin(Stdio::null())
        .output()
        .await?;
    if !uitkomst.status.success() {
        bail!(
            "`{}` mislukte: {}",
            regel.join(" "),
            String::from_utf8_lossy(&uitkomst.stderr).trim()
        );
    }
    Ok(())
}
