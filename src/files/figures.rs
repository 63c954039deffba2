//! The table of an exhibit for other programs: exact figures in the units that the headings name.

use super::{About, source_line, sources};
use crate::exhibit::{Cited, Exhibit};
use crate::i18n::instruments::files;
use crate::table::{Cell, Row, Table};

/// A cell for other programs.
#[derive(Clone, Debug, PartialEq)]
enum Figure {
    Words(String),
    /// A decimal number: digits, at most one point, perhaps a minus sign.
    Number(String),
    Missing,
}

/// How figures of a column are to be written.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scale {
    /// What the number by which a cell is sorted is multiplied with to get what it says.
    factor: f64,
    /// Whether it says percent.
    percent: bool,
}

/// Crore are tenths of what amounts are sorted by, percent hundreds of ratios.
const FACTORS: [f64; 3] = [1.0, 0.1, 100.0];

/// What readers see is rounded; what it is sorted by is not, but may be in another unit.
fn scale(table: &Table, column: usize) -> Scale {
    let rows = table.rows.iter().chain(&table.whole);
    let cells: Vec<&Cell> = rows.filter_map(|it| it.cells.get(column)).collect();
    let says = |factor: f64| {
        cells.iter().all(|cell| match (cell.order, number_in(&cell.text)) {
            (Some(order), Some((said, rounding))) => {
                (order * factor - said).abs() <= rounding * 0.5 + said.abs() * 1e-9 + 1e-9
            }
            _ => true,
        })
    };
    Scale {
        factor: FACTORS.into_iter().find(|it| says(*it)).unwrap_or(1.0),
        percent: cells.iter().any(|it| it.text.contains('%')),
    }
}

/// The one number that a text holds, and what its last digit counts; `None` when there are
/// several or none.
fn number_in(text: &str) -> Option<(f64, f64)> {
    let mut digits = String::new();
    let mut rounding: Option<f64> = None;
    let mut ended = false;
    for letter in text.chars() {
        match letter {
            '0'..='9' if ended => return None,
            '0'..='9' => {
                digits.push(letter);
                rounding = rounding.map(|it| it / 10.0);
            }
            '\u{2212}' | '-' if digits.is_empty() => digits.push('-'),
            '.' if digits.ends_with(|it: char| it.is_ascii_digit()) && rounding.is_none() => {
                digits.push('.');
                rounding = Some(1.0);
            }
            // Between thousands.
            ',' if !digits.is_empty() => {}
            _ => ended = digits.ends_with(|it: char| it.is_ascii_digit()),
        }
    }
    Some((digits.parse().ok()?, rounding.unwrap_or(1.0)))
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

/// Headings and rows, that for the whole last.
fn figures(table: &Table) -> (Vec<String>, Vec<Vec<Figure>>) {
    let scales: Vec<Option<Scale>> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| column.numeric.then(|| scale(table, place)))
        .collect();
    let headings = table.columns.iter().zip(&scales).map(|(column, scale)| {
        let bare = !["%", "percent", "فیصد"].iter().any(|it| column.heading.contains(it));
        let percent = scale.is_some_and(|it| it.percent) && bare;
        clean(&column.heading) + if percent { " (%)" } else { "" }
    });
    let figure = |cell: &Cell, scale: &Option<Scale>| match (cell.order, scale) {
        (Some(order), Some(scale)) => decimal(order * scale.factor)
            .map_or_else(|| Figure::Words(clean(&cell.text)), Figure::Number),
        _ if cell.text.is_empty() => Figure::Missing,
        _ => Figure::Words(clean(&cell.text)),
    };
    let rows = table.rows.iter().chain(&table.whole).map(|row: &Row| {
        row.cells.iter().zip(&scales).map(|(cell, scale)| figure(cell, scale)).collect()
    });
    (headings.collect(), rows.collect())
}

/// The addresses of each row, separated by spaces; `None` where there is nothing to name.
fn addresses(exhibit: &Exhibit, about: &About) -> Option<Vec<String>> {
    let rows = exhibit.table.rows.iter().chain(&exhibit.table.whole);
    let join = |read: Vec<(&str, &str)>| {
        let urls: Vec<&str> = read.into_iter().map(|(_, url)| url).collect();
        urls.join(" ")
    };
    match exhibit.sources {
        Cited::Elsewhere(_) => {
            let all = join(sources(exhibit, about));
            Some(rows.map(|_| all.clone()).collect())
        }
        Cited::Record => about.record.map(|_| {
            rows.map(|row| join(about.read_in(row.observations.iter().copied()))).collect()
        }),
    }
}

/// The table as a file that spreadsheets open as it is: comma-separated, in UTF-8 and saying so by
/// its first character. A column at the end holds the addresses where a row's figures were read.
pub fn csv(exhibit: &Exhibit, about: &About) -> String {
    let (mut headings, rows) = figures(&exhibit.table);
    let addresses = addresses(exhibit, about);
    if addresses.is_some() {
        headings.push(files::words(about.lang).sources.to_owned());
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
    json.list(exhibit.notes.iter(), |json, it| json.text(&clean(it)));
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
    use crate::table::Column;

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
    fn figures_are_in_the_unit_that_readers_see_and_exact() {
        let found = written(&[("238.042", Some(238.042)), ("417\u{2008}\u{2007}", Some(417.0))]);
        assert_eq!(found, ("Figure".to_owned(), vec!["238.042".to_owned(), "417".to_owned()]));
        // Crore.
        let found = written(&[("23.8042", Some(238.042)), ("0.004", Some(0.04))]);
        assert_eq!(found.1, ["23.8042", "0.004"]);
        // A ratio that is shown in percent.
        let found = written(&[("\u{2212}3.2%", Some(-0.031_56)), ("+15.5%", Some(0.155_342))]);
        assert_eq!(found, ("Figure (%)".to_owned(), vec!["-3.156".into(), "15.5342".into()]));
        // A percentage that is one already.
        assert_eq!(written(&[("+15.5%", Some(15.5342)), ("", None)]).1, ["15.5342", ""]);
        // No number to be seen, or several.
        assert_eq!(
            written(&[("23 crore 80 lakh", Some(238.0)), ("none", Some(0.0))]).1,
            ["238", "0"]
        );
        assert_eq!(written(&[("n/a", None), ("1e30", Some(1e30))]).1, ["n/a", "1e30"]);
        assert_eq!(written(&[("\u{2066}−\u{2069}", Some(f64::NAN))]).1, ["−"]);
    }

    #[test]
    fn numbers_are_found_in_texts() {
        for (text, expected) in [
            ("238.042", Some((238.042, 0.001))),
            ("\u{2212}1,238.5%", Some((-1238.5, 0.1))),
            ("+0.0%", Some((0.0, 0.1))),
            ("$3 million", Some((3.0, 1.0))),
            ("3 of 48", None),
            ("", None),
            ("—", None),
        ] {
            match (number_in(text), expected) {
                (None, None) => {}
                (Some(found), Some(it)) => {
                    assert!(
                        (found.0 - it.0).abs() < 1e-9 && (found.1 - it.1).abs() < 1e-9,
                        "{text}"
                    )
                }
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
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
