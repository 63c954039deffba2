//! The browser, through `gloo` and `web-sys`.

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};
use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{
    CanvasRenderingContext2d, Element, Event, EventTarget, HtmlAnchorElement, HtmlCanvasElement,
    HtmlDialogElement, HtmlElement, ResizeObserver,
};
use yew::prelude::{AttrValue, Callback, Html, NodeRef, hook, use_effect_with, use_state_eq};

use super::{BrowserEvent, Screen};
use crate::address::PageAddress;
use crate::chart::Scene;
use crate::data::Sources;
use crate::draw::{self, Palette, Surface};
use crate::state::Theme;

/// Whether controls answer.
pub const ANSWERS: bool = true;

/// For how many widths every picture is laid out: that at hand.
pub const LAYOUTS: usize = 1;

/// The element that the starter keeps for the program, outside the document until the controls
/// answer.
pub fn stage() -> Option<Element> {
    let still = document().get_element_by_id("app")?;
    js_sys::Reflect::get(&still, &"program".into()).ok()?.dyn_into().ok()
}

/// Pictures are painted on canvases.
pub fn static_picture(_scenes: &[Scene; LAYOUTS], _label: AttrValue) -> Option<Html> {
    None
}

/// The path of the root of the site, when the page stands under the path of its place.
pub fn root(place: PageAddress) -> Option<String> {
    path().strip_suffix(&place.path()).map(str::to_owned)
}

/// The path of the address, that of its folder.
pub fn path() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.strip_suffix("index.html").map_or(path.clone(), str::to_owned)
}

/// The query of the address; what stands after `#` where a host has cut the query off.
pub fn search() -> String {
    let location = window().location();
    let query = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    if query.len() > 1 || !hash.contains('=') {
        // Some hosts escape what need not be escaped.
        return js_sys::decode_uri_component(&query).map_or(query, String::from);
    }
    // Put where the next link into the page does not overwrite it.
    write_address(&[&path(), "?", hash.trim_start_matches('#')].concat(), Some(false), "");
    hash
}

/// The whole address of the page as it is now.
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Makes `address` that of the page, as a new entry of the history or in place of the last, unless it is that already,
/// and `title` its title, if there is one. A frame without a history of its own keeps its address. Browsers take as
/// long for either as for a chart, and the reader waits for the chart: it happens after that.
pub fn write_address(address: &str, new_entry: Option<bool>, title: &str) {
    let (address, title) = (address.to_owned(), title.to_owned());
    let write = Closure::once_into_js(move || {
        if let (Some(new_entry), Ok(history)) = (new_entry, window().history()) {
            let written = if new_entry {
                history.push_state_with_url(&JsValue::NULL, "", Some(&address))
            } else {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
            };
            written.ok();
        }
        // To set it again would have the browser tell everybody.
        if !title.is_empty() && document().title() != title {
            document().set_title(&title);
        }
    });
    window().set_timeout_with_callback(write.unchecked_ref()).ok();
}

/// They come later.
pub fn sources() -> Option<Sources> {
    None
}

/// Tells `on` of what happens, and the starter that the controls answer and the pictures are
/// painted.
#[hook]
pub fn use_browser(on: Callback<BrowserEvent>) {
    use_effect_with((), move |()| {
        let listen = |target: &EventTarget, name: &'static str| {
            let on = on.clone();
            EventListener::new(target, name, move |event| on.emit(browser_event(event)))
        };
        let window = window();
        // A change of zoom or of monitor resizes the window, too.
        let names =
            ["popstate", "hashchange", "resize", "beforeprint", "afterprint", SOURCES, NEAR];
        let listeners = names.map(|name| listen(&window, name));
        let dark = window.match_media(DARK).ok().flatten().map(|query| listen(&query, "change"));
        if let Ok(event) = Event::new("it-exports:ready") {
            document().dispatch_event(&event).ok();
        }
        move || drop((listeners, dark))
    });
}

/// With it comes the list of sources, for which the starter asks when the page answers.
const SOURCES: &str = "it-exports:sources";

/// The starter watches where the reader is.
const NEAR: &str = "it-exports:near";

