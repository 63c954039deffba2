//! The root: the only component with state of the page.

use std::rc::Rc;

use yew::functional::UseReducerDispatcher;
use yew::prelude::{
    Callback, Event, Html, MouseEvent, Properties, Reducible, component, html, use_effect_with,
    use_memo, use_reducer,
};

use super::actions::{Copied, copy_link, outcome};
use super::headline::use_headline;
use super::lazy::{self, LazyViews, LoadState, TakeAways};
use super::sources::sources_dialog;
use super::trend::use_trend;
use super::{
    DatasetRef, Derived, Handle, Listed, Message, Page, Shared, Site, Step, later_blocks, on, parts,
};
use crate::address::{PageAddress, PageKind};
use crate::catalogue::{Block, ViewId};
use crate::data::ObservationId;
use crate::embedded::{as_of, dataset};
use crate::i18n::Format;
use crate::query::VintageChoice;
use crate::state::{Action, State};
use crate::web::{self, BrowserEvent, Screen};

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub place: PageAddress,
}

/// The view, and what its last change means for the history.
#[derive(Clone)]
struct Session {
    site: Site,
    data: DatasetRef,
    state: State,
    derived: Shared<Derived>,
    slider: Option<Handle>,
    own_span: bool,
    /// Keys of the address that could not be read.
    refused: Vec<&'static str>,
    sources: Listed,
    lazy: LoadState<LazyViews>,
    takeaways: LoadState<TakeAways>,
    screen: Screen,
    /// The figures whose sources were last asked for.
    asked: Vec<ObservationId>,
    copied: Copied,
    write: Write,
}

#[derive(Clone, Copy, PartialEq)]
enum Write {
    Nothing,
    NewEntry,
    SameEntry,
}

impl Session {
    /// What the address asks for.
    fn start(site: Site, before: Option<&Session>) -> Session {
        let (data, state, refused) = site.asked();
        Session { refused, ..Session::showing(site, data, state, before) }
    }

    fn showing(site: Site, data: DatasetRef, state: State, before: Option<&Session>) -> Session {
        let format = Format::new(site.place.lang, state.numbers);
        let derived = Derived::new(data, &state, format, before.map(|it| &*it.derived));
        let screen = web::screen(state.theme, before.is_some_and(|it| it.screen.printing));
        Session {
            site,
            data,
            state,
            derived: Shared(Rc::new(derived)),
            slider: None,
            own_span: false,
            refused: Vec::new(),
            sources: before.map_or_else(Listed::at_first, |it| it.sources.clone()),
            lazy: before.map_or(parts::second::AT_FIRST, |it| it.lazy),
            takeaways: before.map_or(parts::third::AT_FIRST, |it| it.takeaways),
            screen,
            asked: Vec::new(),
            copied: Copied::Nothing,
            write: Write::Nothing,
        }
    }

    /// What a choice leads to; `None` where that is nothing else.
    fn next(&self, action: Action) -> Option<Session> {
        let mut state = self.state.update(&self.data, action);
        let mut data = self.data;
        if state.as_of != self.data.known_on() {
            data = DatasetRef(state.as_of.map_or_else(|| Some(dataset()), as_of)?);
            state = state.moved(&self.data, &data);
        }
        (state != self.state).then(|| Session::showing(self.site.clone(), data, state, Some(self)))
    }

    /// The same view, when something beside it changes.
    fn without_notice(&self) -> Session {
        Session { write: Write::Nothing, copied: Copied::Nothing, ..self.clone() }
    }

    /// The same in all else: what the reader was just told stays.
    fn with(&self, lazy: LoadState<LazyViews>) -> Session {
        Session { lazy, write: Write::Nothing, ..self.clone() }
    }

    fn follow(&self, event: BrowserEvent) -> Session {
        match event {
            BrowserEvent::Address => Session::start(self.site.clone(), Some(self)),
            BrowserEvent::Sources(text) => {
                Session { sources: Listed::of(text), ..self.without_notice() }
            }
            BrowserEvent::Screen | BrowserEvent::Near => self.on(self.screen.printing),
            BrowserEvent::Printing(now) => self.on(now),
        }
    }

    /// On paper or on the screen.
    fn on(&self, paper: bool) -> Session {
        Session { screen: web::screen(self.state.theme, paper), ..self.with(self.lazy) }
    }
}

