//! The chosen sub-sectors one by one: which is the largest, and how many grew.

use super::text::{Say, Text, say};
use super::{Reading, en, millions, nothing_chosen, ur};
use crate::data::{Dataset, Status};
use crate::facts::{Directions, SubSectors};
use crate::i18n::{Format, Lang};
use crate::query::Heading;

pub fn multiples(data: &Dataset, facts: &SubSectors, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match text.lang() {
        _ if facts.sectors.is_empty() => nothing_chosen(text),
        Lang::En => english(text, data, facts),
        Lang::Ur => urdu(text, data, facts),
    }
}

fn english(text: &mut Text, data: &Dataset, facts: &SubSectors) -> Reading {
    let Some((sector, part, last)) = facts.largest() else {
        let exports = en::Exports(data, facts.sectors);
        say!(text, "No figure for ", exports, " in ", facts.range);
        let title = text.take();
        say!(text, "No sub-sector chosen has a figure of its own for ", facts.range);
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let name = en::Name(data, Heading::Sector(sector));
    let compared = facts.directions();
    let Directions { up, unchanged, down } = compared;
    let (known, all) = (facts.known(), compared.all());
    match (known, all, up) {
        (1, ..) => {
            say!(text, name, " in ", last.span, ": ", millions(last.value));
            if !last.span.is_month() {
                say!(text, " a month");
            }
        }
        (known, all, _) if all < known => {
            say!(text, name, " is the largest of ", en::InWords(known), " sub-sectors")
        }
        (_, 2, 2) => say!(text, "both sub-sectors export more than a year before"),
        (_, all, up) if up == all => {
            say!(text, "all ", en::InWords(all), " sub-sectors export more than a year before");
        }
        (_, all, up) => {
            match up {
                0 => say!(text, "none"),
                up => say!(text, en::InWords(up)),
            }
            say!(text, " of ", en::InWords(all), " sub-sectors ");
            // What stands before counts: `none` and `one` are singular.
            say!(text, if up <= 1 { "exports" } else { "export" }, " more than a year before");
        }
    }
    let title = text.take();
    if known > 1 {
        say!(text, "The largest of the ", en::InWords(known), " sub-sectors shown is ");
        say!(text, name, ", with ");
    } else {
        say!(text, "The one sub-sector shown, ", name, ", stands at ");
    }
    say!(text, millions(last.value));
    if !last.span.is_month() {
        say!(text, " a month");
    }
    say!(text, " in ", last.span);
    if let Some(change) = part.change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "in ", change.base);
    }
    text.stop();
    if known > 1 {
        match all {
            0 => say!(text, "None of them can be compared with a year before"),
            1 => say!(text, "The one that can be compared with a year before is "),
            all if all == known => say!(text, "Compared with a year before, "),
            all => {
                say!(
                    text,
                    "Of the ",
                    en::InWords(all),
                    " that can be compared with a year before, "
                );
            }
        }
        let ways = [(up, "higher"), (unchanged, "much the same"), (down, "lower")];
        for (place, (count, way)) in ways.into_iter().filter(|it| it.0 > 0).enumerate() {
            match (place, count) {
                (_, _) if all == 1 => say!(text, way),
                (_, count) if count == all => say!(text, "all are ", way),
                (0, 1) => say!(text, "one is ", way),
                (0, count) => say!(text, en::InWords(count), " are ", way),
                (_, count) => {
                    let last = place + 1 == ways.iter().filter(|it| it.0 > 0).count();
                    say!(text, if last { " and " } else { ", " }, en::InWords(count), " ", way);
                }
            }
        }
        text.stop();
    }
    en::missing(text, "division", &facts.gaps, facts.range);
    if let Some(status) = facts.status().and_then(en::status) {
        say!(text, if known > 1 { "Some of the last figures are " } else { "The last figure is " });
        say!(text, status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &SubSectors) -> Reading {
    let Some((sector, part, last)) = facts.largest() else {
        let (exports, range) = (ur::Exports(data, facts.sectors), ur::Period(facts.range));
        return ur::not_published(text, exports, range);
    };
    let name = ur::Name(data, Heading::Sector(sector));
    let compared = facts.directions();
    let Directions { up, unchanged, down } = compared;
    let (known, all) = (facts.known(), compared.all());
    match (known, all, up) {
        (1, ..) => {
            say!(text, ur::Period(last.span), " میں ", name, " کی برآمدات: ");
            if !last.span.is_month() {
                say!(text, "ماہانہ ");
            }
            say!(text, millions(last.value));
        }
        (known, all, _) if all < known => {
            say!(text, ur::InWords(known), " ذیلی شعبوں میں سب سے بڑا حصہ ", name, " کا");
        }
        (_, all, 0) => {
            say!(
                text,
                ur::InWords(all),
                " ذیلی شعبوں میں سے کسی کی برآمدات پچھلے سال سے زیادہ نہیں"
            );
        }
        (_, 2, 2) => say!(text, "دونوں ذیلی شعبوں کی برآمدات پچھلے سال سے زیادہ"),
        (_, all, up) if up == all => {
            say!(text, "تمام ", ur::InWords(all), " ذیلی شعبوں کی برآمدات پچھلے سال سے زیادہ");
        }
        (_, all, up) => {
            say!(text, ur::InWords(all), " ذیلی شعبوں میں سے ", ur::InWords(up));
            say!(text, " کی برآمدات پچھلے سال سے زیادہ");
        }
    }
    let title = text.take();
    if known > 1 {
        say!(text, "دکھائے گئے ", ur::InWords(known), " ذیلی شعبوں میں سب سے بڑا حصہ ");
        say!(text, name, " کا ہے: ");
    } else {
        say!(text, "دکھایا گیا واحد ذیلی شعبہ ", name, " کا ہے: ");
    }
    say!(text, ur::Period(last.span), " میں ");
    if !last.span.is_month() {
        say!(text, "ماہانہ ");
    }
    say!(text, millions(last.value));
    if let Some(change) = part.change {
        say!(text, "، جو ");
        ur::compared(text, change, &ur::Period(change.base));
        say!(text, " ہیں");
    }
    text.stop();
    if known > 1 {
        match all {
            0 => say!(text, "ان میں سے کسی کا پچھلے سال سے موازنہ ممکن نہیں"),
            1 => say!(text, "جس ایک کا پچھلے سال سے موازنہ ممکن ہے وہ "),
            all if all == known => say!(text, "پچھلے سال کے مقابلے میں "),
            all => {
                say!(text, "جن ", ur::InWords(all), " کا پچھلے سال سے موازنہ ممکن ہے ان میں سے ");
            }
        }
        let ways = [(up, "زیادہ"), (unchanged, "تقریباً برابر"), (down, "کم")];
        for (place, (count, way)) in ways.into_iter().filter(|it| it.0 > 0).enumerate() {
            match (place, count) {
                (_, _) if all == 1 => say!(text, way),
                (_, count) if count == all => say!(text, "سب ", way),
                (0, count) => say!(text, ur::InWords(count), " ", way),
                (_, count) => {
                    let last = place + 1 == ways.iter().filter(|it| it.0 > 0).count();
                    say!(text, if last { " اور " } else { "، " }, ur::InWords(count), " ", way);
                }
            }
        }
        if all > 0 {
            say!(text, if all == 1 { " ہے" } else { " ہیں" });
        }
        text.stop();
    }
    ur::missing(text, "کی تقسیم شائع نہیں ہوئی", &facts.gaps, facts.range);
    let status = facts.status();
    if known > 1 {
        let said = match status {
            Some(Status::Revised) => Some("آخری اعداد میں سے بعض نظرثانی شدہ ہیں"),
            Some(Status::Derived) => Some("آخری اعداد میں سے بعض اخذ کیے گئے ہیں"),
            Some(Status::Provisional) => Some("آخری اعداد میں سے بعض عبوری ہیں"),
            Some(Status::Final) | None => None,
        };
        if let Some(said) = said {
            say!(text, said);
        }
    } else if let Some(status) = status.and_then(ur::status) {
        say!(text, "آخری عدد ", status);
    }
    text.stop();
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
