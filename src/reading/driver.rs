//! A driver or obstacle of the story, and all of them together, in words.

use super::text::{Say as _, Text, say};
use super::{Reading, en, freelance, ur};
use crate::data::Dataset;
use crate::data::context::FigureKind;
use crate::facts::{DriverEvidence, Firmness};
use crate::i18n::indicators::figure;
use crate::i18n::{Format, Lang};

/// What a driver's card says: its finding, what is claimed, how firm the figures are.
pub fn driver(data: &Dataset, facts: &DriverEvidence, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => english(text, data, facts),
        Lang::Ur => urdu(text, data, facts),
    }
}

fn english(text: &mut Text, data: &Dataset, facts: &DriverEvidence) -> Reading {
    let format = text.format;
    let partly = if facts.recorded.is_some() { ", in part: " } else { ": " };
    say!(text, facts.driver.title.en.as_str(), partly);
    match (&facts.recorded, facts.lead) {
        (Some(it), _) => {
            say!(text, en::Exports(data, it.sectors), ", ");
            say!(text, it.latest.amount, " in ", it.latest.span);
            if let Some(change) = it.change {
                say!(text, ", ");
                en::brief(text, change);
            }
        }
        (None, Some((indicator, it))) if it.kind == FigureKind::Official => {
            text.uncapitalised(&indicator.name.en);
            say!(text, ", ", figure(indicator, it, format), " (", it.period, ")");
        }
        (None, Some((_, it))) if it.kind == FigureKind::Claim => {
            say!(text, "a claim, no official figure");
        }
        (None, Some(_)) => say!(text, "estimates only"),
        (None, None) => say!(text, "no published figure"),
    }
    let title = text.take();

    say!(text, facts.driver.sentence.en.as_str(), " ");
    if let Some(it) = &facts.recorded {
        say!(text, "In the record, ", en::Exports(data, it.sectors), " came to ");
        say!(text, it.latest.amount, " in ", it.latest.span);
        if let Some(change) = it.change {
            say!(text, ", ");
            en::compared(text, change);
            say!(text, "in ", change.base);
        }
        text.stop();
        if let Some(status) = en::status(it.latest.status) {
            say!(text, "That figure is ", status);
            text.stop();
        }
        freelance::outside(text, it.outside.as_ref());
    }
    if let Some((indicator, it)) = facts.lead_beside_record() {
        let kind = match it.kind {
            FigureKind::Official => "The newest official figure: ",
            FigureKind::Estimate => "The newest estimate: ",
            FigureKind::Claim => "The newest claim: ",
        };
        say!(text, kind, indicator.name.en.as_str(), ", ", it.period, ": ");
        say!(text, figure(indicator, it, format));
        text.stop();
        if !facts.is_official() {
            say!(text, "No official figure was found");
        }
    } else if facts.recorded.is_none() {
        say!(text, "No published figure was found");
    }
    text.stop();
    for it in &facts.twice {
        let (how, then) = match it.revised {
            true => ("Its publisher revised “", ", later "),
            false => ("Sources disagree on “", " or "),
        };
        say!(text, how, it.indicator.name.en.as_str(), "”, ", it.earlier.period, ": ");
        say!(text, figure(it.indicator, it.earlier, format), then);
        say!(text, figure(it.indicator, it.later, format));
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &DriverEvidence) -> Reading {
    let format = text.format;
    let partly = if facts.recorded.is_some() { "، جزوی طور پر: " } else { ": " };
    say!(text, facts.driver.title.ur.as_str(), partly);
    match (&facts.recorded, facts.lead) {
        (Some(it), _) => {
            say!(text, ur::Period(it.latest.span), " میں ", ur::Exports(data, it.sectors), " ");
            say!(text, it.latest.amount);
            if let Some(change) = it.change {
                say!(text, "، ");
                ur::compared(text, change, &ur::Period(change.base));
            }
        }
        (None, Some((indicator, it))) if it.kind == FigureKind::Official => {
            say!(text, indicator.name.ur.as_str(), "، ", figure(indicator, it, format));
            say!(text, " (", ur::Period(it.period), ")");
        }
        (None, Some((_, it))) if it.kind == FigureKind::Claim => {
            say!(text, "دعویٰ موجود، سرکاری عدد نہیں");
        }
        (None, Some(_)) => say!(text, "صرف تخمینے"),
        (None, None) => say!(text, "کوئی شائع شدہ عدد نہیں"),
    }
    let title = text.take();

    say!(text, facts.driver.sentence.ur.as_str(), " ");
    if let Some(it) = &facts.recorded {
        say!(text, "ریکارڈ میں ", ur::Period(it.latest.span), " میں ");
        say!(text, ur::Exports(data, it.sectors), " ", it.latest.amount, " رہیں");
        if let Some(change) = it.change {
            say!(text, "، یعنی ");
            ur::compared(text, change, &ur::Period(change.base));
        }
        text.stop();
        if let Some(status) = ur::status(it.latest.status) {
            say!(text, "یہ عدد ", status);
            text.stop();
        }
        freelance::outside(text, it.outside.as_ref());
    }
    if let Some((indicator, it)) = facts.lead_beside_record() {
        let kind = match it.kind {
            FigureKind::Official => "تازہ ترین سرکاری عدد: ",
            FigureKind::Estimate => "تازہ ترین تخمینہ: ",
            FigureKind::Claim => "تازہ ترین دعویٰ: ",
        };
        say!(text, kind, indicator.name.ur.as_str(), "، ", ur::Period(it.period), ": ");
        say!(text, figure(indicator, it, format));
        text.stop();
        if !facts.is_official() {
            say!(text, "کوئی سرکاری عدد نہیں ملا");
        }
    } else if facts.recorded.is_none() {
        say!(text, "کوئی شائع شدہ عدد نہیں ملا");
    }
    text.stop();
    for it in &facts.twice {
        let (how, then) = match it.revised {
            true => (" کا عدد شائع کرنے والے نے بدلا: ", "، بعد میں "),
            false => (" پر ذرائع متفق نہیں: ", " یا "),
        };
        say!(text, "”", it.indicator.name.ur.as_str(), "“ (", ur::Period(it.earlier.period), ")");
        say!(text, how, figure(it.indicator, it.earlier, format), then);
        say!(text, figure(it.indicator, it.later, format));
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// The heading of all drivers and obstacles together.
pub fn drivers(facts: &Firmness, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => drivers_english(text, facts),
        Lang::Ur => drivers_urdu(text, facts),
    }
}

fn drivers_english(text: &mut Text, it: &Firmness) -> Reading {
    let s = |count: usize| if count == 1 { "" } else { "s" };
    say!(text, en::InWords(it.drivers), " driver", s(it.drivers), " and ");
    say!(text, en::InWords(it.obstacles), " obstacle", s(it.obstacles));
    say!(text, ": what is counted, estimated and claimed");
    let title = text.take();

    say!(text, "Of ", it.figures(), " figures found on them, ", it.official);
    say!(text, if it.official == 1 { " is an official count" } else { " are official counts" });
    say!(text, ", ", it.estimates, " estimate", s(it.estimates), " and ");
    say!(text, it.claims, " claim", s(it.claims), " by interested parties");
    text.stop();
    say!(text, "The record of exports itself measures a part of ");
    say!(text, en::InWords(it.recorded), " of them; ");
    say!(text, "how much of the growth any of them explains, nobody has measured");
    text.stop();
    Reading { title, sentence: text.take() }
}

fn drivers_urdu(text: &mut Text, it: &Firmness) -> Reading {
    say!(text, ur::InWords(it.drivers), " محرکات اور ", ur::InWords(it.obstacles));
    say!(text, " رکاوٹیں: کیا گنا گیا، کیا تخمینہ ہے، کیا دعویٰ");
    let title = text.take();

    say!(text, "ان کے بارے میں ملنے والے ", it.figures(), " اعداد میں سے ", it.official);
    say!(text, " سرکاری ہیں، ", it.estimates, " تخمینے اور ", it.claims);
    say!(text, " متعلقہ فریقوں کے دعوے");
    text.stop();
    say!(text, "برآمدات کا ریکارڈ خود ان میں سے ", ur::InWords(it.recorded));
    say!(text, " کا ایک حصہ ناپتا ہے؛ کس نے برآمدات میں کتنا اضافہ کیا، یہ کسی نے نہیں ناپا");
    text.stop();
    Reading { title, sentence: text.take() }
}
