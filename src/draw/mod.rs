//! Paints a [`Scene`] on any plotters backend: canvas in the browser, SVG elsewhere.
//!
//! plotters only passes on rectangles, paths and texts here. It never measures text and
//! places no label, because each backend would do so differently.

pub mod inline;

use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use crate::chart::labels::{RTL_SCALE, is_rtl};
use crate::chart::{Anchor, Branch, Ink, Mark, Pattern, Scene, Text};

/// The colours of every chart, swatch and label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// For a light page.
    Light,
    /// For a dark page.
    Dark,
    /// Not colours but their places in [`INKS`], for a backend that leaves the choice of
    /// colours to a style sheet.
    Places,
}

/// Every ink, once.
pub const INKS: [Ink; 30] = [
    Ink::Ground,
    Ink::Soft,
    Ink::Ink,
    Ink::Quiet,
    Ink::Grid,
    Ink::Bar,
    Ink::Total,
    Ink::Accent,
    Ink::Warn,
    Ink::Rest,
    Ink::Branch(Branch::Computer),
    Ink::Branch(Branch::Telecom),
    Ink::Branch(Branch::Information),
    Ink::Leaf(Branch::Computer, 0),
    Ink::Leaf(Branch::Computer, 1),
    Ink::Leaf(Branch::Computer, 2),
    Ink::Leaf(Branch::Computer, 3),
    Ink::Leaf(Branch::Computer, 4),
    Ink::Leaf(Branch::Computer, LAST_LEAF),
    Ink::Leaf(Branch::Telecom, 0),
    Ink::Leaf(Branch::Telecom, LAST_LEAF),
    Ink::Leaf(Branch::Information, 0),
    Ink::Leaf(Branch::Information, LAST_LEAF),
    Ink::Heat(0),
    Ink::Heat(1),
    Ink::Heat(2),
    Ink::Heat(3),
    Ink::Heat(4),
    Ink::Heat(5),
    Ink::Heat(6),
];

/// Leaves beyond those with colours of their own share one.
const LAST_LEAF: u8 = 5;

/// The ink by whose colour `ink` is drawn.
fn listed(ink: Ink) -> Ink {
    match ink {
        Ink::Leaf(branch, place) if !INKS.contains(&ink) => {
            let own = if branch == Branch::Computer { place < LAST_LEAF } else { place == 0 };
            Ink::Leaf(branch, if own { place } else { LAST_LEAF })
        }
        Ink::Heat(step) => Ink::Heat(step.min(Ink::HEAT_STEPS - 1)),
        ink => ink,
    }
}

/// The name of an ink's variable in the style sheet, without its dashes.
pub fn variable(ink: Ink) -> String {
    let branch = |branch: Branch| match branch {
        Branch::Computer => "computer",
        Branch::Telecom => "telecom",
        Branch::Information => "information",
    };
    match listed(ink) {
        Ink::Ground => "ground".to_owned(),
        Ink::Soft => "soft".to_owned(),
        Ink::Ink => "ink".to_owned(),
        Ink::Quiet => "quiet".to_owned(),
        Ink::Grid => "grid".to_owned(),
        Ink::Bar => "bar".to_owned(),
        Ink::Total => "total".to_owned(),
        Ink::Accent => "accent".to_owned(),
        Ink::Warn => "warn".to_owned(),
        Ink::Rest => "rest".to_owned(),
        Ink::Branch(it) => branch(it).to_owned(),
        Ink::Leaf(it, place) => [branch(it), "-", &place.to_string()].concat(),
        Ink::Heat(step) => ["heat-", &step.to_string()].concat(),
    }
}

