//! What a reader takes away from an exhibit: pictures, tables, a link for others.

use std::rc::Rc;

use yew::prelude::{Callback, Html, MouseEvent, html};

use super::actions::Copied;
use super::{Ask, Listed, Page};
use crate::address::{self, Place, Spot};
use crate::data::{ObservationId, Sources};
use crate::draw::Palette;
use crate::exhibit::Exhibit;
use crate::facts;
use crate::files::{self, About, Form};
use crate::i18n::instruments::files::{FileWords, words};
use crate::instruments::{self, Instrument};
use crate::query::Vintage;
use crate::table;
use crate::web;

/// What can be taken away, a button each.
pub fn menu(page: &Rc<Page>, instrument: Instrument) -> Html {
    let words = words(page.lang);
    let button = |name: &'static str, act: Act| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| match act {
            Act::Save(form) => save(&page, instrument, form),
            Act::Other(act) => act(&page, instrument),
        });
        html! { <button type="button" class="button" {onclick}>{ name }</button> }
    };
    html! {
        <div class="row">
            { button(words.copy_sentence, Act::Other(copy_sentence)) }
            { for Form::ALL.map(|form| button(name(form, words), Act::Save(form))) }
            { button(words.copy_table, Act::Other(copy_table)) }
            if web::can_share() {
                { button(words.share, Act::Other(share)) }
            }
            if let Some(href) = embedding(page, instrument) {
                <a class="button" {href}>{ words.embed }</a>
            }
        </div>
    }
}

/// Where the snippet of this very view is made. A file that stands alone has no such page beside it.
fn embedding(page: &Page, instrument: Instrument) -> Option<String> {
    if page.site.place.spot == Spot::SingleFile {
        return None;
    }
    let block = instrument.block();
    let place = Place { lang: page.lang, spot: Spot::Embed(block) };
    let query = page.view.to_query(page.data.0, place.home(page.data.0));
    let joint = if query.is_empty() { "" } else { "&" };
    let path = [&address::builder(page.lang), "?block=", block.code(), joint, &query].concat();
    Some(page.site.href(&path))
}

#[derive(Clone, Copy)]
enum Act {
    Save(Form),
    Other(fn(&Page, Instrument)),
}

fn name(form: Form, words: &FileWords) -> &'static str {
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
fn with<T>(page: &Page, instrument: Instrument, act: impl FnOnce(&Exhibit, &About) -> T) -> T {
    let data = page.data.0;
    let exhibit = instruments::exhibit(data, &page.view, page.format, instrument);
    let rows = exhibit.table.rows.iter().flat_map(|it| it.observations.iter());
    let published = |id: &ObservationId| data.observation(*id).published;
    let published = rows.map(published).max();
    let strings = page.lang.strings();
    let about = About {
        lang: page.lang,
        site: strings.title.to_owned(),
        address: web::href(),
        vintage: match (page.view.as_of, page.view.vintage) {
            (Some(day), _) => (strings.as_of_shown)(&page.format.date(day)),
            (None, Vintage::First) => strings.vintage_first.to_owned(),
            (None, Vintage::Latest) => strings.vintage_latest.to_owned(),
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

fn save(page: &Page, instrument: Instrument, form: Form) {
    let words = words(page.lang);
    let outcome = with(page, instrument, |exhibit, about| {
        let code = match page.view.as_of {
            Some(day) => day.to_string(),
            None if page.view.vintage == Vintage::First => "first".to_owned(),
            None => "latest".to_owned(),
        };
        let view = page.view.month.to_string();
        let name = files::file_name(exhibit, &view, &code, form);
        let palette = if page.screen.dark { Palette::Dark } else { Palette::Light };
        let scene = form.shape().map(|shape| files::poster(exhibit, about, shape));
        let text = match (form, &scene) {
            (Form::Svg, Some(scene)) => {
                let reading = &exhibit.reading;
                files::svg(scene, palette, page.lang, &reading.title, &reading.sentence)
            }
            (_, Some(scene)) => {
                let Some(picture) = web::picture(scene, palette, form.scale()) else {
                    return Copied::Told(words.no_picture.into());
                };
                return hand_over(&name, picture, true, words);
            }
            (Form::Json, None) => files::json(exhibit, about),
            (_, None) => csv(page, instrument, exhibit, about),
        };
        if !web::may_save() {
            return Copied::Refused(text);
        }
        hand_over(&name, web::data_address(form.media_type(), &text), false, words)
    });
    page.ask.emit(Ask::Copied(outcome));
}

/// Saves a file; where that is not allowed, shows what would be in it.
fn hand_over(name: &str, address: String, is_picture: bool, words: &FileWords) -> Copied {
    if is_picture && !web::may_save() {
        return Copied::Picture(address);
    }
    web::save(name, &address);
    Copied::Told((words.saved)(name).into())
}

/// The blocks that the page shows at first give exact figures with codes and dates, others their
/// tables.
fn csv(page: &Page, instrument: Instrument, exhibit: &Exhibit, about: &About) -> String {
    let (data, view) = (page.data.0, &page.view);
    match (instrument, sources(page)) {
        (Instrument::Record, Some(sources)) => {
            with_mark(table::trend_csv(data, sources, &facts::trend(data, view)))
        }
        (Instrument::Parts, Some(sources)) => {
            with_mark(table::breakdown_csv(data, sources, &facts::breakdown(data, view)))
        }
        _ => files::csv(exhibit, about),
    }
}

/// By which spreadsheets know the letters of a file.
fn with_mark(csv: String) -> String {
    ["\u{feff}", &csv].concat()
}

fn copy_table(page: &Page, instrument: Instrument) {
    let (tabs, _) = with(page, instrument, files::clipboard_table);
    copy(page, tabs, words(page.lang).table_copied);
}

fn copy_sentence(page: &Page, instrument: Instrument) {
    let quote = with(page, instrument, files::quote);
    copy(page, quote, words(page.lang).sentence_copied);
}

fn copy(page: &Page, text: String, done: &'static str) {
    let (ask, copied) = (page.ask.clone(), text.clone());
    let report = move |allowed| {
        let told = Copied::Told(done.into());
        ask.emit(Ask::Copied(if allowed { told } else { Copied::Refused(copied.clone()) }));
    };
    web::copy(&text, Callback::from(report));
}

fn share(page: &Page, instrument: Instrument) {
    let (ask, refused) = (page.ask.clone(), words(page.lang).not_shared);
    let done = move |shared| {
        let told = Copied::Told(refused.into());
        ask.emit(Ask::Copied(if shared { Copied::Nothing } else { told }));
    };
    let title = with(page, instrument, |it, _| it.reading.title.clone());
    let text = with(page, instrument, |it, _| it.reading.sentence.clone());
    web::share(&title, &text, &web::href(), Callback::from(done));
}
