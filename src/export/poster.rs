//! A picture that stands alone: finding, unit, chart, sentences, source, date and address.

use super::{About, source_line};
use crate::chart::labels::{fit, text_width};
use crate::chart::{Anchor, Frame, Ink, Mark, Pattern, Scene, Text};
use crate::exhibit::Exhibit;
use crate::i18n::{Lang, ends_sentence};

/// For where a picture is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As wide as a chart of the page, as high as it has to be; says all there is to say.
    Plain,
    /// For places that cut pictures square.
    Square,
    /// For a phone, upright.
    Tall,
}

impl Shape {
    pub const ALL: [Shape; 3] = [Shape::Plain, Shape::Square, Shape::Tall];

    /// CSS pixels.
    fn width(self) -> f64 {
        match self {
            Shape::Plain => 800.0,
            Shape::Square | Shape::Tall => 540.0,
        }
    }

    /// CSS pixels; `None` where there is no end to it.
    fn height(self) -> Option<f64> {
        match self {
            Shape::Plain => None,
            Shape::Square => Some(540.0),
            Shape::Tall => Some(960.0),
        }
    }

    fn type_sizes(self) -> Type {
        match self {
            Shape::Plain => Type { title: 22.0, unit: 13.0, reading: 15.0, note: 12.5, foot: 11.5 },
            Shape::Square => {
                Type { title: 24.0, unit: 13.5, reading: 16.0, note: 12.5, foot: 11.5 }
            }
            Shape::Tall => Type { title: 32.0, unit: 17.0, reading: 20.0, note: 15.0, foot: 13.0 },
        }
    }

    /// How many times the usual size a chart is drawn where there is room, and from which size
    /// on more words count for more than a larger chart.
    fn scales(self) -> (f64, f64) {
        match self {
            Shape::Plain => (1.0, 1.0),
            Shape::Square => (1.3, 0.95),
            Shape::Tall => (1.6, 1.25),
        }
    }

    /// Lines to which a heading is held by making it smaller, within reason.
    fn title_lines(self) -> usize {
        match self {
            Shape::Plain | Shape::Square => 2,
            Shape::Tall => 3,
        }
    }
}

/// Heights of letters.
#[derive(Clone, Copy)]
struct Type {
    title: f64,
    unit: f64,
    reading: f64,
    note: f64,
    foot: f64,
}

/// Room at the edges.
const MARGIN: f64 = 22.0;
/// Between one part and the next.
const APART: f64 = 12.0;
/// Lines of a heading, and of the address, before they are cut.
const TITLE_LINES: usize = 4;
const ADDRESS_LINES: usize = 4;
/// Steps in which a chart is made smaller until it fits: to a fiftieth at the end.
const STEP: f64 = 0.96;
const STEPS: i32 = 100;
/// Sentences are written so much smaller where not even the first would otherwise have room.
const SMALLER: f64 = 0.85;
/// The smallest scale of a chart beside which there are words.
const WITH_WORDS: f64 = 0.7;

