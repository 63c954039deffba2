//! A text in the making. Pieces are written one behind the other where they stay: made one by
//! one and put together afterwards, they weigh the reader a third more.
//!
//! Figures are said without a sign, which words say instead ("more", "کم"). So they need no
//! isolate in Urdu; what does need one, such as `+15.5%`, comes in [`crate::i18n::isolate`].

use crate::calendar::{Month, Span};
use crate::data::Amount;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;

/// Headings and sentences, one at a time: what is said goes on with the one that has begun.
///
/// A heading ends with [`Text::take`], a sentence with [`Text::stop`], which puts the full stop
/// of the language and the space after it. Where nothing was said there is no sentence, so it
/// does no harm to stop twice. Both begin with a capital, whatever the first piece is.
///
/// ```
/// use it_exports::i18n::{Format, Lang};
/// use it_exports::reading::text::{Percent, Say, Text};
/// use it_exports::say;
///
/// let text = &mut Text::new(Format::new(Lang::En, None));
/// say!(text, "exports: up ", Percent(15.54));
/// assert_eq!(text.take(), "Exports: up 15.5%");
///
/// say!(text, "exports rose");
/// text.stop();
/// text.stop();
/// say!(text, "it is a record");
/// text.stop();
/// assert_eq!(text.take(), "Exports rose. It is a record.");
///
/// let text = &mut Text::new(Format::new(Lang::Ur, None));
/// say!(text, "یہ عدد عبوری ہے");
/// text.stop();
/// assert_eq!(text.take(), "یہ عدد عبوری ہے۔");
/// ```
pub struct Text {
    pub format: Format,
    words: String,
    /// Where the sentence or heading begins that is being written.
    start: usize,
}

impl Text {
    pub fn new(format: Format) -> Text {
        Text { format, words: String::new(), start: 0 }
    }

    /// The language of the words.
    pub fn lang(&self) -> Lang {
        self.format.lang.spoken()
    }

    /// Ends a sentence, if one has begun.
    pub fn stop(&mut self) {
        if self.words.len() == self.start {
            return;
        }
        self.begin_with_capital();
        self.words.push_str(full_stop(self.lang()));
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

/// Writes pieces one behind the other, with nothing between them: spaces belong to the words.
///
/// What is a [`Say`] is written as the reader has it: a month by its name, an amount in
/// millions or crore.
///
/// ```
/// use it_exports::calendar::Month;
/// use it_exports::data::Amount;
/// use it_exports::i18n::{Format, Lang};
/// use it_exports::reading::text::{Say, Text};
/// use it_exports::say;
///
/// let (month, amount) = (Month::new(2023, 10).unwrap(), Amount::from_thousands(238_042));
/// let text = &mut Text::new(Format::new(Lang::En, None));
/// say!(text, amount, " in ", month);
/// assert_eq!(text.take(), "$238.0 million in October 2023");
/// ```
#[macro_export]
macro_rules! say {
    ($text:expr, $($piece:expr),+ $(,)?) => {{ $( $piece.say($text); )+ }};
}
pub use say;

/// What a sentence is made of. To be used with [`say!`], which calls it by its method, so the
/// trait must be in scope.
pub trait Say {
    fn say(&self, text: &mut Text);
}

impl Say for str {
    fn say(&self, text: &mut Text) {
        text.words.push_str(self);
    }
}

/// `July, August and October`, with the word before the last.
pub(crate) struct List<'a, T>(pub &'a [T], pub &'a str);

impl<T: Say> Say for List<'_, T> {
    fn say(&self, text: &mut Text) {
        let &List(items, and) = self;
        for (place, it) in items.iter().enumerate() {
            let before = match place {
                0 => "",
                place if place + 1 == items.len() => and,
                _ => text.format.lang.strings().comma,
            };
            say!(text, before, it);
        }
    }
}

impl<T: Say + ?Sized> Say for &T {
    fn say(&self, text: &mut Text) {
        (**self).say(text);
    }
}

impl Say for String {
    fn say(&self, text: &mut Text) {
        self.as_str().say(text);
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
///
/// ```
/// use it_exports::calendar::Month;
/// use it_exports::i18n::{Format, Lang};
/// use it_exports::reading::text::{Base, Text};
///
/// let text = Text::new(Format::new(Lang::En, None));
/// let month = Month::new(2023, 10).unwrap();
/// assert_eq!(text.words_of(&Base { base: month.plus(-1), month }), "September");
/// assert_eq!(text.words_of(&Base { base: month.year_before(), month }), "October 2022");
/// ```
pub struct Base {
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
pub struct Percent(pub f64);

impl Say for Percent {
    fn say(&self, text: &mut Text) {
        text.format.percent_words(self.0).say(text);
    }
}

/// Percentage points without their sign.
pub struct Points(pub f64);

impl Say for Points {
    fn say(&self, text: &mut Text) {
        text.format.points_words(self.0).say(text);
    }
}

/// How many times as much.
pub struct Times(pub f64);

impl Say for Times {
    fn say(&self, text: &mut Text) {
        text.format.times(self.0).say(text);
    }
}

/// An amount a working day, US$ million.
pub struct PerDay(pub f64);

impl Say for PerDay {
    fn say(&self, text: &mut Text) {
        text.format.money_value(Unit::MoneyPerDay, self.0).say(text);
    }
}

/// A value of an index.
pub struct Index(pub f64);

impl Say for Index {
    fn say(&self, text: &mut Text) {
        text.format.value(Unit::Index, self.0).say(text);
    }
}
