//! The body of a page: what the components draw, between what never changes.

use super::{Options, adjusted, markup, paths};
use crate::address::{self, PageAddress, PageKind};
use crate::catalogue::Block;
use crate::data::Dataset;
use crate::i18n::site::{Words, words};
use markup::escape;

/// Splits what [`crate::ui::App`] drew into the strip, where it has one, and the rest.
pub fn strip_and_page(app: &str) -> (&str, &str) {
    app.split_at(app.find("<div class=\"page\">").unwrap_or_default())
}

/// What stands after the strip.
pub fn body(data: &Dataset, place: PageAddress, page: &str, options: &Options) -> String {
    let words = words(place.lang);
    let path = place.path();
    let whole = !matches!(place.kind, PageKind::Embed(_));
    let mut parts = Vec::new();
    if let PageKind::Embed(block) = place.kind {
        parts.push(frame(data, place, block));
    }
    parts.extend([
        format!(
            "<a id=\"skip\" class=\"skip button\" href=\"#{}\">{}</a>",
            figures(place.kind),
            words.skip_to_data
        ),
        format!("<div id=\"app\" data-place=\"{path}\">{page}</div>"),
    ]);
    if whole || place.kind == PageKind::Embed(Block::Data) {
        parts.push(data_and_method(data, place, words));
    }
    parts.push(if whole {
        format!(
            "<footer class=\"page\"><p>{}</p><p>{}</p></footer>",
            escape(words.about_figures),
            escape(words.about_privacy)
        )
    } else {
        beside_a_block(data, place, words)
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

/// What a block needs in a frame of another's page, with what it cannot know of itself: which months it can show,
/// and how new its figures are. The build puts the names of the files in.
fn frame(data: &Dataset, place: PageAddress, block: Block) -> String {
    let root = place.to_root();
    let (record, published) = (data.monthly_record(), data.observations.iter());
    let published =
        published.map(|it| it.published).max().map_or(String::new(), |it| it.to_string());
    format!(
        "<link rel=\"stylesheet\" href=\"{root}frame.css\">\n    \
         <script src=\"{root}frame.js\" data-block=\"{}\" data-first=\"{}\" data-latest=\"{}\" \
         data-published=\"{published}\"></script>",
        block.code(),
        record.start(),
        record.end(),
    )
}

/// The way from a block to the whole page, and what is said only in frames: newer figures than those it is pinned
/// to, a link that a sandbox does not open, what has no room.
fn beside_a_block(data: &Dataset, place: PageAddress, words: &Words) -> String {
    let title = place.lang.strings().title;
    let whole = [place.to_root(), place.whole(data).path()].concat();
    format!(
        "<p id=\"newer\" class=\"page small\" hidden>{newer} <a href=\"{whole}\">{latest}</a></p>\n    \
         <nav class=\"page small\" aria-label=\"{title}\"><a href=\"{whole}\">{whole_page}</a></nav>\n    \
         <p id=\"unopened\" class=\"page notice\" role=\"alert\" hidden>{unopened} <bdi></bdi></p>\n    \
         <div id=\"fold\" class=\"page\" hidden><button type=\"button\" aria-expanded=\"false\" data-more=\"{more}\" \
         data-less=\"{less}\">{more}</button><a href=\"{whole}\">{full_page}</a></div>",
        newer = escape(words.newer),
        latest = escape(words.to_latest),
        whole_page = escape(words.whole_page),
        unopened = escape(words.unopened),
        full_page = escape(words.full_page),
        more = escape(words.more),
        less = escape(words.less),
    )
}

/// What the skip link leads to: the figures of the page.
fn figures(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Embed(Block::Headline) => "prints",
        PageKind::Embed(Block::Breakdown) => "contributions-table",
        PageKind::Embed(block @ (Block::Drivers | Block::Peers | Block::Targets | Block::Data)) => {
            block.code()
        }
        PageKind::Embed(Block::Trend)
        | PageKind::Latest
        | PageKind::Month(_)
        | PageKind::SingleFile => "trend-table",
    }
}

/// How figures are made, and everything as files.
fn data_and_method(data: &Dataset, place: PageAddress, words: &Words) -> String {
    const FIGURES: &str = "observations.csv";
    let name = |path: &str| {
        let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
        format!("<bdi lang=\"en\">{name}</bdi>")
    };
    let link = |path: &str, class: &'static str, text: &str| {
        let href = [&place.to_root(), path].concat();
        let file = path.rsplit('/').next().unwrap_or_default();
        let mut attributes = vec![("class", class), ("href", href.as_str())];
        // Pages, and what describes the package, are looked at.
        if !file.is_empty() && !file.ends_with("package.json") {
            attributes.push(("download", file));
        }
        format!("{}{text}</a>", markup::tag("a", &attributes))
    };
    let figures = link(&format!("data/{FIGURES}"), "button", &escape(words.every_figure));
    let mut buttons = vec![figures];
    let files = adjusted::files(data);
    let mut others: Vec<String> =
        files.filter(|it| *it != FIGURES).map(|it| format!("data/{it}")).collect();
    others.push("data/datapackage.json".to_owned());
    if place.kind != PageKind::SingleFile {
        // The page itself, everything in one file.
        let whole = PageAddress { kind: PageKind::SingleFile, ..place }.path();
        buttons.insert(0, link(&whole, "button", &escape(words.whole_file)));
        others.push(paths::changelog(place.lang));
        others.push(address::builder(place.lang));
    }
    let count = others.len();
    let others = others.iter().map(|it| format!("<li>{}</li>", link(it, "link", &name(it))));
    let others = others.collect::<String>();
    let steps = words.method_steps.map(|it| format!("<li>{}</li>", escape(it))).concat();
    let fold = |title: &str, text: &str| {
        let title = escape(title);
        format!("<details class=\"fold\"><summary>{title}</summary>{text}</details>")
    };
    let text = |text: &str| format!("<p>{}</p>", escape(text));
    // What is computed right now is told there by the program.
    let method = text(words.method_text) + "<div id=\"explained\"></div>";
    let method = fold(words.method_more, &method);
    let adjusted = package_text!(has adjusted)
        .then(|| fold(words.adjusted_title, &text(words.adjusted_text)))
        .unwrap_or_default();
    format!(
        "<div class=\"page\"><section id=\"data\" class=\"block\" tabindex=\"-1\" aria-labelledby=\"data-title\">\
         <h2 id=\"data-title\">{}</h2><div class=\"two half\"><div><ol>{steps}</ol>{method}{adjusted}</div>\
         <div><p class=\"row\">{}</p><details class=\"fold\"><summary>{}</summary><ul class=\"files\">{others}</ul></details>\
         </div></div></section></div>",
        escape(words.data_title),
        buttons.concat(),
        escape(&(words.other_files)(count)),
    )
}

/// The keys that a chart answers to.
fn keys(place: PageAddress, words: &Words) -> String {
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