impl Palette {
    /// As `0xrrggbb`.
    fn code(self, ink: Ink) -> u32 {
        let (light, dark) = match ink {
            Ink::Ground => (0xffffff, 0x12181d),
            Ink::Soft => (0xf3f6f5, 0x1a2228),
            Ink::Ink => (0x15202b, 0xe8edf0),
            Ink::Quiet => (0x566270, 0x9fb0bb),
            Ink::Grid => (0xdfe4e8, 0x2a343c),
            Ink::Bar => (0x659d8d, 0x4f8a7c),
            Ink::Total => (0x0b5d4a, 0x7fd6bd),
            Ink::Accent => (0x0b6e4f, 0x5fd0ad),
            Ink::Warn => (0x8a5a00, 0xe5b567),
            Ink::Rest => (0x7c8791, 0x8b98a3),
            Ink::Branch(Branch::Computer) => (0x1f6a8f, 0x5aa9cf),
            Ink::Branch(Branch::Telecom) => (0xc2620b, 0xf0a860),
            Ink::Branch(Branch::Information) => (0x8063b5, 0xb8a0e8),
            Ink::Leaf(Branch::Computer, place) => match place {
                0 => (0x0b7a75, 0x3cc2c0),
                1 => (0x17528a, 0x4f93d8),
                2 => (0x2f74b5, 0x8fc1f2),
                3 => (0x4d9ab5, 0x6fb0c8),
                4 => (0x5b7fa6, 0x6d8fb8),
                _ => (0x7f93a6, 0xa9bccf),
            },
            Ink::Leaf(Branch::Telecom, place) => match place {
                0 => (0xb45309, 0xe8923a),
                _ => (0xd17a15, 0xf8cf9a),
            },
            Ink::Leaf(Branch::Information, place) => match place {
                0 => (0x6d4aa3, 0xa184dc),
                _ => (0x9a7fc7, 0xcdbdf2),
            },
            Ink::Heat(step) => match step {
                0 => (0xe3f1ec, 0x16302b),
                1 => (0xbfdfd3, 0x1c4239),
                2 => (0x93c7b5, 0x245548),
                3 => (0x66ad97, 0x2d6857),
                4 => (0x2c7863, 0x58a28d),
                5 => (0x0b5d4a, 0x8fd0bd),
                _ => (0x06392d, 0xcdf0e4),
            },
        };
        match self {
            Palette::Light => light,
            Palette::Dark => dark,
            Palette::Places => place_code(ink, 8),
        }
    }

    /// As `#rrggbb`, for what stands beside a picture.
    pub fn css(self, ink: Ink) -> String {
        format!("#{:06x}", self.code(ink))
    }

    fn rgb(self, ink: Ink) -> RGBColor {
        let [_, red, green, blue] = self.code(ink).to_be_bytes();
        RGBColor(red, green, blue)
    }

    /// `ink` thinned on the ground to so many eighths.
    fn tint(self, ink: Ink, eighths: u16) -> RGBColor {
        if self == Palette::Places {
            let [_, red, green, blue] = place_code(ink, eighths).to_be_bytes();
            return RGBColor(red, green, blue);
        }
        let mix = |over: u8, under: u8| {
            ((u16::from(over) * eighths + u16::from(under) * (8 - eighths)) / 8) as u8
        };
        let (over, under) = (self.rgb(ink), self.rgb(Ink::Ground));
        RGBColor(mix(over.0, under.0), mix(over.1, under.1), mix(over.2, under.2))
    }
}

/// A place in [`INKS`] and eighths of full colour in the shape of a colour.
fn place_code(ink: Ink, eighths: u16) -> u32 {
    let place = INKS.iter().position(|it| *it == listed(ink)).unwrap_or_default();
    (place as u32) << 8 | u32::from(eighths)
}

/// How one backend differs from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surface {
    /// Backend pixels per CSS pixel.
    pub pixel_ratio: f64,
    /// Font size the backend must be given to print text one backend pixel high:
    /// `plotters-svg` divides the size by 1.24, `plotters-canvas` does not.
    text_scale: f64,
    /// Which height of a text the backend is given, and how far above the baseline it
    /// lies, in ems.
    anchor: Height,
}

/// The heights that backends know. Only the baseline is the same in every font, and those of
/// plotters do not know it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Height {
    /// SVG by [`inline`] places texts by their baseline.
    Baseline,
    /// SVG shifts the baseline down by exactly 0.76 em.
    Top,
    /// Canvas takes half the em box; in system fonts that is some 0.29 em above the
    /// baseline.
    Middle,
}

impl Surface {
    /// Four backend pixels to one of the viewer's, because plotters knows whole pixels
    /// only; [`finish_svg`] scales them back.
    pub const SVG: Surface = Surface { pixel_ratio: 4.0, text_scale: 1.24, anchor: Height::Top };

