//! What tests of pictures share: comparing with those a person has looked at, a page on which old and new stand
//! beside each other, and finding words that collide or are cut off.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use it_exports::chart::labels::{self, Area};
use it_exports::chart::{Frame, Mark, Scene};
use it_exports::draw::{self, Palette, Surface};
use it_exports::i18n::Lang;
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;

type Draw = Box<dyn Fn(Frame) -> Scene>;

/// Pictures that are drawn alike: each kind at each width in both languages.
pub struct Pictures {
    /// Where those lie that a person has looked at, below the repository's root.
    pub folder: &'static str,
    pub kinds: &'static [&'static str],
    /// So many kinds, from the first, are drawn in both themes; the others say something about layout only.
    pub in_both_themes: usize,
    pub widths: [u32; 3],
    pub draw: fn(kind: &'static str, lang: Lang) -> Draw,
}

impl Pictures {
    fn each(&self) -> impl Iterator<Item = (usize, &'static str, Lang, Draw)> {
        self.kinds.iter().enumerate().flat_map(|(place, kind)| {
            Lang::ALL.map(|lang| (place, *kind, lang, (self.draw)(kind, lang)))
        })
    }

    /// Fails where any differs from the one a person has looked at.
    pub fn compare(&self) {
        let mut golden = Golden::of(self.folder);
        for (place, kind, lang, draw) in self.each() {
            let themes = if place < self.in_both_themes { &[false, true][..] } else { &[false] };
            for width in self.widths {
                let scene = draw(Frame::new(f64::from(width)));
                for &dark in themes {
                    let theme = if dark { "dark" } else { "light" };
                    let name = format!("{kind}-{width}-{theme}-{}.svg", lang.code());
                    golden.compare(name, &svg(&scene, dark));
                }
            }
        }
        golden.finish();
    }

    /// No two texts on top of each other, none cut off, at every width of so many pixels' distance.
    /// `also` checks what else has to be true of each.
    pub fn check_words(&self, step: usize, also: impl Fn(&Scene, Frame, &str)) {
        for (_, kind, lang, draw) in self.each() {
            for width in [0, 1, 60, 200].into_iter().chain((280..=1600).step_by(step)) {
                for text in [12.0, 24.0] {
                    let frame = Frame { text, ..Frame::new(f64::from(width)) };
                    let what = format!("{kind} {} {width} {text}", lang.code());
                    let scene = draw(frame);
                    check_words(&scene, &what);
                    also(&scene, frame, &what);
                }
            }
        }
    }
}

/// The pictures of a folder of the repository, compared with what is drawn now.
pub struct Golden {
    folder: &'static str,
    golden: PathBuf,
    update: bool,
    expected: Vec<String>,
    changed: Vec<String>,
}

impl Golden {
    /// `folder` below the repository's root.
    pub fn of(folder: &'static str) -> Golden {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        fs::create_dir_all(&golden).unwrap();
        let update = std::env::var_os("UPDATE_GOLDEN").is_some();
        LazyLock::force(&REVIEW);
        Golden { folder, golden, update, expected: Vec::new(), changed: Vec::new() }
    }

    pub fn compare(&mut self, name: String, drawn: &str) {
        let old = self.golden.join(&name);
        if self.update {
            fs::write(old, drawn).unwrap();
        } else {
            let before = fs::read_to_string(&old).ok();
            if before.as_deref() != Some(drawn) {
                REVIEW.show(self.folder, &name, before.map(|it| (old, it)), drawn);
                self.changed.push(name.clone());
            }
        }
        self.expected.push(name);
    }

    /// Fails where any differ, or where the folder has more than was drawn.
    pub fn finish(self) {
        let folder = self.folder;
        for entry in fs::read_dir(&self.golden).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".svg") && !self.expected.contains(&name) {
                assert!(self.update, "{folder}/{name} is drawn by nothing: delete it");
                fs::remove_file(self.golden.join(&name)).unwrap();
            }
        }
        assert!(
            self.changed.is_empty(),
            "{} pictures of {folder} changed: {}\nIf that is right, UPDATE_GOLDEN=1 cargo test golden accepts \
             them. Old and new are beside each other:\nfile://{}",
            self.changed.len(),
            self.changed.join(", "),
            REVIEW.page().display(),
        );
    }
}

/// The page of what has changed, in whatever folder.
static REVIEW: LazyLock<Review> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden");
    // What an earlier run has left.
    let _ = fs::remove_dir_all(&folder);
    Review { folder, rows: Mutex::new(Vec::new()) }
});

struct Review {
    folder: PathBuf,
    rows: Mutex<Vec<String>>,
}

impl Review {
    fn page(&self) -> PathBuf {
        self.folder.join("index.html")
    }

