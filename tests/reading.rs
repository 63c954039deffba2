mod record;
use it_exports::calendar::*;
use it_exports::facts;
use it_exports::i18n::*;
use it_exports::query::{self, Vintage};
use it_exports::measure::Measure;
use it_exports::reading;
use it_exports::view::*;

#[test]
fn print() {
    let data = record::record();
    let what = std::env::var("WHAT").unwrap_or_default();
    for lang in Lang::ALL {
        let format = Format::new(lang, None);
        if what.contains('h') {
            for month in data.monthly_record().months() {
                let facts = facts::headline(&data, Vintage::Latest, month).unwrap();
                let it = reading::headline(&data, &facts, format);
                println!("{}\n   {}\n   {}", it.title, it.sentence, reading::year_to_date(&facts, format).unwrap());
                if let Some(it) = reading::story_check(&facts, format) { println!("## {} {}", it.title, it.sentence); }
            }
        }
        if what.contains('t') {
            for frequency in Frequency::ALL {
                for measure in Measure::OFFERED.into_iter().filter(|it| it.applies_to(frequency)) {
                    for quick in QuickRange::OFFERED {
                        let mut view = View::new(&data);
                        (view.frequency, view.measure, view.range) = (frequency, measure, quick.span(&data));
                        let it = reading::trend(&data, &facts::trend(&data, &view), format);
                        println!("{frequency:?} {measure:?} {quick:?}\n   {}\n   {}", it.title, it.sentence);
                    }
                }
            }
        }
        if what.contains('s') {
            for node in data.sectors.ids().filter(|&it| data.sectors.all().contains(data.sectors.leaves(it))) {
                for measure in [Measure::Level, Measure::Yoy, Measure::Sum12] {
                    let mut view = View::new(&data);
                    view.sectors = data.sectors.leaves(node);
                    view.measure = measure;
                    let it = reading::trend(&data, &facts::trend(&data, &view), format);
                    println!("{} {measure:?}\n   {}\n   {}", data.sectors.get(node).code, it.title, it.sentence);
                }
            }
        }
        if what.contains('b') {
            let mut view = View::new(&data);
            for period in query::periods(&data) {
                view.period = period;
                let it = reading::breakdown(&data, &facts::breakdown(&data, &view), format);
                println!("{period}\n   {}\n   {}", it.title, it.sentence);
            }
        }
        if what.contains('n') {
            for chart in [Breakdown::Pairs, Breakdown::Stack] {
            for node in data.sectors.ids().filter(|&it| data.sectors.all().contains(data.sectors.leaves(it))) {
                for sectors in [data.sectors.leaves(node), data.sectors.all() - data.sectors.leaves(node)] {
                    let mut view = View::new(&data);
                    view.sectors = sectors;
                    view.breakdown = chart;
                    let it = reading::breakdown(&data, &facts::breakdown(&data, &view), format);
                    println!("{}\n   {}\n   {}", data.sectors.get(node).code, it.title, it.sentence);
                }
            }}
        }
    }
}
#[test]
fn dbg() {
    let data = record::record();
    println!("{}", data.monthly_record());
    let s = query::series(&data, Vintage::Latest, data.sectors.all(), Frequency::Monthly);
    for p in &s.pieces { print!("{} ", p.span); }
}
