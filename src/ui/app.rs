//! The root: the only component with state of the page.

use std::rc::Rc;

use yew::functional::UseReducerDispatcher;
use yew::prelude::{
    Callback, Event, Html, MouseEvent, Properties, Reducible, component, html, use_effect_with,
    use_memo, use_reducer,
};

use super::actions::{Copied, copy_link, outcome};
use super::breakdown::use_breakdown;
use super::controls::{Choice, Legend, choices};
use super::desk::{self, Loaded};
use super::headline::use_headline;
use super::sources::sources_dialog;
use super::trend::use_trend;
use super::{Ask, Handle, Listed, Page, Record, Same, Shown, Site, Step, asks, below};
use crate::address::{Block, Place, Spot};
use crate::data::ObservationId;
use crate::embedded::{as_of, dataset};
use crate::i18n::Format;
use crate::instruments::Instrument;
use crate::query::Vintage;
use crate::view::{Action, Numbers, Theme, View};
use crate::web::{self, Happening, Screen};

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub place: Place,
}

/// The view, and what its last change means for the history.
#[derive(Clone)]
struct Session {
    site: Site,
    data: Record,
    view: View,
    shown: Same<Shown>,
    slider: Option<Handle>,
    /// Keys of the address that could not be read.
    refused: Vec<&'static str>,
    sources: Listed,
    desk: Loaded,
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
        let (data, view, refused) = site.asked();
        Session { refused, ..Session::showing(site, data, view, before) }
    }

    fn showing(site: Site, data: Record, view: View, before: Option<&Session>) -> Session {
        let format = Format::new(site.place.lang, view.numbers);
        let shown = Shown::new(data, &view, format, before.map(|it| &*it.shown));
        let screen = web::screen(view.theme, before.is_some_and(|it| it.screen.printing));
        Session {
            site,
            data,
            view,
            shown: Same(Rc::new(shown)),
            slider: None,
            refused: Vec::new(),
            sources: before.map_or_else(Listed::at_first, |it| it.sources.clone()),
            desk: before.map_or(desk::AT_FIRST, |it| it.desk),
            screen,
            asked: Vec::new(),
            copied: Copied::Nothing,
            write: Write::Nothing,
        }
    }

    /// What a choice leads to; `None` where that is nothing else.
    fn next(&self, action: Action) -> Option<Session> {
        let mut view = self.view.update(&self.data, action);
        let mut data = self.data;
        if view.as_of != self.data.known_on() {
            data = Record(view.as_of.map_or_else(|| Some(dataset()), as_of)?);
            view = view.moved(&self.data, &data);
        }
        (view != self.view).then(|| Session::showing(self.site.clone(), data, view, Some(self)))
    }

    /// The same view, when something beside it changes.
    fn aside(&self) -> Session {
        Session { write: Write::Nothing, copied: Copied::Nothing, ..self.clone() }
    }

    /// The same in all else: what the reader was just told stays.
    fn with(&self, desk: Loaded) -> Session {
        Session { desk, write: Write::Nothing, ..self.clone() }
    }

    fn follow(&self, happening: Happening) -> Session {
        match happening {
            Happening::Address => Session::start(self.site.clone(), Some(self)),
            Happening::Sources(text) => Session { sources: Listed::of(text), ..self.aside() },
            Happening::Screen | Happening::Near => self.on(self.screen.printing),
            Happening::Printing(now) => self.on(now),
        }
    }

    /// On paper or on the screen.
    fn on(&self, paper: bool) -> Session {
        Session { screen: web::screen(self.view.theme, paper), ..self.with(self.desk) }
    }
}

impl Reducible for Session {
    type Action = Ask;

    fn reduce(self: Rc<Self>, ask: Ask) -> Rc<Session> {
        match ask {
            Ask::Step(Step { action, slider }) => {
                if let Action::AsOf(Some(day)) = action
                    && as_of(day).is_none()
                {
                    // Nothing was known yet.
                    return Rc::new(Session { refused: vec!["vintage"], ..self.aside() });
                }
                let Some(next) = self.next(action) else { return self };
                let same = slider.is_some() && slider == self.slider;
                let write = if same { Write::SameEntry } else { Write::NewEntry };
                Rc::new(Session { slider, write, ..next })
            }
            Ask::Follow(happening) => Rc::new(self.follow(happening)),
            Ask::Sources(asked) => Rc::new(Session { asked, ..self.aside() }),
            Ask::Desk if self.desk.here().is_some() => self,
            Ask::Desk => Rc::new(self.with(Loaded::Coming)),
            Ask::Loaded(desk) => Rc::new(self.with(desk)),
            Ask::Copied(copied) => Rc::new(Session { copied, ..self.aside() }),
            Ask::Copy => self,
        }
    }
}