/// The exhibit as one picture. In a shape of fixed height the chart is as large as fits beside
/// the first sentence; of the others there are as many as fit.
pub fn poster(exhibit: &Exhibit, about: &About, shape: Shape) -> Scene {
    let sizes = shape.type_sizes();
    let rtl = about.lang.is_rtl();
    let width = shape.width();
    let column = Column { x0: MARGIN, x1: width - MARGIN, rtl };

    let mut head = Part::new(column);
    let title = (sizes.title, shape.title_lines());
    let (title, size) = heading(&exhibit.reading.title, column.room(), title);
    head.put(&title, size, true, Ink::Ink);
    if !exhibit.unit.is_empty() {
        head.apart(4.0);
        head.text(&exhibit.unit, sizes.unit, Ink::Quiet);
    }
    let foot = foot(exhibit, about, column, sizes);
    let sentences = sentences(&exhibit.reading.sentence);
    let spoken = |count: usize, size: f64| {
        let mut part = Part::new(column);
        let said: Vec<&str> = sentences.iter().take(count).copied().collect();
        part.text(&said.join(" "), size, Ink::Ink);
        part
    };
    let notes: Vec<&String> = exhibit.beside.iter().chain(&exhibit.notes).collect();
    let remarks = |count: usize| {
        let mut part = Part::new(column);
        for (place, note) in notes.iter().take(count).enumerate() {
            part.apart(if place > 0 { 4.0 } else { 0.0 });
            part.text(note, sizes.note, Ink::Quiet);
        }
        part
    };

    let (chart, said, remarked) = match shape.height() {
        None => {
            let chart = drawn(exhibit, about, column, shape, 1.0);
            (chart, spoken(sentences.len(), sizes.reading), remarks(notes.len()))
        }
        Some(height) => {
            let room = height - 2.0 * MARGIN - taken(&[&head, &foot]) - APART;
            let needs = |it: &Part| if it.is_empty() { 0.0 } else { it.height + APART };
            let told = |size: f64| {
                let choices = (0..=sentences.len()).map(|count| spoken(count, size));
                let choices: Vec<Part> = choices.collect();
                let wanted: Vec<f64> = choices.iter().map(needs).collect();
                let (chart, count) = largest(exhibit, about, column, shape, room, &wanted);
                let said = choices.into_iter().nth(count);
                (chart, said.unwrap_or_else(|| Part::new(column)), count)
            };
            let (mut chart, mut said, mut count) = told(sizes.reading);
            if count == 0 && !sentences.is_empty() {
                (chart, said, count) = told(sizes.reading * SMALLER);
            }
            let room = room - chart.height - needs(&said);
            let most = if count == sentences.len() { notes.len() } else { 0 };
            let remarked = (0..=most).rev().map(remarks).find(|it| needs(it) <= room);
            (chart, said, remarked.unwrap_or_else(|| Part::new(column)))
        }
    };

    let mut scene = Scene { width, height: 0.0, marks: Vec::new(), points: Vec::new() };
    let parts = [head, chart, said, remarked, foot];
    let content = taken(&parts.each_ref());
    let height = shape.height().unwrap_or(2.0 * MARGIN + content);
    // What is left over is shared out around chart and text; the foot stays at the bottom.
    let filled = parts.iter().filter(|it| !it.is_empty()).count();
    let left = (height - 2.0 * MARGIN - content).max(0.0);
    let extra = left / filled.saturating_sub(1).max(1) as f64;
    let mut y = MARGIN;
    for part in parts {
        if part.is_empty() {
            continue;
        }
        let part_height = part.height;
        scene.marks.extend(part.marks.into_iter().map(|it| it.moved(1.0, (0.0, y))));
        y += part_height + APART + extra;
    }
    scene.height = height.ceil();
    scene
}

/// How high parts are with the room between them.
fn taken(parts: &[&Part]) -> f64 {
    let filled = parts.iter().filter(|it| !it.is_empty());
    let (height, count) =
        filled.fold((0.0, 0), |(height, count), it| (height + it.height, count + 1));
    height + APART * f64::from((count - 1).max(0))
}

/// The chart that fits into `room`, and how many sentences beside it: as many as leave it its
/// comfortable size, or else the first beside a chart that is smaller, or else none.
///
/// `wanted` is the room that no, one, two … sentences want.
fn largest(
    exhibit: &Exhibit,
    about: &About,
    column: Column,
    shape: Shape,
    room: f64,
    wanted: &[f64],
) -> (Part, usize) {
    let (most, comfortable) = shape.scales();
    let most = (column.room() / Frame::NARROW).min(most);
    let mut charts: Vec<(f64, Part)> = Vec::new();
    for step in 0..STEPS {
        let scale = most * STEP.powi(step);
        let chart = drawn(exhibit, about, column, shape, scale);
        let fits_alone = chart.height <= room;
        charts.push((scale, chart));
        if fits_alone && scale < WITH_WORDS {
            break;
        }
    }
    let fitting = |count: usize, least: f64| {
        let words = wanted.get(count).copied().unwrap_or_default();
        charts
            .iter()
            .position(|(scale, chart)| *scale >= least && chart.height + words <= room)
            .map(|place| (place, count))
    };
    let all = wanted.len().saturating_sub(1);
    let (place, count) = (1..=all)
        .rev()
        .find_map(|count| fitting(count, comfortable))
        .or_else(|| fitting(all.min(1), WITH_WORDS))
        .or_else(|| fitting(0, 0.0))
        .unwrap_or((charts.len().saturating_sub(1), 0));
    let chart = charts.into_iter().nth(place).map(|(_, chart)| chart);
    (chart.unwrap_or_else(|| Part::new(column)), count)
}

