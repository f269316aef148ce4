//! Stock, inflow, outflow, return, lead time and duration (B.5 numbers 1 to 19).

use jiff::{Span, Unit};
use primitives::{Datum, Kwartaal};
use rust_decimal::Decimal;

use super::super::cijfer::Populatie;
use super::super::feiten::{Eindreden, Leveringsoort, Regeling};
use super::super::indicator::Indicator;
use super::super::klasse::{Dimensie, Klasse};
use super::super::opbouw::{Opbouw, Telling};
use super::super::verloop::Uitkeringsloop;
use super::{Noemers, Peiling, last_day_of_entry};

impl Peiling<'_> {
    pub(super) fn add_volume(&self, opbouw: &mut Opbouw, noemers: Noemers) {
        let begin = self.add_bestand(opbouw, noemers);
        self.add_stromen(opbouw, begin);
        self.add_terugkeer(opbouw);
        self.add_invoertermijn(opbouw);
    }

    /// Stock, its classes, its development and its duration; returns the stock at the start.
    fn add_bestand(&self, opbouw: &mut Opbouw, noemers: Noemers) -> Telling {
        let stock = |opbouw: &mut Opbouw, populatie, kwartaal: Kwartaal| {
            let dag = kwartaal.last_day();
            // What is not known counts as nobody, and a figure divided by nobody is absent.
            let aantal = if self.knows(dag) {
                self.verloop.lopend_op(dag).count()
            } else {
                0
            };
            opbouw.count(populatie, aantal)
        };
        let nu = stock(opbouw, Populatie::Uitkeringen, self.kwartaal);
        let begin = stock(opbouw, Populatie::UitkeringenBegin, self.kwartaal.plus(-1));
        let jaar_eerder = stock(
            opbouw,
            Populatie::UitkeringenJaarEerder,
            self.kwartaal.plus(-4),
        );
        let lopend: Vec<_> = self.verloop.lopend_op(self.laatste_dag).collect();
        let regelingen = lopend.iter().map(|l| of_regeling(l.regeling));
        let duren = lopend
            .iter()
            .map(|l| Klasse::of_duur(l.van, self.laatste_dag));
        let leeftijden = self
            .personen
            .values()
            .map(|geboren| Klasse::of_leeftijd(*geboren, self.laatste_dag));

        opbouw.add_aantal(Indicator::BestandUitkeringen, nu);
        opbouw.add_klassen(
            Indicator::BestandUitkeringen,
            nu,
            Dimensie::Regeling,
            regelingen,
        );
        opbouw.add_klassen(Indicator::BestandUitkeringen, nu, Dimensie::Duur, duren);
        opbouw.add_aantal(Indicator::BestandPersonen, noemers.personen);
        let personen = noemers.personen;
        opbouw.add_klassen(
            Indicator::BestandPersonen,
            personen,
            Dimensie::Leeftijd,
            leeftijden,
        );
        opbouw.add_groei(Indicator::Volumeontwikkeling, nu, begin);
        opbouw.add_groei(Indicator::VolumeontwikkelingJaar, nu, jaar_eerder);
        let maanden = lopend.iter().map(|l| self.months_since(l)).sum();
        opbouw.add_gemiddelde(Indicator::Uitkeringsduur, maanden, nu);
        begin
    }

    fn add_stromen(&self, opbouw: &mut Opbouw, begin: Telling) {
        let instroom = self.verloop.instroom(self.kwartaal).count();
        let uitgestroomd: Vec<_> = self.verloop.uitstroom(self.kwartaal).collect();
        let naar_werk = uitgestroomd
            .iter()
            .filter(|l| l.eindreden() == Some(Eindreden::Werk))
            .count();
        let instroom = opbouw.count(Populatie::Instroom, instroom);
        let uitstroom = opbouw.count(Populatie::Uitstroom, uitgestroomd.len());
        let naar_werk = opbouw.count(Populatie::UitstroomNaarWerk, naar_werk);
        opbouw.add_verhouding(Indicator::Instroom, instroom, begin);
        opbouw.add_verhouding(Indicator::Uitstroom, uitstroom, begin);
        opbouw.add_deel(Indicator::UitstroomNaarWerk, naar_werk, uitstroom);
    }

    /// Looks a year back, so that the year after each end is over.
    fn add_terugkeer(&self, opbouw: &mut Opbouw) {
        let toen = self.kwartaal.plus(-4);
        let uitgestroomd: Vec<_> = self
            .verloop
            .uitstroom(toen)
            .filter(|_| self.knows(toen.first_day()))
            .collect();
        let is_terug = |l: &Uitkeringsloop| {
            l.tot
                .map(|tot| tot.saturating_add(Span::new().months(12)))
                .is_some_and(|grens| self.verloop.is_hervat(l, grens))
        };
        let terug = uitgestroomd.iter().filter(|l| is_terug(l)).count();
        opbouw.count(
            Populatie::InstroomJaarEerder,
            self.verloop.instroom(toen).count(),
        );
        let uitstroom = opbouw.count(Populatie::UitstroomJaarEerder, uitgestroomd.len());
        let terug = opbouw.count(Populatie::Teruggekeerd, terug);
        opbouw.add_deel(Indicator::Terugkeer, terug, uitstroom);
    }

    fn add_invoertermijn(&self, opbouw: &mut Opbouw) {
        let dagen = self.kwartaal.first_day()..=self.laatste_dag;
        let ingevoerd: Vec<_> = self
            .verloop
            .lopen
            .iter()
            .filter_map(|l| Some((l.van, l.ingevoerd_op?)))
            .filter(|(_, op)| dagen.contains(op))
            .collect();
        let op_tijd = ingevoerd
            .iter()
            .filter(|(van, op)| *op <= last_day_of_entry(*van))
            .count();
        let op_tijd = opbouw.count(Populatie::IngevoerdOpTijd, op_tijd);
        let ingevoerd = opbouw.count(Populatie::Ingevoerd, ingevoerd.len());
        opbouw.add_verhouding(Indicator::Invoertermijn, op_tijd, ingevoerd);
    }

    /// Whether the benefits that ran on a day are known: not before the first file, which holds only those that
    /// still ran then.
    fn knows(&self, dag: Datum) -> bool {
        let bus = self.feiten.leveringen.iter();
        let eerste = bus
            .filter(|levering| levering.soort == Leveringsoort::Bus)
            .map(|levering| levering.maand.first_day())
            .min();
        // Who had a benefit on the day before the first month, is in it.
        eerste.is_some_and(|eerste| dag.saturating_add(Span::new().days(1)) >= eerste)
    }

    /// Months of a twelfth of 365,25 days since the benefit began.
    fn months_since(&self, lopend: &Uitkeringsloop) -> Decimal {
        // Two civil dates always differ by a number of days.
        let dagen = lopend
            .van
            .until((Unit::Day, self.laatste_dag))
            .map_or(0, |span| span.get_days());
        let jaar = Decimal::new(36525, 2);
        Decimal::from(dagen) * Decimal::from(12) / jaar
    }
}

const fn of_regeling(regeling: Regeling) -> Klasse {
    match regeling {
        Regeling::Participatiewet => Klasse::RegelingParticipatiewet,
        Regeling::Ioaw => Klasse::RegelingIoaw,
        Regeling::Ioaz => Klasse::RegelingIoaz,
        Regeling::Bbz => Klasse::RegelingBbz,
    }
}