impl Reducible for Session {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Session> {
        match message {
            Message::Step(Step { action, slider }) => {
                if let Action::AsOf(Some(day)) = action
                    && as_of(day).is_none()
                {
                    // Nothing was known yet.
                    return Rc::new(Session { refused: vec!["vintage"], ..self.without_notice() });
                }
                let Some(next) = self.next(action) else { return self };
                let same = slider.is_some() && slider == self.slider;
                let write = if same { Write::SameEntry } else { Write::NewEntry };
                // A span of the reader's own is given up for one that has a name.
                let own_span = match action {
                    Action::Range(_) => slider.is_some(),
                    _ => self.own_span,
                };
                Rc::new(Session { slider, own_span, write, ..next })
            }
            Message::Follow(event) => Rc::new(self.follow(event)),
            Message::Sources(asked) => Rc::new(Session { asked, ..self.without_notice() }),
            Message::Load if self.lazy.here().is_some() => self,
            Message::Load => Rc::new(self.with(LoadState::Coming)),
            Message::Loaded(lazy) => Rc::new(self.with(lazy)),
            Message::LoadTakeAways if self.takeaways.here().is_some() => self,
            Message::LoadTakeAways => {
                Rc::new(Session { takeaways: LoadState::Coming, ..self.with(self.lazy) })
            }
            Message::LoadedTakeAways(takeaways) => {
                Rc::new(Session { takeaways, ..self.with(self.lazy) })
            }
            Message::OwnSpan => Rc::new(Session { own_span: true, ..self.without_notice() }),
            Message::Copied(copied) => Rc::new(Session { copied, ..self.without_notice() }),
            Message::Copy => self,
        }
    }
}

