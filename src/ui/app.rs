//! The root: the only component with state of the page.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, Properties, Reducible, component, html, use_effect_with, use_memo,
    use_node_ref, use_reducer,
};

use super::actions::{Copied, copy, outcome};
use super::breakdown::BreakdownBlock;
use super::controls::{Legend, choices};
use super::headline::use_headline;
use super::keys::keys_dialog;
use super::sources::sources_dialog;
use super::table::use_table;
use super::trend::TrendBlock;
use super::{Handle, Page, Same, Shown, Step};
use crate::data::ObservationId;
use crate::embedded::dataset;
use crate::facts;
use crate::i18n::{Format, Lang};
use crate::query::Vintage;
use crate::reading;
use crate::view::{Action, Numbers, Theme, View};
use crate::web;

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub lang: Lang,
}

/// What can be asked of the page. The same for as long as it lives, so that blocks are
/// drawn again only for changes that they show.
struct Asks {
    onstep: Callback<Step>,
    onaddress: Callback<String>,
    onsource: Callback<Vec<ObservationId>>,
    oncopy: Callback<String>,
    onkeys: Callback<()>,
}

/// The view, and what its last change means for the history.
struct Session {
    view: View,
    slider: Option<Handle>,
    /// Keys of the address that could not be read.
    refused: Vec<&'static str>,
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

enum Message {
    Step(Step),
    /// The query of the address, on load and on going back and forward.
    Address(String),
    Source(Vec<ObservationId>),
    Copied(Copied),
}

impl Default for Session {
    fn default() -> Session {
        Session {
            view: View::new(dataset()),
            slider: None,
            refused: Vec::new(),
            asked: Vec::new(),
            copied: Copied::Nothing,
            write: Write::Nothing,
        }
    }
}

impl Session {
    /// The same view, when something beside it changes.
    fn aside(&self) -> Session {
        Session {
            view: self.view.clone(),
            slider: self.slider,
            refused: self.refused.clone(),
            ..Session::default()
        }
    }
}

impl Reducible for Session {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Session> {
        match message {
            Message::Step(Step { action, slider }) => {
                let view = self.view.update(dataset(), action);
                if view == self.view {
                    return self;
                }
                let same = slider.is_some() && slider == self.slider;
                let write = if same { Write::SameEntry } else { Write::NewEntry };
                Rc::new(Session { view, slider, write, ..Session::default() })
            }
            Message::Address(query) => {
                let (view, refused) = View::from_query(dataset(), &query);
                let view = self.view.update(dataset(), Action::Restore(view));
                Rc::new(Session { view, refused, ..Session::default() })
            }
            Message::Source(asked) => Rc::new(Session { asked, ..self.aside() }),
            Message::Copied(copied) => Rc::new(Session { copied, ..self.aside() }),
        }
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let lang = props.lang;
    let words = lang.strings();
    let session = use_reducer(Session::default);
    let (sources, keys, refused_copy) = (use_node_ref(), use_node_ref(), use_node_ref());
    let asks = use_memo((), |()| {
        let dispatch = session.dispatcher();
        let (onstep, onaddress, onsource) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
        let (sources, keys, refused_copy) = (sources.clone(), keys.clone(), refused_copy.clone());
        let report = Callback::from(move |copied| {
            let refused = matches!(copied, Copied::Refused(_));
            dispatch.dispatch(Message::Copied(copied));
            if refused {
                web::show_dialog(&refused_copy);
            }
        });
        Asks {
            onstep: Callback::from(move |step| onstep.dispatch(Message::Step(step))),
            onaddress: Callback::from(move |query| onaddress.dispatch(Message::Address(query))),
            onsource: Callback::from(move |ids: Vec<ObservationId>| {
                if !ids.is_empty() {
                    onsource.dispatch(Message::Source(ids));
                    web::show_dialog(&sources);
                }
            }),
            oncopy: Callback::from(move |text| copy(text, report.clone())),
            onkeys: Callback::from(move |()| web::show_dialog(&keys)),
        }
    });
    web::use_address(asks.onaddress.clone());
    {
        let onaddress = asks.onaddress.clone();
        use_effect_with((), move |()| {
            onaddress.emit(web::search());
            web::mark_ready();
        });
    }

