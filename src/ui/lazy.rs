//! What is loaded only when it is asked for: the instruments, and all that is made for readers to
//! take away.
//!
//! The program is linked as one, and then cut in two by the build at [`load`]: what only [`LAZY_VIEWS`]
//! leads to goes into a file of its own, code and words alike.

use crate::catalogue::ViewId;
use std::rc::Rc;

use yew::prelude::{Callback, Html, MouseEvent, html};

use super::{Message, Page, later_blocks, on, takeaway, view};

/// The way to what is loaded later.
pub struct LazyViews {
    /// An instrument in the place of what a block shows at first, inside the element of this id.
    pub instead: fn(&Rc<Page>, ViewId, &'static str) -> BlockContent,
    /// What can be taken away of an instrument.
    pub menu: fn(&Rc<Page>, ViewId) -> Html,
    /// A choice of the day on which the page is read.
    pub day: fn(&Page) -> Html,
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

static LAZY_VIEWS: LazyViews = LazyViews {
    instead: view::instead,
    menu: takeaway::menu,
    day: view::day,
    later_blocks: later_blocks::all,
};

/// Whether the desk is there.
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
    /// There is one desk, so there is nothing in it to compare.
    fn eq(&self, other: &LoadState) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The instrument in the place of what a block shows at first, if one is asked for and there.
pub fn instead(
    page: &Rc<Page>,
    view: Option<ViewId>,
    inside: &'static str,
) -> Option<BlockContent> {
    Some((page.lazy.here()?.instead)(page, view?, inside))
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
            <p class="notice" role="status" data-awaited="">{ words.desk_coming }</p>
        },
        LoadState::Lost if awaited => html! {
            <p class="notice" role="status">
                { words.desk_lost }
                { " " }
                <button type="button" class="link" onclick={on::<MouseEvent>(&page.dispatch, Message::Load)}>
                    { words.try_again }
                </button>
            </p>
        },
        _ => Html::default(),
    }
}

#[cfg(all(target_arch = "wasm32", feature = "split"))]
pub use split::{AT_FIRST, load};

#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
mod whole {
    use super::{Callback, LAZY_VIEWS, LoadState};

    pub const AT_FIRST: LoadState = LoadState::Here(&LAZY_VIEWS);

    /// Has it already.
    pub fn load(done: Callback<LoadState>) {
        done.emit(AT_FIRST);
    }
}
#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
pub use whole::{AT_FIRST, load};

/// The cut. Names and signatures are those that wasm-split looks for: a function to be imported, one to be
/// exported with the same key, and the loader, which `static/later.js` holds.
#[cfg(all(target_arch = "wasm32", feature = "split"))]
#[allow(unsafe_code, reason = "functions linked by name, from another file of the same program")]
mod split {
    use std::cell::Cell;

    use super::{Callback, LAZY_VIEWS, LazyViews, LoadState};

    pub const AT_FIRST: LoadState = LoadState::Not;

    #[allow(improper_ctypes, reason = "both sides are of one compilation")]
    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        // Calls `done` once, with whether the file has been loaded.
        safe fn __wasm_split_load_desk(done: extern "C" fn(usize, bool), unused: usize);
        // May only be called when it has.
        fn __wasm_split_00desk00_import_00000000000000000000000000000001_desk() -> &'static LazyViews;
    }

    #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00desk00_export_00000000000000000000000000000001_desk()
    -> &'static LazyViews {
        &LAZY_VIEWS
    }

    thread_local! {
        static DONE: Cell<Option<Callback<LoadState>>> = const { Cell::new(None) };
        static IS_HERE: Cell<bool> = const { Cell::new(false) };
    }

    /// Fetches it and tells what came of that.
    pub fn load(done: Callback<LoadState>) {
        // Loaded twice, its data would be written over what the program has made of them.
        if IS_HERE.get() {
            return;
        }
        // On its way already, it comes once.
        if DONE.replace(Some(done)).is_none() {
            __wasm_split_load_desk(loaded, 0);
        }
    }

    extern "C" fn loaded(_: usize, is_here: bool) {
        IS_HERE.set(is_here);
        let Some(done) = DONE.take() else { return };
        done.emit(if is_here {
            // SAFETY: the file that holds this function is there.
            LoadState::Here(unsafe {
                __wasm_split_00desk00_import_00000000000000000000000000000001_desk()
            })
        } else {
            LoadState::Lost
        });
    }
}
