//! What the record is of, as its package says: see `data/record.rs`. The macro `record!` has the texts as literals.

include!(concat!(env!("OUT_DIR"), "/record.rs"));

/// The month with which a fiscal year begins, 1 to 12.
pub const fn first_month() -> u8 {
    record!(first month number)
}

/// Whether there are years other than those of the calendar.
pub const FISCAL: bool = first_month() != 1;

/// Of amounts in files: `value_usd_million`.
pub const fn value_column() -> &'static str {
    concat!("value_", record!(unit code), "_million")
}

/// `US dollars`.
pub const fn unit() -> &'static str {
    record!(full unit en)
}

/// The month with which a fiscal year begins.
pub const fn first_month_name() -> &'static str {
    record!(first month en)
}

/// Millions of the unit that no month can reach.
pub const fn month_at_most() -> u32 {
    record!(month at most)
}

/// Millions of the unit, below which changes are small.
pub const fn jump_from() -> u32 {
    record!(jump from)
}
