//! What tests of pictures share: comparing with those a person has looked at, and finding words that
//! collide or are cut off.

use std::fs;
use std::path::PathBuf;

use it_exports::chart::labels::{self, Area};
use it_exports::chart::{Mark, Scene};
use it_exports::draw::{self, Palette, Surface};
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;

/// The pictures of a folder of the repository, compared with what is drawn now.
pub struct Golden {
    folder: &'static str,
    golden: PathBuf,
    /// Where those go that differ.
    fresh: PathBuf,
    update: bool,
    expected: Vec<String>,
    changed: Vec<String>,
}

impl Golden {
    /// `folder` below the repository's root.
    pub fn of(folder: &'static str) -> Golden {
        let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
        let fresh = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
        fs::create_dir_all(&golden).unwrap();
        fs::create_dir_all(&fresh).unwrap();
        let update = std::env::var_os("UPDATE_GOLDEN").is_some();
        Golden { folder, golden, fresh, update, expected: Vec::new(), changed: Vec::new() }
    }

    pub fn compare(&mut self, name: String, scene: &Scene, dark: bool) {
        let drawn = svg(scene, dark);
        if self.update {
            fs::write(self.golden.join(&name), &drawn).unwrap();
        } else if fs::read_to_string(self.golden.join(&name)).ok() != Some(drawn.clone()) {
            fs::write(self.fresh.join(&name), &drawn).unwrap();
            self.changed.push(name.clone());
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
            "{} pictures changed: {}\nThe new ones are in {}. Open them beside those in {folder}; \
             if they are right, accept them with UPDATE_GOLDEN=1.",
            self.changed.len(),
            self.changed.join(", "),
            self.fresh.display(),
        );
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
