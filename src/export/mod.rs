//! What a reader takes away from an [`Exhibit`]: tables, pictures, a sentence to quote.
//!
//! Pure functions: nothing here saves or copies. Each file says where its figures are from, when
//! they were published and at which address the same view is found again.

mod figures;
pub(crate) mod poster;

pub use figures::{clipboard_table, csv, json};
pub use poster::{Shape, poster};

use crate::chart::Scene;
use crate::data::{Dataset, ObservationId, Sources};
use crate::draw::Palette;
use crate::draw::inline::{self, Caption};
use crate::exhibit::{Citations, Exhibit};
use crate::i18n::Lang;
use crate::i18n::export::words;

/// What a file says besides its exhibit.
#[derive(Clone, Debug)]
pub struct About<'a> {
    pub lang: Lang,
    /// The name of the page.
    pub site: String,
    /// The whole address at which the view is found again; empty where there is none.
    pub address: String,
    /// Which of the figures published one after another are shown, in words.
    pub vintage: String,
    /// When the last of the figures was published, in words: `20 August 2026`.
    pub published: String,
    /// The record, and where its figures were read. `None` until that list has arrived: files
    /// then name publishers only.
    pub record: Option<(&'a Dataset, &'a Sources)>,
}

impl About<'_> {
    /// Where figures of the record were read, in their order, each once: what it is called, and
    /// its address.
    fn read_in(&self, ids: impl IntoIterator<Item = ObservationId>) -> Vec<(&str, &str)> {
        let Some((data, sources)) = self.record else { return Vec::new() };
        let mut read: Vec<(&str, &str)> = Vec::new();
        for id in ids {
            let source = sources.get(data.observation(id).source);
            if let Some(source) = source.filter(|it| read.iter().all(|(_, url)| it.url != *url)) {
                read.push((&source.outlet, &source.url));
            }
        }
        read
    }

    /// When the figures were published and which of them they are, in one line.
    fn dated(&self) -> String {
        let words = words(self.lang);
        let published = (!self.published.is_empty()).then(|| (words.published)(&self.published));
        let vintage = (!self.vintage.is_empty()).then(|| (words.figures)(&self.vintage));
        let parts: Vec<String> = published.into_iter().chain(vintage).collect();
        parts.join(" · ")
    }
}

/// What a figure of an exhibit is cited by: names and addresses.
fn sources<'a>(exhibit: &'a Exhibit, about: &'a About) -> Vec<(&'a str, &'a str)> {
    match &exhibit.sources {
        Citations::Elsewhere { pages, .. } => {
            pages.iter().map(|it| (&*it.name, &*it.url)).collect()
        }
        Citations::InRecord | Citations::Both(_) => {
            let rows = exhibit.table.rows.iter().chain(&exhibit.table.whole);
            let mut read = about.read_in(rows.flat_map(|it| it.observations.iter().copied()));
            if let Citations::Both(pages) = &exhibit.sources {
                read.extend(pages.iter().map(|it| (&*it.name, &*it.url)));
            }
            read
        }
    }
}

/// Whose figures they are, in one line that begins with the word for source.
fn source_line(exhibit: &Exhibit, lang: Lang) -> String {
    let words = words(lang);
    match &exhibit.sources {
        Citations::InRecord => words.source_of_record.to_owned(),
        Citations::Both(pages) => {
            let names = pages.iter().map(|it| it.name.as_str());
            let all: Vec<&str> = [words.source_of_record].into_iter().chain(names).collect();
            all.join(lang.strings().comma)
        }
        Citations::Elsewhere { pages, .. } => {
            let mut names: Vec<&str> = pages.iter().map(|it| it.name.as_str()).collect();
            names.dedup();
            (words.source_of)(&names.join(lang.strings().comma))
        }
    }
}

/// The finding as it may stand in a text of someone else's: the sentences, then in a second line
/// whose figures they are, when they were published, and the address of the view.
pub fn quote(exhibit: &Exhibit, about: &About) -> String {
    let mut quote = exhibit.reading.sentence.clone();
    if quote.is_empty() {
        quote.push_str(&exhibit.reading.title);
    }
    quote.push('\n');
    let line = [source_line(exhibit, about.lang), about.dated(), about.address.clone()];
    let line: Vec<String> = line.into_iter().filter(|it| !it.is_empty()).collect();
    quote.push_str(&line.join(" · "));
    quote
}

/// A picture as a file that needs nothing else, with a title and a description for those who do
/// not see it.
pub fn svg(scene: &Scene, palette: Palette, lang: Lang, title: &str, description: &str) -> String {
    inline::file(scene, palette, Caption { lang: lang.code(), title, description })
}

/// In which form a view is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As many pixels as CSS pixels.
    Png,
    /// Two by two pixels for each CSS pixel.
    PngSharp,
    /// [`Shape::Square`], 1080 × 1080 pixels.
    Square,
    /// [`Shape::Tall`], 1080 × 1920 pixels.
    Tall,
    Svg,
    Csv,
    Json,
}

impl Form {
    pub const ALL: [Form; 7] =
        [Form::Png, Form::PngSharp, Form::Square, Form::Tall, Form::Svg, Form::Csv, Form::Json];

    /// How the picture is laid out; `None` for tables.
    pub fn shape(self) -> Option<Shape> {
        match self {
            Form::Png | Form::PngSharp | Form::Svg => Some(Shape::Plain),
            Form::Square => Some(Shape::Square),
            Form::Tall => Some(Shape::Tall),
            Form::Csv | Form::Json => None,
        }
    }

    /// Pixels of the file for each CSS pixel of the picture.
    pub fn scale(self) -> f64 {
        match self {
            Form::PngSharp | Form::Square | Form::Tall => 2.0,
            Form::Png | Form::Svg | Form::Csv | Form::Json => 1.0,
        }
    }

    /// What is said to be in the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Png | Form::PngSharp | Form::Square | Form::Tall => "image/png",
            Form::Svg => "image/svg+xml",
            Form::Csv => "text/csv;charset=utf-8",
            Form::Json => "application/json",
        }
    }

    /// The end of the file's name.
    fn ending(self) -> &'static str {
        match self {
            Form::Png => ".png",
            Form::PngSharp => "-2x.png",
            Form::Square => "-square.png",
            Form::Tall => "-tall.png",
            Form::Svg => ".svg",
            Form::Csv => ".csv",
            Form::Json => ".json",
        }
    }
}

/// The longest part of a file's name that says the view.
const VIEW_CODE: usize = 80;

/// `it-exports-fiscal-years-2026-07-latest-2x.png`: of what, of which view and of which vintage.
///
/// `view_code` says the view as addresses do: a month, or a whole query. What file systems may
/// refuse becomes a hyphen. `vintage` is `latest`, `first` or a day.
pub fn file_name(exhibit: &Exhibit, view_code: &str, vintage: &str, form: Form) -> String {
    let mut code = String::new();
    for letter in view_code.chars() {
        if letter.is_ascii_alphanumeric() {
            code.push(letter.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    // All of it is ASCII now.
    code.truncate(VIEW_CODE);
    let code = code.trim_end_matches('-');
    let mut name = ["it-exports-", exhibit.name].concat();
    if !code.is_empty() {
        name.push('-');
        name.push_str(code);
    }
    name.push('-');
    name.push_str(vintage);
    name.push_str(form.ending());
    name
}
