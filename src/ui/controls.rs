//! Small controls, all of them native elements.
//!
//! Plain functions, not components: they hold no state, and every component type costs
//! the reader about two kilobytes.

use std::ops::RangeInclusive;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::{AttrValue, Callback, Event, Html, InputEvent, TargetCast, html};

use crate::web;

/// A choice and its name.
pub type Choice<T> = (T, AttrValue);

/// What surrounds a set of choices.
pub struct Legend {
    /// Of the group of radio buttons, unique on the page.
    pub name: &'static str,
    pub words: &'static str,
    /// Shown, or only spoken.
    pub shown: bool,
}

/// One of a handful of choices: radio buttons that look like chips. `chosen` is `None`
/// when the state is none of them.
pub fn choices<T: Copy + PartialEq + 'static>(
    legend: Legend,
    options: Vec<Choice<T>>,
    chosen: Option<T>,
    onchoose: Callback<T>,
) -> Html {
    let chosen = options.iter().position(|(it, _)| Some(*it) == chosen);
    let labels = options.iter().map(|(_, label)| label.clone()).collect();
    radio_buttons(legend, labels, chosen, nth(options, onchoose))
}

/// Turns the place of a choice into the choice.
fn nth<T: Copy + 'static>(options: Vec<Choice<T>>, onchoose: Callback<T>) -> Callback<usize> {
    Callback::from(move |place: usize| {
        if let Some((value, _)) = options.get(place) {
            onchoose.emit(*value);
        }
    })
}

fn radio_buttons(
    legend: Legend,
    labels: Vec<AttrValue>,
    chosen: Option<usize>,
    onchoose: Callback<usize>,
) -> Html {
    let name = legend.name;
    let buttons = labels.into_iter().enumerate().map(|(place, label)| {
        let onchange = onchoose.reform(move |_: Event| place);
        html! {
            <label key={place}>
                <input type="radio" id={format!("{name}-{place}")} {name}
                    checked={chosen == Some(place)} {onchange} />
                { label }
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
pub fn select<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &'static str,
    groups: Vec<(AttrValue, Vec<Choice<T>>)>,
    chosen: T,
    onchoose: Callback<T>,
) -> Html {
    let (mut options, mut labels) = (Vec::new(), Vec::new());
    for (heading, group) in groups {
        labels.push((heading, group.iter().map(|(_, label)| label.clone()).collect()));
        options.extend(group);
    }
    let chosen = options.iter().position(|(it, _)| *it == chosen);
    if !web::ANSWERS {
        let label = chosen.and_then(|place| options.into_iter().nth(place)).map(|(_, it)| it);
        return html! { <span class="select" id={id}>{ label.unwrap_or_default() }</span> };
    }
    drop_down(id, label, labels, chosen, nth(options, onchoose))
}

fn drop_down(
    id: &'static str,
    label: &'static str,
    groups: Vec<(AttrValue, Vec<AttrValue>)>,
    chosen: Option<usize>,
    onchoose: Callback<usize>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(place) = usize::try_from(select.selected_index()) {
            onchoose.emit(place);
        }
    });
    let index = chosen.map_or(-1, |place| place as i32);
    let mut places = 0..;
    let groups: Vec<Html> = groups
        .into_iter()
        .map(|(heading, labels)| {
            let options = labels.into_iter().zip(&mut places).map(|(label, place)| {
                html! { <option selected={chosen == Some(place)}>{ label }</option> }
            });
            html! { <optgroup label={heading}>{ for options }</optgroup> }
        })
        .collect();
    html! {
        <>
            <label for={id} class="hidden">{ label }</label>
            // The attribute of the options counts only until the reader has chosen one.
            <select {id} ~selectedIndex={index} {onchange}>{ groups }</select>
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
}

pub fn slider(slider: Slider, onslide: Callback<i32>) -> Html {
    let (least, most) = slider.allowed.into_inner();
    let oninput = onslide.reform(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let value = (input.value_as_number() as i32).clamp(least, most);
        // Pushed too far, it stops where it may not go on.
        input.set_value(&value.to_string());
        value
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
