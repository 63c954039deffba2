//! The rules that look beyond a cell: at names, at the tree, at figures beside figures.

use std::collections::{BTreeMap, BTreeSet};

use super::cells;
use super::csv::{Cell, Places, Row, Table, repeated};
use super::description::{Cited, Description};
use super::prints::{self, Print, Prints, Vintage};
use super::problem::{Place, Problem, Rule};
use super::record::Terms;
use super::tables::{FigureRow, Package, note};
use super::{Amount, Observation, Sector, SectorId, Sectors, Source, Status, Weekdays};
use crate::calendar::{Date, Month, Span};

/// Adds whatever breaks a rule. What seems absent is only called so where every row
/// could be read, and parts are only added up where the tree is right.
pub fn check(package: &Package, terms: &Terms, problems: &mut Vec<Problem>) {
    let Package { sectors, sources, working_days, .. } = package;
    let figures = &package.figures.rows;
    let tree = Sectors::new(sectors.rows.iter().map(|it| it.value.clone()).collect());

    problems.extend(repeated(&sectors.rows, 0, "code"));
    problems.extend(repeated(&sectors.rows, 2, "ebops"));
    problems.extend(root(sectors));
    problems.extend(apart(sectors));
    problems.extend(bundles(sectors, &tree));
    let tree_is_right = sectors.rows.first().is_some_and(|Row { cells: [code, ..], .. }| {
        problems.iter().all(|it| it.place.file != code.place.file)
    });

    problems.extend(repeated(&sources.rows, 0, "id"));
    problems.extend(citations(&package.cited, sources));
    problems.extend(formulas(sources, figures));

    problems.extend(order(figures));
    problems.extend(repeated_figures(figures));
    problems.extend(figures.iter().filter_map(|it| published_early(it, sources)));
    problems.extend(figures.iter().filter_map(|it| too_large(it, terms)));
    problems.extend(figures.iter().filter_map(derived));
    if tree_is_right {
        problems.extend(parts_and_wholes(figures, &tree));
        problems.extend(beside_others(figures, &tree, terms));
    }
    problems.extend(falling_years(figures));
    if package.figures.whole {
        problems.extend(missing_months(figures));
        problems.extend(history(package));
    }

    if let Some(it) = &package.description {
        problems.extend(unknown_nouns(it, sectors));
    }

    if working_days.whole {
        problems.extend(consecutive(&working_days.rows));
        problems.extend(uncovered_months(figures, &working_days.rows));
    }
}

fn root(sectors: &Table<10, Sector>) -> Option<Problem> {
    let [code, parent, ..] = &sectors.rows.first()?.cells;
    (code.text != "total" || !parent.text.is_empty()).then(|| code.problem(Rule::Root))
}

/// Parts must follow their whole or one another, with parts of theirs between.
fn apart(sectors: &Table<10, Sector>) -> Vec<Problem> {
    let mut branch: Vec<SectorId> = Vec::new();
    let mut problems = Vec::new();
    for (id, Row { cells: [code, parent, ..], value }) in (0..).map(SectorId).zip(&sectors.rows) {
        if let Some(whole) = value.parent {
            while branch.last().is_some_and(|&it| it != whole) {
                branch.pop();
            }
            if branch.is_empty() {
                problems.push(code.problem(Rule::Apart(parent.excerpt())));
            }
        }
        branch.push(id);
    }
    problems
}

/// Codes joined by `+` must be those of parts of the same whole.
fn bundles(sectors: &Table<10, Sector>, tree: &Sectors) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Row { cells: [_, parent, ebops, ..], value } in &sectors.rows {
        let siblings = value.parent.map(|it| tree.children(it).collect::<Vec<_>>());
        let known = |part: &&str| {
            siblings.iter().flatten().any(|&sibling| tree.get(sibling).ebops == *part)
        };
        let parts = ebops.text.split('+').filter(|_| ebops.text.contains('+'));
        for part in parts.filter(|it| !known(it)) {
            let rule = Rule::Bundle { part: part.to_owned(), parent: parent.excerpt() };
            problems.push(ebops.problem(rule));
        }
    }
    problems
}

/// Nouns of sectors that are not in the tree.
fn unknown_nouns(description: &Description, sectors: &Table<10, Sector>) -> Vec<Problem> {
    let known = |code: &str| sectors.rows.iter().any(|it| it.value.code == code);
    let nouns = description.record.iter().flat_map(|it| &it.nouns);
    let unknown = nouns.filter(|it| sectors.whole && !known(&it.sector));
    unknown
        .map(|it| {
            let rule = Rule::Unknown { what: "sector", text: it.sector.clone(), nearest: None };
            description.problem(&["record", "nouns", &it.sector], rule)
        })
        .collect()
}

