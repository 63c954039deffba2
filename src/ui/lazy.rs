//! What the first part of the program knows of the second, which is loaded when it is asked for: all views but the
//! trend over time, the blocks further down, tables, where figures were read, the settings, and all that is made for
//! readers to take away.

use std::rc::Rc;

use yew::prelude::{Html, MouseEvent, html};

use super::{Message, Page, on};
use crate::catalogue::ViewId;
use crate::data::ObservationId;

/// The way to what is loaded later.
pub struct LazyViews {
    /// A view in the place of what a block shows at first, inside the element of this id.
    pub instead: fn(&Rc<Page>, ViewId, &'static str) -> BlockContent,
    /// The trend over time in figures.
    pub table: fn(&Page) -> Html,
    /// Published figures with all that is known of each.
    pub figures: fn(&Page, &[ObservationId]) -> Html,
    /// What can be taken away of a view.
    pub menu: fn(&Rc<Page>, ViewId) -> Html,
    /// What the settings offer.
    pub settings: fn(&Page) -> Html,
    /// Blocks further down, which stand in the document and are taken over there.
    pub later_blocks: fn(&Rc<Page>) -> Html,
}

/// What takes the place of a block's own heading, unit and picture. What chooses between them stays,
/// and with it the focus.
pub struct BlockContent {
    pub title: String,
    pub unit: String,
    pub body: Html,
}

/// Whether the second part is there.
#[derive(Clone, Copy)]
pub enum LoadState {
    Not,
    Coming,
    Here(&'static LazyViews),
    /// It could not be loaded; asking again may help.
    Lost,
}

impl LoadState {
    pub fn here(self) -> Option<&'static LazyViews> {
        match self {
            LoadState::Here(lazy) => Some(lazy),
            LoadState::Not | LoadState::Coming | LoadState::Lost => None,
        }
    }
}

impl PartialEq for LoadState {
    /// There is one second part, so there is nothing in it to compare.
    fn eq(&self, other: &LoadState) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The view in the place of what a block shows at first, if one is asked for and there.
pub fn instead(
    page: &Rc<Page>,
    view: Option<ViewId>,
    inside: &'static str,
) -> Option<BlockContent> {
    Some((page.lazy.here()?.instead)(page, view?, inside))
}

/// What the second part makes of the page; until it is there, that it comes. Paper does not wait.
pub fn shown(page: &Page, content: &dyn Fn(&'static LazyViews) -> Html) -> Html {
    match page.lazy.here() {
        Some(lazy) => content(lazy),
        None => progress(page, !page.screen.printing),
    }
}

/// What a block finds, and in which unit.
pub fn heading(id: &'static str, title: String, unit: String) -> Html {
    html! {
        <>
            <h2 {id}>{ title }</h2>
            <p class="unit">{ unit }</p>
        </>
    }
}

/// What is said while it is awaited, or has been lost.
pub fn progress(page: &Page, awaited: bool) -> Html {
    let words = page.lang.strings();
    match page.lazy {
        LoadState::Not | LoadState::Coming if awaited => html! {
            <p class="notice" role="status" data-awaited="">{ words.second_part_coming }</p>
        },
        LoadState::Lost if awaited => html! {
            <p class="notice" role="status">
                { words.second_part_lost }
                { " " }
                <button type="button" class="link" onclick={on::<MouseEvent>(&page.dispatch, Message::Load)}>
                    { words.try_again }
                </button>
            </p>
        },
        _ => Html::default(),
    }
}
