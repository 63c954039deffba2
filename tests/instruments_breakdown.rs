//! The instruments that take the total apart.
#![allow(clippy::unwrap_used, reason = "helpers of tests, outside them")]
use it_exports::calendar::Span;
use it_exports::embedded::dataset;
use it_exports::i18n::{Format, Lang};
use it_exports::instruments::{contributions, freelance, multiples, ranking, spans};
use it_exports::view::{Numbers, View};

#[test]
fn dump() {
    let data = dataset();
    for (p, s) in [
        ("2025-07..2026-03", ""),
        ("2022-10", ""),
        ("2023-07..2024-02", "telecom"),
        ("2025-07..2026-05", "computer"),
        ("2026-05", "computer.freelance"),
        ("2023-08", "computer.other"),
    ] {
        let mut view = View::new(data);
        view.period = p.parse::<Span>().unwrap();
        if !s.is_empty() {
            view.sectors = data.sectors.leaves(data.sectors.by_code(s).unwrap());
        }
        for lang in Lang::ALL {
            let format = Format::new(lang, Some(Numbers::International));
            for e in [
                contributions::exhibit,
                multiples::exhibit,
                spans::exhibit,
                ranking::exhibit,
                freelance::exhibit,
            ] {
                let e = e(data, &view, format);
                if e.name == "ranking" || (e.name == "freelance" && s != "") {
                    continue;
                }
                println!(
                    "[{} {p} {s}] {}\n   {}\n   {} || {:?}",
                    e.name,
                    e.reading.title,
                    e.reading.sentence,
                    e.unit,
                    e.notes
                        .iter()
                        .map(|n| n.chars().take(150).collect::<String>())
                        .collect::<Vec<_>>()
                );
                if e.name == "contributions" && lang == Lang::En {
                    for r in &e.table.rows {
                        println!(
                            "      {:?}",
                            r.cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>()
                        );
                    }
                    println!(
                        "   {:?}",
                        e.table.whole.as_ref().map(|r| r
                            .cells
                            .iter()
                            .map(|c| c.text.clone())
                            .collect::<Vec<_>>())
                    );
                }
            }
        }
    }
    let compared: Vec<String> = it_exports::query::periods(data)
        .iter()
        .filter(|p| {
            let mut v = View::new(data);
            v.period = **p;
            !contributions::contributions(data, &v).parts.is_empty()
        })
        .map(|p| p.to_string())
        .collect();
    println!("{} of {}: {compared:?}", compared.len(), it_exports::query::periods(data).len());
}
