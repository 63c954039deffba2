//! Twins of the functions in `browser.rs` for the native build, which has no browser.

use yew::prelude::{Callback, NodeRef, hook};

use super::Screen;
use crate::chart::Scene;
use crate::view::Theme;

pub fn search() -> String {
    String::new()
}

pub fn address() -> String {
    String::new()
}

pub fn write_address(_query: &str, _new_entry: bool) {}

#[hook]
pub fn use_address(_changed: Callback<String>) {}

#[hook]
pub fn use_screen(theme: Theme) -> Screen {
    Screen { dark: theme == Theme::Dark, pixel_ratio: 1.0 }
}

#[hook]
pub fn use_width(_node: &NodeRef) -> f64 {
    0.0
}

pub fn paint(_canvas: &NodeRef, _scene: &Scene, _screen: Screen) -> bool {
    true
}

pub fn mark_ready() {}

pub fn set_theme(_theme: Theme) {}

pub fn save(_name: &str, _text: &str) {}

pub fn copy(_text: &str, _done: Callback<bool>) {}

pub fn close_dialog(_dialog: &NodeRef) {}

pub fn show_dialog(_dialog: &NodeRef) {}

pub fn focus(_id: &str) {}
