//! The picture of a month for where pages are shared: its figure, the finding, the changes, the trend.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, fontdb};

use super::{Options, story};
use crate::address::{PageAddress, PageKind};
use crate::calendar::Month;
use crate::chart::labels::{fit, text_width};
use crate::chart::{Anchor, Frame, Ink, Mark, Pattern, Scene, Text};
use crate::data::Dataset;
use crate::draw::{self, Palette, Surface};
use crate::export::poster::{self, Column, Part};
use crate::facts::{self, Headline};
use crate::i18n::{Format, Lang};
use crate::reading;
use crate::state::State;
use crate::ui::patterns::legend;
use crate::views::month::{self, Bar, Bars};
use crate::views::time::{trend_reading, trend_scene, trend_unit};

/// Width and height in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

/// Letters for drawing natively; pinned, so that pictures are the same on every machine.
pub struct Fonts(Arc<fontdb::Database>);

const FONTS: [&str; 4] = [
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans/700Bold/NotoSans_700Bold.ttf",
    "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
    "noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
];

/// Why there is no picture.
#[derive(Debug)]
pub enum CardError {
    Font(String, std::io::Error),
    Svg(usvg::Error),
    Png(png::EncodingError),
    /// The month's total is not published.
    NoFigure(Month),
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CardError::Font(path, error) => {
                write!(f, "{path}: {error}: 'make setup' installs the fonts of the pictures")
            }
            CardError::Svg(error) => write!(f, "a picture for sharing cannot be read: {error}"),
            CardError::Png(error) => write!(f, "a picture for sharing cannot be written: {error}"),
            CardError::NoFigure(month) => write!(f, "{month} has no figure to draw"),
        }
    }
}

impl std::error::Error for CardError {}

impl Fonts {
    /// # Errors
    ///
    /// When a font is not in the folder, that of npm's packages.
    pub fn load(folder: &Path) -> Result<Fonts, CardError> {
        let mut fonts = fontdb::Database::new();
        for name in FONTS {
            let path = folder.join("@expo-google-fonts").join(name);
            let bytes = std::fs::read(&path)
                .map_err(|error| CardError::Font(path.display().to_string(), error))?;
            fonts.load_font_data(bytes);
        }
        Ok(Fonts(Arc::new(fonts)))
    }
}

/// Room at the sides, and between the figure and the trend.
const MARGIN: f64 = 40.0;
/// Of the trend; beside it stands the figure.
const TREND_WIDTH: f64 = 576.0;
/// Heights of letters: half of it is legible, which is how large most places show the picture.
const TEXT: f64 = 20.0;
const NOTE: f64 = 17.0;
/// Least and greatest width of the bars of changes, and room around them.
const BAR: (f64, f64) = (100.0, 180.0);
const APART: f64 = 12.0;

/// The picture: figure, finding, changes and trend, whose they are and where they are found.
///
/// # Errors
///
/// When the month has no figure.
pub fn scene(
    data: &Dataset,
    lang: Lang,
    month: Month,
    options: &Options,
) -> Result<Scene, CardError> {
    let facts = story::month_facts(data, month).ok_or(CardError::NoFigure(month))?;
    let bars = month::bars(&facts, Format::new(lang, None));
    let rtl = lang.is_rtl();
    let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let all = Column { x0: MARGIN, x1: width - MARGIN, rtl };
    let (told, drawn) = if rtl {
        let end = all.x0 + TREND_WIDTH;
        (Column { x0: end + MARGIN, ..all }, Column { x1: end, ..all })
    } else {
        let start = all.x1 - TREND_WIDTH;
        (Column { x1: start - MARGIN, ..all }, Column { x0: start, ..all })
    };

    let head = head(all, lang);
    let is_adjusted = bars.bars.iter().any(|it| it.verdict.is_some());
    let foot = foot(all, lang, month, is_adjusted.then_some(&facts), options);
    let (top, below) = (MARGIN / 2.0, height - MARGIN / 2.0 - foot.height);
    let from = top + head.height + APART;
    let room = below - APART - from;
    let told = figure(told, &facts, &bars, room, lang);
    let drawn = trend(drawn, data, lang, month, room);
    let parts = [(head, top), (told, from), (drawn, from), (foot, below)];
    let marks = parts
        .into_iter()
        .flat_map(|(part, y)| part.marks.into_iter().map(move |it| it.moved(1.0, (0.0, y))));
    Ok(Scene { width, height, marks: marks.collect(), points: Vec::new() })
}

