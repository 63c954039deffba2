//! The own country beside others, in words.

use super::text::{Percent, Say, Text, Times, say};
use super::{Reading, en, millions, ur};
use crate::data::context::{Context, CountryId};
use crate::facts::{Direction, PeerComparison};
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::state::PeerMeasure;

pub fn peers(context: &Context, facts: &PeerComparison, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => english(text, context, facts),
        Lang::Ur => urdu(text, context, facts),
    }
}

/// A value of the measure.
struct PeerValue(PeerMeasure, f64);

impl Say for PeerValue {
    fn say(&self, text: &mut Text) {
        let &PeerValue(measure, value) = self;
        match measure {
            PeerMeasure::Level => say!(text, millions(value)),
            PeerMeasure::Index => say!(text, text.format.value(Unit::Index, value)),
            PeerMeasure::PerHead => {
                let figure = text.format.points_words(value);
                match text.format.lang.spoken() {
                    Lang::En => say!(text, package_text!(symbol), figure),
                    Lang::Ur => say!(text, figure, concat!(" ", package_text!(unit ur))),
                }
            }
        }
    }
}

/// A country in the middle of a sentence.
struct CountryName<'a>(&'a Context, CountryId);

impl Say for CountryName<'_> {
    fn say(&self, text: &mut Text) {
        let Some(it) = self.0.countries.get(usize::from(self.1.0)) else { return };
        if text.format.lang.spoken() == Lang::En && it.code == "PHL" {
            say!(text, "the ");
        }
        say!(text, it.name.get(text.format.lang));
    }
}