fn citations(cited: &Cited, sources: &Table<6, Source>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let places = Places::of(sources);
    let mut used = BTreeSet::new();
    for cell in &cited.cells {
        places.find(cell, "source", &mut problems);
        used.insert(cell.text.as_str());
    }
    for Row { cells: [id, ..], .. } in &sources.rows {
        if cited.whole && !used.contains(id.text.as_str()) {
            problems.push(id.problem(Rule::UnusedSource));
        }
    }
    problems
}

/// Texts of those who publish and of those who write them down are opened in spreadsheets, too.
fn formulas(sources: &Table<6, Source>, figures: &[FigureRow]) -> Vec<Problem> {
    let sources =
        sources.rows.iter().flat_map(|Row { cells: [_, publisher, outlet, title, ..], .. }| {
            [publisher, outlet, title]
        });
    let notes = figures.iter().map(|Row { cells: [.., note], .. }| note);
    let cells = sources.chain(notes);
    cells.filter_map(|it| Some(it.problem(cells::no_formula(&it.text).err()?))).collect()
}

/// What tells figures apart, in the order of the file.
fn key(figure: &FigureRow) -> (SectorId, Span, Vintage<'_>) {
    let Observation { sector, span, published, status, .. } = figure.value;
    let [.., source, _note] = &figure.cells;
    (sector, span, Vintage::of(published, &source.text, status))
}

fn line(figure: &FigureRow) -> usize {
    let [sector, ..] = &figure.cells;
    sector.place.line
}

fn order(figures: &[FigureRow]) -> Vec<Problem> {
    let after = |pair: &&[FigureRow]| pair.first().map(key) > pair.last().map(key);
    let problem = |pair: &[FigureRow]| {
        let figure = pair.last()?;
        let next = figures.iter().find(|it| key(it) > key(figure))?;
        let [sector, ..] = &figure.cells;
        Some(sector.problem(Rule::OutOfOrder { line: line(next) }))
    };
    figures.windows(2).filter(after).filter_map(problem).collect()
}

fn repeated_figures(figures: &[FigureRow]) -> Vec<Problem> {
    let mut lines = BTreeMap::new();
    let mut problems = Vec::new();
    for figure in figures {
        let Observation { sector, span, published, .. } = figure.value;
        let [.., source, _note] = &figure.cells;
        let key = (sector, span, published, &source.text);
        let first = *lines.entry(key).or_insert(line(figure));
        if first != line(figure) {
            let [sector, ..] = &figure.cells;
            problems.push(sector.problem(Rule::Twice { line: first }));
        }
    }
    problems
}

/// An inferred date is the earliest month in which the page can have appeared.
fn published_early(figure: &FigureRow, sources: &Table<6, Source>) -> Option<Problem> {
    let Observation { span, published, source, .. } = &figure.value;
    let inferred = sources.rows.get(usize::from(source.0)).is_some_and(|it| !it.value.dated);
    let early = published.month < span.end() || (published.month == span.end() && !inferred);
    let [_, _, _, _, _, published, ..] = &figure.cells;
    early.then(|| published.problem(Rule::PublishedEarly { end: span.end() }))
}

fn too_large(figure: &FigureRow, terms: &Terms) -> Option<Problem> {
    let Observation { span, amount, .. } = figure.value;
    let large = amount.thousands() / span.len() as i64 > i64::from(terms.month_at_most) * 1000;
    let rule = || Rule::TooLarge { amount, unit: terms.unit.to_owned() };
    large.then(|| value(figure).problem(rule()))
}

fn value(figure: &FigureRow) -> &Cell {
    let [_, _, _, value, ..] = &figure.cells;
    value
}

fn derived(figure: &FigureRow) -> Option<Problem> {
    let Observation { amount, status, .. } = &figure.value;
    if *status != Status::Derived {
        return None;
    }
    let Some(result) = note(figure).split([';', ',', ':']).find_map(arithmetic) else {
        let [.., note] = &figure.cells;
        return Some(note.problem(Rule::Arithmetic));
    };
    // One thousandth is rounding.
    let result = Amount::from_thousands((result * 1000.0).round() as i64);
    let differs = result.thousands().abs_diff(amount.thousands()) > 1;
    differs.then(|| value(figure).problem(Rule::ArithmeticResult { amount: *amount, result }))
}

/// The result of a text such as `939.51 minus 852.64`, worked from left to right.
fn arithmetic(text: &str) -> Option<f64> {
    let number = |word: &str| {
        word.bytes().all(|it| it.is_ascii_digit() || it == b'.').then(|| word.parse().ok())?
    };
    let mut words = text.split_whitespace();
    let first: f64 = number(words.next()?)?;
    let mut result = None;
    while let Some(operation) = words.next() {
        let (before, operand): (f64, f64) = (result.unwrap_or(first), number(words.next()?)?);
        result = Some(match operation {
            "minus" => before - operand,
            "plus" => before + operand,
            "x" => before * operand,
            "/" => before / operand,
            _ => return None,
        });
    }
    result
}

