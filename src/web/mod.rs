//! Everything that touches the browser. Nothing here decides anything.
//!
//! Two files with the same functions: [`browser`], and [`native`] for the native build,
//! where the same components write the static pages.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
pub use browser::{
    ANSWERS, LAYOUTS, can_share, copy, data_address, element, focus, host, href, may_save, paint,
    path, picture, root, save, screen, search, set_theme, share, show_dialog, sources, stage,
    static_picture, take_over, unfold, use_browser, use_widths, write_address,
};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    ANSWERS, LAYOUTS, can_share, copy, data_address, element, focus, host, href, may_save, paint,
    path, picture, root, save, screen, search, set_theme, share, show_dialog, sources, stage,
    static_picture, take_over, unfold, use_browser, use_widths, write_address,
};

/// How the page is being shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    pub dark: bool,
    /// On paper everything is unfolded, and black on white.
    pub printing: bool,
    /// Device pixels per CSS pixel, zoom included.
    pub pixel_ratio: f64,
    /// How high a picture may be in a frame of fixed height, in which its title stands, too.
    pub room: Option<f64>,
}

/// What happens around the page.
#[derive(Clone, Debug)]
pub enum BrowserEvent {
    /// The reader went back or forward, or changed the address by hand.
    Address,
    /// The list of sources has arrived; `None` when it has been lost.
    Sources(Option<String>),
    /// What stands below the program's blocks comes near to where the reader is.
    Near,
    /// The screen may be another now.
    Screen,
    /// The page goes on paper, or comes back from there.
    Printing(bool),
}