/// The name of the page above a thin line.
fn head(column: Column, lang: Lang) -> Part {
    let mut part = Part::new(column);
    part.put(&[lang.strings().title.to_owned()], TEXT, true, Ink::Ink);
    part.marks.push(across(column, part.height));
    part
}

/// The month, how much, what it means and what it is compared with, in so much room.
fn figure(column: Column, facts: &Headline, bars: &Bars, room: f64, lang: Lang) -> Part {
    let (words, format) = (lang.strings(), Format::new(lang, None));
    let mut part = Part::new(column);
    let status = (words.status)(facts.status);
    part.text(&[&format.month(facts.month), " · ", status].concat(), TEXT, Ink::Quiet);
    let figure = format.money(facts.amount);
    let narrow = |size: &f64| text_width(&figure, *size, true) <= column.room();
    let size = (40..=84).rev().step_by(2).map(f64::from).find(narrow).unwrap_or(40.0);
    // What is counted is said smaller than how much; where letters are joined, their width is not known well enough.
    let (amount, unit) = figure.rsplit_once(' ').filter(|_| !column.rtl).unwrap_or((&figure, ""));
    part.put(&[amount.to_owned()], size, false, Ink::Ink);
    if let Some(Mark::Text(text)) = part.marks.last_mut() {
        text.bold = true;
        let unit = Text {
            x: text.x + text_width(amount, size, true),
            text: unit.to_owned(),
            size: 0.55 * size,
            ..text.clone()
        };
        part.marks.extend((!unit.text.is_empty()).then_some(Mark::Text(unit)));
    }
    let size = if facts.story.is_some() { 40.0 } else { 30.0 };
    let (finding, size) =
        poster::heading(&reading::finding(facts, format), column.room(), (size, 3));
    part.put(&finding, size, true, Ink::Ink);
    part.height += APART;
    let room = room - part.height;
    changes(&mut part, column, bars, room, lang);
    part
}

