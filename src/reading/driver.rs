//! A driver or obstacle of the story, and all of them together, in words.

use super::text::{Say as _, Text, say};
use super::{Reading, en, freelance, ur};
use crate::calendar::Span;
use crate::facts::{DriverEvidence, Firmness, RecordedPart, Shown};
use crate::i18n::{Format, Lang, indicators};

/// The figure that stands for a driver, and its period where it has one; nothing where there is none.
pub fn driver_figure(shown: Shown, format: Format) -> (String, Option<Span>) {
    match shown {
        Shown::Months(RecordedPart { months, .. }) => {
            let last = months.last().map(|it| &it.point);
            let money = last.map(|it| format.money(it.amount));
            (money.unwrap_or_default(), last.map(|it| it.span))
        }
        Shown::Differing(indicator, figures) => {
            (indicators::range(indicator, figures, format), None)
        }
        Shown::Series(..) | Shown::Steps(..) | Shown::Alone(_) => {
            let one = shown.figure();
            let brief = one.map(|(indicator, it)| indicators::brief(indicator, it, format));
            (brief.unwrap_or_default(), one.map(|it| it.1.period))
        }
    }
}

/// Its figure, and what it is.
pub fn driver(facts: &DriverEvidence, format: Format) -> Reading {
    let text = &mut Text::new(format);
    let lang = format.lang;
    say!(text, facts.driver.title.get(lang));
    let (figure, period) = driver_figure(facts.shown(), format);
    if !figure.is_empty() {
        say!(text, ": ", figure);
    }
    if let Some(period) = period {
        say!(text, " (", format.span(period), ")");
    }
    let title = text.take();
    Reading { title, sentence: facts.driver.sentence.get(lang).to_owned() }
}

/// Where the figure of a driver has grown, what grew outside the record at the same time; else nothing.
pub fn grown_beside(facts: &DriverEvidence, format: Format) -> String {
    let text = &mut Text::new(format);
    freelance::outside(text, facts.recorded.as_ref().and_then(|it| it.outside.as_ref()));
    text.take()
}

/// The heading of all drivers and obstacles together.
pub fn drivers(it: &Firmness, format: Format) -> Reading {
    let text = &mut Text::new(format);
    let sentence = match format.lang.spoken() {
        Lang::En => {
            let s = |count: usize| if count == 1 { "" } else { "s" };
            say!(text, en::InWords(it.drivers), " driver", s(it.drivers), " and ");
            say!(text, en::InWords(it.obstacles), " obstacle", s(it.obstacles));
            say!(text, ": what is counted, estimated and claimed");
            "How much of the growth any of them explains, nobody has measured."
        }
        Lang::Ur => {
            say!(text, ur::InWords(it.drivers), " محرکات اور ", ur::InWords(it.obstacles));
            say!(text, " رکاوٹیں: کیا گنا گیا، کیا تخمینہ ہے، کیا دعویٰ");
            "کس نے برآمدات میں کتنا اضافہ کیا، یہ کسی نے نہیں ناپا۔"
        }
    };
    Reading { title: text.take(), sentence: sentence.to_owned() }
}
