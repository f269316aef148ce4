//! The smallest writer of well-formed XML that charts and spreadsheets need.

use std::fmt::{Display, Write};

/// Attributes of an element, in the order in which they are written.
pub(crate) type Attributen<'a> = &'a [(&'a str, &'a dyn Display)];

/// XML under construction: elements are closed in the order in which they were opened, and every text and
/// attribute is escaped.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    uit: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// An empty document without declaration, to stand inside a page.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A document of its own, with the declaration that files have.
    pub(crate) fn document() -> Self {
        Self {
            uit: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"),
            open: Vec::new(),
        }
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, naam: &'static str, attributen: Attributen<'_>) -> &mut Self {
        self.write_tag(naam, attributen, ">");
        self.open.push(naam);
        self
    }

    /// Writes an element without content.
    pub(crate) fn leaf(&mut self, naam: &'static str, attributen: Attributen<'_>) -> &mut Self {
        self.write_tag(naam, attributen, "/>");
        self
    }

    /// Writes an element that holds only text.
    pub(crate) fn element(
        &mut self,
        naam: &'static str,
        attributen: Attributen<'_>,
        tekst: &str,
    ) -> &mut Self {
        self.open(naam, attributen).text(tekst).close()
    }

    /// Writes text inside the open element.
    pub(crate) fn text(&mut self, tekst: &str) -> &mut Self {
        escape_into(&mut self.uit, tekst);
        self
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self) -> &mut Self {
        if let Some(naam) = self.open.pop() {
            self.uit.push_str("</");
            self.uit.push_str(naam);
            self.uit.push('>');
        }
        self
    }

    /// Closes what is still open and gives the text.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.uit
    }

    fn write_tag(&mut self, naam: &str, attributen: Attributen<'_>, einde: &str) {
        self.uit.push('<');
        self.uit.push_str(naam);
        for (sleutel, waarde) in attributen {
            self.uit.push(' ');
            self.uit.push_str(sleutel);
            self.uit.push_str("=\"");
            // Writing to a String cannot fail.
            if write!(Escaped(&mut self.uit), "{waarde}").is_ok() {
                self.uit.push('"');
            }
        }
        self.uit.push_str(einde);
    }
}

/// Writes through, escaped.
struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, tekst: &str) -> std::fmt::Result {
        escape_into(self.0, tekst);
        Ok(())
    }
}

/// Characters that XML 1.0 cannot hold at all are left out: they come from pasted text and carry no meaning.
fn escape_into(uit: &mut String, tekst: &str) {
    for teken in tekst.chars() {
        match teken {
            '&' => uit.push_str("&amp;"),
            '<' => uit.push_str("&lt;"),
            '>' => uit.push_str("&gt;"),
            '"' => uit.push_str("&quot;"),
            '\'' => uit.push_str("&#39;"),
            '\t' | '\n' | '\r' => uit.push(teken),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => uit.push(teken),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped_and_closed() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", &"\"<'&\u{1}"), ("c", &3)])
            .open("d", &[])
            .text("</a>\u{0}");
        xml.leaf("e", &[]);
        assert_eq!(
            xml.finish(),
            "<a b=\"&quot;&lt;&#39;&amp;\" c=\"3\"><d>&lt;/a&gt;<e/></d></a>"
        );
    }
}
