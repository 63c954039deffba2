//! The page of changes: what each day of publication brought, and the package of that day.

use std::collections::BTreeSet;

use super::head::Named;
use super::markup::{escape, tag};
use super::{Options, document, paths, story};
use crate::address::{PageAddress, PageKind};
use crate::calendar::Date;
use crate::data::{Amount, Dataset, Observation, ObservationId, Sources, Status};
use crate::facts::{Effect, Publication, Revision};
use crate::i18n::site::{Words, words};
use crate::i18n::{Format, Lang, isolate};
use crate::measure::Unit;

fn home(lang: Lang) -> PageAddress {
    PageAddress { lang, kind: PageKind::Latest }
}

/// The page, whole. It needs no program.
pub fn page(
    data: &Dataset,
    sources: &Sources,
    publications: &[Publication],
    lang: Lang,
    options: &Options,
) -> String {
    let words = words(lang);
    let path = paths::changelog(lang);
    let to_root = "../".repeat(path.matches('/').count());
    let link = |path: &str| options.link_from(&to_root, path);
    let named = Named {
        lang,
        title: words.changes_title,
        description: words.changes_about,
        canonical: &paths::changelog,
        month: data.monthly_record().end(),
        modified: story::modified(data, home(lang)),
    };
    let head = named.elements(&link);
    let writer = Writer { data, sources, words, lang, format: Format::new(lang, None), to_root };
    let (head, body) = (head.join("\n    "), writer.body(publications));
    document(lang, &writer.to_root, &head, "", &body, false)
}

struct Writer<'a> {
    data: &'a Dataset,
    sources: &'a Sources,
    words: &'static Words,
    lang: Lang,
    format: Format,
    to_root: String,
}

