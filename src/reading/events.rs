//! What happened in the months shown, in words.

use super::text::{Say as _, Text, say};
use super::{Reading, spoken, ur};
use crate::facts::EventList;
use crate::i18n::Format;
use crate::i18n::trend::words;

/// How many events are shown, of what kinds, and the last of them.
pub fn events(facts: &EventList, format: Format) -> Reading {
    spoken(format, |text| english(text, facts), |text| urdu(text, facts))
}

fn english(text: &mut Text, facts: &EventList) -> Reading {
    let all: usize = facts.counts.iter().sum();
    let Some(last) = facts.shown.last() else {
        say!(text, "No event shown in ", facts.range);
        let title = text.take();
        match all {
            0 => say!(text, "No event is on the list for ", facts.range),
            1 => say!(text, "The one event on the list for ", facts.range, " is hidden"),
            many => {
                say!(text, "The ", many, " events on the list for ", facts.range, " are hidden")
            }
        }
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let shown = facts.shown.len();
    say!(text, shown, if shown == 1 { " event" } else { " events" }, " in ", facts.range);
    let title = text.take();
    match (shown, all) {
        (1, 1) => say!(text, "The one event on the list for ", facts.range, " is shown"),
        (shown, all) if shown == all => {
            say!(text, "All ", all, " events on the list for ", facts.range, " are shown");
        }
        (shown, all) => {
            say!(text, "Of the ", all, " events on the list for ", facts.range, " ", shown);
            say!(text, if shown == 1 { " is shown" } else { " are shown" });
        }
    }
    text.stop();
    let words = words(text.format.lang);
    let mut first = true;
    for (kind, count) in facts.kinds() {
        if count > 0 {
            say!(text, if first { "By kind: " } else { ", " });
            text.uncapitalised((words.kind_name)(kind));
            say!(text, " ", count);
            first = false;
        }
    }
    text.stop();
    for (place, it) in facts.own().enumerate() {
        if place == 0 {
            say!(text, "In ", facts.month, ": ");
        } else {
            say!(text, "; ");
        }
        say!(text, it.title.get(text.format.lang));
    }
    text.stop();
    say!(text, "The last one shown, dated ", text.format.date(last.date), ", is: ");
    say!(text, last.title.get(text.format.lang));
    text.stop();
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, facts: &EventList) -> Reading {
    let all: usize = facts.counts.iter().sum();
    let range = ur::Period(facts.range);
    let Some(last) = facts.shown.last() else {
        say!(text, range, " کا کوئی واقعہ نہیں دکھایا گیا");
        let title = text.take();
        match all {
            0 => say!(text, "فہرست میں ", range, " کا کوئی واقعہ نہیں"),
            1 => say!(text, "فہرست میں ", range, " کا واحد واقعہ چھپا ہوا ہے"),
            many => say!(text, "فہرست میں ", range, " کے ", many, " واقعات چھپے ہوئے ہیں"),
        }
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let shown = facts.shown.len();
    if shown == 1 {
        say!(text, range, " کا 1 واقعہ");
    } else {
        say!(text, range, " کے ", shown, " واقعات");
    }
    let title = text.take();
    say!(text, "فہرست میں ", range, " کے ", all, " میں سے ", shown);
    say!(
        text,
        if shown == 1 {
            " واقعہ دکھایا گیا ہے"
        } else {
            " واقعات دکھائے گئے ہیں"
        }
    );
    text.stop();
    let words = words(text.format.lang);
    let mut first = true;
    for (kind, count) in facts.kinds() {
        if count > 0 {
            say!(text, if first { "قسم وار: " } else { "، " }, (words.kind_name)(kind), " ", count);
            first = false;
        }
    }
    text.stop();
    for (place, it) in facts.own().enumerate() {
        if place == 0 {
            say!(text, facts.month, " میں: ");
        } else {
            say!(text, "؛ ");
        }
        say!(text, it.title.get(text.format.lang));
    }
    text.stop();
    say!(text, "دکھائے گئے واقعات میں آخری (", text.format.date(last.date), "): ");
    say!(text, last.title.get(text.format.lang));
    text.stop();
    Reading { title, sentence: text.take() }
}
