//! The own country beside others, in words.

use super::text::{Percent, Say, Text, Times, say};
use super::{Reading, en, millions, ur};
use crate::data::context::{Context, CountryId};
use crate::facts::{Direction, PeerComparison, PeerGrowth, Rank};
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
    let growth = facts.growth();
    let among = |text: &mut Text, rank: Rank| {
        say!(text, " of the ", en::InWords(rank.of), " countries ");
        say!(text, if facts.has_all(rank) { "shown" } else { "that can be compared" });
    };
    match growth.as_ref().and_then(|it| Some((it, (*it.times.first()?)?))) {
        Some((it, times)) => {
            in_years_english(text, it);
            say!(text, concat!(" ", package_text!(whose), " ", package_text!(peers subject en)));
            say!(text, a_head);
            grew_english(text, times);
            if let Some(rank) = it.rank {
                say!(text, if rank.tied { ": jointly " } else { ": " });
                match rank.place {
                    place if !grew(times) => say!(text, en::Ordinal(place), " by growth"),
                    1 => say!(text, "the fastest"),
                    _ if rank.is_lowest() => say!(text, "the slowest"),
                    place => say!(text, "the ", en::Ordinal(place), "-fastest"),
                }
                among(text, rank);
            }
        }
        None => {
            say!(text, concat!(package_text!(whose), " ", package_text!(peers subject en)));
            say!(text, a_head, " in ", year, ": ", value);
        }
    }
    let title = text.take();

    if facts.measure == PeerMeasure::Index {
        say!(text, concat!("the index of ", package_text!(whose), " "));
        say!(text, concat!(package_text!(peers subject en), " stood at "), value);
    } else {
        say!(text, concat!(package_text!(country en), " exported "));
        say!(text, concat!(package_text!(peers goods en), " worth "), value, a_head);
    }
    say!(text, " in ", year);
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
    if let Some(rank) = facts.rank() {
        say!(text, if rank.tied { ", jointly " } else { ", " }, en::Ordinal(rank.place));
        among(text, rank);
    }
    text.stop();
    if let Some((place, size)) = facts.highest_other()
        && let Some(other) = facts.series.get(place)
    {
        let times = growth.as_ref().and_then(|it| Some((it, (*it.times.get(place)?)?)));
        let sized = facts.measure != PeerMeasure::Index;
        if sized {
            say!(text, "those of ", CountryName(context, other.country));
            say!(text, if size < 1.0 { ", the next largest," } else { "" });
            say!(text, " are ", Times(size), " times as large");
        }
        if let Some((it, times)) = times {
            if sized {
                say!(text, " and");
            } else {
                say!(text, "those of ", CountryName(context, other.country));
            }
            grew_english(text, times);
            say!(text, " ");
            in_years_english(text, it);
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// Whether a factor is written as more than one.
fn grew(times: f64) -> bool {
    times >= 1.05
}

fn in_years_english(text: &mut Text, growth: &PeerGrowth) {
    let years = usize::try_from(growth.to - growth.from).unwrap_or_default();
    say!(text, "in ", en::InWords(years), if years == 1 { " year" } else { " years" });
}

fn grew_english(text: &mut Text, times: f64) {
    if grew(times) {
        say!(text, " grew ", Times(times), "-fold");
    } else if times >= 0.95 {
        say!(text, " hardly changed");
    } else {
        say!(text, " fell to ", Times(times), " times what they were");
    }
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
    let growth = facts.growth();
    let among = |text: &mut Text, rank: Rank| {
        let (before, after) = if facts.has_all(rank) {
            ("دکھائے گئے ", " ملکوں میں ")
        } else {
            ("جن ", " ملکوں کا موازنہ ہو سکتا ہے ان میں ")
        };
        say!(text, before, ur::InWords(rank.of), after);
    };
    match growth.as_ref().and_then(|it| Some((it, (*it.times.first()?)?))) {
        Some((it, times)) => {
            in_years_urdu(text, it);
            say!(text, concat!(" ", package_text!(country ur), " کی "));
            say!(text, concat!(package_text!(peers goods ur), " کی "), a_head, "برآمدات");
            grew_urdu(text, times);
            if let Some(rank) = it.rank {
                say!(text, "؛ ");
                among(text, rank);
                say!(text, if rank.tied { "مشترکہ طور پر " } else { "" });
                match rank.place {
                    1 if grew(times) => say!(text, "سب سے تیز اضافہ"),
                    _ if grew(times) && rank.is_lowest() => say!(text, "سب سے کم اضافہ"),
                    place => say!(text, "اضافے کے لحاظ سے ", ur::Ordinal(place), " نمبر پر"),
                }
            }
        }
        None => {
            say!(text, year, concat!(" میں ", package_text!(country ur), " کی "));
            say!(text, concat!(package_text!(peers goods ur), " کی "), a_head, "برآمدات ", value);
        }
    }
    let title = text.take();

    if facts.measure == PeerMeasure::Index {
        say!(text, year, concat!(" میں ", package_text!(country ur), " "));
        say!(text, concat!("کی ", package_text!(peers subject ur), " کا اشاریہ "), value, " رہا");
    } else {
        say!(text, concat!(package_text!(country ur), " نے "), year, " میں ", a_head, value);
        say!(text, concat!(" کی ", package_text!(peers goods ur), " برآمد کیں"));
    }
    if let Some(percent) = facts.change_on_year() {
        say!(text, "، یعنی ");
        ur::against(text, percent, &(year - 1));
    }
    if let Some(rank) = facts.rank() {
        say!(text, "؛ ");
        among(text, rank);
        say!(text, "یہ ", if rank.tied { "مشترکہ طور پر " } else { "" });
        ur::ordinal_highest(text, rank.place);
        say!(text, " رقم ہے");
    }
    text.stop();
    if let Some((place, size)) = facts.highest_other()
        && let Some(other) = facts.series.get(place)
    {
        let times = growth.as_ref().and_then(|it| Some((it, (*it.times.get(place)?)?)));
        let sized = facts.measure != PeerMeasure::Index;
        let name = CountryName(context, other.country);
        if sized {
            say!(
                text,
                if size < 1.0 {
                    "اس کے بعد سب سے زیادہ برآمدات "
                } else {
                    ""
                },
                name
            );
            say!(text, if size < 1.0 { " کی ہیں، " } else { " کی برآمدات " }, Times(size), " گنا");
            say!(text, if size < 1.0 { "" } else { " ہیں" });
        }
        if let Some((it, times)) = times {
            if sized {
                say!(text, " اور ");
            } else {
                say!(text, CountryName(context, other.country), " کی برآمدات ");
            }
            in_years_urdu(text, it);
            grew_urdu(text, times);
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

fn in_years_urdu(text: &mut Text, growth: &PeerGrowth) {
    let years = usize::try_from(growth.to - growth.from).unwrap_or_default();
    say!(text, ur::InWords(years), " برس میں");
}

fn grew_urdu(text: &mut Text, times: f64) {
    if grew(times) {
        say!(text, " ", Times(times), " گنا ہو گئیں");
    } else if times >= 0.95 {
        say!(text, " تقریباً اتنی ہی رہیں");
    } else {
        say!(text, " گھٹ کر ", Times(times), " گنا رہ گئیں");
    }
}
