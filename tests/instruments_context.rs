//! Peers, targets and drivers: figures worked by hand, and every figure printed computed again.

#![allow(clippy::unwrap_used, reason = "helpers of tests, outside them")]
use it_exports::embedded::{context, dataset};
use it_exports::i18n::{Format, Lang};
use it_exports::instruments::{drivers, peers, targets};
use it_exports::view::{Action, PeerMeasure, Peers, View};

#[test]
fn print_all() {
    let (data, context) = (dataset(), context());
    let view = View::new(data);
    for lang in Lang::ALL {
        let format = Format::new(lang, None);
        let mut all = vec![targets::targets(data, context, &view, format)];
        for measure in [PeerMeasure::Level, PeerMeasure::Index, PeerMeasure::PerHead] {
            let view = view.update(data, Action::Peers(Peers { measure, ..Peers::default() }));
            all.push(peers::peers(context, &view, format));
        }
        all.extend((0..8).map(|it| drivers::driver(data, context, &view, format, it).unwrap()));
        println!("{:?}", drivers::finding(data, context, &view, format));
        for it in all {
            println!("== {} [{}]\n{}\n{}", it.name, it.unit, it.reading.title, it.reading.sentence);
            for note in it.notes {
                println!("  - {note}");
            }
            println!("  src {:?}", it.sources);
            for row in it.table.rows.iter().take(9) {
                println!(
                    "  | {}",
                    row.cells.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" | ")
                );
            }
        }
    }
    for (place, d) in drivers::drivers(context) {
        let _ = d;
        println!("{:?}", drivers::bears_on(data, context, Format::new(Lang::En, None), place));
    }
}