fn english(text: &mut Text, context: &Context, facts: &PeerComparison) -> Reading {
    let Some((year, now)) = facts.latest() else {
        say!(text, concat!("No year to compare ", package_text!(whose), " "));
        say!(text, concat!(package_text!(peers subject en), " in"));
        let title = text.take();
        say!(text, "The countries shown have no year in common for which figures are published");
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let a_head = if facts.measure == PeerMeasure::PerHead { " a head" } else { "" };
    let value = PeerValue(facts.measure, now);
    say!(text, concat!(package_text!(whose), " ", package_text!(peers subject en)), a_head);
    say!(text, " in ", year, ": ");
    match (facts.measure, facts.growth()) {
        (PeerMeasure::Index, Some((since, times))) => {
            say!(text, Times(times), " times those of ", since);
        }
        _ => {
            say!(text, value);
            if let Some(it) = facts.rank() {
                say!(text, if it.tied { ", joint-" } else { ", the " });
                en::ordinal_highest(text, it.place);
                say!(text, " of ", en::InWords(it.of), " countries");
            }
        }
    }
    let title = text.take();

    say!(text, "In the calendar year ", year, " ");
    if facts.measure == PeerMeasure::Index {
        say!(text, concat!("the index of ", package_text!(whose), " "));
        say!(text, concat!(package_text!(peers subject en), " stood at "), value);
    } else {
        say!(text, concat!(package_text!(country en), " exported "));
        say!(text, concat!(package_text!(peers goods en), " worth "), value, a_head);
    }
    if let Some(percent) = facts.change_on_year() {
        say!(text, ", ");
        match (facts.measure, Direction::of_percent(percent)) {
            (_, Direction::Unchanged) => say!(text, "much the same as in "),
            (PeerMeasure::Index, Direction::Up) => say!(text, Percent(percent), " higher than in "),
            (PeerMeasure::Index, _) => say!(text, Percent(percent), " lower than in "),
            _ => en::than(text, percent, " more than in ", " less than in "),
        }
        say!(text, year - 1);
    }
    text.stop();
    if let Some(it) = facts.rank() {
        say!(text, "Among the ", en::InWords(it.of), " countries shown that have a figure for ");
        say!(text, year, ", that is ", if it.tied { "jointly the " } else { "the " });
        en::ordinal_highest(text, it.place);
        text.stop();
    }
    if let Some((since, times)) = facts.growth() {
        say!(text, "It is ", Times(times), " times as much as in ", since);
        text.stop();
    }
    if let Some(ranking) = facts.growth_ranking()
        && let Some(&(fastest, times)) = ranking.times.first()
    {
        say!(text, "From ", ranking.from, " to ", ranking.to);
        say!(text, ", the first and the last year that all of them have, ");
        let way =
            if times > 1.0 { "growth was fastest in " } else { "the decline was smallest in " };
        say!(text, way, CountryName(context, fastest), ", to ", Times(times), " times as much");
        if let Some(place) = ranking.own_place.filter(|&it| it > 1)
            && let Some(&(_, times)) = ranking.times.get(place - 1)
        {
            say!(text, concat!("; ", package_text!(country en), " comes "), en::Ordinal(place));
            say!(text, " of ", en::InWords(ranking.times.len()), " with ", Times(times), " times");
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, context: &Context, facts: &PeerComparison) -> Reading {
    let Some((year, now)) = facts.latest() else {
        say!(text, concat!(package_text!(country ur), " کی ", package_text!(peers subject ur)));
        say!(text, " کے موازنے کے لیے کوئی سال نہیں");
        let title = text.take();
        say!(text, "دکھائے گئے ملکوں کا کوئی ایسا مشترک سال نہیں جس کے اعداد شائع ہوئے ہوں");
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let a_head = if facts.measure == PeerMeasure::PerHead { "فی کس " } else { "" };
    let value = PeerValue(facts.measure, now);
    say!(text, year, concat!(" میں ", package_text!(country ur), " کی "));
    say!(text, concat!(package_text!(peers goods ur), " کی "), a_head, "برآمدات ");
    match (facts.measure, facts.growth()) {
        (PeerMeasure::Index, Some((since, times))) => {
            say!(text, since, " کا ", Times(times), " گنا");
        }
        _ => {
            say!(text, value);
            if let Some(it) = facts.rank() {
                say!(text, "، ", ur::InWords(it.of), " ملکوں میں ");
                say!(text, if it.tied { "مشترکہ طور پر " } else { "" });
                ur::ordinal_highest(text, it.place);
            }
        }
    }
    let title = text.take();

    say!(text, "کیلنڈر سال ", year, concat!(" میں ", package_text!(country ur), " "));
    if facts.measure == PeerMeasure::Index {
        say!(text, concat!("کی ", package_text!(peers subject ur), " کا اشاریہ "), value, " رہا");
    } else {
        say!(text, concat!("نے ", package_text!(peers goods ur), " "), a_head, value);
        say!(text, " کی برآمد کیں");
    }
    if let Some(percent) = facts.change_on_year() {
        say!(text, "، یعنی ");
        ur::against(text, percent, &(year - 1));
    }
    text.stop();
    if let Some(it) = facts.rank() {
        say!(text, "دکھائے گئے جن ", ur::InWords(it.of), " ملکوں کے ", year);
        say!(text, " کے اعداد موجود ہیں، ان میں یہ ");
        say!(text, if it.tied { "مشترکہ طور پر " } else { "" });
        ur::ordinal_highest(text, it.place);
        say!(text, " رقم ہے");
        text.stop();
    }
    if let Some((since, times)) = facts.growth() {
        say!(text, "یہ ", since, " کا ", Times(times), " گنا ہے");
        text.stop();
    }
    if let Some(ranking) = facts.growth_ranking()
        && let Some(&(fastest, times)) = ranking.times.first()
    {
        say!(text, ranking.from, " سے ", ranking.to);
        say!(text, " تک، جو سب کے اعداد کا پہلا اور آخری مشترک سال ہے، ");
        let (way, came) = if times > 1.0 {
            ("سب سے تیز اضافہ ", " میں ہوا، ")
        } else {
            ("سب سے کم کمی ", " میں ہوئی، ")
        };
        say!(text, way, CountryName(context, fastest), came, Times(times), " گنا تک");
        if let Some(place) = ranking.own_place.filter(|&it| it > 1)
            && let Some(&(_, times)) = ranking.times.get(place - 1)
        {
            say!(text, "؛ ", ur::InWords(ranking.times.len()), " ملکوں میں ");
            say!(text, concat!(package_text!(country ur), " "), Times(times));
            say!(text, " گنا کے ساتھ ", ur::Ordinal(place), " نمبر پر ہے");
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}
