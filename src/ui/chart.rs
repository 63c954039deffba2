//! A chart on the page: canvas, crosshair, keys, and the readout beneath.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, KeyboardEvent, MouseEvent, NodeRef, PointerEvent, hook, html,
    use_effect_with, use_node_ref, use_state_eq,
};

use super::Shared;
use crate::calendar::Span;
use crate::chart::{Frame, Move, Scene};
use crate::i18n::Lang;
use crate::web::{self, Screen};

/// One picture, laid out for the width at hand; on a static page, which does not know it, for
/// either layout.
pub type Scenes = [Scene; web::LAYOUTS];

/// How a picture was last laid out.
#[derive(Default)]
pub struct LayoutCache(RefCell<Option<Layout>>);

struct Layout {
    chosen: Span,
    widths: [f64; web::LAYOUTS],
    height: Option<f64>,
    scenes: Shared<Scenes>,
}

/// Lays a picture out in the element `node`, which on every page has this `id`: again only where
/// the span chosen in it or the room for it has become another. `of`: that span, and whether the element is there.
#[hook]
pub fn use_scenes(
    node: &NodeRef,
    id: &'static str,
    laid: &LayoutCache,
    of: (Span, bool),
    screen: Screen,
    draw: &dyn Fn(Frame) -> Scene,
) -> Shared<Scenes> {
    let (chosen, shown) = of;
    let (widths, height) = (web::use_widths(node, id, shown), screen.room);
    let mut laid = laid.0.borrow_mut();
    if let Some(it) = &*laid
        && (it.chosen, it.widths, it.height) == (chosen, widths, height)
    {
        return it.scenes.clone();
    }
    let frame = |width| Frame { height, ..Frame::new(width) };
    let scenes = Shared(Rc::new(widths.map(|width| draw(frame(width)))));
    *laid = Some(Layout { chosen, widths, height, scenes: scenes.clone() });
    scenes
}

/// A chart that can be pointed at.
pub struct Chart {
    pub id: AttrValue,
    pub lang: Lang,
    pub screen: Screen,
    pub scenes: Shared<Scenes>,
    /// What the chart is called.
    pub title: AttrValue,
    /// The picture in words.
    pub label: AttrValue,
    /// Columns in a year, for the page keys.
    pub year: usize,
    /// The point under the crosshair, as an index into the scene's points.
    pub cursor: Option<usize>,
    /// The point that is told of until another is pointed at.
    pub rest: Option<usize>,
    pub oncursor: Callback<Option<usize>>,
    /// Enter or a click: the source of the point.
    pub onopen: Callback<()>,
    /// The fold of its table, for `T`.
    pub table: AttrValue,
}

