//! Small controls, all of them native elements.
//!
//! Plain functions, not components: they hold no state, and every component type costs
//! the reader about two kilobytes.

use std::ops::RangeInclusive;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::{AttrValue, Callback, Event, Html, InputEvent, TargetCast, html};

use super::{DatasetRef, Message, Step};
use crate::calendar::Span;
use crate::data::Dataset;
use crate::web;

/// One of the choices of a control: what it asks for, and how it is called.
pub struct Choice {
    pub asks: Message,
    pub name: AttrValue,
    pub chosen: bool,
}

impl Choice {
    pub fn new(asks: impl Into<Message>, name: impl Into<AttrValue>, chosen: bool) -> Choice {
        Choice { asks: asks.into(), name: name.into(), chosen }
    }
}

/// One of several choices: a box that holds its label and its value.
pub fn pick(
    id: &'static str,
    label: impl Into<AttrValue>,
    choices: Vec<Choice>,
    dispatch: &Callback<Message>,
) -> Html {
    pick_of(id, label, vec![(AttrValue::default(), choices)], dispatch)
}

/// The same of choices in groups: heading of the group, then its options.
pub fn pick_of(
    id: &'static str,
    label: impl Into<AttrValue>,
    groups: Vec<(AttrValue, Vec<Choice>)>,
    dispatch: &Callback<Message>,
) -> Html {
    html! {
        <label class="pick">
            <span>{ label.into() }</span>
            { select(id, groups, dispatch) }
        </label>
    }
}

/// Any number of choices: a box of the same shape, which opens in its place. `value` says how many are chosen.
pub fn pick_any(id: &'static str, label: impl Into<AttrValue>, value: String, list: Html) -> Html {
    html! {
        <details class="pick" {id}>
            <summary><span>{ label.into() }</span>{ " " }{ value }</summary>
            <div class="tree">{ list }</div>
        </details>
    }
}

/// A native list. On a static page it has nothing but what is chosen.
pub fn select(
    id: &'static str,
    groups: Vec<(AttrValue, Vec<Choice>)>,
    dispatch: &Callback<Message>,
) -> Html {
    let all = || groups.iter().flat_map(|(_, choices)| choices);
    let chosen = all().position(|it| it.chosen);
    if !web::ANSWERS {
        let name = chosen.and_then(|place| all().nth(place)).map(|it| it.name.clone());
        return html! { <select {id}><option>{ name.unwrap_or_default() }</option></select> };
    }
    let asked: Vec<Message> = all().map(|it| it.asks.clone()).collect();
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let place = usize::try_from(select.selected_index()).ok();
        if let Some(asked) = place.and_then(|it| asked.get(it)) {
            dispatch.emit(asked.clone());
        }
    });
    let index = chosen.map_or(-1, |place| place as i32);
    let groups = groups.into_iter().map(|(heading, choices)| {
        let options: Html = choices
            .into_iter()
            .map(|it| html! { <option selected={it.chosen}>{ it.name }</option> })
            .collect();
        match &*heading {
            "" => options,
            _ => html! { <optgroup label={heading}>{ options }</optgroup> },
        }
    });
    // The attribute of the options counts only until the reader has chosen one.
    html! { <select {id} ~selectedIndex={index} {onchange}>{ for groups }</select> }
}

/// A native slider over whole numbers from 0.
pub struct Slider {
    pub id: &'static str,
    pub label: &'static str,
    pub last: i32,
    /// From where to where it may be moved.
    pub allowed: RangeInclusive<i32>,
    pub value: i32,
    /// The value in words.
    pub spoken: String,
    /// The range of the view, and the step that a value asks for within it.
    pub range: Span,
    pub on: fn(&Dataset, Span, i32) -> Step,
    pub data: DatasetRef,
}

pub fn slider(slider: Slider, dispatch: &Callback<Message>) -> Html {
    let (least, most) = slider.allowed.into_inner();
    let (range, on, data) = (slider.range, slider.on, slider.data);
    let oninput = dispatch.reform(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let value = (input.value_as_number() as i32).clamp(least, most);
        // Pushed too far, it stops where it may not go on.
        input.set_value(&value.to_string());
        Message::Step(on(&data, range, value))
    });
    // Where two handles meet, the one that can still be moved lies on top.
    let late = (slider.value * 2 > slider.last).then_some("");
    html! {
        <input type="range" id={slider.id} data-late={late} dir="ltr" min="0" max={slider.last.to_string()}
            value={slider.value.to_string()} aria-label={slider.label}
            aria-valuetext={slider.spoken} {oninput} />
    }
}

/// What is typed into a search field.
pub fn search(label: &'static str, onsearch: Callback<String>) -> Html {
    let oninput = onsearch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.value()
    });
    html! { <input type="search" {oninput} placeholder={label} aria-label={label} /> }
}
