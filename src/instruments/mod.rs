//! What a journalist or analyst asks beyond the figure: compared with what, since when, because of
//! what, and against whom. Each instrument makes an [`Exhibit`](crate::exhibit::Exhibit).
//!
//! A program loads all of this only when it is asked for.

pub mod contributions;
pub mod drivers;
pub mod events;
pub mod freelance;
pub mod heat;
pub mod multiples;
pub mod peers;
pub mod prints;
pub mod ranking;
pub mod spans;
pub mod targets;
pub mod two_months;
pub mod years;
