//! Counters for Prometheus. Labels come from closed sets only: never a person, never an address as typed.

use std::time::Duration;

use prometheus::{Encoder, HistogramOpts, HistogramVec, Registry, TextEncoder};

/// The measurements of this process.
#[derive(Clone, Debug)]
pub struct Metrics {
    registry: Registry,
    verzoeken: HistogramVec,
}

impl Metrics {
    /// An empty set of measurements.
    pub fn try_new() -> Result<Self, prometheus::Error> {
        let opties = HistogramOpts::new(
            "stuurhuis_verzoek_seconden",
            "Duur van verzoeken per methode, route en status.",
        )
        .buckets(vec![0.001, 0.005, 0.015, 0.05, 0.15, 0.5, 1.5, 5.0, 15.0]);
        let verzoeken = HistogramVec::new(opties, &["methode", "route", "status"])?;
        let registry = Registry::new();
        registry.register(Box::new(verzoeken.clone()))?;
        Ok(Self {
            registry,
            verzoeken,
        })
    }

    /// The registry, so that other crates add their own measurements.
    pub const fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The text that Prometheus reads.
    pub fn render(&self) -> Result<String, prometheus::Error> {
        let mut tekst = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut tekst)?;
        Ok(String::from_utf8_lossy(&tekst).into_owned())
    }

    pub(crate) fn observe(&self, methode: &str, route: &str, status: u16, duur: Duration) {
        // A method that somebody invented must not make a new series.
        let methode = match methode {
            "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS" => methode,
            _ => "anders",
        };
        self.verzoeken
            .with_label_values(&[methode, route, &status.to_string()])
            .observe(duur.as_secs_f64());
    }
}
