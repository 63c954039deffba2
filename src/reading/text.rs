//! A text in the making. Pieces are written one behind the other where they stay: made one by
//! one and put together afterwards, they weigh the reader a third more.

use crate::calendar::{Month, Span};
use crate::data::Amount;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;

pub(crate) struct Text {
    pub format: Format,
    words: String,
    /// Where the sentence or heading begins that is being written.
    start: usize,
}

impl Text {
    pub fn new(format: Format) -> Text {
        Text { format, words: String::new(), start: 0 }
    }

    /// Ends a sentence, if one has begun.
    pub fn stop(&mut self) {
        if self.words.len() == self.start {
            return;
        }
        self.begin_with_capital();
        self.words.push_str(full_stop(self.format.lang));
        self.words.push(' ');
        self.start = self.words.len();
    }

    /// Hands over the heading or the sentences written since it last did.
    pub fn take(&mut self) -> String {
        self.begin_with_capital();
        self.start = 0;
        let mut words = std::mem::take(&mut self.words);
        if words.ends_with(' ') {
            words.pop();
        }
        words
    }

    fn begin_with_capital(&mut self) {
        change_first(&mut self.words, self.start, str::make_ascii_uppercase);
    }

    /// The words of one piece alone.
    pub fn words_of(&self, piece: &dyn Say) -> String {
        let mut text = Text::new(self.format);
        piece.say(&mut text);
        text.words
    }

    /// Writes words that begin with a small letter.
    pub fn uncapitalised(&mut self, words: &str) {
        let start = self.words.len();
        words.say(self);
        change_first(&mut self.words, start, str::make_ascii_lowercase);
    }
}

/// Another case for the letter at `place`. English needs no tables of Unicode for that, which
/// would cost the reader more than every sentence of a block.
fn change_first(words: &mut str, place: usize, change: fn(&mut str)) {
    if let Some(first) = words.get_mut(place..=place) {
        change(first);
    }
}

pub(crate) fn full_stop(lang: Lang) -> &'static str {
    match lang.spoken() {
        Lang::En => ".",
        Lang::Ur => "۔",
    }
}

/// Writes pieces one behind the other.
macro_rules! say {
    ($text:expr, $($piece:expr),+ $(,)?) => {{ $( $piece.say($text); )+ }};
}
pub(crate) use say;

/// What a sentence is made of.
pub(crate) trait Say {
    fn say(&self, text: &mut Text);
}

impl Say for str {
    fn say(&self, text: &mut Text) {
        text.words.push_str(self);
    }
}

impl Say for usize {
    fn say(&self, text: &mut Text) {
        self.to_string().say(text);
    }
}

impl Say for u32 {
    fn say(&self, text: &mut Text) {
        (*self as usize).say(text);
    }
}

/// A calendar year.
impl Say for i32 {
    fn say(&self, text: &mut Text) {
        self.to_string().say(text);
    }
}

impl Say for Month {
    fn say(&self, text: &mut Text) {
        text.format.month(*self).say(text);
    }
}

impl Say for Span {
    fn say(&self, text: &mut Text) {
        text.format.span(*self).say(text);
    }
}

impl Say for Amount {
    fn say(&self, text: &mut Text) {
        text.format.money(*self).say(text);
    }
}

/// The base of a comparison with `month`: its year is said only where it is another.
pub(crate) struct Base {
    pub base: Month,
    pub month: Month,
}

impl Say for Base {
    fn say(&self, text: &mut Text) {
        if self.base.year() == self.month.year() {
            text.format.month_name(self.base).say(text);
        } else {
            self.base.say(text);
        }
    }
}

/// Without its sign: the sentence says which way it goes.
pub(crate) struct Percent(pub f64);

impl Say for Percent {
    fn say(&self, text: &mut Text) {
        text.format.percent_words(self.0).say(text);
    }
}

/// Percentage points without their sign.
pub(crate) struct Points(pub f64);

impl Say for Points {
    fn say(&self, text: &mut Text) {
        text.format.points_words(self.0).say(text);
    }
}

/// How many times as much.
pub(crate) struct Times(pub f64);

impl Say for Times {
    fn say(&self, text: &mut Text) {
        text.format.times(self.0).say(text);
    }
}

/// An amount a working day, US$ million.
pub(crate) struct PerDay(pub f64);

impl Say for PerDay {
    fn say(&self, text: &mut Text) {
        text.format.money_value(Unit::MoneyPerDay, self.0).say(text);
    }
}

/// A value of an index.
pub(crate) struct Index(pub f64);

impl Say for Index {
    fn say(&self, text: &mut Text) {
        text.format.value(Unit::Index, self.0).say(text);
    }
}
