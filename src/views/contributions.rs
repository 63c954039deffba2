//! What each part of the chosen sectors brought to their growth over a year, with its level and its own change. Where
//! the year before cannot be compared, what each part is of the whole.

use super::pairs::period_control;
use super::{ViewInput, figures_of_part, rows_and_figures, whole_name, with_status};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, Pairs, PartRow, Parts};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Contribution};
use crate::i18n::breakdown::words;
use crate::measure::Unit;
use crate::reading;
use crate::table::{self, heading_name};

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::contributions(data, state);
    let own = words(format.lang);
    let growth = facts.growth();
    let (base, period) = (format.span(facts.breakdown.base), format.span(facts.breakdown.period));

    let bar = |label: String, ink: Ink, it: &Contribution| {
        let points = growth.map(|_| it.points);
        // That of the whole has nothing to tell.
        let share = it.share.filter(|_| ink != Ink::Total);
        let datum = Datum {
            heading: label.clone(),
            figures: figures_of_part(it.now, (it.ratio(), &base), points, share, format),
            status: Some(facts.status()),
            observations: it.observations.clone(),
            ..Datum::default()
        };
        let row = PartRow {
            label,
            ink,
            value: it.points,
            text: match points {
                Some(points) => format.signed_points(points),
                None => format.percent(it.points),
            },
            columns: [
                format.tick(Unit::Money, it.now.millions(), 0.1),
                it.ratio().map(|it| format.signed_percent(it * 100.0)).unwrap_or_default(),
            ],
        };
        (row, datum)
    };
    // Rounding that would read 0.00 is left out.
    let drawn = facts.parts.iter().filter(|it| it.heading.is_some() || it.points.abs() >= 0.005);
    let mut bars: Vec<(PartRow, Datum)> = drawn
        .map(|it| {
            let (name, ink) = match it.heading {
                Some(heading) => (
                    heading_name(data, heading, format.lang, true),
                    chart::ink(&data.sectors, heading),
                ),
                None => (own.rounding.to_owned(), Ink::Rest),
            };
            bar(name, ink, it)
        })
        .collect();
    let count = bars.len();
    let mut notes = Vec::new();
    if count > 0 {
        bars.extend(facts.whole().map(|it| bar(whole_name(data, state, format), Ink::Total, &it)));
        let named = facts.by_size.len();
        let others = (1..named.saturating_sub(1)).filter_map(|kept| {
            Some(bar((own.others)(named - kept), Ink::Rest, &facts.others(kept)?))
        });
        bars.extend(others);
        if growth.is_some() {
            notes.push(own.arithmetic.to_owned());
            if state.sectors != data.sectors.all() {
                notes.push(own.of_chosen.to_owned());
            }
        }
    }
    let share = facts::share_of_services(data, state.vintage, state.period(data));
    notes.extend(share.map(|it| reading::share_of_services(&it, format)));
    let (rows, figures) = rows_and_figures(bars);
    let (unit, heads) = match growth {
        Some(it) => {
            let percent = format.points_words(it.percent());
            ((own.added)(it.ratio >= 0.0, &percent, &period, &base), own.points_of_growth)
        }
        None => ((own.share_only)(&period, &base), own.share),
    };
    let change = if growth.is_some() { own.on_a_year_ago } else { "" };
    let heads = [heads, format.unit(Unit::Money), change];
    let by_size = facts.by_size.clone();
    Exhibit {
        name: ViewId::Contributions.file(),
        reading: reading::contributions(data, &facts, format),
        unit: with_status(unit, &figures, format),
        picture: Picture {
            draw: Box::new(move |frame| {
                let (rows, after) = rows.split_at(count);
                let [sum, others @ ..] = after else {
                    return chart::pairs(&Pairs { rows: &[], rtl: format.lang.is_rtl() }, frame);
                };
                let by_size = &by_size;
                chart::parts(&Parts { rows, sum, by_size, others, heads, format }, frame)
            }),
            data: figures,
            rest: 0,
            swatches: Vec::new(),
            year: 6,
        },
        table: table::breakdown(data, &facts.breakdown, format),
        beside: reading::elsewhere(&facts.breakdown, format),
        notes,
        controls: vec![period_control(data, facts.breakdown.period, format)],
        sources: Citations::InRecord,
    }
}