    /// A canvas as wide as the scene times `pixel_ratio`. Its context should have
    /// `lineJoin` set to `round`, and the element `dir="ltr"`.
    pub fn canvas(pixel_ratio: f64) -> Surface {
        Surface { pixel_ratio, text_scale: 1.0, anchor: Height::Middle }
    }

    /// Width and height of the backend for a scene.
    pub fn size(self, scene: &Scene) -> (u32, u32) {
        (self.px(scene.width).max(1) as u32, self.px(scene.height).max(1) as u32)
    }

    fn px(self, css: f64) -> i32 {
        (css * self.pixel_ratio).round() as i32
    }

    /// At least one backend pixel.
    fn thickness(self, css: f64) -> i32 {
        self.px(css).max(1)
    }
}

/// Paints `scene` over the whole of `area`.
///
/// # Errors
///
/// Fails only when the backend fails.
pub fn paint<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene,
    surface: Surface,
    palette: Palette,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let brush = Brush { area, palette, surface };
    let (width, height) = surface.size(scene);
    brush.fill((0, 0, width as i32, height as i32), palette.rgb(Ink::Ground))?;
    for mark in &scene.marks {
        match mark {
            &Mark::Rect { x, y, width, height, ink, pattern } => {
                let px = |it| surface.px(it);
                brush.rect((px(x), px(y), px(x + width), px(y + height)), ink, pattern)?;
            }
            Mark::Line { points, width, ink, dashed } => {
                brush.line(points, *width, *ink, *dashed)?
            }
            &Mark::Dot { x, y, radius, ink } => {
                let centre = (surface.px(x), surface.px(y));
                let style = palette.rgb(ink).filled();
                area.draw(&Circle::new(centre, surface.thickness(radius), style))?;
            }
            Mark::Text(text) => brush.text(text)?,
        }
    }
    area.present()
}

/// Left, top, right, bottom in backend pixels, the last two not included.
type Box4 = (i32, i32, i32, i32);

struct Brush<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    palette: Palette,
    surface: Surface,
}

type Painted<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