impl Writer<'_> {
    fn link(&self, path: &str, text: &str) -> String {
        let href = [&self.to_root, path].concat();
        format!("{}{}</a>", tag("a", &[("href", &href)]), escape(text))
    }

    fn body(&self, publications: &[Publication]) -> String {
        let words = self.words;
        let other = self.lang.other();
        let (index, schema) = (format!("{}index.json", paths::VERSIONS), paths::LATEST_SCHEMA);
        let files: Vec<String> =
            ["data/datapackage.json", &index, paths::LATEST, schema].map(|it| self.file(it)).into();
        let days = publications.iter().rev().map(|it| self.publication(it));
        format!(
            "<main class=\"page\">\n<p class=\"small\">{} · {}</p>\n<h1>{}</h1>\n<p>{} {}</p>\n\
             <ul class=\"legend\" lang=\"en\" dir=\"ltr\">{}</ul>\n{}</main>",
            self.link(&home(self.lang).path(), words.whole_page),
            format_args!(
                "{}{}</a>",
                tag(
                    "a",
                    &[
                        ("href", &format!("{}{}", self.to_root, paths::changelog(other))),
                        ("lang", other.code()),
                        ("hreflang", other.code()),
                    ],
                ),
                self.lang.strings().other_language
            ),
            escape(words.changes_title),
            escape(words.changes_about),
            escape(words.changes_unit),
            files.concat(),
            days.collect::<Vec<_>>().concat(),
        )
    }

    fn file(&self, path: &str) -> String {
        let name = path.trim_start_matches("data/");
        let href = [&self.to_root, path].concat();
        format!("<li>{}{name}</a></li>", tag("a", &[("class", "button"), ("href", &href)]))
    }

    fn publication(&self, it: &Publication) -> String {
        let (words, day) = (self.words, it.day.to_string());
        let figures = || it.figures.iter().map(|it| self.data.observation(it.0));
        // A publication without a day counts from the end of its month, and is called by it.
        let undated = figures().any(|it| it.published.day.is_none());
        let dated = figures().any(|it| it.published.day.is_some());
        let named = Date { day: it.day.day.filter(|_| dated), ..it.day };
        let mut parts = vec![format!(
            "<section class=\"block\" aria-labelledby=\"d{day}\"><h2 id=\"d{day}\">{}</h2>",
            self.format.date(named)
        )];
        if undated {
            parts.push(format!("<p class=\"small\">{}</p>", escape(words.changes_undated)));
        }
        let months: Vec<String> = it
            .figures
            .iter()
            .filter(|it| it.1 == Effect::NewMonth)
            .map(|it| self.month(it.0))
            .collect();
        if !months.is_empty() {
            parts.push(format!(
                "<h3>{}</h3><ul>{}</ul>",
                escape(words.new_months),
                months.concat()
            ));
        }
        parts.push(self.revisions(it));
        parts.push(self.others(it));
        parts.push(self.outlets(it));
        let folder = [paths::VERSIONS, &day, "/"].concat();
        let known = [&home(self.lang).path(), "?vintage=", &day].concat();
        // Before the first of the months that the page shows one by one there is no page.
        let page = self
            .data
            .as_of(it.day)
            .map_or(String::new(), |_| [" · ", &self.link(&known, words.page_of_day)].concat());
        parts.push(format!(
            "<p>{} <bdi dir=\"ltr\">{}</bdi>{}<bdi dir=\"ltr\">{}</bdi>{page}</p></section>\n",
            (words.package_of_day)(&self.format.date(it.day)),
            self.link(&[&folder, "observations.csv"].concat(), "observations.csv"),
            self.lang.strings().comma,
            self.link(&[&folder, "datapackage.json"].concat(), "datapackage.json"),
        ));
        parts.concat()
    }

    fn month(&self, id: ObservationId) -> String {
        let it = self.data.observation(id);
        let status = (self.lang.strings().status)(self.data.status(id));
        let found = (!it.can_be_first_print()).then_some(self.words.no_first_print);
        let remarks: Vec<&str> = [status].into_iter().chain(found).collect();
        format!(
            "<li>{}: {} ({})</li>",
            self.format.span(it.span),
            escape(&self.format.money_exact(it.amount)),
            remarks.join(self.lang.strings().comma),
        )
    }

    fn revisions(&self, it: &Publication) -> String {
        let rows: Vec<String> = it
            .figures
            .iter()
            .filter_map(|&(id, effect)| match effect {
                Effect::Revises(revision) => {
                    Some(self.revision(self.data.observation(id), revision))
                }
                _ => None,
            })
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        let strings = self.lang.strings();
        let [before, after, change, remark] = self.words.revision_columns;
        let heading = |it: &str| format!("<th scope=\"col\">{}</th>", escape(it));
        let number = |it: &str| format!("<th scope=\"col\" data-number>{}</th>", escape(it));
        let caption = [self.words.revised, " · ", self.format.unit(Unit::Money)].concat();
        let label = format!("{}: {}", self.words.revised, self.format.date(it.day));
        format!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table>\
             <caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
            escape(&label),
            escape(&caption),
            [
                heading(strings.period),
                heading(strings.sector),
                number(before),
                number(after),
                number(change),
                number("%"),
                heading(remark),
            ]
            .concat(),
            rows.concat(),
        )
    }

    fn revision(&self, it: &Observation, revision: Revision) -> String {
        let words = self.words;
        let sector = self.data.sectors.get(it.sector).short.get(self.lang);
        let plus = if revision.change() > Amount::ZERO { "+" } else { "" };
        let percent = revision.after.change_on(revision.before);
        let percent = percent.map(|it| self.format.signed_percent(it * 100.0));
        let cell = |text: &str| format!("<td class=\"number\"><bdi dir=\"ltr\">{text}</bdi></td>");
        let remarks: Vec<&str> = [
            (it.status == Status::Derived).then(|| (self.lang.strings().status)(it.status)),
            revision.is_rounding().then_some(words.rounding),
        ]
        .into_iter()
        .flatten()
        .collect();
        [
            format!("<tr><th scope=\"row\">{}</th>", self.format.span(it.span)),
            format!("<td>{}</td>", escape(sector)),
            cell(&self.format.money_cell(revision.before)),
            cell(&self.format.money_cell(revision.after)),
            cell(&[plus, &self.format.money_cell(revision.change())].concat()),
            cell(&percent.unwrap_or_default()),
            format!("<td>{}</td></tr>", remarks.join(self.lang.strings().comma)),
        ]
        .concat()
    }

    fn others(&self, it: &Publication) -> String {
        let count = |effect: Effect| it.figures.iter().filter(|it| it.1 == effect).count();
        let said: Vec<String> = [Effect::First, Effect::Confirms, Effect::Earlier]
            .into_iter()
            .zip(self.words.other_figures)
            .filter(|it| count(it.0) > 0)
            .map(|(effect, what)| {
                format!("<li>{what}: {}</li>", isolate(&self.format.count(count(effect))))
            })
            .collect();
        match said.is_empty() {
            true => String::new(),
            false => format!("<ul>{}</ul>", said.concat()),
        }
    }

    /// Where the figures of the day were read.
    fn outlets(&self, it: &Publication) -> String {
        let ids: BTreeSet<_> =
            it.figures.iter().map(|it| self.data.observation(it.0).source).collect();
        let links: Vec<String> = ids
            .into_iter()
            .filter_map(|id| self.sources.get(id))
            .map(|it| {
                let link = tag("a", &[("href", &it.url), ("lang", "en"), ("dir", "ltr")]);
                format!("{link}{}</a>", escape(&it.outlet))
            })
            .collect();
        let source = escape(self.lang.strings().source);
        format!("<p class=\"small\">{source}: {}</p>", links.join(" · "))
    }
}
