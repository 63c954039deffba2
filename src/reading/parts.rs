//! How the mix of parts changed, in sentences.

use super::text::{Say as _, Text, say};
use super::{Reading, en, series_break, ur, vintage};
use crate::calendar::Month;
use crate::data::Dataset;
use crate::facts::{Mix, Parts};
use crate::i18n::{Format, Lang};
use crate::query::Heading;

/// How the mix of parts changed; `None` where no part can be told from the rest twice.
pub fn parts(data: &Dataset, facts: &Parts, format: Format) -> Option<Reading> {
    let mix = facts.mix?;
    let text = &mut Text::new(format);
    let title = match text.lang() {
        Lang::En => english(text, data, facts, mix),
        Lang::Ur => urdu(text, data, facts, mix),
    };
    series_break(text, data, break_in_columns(data, facts));
    vintage(text, facts.vintage);
    Some(Reading { title, sentence: text.take() })
}

/// The month within the columns from which a series of the chosen sectors means another.
fn break_in_columns(data: &Dataset, facts: &Parts) -> Option<Month> {
    let (first, last) = (facts.columns.first()?.span, facts.columns.last()?.span);
    let month = data.sectors.series_break(facts.sectors).month()?;
    (first.start() < month && month <= last.end()).then_some(month)
}

/// Gives back the heading and leaves the sentences.
fn english(text: &mut Text, data: &Dataset, facts: &Parts, mix: Mix) -> String {
    let exports = en::Exports(data, facts.sectors);
    let part = en::Name(data, Heading::Sector(mix.sector));
    let (first, last) = (en::Share(mix.first.1), en::Share(mix.last.1));
    say!(text, part, ": ");
    if text.words_of(&first) == text.words_of(&last) {
        say!(text, last, " of ", exports, ", as before");
    } else {
        say!(text, "from ", first, " to ", last, " of ", exports);
    }
    let title = text.take();
    say!(text, part, " made up ", last, " of ", exports, " in ", mix.last.0);
    say!(text, ", against ", first, " in ", mix.first.0);
    text.stop();
    en::missing(text, "division", &facts.gaps, facts.range);
    title
}

fn urdu(text: &mut Text, data: &Dataset, facts: &Parts, mix: Mix) -> String {
    let exports = ur::Exports(data, facts.sectors);
    let part = ur::Name(data, Heading::Sector(mix.sector));
    let (first, last) = (ur::Share(mix.first.1), ur::Share(mix.last.1));
    say!(text, exports, " میں ", part, " کا حصہ ");
    if text.words_of(&first) == text.words_of(&last) {
        say!(text, "پہلے کی طرح ", last);
    } else {
        let way =
            if mix.last.1 > mix.first.1 { " سے بڑھ کر " } else { " سے کم ہو کر " };
        say!(text, first, way, last);
    }
    let title = text.take();
    say!(text, ur::Period(mix.last.0), " کی ", exports, " میں ", part, " کا حصہ ", last);
    say!(text, " رہا، جو ", ur::Period(mix.first.0), " میں ", first, " تھا");
    text.stop();
    ur::missing(text, "کی تقسیم شائع نہیں ہوئی", &facts.gaps, facts.range);
    title
}