/// Passes on what is asked; what concerns the browser rather than the page happens here.
fn answer(dispatch: &UseReducerDispatcher<Session>, ask: Ask) {
    let dialog = match &ask {
        Ask::Copy => {
            let dispatch = dispatch.clone();
            let report = move |copied| answer(&dispatch, Ask::Copied(copied));
            return copy_link(Callback::from(report));
        }
        Ask::Sources(ids) if ids.is_empty() => return,
        Ask::Sources(_) => Some("sources"),
        Ask::Copied(Copied::Refused(_) | Copied::Picture(_)) => Some("copy"),
        Ask::Desk => {
            let dispatch = dispatch.clone();
            let done = move |desk| answer(&dispatch, Ask::Loaded(desk));
            desk::load(Callback::from(done));
            None
        }
        Ask::Step(_) | Ask::Follow(_) | Ask::Loaded(_) | Ask::Copied(_) => None,
    };
    dispatch.dispatch(ask);
    if let Some(dialog) = dialog {
        web::show_dialog(dialog);
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let Place { lang, spot } = props.place;
    let words = lang.strings();
    let session = use_reducer(|| Session::start(Site::new(props.place), None));
    // The same for as long as the page lives, so that blocks are drawn again only for changes
    // that they show.
    let ask = use_memo((), |()| {
        let dispatch = session.dispatcher();
        Callback::from(move |ask| answer(&dispatch, ask))
    });
    let view = session.view.clone();
    let page = Rc::new(Page {
        shown: session.shown.clone(),
        sources: session.sources.clone(),
        desk: session.desk,
        site: session.site.clone(),
        data: session.data,
        lang,
        format: Format::new(lang, view.numbers),
        screen: session.screen,
        view,
        ask: (*ask).clone(),
    });
    let (strip, headline) = use_headline(&page);
    let (trend, breakdown) = (use_trend(&page), use_breakdown(&page));
    let title = [&session.shown.headline.reading.title, " · ", words.title].concat();
    let around =
        (session.site.address(&page.data, &page.view), session.write, page.view.theme, title);
    use_effect_with(around, move |(address, write, theme, title)| {
        let new_entry = match write {
            Write::Nothing => None,
            Write::NewEntry => Some(true),
            Write::SameEntry => Some(false),
        };
        // A block keeps its own title.
        let title = if matches!(spot, Spot::Embed(_)) { "" } else { title };
        web::write_address(address, new_entry, title);
        web::set_theme(*theme);
    });
    web::use_browser(ask.reform(|happening| match happening {
        Happening::Near => Ask::Desk,
        happening => Ask::Follow(happening),
    }));
    let wanted = page.desk == Loaded::Not
        && (Instrument::of_trend(page.view.trend).is_some()
            || Instrument::of_breakdown(page.view.breakdown).is_some());
    use_effect_with(wanted, {
        let ask = page.ask.clone();
        move |&wanted| {
            if wanted {
                ask.emit(Ask::Desk);
            }
        }
    });
    let taken = page.desk.here().filter(|_| web::ANSWERS).map(|desk| (desk.below)(&page));
    let refused = session.refused.join(", ");
    let view = &page.view;
    let shows = |block: Block| match spot {
        Spot::Embed(only) => only == block,
        Spot::Latest | Spot::Month(_) | Spot::SingleFile => true,
    };
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
                    if let Some(day) = view.as_of {
                        <p class="notice">
                            { (words.as_of_shown)(&page.format.date(day)) }
                            { " " }
                            <button type="button" class="link"
                                onclick={asks::<MouseEvent>(&page.ask, Action::AsOf(None))}>
                                { words.vintage_latest }
                            </button>
                        </p>
                    }
                    if view.vintage == Vintage::First {
                        <p class="notice">{ words.first_prints_shown }</p>
                    }
                    if shows(Block::Headline) {
                        { headline }
                    }
                    if shows(Block::Trend) {
                        { trend }
                    }
                    if shows(Block::Breakdown) {
                        { breakdown }
                    }
                </main>
            </div>
            // Always there, so that what stands before it stays the same when it comes.
            { taken.unwrap_or_default() }
            if !web::ANSWERS {
                { below::still(&page) }
            }
            { outcome(lang, &session.copied) }
            { sources_dialog(&page, &session.asked) }
        </>
    }
}

/// The name of the page, the way to the other language, the settings.
fn top(page: &Page) -> Html {
    let words = page.lang.strings();
    let other = page.lang.other();
    html! {
        <header class="top">
            <h1>{ words.title }</h1>
            <nav aria-label={words.page_settings}>
                <a id="language" href={page.site.other_language(&page.data, &page.view)} lang={other.code()}
                    hreflang={other.code()}>
                    { words.other_language }
                </a>
                { settings(page) }
            </nav>
        </header>
    }
}

/// Numbers, vintage and theme: what concerns the whole page.
fn settings(page: &Page) -> Html {
    let (words, view, ask) = (page.lang.strings(), &page.view, &page.ask);
    let usual = Format::new(page.lang, None).numbers;
    let numbers = [
        (Numbers::International, words.numbers_international),
        (Numbers::Pakistani, words.numbers_pakistani),
    ]
    .map(|(it, name)| {
        let chosen = view.numbers.unwrap_or(usual) == it;
        Choice::new(Action::Numbers((it != usual).then_some(it)), name, chosen)
    });
    let vintages = [(Vintage::Latest, words.vintage_latest), (Vintage::First, words.vintage_first)]
        .map(|(it, name)| {
            let chosen = view.vintage == it && view.as_of.is_none();
            Choice::new(Action::Vintage(it), name, chosen)
        });
    let themes = [
        (Theme::Auto, words.theme_auto),
        (Theme::Light, words.theme_light),
        (Theme::Dark, words.theme_dark),
    ]
    .map(|(it, name)| Choice::new(Action::Theme(it), name, view.theme == it));
    let legend = |name, words: &'static str| Legend { name, words: words.into(), shown: true };
    html! {
        <details class="settings controls" id="settings" ontoggle={asks::<Event>(ask, Ask::Desk)}>
            <summary>{ words.settings }</summary>
            // Folded, they take no room that a static page would have to keep.
            if web::ANSWERS {
                <div>
                    { choices(legend("num", words.numbers), numbers.into(), ask) }
                    { choices(legend("vintage", words.vintage), vintages.into(), ask) }
                    { page.desk.here().map(|desk| (desk.day)(page)).unwrap_or_default() }
                    { choices(legend("theme", words.theme), themes.into(), ask) }
                </div>
            }
        </details>
    }
}
