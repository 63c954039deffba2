//! What the record is of, as its package says. The macro `package_text!`, which `build/package_text.rs` writes, has the
//! texts as literals.

#[cfg(not(target_arch = "wasm32"))]
use crate::data::record::Terms;

include!(concat!(env!("OUT_DIR"), "/package_text.rs"));

/// The month with which a fiscal year begins, 1 to 12.
pub const fn first_month() -> u8 {
    crate::calendar::FIRST_MONTH
}

/// Whether there are years other than those of the calendar.
pub const FISCAL: bool = first_month() != 1;

/// What the rules of figures have to know of it.
#[cfg(not(target_arch = "wasm32"))]
pub const TERMS: Terms = Terms {
    value_column: package_text!(value column),
    unit: package_text!(full unit en),
    month_at_most: package_text!(month at most),
    jump_from: package_text!(jump from),
};
