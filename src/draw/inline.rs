//! Pictures as SVG: inside a page, and as files.
//!
//! A picture inside a page, before any program runs, takes its colours from the style sheet,
//! follows the page's theme, and stretches sideways without distorting a letter. Until the style
//! sheet is there, and without it, colours and widths of lines are its own. Marks are painted in a
//! frame that is stretched to the width at hand; texts and dots stand over it at percentages of
//! that width. The scene should be laid out for the narrowest width at which it will be shown.
//!
//! A picture in a file has a size, colours and letters of its own.

use std::convert::Infallible;
use std::fmt::Write;

use super::palette::listed;
use super::{
    Box4, Height, Letters, Palette, Point, SYSTEM, Sheet, Surface, Tint, paint_on, variable,
};
use crate::chart::{Anchor, Ink, Scene};

/// Half pixels are fine enough, and short to write.
const SURFACE: Surface = Surface { pixel_ratio: 2.0, text_scale: 1.0, anchor: Height::Baseline };

/// The height of letters that need not be said.
const USUAL_TEXT: f64 = 12.0;

/// `<svg class="…">` of the scene, as high as the scene. One that is seen before the style sheet is there, as the strip
/// is, has colours and letters of its own until then.
pub fn svg(scene: &Scene, class: &str, is_early: bool) -> String {
    painted(scene, Setting::Page { is_early }).in_page(class)
}

/// What a file says of its picture to those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// As in `xml:lang`.
    pub lang: &'a str,
    pub title: &'a str,
    pub description: &'a str,
}

/// The scene as a file that needs nothing else, in colours of [`Palette::Light`] or
/// [`Palette::Dark`].
///
/// The picture runs from left to right in every language; each right-to-left text is isolated, so
/// that viewers order and join its letters as they should.
pub fn file(scene: &Scene, palette: Palette, caption: Caption) -> String {
    painted(scene, Setting::File(palette)).in_file(palette, caption)
}

fn painted(scene: &Scene, setting: Setting) -> Picture {
    let mut picture = Picture {
        setting,
        size: SURFACE.size(scene),
        shapes: Vec::new(),
        over: Over { text: String::new(), open: None },
    };
    let Ok(()) = paint_on(&mut picture, scene, SURFACE);
    picture.over.close();
    picture
}

/// Where a picture will be.
#[derive(Clone, Copy, PartialEq)]
enum Setting {
    Page { is_early: bool },
    File(Palette),
}

struct Picture {
    setting: Setting,
    size: (u32, u32),
    shapes: Vec<Shape>,
    over: Over,
}

/// Marks of one look, none of which hides one of another look painted in between.
struct Shape {
    look: Look,
    /// The `d` of a path.
    path: String,
    /// Where the next subpath is counted from.
    pen: (i32, i32),
    areas: Vec<Box4>,
}

#[derive(Clone, Copy, PartialEq)]
enum Look {
    Fill(Tint),
    /// An ink, and a width in half pixels.
    Stroke(Ink, i32),
}

/// What is not stretched. Neighbours that look alike share a group.
struct Over {
    text: String,
    open: Option<String>,
}

impl Over {
    fn put(&mut self, group: String, element: &str) {
        if self.open.as_ref() != Some(&group) {
            self.close();
            write!(self.text, "<g {group}>").ok();
            self.open = Some(group);
        }
        self.text.push_str(element);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.text.push_str("</g>");
        }
    }
}

impl Setting {
    /// In a page, the colour of an ink as the page has it, or else, before it has one, as the device prefers it.
    fn colour(self, ink: Ink) -> String {
        match self {
            Setting::File(palette) => palette.css(ink),
            Setting::Page { is_early: false } => format!("var(--{})", variable(ink)),
            Setting::Page { is_early: true } => {
                let [light, dark] = [Palette::Light, Palette::Dark].map(|it| it.css(ink));
                format!("var(--{},light-dark({light},{dark}))", variable(ink))
            }
        }
    }
}

/// What would end a text or an attribute is written otherwise; characters that XML cannot hold
/// are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn overlap(one: Box4, other: Box4) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

