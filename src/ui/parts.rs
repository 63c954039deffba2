//! The parts of the program that are loaded later: the second near its place, the third when a reader asks for another
//! view than the usual one, or for something to take away.
//!
//! The program is linked as one, and then cut by the build at the functions `load`: what only [`LAZY_VIEWS`] leads to
//! goes into a file of its own, what only [`TAKEAWAYS`] leads to into another, what both do into one that comes with
//! either; code and words alike. With the feature `split` off there is one program that has everything.

use super::lazy::{LazyViews, TakeAways};
use super::{answer, later_blocks, settings, sources, table, takeaway, view};
use crate::views;

static LAZY_VIEWS: LazyViews = LazyViews {
    instead: view::instead,
    answer: answer::answer,
    table: table::trend,
    figures: sources::figures,
    settings: settings::settings,
    later_blocks: later_blocks::all,
};

static TAKEAWAYS: TakeAways = TakeAways { menu: takeaway::menu, exhibit: views::exhibit };

/// A part of the program: whether it is there at first, and how it is loaded. Names and signatures are those that
/// wasm-split looks for: a function to be imported, one to be exported with the same key, and the loader, which
/// `static/later.js` holds.
macro_rules! part {
    ($part:ident, $of:ty, $value:expr, $load:ident, $import:ident, $export:ident) => {
        #[cfg(not(all(target_arch = "wasm32", feature = "split")))]
        pub mod $part {
            use yew::prelude::Callback;

            use super::*;
            use crate::ui::lazy::LoadState;

            pub const AT_FIRST: LoadState<$of> = LoadState::Here(&$value);

            /// Has it already.
            pub fn load(done: Callback<LoadState<$of>>) {
                done.emit(AT_FIRST);
            }
        }

        #[cfg(all(target_arch = "wasm32", feature = "split"))]
        #[allow(
            unsafe_code,
            reason = "functions linked by name, from another file of the same program"
        )]
        pub mod $part {
            use std::cell::Cell;

            use yew::prelude::Callback;

            use super::*;
            use crate::ui::lazy::LoadState;

            pub const AT_FIRST: LoadState<$of> = LoadState::Not;

            #[allow(improper_ctypes, reason = "both sides are of one compilation")]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                // Calls `done` once, with whether the file has been loaded.
                safe fn $load(done: extern "C" fn(usize, bool), unused: usize);
                // May only be called when it has.
                fn $import() -> &'static $of;
            }

            #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
            #[unsafe(no_mangle)]
            extern "C" fn $export() -> &'static $of {
                &$value
            }

            thread_local! {
                static DONE: Cell<Option<Callback<LoadState<$of>>>> = const { Cell::new(None) };
                static IS_HERE: Cell<bool> = const { Cell::new(false) };
            }

            /// Fetches it and tells what came of that.
            pub fn load(done: Callback<LoadState<$of>>) {
                // Loaded twice, its data would be written over what the program has made of them.
                if IS_HERE.get() {
                    return;
                }
                // On its way already, it comes once.
                if DONE.replace(Some(done)).is_none() {
                    $load(loaded, 0);
                }
            }

            extern "C" fn loaded(_: usize, is_here: bool) {
                IS_HERE.set(is_here);
                let Some(done) = DONE.take() else { return };
                done.emit(if is_here {
                    // SAFETY: the file that holds this function is there.
                    LoadState::Here(unsafe { $import() })
                } else {
                    LoadState::Lost
                });
            }
        }
    };
}

part!(
    second,
    LazyViews,
    LAZY_VIEWS,
    __wasm_split_load_later,
    __wasm_split_00later00_import_00000000000000000000000000000001_later,
    __wasm_split_00later00_export_00000000000000000000000000000001_later
);
part!(
    third,
    TakeAways,
    TAKEAWAYS,
    __wasm_split_load_take,
    __wasm_split_00take00_import_00000000000000000000000000000002_take,
    __wasm_split_00take00_export_00000000000000000000000000000002_take
);
