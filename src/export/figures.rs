//! The table of an exhibit for other programs: exact figures in the units that the headings name.

use super::{About, source_line, sources};
use crate::exhibit::{Citations, Exhibit};
use crate::i18n::export::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::table::{Cell, Column, Row, Table};

/// A cell for other programs.
#[derive(Clone, Debug, PartialEq)]
enum Figure {
    Words(String),
    /// A decimal number: digits, at most one point, perhaps a minus sign.
    Number(String),
    Missing,
}

/// Without what only the page needs: padding, and signs that steer direction.
fn clean(text: &str) -> String {
    let kept = text.chars().filter(|it| {
        !matches!(it, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{2007}' | '\u{2008}')
    });
    kept.collect()
}

/// At most six decimals. Printed from whole numbers: the standard printing of fractions is heavy.
fn decimal(value: f64) -> Option<String> {
    const UNIT: u64 = 1_000_000;
    let scaled = (value * UNIT as f64).round();
    // Beyond, a whole number of millionths is not exact.
    if scaled.is_nan() || scaled.abs() > 9e15 {
        return None;
    }
    let sign = if scaled < 0.0 { "-" } else { "" };
    let scaled = scaled.abs() as u64;
    let mut text = format!("{sign}{}", scaled / UNIT);
    let fraction = scaled % UNIT;
    if fraction > 0 {
        text.push_str(format!(".{fraction:06}").trim_end_matches('0'));
    }
    Some(text)
}

/// Headings and rows, that for the whole last. A heading that does not name percent does so here,
/// where each of its figures is one.
fn figures(table: &Table) -> (Vec<String>, Vec<Vec<Figure>>) {
    let rows = || table.rows.iter().chain(&table.whole);
    let named = Lang::ALL.map(|it| Format::new(it, None).unit(Unit::Percent));
    let headings = table.columns.iter().enumerate().map(|(place, column)| {
        let mut cells = rows().filter_map(|it| it.cells.get(place)).filter(|it| it.order.is_some());
        let bare = !["%"].iter().chain(&named).any(|it| column.heading.contains(it));
        let percent = column.numeric
            && bare
            && cells.clone().next().is_some()
            && cells.all(|it| it.text.contains('%'));
        clean(&column.heading) + if percent { " (%)" } else { "" }
    });
    let figure = |(cell, column): (&Cell, &Column)| match cell.order.filter(|_| column.numeric) {
        Some(exact) => {
            decimal(exact).map_or_else(|| Figure::Words(clean(&cell.text)), Figure::Number)
        }
        None if cell.text.is_empty() => Figure::Missing,
        None => Figure::Words(clean(&cell.text)),
    };
    let row = |row: &Row| row.cells.iter().zip(&table.columns).map(figure).collect();
    (headings.collect(), rows().map(row).collect())
}

/// The addresses of each row, separated by spaces; `None` where there is nothing to name.
fn addresses(exhibit: &Exhibit, about: &About) -> Option<Vec<String>> {
    let rows = exhibit.table.rows.iter().chain(&exhibit.table.whole);
    let join = |read: Vec<(&str, &str)>| {
        let urls: Vec<&str> = read.into_iter().map(|(_, url)| url).collect();
        urls.join(" ")
    };
    let in_record = |row: &Row| join(about.read_in(row.observations.iter().copied()));
    match &exhibit.sources {
        Citations::Elsewhere { of_rows, .. } => {
            let all = join(sources(exhibit, about));
            let own = |(place, row): (usize, &Row)| {
                if !row.observations.is_empty() {
                    return in_record(row);
                }
                of_rows.get(place).unwrap_or(&all).clone()
            };
            Some(rows.enumerate().map(own).collect())
        }
        Citations::InRecord => about.record.map(|_| rows.map(in_record).collect()),
        Citations::Both(pages) => {
            let pages: Vec<&str> = pages.iter().map(|it| it.url.as_str()).collect();
            let with_pages =
                |row| [in_record(row), pages.join(" ")].join(" ").trim_start().to_owned();
            Some(rows.map(with_pages).collect())
        }
    }
}

/// The table as a file that spreadsheets open as it is: comma-separated, in UTF-8 and saying so by
/// its first character. A column at the end holds the addresses where a row's figures were read.
pub fn csv(exhibit: &Exhibit, about: &About) -> String {
    let (mut headings, rows) = figures(&exhibit.table);
    let addresses = addresses(exhibit, about);
    if addresses.is_some() {
        headings.push(words(about.lang).sources.to_owned());
    }
    let mut csv = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                csv.push(',');
            }
            quoted(&mut csv, cell);
        }
        csv.push('\n');
    };
    line(&mut headings.iter().map(String::as_str));
    for (place, row) in rows.iter().enumerate() {
        let own = addresses.as_ref().and_then(|it| it.get(place));
        line(&mut row.iter().map(Figure::text).chain(own.map(String::as_str)));
    }
    csv
}

