//! The body of a page: what the components draw, between what never changes.

use super::{Options, changelog, markup, words::Words};
use crate::address::{Block, Place, Spot};
use crate::data::Dataset;
use markup::escape;

/// Files of the data package, without their ending.
const FILES: [&str; 12] = [
    "observations",
    "sources",
    "sectors",
    "working_days",
    "events",
    "left_out",
    "countries",
    "peers",
    "drivers",
    "indicators",
    "targets",
    "left_out_context",
];

/// Splits what [`crate::ui::App`] drew into the strip, where it has one, and the rest.
pub fn strip_and_page(app: &str) -> (&str, &str) {
    app.split_at(app.find("<div class=\"page\">").unwrap_or_default())
}

/// What stands after the strip.
pub fn body(data: &Dataset, place: Place, page: &str, options: &Options) -> String {
    let words = Words::of(place.lang);
    let path = place.path();
    let whole = !matches!(place.spot, Spot::Embed(_));
    let mut parts = vec![
        format!(
            "<a id=\"skip\" class=\"skip button\" href=\"#{}\">{}</a>",
            figures(place.spot),
            words.skip_to_data
        ),
        format!("<div id=\"app\" data-place=\"{path}\">{page}</div>"),
    ];
    if whole || place.spot == Spot::Embed(Block::Data) {
        parts.push(data_and_method(place, words));
    }
    parts.push(if whole {
        format!(
            "<footer class=\"page\"><p>{}</p><p>{}</p></footer>",
            escape(words.about_figures),
            escape(words.about_privacy)
        )
    } else {
        format!(
            "<nav class=\"page small\" aria-label=\"{}\"><a href=\"{}\">{}</a></nav>",
            place.lang.strings().title,
            [place.to_root(), place.whole(data).path()].concat(),
            words.whole_page
        )
    });
    let notice = |id: &str, text: &str| {
        format!("<p id=\"{id}\" class=\"page notice\" role=\"alert\" hidden>{}</p>", escape(text))
    };
    parts.extend([
        notice("unstarted", words.unstarted),
        notice("stopped", words.stopped),
        format!(
            "<aside id=\"offer\" aria-label=\"{0}\" hidden><p>{0}</p><button type=\"button\">{1}</button></aside>",
            escape(words.offer_why),
            escape(words.offer),
        ),
        format!(
            "<p class=\"page printed\">{} <bdi>{}</bdi></p>",
            words.printed_from,
            escape(&(options.site.clone().unwrap_or_else(|| "/".to_owned()) + &path))
        ),
        keys(place, words),
    ]);
    parts.join("\n    ")
}

/// What the skip link leads to: the figures of the page.
fn figures(spot: Spot) -> &'static str {
    match spot {
        Spot::Embed(Block::Headline) => "prints",
        Spot::Embed(Block::Breakdown) => "breakdown-table",
        Spot::Embed(block @ (Block::Drivers | Block::Peers | Block::Targets | Block::Data)) => {
            block.code()
        }
        Spot::Embed(Block::Trend) | Spot::Latest | Spot::Month(_) | Spot::SingleFile => {
            "trend-table"
        }
    }
}

/// Everything as files, and how figures are made.
fn data_and_method(place: Place, words: &Words) -> String {
    let link = |path: &str, download: bool| {
        let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
        let href = [&place.to_root(), path].concat();
        let mut attributes = vec![("class", "button"), ("href", href.as_str())];
        if download {
            attributes.push(("download", name));
        }
        format!("<li>{}{name}</a></li>", markup::tag("a", &attributes))
    };
    let mut links: Vec<String> = FILES.map(|it| link(&format!("data/{it}.csv"), true)).into();
    links.push(link("data/datapackage.json", false));
    if place.spot != Spot::SingleFile {
        // The page itself, everything in one file.
        links.push(link(&Place { spot: Spot::SingleFile, ..place }.path(), true));
        links.push(link(&changelog::path(place.lang), false));
    }
    format!(
        "<div class=\"page\"><section id=\"data\" class=\"block\" tabindex=\"-1\" aria-labelledby=\"data-title\">\
         <h2 id=\"data-title\">{}</h2><p class=\"unit\">{}</p>\
         <ul class=\"legend\" lang=\"en\" dir=\"ltr\">{}</ul>\
         <h3>{}</h3><p class=\"reading\">{}</p><div id=\"explained\"></div></section></div>",
        escape(words.data_title),
        escape(words.all_files),
        links.concat(),
        escape(words.method),
        escape(words.method_text),
    )
}

/// The keys that a chart answers to.
fn keys(place: Place, words: &Words) -> String {
    let rows = words.keys.map(|(key, does)| {
        format!("<dt><kbd dir=\"ltr\">{}</kbd></dt><dd>{}</dd>", escape(key), escape(does))
    });
    format!(
        "<dialog id=\"keys\" aria-labelledby=\"keys-title\"><h2 id=\"keys-title\">{}</h2>\
         <dl>{}</dl><button type=\"button\" class=\"close\">{}</button></dialog>",
        escape(words.keys_title),
        rows.concat(),
        place.lang.strings().close,
    )
}
