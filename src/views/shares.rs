//! The parts of the chosen sectors over time, in percent of their whole.

use super::{ViewInput, over_time};
use crate::exhibit::Exhibit;

pub fn exhibit(input: &ViewInput) -> Exhibit {
    over_time::exhibit(input, true)
}