impl Picture {
    /// Adds `draw`n marks to the last shape of their look that nothing else has covered here.
    fn add(&mut self, look: Look, area: Box4, draw: impl FnOnce(&mut Shape)) {
        let mut place = None;
        for (index, shape) in self.shapes.iter().enumerate().rev() {
            if shape.look == look {
                place = Some(index);
                break;
            }
            if shape.areas.iter().any(|it| overlap(*it, area)) {
                break;
            }
        }
        let place = place.unwrap_or_else(|| {
            self.shapes.push(Shape { look, path: String::new(), pen: (0, 0), areas: Vec::new() });
            self.shapes.len() - 1
        });
        if let Some(shape) = self.shapes.get_mut(place) {
            shape.areas.push(area);
            draw(shape);
        }
    }

    /// A tint lies on the ground, as where colours are mixed.
    fn fill(&mut self, tint: Tint, area: Box4, draw: impl Fn(&mut Shape)) {
        if tint.eighths < 8 {
            self.add(Look::Fill(Tint::full(Ink::Ground)), area, &draw);
        }
        self.add(Look::Fill(Tint { ink: listed(tint.ink), ..tint }), area, draw);
    }

    fn in_page(&self, class: &str) -> String {
        let (width, height) = self.size;
        let css_height = f64::from(height) / SURFACE.pixel_ratio;
        let letters = match self.setting {
            Setting::Page { is_early: true } => {
                " font-family=\"system-ui,sans-serif\" font-size=\"12\""
            }
            _ => "",
        };
        let mut svg = format!(
            "<svg class=\"{class}\" width=\"100%\" height=\"{css_height}\" aria-hidden=\"true\"{letters}>\
             <svg fill=\"none\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\">"
        );
        self.shapes(&mut svg);
        svg.push_str("</svg>");
        svg.push_str(&self.over.text);
        svg.push_str("</svg>");
        svg
    }

    fn in_file(&self, palette: Palette, caption: Caption) -> String {
        let (width, height) = self.size;
        let (css_width, css_height) =
            (f64::from(width) / SURFACE.pixel_ratio, f64::from(height) / SURFACE.pixel_ratio);
        let (system, ground) = (escape(SYSTEM), palette.css(Ink::Ground));
        let [title, description] = [caption.title, caption.description].map(escape);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{}\" direction=\"ltr\" \
             width=\"{css_width}\" height=\"{css_height}\" viewBox=\"0 0 {css_width} {css_height}\" \
             role=\"img\" font-family=\"{system}\" font-size=\"{USUAL_TEXT}\">\n\
             <title>{title}</title>\n<desc>{description}</desc>\n\
             <rect width=\"{css_width}\" height=\"{css_height}\" fill=\"{ground}\"/>\n\
             <g fill=\"none\" stroke-linejoin=\"round\" transform=\"scale({})\">",
            caption.lang,
            1.0 / SURFACE.pixel_ratio,
        );
        self.shapes(&mut svg);
        svg.push_str("</g>\n");
        svg.push_str(&self.over.text);
        svg.push_str("</svg>\n");
        svg
    }

    fn shapes(&self, svg: &mut String) {
        for shape in &self.shapes {
            let look = match shape.look {
                Look::Fill(Tint { ink, eighths: 8 }) => {
                    format!("fill=\"{}\"", self.setting.colour(ink))
                }
                Look::Fill(Tint { ink, eighths }) => {
                    let opacity = f64::from(eighths) / 8.0;
                    format!("fill=\"{}\" fill-opacity=\"{opacity}\"", self.setting.colour(ink))
                }
                Look::Stroke(ink, width) => {
                    let colour = self.setting.colour(ink);
                    match self.setting {
                        Setting::Page { .. } => {
                            let css_width = f64::from(width) / SURFACE.pixel_ratio;
                            format!(
                                "stroke=\"{colour}\" stroke-width=\"{css_width}\" vector-effect=\"non-scaling-stroke\""
                            )
                        }
                        Setting::File(_) => format!("stroke=\"{colour}\" stroke-width=\"{width}\""),
                    }
                }
            };
            write!(svg, "<path {look} d=\"{}\"/>", shape.path).ok();
        }
    }

    /// Where something that is not stretched stands.
    fn across(&self, x: i32) -> String {
        match self.setting {
            Setting::Page { .. } => self.percent(x),
            Setting::File(_) => (f64::from(x) / SURFACE.pixel_ratio).to_string(),
        }
    }

    /// In percent of the width, at most two decimals.
    fn percent(&self, x: i32) -> String {
        let hundredths = (f64::from(x) / f64::from(self.size.0) * 10_000.0).round() / 100.0;
        format!("{hundredths}%")
    }
}

