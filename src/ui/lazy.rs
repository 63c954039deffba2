//! What the first part of the program knows of the second and the third, which are loaded when they are asked for: what is
//! told beside the figure, the blocks further down, tables, where figures were read, the settings; and of all other views,
//! and of what is made for readers to take away.

use std::rc::Rc;

use yew::prelude::{Html, MouseEvent, html};

use super::{Message, Page, on};
use crate::catalogue::ViewId;
use crate::data::ObservationId;
use crate::exhibit::Exhibit;
use crate::views::ViewInput;

/// The way to what is loaded later.
pub struct LazyViews {
    /// A view in the place of what a block shows at first, inside the element of this id.
    pub instead: fn(&Rc<Page>, ViewId, &'static str) -> BlockContent,
    /// What is told of a month beside its figure.
    pub answer: fn(&Page) -> Html,
    /// The trend over time in figures.
    pub table: fn(&Page) -> Html,
    /// Published figures with all that is known of each.
    pub figures: fn(&Page, &[ObservationId]) -> Html,
    /// What the settings offer.
    pub settings: fn(&Page) -> Html,
    /// Blocks further down, which stand in the document and are taken over there.
    pub later_blocks: fn(&Rc<Page>) -> Html,
}

/// The way to what is loaded last.
pub struct TakeAways {
    /// What can be taken away of a view.
    pub menu: fn(&Rc<Page>, ViewId) -> Html,
    /// What a view shows, be it in the second part or not.
    pub exhibit: fn(ViewId, &ViewInput) -> Exhibit,
}

/// What takes the place of a block's own heading, unit and picture. What chooses between them stays,
/// and with it the focus.
pub struct BlockContent {
    pub title: String,
    pub unit: String,
    pub picture: Html,
    /// What can be chosen besides the view.
    pub picks: Html,
    /// What is said, and the end of the block.
    pub told: Html,
}

/// Whether a part of the program is there.
pub enum LoadState<T: 'static> {
    Not,
    Coming,
    Here(&'static T),
    /// It could not be loaded; asking again may help.
    Lost,
}

impl<T> LoadState<T> {
    pub fn here(self) -> Option<&'static T> {
        match self {
            LoadState::Here(lazy) => Some(lazy),
            LoadState::Not | LoadState::Coming | LoadState::Lost => None,
        }
    }
}

impl<T> Clone for LoadState<T> {
    fn clone(&self) -> LoadState<T> {
        *self
    }
}

impl<T> Copy for LoadState<T> {}

impl<T> PartialEq for LoadState<T> {
    /// There is one of each part, so there is nothing in it to compare.
    fn eq(&self, other: &LoadState<T>) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The view in the place of what a block shows at first, if one is asked for and there.
pub fn instead(
    page: &Rc<Page>,
    view: Option<ViewId>,
    inside: &'static str,
) -> Option<BlockContent> {
    page.takeaways.here()?;
    Some((page.lazy.here()?.instead)(page, view?, inside))
}

/// What the second part makes of the page; until it is there, that it comes. Paper does not wait.
pub fn shown(page: &Page, content: &dyn Fn(&'static LazyViews) -> Html) -> Html {
    match page.lazy.here() {
        Some(lazy) => content(lazy),
        None => progress(page, !page.screen.printing),
    }
}

/// The same inside an element of this id; until it is there, that holds what the document has, which the starter puts
/// there.
pub fn held(page: &Page, id: &'static str, content: &dyn Fn(&'static LazyViews) -> Html) -> Html {
    match page.lazy.here() {
        // By its key another element, in the place of the one that is filled from outside.
        Some(lazy) => html! { <div {id} key="made">{ content(lazy) }</div> },
        None => {
            let outdated = !page.is_plain();
            html! { <div {id} key="held" data-outdated={outdated.then_some("")} /> }
        }
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

/// What is said while the second part is awaited, or has been lost.
pub fn progress(page: &Page, awaited: bool) -> Html {
    awaiting(page, page.lazy, awaited, Message::Load)
}

/// The same of a view that none but a reader who asks for it loads.
pub fn asked(page: &Page, awaited: bool) -> Html {
    match page.lazy.here() {
        Some(_) => awaiting(page, page.takeaways, awaited, Message::LoadTakeAways),
        None => progress(page, awaited),
    }
}

/// The same of any part; `again` asks for it once more.
pub fn awaiting<T>(page: &Page, part: LoadState<T>, awaited: bool, again: Message) -> Html {
    let words = page.lang.strings();
    match part {
        LoadState::Not | LoadState::Coming if awaited => html! {
            <p class="notice" role="status" data-awaited="">{ words.second_part_coming }</p>
        },
        LoadState::Lost if awaited => html! {
            <p class="notice" role="status">
                { words.second_part_lost }
                { " " }
                <button type="button" class="link" onclick={on::<MouseEvent>(&page.dispatch, again)}>
                    { words.try_again }
                </button>
            </p>
        },
        _ => Html::default(),
    }
}
