//! Where the page is, and how its links are written.

use yew::prelude::MouseEvent;

use super::Record;
use crate::address::{Place, Spot};
use crate::calendar::Month;
use crate::data::Dataset;
use crate::embedded;
use crate::view::View;
use crate::web;

#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub place: Place,
    /// The path to the root of the site; `None` where the page does not stand under a path
    /// of its own, so that everything has to be said in the query.
    root: Option<String>,
}

impl Site {
    pub fn new(place: Place) -> Site {
        let root = if place.spot == Spot::SingleFile { None } else { web::root(place) };
        Site { place, root }
    }

    /// What the address of the page asks for, and the keys of it that could not be read.
    pub fn asked(&self) -> (Record, View, Vec<&'static str>) {
        let query = web::search();
        let data = View::day_in(&query).and_then(embedded::as_of);
        let data = Record(data.unwrap_or_else(embedded::dataset));
        let (view, refused) = View::from_query(&data, self.home(&data), &query);
        (data, view, refused)
    }

    /// The month that the plain path shows.
    fn home(&self, data: &Dataset) -> Month {
        let path = web::path();
        let path = self.root.as_ref().and_then(|root| path.strip_prefix(root.as_str()));
        path.and_then(Place::from_path).unwrap_or(self.place).home(data)
    }

    /// A link to a page or a file, by its path from the root.
    pub fn href(&self, path: &str) -> String {
        self.root.clone().unwrap_or_else(|| self.place.to_root()) + path
    }

    /// The address of a view of this page.
    pub fn address(&self, data: &Dataset, view: &View) -> String {
        match &self.root {
            Some(_) => self.href(&self.place.address(data, view)),
            None => [&web::path(), "?", &view.to_query(data, self.place.home(data))].concat(),
        }
    }

    /// The address of a view on the page in the other language.
    pub fn other_language(&self, data: &Dataset, view: &View) -> String {
        self.href(&self.place.other_language().address(data, view))
    }
}

/// Whether a click on a link is meant for this window.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
