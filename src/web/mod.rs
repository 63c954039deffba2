//! Everything that touches the browser. Nothing here decides anything.
//!
//! Two files with the same functions: [`browser`], and [`absent`] for the native build,
//! where components are compiled but never shown.

#[cfg(not(target_arch = "wasm32"))]
mod absent;
#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(not(target_arch = "wasm32"))]
pub use absent::{
    address, close_dialog, copy, focus, mark_ready, paint, save, search, set_theme, show_dialog,
    use_address, use_screen, use_width, write_address,
};
#[cfg(target_arch = "wasm32")]
pub use browser::{
    address, close_dialog, copy, focus, mark_ready, paint, save, search, set_theme, show_dialog,
    use_address, use_screen, use_width, write_address,
};

/// How the page is being shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    pub dark: bool,
    /// Device pixels per CSS pixel, zoom included.
    pub pixel_ratio: f64,
}
