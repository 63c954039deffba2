//! Small controls, all of them native elements.
//!
//! Plain functions, not components: they hold no state, and every component type costs
//! the reader about two kilobytes.

use std::ops::RangeInclusive;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::{AttrValue, Callback, Event, Html, InputEvent, TargetCast, html};

use super::{DatasetRef, Message, Step, on};
use crate::calendar::Span;
use crate::data::Dataset;
use crate::state::Action;
use crate::web;

/// One of the choices of a control: what it asks for, and how it is called.
pub struct Choice {
    pub action: Action,
    pub name: AttrValue,
    pub chosen: bool,
}

impl Choice {
    pub fn new(action: Action, name: impl Into<AttrValue>, chosen: bool) -> Choice {
        Choice { action, name: name.into(), chosen }
    }
}

/// What surrounds a set of choices.
pub struct Legend {
    /// Of the group of radio buttons, unique on the page.
    pub name: &'static str,
    pub words: AttrValue,
    /// Shown, or only spoken.
    pub shown: bool,
}

/// One of a handful of choices: radio buttons that look like chips. None is chosen when the
/// state is none of them.
pub fn choices(legend: Legend, choices: Vec<Choice>, dispatch: &Callback<Message>) -> Html {
    let name = legend.name;
    let buttons = choices.into_iter().enumerate().map(|(place, choice)| {
        html! {
            <label key={place}>
                <input type="radio" id={format!("{name}-{place}")} {name}
                    checked={choice.chosen} onchange={on::<Event>(dispatch, choice.action)} />
                { choice.name }
            </label>
        }
    });
    html! {
        <fieldset class="choices controls">
            // No class that depends on anything: for one, Yew brings along a set of classes.
            <legend data-hidden={(!legend.shown).then_some("")}>{ legend.words }</legend>
            { for buttons }
        </fieldset>
    }
}

/// One of many choices, in groups: heading of the group, then its options.
pub fn select(
    id: &'static str,
    label: AttrValue,
    groups: Vec<(AttrValue, Vec<Choice>)>,
    dispatch: &Callback<Message>,
) -> Html {
    let all = || groups.iter().flat_map(|(_, choices)| choices);
    let chosen = all().position(|it| it.chosen);
    if !web::ANSWERS {
        let name = chosen.and_then(|place| all().nth(place)).map(|it| it.name.clone());
        return html! { <span class="select" id={id}>{ name.unwrap_or_default() }</span> };
    }
    let actions: Vec<Action> = all().map(|it| it.action).collect();
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let place = usize::try_from(select.selected_index()).ok();
        if let Some(action) = place.and_then(|it| actions.get(it)) {
            dispatch.emit((*action).into());
        }
    });
    let index = chosen.map_or(-1, |place| place as i32);
    let groups = groups.into_iter().map(|(heading, choices)| {
        let options = choices.into_iter().map(|it| {
            html! { <option selected={it.chosen}>{ it.name }</option> }
        });
        html! { <optgroup label={heading}>{ for options }</optgroup> }
    });
    html! {
        <>
            <label for={id} class="hidden">{ label }</label>
            // The attribute of the options counts only until the reader has chosen one.
            <select {id} ~selectedIndex={index} {onchange}>{ for groups }</select>
        </>
    }
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
