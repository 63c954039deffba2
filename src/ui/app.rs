//! The root: the only component with state of the page.

use std::rc::Rc;

use yew::functional::UseReducerDispatcher;
use yew::prelude::{
    Callback, Html, Properties, Reducible, component, html, use_effect_with, use_memo, use_reducer,
};

use super::actions::{Copied, copy, outcome};
use super::breakdown::BreakdownBlock;
use super::controls::{Choice, Legend, choices};
use super::headline::use_headline;
use super::sources::sources_dialog;
use super::trend::TrendBlock;
use super::{Ask, Handle, Listed, Page, Same, Shown, Site, Step, asks};
use crate::address::{Block, Place, Spot};
use crate::data::ObservationId;
use crate::embedded::dataset;
use crate::i18n::{Format, Lang};
use crate::query::Vintage;
use crate::view::{Action, Numbers, Theme, View};
use crate::web;

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub place: Place,
}

/// The view, and what its last change means for the history.
struct Session {
    site: Site,
    view: View,
    shown: Same<Shown>,
    slider: Option<Handle>,
    /// Keys of the address that could not be read.
    refused: Vec<&'static str>,
    sources: Listed,
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
        let (view, refused) = site.asked(dataset());
        Session { refused, ..Session::showing(site, view, before) }
    }

    fn showing(site: Site, view: View, before: Option<&Session>) -> Session {
        let format = Format::new(site.place.lang, view.numbers);
        let shown = Shown::new(dataset(), &view, format, before.map(|it| &*it.shown));
        Session {
            site,
            view,
            shown: Same(Rc::new(shown)),
            slider: None,
            refused: Vec::new(),
            sources: before.map_or_else(Listed::at_first, |it| it.sources.clone()),
            asked: Vec::new(),
            copied: Copied::Nothing,
            write: Write::Nothing,
        }
    }

    fn next(&self, view: View) -> Session {
        Session::showing(self.site.clone(), view, Some(self))
    }

    /// The same view, when something beside it changes.
    fn aside(&self) -> Session {
        Session {
            slider: self.slider,
            refused: self.refused.clone(),
            ..self.next(self.view.clone())
        }
    }
}

impl Reducible for Session {
    type Action = Ask;

    fn reduce(self: Rc<Self>, ask: Ask) -> Rc<Session> {
        match ask {
            Ask::Step(Step { action, slider }) => {
                let view = self.view.update(dataset(), action);
                if view == self.view {
                    return self;
                }
                let same = slider.is_some() && slider == self.slider;
                let write = if same { Write::SameEntry } else { Write::NewEntry };
                Rc::new(Session { slider, write, ..self.next(view) })
            }
            Ask::Address => Rc::new(Session::start(self.site.clone(), Some(&self))),
            Ask::Sources(asked) => Rc::new(Session { asked, ..self.aside() }),
            Ask::List(sources) => Rc::new(Session {
                sources,
                asked: self.asked.clone(),
                copied: self.copied.clone(),
                ..self.aside()
            }),
            Ask::Copied(copied) => Rc::new(Session { copied, ..self.aside() }),
            Ask::Copy(_) => self,
        }
    }
}

/// Passes on what is asked; what concerns the browser rather than the page happens here.
fn answer(dispatch: &UseReducerDispatcher<Session>, ask: Ask) {
    let dialog = match &ask {
        Ask::Copy(sentence) => {
            let dispatch = dispatch.clone();
            let report = move |copied| answer(&dispatch, Ask::Copied(copied));
            return copy(sentence.clone(), Callback::from(report));
        }
        Ask::Sources(ids) if ids.is_empty() => return,
        Ask::Sources(_) => Some("sources"),
        Ask::Copied(Copied::Refused(_)) => Some("copy"),
        Ask::Step(_) | Ask::Address | Ask::List(_) | Ask::Copied(_) => None,
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
    web::use_address(asks(&ask, Ask::Address));
    web::use_sources(ask.reform(|text: Option<String>| Ask::List(Listed::of(text))));
    let view = session.view.clone();
    let address = session.site.address(&view);
    use_effect_with((address, session.write), |(address, write)| match write {
        Write::Nothing => {}
        Write::NewEntry => web::write_address(address, true),
        Write::SameEntry => web::write_address(address, false),
    });
    use_effect_with(view.theme, |theme| web::set_theme(*theme));
    let screen = web::use_screen(view.theme);
    let format = Format::new(lang, view.numbers);

    let refused = session.refused.join(", ");
    let page = Rc::new(Page {
        shown: session.shown.clone(),
        sources: session.sources.clone(),
        site: session.site.clone(),
        view,
        lang,
        format,
        screen,
        ask: (*ask).clone(),
    });
    let (strip, headline) = use_headline(&page);
    use_effect_with((), |()| web::announce_ready());
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
                    if view.vintage == Vintage::First {
                        <p class="notice">{ words.first_prints_shown }</p>
                    }
                    if shows(Block::Headline) {
                        { headline }
                    }
                    if shows(Block::Trend) {
                        <TrendBlock page={page.clone()} />
                    }
                    if shows(Block::Breakdown) {
                        <BreakdownBlock page={page.clone()} />
                    }
                </main>
            </div>
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
                <a id="language" href={page.site.other_language(&page.view)} lang={other.code()}
                    hreflang={other.code()}>
                    { words.other_language }
                </a>
                { settings(page.lang, &page.view, &page.ask) }
            </nav>
        </header>
    }
}

/// Numbers, vintage and theme: what concerns the whole page.
fn settings(lang: Lang, view: &View, ask: &Callback<Ask>) -> Html {
    let words = lang.strings();
    let usual = Format::new(lang, None).numbers;
    let numbers = [
        (Numbers::International, words.numbers_international),
        (Numbers::Pakistani, words.numbers_pakistani),
    ]
    .map(|(it, name)| {
        let chosen = view.numbers.unwrap_or(usual) == it;
        Choice::new(Action::Numbers((it != usual).then_some(it)), name, chosen)
    });
    let vintages = [(Vintage::Latest, words.vintage_latest), (Vintage::First, words.vintage_first)]
        .map(|(it, name)| Choice::new(Action::Vintage(it), name, view.vintage == it));
    let themes = [
        (Theme::Auto, words.theme_auto),
        (Theme::Light, words.theme_light),
        (Theme::Dark, words.theme_dark),
    ]
    .map(|(it, name)| Choice::new(Action::Theme(it), name, view.theme == it));
    let legend = |name, words| Legend { name, words, shown: true };
    html! {
        <details class="settings controls" id="settings">
            <summary>{ words.settings }</summary>
            <div>
                { choices(legend("num", words.numbers), numbers.into(), ask) }
                { choices(legend("vintage", words.vintage), vintages.into(), ask) }
                { choices(legend("theme", words.theme), themes.into(), ask) }
            </div>
        </details>
    }
}