    let view = session.view.clone();
    let query = view.to_query(dataset());
    use_effect_with((query.clone(), session.write), |(query, write)| match write {
        Write::Nothing => {}
        Write::NewEntry => web::write_address(query, true),
        Write::SameEntry => web::write_address(query, false),
    });
    use_effect_with(view.theme, |theme| web::set_theme(*theme));
    let screen = web::use_screen(view.theme);
    let format = Format::new(lang, view.numbers);

    let other = lang.other();
    let base = if lang == Lang::En { "./ur/" } else { "../" };
    let other_href = if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") };
    let refused = session.refused.join(", ");

    // What a block does not show is left as it is by default, so that it is not computed
    // again for it.
    let elsewhere = View::new(dataset());
    let of_trend = View {
        range: view.range,
        measure: view.measure,
        frequency: view.frequency,
        sectors: view.sectors,
        vintage: view.vintage,
        ..elsewhere.clone()
    };
    let trend = use_memo((of_trend, format), |(view, format)| {
        let facts = facts::trend(dataset(), view);
        Shown { reading: reading::trend(dataset(), &facts, *format), facts }
    });
    let of_breakdown = View {
        period: view.period,
        range: view.range,
        sectors: view.sectors,
        vintage: view.vintage,
        breakdown: view.breakdown,
        ..elsewhere
    };
    let breakdown = use_memo((of_breakdown, format), |(view, format)| {
        let facts = facts::breakdown(dataset(), view);
        Shown { reading: reading::breakdown(dataset(), &facts, *format), facts }
    });
    let page = Rc::new(Page {
        trend: Same(trend),
        breakdown: Same(breakdown),
        view,
        lang,
        format,
        screen,
        onstep: asks.onstep.clone(),
        onsource: asks.onsource.clone(),
        oncopy: asks.oncopy.clone(),
        onkeys: asks.onkeys.clone(),
    });
    let (headline, table) = (use_headline(&page), use_table(&page));
    let view = &page.view;
    html! {
        <>
            <a class="skip button" href="#data">{ words.skip_to_data }</a>
            <header class="top">
                <h1>{ words.title }</h1>
                <nav aria-label={words.page_settings}>
                    <a href={other_href} lang={other.code()} hreflang={other.code()}>
                        { words.other_language }
                    </a>
                    { settings(lang, view, &page.onstep) }
                </nav>
            </header>
            <main>
                if !refused.is_empty() {
                    <p class="notice" role="status">{ (words.refused)(&refused) }</p>
                }
                if view.vintage == Vintage::First {
                    <p class="notice">{ words.first_prints_shown }</p>
                }
                { headline }
                <TrendBlock page={page.clone()} />
                <BreakdownBlock page={page.clone()} />
                { table }
            </main>
            <footer>
                <p>{ words.about_figures }</p>
                <p>{ words.about_privacy }</p>
            </footer>
            { outcome(lang, &session.copied, refused_copy) }
            { keys_dialog(lang, keys) }
            { sources_dialog(lang, format, &session.asked, sources) }
        </>
    }
}

/// Numbers, vintage and theme: what concerns the whole page.
fn settings(lang: Lang, view: &View, onstep: &Callback<Step>) -> Html {
    let words = lang.strings();
    let usual = Format::new(lang, None).numbers;
    let onnumbers =
        onstep.reform(move |it: Numbers| Action::Numbers((it != usual).then_some(it)).into());
    let onvintage = onstep.reform(|it: Vintage| Action::Vintage(it).into());
    let ontheme = onstep.reform(|it: Theme| Action::Theme(it).into());
    let legend = |name, words| Legend { name, words, shown: true };
    let text = AttrValue::from;
    html! {
        <details class="settings controls">
            <summary>{ words.settings }</summary>
            <div>
                { choices(
                    legend("num", words.numbers),
                    vec![
                        (Numbers::International, text(words.numbers_international)),
                        (Numbers::Pakistani, text(words.numbers_pakistani)),
                    ],
                    Some(view.numbers.unwrap_or(usual)),
                    onnumbers,
                ) }
                { choices(
                    legend("vintage", words.vintage),
                    vec![
                        (Vintage::Latest, text(words.vintage_latest)),
                        (Vintage::First, text(words.vintage_first)),
                    ],
                    Some(view.vintage),
                    onvintage,
                ) }
                { choices(
                    legend("theme", words.theme),
                    vec![
                        (Theme::Auto, text(words.theme_auto)),
                        (Theme::Light, text(words.theme_light)),
                        (Theme::Dark, text(words.theme_dark)),
                    ],
                    Some(view.theme),
                    ontheme,
                ) }
            </div>
        </details>
    }
}
