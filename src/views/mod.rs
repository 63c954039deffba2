//! What a journalist or analyst asks: how much, compared with what, since when, because of what, and against whom.
//! Each view of the [catalogue](crate::catalogue) has a module here, whose function `exhibit` turns its facts into an
//! [`Exhibit`](crate::exhibit::Exhibit). Numbers come from [`crate::facts`], sentences from [`crate::reading`].
//!
//! A program loads all of this but the trend over time only when it is asked for.

pub mod adjusted;
pub mod contributions;
pub mod driver;
pub mod drivers;
pub mod events;
pub mod first_prints;
pub mod fiscal_years;
pub mod freelance;
pub mod heat;
pub mod multiples;
pub mod month;
mod over_time;
pub mod pairs;
pub mod peers;
mod prices;
pub mod ranking;
pub mod rupees;
pub mod season_pattern;
pub mod seasons;
pub mod shares;
pub mod spans;
pub mod stack;
pub mod targets;
pub mod time;
pub mod two_months;
pub mod us_prices;
mod years;

use crate::calendar::Month;
use crate::catalogue::{Block, ViewId};
use crate::data::context::{Context, PageId};
use crate::data::{Amount, Dataset, SectorId, SectorSet, Status};
use crate::exhibit::{Citation, Datum, Exhibit};
use crate::facts::YearOnYear;
use crate::i18n::breakdown;
use crate::i18n::context::words;
use crate::i18n::{Format, Lang, isolate};
use crate::measure::Value;
use crate::query::{DataPoint, Heading, VintageChoice};
use crate::reading::Reading;
use crate::state::State;
use crate::table::heading_name;

/// What a view is made of.
#[derive(Clone, Copy)]
pub struct ViewInput<'a> {
    pub data: &'static Dataset,
    pub context: &'static Context,
    pub state: &'a State,
    pub format: Format,
}

macro_rules! dispatch {
    (
        menus { $($view:ident { block: $_b:ident, module: $module:ident, $($_r:tt)* })+ }
        fixed { $($fixed:ident $(($argument:ident: $_t:ty))? {
            block: $_fb:ident, module: $fixed_module:ident, file: $_ff:literal
        })+ }
    ) => {
        /// What a view shows.
        pub fn exhibit(view: ViewId, input: &ViewInput) -> Exhibit {
            match view {
                $(ViewId::$view => $module::exhibit(input),)+
                $(ViewId::$fixed $(($argument))? => $fixed_module::exhibit(input $(, $argument)?),)+
            }
        }
    };
}
with_views!(dispatch);

/// What a view shows that its block has from the start; `None` for the others, which are loaded when they are asked for.
pub fn usual(view: ViewId, input: &ViewInput) -> Option<Exhibit> {
    Some(match view {
        ViewId::Contributions => contributions::exhibit(input),
        ViewId::Drivers => drivers::exhibit(input),
        ViewId::Driver(place) => driver::exhibit(input, place),
        ViewId::Peers => peers::exhibit(input),
        ViewId::Targets => targets::exhibit(input),
        _ => return None,
    })
}

/// What a block below finds.
pub fn finding(block: Block, input: &ViewInput) -> Reading {
    match block {
        Block::Peers => peers::exhibit(input).reading,
        Block::Targets => targets::exhibit(input).reading,
        _ => drivers::finding(input),
    }
}

/// A page outside the record, as it is cited.
fn read_at(context: &Context, id: PageId, lang: Lang) -> Option<Citation> {
    let page = context.page(id)?;
    let name = (words(lang).publisher_and_outlet)(&page.publisher, &page.outlet);
    Some(Citation { name, url: page.url.clone() })
}

/// What a reader who points at a figure of the record is told.
fn of_point(at: (usize, usize), it: &DataPoint, figures: Vec<String>, format: Format) -> Datum {
    Datum {
        at,
        heading: format.span(it.span),
        figures,
        status: Some(it.status),
        observations: it.observations.clone(),
        citation: None,
    }
}

/// A figure, and its change on the year before where there is one.
fn year_on_year(it: &YearOnYear, format: Format) -> Vec<String> {
    let change = it.change().map(|it| format.change_on(it.percent(), &format.span(it.base)));
    [Some(format.money_exact(it.now.amount)), change].into_iter().flatten().collect()
}

/// Pages, each once, in their order.
fn each_once(pages: impl Iterator<Item = Citation>) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for page in pages {
        if found.iter().all(|it| it.url != page.url) {
            found.push(page);
        }
    }
    found
}

/// The place of the figure of a month, or else of the last.
fn figure_of(month: Month, data: &[Datum], format: Format) -> usize {
    let name = format.month(month);
    let last = data.len().saturating_sub(1);
    data.iter().position(|it| it.heading == name).unwrap_or(last)
}