fn browser_event(event: &Event) -> BrowserEvent {
    match event.type_().as_str() {
        "popstate" | "hashchange" => BrowserEvent::Address,
        "beforeprint" => BrowserEvent::Printing(true),
        "afterprint" => BrowserEvent::Printing(false),
        NEAR => BrowserEvent::Near,
        SOURCES => {
            let text = js_sys::Reflect::get(event, &"detail".into());
            BrowserEvent::Sources(text.ok().and_then(|it| it.as_string()))
        }
        _ => BrowserEvent::Screen,
    }
}

pub fn screen(theme: Theme, printing: bool) -> Screen {
    if printing {
        return Screen { dark: false, printing, pixel_ratio: 3.0, room: None };
    }
    let dark = match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::Auto => window().match_media(DARK).ok().flatten().is_some_and(|it| it.matches()),
    };
    Screen { dark, printing, pixel_ratio: window().device_pixel_ratio(), room: room() }
}

/// What is left for a picture in a frame that folds away what it has no room for, beside title, unit and the way to
/// the rest.
fn room() -> Option<f64> {
    const BESIDE: f64 = 136.0;
    let fit = document().document_element()?.get_attribute("data-fit")?;
    let height = window().inner_height().ok()?.as_f64()?;
    (fit != "open").then_some(height - BESIDE)
}

const DARK: &str = "(prefers-color-scheme: dark)";

/// The width of an element in CSS pixels, kept up to date. At first that of the element with
/// this id on the static page, in whose place it will stand. Told whether the element is `shown`.
#[hook]
pub fn use_widths(node: &NodeRef, id: &'static str, shown: bool) -> [f64; LAYOUTS] {
    let width = use_state_eq(|| {
        let still = document().get_element_by_id(id);
        still.map_or(0.0, |it| f64::from(it.client_width()))
    });
    {
        let width = width.clone();
        use_effect_with((node.clone(), shown), move |(node, _)| {
            // An observer tells of the first width as of every other. To ask for it here would have
            // the page laid out once more for each picture.
            let observed = node.cast::<Element>().map(|element| {
                let measured = element.clone();
                let resized = Closure::<dyn FnMut()>::new(move || {
                    // Where it goes away or is hidden, its last width serves when it is back.
                    let now = measured.client_width();
                    if now > 0 {
                        width.set(f64::from(now));
                    }
                });
                let observer = ResizeObserver::new(resized.as_ref().unchecked_ref());
                if let Ok(observer) = &observer {
                    observer.observe(&element);
                }
                (observer, resized)
            });
            move || {
                if let Some((Ok(observer), resized)) = observed {
                    observer.disconnect();
                    drop(resized);
                }
            }
        });
    }
    [*width]
}

/// Sizes the canvas to the screen's pixels and paints the scene on it. False when the
/// browser gives no canvas to draw on.
pub fn paint(canvas: &NodeRef, scene: &Scene, screen: Screen) -> bool {
    // A chart may be laid out and yet not be shown.
    let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return true };
    let device = |css: f64| (css * screen.pixel_ratio).round() as u32;
    // To set a size, even the same, has the browser make room anew, which takes longer than all the
    // painting: a canvas that is high enough stays as it is, and its chart shows what it needs of it.
    let (width, height) = (device(scene.width), device(scene.height));
    if canvas.width() != width || canvas.height() < height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    // Sharp turns of a line would end in spikes.
    if let Ok(Some(context)) = canvas.get_context("2d") {
        context.unchecked_into::<CanvasRenderingContext2d>().set_line_join("round");
    }
    let Some(backend) = CanvasBackend::with_canvas_object(canvas) else { return false };
    let surface = Surface::canvas(screen.pixel_ratio);
    let palette = if screen.dark { Palette::Dark } else { Palette::Light };
    draw::paint(&backend.into_drawing_area(), scene, surface, palette).is_ok()
}

pub fn set_theme(theme: Theme) {
    let root = document_element();
    match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    }
    .ok();
}

/// Offers what is at an address to the reader as a file.
pub fn save(name: &str, address: &str) {
    let Ok(link) = document().create_element("a") else { return };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
}

/// Whether files can be saved: not in a frame without an origin, which hosts confine so.
pub fn may_save() -> bool {
    let origin = js_sys::Reflect::get(&window(), &"origin".into()).ok();
    let confined = origin.and_then(|it| it.as_string()).is_some_and(|it| it == "null");
    !confined || window().location().protocol().is_ok_and(|it| it == "file:")
}