impl<DB: DrawingBackend> Brush<'_, DB> {
    fn fill(&self, (x0, y0, x1, y1): Box4, colour: RGBColor) -> Painted<DB> {
        if x1 <= x0 || y1 <= y0 {
            return Ok(());
        }
        self.area.draw(&Rectangle::new([(x0, y0), (x1, y1)], colour.filled()))
    }

    fn rect(&self, it: Box4, ink: Ink, pattern: Pattern) -> Painted<DB> {
        let colour = self.palette.rgb(ink);
        let edge = self.surface.thickness(1.0);
        let roomy = it.2 - it.0 > 3 * edge && it.3 - it.1 > 3 * edge;
        match pattern {
            Pattern::Hollow if roomy => {
                let (x0, y0, x1, y1) = it;
                self.fill(it, colour)?;
                let inside = (x0 + edge, y0 + edge, x1 - edge, y1 - edge);
                self.fill(inside, self.palette.tint(ink, 4))
            }
            Pattern::Hatched if roomy => {
                let (x0, y0, x1, y1) = it;
                self.fill(it, self.palette.tint(ink, 2))?;
                self.stripes(it, 5.0, 2.5, colour)?;
                self.fill((x0, y0, x1, y0 + edge), colour)?;
                self.fill((x0, y0, x0 + edge, y1), colour)?;
                self.fill((x1 - edge, y0, x1, y1), colour)
            }
            Pattern::Gap => self.stripes(it, 8.0, 1.5, colour),
            Pattern::Solid | Pattern::Hollow | Pattern::Hatched => self.fill(it, colour),
        }
    }

    /// Diagonal stripes, aligned across neighbours, `apart` and `wide` in CSS pixels
    /// measured along the edges. One polygon: to draw each by itself takes four times as long.
    fn stripes(&self, area: Box4, apart: f64, wide: f64, colour: RGBColor) -> Painted<DB> {
        let (apart, wide) = (self.surface.thickness(apart), self.surface.thickness(wide));
        let (x0, y0, x1, y1) = area;
        let first = (x0 + y0 - wide).div_euclid(apart) * apart;
        let count = ((x1 + y1 - first) / apart + 1) as usize;
        // To make room as it grows would take as long as all the rest.
        let (mut path, mut starts) = (Vec::with_capacity(8 * count), Vec::with_capacity(count));
        for from in (first..x1 + y1).step_by(apart as usize) {
            let start = path.len();
            for corner in stripe(area, from, from + wide) {
                if path.len() == start || path.last() != Some(&corner) {
                    path.push(corner);
                }
            }
            starts.extend(path.get(start));
        }
        // Back the way it went from stripe to stripe, which so encloses nothing.
        path.extend(starts.iter().rev());
        self.area.draw(&Polygon::new(path, colour.filled()))
    }

    fn line(&self, points: &[(f64, f64)], width: f64, ink: Ink, dashed: bool) -> Painted<DB> {
        let colour = self.palette.rgb(ink);
        let thickness = self.surface.thickness(width);
        let px = |&(x, y): &(f64, f64)| (self.surface.px(x), self.surface.px(y));
        let mut pixels: Vec<(i32, i32)> = points.iter().map(px).collect();
        let style =
            ShapeStyle { color: colour.to_rgba(), filled: false, stroke_width: thickness as u32 };
        if dashed {
            let (on, off) = (self.surface.thickness(4.0), self.surface.thickness(3.0));
            for dash in dashes(&pixels, on, off) {
                self.stroke(dash, thickness, style)?;
            }
            return Ok(());
        }
        pixels.dedup();
        self.stroke(pixels, thickness, style)
    }

    /// Straight lines along the axes are filled rectangles, sharp at every ratio.
    fn stroke(&self, pixels: Vec<(i32, i32)>, thickness: i32, style: ShapeStyle) -> Painted<DB> {
        if let &[(x0, y0), (x1, y1)] = pixels.as_slice() {
            let (x0, x1, y0, y1) = (x0.min(x1), x0.max(x1), y0.min(y1), y0.max(y1));
            let half = thickness / 2;
            let colour = style.color.rgb();
            let colour = RGBColor(colour.0, colour.1, colour.2);
            if y0 == y1 {
                return self.fill((x0, y0 - half, x1, y0 - half + thickness), colour);
            }
            if x0 == x1 {
                return self.fill((x0 - half, y0, x0 - half + thickness, y1), colour);
            }
        }
        self.area.draw(&PathElement::new(pixels, style))
    }

    fn text(&self, text: &Text) -> Painted<DB> {
        let rtl = is_rtl(&text.text);
        let size = text.size * self.surface.pixel_ratio * if rtl { RTL_SCALE } else { 1.0 };
        let size = size.round();
        let (v_pos, above) = match self.surface.anchor {
            Height::Baseline => (VPos::Bottom, 0.0),
            Height::Top => (VPos::Top, 0.76),
            Height::Middle => (VPos::Center, 0.29),
        };
        let h_pos = match text.anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let family = FontFamily::Name(if rtl { NASKH } else { SYSTEM });
        let style = if text.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(family, size * self.surface.text_scale, style);
        let colour = self.palette.rgb(text.ink);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(h_pos, v_pos));
        let x = self.surface.px(text.x);
        let y = (text.y * self.surface.pixel_ratio - above * size).round() as i32;
        if rtl {
            // The picture itself runs from left to right.
            let isolated = ["\u{2067}", &text.text, "\u{2069}"].concat();
            return self.area.draw_text(&isolated, &style, (x, y));
        }
        self.area.draw_text(&text.text, &style, (x, y))
    }
}

/// As in the page around.
const SYSTEM: &str = "system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif";
/// Latin system fonts first: they have no Arabic letters, or good Naskh ones, and give
/// every text the same height; then Naskh by name.
const NASKH: &str =
    "'Segoe UI',Roboto,'Noto Sans','Noto Naskh Arabic','Noto Sans Arabic',system-ui,sans-serif";

/// The part of `area` where x + y lies between `from` and `to`: its corners in order, back to the first.
fn stripe((x0, y0, x1, y1): Box4, from: i32, to: i32) -> impl Iterator<Item = (i32, i32)> {
    let (from, to) = (from.max(x0 + y0), to.min(x1 + y1));
    // The ends of the line on which x + y is `sum`.
    let right = |sum: i32| Some((x1.min(sum - y0), y0.max(sum - x1)));
    let left = |sum: i32| Some((x0.max(sum - y1), y1.min(sum - x0)));
    let held = |(x, y): (i32, i32)| (from < x + y && x + y < to).then_some((x, y));
    let upper = [right(from), held((x1, y0)), right(to)];
    let lower = [left(to), held((x0, y1)), left(from), right(from)];
    upper.into_iter().chain(lower).flatten().filter(move |_| from < to)
}

