//! Fictional bsns. RvIG's test range is 9999xxxxx, of which 9.091 pass the eleven test; the demo needs more and uses
//! all of 99xxxxxxx, cut into ten blocks so that no two municipalities share a person.

use anyhow::Context;
use primitives::Bsn;

const BEGIN: u32 = 990_000_000;
const BLOK: u32 = 1_000_000;

/// Gives out the bsns of one block, each once.
pub(super) struct Bsnreeks {
    volgend: u32,
    einde: u32,
}

impl Bsnreeks {
    pub(super) fn new(reeks: u32) -> Self {
        let volgend = BEGIN + reeks.min(9) * BLOK;
        Self {
            volgend,
            einde: volgend + BLOK,
        }
    }

    pub(super) fn next(&mut self) -> anyhow::Result<Bsn> {
        while self.volgend < self.einde {
            let getal = self.volgend;
            self.volgend += 1;
            if let Ok(bsn) = Bsn::parse(&getal.to_string()) {
                return Ok(bsn);
            }
        }
        None.context("de reeks verzonnen bsn's is op")
    }
}