    /// Puts a picture on the page: as a person has looked at it, if ever, and as it is drawn now.
    fn show(&self, folder: &str, name: &str, old: Option<(PathBuf, String)>, drawn: &str) {
        let new = self.folder.join(folder).join(name);
        fs::create_dir_all(new.with_file_name("")).unwrap();
        fs::write(&new, drawn).unwrap();
        let image = |path: &Path| format!("<img src=\"{}\" alt=\"\">", path.display());
        let mut row = format!("<h2>{folder}/{name}</h2>\n");
        if let Some((path, before)) = old {
            // Where nothing has changed it is white.
            let both = image(&path) + &image(&new);
            for (what, images) in
                [("", image(&path)), ("", image(&new)), (" class=\"difference\"", both)]
            {
                writeln!(row, "<div{what}>{images}</div>").unwrap();
            }
            let unlike = before.lines().zip(drawn.lines()).find(|(one, other)| one != other);
            let (one, other) = unlike.unwrap_or(("", "what follows has been added or left out"));
            let plain = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
            writeln!(row, "<pre>- {}\n+ {}</pre>", plain(one), plain(other)).unwrap();
        } else {
            writeln!(row, "<div>nothing</div><div>{}</div>", image(&new)).unwrap();
        }
        let mut rows = self.rows.lock().unwrap();
        rows.push(row);
        let count = rows.len();
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{count} pictures changed</title>\n\
             <style>\n\
             body {{ font: 14px system-ui, sans-serif; display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; background: #ddd }}\n\
             h2, pre, p {{ grid-column: 1 / -1; margin: 0; overflow: auto }} h2 {{ font-size: 16px; margin-top: 24px }}\n\
             img {{ width: 100%; display: block }} .difference {{ position: relative; isolation: isolate; filter: invert(1) }}\n\
             .difference img + img {{ position: absolute; inset: 0; mix-blend-mode: difference }}\n\
             </style>\n\
             <p>{count} pictures changed. Each as a person has looked at it, as it is drawn now, and where the two differ; \
             below it the first line of the file that is another.</p>\n{}",
            rows.concat(),
        );
        fs::write(self.page(), page).unwrap();
    }
}

pub fn svg(scene: &Scene, dark: bool) -> String {
    let mut svg = String::new();
    let backend = SVGBackend::with_string(&mut svg, Surface::SVG.size(scene));
    let palette = if dark { Palette::Dark } else { Palette::Light };
    draw::paint(&backend.into_drawing_area(), scene, Surface::SVG, palette).unwrap();
    draw::finish_svg(&svg, scene)
}

/// No two texts on top of each other, none cut off.
pub fn check_words(scene: &Scene, what: &str) {
    let picture = Area { x0: 0.0, x1: scene.width, y0: 0.0, y1: scene.height };
    let texts: Vec<(&str, Area)> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some((text.text.as_str(), labels::area(text))),
            Mark::Rect { .. } | Mark::Line { .. } | Mark::Dot { .. } => None,
        })
        .collect();
    for (place, (text, area)) in texts.iter().enumerate() {
        // Mirroring may leave the last bit different.
        let inside =
            Area { x0: area.x0 + 1e-6, x1: area.x1 - 1e-6, y0: area.y0 + 1e-6, y1: area.y1 - 1e-6 };
        assert!(picture.contains(&inside), "{what}: {text} is cut off: {area:?}");
        for (other, other_area) in &texts[place + 1..] {
            assert!(!inside.overlaps(other_area), "{what}: {text} on {other}");
        }
    }
}

/// Every bar inside the picture, every point somewhere in it.
pub fn check_marks(scene: &Scene, what: &str) {
    for mark in &scene.marks {
        let Mark::Rect { x, y, width, height, .. } = *mark else { continue };
        let inside = x >= -2.0 && y >= -1.0 && width >= 0.0 && height >= 0.0;
        assert!(inside && x + width <= scene.width + 2.0, "{what}: {mark:?}");
        assert!(y + height <= scene.height + 1e-9, "{what}: {mark:?}");
    }
    for point in &scene.points {
        assert!(point.x0 < point.x1 && point.y0 <= point.y1, "{what}: {point:?}");
        assert!(
            point.x1 <= scene.width + 1e-9 && point.y1 <= scene.height + 1e-9,
            "{what}: {point:?}"
        );
    }
}

/// Numbers all through.
pub fn check_finite(scene: &Scene, what: &str) {
    for mark in &scene.marks {
        let is_finite = match mark {
            Mark::Line { points, .. } => points.iter().all(|(x, y)| x.is_finite() && y.is_finite()),
            Mark::Rect { x, y, width, height, .. } => {
                [x, y, width, height].iter().all(|it| it.is_finite())
            }
            Mark::Dot { x, y, radius, .. } => x.is_finite() && y.is_finite() && *radius >= 0.0,
            Mark::Text(_) => true,
        };
        assert!(is_finite, "{what}: {mark:?}");
    }
}
