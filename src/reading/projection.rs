//! Where a fiscal year would end, in sentences that never say that it will.

use super::text::{Percent, Say as _, Text, say};
use super::{en, ur};
use crate::facts::Projection;
use crate::i18n::{Format, Lang};

pub fn projection(it: &Projection, format: Format) -> String {
    let text = &mut Text::new(format);
    let year = format.fiscal_year(it.year.end());
    let (low, high) = it.range();
    match text.lang() {
        Lang::En => {
            say!(text, "If the rest of the year has its usual share, ", year, " comes to about ");
            say!(text, it.amount, ": ", it.so_far, " usually has ", Percent(it.share * 100.0));
            say!(text, " of a year");
            text.stop();
            say!(
                text,
                "In the ",
                en::InWords(it.tried),
                " years in which it could be tried, this "
            );
            say!(
                text,
                "sum was off by up to ",
                Percent(it.error * 100.0),
                "; so far off, the year "
            );
            say!(text, "ends between ", low, " and ", high);
        }
        Lang::Ur => {
            say!(text, "اگر باقی سال کا حصہ معمول کے مطابق رہے تو ", year, " کا مجموعہ تقریباً ");
            say!(text, it.amount, " بنتا ہے: ", ur::Period(it.so_far), " عموماً سال کا ");
            say!(text, Percent(it.share * 100.0), " ہوتا ہے");
            text.stop();
            say!(
                text,
                "جن ",
                ur::InWords(it.tried),
                " برسوں پر اسے آزمایا جا سکا، ان میں یہ حساب "
            );
            say!(text, Percent(it.error * 100.0), " تک غلط نکلا؛ اتنے فرق سے سال ", low, " اور ");
            say!(text, high, " کے درمیان ختم ہوتا ہے");
        }
    }
    text.stop();
    text.take()
}
