//! Everything that touches the browser. Nothing here decides anything.
//!
//! Two files with the same functions: [`browser`], and [`absent`] for the native build,
//! where the same components write the static pages.

#[cfg(not(target_arch = "wasm32"))]
mod absent;
#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(not(target_arch = "wasm32"))]
pub use absent::{
    ANSWERS, LAYOUTS, announce_ready, copy, focus, href, paint, path, root, save, search,
    set_theme, show_dialog, sources, still, unfold, use_address, use_screen, use_sources,
    use_widths, write_address,
};
#[cfg(target_arch = "wasm32")]
pub use browser::{
    ANSWERS, LAYOUTS, announce_ready, copy, focus, href, paint, path, root, save, search,
    set_theme, show_dialog, sources, still, unfold, use_address, use_screen, use_sources,
    use_widths, write_address,
};

/// How the page is being shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    pub dark: bool,
    /// On paper everything is unfolded, and black on white.
    pub printing: bool,
    /// Device pixels per CSS pixel, zoom included.
    pub pixel_ratio: f64,
}
