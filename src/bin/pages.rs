//! `pages FOLDER`: writes every static page into the folder. `scripts/build.mjs` puts beside them what they load.

use std::env;
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::ExitCode;

use futures::executor::block_on;
use it_exports::address;
use it_exports::embedded::{dataset, sources};
use it_exports::facts;
use it_exports::i18n::Lang;
use it_exports::site::card::{self, CardError, Fonts};
use it_exports::site::{self, Options, builder, changelog, feed, latest, oembed, paths, versions};

const HELP: &str = "\
Usage: pages FOLDER

Reads the data package in FOLDER/data and writes into FOLDER the page of every month and block in
both languages, with feeds, pictures for sharing, the list of sources, latest.json (the headline for
other programs), the changes, the data of each day, the adjusted total (data/adjusted.csv) and the page
for webmasters.

The environment variable SITE_URL, such as https://example.org/it-exports/, is the address at
which the site will stand. With it, links for sharing are written in full, and there are a site map
and, for every page, what oEmbed asks for.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let folder = match arguments[..] {
        ["--help" | "-h"] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        [folder] => folder,
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    let site = env::var("SITE_URL").ok().filter(|it| !it.is_empty());
    let site = site.map(|it| if it.ends_with('/') { it } else { it + "/" });
    let options = Options { site };
    match write(Path::new(folder), &options) {
        Ok(count) => {
            println!("pages: {count} pages");
            if options.site.is_none() {
                println!(
                    "pages: SITE_URL is not set: no oEmbed answers, no site map, and links for \
                     sharing are relative"
                );
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("pages: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Pictures drawn before: drawing takes longer than all the rest.
const CACHE: &str = "target/cards";

fn cached(
    cache: &Path,
    svg: &str,
    draw: impl FnOnce() -> Result<Vec<u8>, CardError>,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut hasher = DefaultHasher::new();
    // Drawn by other code or with other letters, it would be another picture.
    let drawn_by = [include_str!("../site/card.rs"), include_str!("../../Cargo.lock")];
    let letters = include_str!("../../package-lock.json");
    (svg, drawn_by, letters).hash(&mut hasher);
    let path = cache.join(format!("{:016x}.png", hasher.finish()));
    if let Ok(png) = fs::read(&path) {
        return Ok(png);
    }
    let png = draw()?;
    site::write(&path, &png)?;
    Ok(png)
}

fn write(folder: &Path, options: &Options) -> Result<usize, Box<dyn Error>> {
    let data = dataset();
    let places = site::places(data);
    for &place in &places {
        let page = block_on(site::page(data, place, options));
        site::write(&folder.join(site::file(place)), page.as_bytes())?;
        if let (Some(path), Some(answer)) =
            (paths::oembed(place), oembed::oembed(data, place, options))
        {
            site::write(&folder.join(path), answer.as_bytes())?;
        }
    }
    let fonts = Fonts::load(Path::new("node_modules"))?;
    let cache = Path::new(CACHE);
    for lang in Lang::ALL {
        for month in data.monthly_record().months() {
            let svg = card::svg(&card::scene(data, lang, month, options)?);
            let png = cached(cache, &svg, || card::png(&svg, &fonts))?;
            site::write(&folder.join(paths::card(lang, month)), &png)?;
        }
        let xml = feed::feed(data, lang, options);
        site::write(&folder.join(paths::feed(lang)), xml.as_bytes())?;
    }
    let publications = facts::publications(data);
    for lang in Lang::ALL {
        let page = changelog::page(data, sources(), &publications, lang, options);
        let path = folder.join(paths::changelog(lang)).join("index.html");
        site::write(&path, page.as_bytes())?;
        let page = builder::page(data, lang, options);
        let path = folder.join(address::builder(lang)).join("index.html");
        site::write(&path, page.as_bytes())?;
    }
    let whole = versions::Whole::read(&folder.join("data"))?;
    for (name, text) in whole.computed(data) {
        site::write(&folder.join("data").join(name), text.as_bytes())?;
    }
    let versions = folder.join(paths::VERSIONS);
    for publication in &publications {
        for (name, text) in whole.version(data, publication.day) {
            let path = versions.join(publication.day.to_string()).join(name);
            site::write(&path, text.as_bytes())?;
        }
    }
    let index = versions::index(data, sources(), &publications);
    site::write(&versions.join("index.json"), index.as_bytes())?;
    site::write(&folder.join("sources.txt"), sources().to_text().as_bytes())?;
    if let Some(latest) = latest::latest(data, options) {
        site::write(&folder.join(paths::LATEST), latest.as_bytes())?;
        site::write(&folder.join(paths::LATEST_SCHEMA), latest::schema().as_bytes())?;
    }
    if let Some(map) = feed::sitemap(data, options) {
        site::write(&folder.join("sitemap.xml"), map.as_bytes())?;
    }
    Ok(places.len())
}