/// Compares figures of one vintage: same months, day and source.
fn parts_and_wholes(figures: &[FigureRow], tree: &Sectors) -> Vec<Problem> {
    let mut vintages: BTreeMap<_, BTreeMap<SectorId, &FigureRow>> = BTreeMap::new();
    for figure in figures {
        let Observation { sector, span, published, source, .. } = figure.value;
        vintages.entry((span, published, source)).or_default().insert(sector, figure);
    }
    let mut problems = Vec::new();
    for vintage in vintages.values() {
        for (&sector, figure) in vintage {
            problems.extend(above_whole(sector, figure, vintage, tree));
            problems.extend(sum_of_parts(sector, figure, vintage, tree));
        }
    }
    problems
}

fn above_whole(
    sector: SectorId,
    part: &FigureRow,
    vintage: &BTreeMap<SectorId, &FigureRow>,
    tree: &Sectors,
) -> Option<Problem> {
    let mut wholes = std::iter::successors(tree.get(sector).parent, |&it| tree.get(it).parent);
    let whole = wholes.find_map(|it| vintage.get(&it))?;
    let explained = [part, whole].iter().any(|it| print(it).says_more_than_whole());
    (part.value.amount > whole.value.amount && !explained).then(|| {
        value(part).problem(Rule::AboveWhole {
            whole: tree.get(whole.value.sector).code.clone(),
            amount: part.value.amount,
            whole_amount: whole.value.amount,
        })
    })
}

/// Checked only where every part is given, alone or in a bundle.
fn sum_of_parts(
    sector: SectorId,
    whole: &FigureRow,
    vintage: &BTreeMap<SectorId, &FigureRow>,
    tree: &Sectors,
) -> Option<Problem> {
    let Observation { span, amount, .. } = &whole.value;
    let bundled = |part: &SectorId| {
        let ebops = tree.get(*part).ebops.as_str();
        let holds = |it: &SectorId| tree.get(*it).ebops.split('+').any(|code| code == ebops);
        tree.bundles(sector).filter(|it| vintage.contains_key(it)).find(holds)
    };
    let lines = tree.children_in(sector, *span).map(|part| bundled(&part).unwrap_or(part));
    let lines: BTreeSet<SectorId> = lines.collect();
    let parts = lines.iter().map(|it| Some(vintage.get(it)?.value.amount));
    let parts: Amount = parts.collect::<Option<Vec<_>>>()?.into_iter().sum();
    let apart = amount.thousands().abs_diff(parts.thousands());
    // Half a percent is rounding in print.
    let differs = apart.saturating_mul(200) > amount.thousands().unsigned_abs();
    let explained = lines.is_empty() || note(whole).starts_with("parts do not add up");
    (differs && !explained)
        .then(|| value(whole).problem(Rule::PartsOfWhole { amount: *amount, parts }))
}

/// What figures say of one another, whichever publication they are of.
fn beside_others(figures: &[FigureRow], tree: &Sectors, terms: &Terms) -> Vec<Problem> {
    let prints = Prints::new(figures.iter().map(print));
    let lines: BTreeMap<_, &FigureRow> = figures.iter().map(|it| (key(it), it)).collect();
    let least = terms.jumps_from();
    let whole = tree.by_code(prints::ALL_SERVICES);
    let outermost = |it: &SectorId| tree.get(*it).parent.is_none() && Some(*it) != whole;
    let parts: Vec<SectorId> = tree.ids().filter(outermost).collect();
    let mut problems = Vec::new();
    for it in prints.latest() {
        let figure = lines.get(&(it.sector, it.span, it.vintage()));
        let jump = prints.jump(it, least).filter(|_| !prints.explains_jump(it));
        problems.extend(figure.zip(jump).map(|(it, jump)| value(it).problem(Rule::Jump(jump))));
    }
    for figure in figures {
        let it = print(figure);
        let apart = prints.apart(&it).filter(|apart| !prints.explains_apart(&it, *apart));
        problems.extend(apart.map(|apart| value(figure).problem(Rule::ApartFromMonths(apart))));
        if let Some(inner) = prints.more_in_fewer(&it, least) {
            let rule = Rule::LessThanFewer { span: inner.span, amount: inner.amount };
            problems.push(value(figure).problem(rule));
        }
        let mut above =
            std::iter::successors(tree.get(it.sector).parent, |&it| tree.get(it).parent);
        let above = above.find_map(|whole| Some((whole, prints.more_than(&it, whole)?)));
        problems.extend(above.filter(|_| !it.says_more_than_whole()).map(
            |(whole, whole_amount)| {
                let (whole, amount) = (tree.get(whole).code.clone(), it.amount);
                value(figure).problem(Rule::AboveWhole { whole, amount, whole_amount })
            },
        ));
        let more = whole.and_then(|whole| prints.more_than_whole(&it, whole, &parts));
        problems.extend(
            more.map(|(parts, whole)| value(figure).problem(Rule::MoreThanAll { parts, whole })),
        );
    }
    problems
}

