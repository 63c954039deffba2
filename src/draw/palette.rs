//! The colours of inks: one source for charts, swatches and, by a test, the style sheet.

use crate::chart::{Branch, Ink};

/// The colours of every chart, swatch and label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// For a light page.
    Light,
    /// For a dark page.
    Dark,
}

/// Leaves beyond those with colours of their own share one.
const LAST_LEAF: u8 = 5;

/// The ink by whose colour `ink` is drawn.
pub fn listed(ink: Ink) -> Ink {
    match ink {
        Ink::Leaf(branch, place) => {
            let own = if branch == Branch::Computer { place < LAST_LEAF } else { place == 0 };
            Ink::Leaf(branch, if own { place } else { LAST_LEAF })
        }
        Ink::Heat(step) => Ink::Heat(step.min(Ink::HEAT_STEPS - 1)),
        ink => ink,
    }
}

/// The name of an ink's variable in the style sheet, without its dashes.
pub fn variable(ink: Ink) -> String {
    let branch = |branch: Branch| match branch {
        Branch::Computer => "computer",
        Branch::Telecom => "telecom",
        Branch::Information => "information",
    };
    match listed(ink) {
        Ink::Ground => "ground".to_owned(),
        Ink::Soft => "soft".to_owned(),
        Ink::Ink => "ink".to_owned(),
        Ink::Quiet => "quiet".to_owned(),
        Ink::Grid => "grid".to_owned(),
        Ink::Bar => "bar".to_owned(),
        Ink::Total => "total".to_owned(),
        Ink::Accent => "accent".to_owned(),
        Ink::Warn => "warn".to_owned(),
        Ink::Rest => "rest".to_owned(),
        Ink::Branch(it) => branch(it).to_owned(),
        Ink::Leaf(it, place) => [branch(it), "-", &place.to_string()].concat(),
        Ink::Heat(step) => ["heat-", &step.to_string()].concat(),
    }
}

impl Palette {
    /// As `0xrrggbb`.
    fn code(self, ink: Ink) -> u32 {
        let (light, dark) = match ink {
            Ink::Ground => (0xffffff, 0x12181d),
            Ink::Soft => (0xf3f6f5, 0x1a2228),
            Ink::Ink => (0x15202b, 0xe8edf0),
            Ink::Quiet => (0x566270, 0x9fb0bb),
            Ink::Grid => (0xdfe4e8, 0x2a343c),
            Ink::Bar => (0x659d8d, 0x4f8a7c),
            Ink::Total => (0x0b5d4a, 0x7fd6bd),
            Ink::Accent => (0x0b6e4f, 0x5fd0ad),
            Ink::Warn => (0x8a5a00, 0xe5b567),
            Ink::Rest => (0x7c8791, 0x8b98a3),
            Ink::Branch(Branch::Computer) => (0x1f6a8f, 0x5aa9cf),
            Ink::Branch(Branch::Telecom) => (0xc2620b, 0xf0a860),
            Ink::Branch(Branch::Information) => (0x8063b5, 0xb8a0e8),
            Ink::Leaf(Branch::Computer, place) => match place {
                0 => (0x0b7a75, 0x3cc2c0),
                1 => (0x17528a, 0x4f93d8),
                2 => (0x2f74b5, 0x8fc1f2),
                3 => (0x4d9ab5, 0x6fb0c8),
                4 => (0x5b7fa6, 0x6d8fb8),
                _ => (0x7f93a6, 0xa9bccf),
            },
            Ink::Leaf(Branch::Telecom, place) => match place {
                0 => (0xb45309, 0xe8923a),
                _ => (0xd17a15, 0xf8cf9a),
            },
            Ink::Leaf(Branch::Information, place) => match place {
                0 => (0x6d4aa3, 0xa184dc),
                _ => (0x9a7fc7, 0xcdbdf2),
            },
            Ink::Heat(step) => match step {
                0 => (0xe3f1ec, 0x16302b),
                1 => (0xbfdfd3, 0x1c4239),
                2 => (0x93c7b5, 0x245548),
                3 => (0x66ad97, 0x2d6857),
                4 => (0x2c7863, 0x58a28d),
                5 => (0x0b5d4a, 0x8fd0bd),
                _ => (0x06392d, 0xcdf0e4),
            },
        };
        match self {
            Palette::Light => light,
            Palette::Dark => dark,
        }
    }

