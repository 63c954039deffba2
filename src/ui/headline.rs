//! The strip of all months; the month's figure and what it is compared with.

use std::rc::Rc;

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, PointerEvent, hook, html, use_node_ref};

use super::actions::foot;
use super::chart::{use_picture, use_scenes};
use super::controls::{Choice, Slider, select, slider};
use super::derived::Computed;
use super::fold::use_fold;
use super::site::is_plain;
use super::{Handle, Message, Page, Step, lazy};
use crate::calendar::{Month, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Strip};
use crate::data::Dataset;
use crate::data::{ObservationId, Status};
use crate::i18n::Format;
use crate::query;
use crate::reading;
use crate::state::Action;
use crate::web;

/// The strip, which is the first thing on a page, and the block that tells of the month.
#[hook]
pub fn use_headline(page: &Rc<Page>) -> (Html, Html) {
    let (data, words, format) = (page.data.0, page.lang.strings(), page.format);
    let month = page.state.month;
    let Computed { facts, .. } = &*page.derived.headline;
    let record = data.monthly_record();
    let node = use_node_ref();
    let levels = &page.derived.levels.values;
    let start = levels.partition_point(|it| it.span.start() < record.start());
    let strip = Strip { values: &levels[start..], selected: month, format };
    let laid = &page.derived.headline.scenes;
    let scenes =
        use_scenes(&node, "strip-view", laid, (month.into(), true), page.screen, &|frame| {
            chart::strip(&strip, frame)
        });
    let picture = use_picture(page.lang, (page.screen, true), &scenes, AttrValue::default());
    let prints: &[ObservationId] = facts.as_ref().map_or(&[], |it| &it.vintages);
    let heading = (words.prints)(prints.len());
    let figures = || lazy::shown(page, &|it| (it.figures)(page, prints));
    let prints = use_fold("prints".into(), page, heading.into(), &figures);
    let Some(facts) = facts else { return Default::default() };

    let step_link = |id: &'static str, target: Month, label: &'static str, sign: &'static str| {
        let dispatch = page.dispatch.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if !is_plain(&event) {
                return;
            }
            event.prevent_default();
            dispatch.emit(Action::Month(target).into());
            // There the link goes away; the focus stays beside it.
            if target == record.start() || target == record.end() {
                web::focus("month");
            }
        });
        let state = page.state.update(data, Action::Month(target));
        let href = page.site.address(data, &state);
        html! {
            <a {id} class="button" {href} {onclick} title={label} aria-label={label}>{ sign }</a>
        }
    };
    let after = record.months().find(|&it| it > month && query::is_published(data, it));
    // The arrow points the way the page is read.
    let (back, on) = if page.lang.is_rtl() { ("▶", "◀") } else { ("◀", "▶") };
    let onpoint = {
        let (scenes, dispatch, range) = (scenes.clone(), page.dispatch.clone(), page.state.range);
        Callback::from(move |x: i32| {
            let scene = &scenes[0];
            let point = scene.nearest(f64::from(x), 0.0).and_then(|it| scene.points.get(it));
            if let Some(point) = point {
                dispatch.emit(Message::Step(nth_month(data, range, point.index as i32)));
            }
        })
    };
    let onclick = onpoint.reform(|event: MouseEvent| event.offset_x());
    let onpointermove = Callback::from(move |event: PointerEvent| {
        // Only while pressed, and not where a finger may be about to scroll the page.
        let sideways = event.movement_x().abs() > event.movement_y().abs();
        if event.buttons() == 1 && sideways {
            onpoint.emit(event.offset_x());
        }
    });
    let strip = Slider {
        id: "strip",
        label: words.strip,
        last: record.len() as i32 - 1,
        allowed: 0..=record.len() as i32 - 1,
        value: month.since(record.start()),
        spoken: format.month(month),
        range: page.state.range,
        on: nth_month,
        data: page.data,
    };
    // Before it has a style sheet, a page is this picture alone, and nothing to navigate by.
    let role = web::ANSWERS.then_some("navigation");
    let strip = html! {
        <div class="over strip" id="strip-view" {role} aria-label={role.map(|_| words.month)}
            ref={node} {onclick} {onpointermove}>
            { picture }
            if web::ANSWERS {
                { slider(strip, &page.dispatch) }
            }
        </div>
    };
    let figure = format.money(facts.amount);
    // What is counted is said smaller than how much.
    let (amount, unit) = figure.rsplit_once(' ').unwrap_or((&figure, ""));
    let block = html! {
        <section class="block" id="headline" aria-labelledby="headline-title">
            <div class="row">
                if month > record.start() {
                    { step_link("previous", query::published_by(data, month.plus(-1)), words.previous_month, back) }
                }
                if web::ANSWERS {
                    <label>
                        <span class="hidden">{ words.month }</span>
                        { select("month", month_groups(data, format, month), &page.dispatch) }
                    </label>
                } else {
                    <span class="select" id="month">{ format.month(month) }</span>
                }
                if let Some(after) = after {
                    { step_link("next", after, words.next_month, on) }
                }
                <span class="small" data-status={(facts.status == Status::Provisional).then_some("")}>
                    { (words.status)(facts.status) }
                </span>
            </div>
            <p class="figure">{ amount.to_owned() }{ " " }<small>{ unit.to_owned() }</small></p>
            <h2 id="headline-title" data-ask={facts.story.map(|_| "")}>{ reading::finding(facts, format) }</h2>
            { lazy::held(page, "answer", &|it| (it.answer)(page)) }
            { foot(page, ViewId::Month, Html::default(), prints) }
        </section>
    };
    (strip, block)
}

/// All months of the record, newest first, by fiscal year.
fn month_groups(data: &Dataset, format: Format, chosen: Month) -> Vec<(AttrValue, Vec<Choice>)> {
    let mut groups: Vec<(AttrValue, Vec<Choice>)> = Vec::new();
    let record = data.monthly_record().months().rev();
    for month in record.filter(|&it| query::is_published(data, it)) {
        let year = AttrValue::from(format.fiscal_year(month));
        let option = Choice::new(Action::Month(month), format.month(month), month == chosen);
        match groups.last_mut() {
            Some((heading, options)) if *heading == year => options.push(option),
            _ => groups.push((year, vec![option])),
        }
    }
    groups
}

/// The month at a place of the strip.
fn nth_month(data: &Dataset, _: Span, place: i32) -> Step {
    let month = data.monthly_record().start().plus(place);
    Step { action: Action::Month(month), slider: Some(Handle::Month) }
}
