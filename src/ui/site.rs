//! Where the page is, and how its links are written.

use yew::prelude::MouseEvent;

use super::DatasetRef;
use crate::address::{PageAddress, PageKind};
use crate::calendar::Month;
use crate::data::Dataset;
use crate::embedded;
use crate::state::State;
use crate::web;

#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub place: PageAddress,
    /// The path to the root of the site; `None` where the page does not stand under a path
    /// of its own, so that everything has to be said in the query.
    root: Option<String>,
}

impl Site {
    pub fn new(place: PageAddress) -> Site {
        let root = if place.kind == PageKind::SingleFile { None } else { web::root(place) };
        Site { place, root }
    }

    /// What the address of the page asks for, and the keys of it that could not be read.
    pub fn asked(&self) -> (DatasetRef, State, Vec<&'static str>) {
        let query = web::search();
        let data = State::day_in(&query).and_then(embedded::as_of);
        let data = DatasetRef(data.unwrap_or_else(embedded::dataset));
        let (state, refused) = State::from_query(&data, self.home(&data), &query);
        (data, state, refused)
    }

    /// The month that the plain path shows.
    fn home(&self, data: &Dataset) -> Month {
        let path = web::path();
        let path = self.root.as_ref().and_then(|root| path.strip_prefix(root.as_str()));
        path.and_then(PageAddress::from_path).unwrap_or(self.place).home(data)
    }

    /// A link to a page or a file, by its path from the root.
    pub fn href(&self, path: &str) -> String {
        self.root.clone().unwrap_or_else(|| self.place.to_root()) + path
    }

    /// The address of a view of this page.
    pub fn address(&self, data: &Dataset, state: &State) -> String {
        match &self.root {
            Some(_) => self.href(&self.place.address(data, state)),
            None => [&web::path(), "?", &state.to_query(data, self.place.home(data))].concat(),
        }
    }

    /// The address of a view on the page in the other language.
    pub fn other_language(&self, data: &Dataset, state: &State) -> String {
        self.href(&self.place.other_language().address(data, state))
    }
}

/// Whether a click on a link is meant for this window.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