/// Bars from one line, each with its name and figure, in so much room.
fn changes(part: &mut Part, column: Column, it: &Bars, room: f64, lang: Lang) {
    let Column { x0, x1, rtl } = column;
    let verdicts = it.bars.iter().filter(|it| it.verdict.is_some()).count();
    let lines = it.bars.len() + verdicts + usize::from(it.claim.is_some());
    let line = (room / lines.max(1) as f64).min(2.0 * TEXT);
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let figures = widest(&mut it.bars.iter().map(|it| text_width(&it.text, TEXT, true)));
    let names = column.room() - figures - 2.0 * APART;
    let indent = |it: &Bar| if it.kind.is_some() { APART } else { 0.0 };
    let is_rest = |it: &Bar| it.kind == Some("rest");
    let width = |it: &Bar| indent(it) / TEXT + text_width(&it.label, 1.0, is_rest(it));
    let name = widest(&mut it.bars.iter().map(width));
    let size = TEXT.min((names - BAR.0) / name);
    let length = BAR.1.min(names - name * size);
    // From the side at which reading begins, and from the other.
    let start = |by: f64| if rtl { (x1 - by, Anchor::Right) } else { (x0 + by, Anchor::Left) };
    let end = if rtl { (x0, Anchor::Left) } else { (x1, Anchor::Right) };
    let bar = if rtl { x0 + figures + APART } else { x1 - figures - APART - length };
    let place = |percent: f64| bar + it.scale.along(percent) * length;

    let text = |y: f64, (x, anchor): (f64, Anchor), size: f64, ink: Ink, bold: bool, text: &str| {
        let y = y + 0.5 * line + 0.35 * size;
        Mark::Text(Text { x, y, text: text.to_owned(), size, anchor, ink, bold, heading: false })
    };
    let rule = |points: [(f64, f64); 2], width: f64, ink: Ink, dashed: bool| Mark::Line {
        points: points.into(),
        width,
        ink,
        dashed,
    };
    let mut y = part.height;
    let marks = &mut part.marks;
    if let Some(claim) = it.claim {
        marks.push(text(y, end, size, Ink::Warn, true, &(lang.strings().reported)(claim)));
        y += line;
    }
    for bar in &it.bars {
        if bar.kind.is_none() {
            marks.push(across(column, y));
        }
        let ink = if bar.kind == Some("part") { Ink::Quiet } else { Ink::Ink };
        marks.push(text(y, start(indent(bar)), size, ink, is_rest(bar), &bar.label));
        let (zero, to) = (place(0.0), place(bar.percent));
        marks.push(Mark::Rect {
            x: zero.min(to),
            y: y + 0.2 * line,
            width: (to - zero).abs(),
            height: 0.6 * line,
            ink: if bar.percent < 0.0 { Ink::Warn } else { Ink::Total },
            pattern: Pattern::Solid,
        });
        if let Some((low, high)) = bar.range {
            let middle = y + 0.5 * line;
            marks.push(rule([(place(low), middle), (place(high), middle)], 2.0, Ink::Ink, false));
        }
        marks.push(rule([(zero, y), (zero, y + line)], 1.5, Ink::Ink, false));
        if let Some(claim) = it.claim {
            let at = place(f64::from(claim));
            marks.push(rule([(at, y), (at, y + line)], 2.0, Ink::Warn, true));
        }
        marks.push(text(y, end, TEXT, Ink::Ink, true, &bar.text));
        y += line;
        if let Some(verdict) = bar.verdict {
            marks.push(text(y, end, size, Ink::Ink, false, verdict));
            y += line;
        }
    }
    part.height = y;
}

/// The trend below its title and unit, the month named, as large as the room allows.
fn trend(column: Column, data: &Dataset, lang: Lang, month: Month, room: f64) -> Part {
    let format = Format::new(lang, None);
    let facts = facts::trend(data, &State::of(data, month));
    let mut part = Part::new(column);
    let title = trend_reading(data, &facts, month, format).title;
    let (title, size) = poster::heading(&title, column.room(), (26.0, 2));
    part.put(&title, size, true, Ink::Ink);
    let statuses = &mut facts.values.iter().map(|it| it.status);
    let unit = trend_unit(&facts, format) + &legend(statuses, false, lang.strings());
    part.text(&unit, NOTE, Ink::Quiet);
    part.height += APART / 2.0;
    // As large as it is laid out for wide pages, or smaller.
    let scales = (0..40).map(|step| column.room() / Frame::WIDE * 0.98_f64.powi(step));
    let mut scenes = scales.map(|scale| {
        let frame = Frame { text: TEXT / scale, ..Frame::new(column.room() / scale) };
        (scale, trend_scene(&facts, format, month, frame))
    });
    let fits = |(scale, scene): &(f64, Scene)| scene.height * scale <= room - part.height;
    if let Some((scale, scene)) = scenes.find(fits) {
        // What is left over stands above, so that bars and trend end at one height.
        let y = room - scene.height * scale;
        part.marks.extend(scene.marks.into_iter().map(|it| it.moved(scale, (column.x0, y))));
    }
    part.height = room;
    part
}