fn print(figure: &FigureRow) -> Print<'_> {
    let Observation { sector, span, amount, status, published, .. } = figure.value;
    let [.., source, note] = &figure.cells;
    Print { sector, span, amount, status, published, source: &source.text, note: &note.text }
}

/// July-to-month totals that are less than one of fewer months, from the same source.
fn falling_years(figures: &[FigureRow]) -> Vec<Problem> {
    let mut years: BTreeMap<_, Vec<&FigureRow>> = BTreeMap::new();
    for figure in figures {
        let Observation { sector, span, source, .. } = figure.value;
        if let Some(year) = span.fiscal_year_to_date() {
            years.entry((sector, source, year)).or_default().push(figure);
        }
    }
    let mut problems = Vec::new();
    for year in years.values_mut() {
        year.sort_by_key(|it| it.value.span.end());
        let mut highest: Option<&FigureRow> = None;
        for &figure in &*year {
            let Observation { span, amount, .. } = figure.value;
            match highest {
                Some(it) if it.value.amount > amount && it.value.span.end() < span.end() => {
                    let (end, amount) = (it.value.span.end(), it.value.amount);
                    let rule = Rule::YearToDateFell { end, amount, line: line(it) };
                    problems.push(value(figure).problem(rule));
                }
                Some(it) if it.value.amount > amount => {}
                _ => highest = Some(figure),
            }
        }
    }
    problems
}

/// The first figure of the total for each single month.
fn months_of_total(figures: &[FigureRow]) -> BTreeMap<Month, &FigureRow> {
    let mut months = BTreeMap::new();
    for figure in figures {
        let Observation { sector, span, .. } = figure.value;
        if sector == SectorId::TOTAL && span.is_month() {
            months.entry(span.end()).or_insert(figure);
        }
    }
    months
}

/// Once months have run unbroken for a year, none may be missing.
fn missing_months(figures: &[FigureRow]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (mut last, mut run): (Option<Month>, i32) = (None, 0);
    for (month, figure) in months_of_total(figures) {
        let [_, start, ..] = &figure.cells;
        let missing = last.map_or(0, |last| month.since(last) - 1);
        if missing > 0 && run < 12 {
            run = 0;
        } else {
            let missing = (1..=missing).rev().map(|back| month.plus(-back));
            problems.extend(missing.map(|it| start.problem(Rule::MonthMissing(it))));
        }
        (last, run) = (Some(month), run + 1);
    }
    problems
}

type Days = Row<5, (Month, Weekdays)>;

fn consecutive(working_days: &[Days]) -> Vec<Problem> {
    let problem = |pair: &[Days]| {
        let [before, row] = pair else { return None };
        let expected = before.value.0.plus(1);
        let [month, ..] = &row.cells;
        (row.value.0 != expected).then(|| month.problem(Rule::NotNextMonth { expected }))
    };
    working_days.windows(2).filter_map(problem).collect()
}

/// The first and the last month with a figure of the total need their working days.
fn uncovered_months(figures: &[FigureRow], working_days: &[Days]) -> Option<Problem> {
    let (first, last) = (working_days.first()?, working_days.last()?);
    let months = months_of_total(figures);
    let (earliest, latest) = (*months.keys().next()?, *months.keys().next_back()?);
    let [[top, ..], [bottom, ..]] = [&first.cells, &last.cells];
    if earliest < first.value.0 {
        return Some(top.problem(Rule::DaysMissing(earliest)));
    }
    (latest > last.value.0).then(|| bottom.problem(Rule::DaysMissing(latest)))
}

/// Figures are added and never taken away: what was there on a day must still be there.
fn history(package: &Package) -> Option<Problem> {
    let [sector, ..] = &package.figures.rows.first()?.cells;
    let description = package.description.as_ref()?;
    let name = "observations.csv";
    let resource = description.resources.iter().find(|it| it.path == name)?;
    let Some(history) = &resource.history else {
        return Some(description.problem(&[name], Rule::NoHistory));
    };
    let Ok(until) = history.until.parse::<Date>() else {
        let words = [name, "history", "until", &history.until];
        return Some(description.problem(&words, Rule::Date(history.until.clone())));
    };
    let here = package.figures.rows.iter().filter(|it| it.value.published.has_come_by(until));
    let found = here.count();
    let rule = Rule::HistoryLost { until, expected: history.rows, found };
    let place = Place { line: 1, column: 1, ..sector.place.clone() };
    (found < history.rows).then_some(Problem { place, rule })
}