    /// As `#rrggbb`, for what stands beside a picture.
    pub fn css(self, ink: Ink) -> String {
        format!("#{:06x}", self.code(ink))
    }

    /// Red, green and blue of `ink` thinned on the ground to so many eighths.
    pub fn rgb(self, ink: Ink, eighths: u8) -> [u8; 3] {
        let channels = |ink| {
            let [_, channels @ ..] = self.code(ink).to_be_bytes();
            channels
        };
        let (over, under, eighths) = (channels(ink), channels(Ink::Ground), u16::from(eighths));
        let mix = |at: usize| u16::from(over[at]) * eighths + u16::from(under[at]) * (8 - eighths);
        [0, 1, 2].map(|at| (mix(at) / 8) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every ink, once.
    const INKS: [Ink; 30] = [
        Ink::Ground,
        Ink::Soft,
        Ink::Ink,
        Ink::Quiet,
        Ink::Grid,
        Ink::Bar,
        Ink::Total,
        Ink::Accent,
        Ink::Warn,
        Ink::Rest,
        Ink::Branch(Branch::Computer),
        Ink::Branch(Branch::Telecom),
        Ink::Branch(Branch::Information),
        Ink::Leaf(Branch::Computer, 0),
        Ink::Leaf(Branch::Computer, 1),
        Ink::Leaf(Branch::Computer, 2),
        Ink::Leaf(Branch::Computer, 3),
        Ink::Leaf(Branch::Computer, 4),
        Ink::Leaf(Branch::Computer, LAST_LEAF),
        Ink::Leaf(Branch::Telecom, 0),
        Ink::Leaf(Branch::Telecom, LAST_LEAF),
        Ink::Leaf(Branch::Information, 0),
        Ink::Leaf(Branch::Information, LAST_LEAF),
        Ink::Heat(0),
        Ink::Heat(1),
        Ink::Heat(2),
        Ink::Heat(3),
        Ink::Heat(4),
        Ink::Heat(5),
        Ink::Heat(6),
    ];

    fn luminance(code: u32) -> f64 {
        let [_, red, green, blue] = code.to_be_bytes();
        let linear = |channel: u8| {
            let it = f64::from(channel) / 255.0;
            if it <= 0.03928 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// As WCAG 2.2 defines it.
    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for palette in [Palette::Light, Palette::Dark] {
            for ink in [Ink::Ink, Ink::Quiet, Ink::Total, Ink::Accent, Ink::Warn] {
                for ground in [Ink::Ground, Ink::Soft] {
                    let found = contrast(palette.code(ink), palette.code(ground));
                    assert!(found >= 4.5, "{palette:?} {ink:?} on {ground:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn figures_can_be_read_on_every_step_of_heat() {
        for palette in [Palette::Light, Palette::Dark] {
            for step in 0..Ink::HEAT_STEPS {
                let (letters, ground) = (Ink::on_heat(step), Ink::Heat(step));
                let found = contrast(palette.code(letters), palette.code(ground));
                assert!(found >= 4.5, "{palette:?} {step}: {found:.2}");
                if step > 0 {
                    let weaker = palette.code(Ink::Heat(step - 1));
                    let found = contrast(palette.code(ground), weaker);
                    assert!(found >= 1.2, "{palette:?} {step}: {found:.2}");
                }
            }
        }
    }

    fn mark_inks() -> Vec<Ink> {
        let mut inks = vec![Ink::Bar, Ink::Total, Ink::Accent, Ink::Quiet, Ink::Rest];
        for branch in Branch::ALL {
            inks.push(Ink::Branch(branch));
            inks.extend((0..8).map(|place| Ink::Leaf(branch, place)));
        }
        inks
    }

    #[test]
    fn every_mark_stands_out_from_the_ground() {
        for palette in [Palette::Light, Palette::Dark] {
            for ink in mark_inks() {
                let found = contrast(palette.code(ink), palette.code(Ink::Ground));
                assert!(found >= 3.0, "{palette:?} {ink:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_selected_month_stands_out_from_the_others() {
        for palette in [Palette::Light, Palette::Dark] {
            let found = contrast(palette.code(Ink::Accent), palette.code(Ink::Bar));
            assert!(found >= 1.9, "{palette:?}: {found:.2}");
        }
    }

    #[test]
    fn neighbouring_leaves_differ_in_lightness_or_hue() {
        for palette in [Palette::Light, Palette::Dark] {
            for branch in Branch::ALL {
                for place in 0..5 {
                    let (one, next) = (Ink::Leaf(branch, place), Ink::Leaf(branch, place + 1));
                    if palette.code(one) == palette.code(next) {
                        continue;
                    }
                    let found = contrast(palette.code(one), palette.code(next));
                    assert!(found >= 1.2, "{palette:?} {branch:?} {place}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn every_ink_has_a_variable_of_its_own() {
        let mut names: Vec<String> = INKS.iter().map(|&it| variable(it)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), INKS.len());
        assert_eq!(variable(Ink::Leaf(Branch::Telecom, 3)), "telecom-5");
        for ink in mark_inks() {
            for palette in [Palette::Light, Palette::Dark] {
                assert_eq!(palette.code(ink), palette.code(listed(ink)), "{ink:?}");
            }
        }
    }

    /// One source for the colours of charts and page: here.
    #[test]
    fn the_style_sheet_has_the_colours_of_the_charts() {
        let sheet = include_str!("../../static/style.css");
        let block = |palette: Palette| -> Vec<String> {
            // Heat is drawn by the program alone, which knows its colours.
            let inks = INKS.iter().filter(|it| !matches!(it, Ink::Heat(_)));
            inks.map(|&it| format!("--{}: {};", variable(it), palette.css(it))).collect()
        };
        let found = |lines: &[String]| {
            let texts: Vec<&str> = sheet.lines().map(str::trim).collect();
            texts.windows(lines.len()).filter(|it| it == &lines).count()
        };
        for (palette, times) in [(Palette::Light, 1), (Palette::Dark, 2)] {
            let lines = block(palette);
            assert_eq!(found(&lines), times, "{palette:?} has to be:\n{}", lines.join("\n"));
        }
    }

    /// Frames exchange the colours of charts for those of their host, and so name what no style sheet has. They tell
    /// apart by its colour what has one: two inks of one colour have to be exchanged for the same.
    #[test]
    fn frames_know_the_colours_of_heat() {
        let script = include_str!("../../static/frame/colours.js");
        for (palette, theme) in [(Palette::Light, "light"), (Palette::Dark, "dark")] {
            let codes = (0..Ink::HEAT_STEPS).map(|step| palette.css(Ink::Heat(step)));
            let codes: Vec<String> = codes.map(|it| format!("'{}'", &it[1..])).collect();
            let line = format!("{theme}: [{}],", codes.join(", "));
            assert!(script.contains(&line), "static/frame/colours.js has to have: {line}");
        }
        assert!(script.contains("const INVERTED = 4;"));
        assert_eq!((Ink::on_heat(3), Ink::on_heat(4)), (Ink::Ink, Ink::Ground));
        let all =
            [Palette::Light, Palette::Dark].map(|palette| INKS.map(|it| (palette.code(it), it)));
        let twice: Vec<_> =
            all[0].iter().filter(|it| all[1].iter().any(|other| other.0 == it.0)).collect();
        assert!(twice.is_empty(), "one colour in both themes: {twice:?}");
    }
}
