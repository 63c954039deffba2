//! The total of fiscal years in US prices of one year.

use super::{ViewInput, prices};
use crate::catalogue::ViewId;
use crate::data::context::PriceSeries;
use crate::exhibit::Exhibit;

pub fn exhibit(input: &ViewInput) -> Exhibit {
    prices::exhibit(input, ViewId::UsPrices, PriceSeries::Cpi)
}
