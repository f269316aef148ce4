//! The fields of the decision form, between what the browser sends and what the domain reads.

use domain::beleid::{
    BehandelingInvoer, BesluitInvoer, GrondslagInvoer, IntrekkingInvoer, RedenVanAfwijking,
    UitkomstInvoer, VoorstelInvoer, WaardeInvoer,
};
use primitives::{Veldcontrole, Veldfouten};

/// More rows than this no page of ours has.
const RIJEN_MAX: usize = 200;

/// The fields as sent, in order; names may come back.
#[derive(Debug, Default)]
pub(super) struct Besluitvelden(Vec<(String, String)>);

impl Besluitvelden {
    pub(super) const fn new(paren: Vec<(String, String)>) -> Self {
        Self(paren)
    }

    /// Every field with its value.
    pub(super) fn list(&self) -> &[(String, String)] {
        &self.0
    }

    /// The first value of a name; empty when absent.
    pub(super) fn get(&self, naam: &str) -> &str {
        let paar = self.0.iter().find(|(sleutel, _)| sleutel == naam);
        paar.map_or("", |(_, waarde)| waarde)
    }

    /// Every value of a name.
    pub(super) fn all(&self, naam: &str) -> Vec<&str> {
        let eigen = self.0.iter().filter(|(sleutel, _)| sleutel == naam);
        eigen.map(|(_, waarde)| waarde.as_str()).collect()
    }

    /// Whether a name came with this value: a box that was ticked.
    pub(super) fn has(&self, naam: &str, waarde: &str) -> bool {
        self.0.iter().any(|(n, w)| n == naam && w == waarde)
    }

    /// How many rows for values the page had.
    pub(super) fn rijen(&self) -> usize {
        let is_rij = |plek: &usize| {
            let naam = format!("waarden.{plek}.sleutel");
            self.0.iter().any(|(sleutel, _)| *sleutel == naam)
        };
        (0..RIJEN_MAX).take_while(is_rij).count()
    }

    /// A field of a row.
    pub(super) fn in_rij(&self, plek: usize, veld: &str) -> &str {
        self.get(&format!("waarden.{plek}.{veld}"))
    }

    /// The text of a proposal, as the fields of its form.
    pub(super) fn from_invoer(invoer: &VoorstelInvoer) -> Self {
        let paar = |naam: &str, waarde: &str| (naam.to_owned(), waarde.to_owned());
        let mut paren = vec![
            paar("titel", &invoer.titel),
            paar("toelichting", &invoer.toelichting),
            paar("kaders", &invoer.kaders.join("\n")),
            paar("inwerkingtreding", &invoer.inwerkingtreding),
            paar("terugwerkend", &invoer.terugwerkend),
            paar("vast", &invoer.waarden.len().to_string()),
        ];
        for (plek, waarde) in invoer.waarden.iter().enumerate() {
            for (naam, tekst) in [
                ("sleutel", &waarde.sleutel),
                ("waarde", &waarde.waarde),
                ("van", &waarde.van),
                ("tot", &waarde.tot),
                ("gebied", &waarde.gebied),
            ] {
                paren.push(paar(&format!("waarden.{plek}.{naam}"), tekst));
            }
        }
        let intrekkingen = invoer.intrekkingen.iter();
        paren.extend(intrekkingen.map(|i| paar("intrekken", &intrekkeuze(&i.sleutel, &i.gebied))));
        let doorrekeningen = invoer.doorrekeningen.iter();
        paren.extend(doorrekeningen.map(|kenmerk| paar("doorrekeningen", kenmerk)));
        if let Some(grondslag) = &invoer.grondslag {
            paren.push(paar("basisset", &grondslag.basisset));
            paren.push(paar("basisversie", &grondslag.versie));
            let redenen = grondslag.afwijkingen.iter();
            paren.extend(redenen.map(|r| paar(&format!("grondslag.{}", r.sleutel), &r.reden)));
        }
        Self(paren)
    }

    /// The text of a proposal as typed, and which rows remained.
    pub(super) fn voorstelinvoer(&self) -> (VoorstelInvoer, Vec<usize>) {
        let (besluit, plekken) = self.invoer();
        let invoer = VoorstelInvoer {
            titel: besluit.titel,
            toelichting: besluit.toelichting,
            kaders: besluit.kaders,
            inwerkingtreding: besluit.inwerkingtreding,
            terugwerkend: besluit.terugwerkend,
            waarden: besluit.waarden,
            intrekkingen: besluit.intrekkingen,
            doorrekeningen: self
                .all("doorrekeningen")
                .into_iter()
                .map(str::to_owned)
                .collect(),
            grondslag: self.grondslag(),
        };
        (invoer, plekken)
    }

    /// The base on which the proposal rests as typed, if it rests on one.
    fn grondslag(&self) -> Option<GrondslagInvoer> {
        let basisset = self.get("basisset").to_owned();
        let reden = |(naam, reden): &(String, String)| {
            let sleutel = naam.strip_prefix("grondslag.")?.to_owned();
            let reden = reden.clone();
            Some(RedenVanAfwijking { sleutel, reden })
        };
        (!basisset.is_empty()).then(|| GrondslagInvoer {
            basisset,
            versie: self.get("basisversie").to_owned(),
            afwijkingen: self.0.iter().filter_map(reden).collect(),
        })
    }

