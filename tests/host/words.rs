//! What readers read is written where it is edited, in `i18n` and `reading`, both languages beside each other.

use std::fs;
use std::path::Path;

use crate::layers::files_in;

/// Folders and files in which words may stand, and why.
const PLACES: [(&str, &str); 4] = [
    ("i18n/", "labels"),
    ("reading/", "sentences"),
    ("catalogue.rs", "the name of a view is in its row"),
    ("chart/labels.rs", "how wide letters are"),
];

/// In scripts that are written from right to left: Arabic with its presentation forms, without signs that steer direction.
fn is_urdu(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Whether code takes one text or another, depending on the language.
fn chooses_words(code: &str) -> bool {
    let after = |sign: &'static str| code.split(sign).skip(1).map(str::trim_start);
    let chosen = ["Lang::En =>", "Lang::Ur =>", "Lang::En {", "Lang::Ur {"];
    chosen.into_iter().flat_map(after).any(|it| {
        let text = it.strip_prefix('"').is_some_and(|it| it.starts_with(char::is_alphabetic));
        text || ["format!", "concat!", "package_text!"].iter().any(|made| it.starts_with(made))
    })
}

#[test]
fn words_stand_where_they_are_edited() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut read = 0;
    for file in files_in(&source).iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
        let name = file.strip_prefix(&source).unwrap().to_str().unwrap();
        if PLACES.iter().any(|(place, _)| name.starts_with(place)) {
            continue;
        }
        read += 1;
        let text = fs::read_to_string(file).unwrap();
        // Tests at the end of a file may use what they like.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, code) in (1..).zip(code.lines()) {
            let urdu = code.chars().any(is_urdu) || code.contains(" ur)");
            assert!(!urdu, "src/{name}:{line}: Urdu: move it to src/i18n or src/reading");
        }
        assert!(!chooses_words(code), "src/{name}: two languages: move them to src/i18n");
    }
    assert!(read > 50, "the program is read");
}

#[test]
fn a_choice_between_two_texts_is_noticed() {
    for code in [
        "match lang { Lang::En => \"Close\", Lang::Ur => words }",
        "if lang == Lang::En { \"Close\" } else { other }",
        "match lang {\n    Lang::Ur => format!(\"{year}\"),\n}",
    ] {
        assert!(chooses_words(code), "{code}");
    }
    for code in ["if lang == Lang::En { \"\" }", "match lang { Lang::En => english(text) }"] {
        assert!(!chooses_words(code), "{code}");
    }
}
