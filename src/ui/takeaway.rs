//! What a reader takes away from an exhibit: pictures, tables, a link for others.

use crate::catalogue::ViewId;
use std::rc::Rc;

use yew::prelude::{Callback, Html, MouseEvent, html};

use super::actions::Copied;
use super::{Listed, Message, Page};
use crate::data::{ObservationId, Sources};
use crate::draw::Palette;
use crate::exhibit::Exhibit;
use crate::export::{self, About, Form};
use crate::facts;
use crate::i18n::export::{Words, words};
use crate::i18n::settings;
use crate::query::VintageChoice;
use crate::table;
use crate::views;
use crate::web;

/// What can be taken away, a button each.
pub fn menu(page: &Rc<Page>, view: ViewId) -> Html {
    let words = words(page.lang);
    let button = |name: &'static str, act: Act| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| match act {
            Act::Save(form) => save(&page, view, form),
            Act::Other(act) => act(&page, view),
        });
        html! { <button type="button" class="link" {onclick}>{ name }</button> }
    };
    let files = |is_picture: bool| {
        let forms = Form::ALL.into_iter().filter(|it| it.shape().is_some() == is_picture);
        forms.map(|form| button(name(form, words), Act::Save(form))).collect::<Html>()
    };
    html! {
        <div>
            <h3>{ words.pictures }</h3>
            <p>{ files(true) }</p>
            <h3>{ words.data }</h3>
            <p>{ files(false) }</p>
            <h3>{ words.text }</h3>
            <p>
                { button(words.copy_sentence, Act::Other(copy_sentence)) }
                { button(words.copy_table, Act::Other(copy_table)) }
                if web::can_share() {
                    { button(words.share, Act::Other(share)) }
                }
            </p>
        </div>
    }
}

#[derive(Clone, Copy)]
enum Act {
    Save(Form),
    Other(fn(&Page, ViewId)),
}

fn name(form: Form, words: &Words) -> &'static str {
    match form {
        Form::Png => words.png,
        Form::PngSharp => words.png_sharp,
        Form::Square => words.square,
        Form::Tall => words.tall,
        Form::Svg => words.svg,
        Form::Csv => words.csv,
        Form::Json => words.json,
    }
}

/// The exhibit, and what its files say besides.
fn with<T>(page: &Page, view: ViewId, act: impl FnOnce(&Exhibit, &About) -> T) -> T {
    let data = page.data.0;
    let exhibit = views::exhibit(view, &page.input());
    let rows = exhibit.table.rows.iter().flat_map(|it| it.observations.iter());
    let published = |id: &ObservationId| data.observation(*id).published;
    let published = rows.map(published).max();
    let strings = page.lang.strings();
    let about = About {
        lang: page.lang,
        site: strings.title.to_owned(),
        address: web::href(),
        vintage: match (page.state.as_of, page.state.vintage) {
            (Some(day), _) => (strings.as_of_shown)(&page.format.date(day)),
            (None, VintageChoice::First) => settings::words(page.lang).vintage_first.to_owned(),
            (None, VintageChoice::Latest) => strings.vintage_latest.to_owned(),
        },
        published: published.map_or(String::new(), |it| page.format.date(it)),
        record: sources(page).map(|it| (data, it)),
    };
    act(&exhibit, &about)
}

fn sources(page: &Page) -> Option<&Sources> {
    match &page.sources {
        Listed::Here(sources) => Some(sources),
        Listed::Coming | Listed::Lost => None,
    }
}

fn save(page: &Page, view: ViewId, form: Form) {
    let words = words(page.lang);
    let outcome = with(page, view, |exhibit, about| {
        let code = match page.state.as_of {
            Some(day) => day.to_string(),
            None if page.state.vintage == VintageChoice::First => "first".to_owned(),
            None => "latest".to_owned(),
        };
        let state = page.state.month.to_string();
        let name = export::file_name(exhibit, &state, &code, form);
        let palette = if page.screen.dark { Palette::Dark } else { Palette::Light };
        let scene = form.shape().map(|shape| export::poster(exhibit, about, shape));
        let text = match (form, &scene) {
            (Form::Svg, Some(scene)) => {
                let reading = &exhibit.reading;
                export::svg(scene, palette, page.lang, &reading.title, &reading.sentence)
            }
            (_, Some(scene)) => {
                let Some(picture) = web::picture(scene, palette, form.scale()) else {
                    return Copied::Told(words.no_picture.into());
                };
                return hand_over(&name, picture, true, words);
            }
            (Form::Json, None) => export::json(exhibit, about),
            (_, None) => csv(page, view, exhibit, about),
        };
        if !web::may_save() {
            return Copied::Refused(text);
        }
        hand_over(&name, web::data_address(form.media_type(), &text), false, words)
    });
    page.dispatch.emit(Message::Copied(outcome));
}

/// Saves a file; where that is not allowed, shows what would be in it.
fn hand_over(name: &str, address: String, is_picture: bool, words: &Words) -> Copied {
    if is_picture && !web::may_save() {
        return Copied::Picture(address);
    }
    web::save(name, &address);
    Copied::Told((words.saved)(name).into())
}

/// The blocks that the page shows at first give exact figures with codes and dates, others their
/// tables.
fn csv(page: &Page, view: ViewId, exhibit: &Exhibit, about: &About) -> String {
    let (data, state) = (page.data.0, &page.state);
    match (view, sources(page)) {
        (ViewId::Time, Some(sources)) => {
            with_mark(table::trend_csv(data, sources, &facts::trend(data, state)))
        }
        (ViewId::Pairs, Some(sources)) => {
            with_mark(table::breakdown_csv(data, sources, &facts::breakdown(data, state)))
        }
        _ => export::csv(exhibit, about),
    }
}

/// By which spreadsheets know the letters of a file.
fn with_mark(csv: String) -> String {
    ["\u{feff}", &csv].concat()
}

fn copy_table(page: &Page, view: ViewId) {
    let (tabs, _) = with(page, view, export::clipboard_table);
    copy(page, tabs, words(page.lang).table_copied);
}

fn copy_sentence(page: &Page, view: ViewId) {
    let quote = with(page, view, export::quote);
    copy(page, quote, words(page.lang).sentence_copied);
}

fn copy(page: &Page, text: String, done: &'static str) {
    let (dispatch, copied) = (page.dispatch.clone(), text.clone());
    let report = move |allowed| {
        let told = Copied::Told(done.into());
        dispatch.emit(Message::Copied(if allowed {
            told
        } else {
            Copied::Refused(copied.clone())
        }));
    };
    web::copy(&text, Callback::from(report));
}

fn share(page: &Page, view: ViewId) {
    let (dispatch, refused) = (page.dispatch.clone(), words(page.lang).not_shared);
    let done = move |shared| {
        let told = Copied::Told(refused.into());
        dispatch.emit(Message::Copied(if shared { Copied::Nothing } else { told }));
    };
    let title = with(page, view, |it, _| it.reading.title.clone());
    let text = with(page, view, |it, _| it.reading.sentence.clone());
    web::share(&title, &text, &web::href(), Callback::from(done));
}
