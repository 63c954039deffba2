//! The page: thin Yew components over the modules above. No arithmetic, no drawing.

mod actions;
mod app;
mod below;
mod breakdown;
mod chart;
mod controls;
mod desk;
mod fold;
mod headline;
mod instrument;
mod patterns;
mod shown;
mod site;
mod sources;
mod table;
mod takeaway;
mod trend;

use actions::Copied;
pub use app::{App, AppProps};
pub use desk::Loaded;
use shown::Shown;
pub use site::Site;

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::Callback;

use crate::data::{Dataset, ObservationId, Sources};
use crate::i18n::{Format, Lang};
use crate::view::{Action, View};
use crate::web::{self, Happening, Screen};

/// The page as it is now, and what can be asked of it.
#[derive(PartialEq)]
pub struct Page {
    pub site: Site,
    pub data: Record,
    pub view: View,
    pub lang: Lang,
    pub format: Format,
    pub screen: Screen,
    pub shown: Same<Shown>,
    pub sources: Listed,
    pub desk: Loaded,
    pub ask: Callback<Ask>,
}

/// The record as the view knows it.
#[derive(Clone, Copy)]
pub struct Record(pub &'static Dataset);

impl PartialEq for Record {
    /// There is one for each day.
    fn eq(&self, other: &Record) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Deref for Record {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        self.0
    }
}

/// Shared, and equal only to itself: nothing is compared mark by mark to find out whether
/// it has to be drawn again.
pub struct Same<T>(Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Same<T> {
        Same(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Same<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The list of sources, which comes after the page.
#[derive(Clone, PartialEq)]
pub enum Listed {
    Coming,
    Here(Same<Sources>),
    Lost,
}

impl Listed {
    fn at_first() -> Listed {
        web::sources().map_or(Listed::Coming, |it| Listed::Here(Same(Rc::new(it))))
    }

    fn of(text: Option<String>) -> Listed {
        text.map_or(Listed::Lost, |it| Listed::Here(Same(Rc::new(Sources::from_text(&it)))))
    }
}

/// What can be asked of the page.
#[derive(Clone)]
pub enum Ask {
    Step(Step),
    /// To follow what happened around the page.
    Follow(Happening),
    /// To show the sources of figures, if there are any.
    Sources(Vec<ObservationId>),
    /// To load the desk, unless it is there.
    Desk,
    /// To say what came of loading it.
    Loaded(Loaded),
    /// To copy the address of the view.
    Copy,
    /// To say what came of copying.
    Copied(Copied),
}

impl From<Action> for Ask {
    fn from(action: Action) -> Ask {
        Ask::Step(Step { action, slider: None })
    }
}

/// Asks whenever the event happens. All controls share it: a type of closure for each would
/// weigh more than the rest of them.
fn asks<E: 'static>(ask: &Callback<Ask>, what: impl Into<Ask>) -> Callback<E> {
    let what = what.into();
    ask.reform(move |_: E| what.clone())
}

/// A choice, and how it enters the history of the browser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub action: Action,
    /// Consecutive steps of one slider are one entry.
    pub slider: Option<Handle>,
}

/// A slider that is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    Month,
    From,
    To,
}