    /// The treatment of a proposal as typed, and which rows remained.
    pub(super) fn behandeling(&self) -> (BehandelingInvoer, Vec<usize>) {
        let (besluit, plekken) = self.invoer();
        let invoer = BehandelingInvoer {
            vergaderdatum: besluit.vergaderdatum,
            uitkomst: besluit.uitkomst,
            nummer: besluit.nummer,
            inwerkingtreding: besluit.inwerkingtreding,
            terugwerkend: besluit.terugwerkend,
            kaders: Some(besluit.kaders),
            waarden: Some(besluit.waarden),
            intrekkingen: Some(besluit.intrekkingen),
        };
        (invoer, plekken)
    }

    /// Frames in words: each on a line of its own.
    pub(super) fn kaders(&self) -> Vec<String> {
        self.get("kaders").lines().map(str::to_owned).collect()
    }

    /// Which values are taken back: the ticked parameters, from the entry into force on.
    pub(super) fn intrekkingen(&self) -> Vec<IntrekkingInvoer> {
        let sleutels = self.all("intrekken").into_iter();
        let sleutels = sleutels.filter(|sleutel| !sleutel.trim().is_empty());
        let intrekking = |keuze: &str| {
            let (sleutel, gebied) = keuze.split_once(' ').unwrap_or((keuze, ""));
            IntrekkingInvoer {
                sleutel: sleutel.to_owned(),
                vanaf: String::new(),
                gebied: gebied.to_owned(),
            }
        };
        sleutels.map(intrekking).collect()
    }

    /// The decision as typed, without the rows in which nothing was typed; and which rows remained.
    pub(super) fn invoer(&self) -> (BesluitInvoer, Vec<usize>) {
        let is_gevuld = |plek: &usize| {
            ["waarde", "van", "tot"]
                .iter()
                .any(|veld| !self.in_rij(*plek, veld).trim().is_empty())
        };
        let plekken: Vec<usize> = (0..self.rijen()).filter(is_gevuld).collect();
        let tekst = |naam: &str| self.get(naam).to_owned();
        let rij = |plek: &usize| WaardeInvoer {
            sleutel: self.in_rij(*plek, "sleutel").to_owned(),
            waarde: self.in_rij(*plek, "waarde").to_owned(),
            van: self.in_rij(*plek, "van").to_owned(),
            tot: self.in_rij(*plek, "tot").to_owned(),
            gebied: self.in_rij(*plek, "gebied").to_owned(),
        };
        let invoer = BesluitInvoer {
            kaders: self.kaders(),
            intrekkingen: self.intrekkingen(),
            nummer: tekst("nummer"),
            titel: tekst("titel"),
            vergaderdatum: tekst("vergaderdatum"),
            toelichting: tekst("toelichting"),
            uitkomst: UitkomstInvoer {
                beslissing: tekst("uitkomst.beslissing"),
                amendement: tekst("uitkomst.amendement"),
                stemming: tekst("uitkomst.stemming"),
                stemmen_voor: tekst("uitkomst.stemmenVoor"),
                stemmen_tegen: tekst("uitkomst.stemmenTegen"),
                uitgereikt_bij: tekst("uitkomst.uitgereiktBij"),
                opmerkingen: tekst("uitkomst.opmerkingen"),
            },
            inwerkingtreding: tekst("inwerkingtreding"),
            terugwerkend: tekst("terugwerkend"),
            waarden: plekken.iter().map(rij).collect(),
        };
        (invoer, plekken)
    }
}

/// What a box to take back stands for: a parameter, in an area if its own value ends.
pub(super) fn intrekkeuze(sleutel: &str, gebied: &str) -> String {
    format!("{sleutel} {gebied}").trim_end().to_owned()
}

/// Faults at the rows of the page, where the domain counted only the rows that were filled.
pub(super) fn place_fouten(fouten: Veldfouten, plekken: &[usize]) -> Veldfouten {
    let mut controle = Veldcontrole::default();
    for fout in fouten.list() {
        controle.refuse(place(&fout.veld, plekken), fout.melding.clone());
    }
    controle.finish().err().unwrap_or(fouten)
}

fn place(veld: &str, plekken: &[usize]) -> String {
    if veld.starts_with("intrekkingen") {
        return "intrekken".to_owned();
    }
    let gevonden = veld.strip_prefix("waarden.").and_then(|rest| {
        let (nummer, naam) = rest.split_once('.')?;
        let plek = plekken.get(nummer.parse::<usize>().ok()?)?;
        Some(format!("waarden.{plek}.{naam}"))
    });
    gevonden.unwrap_or_else(|| veld.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_rows_fall_away_and_faults_find_their_row_again() {
        let paren = [
            ("waarden.0.sleutel", "iit.bedrag.alleenstaande"),
            ("waarden.0.waarde", " "),
            ("waarden.1.sleutel", "iit.referteperiode"),
            ("waarden.1.waarde", "drie"),
        ];
        let paar = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
        let velden = Besluitvelden::new(paren.map(paar).to_vec());
        let (invoer, plekken) = velden.invoer();
        assert_eq!(
            (invoer.waarden.len(), plekken.as_slice()),
            (1, [1].as_slice())
        );
        let fouten = place_fouten(Veldfouten::single("waarden.0.waarde", "x"), &plekken);
        assert_eq!(fouten.list()[0].veld, "waarden.1.waarde");
        assert_eq!(place("waarden", &plekken), "waarden");
    }
}
