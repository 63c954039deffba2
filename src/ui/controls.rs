//! Small controls, all of them native elements.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::{
    AttrValue, Callback, Event, Html, Properties, TargetCast, component, html,
};

/// One of a handful of choices, a set of radio buttons that look like chips.
#[derive(Properties, PartialEq)]
pub struct ChoicesProps<T: Copy + PartialEq + 'static> {
    /// Unique on the page.
    pub name: AttrValue,
    pub legend: AttrValue,
    /// Whether the legend is shown as well as spoken.
    #[prop_or_default]
    pub labelled: bool,
    pub options: Vec<(T, AttrValue)>,
    /// `None` when the state is none of the options.
    pub chosen: Option<T>,
    pub onchoose: Callback<T>,
}

#[component]
pub fn Choices<T: Copy + PartialEq + 'static>(props: &ChoicesProps<T>) -> Html {
    let options = props.options.iter().enumerate().map(|(place, (option, label))| {
        let option = *option;
        let onchange = props.onchoose.reform(move |_: Event| option);
        let id = format!("{}-{place}", props.name);
        html! {
            <label key={place}>
                <input type="radio" {id} name={props.name.clone()} value={place.to_string()}
                    checked={props.chosen == Some(option)} {onchange} />
                { label.clone() }
            </label>
        }
    });
    html! {
        <fieldset class="choices controls">
            <legend class={(!props.labelled).then_some("hidden")}>{ props.legend.clone() }</legend>
            { for options }
        </fieldset>
    }
}

/// One of many choices, in groups.
#[derive(Properties, PartialEq)]
pub struct SelectProps<T: Copy + PartialEq + 'static> {
    pub id: AttrValue,
    pub label: AttrValue,
    /// Whether the label is only spoken.
    #[prop_or_default]
    pub quiet: bool,
    /// Heading of the group, then its options.
    pub groups: Vec<(AttrValue, Vec<(T, AttrValue)>)>,
    pub chosen: T,
    pub onchoose: Callback<T>,
}

#[component]
pub fn Select<T: Copy + PartialEq + 'static>(props: &SelectProps<T>) -> Html {
    let options: Vec<T> =
        props.groups.iter().flat_map(|(_, options)| options.iter().map(|(it, _)| *it)).collect();
    let onchange = {
        let (options, onchoose) = (options.clone(), props.onchoose.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(select.selected_index()).ok();
            if let Some(option) = chosen.and_then(|place| options.get(place)) {
                onchoose.emit(*option);
            }
        })
    };
    let groups = props.groups.iter().map(|(heading, options)| {
        let options = options.iter().map(|(option, label)| {
            html! { <option selected={*option == props.chosen}>{ label.clone() }</option> }
        });
        html! { <optgroup label={heading.clone()}>{ for options }</optgroup> }
    });
    html! {
        <>
            <label for={props.id.clone()} class={props.quiet.then_some("hidden")}>
                { props.label.clone() }
            </label>
            <select id={props.id.clone()} class="controls" {onchange}>{ for groups }</select>
        </>
    }
}

/// A native slider. Steps are whole numbers.
#[derive(Properties, PartialEq)]
pub struct SliderProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub last: i32,
    pub value: i32,
    /// The value in words.
    pub spoken: AttrValue,
    pub onslide: Callback<i32>,
}

#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let oninput = props.onslide.reform(|event: yew::InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.value_as_number() as i32
    });
    html! {
        <input type="range" id={props.id.clone()} dir="ltr" min="0"
            max={props.last.to_string()} value={props.value.to_string()}
            aria-label={props.label.clone()} aria-valuetext={props.spoken.clone()} {oninput} />
    }
}
