//! What the record is of, as its package says: see `data/package_text.rs`. The macro `package_text!` has the texts as literals.

include!(concat!(env!("OUT_DIR"), "/package_text.rs"));

/// The month with which a fiscal year begins, 1 to 12.
pub const fn first_month() -> u8 {
    package_text!(first month number)
}

/// Whether there are years other than those of the calendar.
pub const FISCAL: bool = first_month() != 1;

/// Of amounts in files: `value_usd_million`.
pub const fn value_column() -> &'static str {
    concat!("value_", package_text!(unit code), "_million")
}

/// `US dollars`.
pub const fn unit() -> &'static str {
    package_text!(full unit en)
}

/// The month with which a fiscal year begins.
pub const fn first_month_name() -> &'static str {
    package_text!(first month en)
}

/// Millions of the unit that no month can reach.
pub const fn month_at_most() -> u32 {
    package_text!(month at most)
}

/// Millions of the unit, below which changes are small.
pub const fn jump_from() -> u32 {
    package_text!(jump from)
}
