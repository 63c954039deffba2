//! What became of first prints, in words. Of how often a figure was printed nothing is said: the record has what was
//! found.

use super::text::{List, Percent, Say as _, Text, say};
use super::{Reading, spoken};
use crate::facts::FirstPrints;
use crate::i18n::Format;

/// The finding is how many months were revised, and which way.
pub fn first_prints(facts: &FirstPrints, format: Format) -> Reading {
    spoken(format, |text| english(text, facts), |text| urdu(text, facts))
}

fn english(text: &mut Text, facts: &FirstPrints) -> Reading {
    let (of, several) = (facts.months.len(), facts.several);
    let figures = |text: &mut Text| {
        say!(text, "Of the ", of, if of == 1 { " month" } else { " months" }, " shown ");
        say!(text, several, if several == 1 { " has" } else { " have" });
        say!(text, " more than one figure in this record");
        text.stop();
    };
    let Some(it) = &facts.revisions else {
        say!(text, "No month was revised");
        let title = text.take();
        figures(text);
        say!(text, title);
        text.stop();
        english_years(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let was = if it.count == 1 { " was" } else { " were" };
    let months = if several == 1 { " month" } else { " months" };
    say!(text, it.count, " of ", several, months, " with several figures", was, " revised");
    match (it.up, it.down) {
        (up, down) if up > down && down > 0 => say!(text, ", more often up than down"),
        (up, down) if down > up && up > 0 => say!(text, ", more often down than up"),
        (_, 0) => say!(text, if it.count == 1 { ", upwards" } else { ", all of them upwards" }),
        (0, _) => say!(text, if it.count == 1 { ", downwards" } else { ", all of them downwards" }),
        _ => say!(text, ", as often up as down"),
    }
    let title = text.take();
    figures(text);
    say!(text, "Of these ", it.count, was, " revised: ");
    say!(text, it.up, " upwards and ", it.down, " downwards");
    say!(text, ", by ", it.mean);
    say!(text, if it.count == 1 { "" } else { " on average, whichever way" });
    text.stop();
    match it.of_a_percent {
        0 => say!(text, "No revision reached one percent of the earliest figure"),
        1 => say!(text, "One of them reached one percent of the earliest figure"),
        many if many == it.count => {
            say!(text, "All of them reached one percent of the earliest figure")
        }
        many => say!(text, many, " of them reached one percent of the earliest figure"),
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
    let (of, several) = (facts.months.len(), facts.several);
    let months = |count: usize| if count == 1 { " مہینے" } else { " مہینوں" };
    let figures = |text: &mut Text| {
        say!(text, "دکھائے گئے ", of, " میں سے ", several, months(several));
        say!(text, " کے ایک سے زیادہ اعداد اس ریکارڈ میں ہیں");
        text.stop();
    };
    let Some(it) = &facts.revisions else {
        say!(text, "کسی مہینے پر نظرثانی نہیں ہوئی");
        let title = text.take();
        figures(text);
        say!(text, title);
        text.stop();
        urdu_years(text, facts);
        return Reading { title, sentence: text.take() };
    };
    say!(
        text,
        "کئی اعداد والے ",
        several,
        months(several),
        " میں سے ",
        it.count,
        " پر نظرثانی ہوئی"
    );
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
    figures(text);
    say!(text, "ان میں سے ", it.count, " پر نظرثانی ہوئی: ", it.up, " بار اوپر اور ", it.down);
    say!(text, " بار نیچے");
    say!(text, "، ", if it.count == 1 { "" } else { "سمت سے قطع نظر اوسطاً " }, it.mean);
    text.stop();
    match it.of_a_percent {
        0 => say!(text, "کوئی نظرثانی سب سے پہلے عدد کے ایک فیصد تک نہیں پہنچی"),
        many if many == it.count && many > 1 => {
            say!(text, "ان میں سے ہر ایک سب سے پہلے عدد کے کم از کم ایک فیصد کے برابر تھی");
        }
        1 => say!(text, "ان میں سے ایک سب سے پہلے عدد کے کم از کم ایک فیصد کے برابر تھی"),
        many => {
            say!(text, "ان میں سے ", many, " سب سے پہلے عدد کے کم از کم ایک فیصد کے برابر تھیں")
        }
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
