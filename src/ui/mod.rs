//! The page: thin Yew components over the modules above. No arithmetic, no drawing.

mod actions;
mod answer;
mod app;
mod later_blocks;
mod breakdown;
mod cards;
mod chart;
mod controls;
mod lazy;
mod fold;
mod headline;
mod view;
pub(crate) mod patterns;
mod parts;
mod settings;
mod derived;
mod site;
mod sources;
mod table;
mod takeaway;
mod trend;

use actions::Copied;
pub use app::{App, AppProps};
use derived::Derived;
use lazy::{LazyViews, LoadState, TakeAways};
pub use site::Site;

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::Callback;

use crate::data::{Dataset, ObservationId, Sources};
use crate::embedded::{context, dataset};
use crate::i18n::{Format, Lang};
use crate::state::{Action, State};
use crate::views::ViewInput;
use crate::web::{self, BrowserEvent, Screen};

/// The page as it is now, and what can be asked of it.
#[derive(PartialEq)]
pub struct Page {
    pub site: Site,
    pub data: DatasetRef,
    pub state: State,
    pub lang: Lang,
    pub format: Format,
    pub screen: Screen,
    pub derived: Shared<Derived>,
    pub sources: Listed,
    pub lazy: LoadState<LazyViews>,
    pub takeaways: LoadState<TakeAways>,
    /// Whether the reader wants months of his own choice in the trend.
    pub own_span: bool,
    pub dispatch: Callback<Message>,
}

impl Page {
    /// Whether it shows just what the document showed before the program.
    fn is_plain(&self) -> bool {
        let theme = self.state.theme;
        let home = self.site.place.home(dataset());
        self.state == State { theme, ..State::of(dataset(), home) }
    }

    /// What views are made of.
    fn input(&self) -> ViewInput<'_> {
        ViewInput { data: self.data.0, context: context(), state: &self.state, format: self.format }
    }
}

/// The record as the view knows it.
#[derive(Clone, Copy)]
pub struct DatasetRef(pub &'static Dataset);

impl PartialEq for DatasetRef {
    /// There is one for each day.
    fn eq(&self, other: &DatasetRef) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Deref for DatasetRef {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        self.0
    }
}

/// Shared, and equal only to itself: nothing is compared mark by mark to find out whether
/// it has to be drawn again.
pub struct Shared<T>(Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The list of sources, which comes after the page.
#[derive(Clone, PartialEq)]
pub enum Listed {
    Coming,
    Here(Shared<Sources>),
    Lost,
}

impl Listed {
    fn at_first() -> Listed {
        web::sources().map_or(Listed::Coming, |it| Listed::Here(Shared(Rc::new(it))))
    }

    fn of(text: Option<String>) -> Listed {
        text.map_or(Listed::Lost, |it| Listed::Here(Shared(Rc::new(Sources::from_text(&it)))))
    }
}

/// What can be asked of the page.
#[derive(Clone)]
pub enum Message {
    Step(Step),
    /// To follow what happened around the page.
    Follow(BrowserEvent),
    /// To show the sources of figures, if there are any.
    Sources(Vec<ObservationId>),
    /// To load the second part of the program, unless it is there.
    Load,
    /// To say what came of loading it.
    Loaded(LoadState<LazyViews>),
    /// The same of the third part.
    LoadTakeAways,
    LoadedTakeAways(LoadState<TakeAways>),
    /// To let the reader choose the months of the trend.
    OwnSpan,
    /// To copy the address of the view.
    Copy,
    /// To say what came of copying.
    Copied(Copied),
}

impl From<Action> for Message {
    fn from(action: Action) -> Message {
        Message::Step(Step { action, slider: None })
    }
}

/// Asks whenever the event happens. All controls share it: a type of closure for each would
/// weigh more than the rest of them.
fn on<E: 'static>(dispatch: &Callback<Message>, what: impl Into<Message>) -> Callback<E> {
    let what = what.into();
    dispatch.reform(move |_: E| what.clone())
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