/// The chart at `scale` times its usual size, as wide as the column, below what its inks and
/// patterns stand for.
fn drawn(exhibit: &Exhibit, about: &About, column: Column, shape: Shape, scale: f64) -> Part {
    let scene = (exhibit.picture.draw)(Frame::new(column.room() / scale));
    let keys = keys(exhibit, &scene, about.lang);
    let mut part = Part::new(column);
    part.keys(&keys, shape.type_sizes().note);
    part.apart(6.0);
    let (left, top) = (column.x0, part.height);
    part.marks.extend(scene.marks.into_iter().map(|it| it.moved(scale, (left, top))));
    part.height += scene.height * scale;
    part
}

/// A heading in lines of about the same length, and the height of its letters: so large, or smaller where it would
/// otherwise have more than so many lines.
pub fn heading(text: &str, room: f64, (largest, most): (f64, usize)) -> (Vec<String>, f64) {
    let sizes = [1.0, 0.94, 0.88, 0.82, 0.76].map(|it| it * largest);
    let few = |size: &f64| lines(text, *size, true, room).len() <= most;
    let size = sizes.into_iter().find(few).unwrap_or(largest * 0.76);
    let count = lines(text, size, true, room).len();
    let narrower = (1..20).map(|step| room * (1.0 - 0.02 * f64::from(step)));
    let even = narrower.take_while(|it| lines(text, size, true, *it).len() == count).last();
    let lines = lines(text, size, true, even.unwrap_or(room));
    (limited(lines, TITLE_LINES, (size, true, room)), size)
}

/// Source, date and address below a thin line.
fn foot(exhibit: &Exhibit, about: &About, column: Column, sizes: Type) -> Part {
    let size = sizes.foot;
    let mut part = Part::new(column);
    part.marks.push(Mark::Line {
        points: vec![(column.x0, 0.5), (column.x1, 0.5)],
        width: 1.0,
        ink: Ink::Grid,
        dashed: false,
    });
    part.height = 8.0;
    part.text(&source_line(exhibit, about.lang), size, Ink::Quiet);
    let dated = about.dated();
    if !dated.is_empty() {
        part.text(&dated, size, Ink::Quiet);
    }
    let address = lines(&about.address, size, false, column.room());
    part.put(
        &limited(address, ADDRESS_LINES, (size, false, column.room())),
        size,
        false,
        Ink::Quiet,
    );
    part
}

/// A small area of an ink, and what it stands for.
type Key<'a> = (Ink, Pattern, &'a str);

/// Inks that the chart, as it is drawn, does not name itself; patterns that are drawn.
fn keys<'a>(exhibit: &'a Exhibit, scene: &Scene, lang: Lang) -> Vec<Key<'a>> {
    let named = |name: &str| {
        scene.marks.iter().any(|mark| match mark {
            Mark::Text(text) => match text.text.strip_suffix('…') {
                Some(begun) => begun.chars().count() > 4 && name.starts_with(begun),
                None => text.text == name,
            },
            _ => false,
        })
    };
    let drawn = |wanted: Pattern| {
        let one = |mark: &Mark| matches!(mark, Mark::Rect { pattern, .. } if *pattern == wanted);
        scene.marks.iter().any(one)
    };
    let mut keys: Vec<Key> = Vec::new();
    for (ink, name) in &exhibit.picture.swatches {
        if !named(name) {
            keys.push((*ink, Pattern::Solid, name));
        }
    }
    let words = lang.strings();
    for (pattern, name) in
        [(Pattern::Hatched, words.pattern_provisional), (Pattern::Hollow, words.pattern_derived)]
    {
        if drawn(pattern) {
            keys.push((Ink::Bar, pattern, name));
        }
    }
    keys
}

