//! Charts as SVG text, for pages and documents alike.
//!
//! Every chart has a title, a description and ids of its own, carries no style attribute and no script (the
//! pages allow neither), and never tells things apart by colour alone. The drawing is 360 units wide so that
//! its letters stay readable on a screen of 320 pixels; a style sheet may change colours by the classes
//! `grafiek__*`. The same numbers belong in a table beside it: that is the caller's part.

mod kader;
mod lijn;
mod schaal;
mod sparkline;
mod staaf;
mod stapel;

pub use lijn::{Lijngrafiek, Reeks, Reekssoort, Tik, render_lijngrafiek};
pub use sparkline::{Sparkline, render_sparkline};
pub use staaf::{Grens, Staaf, Staafgrafiek, render_staafgrafiek};
pub use stapel::{Deel, Stapel, Stapelgrafiek, render_stapelgrafiek};

/// What every chart tells about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opschrift {
    /// Distinguishes this chart from the others on the page; other characters than letters, digits and
    /// hyphens are left out.
    pub id: String,
    /// What the chart is about, in a few words.
    pub titel: String,
    /// What there is to see, in a sentence or two, for who does not see it.
    pub omschrijving: String,
}
