//! Parts of a whole and what each brought to its change: bars from one line of nought, and beside them columns of
//! figures. Where there is no room for all, the smallest are one row together.

use super::labels::{Place, fit, text_width};
use super::pairs::NamedRows;
use super::{Anchor, Frame, Ink, Pattern, Scene, line, rect};
use crate::i18n::Format;

#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// In order from the top; the first is bold.
    pub rows: &'a [PartRow],
    /// Bold, without a bar, below a line.
    pub sum: &'a PartRow,
    /// Places in `rows`, those that stay longest first; what is not among them goes first.
    pub by_size: &'a [usize],
    /// The sum of all but the first of `by_size`, of all but the first two, and so on; pointed at by places after
    /// that of the sum, which comes after the rows.
    pub others: &'a [PartRow],
    /// What the bars show, and the columns.
    pub heads: [&'a str; 3],
    pub format: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PartRow {
    pub label: String,
    pub ink: Ink,
    pub value: f64,
    /// `value` in figures, beyond the end of its bar.
    pub text: String,
    /// In figures; any may be empty.
    pub columns: [String; 2],
}

/// From a bar to its figure, and between two columns.
const SPACE: f64 = 7.0;
const APART: f64 = 14.0;

pub fn parts(input: &Parts, frame: Frame) -> Scene {
    let &Parts { rows, sum, others, heads, format, .. } = input;
    let (width, size) = (frame.width, frame.text);
    let widest = |text: &dyn Fn(&PartRow) -> &str, least: f64| {
        let rows = rows.iter().chain(others);
        rows.map(|it| text_width(text(it), size, true)).fold(least, f64::max)
    };
    let of_sum = |text: &str| text_width(text, size, true);
    let sum_name = of_sum(&sum.label);
    let row_names = widest(&|it| &it.label, 0.0);
    let names = row_names.max(sum_name);
    let values = widest(&|it| &it.text, of_sum(&sum.text));
    let figures = [
        widest(&|it| &it.columns[0], of_sum(&sum.columns[0])),
        widest(&|it| &it.columns[1], of_sum(&sum.columns[1])),
    ];

    // In wide frames a row is a line, with its name before the bar. Else the name is above the bar, and on its
    // line are the columns for which there is room.
    let headed = [0, 1].map(|it| f64::max(figures[it], text_width(heads[it + 1], size, false)));
    let for_bars = |width: f64| width - names - headed[0] - headed[1] - 3.0 * APART;
    let room = match frame.height {
        Some(_) => for_bars(width),
        // As high at every width.
        None if frame.is_wide() => for_bars(Frame::WIDE),
        None => 0.0,
    };
    let wide = room >= values + 8.0 * size;
    let [amounts, changes] = if wide { headed } else { figures };
    let changes_left = width - 1.0 - changes;
    let amounts_right = changes_left - if changes > 0.0 { APART } else { 0.0 };
    let amounts_left = amounts_right - amounts;
    let shown = [0, 1].map(|it| wide || row_names + APART <= [amounts_left, changes_left][it]);

    let (line_height, bar_height) = (1.45 * size, 1.15 * size);
    let (least, most) = if wide { (1.8, 2.5) } else { (2.85, 3.3) };
    let head = if wide { 2.2 * size } else { 1.9 * size };
    // Where the figures of the sum find no room beside its name they are on a line below, again at every width.
    let beside = sum_name + values + amounts + changes + 3.0 * APART;
    let low =
        !wide && beside > if frame.height.is_some() { width } else { width.min(Frame::NARROW) };
    let foot = if low { 2.2 * size + line_height } else { 2.4 * size };
    let for_rows = frame.height.map_or(f64::INFINITY, |it| it - head - foot);
    let fitting = (for_rows / (least * size)) as usize;
    // How many stay by themselves, and the others.
    let folded = (rows.len() > fitting).then(|| fitting.saturating_sub(1).min(others.len()).max(1));
    let folded = folded.and_then(|kept| Some((kept, others.get(kept - 1)?)));
    let stays = |place: &usize| match folded {
        Some((kept, _)) => input.by_size.iter().take(kept).any(|it| it == place),
        None => true,
    };
    let drawn_rows: Vec<(usize, &PartRow)> = (0..rows.len())
        .filter(stays)
        .filter_map(|it| Some((it, rows.get(it)?)))
        .chain(folded.map(|(kept, it)| (rows.len() + kept, it)))
        .collect();
    let pitch = (for_rows / drawn_rows.len() as f64).clamp(least * size, most * size);
    let bottom = head + pitch * drawn_rows.len() as f64;
    let height = bottom + foot;

    // The figures of what falls stand beyond nought, too, where its bar is not.
    let (left, right) =
        if wide { (names + 10.0, amounts_left - APART) } else { (1.0, width - 1.0) };
    let below = drawn_rows.iter().map(|it| -it.1.value).fold(0.0, f64::max);
    let above = drawn_rows.iter().map(|it| it.1.value).fold(0.0, f64::max);
    let per_unit = (right - left - values - SPACE).max(24.0) / (below + above).max(1e-9);
    let zero = left + below * per_unit;

    let mut drawn = NamedRows::default();
    let (quiet, bold) = ((size, false), (size, true));
    let left_at = |x: f64, y: f64| Place::new(x, y, Anchor::Left);
    let right_at = |x: f64, y: f64| Place::new(x, y, Anchor::Right);
    let columns = |drawn: &mut NamedRows, row: &PartRow, y: f64, (first, last): (bool, bool)| {
        let [amount, change] = &row.columns;
        let ink = if first || last { Ink::Ink } else { Ink::Quiet };
        if shown[0] {
            drawn.label(amount, (size, last), Ink::Ink, 3, right_at(amounts_right, y));
        }
        if shown[1] {
            drawn.label(change, (size, first || last), ink, 2, right_at(width - 1.0, y));
        }
    };

    let y = 1.1 * size;
    if wide {
        drawn.label(heads[0], quiet, Ink::Quiet, 2, left_at(zero, y));
        drawn.label(heads[1], quiet, Ink::Quiet, 2, right_at(amounts_right, y));
        drawn.label(heads[2], quiet, Ink::Quiet, 2, right_at(width - 1.0, y));
        let y = 1.7 * size;
        drawn.marks.push(line((0.0, y), (width, y), 1.0, Ink::Grid));
    } else {
        let comma = if shown[0] && !heads[2].is_empty() { format.lang.strings().comma } else { "" };
        let text =
            [if shown[0] { heads[1] } else { "" }, comma, if shown[1] { heads[2] } else { "" }];
        drawn.label(&text.concat(), quiet, Ink::Quiet, 1, right_at(width - 1.0, y));
        drawn.label(heads[0], quiet, Ink::Quiet, 2, left_at(0.0, y));
    }
    for (place, (index, row)) in drawn_rows.into_iter().enumerate() {
        let top = head + pitch * place as f64;
        let strong = place == 0;
        let middle = if wide { top + pitch / 2.0 } else { top + line_height + bar_height / 2.0 };
        let baseline = middle + 0.36 * size;
        let end = zero + row.value * per_unit;
        // A value of next to nothing is still seen.
        let bar =
            if row.value < 0.0 { (end.min(zero - 1.0), zero) } else { (zero, end.max(zero + 1.0)) };
        let (y0, y1) = (middle - bar_height / 2.0, middle + bar_height / 2.0);
        drawn.marks.push(rect(bar, (y0, y1), row.ink, Pattern::Solid));
        drawn.label(&row.text, bold, Ink::Ink, 5, left_at(bar.1 + SPACE, baseline));
        if wide {
            drawn.label(&row.label, (size, strong), Ink::Ink, 4, right_at(names, baseline));
            columns(&mut drawn, row, baseline, (strong, false));
        } else {
            drawn.marks.push(line((zero, y0 - 2.0), (zero, y1 + 2.0), 1.0, Ink::Quiet));
            let y = top + 1.1 * size;
            let name = fit(&row.label, size, strong, width - 1.0);
            drawn.label(&name, (size, strong), Ink::Ink, 4, left_at(0.0, y));
            columns(&mut drawn, row, y, (strong, false));
        }
        drawn.point(index, width, (top, top + pitch), (end, middle));
    }
    if wide {
        drawn.marks.push(line((zero, head), (zero, bottom), 1.0, Ink::Quiet));
    }
    let y = bottom + 0.2 * size;
    drawn.marks.push(line((0.0, y), (width, y), 1.0, Ink::Ink));
    let name_y = y + 1.5 * size;
    let y = if low { name_y + line_height } else { name_y };
    let name = fit(&sum.label, size, true, width - 1.0);
    let (name_at, value_at) = if wide {
        (right_at(names, y), left_at(zero + SPACE, y))
    } else {
        let end = match shown {
            [true, _] => amounts_left - APART,
            [_, true] => changes_left - APART,
            _ => width - 1.0,
        };
        (left_at(0.0, name_y), right_at(end, y))
    };
    drawn.label(&name, bold, Ink::Ink, 4, name_at);
    drawn.label(&sum.text, bold, Ink::Ink, 5, value_at);
    columns(&mut drawn, sum, y, (false, true));
    drawn.point(rows.len(), width, (bottom, height), (zero, y - 0.36 * size));
    drawn.scene((width, height), format.lang.is_rtl())
}
