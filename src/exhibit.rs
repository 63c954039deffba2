//! One thing to look at: a picture with everything that goes with it.
//!
//! Every view makes one of these from the data and the view; the page shows it, files
//! are made of it, tests look into it. So chart, readout, table, sentence and file agree.

use crate::chart::{Frame, Ink, Scene};
use crate::data::{ObservationId, Status};
use crate::reading::Reading;
use crate::state::Action;
use crate::table::Table;

pub struct Exhibit {
    /// For ids, file names and addresses: `fiscal-years`.
    pub name: &'static str,
    /// The finding, and the sentences that back it.
    pub reading: Reading,
    /// Unit, and base where there is one; stands under the heading.
    pub unit: String,
    pub picture: Picture,
    pub table: Table,
    /// What would mislead if it were not read beside the picture: another answer than its own, what is to come of it.
    pub beside: Option<String>,
    /// What has to be said with the picture: breaks, gaps, definitions, arithmetic. Whole sentences.
    pub notes: Vec<String>,
    /// What the reader can choose in it.
    pub controls: Vec<Control>,
    pub sources: Citations,
}

pub struct Picture {
    pub draw: Box<dyn Fn(Frame) -> Scene>,
    /// The figures that the points of the scene stand for.
    pub data: Vec<Datum>,
    /// The place in `data` of what is told of until something else is pointed at.
    pub rest: usize,
    /// Names of inks where the picture itself does not name them.
    pub swatches: Vec<(Ink, String)>,
    /// Columns in a year, for the page keys.
    pub year: usize,
}

/// One figure of a picture: what a reader who points at it is told, how firm it is, what it rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datum {
    /// [`crate::chart::Point::index`] and [`crate::chart::Point::series`] of the points that stand for it.
    pub at: (usize, usize),
    /// What is pointed at: a period, a heading, a country.
    pub heading: String,
    /// Figures with their names and units, one each.
    pub figures: Vec<String>,
    /// `None` where nobody publishes one, as for what was read elsewhere than in the record.
    pub status: Option<Status>,
    /// What it rests on, if that is in the record.
    pub observations: Vec<ObservationId>,
    /// Where it was read, if that is elsewhere.
    pub citation: Option<Citation>,
}

/// What was read elsewhere than in the record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// What the page, or what was read there, is called.
    pub name: String,
    pub url: String,
}

/// Where the figures were read.
#[derive(Clone, Debug, PartialEq)]
pub enum Citations {
    /// In the record, whose observations the table names.
    InRecord,
    /// Every figure in the record, and on each of these pages.
    Both(Vec<Citation>),
    Elsewhere {
        /// Each once.
        pages: Vec<Citation>,
        /// The address for each row of the table; empty where every row rests on all of them.
        of_rows: Vec<String>,
    },
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// Unique on the page: group of radio buttons or id of a list.
    pub name: &'static str,
    pub legend: String,
    pub kind: Kind,
    pub options: Vec<Choosable>,
}

/// How many of the options can be chosen, and how that looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    One,
    /// One of many, in groups: the heading of each, and how many options it has.
    OneOfGroups(Vec<(&'static str, usize)>),
    /// Any number.
    Any,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Choosable {
    pub action: Action,
    pub name: String,
    pub chosen: bool,
}