/// Said where figures are not those published last.
pub fn first_prints(vintage: VintageChoice, format: Format) -> Vec<String> {
    match vintage {
        VintageChoice::Latest => Vec::new(),
        VintageChoice::First => vec![format.lang.strings().first_prints_shown.to_owned()],
    }
}

/// What a heading means that began while the parts of `sectors` were published.
fn newer_note(data: &Dataset, sectors: SectorSet, lang: Lang) -> Option<String> {
    let note = data.sectors.newer_part(sectors)?.note.get(lang);
    (!note.is_empty()).then(|| note.to_owned())
}

/// `IT exports`, or that the chosen sectors are meant.
fn whole_name(data: &Dataset, state: &State, format: Format) -> String {
    if state.sectors == data.sectors.all() {
        heading_name(data, Heading::Sector(SectorId::TOTAL), format.lang, true)
    } else {
        breakdown::words(format.lang).whole.to_owned()
    }
}

/// What is told of a part of a period: its amount, its change on the base, what it brought, its share, ratios.
fn figures_of_part(
    now: Amount,
    (change, base): (Option<f64>, &str),
    points: Option<f64>,
    share: Option<f64>,
    format: Format,
) -> Vec<String> {
    let own = breakdown::words(format.lang);
    let change = change.map(|it| format.change_on(it * 100.0, base));
    [
        Some(format.money(now)),
        change,
        points.map(|it| (own.points_short)(&isolate(&format.signed_points(it)))),
        share.map(|it| (own.of_whole)(&format.in_order(&format.percent(it * 100.0)))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The status of all figures, where it is the same.
fn alike(data: &[Datum]) -> Option<Status> {
    let mut statuses = data.iter().filter_map(|it| it.status);
    let first = statuses.next()?;
    statuses.all(|it| it == first).then_some(first)
}

/// Values of which `data` tells, without textures where these would tell nothing apart.
fn untextured<'a>(values: impl Iterator<Item = &'a mut Value>, data: &[Datum]) {
    if alike(data).is_some() {
        values.for_each(|it| it.status = Status::Final);
    }
}

/// The unit, and the status of all figures where it is the same, so that no texture has to tell it.
fn with_status(unit: String, data: &[Datum], format: Format) -> String {
    match alike(data) {
        Some(it) => {
            (breakdown::words(format.lang).all_alike)(&unit, (format.lang.strings().status)(it))
        }
        None => unit,
    }
}

/// Rows of a chart, and the figure that is told of each.
fn rows_and_figures<R>(all: impl IntoIterator<Item = (R, Datum)>) -> (Vec<R>, Vec<Datum>) {
    let all = all.into_iter().enumerate();
    all.map(|(index, (row, datum))| (row, Datum { at: (index, 0), ..datum })).unzip()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Frame;
    use crate::embedded::{context, dataset};
    use crate::i18n::Lang;
    use crate::state::Action;

    fn views() -> impl Iterator<Item = ViewId> {
        let fixed =
            [ViewId::Month, ViewId::Drivers, ViewId::Driver(0), ViewId::Peers, ViewId::Targets];
        ViewId::MENUS.into_iter().chain(fixed).filter(|it| it.is_offered())
    }

    #[test]
    fn every_view_is_whole() {
        let (data, context) = (dataset(), context());
        let state = State::new(data);
        for (view, lang) in views().flat_map(|it| Lang::ALL.map(|lang| (it, lang))) {
            let format = Format::new(lang, None);
            let shown = exhibit(view, &ViewInput { data, context, state: &state, format });
            assert!(!shown.reading.title.is_empty(), "{view:?}: no finding");
            assert!(shown.reading.sentence.ends_with(['.', '۔']), "{view:?}: no sentence");
            // Of a driver there may be nothing but words.
            if matches!(view, ViewId::Driver(_)) {
                continue;
            }
            assert!(!shown.unit.is_empty(), "{view:?}: no unit");
            assert!(!shown.table.rows.is_empty(), "{view:?}: an empty table");
            for width in [280.0, 700.0, 1100.0] {
                let scene = (shown.picture.draw)(Frame::new(width));
                assert!(!scene.points.is_empty(), "{view:?}: nothing to point at");
                assert_eq!(scene.width, width, "{view:?}");
            }
        }
    }

    #[test]
    fn every_view_of_a_menu_has_a_name_and_an_address_and_names_its_files() {
        let (data, context) = (dataset(), context());
        let state = State::new(data);
        for view in views().filter(|it| !it.code().is_empty()) {
            assert!(Lang::ALL.iter().all(|lang| !lang.view(view).is_empty()), "{view:?}");
            let state = state.update(data, Action::Show(view));
            let query = state.to_query(data, state.month);
            assert_eq!(State::from_query(data, state.month, &query), (state.clone(), Vec::new()));
            let format = Format::new(Lang::En, None);
            let shown = exhibit(view, &ViewInput { data, context, state: &state, format });
            assert_eq!(shown.name, view.file());
        }
    }
}
