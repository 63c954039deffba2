//! The picture of a month for where pages are shared.

use crate::address::{Place, Spot};
use crate::calendar::Month;
use crate::i18n::Lang;

/// From the root of the site.
pub fn path(lang: Lang, month: Month) -> String {
    Place { lang, spot: Spot::Month(month) }.path() + "card.png"
}
