//! The page for webmasters: how a block is put on a page of others. It says everything without a script;
//! `static/builder/` makes the snippet of any view and shows it.

use super::head::Named;
use super::markup::{escape, tag};
use super::snippet::{self, Snippet};
use super::{Options, document, story};
use crate::address::{self, PageAddress, PageKind};
use crate::catalogue::Block;
use crate::data::Dataset;
use crate::i18n::builder::{Code, Words, words};
use crate::i18n::{Format, Lang, isolate, settings, site};
use crate::reading::Reading;

/// Widths of columns, in CSS pixels: a phone's, that of most articles, a wide one.
const COLUMNS: [u32; 3] = [320, 600, 1000];

/// Stands for the address of the site where nobody has told it; the script knows it.
pub const UNKNOWN_SITE: &str = "https://SITE/";

/// The block whose snippets the page has without a script.
const SAMPLE: Block = Block::Trend;

/// Room for a frame alone, in CSS pixels: it folds what has none.
const FRAME_HEIGHT: u32 = 520;

fn home(lang: Lang) -> PageAddress {
    PageAddress { lang, kind: PageKind::Latest }
}

/// The page, whole. It needs no program.
pub fn page(data: &Dataset, lang: Lang, options: &Options) -> String {
    let words = words(lang);
    let path = address::builder(lang);
    let to_root = "../".repeat(path.matches('/').count());
    let link = |path: &str| options.link_from(&to_root, path);
    let named = Named {
        lang,
        title: words.title,
        description: words.about,
        canonical: &address::builder,
        month: data.monthly_record().end(),
        modified: story::modified(data, home(lang)),
    };
    let head = named.elements(&link);
    let site = options.site.as_deref().unwrap_or(UNKNOWN_SITE);
    let writer = Writer { data, words, lang, to_root: &to_root, site };
    document(lang, &to_root, &head.join("\n    "), "", &writer.body(), false)
}

/// The snippets of the three ways for a block as it is at first.
fn snippets(data: &Dataset, site: &str, lang: Lang, block: Block) -> [String; 3] {
    let place = PageAddress { lang, kind: PageKind::Embed(block) };
    let page = place.whole(data).path();
    let Reading { sentence, .. } = story::story(data, place);
    let title = words(lang).blocks[block as usize].1;
    let of = |height| Snippet {
        site,
        lang,
        block,
        state: "",
        title,
        width: None,
        height,
        page: &page,
        reading: &sentence,
    };
    let whole = of(snippet::room(block, lang));
    [of(FRAME_HEIGHT).frame(), whole.frame_and_script(), whole.element()]
}

struct Writer<'a> {
    data: &'a Dataset,
    words: &'static Words,
    lang: Lang,
    to_root: &'a str,
    site: &'a str,
}