/// Holds no chart logic: the scene says what is where and how the cursor moves. `readout`: a heading and figures of the
/// point that is told of, which stand below between two buttons that step through the picture; `None` where that is
/// told elsewhere.
#[hook]
pub fn use_chart(chart: Chart, readout: Option<(String, Html)>) -> Html {
    let Chart { id, lang, screen, scenes, title, label, year, .. } = chart;
    let Chart { cursor, rest, oncursor, onopen, table, .. } = chart;
    let words = lang.strings();
    let from = cursor.or(rest);
    let step = |label: &'static str, sign: &'static str, step: Move| {
        let (scenes, oncursor) = (scenes.clone(), oncursor.clone());
        let onclick =
            Callback::from(move |_: MouseEvent| oncursor.emit(scenes[0].step(from, step, year)));
        html! { <button type="button" class="controls" {onclick} aria-label={label}>{ sign }</button> }
    };
    // As the picture runs, which is from left to right in both languages.
    let mut steps = [step(words.step_back, "◀", Move::Left), step(words.step_on, "▶", Move::Right)];
    if lang.is_rtl() {
        steps.reverse();
    }
    let [before, after] = steps;
    let readout = readout.map(|(heading, figures)| {
        html! {
            <div class="steps">
                { before }
                <div class="readout" role="status">
                    <strong>{ heading }</strong>
                    { figures }
                </div>
                { after }
            </div>
        }
    });
    let picture = use_picture(lang, (screen, true), &scenes, label);
    let onpointermove = {
        let (scenes, oncursor) = (scenes.clone(), oncursor.clone());
        Callback::from(move |event: PointerEvent| {
            let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            oncursor.emit(scenes[0].nearest(x, y));
        })
    };
    let onleave = oncursor.clone();
    let onkeydown = {
        let (scenes, onopen) = (scenes.clone(), onopen.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let step = match event.key().as_str() {
                "ArrowLeft" => Move::Left,
                "ArrowRight" => Move::Right,
                "ArrowUp" => Move::Up,
                "ArrowDown" => Move::Down,
                "PageUp" => Move::YearBack,
                "PageDown" => Move::YearOn,
                "Home" => Move::First,
                "End" => Move::Last,
                "Enter" => {
                    onopen.emit(());
                    return event.prevent_default();
                }
                "t" | "T" => return web::unfold(&table),
                "?" => return web::show_dialog("keys"),
                "Escape" => return oncursor.emit(None),
                _ => return,
            };
            event.prevent_default();
            oncursor.emit(scenes[0].step(from, step, year));
        })
    };
    let onpointerleave = Callback::from(move |event: PointerEvent| {
        // A finger leaves whenever it is lifted.
        if event.pointer_type() == "mouse" {
            onleave.emit(None);
        }
    });
    let onpointerdown = onpointermove.clone();
    let ondblclick = onopen.reform(|_| ());
    let band = cursor.and_then(|cursor| scenes[0].points.get(cursor)).map(|point| {
        // In tenths, printed as whole numbers.
        let text = |value: f64| AttrValue::from(((value * 10.0).round() as i64).to_string());
        html! {
            <g transform="scale(0.1)">
                <rect x={text(point.x0)} y={text(point.y0)} width={text(point.x1 - point.x0)}
                    height={text(point.y1 - point.y0)} />
                <circle cx={text(point.mark.0)} cy={text(point.mark.1)} r="40" />
            </g>
        }
    });
    if !web::ANSWERS {
        return html! { <><div class="chart" {id}>{ picture }</div>{ readout.unwrap_or_default() }</> };
    }
    // The chart is as high as its scene, whatever the canvas has room for.
    let height = scenes[0].height.to_string();
    html! {
        // With what is said of it, so that a pointer can reach what stands there.
        <div {onpointerleave}>
        <div class="chart" {id} tabindex="0" role="application"
            aria-label={title} aria-roledescription={words.chart}
            aria-description={words.chart_hint} {onpointermove} {onpointerdown} {onkeydown}
            {ondblclick}>
            { picture }
            <svg aria-hidden="true" {height}>{ band }</svg>
        </div>
        { readout.unwrap_or_default() }
        </div>
    }
}

/// A picture, repainted whenever its scene or the screen changes, or whether it is shown. `label` is the picture
/// in words; empty where a control of its own says the same.
#[hook]
pub fn use_picture(
    lang: Lang,
    screen: (Screen, bool),
    scenes: &Shared<Scenes>,
    label: AttrValue,
) -> Html {
    let canvas = use_node_ref();
    let failed = use_state_eq(|| false);
    {
        let failed = failed.setter();
        let painted = (canvas.clone(), scenes.clone(), screen);
        use_effect_with(painted, move |(canvas, scenes, (screen, _))| {
            failed.set(!web::paint(canvas, &scenes[0], *screen));
        });
    }
    if let Some(still) = web::static_picture(scenes, label.clone()) {
        return still;
    }
    let labelled = !label.is_empty();
    html! {
        <>
            <canvas ref={canvas} dir="ltr" hidden={*failed}
                role={if labelled { "img" } else { "presentation" }}
                aria-label={labelled.then_some(label)} />
            // What has no label has a control that says the same.
            if *failed && labelled {
                <p class="notice" role="status">{ lang.strings().chart_failed }</p>
            }
        </>
    }
}
