//! The picture of a month for where pages are shared: its figure, the changes, the trend.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::{markup::escape, story};
use crate::calendar::Month;
use crate::chart::labels::{is_rtl, text_width};
use crate::chart::{Frame, Ink, Scene};
use crate::data::Dataset;
use crate::draw::{self, Palette, Surface};
use crate::facts;
use crate::i18n::{Format, Lang, isolate};
use crate::state::State;
use crate::views::time::trend_scene;

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

/// Room at the sides.
const MARGIN: f64 = 60.0;
const CHART_TOP: f64 = 268.0;
const CHART_TEXT: f64 = 20.0;

/// The picture as SVG.
///
/// # Errors
///
/// When the month has no figure.
pub fn svg(data: &Dataset, lang: Lang, month: Month) -> Result<String, CardError> {
    let format = Format::new(lang, None);
    let words = lang.strings();
    let facts = story::month_facts(data, month).ok_or(CardError::NoFigure(month))?;
    let trend = facts::trend(data, &State::of(data, month));
    let width = f64::from(SIZE.0) - 2.0 * MARGIN;
    let scene = trend_scene(&trend, format, month, Frame { text: CHART_TEXT, ..Frame::new(width) });
    let mut pen = Pen { rtl: lang.is_rtl(), texts: String::new() };
    pen.line(82.0, 30.0, Ink::Quiet, &format!("{} · {}", words.title, format.month(month)));
    let size = if lang == Lang::En { 100.0 } else { 76.0 };
    pen.bold_line(182.0, size, Ink::Ink, &format.money(facts.amount));
    let changes: Vec<String> = [facts.on_month, facts.on_year]
        .into_iter()
        .flatten()
        .map(|it| {
            let figure = isolate(&format.signed_percent(it.percent()));
            format!("{figure} {}", (words.on_base)(&format.span(it.base)))
        })
        .collect();
    let changes = changes.join("   ·   ");
    let size = (30.0 * width / text_width(&changes, 30.0, false)).min(30.0);
    pen.line(238.0, size, Ink::Ink, &changes);
    let (card_width, card_height) = SIZE;
    let chart = draw_scene(&scene);
    let chart = chart.replacen("<svg ", &format!("<svg x=\"{MARGIN}\" y=\"{CHART_TOP}\" "), 1);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{card_width}\" height=\"{card_height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>{}{chart}</svg>",
        Palette::Light.css(Ink::Ground),
        pen.texts,
    ))
}

/// Lines of text from the side at which reading begins.
struct Pen {
    rtl: bool,
    texts: String,
}

impl Pen {
    fn line(&mut self, y: f64, size: f64, ink: Ink, text: &str) {
        self.put(y, size, ink, 400, text);
    }

    fn bold_line(&mut self, y: f64, size: f64, ink: Ink, text: &str) {
        self.put(y, size, ink, 700, text);
    }

    fn put(&mut self, y: f64, size: f64, ink: Ink, weight: u32, text: &str) {
        let (x, anchor) =
            if self.rtl { (f64::from(SIZE.0) - MARGIN, "end") } else { (MARGIN, "start") };
        let fill = Palette::Light.css(ink);
        let family = if is_rtl(text) { "Noto Naskh Arabic" } else { "Noto Sans" };
        let text = if self.rtl { format!("\u{2067}{text}\u{2069}") } else { text.to_owned() };
        self.texts.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-family=\"'{family}', 'Noto Sans'\" \
             font-weight=\"{weight}\" fill=\"{fill}\" text-anchor=\"{anchor}\">{}</text>",
            escape(&text),
        ));
    }
}

fn draw_scene(scene: &Scene) -> String {
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