/// Passes on what is asked; what concerns the browser rather than the page happens here.
fn perform(reducer: &UseReducerDispatcher<Session>, message: Message) {
    let dialog = match &message {
        Message::Copy => {
            let reducer = reducer.clone();
            let report = move |copied| perform(&reducer, Message::Copied(copied));
            return copy_link(Callback::from(report));
        }
        Message::Sources(ids) if ids.is_empty() => return,
        Message::Sources(_) => {
            perform(reducer, Message::Load);
            Some("sources")
        }
        Message::Copied(Copied::Refused(_) | Copied::Picture(_)) => Some("copy"),
        Message::Load => {
            let reducer = reducer.clone();
            let done = move |lazy| perform(&reducer, Message::Loaded(lazy));
            parts::second::load(Callback::from(done));
            None
        }
        Message::LoadTakeAways => {
            let reducer = reducer.clone();
            let done = move |it| perform(&reducer, Message::LoadedTakeAways(it));
            parts::third::load(Callback::from(done));
            None
        }
        Message::Step(_)
        | Message::Follow(_)
        | Message::Loaded(_)
        | Message::OwnSpan
        | Message::LoadedTakeAways(_)
        | Message::Copied(_) => None,
    };
    reducer.dispatch(message);
    if let Some(dialog) = dialog {
        web::show_dialog(dialog);
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let PageAddress { lang, kind } = props.place;
    let words = lang.strings();
    let session = use_reducer(|| Session::start(Site::new(props.place), None));
    // The same for as long as the page lives, so that blocks are drawn again only for changes
    // that they show.
    let dispatch = use_memo((), |()| {
        let reducer = session.dispatcher();
        Callback::from(move |message| perform(&reducer, message))
    });
    let state = session.state.clone();
    let page = Rc::new(Page {
        derived: session.derived.clone(),
        sources: session.sources.clone(),
        lazy: session.lazy,
        takeaways: session.takeaways,
        own_span: session.own_span,
        site: session.site.clone(),
        data: session.data,
        lang,
        format: Format::new(lang, state.numbers),
        screen: session.screen,
        state,
        dispatch: (*dispatch).clone(),
    });
    let (strip, headline) = use_headline(&page);
    let trend = use_trend(&page);
    let title = [&session.derived.headline.reading.title, " · ", words.title].concat();
    let around =
        (session.site.address(&page.data, &page.state), session.write, page.state.theme, title);
    use_effect_with(around, move |(address, write, theme, title)| {
        let new_entry = match write {
            Write::Nothing => None,
            Write::NewEntry => Some(true),
            Write::SameEntry => Some(false),
        };
        // A block keeps its own title.
        let title = if matches!(kind, PageKind::Embed(_)) { "" } else { title };
        web::write_address(address, new_entry, title);
        web::set_theme(*theme);
    });
    web::use_browser(dispatch.reform(|event| match event {
        BrowserEvent::Near => Message::Load,
        event => Message::Follow(event),
    }));
    let shows = |block: Block| match kind {
        PageKind::Embed(only) => only == block,
        PageKind::Latest | PageKind::Month(_) | PageKind::SingleFile => true,
    };
    // What the document holds is of the page's own month and of no choice.
    let outdated = web::ANSWERS
        && page.lazy.here().is_none()
        && Block::LATER.into_iter().chain([Block::Headline]).any(shows)
        && !page.is_plain();
    let wanted = page.lazy == LoadState::Not && (outdated || page.state.trend != ViewId::Time);
    use_effect_with(wanted, {
        let dispatch = page.dispatch.clone();
        move |&wanted| {
            if wanted {
                dispatch.emit(Message::Load);
            }
        }
    });
    let other = [page.state.trend, page.state.breakdown].iter().any(|it| !it.is_usual());
    let wanted = other && page.takeaways == LoadState::Not;
    use_effect_with(wanted, {
        let dispatch = page.dispatch.clone();
        move |&wanted| {
            if wanted {
                dispatch.emit(Message::LoadTakeAways);
            }
        }
    });
    let taken = page.lazy.here().filter(|_| web::ANSWERS).map(|lazy| (lazy.later_blocks)(&page));
    let refused = session.refused.join(", ");
    let state = &page.state;
    html! {
        <>
            if shows(Block::Headline) {
                { strip }
            }
            <div class="page">
                { top(&page) }
                <main>
                    if !refused.is_empty() {
                        <p class="notice" role="status">{ (words.refused)(&refused) }</p>
                    }
                    if page.sources == Listed::Lost {
                        <p class="notice" role="status">{ words.sources_lost }</p>
                    }
                    if let Some(day) = state.as_of {
                        <p class="notice">
                            { (words.as_of_shown)(&page.format.date(day)) }
                            { " " }
                            <button type="button" class="link"
                                onclick={on::<MouseEvent>(&page.dispatch, Action::AsOf(None))}>
                                { words.vintage_latest }
                            </button>
                        </p>
                    }
                    if state.vintage == VintageChoice::First {
                        <p class="notice">{ words.first_prints_shown }</p>
                    }
                    <div class="first">
                        if shows(Block::Headline) {
                            { headline }
                        }
                        if shows(Block::Trend) {
                            { trend }
                        }
                    </div>
                    { lazy::progress(&page, outdated && page.state.trend == ViewId::Time) }
                    if web::ANSWERS {
                        // The starter puts there what the document has; portals lead into it.
                        <div id="later" data-outdated={outdated.then_some("")} />
                    } else {
                        { later_blocks::static_view(&page) }
                    }
                </main>
            </div>
            // Always there, so that what stands before it stays the same when it comes.
            { taken.unwrap_or_default() }
            { outcome(lang, &session.copied) }
            { sources_dialog(&page, &session.asked) }
        </>
    }
}

/// The name of the page, the way to the other language, the settings.
fn top(page: &Page) -> Html {
    let words = page.lang.strings();
    let settings = match page.lazy.here() {
        // Folded, they take no room that a static page would have to keep.
        _ if !web::ANSWERS => Html::default(),
        Some(lazy) => (lazy.settings)(page),
        None => html! { <div>{ lazy::progress(page, true) }</div> },
    };
    let other = page.lang.other();
    let jumps = || {
        let offered = Block::offered().skip(1);
        offered.map(|it| html! { <a href={format!("#{}", it.code())}>{ (words.block)(it) }</a> })
    };
    html! {
        <header class="top">
            <h1>{ words.title }</h1>
            if !matches!(page.site.place.kind, PageKind::Embed(_)) {
                <nav class="jump" aria-label={words.on_this_page}>{ for jumps() }</nav>
            }
            <nav aria-label={words.page_settings}>
                <span aria-current="true">{ words.language }</span>
                <a id="language" href={page.site.other_language(&page.data, &page.state)} lang={other.code()}
                    hreflang={other.code()}>
                    { words.other_language }
                </a>
                <details class="settings menu controls" id="settings"
                    ontoggle={on::<Event>(&page.dispatch, Message::Load)}>
                    <summary>{ words.settings }</summary>
                    { settings }
                </details>
            </nav>
        </header>
    }
}
