//! A ranked list: name, figures and a sparkline a row.

use super::labels::{Place, fit, text_width};
use super::multiples::{Panel, sparkline};
use super::pairs::NamedRows;
use super::{Anchor, Frame, Ink, Pattern, Scene, line, rect};
use crate::calendar::Span;

#[derive(Clone, Copy, Debug)]
pub struct Ranked<'a> {
    /// In order from the top.
    pub rows: &'a [RankedRow],
    /// Months that the sparklines show.
    pub range: Span,
    /// Mirrors the rows; in the sparklines time runs to the right all the same.
    pub rtl: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RankedRow {
    /// Its name, its ink and what is drawn small.
    pub panel: Panel,
    /// In figures; any may be empty.
    pub amount: String,
    pub share: String,
    pub change: String,
    /// The sum of the others: bold, below a line.
    pub strong: bool,
}

/// Between two columns.
const SPACE: f64 = 14.0;

pub fn ranked(input: &Ranked, frame: Frame) -> Scene {
    let Ranked { rows, range, rtl } = *input;
    let (width, size) = (frame.width, frame.text);
    let wide = frame.is_wide();
    let widest = |text: fn(&RankedRow) -> &str, bold: bool| {
        let widths = rows.iter().map(|it| text_width(text(it), size, bold || it.strong));
        widths.fold(0.0, f64::max)
    };
    let amounts = widest(|it| &it.amount, true);
    let shares = widest(|it| &it.share, false);
    let changes = widest(|it| &it.change, false);
    // In wide frames one line a row, else two: name and amount above, curve, share and change
    // below.
    let change_right = width - 1.0;
    let share_right = change_right - changes - SPACE;
    let amount_right = if wide { share_right - shares - SPACE } else { width - 1.0 };
    let spark_room =
        if wide { amount_right - amounts - SPACE } else { share_right - shares - SPACE };
    let swatch = 0.8 * size;
    let names = 0.6 * size + swatch;
    let spark_width = if wide { 0.3 * spark_room } else { spark_room }.clamp(24.0, 200.0);
    let spark_height: f64 = 24.0;
    let line_height = 1.5 * size;
    let pitch =
        if wide { spark_height.max(line_height) + 8.0 } else { 2.0 * size + spark_height + 6.0 };
    let top = 0.3 * size;
    let height = top + pitch * rows.len() as f64;

    let mut drawn = NamedRows::default();
    let mut curves = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let y0 = top + pitch * index as f64;
        if index > 0 {
            let ink = if row.strong { Ink::Quiet } else { Ink::Grid };
            drawn.marks.push(line((0.0, y0 - 2.0), (width, y0 - 2.0), 1.0, ink));
        }
        let first = if wide { y0 + pitch / 2.0 - 2.0 + 0.36 * size } else { y0 + 1.15 * size };
        let second = if wide { first } else { y0 + 1.7 * size + spark_height / 2.0 + 0.36 * size };
        let square = (first - 0.36 * size - swatch / 2.0, first - 0.36 * size + swatch / 2.0);
        drawn.marks.push(rect((0.0, swatch), square, row.panel.ink, Pattern::Solid));
        let spark_x = if wide { spark_room - spark_width } else { 0.0 };
        let spark_y = if wide { y0 + (pitch - 4.0 - spark_height) / 2.0 } else { y0 + 1.7 * size };
        let end = if wide { spark_x - SPACE } else { amount_right - amounts - SPACE };
        let name = fit(&row.panel.name, size, row.strong, (end - names).max(0.0));
        let right = |x: f64, y: f64| Place::new(x, y, Anchor::Right);
        let (plain, bold) = ((size, row.strong), (size, true));
        drawn.label(&name, plain, Ink::Ink, 4, Place::new(names, first, Anchor::Left));
        drawn.label(&row.amount, bold, Ink::Ink, 5, right(amount_right, first));
        drawn.label(&row.share, plain, Ink::Ink, 3, right(share_right, second));
        drawn.label(&row.change, plain, Ink::Quiet, 2, right(change_right, second));
        let x = if rtl { width - spark_x - spark_width } else { spark_x };
        let curve = sparkline(&row.panel, range, (spark_width, spark_height));
        curves.extend(curve.marks.into_iter().map(|it| it.moved(1.0, (x, spark_y))));
        let mark = (swatch / 2.0, first - 0.36 * size);
        drawn.point(index, width, (y0 - top / 2.0, y0 + pitch - top / 2.0), mark);
    }
    let mut scene = drawn.scene((width, height), rtl);
    scene.marks.append(&mut curves);
    scene
}