/// Where parts stand, from left to right, and from which side they are read.
#[derive(Clone, Copy)]
pub struct Column {
    pub x0: f64,
    pub x1: f64,
    pub rtl: bool,
}

impl Column {
    pub fn room(self) -> f64 {
        self.x1 - self.x0
    }
}

/// Marks below each other, from 0 to `height`.
pub struct Part {
    column: Column,
    pub marks: Vec<Mark>,
    pub height: f64,
}

impl Part {
    pub fn new(column: Column) -> Part {
        Part { column, marks: Vec::new(), height: 0.0 }
    }

    fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    fn apart(&mut self, by: f64) {
        if !self.is_empty() {
            self.height += by;
        }
    }

    /// Top to baseline, and line to line, in ems.
    fn leading(&self) -> (f64, f64) {
        if self.column.rtl { (1.05, 1.54) } else { (0.95, 1.36) }
    }

    /// A paragraph.
    pub fn text(&mut self, text: &str, size: f64, ink: Ink) {
        let lines = lines(text, size, false, self.column.room());
        self.put(&lines, size, false, ink);
    }

    /// Lines as they are; those of a heading in its face.
    pub fn put(&mut self, lines: &[String], size: f64, heading: bool, ink: Ink) {
        let (rise, line) = self.leading();
        let Column { x0, x1, rtl } = self.column;
        let (x, anchor) = if rtl { (x1, Anchor::Right) } else { (x0, Anchor::Left) };
        for text in lines {
            let y = self.height + rise * size;
            let text = text.clone();
            let text = Text { x, y, text, size, anchor, ink, bold: heading, heading };
            self.marks.push(Mark::Text(text));
            self.height += line * size;
        }
    }

    /// Areas with their names, as many beside each other as fit.
    fn keys(&mut self, keys: &[Key], size: f64) {
        let (rise, line) = self.leading();
        let Column { x0, x1, rtl } = self.column;
        let room = self.column.room();
        // From the side at which reading begins.
        let mut along = 0.0;
        for &(ink, pattern, name) in keys {
            let (area, gap) = (size.round(), size * 0.45);
            let name = fit(name, size, false, room - area - gap);
            let needed = area + gap + text_width(&name, size, false);
            if along > 0.0 && along + needed > room {
                along = 0.0;
                self.height += line * size;
            }
            let y = self.height + rise * size;
            let at = |from: f64, width: f64| if rtl { x1 - from - width } else { x0 + from };
            let rect = Mark::Rect {
                x: at(along, area),
                y: y - area * 0.85,
                width: area,
                height: area,
                ink,
                pattern,
            };
            self.marks.push(rect);
            let (x, anchor) = (at(along + area + gap, 0.0), Anchor::Left);
            let anchor = if rtl { Anchor::Right } else { anchor };
            self.marks.push(Mark::Text(Text {
                x,
                y,
                text: name,
                size,
                anchor,
                ink: Ink::Quiet,
                bold: false,
                heading: false,
            }));
            along += needed + size * 1.4;
        }
        if !keys.is_empty() {
            self.height += line * size;
        }
    }
}