impl Writer<'_> {
    fn body(&self) -> String {
        let words = self.words;
        let other = self.lang.other();
        let unknown = match self.site {
            UNKNOWN_SITE => {
                format!("<p id=\"unknown\" class=\"notice\">{}</p>", marked(words.address_unknown))
            }
            _ => String::new(),
        };
        let link = |href: &str, more: &[(&str, &str)], text: &str| {
            let href = [self.to_root, href].concat();
            format!(
                "{}{}</a>",
                tag("a", &[&[("href", href.as_str())], more].concat()),
                escape(text)
            )
        };
        let code = other.code();
        let language = [("id", "language"), ("lang", code), ("hreflang", code)];
        [
            format!("<link rel=\"stylesheet\" href=\"{}builder.css\">\n", self.to_root),
            format!("<script defer src=\"{}builder.js\"></script>\n", self.to_root),
            format!("<script async src=\"{}embed.js\"></script>\n", self.to_root),
            format!(
                "<main class=\"page builder\">\n<p class=\"small\">{} · {}</p>\n",
                link(&home(self.lang).path(), &[], self.lang.strings().title),
                link(&address::builder(other), &language, self.lang.strings().other_language)
            ),
            format!("<h1>{}</h1>\n<p>{}</p>\n", escape(words.title), escape(words.about)),
            self.maker(),
            self.preview(),
            self.section("ways", words.ways_title, &(unknown + &self.ways())),
            self.section("cost", words.cost_title, &self.cost()),
            self.section("policy", words.policy_title, &self.policy()),
            self.section("recipes", words.recipes_title, &self.recipes()),
            self.section("test", words.test_title, &self.test()),
            format!(
                "<p class=\"small\">{} {}</p>\n",
                escape(words.types),
                link("embed.d.ts", &[("lang", "en"), ("dir", "ltr")], "embed.d.ts")
            ),
            format!(
                "<p id=\"told\" class=\"toast\" role=\"status\" data-copied=\"{}\" data-refused=\"{}\" \
                 data-copy=\"{}\"></p>\n</main>",
                escape(words.copied),
                escape(words.refused),
                escape(words.copy_code)
            ),
        ]
        .concat()
    }

    fn section(&self, id: &str, title: &str, content: &str) -> String {
        format!(
            "<section id=\"{id}\" class=\"block\" aria-labelledby=\"{id}-title\">\n\
             <h2 id=\"{id}-title\">{}</h2>\n{content}</section>\n",
            escape(title)
        )
    }

    /// The form and what comes of it. Hidden until the script is there.
    fn maker(&self) -> String {
        let words = self.words;
        let settings = settings::words(self.lang);
        let record = self.data.monthly_record();
        let known = story::known_from(self.data);
        let day = known.map_or(String::new(), |it| it.to_string());
        let date = known.map_or(String::new(), |it| Format::new(self.lang, None).date(it));
        let pinned =
            format!("<span>{}</span>", (words.pinned)(&format!("<bdi id=\"day\">{date}</bdi>")));
        let form = tag(
            "form",
            &[
                ("id", "maker"),
                ("hidden", ""),
                ("data-first", &record.start().to_string()),
                ("data-latest", &record.end().to_string()),
                ("data-pinned", &day),
                ("data-frame-height", &FRAME_HEIGHT.to_string()),
            ],
        );
        let blocks: String = Block::offered().map(|block| self.block_choice(block)).collect();
        let choice = |name: &str, value: &str, text: &str, checked: bool| {
            self.choice(&[("name", name), ("value", value)], checked, &escape(text))
        };
        let languages = Lang::ALL.map(|lang| {
            let name = lang.other().strings().other_language;
            let words = format!("<span lang=\"{}\">{}</span>", lang.code(), escape(name));
            let pair = [("name", "lang"), ("value", lang.code())];
            self.choice(&pair, lang == self.lang, &words)
        });
        let ways = ["1", "2", "3"].map(|way| {
            let place = usize::from(way.as_bytes()[0] - b'1');
            choice("way", way, words.ways[place].0, way == "1")
        });
        let figures = [
            choice("figures", "live", words.live, true),
            self.choice(&[("name", "figures"), ("value", "pinned")], false, &pinned),
        ];
        let themes = [
            choice("theme", "", settings.theme_auto, true),
            choice("theme", "light", settings.theme_light, false),
            choice("theme", "dark", settings.theme_dark, false),
        ];
        let columns = COLUMNS.map(|width| {
            choice("column", &width.to_string(), &(words.pixels)(width), width == COLUMNS[1])
        });
        let content = [
            format!("<p class=\"unit\">{}</p>\n", marked(words.make_why)),
            format!("<p id=\"still\" class=\"notice\">{}</p>\n{form}\n<div>\n", words.needs_script),
            choices(words.block, &blocks),
            choices(words.language, &languages.concat()),
            choices(words.way, &ways.concat()),
            choices(words.column, &columns.concat()),
            format!(
                "<label class=\"row\">{} <input type=\"number\" name=\"height\" min=\"100\" max=\"20000\" \
                 required></label>\n",
                escape(words.height)
            ),
            choices(words.figures, &figures.concat()),
            choices(settings.theme, &themes.concat()),
            format!(
                "<label class=\"field\" for=\"view\">{}</label>\n<input type=\"text\" id=\"view\" name=\"view\" \
                 dir=\"ltr\" spellcheck=\"false\" autocomplete=\"off\" autocapitalize=\"off\" \
                 aria-describedby=\"view-hint\">\n<p id=\"view-hint\" class=\"small\">{}</p>\n",
                escape(words.state),
                marked(words.view_hint)
            ),
            self.colours(),
            "</div>\n<div class=\"made\">\n".to_owned(),
            format!(
                "<label class=\"field\" for=\"snippet\">{}</label>\n<textarea id=\"snippet\" dir=\"ltr\" \
                 rows=\"14\" readonly spellcheck=\"false\"></textarea>\n\
                 <p><button type=\"button\" id=\"copy\">{}</button></p>\n",
                escape(words.snippet),
                escape(words.copy)
            ),
            format!(
                "<p id=\"weight\" class=\"small\" data-text=\"{}\"></p>\n</div>\n</form>\n",
                escape(words.weight)
            ),
        ]
        .concat();
        self.section("make", words.make, &content)
    }

    /// With what its snippets say in either language.
    fn block_choice(&self, block: Block) -> String {
        let [english, urdu] = Lang::ALL.map(|lang| {
            let reading =
                story::story(self.data, PageAddress { lang, kind: PageKind::Embed(block) });
            let room = snippet::room(block, lang).to_string();
            (words(lang).blocks[block as usize].1, reading.sentence, room)
        });
        let attributes = [
            ("name", "block"),
            ("value", block.code()),
            ("data-en-title", english.0),
            ("data-en-reading", &english.1),
            ("data-en-room", &english.2),
            ("data-ur-title", urdu.0),
            ("data-ur-reading", &urdu.1),
            ("data-ur-room", &urdu.2),
        ];
        self.choice(&attributes, block == SAMPLE, &escape(self.words.blocks[block as usize].0))
    }

    /// A button of a group; `text` is HTML.
    fn choice(&self, attributes: &[(&str, &str)], checked: bool, text: &str) -> String {
        let input = tag("input", &[&[("type", "radio")], attributes].concat());
        let checked = if checked { " checked>" } else { ">" };
        format!("<label>{}{checked}{text}</label>", input.trim_end_matches('>'))
    }

    fn colours(&self) -> String {
        let words = self.words;
        let names = ["accent", "ink", "paper", "quiet", "rule"];
        let fields = names.iter().zip(words.colour_names).map(|(name, said)| {
            let pattern = if *name == "paper" { "|transparent" } else { "" };
            format!(
                "<label>{} <input type=\"text\" name=\"{name}\" dir=\"ltr\" size=\"12\" spellcheck=\"false\" \
                 autocomplete=\"off\" pattern=\"#?[0-9a-fA-F]{{6}}{pattern}\"></label>",
                escape(said)
            )
        });
        format!(
            "<details class=\"fold\"><summary>{}</summary>\n<p class=\"small\">{}</p>\n\
             <div class=\"colours\">{}</div></details>\n",
            escape(words.colours),
            marked(words.colours_hint),
            fields.collect::<Vec<_>>().concat()
        )
    }

    /// Where the script shows the snippet's frame, how long it took and how high the block is.
    fn preview(&self) -> String {
        let words = self.words;
        let widths = COLUMNS.map(|it| {
            format!("<th scope=\"col\" data-number>{}</th>", escape(&(words.pixels)(it)))
        });
        let heights = COLUMNS.map(|it| format!("<td class=\"number\" data-width=\"{it}\">…</td>"));
        let content = [
                format!("<p id=\"try-why\" class=\"unit\">{}</p>\n", escape(words.preview_why)),
                format!(
                    "<div class=\"preview\" role=\"region\" tabindex=\"0\" aria-labelledby=\"try-why\">\
                     <div id=\"column\"></div></div>\n<p id=\"answered\" role=\"status\" data-loading=\"{}\" \
                     data-ready=\"{}\" data-still=\"{}\" data-late=\"{}\"></p>\n",
                    escape(words.loading),
                    escape(words.ready),
                    escape(words.still),
                    escape(words.late)
                ),
                format!(
                    "<table id=\"heights\"><caption>{}</caption><thead><tr><th scope=\"col\">{}</th>{}</tr></thead>\
                     <tbody><tr><th scope=\"row\">{}</th>{}</tr></tbody></table>\n<div id=\"ruler\" inert></div>\n",
                    escape(words.heights),
                    escape(words.width),
                    widths.concat(),
                    escape(words.high),
                    heights.concat()
                ),
        ]
        .concat();
        format!("<div id=\"shown\" hidden>{}</div>\n", self.section("try", words.preview, &content))
    }

    fn ways(&self) -> String {
        let snippets = snippets(self.data, self.site, self.lang, SAMPLE);
        let ways =
            self.words.ways.iter().zip(snippets).enumerate().map(|(place, (way, snippet))| {
                let number = isolate(&(place + 1).to_string());
                format!(
                    "<h3>{number} · {}</h3>\n<p>{}</p>\n{}",
                    escape(way.0),
                    marked(way.1),
                    code(&snippet)
                )
            });
        format!("<p>{}</p>\n{}", marked(self.words.ways_about), ways.collect::<Vec<_>>().concat())
    }

    /// The build puts the figures in, which it knows when everything is compressed.
    fn cost(&self) -> String {
        let words = self.words;
        let [first, others @ ..] = words.cost_columns;
        let columns = others.map(|it| format!("<th scope=\"col\" data-number>{}</th>", escape(it)));
        let rows = Block::offered().map(|block| {
            let name = block.code();
            let cells = ["read", "answer", "more"]
                .map(|of| format!("<td class=\"number\">{{{of}:{name}}}</td>"));
            format!(
                "<tr data-block=\"{name}\"><th scope=\"row\">{}</th>{}</tr>",
                escape(words.blocks[block as usize].0),
                cells.concat()
            )
        });
        format!(
            "<p>{}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\
             <table><thead><tr><th scope=\"col\">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>\n",
            marked(words.cost_about),
            escape(&[self.lang.strings().to_table, ": ", words.cost_title].concat()),
            escape(first),
            columns.concat(),
            rows.collect::<String>()
        )
    }

    fn policy(&self) -> String {
        let words = self.words;
        let lines = words.policies.iter().zip(snippet::policy(self.site));
        let lines = lines.map(|(name, line)| format!("<h3>{}</h3>\n{}", escape(name), code(&line)));
        format!(
            "<p>{}</p>\n{}<p>{}</p>\n",
            marked(words.policy_about),
            lines.collect::<Vec<_>>().concat(),
            marked(words.policy_more)
        )
    }

    fn recipes(&self) -> String {
        let words = self.words;
        let recipes = words.recipes.iter().map(|it| {
            let steps = it.steps.iter().map(|step| format!("<li>{}</li>", marked(step)));
            let shown = it.code.map(|it| code(&self.sample(it)));
            format!(
                "<details class=\"fold\"><summary>{}</summary>\n<ul>{}</ul>\n{}</details>\n",
                escape(it.name),
                steps.collect::<Vec<_>>().concat(),
                shown.unwrap_or_default()
            )
        });
        format!("<p>{}</p>\n{}", marked(words.recipes_about), recipes.collect::<Vec<_>>().concat())
    }

    fn sample(&self, of: Code) -> String {
        let (site, lang) = (self.site, self.lang.code());
        let title = self.words.blocks[SAMPLE as usize].1;
        let block = PageAddress { lang: self.lang, kind: PageKind::Embed(SAMPLE) }.path();
        match of {
            Code::Amp => format!(
                "<amp-iframe src=\"{site}{block}?compat=amp\" title=\"{title}\" width=\"600\" height=\"900\"\n  \
                 layout=\"fixed-height\" resizable sandbox=\"allow-scripts allow-popups\" frameborder=\"0\">\n  \
                 <div overflow tabindex=\"0\" role=\"button\">{}</div>\n</amp-iframe>",
                site::words(self.lang).more
            ),
            Code::Pym => format!(
                "<div id=\"it-exports\"></div>\n<script src=\"pym.v1.min.js\"></script>\n<script>\n  \
                 new pym.Parent('it-exports', '{site}{block}?compat=pym', {{ title: \"{title}\" }});\n</script>"
            ),
            Code::React => format!(
                "import Script from 'next/script'; // in React without Next.js: <script async src=…> in the page\n\n\
                 export default function Trend() {{\n  return <>\n    \
                 <it-exports block=\"trend\" lang=\"{lang}\" height=\"{height}\"\n      \
                 style={{{{ display: 'block', minHeight: {height} }}}}>\n      \
                 <a href=\"{site}{page}\">{title}</a>\n    </it-exports>\n    \
                 <Script src=\"{site}embed.js\" />\n  </>;\n}}",
                height = snippet::room(SAMPLE, self.lang),
                page = home(self.lang).path()
            ),
        }
    }

    fn test(&self) -> String {
        let words = self.words;
        let (site, lang) = (self.site, self.lang.code());
        let page = format!("<script async src=\"{site}embed-test.js\" lang=\"{lang}\"></script>");
        let console = format!(
            "document.body.append(Object.assign(document.createElement('script'), {{ src: '{site}embed-test.js', \
             lang: '{lang}' }}))"
        );
        format!(
            "<p>{}</p>\n<h3>{}</h3>\n{}<h3>{}</h3>\n{}",
            marked(words.test_about),
            escape(words.test_page),
            code(&page),
            escape(words.test_console),
            code(&console)
        )
    }
}

fn choices(legend: &str, labels: &str) -> String {
    format!("<fieldset class=\"choices\"><legend>{}</legend>{labels}</fieldset>\n", escape(legend))
}

/// Code to be copied.
fn code(text: &str) -> String {
    format!("<pre dir=\"ltr\"><code>{}</code></pre>\n", escape(text))
}

/// Text in which code stands between backticks.
fn marked(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(place, part)| match place % 2 {
        0 => escape(part),
        _ => format!("<code dir=\"ltr\">{}</code>", escape(part)),
    });
    parts.collect::<Vec<_>>().concat()
}
