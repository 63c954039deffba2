//! Paints a [`Scene`]: with any plotters backend, which is canvas in the browser, and as the SVG of pages and files
//! ([`inline`]).
//!
//! plotters only passes on rectangles, paths and texts here. It never measures text and
//! places no label, because each backend would do so differently.

pub mod inline;
mod palette;

use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use crate::chart::labels::{RTL_SCALE, is_rtl};
use crate::chart::{Anchor, Ink, Mark, Pattern, Scene, Text};

pub use palette::{Palette, variable};

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
    let (width, height) = surface.size(scene);
    let mut sheet = Plotted { area, palette, surface };
    sheet.rect((0, 0, width as i32, height as i32), Tint::full(Ink::Ground))?;
    paint_on(&mut sheet, scene, surface)?;
    area.present()
}

/// Paints `scene` on a sheet that is ground already.
fn paint_on<S: Sheet>(sheet: &mut S, scene: &Scene, surface: Surface) -> Result<(), S::Error> {
    let mut brush = Brush { sheet, surface };
    scene.marks.iter().try_for_each(|it| brush.mark(it))
}

/// Left, top, right, bottom in pixels of a sheet, the last two not included.
type Box4 = (i32, i32, i32, i32);

type Point = (i32, i32);

/// An ink, thinned on the ground to so many eighths.
#[derive(Clone, Copy, PartialEq)]
struct Tint {
    ink: Ink,
    eighths: u8,
}

impl Tint {
    fn full(ink: Ink) -> Tint {
        Tint { ink, eighths: 8 }
    }
}

/// A text with what is left to decide once its scene is laid out.
struct Letters<'a> {
    text: &'a Text,
    /// As it is to be written: isolated where it runs from right to left.
    written: &'a str,
    rtl: bool,
    /// In pixels of the sheet.
    size: f64,
    /// At the height that [`Surface`] names.
    at: Point,
}

impl Letters<'_> {
    fn family(&self) -> &'static str {
        match (self.rtl, self.text.heading) {
            (true, _) => NASKH,
            (false, true) => HEAD,
            (false, false) => SYSTEM,
        }
    }
}

/// What is painted on, in whole pixels of its own.
trait Sheet {
    type Error;
    fn rect(&mut self, area: Box4, tint: Tint) -> Result<(), Self::Error>;
    /// Filled.
    fn polygon(&mut self, points: Vec<Point>, tint: Tint) -> Result<(), Self::Error>;
    fn path(&mut self, points: Vec<Point>, width: i32, ink: Ink) -> Result<(), Self::Error>;
    fn dot(&mut self, centre: Point, radius: i32, ink: Ink) -> Result<(), Self::Error>;
    fn text(&mut self, letters: &Letters) -> Result<(), Self::Error>;
}

/// By plotters.
struct Plotted<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    palette: Palette,
    surface: Surface,
}

impl<DB: DrawingBackend> Plotted<'_, DB> {
    fn colour(&self, Tint { ink, eighths }: Tint) -> RGBColor {
        let [red, green, blue] = self.palette.rgb(ink, eighths);
        RGBColor(red, green, blue)
    }
}

impl<DB: DrawingBackend> Sheet for Plotted<'_, DB> {
    type Error = DrawingAreaErrorKind<DB::ErrorType>;

    fn rect(&mut self, (x0, y0, x1, y1): Box4, tint: Tint) -> Result<(), Self::Error> {
        self.area.draw(&Rectangle::new([(x0, y0), (x1, y1)], self.colour(tint).filled()))
    }

    fn polygon(&mut self, points: Vec<Point>, tint: Tint) -> Result<(), Self::Error> {
        self.area.draw(&Polygon::new(points, self.colour(tint).filled()))
    }

    fn path(&mut self, points: Vec<Point>, width: i32, ink: Ink) -> Result<(), Self::Error> {
        let color = self.colour(Tint::full(ink)).to_rgba();
        let style = ShapeStyle { color, filled: false, stroke_width: width as u32 };
        self.area.draw(&PathElement::new(points, style))
    }

    fn dot(&mut self, centre: Point, radius: i32, ink: Ink) -> Result<(), Self::Error> {
        self.area.draw(&Circle::new(centre, radius, self.colour(Tint::full(ink)).filled()))
    }

    fn text(&mut self, it: &Letters) -> Result<(), Self::Error> {
        let v_pos = match self.surface.anchor {
            Height::Baseline => VPos::Bottom,
            Height::Top => VPos::Top,
            Height::Middle => VPos::Center,
        };
        let h_pos = match it.text.anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let family = FontFamily::Name(it.family());
        let style = if it.text.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(family, it.size * self.surface.text_scale, style);
        let colour = self.colour(Tint::full(it.text.ink));
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(h_pos, v_pos));
        self.area.draw_text(it.written, &style, it.at)
    }
}