/// The text in lines no wider than `room`. Words wider than that are cut, addresses after one of
/// their signs if possible.
fn lines(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let fits = |line: &str| text_width(line, size, bold) <= room;
    let mut lines: Vec<String> = Vec::new();
    for word in words(text) {
        let longer = lines.last().map(|line| [line, " ", word].concat());
        if let Some(longer) = longer.filter(|it| fits(it)) {
            lines.pop();
            lines.push(longer);
            continue;
        }
        let mut rest = word;
        while !fits(rest) {
            let end = cut(rest, &fits);
            lines.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        if !rest.is_empty() {
            lines.push(rest.to_owned());
        }
    }
    lines
}

/// Where to cut a word of which not all fits: at least one letter from its beginning.
fn cut(word: &str, fits: &dyn Fn(&str) -> bool) -> usize {
    let mut end = 0;
    let mut after_sign = 0;
    for (place, letter) in word.char_indices() {
        let next = place + letter.len_utf8();
        if end > 0 && !fits(&word[..next]) {
            break;
        }
        end = next;
        if matches!(letter, '/' | '?' | '&' | ',') {
            after_sign = next;
        }
    }
    if after_sign * 2 > end { after_sign } else { end }
}

/// Parts between spaces. Runs isolated from the direction around them stay whole.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut isolated = 0_i32;
    let parts = text.split(move |letter: char| {
        match letter {
            '\u{2066}'..='\u{2068}' => isolated += 1,
            '\u{2069}' => isolated = (isolated - 1).max(0),
            _ => {}
        }
        letter.is_whitespace() && letter != '\u{a0}' && (isolated == 0 || letter == '\n')
    });
    parts.filter(|it| !it.is_empty())
}

/// At most so many lines, the last with an ellipsis where something is missing.
fn limited(
    mut lines: Vec<String>,
    most: usize,
    (size, bold, room): (f64, bool, f64),
) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let more = [last, "…"].concat();
            *last = if text_width(&more, size, bold) <= room {
                more
            } else {
                // Wider than the room by the ellipsis alone.
                fit(&more, size, bold, room)
            };
        }
    }
    lines
}

/// Whole sentences, in order.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let stop = ends_sentence(letter);
        if !stop || letters.peek().is_none_or(|(_, it)| *it != ' ') {
            continue;
        }
        let end = place + letter.len_utf8();
        // Not after an abbreviation.
        let next = text[end..].trim_start().chars().next();
        if next.is_some_and(|it| !it.is_ascii_lowercase()) {
            sentences.push(text[start..end].trim());
            start = end;
        }
    }
    let rest = text[start..].trim();
    if !rest.is_empty() {
        sentences.push(rest);
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sentences_end_at_full_stops() {
        let text =
            "Exports rose by 15.5% to $417 million. That is US$ 3.39 bn, i.e. more. Provisional.";
        let expected = [
            "Exports rose by 15.5% to $417 million.",
            "That is US$ 3.39 bn, i.e. more.",
            "Provisional.",
        ];
        assert_eq!(sentences(text), expected);
        assert_eq!(sentences("برآمدات بڑھیں۔ یہ عارضی ہے۔"), ["برآمدات بڑھیں۔", "یہ عارضی ہے۔"]);
        assert!(sentences("").is_empty());
    }

    #[test]
    fn isolated_runs_stay_whole() {
        let found: Vec<&str> = words("a \u{2066}b c\u{2069} d\ne").collect();
        assert_eq!(found, ["a", "\u{2066}b c\u{2069}", "d", "e"]);
    }

    #[test]
    fn addresses_are_cut_after_their_signs() {
        let address = "https://example.org/it-exports/2026-07/?measure=yoy&freq=quarter";
        let found = lines(address, 12.0, false, 220.0);
        assert!(found.len() > 1 && found[0].ends_with(['/', '?', '&']), "{found:?}");
        assert_eq!(found.concat(), address);
    }

    proptest! {
        #[test]
        fn lines_hold_every_word_and_fit(text in "[a-zA-Z0-9 ./]{0,120}|[ابپتس ۔]{0,80}", room in 40.0..400.0f64) {
            let found = lines(&text, 14.0, true, room);
            prop_assert!(found.iter().all(|it| text_width(it, 14.0, true) <= room));
            let bare = |it: &str| it.replace(' ', "");
            prop_assert_eq!(bare(&found.concat()), bare(&text));
            let limited = limited(found, 2, (14.0, true, room));
            prop_assert!(limited.len() <= 2);
            prop_assert!(limited.iter().all(|it| text_width(it, 14.0, true) <= room));
        }

        #[test]
        fn sentences_lose_nothing(text in "[a-cA-C. ۔]{0,60}") {
            let bare = |it: &str| it.replace(' ', "");
            prop_assert_eq!(bare(&sentences(&text).concat()), bare(&text));
        }
    }
}