fn quoted(csv: &mut String, cell: &str) {
    if !cell.contains([',', '"', '\n', '\r']) {
        csv.push_str(cell);
        return;
    }
    csv.push('"');
    for letter in cell.chars() {
        if letter == '"' {
            csv.push('"');
        }
        csv.push(letter);
    }
    csv.push('"');
}

impl Figure {
    fn text(&self) -> &str {
        match self {
            Figure::Words(text) | Figure::Number(text) => text,
            Figure::Missing => "",
        }
    }
}

/// The exhibit for programs: title, sentence, unit, notes, where from, and the table as columns
/// and rows of numbers, texts and `null`s.
pub fn json(exhibit: &Exhibit, about: &About) -> String {
    let (headings, rows) = figures(&exhibit.table);
    let mut json = Json(String::from("{\n"));
    for (key, value) in [
        ("title", &exhibit.reading.title),
        ("sentence", &exhibit.reading.sentence),
        ("unit", &exhibit.unit),
        ("name", &exhibit.name.to_owned()),
        ("language", &about.lang.code().to_owned()),
        ("page", &about.site),
        ("address", &about.address),
        ("vintage", &about.vintage),
        ("published", &about.published),
        ("source", &source_line(exhibit, about.lang)),
    ] {
        json.key(key);
        json.text(&clean(value));
        json.0.push_str(",\n");
    }
    json.key("notes");
    json.list(exhibit.beside.iter().chain(&exhibit.notes), |json, it| json.text(&clean(it)));
    json.0.push_str(",\n");
    json.key("sources");
    json.list(sources(exhibit, about).into_iter(), |json, (name, url)| {
        json.0.push_str("{\"name\": ");
        json.text(name);
        json.0.push_str(", \"url\": ");
        json.text(url);
        json.0.push('}');
    });
    json.0.push_str(",\n");
    json.key("columns");
    json.list(headings.iter(), |json, it| json.text(it));
    json.0.push_str(",\n");
    json.key("rows");
    let mut begun = false;
    json.0.push('[');
    for row in &rows {
        json.0.push_str(if begun { ",\n    " } else { "\n    " });
        begun = true;
        json.list(row.iter(), |json, it| match it {
            Figure::Words(text) => json.text(text),
            Figure::Number(text) => json.0.push_str(text),
            Figure::Missing => json.0.push_str("null"),
        });
    }
    json.0.push_str("\n  ]\n}\n");
    json.0
}

/// JSON in the making.
struct Json(String);

impl Json {
    fn key(&mut self, key: &str) {
        self.0.push_str("  ");
        self.text(key);
        self.0.push_str(": ");
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                '\u{0}'..='\u{1f}' => self.0.push_str(&format!("\\u{:04x}", letter as u32)),
                letter => self.0.push(letter),
            }
        }
        self.0.push('"');
    }

    fn list<T>(&mut self, items: impl Iterator<Item = T>, mut put: impl FnMut(&mut Json, T)) {
        self.0.push('[');
        for (place, item) in items.enumerate() {
            if place > 0 {
                self.0.push_str(", ");
            }
            put(self, item);
        }
        self.0.push(']');
    }
}

