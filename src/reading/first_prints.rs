//! What became of first prints, in words.

use super::text::{List, Percent, Say as _, Text, say};
use super::{Reading, spoken};
use crate::facts::FirstPrints;
use crate::i18n::Format;

/// The finding is how many months were revised, and which way.
pub fn first_prints(facts: &FirstPrints, format: Format) -> Reading {
    spoken(format, |text| english(text, facts), |text| urdu(text, facts))
}

fn english(text: &mut Text, facts: &FirstPrints) -> Reading {
    let of = facts.months.len();
    let Some(it) = &facts.revisions else {
        say!(text, "No month was revised after its first print");
        let title = text.take();
        say!(text, "Of the ", of, if of == 1 { " month" } else { " months" });
        say!(text, " shown none was revised after its first print");
        text.stop();
        english_years(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let was = if it.count == 1 { " was" } else { " were" };
    say!(text, it.count, " of ", of, if of == 1 { " month" } else { " months" }, was, " revised");
    match (it.up, it.down) {
        (up, down) if up > down && down > 0 => say!(text, ", more often up than down"),
        (up, down) if down > up && up > 0 => say!(text, ", more often down than up"),
        (_, 0) => say!(text, if it.count == 1 { ", upwards" } else { ", all of them upwards" }),
        (0, _) => say!(text, if it.count == 1 { ", downwards" } else { ", all of them downwards" }),
        _ => say!(text, ", as often up as down"),
    }
    let title = text.take();
    say!(text, "Of the ", of, if of == 1 { " month" } else { " months" }, " shown ", it.count, was);
    say!(text, " revised after the first print: ", it.up, " upwards and ", it.down, " downwards");
    say!(text, ", by ", it.mean);
    say!(text, if it.count == 1 { "" } else { " on average, whichever way" });
    text.stop();
    match it.of_a_percent {
        0 => say!(text, "No revision reached one percent of the first print"),
        1 => say!(text, "One of them reached one percent of the first print"),
        many if many == it.count => {
            say!(text, "All of them reached one percent of the first print")
        }
        many => say!(text, many, " of them reached one percent of the first print"),
    }
    text.stop();
    let largest = &it.largest;
    say!(text, if it.count == 1 { "It was " } else { "The largest revision was " });
    say!(text, "that of ", largest.span, ", from ", largest.first, " to ", largest.latest);
    if let Some(percent) = largest.percent() {
        say!(text, ", or ");
        say!(text, Percent(percent), if percent < 0.0 { " down" } else { " up" });
    }
    text.stop();
    english_years(text, facts);
    Reading { title, sentence: text.take() }
}

fn english_years(text: &mut Text, facts: &FirstPrints) {
    let names: Vec<String> =
        facts.years.iter().map(|it| text.format.fiscal_year(it.span.end())).collect();
    let names = List(&names, " and ");
    match facts.years.len() {
        0 => {}
        1 => say!(
            text,
            concat!("The total of the ", package_text!(year en), " "),
            names,
            " was revised as well"
        ),
        _ => say!(
            text,
            concat!("The totals of the ", package_text!(years of en), " "),
            names,
            " were revised as well"
        ),
    }
    text.stop();
}

fn urdu(text: &mut Text, facts: &FirstPrints) -> Reading {
    let of = facts.months.len();
    let Some(it) = &facts.revisions else {
        say!(text, "پہلی اشاعت کے بعد کسی مہینے پر نظرثانی نہیں ہوئی");
        let title = text.take();
        say!(text, "دکھائے گئے ", of, if of == 1 { " مہینے" } else { " مہینوں میں سے کسی" });
        say!(text, " پر پہلی اشاعت کے بعد نظرثانی نہیں ہوئی");
        text.stop();
        urdu_years(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let months = |count: usize| if count == 1 { " مہینے" } else { " مہینوں" };
    say!(text, of, " میں سے ", it.count, months(it.count), " پر نظرثانی ہوئی");
    match (it.up, it.down) {
        (up, down) if up > down && down > 0 => say!(text, "، زیادہ تر اوپر کی طرف"),
        (up, down) if down > up && up > 0 => say!(text, "، زیادہ تر نیچے کی طرف"),
        (_, 0) => say!(
            text,
            if it.count == 1 {
                "، اوپر کی طرف"
            } else {
                "، ہر بار اوپر کی طرف"
            }
        ),
        (0, _) => say!(
            text,
            if it.count == 1 {
                "، نیچے کی طرف"
            } else {
                "، ہر بار نیچے کی طرف"
            }
        ),
        _ => say!(text, "، جتنی بار اوپر اتنی ہی بار نیچے"),
    }
    let title = text.take();
    say!(text, "دکھائے گئے ", of, " میں سے ", it.count, months(it.count));
    say!(text, " پر پہلی اشاعت کے بعد نظرثانی ہوئی: ", it.up, " بار اوپر اور ", it.down);
    say!(text, " بار نیچے");
    say!(text, "، ", if it.count == 1 { "" } else { "سمت سے قطع نظر اوسطاً " }, it.mean);
    text.stop();
    match it.of_a_percent {
        0 => say!(text, "کوئی نظرثانی پہلی اشاعت کے ایک فیصد تک نہیں پہنچی"),
        many if many == it.count && many > 1 => {
            say!(text, "ان میں سے ہر ایک پہلی اشاعت کے کم از کم ایک فیصد کے برابر تھی");
        }
        1 => say!(text, "ان میں سے ایک پہلی اشاعت کے کم از کم ایک فیصد کے برابر تھی"),
        many => say!(text, "ان میں سے ", many, " پہلی اشاعت کے کم از کم ایک فیصد کے برابر تھیں"),
    }
    text.stop();
    let largest = &it.largest;
    say!(text, if it.count == 1 { "یہ نظرثانی " } else { "سب سے بڑی نظرثانی " }, largest.span);
    say!(text, " کی تھی: ", largest.first, " سے ", largest.latest);
    if let Some(percent) = largest.percent() {
        say!(text, "، یعنی ", Percent(percent), if percent < 0.0 { " کم" } else { " زیادہ" });
    }
    text.stop();
    urdu_years(text, facts);
    Reading { title, sentence: text.take() }
}

fn urdu_years(text: &mut Text, facts: &FirstPrints) {
    let names: Vec<String> =
        facts.years.iter().map(|it| it.span.end().year().to_string()).collect();
    let names = List(&names, " اور ");
    match facts.years.len() {
        0 => {}
        1 => say!(
            text,
            concat!(package_text!(year ur), " "),
            names,
            " کے مجموعے پر بھی نظرثانی ہوئی"
        ),
        _ => {
            say!(
                text,
                concat!(package_text!(years of ur), " "),
                names,
                " کے مجموعوں پر بھی نظرثانی ہوئی"
            )
        }
    }
    text.stop();
}