/// A path cut into dashes.
fn dashes(pixels: &[(i32, i32)], on: i32, off: i32) -> Vec<Vec<(i32, i32)>> {
    let (on, off) = (f64::from(on), f64::from(off));
    let mut dashes = Vec::new();
    let mut dash: Vec<(i32, i32)> = pixels.first().copied().into_iter().collect();
    let (mut left, mut drawing) = (on, true);
    for ends in pixels.windows(2) {
        let ((x0, y0), (x1, y1)) = (ends[0], ends[1]);
        let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
        let length = (dx * dx + dy * dy).sqrt();
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let at = |from: i32, by: f64| (f64::from(from) + by * done / length).round() as i32;
            let point = (at(x0, dx), at(y0, dy));
            if drawing {
                dash.push(point);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![point];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - done;
        if drawing {
            dash.push((x1, y1));
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

/// What `plotters-svg` wrote at [`Surface::SVG`], at the scene's size and without what
/// every viewer assumes anyway. The result scales with its container.
pub fn finish_svg(svg: &str, scene: &Scene) -> String {
    let (width, height) = Surface::SVG.size(scene);
    let ratio = Surface::SVG.pixel_ratio;
    let (css_width, css_height) = (f64::from(width) / ratio, f64::from(height) / ratio);
    let body = svg.split_once('>').map_or("", |(_, body)| body);
    let system = SYSTEM.replace('\'', "&apos;");
    let body = body
        .replace(&format!(" font-family=\"{system}\""), "")
        .replace(" opacity=\"1\"", "")
        .replace(" stroke=\"none\"", "")
        .replace(" text-anchor=\"start\"", "")
        .replace("\n</text>", "</text>");
    let mut finished = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{css_width}\" height=\"{css_height}\" \
         viewBox=\"0 0 {width} {height}\" stroke-linejoin=\"round\" font-family=\"{system}\">"
    );
    let mut in_text = false;
    for line in body.trim_start().lines() {
        // White space within a text would be drawn.
        if !in_text {
            finished.push('\n');
        }
        in_text = line.starts_with("<text");
        finished.push_str(line.trim_end());
    }
    finished.push('\n');
    finished
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(code: u32) -> f64 {
        let [_, red, green, blue] = code.to_be_bytes();
        let linear = |channel: u8| {
            let it = f64::from(channel) / 255.0;
            if it <= 0.03928 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// As WCAG 2.2 defines it.
    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for palette in [Palette::Light, Palette::Dark] {
            for ink in [Ink::Ink, Ink::Quiet, Ink::Total, Ink::Accent, Ink::Warn] {
                for ground in [Ink::Ground, Ink::Soft] {
                    let found = contrast(palette.code(ink), palette.code(ground));
                    assert!(found >= 4.5, "{palette:?} {ink:?} on {ground:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn figures_can_be_read_on_every_step_of_heat() {
        for palette in [Palette::Light, Palette::Dark] {
            for step in 0..Ink::HEAT_STEPS {
                let (letters, ground) = (Ink::on_heat(step), Ink::Heat(step));
                let found = contrast(palette.code(letters), palette.code(ground));
                assert!(found >= 4.5, "{palette:?} {step}: {found:.2}");
                if step > 0 {
                    let weaker = palette.code(Ink::Heat(step - 1));
                    let found = contrast(palette.code(ground), weaker);
                    assert!(found >= 1.2, "{palette:?} {step}: {found:.2}");
                }
            }
        }
    }

    fn mark_inks() -> Vec<Ink> {
        let mut inks = vec![Ink::Bar, Ink::Total, Ink::Accent, Ink::Quiet, Ink::Rest];
        for branch in Branch::ALL {
            inks.push(Ink::Branch(branch));
            inks.extend((0..8).map(|place| Ink::Leaf(branch, place)));
        }
        inks
    }

    #[test]
    fn every_mark_stands_out_from_the_ground() {
        for palette in [Palette::Light, Palette::Dark] {
            for ink in mark_inks() {
                let found = contrast(palette.code(ink), palette.code(Ink::Ground));
                assert!(found >= 3.0, "{palette:?} {ink:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_selected_month_stands_out_from_the_others() {
        for palette in [Palette::Light, Palette::Dark] {
            let found = contrast(palette.code(Ink::Accent), palette.code(Ink::Bar));
            assert!(found >= 1.9, "{palette:?}: {found:.2}");
        }
    }

    #[test]
    fn neighbouring_leaves_differ_in_lightness_or_hue() {
        for palette in [Palette::Light, Palette::Dark] {
            for branch in Branch::ALL {
                for place in 0..5 {
                    let (one, next) = (Ink::Leaf(branch, place), Ink::Leaf(branch, place + 1));
                    if palette.code(one) == palette.code(next) {
                        continue;
                    }
                    let found = contrast(palette.code(one), palette.code(next));
                    assert!(found >= 1.2, "{palette:?} {branch:?} {place}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn every_ink_has_a_variable_of_its_own() {
        let mut names: Vec<String> = INKS.iter().map(|&it| variable(it)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), INKS.len());
        assert_eq!(variable(Ink::Leaf(Branch::Telecom, 3)), "telecom-5");
        for ink in mark_inks() {
            for palette in [Palette::Light, Palette::Dark] {
                assert_eq!(palette.code(ink), palette.code(listed(ink)), "{ink:?}");
            }
        }
    }

    /// One source for the colours of charts and page: here.
    #[test]
    fn the_style_sheet_has_the_colours_of_the_charts() {
        let sheet = include_str!("../../static/style.css");
        let block = |palette: Palette| -> Vec<String> {
            // Heat is drawn by the program alone, which knows its colours.
            let inks = INKS.iter().filter(|it| !matches!(it, Ink::Heat(_)));
            inks.map(|&it| format!("--{}: {};", variable(it), palette.css(it))).collect()
        };
        let found = |lines: &[String]| {
            let texts: Vec<&str> = sheet.lines().map(str::trim).collect();
            texts.windows(lines.len()).filter(|it| it == &lines).count()
        };
        for (palette, times) in [(Palette::Light, 1), (Palette::Dark, 2)] {
            let lines = block(palette);
            assert_eq!(found(&lines), times, "{palette:?} has to be:\n{}", lines.join("\n"));
        }
    }

    /// Frames exchange the colours of charts for those of their host, and so name what no style sheet has. They tell
    /// apart by its colour what has one: two inks of one colour have to be exchanged for the same.
    #[test]
    fn frames_know_the_colours_of_heat() {
        let script = include_str!("../../static/frame/colours.js");
        for (palette, theme) in [(Palette::Light, "light"), (Palette::Dark, "dark")] {
            let codes = (0..Ink::HEAT_STEPS).map(|step| palette.css(Ink::Heat(step)));
            let codes: Vec<String> = codes.map(|it| format!("'{}'", &it[1..])).collect();
            let line = format!("{theme}: [{}],", codes.join(", "));
            assert!(script.contains(&line), "static/frame/colours.js has to have: {line}");
        }
        assert!(script.contains("const INVERTED = 4;"));
        assert_eq!((Ink::on_heat(3), Ink::on_heat(4)), (Ink::Ink, Ink::Ground));
        let all =
            [Palette::Light, Palette::Dark].map(|palette| INKS.map(|it| (palette.code(it), it)));
        let twice: Vec<_> =
            all[0].iter().filter(|it| all[1].iter().any(|other| other.0 == it.0)).collect();
        assert!(twice.is_empty(), "one colour in both themes: {twice:?}");
    }

    #[test]
    fn stripes_stay_inside_their_area() {
        let area = (10, 20, 17, 90);
        for from in 0..120 {
            for (x, y) in stripe(area, from, from + 3) {
                assert!((10..=17).contains(&x) && (20..=90).contains(&y), "{x} {y}");
                assert!((from..=from + 3).contains(&(x + y)), "{x} {y}");
            }
        }
    }

    #[test]
    fn dashes_follow_the_path_and_leave_gaps() {
        assert_eq!(
            dashes(&[(0, 0), (20, 0)], 4, 3),
            [vec![(0, 0), (4, 0)], vec![(7, 0), (11, 0)], vec![(14, 0), (18, 0)]]
        );
    }
}
