//! Words of the instruments, which are loaded with them.

pub mod breakdown;
pub mod context;
pub mod export;
pub mod trend;