/// The table for the clipboard: with tabs, exact as in files; and as HTML, written as on the page
/// but with signs that spreadsheets read.
pub fn clipboard_table(exhibit: &Exhibit, about: &About) -> (String, String) {
    let table = &exhibit.table;
    let (headings, rows) = figures(table);
    let mut tabs = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                tabs.push('\t');
            }
            tabs.extend(cell.chars().map(|it| if it.is_control() { ' ' } else { it }));
        }
        tabs.push('\n');
    };
    line(&mut headings.iter().map(String::as_str));
    for row in &rows {
        line(&mut row.iter().map(Figure::text));
    }

    let (lang, direction) = (about.lang.code(), if about.lang.is_rtl() { "rtl" } else { "ltr" });
    let mut html = format!("<table lang=\"{lang}\" dir=\"{direction}\"><caption>");
    escaped(&mut html, &exhibit.reading.title);
    html.push_str("</caption><thead><tr>");
    for column in &table.columns {
        html.push_str("<th scope=\"col\">");
        escaped(&mut html, &clean(&column.heading));
        html.push_str("</th>");
    }
    html.push_str("</tr></thead><tbody>");
    for row in table.rows.iter().chain(&table.whole) {
        html.push_str("<tr>");
        for (place, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let tag = if place == 0 { "th" } else { "td" };
            html.push_str(if place == 0 { "<th scope=\"row\">" } else { "<td>" });
            let text = clean(&cell.text);
            let minus = column.numeric && text.contains('\u{2212}');
            escaped(&mut html, &if minus { text.replace('\u{2212}', "-") } else { text });
            html.push_str(&format!("</{tag}>"));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table><p>");
    escaped(&mut html, &source_line(exhibit, about.lang));
    html.push(' ');
    escaped(&mut html, &about.address);
    html.push_str("</p>");
    (tabs, html)
}

fn escaped(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: &[(&str, Option<f64>)]) -> Table {
        let row = |&(text, order): &(&str, Option<f64>)| Row {
            cells: vec![Cell { text: text.to_owned(), order }],
            observations: Vec::new(),
            month: None,
        };
        Table {
            columns: vec![Column { heading: "Figure".to_owned(), numeric: true }],
            rows: cells.iter().map(row).collect(),
            whole: None,
        }
    }

    fn written(cells: &[(&str, Option<f64>)]) -> (String, Vec<String>) {
        let (headings, rows) = figures(&table(cells));
        (headings.concat(), rows.concat().iter().map(|it| it.text().to_owned()).collect())
    }

    #[test]
    fn figures_are_exact() {
        let found = written(&[("238.042", Some(238.042)), ("417\u{2008}\u{2007}", Some(417.0))]);
        assert_eq!(found, ("Figure".to_owned(), vec!["238.042".to_owned(), "417".to_owned()]));
        let found =
            written(&[("\u{2212}3.2%", Some(-3.156)), ("+15.5%", Some(15.534_2)), ("", None)]);
        assert_eq!(
            found,
            ("Figure (%)".into(), vec!["-3.156".into(), "15.5342".into(), "".into()])
        );
        // Of one unit with the next row or not: its own text says which.
        let found = written(&[("238", Some(238.0)), ("+15.5%", Some(15.534_2))]);
        assert_eq!(found.0, "Figure");
        assert_eq!(written(&[("n/a", None), ("1e30", Some(1e30))]).1, ["n/a", "1e30"]);
        assert_eq!(written(&[("\u{2066}−\u{2069}", Some(f64::NAN))]).1, ["−"]);
    }

    #[test]
    fn decimals_are_plain_and_short() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.000_000_4, "0"),
            (238.042, "238.042"),
            (-0.05, "-0.05"),
            (4_503_599_627.25, "4503599627.25"),
        ] {
            assert_eq!(decimal(value).as_deref(), Some(text));
        }
        assert_eq!(decimal(f64::INFINITY), None);
    }
}
