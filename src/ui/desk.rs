//! What is loaded only when it is asked for: the instruments, and all that is made for readers to
//! take away.
//!
//! The program is linked as one, and then cut in two by the build at [`load`]: what only [`DESK`]
//! leads to goes into a file of its own, code and words alike.

use std::rc::Rc;

use yew::prelude::{Callback, Html, MouseEvent, html};

use super::{Ask, Page, asks, below, instrument, takeaway};
use crate::instruments::Instrument;

/// The way to what is loaded later.
pub struct Desk {
    /// An instrument in the place of what a block shows at first, inside the element of this id.
    pub instead: fn(&Rc<Page>, Instrument, &'static str) -> Instead,
    /// What can be taken away of an instrument.
    pub menu: fn(&Rc<Page>, Instrument) -> Html,
    /// A choice of the day on which the page is read.
    pub day: fn(&Page) -> Html,
    /// Blocks further down, which stand in the document and are taken over there.
    pub below: fn(&Rc<Page>) -> Html,
}

/// What takes the place of a block's own heading, unit and picture. What chooses between them stays,
/// and with it the focus.
pub struct Instead {
    pub title: String,
    pub unit: String,
    pub body: Html,
}

static DESK: Desk = Desk {
    instead: instrument::instead,
    menu: takeaway::menu,
    day: instrument::day,
    below: below::below,
};

/// Whether the desk is there.
#[derive(Clone, Copy)]
pub enum Loaded {
    Not,
    Coming,
    Here(&'static Desk),
    /// It could not be loaded; asking again may help.
    Lost,
}

impl Loaded {
    pub fn here(self) -> Option<&'static Desk> {
        match self {
            Loaded::Here(desk) => Some(desk),
            Loaded::Not | Loaded::Coming | Loaded::Lost => None,
        }
    }
}

impl PartialEq for Loaded {
    /// There is one desk, so there is nothing in it to compare.
    fn eq(&self, other: &Loaded) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The instrument in the place of what a block shows at first, if one is asked for and there.
pub fn instead(
    page: &Rc<Page>,
    instrument: Option<Instrument>,
    inside: &'static str,
) -> Option<Instead> {
    Some((page.desk.here()?.instead)(page, instrument?, inside))
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
    match page.desk {
        Loaded::Not | Loaded::Coming if awaited => html! {
            <p class="notice" role="status" data-awaited="">{ words.desk_coming }</p>
        },
        Loaded::Lost if awaited => html! {
            <p class="notice" role="status">
                { words.desk_lost }
                { " " }
                <button type="button" class="link" onclick={asks::<MouseEvent>(&page.ask, Ask::Desk)}>
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
    use super::{Callback, DESK, Loaded};

    pub const AT_FIRST: Loaded = Loaded::Here(&DESK);

    /// Has it already.
    pub fn load(done: Callback<Loaded>) {
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

    use super::{Callback, DESK, Desk, Loaded};

    pub const AT_FIRST: Loaded = Loaded::Not;

    #[allow(improper_ctypes, reason = "both sides are of one compilation")]
    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        // Calls `done` once, with whether the file has been loaded.
        safe fn __wasm_split_load_desk(done: extern "C" fn(usize, bool), unused: usize);
        // May only be called when it has.
        fn __wasm_split_00desk00_import_00000000000000000000000000000001_desk() -> &'static Desk;
    }

    #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00desk00_export_00000000000000000000000000000001_desk()
    -> &'static Desk {
        &DESK
    }

    thread_local! {
        static DONE: Cell<Option<Callback<Loaded>>> = const { Cell::new(None) };
        static IS_HERE: Cell<bool> = const { Cell::new(false) };
    }

    /// Fetches it and tells what came of that.
    pub fn load(done: Callback<Loaded>) {
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
            Loaded::Here(unsafe {
                __wasm_split_00desk00_import_00000000000000000000000000000001_desk()
            })
        } else {
            Loaded::Lost
        });
    }
}
