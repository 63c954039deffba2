//! What a cell can say: a short name, an amount, one of a few words.

use std::str::FromStr;

use super::csv::{Cell, seen};
use super::problem::{Problem, Rule};
use super::{Amount, Bilingual};

/// An empty cell is `None`; that is reported elsewhere, where it must not be empty.
pub fn read_cell<T>(
    cell: &Cell,
    read: impl Fn(&Cell) -> Result<T, Rule>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    if cell.text.is_empty() {
        return None;
    }
    read(cell).map_err(|rule| problems.push(cell.problem(rule))).ok()
}

pub fn or_else<T: FromStr>(rule: fn(String) -> Rule) -> impl Fn(&Cell) -> Result<T, Rule> {
    move |cell| cell.text.parse().map_err(|_| rule(cell.excerpt()))
}

/// One of a few things by its word.
pub fn one_of<T: Copy>(
    cell: &Cell,
    all: &[T],
    words: &[&'static str],
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let place = |cell: &Cell| {
        let place = words.iter().position(|&it| it == cell.text);
        place.ok_or_else(|| Rule::Word { text: cell.excerpt(), words: words.to_vec() })
    };
    all.get(read_cell(cell, place, problems)?).copied()
}

pub fn short_name(cell: &Cell) -> Result<(), Rule> {
    let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || "._-".contains(it);
    cell.text.chars().all(fits).then_some(()).ok_or_else(|| Rule::Code(cell.excerpt()))
}

/// An address that anybody can open: `http` or `https`, a host with a dot in it, maybe a port, and
/// nobody's name or password.
pub fn url(cell: &Cell) -> Result<(), Rule> {
    let rest = ["http://", "https://"].iter().find_map(|it| cell.text.strip_prefix(it));
    let fits = rest.is_some_and(|rest| {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, port) = match rest[..end].split_once(':') {
            Some((host, port)) => (host, port),
            None => (&rest[..end], "443"),
        };
        let label = |it: &str| {
            !it.is_empty() && it.chars().all(|it| it.is_alphanumeric() || it == '-' || it == '_')
        };
        let foul = |it: char| it.is_whitespace() || "\\\"<>".contains(it);
        host.contains('.')
            && host.split('.').all(label)
            && port.parse::<u16>().is_ok()
            && !rest.contains(foul)
            && seen(rest).is_ok()
    });
    fits.then_some(()).ok_or_else(|| Rule::Url(cell.excerpt()))
}

/// Nothing that spreadsheets compute.
pub fn no_formula(text: &str) -> Result<(), Rule> {
    let first = text.chars().next().filter(|it| "=+-@\u{2212}\u{ff1d}\u{ff0b}".contains(*it));
    first.map_or(Ok(()), |it| Err(Rule::Formula(it)))
}

/// Millions of the `unit` in plain decimals, at most three of them.
pub fn amount(cell: &Cell, unit: &str) -> Result<Amount, Rule> {
    let text = cell.text.as_str();
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let no_number = |text| Rule::Number { text, unit: unit.to_owned() };
    let rule: &dyn Fn(String) -> Rule =
        match (digits(whole) && digits(decimals), text.contains(['e', 'E'])) {
            (false, true) if text.parse::<f64>().is_ok() => &Rule::Exponent,
            (false, _) => &no_number,
            // Twelve digits leave room for sums.
            (true, _) if whole.len() > 12 => &no_number,
            (true, _) if unsigned != text => &Rule::Negative,
            (true, _) if decimals.len() > 3 => &Rule::Decimals,
            (true, _) => {
                let thousands = format!("{whole}{decimals:0<3}").parse();
                return thousands
                    .map(Amount::from_thousands)
                    .map_err(|_| no_number(cell.excerpt()));
            }
        };
    Err(rule(cell.excerpt()))
}

/// A note in one language needs its like in the other.
pub fn both_or_none(note_en: &Cell, note_ur: &Cell, problems: &mut Vec<Problem>) {
    for (text, other, column) in [(note_en, note_ur, "note_ur"), (note_ur, note_en, "note_en")] {
        if !text.text.is_empty() && other.text.is_empty() {
            problems.push(other.problem(Rule::Empty { column: column.to_owned() }));
        }
    }
}

pub fn bilingual(en: &Cell, ur: &Cell) -> Bilingual {
    Bilingual { en: en.text.clone(), ur: ur.text.clone() }
}
