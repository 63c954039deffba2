//! English.

use super::Strings;
use crate::data::Status;
use crate::measure::Measure;

pub const STRINGS: Strings = Strings {
    title: "Pakistan's IT exports",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    status: |status| match status {
        Status::Final => "final",
        Status::Revised => "revised",
        Status::Derived => "derived",
        Status::Provisional => "provisional",
    },
    measure: |measure| match measure {
        Measure::Level => "Exports",
        Measure::Mom => "On the period before",
        Measure::Yoy => "On the year",
        Measure::Ytd => "Fiscal year to date",
        Measure::Sum12 => "Last 12 months",
        Measure::Avg12 => "12-month mean",
        Measure::PerDay => "A working day",
        Measure::Index => "Index",
    },
};
