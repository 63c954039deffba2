//! What concerns the whole page: numbers, vintage, the day on which it is read, theme.

use web_sys::HtmlInputElement;
use yew::prelude::{Event, Html, TargetCast, html};

use super::Page;
use super::controls::{Choice, pick};
use crate::i18n::trend::words;
use crate::i18n::{Format, settings};
use crate::query::VintageChoice;
use crate::state::{Action, Numbers, Theme};

pub fn settings(page: &Page) -> Html {
    let (words, state, dispatch) = (page.lang.strings(), &page.state, &page.dispatch);
    let own = settings::words(page.lang);
    let usual = Format::new(page.lang, None).numbers;
    let numbers = [
        (Numbers::International, own.numbers_international),
        (Numbers::Pakistani, own.numbers_pakistani),
    ]
    .map(|(it, name)| {
        let chosen = state.numbers.unwrap_or(usual) == it;
        Choice::new(Action::Numbers((it != usual).then_some(it)), name, chosen)
    });
    let vintages =
        [(VintageChoice::Latest, words.vintage_latest), (VintageChoice::First, own.vintage_first)]
            .map(|(it, name)| {
                let chosen = state.vintage == it && state.as_of.is_none();
                Choice::new(Action::VintageChoice(it), name, chosen)
            });
    let themes = [
        (Theme::Auto, own.theme_auto),
        (Theme::Light, own.theme_light),
        (Theme::Dark, own.theme_dark),
    ]
    .map(|(it, name)| Choice::new(Action::Theme(it), name, state.theme == it));
    html! {
        <div>
            { pick("num", own.numbers, numbers.into(), dispatch) }
            { pick("vintage", words.vintage, vintages.into(), dispatch) }
            { day(page) }
            { pick("theme", own.theme, themes.into(), dispatch) }
        </div>
    }
}

/// The day on which the page is read, so to speak.
fn day(page: &Page) -> Html {
    let onchange = page.dispatch.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::AsOf(input.value().parse().ok()).into()
    });
    let value = page.state.as_of.map(|it| it.to_string()).unwrap_or_default();
    html! {
        <label class="pick">
            <span>{ words(page.lang).vintage_day }</span>
            <input type="date" id="as-of" {value} {onchange} />
        </label>
    }
}
