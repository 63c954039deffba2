//! Freelance work inside and outside IT exports, and what these are of all services exports.

use super::text::{Percent, Say, Text, say};
use super::{Reading, en, ur};
use crate::calendar::Span;
use crate::data::Dataset;
use crate::facts::{self, BothKinds, ComparedAmount, Freelance, ServicesShare};
use crate::i18n::{Format, Lang};
use crate::query::{Heading, VintageChoice};

pub fn freelance(data: &Dataset, facts: Option<&Freelance>, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (text.lang(), facts.and_then(|it| Some((it, it.pair.as_ref()?)))) {
        (Lang::En, None) => nothing(text, "No figure for freelance work is published"),
        (Lang::Ur, None) => nothing(text, "فری لانسنگ کا کوئی عدد شائع نہیں ہوا"),
        (Lang::En, Some((facts, pair))) => english(text, data, facts, pair),
        (Lang::Ur, Some((facts, pair))) => urdu(text, data, facts, pair),
    }
}

fn nothing(text: &mut Text, words: &str) -> Reading {
    say!(text, words);
    text.stop();
    Reading { title: words.to_owned(), sentence: text.take() }
}

fn english(text: &mut Text, data: &Dataset, facts: &Freelance, pair: &BothKinds) -> Reading {
    say!(text, "Freelance work in ", pair.span, ": ", pair.inside.amount);
    say!(
        text,
        concat!(" inside ", package_text!(subject en), ", "),
        pair.outside.amount,
        " outside them"
    );
    let title = text.take();
    let change = |text: &mut Text, it: ComparedAmount| {
        if let Some(change) = it.change {
            say!(text, ", ");
            en::compared(text, change);
            say!(text, "in ", change.base);
        }
    };
    say!(text, "In ", pair.span, " freelance work in computer and information services brought ");
    say!(text, pair.inside.amount);
    change(text, pair.inside);
    if let Some(share) = pair.share {
        say!(text, concat!("; it is counted in ", package_text!(subject en), " and made up "));
        say!(text, en::Share(share), " of them");
    }
    text.stop();
    say!(text, "Other freelance work brought ", pair.outside.amount);
    change(text, pair.outside);
    say!(
        text,
        concat!("; it lies outside ", package_text!(subject en), " and is in no total here")
    );
    text.stop();
    en::series_break(text, data, Some(facts.range.start()));
    if let Some(status) = en::status(pair.status) {
        say!(text, "The figures are ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &Freelance, pair: &BothKinds) -> Reading {
    let period = ur::Period(pair.span);
    say!(text, period, concat!(" میں فری لانسنگ: ", package_text!(subject ur), " میں شامل "));
    say!(text, pair.inside.amount);
    say!(text, "، ان سے باہر ", pair.outside.amount);
    let title = text.take();
    let change = |text: &mut Text, it: ComparedAmount| {
        if let Some(change) = it.change {
            say!(text, "، جو ");
            ur::compared(text, change, &ur::Period(change.base));
            say!(text, " ہیں");
        }
    };
    say!(text, period, " میں کمپیوٹر اور معلوماتی خدمات کی فری لانسنگ سے ", pair.inside.amount);
    say!(text, " آئے");
    change(text, pair.inside);
    if let Some(share) = pair.share {
        say!(text, concat!("؛ یہ رقم ", package_text!(subject ur), " میں شامل ہے اور ان کا "));
        say!(text, ur::Share(share), " بنتی ہے");
    }
    text.stop();
    say!(text, "دیگر فری لانس خدمات سے ", pair.outside.amount, " آئے");
    change(text, pair.outside);
    say!(
        text,
        concat!(
            "؛ یہ رقم ",
            package_text!(subject ur),
            " سے باہر ہے اور یہاں کسی مجموعے میں شامل نہیں"
        )
    );
    text.stop();
    ur::series_break(text, data, Some(facts.range.start()));
    if let Some(status) = ur::figures_status(pair.status) {
        say!(text, status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// Where freelance work in IT exports is said to have grown: what grew outside them at the same
/// time.
pub(super) fn outside(text: &mut Text, pair: Option<&BothKinds>) {
    let Some((pair, change)) = pair.and_then(|it| Some((it, it.outside.change?))) else { return };
    match text.lang() {
        Lang::En => {
            say!(text, "In ", pair.span, " other freelance services, ");
            say!(text, concat!("outside ", package_text!(subject en), ", rose "));
            say!(text, Percent(change.percent()), " on the year, so that work may have been ");
            say!(text, "moved between lines");
        }
        Lang::Ur => {
            say!(text, ur::Period(pair.span), " میں دیگر فری لانس خدمات، جو ");
            say!(text, concat!(package_text!(subject ur), " سے باہر ہیں، سال بھر میں "));
            say!(text, Percent(change.percent()), " بڑھیں، اس لیے ممکن ہے کہ کام ایک مد سے دوسری ");
            say!(text, "میں منتقل ہوا ہو");
        }
    }
    text.stop();
}

/// The same where `heading` is said to have moved the whole of `period` most.
pub(super) fn beside_most(
    text: &mut Text,
    data: &Dataset,
    vintage: VintageChoice,
    heading: Heading,
    period: Span,
) {
    outside(text, facts::grown_outside(data, vintage, heading, period).as_ref());
}

/// What IT exports were of all services exports, one sentence.
pub fn share_of_services(share: &ServicesShare, format: Format) -> String {
    let text = &mut Text::new(format);
    let Some(percent) = share.percent() else { return String::new() };
    match text.lang() {
        Lang::En => {
            say!(
                text,
                "In ",
                share.span,
                concat!(" ", package_text!(subject en), ", "),
                share.exports,
                ", were "
            );
            say!(text, Percent(percent), " of all services exports, ", share.services);
        }
        Lang::Ur => {
            say!(
                text,
                ur::Period(share.span),
                concat!(" میں ", package_text!(subject ur), " ("),
                share.exports
            );
            say!(text, ") خدمات کی کل برآمدات (", share.services, ") کا ", Percent(percent));
            say!(text, " تھیں");
        }
    }
    text.stop();
    text.take()
}