/// Whose figures they are and where they are found, below a thin line; whose calculation, of a month that is adjusted.
fn foot(
    column: Column,
    lang: Lang,
    month: Month,
    adjusted: Option<&Headline>,
    options: &Options,
) -> Part {
    let words = lang.strings();
    let mut part = Part::new(column);
    part.marks.push(across(column, 0.0));
    part.height = APART / 2.0;
    if let Some(facts) = adjusted {
        let is_short = facts.adjusted.is_some_and(|it| it.is_ok_and(|it| it.is_short));
        let short = if is_short { [" ", words.adjusted_short].concat() } else { String::new() };
        part.text(&[words.adjusted, &short].concat(), NOTE, Ink::Quiet);
    }
    part.text(words.source_line, NOTE, Ink::Quiet);
    if let (Some(site), Some(Mark::Text(source))) = (&options.site, part.marks.last()) {
        let site = site.split_once("://").map_or(site.as_str(), |(_, it)| it);
        let address = [site, &PageAddress { lang, kind: PageKind::Month(month) }.path()].concat();
        let room = column.room() - text_width(&source.text, NOTE, false) - 2.0 * APART;
        let (x, anchor) =
            if column.rtl { (column.x0, Anchor::Left) } else { (column.x1, Anchor::Right) };
        let text = fit(&address, NOTE, false, room);
        let address = Text { x, anchor, text, ..source.clone() };
        part.marks.push(Mark::Text(address));
    }
    part
}

/// A thin line from side to side.
fn across(column: Column, y: f64) -> Mark {
    let points = vec![(column.x0, y), (column.x1, y)];
    Mark::Line { points, width: 1.0, ink: Ink::Grid, dashed: false }
}

/// The picture as SVG.
pub fn svg(scene: &Scene) -> String {
    let mut svg = String::new();
    let backend = SVGBackend::with_string(&mut svg, Surface::SVG.size(scene));
    let area = backend.into_drawing_area();
    match draw::paint(&area, scene, Surface::SVG, Palette::Light) {
        Ok(()) => {}
        Err(error) => unreachable!("writing to memory does not fail: {error}"),
    }
    drop(area);
    draw::finish_svg(&svg, scene)
}

/// The picture as PNG.
///
/// # Errors
///
/// When the SVG cannot be drawn.
pub fn png(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, CardError> {
    let options = usvg::Options {
        fontdb: fonts.0.clone(),
        font_family: "Noto Sans".to_owned(),
        font_resolver: FontResolver {
            // By itself it takes any that has the letter: never bold.
            select_fallback: Box::new(|_, used, fonts| {
                let weight = fonts.face(*used.first()?)?.weight;
                let other = |it: &&fontdb::FaceInfo| it.weight == weight && !used.contains(&it.id);
                fonts.faces().find(other).map(|it| it.id)
            }),
            ..FontResolver::default()
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(CardError::Svg)?;
    let mut pixmap = Pixmap::new(SIZE.0, SIZE.1).ok_or(CardError::Svg(usvg::Error::InvalidSize))?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    encode(pixmap.data()).map_err(CardError::Png)
}

/// With a palette: few colours and their transitions take a third of the bytes of any colours.
fn encode(rgba: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let (palette, pixels) = (3..=8)
        .rev()
        .map(|bits| indexed(rgba, bits))
        .find(|(palette, _)| palette.len() <= 256)
        .unwrap_or_default();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}

/// Colours reduced to so many bits a channel, and for each pixel the place of its own.
fn indexed(rgba: &[u8], bits: u32) -> (Vec<[u8; 3]>, Vec<u8>) {
    let levels = (1_u32 << bits) - 1;
    let reduce = |channel: u8| {
        let level = (u32::from(channel) * levels + 127) / 255;
        ((level * 255 + levels / 2) / levels) as u8
    };
    let mut palette: Vec<[u8; 3]> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    let pixels = rgba
        .chunks_exact(4)
        .map(|it| {
            let colour = [reduce(it[0]), reduce(it[1]), reduce(it[2])];
            *places.entry(colour).or_insert_with(|| {
                palette.push(colour);
                palette.len() - 1
            }) as u8
        })
        .collect();
    (palette, pixels)
}