impl Shape {
    fn move_to(&mut self, (x, y): (i32, i32)) {
        let (from_x, from_y) = self.pen;
        write!(self.path, "m{}", pair(x - from_x, y - from_y)).ok();
        self.pen = (x, y);
    }

    /// From the foot, on which most bars stand side by side: neighbours are then written
    /// alike, which compresses well.
    fn rect(&mut self, (x0, y0, x1, y1): Box4) {
        self.move_to((x0, y1));
        let (width, height) = (x1 - x0, y1 - y0);
        write!(self.path, "v{}h{width}v{height}z", -height).ok();
    }

    fn lines(&mut self, points: &[Point], closed: bool) {
        let Some((&first, rest)) = points.split_first() else { return };
        self.move_to(first);
        let mut from = first;
        self.path.push('l');
        for (place, &(x, y)) in rest.iter().enumerate() {
            let step = pair(x - from.0, y - from.1);
            if place > 0 && !step.starts_with('-') {
                self.path.push(' ');
            }
            self.path.push_str(&step);
            from = (x, y);
        }
        if closed {
            self.path.push('z');
        } else {
            self.pen = from;
        }
    }
}

/// A sign separates as well as a space.
fn pair(x: i32, y: i32) -> String {
    if y < 0 { format!("{x}{y}") } else { format!("{x} {y}") }
}

/// A polygon that comes back to where it was is as many as it closes, and then the way back, which
/// encloses nothing.
fn loops(mut points: &[Point]) -> Vec<&[Point]> {
    let mut loops = Vec::new();
    while let Some(length) = points.iter().skip(1).position(|it| Some(it) == points.first()) {
        loops.push(&points[..=length]);
        points = &points[length + 2..];
    }
    if loops.is_empty() {
        loops.push(points);
    }
    loops
}

fn bounds(points: &[Point], around: i32) -> Box4 {
    points.iter().fold((i32::MAX, i32::MAX, i32::MIN, i32::MIN), |it, &(x, y)| {
        (it.0.min(x - around), it.1.min(y - around), it.2.max(x + around), it.3.max(y + around))
    })
}

impl Sheet for Picture {
    type Error = Infallible;

    fn rect(&mut self, area: Box4, tint: Tint) -> Result<(), Infallible> {
        self.fill(tint, area, |shape| shape.rect(area));
        Ok(())
    }

    fn polygon(&mut self, points: Vec<Point>, tint: Tint) -> Result<(), Infallible> {
        let loops = loops(&points);
        self.fill(tint, bounds(&points, 0), |shape| {
            loops.iter().for_each(|it| shape.lines(it, true));
        });
        Ok(())
    }

    fn path(&mut self, points: Vec<Point>, width: i32, ink: Ink) -> Result<(), Infallible> {
        let look = Look::Stroke(listed(ink), width);
        self.add(look, bounds(&points, width), |shape| shape.lines(&points, false));
        Ok(())
    }

    fn dot(&mut self, (x, y): Point, radius: i32, ink: Ink) -> Result<(), Infallible> {
        let css = |it: i32| f64::from(it) / SURFACE.pixel_ratio;
        let group = format!("fill=\"{}\"", self.setting.colour(ink));
        let (x, y, radius) = (self.across(x), css(y), css(radius));
        self.over.put(group, &format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
        Ok(())
    }

    fn text(&mut self, it: &Letters) -> Result<(), Infallible> {
        let mut group = format!("fill=\"{}\"", self.setting.colour(it.text.ink));
        group.push_str(match it.text.anchor {
            Anchor::Left => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::Right => " text-anchor=\"end\"",
        });
        if it.text.bold {
            group.push_str(" font-weight=\"700\"");
        }
        let size = it.size / SURFACE.pixel_ratio;
        if it.rtl && matches!(self.setting, Setting::Page { .. }) {
            group.push_str(" class=\"naskh\"");
        } else if it.rtl || it.text.heading {
            write!(group, " font-family=\"{}\" font-size=\"{size}\"", escape(it.family())).ok();
        } else if size != USUAL_TEXT {
            write!(group, " font-size=\"{size}\"").ok();
        }
        let (x, y) = (self.across(it.at.0), f64::from(it.at.1) / SURFACE.pixel_ratio);
        self.over.put(group, &format!("<text x=\"{x}\" y=\"{y}\">{}</text>", escape(it.written)));
        Ok(())
    }
}
