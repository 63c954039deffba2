//! Twins of the functions in `browser.rs` for the native build, which has no browser.

use web_sys::Element;
use yew::prelude::{AttrValue, Callback, Html, NodeRef, hook, html};

use super::{BrowserEvent, Screen};
use crate::address::PageAddress;
use crate::chart::{Frame, Scene};
use crate::data::Sources;
use crate::draw::{Palette, inline};
use crate::embedded;
use crate::state::Theme;

/// Whether controls answer. On a static page they only keep their place.
pub const ANSWERS: bool = false;

/// For how many widths every picture is laid out: a static page does not know its own.
pub const LAYOUTS: usize = 2;

pub fn stage() -> Option<Element> {
    None
}

/// The picture itself, for either layout; the style sheet chooses. `label` is the picture in
/// words, empty where it says nothing of its own: that is the strip, which is seen before the style sheet chooses.
pub fn static_picture(scenes: &[Scene; LAYOUTS], label: AttrValue) -> Option<Html> {
    let [narrow, wide] = scenes;
    let pictures = if label.is_empty() {
        inline::svg(narrow, "any", true)
    } else {
        inline::svg(narrow, "narrow", false) + &inline::svg(wide, "wide", false)
    };
    let pictures = Html::from_html_unchecked(pictures.into());
    let (role, label) = if label.is_empty() { (None, None) } else { (Some("img"), Some(label)) };
    Some(html! { <div class="picture" dir="ltr" {role} aria-label={label}>{ pictures }</div> })
}

#[hook]
pub fn use_widths(_node: &NodeRef, _id: &'static str, _shown: bool) -> [f64; LAYOUTS] {
    [Frame::NARROW, Frame::WIDE]
}

/// Static pages are linked from where they are.
pub fn root(place: PageAddress) -> Option<String> {
    Some(place.to_root())
}

pub fn path() -> String {
    String::new()
}

pub fn search() -> String {
    String::new()
}

pub fn href() -> String {
    String::new()
}

pub fn write_address(_address: &str, _new_entry: Option<bool>, _title: &str) {}

pub fn sources() -> Option<Sources> {
    Some(embedded::sources().clone())
}

#[hook]
pub fn use_browser(_on: Callback<BrowserEvent>) {}

pub fn screen(theme: Theme, printing: bool) -> Screen {
    Screen { dark: theme == Theme::Dark, printing, pixel_ratio: 1.0, room: None }
}

pub fn paint(_canvas: &NodeRef, _scene: &Scene, _screen: Screen) -> bool {
    true
}

pub fn set_theme(_theme: Theme) {}

pub fn save(_name: &str, _address: &str) {}

pub fn may_save() -> bool {
    false
}

pub fn data_address(_media_type: &str, _text: &str) -> String {
    String::new()
}

pub fn picture(_scene: &Scene, _palette: Palette, _scale: f64) -> Option<String> {
    None
}

pub fn can_share() -> bool {
    false
}

pub fn share(_title: &str, _text: &str, _address: &str, _done: Callback<bool>) {}

pub fn copy(_text: &str, _done: Callback<bool>) {}

pub fn show_dialog(_id: &str) {}

pub fn element(_id: &str) -> Option<Element> {
    None
}

pub fn host(_id: &str) -> Option<Element> {
    None
}

pub fn take_over(_host: &Element) {}

pub fn focus(_id: &str) {}

pub fn unfold(_id: &str) {}
