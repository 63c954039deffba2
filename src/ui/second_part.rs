//! The second part of the program.
//!
//! The program is linked as one, and then cut in two by the build at [`load`]: what only [`LAZY_VIEWS`] leads to goes
//! into a file of its own, code and words alike. With the feature `split` off there is one program that has everything.

use super::lazy::LazyViews;
use super::{later_blocks, settings, sources, table, takeaway, view};

static LAZY_VIEWS: LazyViews = LazyViews {
    instead: view::instead,
    table: table::trend,
    figures: sources::figures,
    menu: takeaway::menu,
    settings: settings::settings,
    later_blocks: later_blocks::all,
};

#[cfg(all(target_arch = "wasm32", feature = "split"))]
pub use split::{AT_FIRST, load};

#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
mod whole {
    use yew::prelude::Callback;

    use super::LAZY_VIEWS;
    use crate::ui::lazy::LoadState;

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

    use yew::prelude::Callback;

    use super::LAZY_VIEWS;
    use crate::ui::lazy::{LazyViews, LoadState};

    pub const AT_FIRST: LoadState = LoadState::Not;

    #[allow(improper_ctypes, reason = "both sides are of one compilation")]
    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        // Calls `done` once, with whether the file has been loaded.
        safe fn __wasm_split_load_later(done: extern "C" fn(usize, bool), unused: usize);
        // May only be called when it has.
        fn __wasm_split_00later00_import_00000000000000000000000000000001_later()
        -> &'static LazyViews;
    }

    #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00later00_export_00000000000000000000000000000001_later()
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
            __wasm_split_load_later(loaded, 0);
        }
    }

    extern "C" fn loaded(_: usize, is_here: bool) {
        IS_HERE.set(is_here);
        let Some(done) = DONE.take() else { return };
        done.emit(if is_here {
            // SAFETY: the file that holds this function is there.
            LoadState::Here(unsafe {
                __wasm_split_00later00_import_00000000000000000000000000000001_later()
            })
        } else {
            LoadState::Lost
        });
    }
}
