//! The record as it was known on a day. What tests say of single months and of the latest figures stays true when
//! newer figures come in, so a new month needs no hand at any test.

use std::cell::Cell;
use std::sync::LazyLock;

use it_exports::calendar::Date;
use it_exports::data::Dataset;
use it_exports::embedded;
use it_exports::stl;

/// Changed only with what tests say of it.
pub const DAY: &str = "2026-08-31";

pub fn day() -> Date {
    DAY.parse().unwrap()
}

pub fn dataset() -> &'static Dataset {
    // Not `as_of`, which is a view into the past and says so.
    static RECORD: LazyLock<Dataset> = LazyLock::new(|| {
        let whole = embedded::dataset();
        let known = whole.observations.iter().filter(|it| it.published.has_come_by(day()));
        let (sectors, days) = (whole.sectors.clone(), whole.working_days.clone());
        let mut record = Dataset::new(sectors, known.cloned().collect(), days);
        record.seasons = stl::seasons(&record);
        record
    });
    if NEWEST.get() { embedded::dataset() } else { &RECORD }
}

thread_local! {
    static NEWEST: Cell<bool> = const { Cell::new(false) };
}

/// Has a check that names no figures run over what has come in since, too.
pub fn newest_too(check: fn()) {
    check();
    if embedded::dataset().observations.len() > dataset().observations.len() {
        NEWEST.set(true);
        check();
        NEWEST.set(false);
    }
}

/// Whether a row of a file, published then, is known to [`dataset`].
pub fn knows(published: &str) -> bool {
    NEWEST.get() || published.parse::<Date>().unwrap().has_come_by(day())
}