/// An address that holds a text.
pub fn data_address(media_type: &str, text: &str) -> String {
    let text = String::from(js_sys::encode_uri_component(text));
    ["data:", media_type, ",", &text].concat()
}

/// An address that holds a picture, `scale` pixels a CSS pixel. `None` when the browser cannot make it.
pub fn picture(scene: &Scene, palette: Palette, scale: f64) -> Option<String> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    let surface = Surface::canvas(scale);
    let (width, height) = surface.size(scene);
    canvas.set_width(width);
    canvas.set_height(height);
    let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    draw::paint(&backend.into_drawing_area(), scene, surface, palette).ok()?;
    canvas.to_data_url().ok()
}

/// Whether the device offers to pass something on.
pub fn can_share() -> bool {
    has(&window().navigator(), "share")
}

/// Passes a view on by what the device offers, and tells whether it went out.
pub fn share(title: &str, text: &str, address: &str, done: Callback<bool>) {
    let data = js_sys::Object::new();
    for (key, value) in [("title", title), ("text", text), ("url", address)] {
        js_sys::Reflect::set(&data, &key.into(), &value.into()).ok();
    }
    let navigator = window().navigator();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok();
    let share = share.and_then(|it| it.dyn_into::<js_sys::Function>().ok());
    let shared = share.and_then(|it| it.call1(&navigator, &data).ok());
    let Some(shared) = shared.and_then(|it| it.dyn_into::<js_sys::Promise>().ok()) else {
        return done.emit(false);
    };
    yew::platform::spawn_local(async move {
        done.emit(wasm_bindgen_futures::JsFuture::from(shared).await.is_ok());
    });
}

/// Absent outside secure contexts, say, whatever the bindings promise.
fn has(object: &JsValue, key: &str) -> bool {
    js_sys::Reflect::get(object, &key.into()).is_ok_and(|it| !it.is_undefined())
}

/// Puts a text on the clipboard and tells whether that was allowed.
pub fn copy(text: &str, done: Callback<bool>) {
    let navigator = window().navigator();
    if !has(&navigator, "clipboard") {
        done.emit(false);
        return;
    }
    let written = navigator.clipboard().write_text(text);
    yew::platform::spawn_local(async move {
        done.emit(wasm_bindgen_futures::JsFuture::from(written).await.is_ok());
    });
}

pub fn show_dialog(id: &str) {
    let dialog = document().get_element_by_id(id);
    if let Some(dialog) = dialog.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.show_modal().ok();
    }
}

/// The element with an id.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The element with an id, in which something else is to take the place of what the document had there. Both are in it
/// until [`take_over`]: the new takes its width from the old, and is not seen before it has gone.
pub fn host(id: &str) -> Option<Element> {
    let host = element(id)?;
    let mut next = host.first_element_child();
    while let Some(old) = next {
        old.set_attribute("data-old", "").ok();
        next = old.next_element_sibling();
    }
    Some(host)
}

/// Takes what the document had in a [`host`] away. What the reader unfolded and focused there stays so.
pub fn take_over(host: &Element) {
    let focused = document().active_element().filter(|it| host.contains(Some(it)));
    let focused = focused.and_then(|it| it.closest("[id]").ok().flatten());
    let mut kept = Vec::new();
    while let Some(old) = host.query_selector(":scope > [data-old]").ok().flatten() {
        if let Ok(folds) = old.query_selector_all("details.fold[open]") {
            kept.extend((0..folds.length()).filter_map(|place| folds.get(place)));
        }
        old.remove();
    }
    for fold in kept {
        if let Some(twin) = element(&fold.unchecked_into::<Element>().id()) {
            twin.set_attribute("open", "").ok();
        }
    }
    if let Some(it) = focused {
        focus(&it.id());
    }
    host.set_attribute("data-live", "").ok();
}

/// Moves the focus to an element, and the page with it where it is out of sight.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        element.focus().ok();
    }
}

/// Opens what is folded away, and moves the focus there.
pub fn unfold(id: &str) {
    let details = document().get_element_by_id(id);
    let summary = details.and_then(|it| {
        it.set_attribute("open", "").ok();
        it.first_element_child()
    });
    if let Some(summary) = summary.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        summary.focus().ok();
    }
}