struct Brush<'a, S> {
    sheet: &'a mut S,
    surface: Surface,
}

impl<S: Sheet> Brush<'_, S> {
    fn mark(&mut self, mark: &Mark) -> Result<(), S::Error> {
        let surface = self.surface;
        let px = |it| surface.px(it);
        match mark {
            &Mark::Rect { x, y, width, height, ink, pattern } => {
                self.rect((px(x), px(y), px(x + width), px(y + height)), ink, pattern)
            }
            Mark::Line { points, width, ink, dashed } => self.line(points, *width, *ink, *dashed),
            &Mark::Dot { x, y, radius, ink } => {
                self.sheet.dot((px(x), px(y)), surface.thickness(radius), ink)
            }
            Mark::Text(text) => self.text(text),
        }
    }

    fn fill(&mut self, area: Box4, tint: Tint) -> Result<(), S::Error> {
        let (x0, y0, x1, y1) = area;
        if x1 <= x0 || y1 <= y0 {
            return Ok(());
        }
        self.sheet.rect(area, tint)
    }

    fn rect(&mut self, it: Box4, ink: Ink, pattern: Pattern) -> Result<(), S::Error> {
        let colour = Tint::full(ink);
        let edge = self.surface.thickness(1.0);
        let roomy = it.2 - it.0 > 3 * edge && it.3 - it.1 > 3 * edge;
        match pattern {
            Pattern::Hollow if roomy => {
                let (x0, y0, x1, y1) = it;
                self.fill(it, colour)?;
                let inside = (x0 + edge, y0 + edge, x1 - edge, y1 - edge);
                self.fill(inside, Tint { ink, eighths: 4 })
            }
            Pattern::Hatched if roomy => {
                let (x0, y0, x1, y1) = it;
                self.fill(it, Tint { ink, eighths: 2 })?;
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
    fn stripes(&mut self, area: Box4, apart: f64, wide: f64, tint: Tint) -> Result<(), S::Error> {
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
        self.sheet.polygon(path, tint)
    }

    fn line(
        &mut self,
        points: &[(f64, f64)],
        width: f64,
        ink: Ink,
        dashed: bool,
    ) -> Result<(), S::Error> {
        let surface = self.surface;
        let thickness = surface.thickness(width);
        let mut pixels: Vec<Point> =
            points.iter().map(|&(x, y)| (surface.px(x), surface.px(y))).collect();
        if dashed {
            let (on, off) = (surface.thickness(4.0), surface.thickness(3.0));
            for dash in dashes(&pixels, on, off) {
                self.stroke(dash, thickness, ink)?;
            }
            return Ok(());
        }
        pixels.dedup();
        self.stroke(pixels, thickness, ink)
    }

    /// Straight lines along the axes are filled rectangles, sharp at every ratio.
    fn stroke(&mut self, pixels: Vec<Point>, thickness: i32, ink: Ink) -> Result<(), S::Error> {
        if let &[(x0, y0), (x1, y1)] = pixels.as_slice() {
            let (x0, x1, y0, y1) = (x0.min(x1), x0.max(x1), y0.min(y1), y0.max(y1));
            let half = thickness / 2;
            if y0 == y1 {
                return self.fill((x0, y0 - half, x1, y0 - half + thickness), Tint::full(ink));
            }
            if x0 == x1 {
                return self.fill((x0 - half, y0, x0 - half + thickness, y1), Tint::full(ink));
            }
        }
        self.sheet.path(pixels, thickness, ink)
    }

    fn text(&mut self, text: &Text) -> Result<(), S::Error> {
        let rtl = is_rtl(&text.text);
        let size = text.size * self.surface.pixel_ratio * if rtl { RTL_SCALE } else { 1.0 };
        let size = size.round();
        let above = match self.surface.anchor {
            Height::Baseline => 0.0,
            Height::Top => 0.76,
            Height::Middle => 0.29,
        };
        let y = (text.y * self.surface.pixel_ratio - above * size).round() as i32;
        let at = (self.surface.px(text.x), y);
        // The picture itself runs from left to right.
        let isolated =
            if rtl { ["\u{2067}", &text.text, "\u{2069}"].concat() } else { String::new() };
        let written = if rtl { &isolated } else { &text.text };
        self.sheet.text(&Letters { text, written, rtl, size, at })
    }
}

/// As in the page around.
const SYSTEM: &str = "system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif";
/// Of headings, as in the page around; of faces whose width is known.
const HEAD: &str =
    "'Iowan Old Style',Charter,'Noto Serif',Cambria,system-ui,'Noto Sans',sans-serif";
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
